"""The part of a chart that pyqtgraph draws: a view with a scale on the right and labels below. Import this module late.

Nothing in it can be dragged or zoomed and it takes neither mouse nor focus: the chart around it does.
"""

from collections.abc import Callable, Sequence

import pyqtgraph
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, Role, TypeRole

Place = Callable[[float, float], QPointF]
"""From column and value to pixels of the view."""
Draw = Callable[[QPainter, Place], None]


class _Drawing(QGraphicsItem):
    """Whatever `draw` paints, in pixels: so lines, corners and hatches keep their shape at every scale."""

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw
        self._box = QRectF()

    def set_box(self, box: QRectF) -> None:
        """Cover `box`, in columns and values."""
        self.prepareGeometryChange()
        self._box = box

    def boundingRect(self) -> QRectF:
        """The whole range shown."""
        return self._box

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Let the chart draw itself."""
        to_px = painter.transform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, lambda x, y: to_px.map(QPointF(x, y)))
        painter.restore()


class Plot:
    """A pyqtgraph view in `parent` that shows what `draw` paints; `resized` is called when the area of the columns has changed."""

    def __init__(self, parent: QWidget, draw: Draw, resized: Callable[[], None]) -> None:
        self.view = pyqtgraph.GraphicsView(parent, useOpenGL=False, background=None)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.viewport().setAutoFillBackground(False)
        self.view.setCacheMode(self.view.CacheModeFlag.CacheNone)
        self._layout = pyqtgraph.GraphicsLayout()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.disableAutoRange()
        self._right = pyqtgraph.AxisItem("right", linkView=self._box, maxTickLength=0)
        self._below = pyqtgraph.AxisItem("bottom", linkView=self._box, maxTickLength=0)
        self._layout.addItem(self._box, 0, 0)
        self._layout.addItem(self._right, 0, 1)
        self._layout.addItem(self._below, 1, 0)
        self.view.setCentralItem(self._layout)
        self._drawing = _Drawing(draw)
        self._box.addItem(self._drawing, ignoreBounds=True)
        self._box.sigResized.connect(lambda _box: resized())
        self._metrics = QFontMetricsF(Theme().font(TypeRole.CAPTION))

    def apply_theme(self, theme: Theme) -> None:
        """Take font and colours from `theme`."""
        font = theme.font(TypeRole.CAPTION)
        for axis in (self._right, self._below):
            axis.setPen(pyqtgraph.mkPen(None))
            axis.setTextPen(theme.colour(Role.MUTED))
            axis.setStyle(
                tickFont=font,
                tickTextOffset=SPACE_8 if axis is self._right else SPACE_4,
                autoExpandTextSpace=False,
                autoReduceTextSpace=False,
                hideOverlappingLabels=False,
                tickAlpha=0,
                textFillLimits=[(0, 10.0)],
            )
        self._metrics = QFontMetricsF(font)
        self._below.setHeight(self._metrics.height() + SPACE_4)
        self._layout.setContentsMargins(0, self._metrics.height() / 2, 0, 0)

    def show_range(self, first: float, columns: float, low: float, high: float) -> None:
        """Show `columns` columns from `first` on, and values from `low` to `high`."""
        self._box.setRange(xRange=(first - 0.5, first + columns - 0.5), yRange=(low, high), padding=0)
        self._box.updateMatrix()  # by itself only when it is painted, which would have it painted twice
        self._drawing.set_box(QRectF(first - 0.5, low, columns, high - low))

    def show_scale(self, ticks: Sequence[tuple[float, str]], words: Sequence[str] = ()) -> None:
        """Write these texts at the right, each at its value, with room for `words` as well."""
        self._right.setTicks([list(ticks)])
        widest = max((self._metrics.horizontalAdvance(text) for text in (*words, *(text for _, text in ticks))), default=0.0)
        self._right.setWidth(widest + SPACE_8 + SPACE_4)

    def show_labels(self, labels: Sequence[tuple[float, str]]) -> None:
        """Write these texts below, each at its column."""
        self._below.setTicks([list(labels)])

    def area(self) -> QRectF:
        """Where columns are drawn, in pixels of the view."""
        self._layout.layout.activate()
        return QRectF(self._box.mapRectToScene(self._box.boundingRect()))

    def redraw(self) -> None:
        """Draw anew."""
        self._drawing.update()
