"""The foot of a check-in: it stays in sight under a thin line while the questions scroll."""

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role


class CheckInFooter(QWidget):
    """The part that stays, under a thin line."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = Theme()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.colour(Role.LINE), 2))
        painter.drawLine(0, 1, self.width(), 1)
