"""A chart as a picture or a drawing for others: on white, in the light theme, with its title, legend, axis and sentence.

It is painted anew, not taken from the screen: in a drawing (SVG) lines stay lines and text stays text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from walkcoach.ui.charts.chart import Chart
from walkcoach.ui.charts.marks import SQUARE, Mark, paint_sample
from walkcoach.ui.charts.on_paper import png_bytes, svg_bytes
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24, Role, Scheme, TypeRole

_WIDE_PX: Final = 960
_CHART_PX: Final = 320
_SIDE_PX: Final = 14
_LONG_PX: Final = 28


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the sheet: the chart, its title and legend, one sentence, and whose it is."""

    chart: Chart
    title: str
    legend: Sequence[tuple[Mark, str]]
    sentence: str
    foot: str
    text_percent: int = 100

    @property
    def theme(self) -> Theme:
        """Light, at the person's text size."""
        return Theme(Scheme.LIGHT, self.text_percent)

    def size(self) -> QSize:
        """The size of the sheet in points."""
        width = self.theme.scaled(_WIDE_PX)
        return QSize(width, round(self._lay(None, width)))

    def png(self) -> bytes:
        """The sheet as a picture."""
        return png_bytes(self.size(), self.theme, self.paint)

    def svg(self) -> bytes:
        """The sheet as a drawing."""
        return svg_bytes(self.size(), self.theme, self.title, self.sentence, self.paint)

    def paint(self, painter: QPainter) -> None:
        """Paint all of it."""
        self._lay(painter, self.theme.scaled(_WIDE_PX))

    def _lay(self, painter: QPainter | None, width: int) -> float:
        """Lay the parts below each other and paint them, if there is a painter; the height that they take."""
        theme, left, room = self.theme, float(SPACE_24), float(width - 2 * SPACE_24)
        y = self._text(painter, self.title, TypeRole.TITLE, Role.INK, left, SPACE_24, room) + SPACE_8
        y = self._lay_legend(painter, left, y, room) + SPACE_12
        high = float(theme.scaled(_CHART_PX))
        if painter is not None:
            self.chart.paint_on(painter, QRectF(left, y, room, high), theme)
        y = self._text(painter, self.sentence, TypeRole.BODY, Role.INK, left, y + high + SPACE_16, room) + SPACE_8
        return self._text(painter, self.foot, TypeRole.CAPTION, Role.MUTED, left, y, room) + SPACE_24

    def _text(
        self, painter: QPainter | None, text: str, kind: TypeRole, colour: Role, left: float, top: float, room: float
    ) -> float:
        """Write a text from `top` on, in as many lines as it takes; where it ends."""
        font = self.theme.font(kind)
        metrics = QFontMetricsF(font)
        box = metrics.boundingRect(QRectF(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), text)
        if painter is not None:
            painter.setFont(font)
            painter.setPen(self.theme.colour(colour))
            painter.drawText(QRectF(left, top, room, box.height() + 2), int(Qt.TextFlag.TextWordWrap), text)
        return top + box.height()

    def _lay_legend(self, painter: QPainter | None, left: float, top: float, room: float) -> float:
        theme = self.theme
        font = theme.font(TypeRole.CAPTION)
        metrics = QFontMetricsF(font)
        line, side = metrics.height() + SPACE_8, theme.scaled(_SIDE_PX)
        x, y = left, top
        for mark, text in self.legend:
            sample = side if mark in SQUARE else theme.scaled(_LONG_PX)
            wide = sample + SPACE_8 + metrics.horizontalAdvance(text)
            if x > left and x + wide > left + room:
                x, y = left, y + line
            if painter is not None:
                paint_sample(painter, mark, QRectF(x, y + (metrics.height() - side) / 2, sample, side), theme, on_paper=True)
                painter.setFont(font)
                painter.setPen(theme.colour(Role.MUTED))
                painter.drawText(QPointF(x + sample + SPACE_8, y + metrics.ascent()), text)
            x += wide + SPACE_24
        return y + metrics.height() if self.legend else top
