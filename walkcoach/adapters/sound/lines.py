"""How the processes of the sound speak with each other: in lines, on standard input and output. Nothing here waits."""

import os
import threading
from collections.abc import Iterator
from typing import NoReturn

from PySide6.QtCore import QObject, Signal


class Ear(QObject):
    """Reads lines from whoever started this process, in a thread of its own, as there is no other way on every system.

    The end of the input is a line, too: `quit`.
    """

    heard = Signal(str)

    def listen(self) -> None:
        """Begin to listen; the thread ends with the input, or with the process."""
        threading.Thread(target=self._read, name="ear", daemon=True).start()

    def _read(self) -> None:
        for line in _lines_of(0):
            self.heard.emit(line)
        self.heard.emit("quit")


def say(line: str) -> None:
    """Say one line; a listener that has gone hears nothing, and the end of the input tells us so."""
    try:
        os.write(1, f"{line}\n".encode())
    except OSError:
        return


def leave(status: int) -> NoReturn:
    """End at once, without tidying up: taking a dead device down can hang or abort."""
    os._exit(status)


def _lines_of(descriptor: int) -> Iterator[str]:
    """The lines that come in; read without Python's buffers, which a thread that still reads would lock at the exit."""
    rest = b""
    while chunk := _read(descriptor):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield line.decode("utf-8", "replace").strip()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:
        return b""
