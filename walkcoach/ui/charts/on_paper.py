"""A sheet for others as a picture (PNG) or a drawing (SVG): on white, whatever the theme. In a drawing, text stays text."""

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role

Paint = Callable[[QPainter], None]
_RATIO: Final = 2
"""Pixels to a point in a picture: it is to be printed, too."""
_DOTS_AN_INCH: Final = 96
_FAMILIES: Final = re.compile(r'font-family="([^"]*)"')
"""In a drawing: who opens it may not have our font."""


def png_bytes(size: QSize, theme: Theme, paint: Paint) -> bytes:
    """What `paint` draws on a sheet of `size` points, as a picture."""
    image = QImage(size * _RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_RATIO)
    painter = QPainter(image)
    _paint(painter, size, theme, paint)
    painter.end()
    data = QByteArray()
    buffer = _open(data)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def svg_bytes(size: QSize, theme: Theme, title: str, sentence: str, paint: Paint) -> bytes:
    """What `paint` draws on a sheet of `size` points, as a drawing that tells programs its `title` and `sentence`."""
    data = QByteArray()
    buffer = _open(data)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setResolution(_DOTS_AN_INCH)
    drawing.setSize(size)
    drawing.setViewBox(QRect(QPoint(), size))
    drawing.setTitle(title)
    drawing.setDescription(sentence)
    painter = QPainter(drawing)
    _paint(painter, size, theme, paint)
    painter.end()
    text = bytes(data.data()).decode("utf-8")
    return _FAMILIES.sub(r'font-family="\1,sans-serif"', text).encode("utf-8")


def _open(data: QByteArray) -> QBuffer:
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _paint(painter: QPainter, size: QSize, theme: Theme, paint: Paint) -> None:
    painter.fillRect(QRect(QPoint(), size), theme.colour(Role.CARD))
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint(painter)
