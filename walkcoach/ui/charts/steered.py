"""Pointer, keys, wheel and two fingers on a chart: which column is pointed at, and which columns are shown.

A closer look never leaves the columns that there are, and one key shows all again. The wheel alone scrolls the page.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from walkcoach.ui.charts.zoom import Zoom
from walkcoach.ui.widgets.painted import PaintedShape

_WHEEL_STEP: Final = 120
"""What the wheel tells for one notch."""


class SteeredChart(PaintedShape):
    """Columns side by side in an area; whoever draws them says where it is, and draws anew in `steered`."""

    pointed = Signal(object)
    """The number of the column that the person points at, by pointer or keys; None when they no longer do."""
    zoomed = Signal(object)
    """The person looks closer or wider; carries the `Zoom`."""

    def __init__(self, least_columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_columns = least_columns
        self._pointed: int | None = None
        self._zoom = Zoom.whole(0, least_columns)
        self._dragged_from: float | None = None
        self._wheel = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def area(self) -> QRectF:
        """Where columns are drawn, in the widget's own pixels."""
        raise NotImplementedError

    def steered(self, *, moved: bool) -> None:
        """Another column is pointed at, or (`moved`) other columns are to be shown: draw anew."""
        raise NotImplementedError

    @property
    def zoom(self) -> Zoom:
        """Which columns are shown."""
        return self._zoom

    def set_zoom(self, zoom: Zoom) -> None:
        """Show these columns, without a signal."""
        if zoom != self._zoom:
            self._zoom = zoom
            self.steered(moved=True)

    def point_at(self, column: int | None) -> None:
        """Mark a column, or none, without a signal."""
        if column != self._pointed:
            self._pointed = column
            self.steered(moved=False)

    def point(self) -> int | None:
        """The column that is pointed at."""
        return self._pointed

    def column_at(self, x_px: float) -> int | None:
        """The column at `x_px`, in the widget's own pixels."""
        area = self.area()
        if area.isEmpty() or not area.left() <= x_px <= area.right():
            return None
        column = self._zoom.first + int((x_px - area.left()) / self._column_px())
        return column if column <= self._zoom.last else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point, by touch as well; a closer look can be dragged along."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged_from = event.position().x()
            self._point(self.column_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the column under the pointer, or drag."""
        x = event.position().x()
        if self._dragged_from is not None and not self._zoom.is_whole and event.buttons() & Qt.MouseButton.LeftButton:
            columns = int((self._dragged_from - x) / self._column_px())
            if columns:
                self._dragged_from = x
                self._look(self._zoom.moved(columns))
            return
        self._point(self.column_at(x))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drag no more."""
        self._dragged_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The whole range again."""
        self._look(self._zoom.all())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl look closer or wider; sideways go along. Otherwise the page scrolls, as it does everywhere else."""
        turn = event.angleDelta()
        sideways = turn.x() or (turn.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turn.y():
            self._wheel += turn.y()
            while abs(self._wheel) >= _WHEEL_STEP:
                step = _WHEEL_STEP if self._wheel > 0 else -_WHEEL_STEP
                self._wheel -= step
                around = self._around(event.position().x())
                self._look(self._zoom.closer(around) if step > 0 else self._zoom.wider(around))
            event.accept()
        elif sideways and not self._zoom.is_whole:
            self._look(self._zoom.moved(-1 if sideways > 0 else 1))
            event.accept()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Two fingers, on a touch pad or on the screen, look closer or wider."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self._pinch(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch: QObject | None = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinch(pinch.scaleFactor(), pinch.centerPoint())
                event.accept(pinch)
                return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point nowhere."""
        self._point(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point nowhere."""
        self._point(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from column to column, Home and End to the first and the last; plus and minus look closer and wider.

        0 shows the whole range, Escape that and lets go of the column.
        """
        last = self._zoom.total - 1
        here = self._pointed
        around = float(here if here is not None else self._zoom.last)
        match event.key():
            case Qt.Key.Key_Left if last >= 0:
                self._step_to(self._zoom.last if here is None else max(0, here - 1))
            case Qt.Key.Key_Right if last >= 0:
                self._step_to(self._zoom.last if here is None else min(last, here + 1))
            case Qt.Key.Key_Home if last >= 0:
                self._step_to(0)
            case Qt.Key.Key_End if last >= 0:
                self._step_to(last)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._look(self._zoom.closer(around))
            case Qt.Key.Key_Minus | Qt.Key.Key_Underscore:
                self._look(self._zoom.wider(around))
            case Qt.Key.Key_0:
                self._look(self._zoom.all())
            case Qt.Key.Key_Escape if here is not None or not self._zoom.is_whole:
                self._look(self._zoom.all())
                self._point(None)
            case _:
                super().keyPressEvent(event)

    def _columns(self) -> int:
        """How many columns there is room for."""
        return max(self._least_columns, self._zoom.shown)

    def _column_px(self) -> float:
        return max(1.0, self.area().width() / self._columns())

    def _around(self, x_px: float) -> float:
        """The column at `x_px`, as a number with a fraction, within those shown."""
        column = self._zoom.first - 0.5 + (x_px - self.area().left()) / self._column_px()
        return min(max(column, self._zoom.first - 0.5), self._zoom.last + 0.5)

    def _pinch(self, factor: float, where: QPointF) -> None:
        if factor > 0 and factor != 1:
            self._look(self._zoom.scaled(factor, self._around(where.x())))

    def _look(self, zoom: Zoom) -> None:
        if zoom != self._zoom:
            self.set_zoom(zoom)
            self.zoomed.emit(zoom)

    def _step_to(self, column: int) -> None:
        self._look(self._zoom.with_column(column))
        self._point(column)

    def _point(self, column: int | None) -> None:
        if column != self._pointed:
            self.point_at(column)
            self.pointed.emit(column)
