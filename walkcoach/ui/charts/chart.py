"""What every chart does: load pyqtgraph when first shown, follow pointer and arrow keys from week to week, say what it shows.

A screen reader meets a graphic with a name and one sentence; stepping through it with the arrows tells each week's figures.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.ui.charts.columns import labels_of
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_12, TypeRole
from walkcoach.ui.widgets.painted import PaintedShape

if TYPE_CHECKING:
    from walkcoach.ui.charts.plot import Place, Plot


class Chart(PaintedShape):
    """The base of the charts, `height_px` high at 100 % text, with room for `least_columns` columns at least.

    The card around it shows where the focus is.
    """

    pointed = Signal(object)
    """The number of the column that the person points at, by pointer or keys; None when they no longer do."""

    def __init__(self, height_px: int, least_columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height_px = height_px
        self._least_columns = least_columns
        self._first_days: tuple[date, ...] = ()
        self._last_text = ""
        self._pointed: int | None = None
        self._fitting = False
        self._plot: Plot | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def draw(self, painter: QPainter, place: "Place") -> None:
        """Paint the columns; `place` tells where, in pixels."""
        raise NotImplementedError

    def scale(self) -> tuple[Sequence[float], float, float]:
        """The values at the right, and the least and greatest value shown."""
        raise NotImplementedError

    def show_columns(self, first_days: Sequence[date], last_text: str) -> None:
        """Have one column for each of these first days, oldest first; `last_text` stands below the newest."""
        self._first_days = tuple(first_days)
        self._last_text = last_text
        self._pointed = None
        self._fit()

    def set_height(self, height_px: int) -> None:
        """Be this high at 100 % text."""
        if height_px != self._height_px:
            self._height_px = height_px
            self.updateGeometry()

    def point_at(self, column: int | None) -> None:
        """Mark a column, or none, without a signal."""
        if column != self._pointed:
            self._pointed = column
            if self._plot is not None:
                self._plot.redraw()

    def weight(self) -> float:
        """How much heavier lines are drawn than at 100 % text: half as much as the text grows."""
        return (1 + self.theme.text_percent / 100) / 2

    def point(self) -> int | None:
        """The column that is pointed at."""
        return self._pointed

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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the column under the pointer."""
        self._point(self.column_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point nowhere."""
        self._point(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point nowhere."""
        self._point(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from week to week, Home and End to the first and the last, Escape lets go."""
        last = len(self._first_days) - 1
        here = self._pointed
        match event.key():
            case Qt.Key.Key_Left if last >= 0:
                self._point(last if here is None else max(0, here - 1))
            case Qt.Key.Key_Right if last >= 0:
                self._point(last if here is None else min(last, here + 1))
            case Qt.Key.Key_Home if last >= 0:
                self._point(0)
            case Qt.Key.Key_End if last >= 0:
                self._point(last)
            case Qt.Key.Key_Escape if here is not None:
                self._point(None)
            case _:
                super().keyPressEvent(event)

    def column_at(self, x_px: float) -> int | None:
        """The column at `x_px`, in the widget's own pixels."""
        if self._plot is None or not self._first_days:
            return None
        area = self._plot.area().translated(self._plot.view.pos().toPointF())
        if not area.left() <= x_px <= area.right():
            return None
        column = int((x_px - area.left()) / area.width() * self._columns())
        return column if column < len(self._first_days) else None

    def _point(self, column: int | None) -> None:
        if column != self._pointed:
            self.point_at(column)
            self.pointed.emit(column)

    def _columns(self) -> int:
        return max(self._least_columns, len(self._first_days))

    def _place(self) -> None:
        if self._plot is not None:
            self._plot.view.setGeometry(self.rect().adjusted(0, SPACE_4, 0, -SPACE_4))
            self._fit()

    def _fit(self) -> None:
        """Tell the plot its range and its labels."""
        if self._plot is None or not self._first_days or self._fitting:
            return
        self._fitting = True
        values, low, high = self.scale()
        self._plot.show_scale(values)
        self._plot.show_range(self._columns(), low, high)
        metrics = QFontMetricsF(self.theme.font(TypeRole.CAPTION))
        labels = labels_of(
            self._first_days,
            self._last_text,
            self._columns(),
            self._plot.area().width(),
            metrics.horizontalAdvance,
            SPACE_12,
        )
        self._plot.show_labels([(label.middle, label.text) for label in labels])
        self._plot.redraw()
        self._fitting = False
