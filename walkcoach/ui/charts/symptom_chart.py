"""One symptom week by week: before walks a solid line with dots, the worst during walks dashed with rings, the usual as a band."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from walkcoach.core.progress import SymptomTrend
from walkcoach.core.symptoms import SCORE_MAX, SCORE_MIN
from walkcoach.ui.charts.chart import Chart
from walkcoach.ui.charts.columns import SymptomColumn, symptom_columns
from walkcoach.ui.theme.tokens import Role
from walkcoach.wording import names, numbers
from walkcoach.wording import progress as words

if TYPE_CHECKING:
    from walkcoach.ui.charts.plot import Place

_HEIGHT_PX: Final = 132
_LEAST_COLUMNS: Final = 6
_SCALE: Final = (0.0, 5.0, 10.0)
_ROOM: Final = 0.65
"""Beyond 0 and 10, in points, so that a line at the edge keeps its whole width."""
_BAND: Final = 0.5
"""Half the height of the band around the usual, in points."""
_DOTS_UP_TO: Final = 16
"""More columns than this have no dots, save where a score stands alone."""
_LINE_PX: Final = 2.6
_DASHED_PX: Final = 2.2
_DOT_PX: Final = 2.6
_DOT_EDGE_PX: Final = 1.8
_RING_PX: Final = 4.0
"""A ring is wider than a dot, so that both are seen where the two scores are the same."""


class SymptomChart(Chart):
    """The chart of one symptom, 0 to 10."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT_PX, _LEAST_COLUMNS, parent)
        self._points: tuple[SymptomColumn, ...] = ()

    def show_trend(self, trend: SymptomTrend) -> None:
        """Draw this symptom, oldest week first."""
        self._points = symptom_columns(trend.points)
        self.say(numbers.first_up(names.symptom_name(trend.symptom)), words.symptom_sentence(trend))
        bundled = len(self._points) < len(trend.points)
        self.show_columns([point.first_day for point in self._points], words.now() if bundled else words.this_week())

    def columns(self) -> tuple[SymptomColumn, ...]:
        """What is drawn, oldest first."""
        return self._points

    def scale(self) -> tuple[Sequence[float], float, float]:
        """Always 0 to 10, so that symptoms can be compared."""
        return _SCALE, SCORE_MIN - _ROOM, SCORE_MAX + _ROOM

    def draw(self, painter: QPainter, place: "Place") -> None:
        """Paint lines of the scale, band, worst and before."""
        colour = self.theme.colour
        first, last = place(-0.5, 0), place(self._columns() - 0.5, 0)
        self._draw_band(painter, place)
        painter.setPen(QPen(colour(Role.LINE), 1))
        for value in _SCALE:
            y = round(place(0, value).y()) - 0.5
            painter.drawLine(QLineF(first.x(), y, last.x(), y))
        if self.point() is not None:
            x = place(self.point() or 0, 0).x()
            painter.setPen(QPen(colour(Role.EDGE), 1.5))
            painter.drawLine(QLineF(x, place(0, SCORE_MAX).y(), x, first.y()))
        worst = QPen(colour(Role.BRISK), _DASHED_PX * self.weight(), Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        worst.setDashPattern([3.0, 2.0])
        self._draw_line(painter, place, [point.worst for point in self._points], worst, filled=False)
        before = QPen(colour(Role.ACCENT), _LINE_PX * self.weight(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self._draw_line(painter, place, [point.before for point in self._points], before, filled=True)

    def _draw_band(self, painter: QPainter, place: "Place") -> None:
        colour = self.theme.colour
        for run in _runs([point.usual for point in self._points]):
            upper = [(x, min(value + _BAND, SCORE_MAX)) for x, value in _stretched(run)]
            lower = [(x, max(value - _BAND, SCORE_MIN)) for x, value in _stretched(run)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.SOFT_ACCENT))
            painter.drawPolygon(QPolygonF([place(*there) for there in (*upper, *reversed(lower))]))
            painter.setPen(QPen(colour(Role.EDGE), 1, Qt.PenStyle.DotLine))
            for edge in (upper, lower):
                painter.drawPolyline(QPolygonF([place(*there) for there in edge]))

    def _draw_line(self, painter: QPainter, place: "Place", values: Sequence[float | None], pen: QPen, *, filled: bool) -> None:
        dots = len(values) <= _DOTS_UP_TO
        for run in _runs(values):
            there = [place(x, value) for x, value in run]
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(there))
            if dots or len(run) == 1:
                painter.setPen(QPen(pen.color(), _DOT_EDGE_PX * self.weight()))
                painter.setBrush(pen.color() if filled else self.theme.colour(Role.CARD))
                radius = (_DOT_PX if filled else _RING_PX) * self.weight()
                for point in there:
                    painter.drawEllipse(point, radius, radius)


def _runs(values: Sequence[float | None]) -> Iterator[list[tuple[float, float]]]:
    """The stretches without a gap, as (column, value)."""
    run: list[tuple[float, float]] = []
    for column, value in enumerate(values):
        if value is not None:
            run.append((float(column), value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _stretched(run: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """A band reaches half a column beyond its ends."""
    (first, begin), (last, end) = run[0], run[-1]
    return [(first - 0.5, begin), *run, (last + 0.5, end)]
