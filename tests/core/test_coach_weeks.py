"""The weekly cap of the gentle and the careful track, worked out by hand (rule 8)."""

from datetime import timedelta

import pytest

from tests.builders import MONDAY, after, before, notes
from tests.core.diaries import Story
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.diary import Steadiness
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import WarningSign

GENTLE, CAREFUL, STEADY = Programme(track=Track.GENTLE), Programme(track=Track.CAREFUL), Programme()
UNSTEADY = before(1, steady=Steadiness.LESS_STEADY)
"""Holds the day's level."""


def offers(programme: Programme, walks: int) -> list[int]:
    """The minutes of so many good walks, one on each walk day."""
    story = Story(programme)
    found: list[int] = []
    while len(found) < walks:
        if story.asked().kind is DecisionKind.REST_DAY:
            story = story.later(1)
            continue
        found.append(story.asked().minutes)
        story = story.walked()
    return found


def test_three_careful_weeks() -> None:
    # Budgets: 120 % of 7 × 10 = 84, of 84 = 100 (100.8), of 100 = 120.
    # Day 2: (84 − 10) ÷ 6 = 12. Then 12 fits on all but the last day, when 14 are left.
    assert offers(CAREFUL, 21) == [
        *(10, 12, 12, 12, 12, 12, 14),
        *(14, 14, 14, 14, 14, 14, 16),
        *(16, 16, 16, 18, 18, 18, 18),
    ]


def test_two_gentle_weeks() -> None:
    # Budgets: 130 % of 7 × 15 = 136 (136.5), of 136 = 176 (176.8).
    # Day 3 wants 21, and (136 − 33) ÷ 5 = 20 fit. Day 7 has 136 − 113 = 23 left. Day 8: 176 ÷ 7 = 25 of 26 wanted.
    assert offers(GENTLE, 14) == [
        *(15, 18, 20, 20, 20, 20, 23),
        *(25, 25, 25, 25, 25, 25, 25),
    ]


def test_a_gentle_fortnight_of_three_walk_days_a_week() -> None:
    # Budgets: 130 % of 3 × 15 = 58 (58.5), of 54 = 70 (70.2). The week begins with the first walk, on a Monday.
    # Second week: 70 ÷ 3 = 23 of 24 wanted, then (70 − 23) ÷ 2 = 23, then 24 are left.
    three_days = Programme(track=Track.GENTLE, walk_days=frozenset({0, 2, 4}))
    assert offers(three_days, 6) == [15, 18, 21, 23, 23, 23]


def test_the_steady_track_has_no_weekly_cap() -> None:
    assert offers(STEADY, 10) == [15, 20, 25, 30, 35, 40, 45, 50, 55, 60]


def test_the_rules_say_where_the_cap_took_some_and_where_it_took_all() -> None:
    story = Story(GENTLE).walked().walked()
    some = story.asked()
    assert (some.kind, some.minutes) == (DecisionKind.INCREASE, 20)
    assert some.rules == (Rule.GOOD_RESPONSE, Rule.WEEKLY_CAP)
    assert some.evidence.week_budget_minutes == 136
    everything = story.walked().asked()
    assert (everything.kind, everything.minutes, everything.rules) == (DecisionKind.REPEAT, 20, (Rule.WEEKLY_CAP,))
    assert Story(GENTLE).walked().asked().rules == (Rule.GOOD_RESPONSE,)
    assert Story(STEADY).walked().asked().evidence.week_budget_minutes == 0


@pytest.mark.parametrize(("step_min", "minutes"), [(2, 20), (3, 18)])
def test_an_addition_that_the_cap_makes_smaller_than_the_smallest_step_is_none(step_min: int, minutes: int) -> None:
    programme = Programme(track=Track.GENTLE, step_min=step_min)
    story = Story(programme).walked().walked()
    assert story.asked().minutes == minutes


def test_the_last_minute_to_the_goal_needs_no_whole_step() -> None:
    programme = Programme(track=Track.GENTLE, start_min=29, walk_goal_min=30, brisk_goal_min=15)
    assert Story(programme).walked().asked().rules == (Rule.GOOD_RESPONSE,)
    assert offers(programme, 3) == [29, 30, 30]


def test_a_week_begins_with_the_first_walk_whatever_the_weekday() -> None:
    # Thursday to Wednesday: of the three walk days, Friday, Monday and Wednesday lie in it after an extra first walk.
    three_days = Programme(track=Track.GENTLE, walk_days=frozenset({0, 2, 4}))
    story = Story(three_days, MONDAY + timedelta(days=3)).walked()
    # Budget 58; 15 counted; Friday is one of three walk days left: 43 ÷ 3 = 14, so nothing fits.
    assert story.asked().rules == (Rule.WEEKLY_CAP,)
    story = story.walked().later(2)
    # Monday: (58 − 30) ÷ 2 = 14; it was held before, and so it is again.
    assert story.asked().rules == (Rule.WEEKLY_CAP,)


def test_more_than_offered_does_not_count_and_less_counts_as_walked() -> None:
    over = Story(CAREFUL).walked(60)
    assert over.level() == Story(CAREFUL).walked().level() == (12, 0)
    assert (over.state.week_minutes, Story(CAREFUL).walked(5).state.week_minutes) == (10, 5)
    # 5 of 10 minutes, then one held walk: (84 − 5 − 10) ÷ 5 = 13 of 12 wanted.
    short = Story(CAREFUL).walked(5).walked()
    assert short.asked().rules == (Rule.GOOD_RESPONSE,)
    # 10 and 10 minutes: (84 − 20) ÷ 5 = 12, which is just enough, and 11 and more of the days behind it are not.
    assert Story(CAREFUL).walked(morning=UNSTEADY).walked(morning=UNSTEADY).level() == (12, 0)


def test_a_walk_while_locked_counts_nothing_and_begins_the_first_week() -> None:
    locked = Story(CAREFUL).walked(40, morning=before(1, signs=[WarningSign.CHEST_PAIN]))
    story = locked.walked(noted=notes(cleared=True))
    # The second day of the first week: 84 ÷ 5 on the third day, with 10 counted: 74 ÷ 5 = 14.
    assert (story.state.first_walk, story.state.week_minutes) == (MONDAY, 10)
    assert story.level() == (12, 0)


def test_a_week_without_a_walk_makes_the_next_budget_one_of_a_beginner() -> None:
    story = Story(GENTLE).at(30).at(30).later(5)
    # The week before counted 60 minutes of 2 walks, less than 7 × 15: the budget is 136, and 136 ÷ 7 = 19.
    assert story.asked(UNSTEADY).evidence.week_budget_minutes == 136
    full = Story(GENTLE)
    for _ in range(7):
        full = full.at(30)
    assert full.asked().evidence.week_budget_minutes == 273
    assert full.later(6).asked().evidence.week_budget_minutes == 273
    assert full.later(7).asked().evidence.week_budget_minutes == 136


def test_start_and_walk_days_of_todays_programme_make_the_least_budget() -> None:
    story = Story(GENTLE).walked().walked()
    wide = Programme(track=Track.GENTLE, start_min=20)
    assert story.changed(wide).asked().evidence.week_budget_minutes == 182
    few = Programme(track=Track.CAREFUL, walk_days=frozenset({0, 2, 4}))
    assert story.changed(few).asked(walking=True).evidence.week_budget_minutes == 36


def test_a_track_that_becomes_careful_counts_what_was_walked_before() -> None:
    story = Story(STEADY).walked().walked()
    careful = Programme(track=Track.CAREFUL, start_min=15)
    # Budget 126, 35 counted, 5 walks left: 18 fit, less than the 20 of the level. No more, and no less either.
    assert story.changed(careful).asked().rules == (Rule.WEEKLY_CAP,)
    assert story.changed(careful).level() == (20, 0)


def test_brisk_minutes_have_no_weekly_cap() -> None:
    story = Story(GENTLE).at(60, 10).at(60, 10)
    assert story.asked().rules == (Rule.GOOD_RESPONSE,)
    assert story.level() == (60, 13)


def test_only_the_walk_days_left_share_what_is_left_of_the_budget() -> None:
    # Saturday of a careful week with walks on Monday to Saturday: budget 72, 58 counted, nothing after it.
    six_days = Programme(track=Track.CAREFUL, walk_days=frozenset(range(6)))
    assert offers(six_days, 6) == [10, 12, 12, 12, 12, 14]


def test_a_hard_walk_takes_its_share_before_the_cap_does() -> None:
    # Wanted are 2 after an effort of 6, 20 and a bit fit: the cap took nothing.
    story = Story(GENTLE).walked().walked(evening=after(1, effort=6))
    assert story.asked().rules == (Rule.GOOD_RESPONSE,)
    assert story.level() == (20, 0)
