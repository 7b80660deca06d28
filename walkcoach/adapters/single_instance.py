"""One window on one diary: a way to ask the owner of the diary's lock to come forward.

The lock alone says who has the diary (`diary_lock`). Beside it the owner listens on a local socket (never a network one), which
only this person can reach; a second start asks there that the window that is open come to the front. Listening fails without a
word: then a second start has to say that the diary is open already, as it does when the owner gives no answer.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QObject, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from walkcoach.adapters.diary_lock import DiaryLock, OpenAlready

SOCKET_FILE: Final = "walkcoach.socket"
PATIENCE_MS: Final = 2_000
"""How long a second start waits for an answer before it says that the diary is open already."""
_RETRY_MS: Final = 50
_LONGEST_PATH: Final = 100
"""In bytes. The system allows 104 to 108, and Qt makes the socket under a name that may be a little longer at first."""
_REQUEST: Final = b"come-forward"
_ANSWER: Final = b"here"
_MOST_BYTES: Final = 1_000
_TOKEN: Final = "XDG_ACTIVATION_TOKEN"
"""Where a Wayland desktop leaves word that this start was the person's own wish; without it no window may come to the front."""


def answer(lock: DiaryLock, come_forward: Callable[[], object]) -> None:
    """Until `lock` is let go of do `come_forward` whenever a second start asks for it. Needs an event loop."""
    if lock.held:
        door = _Door(lock.folder, come_forward)
        lock.before_release(door.close)


def only_window(folder: Path, patience_ms: int = PATIENCE_MS) -> DiaryLock | None:
    """The lock of `folder` for a window; None where one is open already and has come to the front.

    Raises `OpenAlready` if within `patience_ms` the owner neither answers nor lets go: it hangs, or it is no window.
    """
    left = QDeadlineTimer(patience_ms)
    while True:
        try:
            return DiaryLock(folder)
        except OpenAlready:
            if _ask_to_come_forward(folder, left):
                return None
            if left.hasExpired():
                raise
        QThread.msleep(_RETRY_MS)


def socket_places(folder: Path) -> tuple[str, ...]:
    """Where the owner of `folder` may listen, best place first: paths, or on Windows the name of a pipe.

    A place is for this person alone, and its path is short enough for a socket.
    """
    # Qt's own, since Python's brings along a library of several megabytes for it.
    place = QCryptographicHash.hash(os.fsencode(folder.resolve()), QCryptographicHash.Algorithm.Sha256)
    name = bytes(place.toHex().data()).decode("ascii")[:16]
    if os.name == "nt":
        return (f"walkcoach-{name}",)
    return tuple(str(path) for path in _paths(folder, f"walkcoach-{name}.socket") if len(os.fsencode(path)) <= _LONGEST_PATH)


def _paths(folder: Path, name: str) -> Iterator[Path]:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and Path(runtime).is_absolute() and _is_ours(Path(runtime)):
        yield Path(runtime) / name
    if _is_ours(folder):
        yield folder.absolute() / SOCKET_FILE


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can put anything into it."""
    try:
        facts = folder.stat()
    except OSError:
        return False
    return facts.st_uid == os.getuid() and not facts.st_mode & 0o022


class _Door(QObject):
    """Listens at the first place that can be listened at, and answers those who knock."""

    def __init__(self, folder: Path, come_forward: Callable[[], object]) -> None:
        super().__init__()
        self._come_forward = come_forward
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._let_in)
        for place in socket_places(folder):
            if self._server.listen(place):  # it is renamed into place, over what a dead owner has left there
                break

    def close(self) -> None:
        """Listen no more, and leave nothing behind."""
        self._server.close()

    def _let_in(self) -> None:
        while (guest := self._server.nextPendingConnection()) is not None:
            guest.disconnected.connect(guest.deleteLater)
            guest.readyRead.connect(lambda guest=guest: self._hear(guest))
            self._hear(guest)

    def _hear(self, guest: QLocalSocket) -> None:
        if not guest.canReadLine():
            if guest.bytesAvailable() > _MOST_BYTES:
                guest.abort()
            return
        request, _, token = bytes(guest.readLine(_MOST_BYTES).data()).strip().partition(b" ")
        if request != _REQUEST:
            guest.abort()
            return
        if token:
            os.environ[_TOKEN] = token.decode("ascii", "ignore")  # Qt takes it from there, once
        self._come_forward()
        guest.write(_ANSWER + b"\n")
        guest.flush()
        guest.disconnectFromServer()


def _ask_to_come_forward(folder: Path, left: QDeadlineTimer) -> bool:
    """Whether the owner of `folder` has said that it does; asks at every place, and waits no longer than is `left`."""
    token = os.environ.get(_TOKEN, "").encode("ascii", "ignore")
    return any(_ask_at(place, token, left) for place in socket_places(folder))


def _ask_at(place: str, token: bytes, left: QDeadlineTimer) -> bool:
    guest = QLocalSocket()
    guest.connectToServer(place)
    if not guest.waitForConnected(max(1, left.remainingTime())):
        return False
    guest.write(_REQUEST + b" " + token + b"\n")
    while not guest.canReadLine() and guest.waitForReadyRead(max(1, left.remainingTime())):
        pass
    answer = bytes(guest.readLine(_MOST_BYTES).data()).strip()
    guest.abort()
    return answer == _ANSWER
