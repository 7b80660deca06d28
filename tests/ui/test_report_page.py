"""The page for the clinician in the window: what is chosen is drawn, the text says the same, and it is saved and printed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.adapters.pdf.papers import INKS, picture
from tests.builders import MONDAY
from tests.fakes import FakeClock
from tests.ui.access import name_of, too_small, unnamed
from tests.ui.scenes import click, clipped, settle, theme
from walkcoach.adapters.pdf.printing import Press
from walkcoach.core.sheet import Paper
from walkcoach.services.errors import Trouble
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.ports import StoredDiary
from walkcoach.services.report import ReportService
from walkcoach.services.sample import made_up
from walkcoach.ui.report_flow import ReportFlow, ask_which_printer, set_up
from walkcoach.ui.theme.tokens import Scheme
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import report_page as words

FRIDAY, SATURDAY = MONDAY - timedelta(days=3), MONDAY - timedelta(days=9)
DIARY = replace(made_up(MONDAY, 20, 4), remarks={FRIDAY: "Along the river.", SATURDAY: "Slept badly. " * 60})


class Attempts:
    """The part of the bridge that the flow needs: carries out wishes, remembers trouble."""

    def __init__(self) -> None:
        self.trouble: Trouble | None = None

    def attempt(self, wish: Callable[[], object], *, refresh: bool = True) -> bool:
        """See `Bridge`."""
        self.trouble = None
        try:
            wish()
        except Trouble as trouble:
            self.trouble = trouble
        return self.trouble is None


class Table:
    """A window with the page, and somebody who answers the system's dialogs."""

    def __init__(self, app: QApplication, diary: StoredDiary, percent: int = 100, scheme: Scheme = Scheme.LIGHT) -> None:
        self.attempts = Attempts()
        self.remembered: list[Path] = []
        self.place = ""
        self.printer: QPrinter | None = None
        self.asked: list[str] = []
        look = theme(app, percent, scheme)
        self.window = QMainWindow()
        reports = ReportService(FoldedDiary(diary), FakeClock())
        self.flow = ReportFlow(
            reports,
            Press(INKS, "Walkcoach", "en-GB"),
            self.attempts,  # type: ignore[arg-type]
            self.window,
            look,
            Paper.A4,
            self.remembered.append,
            self._where,
            self._which,
        )
        self.page = self.flow.page
        self.window.setCentralWidget(self.page)
        self.window.resize(920, 640)
        self.flow.refresh()
        self.window.show()
        settle(app)

    def _where(self, _window: QWidget, name: str) -> str:
        self.asked.append(name)
        return self.place

    def _which(self, window: QWidget, paper: Paper, title: str) -> QPrinter | None:
        self.asked.append(title)
        return self.printer or ask_which_printer(window, paper, title)

    def text(self) -> str:
        """The page as text."""
        return self.page._text.toPlainText()

    def tick(self, words: str) -> Tick:
        """The tick whose words begin so."""
        (found,) = [tick for tick in self.page.findChildren(Tick) if tick.text().startswith(words)]
        return found


@pytest.fixture
def table(qapp: QApplication) -> Iterator[Table]:
    made = Table(qapp, DIARY)
    yield made
    made.window.close()
    made.window.deleteLater()


def far_apart(one: QImage, other: QImage) -> float:
    """How far two pictures are apart on the average, in steps of 256, once both are blurred a little."""
    small = [each.scaled(100, 140, mode=Qt.TransformationMode.SmoothTransformation) for each in (one, other)]
    pairs = ((small[0].pixelColor(x, y), small[1].pixelColor(x, y)) for x in range(100) for y in range(140))
    steps = [abs(this.lightness() - that.lightness()) for this, that in pairs]
    return sum(steps) / len(steps)


def choose(table: Table, answer: str) -> None:
    (pill,) = [pill for row in (table.page._span, table.page._paper) for pill in row.pills() if pill.text() == answer]
    click(pill)


def test_it_begins_with_twelve_weeks_no_table_and_no_notes(table: Table) -> None:
    wanted = table.page.wanted
    assert (wanted.weeks, wanted.paper, wanted.table, wanted.notes) == (12, Paper.A4, False, frozenset())
    assert "12 weeks: 20 October 2025 to 5 January 2026" in table.text()
    assert "river" not in table.text()
    assert len(table.page._paper_view.sheets) == 1


def test_what_is_chosen_is_drawn_at_once(table: Table) -> None:
    choose(table, "4 weeks")
    assert "4 weeks: 15 December 2025 to 5 January 2026" in table.text()
    choose(table, "US Letter")
    sheet = table.page._paper_view.sheets[0]
    assert sheet.heightForWidth(608) == pytest.approx(600 * 792 / 612 + 8, abs=2)
    click(table.tick(words.with_table()))
    assert len(table.page._paper_view.sheets) > 1
    assert "Day by day" in table.text()


def test_a_note_is_on_the_page_once_it_is_ticked_and_no_longer_than_that(table: Table) -> None:
    click(table.page._choose.button)
    click(table.tick("Friday 2 January"))
    assert table.page.wanted.notes == {FRIDAY}
    assert "Along the river." in table.text()
    assert "Slept badly" not in table.text()
    click(table.tick("Friday 2 January"))
    assert "Along the river." not in table.text()


def test_a_note_that_was_rewritten_has_to_be_ticked_anew(table: Table) -> None:
    click(table.page._choose.button)
    click(table.tick("Friday 2 January"))
    table.page._draw_notes([(FRIDAY, "Something else."), (SATURDAY, "Slept badly. " * 60)])
    assert table.page.wanted.notes == frozenset()


def test_t_shows_the_text_with_the_keyboard_in_it_and_back(table: Table, qtbot: QtBot) -> None:
    with qtbot.waitActive(table.window):
        table.window.activateWindow()
    table.page.setFocus()
    focus = table.window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_T)
    assert table.page._text.isVisible()
    assert not table.page._paper_view.isVisible()
    assert table.page._text.hasFocus()
    assert name_of(table.page._text) == words.text_name()
    assert QAccessible.queryAccessibleInterface(table.page._text).textInterface().characterCount() > 1000
    QTest.keyClick(table.page._text, Qt.Key.Key_T)
    assert table.page._paper_view.isVisible()


def test_it_is_saved_where_the_person_says_and_the_place_is_remembered(table: Table, tmp_path: Path) -> None:
    table.place = str(tmp_path / "mine")
    click(table.page.save_button)
    place = tmp_path / "mine.pdf"
    assert table.asked == ["walkcoach-2025-10-20-2026-01-05.pdf"]
    read = QPdfDocument()
    read.load(str(place))
    assert "12 weeks: 20 October 2025 to 5 January 2026" in read.getAllText(0).text()
    assert table.remembered == [place]
    assert table.page._said.text() == words.saved(str(place))


def test_leaving_the_dialog_saves_nothing(table: Table) -> None:
    click(table.page.save_button)
    assert (table.remembered, table.page._said.text()) == ([], "")


def test_a_place_that_cannot_be_written_is_told_by_name_and_not_remembered(table: Table, tmp_path: Path) -> None:
    table.place = str(tmp_path / "gone" / "page.pdf")
    click(table.page.save_button)
    assert table.attempts.trouble is not None
    assert table.place in table.attempts.trouble.what
    assert (table.remembered, table.page._said.text()) == ([], "")


@pytest.mark.parametrize("paper", Paper)
def test_what_is_printed_is_the_page_on_its_paper(paper: Paper, table: Table, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    set_up(printer, paper, "Walkcoach")
    table.printer = printer
    choose(table, dict(words.papers())[paper])
    click(table.tick(words.with_table()))
    click(table.page.print_button)
    assert table.page._said.text() == words.printed()
    read = QPdfDocument()
    read.load(str(tmp_path / "printed.pdf"))
    assert read.pageCount() == 3
    assert "Minutes walked each week" in read.getAllText(0).text()
    table.place = str(tmp_path / "saved.pdf")
    click(table.page.save_button)
    saved = QPdfDocument()
    saved.load(table.place)
    assert read.pagePointSize(0) == saved.pagePointSize(0)
    assert far_apart(picture(read), picture(saved)) < 1
    assert [word for word in ("Symptom", "clinician", "report") if word in table.asked[0]] == []


def test_a_machine_without_a_printer_gets_a_clear_word(table: Table) -> None:
    click(table.page.print_button)
    assert table.attempts.trouble is not None
    assert (table.attempts.trouble.what, table.attempts.trouble.way_on) == words.no_printer()


def test_what_is_left_out_is_said_above_the_page(qapp: QApplication) -> None:
    long = Table(qapp, replace(DIARY, remarks={FRIDAY: "Slept badly. " * 900}))
    assert not long.page._left_out.isVisibleTo(long.window)
    click(long.page._choose.button)
    click(long.tick("Friday 2 January"))
    assert long.page._left_out.text() == words.left_out()
    assert long.page._left_out.isVisibleTo(long.window)
    click(long.tick(words.with_table()))
    assert long.page._left_out.text() == words.left_out_with_table()
    long.window.close()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("text", [False, True])
def test_everything_has_a_name_is_large_enough_and_is_not_clipped(qapp: QApplication, percent: int, text: bool) -> None:
    made = Table(qapp, DIARY, percent, Scheme.DARK)
    click(made.page._choose.button)
    made.page.show_text(text)
    settle(qapp)
    assert unnamed(made.window) == []
    assert too_small(made.window) == []
    assert clipped(made.window) == []
    bar = made.page._scroll.horizontalScrollBar()
    assert bar.maximum() == 0
    made.window.close()


def test_the_text_is_as_high_as_it_is_long(table: Table, qapp: QApplication) -> None:
    table.page.show_text(True)
    settle(qapp)
    assert table.page._text.verticalScrollBar().maximum() == 0
    assert table.page._text.height() > 800


def test_the_keys_that_walk_through_the_text_take_the_page_along(qapp: QApplication, qtbot: QtBot) -> None:
    made = Table(qapp, DIARY, 200)
    made.window.resize(920, 640)
    made.window.show()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.page.show_text(True)
    settle(qapp)
    text, view = made.page._text, made.page._scroll.viewport()

    def line_in_sight() -> bool:
        line = text.cursorRect()
        begin = text.viewport().mapTo(view, line.topLeft()).y()
        return begin >= 0 and begin + line.height() <= view.height()

    for key in (*[Qt.Key.Key_Down] * 30, Qt.Key.Key_End):
        QTest.keyClick(text, key)
        assert line_in_sight()
    before = text.textCursor().position()
    QTest.keyClick(text, Qt.Key.Key_PageDown)
    assert line_in_sight()
    assert before < text.textCursor().position() < len(text.toPlainText()) - 200, "no further than a page of it"
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert line_in_sight()
    for _page in range(60):
        QTest.keyClick(text, Qt.Key.Key_PageUp)
        assert line_in_sight()
    assert text.textCursor().position() < 40
    made.window.close()


def test_an_empty_diary_has_a_page_too(qapp: QApplication) -> None:
    made = Table(qapp, StoredDiary())
    assert "No walks in this time." in made.text()
    assert words.notes_hint(0, 0) in [made.page._notes_hint.text()]
    assert not made.page._choose.isVisibleTo(made.window)
    made.window.close()
