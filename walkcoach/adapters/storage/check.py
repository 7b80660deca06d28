"""Is the diary whole? Looks at everything and changes nothing.

A single flipped bit inside a value may pass: SQLite keeps no checksum of values.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from walkcoach.adapters.storage.connection import open_read_only, troubles
from walkcoach.adapters.storage.diary_rows import Unreadable, read_checkpoint, read_diary
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
        with closing(open_read_only(path)) as connection, troubles(path):
            connection.row_factory = sqlite3.Row
            diary = _read_all(connection)
    except Trouble as found:
        return CheckReport(whole=False, line=str(found))
    except Unreadable as found:
        return CheckReport(whole=False, line=" ".join(trouble.damaged(str(path), found.place)))
    days = {*diary.before, *diary.after, *diary.notes, *(walk.day for walk in diary.walks)}
    return CheckReport(whole=True, line=trouble.diary_whole(len(days), len(diary.walks)))


def _read_all(connection: sqlite3.Connection) -> StoredDiary:
    """Everything, or `Unreadable` with what is wrong first."""
    wrong = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if wrong != "ok":
        raise Unreadable(" ".join(str(wrong).split()))
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise Unreadable(f"{broken[0]} {broken[1]}")
    read_checkpoint(connection)
    return read_diary(connection)
