"""Copying a whole database, page by page, by SQLite itself: the only way to copy a diary that is open.

The target is changed in one transaction: it is what it was, or all of the source.
"""

import sqlite3


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Make `target` the same as `source`. Neither may be in a transaction of its own. Raises SQLite's errors.

    A file that somebody else keeps locked is `SQLITE_BUSY` once the connection's own patience is at an end; left alone, Python
    would try for ever.
    """

    def lose_patience(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise _busy()

    source.backup(target, progress=lose_patience, sleep=0)


def _busy() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    error.sqlite_errorname = "SQLITE_BUSY"
    return error
