"""A sheet laid out on paper: so many pages of one size, each of which paints itself on a PDF, a printer or a window.

Needs a QGuiApplication, for the fonts. Nothing here is slow: a page takes some hundredths of a second.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QSizeF, Qt
from PySide6.QtGui import QPainter

from walkcoach.adapters.pdf.first_page import FirstPage
from walkcoach.adapters.pdf.more_pages import MorePages
from walkcoach.adapters.pdf.placed import Flow, Placed, PlacedLine, PlacedWords
from walkcoach.adapters.pdf.style import MARGIN_PT, PT, SMALLEST_PT, Inks, size_of
from walkcoach.adapters.pdf.text import Words
from walkcoach.core.sheet import Paper, Sheet

_FOOT_HIGH: Final = 16 * PT
_THIN: Final = 0.5 * PT


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of `size` units (a tenth of a point each). `left_out`: the first page says that it does not hold everything."""

    paper: Paper
    size: QSizeF
    pages: tuple[tuple[Placed, ...], ...]
    left_out: bool

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page `number`, counted from 0; the painter's coordinates are the page's units from its upper left corner."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for thing in self.pages[number]:
            thing.draw(painter)


def pages_of(sheet: Sheet, paper: Paper, inks: Inks) -> Pages:
    """Lay `sheet` out: one page, and those of its table where it has one."""
    size = size_of(paper)
    margin = MARGIN_PT * float(PT)
    width, height = size.width() - 2 * margin, size.height() - 2 * margin - _FOOT_HIGH
    first = FirstPage(sheet, inks, margin, margin, width, height)
    bodies = [first.lay_out()]
    if sheet.days is not None:
        more = MorePages(inks, lambda: Flow(margin, margin, width), height)
        more.add_table(sheet.days)
        if sheet.full_notes is not None:
            more.add_notes(sheet.full_notes)
        bodies += more.pages()
    feet = [_foot(sheet, inks, number, len(bodies), margin, size) for number in range(len(bodies))]
    pages = tuple((*body, *foot) for body, foot in zip(bodies, feet, strict=True))
    return Pages(paper, size, pages, first.left_out)


def _foot(sheet: Sheet, inks: Inks, number: int, pages: int, margin: float, size: QSizeF) -> tuple[Placed, ...]:
    font = inks.font(SMALLEST_PT)
    width = (size.width() - 2 * margin) / 2
    said = Words(sheet.foot, font, inks.muted, width)
    y = size.height() - margin - said.height
    line = PlacedLine(QLineF(margin, y - _THIN, margin + 2 * width, y - _THIN), inks.line, _THIN)
    placed: tuple[Placed, ...] = (line, PlacedWords(said, margin, y))
    if pages > 1:
        page = sheet.page_of.format(page=number + 1, pages=pages)
        words = Words(page, font, inks.muted, width, align=Qt.AlignmentFlag.AlignRight)
        placed = (*placed, PlacedWords(words, margin + width, y))
    return placed
