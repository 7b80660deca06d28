"""How the walks felt: the mean effort as a line, and below it, a lane each, shapes for what was noticed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from walkcoach.core.progress import Condition
from walkcoach.core.spans import Grouping
from walkcoach.core.symptoms import SCORE_MAX, SCORE_MIN
from walkcoach.ui.charts.chart import Chart, Scale
from walkcoach.ui.charts.lines import Ring, draw_line
from walkcoach.ui.charts.marks import Mark, paint_noticed
from walkcoach.ui.theme.tokens import SPACE_4, Role, TypeRole
from walkcoach.wording import charts as words

if TYPE_CHECKING:
    from walkcoach.ui.charts.plot import Place

_HEIGHT_PX: Final = 250
_LEAST_COLUMNS: Final = 6
_LINES: Final = (0.0, 5.0, 10.0)
_ROOM: Final = 0.65
_FIRST_LANE: Final = -2.6
_LANE: Final = 2.5
"""Where the middle of the first lane lies, and from one lane to the next, in points of the effort."""
_RADIUS_PX: Final = 7.0
_SHARE: Final = 0.42
"""How much of its column a mark may take to each side."""
_LINE_PX: Final = 2.4
_DOT_PX: Final = 2.8
_COUNT_FROM_PX: Final = 44.0
"""A column of this width has room for how often beside the mark."""


class FeltChart(Chart):
    """The chart of effort and of what was noticed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT_PX, _LEAST_COLUMNS, words.lanes(), parent)
        self._conditions: tuple[Condition, ...] = ()

    def show_conditions(self, conditions: Sequence[Condition], grouping: Grouping) -> None:
        """Draw these spans (at least one), oldest first."""
        self._conditions = tuple(conditions)
        self.say(words.felt_title(), words.felt_sentence(conditions, grouping))
        self.show_columns([condition.first_day for condition in conditions], grouping)

    def conditions(self) -> tuple[Condition, ...]:
        """What is drawn, oldest first."""
        return self._conditions

    def scale(self) -> Scale:
        """The effort from 0 to 10, and the lanes by their names."""
        lanes = words.lanes()
        ticks = [*((value, f"{value:g}") for value in _LINES), *((_lane(number), name) for number, name in enumerate(lanes))]
        return Scale(ticks, _lane(len(lanes) - 1) - _LANE / 2, SCORE_MAX + _ROOM)

    def draw(self, painter: QPainter, place: "Place") -> None:
        """Paint lines of the scale, lanes, effort and marks."""
        colour = self.theme.colour
        begin, end = self._edges()
        first, last = place(begin, 0), place(end, 0)
        column_px = (last.x() - first.x()) / self._columns()
        lane_px = place(0, 0).y() - place(0, _LANE).y()
        self._draw_lanes(painter, place, first.x(), last.x())
        pointed = self.point()
        if pointed is not None:
            scale = self.scale()
            x, top, foot = place(pointed, 0).x(), place(0, scale.high).y(), place(0, scale.low).y()
            painter.setPen(QPen(colour(Role.EDGE), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(x - column_px / 2, top, column_px, foot - top)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), SPACE_4, SPACE_4)
        shown = self._visible()
        pen = QPen(colour(Role.INK), _LINE_PX * self._weight(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        efforts = [self._conditions[column].effort for column in shown]
        draw_line(painter, place, self.theme, shown, efforts, pen, Ring(_DOT_PX * self._weight(), Role.INK))
        radius = min(_RADIUS_PX * self._weight(), column_px * _SHARE, lane_px * _SHARE)
        for column in shown:
            for number, (mark, count) in enumerate(_marks(self._conditions[column])):
                if mark is not None:
                    centre = place(column, _lane(number))
                    paint_noticed(painter, mark, centre, radius, self.theme)
                    if count > 1 and column_px >= _COUNT_FROM_PX * self._weight():
                        self._draw_count(painter, centre, radius, count)

    def _draw_lanes(self, painter: QPainter, place: "Place", left: float, right: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(Role.FAINT))
        for number in range(0, len(words.lanes()), 2):
            middle = _lane(number)
            top, foot = place(0, middle + _LANE / 2).y(), place(0, middle - _LANE / 2).y()
            painter.drawRect(QRectF(left, top, right - left, foot - top))
        painter.setPen(QPen(self.theme.colour(Role.GRID), 1))
        for value in _LINES:
            y = round(place(0, value).y()) - 0.5
            painter.drawLine(QLineF(left, y, right, y))

    def _draw_count(self, painter: QPainter, centre: QPointF, radius: float, count: int) -> None:
        font = self.theme.font(TypeRole.CAPTION)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.theme.colour(Role.MUTED))
        foot = centre.y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(centre.x() + radius + SPACE_4, foot), str(count))


def _lane(number: int) -> float:
    """The middle of a lane, counted from above."""
    return SCORE_MIN + _FIRST_LANE - _LANE * number


def _marks(condition: Condition) -> tuple[tuple[Mark | None, int], ...]:
    """What stands in each lane, the more serious of two, and on how many days; fine feet need no count."""
    return (
        _first((Mark.MUCH_LESS_STEADY, condition.much_less_steady), (Mark.LESS_STEADY, condition.less_steady)),
        _first((Mark.STUMBLED, condition.stumbles)),
        _first((Mark.COULD_NOT_TALK, condition.could_not_talk)),
        _first(
            (Mark.FEET_NEW, condition.feet_new),
            (Mark.FEET_UNCHECKED, condition.feet_unchecked),
            (Mark.FEET_FINE, min(1, condition.feet_fine)),
        ),
        _first((Mark.SIGN, condition.sign_days)),
    )


def _first(*marks: tuple[Mark, int]) -> tuple[Mark | None, int]:
    return next(((mark, count) for mark, count in marks if count), (None, 0))
