"""A short double flash over a page, for those who do not hear a tone. Still where the system asks for no motion."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role

BEAT_MS: Final = 150
"""Length of a flash and of the gap after it: two flashes in 0.6 s, below the three a second that can harm."""
_BEATS: Final = (True, False, True, False)
_STRENGTH: Final = 0.7


def motion_allowed(widget: QWidget) -> bool:
    """Whether the system lets things move. Older versions of Qt only tell by the length of the style's animations."""
    style_hints = QGuiApplication.styleHints()
    hints = style_hints.accessibility()  # kept by name: Qt's objects may go with the wrappers that led to them
    preference = getattr(hints, "motionPreference", None)
    duration_ms = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget)
    return may_move("" if preference is None else str(preference()), duration_ms)


def may_move(preference: str, duration_ms: int) -> bool:
    """What follows from the system's `preference` ("" where it has none) and the length of its animations, 0 for none."""
    return "reduce" not in preference.lower() and duration_ms > 0


class Flash(QWidget):
    """Lies over its parent, unseen but for two short flashes. It takes no clicks and no keyboard."""

    beaten = Signal()
    """It has just lit up, or gone dark between two flashes."""
    finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._lit = False
        self._beat = len(_BEATS)
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._next)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def lit(self) -> bool:
        """Whether it lights up just now."""
        return self._lit

    def apply_theme(self, theme: Theme) -> None:
        """Take the colour."""
        self._theme = theme

    def begin(self) -> None:
        """Flash twice, from now on."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self._beat = -1
        self.show()
        self.raise_()
        self._next()
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Light, or nothing."""
        if self._lit:
            painter = QPainter(self)
            painter.setOpacity(_STRENGTH)
            painter.fillRect(event.rect(), self._theme.colour(Role.WALK_INK))

    def _next(self) -> None:
        self._beat += 1
        if self._beat >= len(_BEATS):
            self._timer.stop()
            self.hide()
            self.finished.emit()
            return
        self._lit = _BEATS[self._beat]
        self.update()
        self.beaten.emit()
