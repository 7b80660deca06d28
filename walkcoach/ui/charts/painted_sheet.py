"""A painted picture for others, as `picture` does it for charts: on white, in the light theme, with title, legend and sentence.

The sheet is made of widgets that are never shown: they are laid out once, rendered and let go.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.ui.charts.on_paper import png_bytes, svg_bytes
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_12, SPACE_24, Scheme
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import body, caption, title
from walkcoach.ui.widgets.painted import PaintedShape

_WIDE_PX: Final = 760
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
        return png_bytes(paper.size(), self._theme, partial(_paint, paper))

    def svg(self) -> bytes:
        """The sheet as a drawing: lines stay lines and text stays text."""
        paper = self._laid_out()
        return svg_bytes(paper.size(), self._theme, self.title, self.sentence, partial(_paint, paper))

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


def _paint(paper: QWidget, painter: QPainter) -> None:
    """Draw the paper's parts, and let it go."""
    paper.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    paper.deleteLater()
