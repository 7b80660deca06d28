"""The hatch of brisk pace: slanting stripes, so that brisk is told by more than its colour."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

_STRIPE_PX: Final = 3.0
_PITCH_PX: Final = 11.0
"""From one stripe to the next, along the row."""
_SLANT: Final = 0.55
"""How far a stripe leans for each pixel of height."""
_TILE_PX: Final = 8


def paint_hatch(painter: QPainter, shape: QPainterPath, colour: QColor, stripe_px: float = _STRIPE_PX) -> None:
    """Lay stripes of `colour` over `shape`."""
    box: QRectF = shape.boundingRect()
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, stripe_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    lean = box.height() * _SLANT
    x = box.left() - lean + _PITCH_PX / 2
    while x < box.right() + _PITCH_PX:
        painter.drawLine(QLineF(x, box.bottom() + 2, x + lean, box.top() - 2))
        x += _PITCH_PX
    painter.restore()


def stripes_in(shape: QPainterPath, stripe_px: float = _STRIPE_PX) -> QPainterPath:
    """The stripes over `shape` as a shape themselves: files of drawings know neither clips nor textures."""
    box = shape.boundingRect()
    lean = box.height() * _SLANT
    stripes = QPainterPath()
    x = box.left() - lean + _PITCH_PX / 2
    while x < box.right() + _PITCH_PX:
        foot, head = box.bottom() + 2, box.top() - 2
        corners = ((x, foot), (x + stripe_px, foot), (x + lean + stripe_px, head), (x + lean, head))
        stripes.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        stripes.closeSubpath()
        x += _PITCH_PX
    return stripes.intersected(shape)


def hatch_brush(ground: QColor, stripe: QColor, ratio: float = 1.0) -> QBrush:
    """A brush of `ground` with stripes, for charts; `ratio` is how many device pixels make one."""
    side = round(_TILE_PX * ratio)
    tile = QPixmap(side, side)
    tile.fill(ground)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(stripe, side * 0.26))
    for offset in (-side, 0, side):
        painter.drawLine(QLineF(offset - 1, side + 1, offset + side + 1, -1))
    painter.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush
