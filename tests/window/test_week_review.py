"""The weekly review in the real program: there at the first start of a new week, gone with one key, found again on Progress."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.builders import MONDAY, before
from tests.fakes import FakeClock, MemoryDiaryStore
from tests.journeys.home import Home
from tests.window.desk import ALT, ESCAPE, RETURN, Desk, Key
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.errors import Trouble
from walkcoach.ui.dialogs.recovered_walk import RecoveredWalkDialog
from walkcoach.ui.dialogs.walk_by_hand import WalkByHandDialog
from walkcoach.ui.dialogs.week_review import WeekReviewDialog
from walkcoach.ui.main_window import PageKey

DeskAfter = Callable[[MemoryDiaryStore, FakeClock], Desk]


@pytest.fixture
def lived() -> tuple[Home, MemoryDiaryStore]:
    """Somebody on the Monday morning after a week of seven walks, and their diary."""
    store = MemoryDiaryStore()
    home = Home(lambda: store)
    for _day in range(7):
        home.live()
    return home, store


def at_the_desk(lived: tuple[Home, MemoryDiaryStore], desk_after: DeskAfter) -> Desk:
    home, store = lived
    return desk_after(store, home.clock)


def test_it_is_there_at_the_first_start_and_one_key_leads_to_the_walk(
    lived: tuple[Home, MemoryDiaryStore], desk_after: DeskAfter
) -> None:
    desk = at_the_desk(lived, desk_after)
    assert isinstance(desk.dialog(), WeekReviewDialog)
    assert "Your last week" in desk.read()
    assert desk.page() is PageKey.TODAY
    desk.press(ESCAPE)
    assert desk.dialog() is None
    assert desk.button("Check in and walk").hasFocus()
    desk.press(RETURN)
    assert "Before you walk" in desk.read()


def test_it_is_not_there_at_the_second_start_nor_on_the_next_days(
    lived: tuple[Home, MemoryDiaryStore], desk_after: DeskAfter
) -> None:
    desk = at_the_desk(lived, desk_after)
    desk.press(ESCAPE)
    desk.reopen()
    assert desk.dialog() is None
    desk.reopen(away_s=2 * 24 * 3600)
    assert desk.dialog() is None


def test_it_is_told_once_even_if_the_program_ends_while_it_is_shown(
    lived: tuple[Home, MemoryDiaryStore], desk_after: DeskAfter
) -> None:
    desk = at_the_desk(lived, desk_after)
    assert isinstance(desk.dialog(), WeekReviewDialog)
    desk.sheet().close()
    desk.reopen()
    assert desk.dialog() is None


def test_a_window_left_open_over_the_weeks_end_tells_about_it_too(desk: Desk) -> None:
    for day in range(7):
        desk.press(RETURN)
        desk.check_in_before("1" if day else "2")
        desk.pass_time(10 + 60 * 60)
        desk.press(RETURN)
        desk.check_in_after()
        assert desk.dialog() is None
        desk.sleep_until()
    assert isinstance(desk.dialog(), WeekReviewDialog)
    assert "7 walks" in desk.sheet().focusWidget().accessibleName()


def test_nobody_is_interrupted_on_another_page_and_the_next_start_tells(
    lived: tuple[Home, MemoryDiaryStore], desk_after: DeskAfter
) -> None:
    home, store = lived
    home.clock.set_wall(home.clock.now() - timedelta(hours=12))  # Sunday evening
    desk = desk_after(store, home.clock)
    assert desk.dialog() is None
    desk.press((ALT, Key.Key_5))
    desk.sleep_until()
    assert (desk.page(), desk.dialog()) == (PageKey.SETTINGS, None)
    desk.reopen()
    assert isinstance(desk.dialog(), WeekReviewDialog)


def test_a_sheet_that_is_open_over_midnight_is_not_covered(lived: tuple[Home, MemoryDiaryStore], desk_after: DeskAfter) -> None:
    home, store = lived
    home.clock.set_wall(home.clock.now() - timedelta(hours=12))
    desk = desk_after(store, home.clock)
    desk.tab_to("Add a walk made without the laptop")
    desk.press(RETURN)
    assert isinstance(desk.dialog(), WalkByHandDialog)
    desk.sleep_until()
    assert isinstance(desk.dialog(), WalkByHandDialog)
    desk.press(ESCAPE)
    assert desk.dialog() is None


def test_progress_leads_back_to_the_weeks_told_about(lived: tuple[Home, MemoryDiaryStore], desk_after: DeskAfter) -> None:
    desk = at_the_desk(lived, desk_after)
    desk.press(ESCAPE, (ALT, Key.Key_2))
    desk.tab_to("Earlier weeks")
    desk.press(RETURN)
    assert isinstance(desk.dialog(), WeekReviewDialog)
    assert "5 to 11 January" in desk.read()
    assert "This page stays" not in desk.read()
    desk.press(ESCAPE)
    assert (desk.dialog(), desk.page()) == (None, PageKey.PROGRESS)
    assert desk.at("Earlier weeks")


def test_a_lock_comes_first_and_the_week_is_told_when_it_is_lifted(
    lived: tuple[Home, MemoryDiaryStore], desk_after: DeskAfter
) -> None:
    home, store = lived
    home.today.check_in_before(before(1, signs=[WarningSign.CHEST_PAIN]))
    desk = desk_after(store, home.clock)
    assert desk.dialog() is None
    desk.reopen(away_s=24 * 3600)
    assert desk.dialog() is None
    assert desk.program.bridge.clear_warning_sign()
    desk.reopen()
    assert isinstance(desk.dialog(), WeekReviewDialog)


def test_a_walk_that_was_cut_off_comes_first(lived: tuple[Home, MemoryDiaryStore], desk_after: DeskAfter) -> None:
    home, store = lived
    home.today.check_in_before(before(1))
    home.set_out()
    home.go(120)
    desk = desk_after(store, home.clock)
    assert isinstance(desk.dialog(), RecoveredWalkDialog)
    desk.button("Discard it").click()
    desk.settle()
    desk.reopen()
    assert isinstance(desk.dialog(), WeekReviewDialog)


def test_a_full_disk_is_said_and_the_week_is_told_when_there_is_room(
    lived: tuple[Home, MemoryDiaryStore], desk_after: DeskAfter
) -> None:
    home, store = lived
    store.trouble = Trouble("The disk is full.", "Make some room.")
    desk = desk_after(store, home.clock)
    assert desk.dialog() is None
    assert "The disk is full." in desk.read()
    store.trouble = None
    desk.reopen()
    assert isinstance(desk.dialog(), WeekReviewDialog)


def test_after_three_weeks_away_one_sheet_tells_of_the_last_week_with_walks(
    lived: tuple[Home, MemoryDiaryStore], desk_after: DeskAfter
) -> None:
    home, store = lived
    home.clock.go_to(MONDAY + timedelta(days=28))
    desk = desk_after(store, home.clock)
    assert "One of your weeks" in desk.read()
    assert "5 to 11 January" in desk.read()
    desk.press(ESCAPE)
    assert desk.dialog() is None
    assert len(store.load().week_reviews) == 1


def test_a_first_start_tells_nothing(fresh: Desk) -> None:
    assert fresh.dialog() is None
