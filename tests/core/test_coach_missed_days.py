"""Days without a walk: what they take off, with and without brisk minutes, and what makes the cut deeper (rules 5 and 7)."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.builders import after, before, notes
from tests.core.diaries import Story
from walkcoach.core.decision import DecisionKind, Rule, Stage, Standing
from walkcoach.core.diary import AwayBecause, BeforeCheckIn, Feet
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import WarningSign

MONDAY_WEDNESDAY_FRIDAY = Programme(walk_days=frozenset({0, 2, 4}))
ILL = notes(away_because=AwayBecause.ILLNESS)

# walk days missed: (level 40: as it is, with a reason), (level 60 with 20 brisk: as it is, with a reason)
CUTS = (
    (0, (45, 45), ((60, 25), (60, 25))),
    (1, (40, 36), ((60, 20), (60, 18))),
    (2, (40, 36), ((60, 20), (60, 18))),
    (3, (36, 30), ((60, 18), (60, 15))),
    (6, (36, 30), ((60, 18), (60, 15))),
    (7, (30, 20), ((60, 15), (30, 0))),
    (13, (30, 20), ((60, 15), (30, 0))),
    (14, (20, 15), ((30, 0), (15, 0))),
    (27, (20, 15), ((30, 0), (15, 0))),
    (28, (15, 15), ((15, 0), (15, 0))),
    (400, (15, 15), ((15, 0), (15, 0))),
)


@pytest.mark.parametrize(("missed", "minutes", "with_brisk"), CUTS)
def test_the_more_walk_days_are_missed_the_lower_the_plan_begins(
    missed: int, minutes: tuple[int, int], with_brisk: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    building, brisk = Story().at(40).later(missed), Story().at(60, 20).later(missed)
    assert building.level() == (minutes[0], 0)
    assert building.level(noted=ILL) == (minutes[1], 0)
    assert brisk.level() == with_brisk[0]
    assert brisk.level(noted=ILL) == with_brisk[1]
    assert building.asked(noted=ILL).evidence.missed_deeper == (missed > 0)


@pytest.mark.parametrize(("missed", "minutes", "with_brisk"), CUTS[1:])
def test_missed_days_are_listed_and_a_cut_is_called_a_step_back(
    missed: int, minutes: tuple[int, int], with_brisk: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    answer = Story().at(40).later(missed).asked()
    assert answer.rules == (Rule.MISSED_DAYS,)
    assert answer.kind is (DecisionKind.REPEAT if minutes[0] == 40 else DecisionKind.STEP_BACK)
    assert answer.evidence.missed_days == missed
    assert not answer.evidence.missed_deeper
    assert not answer.real_step_back


@pytest.mark.parametrize(
    ("missed", "stage", "resumed"),
    [(3, Stage.BUILD_PACE, 0), (7, Stage.BUILD_PACE, 0), (14, Stage.BUILD_TIME, 10), (28, Stage.BUILD_TIME, 0)],
)
def test_only_a_deep_cut_leaves_the_brisk_stage(missed: int, stage: Stage, resumed: int) -> None:
    left = Story().at(60, 20).later(missed).asked().standing
    assert (left.stage, left.resumed_brisk_min) == (stage, resumed)


def test_a_kept_goal_stays_kept_after_a_small_cut() -> None:
    assert Story().at(60, 45, Stage.KEEP_GOING).later(7).asked().standing == Standing(Stage.KEEP_GOING, 60, 34)


@pytest.mark.parametrize(
    ("minutes", "missed", "left"),
    [
        (44, 3, 40),  # 4.4 is 4
        (45, 3, 40),  # 4.5 is 5
        (14, 3, 12),  # 1.4 is 1, and at least 2 come off
        (30, 7, 22),  # 7.5 is 8
        (41, 7, 31),  # 10.25 is 10
        (35, 14, 17),  # 17.5 is 18
        (12, 14, 10),  # 6 is under the floor
        (11, 3, 10),
        (10, 28, 10),
    ],
)
def test_a_cut_is_rounded_half_up_and_stops_at_the_floor(minutes: int, missed: int, left: int) -> None:
    assert Story().at(minutes).later(missed).level() == (left, 0)


@pytest.mark.parametrize(("missed", "share"), [(3, "0.1"), (7, "0.25"), (14, "0.5")])
def test_every_cut_is_rounded_half_up(missed: int, share: str) -> None:
    for minutes in range(30, 61):
        off = int((minutes * Decimal(share)).quantize(Decimal(1), ROUND_HALF_UP))
        assert Story().at(minutes).later(missed).level() == (minutes - off, 0)
        if missed < 14:
            assert Story(Programme(brisk_goal_min=60)).at(60, minutes).later(missed).level() == (60, minutes - off)


@pytest.mark.parametrize(
    ("brisk", "missed", "left"), [(5, 3, 3), (15, 3, 13), (25, 3, 22), (10, 7, 7), (5, 7, 3), (2, 3, 0), (1, 7, 0)]
)
def test_a_cut_of_brisk_minutes_is_rounded_half_up_and_never_goes_below_none(brisk: int, missed: int, left: int) -> None:
    assert Story().at(60, brisk).later(missed).level() == (60, left)


@pytest.mark.parametrize(
    ("start", "minutes", "missed", "left"),
    [
        (5, 12, 14, 6),
        (5, 8, 14, 5),
        (30, 18, 14, 10),
        (30, 40, 28, 30),
        (30, 20, 28, 20),  # never above the level
        (15, 8, 14, 8),  # under the floor already: nothing comes off, nothing is added
    ],
)
def test_the_floor_is_ten_or_a_lower_start_and_never_above_the_level(start: int, minutes: int, missed: int, left: int) -> None:
    assert Story(Programme(start_min=start)).at(minutes).later(missed).level() == (left, 0)


def test_a_careful_track_starts_again_at_ten() -> None:
    assert Story(Programme(track=Track.CAREFUL)).at(40).later(28).level() == (10, 0)


def test_starting_again_forgets_the_resumed_brisk_and_a_smaller_cut_does_not() -> None:
    story = Story().at(40, resumed=12)
    assert story.later(14).asked().standing == Standing(Stage.BUILD_TIME, 20, 0, 12)
    assert story.later(28).asked().standing == Standing(Stage.BUILD_TIME, 15)


@pytest.mark.parametrize(("brisk", "resumed"), [(60, 30), (50, 25), (21, 11), (20, 10), (8, 5), (3, 5)])
def test_a_deep_cut_remembers_half_of_the_brisk_minutes_and_at_least_the_first_ones(brisk: int, resumed: int) -> None:
    story = Story(Programme(brisk_goal_min=60)).at(60, brisk).later(14)
    assert story.asked().standing == Standing(Stage.BUILD_TIME, 30, 0, resumed)


def test_a_brisk_stage_without_brisk_minutes_is_cut_in_its_minutes() -> None:
    for stage in (Stage.BUILD_PACE, Stage.KEEP_GOING):
        assert Story().at(60, 0, stage).later(3).asked().standing == Standing(Stage.BUILD_TIME, 54)
        assert Story().at(60, 0, stage).later(14).asked().standing == Standing(Stage.BUILD_TIME, 30)


def test_good_walks_at_the_goal_are_counted_anew_after_a_cut_and_go_on_after_a_hold() -> None:
    story = Story(Programme(track=Track.CAREFUL)).at(60, good_walks=2)
    assert story.later(2).asked().standing == Standing(Stage.BUILD_TIME, 60, good_walks=2)
    assert story.later(3).asked().standing == Standing(Stage.BUILD_TIME, 54)


def test_a_brisk_cut_counts_good_walks_anew() -> None:
    assert Story().at(60, 20, good_walks=1).later(3).asked().standing.good_walks == 0


# --- which days count ------------------------------------------------------------------------------------------------


def test_only_walk_days_are_missed() -> None:
    story = Story(MONDAY_WEDNESDAY_FRIDAY).at(40)
    assert story.later(1).level() == (45, 0)
    assert story.later(2).asked(walking=True).rules == (Rule.REST_DAY_WALK, Rule.MISSED_DAYS)
    assert story.later(6).asked().evidence.missed_days == 2
    assert story.later(8).level() == (36, 0)


def test_walk_days_are_those_of_todays_programme() -> None:
    story = Story().at(40).later(6)
    assert story.asked().evidence.missed_days == 6
    assert story.changed(MONDAY_WEDNESDAY_FRIDAY).asked().evidence.missed_days == 2


def test_diary_days_without_a_walk_are_missed_as_well() -> None:
    assert Story().at(40).stayed(before(1)).stayed(before(1)).stayed(before(1)).level() == (36, 0)


def test_a_walk_of_no_minutes_is_no_walk() -> None:
    story = Story().at(40).walked(0).walked(0).walked(0)
    assert story.asked().rules == (Rule.MISSED_DAYS,)
    assert story.level() == (36, 0)


def test_a_walk_while_locked_ends_the_days_without_a_walk() -> None:
    story = Story().at(40).later(5)
    locked = story.walked(10, morning=before(1, signs=[WarningSign.CHEST_PAIN]))
    assert locked.asked(noted=notes(cleared=True)).rules == (Rule.AFTER_CLEARANCE,)


# --- what makes it deeper --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("because", AwayBecause)
def test_a_reason_counts_on_any_day_since_the_last_walk(because: AwayBecause) -> None:
    noted = notes(away_because=because)
    told_earlier = Story().at(40).later(1).stayed(noted=noted).later(1)
    told_today = Story().at(40).later(3)
    assert told_earlier.level() == told_today.level(noted=noted) == (30, 0)
    assert told_earlier.asked().evidence.missed_deeper


def test_a_reason_given_on_the_day_of_the_last_walk_explains_the_days_before_it() -> None:
    story = Story().at(40).walked(noted=ILL)
    assert story.level() == (50, 0)
    assert story.later(3).level() == (40, 0)  # 10 % of 45, half up


def test_a_reason_without_a_missed_day_takes_nothing_off() -> None:
    answer = Story().at(40).asked(noted=ILL)
    assert (answer.standing.minutes, answer.rules) == (45, (Rule.GOOD_RESPONSE,))
    assert not answer.evidence.missed_deeper


FOUND_NEW = before(1, feet=Feet.NEW)
CHEST_PAIN = before(1, signs=[WarningSign.CHEST_PAIN])


@pytest.mark.parametrize("morning", [FOUND_NEW, CHEST_PAIN])
def test_a_lock_since_the_last_walk_counts_like_a_reason(morning: BeforeCheckIn) -> None:
    lifted = Story().at(40).stayed(morning).later(1).stayed(noted=notes(cleared=True, feet_seen_to=True))
    assert lifted.asked().rules == (Rule.AFTER_CLEARANCE, Rule.MISSED_DAYS)
    assert lifted.level() == (30, 0)
    assert lifted.asked().evidence.missed_deeper


def test_a_lock_that_is_lifted_today_was_in_force_until_now() -> None:
    story = Story().at(40).stayed(CHEST_PAIN).later(2)
    assert story.level(noted=notes(cleared=True)) == (30, 0)


def test_a_lock_from_the_check_in_after_the_last_walk_counts() -> None:
    story = Story().at(40, evening=after(1, feet=Feet.NEW)).later(3)
    assert story.level(noted=notes(feet_seen_to=True)) == (30, 0)


def test_a_lock_that_was_lifted_before_the_last_walk_does_not_count() -> None:
    cleared = Story().at(40).stayed(CHEST_PAIN).walked(noted=notes(cleared=True))
    assert cleared.later(3).asked().rules == (Rule.MISSED_DAYS,)
    assert not cleared.later(3).asked().evidence.missed_deeper


def test_a_day_that_is_not_for_walking_is_no_lock() -> None:
    story = Story().at(40).stayed(before(1, signs=[WarningSign.UNWELL])).later(2)
    assert story.level() == (36, 0)


# --- together with a step back ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "brisk", "missed", "left"),
    [
        (40, 0, 2, (32, 0)),  # a step back of 20 %, and missed days that only hold
        (40, 0, 3, (32, 0)),  # 20 % are more than 10 %
        (40, 0, 7, (30, 0)),  # 25 % are more than 20 %
        (60, 20, 3, (60, 15)),
        (60, 40, 7, (60, 30)),
        (60, 20, 14, (30, 0)),
    ],
)
def test_the_lower_of_a_cut_and_a_step_back_stands(minutes: int, brisk: int, missed: int, left: tuple[int, int]) -> None:
    answer = Story().at(minutes, brisk, evening=after(6)).later(missed).asked()
    assert (answer.standing.minutes, answer.standing.brisk_minutes) == left
    assert answer.kind is DecisionKind.STEP_BACK
    assert answer.real_step_back
    assert {Rule.MUCH_WORSE_IN_WALK, Rule.MISSED_DAYS} <= set(answer.rules)


def test_starting_again_forgets_the_resumed_brisk_even_where_the_step_back_is_lower() -> None:
    story = Story(Programme(start_min=30)).at(30, resumed=12, evening=after(6)).later(28)
    assert story.asked().standing == Standing(Stage.BUILD_TIME, 24)


def test_where_both_leave_the_same_minutes_the_cut_stands() -> None:
    small_goals = Programme(start_min=30, walk_goal_min=30, brisk_goal_min=15)
    story = Story(small_goals).at(30, 5, evening=after(6))
    assert story.asked().standing == Standing(Stage.BUILD_PACE, 30, 0)
    assert story.later(28).asked().standing == Standing(Stage.BUILD_TIME, 30, 0)


def test_an_easy_day_after_missed_days_is_half_of_what_the_cut_leaves() -> None:
    answer = Story().at(40).later(3).asked(before(6))
    assert (answer.kind, answer.minutes, answer.standing.minutes) == (DecisionKind.EASY_DAY, 18, 36)
    assert answer.rules == (Rule.WORSE_TODAY, Rule.MISSED_DAYS, Rule.MUCH_WORSE_TODAY)


def test_a_cut_that_was_not_walked_is_made_again_from_the_same_level() -> None:
    story = Story().at(40).later(3).stayed(before(1)).stayed(before(1))
    assert story.level() == (36, 0)
    assert story.walked().level() == (41, 0)
