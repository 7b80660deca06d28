"""Who has the diary: a lock file in the data folder, which frees itself when its owner has died.

Apart from `single_instance`, which needs Qt's network library: most starts find the lock free and have nobody to ask.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QLockFile

from walkcoach.services.errors import Trouble
from walkcoach.wording import trouble

LOCK_FILE: Final = "walkcoach.lock"


_LEAST_BYTES: Final = 4096


class OpenAlready(Trouble):
    """Another Walkcoach has the diary open."""


class DiaryLock:
    """Holds the lock of `folder` until `release`, or for a `with` block.

    Raises `OpenAlready` where another Walkcoach has it, and `Trouble` where the disk has no room for it.

    Needs no QApplication, so that `with DiaryLock(folder):` keeps a window from opening while the command line writes.
    """

    def __init__(self, folder: Path, patience_ms: int = 0) -> None:
        """Wait up to `patience_ms` for another one to let go."""
        self.folder = folder
        self._before: list[Callable[[], object]] = []
        self._lock = QLockFile(str(folder / LOCK_FILE))
        self._lock.setStaleLockTime(0)  # only a dead owner makes it stale: a walk may last for hours
        if not self._lock.tryLock(patience_ms):
            if self._lock.error() is QLockFile.LockError.LockFailedError:
                raise OpenAlready(*trouble.open_already(str(folder)))
            if _is_full(folder):  # without a lock a second window might open as soon as there is room again
                raise Trouble(*trouble.disk_full(str(folder)))
        with suppress(OSError):  # there may be no lock where nothing can be written
            (folder / LOCK_FILE).chmod(0o600)

    @property
    def held(self) -> bool:
        """Whether the lock is really there: not after `release`, and not where nothing can be written."""
        return self._lock.isLocked()

    def before_release(self, act: Callable[[], object]) -> None:
        """Have `act` done before the next one is let in."""
        self._before.append(act)

    def answer_no_more(self) -> None:
        """Do what was to be done before the release, and keep the lock: there is nothing left that could come forward."""
        while self._before:
            self._before.pop()()

    def release(self) -> None:
        """Let the next one in; a second time is no error."""
        self.answer_no_more()
        self._lock.unlock()

    def __enter__(self) -> "DiaryLock":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        self.release()


def _is_full(folder: Path) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(folder).free < _LEAST_BYTES
    return False
