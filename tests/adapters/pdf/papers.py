"""Pages for the tests: laid out with the program's own fonts and inks, and read back out of the PDF by Qt's own reader."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from tests.fakes import FakeClock
from walkcoach.adapters.pdf.pages import Pages, pages_of
from walkcoach.adapters.pdf.placed import PlacedWords
from walkcoach.adapters.pdf.style import Inks
from walkcoach.core.report import Report
from walkcoach.core.sheet import Paper, Sheet
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.ports import StoredDiary
from walkcoach.services.report import ReportService
from walkcoach.ui.theme.apply import load_fonts
from walkcoach.ui.theme.paper import paper_inks
from walkcoach.wording.report_sheet import sheet_of

RESOURCES = Path(__file__).parents[3] / "resources"
INKS = Inks(*paper_inks())


def report_of(diary: StoredDiary, weeks: int = 12, *, notes: bool = False) -> Report:
    """The facts on the Monday of most tests, with all notes or none."""
    service = ReportService(FoldedDiary(diary), FakeClock())
    return service.report(weeks, [day for day, _text in service.known_notes(weeks)] if notes else ())


def sheet(diary: StoredDiary, weeks: int = 12, *, table: bool = False, notes: bool = False) -> Sheet:
    """The same in words."""
    return sheet_of(report_of(diary, weeks, notes=notes), "1.2.3", table=table)


def laid_out(made: Sheet, paper: Paper = Paper.A4) -> Pages:
    """On paper, in the program's font."""
    _load_fonts_once()
    return pages_of(made, paper, INKS)


@cache
def _load_fonts_once() -> tuple[str, ...]:
    return load_fonts(RESOURCES / "fonts")


def words_on(pages: Pages, number: int = 0) -> list[PlacedWords]:
    """All words of a page."""
    return [thing for thing in pages.pages[number] if isinstance(thing, PlacedWords)]


def document(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    """The PDF as Qt reads it; the buffer has to live as long."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    read = QPdfDocument()
    read.load(buffer)
    assert read.error() is QPdfDocument.Error.None_
    return read, buffer


def picture(read: QPdfDocument, number: int = 0, width: int = 1000) -> QImage:
    """A page as a picture on white."""
    size = read.pagePointSize(number)
    drawn = read.render(number, QSize(width, round(width * size.height() / size.width())))
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper


def plain(text: str) -> str:
    """`text` without what only sets it apart: blanks, line ends, joined letters."""
    return re.sub(r"[\s\u00ad\u200e\u200f\ufffe]+", "", unicodedata.normalize("NFKC", text))
