"""A day in parts, walks that end early and why, walks across midnight, and one more walk than was planned."""

from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, after, before
from tests.journeys.home import Home
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.diary import DayWalk, ShorterBecause
from walkcoach.core.session import Move, WalkState
from walkcoach.services.ports import WalkKind
from walkcoach.services.today import TodayState


def brisk_home(home: Home) -> Home:
    """Lived until the first day with brisk minutes, checked in."""
    while home.view().decision.brisk_minutes == 0:
        home.live()
    home.today.check_in_before(before(1))
    return home


def test_a_day_in_three_parts_is_one_walk_with_one_check_in_at_each_end(home: Home) -> None:
    home.today.check_in_before(before(1))
    home.walk(5 * 60)
    assert (home.view().state, home.view().remaining_s) == (TodayState.PART_WALKED, 600)
    home.clock.advance(3 * 3600)
    home.reopen()
    assert (home.view().state, home.view().needs_before) == (TodayState.PART_WALKED, False)
    home.walk(4 * 60)
    home.clock.advance(4 * 3600)
    home.walk()
    assert home.keeper.day(MONDAY).walk == DayWalk(15)
    assert [walk.walked_s for walk in home.walks()] == [300, 240, 360]
    home.today.check_in_after(after(1))
    home.clock.next_day()
    assert (home.view().decision.minutes, home.view().decision.rules) == (20, (Rule.GOOD_RESPONSE,))


def test_a_brisk_day_in_parts_is_brisk_at_the_same_places_as_in_one_go(home: Home) -> None:
    brisk_home(home)
    home.walk(400)
    home.clock.advance(600)
    home.set_out()
    home.go()
    heard = [(round(400 + tone.at_s - 10), tone.cue.value) for tone in home.cues.heard]
    assert heard == [(400, "brisk"), (450, "normal"), (630, "brisk"), (780, "normal"), (3600, "end")]
    home.walking.finish()
    assert home.keeper.day(home.day).walk == DayWalk(60, 5)


@pytest.mark.parametrize("pause", [7, 3 * 3600])
def test_a_pause_costs_nothing_and_moves_every_change(home: Home, pause: int) -> None:
    brisk_home(home)
    home.set_out()
    home.go(100)
    home.walking.perform(Move.PAUSE)
    home.clock.advance(pause)
    assert home.walking.tick().state is WalkState.PAUSED
    assert home.walking.status().long_pause is (pause > 7200)
    home.walking.perform(Move.RESUME)
    home.go()
    heard = [(round(tone.at_s) - 10 - pause * (number > 0), tone.cue.value) for number, tone in enumerate(home.cues.heard)]
    assert heard == [(0, "normal"), (300, "brisk"), (450, "normal"), (630, "brisk"), (780, "normal"), (3600, "end")]


def test_easing_off_makes_a_bout_normal_and_the_next_day_does_not_grow(home: Home) -> None:
    brisk_home(home)
    home.set_out()
    home.go(300 + 20)
    home.walking.perform(Move.EASE_OFF)
    home.go()
    home.walking.finish()
    assert home.keeper.day(home.day).walk == DayWalk(60, 3)
    home.today.check_in_after(after(1))
    home.clock.next_day()
    assert Rule.STOPPED_EARLY in home.view().decision.rules
    assert (home.view().decision.minutes, home.view().decision.brisk_minutes) == (60, 5)


@pytest.mark.parametrize(
    ("because", "may_go_on"),
    [
        (ShorterBecause.NO_TIME, True),
        (ShorterBecause.OTHER, True),
        (ShorterBecause.SYMPTOMS, False),
    ],
)
def test_a_stop_with_a_reason_asks_for_its_check_in_and_the_next_day_repeats(
    home: Home, because: ShorterBecause, may_go_on: bool
) -> None:
    home.live()
    home.today.check_in_before(before(1))
    home.walk(8 * 60, because)
    assert home.walks()[-1].shorter_because is because
    assert home.view().state is TodayState.TO_CHECK_IN_AFTER
    assert (home.view().remaining_s > 0) is may_go_on
    home.today.check_in_after(after(1))
    home.clock.next_day()
    decision = home.view().decision
    assert (decision.kind, decision.minutes, decision.rules) == (DecisionKind.REPEAT, 20, (Rule.STOPPED_EARLY,))


@pytest.mark.parametrize(
    ("because", "kind"), [(ShorterBecause.NO_TIME, DecisionKind.REPEAT), (ShorterBecause.SYMPTOMS, DecisionKind.STEP_BACK)]
)
def test_two_walks_stopped_early_step_back_unless_time_was_short(home: Home, because: ShorterBecause, kind: DecisionKind) -> None:
    while home.view().decision.minutes < 30:
        home.live()
    for _ in range(2):
        home.today.check_in_before(before(1))
        home.walk(10 * 60, because)
        home.today.check_in_after(after(1))
        home.clock.next_day()
    assert home.view().decision.kind is kind


def test_a_stop_without_a_word_leaves_the_rest_of_the_day_open(home: Home) -> None:
    home.today.check_in_before(before(1))
    home.walk(8 * 60)
    assert (home.view().state, home.view().remaining_s) == (TodayState.PART_WALKED, 7 * 60)


def test_a_walk_across_midnight_belongs_to_the_evening_and_so_does_its_check_in(home: Home) -> None:
    home.clock.go_to(MONDAY, 23, 40)
    home.today.check_in_before(before(1))
    home.set_out()
    home.clock.advance(10)
    home.go(14 * 60)
    home.clock.advance(600)
    home.walking.tick()
    home.walking.finish()
    assert home.clock.today() == MONDAY + timedelta(days=1)
    assert [walk.day for walk in home.walks()] == [MONDAY]
    assert (home.day, home.view().state) == (MONDAY, TodayState.TO_CHECK_IN_AFTER)
    home.today.check_in_after(after(1))
    assert (home.day, home.view().state) == (MONDAY + timedelta(days=1), TodayState.TO_CHECK_IN)
    assert home.view().decision.minutes == 20
    assert home.keeper.days() == (MONDAY,)


def test_a_day_already_walked_says_so_and_a_further_free_walk_raises_nothing(home: Home) -> None:
    home.today.check_in_before(before(1))
    home.walk()
    home.today.check_in_after(after(1))
    with pytest.raises(ValueError, match="nothing is left"):
        home.set_out()
    home.clock.advance(3600)
    home.set_out(WalkKind.FREE, minutes=45)
    home.go()
    home.walking.finish()
    assert (home.view().state, home.view().walked_min, home.view().week_min) == (TodayState.DONE, 15, 60)
    assert home.history.progress(1).weeks[0].normal_min == 60
    home.clock.next_day()
    assert (home.view().decision.minutes, home.view().last_walk_min) == (20, 15)


def test_a_whole_plan_is_not_walked_twice_before_its_check_in_either(home: Home) -> None:
    home.today.check_in_before(before(1))
    home.walk()
    home.reopen()
    assert home.view().state is TodayState.TO_CHECK_IN_AFTER
    with pytest.raises(ValueError, match="nothing is left"):
        home.set_out()


def test_a_walk_over_the_change_of_the_clocks_is_as_long_as_it_was(home: Home) -> None:
    home.clock.go_to(date(2026, 3, 29), 1, 50)
    home.today.check_in_before(before(1))
    home.walk()
    walk = home.walks()[0]
    assert (walk.walked_s, walk.started.hour, walk.ended.hour) == (900, 1, 3)
    assert home.keeper.day(date(2026, 3, 29)).walk == DayWalk(15)
