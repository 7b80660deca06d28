"""What every chart does: load pyqtgraph when first shown, draw the columns that are looked at, say what it shows.

A screen reader meets a graphic with a name and one sentence; stepping through it with the arrows tells each column's figures.
However closely it is looked at, the values begin at the same place and reach as far.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.core.spans import Grouping
from walkcoach.ui.charts.columns import labels_of
from walkcoach.ui.charts.steered import SteeredChart
from walkcoach.ui.charts.zoom import Zoom
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, Role, TypeRole
from walkcoach.wording import spans as span_words

if TYPE_CHECKING:
    from walkcoach.ui.charts.plot import Place, Plot

class Scale(NamedTuple):
    """The texts at the right by their value, and the least and the greatest value shown."""

    ticks: Sequence[tuple[float, str]]
    low: float
    high: float


class Chart(SteeredChart):
    """The base of the charts, `height_px` high at 100 % text, with room for `least_columns` columns at least.

    The card around it shows where the focus is. `axis_words` are texts that the right-hand axis leaves room for, whether they
    stand there or not: so charts below each other have their columns below each other.
    """

    def __init__(
        self, height_px: int, least_columns: int, axis_words: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(least_columns, parent)
        self._height_px = height_px
        self._axis_words = tuple(axis_words)
        self._first_days: tuple[date, ...] = ()
        self._grouping = Grouping.WEEK
        self._on_paper = False
        self._fitting = False
        self._plot: Plot | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def draw(self, painter: QPainter, place: "Place") -> None:
        """Paint the columns; `place` tells where, in pixels."""
        raise NotImplementedError

    def scale(self) -> Scale:
        """What stands at the right, and the values shown."""
        raise NotImplementedError

    def show_columns(self, first_days: Sequence[date], grouping: Grouping) -> None:
        """Have one column for each of these first days, oldest first, and show them all."""
        self._first_days = tuple(first_days)
        self._grouping = grouping
        self._pointed = None
        self._zoom = Zoom.whole(len(self._first_days), self._least_columns)
        self._fit()

    def area(self) -> QRectF:
        """Where columns are drawn, in the widget's own pixels."""
        if self._plot is None:
            return QRectF()
        return self._plot.area().translated(self._plot.view.pos().toPointF())

    def steered(self, *, moved: bool) -> None:
        """Draw anew."""
        if moved:
            self._fit()
        elif self._plot is not None:
            self._plot.redraw()

    def set_height(self, height_px: int) -> None:
        """Be this high at 100 % text."""
        if height_px != self._height_px:
            self._height_px = height_px
            self.updateGeometry()

    def apply_theme(self, theme: Theme) -> None:
        """Take fonts and colours from `theme`; pyqtgraph would not by itself."""
        super().apply_theme(theme)
        if self._plot is not None:
            self._plot.apply_theme(theme)
            self._fit()

    def sizeHint(self) -> QSize:
        """As wide as it gets."""
        return QSize(self.minimumSizeHint().width(), self.theme.scaled(self._height_px))

    def minimumSizeHint(self) -> QSize:
        """As low as its shape can be told."""
        return QSize(self.theme.scaled(160), self.theme.scaled(self._height_px))

    def showEvent(self, event: QShowEvent) -> None:
        """Load pyqtgraph at the first time."""
        super().showEvent(event)
        if self._plot is None:
            from walkcoach.ui.charts.plot import Plot

            self._plot = Plot(self, self.draw, self._fit)
            self._plot.apply_theme(self.theme)
            self._place()
            self._plot.view.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the view lies above."""

    def paint_on(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        """Paint all columns with axis and labels into `box`, for a file; what is on the screen stays as it is."""
        kept = (self.theme, self._pointed, self._zoom)
        self.theme, self._pointed, self._zoom, self._on_paper = theme, None, self._zoom.all(), True
        try:
            self._paint_all(painter, box)
        finally:
            self.theme, self._pointed, self._zoom = kept
            self._on_paper = False

    def _paint_all(self, painter: QPainter, box: QRectF) -> None:
        scale = self.scale()
        font = self.theme.font(TypeRole.CAPTION)
        metrics = QFontMetricsF(font)
        axis = max([metrics.horizontalAdvance(text) for text in (*self._axis_words, *(text for _, text in scale.ticks))])
        area = box.adjusted(0, metrics.height() / 2, -(axis + SPACE_12), -(metrics.height() + SPACE_4))
        columns = self._columns()

        def place(x: float, y: float) -> QPointF:
            right = area.left() + (x + 0.5) / columns * area.width()
            return QPointF(right, area.bottom() - (y - scale.low) / (scale.high - scale.low) * area.height())

        self.draw(painter, place)
        painter.setFont(font)
        painter.setPen(self.theme.colour(Role.MUTED))
        for value, text in scale.ticks:
            there = place(0, value)
            painter.drawText(QPointF(area.right() + SPACE_8, there.y() + metrics.ascent() / 2 - metrics.descent() / 2), text)
        for middle, text in self._labels(area.width(), metrics):
            x = place(middle, 0).x() - metrics.horizontalAdvance(text) / 2
            painter.drawText(QPointF(x, box.bottom() - metrics.descent()), text)

    def _weight(self) -> float:
        """How much heavier lines are drawn than at 100 % text: half as much as the text grows."""
        return (1 + self.theme.text_percent / 100) / 2

    def _visible(self) -> range:
        """The columns to draw: those shown, and one more at each side, for lines that go on there."""
        return range(max(0, self._zoom.first - 1), min(len(self._first_days), self._zoom.last + 2))

    def _edges(self) -> tuple[float, float]:
        """Where the columns shown begin and end, in columns."""
        return self._zoom.first - 0.5, self._zoom.first - 0.5 + self._columns()

    def _place(self) -> None:
        if self._plot is not None:
            self._plot.view.setGeometry(self.rect().adjusted(0, SPACE_4, 0, -SPACE_4))
            self._fit()

    def _fit(self) -> None:
        """Tell the plot its range and its labels."""
        if self._plot is None or not self._first_days or self._fitting:
            return
        self._fitting = True
        scale = self.scale()
        self._plot.show_scale(scale.ticks, self._axis_words)
        self._plot.show_range(self._zoom.first, self._columns(), scale.low, scale.high)
        metrics = QFontMetricsF(self.theme.font(TypeRole.CAPTION))
        self._plot.show_labels(self._labels(self._plot.area().width(), metrics))
        self._plot.redraw()
        self._fitting = False

    def _labels(self, width_px: float, metrics: QFontMetricsF) -> list[tuple[float, str]]:
        """The texts below, each with its column."""
        zoom = self._zoom
        newest = zoom.last == zoom.total - 1
        labels = labels_of(
            self._first_days[zoom.first : zoom.last + 1],
            self._grouping,
            span_words.this_span(self._grouping) if newest else "",
            self._columns(),
            width_px,
            metrics.horizontalAdvance,
            SPACE_12,
        )
        return [(zoom.first + label.middle, label.text) for label in labels]
