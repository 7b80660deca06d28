"""The page for the clinician: drawn as the person chooses, saved as PDF where they say, or handed to a printer."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMarginsF, QObject, QSizeF, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from walkcoach import __version__
from walkcoach.core.report import Report
from walkcoach.core.sheet import Paper, Sheet, text_of
from walkcoach.services.errors import Trouble
from walkcoach.services.report import ReportService
from walkcoach.ui.bridge import Bridge
from walkcoach.ui.pages.report_page import ReportPage, ReportView
from walkcoach.ui.theme.theme import Theme
from walkcoach.wording import report as words
from walkcoach.wording import report_page as page_words
from walkcoach.wording.report_sheet import sheet_of


class PrintedSheet(Protocol):
    """A sheet on paper: pages that paint themselves, and that can be written."""

    @property
    def count(self) -> int:
        """How many pages there are."""

    @property
    def size(self) -> QSizeF:
        """Width and height of a page in units."""

    @property
    def left_out(self) -> bool:
        """Whether the first page says that it does not hold everything."""

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0, in units."""

    def write(self, place: Path, title: str, *, replace: bool) -> None:
        """Write a PDF. Raises `Trouble`."""


class SheetPress(Protocol):
    """Puts sheets on paper."""

    def printed(self, sheet: Sheet, paper: Paper) -> PrintedSheet:
        """The sheet on paper."""


class ReportFlow(QObject):
    """Makes and keeps the page. `remember` is told where a PDF was put; `ask_place` and `ask_printer` ask the person.

    Laying out a page takes some hundredths of a second, and so does writing it, so nothing here leaves the window's thread.
    """

    def __init__(
        self,
        reports: ReportService,
        press: SheetPress,
        bridge: Bridge,
        window: QWidget,
        theme: Theme,
        paper: Paper,
        remember: Callable[[Path], object],
        ask_place: Callable[[QWidget, str], str] | None = None,
        ask_printer: Callable[[QWidget, Paper, str], QPrinter | None] | None = None,
    ) -> None:
        super().__init__(window)
        self._reports = reports
        self._press = press
        self._bridge = bridge
        self._remember = remember
        self._ask_place = ask_place or ask_where
        self._ask_printer = ask_printer or ask_which_printer
        self._report: Report | None = None
        self._printed: PrintedSheet | None = None
        self.page = ReportPage(paper, theme)
        self.page.changed.connect(self.refresh)
        self.page.save_requested.connect(self.save)
        self.page.print_requested.connect(self.print_out)

    def refresh(self) -> None:
        """Draw the page anew from the diary as it is now."""
        wanted = self.page.wanted
        self._report = self._reports.report(wanted.weeks, wanted.notes)
        sheet = sheet_of(self._report, __version__, table=wanted.table)
        self._printed = self._press.printed(sheet, wanted.paper)
        known = self._reports.known_notes(wanted.weeks)
        self.page.draw(ReportView(self._printed, text_of(sheet), known, self._printed.left_out))

    def save(self) -> None:
        """Ask where, and write the PDF there."""
        if self._report is None or self._printed is None:
            return
        printed, title = self._printed, self._title(self._report)
        name = words.file_name(self._report.first_day, self._report.last_day)
        chosen = self._ask_place(self.page.window(), name)
        if not chosen:
            return
        place = Path(chosen)
        place = place if place.suffix else place.with_suffix(".pdf")

        def keep() -> None:
            # The system's dialog has asked before it gives the name of a file that is there.
            printed.write(place, title, replace=True)
            self._remember(place)

        if self._bridge.attempt(keep, refresh=False):
            self.page.say(page_words.saved(str(place)))

    def print_out(self) -> None:
        """Ask for a printer, and print on it."""
        if self._report is None or self._printed is None:
            return
        printed, title = self._printed, self._title(self._report)

        def hand_over() -> None:
            printer = self._ask_printer(self.page.window(), self.page.wanted.paper, title)
            if printer is not None:
                print_on(printer, printed)
                self.page.say(page_words.printed())

        self._bridge.attempt(hand_over, refresh=False)

    @staticmethod
    def _title(report: Report) -> str:
        return words.file_title(report.first_day, report.last_day)


def ask_where(window: QWidget, name: str) -> str:
    """The system's dialog for saving, in the person's documents at first; "" where it was left."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kind = f"{page_words.pdf_files()} (*.pdf)"
    chosen, _kind = QFileDialog.getSaveFileName(window, page_words.save_title(), str(Path(documents) / name), kind)
    return chosen


def ask_which_printer(window: QWidget, paper: Paper, title: str) -> QPrinter | None:
    """The system's dialog for printing; None where it was left. Raises `Trouble` where there is no printer."""
    if not QPrinterInfo.availablePrinterNames():
        raise Trouble(*page_words.no_printer())
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, paper, title)
    dialog = QPrintDialog(printer, window)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def set_up(printer: QPrinter, paper: Paper, title: str) -> None:
    """Give `printer` the paper, to its edges, and the name under which the page stands in the queue."""
    size = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}[paper]
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))


def print_on(printer: QPrinter, printed: PrintedSheet) -> None:
    """Print all pages. Raises `Trouble` where the printer does not take them."""
    painter = QPainter()
    if not painter.begin(printer):
        raise Trouble(*page_words.not_printed())
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / printed.size.width(), paper.height() / printed.size.height())  # the dialog may change the paper
    painter.scale(scale, scale)
    for number in range(printed.count):
        if number and not printer.newPage():
            painter.end()
            raise Trouble(*page_words.not_printed())
        printed.paint(painter, number)
    painter.end()
