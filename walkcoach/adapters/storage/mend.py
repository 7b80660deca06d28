"""Opening the diary when all is well, and going back to the newest whole backup when it is not (promise R6).

A damaged file is renamed, never deleted and never written to again. There is no silent empty start: without a whole backup the
diary is refused, and only `start_anew`, which the person asks for, begins an empty one beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from walkcoach.adapters.storage.backups import Backups, damaged_label
from walkcoach.adapters.storage.connection import Damaged, make_diary, troubles
from walkcoach.adapters.storage.diary_rows import Unreadable
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.files import has_companions, set_aside
from walkcoach.adapters.storage.opening import open_and_read
from walkcoach.adapters.storage.schema import Step
from walkcoach.services.backup_port import Backup
from walkcoach.services.errors import Trouble
from walkcoach.wording import backups as words


class NothingToGoBackTo(Trouble):
    """The diary is damaged or gone, and no backup is whole. Nothing has been touched; `start_anew` is left."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done: where the damaged file lies (None: there was none), and the backup that took its place."""

    damaged: Path | None
    backup: Backup

    def told(self, moment: datetime) -> tuple[str, str]:
        """What happened and what to know about it, in sentences; `moment` brings the person's zone."""
        return words.mended(self.backup.moment.astimezone(moment.tzinfo), None if self.damaged is None else self.damaged.name)


@dataclass(frozen=True, slots=True)
class Opened:
    """The open diary, and what had to be done for it; None where all was well."""

    store: SqliteDiaryStore
    mended: Mended | None = None


def open_or_mend(path: Path, moment: datetime, steps: Sequence[Step] | None = None) -> Opened:
    """Open the diary at `path`; if it is damaged or has gone, let the newest whole backup take its place.

    Every value is read once, so that what cannot be read is met here. Raises `Trouble`; `NothingToGoBackTo` where there is no
    whole backup. A full disk, a locked or a newer file is no damage.
    """
    try:
        return Opened(open_and_read(path, steps))
    except Trouble as found:
        if not is_damage(found):
            raise
        mended = _mend(path, moment, found, steps)
    return Opened(open_and_read(path, steps), mended)


def start_anew(path: Path, moment: datetime, steps: Sequence[Step] | None = None) -> SqliteDiaryStore:
    """Begin an empty diary where `NothingToGoBackTo` was said; what lies at `path` is set aside. Raises `Trouble`."""
    with troubles(path):
        if path.exists() or has_companions(path):
            set_aside(path, damaged_label(moment))
        make_diary(path, steps)
    return SqliteDiaryStore(path, steps)


def is_damage(found: Trouble) -> bool:
    """Whether the diary itself is damaged or gone, apart from all that a disk or another program may do."""
    return isinstance(found, Damaged) or isinstance(found.__cause__, Unreadable)


def _mend(path: Path, moment: datetime, found: Trouble, steps: Sequence[Step] | None) -> Mended:
    shelf = Backups(path, steps=steps)
    for backup in shelf.newest_first():
        try:
            with shelf.fetched(backup.path) as ready:
                there = path.exists() or has_companions(path)
                with troubles(path):
                    damaged = set_aside(path, damaged_label(moment)) if there else None
                shelf.settle(ready)
                return Mended(damaged, backup)
        except Damaged:
            continue  # this one is not whole either
    with troubles(path):
        there = path.exists()
    told = words.nothing_to_go_back_to if there else words.gone_and_nothing_to_go_back_to
    raise NothingToGoBackTo(*told(str(path))) from found
