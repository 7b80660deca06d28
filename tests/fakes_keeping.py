"""Made-up shelf and housekeeping, for tests of what looks after the diary."""

from datetime import datetime
from pathlib import Path

from walkcoach.services.backup_plan import kept
from walkcoach.services.backup_port import Backup, Housekeeping, Proven, Restored
from walkcoach.services.errors import Trouble


class FakeBackupShelf:
    """A shelf without files. `change` is what the person writes; set `trouble`, and everything that touches the disk raises it.

    `asked` counts how often a backup was asked for, `restored` has what was gone back to. With `spoils_all`, no trial goes well.
    """

    def __init__(self) -> None:
        self.trouble: Trouble | None = None
        self.spoils_all = False
        self.asked = 0
        self.restored: list[Path] = []
        self._shelved: list[Backup] = []
        self._spoilt: set[Path] = set()
        self._diary = 1
        self._newest = 0
        self._number = 0

    def change(self) -> None:
        """The diary says something new."""
        self._diary += 1

    def spoil_newest(self) -> None:
        """The newest backup is damaged on the disk."""
        self._spoilt.add(self._shelved[0].path)
        self._newest = -1

    def make(self, moment: datetime) -> Path | None:
        """See `BackupShelf`."""
        self._touch()
        self.asked += 1
        if self._newest == self._diary:
            return None
        self._number += 1
        path = Path(f"diary-{self._number:06}.sqlite3")
        self._shelved.insert(0, Backup(path, moment, 1000))
        self._newest = self._diary
        return path

    def newest_first(self) -> tuple[Backup, ...]:
        """See `BackupShelf`."""
        return tuple(self._shelved)

    def thin(self, now: datetime) -> int:
        """See `BackupShelf`."""
        self._touch()
        stay = kept([backup.moment for backup in self._shelved], now)
        there = len(self._shelved)
        self._shelved = [backup for backup in self._shelved if backup.moment in stay]
        return there - len(self._shelved)

    def prove(self, now: datetime) -> Proven | None:
        """See `BackupShelf`."""
        self._touch()
        if not self._shelved:
            return None
        newest = self._shelved[0].path
        if self.spoils_all or newest in self._spoilt:
            raise Trouble("The backup could not be restored as a trial.")
        return Proven(now, newest.name)

    def restore(self, file: Path, moment: datetime) -> Restored:
        """See `BackupShelf`."""
        self._touch()
        self.make(moment)
        self.restored.append(file)
        self._diary += 1
        return Restored(self._shelved[0].path)

    def _touch(self) -> None:
        if self.trouble is not None:
            raise self.trouble


class MemoryHousekeeping:
    """Housekeeping in memory. Set `trouble` and `write` raises it."""

    def __init__(self) -> None:
        self._kept = Housekeeping()
        self.trouble: Trouble | None = None

    def read(self) -> Housekeeping:
        """See `HousekeepingStore`."""
        return self._kept

    def write(self, housekeeping: Housekeeping) -> None:
        """See `HousekeepingStore`."""
        if self.trouble is not None:
            raise self.trouble
        self._kept = housekeeping
