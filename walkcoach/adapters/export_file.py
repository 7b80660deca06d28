"""A file that the person asks for, put where they say: whole or not at all, and for them alone to read; and one that they bring.

It is written beside, put on disk, and only then given its name, so that a full disk or a crash leaves what was there before.
"""

import errno
import glob
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from walkcoach.adapters.storage.files import put_in_place, sync_folder
from walkcoach.services.errors import Trouble
from walkcoach.wording import transfer as words

T = TypeVar("T")
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


def write_whole(path: Path, write: Callable[[BinaryIO], T], *, replace: bool = False) -> T:
    """Let `write` fill the file `path`; what it gave. On disk, whole and 0600 when this returns.

    What is there already is only replaced if `replace`. Raises `Trouble`; whatever is raised, `path` is what it was before.
    Killed half-way, it leaves a hidden `.NAME.PID.new` (0600) beside `path`, which the next export of that name takes away.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        if not replace and path.exists():
            raise FileExistsError
        for leftover in path.parent.glob(f".{glob.escape(path.name)}.*.new"):  # of an export that crashed
            leftover.unlink(missing_ok=True)
        try:
            # No chmod: memory sticks know no modes, and refuse to be told.
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                written = write(file)
                file.flush()
                os.fsync(file.fileno())
            if replace:
                beside.replace(path)
                sync_folder(path.parent)
            else:
                put_in_place(beside, path)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    except FileExistsError as error:
        raise Trouble(*words.exists_already(str(path))) from error
    except OSError as error:
        if error.errno in _FULL:
            raise Trouble(*words.no_room(str(path))) from error
        raise Trouble(*words.cannot_export(str(path), error.strerror or str(error))) from error
    return written


def open_to_read(path: Path) -> BinaryIO:
    """Open a file that can be read again from its start. Raises an `OSError`, also for a pipe or a device: a pipe is waited for."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.ESPIPE, words.no_plain_file())
    return path.open("rb")
