"""A line of a legend: a sample, painted as it stands in the picture, with its name beside it in small print."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, Role, TypeRole
from walkcoach.ui.widgets.painted import PaintedShape

_LINE_PX: Final = 26


class SampleEntry(PaintedShape):
    """A sample of `wide_px` by `high_px` at 100 % text, and its name `text`. Who derives paints it in `paint_sample`."""

    def __init__(self, text: str, wide_px: int, high_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._sample_px = (wide_px, high_px)
        self._size = self._measured()
        self.say(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paint_sample(self, painter: QPainter, box: QRectF) -> None:
        """Paint the sample in `box`."""
        raise NotImplementedError

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
        width, height = (self.theme.scaled(side) for side in self._sample_px)
        left = self.width() - width if self.mirrored() else 0
        self.paint_sample(painter, QRectF(left, (self.height() - height) / 2, width, height))
        painter.setFont(self.theme.font(TypeRole.CAPTION))
        painter.setPen(self.theme.colour(Role.MUTED))
        beside = width + SPACE_8
        room = self.rect().adjusted(0, 0, -beside, 0) if self.mirrored() else self.rect().adjusted(beside, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self._text)

    def _measured(self) -> QSize:
        """Measured once: a row of these is laid out again and again."""
        metrics = QFontMetrics(self.theme.font(TypeRole.CAPTION))
        width = self.theme.scaled(self._sample_px[0]) + SPACE_8 + metrics.horizontalAdvance(self._text) + 2
        return QSize(width, max(self.theme.scaled(_LINE_PX), metrics.height()))
