"""What can wait until a window has been drawn: the person sees it sooner, and all is there before the first key is taken."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

LATEST_MS: Final = 2_000
"""A window that is minimised from the start is not drawn; what waits for it is done all the same."""


def once_drawn(window: QWidget, act: Callable[[], object], latest_ms: int = LATEST_MS) -> None:
    """Do `act` once, as soon as `window` has been drawn with all that is in it, before the next key or click is taken.

    A window that is not drawn within `latest_ms` is waited for no longer.
    """
    _OnceDrawn(window, act, latest_ms)


class _OnceDrawn(QObject):
    def __init__(self, window: QWidget, act: Callable[[], object], latest_ms: int) -> None:
        super().__init__(window)
        self._window = window
        self._act = act
        self._timer = QTimer(self, singleShot=True, interval=latest_ms)
        self._timer.timeout.connect(self._do)
        self._timer.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is drawn first and what is in it next, in one go; a timer of no length comes after that."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return super().eventFilter(watched, event)

    def _do(self) -> None:
        self._window.removeEventFilter(self)
        self.deleteLater()
        self._act()
