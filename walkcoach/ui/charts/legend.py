"""What the marks of a chart mean: a sample of each, painted as in the chart, with its name beside it."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from walkcoach.ui.charts.marks import SQUARE, Mark, paint_sample
from walkcoach.ui.widgets.sample_entry import SampleEntry

_SIDE: Final = 14
_LONG: Final = 28


class LegendEntry(SampleEntry):
    """One mark with its name."""

    def __init__(self, mark: Mark, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, _SIDE if mark in SQUARE else _LONG, _SIDE, parent)
        self._mark = mark

    def paint_sample(self, painter: QPainter, box: QRectF) -> None:
        """Paint the mark."""
        paint_sample(painter, self._mark, box, self.theme)
