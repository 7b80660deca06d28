"""Files of ours as files: private, put in place whole, set aside, never half written.

Every step that can lose something on a crash lives here: what is put in place is on disk before it has its name, and a
log that belonged to another file never lies beside a new one, for SQLite would write it into that.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

BACKUP_FOLDER: Final = "backups"
COMPANIONS: Final = ("-wal", "-shm")
"""What SQLite keeps beside an open file, by the end of the name."""


def make_private_file(path: Path) -> None:
    """An empty file that only its owner may read (0600), in place of a leftover of the same name."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    path.chmod(0o600)  # whatever the umask took away


def make_private_folder(path: Path) -> None:
    """The folder, which only its owner may enter (0700); its name is on disk when this returns."""
    if not path.is_dir():
        path.mkdir(mode=0o700)
        sync_folder(path.parent)
    if path.stat().st_mode & 0o777 != 0o700:
        path.chmod(0o700)


def put_in_place(beside: Path, path: Path) -> None:
    """Give the finished file `beside` its name, on disk; raises `FileExistsError` if `path` has come into being meanwhile."""
    sync(beside)
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        beside.unlink()
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise
        beside.rename(path)
    else:
        beside.unlink()
    sync_folder(path.parent)


def replace_text(path: Path, text: str) -> None:
    """Let the small private file (0600) hold `text`; on disk when this returns. Raises an `OSError`; the old text stands then."""
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.unlink(missing_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def set_aside(path: Path, label: str) -> Path:
    """Rename the file, and what SQLite left beside it, to a free name that ends in `label`; gives the name. On disk then.

    The file goes first: without it the next start knows that something is amiss, while a file without its log would pass
    for a whole one that lacks the latest. A log that an earlier attempt has left alone joins its file.
    """
    number = 1
    while True:
        name = f"{path.name}.{label}" if number == 1 else f"{path.name}.{label}-{number}"
        moves = [(path.with_name(f"{path.name}{end}"), path.with_name(f"{name}{end}")) for end in ("", *COMPANIONS)]
        moves = [(old, new) for old, new in moves if old.exists()]
        if not any(new.exists() for _old, new in moves):
            break
        number += 1
    for old, new in moves:
        old.rename(new)
    sync_folder(path.parent)
    return path.with_name(name)


def has_companions(path: Path) -> bool:
    """Whether SQLite's files lie beside `path`, or beside where it was."""
    return any(path.with_name(f"{path.name}{end}").exists() for end in COMPANIONS)


def clear_leftovers(path: Path) -> None:
    """Away with unfinished files that were to become `path`, a copy of it, or a file in the folder `path`, as far as may be."""
    shapes = ("*.new*",) if path.is_dir() else (f"{path.name}.*.new*", f"{path.stem}.version-*.new*")
    folder = path if path.is_dir() else path.parent
    for leftover in (file for shape in shapes for file in folder.glob(shape)):
        with suppress(OSError):
            leftover.unlink()


def sync(path: Path) -> None:
    """See that the file is on disk."""
    _sync(path, os.O_RDWR)


def sync_folder(path: Path) -> None:
    """See that the folder's names are on disk."""
    if os.name == "posix":  # elsewhere a folder cannot be opened, and its entries need no help
        _sync(path, os.O_RDONLY)


def _sync(path: Path, how: int) -> None:
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
