"""The marks of the charts, painted alike in a chart and in its legend. Each has a shape of its own: none needs its colour."""

from enum import StrEnum
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role
from walkcoach.ui.widgets.hatch import paint_hatch, stripes_in


class Mark(StrEnum):
    """Bars and the mark of the plan; lines and the band; what is noticed about a walk, one shape each."""

    NORMAL = "normal"
    BRISK = "brisk"
    PLANNED = "planned"
    BEFORE = "before"
    WORST = "worst"
    USUAL = "usual"
    EFFORT = "effort"
    LESS_STEADY = "less_steady"
    MUCH_LESS_STEADY = "much_less_steady"
    STUMBLED = "stumbled"
    COULD_NOT_TALK = "could_not_talk"
    FEET_NEW = "feet_new"
    FEET_UNCHECKED = "feet_unchecked"
    FEET_FINE = "feet_fine"
    SIGN = "sign"


NOTICED: Final = frozenset(
    {
        Mark.LESS_STEADY,
        Mark.MUCH_LESS_STEADY,
        Mark.STUMBLED,
        Mark.COULD_NOT_TALK,
        Mark.FEET_NEW,
        Mark.FEET_UNCHECKED,
        Mark.FEET_FINE,
        Mark.SIGN,
    }
)
"""Marks of what was noticed: shapes around a point."""
SQUARE: Final = NOTICED | {Mark.NORMAL, Mark.BRISK}
"""Those whose sample is as wide as high."""


def paint_noticed(painter: QPainter, mark: Mark, centre: QPointF, radius_px: float, theme: Theme) -> None:
    """Paint a mark of `NOTICED` around `centre`."""
    colour = theme.colour
    thick = max(1.4, radius_px * 0.3)
    round_pen = QPen(colour(Role.CAUTION), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(round_pen)
    match mark:
        case Mark.LESS_STEADY | Mark.MUCH_LESS_STEADY:
            if mark is Mark.MUCH_LESS_STEADY:
                painter.setBrush(colour(Role.CAUTION))
            painter.drawPolygon(_around(centre, radius_px - thick / 2, (-90, 30, 150), down_px=radius_px * 0.2))
        case Mark.STUMBLED:
            painter.setBrush(colour(Role.CAUTION))
            painter.drawPolygon(_around(centre, radius_px - thick / 2, (-90, 0, 90, 180)))
        case Mark.COULD_NOT_TALK:
            painter.setPen(QPen(colour(Role.CAUTION), thick * 1.25, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            arm = radius_px * 0.66
            painter.drawLine(QLineF(centre.x() - arm, centre.y() - arm, centre.x() + arm, centre.y() + arm))
            painter.drawLine(QLineF(centre.x() - arm, centre.y() + arm, centre.x() + arm, centre.y() - arm))
        case Mark.FEET_NEW:
            side = radius_px * 0.82
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.DANGER))
            painter.drawRect(QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side))
        case Mark.FEET_UNCHECKED:
            painter.setPen(QPen(colour(Role.MUTED), thick))
            painter.drawEllipse(centre, radius_px * 0.7, radius_px * 0.7)
        case Mark.FEET_FINE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.EDGE))
            painter.drawEllipse(centre, radius_px * 0.34, radius_px * 0.34)
        case _:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.DANGER))
            painter.drawPolygon(_around(centre, radius_px, tuple(range(-67, 293, 45))))
            painter.setPen(QPen(colour(Role.CARD), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            x, y = centre.x(), centre.y()
            painter.drawLine(QLineF(x, y - radius_px * 0.5, x, y + radius_px * 0.08))
            painter.drawPoint(QPointF(x, y + radius_px * 0.52))


def paint_dot(painter: QPainter, centre: QPointF, edge: Role, fill: Role, radius_px: float, theme: Theme) -> None:
    """A dot of a line, or with another `fill` a ring."""
    painter.setPen(QPen(theme.colour(edge), 1.8))
    painter.setBrush(theme.colour(fill))
    painter.drawEllipse(centre, radius_px, radius_px)


def hatched(painter: QPainter, shape: QPainterPath, theme: Theme) -> None:
    """Fill `shape` as a brisk bar, with stripes cut out as shapes: files of drawings know neither clips nor textures."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(shape, theme.colour(Role.BRISK))
    painter.fillPath(stripes_in(shape), theme.colour(Role.BRISK_HATCH))


def paint_sample(painter: QPainter, mark: Mark, box: QRectF, theme: Theme, *, on_paper: bool = False) -> None:
    """Paint `mark` as it stands in a legend, in `box`."""
    colour = theme.colour
    middle = QLineF(box.left() + 2, box.center().y(), box.right() - 2, box.center().y())
    path = QPainterPath()
    path.addRoundedRect(box, 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    match mark:
        case Mark.NORMAL:
            painter.fillPath(path, colour(Role.NORMAL))
        case Mark.BRISK if on_paper:
            hatched(painter, path, theme)
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
        case Mark.BEFORE | Mark.EFFORT:
            role = Role.ACCENT if mark is Mark.BEFORE else Role.INK
            painter.setPen(QPen(colour(role), 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(middle)
            paint_dot(painter, middle.center(), role, role, 2.6, theme)
        case Mark.WORST:
            painter.setPen(dashed(colour(Role.BRISK), 2.2))
            painter.drawLine(middle)
            paint_dot(painter, middle.center(), Role.BRISK, Role.CARD, 4.0, theme)
        case _:
            paint_noticed(painter, mark, box.center(), box.height() / 2, theme)


def dashed(colour: QColor, width_px: float) -> QPen:
    """The pen of the line of the worst scores."""
    pen = QPen(colour, width_px, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3.0, 2.0])
    return pen


def _around(centre: QPointF, radius_px: float, degrees: tuple[int, ...], down_px: float = 0.0) -> QPolygonF:
    """A polygon whose corners lie in these directions, clockwise from the right."""
    return QPolygonF(
        [
            QPointF(centre.x() + radius_px * cos(each * pi / 180), centre.y() + down_px + radius_px * sin(each * pi / 180))
            for each in degrees
        ]
    )
