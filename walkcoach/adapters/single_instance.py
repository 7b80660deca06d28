"""One window on one diary: a lock file in the data folder, which frees itself when its owner has died."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile

from walkcoach.services.errors import Trouble
from walkcoach.wording import trouble

LOCK_FILE: Final = "walkcoach.lock"


class SingleInstance:
    """Holds the lock of `folder` until `release`. Raises `Trouble` where another Walkcoach has the diary open."""

    def __init__(self, folder: Path) -> None:
        self._lock = QLockFile(str(folder / LOCK_FILE))
        self._lock.setStaleLockTime(0)  # only a dead owner makes it stale: a walk may last for hours
        if not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            raise Trouble(*trouble.open_already(str(folder)))

    def release(self) -> None:
        """Let the next one in."""
        self._lock.unlock()
