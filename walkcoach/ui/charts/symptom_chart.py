"""One symptom week by week: before walks a solid line with dots, the worst during walks dashed with rings, the usual as a band."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from walkcoach.core.progress import SymptomPoint, SymptomTrend
from walkcoach.core.spans import Grouping
from walkcoach.core.symptoms import SCORE_MAX, SCORE_MIN
from walkcoach.ui.charts.chart import Chart, Scale
from walkcoach.ui.charts.lines import Ring, draw_line, runs
from walkcoach.ui.charts.marks import dashed
from walkcoach.ui.theme.tokens import Role
from walkcoach.wording import charts as words
from walkcoach.wording import names, numbers

if TYPE_CHECKING:
    from walkcoach.ui.charts.plot import Place

_HEIGHT_PX: Final = 132
_LEAST_COLUMNS: Final = 6
_LINES: Final = (0.0, 5.0, 10.0)
_ROOM: Final = 0.65
"""Beyond 0 and 10, in points, so that a line at the edge keeps its whole width."""
_BAND: Final = 0.5
"""Half the height of the band around the usual, in points."""
_LINE_PX: Final = 2.6
_DASHED_PX: Final = 2.2
_DOT_PX: Final = 2.6
_RING_PX: Final = 4.0
"""A ring is wider than a dot, so that both are seen where the two scores are the same."""


class SymptomChart(Chart):
    """The chart of one symptom, 0 to 10."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT_PX, _LEAST_COLUMNS, (), parent)
        self._points: tuple[SymptomPoint, ...] = ()

    def show_trend(self, trend: SymptomTrend, grouping: Grouping = Grouping.WEEK) -> None:
        """Draw this symptom, oldest span first."""
        self._points = trend.points
        self.say(numbers.first_up(names.symptom_name(trend.symptom)), words.symptom_sentence(trend))
        self.show_columns([point.first_day for point in self._points], grouping)

    def points(self) -> tuple[SymptomPoint, ...]:
        """What is drawn, oldest first."""
        return self._points

    def scale(self) -> Scale:
        """Always 0 to 10, so that symptoms can be compared."""
        return Scale([(value, f"{value:g}") for value in _LINES], SCORE_MIN - _ROOM, SCORE_MAX + _ROOM)

    def draw(self, painter: QPainter, place: "Place") -> None:
        """Paint band, lines of the scale, worst and before."""
        colour = self.theme.colour
        begin, end = self._edges()
        first, last = place(begin, 0), place(end, 0)
        self._draw_band(painter, place)
        painter.setPen(QPen(colour(Role.GRID), 1))
        for value in _LINES:
            y = round(place(0, value).y()) - 0.5
            painter.drawLine(QLineF(first.x(), y, last.x(), y))
        pointed = self.point()
        if pointed is not None:
            x = place(pointed, 0).x()
            painter.setPen(QPen(colour(Role.EDGE), 1.5))
            painter.drawLine(QLineF(x, place(0, SCORE_MAX).y(), x, first.y()))
        shown = self._visible()
        worst = dashed(colour(Role.BRISK), _DASHED_PX * self._weight())
        ring = Ring(_RING_PX * self._weight(), Role.CARD)
        draw_line(painter, place, self.theme, shown, [self._points[column].worst for column in shown], worst, ring)
        before = QPen(colour(Role.ACCENT), _LINE_PX * self._weight(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        dot = Ring(_DOT_PX * self._weight(), Role.ACCENT)
        draw_line(painter, place, self.theme, shown, [self._points[column].before for column in shown], before, dot)

    def _draw_band(self, painter: QPainter, place: "Place") -> None:
        colour = self.theme.colour
        shown = self._visible()
        for run in runs(shown, [self._points[column].usual for column in shown]):
            upper = [(x, min(value + _BAND, SCORE_MAX)) for x, value in _stretched(run)]
            lower = [(x, max(value - _BAND, SCORE_MIN)) for x, value in _stretched(run)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.SOFT_ACCENT))
            painter.drawPolygon(QPolygonF([place(*there) for there in (*upper, *reversed(lower))]))
            painter.setPen(QPen(colour(Role.EDGE), 1, Qt.PenStyle.DotLine))
            for edge in (upper, lower):
                painter.drawPolyline(QPolygonF([place(*there) for there in edge]))


def _stretched(run: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """A band reaches half a column beyond its ends."""
    (first, begin), (last, end) = run[0], run[-1]
    return [(first - 0.5, begin), *run, (last + 0.5, end)]
