"""What SQLite itself does to a disk, watched and made to fail: each write, truncation, sync, creation and deletion; see `disk`.

A file system of our own is registered with the SQLite that Python uses, over its C interface: it hands everything on to the
real one, and asks first; only a sync is noted and not done. Connections opened meanwhile use it, whoever opens them.
"""

import _sqlite3
import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from pathlib import Path
from typing import Any, Final

from tests.faults.system_calls import Watcher

_OK: Final = 0
_FULL, _CANTOPEN = 13, 14
_WRITE, _SYNC, _TRUNCATE, _DELETE = 10 | 3 << 8, 10 | 4 << 8, 10 | 6 << 8, 10 | 10 << 8
"""SQLITE_IOERR_WRITE and its like."""
_OPEN_CREATE: Final = 0x4


class _Methods(Structure):
    """sqlite3_io_methods, version 3."""

    _fields_ = (
        ("iVersion", c_int),
        *((name, c_void_p) for name in ("xClose", "xRead", "xWrite", "xTruncate", "xSync", "xFileSize", "xLock", "xUnlock")),
        *((name, c_void_p) for name in ("xCheckReservedLock", "xFileControl", "xSectorSize", "xDeviceCharacteristics")),
        *((name, c_void_p) for name in ("xShmMap", "xShmLock", "xShmBarrier", "xShmUnmap", "xFetch", "xUnfetch")),
    )


class _File(Structure):
    """sqlite3_file."""

    _fields_ = (("pMethods", POINTER(_Methods)),)


class _System(Structure):
    """sqlite3_vfs, version 3."""

    _fields_ = (
        ("iVersion", c_int),
        ("szOsFile", c_int),
        ("mxPathname", c_int),
        ("pNext", c_void_p),
        ("zName", c_char_p),
        ("pAppData", c_void_p),
        *((name, c_void_p) for name in ("xOpen", "xDelete", "xAccess", "xFullPathname", "xDlOpen", "xDlError", "xDlSym")),
        *((name, c_void_p) for name in ("xDlClose", "xRandomness", "xSleep", "xCurrentTime", "xGetLastError")),
        *((name, c_void_p) for name in ("xCurrentTimeInt64", "xSetSystemCall", "xGetSystemCall", "xNextSystemCall")),
    )


_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, POINTER(_File), c_int, POINTER(c_int))
_REMOVE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_PUT = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_CUT = CFUNCTYPE(c_int, c_void_p, c_int64)
_FLUSH = CFUNCTYPE(c_int, c_void_p, c_int)


class _Watched:
    """The file system that is registered. It has to live as long as a connection that uses it."""

    def __init__(self, real: "ctypes._Pointer[_System]", disk: Watcher) -> None:
        self._disk = disk
        self._real = real
        self._kept: list[Any] = []
        self.system = _System.from_buffer_copy(real.contents)
        self.system.zName = b"watched"
        self.system.pNext = None
        self._real_open = _OPEN(real.contents.xOpen)
        self._real_delete = _REMOVE(real.contents.xDelete)
        self.system.xOpen = self._keep(_OPEN(self._open))
        self.system.xDelete = self._keep(_REMOVE(self._delete))

    def _keep(self, function: Any) -> int:
        self._kept.append(function)
        return ctypes.cast(function, c_void_p).value or 0

    def _refuse(self, what: str, path: Path, code: int) -> int:
        if not self._disk.step(what, path):
            return _OK
        return _FULL if self._disk.fault.value == "full" and what == "write" else code

    def _open(self, _system: int, name: int | None, file: Any, flags: int, out: Any) -> int:
        path = None if name is None else _path(name)  # the real one keeps the pointer itself: it may not become a text on the way
        creates = path is not None and bool(flags & _OPEN_CREATE) and not path.exists()
        if path is not None and creates and self._refuse("create", path, _CANTOPEN):
            file.contents.pMethods = None
            return _CANTOPEN
        code = self._real_open(ctypes.addressof(self._real.contents), name, file, flags, out)
        if code == _OK and path is not None and file.contents.pMethods:
            if creates:
                self._disk.created(path)
            file.contents.pMethods = ctypes.pointer(self._watch(path, file.contents.pMethods.contents))
        return int(code)

    def _watch(self, path: Path, real: _Methods) -> _Methods:
        ours = _Methods()
        size = _Methods.xShmMap.offset if real.iVersion == 1 else ctypes.sizeof(_Methods)
        ctypes.memmove(ctypes.byref(ours), ctypes.byref(real), size)
        put, cut = _PUT(real.xWrite), _CUT(real.xTruncate)

        def write(file: int, data: int, length: int, at: int) -> int:
            return self._refuse("write", path, _WRITE) or int(put(file, data, length, at))

        def truncate(file: int, length: int) -> int:
            return self._refuse("truncate", path, _TRUNCATE) or int(cut(file, length))

        def sync(_file: int, _how: int) -> int:
            code = self._refuse("sync", path, _SYNC)
            if code == _OK:
                self._disk.file_synced(path)
                if path.name.endswith(("-wal", "-journal")):  # SQLite syncs the folder, too, once it has made one
                    self._disk.name_synced(path)
            return code

        ours.xWrite = self._keep(_PUT(write))
        ours.xTruncate = self._keep(_CUT(truncate))
        ours.xSync = self._keep(_FLUSH(sync))
        self._kept.append(ours)
        return ours

    def _delete(self, _system: int, name: int, sync_folder: int) -> int:
        path = _path(name)
        code = self._refuse("unlink", path, _DELETE) if path.exists() else _OK
        if code != _OK:
            return code
        code = int(self._real_delete(ctypes.addressof(self._real.contents), name, sync_folder))
        if code == _OK and sync_folder:
            self._disk.name_synced(path)
        return code


def _path(name: int) -> Path:
    return Path(ctypes.string_at(name).decode())


@contextmanager
def watched_sqlite(disk: Watcher) -> Iterator[None]:
    """Tell `disk` of all that connections do that are opened until the context ends."""
    library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    library.sqlite3_vfs_find.restype = POINTER(_System)
    real = library.sqlite3_vfs_find(None)
    watched = _Watched(real, disk)
    library.sqlite3_vfs_register(ctypes.byref(watched.system), 1)
    try:
        yield
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(watched.system))
        library.sqlite3_vfs_register(real, 1)
