"""What the marks of a chart mean: a sample of each, painted as in the chart, with its name beside it."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.ui.charts.marks import SQUARE, Mark, paint_sample
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, Role, TypeRole
from walkcoach.ui.widgets.painted import PaintedShape

_SIDE: Final = 14
_LONG: Final = 28


class LegendEntry(PaintedShape):
    """One mark with its name."""

    def __init__(self, mark: Mark, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self._text = text
        self._size = self._measured()
        self.say(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def apply_theme(self, theme: Theme) -> None:
        """Take font and colours from `theme`."""
        self.theme = theme
        self._size = self._measured()
        super().apply_theme(theme)

    def sizeHint(self) -> QSize:
        """Sample and name in one line."""
        return self._size

    def minimumSizeHint(self) -> QSize:
        """No smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw sample and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.theme.scaled(_SIDE)
        left = 0 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - self._sample_px()
        paint_sample(painter, self._mark, QRectF(left, (self.height() - height) / 2, self._sample_px(), height), self.theme)
        painter.setFont(self.theme.font(TypeRole.CAPTION))
        painter.setPen(self.theme.colour(Role.MUTED))
        beside = self._sample_px() + SPACE_8
        words = self.rect().adjusted(beside, 0, 0, 0) if not left else self.rect().adjusted(0, 0, -beside, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self._text)

    def _measured(self) -> QSize:
        """Measured once: a row of these is laid out again and again."""
        metrics = QFontMetrics(self.theme.font(TypeRole.CAPTION))
        width = self._sample_px() + SPACE_8 + metrics.horizontalAdvance(self._text) + 2
        return QSize(width, max(self.theme.scaled(26), metrics.height()))

    def _sample_px(self) -> int:
        return self.theme.scaled(_SIDE if self._mark in SQUARE else _LONG)
