"""Which day it is: midnight, both changes of clocks, travel, and a system clock that was wrong."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.builders import BERLIN, MONDAY, after, before, checkpoint
from tests.fakes import FakeClock
from tests.services.days import Person
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.folded_diary import state_on
from walkcoach.services.ports import WalkKind
from walkcoach.services.today import TodayState


def test_a_walk_across_midnight_belongs_to_its_first_day_and_so_does_its_check_in() -> None:
    person = Person()
    person.clock.go_to(MONDAY, 23, 50)
    person.today.check_in_before(before(1))
    person.walk()
    view = person.view()
    assert person.clock.today() == MONDAY + timedelta(days=1)
    assert (view.day, view.state, view.remaining_s) == (MONDAY, TodayState.TO_CHECK_IN_AFTER, 0)
    person.today.check_in_after(after(1))
    assert person.keeper.day(MONDAY).after == after(1)
    assert (person.view().day, person.view().state) == (MONDAY + timedelta(days=1), TodayState.TO_CHECK_IN)
    assert person.view().decision.minutes == 20


def test_a_walk_broken_off_before_midnight_is_not_gone_on_with_after_it() -> None:
    person = Person()
    person.clock.go_to(MONDAY, 23, 50)
    person.today.check_in_before(before(1))
    person.walk(5 * 60)
    assert person.view().remaining_s == 600
    person.clock.advance(10 * 60)
    assert (person.view().day, person.view().state, person.view().remaining_s) == (MONDAY, TodayState.TO_CHECK_IN_AFTER, 0)


def test_an_hour_after_midnight_s_walk_the_new_day_begins_without_its_check_in() -> None:
    person = Person()
    person.clock.go_to(MONDAY, 23, 50)
    person.today.check_in_before(before(1))
    person.walk()
    person.clock.advance(3601)
    view = person.view()
    assert (view.day, view.state) == (MONDAY + timedelta(days=1), TodayState.TO_CHECK_IN)
    assert Rule.CHECK_IN_MISSING in view.decision.rules


@pytest.mark.parametrize("sunday", [date(2026, 3, 29), date(2026, 10, 25)])
def test_days_stay_right_when_the_clocks_change(sunday: date) -> None:
    person = Person(FakeClock(datetime(sunday.year, sunday.month, sunday.day, 9, tzinfo=BERLIN) - timedelta(days=1)))
    days = []
    for _day in range(3):
        days.append(person.view().day)
        person.live()
    assert days == [sunday - timedelta(days=1), sunday, sunday + timedelta(days=1)]
    assert person.view().decision.minutes == 30


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo"])
def test_travel_moves_the_day_but_not_what_was_walked(zone: str) -> None:
    person = Person()
    person.live()
    person.today.check_in_before(before(1))
    person.walk()
    person.today.check_in_after(after(1))
    tuesday = person.view().day
    person.clock.travel(zone)
    person.clock.go_to(tuesday + timedelta(days=1), 9)
    assert (person.view().day, person.view().decision.minutes) == (tuesday + timedelta(days=1), 25)
    assert person.keeper.day(tuesday).walk is not None


def test_flying_west_into_a_day_that_is_done_leaves_it_done() -> None:
    person = Person(FakeClock(datetime(2026, 1, 6, 9, tzinfo=ZoneInfo("Asia/Tokyo"))))
    person.live()
    person.today.check_in_before(before(1))
    person.walk()
    person.today.check_in_after(after(1))
    person.clock.travel("America/Los_Angeles")
    assert (person.view().day, person.view().state) == (date(2026, 1, 6), TodayState.DONE)


def test_a_wrong_system_clock_put_right_leaves_the_days_of_its_time_out_of_today() -> None:
    person = Person(FakeClock(datetime(2031, 5, 1, 9, tzinfo=BERLIN)))
    person.live()
    person.clock.set_wall(datetime(2026, 1, 5, 9, tzinfo=BERLIN))
    assert (person.view().state, person.view().decision.kind, person.view().first_day) == (
        TodayState.TO_CHECK_IN,
        DecisionKind.START,
        True,
    )


def test_flying_west_behind_a_warning_sign_leaves_the_plan_locked_until_somebody_has_looked() -> None:
    person = Person(FakeClock(datetime(2026, 1, 6, 6, tzinfo=ZoneInfo("Asia/Tokyo"))))
    person.today.check_in_before(before(1))
    person.walk()
    person.today.check_in_after(after(1, signs=[WarningSign.CHEST_PAIN]))
    person.clock.travel("America/Los_Angeles")
    view = person.view()
    assert (view.day, view.state, view.locked) == (date(2026, 1, 5), TodayState.NO_WALK, True)
    for kind in (WalkKind.PLANNED, WalkKind.FREE):
        with pytest.raises(ValueError, match="no walk begins"):
            person.today.begin_walk(kind)
    assert person.view().can_clear_sign
    person.today.clear_warning_sign()
    assert (person.view().state, person.view().locked) == (TodayState.TO_CHECK_IN, False)
    person.clock.go_to(date(2026, 1, 7))
    assert (person.view().state, person.view().can_clear_sign) == (TodayState.NO_WALK, True)


def test_a_clock_put_back_behind_a_sign_for_one_day_holds_the_next_walk_all_the_same() -> None:
    person = Person()
    for _day in range(3):
        person.live()
    person.today.check_in_before(before(1))
    person.walk()
    person.today.check_in_after(after(1, signs=[WarningSign.UNWELL]))
    person.clock.set_wall(datetime.combine(MONDAY + timedelta(days=1), time(9), BERLIN))
    state = state_on(person.keeper, MONDAY + timedelta(days=1))
    assert (state.after_clearance, state.locks) == (True, frozenset())


@pytest.mark.parametrize(
    ("hours", "kind", "may"),
    [(0.5, WalkKind.PLANNED, True), (1.9, WalkKind.PLANNED, True), (2.6, WalkKind.PLANNED, True), (4, WalkKind.PLANNED, False)],
)
def test_a_walk_that_was_cut_off_is_gone_on_with_on_its_day_or_within_the_hour(hours: float, kind: WalkKind, may: bool) -> None:
    person = Person()
    person.clock.go_to(MONDAY, 22)
    cut_off = replace(checkpoint(MONDAY), kind=kind, saved=person.clock.now())
    if hours > 2:
        cut_off = replace(cut_off, saved=person.clock.now() + timedelta(hours=1.9))
    person.clock.advance(hours * 3600)
    assert person.today.may_go_on(cut_off) is may


@pytest.mark.parametrize("kind", list(WalkKind))
@pytest.mark.parametrize("stop", ["plan off", "sign before", "sign after", "unwell after", "check-in after"])
def test_a_walk_that_was_cut_off_is_not_gone_on_with_where_none_could_begin(kind: WalkKind, stop: str) -> None:
    person = Person()
    cut_off = replace(checkpoint(MONDAY), kind=kind, saved=person.clock.now())
    assert person.today.may_go_on(cut_off)
    signs = {"sign": [WarningSign.CHEST_PAIN], "unwell": [WarningSign.UNWELL]}.get(stop.split()[0], [])
    if stop == "plan off":
        person.today.set_profile(replace(person.today.profile, ask_first=frozenset({"foot_wound"})))
    elif stop == "sign before":
        person.today.check_in_before(before(signs=signs))
    else:
        person.today.check_in_before(before())
        person.walk()
        person.today.check_in_after(after(signs=signs))
    free = kind is not WalkKind.PLANNED
    assert person.today.may_go_on(cut_off) is (free and stop == "check-in after")
