"""The week as seven dots, each with its minutes: filled where there was a walk, a ring for today, dotted where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, Role, TypeRole
from walkcoach.ui.widgets.painted import PaintedShape


class DotKind(StrEnum):
    """What a day was: walked, due (today, or still to come), or free of a walk (a rest day, or none was taken)."""

    WALKED = "walked"
    DUE = "due"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Dot:
    """One day: its short name, the figure in the dot (empty: none) and what it was."""

    name: str
    figure: str
    kind: DotKind
    today: bool = False


class WeekDots(PaintedShape):
    """Seven dots in a row. Give them words for screen readers with `say`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: tuple[Dot, ...] = ()

    def show_dots(self, dots: Sequence[Dot]) -> None:
        """Draw these days."""
        self._dots = tuple(dots)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Dots of 54 pixels at 100 % text, in a row."""
        cell = self.theme.scaled(62)
        return QSize(len(self._dots) * cell, round(self._dot_side(cell)) + self._name_height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as three figures a dot can be read."""
        return QSize(len(self._dots) * self._least_cell(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots and the names of the days."""
        if not self._dots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self.width() / len(self._dots)
        side = self._dot_side(cell)
        mirrored = self.mirrored()
        for place, dot in enumerate(self._dots):
            column = len(self._dots) - 1 - place if mirrored else place
            self._paint_dot(painter, dot, QRectF(column * cell + (cell - side) / 2, 2, side, side))
            painter.setFont(self.theme.font(TypeRole.CAPTION_STRONG))
            painter.setPen(self.theme.colour(Role.INK if dot.today else Role.MUTED))
            below = QRectF(column * cell, side + SPACE_8, cell, self._name_height())
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, dot.name)

    def _paint_dot(self, painter: QPainter, dot: Dot, box: QRectF) -> None:
        colour = self.theme.colour
        walked = dot.kind is DotKind.WALKED
        ring = box.adjusted(1.5, 1.5, -1.5, -1.5)
        if walked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.ACCENT))
            painter.drawEllipse(box.adjusted(5, 5, -5, -5) if dot.today else box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if dot.today:
            painter.setPen(QPen(colour(Role.ACCENT), 3))
            painter.drawEllipse(ring)
        elif not walked:
            pen = QPen(colour(Role.EDGE), 1.5)
            if dot.kind is DotKind.NONE:
                pen.setDashPattern([1.2, 3.2])
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawEllipse(ring)
        font = self.theme.font(TypeRole.STRONG)
        room = box.width() - (18 if dot.today and walked else 10)
        while font.pixelSize() > 8 and QFontMetrics(font).horizontalAdvance(dot.figure) > room:
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        ink = Role.ON_ACCENT if walked else Role.ACCENT if dot.today else Role.MUTED
        painter.setPen(colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, dot.figure)

    def _dot_side(self, cell: float) -> float:
        return min(float(self.theme.scaled(54)), cell - SPACE_8)

    def _least_cell(self) -> int:
        metrics = QFontMetrics(self.theme.font(TypeRole.CAPTION_STRONG))
        name = max((metrics.horizontalAdvance(dot.name) for dot in self._dots), default=0)
        return max(name + SPACE_4, 40)

    def _name_height(self) -> int:
        return QFontMetrics(self.theme.font(TypeRole.CAPTION_STRONG)).height() + SPACE_8 + SPACE_4
