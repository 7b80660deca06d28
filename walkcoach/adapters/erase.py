"""Deleting all that the program has kept in its data folder: diary, copies, backups, settings, log. Nothing of anybody else's.

What is ours is told by its name, in the tables below; read them first. Everything else stays, and so does a link, with whatever it
leads to. The lock and the socket of a running program are taken away by whoever holds them, when it lets go.

Once begun, it is carried to its end: a file in the folder says that it is under way, and whoever starts next finishes it before
anything is opened (`finish_erasing`). Otherwise what is left of the backups would pass for a diary that has been lost.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from walkcoach.adapters.storage.files import BACKUP_FOLDER, sync_folder
from walkcoach.services.errors import Trouble
from walkcoach.wording import erase as words

PENDING_FILE: Final = "erase.pending"

_SQLITE: Final = r"(-wal|-shm|-journal)?"
_UNFINISHED: Final = r"(\.\d+)?\.new"
_NUMBER: Final = r"(-\d+)?"
_DATE: Final = r"\d{4}-\d{2}-\d{2}"

_IN_BACKUPS: Final = (re.compile(rf"diary-\d{{6,}}-\d{{8}}T\d{{6}}Z\.sqlite3({_UNFINISHED})?{_SQLITE}"),)
_TRIAL: Final = "trial-"
_IN_TRIAL: Final = (re.compile(rf"diary\.sqlite3{_SQLITE}"),)
_COPIES: Final = (
    re.compile(rf"diary\.version-\d+{_NUMBER}\.sqlite3({_UNFINISHED})?{_SQLITE}"),
    re.compile(rf"diary\.sqlite3\.(damaged-{_DATE}|left){_NUMBER}{_SQLITE}"),
    re.compile(rf"diary\.sqlite3{_UNFINISHED}{_SQLITE}"),
)
_PARTS: Final = ("-wal", "-shm", "-journal", ".new")
"""How what belongs to another file, or was never finished, ends."""
_DIARY: Final = (re.compile(rf"diary\.sqlite3{_SQLITE}"),)
_REST: Final = (re.compile(r"(housekeeping|settings)\.json(\.new)?"), re.compile(r"walkcoach\.log(\.\d+)?"))

_IN_FOLDER: Final = (*_COPIES, *_DIARY, *_REST)
"""In this order, after the backups: where even the word that all this is under way could not be written down, a crash half-way
leaves a diary with fewer copies, and never copies that pass for a diary."""


def erase_all(folder: Path) -> None:
    """Delete all of ours in `folder`; it is gone from the disk when this returns. Nothing there is no error.

    Nobody may have the diary open: hold the folder's lock, and close the store and the log first. What cannot be deleted, or
    is a link, is named in `Trouble`, when all else is gone; another call, or the next start, goes on from there.
    """
    _note_pending(folder)
    left: list[Path] = []
    first: OSError | None = None
    try:
        ours = tuple(_ours(folder))
    except OSError as error:
        raise Trouble(*words.nothing_seen(str(folder))) from error
    try:
        for path in ours:
            try:
                if not _delete(path):
                    left.append(path)
            except OSError as error:
                left.append(path)
                first = first or error
        if not left:
            _sync_there(folder)
            left.append(folder / PENDING_FILE)
            (folder / PENDING_FILE).unlink(missing_ok=True)
            _sync_there(folder)
            return
    except OSError as error:
        left = left or [folder]  # all is gone, but perhaps not from the disk
        first = error
    raise Trouble(*words.left_over(tuple(str(path) for path in left))) from first


def copies_in(folder: Path) -> tuple[Path, ...]:
    """The whole files of `_COPIES` in `folder`, so that they can be named before they go. Raises `Trouble`."""
    try:
        found = [path for path in _inside(folder) if _is_ours(path, _COPIES)]
    except OSError as error:
        raise Trouble(*words.nothing_seen(str(folder))) from error
    return tuple(path for path in found if not path.name.endswith(_PARTS))


def finish_erasing(folder: Path) -> bool:
    """Finish an `erase_all` that was cut off, before anything in `folder` is opened; whether there was one. Raises `Trouble`."""
    if not os.path.lexists(folder / PENDING_FILE):
        return False
    erase_all(folder)
    return True


def refuse_half_erased(folder: Path) -> None:
    """For the command line, before it writes a diary: raise `Trouble` while an erasing waits to be finished.

    What it wrote would be gone after the next start; and finishing it there and then might take the very file it is to read.
    """
    if os.path.lexists(folder / PENDING_FILE):
        raise Trouble(*words.under_way(str(folder)))


def _note_pending(folder: Path) -> None:
    """Write down that it is under way, unless an earlier call has."""
    with suppress(OSError):  # a full disk has no room for it, but it can be deleted from
        os.close(os.open(folder / PENDING_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        sync_folder(folder)


def _ours(folder: Path) -> Iterator[Path]:
    """All of ours, in the order in which it goes: files before the folders that hold them."""
    backups = folder / BACKUP_FOLDER
    if backups.is_symlink():
        yield backups
    elif backups.is_dir():
        for trial in _inside(backups):
            if trial.name.startswith(_TRIAL) and trial.is_dir() and not trial.is_symlink():
                yield from (path for path in _inside(trial) if _is_ours(path, _IN_TRIAL))
                yield trial
        yield from (path for path in _inside(backups) if _is_ours(path, _IN_BACKUPS))
        yield backups
    found = _inside(folder)
    for pattern in _IN_FOLDER:
        yield from (path for path in found if _is_ours(path, (pattern,)))


def _inside(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _is_ours(path: Path, patterns: tuple[re.Pattern[str], ...]) -> bool:
    """Whether it has a name of ours and is what we make: a file; or a link that was laid in the place of one."""
    return any(pattern.fullmatch(path.name) for pattern in patterns) and (path.is_symlink() or path.is_file())


def _delete(path: Path) -> bool:
    """Away with a file, or with a folder unless it holds something of somebody else's; False for a link, which stays."""
    if path.is_symlink():
        return False
    if not path.is_dir():
        path.unlink(missing_ok=True)
    elif any(path.iterdir()):
        sync_folder(path)
    else:
        path.rmdir()
    return True


def _sync_there(folder: Path) -> None:
    if folder.is_dir():
        sync_folder(folder)
