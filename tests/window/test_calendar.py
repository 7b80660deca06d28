"""Calendar and road in the whole window, by keyboard alone: from the menu to a day of last month, and on into the Diary."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.fakes import FakeClock, MemoryDiaryStore
from tests.window.desk import ALT, RETURN, Desk
from walkcoach.core.calendar import CalendarDay
from walkcoach.services.sample import made_up
from walkcoach.ui.main_window import PageKey

Key = Qt.Key
TODAY = date(2026, 1, 5)


@pytest.fixture
def lived(desk_after: Callable[[MemoryDiaryStore, FakeClock], Desk]) -> Desk:
    """Somebody who has walked for eight weeks, at the Progress page, with the keyboard in the calendar."""
    desk = desk_after(MemoryDiaryStore(made_up(TODAY, 8, 4)), FakeClock())
    while desk.dialog() is not None:
        desk.press(Key.Key_Escape)
    desk.press((ALT, Key.Key_2))
    desk.tab_to("Calendar, January 2026")
    return desk


def pointed(desk: Desk) -> date | None:
    day: CalendarDay | None = desk.program.progress.calendar_and_road.calendar.grid.day_pointed_at()
    return None if day is None else day.day


def test_a_day_of_last_month_opens_in_the_diary_and_the_month_is_still_there_afterwards(lived: Desk) -> None:
    lived.press(Key.Key_Left, Key.Key_PageUp)
    assert pointed(lived) == date(2025, 12, 5)
    reading = lived.program.progress.calendar_and_road.calendar.reading()
    assert reading.startswith("Friday 5 December 2025:")
    lived.press(Key.Key_End, RETURN)
    assert lived.page() is PageKey.DIARY
    assert "31 December" in lived.read()
    lived.press((ALT, Key.Key_2))
    assert "December 2025" in lived.read()


def test_one_key_turns_the_calendar_into_its_table(lived: Desk) -> None:
    part = lived.program.progress.calendar_and_road
    lived.press("t")
    assert part.calendar.shows_table()
    assert part.road.shows_table()
    assert part.calendar.table.hasFocus()
    lived.press("t")
    assert part.calendar.grid.hasFocus()


def test_the_road_says_where_one_stands_and_steps_along(lived: Desk) -> None:
    lived.tab_to("Your road")
    road = lived.program.progress.calendar_and_road.road
    assert road.reading().startswith("You stand at ")
    lived.press(Key.Key_Home)
    assert road.reading().startswith("The start, 15 minutes: first reached on 10 November 2025")


def test_a_new_diary_has_neither_until_the_first_walk(desk: Desk) -> None:
    desk.press((ALT, Key.Key_2))
    assert not desk.program.progress.calendar_and_road.isVisible()
    desk.press((ALT, Key.Key_1), RETURN)
    desk.check_in_before()
    desk.pass_time(910)
    desk.press(RETURN)
    desk.check_in_after()
    desk.press((ALT, Key.Key_2))
    part = desk.program.progress.calendar_and_road
    assert part.isVisible()
    assert "15 minutes on 1 day" in part.calendar.reading()
    assert part.road.reading() == "You stand at 15 minutes; next is 60 minutes. A forecast needs two weeks of walking to go by."
