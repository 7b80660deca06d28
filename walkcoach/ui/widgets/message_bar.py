"""A bar across the window for trouble: a sentence, a way on, and a button that takes it away."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkcoach.ui.theme.icons import Icon, paint_icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_12, SPACE_16, SPACE_32, Role
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.painted import PaintedShape
from walkcoach.ui.widgets.window_bar import WindowBar


class MessageBar(WindowBar):
    """Hidden until there is something to say. It never takes the focus, and never goes away by itself."""

    def __init__(self, name: str, dismiss: str, parent: QWidget | None = None) -> None:
        super().__init__(name, dismiss, Role.SOFT_CAUTION, Role.CAUTION, parent=parent)
        self._way_on = Label("")
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addWidget(self._what)
        words.addWidget(self._way_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_32, SPACE_12, SPACE_16, SPACE_12)
        row.setSpacing(SPACE_16)
        sign = _Sign()
        sign.say(name)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, what: str, way_on: str = "") -> None:
        """Show the sentence and the way on; screen readers say both."""
        self._what.setText(what)
        self._way_on.setText(way_on)
        self._way_on.setVisible(bool(way_on))
        self.show()
        announce(self, f"{what} {way_on}".strip())

    def text(self) -> tuple[str, str]:
        """What is said now: the sentence and the way on."""
        return self._what.text(), self._way_on.text()


class _Sign(PaintedShape):
    """The sign for "look here"."""

    def sizeHint(self) -> QSize:
        """A square, as high as a line."""
        side = self.theme.scaled(26)
        return QSize(side, side)

    def apply_theme(self, theme: Theme) -> None:
        """Take size and colour from `theme`."""
        super().apply_theme(theme)
        self.setFixedSize(self.sizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the triangle."""
        painter = QPainter(self)
        side = min(self.width(), self.height())
        paint_icon(painter, Icon.CAUTION, QRectF(0, 0, side, side), self.theme.colour(Role.CAUTION))
