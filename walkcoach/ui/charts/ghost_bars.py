"""Where the chart will be: a few outlined bars that promise nothing."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_12, Role

_HEIGHTS: Final = (0.38, 0.52, 0.48, 0.66, 0.8, 0.74, 0.92)
_BAR_PX: Final = 30
_TALL_PX: Final = 120


class GhostBars(QWidget):
    """The shape of a chart of minutes, without minutes. Only an ornament: screen readers pass it by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and size from `theme`."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Seven bars beside each other."""
        bar = self._theme.scaled(_BAR_PX)
        return QSize(len(_HEIGHTS) * (bar + SPACE_12), self._theme.scaled(_TALL_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars on their line."""
        colour = self._theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = self._theme.scaled(_BAR_PX)
        pen = QPen(colour(Role.EDGE), 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([2.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(colour(Role.SOFT_ACCENT))
        foot = self.height() - 2.0
        for number, share in enumerate(_HEIGHTS):
            tall = share * (foot - 2)
            box = QRectF(SPACE_12 / 2 + number * (bar + SPACE_12), foot - tall, bar, tall)
            painter.drawRoundedRect(box, SPACE_4, SPACE_4)
        painter.setPen(QPen(colour(Role.LINE), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
