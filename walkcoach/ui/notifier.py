"""Messages on the desktop for somebody who walks with the window out of sight: a change of pace, a sleep, the end.

Where the desktop has no place for them there are none; the tones come all the same. Nothing about health stands in them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from walkcoach.core.cues import CueKind, WalkCue
from walkcoach.core.segments import Pace
from walkcoach.services.walking import WalkStatus
from walkcoach.wording import walk
from walkcoach.wording import window as words

_SHOWN_MS: Final = 8_000
_PACES: Final[Mapping[CueKind, Pace]] = MappingProxyType({CueKind.BRISK: Pace.BRISK, CueKind.NORMAL: Pace.NORMAL})
_COMES_INTO_SIGHT: Final = frozenset({QEvent.Type.Show, QEvent.Type.WindowStateChange, QEvent.Type.WindowActivate})


class Messages(Protocol):
    """Where messages go."""

    def say(self, title: str, text: str) -> None:
        """Show a message, if that is possible here; the one before it goes."""

    def put_away(self) -> None:
        """Take away all that is shown; nothing shown is no error."""


class TrayMessages(QObject):
    """`Messages` beside the desktop's clock. There is an icon only from the first message until it is put away."""

    asked_back = Signal()
    """The person pressed the icon or a message."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def say(self, title: str, text: str) -> None:
        """See `Messages`."""
        if self._tray is None:
            if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
                return
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.setToolTip(title)
            self._tray.activated.connect(self.asked_back)
            self._tray.messageClicked.connect(self.asked_back)
            self._tray.show()
        self._tray.showMessage(title, text, self._window.windowIcon(), _SHOWN_MS)

    def put_away(self) -> None:
        """See `Messages`."""
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None


class WalkNotifier(QObject):
    """Give `draw` every status of a walk: what is new goes to `messages` while `window` is minimised or hidden.

    `small` is a window that may stand for it: while that can be seen, no message is needed.
    """

    def __init__(self, window: QWidget, messages: Messages, small: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._windows = (window,) if small is None else (window, small)
        self._messages = messages
        self._cue: WalkCue | None = None
        self._slept = False
        for each in self._windows:
            each.installEventFilter(self)

    def draw(self, status: WalkStatus) -> None:
        """Tell what is new in `status`, if the person cannot see it."""
        text = self._news(status)
        self._cue, self._slept = status.cue, status.slept_s > 0
        if text and self._out_of_sight():
            self._messages.say(words.app_name(), text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What can be seen in the window again, or is over with it, needs no message."""
        if event.type() is QEvent.Type.Close or (event.type() in _COMES_INTO_SIGHT and not self._out_of_sight()):
            self._messages.put_away()
        return super().eventFilter(watched, event)

    def bring_back(self) -> None:
        """Show the window again, before all others, as large as it was."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _news(self, status: WalkStatus) -> str:
        if status.slept_s > 0 and not self._slept:
            return f"{walk.say_paused()} {walk.slept_line(status.slept_s)}"
        cue = status.cue
        if cue is None or cue == self._cue:
            return ""
        if cue.kind is CueKind.END:
            return walk.say_finished(int(status.snapshot.walked_s) // 60)
        pace = _PACES.get(cue.kind)  # a cue of another kind is worth a tone, not a message
        return walk.say_pace(pace, round(cue.length_s)) if pace else ""

    def _out_of_sight(self) -> bool:
        """Minimised, hidden, or not on the screen that is shown, where the window system tells."""
        return not any(_in_sight(window) for window in self._windows)


def _in_sight(window: QWidget) -> bool:
    return window.isVisible() and not window.isMinimized() and window.windowHandle().isExposed()
