"""The entries of a diary for reading alone, over a connection of its own: also while a window has it open, or on a disk that
may not be written.
"""

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

from walkcoach.adapters.storage.connection import Damaged, open_read_only, troubles
from walkcoach.adapters.storage.copying import copy_pages
from walkcoach.adapters.storage.diary_rows import Unreadable, read_entries
from walkcoach.adapters.storage.schema import released_steps, take, version_of
from walkcoach.services.entries import Entry
from walkcoach.services.errors import Trouble
from walkcoach.wording import trouble


def entries_in(path: Path) -> Generator[Entry, None, None]:
    """Everything in the diary at `path`, of one moment, by kind and day. Raises `Trouble`, also where there is none.

    Read to the end, or close it, in the thread that began.

    A diary of an older version is copied into memory and brought up to date there; the file stays as it is.
    """
    with troubles(path):
        if not path.exists():
            raise Trouble(trouble.diary_missing(str(path.parent)))
    with troubles(path), closing(open_read_only(path)) as connection:
        if version_of(connection) == len(released_steps()):
            yield from _entries(connection, path)
            return
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            copy_pages(connection, copy)
            take(copy, released_steps())
            yield from _entries(copy, path)


def _entries(connection: sqlite3.Connection, path: Path) -> Iterator[Entry]:
    connection.row_factory = sqlite3.Row
    try:
        yield from read_entries(connection)
    except Unreadable as found:
        raise Damaged(*trouble.damaged(str(path), found.place)) from found
