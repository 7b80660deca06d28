"""The pieces of work of the diary's own upkeep that a disk may cut short, with folders to do them in and what may be left."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from tests.builders import MONDAY, before, moment, walk
from tests.faults.disk import quick_disk
from walkcoach.adapters.housekeeping_file import HousekeepingFile
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.mend import open_or_mend
from walkcoach.adapters.storage.schema import Step as SchemaStep
from walkcoach.adapters.storage.schema import released_steps
from walkcoach.services.backup_port import Housekeeping, Proven
from walkcoach.services.ports import StoredDiary

NEXT = SchemaStep(len(released_steps()) + 1, "ALTER TABLE walk ADD COLUMN treadmill INTEGER; UPDATE walk SET treadmill = 0;")
NOW = moment(MONDAY + timedelta(days=1))
WALK = walk(MONDAY + timedelta(days=1))
PROVEN = Housekeeping(Proven(NOW, "diary-000001-20260105T080000Z.sqlite3"))
DIARY, HOUSEKEEPING = "diary.sqlite3", "housekeeping.json"
EMPTY = StoredDiary()
MORNING = StoredDiary(before={MONDAY: before(3)})
WALKED = StoredDiary(before={MONDAY: before(3)}, walks=(walk(),))
WALKED_TWICE = StoredDiary(before={MONDAY: before(3)}, walks=(walk(), WALK))


def lived(folder: Path) -> None:
    """A diary with a morning, a backup of it, and a walk since; the upkeep has never been remembered."""
    store = SqliteDiaryStore(folder / DIARY)
    store.save_before(MONDAY, before(3), moment())
    Backups(folder / DIARY).make(moment())
    store.save_walk(walk())
    store.close()
    HousekeepingFile(folder / HOUSEKEEPING).write(Housekeeping())


def damaged(folder: Path) -> None:
    """The same, and half of the diary is noise."""
    lived(folder)
    content = bytearray((folder / DIARY).read_bytes())
    content[len(content) // 2 :] = b"\x5a" * (len(content) - len(content) // 2)
    (folder / DIARY).write_bytes(bytes(content))


def never_used(folder: Path) -> None:
    """Nothing at all."""


def save(folder: Path) -> None:
    """One walk more."""
    with closing(SqliteDiaryStore(folder / DIARY)) as store:
        store.save_walk(WALK)


def open_first(folder: Path) -> None:
    """The very first start."""
    SqliteDiaryStore(folder / DIARY).close()


def back_up(folder: Path) -> None:
    """A second backup."""
    Backups(folder / DIARY).make(NOW)


def thin(folder: Path) -> None:
    """Two more backups on one day; years later, only the second of them is kept."""
    shelf = Backups(folder / DIARY)
    shelf.make(NOW)
    save(folder)
    shelf.make(NOW + timedelta(hours=1))
    shelf.thin(NOW + timedelta(days=4000))


def prove(folder: Path) -> None:
    """The weekly trial."""
    Backups(folder / DIARY).prove(NOW)


def go_back(folder: Path) -> None:
    """Restore the first backup."""
    Backups(folder / DIARY).restore(first_backup(folder), NOW)


def go_back_beside_a_window(folder: Path) -> None:
    """Restore the first backup while the diary is open."""
    with closing(SqliteDiaryStore(folder / DIARY)) as store:
        go_back(folder)
        store.load()


def mend(folder: Path) -> None:
    """Open a diary that is damaged."""
    open_or_mend(folder / DIARY, NOW).store.close()


def migrate(folder: Path) -> None:
    """Open it with a newer program."""
    SqliteDiaryStore(folder / DIARY, [*released_steps(), NEXT]).close()


def remember(folder: Path) -> None:
    """Write down that a backup was proven."""
    HousekeepingFile(folder / HOUSEKEEPING).write(PROVEN)


@dataclass(frozen=True)
class Task:
    """One piece of work: where it begins, what it does, what the diary says before and after."""

    work: Callable[[Path], None]
    ready: Callable[[Path], None] = lived
    old: StoredDiary = WALKED
    new: StoredDiary = WALKED
    steps: tuple[SchemaStep, ...] = field(default_factory=released_steps)
    backups: int = 1
    """How many there are when all is done."""

    @property
    def name(self) -> str:
        """For the name of a test."""
        return self.work.__name__ + ("" if self.ready is lived else f" {self.ready.__name__}")


TASKS = (
    Task(save, new=WALKED_TWICE),
    Task(open_first, never_used, EMPTY, EMPTY, backups=0),
    Task(back_up, backups=2),
    Task(thin, new=WALKED_TWICE, backups=2),
    Task(prove),
    Task(go_back, new=MORNING, backups=2),
    Task(go_back_beside_a_window, new=MORNING, backups=2),
    Task(go_back, damaged, MORNING, MORNING),
    Task(mend, damaged, MORNING, MORNING),
    Task(migrate, steps=(*released_steps(), NEXT)),
    Task(remember),
)


def first_backup(folder: Path) -> Path:
    """The oldest backup."""
    return min((folder / "backups").glob("diary-*.sqlite3"))


def assert_all_is_done(task: Task, folder: Path) -> None:
    """What `task` said to be done needs no mending and no second try."""
    path = folder / DIARY
    with quick_disk(folder):
        assert len(Backups(path).newest_first()) == task.backups
        opened = open_or_mend(path, NOW, task.steps)
        assert opened.mended is None
        assert opened.store.load() == task.new
        opened.store.close()
        assert HousekeepingFile(folder / HOUSEKEEPING).read() == (PROVEN if task.work is remember else Housekeeping())


def look_at(task: Task, folder: Path, first: bytes | None) -> StoredDiary:
    """What the next start finds after `task` was cut short: a diary that is whole, goes on working, and nothing left lying about.

    `first` is what the first backup was, if there was one. Gives what the diary says.
    """
    with quick_disk(folder):
        return _look_at(task, folder, first)


def _look_at(task: Task, folder: Path, first: bytes | None) -> StoredDiary:
    path = folder / DIARY
    if first is not None:
        assert first_backup(folder).read_bytes() == first
    for backup in Backups(path, steps=task.steps).newest_first():
        assert task.work is migrate or check_diary(backup.path).whole, backup.path.name
    opened = open_or_mend(path, NOW, task.steps)
    try:
        diary = opened.store.load()
        assert (opened.mended is None) or task.ready is damaged
        opened.store.save_walk(walk(hour=20))
        assert len(opened.store.load().walks) == len(diary.walks) + 1
        assert Backups(path, steps=task.steps).make(NOW + timedelta(days=1)) is not None
    finally:
        opened.store.close()
    assert HousekeepingFile(folder / HOUSEKEEPING).read() in (Housekeeping(), PROVEN)
    HousekeepingFile(folder / HOUSEKEEPING).write(PROVEN)
    left = [file.name for file in folder.rglob("*") if ".new" in file.name or file.name.startswith("trial-")]
    assert left == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return diary
