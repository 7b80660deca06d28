"""What the services need of the shelf of backups and of the file that remembers the housekeeping. Values are frozen."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it lies, when it was made (aware), how large it is."""

    path: Path
    moment: datetime
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Proven:
    """A backup was restored as a trial, and every value was there: when that was, and the backup's file name."""

    moment: datetime
    backup: str


@dataclass(frozen=True, slots=True)
class Restored:
    """The diary is now that of a backup. What was there before lies in `kept`: a backup, or the damaged file.

    None: there was nothing, or the newest backup says the same.
    """

    kept: Path | None


@dataclass(frozen=True, slots=True)
class Housekeeping:
    """What the program remembers of its own upkeep: the last trial, and the files that the person has exported."""

    proven: Proven | None = None
    exported: tuple[Path, ...] = field(default=())

    def with_export(self, file: Path) -> "Housekeeping":
        """The same, knowing of `file` as the one exported last."""
        return replace(self, exported=(*(known for known in self.exported if known != file), file))


class BackupShelf(Protocol):
    """Makes, keeps and restores backups of one diary, over a connection of its own: any thread may call. Raises `Trouble`.

    Whatever fails, the diary and the backups of before are as they were.
    """

    def make(self, moment: datetime) -> Path | None:
        """Make a backup, proven whole and on disk when this returns; None where nothing has changed since the newest."""

    def newest_first(self) -> tuple[Backup, ...]:
        """What there is, newest first."""

    def thin(self, now: datetime) -> int:
        """Delete those that `backup_plan` no longer keeps; how many."""

    def prove(self, now: datetime) -> Proven | None:
        """Restore the newest as a trial and compare every value; None where there is none."""

    def restore(self, file: Path, moment: datetime) -> Restored:
        """Let the diary be that of `file`, after a backup of what it is now."""


class HousekeepingStore(Protocol):
    """Keeps `Housekeeping`."""

    def read(self) -> Housekeeping:
        """What is kept; nothing where nothing or nonsense is kept. Never raises."""

    def write(self, housekeeping: Housekeeping) -> None:
        """Keep it; on disk when this returns. Raises `Trouble`."""
