"""Days on which something is wrong: signs in a walk, locks and their clearance, sore feet, rest, absence, crashes, reviews."""

from datetime import timedelta

import pytest

from tests.builders import MONDAY, after, before
from tests.journeys.home import Home
from tests.services.days import can_clear
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.diary import AwayBecause, Feet, Settled, ShorterBecause, Steadiness
from walkcoach.core.programme import Programme
from walkcoach.core.session import Move, WalkState
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.ports import WalkKind
from walkcoach.services.today import TodayState
from walkcoach.services.walking import OFFERED_FOR


def test_something_wrong_in_a_walk_locks_the_plan_until_somebody_has_looked_and_the_next_walk_is_held(home: Home) -> None:
    home.live()
    home.today.check_in_before(before(1))
    home.set_out()
    home.go(400)
    stopped = home.walking.perform(Move.STOP)
    home.clock.advance(120)
    assert home.walking.tick().walked_s == stopped.walked_s == 400
    home.walking.finish(ShorterBecause.SYMPTOMS)
    home.today.check_in_after(after(1, signs=[WarningSign.CHEST_PAIN]))
    assert home.view().locked
    with pytest.raises(ValueError, match="no walk begins"):
        home.today.begin_walk(WalkKind.FREE)
    home.clock.next_day()
    for _ in range(3):
        assert (home.plan, home.view().state, home.view().can_clear_sign) == ("No walk today", TodayState.NO_WALK, True)
        assert home.view().decision.rules == (Rule.WARNING_SIGN,)
        home.reopen()
        home.clock.next_day()
    home.today.clear_warning_sign()
    decision = home.view().decision
    assert decision.minutes <= 20
    assert Rule.AFTER_CLEARANCE in decision.rules
    assert decision.kind in (DecisionKind.REPEAT, DecisionKind.STEP_BACK)
    home.live()
    assert home.view().decision.kind is DecisionKind.INCREASE


def test_a_sign_before_the_walk_locks_at_once_and_nothing_can_be_walked(home: Home) -> None:
    home.live()
    home.today.check_in_before(before(1, signs=[WarningSign.HOT_SWOLLEN_FOOT]))
    assert (home.plan, home.view().locked, can_clear(home.view())) == ("No walk today", True, False)
    for kind in (WalkKind.PLANNED, WalkKind.FREE):
        with pytest.raises(ValueError, match="no walk begins"):
            home.today.begin_walk(kind)
    home.clock.next_day()
    home.today.clear_warning_sign()
    assert home.view().decision.rules == (Rule.AFTER_CLEARANCE, Rule.MISSED_DAYS)
    assert home.view().decision.minutes == 13  # a day was missed under a lock, which counts as three: 10 %, at least 2


@pytest.mark.parametrize("sign", [WarningSign.UNWELL, WarningSign.LOW_GLUCOSE])
def test_not_today_is_over_tomorrow_and_tomorrow_does_not_grow(home: Home, sign: WarningSign) -> None:
    home.live()
    home.today.check_in_before(before(1, signs=[sign]))
    assert (home.plan, home.view().decision.rules, home.view().locked) == ("No walk today", (Rule.NOT_TODAY,), False)
    home.clock.next_day()
    assert (home.view().decision.minutes, home.view().decision.kind) == (15, DecisionKind.REPEAT)
    assert Rule.AFTER_CLEARANCE in home.view().decision.rules
    home.live()
    assert home.view().decision.minutes == 20


def test_something_new_on_the_feet_waits_until_they_were_seen_to(home: Home) -> None:
    home.today.check_in_before(before(1))
    home.walk()
    home.today.check_in_after(after(1, feet=Feet.NEW))
    home.clock.next_day()
    assert (home.view().decision.rules, home.view().can_clear_feet) == ((Rule.FEET_NEW,), True)
    home.clock.next_day(4)
    assert home.plan == "No walk today"
    home.today.feet_seen_to()
    assert home.view().decision.kind is not DecisionKind.NO_WALK
    assert home.view().decision.minutes <= 15
    assert Rule.AFTER_CLEARANCE in home.view().decision.rules


def test_shoes_still_on_is_answered_by_the_next_look_at_the_feet(home: Home) -> None:
    home.live(evening=after(1, feet=Feet.LATER))
    home.today.check_in_before(before(1, feet=Feet.NEW))
    assert home.view().decision.rules == (Rule.FEET_NEW,)
    home.today.check_in_before(before(1, feet=Feet.FINE))
    assert home.view().decision.minutes == 20


def test_a_rest_day_walked_anyway_counts_and_raises_nothing(home: Home) -> None:
    home.today.set_programme(Programme(walk_days=frozenset({0, 2, 4})))
    home.live()
    assert (home.plan, home.view().state) == ("Rest day", TodayState.REST_DAY)
    home.today.check_in_before(before(1))
    home.walk()
    home.today.check_in_after(after(1))
    assert home.keeper.day(home.day).walk is not None
    offered = home.keeper.load().offers[home.day]
    assert (offered.minutes, Rule.REST_DAY_WALK in offered.rules) == (15, True)
    home.clock.next_day()
    assert (home.view().decision.minutes, home.view().decision.kind) == (20, DecisionKind.INCREASE)


def test_a_check_in_left_for_later_is_asked_for_until_midnight_and_then_missing(home: Home) -> None:
    home.today.check_in_before(before(1))
    home.walk()
    home.clock.advance(6 * 3600)
    home.reopen()
    assert (home.view().state, home.view().needs_after) == (TodayState.TO_CHECK_IN_AFTER, True)
    home.today.check_in_after(after(1))
    assert home.view().state is TodayState.DONE
    home.clock.next_day()
    home.today.check_in_before(before(1))
    home.walk()
    home.clock.next_day()
    assert (home.view().state, home.view().needs_after) == (TodayState.TO_CHECK_IN, False)
    assert (home.view().decision.minutes, home.view().decision.rules) == (20, (Rule.CHECK_IN_MISSING,))


@pytest.mark.parametrize(
    ("missed", "reason", "minutes"),
    [
        (1, None, 40),
        (2, None, 40),
        (3, None, 36),
        (6, None, 36),
        (7, None, 30),
        (13, None, 30),
        (14, None, 20),
        (27, None, 20),
        (28, None, 15),
        (2, AwayBecause.FLARE, 36),
        (3, AwayBecause.FALL, 30),
        (7, AwayBecause.ILLNESS, 20),
        (14, AwayBecause.FEET, 15),
    ],
)
def test_missed_days_come_back_gently_and_with_a_reason_more_gently(
    home: Home, missed: int, reason: AwayBecause | None, minutes: int
) -> None:
    while home.view().decision.minutes < 40:
        home.live()
    home.live()
    home.clock.next_day(missed)
    if reason is not None:
        home.today.away_because(reason)
    decision = home.view().decision
    assert (decision.minutes, Rule.MISSED_DAYS in decision.rules) == (minutes, True)
    assert decision.evidence.missed_deeper is (reason is not None)


def test_a_much_worse_morning_is_an_easy_day_and_the_day_after_is_held(home: Home) -> None:
    while home.view().decision.minutes < 30:
        home.live()
    home.today.check_in_before(before(4))
    assert (home.view().decision.kind, home.plan) == (DecisionKind.EASY_DAY, "Easy day, 10 minutes")
    assert Rule.MUCH_WORSE_TODAY in home.view().decision.rules
    home.walk()
    home.today.check_in_after(after(4))
    home.clock.next_day()
    home.today.check_in_before(before(1))
    assert (home.view().decision.kind, home.view().decision.rules) == (DecisionKind.REPEAT, (Rule.AFTER_EASY_DAY,))
    assert home.view().decision.minutes == 20  # the level of 25 has stepped back by 5


def test_a_review_is_due_after_three_bad_walks_and_ends_when_it_is_acknowledged(home: Home) -> None:
    while home.view().decision.minutes < 40:
        home.live()
    for _ in range(3):
        home.live(evening=after(5))
    assert Rule.REVIEW_DUE in home.view().decision.rules
    home.live()
    held = home.live()
    home.clock.advance(60)
    assert (home.view().decision.minutes, home.view().decision.rules) == (held, (Rule.REVIEW_DUE,))
    assert home.live() == held
    assert (home.view().decision.minutes, home.view().decision.rules) == (held, (Rule.REVIEW_DUE,))
    home.today.acknowledge_review()
    assert home.view().decision.kind is DecisionKind.INCREASE
    assert home.view().decision.minutes == held + 2
    home.reopen()
    assert Rule.REVIEW_DUE not in home.view().decision.rules


def test_unsteady_and_slow_to_settle_is_told_with_each_reason(home: Home) -> None:
    home.live(evening=after(2))
    home.today.check_in_before(before(1, steady=Steadiness.LESS_STEADY, settled=Settled.SAME_DAY))
    decision = home.view().decision
    assert decision.rules == (Rule.SETTLED_LATE, Rule.LESS_STEADY)
    assert (decision.minutes, decision.kind) == (15, DecisionKind.REPEAT)


def crash_in_the_middle(home: Home, away_s: float = 30) -> None:
    """The power goes 8 minutes 21.5 seconds into the first walk."""
    home.today.check_in_before(before(1))
    home.set_out(get_ready_s=0)
    while home.walking.snapshot().walked_s < 500:
        home.clock.advance(home.walking.next_due_s() or 0)
        home.walking.tick()
    home.clock.advance(1.5)
    home.reopen(crashed=True, away_s=away_s)


def test_a_crash_costs_a_moment_and_the_walk_goes_on_as_one(home: Home) -> None:
    crash_in_the_middle(home)
    found = home.walking.recovered()
    assert found is not None
    assert 501.5 - 5 <= found.walked_s <= 501.5
    home.walking.resume_checkpoint(found)
    home.go()
    home.walking.finish()
    assert [walk.walked_s for walk in home.walks()] == [900]
    assert home.view().state is TodayState.TO_CHECK_IN_AFTER
    assert home.walking.recovered() is None


def test_a_crash_can_be_saved_as_far_as_it_went_and_the_rest_walked_later(home: Home) -> None:
    crash_in_the_middle(home)
    found = home.walking.recovered()
    assert found is not None
    home.walking.save_recovered(found)
    assert (home.view().state, home.view().remaining_s) == (TodayState.PART_WALKED, 900 - int(found.walked_s))
    home.walk()
    assert (home.view().state, home.view().walked_min) == (TodayState.TO_CHECK_IN_AFTER, 15)


def test_a_crash_can_be_discarded_and_the_day_begins_anew(home: Home) -> None:
    crash_in_the_middle(home)
    assert home.walking.recovered() is not None
    home.walking.discard_recovered()
    assert (home.walks(), home.view().state) == ((), TodayState.READY_TO_WALK)
    home.reopen()
    assert home.walking.recovered() is None


def test_a_walk_that_was_cut_off_is_offered_as_often_as_nobody_answers_and_kept_after_a_day(home: Home) -> None:
    crash_in_the_middle(home)
    for _ in range(2):
        assert home.walking.recovered() is not None
        home.reopen()
    home.reopen(away_s=OFFERED_FOR.total_seconds())
    assert home.walking.recovered() is None
    assert [walk.day for walk in home.walks()] == [MONDAY]


def test_a_walk_cut_off_in_the_evening_and_gone_on_with_in_the_morning_is_the_evening_s(home: Home) -> None:
    home.clock.go_to(MONDAY, 22)
    crash_in_the_middle(home, away_s=10 * 3600)
    found = home.walking.recovered()
    assert found is not None
    home.walking.resume_checkpoint(found)
    assert home.go().state is WalkState.FINISHED
    home.walking.finish()
    assert (home.day, home.view().state) == (MONDAY, TodayState.TO_CHECK_IN_AFTER)
    home.today.check_in_after(after(1))
    assert (home.day, home.view().state) == (MONDAY + timedelta(days=1), TodayState.TO_CHECK_IN)
    assert home.view().decision.minutes == 20
