"""Minutes week by week: normal pace below, brisk hatched on top, what was planned as a mark across."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from walkcoach.core.progress import Span
from walkcoach.core.spans import Grouping
from walkcoach.ui.charts.chart import Chart, Scale
from walkcoach.ui.charts.columns import scale_of
from walkcoach.ui.charts.marks import hatched
from walkcoach.ui.theme.tokens import SPACE_4, Role
from walkcoach.ui.widgets.hatch import hatch_brush, paint_hatch
from walkcoach.wording import charts as words

if TYPE_CHECKING:
    from walkcoach.ui.charts.plot import Place

_HEIGHT_PX: Final = 190
_LEAST_COLUMNS: Final = 6
_BAR_SHARE: Final = 0.58
_WIDEST_BAR_PX: Final = 64.0
_NARROW_PX: Final = 22.0
"""A bar that is narrower than this takes the closer hatch, so that every piece of it has a stripe."""
_MARK_OVER: Final = 0.13
"""How far the mark of the plan stands out on each side, as a share of the column."""
_MARK_PX: Final = 3.0
_GAP_PX: Final = 2.0
_RADIUS_PX: Final = 4.0
_HEADROOM: Final = 1.06


class WeekChart(Chart):
    """The chart of minutes a week."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT_PX, _LEAST_COLUMNS, words.lanes(), parent)
        self._spans: tuple[Span, ...] = ()

    def show_spans(self, spans: Sequence[Span], grouping: Grouping, today: date) -> None:
        """Draw these spans (at least one), oldest first."""
        self._spans = tuple(spans)
        self.say(words.minutes_title(grouping), words.minutes_sentence(spans, grouping, today))
        self.show_columns([span.first_day for span in spans], grouping)

    def spans(self) -> tuple[Span, ...]:
        """What is drawn, oldest first."""
        return self._spans

    def scale(self) -> Scale:
        """From 0 to the most minutes, walked or planned, of the whole range, however closely it is looked at."""
        most = max((max(span.minutes, span.planned_min) for span in self._spans), default=0)
        values = scale_of(most)
        return Scale([(value, str(value)) for value in values], 0.0, max(most * _HEADROOM, float(values[-1]), 1.0))

    def draw(self, painter: QPainter, place: "Place") -> None:
        """Paint lines, bars and marks."""
        colour = self.theme.colour
        begin, end = self._edges()
        first, last = place(begin, 0), place(end, 0)
        painter.setPen(QPen(colour(Role.GRID), 1))
        for value, _text in self.scale().ticks:
            y = round(place(0, value).y()) - 0.5
            painter.drawLine(QLineF(first.x(), y, last.x(), y))
        column_px = (last.x() - first.x()) / self._columns()
        bar_px = min(_WIDEST_BAR_PX, max(2.0, column_px * _BAR_SHARE))
        pointed = self.point()
        if pointed is not None:
            self._draw_pointed(painter, place, column_px, pointed)
        normal, brisk, planned = QPainterPath(), QPainterPath(), QPainterPath()  # one stroke for all: that is many times quicker
        for number in self._visible():
            span = self._spans[number]
            foot = place(number, 0)
            left = foot.x() - bar_px / 2
            knee, head = place(number, span.normal_min).y(), place(number, span.minutes).y()
            if span.normal_min:
                _add_bar(normal, QRectF(left, knee, bar_px, foot.y() - knee))
            if span.brisk_min:
                gap = min(_GAP_PX, (knee - head) / 2) if span.normal_min else 0.0
                _add_bar(brisk, QRectF(left, head, bar_px, knee - gap - head))
            if span.planned_min:
                over, y, thick = column_px * _MARK_OVER, place(number, span.planned_min).y(), _MARK_PX * self._weight()
                mark = QRectF(left - over, y - thick / 2, bar_px + 2 * over, thick)
                planned.addRoundedRect(mark.adjusted(-0.75, -0.75, 0.75, 0.75), thick / 2, thick / 2)
        painter.fillPath(normal, colour(Role.NORMAL))
        self._fill_brisk(painter, brisk, bar_px)
        painter.setPen(QPen(colour(Role.CARD), 1.5))
        painter.setBrush(colour(Role.MUTED))
        painter.drawPath(planned)

    def _fill_brisk(self, painter: QPainter, bars: QPainterPath, bar_px: float) -> None:
        colour = self.theme.colour
        if self._on_paper:
            hatched(painter, bars, self.theme)
        elif bar_px < _NARROW_PX:
            brush = hatch_brush(colour(Role.BRISK), colour(Role.BRISK_HATCH), painter.device().devicePixelRatio())
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # a texture under smooth edges takes ten times as long
            painter.fillPath(bars, brush)
            painter.restore()
        else:
            painter.fillPath(bars, colour(Role.BRISK))
            paint_hatch(painter, bars, colour(Role.BRISK_HATCH))

    def _draw_pointed(self, painter: QPainter, place: "Place", column_px: float, number: int) -> None:
        top, foot = place(number, self.scale().high).y(), place(number, 0)
        painter.setPen(QPen(self.theme.colour(Role.EDGE), 1.5))
        painter.setBrush(self.theme.colour(Role.HOVER))
        box = QRectF(foot.x() - column_px / 2, top, column_px, foot.y() - top)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), SPACE_4, SPACE_4)


def _add_bar(path: QPainterPath, box: QRectF) -> None:
    radius = min(_RADIUS_PX, box.width() / 3, box.height() / 2)
    path.addRoundedRect(box, radius, radius)
