"""Walks beyond the plan in the real program, by keyboard: begun, kept, added by hand, and seen by nobody who decides."""

from datetime import timedelta

import pytest

from tests.builders import MONDAY
from tests.window.desk import ALT, ESCAPE, RETURN, SPACE, Desk, Key
from walkcoach.core.segments import Pace
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import WalkKind
from walkcoach.services.today import TodayState
from walkcoach.ui.dialogs.own_walk import OwnWalkDialog
from walkcoach.ui.dialogs.recovered_walk import RecoveredWalkDialog
from walkcoach.ui.dialogs.walk_by_hand import WalkByHandDialog
from walkcoach.ui.main_window import PageKey


def just_walk(desk: Desk, *keys: Key | str) -> None:
    """Open the sheet, press `keys` from its first field on, and start."""
    desk.tab_to("Just walk")
    desk.press(RETURN)
    assert isinstance(desk.dialog(), OwnWalkDialog)
    desk.press(*keys)
    desk.tab_to("Start walking")
    desk.press(RETURN)


def add_by_hand(desk: Desk, *keys: Key | str) -> None:
    """Open the sheet, press `keys` from its first field on, and add."""
    desk.tab_to("Add a walk made without the laptop")
    desk.press(RETURN)
    assert isinstance(desk.dialog(), WalkByHandDialog)
    desk.press(*keys)
    desk.tab_to("Add this walk")
    desk.press(RETURN)


def test_a_pattern_of_ones_own_is_walked_and_kept_and_no_check_in_follows(desk: Desk) -> None:
    offered = desk.program.bridge.view().decision
    just_walk(desk, "3", RETURN, "2", RETURN)
    assert desk.page() is PageKey.WALK
    assert [(segment.pace, segment.length_s // 60) for segment in desk.shown_walk().segments] == [
        (Pace.NORMAL, 3),
        (Pace.BRISK, 3),
        (Pace.NORMAL, 3),
        (Pace.BRISK, 3),
        (Pace.NORMAL, 5),
    ]
    desk.pass_time(10 + 17 * 60 + 1)
    assert "No check-in is needed" in desk.program.behind.walk_page.top.accessibleName()
    desk.press(RETURN)
    assert (desk.page(), desk.dialog()) == (PageKey.TODAY, None)
    kept = desk.store.load().walks
    assert [(walk.kind, walk.walked_s, walk.brisk_s) for walk in kept] == [(WalkKind.FREE, 1020, 360)]
    view = desk.program.bridge.view()
    assert (view.state, view.decision) == (TodayState.TO_CHECK_IN, offered)


def test_a_walk_of_ones_own_ends_early_without_being_asked_why(desk: Desk) -> None:
    just_walk(desk)
    desk.pass_time(10 + 60)
    desk.press(ESCAPE, "f")
    assert (desk.page(), desk.dialog()) == (PageKey.TODAY, None)
    assert [(walk.kind, walk.walked_s) for walk in desk.store.load().walks] == [(WalkKind.FREE, 60)]


def test_it_ends_in_the_small_window_too(desk: Desk) -> None:
    just_walk(desk)
    desk.press("m")
    desk.pass_time(10 + 601)
    small = desk.program.behind.walk_window
    assert small.main.text() == "Done"
    small.main.click()
    desk.settle()
    assert (desk.page(), desk.dialog(), small.isVisible()) == (PageKey.TODAY, None, False)
    assert desk.program.window.isVisible()


def test_a_walk_by_hand_is_added_said_and_counted_and_the_plan_stays(desk: Desk) -> None:
    offered = desk.program.bridge.view().decision
    desk.clock.go_to(MONDAY, 14)
    add_by_hand(desk, RETURN, "8:30", RETURN, "40", RETURN, "10")
    assert desk.dialog() is None
    assert "Added: 40 minutes, today." in desk.read()
    assert "40 of 15 min" in desk.read()
    walk = desk.store.load().walks[0]
    assert (walk.kind, walk.day, walk.started.hour, walk.walked_s, walk.brisk_s) == (WalkKind.BY_HAND, MONDAY, 8, 2400, 600)
    view = desk.program.bridge.view()
    assert (view.state, view.decision, view.walked_min) == (TodayState.TO_CHECK_IN, offered, 0)
    assert desk.at("Add a walk made without the laptop")
    desk.press((ALT, Key.Key_2))
    assert "40" in desk.read()
    desk.sleep_until()
    assert "Added" not in desk.program.today.extra.added


def test_a_walk_of_another_day_lands_on_its_day(desk: Desk) -> None:
    add_by_hand(desk, Key.Key_Down, Key.Key_Down)
    assert [walk.day for walk in desk.store.load().walks] == [MONDAY - timedelta(days=2)]
    assert "Added: 20 minutes, Saturday." in desk.read()


def test_trouble_keeps_what_was_typed_for_another_try(desk: Desk) -> None:
    desk.store.trouble = Trouble("The disk is full.", "Make room.")  # type: ignore[attr-defined]
    add_by_hand(desk, RETURN, RETURN, "40")
    sheet = desk.dialog()
    assert isinstance(sheet, WalkByHandDialog)
    assert "The disk is full. Make room." in desk.read()
    assert sheet.minutes.value() == 40
    desk.store.trouble = None  # type: ignore[attr-defined]
    desk.tab_to("Add this walk")
    desk.press(RETURN)
    assert desk.dialog() is None
    assert [walk.walked_s for walk in desk.store.load().walks] == [2400]


def test_a_walk_of_ones_own_that_is_cut_off_is_found_again(desk: Desk) -> None:
    just_walk(desk)
    desk.pass_time(10 + 120)
    desk.reopen()
    assert isinstance(desk.dialog(), RecoveredWalkDialog)
    desk.press(ESCAPE)
    desk.tab_to("Just walk")
    desk.press(SPACE)
    assert isinstance(desk.dialog(), RecoveredWalkDialog)
    desk.tab_to("Continue the walk")
    desk.press(RETURN)
    desk.pass_time(10 + 481)
    desk.press(RETURN)
    assert [(walk.kind, walk.walked_s) for walk in desk.store.load().walks] == [(WalkKind.FREE, 600)]


def test_a_locked_day_offers_only_to_add_one(desk: Desk) -> None:
    desk.press(RETURN)
    desk.press("2", RETURN, "1", RETURN, "2", RETURN)  # something new on the feet
    desk.press("1", RETURN, RETURN)
    while desk.dialog() is not None:
        desk.press(ESCAPE)
    assert desk.program.bridge.view().state is TodayState.NO_WALK
    with pytest.raises(AssertionError, match="0 buttons"):
        desk.button("Just walk")
    add_by_hand(desk)
    assert [walk.kind for walk in desk.store.load().walks] == [WalkKind.BY_HAND]


def test_a_sheet_left_open_over_midnight_begins_the_walk_on_the_day_it_is_begun(desk: Desk) -> None:
    desk.clock.go_to(MONDAY, 23, 50)
    desk.pass_time(0)
    desk.tab_to("Just walk")
    desk.press(RETURN)
    desk.clock.go_to(MONDAY + timedelta(days=1), 0, 20)
    desk.tab_to("Start walking")
    desk.press(RETURN)
    desk.pass_time(10 + 601)
    desk.press(RETURN)
    assert [walk.day for walk in desk.store.load().walks] == [MONDAY + timedelta(days=1)]
