"""The outlook asks the coach itself: it promises no more than good days bring, and no less than the least good ones."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.builders import MONDAY, after, before, day
from tests.core.diaries import Story
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.diary import BeforeCheckIn, DiaryDay, ShorterBecause
from walkcoach.core.fold import fold
from walkcoach.core.outlook import Prospect, prospects
from walkcoach.core.programme import DAILY_CAP, Programme, Track
from walkcoach.core.symptoms import Symptom, WarningSign

TINGLING = (Symptom.TINGLING,)


def ahead(story: Story, today: DiaryDay | None = None, days: int = 3) -> tuple[Prospect, ...]:
    """The outlook of a story whose today is `today` (nothing said yet unless given)."""
    return prospects(story.state, today or DiaryDay(story.today), lambda _day: story.programme, TINGLING, days)


def minutes(outlook: tuple[Prospect, ...]) -> list[tuple[int, int]]:
    """Least and most minutes of each day."""
    return [(one.at_least.minutes, one.at_best.minutes) for one in outlook]


def test_at_best_every_day_adds_the_largest_step_and_at_least_the_smallest() -> None:
    story = Story().at(20)
    assert story.asked().minutes == 25
    assert minutes(ahead(story)) == [(26, 30), (28, 35), (30, 40)]


def test_a_careful_track_leaves_no_range() -> None:
    outlook = ahead(Story(Programme(track=Track.CAREFUL, start_min=15)).at(20))
    assert all(low == high for low, high in minutes(outlook))


def test_what_today_has_shown_stands() -> None:
    story = Story().at(20)
    hurt = day(story.today, 25, morning=before(1), evening=after(4))
    assert minutes(ahead(story, hurt))[0] == (25, 25)
    assert ahead(story, hurt)[0].at_best.rules == (Rule.WORSE_IN_WALK, Rule.PEAK_MODERATE)


def test_a_walk_begun_is_taken_to_go_on_to_its_end() -> None:
    story = Story().at(20)
    begun = day(story.today, 10, morning=before(1), offered=story.asked())
    assert minutes(ahead(story, begun))[0] == (27, 30)


def test_a_walk_ended_with_a_reason_is_not() -> None:
    story = Story().at(20)
    ended = day(story.today, 10, shorter=ShorterBecause.NO_TIME, morning=before(1), offered=story.asked())
    assert Rule.STOPPED_EARLY in ahead(story, ended)[0].at_best.rules


def test_a_walk_without_its_check_in_before_stays_without_it() -> None:
    story = Story().at(20)
    silent = day(story.today, 25, offered=story.asked(None))
    assert ahead(story, silent)[0].at_best.rules == (Rule.CHECK_IN_MISSING,)


def test_rest_days_stay_rest_days() -> None:
    story = Story(Programme(walk_days=frozenset({0, 2, 4}))).at(20)
    kinds = [one.at_best.kind for one in ahead(story)]
    assert kinds == [DecisionKind.INCREASE, DecisionKind.REST_DAY, DecisionKind.INCREASE]


def test_a_lock_stays_until_somebody_lifts_it() -> None:
    story = Story().at(20).stayed(before(1, signs=[WarningSign.CHEST_PAIN]))
    assert {one.at_best.kind for one in ahead(story)} == {DecisionKind.NO_WALK}


def test_a_programme_that_begins_tomorrow_holds_tomorrow() -> None:
    story = Story().at(40)
    shorter = Programme(walk_goal_min=30, brisk_goal_min=15)
    outlook = prospects(
        story.state,
        DiaryDay(story.today),
        lambda on: shorter if on > story.today else story.programme,
        TINGLING,
        1,
    )
    assert outlook[0].at_best.standing.minutes == 30


@pytest.mark.parametrize("score", [0, 10])
def test_usuals_at_the_ends_of_the_scale_are_no_trouble(score: int) -> None:
    story = Story().walked(morning=before(score), evening=after(score))
    assert len(ahead(story)) == 3


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    mornings=st.dictionaries(st.dates(MONDAY, MONDAY + timedelta(days=13)), strategies.befores, max_size=8),
    programme=strategies.programmes(),
    walked=st.sets(st.dates(MONDAY, MONDAY + timedelta(days=13)), max_size=8),
)
def test_no_outlook_goes_past_the_goals_or_faster_than_the_track(
    mornings: dict[date, BeforeCheckIn], programme: Programme, walked: set[date]
) -> None:
    days = [day(on, 15 if on in walked else None, morning=mornings.get(on)) for on in sorted({*mornings, *walked})]
    state = Story().state
    for _day, _decision, left in fold((one, programme) for one in days):
        state = left
    today = DiaryDay(MONDAY + timedelta(days=14))
    level = state.standing(programme)
    outlook = prospects(state, today, lambda _day: programme, TINGLING, 3)
    for number, one in enumerate(outlook, start=2):  # today adds a step, too
        assert one.day == today.date + timedelta(days=number - 1)
        for decision in (one.at_least, one.at_best):
            assert decision.standing.minutes <= min(programme.walk_goal_min, level.minutes + number * DAILY_CAP[programme.track])
            assert decision.standing.brisk_minutes <= programme.brisk_goal_min


def test_a_check_in_after_nothing_walked_leaves_its_morning_unasked() -> None:
    story = Story().at(20)
    said = DiaryDay(story.today, after=after(2))  # tingling alone, while numbness is followed as well
    followed = (Symptom.TINGLING, Symptom.NUMBNESS)
    assert len(prospects(story.state, said, lambda _day: story.programme, followed, 3)) == 3
