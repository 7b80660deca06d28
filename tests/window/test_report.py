"""The page for the clinician at the desk: found on the rail, walked through by the keyboard, up to date with the diary."""

from collections.abc import Callable

from tests.fakes import FakeClock, MemoryDiaryStore
from tests.ui.access import name_of, tab_stops, unnamed
from tests.window.desk import ALT, RETURN, SPACE, Desk, Key
from walkcoach.services.sample import write_sample
from walkcoach.ui.main_window import PageKey
from walkcoach.ui.report_flow import ReportFlow
from walkcoach.wording import report_page as words


def flow(desk: Desk) -> ReportFlow:
    return desk.program.report


def text(desk: Desk) -> str:
    return flow(desk).page._text.toPlainText()


def test_it_is_a_page_of_the_rail_and_every_stop_of_the_keyboard_has_a_name(desk: Desk) -> None:
    desk.press((ALT, Key.Key_4))
    assert desk.page() is PageKey.REPORT
    assert unnamed(desk.program.window) == []
    assert [stop for stop in tab_stops(desk.program.window) if not name_of(stop).strip()] == []
    desk.tab_to(words.with_table())
    desk.press(SPACE)
    assert flow(desk).page.wanted.table
    desk.tab_to(words.save())


def test_the_keyboard_shows_the_text_and_the_page_again(desk: Desk) -> None:
    desk.press((ALT, Key.Key_4), "t")
    assert desk.at(words.text_name())
    desk.press(Key.Key_T)
    assert flow(desk).page._paper_view.isVisible()


def test_it_is_drawn_anew_whenever_it_is_shown(desk: Desk) -> None:
    desk.press((ALT, Key.Key_4))
    assert "Tingling: before walks not rated" in text(desk)
    desk.press((ALT, Key.Key_1), RETURN)
    desk.check_in_before("4")
    desk.close()
    desk.open()
    if desk.dialog() is not None:
        desk.press(Key.Key_Escape)
    desk.program.window.show_page(PageKey.REPORT)
    assert "Tingling: before walks 4, 4 (1)" in text(desk)


def test_years_of_diary_are_shown_at_once(desk_after: Callable[[MemoryDiaryStore, FakeClock], Desk]) -> None:
    store, clock = MemoryDiaryStore(), FakeClock()
    write_sample(store, clock.now().date(), 110)
    desk = desk_after(store, clock)
    desk.press((ALT, Key.Key_4))
    assert "12 weeks: 20 October 2025 to 5 January 2026" in text(desk)
    assert "Of these" in text(desk) or "Minutes in all" in text(desk)


def test_a_machine_without_a_printer_is_told_in_the_bar(desk: Desk) -> None:
    desk.press((ALT, Key.Key_4))
    desk.tab_to(words.print_it())
    desk.press(RETURN)
    assert desk.program.window.message_bar().text() == words.no_printer()
