"""Is the diary whole? Looks at everything and changes nothing.

A single flipped bit inside a value may pass: SQLite keeps no checksum of values.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from walkcoach.adapters.storage.connection import Damaged, open_read_only, refuse_damaged, troubles
from walkcoach.adapters.storage.copying import copy_pages
from walkcoach.adapters.storage.diary_rows import Unreadable, read_checkpoint, read_diary
from walkcoach.adapters.storage.schema import Step, released_steps, take, version_of
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import StoredDiary
from walkcoach.wording import trouble


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Whether the diary is whole, and one line that says so or what is wrong."""

    whole: bool
    line: str


def check_diary(path: Path) -> CheckReport:
    """Read the whole file at `path`: SQLite's own check, what refers to what, and every value. Never raises `Trouble`."""
    try:
        with troubles(path):
            if not path.exists():
                return CheckReport(whole=False, line=trouble.diary_missing(str(path.parent)))
        with closing(open_read_only(path)) as connection:
            diary = read_whole(connection, path)
    except Trouble as found:
        return CheckReport(whole=False, line=str(found))
    days = {*diary.before, *diary.after, *diary.notes, *(walk.day for walk in diary.walks)}
    return CheckReport(whole=True, line=trouble.diary_whole(len(days), len(diary.walks)))


def read_whole(connection: sqlite3.Connection, path: Path, steps: Sequence[Step] | None = None) -> StoredDiary:
    """Every value of the open file, which is called `path` where it is told of. Raises `Trouble`, `Damaged` for damage.

    A file of an older version is copied into memory and brought up to date there; it stays as it is.
    """
    steps = released_steps() if steps is None else steps
    with troubles(path):
        refuse_damaged(connection, path)
        version = version_of(connection)
        if version > len(steps):
            raise Trouble(*trouble.newer_diary(str(path)))
        if version == len(steps):
            return _read(connection, path)
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            copy_pages(connection, copy)
            try:
                take(copy, steps)
            except sqlite3.Error as error:
                raise Damaged(*trouble.damaged(str(path), " ".join(str(error).split()))) from error
            return _read(copy, path)


def _read(connection: sqlite3.Connection, path: Path) -> StoredDiary:
    connection.row_factory = sqlite3.Row
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise Damaged(*trouble.damaged(str(path), f"{broken[0]} {broken[1]}"))
    try:
        read_checkpoint(connection)
        return read_diary(connection)
    except Unreadable as found:
        raise Damaged(*trouble.damaged(str(path), found.place)) from found
