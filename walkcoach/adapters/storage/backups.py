"""The shelf of backups, and going back to one (promises R7, R8, R9). Backups never make things worse.

A backup is copied by SQLite itself into a file beside, looked through whole, put on disk, and only then given its name: those of
before are never touched. Its name carries a number, which rises whatever the clock does, and its moment in UTC:
`diary-000042-20261120T173000Z.sqlite3`. Nothing here holds a connection for longer than a call.
"""

import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from threading import RLock
from typing import Final

from walkcoach.adapters.storage.check import read_whole
from walkcoach.adapters.storage.connection import Damaged, connect, open_diary, open_read_only, refuse_foreign, troubles
from walkcoach.adapters.storage.copying import copy_pages
from walkcoach.adapters.storage.files import (
    BACKUP_FOLDER,
    clear_leftovers,
    has_companions,
    make_private_file,
    make_private_folder,
    put_in_place,
    set_aside,
    sync,
    sync_folder,
)
from walkcoach.adapters.storage.schema import Step, released_steps, take
from walkcoach.services.backup_plan import kept
from walkcoach.services.backup_port import Backup, Proven, Restored
from walkcoach.services.errors import Trouble
from walkcoach.wording import backups as words

_NAME: Final = re.compile(r"diary-(\d{6,})-(\d{8}T\d{6})Z\.sqlite3")
_MOMENT: Final = "%Y%m%dT%H%M%S"
_TRIAL: Final = "trial-"
"""How a folder begins in which a backup is restored as a trial."""
_COUNTERS: Final = ((24, 28), (92, 100))
"""Bytes of a file's header that count changes and say nothing about what is kept."""
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class _Shelved:
    """A backup with its number."""

    number: int
    backup: Backup


class Backups:
    """The `BackupShelf` of the real program: the backups of the diary at `diary`, in a folder beside it.

    `steps` are the released ones unless a test brings its own.
    """

    def __init__(self, diary: Path, folder: Path | None = None, steps: Sequence[Step] | None = None) -> None:
        self._diary = diary
        self._folder = folder if folder is not None else diary.parent / BACKUP_FOLDER
        self._steps = released_steps() if steps is None else steps
        self._one_at_a_time = RLock()

    def make(self, moment: datetime) -> Path | None:
        """See `BackupShelf`. None is made from a damaged diary: that is `Damaged`, and the backups of before stay."""
        with self._one_at_a_time, troubles(self._folder):
            self._tidy_up()
            return self._make(moment)

    def _make(self, moment: datetime) -> Path | None:
        with troubles(self._folder):
            with troubles(self._diary):
                refuse_foreign(self._diary, len(self._steps))
            make_private_folder(self._folder)
            shelved = self._shelved()
            number = shelved[0].number + 1 if shelved else 1
            path = self._folder / f"diary-{number:06}-{moment.astimezone(UTC).strftime(_MOMENT)}Z.sqlite3"
            beside = path.with_name(f"{path.name}.{os.getpid()}.new")
            try:
                if not self._copy_diary(beside, shelved[0].backup.path if shelved else None):
                    return None
                put_in_place(beside, path)
            finally:
                _clear(beside)
            return path

    def newest_first(self) -> tuple[Backup, ...]:
        """See `BackupShelf`. What else lies in the folder is left out."""
        with troubles(self._folder):
            return tuple(one.backup for one in self._shelved())

    def thin(self, now: datetime) -> int:
        """See `BackupShelf`."""
        with self._one_at_a_time, troubles(self._folder):
            backups = [one.backup for one in self._shelved()]
            keep = kept((backup.moment for backup in backups), now)
            gone = [backup for backup in backups[1:] if backup.moment not in keep]
            for backup in gone:
                backup.path.unlink(missing_ok=True)
            if gone:
                sync_folder(self._folder)
            return len(gone)

    def prove(self, now: datetime) -> Proven | None:
        """See `BackupShelf`. Raises `Trouble` where the trial shows that the backup is none."""
        with self._one_at_a_time, troubles(self._folder):
            self._tidy_up()
            shelved = self._shelved()
            if not shelved:
                return None
            newest = shelved[0].backup.path
            with tempfile.TemporaryDirectory(dir=self._folder, prefix=_TRIAL, ignore_cleanup_errors=True) as folder:
                try:
                    self._try_out(newest, Path(folder) / self._diary.name)
                except Damaged as found:
                    raise Damaged(*words.not_proven(str(newest))) from found
            return Proven(now, newest.name)

    def restore(self, file: Path, moment: datetime) -> Restored:
        """See `BackupShelf`. Raises `Trouble`, which names the place; nothing has changed then.

        A whole diary is changed in one transaction, whoever has it open; a damaged one is set aside.
        """
        with self._one_at_a_time, self.fetched(file) as ready, troubles(self._diary):
            before = None
            if self._diary.exists():
                try:
                    self._make(moment)
                except Damaged:
                    before = set_aside(self._diary, damaged_label(moment))
                else:
                    with closing(connect(self._diary)) as target:
                        pour(ready, target, self._steps)
                    return Restored(next((one.path for one in self.newest_first()), None))
            self.settle(ready)
            return Restored(before)

    @contextmanager
    def fetched(self, file: Path) -> Iterator[Path]:
        """A copy of the backup `file`, whole and brought up to date, beside the diary for as long as the context lasts.

        Raises `Trouble`: what is foreign, newer or damaged is refused.
        """
        with troubles(file):
            if not file.exists():
                raise Trouble(*words.not_there(str(file)))
        beside = self._diary.with_name(f"{self._diary.name}.{os.getpid()}.new")
        with troubles(self._diary):
            clear_leftovers(self._diary)
            make_private_file(beside)
        try:
            self._fetch(file, beside)
            yield beside
        finally:
            _clear(beside)

    def settle(self, ready: Path) -> None:
        """Put what was fetched where the diary belongs and is not. A log that its crash left behind is set aside first."""
        with troubles(self._diary):
            if has_companions(self._diary):
                set_aside(self._diary, "left")
            put_in_place(ready, self._diary)

    def _tidy_up(self) -> None:
        """Away with what a crash has left unfinished."""
        clear_leftovers(self._folder)
        clear_leftovers(self._diary)
        for trial in self._folder.glob(f"{_TRIAL}*"):
            shutil.rmtree(trial, ignore_errors=True)

    def _fetch(self, file: Path, beside: Path) -> None:
        with closing(open_read_only(file, self._steps)) as source:
            try:
                read_whole(source, file, self._steps)
            except Damaged as found:
                raise Damaged(*words.not_whole(str(file))) from found
            with troubles(beside), closing(sqlite3.connect(beside, isolation_level=None)) as target:
                target.execute("PRAGMA synchronous = OFF")
                copy_pages(source, target)
                target.execute("PRAGMA journal_mode = DELETE")
                target.execute("PRAGMA foreign_keys = ON")
                take(target, self._steps)
        with troubles(beside):
            sync(beside)

    def _copy_diary(self, beside: Path, newest: Path | None) -> bool:
        """Copy the diary to `beside`, whole; False where `newest` says the same. Raises `Damaged` for a damaged diary."""
        make_private_file(beside)
        with closing(sqlite3.connect(beside, isolation_level=None)) as target:
            target.execute("PRAGMA synchronous = OFF")  # it is seen to be on disk once, when it is finished
            try:
                with troubles(self._diary):
                    source = connect(self._diary)
                with closing(source):
                    copy_pages(source, target)
                target.execute("PRAGMA journal_mode = DELETE")
                if newest is not None and _same(beside, newest):
                    return False
                read_whole(target, self._diary, self._steps)
            except Damaged as found:
                raise Damaged(*words.not_backed_up(str(self._diary))) from found
        return True

    def _try_out(self, backup: Path, trial: Path) -> None:
        """Restore `backup` as `trial`, open it as a diary and compare every value. Raises `Trouble`."""
        make_private_file(trial)
        with closing(open_read_only(backup, self._steps)) as source:
            with closing(sqlite3.connect(trial, isolation_level=None)) as target:
                copy_pages(source, target)
                read_whole(target, backup, self._steps)
                _compare(source, target, backup)
            with closing(open_diary(trial, self._steps)) as opened:
                read_whole(opened, backup, self._steps)

    def _shelved(self) -> list[_Shelved]:
        """Newest first."""
        found = []
        for file in self._folder.glob("diary-*.sqlite3"):
            named = _NAME.fullmatch(file.name)
            if named is None:
                continue
            with suppress(OSError, ValueError):  # gone meanwhile, or no date at all
                moment = datetime.strptime(named[2], _MOMENT).replace(tzinfo=UTC)
                found.append(_Shelved(int(named[1]), Backup(file, moment, file.stat().st_size)))
        return sorted(found, key=lambda one: (one.number, one.backup.moment), reverse=True)


def pour(source: Path, target: sqlite3.Connection, steps: Sequence[Step] | None = None) -> None:
    """Make the open diary `target` that of the file `source`, in one transaction. Raises SQLite's errors; nothing changed then.

    Other connections see the old diary until they begin their next transaction, and the new one from then on.
    """
    with closing(open_read_only(source, steps)) as poured:
        copy_pages(poured, target)


def damaged_label(moment: datetime) -> str:
    """How the name of a damaged file ends: the local day on which it was found."""
    return f"damaged-{moment.date().isoformat()}"


def _clear(beside: Path) -> None:
    """Away with an unfinished file and what SQLite may have left beside it; it stays where the disk takes nothing."""
    with suppress(OSError):
        beside.unlink(missing_ok=True)
    for end in ("-journal", "-wal", "-shm"):
        with suppress(OSError):
            beside.with_name(f"{beside.name}{end}").unlink(missing_ok=True)


def _same(file: Path, other: Path) -> bool:
    """Whether two files keep the same, byte by byte; what only counts the changes does not matter."""
    if file.stat().st_size != other.stat().st_size:
        return False
    with file.open("rb") as one, other.open("rb") as two:
        at_start = True
        while True:
            mine, theirs = bytearray(one.read(_CHUNK)), bytearray(two.read(_CHUNK))
            if at_start:
                for begin, end in _COUNTERS:
                    mine[begin:end] = theirs[begin:end] = bytes(end - begin)
                at_start = False
            if mine != theirs:
                return False
            if not mine:
                return True


def _compare(source: sqlite3.Connection, target: sqlite3.Connection, path: Path) -> None:
    """Raise `Damaged` unless every row of every table is the same in both."""
    tables = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    names = [name for name, _sql in _agreed(source, target, tables, path)]
    for name in names:
        for _row in _agreed(source, target, f'SELECT * FROM "{name}"', path):  # the same pages are read in the same order
            pass


def _agreed(source: sqlite3.Connection, target: sqlite3.Connection, sql: str, path: Path) -> Iterator[tuple[object, ...]]:
    for one, two in zip_longest(source.execute(sql), target.execute(sql)):
        if one is None or two is None or tuple(one) != tuple(two):
            raise Damaged(*words.not_proven(str(path)))
        yield tuple(one)
