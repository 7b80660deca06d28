"""A window left open over midnight, and a walk that was cut off the day before: nothing lands on the wrong day, nobody slips by."""

from datetime import timedelta

import pytest

from tests.builders import MONDAY, after
from tests.window.desk import ESCAPE, RETURN, SPACE, Desk
from walkcoach.core.diary import ShorterBecause
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.ports import WalkKind
from walkcoach.services.today import TodayState
from walkcoach.ui.dialogs.after_check_in import AfterCheckInDialog
from walkcoach.ui.dialogs.before_check_in import BeforeCheckInDialog
from walkcoach.ui.dialogs.recovered_walk import RecoveredWalkDialog

TUESDAY = MONDAY + timedelta(days=1)


def walk_in_the_evening(desk: Desk, seconds: float = 910) -> None:
    desk.clock.go_to(MONDAY, 23, 40)
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(seconds)


def test_a_sheet_that_is_saved_long_past_midnight_answers_for_the_walk_it_was_opened_for(desk: Desk) -> None:
    walk_in_the_evening(desk)
    desk.press(RETURN)
    assert isinstance(desk.dialog(), AfterCheckInDialog)
    desk.clock.go_to(TUESDAY, 8)
    desk.check_in_after()
    assert list(desk.store.load().after) == [MONDAY]
    assert desk.program.bridge.view().state is TodayState.TO_CHECK_IN


def test_a_button_of_yesterday_begins_no_walk_without_today_s_check_in(desk: Desk) -> None:
    walk_in_the_evening(desk, 10 + 400)
    desk.program.walk.finish_walk(ShorterBecause.NO_TIME)
    desk.program.window.leave_walk()
    desk.clock.go_to(TUESDAY, 0, 30)
    desk.program.behind.flow.walk()
    assert (desk.program.walk.under_way, desk.dialog()) == (False, None)
    desk.clock.go_to(TUESDAY, 8)
    desk.program.behind.flow.walk()
    assert not desk.program.walk.under_way
    assert isinstance(desk.dialog(), BeforeCheckInDialog)


def test_a_button_of_yesterday_opens_no_check_in_after_a_walk_that_was_not_walked(desk: Desk) -> None:
    walk_in_the_evening(desk)
    desk.press(RETURN, ESCAPE)
    desk.clock.go_to(TUESDAY, 8)
    desk.program.behind.flow.check_in_after()
    desk.settle()
    assert desk.dialog() is None
    assert desk.button("Check in and walk").isVisible()


def test_a_walk_cut_off_the_day_before_can_only_be_saved_or_discarded(desk: Desk) -> None:
    walk_in_the_evening(desk, 10 + 400)
    desk.reopen(11 * 3600)
    assert isinstance(desk.dialog(), RecoveredWalkDialog)
    said = desk.read()
    assert "6:40" in said
    assert "can no longer be continued" in said
    with pytest.raises(AssertionError, match="0 buttons"):
        desk.button("Continue the walk")
    desk.tab_to("Save it as it is")
    desk.press(RETURN)
    assert [(walk.day, walk.kind, walk.walked_s) for walk in desk.store.load().walks] == [(MONDAY, WalkKind.PLANNED, 400)]


def test_the_day_is_not_ended_before_a_walk_that_was_cut_off_is_answered_for(desk: Desk) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(10 + 200)
    desk.program.walk.finish_walk()
    desk.program.window.leave_walk()
    desk.program.behind.flow.walk()
    desk.pass_time(10 + 100)
    desk.reopen()
    desk.press(ESCAPE)
    desk.tab_to("That is enough for today")
    desk.press(SPACE)
    assert isinstance(desk.dialog(), RecoveredWalkDialog)


def test_a_walk_that_made_somebody_unwell_is_the_last_of_the_day(desk: Desk) -> None:
    walk_in_the_evening(desk)
    desk.press(RETURN, ESCAPE)
    desk.program.bridge.check_in_after(after(signs=[WarningSign.UNWELL]))
    desk.settle()
    with pytest.raises(AssertionError, match="0 buttons"):
        desk.button("Walk some more anyway")
    with pytest.raises(AssertionError, match="0 buttons"):
        desk.button("Just walk")
    desk.program.behind.extra.ask_own()
    assert (desk.program.walk.under_way, desk.dialog()) == (False, None)
