"""What a day was, as a small shape: one for each decision, and one each for what else a day may bring. No two are alike.

The shapes tell without colour; colour only helps. A step back has the calm colour of any other walk: it is no alarm. Drawn on
a grid of 24 × 24, so that they are sharp at every size.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.core.decision import DecisionKind
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role
from walkcoach.ui.widgets.painted import PaintedShape
from walkcoach.ui.widgets.sample_entry import SampleEntry

_GRID: Final = 24.0
_STROKE: Final = 2.6
_SIDE_PX: Final = 18


class MarkKind(StrEnum):
    """The shapes there are. Those of decisions have the names of `DecisionKind`, so that `MarkKind(kind)` finds them.

    `LOCK` stands for a day without a walk while a sign or a foot finding waits to be looked at, `NO_WALK` for one of another
    reason. `FREE_WALK` is a walk beside the plan.
    """

    START = "start"
    INCREASE = "increase"
    REPEAT = "repeat"
    STEP_BACK = "step_back"
    EASY_DAY = "easy_day"
    REST_DAY = "rest_day"
    NO_WALK = "no_walk"
    LOCK = "lock"
    FREE_WALK = "free_walk"
    WARNING_SIGN = "warning_sign"
    FOOT_FINDING = "foot_finding"
    REMARK = "remark"


_PLANS: Final = frozenset({MarkKind.START, MarkKind.INCREASE, MarkKind.REPEAT, MarkKind.STEP_BACK, MarkKind.EASY_DAY})
"""The decisions that offer a walk."""


class DecisionMark(PaintedShape):
    """One shape, beside a line of text; `words` say for screen readers what it stands for ("A little more").

    `hollow`: the plan of a day on which it was not walked.
    """

    def __init__(
        self, kind: MarkKind | DecisionKind, words: str = "", *, hollow: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = MarkKind(kind)
        self._hollow = hollow
        self.say(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        side = self.theme.scaled(_SIDE_PX)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """No smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape in the middle."""
        painter = QPainter(self)
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_decision_mark(painter, box, self._kind, self.theme, hollow=self._hollow)


class MarkEntry(SampleEntry):
    """One shape with its name beside it, in small print: a line of a legend."""

    def __init__(self, kind: MarkKind | DecisionKind, text: str, *, hollow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, _SIDE_PX, _SIDE_PX, parent)
        self._kind = MarkKind(kind)
        self._hollow = hollow

    def paint_sample(self, painter: QPainter, box: QRectF) -> None:
        """Paint the shape."""
        paint_decision_mark(painter, box, self._kind, self.theme, hollow=self._hollow)


def paint_decision_mark(
    painter: QPainter,
    rect: QRectF,
    kind: MarkKind | DecisionKind,
    theme: Theme,
    *,
    hollow: bool = False,
    ink: Role | None = None,
) -> None:
    """Paint the shape of `kind` into the square `rect`; `ink` is another role for it than its own.

    `hollow` draws only the outline of what offers a walk: the plan was made, and not walked. It changes no other shape.
    """
    mark = MarkKind(kind)
    role, draw = _MARKS[mark]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / _GRID, rect.height() / _GRID)
    colour = theme.colour(ink or role)
    painter.setPen(QPen(colour, _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow and mark in _PLANS else colour)
    draw(painter, colour, theme.colour(Role.ON_DANGER))
    painter.restore()


def _start(painter: QPainter, _colour: QColor, _on: QColor) -> None:
    """A diamond."""
    painter.drawPolygon(_polygon(12, 2, 22, 12, 12, 22, 2, 12))


def _increase(painter: QPainter, _colour: QColor, _on: QColor) -> None:
    """A triangle that points up: more."""
    painter.drawPolygon(_polygon(12, 4, 21, 19, 3, 19))


def _repeat(painter: QPainter, _colour: QColor, _on: QColor) -> None:
    """A disc: as before."""
    painter.drawEllipse(QPointF(12, 12), 6.8, 6.8)


def _step_back(painter: QPainter, _colour: QColor, _on: QColor) -> None:
    """A triangle that points down: less."""
    painter.drawPolygon(_polygon(12, 20, 3, 5, 21, 5))


def _easy_day(painter: QPainter, _colour: QColor, _on: QColor) -> None:
    """A ring that is half full: half of the plan."""
    filled = painter.brush()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(12, 12), 8, 8)
    painter.setBrush(filled)
    half = QPainterPath(QPointF(12, 4))
    half.arcTo(QRectF(4, 4, 16, 16), 90, 180)
    half.closeSubpath()
    painter.drawPath(half)


def _rest_day(painter: QPainter, _colour: QColor, _on: QColor) -> None:
    """A dash: nothing was due."""
    painter.drawLine(QPointF(6, 12), QPointF(18, 12))


def _no_walk(painter: QPainter, _colour: QColor, _on: QColor) -> None:
    """A cross."""
    painter.drawLine(QPointF(6, 6), QPointF(18, 18))
    painter.drawLine(QPointF(18, 6), QPointF(6, 18))


def _lock(painter: QPainter, colour: QColor, _on: QColor) -> None:
    """A padlock."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shackle = QPainterPath(QPointF(7.5, 11))
    shackle.lineTo(7.5, 8)
    shackle.arcTo(QRectF(7.5, 3.5, 9, 9), 180, -180)
    shackle.lineTo(16.5, 11)
    painter.drawPath(shackle)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(5, 11, 14, 9.5), 1.5, 1.5)


def _free_walk(painter: QPainter, _colour: QColor, _on: QColor) -> None:
    """A plus: beside the plan."""
    painter.drawLine(QPointF(12, 5.5), QPointF(12, 18.5))
    painter.drawLine(QPointF(5.5, 12), QPointF(18.5, 12))


def _warning_sign(painter: QPainter, _colour: QColor, on: QColor) -> None:
    """An eight-sided plate with an exclamation mark."""
    painter.drawPolygon(_polygon(8, 2.5, 16, 2.5, 21.5, 8, 21.5, 16, 16, 21.5, 8, 21.5, 2.5, 16, 2.5, 8))
    painter.setPen(QPen(on, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(12, 6.5), QPointF(12, 12.8))
    painter.drawLine(QPointF(12, 17.3), QPointF(12, 17.4))


def _foot_finding(painter: QPainter, _colour: QColor, _on: QColor) -> None:
    """The print of a foot: sole, heel and toes."""
    painter.setPen(Qt.PenStyle.NoPen)
    sole = QPainterPath(QPointF(7, 11.5))
    sole.cubicTo(7, 7.5, 17, 7, 17.4, 11.5)
    sole.cubicTo(17.6, 14.5, 15.4, 15.5, 15.6, 18.5)
    sole.cubicTo(15.6, 23.5, 9.4, 23.5, 9.4, 18.5)
    sole.cubicTo(9.4, 15.5, 7, 14.5, 7, 11.5)
    painter.drawPath(sole)
    for x, y, radius in ((6.6, 5.4, 2.5), (11.6, 3.6, 1.9), (15.8, 4.2, 1.6), (19.2, 6.4, 1.5)):
        painter.drawEllipse(QPointF(x, y), radius, radius)


def _remark(painter: QPainter, _colour: QColor, _on: QColor) -> None:
    """A sheet with two lines of writing."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(4.5, 3.5, 15, 17), 2, 2)
    painter.drawLine(QPointF(8.6, 9.2), QPointF(15.4, 9.2))
    painter.drawLine(QPointF(8.6, 14.4), QPointF(13.4, 14.4))


def _polygon(*points: float) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in zip(points[::2], points[1::2], strict=True)])


_MARKS: Final[Mapping[MarkKind, tuple[Role, Callable[[QPainter, QColor, QColor], None]]]] = MappingProxyType(
    {
        MarkKind.START: (Role.ACCENT, _start),
        MarkKind.INCREASE: (Role.ACCENT, _increase),
        MarkKind.REPEAT: (Role.NORMAL, _repeat),
        MarkKind.STEP_BACK: (Role.NORMAL, _step_back),
        MarkKind.EASY_DAY: (Role.NORMAL, _easy_day),
        MarkKind.REST_DAY: (Role.MUTED, _rest_day),
        MarkKind.NO_WALK: (Role.MUTED, _no_walk),
        MarkKind.LOCK: (Role.CAUTION, _lock),
        MarkKind.FREE_WALK: (Role.MUTED, _free_walk),
        MarkKind.WARNING_SIGN: (Role.DANGER, _warning_sign),
        MarkKind.FOOT_FINDING: (Role.CAUTION, _foot_finding),
        MarkKind.REMARK: (Role.MUTED, _remark),
    }
)
