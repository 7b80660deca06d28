"""A ban on the network for a process and all that it starts, by the kernel itself: no library can get round it, no root is needed.

A system call filter (seccomp) ends a process at once, with `SIGSYS`, when it so much as makes a socket of a network family:
internet of either version, or raw packets. Local sockets are as they were.
"""

import ctypes
import os
import platform
import signal
import struct
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENDED_BY_BAN: Final = -signal.SIGSYS
"""The exit status of a process that has tried."""

_MACHINES: Final[Mapping[str, tuple[int, int]]] = MappingProxyType({"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)})
"""Kind of machine → how the kernel's filter calls it, and the number of its `socket` call."""
_FAMILIES: Final = (2, 10, 17)
"""AF_INET, AF_INET6, AF_PACKET, as Linux numbers them."""

_PR_SET_SECCOMP: Final = 22
_PR_SET_NO_NEW_PRIVS: Final = 38
_MODE_FILTER: Final = 2
_LOAD: Final = 0x20
_JUMP_IF_EQUAL: Final = 0x15
_RETURN: Final = 0x06
_ALLOW: Final = 0x7FFF0000
_KILL_PROCESS: Final = 0x80000000
_AT_CALL, _AT_MACHINE, _AT_FAMILY = 0, 4, 16
"""Where in what the filter is shown stand the call's number, the machine and the call's first argument."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def ban_network() -> None:
    """Ban it for this process and all its children, for ever. To be called in a process that has just been forked."""
    machine, call = _MACHINES[platform.machine()]
    steps = [
        (_LOAD, 0, 0, _AT_MACHINE),
        (_JUMP_IF_EQUAL, 0, 3 + len(_FAMILIES), machine),
        (_LOAD, 0, 0, _AT_CALL),
        (_JUMP_IF_EQUAL, 0, 1 + len(_FAMILIES), call),
        (_LOAD, 0, 0, _AT_FAMILY),
        *((_JUMP_IF_EQUAL, len(_FAMILIES) - number, 0, family) for number, family in enumerate(_FAMILIES)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL_PROCESS),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.cast(code, ctypes.c_void_p).value)
    libc = ctypes.CDLL(None, use_errno=True)
    for words in ((_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), (_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0)):
        if libc.prctl(*words):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
