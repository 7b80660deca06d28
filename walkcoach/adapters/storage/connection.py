"""Opening the diary file, and what may go wrong with it.

Every connection has the write-ahead log, full synchronisation and foreign keys, and proves it. The file and what SQLite puts
beside it may be read by their owner only. What is no diary, or a newer one, is refused from its header, before SQLite touches
it. A connection belongs to the thread that opened it.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final

from walkcoach.adapters.storage.files import (
    BACKUP_FOLDER,
    clear_leftovers,
    has_companions,
    make_private_file,
    put_in_place,
    set_aside,
)
from walkcoach.adapters.storage.schema import APPLICATION_ID, Step, copy_before_steps, released_steps, take, version_of
from walkcoach.services.errors import Trouble
from walkcoach.wording import backups as words
from walkcoach.wording import trouble

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER_BYTES: Final = 100
_FORMATS: Final = frozenset({1, 2})
"""What a header may say of how the file is read and written. With anything else, SQLite says that it may only be read."""
_WAIT_S: Final = 5.0
"""How long to wait for another program that holds the file."""

_LEAST_BYTES: Final = 64 * 1024
"""Less room than this is none: the index of the log alone takes half of it."""
_NO_INDEX: Final = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
"""How SQLite says that it cannot make the index of a log."""

_UNREADABLE_TEXT: Final = "decode to UTF-8"
"""How Python, which gives no code for it, says that what a file keeps is no text."""

_PROMISES: Final = (("synchronous", "FULL", 2), ("foreign_keys", "ON", 1))
"""(pragma, what is asked, what it has to answer)."""

_OS_TROUBLES: Final[Mapping[int, Callable[[str], tuple[str, str]]]] = MappingProxyType(
    {
        errno.ENOSPC: trouble.disk_full,
        errno.EDQUOT: trouble.disk_full,
        errno.EROFS: trouble.read_only,
        errno.EACCES: trouble.cannot_open,
        errno.EPERM: trouble.cannot_open,
    }
)


class Damaged(Trouble):
    """The file is damaged, is no diary at all, or has gone where there are backups of it: a case for `mend`."""


def open_diary(path: Path, steps: Sequence[Step] | None = None) -> sqlite3.Connection:
    """Open the diary at `path`, made or brought up to date where needed. Raises `Trouble`; the file is then as it was.

    Its structure is looked through each time, so that damage is met here and not in the middle of a save: that takes some
    4 ms for a year. Where there is no file but there are backups, none is made: that is `Damaged`, too.
    `steps` are the released ones unless a test brings its own.
    """
    steps = released_steps() if steps is None else steps
    with troubles(path):
        if not path.exists():
            if next(path.parent.joinpath(BACKUP_FOLDER).glob("*.sqlite3"), None) is not None:
                raise Damaged(*words.gone(str(path)))
            make_diary(path, steps)
        refuse_foreign(path, len(steps))
        _keep_private(path)
        connection = connect(path)
    try:
        with troubles(path):
            refuse_damaged(connection, path)
        _bring_up_to_date(connection, path, steps)
        with troubles(path):
            _keep_private(path)
    except BaseException:
        connection.close()
        raise
    return connection


def open_read_only(path: Path, steps: Sequence[Step] | None = None) -> sqlite3.Connection:
    """A connection of its own that can change nothing, for looking whether the diary is whole. Raises `Trouble`."""
    with troubles(path):
        refuse_foreign(path, len(released_steps() if steps is None else steps))
        log = path.with_name(f"{path.name}-wal")
        if not log.exists():  # nobody has the file open, and saying so spares it the files that SQLite would leave beside it
            return _reading(path, "&immutable=1")
        connection = _reading(path)
        try:
            connection.execute("PRAGMA schema_version")  # makes the log's index if need be
        except sqlite3.Error as error:
            connection.close()
            if (error.sqlite_errorcode or 0) & 0xFF not in _NO_INDEX or log.stat().st_size:
                raise
            return _reading(path, "&immutable=1")  # the disk has no room for an index, and the log is empty: nobody can write
        return connection


def _reading(path: Path, more: str = "") -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=ro{more}"
    return sqlite3.connect(uri, uri=True, timeout=_WAIT_S, isolation_level=None)


def make_diary(path: Path, steps: Sequence[Step] | None = None) -> None:
    """Make an empty diary beside and move it into place: a file of that name is whole from its first moment on.

    A log without its file is set aside first, or SQLite would write it into the new one. Leftovers of a first start that crashed
    are cleared away; should one belong to a start that is under way, that start fails and says so.
    """
    clear_leftovers(path)
    if has_companions(path):
        set_aside(path, "left")
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    make_private_file(beside)
    with closing(connect(beside)) as connection:
        take(connection, released_steps() if steps is None else steps)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with suppress(FileExistsError):  # another start was quicker
        put_in_place(beside, path)


def connect(path: Path) -> sqlite3.Connection:
    """A connection with all that is promised of one; transactions are begun by hand. The file has to exist."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=_WAIT_S, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA fullfsync = ON")  # macOS: only this reaches the disk itself
        connection.execute("PRAGMA checkpoint_fullfsync = ON")
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        if mode != "wal":
            raise sqlite3.OperationalError(f"the file keeps the journal mode {mode}")
        for pragma, wish, answer in _PROMISES:
            connection.execute(f"PRAGMA {pragma} = {wish}")
            if connection.execute(f"PRAGMA {pragma}").fetchone()[0] != answer:
                raise sqlite3.OperationalError(f"{pragma} cannot be set to {wish}")
    except BaseException:
        connection.close()
        raise
    return connection


def refuse_foreign(path: Path, newest: int) -> None:
    """Raise `Trouble` unless the header of the file says that it is a diary of version `newest` or older. Reads only."""
    if path.exists() and not path.is_file():  # a folder; or a pipe, which would be waited for
        raise Trouble(*trouble.no_diary_file(str(path)))
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    formats, version, application = header[18:20], header[60:64], header[68:72]
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC) or application != APPLICATION_ID.to_bytes(4, "big"):
        raise Damaged(*trouble.no_diary_file(str(path)))
    if not set(formats) <= _FORMATS:
        raise Damaged(*trouble.damaged(str(path)))
    if int.from_bytes(version, "big") > newest:
        raise Trouble(*trouble.newer_diary(str(path)))


def refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `Damaged` unless SQLite finds the structure of the open file whole. Raises SQLite's errors, too."""
    wrong = " ".join(str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0]).split())
    if wrong != "ok":
        raise Damaged(*trouble.damaged(str(path), wrong))


@contextmanager
def troubles(path: Path) -> Iterator[None]:
    """Turn what the disk or SQLite reports about `path` into `Trouble`.

    A refused value, a closed connection or a wrong thread is a bug of ours and stays what it is.
    """
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as error:
        raise trouble_of(error, path) from error
    except UnicodeDecodeError as error:  # what SQLite has to say quotes a name in the file that is no text any more
        raise Damaged(*trouble.damaged(str(path))) from error
    except OSError as error:
        told = _OS_TROUBLES.get(error.errno or 0, trouble.cannot_write)
        raise Trouble(*told(str(path))) from error


def trouble_of(error: sqlite3.Error, path: Path) -> Trouble:
    """What SQLite's `error` about the file at `path` means for a person."""
    place = str(path)
    code = getattr(error, "sqlite_errorcode", None)
    match code & 0xFF if isinstance(code, int) else None:
        case sqlite3.SQLITE_FULL:
            return Trouble(*trouble.disk_full(place))
        case sqlite3.SQLITE_IOERR if _no_room(path):  # the index of the log cannot be made: SQLite does not say why
            return Trouble(*trouble.disk_full(place))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return Trouble(*trouble.read_only(place))
        case sqlite3.SQLITE_CANTOPEN:
            return Trouble(*trouble.cannot_open(place))
        case sqlite3.SQLITE_NOTADB:
            return Damaged(*trouble.no_diary_file(place))
        case sqlite3.SQLITE_CORRUPT:
            return Damaged(*trouble.damaged(place))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Trouble(*trouble.busy(place))
        case sqlite3.SQLITE_ERROR:  # a table or column that should be there is not
            return Damaged(*trouble.damaged(place))
        case None if _UNREADABLE_TEXT in str(error):
            return Damaged(*trouble.damaged(place))
        case _:
            return Trouble(*trouble.cannot_write(place))


def _no_room(path: Path) -> bool:
    """Whether the disk is as good as full."""
    with suppress(OSError):
        return shutil.disk_usage(path.parent).free < _LEAST_BYTES
    return False


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> None:
    with troubles(path):
        version = version_of(connection)
        if version > len(steps):  # the header alone does not tell while the newest pages lie in the log
            raise Trouble(*trouble.newer_diary(str(path)))
        if version == len(steps):
            return
        copy = copy_before_steps(connection, path)
    try:
        take(connection, steps)
    except sqlite3.Error as error:
        raise Trouble(*trouble.upgrade_failed(str(path), str(copy))) from error


def _keep_private(path: Path) -> None:
    """The diary and what SQLite keeps beside it: for their owner only."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        file = path.with_name(name)
        if file.exists() and file.stat().st_mode & 0o177:
            file.chmod(0o600)
