"""Line icons, painted in the colour of a role: sharp at every size, no files, no font glyphs.

Each icon is a handful of strokes on a grid of 24 × 24. The marks of the two paces live here too, since the font has no `≈`.
"""

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

_GRID: Final = 24.0
_STROKE: Final = 1.9
_GEAR_RAYS: Final = (
    (12.0, 2.5, 12.0, 5.2),
    (12.0, 18.8, 12.0, 21.5),
    (2.5, 12.0, 5.2, 12.0),
    (18.8, 12.0, 21.5, 12.0),
    (5.3, 5.3, 7.2, 7.2),
    (16.8, 16.8, 18.7, 18.7),
    (5.3, 18.7, 7.2, 16.8),
    (16.8, 7.2, 18.7, 5.3),
)


class Icon(StrEnum):
    """The icons there are. `NORMAL` (≈) and `BRISK` (››) are the marks of the paces."""

    LOGO = "logo"
    TODAY = "today"
    PROGRESS = "progress"
    DIARY = "diary"
    LEARN = "learn"
    REPORT = "report"
    SETTINGS = "settings"
    NORMAL = "normal"
    BRISK = "brisk"
    CHECK = "check"
    CAUTION = "caution"
    REST = "rest"
    SOUND = "sound"
    CLOSE = "close"
    UNFOLD = "unfold"
    FOLD = "fold"
    MORE = "more"
    LESS = "less"
    BACK = "back"
    PREVIOUS = "previous"
    NEXT = "next"
    SMALL_WINDOW = "small_window"
    LARGE_WINDOW = "large_window"
    SAVE = "save"


def icon_path(icon: Icon) -> QPainterPath:
    """The strokes of `icon` on the grid of 24 × 24."""
    path = QPainterPath()
    _DRAWN_BY[icon](path)
    return path


def paint_icon(painter: QPainter, icon: Icon, box: QRectF, colour: QColor, stroke: float = _STROKE) -> None:
    """Paint `icon` into the square `box`; `stroke` is its width on the grid of 24."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _GRID, box.height() / _GRID)
    pen = QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(icon_path(icon))
    painter.restore()


def icon_pixmap(icon: Icon, side_px: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """`icon` as a picture `side_px` wide and high, for a screen with `ratio` device pixels to one."""
    pixmap = QPixmap(round(side_px * ratio), round(side_px * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, icon, QRectF(0, 0, side_px, side_px), colour)
    painter.end()
    return pixmap


def _line(path: QPainterPath, *points: float) -> None:
    path.moveTo(points[0], points[1])
    for x, y in zip(points[2::2], points[3::2], strict=True):
        path.lineTo(x, y)


def _logo(path: QPainterPath) -> None:
    path.addEllipse(QPointF(14.2, 4.3), 2.1, 2.1)
    _line(path, 7.2, 11.8, 9.6, 8.9, 13.2, 8.6, 15.6, 11.4, 18.6, 11.4)
    _line(path, 12.2, 9.2, 11.0, 14.2, 14.6, 17.0, 15.6, 21.6)
    _line(path, 10.6, 15.4, 9.0, 18.6, 5.4, 20.8)


def _today(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 9, 9)
    _line(path, 12, 7, 12, 12.4, 15.2, 14.4)


def _progress(path: QPainterPath) -> None:
    _line(path, 4, 20, 4, 13)
    _line(path, 12, 20, 12, 4)
    _line(path, 20, 20, 20, 16)


def _diary(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(5, 3.5, 14, 17), 1.5, 1.5)
    _line(path, 8.6, 9, 15.4, 9)
    _line(path, 8.6, 13, 15.4, 13)


def _learn(path: QPainterPath) -> None:
    _line(path, 12, 6.5, 12, 20)
    for side in (-1, 1):
        path.moveTo(12, 6.5)
        path.cubicTo(12 + side * 2, 4.6, 12 + side * 5, 4.2, 12 + side * 9, 4.6)
        path.lineTo(12 + side * 9, 18)
        path.cubicTo(12 + side * 5, 17.6, 12 + side * 2, 18.2, 12, 20)


def _report(path: QPainterPath) -> None:
    """A sheet with a corner turned down, and bars on it."""
    _line(path, 14, 3.5, 5.5, 3.5, 5.5, 20.5, 18.5, 20.5, 18.5, 8, 14, 3.5)
    _line(path, 14, 3.5, 14, 8, 18.5, 8)
    for x, top in ((9, 14.5), (12, 12), (15, 15.5)):
        _line(path, x, 17.2, x, top)


def _settings(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 3.6, 3.6)
    for ray in _GEAR_RAYS:
        _line(path, *ray)


def _normal(path: QPainterPath) -> None:
    for y in (9.0, 15.5):
        path.moveTo(3.5, y + 1.6)
        path.cubicTo(6.5, y - 3.2, 9.5, y - 2.0, 12, y)
        path.cubicTo(14.5, y + 2.0, 17.5, y + 3.2, 20.5, y - 1.6)


def _brisk(path: QPainterPath) -> None:
    _line(path, 5, 6, 11, 12, 5, 18)
    _line(path, 13, 6, 19, 12, 13, 18)


def _check(path: QPainterPath) -> None:
    _line(path, 4.8, 12.6, 9.8, 17.4, 19.4, 6.8)


def _caution(path: QPainterPath) -> None:
    _line(path, 12, 3.6, 22, 20.4, 2, 20.4)
    path.closeSubpath()
    _line(path, 12, 10, 12, 14.4)
    _line(path, 12, 17.3, 12, 17.4)


def _rest(path: QPainterPath) -> None:
    path.moveTo(19.6, 14.6)
    path.cubicTo(14.2, 17.2, 7.4, 12.4, 9.8, 4.2)
    path.cubicTo(4.4, 6.0, 2.6, 12.4, 6.0, 16.8)
    path.cubicTo(9.4, 21.2, 17.0, 20.8, 19.6, 14.6)


def _sound(path: QPainterPath) -> None:
    _line(path, 3.5, 9.4, 7.4, 9.4, 12, 5.4, 12, 18.6, 7.4, 14.6, 3.5, 14.6)
    path.closeSubpath()
    path.arcMoveTo(QRectF(10.6, 7.8, 8.4, 8.4), -48)
    path.arcTo(QRectF(10.6, 7.8, 8.4, 8.4), -48, 96)
    path.arcMoveTo(QRectF(8.4, 4.4, 13.6, 15.2), -48)
    path.arcTo(QRectF(8.4, 4.4, 13.6, 15.2), -48, 96)


def _close(path: QPainterPath) -> None:
    _line(path, 6, 6, 18, 18)
    _line(path, 18, 6, 6, 18)


def _unfold(path: QPainterPath) -> None:
    _line(path, 6, 9, 12, 15, 18, 9)


def _fold(path: QPainterPath) -> None:
    _line(path, 6, 15, 12, 9, 18, 15)


def _more(path: QPainterPath) -> None:
    _line(path, 5, 12, 19, 12)
    _line(path, 12, 5, 12, 19)


def _less(path: QPainterPath) -> None:
    _line(path, 5, 12, 19, 12)


def _back(path: QPainterPath) -> None:
    _line(path, 11, 5, 4, 12, 11, 19)
    _line(path, 4, 12, 20, 12)


def _previous(path: QPainterPath) -> None:
    _line(path, 15, 6, 9, 12, 15, 18)


def _next(path: QPainterPath) -> None:
    _line(path, 9, 6, 15, 12, 9, 18)


def _small_window(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3, 4.5, 18, 15), 1.5, 1.5)
    path.addRoundedRect(QRectF(12.2, 11.4, 6, 5.2), 0.8, 0.8)


def _large_window(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3, 4.5, 18, 15), 1.5, 1.5)
    _line(path, 12.4, 8.2, 17.2, 8.2, 17.2, 13)
    _line(path, 17.2, 8.2, 11, 14.4)


def _save(path: QPainterPath) -> None:
    _line(path, 12, 3.5, 12, 14.8)
    _line(path, 7.2, 10.2, 12, 15, 16.8, 10.2)
    _line(path, 4, 16.5, 4, 20, 20, 20, 20, 16.5)


_DRAWN_BY: Final = MappingProxyType(
    {
        Icon.LOGO: _logo,
        Icon.TODAY: _today,
        Icon.PROGRESS: _progress,
        Icon.DIARY: _diary,
        Icon.LEARN: _learn,
        Icon.REPORT: _report,
        Icon.SETTINGS: _settings,
        Icon.NORMAL: _normal,
        Icon.BRISK: _brisk,
        Icon.CHECK: _check,
        Icon.CAUTION: _caution,
        Icon.REST: _rest,
        Icon.SOUND: _sound,
        Icon.CLOSE: _close,
        Icon.UNFOLD: _unfold,
        Icon.FOLD: _fold,
        Icon.MORE: _more,
        Icon.LESS: _less,
        Icon.BACK: _back,
        Icon.PREVIOUS: _previous,
        Icon.NEXT: _next,
        Icon.SMALL_WINDOW: _small_window,
        Icon.LARGE_WINDOW: _large_window,
        Icon.SAVE: _save,
    }
)
