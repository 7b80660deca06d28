"""What the marks of a chart mean: a sample of each, painted as in the chart, with its name beside it."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.ui.theme.tokens import SPACE_8, Role, TypeRole
from walkcoach.ui.widgets.hatch import paint_hatch
from walkcoach.ui.widgets.painted import PaintedShape

_SIDE: Final = 14
_LONG: Final = 28


class Mark(StrEnum):
    """What is sampled: the bars and the mark of the plan, the lines and the band."""

    NORMAL = "normal"
    BRISK = "brisk"
    PLANNED = "planned"
    BEFORE = "before"
    WORST = "worst"
    USUAL = "usual"


class LegendEntry(PaintedShape):
    """One mark with its name."""

    def __init__(self, mark: Mark, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self._text = text
        self.say(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Sample and name in one line."""
        metrics = QFontMetrics(self.theme.font(TypeRole.CAPTION))
        width = self._sample_px() + SPACE_8 + metrics.horizontalAdvance(self._text) + 2
        return QSize(width, max(self.theme.scaled(26), metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """No smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw sample and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.theme.scaled(_SIDE)
        left = 0 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - self._sample_px()
        self._paint_sample(painter, QRectF(left, (self.height() - height) / 2, self._sample_px(), height))
        painter.setFont(self.theme.font(TypeRole.CAPTION))
        painter.setPen(self.theme.colour(Role.MUTED))
        beside = self._sample_px() + SPACE_8
        words = self.rect().adjusted(beside, 0, 0, 0) if not left else self.rect().adjusted(0, 0, -beside, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self._text)

    def _sample_px(self) -> int:
        return self.theme.scaled(_SIDE if self._mark in (Mark.NORMAL, Mark.BRISK) else _LONG)

    def _paint_sample(self, painter: QPainter, box: QRectF) -> None:
        colour = self.theme.colour
        middle = QLineF(box.left() + 2, box.center().y(), box.right() - 2, box.center().y())
        path = QPainterPath()
        path.addRoundedRect(box, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        match self._mark:
            case Mark.NORMAL:
                painter.fillPath(path, colour(Role.NORMAL))
            case Mark.BRISK:
                painter.fillPath(path, colour(Role.BRISK))
                paint_hatch(painter, path, colour(Role.BRISK_HATCH), 2.0)
            case Mark.PLANNED:
                painter.setPen(QPen(colour(Role.MUTED), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLine(middle)
            case Mark.USUAL:
                painter.fillPath(path, colour(Role.SOFT_ACCENT))
                painter.setPen(QPen(colour(Role.EDGE), 1, Qt.PenStyle.DotLine))
                painter.drawLine(box.topLeft(), box.topRight())
                painter.drawLine(box.bottomLeft(), box.bottomRight())
            case Mark.BEFORE:
                painter.setPen(QPen(colour(Role.ACCENT), 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLine(middle)
                self._paint_dot(painter, middle.center(), Role.ACCENT, Role.ACCENT, 2.6)
            case Mark.WORST:
                pen = QPen(colour(Role.BRISK), 2.2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([3.0, 2.0])
                painter.setPen(pen)
                painter.drawLine(middle)
                self._paint_dot(painter, middle.center(), Role.BRISK, Role.CARD, 4.0)

    def _paint_dot(self, painter: QPainter, centre: QPointF, edge: Role, fill: Role, radius_px: float) -> None:
        painter.setPen(QPen(self.theme.colour(edge), 1.8))
        painter.setBrush(self.theme.colour(fill))
        painter.drawEllipse(centre, radius_px, radius_px)
