"""A painted picture for others, as `picture` does it for charts: on white, in the light theme, with title, legend and sentence.

The sheet is made of widgets that are never shown: they are laid out once, rendered and let go.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_12, SPACE_24, Role, Scheme, TypeRole
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import body, caption, title
from walkcoach.ui.widgets.painted import PaintedShape

_WIDE_PX: Final = 760
_RATIO: Final = 2
"""Pixels to a point in a picture: it is to be printed, too."""
_DOTS_AN_INCH: Final = 96
_SENTENCE: Final = 0.78
"""The share of the width that the sentence takes: a drawing may be shown in a wider font."""


@dataclass(frozen=True, slots=True)
class PaintedSheet:
    """What stands on the sheet. `picture` and `legend` are made for it alone: they are used up when it is saved."""

    title: str
    picture: PaintedShape
    legend: Sequence[PaintedShape]
    sentence: str
    foot: str
    text_percent: int = 100

    def png(self) -> bytes:
        """The sheet as a picture."""
        paper = self._laid_out()
        image = QImage(paper.size() * _RATIO, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_RATIO)
        painter = QPainter(image)
        self._paint(painter, paper)
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return bytes(data.data())

    def svg(self) -> bytes:
        """The sheet as a drawing: lines stay lines and text stays text."""
        paper = self._laid_out()
        size = paper.size()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        drawing = QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setResolution(_DOTS_AN_INCH)
        drawing.setSize(size)
        drawing.setViewBox(QRect(QPoint(), size))
        drawing.setTitle(self.title)
        drawing.setDescription(self.sentence)
        painter = QPainter(drawing)
        self._paint(painter, paper)
        painter.end()
        text = bytes(data.data()).decode("utf-8")
        family = self._theme.font(TypeRole.BODY).families()[0]
        return text.replace(f'font-family="{family}"', f'font-family="{family}, sans-serif"').encode("utf-8")

    @property
    def _theme(self) -> Theme:
        return Theme(Scheme.LIGHT, self.text_percent)

    def _laid_out(self) -> QWidget:
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        column.setSpacing(SPACE_12)
        legend = FlowRow(SPACE_12)
        for entry in self.legend:
            legend.add(entry)
        width = self._theme.scaled(_WIDE_PX)
        sentence = body(self.sentence)
        sentence.setMaximumWidth(round(width * _SENTENCE))
        for widget in (title(self.title), self.picture, legend, sentence, caption(self.foot)):
            column.addWidget(widget)
        spread(paper, self._theme)
        paper.resize(QSize(width, column.totalHeightForWidth(width)))
        return paper

    def _paint(self, painter: QPainter, paper: QWidget) -> None:
        painter.fillRect(paper.rect(), self._theme.colour(Role.CARD))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        paper.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        paper.deleteLater()
