"""Python's own calls that change a disk, watched and made to fail: see `disk`, which is told of each before it happens.

Patched is `os` itself, and `io.open` for files that are written: `pathlib`, `shutil`, `tempfile`, `zipfile` and our own modules
look these up when they call, so that none is missed. Reading is left alone, and a sync is only noted.
"""

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, Final, Protocol
from unittest import mock


class Watcher(Protocol):
    """What has to be told; `disk.Disk` is one."""

    fault: Any

    def step(self, what: str, path: Path) -> bool:
        """About to happen; whether it has to fail."""

    def created(self, path: Path) -> None:
        """A file has come into being."""

    def file_synced(self, path: Path) -> None:
        """A file's contents are durable."""

    def folder_synced(self, folder: Path) -> None:
        """A folder's names are durable."""

    def name_synced(self, path: Path) -> None:
        """One name is durable, there or gone."""


_BY_NAME: Final = (("unlink", 0), ("rename", 0), ("replace", 0), ("link", 1), ("mkdir", 0), ("rmdir", 0), ("chmod", 0))
"""(call of `os`, which of its arguments is the path that counts)."""


@contextmanager
def watched_calls(disk: Watcher) -> Iterator[None]:
    """Tell `disk` of every call until the context ends."""
    real_open, real_close, real_io_open = os.open, os.close, io.open
    paths: dict[int, Path] = {}

    def refuse(what: str, path: Path) -> None:
        if disk.step(what, path):
            number = errno.ENOSPC if disk.fault.value == "full" else errno.EIO
            raise OSError(number, os.strerror(number), str(path))

    def watched_open(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        place = _place(path, named.get("dir_fd"), paths)
        creates = bool(flags & os.O_CREAT) and not place.exists()
        if creates:
            refuse("create", place)
        handle = real_open(path, flags, *rest, **named)
        paths[handle] = place
        if creates:
            disk.created(place)
        return handle

    def watched_fsync(handle: int) -> None:
        place = paths.get(handle)
        if place is not None:
            refuse("sync", place)
        if place is not None and place.is_dir():
            disk.folder_synced(place)
        elif place is not None:
            disk.file_synced(place)

    def watched_close(handle: int) -> None:
        place = paths.pop(handle, None)
        try:
            if place is not None and not place.is_dir():
                refuse("close", place)
        finally:
            real_close(handle)

    def watched(name: str, which: int) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(*given: Any, **named: Any) -> Any:
            if isinstance(given[which], str | os.PathLike):
                refuse(name, _place(given[which], named.get("dir_fd"), paths))
            return real(*given, **named)

        return call

    def watched_io_open(file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **named: Any) -> IO[Any]:
        if not set(mode) & set("wax+"):
            return real_io_open(file, mode, buffering, *rest, **named)
        place = paths.get(file, Path("/nowhere")) if isinstance(file, int) else Path(file).absolute()
        if not isinstance(file, int) and not place.exists():
            refuse("create", place)
        binary: io.RawIOBase = _File(file, mode.replace("b", "").replace("t", ""), lambda: refuse("write", place))
        if not isinstance(file, int):
            disk.created(place) if "x" in mode else None
            paths[binary.fileno()] = place
        if buffering == 0:
            return binary  # type: ignore[return-value]
        buffered = io.BufferedRandom(binary) if "+" in mode else io.BufferedWriter(binary)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, *rest, **named)

    with ExitStack() as patches:
        patches.enter_context(mock.patch.object(os, "open", watched_open))
        patches.enter_context(mock.patch.object(os, "fsync", watched_fsync))
        patches.enter_context(mock.patch.object(os, "close", watched_close))
        for name, which in _BY_NAME:
            patches.enter_context(mock.patch.object(os, name, watched(name, which)))
        patches.enter_context(mock.patch.object(io, "open", watched_io_open))
        patches.enter_context(mock.patch.object(builtins, "open", watched_io_open))
        yield


class _File(io.FileIO):
    """A file whose writes are steps."""

    def __init__(self, file: Any, mode: str, before_write: Callable[[], object]) -> None:
        super().__init__(file, mode)
        self._before_write = before_write

    def write(self, data: Any, /) -> int:
        self._before_write()
        return super().write(data)


def _place(path: Any, folder: int | None, paths: dict[int, Path]) -> Path:
    place = Path(os.fsdecode(path))
    if folder is not None and not place.is_absolute():
        return paths.get(folder, Path("/nowhere")) / place
    return place.absolute()
