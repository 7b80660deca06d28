"""Up, down and along: how large each step is, on every stage and every track (rules 7 to 9)."""

import pytest

from tests.builders import after, before
from tests.core.diaries import Story
from walkcoach.core.decision import DecisionKind, Rule, Stage, Standing
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Settled, ShorterBecause, Steadiness
from walkcoach.core.programme import BriskPlacement, Programme, Track
from walkcoach.core.segments import Pace, Segment, normal_only
from walkcoach.core.symptoms import Symptom

STEADY, GENTLE, CAREFUL = Programme(), Programme(track=Track.GENTLE), Programme(track=Track.CAREFUL)
MUCH_WORSE = after(5)
"""4 above the 1 of the morning: a step back."""
ONE_UP = before(2)
"""1 above the usual of 1."""
WITHIN_2H = before(1, settled=Settled.WITHIN_2H)
ONE_UP_WITHIN_2H = before(2, settled=Settled.WITHIN_2H)


# --- the first walk --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("programme", "minutes"),
    [(STEADY, 15), (GENTLE, 15), (CAREFUL, 10), (Programme(start_min=5), 5), (Programme(track=Track.CAREFUL, start_min=30), 30)],
)
def test_the_first_walk_is_as_long_as_the_programme_starts(programme: Programme, minutes: int) -> None:
    answer = Story(programme).asked()
    assert (answer.kind, answer.rules, answer.segments) == (DecisionKind.START, (Rule.FIRST_WALK,), normal_only(minutes))
    assert answer.standing == Standing(Stage.BUILD_TIME, minutes)


def test_a_much_less_steady_first_walk_is_half_as_long_and_at_least_five_minutes() -> None:
    unsteady = before(1, steady=Steadiness.MUCH_LESS_STEADY)
    for start, half in ((5, 5), (11, 5), (12, 6), (30, 15)):
        answer = Story(Programme(start_min=start)).asked(unsteady)
        assert (answer.kind, answer.minutes, answer.standing.minutes) == (DecisionKind.EASY_DAY, half, start)
        assert answer.rules == (Rule.FIRST_WALK, Rule.MUCH_LESS_STEADY)
        assert answer.evidence.above_usual_score == 1


def test_nothing_else_bears_on_a_first_walk() -> None:
    story = Story().stayed(before(0)).stayed(before(0)).stayed(before(0))
    assert story.asked(before(9, steady=Steadiness.LESS_STEADY)).rules == (Rule.FIRST_WALK,)
    only_tuesday_on = Programme(walk_days=frozenset({1, 2, 3}))
    assert Story(only_tuesday_on).asked(walking=True).rules == (Rule.FIRST_WALK,)


# --- how much a good walk adds ---------------------------------------------------------------------------------------

# evening of the last walk, this morning: minutes added while building, brisk minutes added later
ADDED = (
    (after(0), before(1), 5, 5),
    (after(1), before(1), 5, 5),
    (after(2), before(1), 5, 3),
    (after(3), before(1), 3, None),
    (after(1), ONE_UP, 4, 4),
    (after(1), WITHIN_2H, 4, 4),
    (after(1), before(1, settled=Settled.WITHIN_30MIN), 5, 5),
    (after(1), ONE_UP_WITHIN_2H, 3, 3),
    (after(2), ONE_UP_WITHIN_2H, 3, 3),
    (after(3), ONE_UP, 2, None),
    (after(3), ONE_UP_WITHIN_2H, 2, None),
    (after(1, effort=4), before(1), 5, 5),
    (after(1, effort=5), before(1), 4, 5),
    (after(1, effort=6), before(1), 2, 5),
    (after(1, effort=6), ONE_UP, 2, 4),
    (after(3, effort=5), before(1), 2, None),
    (after(3, effort=5), ONE_UP_WITHIN_2H, 2, None),
)


@pytest.mark.parametrize(("evening", "morning", "minutes", "brisk"), ADDED)
def test_a_good_walk_adds_two_to_five_minutes(
    evening: AfterCheckIn, morning: BeforeCheckIn, minutes: int, brisk: int | None
) -> None:
    answer = Story().at(20, evening=evening).asked(morning)
    assert answer.standing == Standing(Stage.BUILD_TIME, 20 + minutes)
    assert (answer.kind, answer.rules) == (DecisionKind.INCREASE, (Rule.GOOD_RESPONSE,))


@pytest.mark.parametrize(("evening", "morning", "minutes", "brisk"), ADDED)
def test_a_good_brisk_walk_adds_two_to_five_brisk_minutes_unless_it_provoked_two(
    evening: AfterCheckIn, morning: BeforeCheckIn, minutes: int, brisk: int | None
) -> None:
    answer = Story().at(60, 10, evening=evening).asked(morning)
    if brisk is None:
        assert (answer.kind, answer.standing.brisk_minutes) == (DecisionKind.REPEAT, 10)
        assert Rule.SYMPTOMS_WHILE_BRISK in answer.rules
    else:
        assert answer.standing == Standing(Stage.BUILD_PACE, 60, 10 + brisk)
        assert (answer.kind, answer.rules) == (DecisionKind.INCREASE, (Rule.GOOD_RESPONSE,))


@pytest.mark.parametrize(
    ("track", "step_min", "step_max", "added"),
    [
        # added after a good walk, after one that provoked 2, and with a step back in the last two weeks
        (Track.STEADY, 2, 5, (5, 3, 2)),
        (Track.STEADY, 4, 5, (5, 4, 4)),
        (Track.STEADY, 5, 5, (5, 5, 5)),
        (Track.STEADY, 2, 4, (4, 3, 2)),
        (Track.STEADY, 2, 2, (2, 2, 2)),
        (Track.GENTLE, 2, 5, (3, 3, 2)),
        (Track.GENTLE, 4, 5, (3, 3, 3)),
        (Track.GENTLE, 2, 2, (2, 2, 2)),
        (Track.CAREFUL, 2, 5, (2, 2, 2)),
        (Track.CAREFUL, 5, 5, (2, 2, 2)),
    ],
)
def test_the_programme_bounds_the_step_and_the_track_has_the_last_word(
    track: Track, step_min: int, step_max: int, added: tuple[int, int, int]
) -> None:
    programme = Programme(track=track, step_min=step_min, step_max=step_max, start_min=30)
    good = Story(programme).at(20)
    provoking = Story(programme).at(20, evening=after(3))
    # The step back that the second walk shows was earned by the first.
    lately = Story(programme).at(25, evening=MUCH_WORSE).walked().at(20)
    assert tuple(story.level()[0] - 20 for story in (good, provoking, lately)) == added


def test_the_daily_bound_of_a_track_holds_for_brisk_minutes_too() -> None:
    assert [Story(programme).at(60, 10).level()[1] for programme in (STEADY, GENTLE, CAREFUL)] == [15, 13, 12]


def test_neither_minutes_nor_brisk_minutes_pass_their_goal() -> None:
    assert Story().at(58).level() == (60, 0)
    assert Story(Programme(walk_goal_min=30, brisk_goal_min=15)).at(29).level() == (30, 0)
    assert Story().at(60, 44).level() == (60, 45)


def test_smaller_steps_last_two_weeks_from_the_walk_that_earned_a_step_back() -> None:
    story, levels = Story().at(25, evening=MUCH_WORSE), []
    for _ in range(14):
        levels.append(story.level()[0])
        story = story.walked()
    assert levels == [20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 49]


# --- stages ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("programme", "needed"), [(STEADY, 1), (GENTLE, 2), (CAREFUL, 3)])
def test_brisk_minutes_begin_after_one_two_or_three_good_walks_at_the_goal(programme: Programme, needed: int) -> None:
    story = Story(programme).at(60)
    for done in range(1, needed):
        answer = story.asked()
        assert (answer.kind, answer.rules) == (DecisionKind.REPEAT, (Rule.CONFIRMING_WALK_GOAL,))
        assert answer.standing == Standing(Stage.BUILD_TIME, 60, good_walks=done)
        story = story.walked()
    answer = story.asked()
    assert (answer.kind, answer.rules) == (DecisionKind.INCREASE, (Rule.WALK_GOAL_REACHED,))
    assert answer.standing == Standing(Stage.BUILD_PACE, 60, 5)


def test_a_held_walk_between_good_ones_does_not_count_and_does_not_count_anew() -> None:
    held = Story(GENTLE).at(60, good_walks=1, evening=after(1, stumbled=True))
    assert held.asked().standing.good_walks == 1
    assert held.walked().asked().rules == (Rule.WALK_GOAL_REACHED,)


def test_a_step_back_counts_good_walks_anew() -> None:
    assert Story(CAREFUL).at(60, good_walks=2, evening=MUCH_WORSE).asked().standing == Standing(Stage.BUILD_TIME, 48)
    assert Story().at(60, 20, good_walks=1, evening=MUCH_WORSE).asked().standing.good_walks == 0


@pytest.mark.parametrize(("resumed", "goal", "brisk"), [(0, 45, 5), (12, 45, 12), (30, 20, 20)])
def test_brisk_minutes_begin_or_resume_and_never_pass_their_goal(resumed: int, goal: int, brisk: int) -> None:
    story = Story(Programme(brisk_goal_min=goal)).at(60, resumed=resumed)
    assert story.asked().standing == Standing(Stage.BUILD_PACE, 60, brisk)


def test_with_the_gate_closed_the_walk_goal_is_kept_at_normal_pace() -> None:
    closed = Programme(brisk_ok=False)
    answer = Story(closed).at(60, resumed=12).asked()
    assert (answer.kind, answer.rules) == (DecisionKind.REPEAT, (Rule.BRISK_GATE_CLOSED,))
    assert answer.standing == Standing(Stage.KEEP_GOING, 60)
    assert Story(closed).at(60, 0, Stage.KEEP_GOING).asked().rules == (Rule.BRISK_GATE_CLOSED,)
    assert Story(Programme(brisk_ok=False, track=Track.GENTLE)).at(60).asked().rules == (Rule.CONFIRMING_WALK_GOAL,)


def test_a_gate_that_closes_takes_the_brisk_minutes_and_one_that_opens_begins_anew() -> None:
    story = Story().at(60, 20)
    closed = story.changed(Programme(brisk_ok=False))
    assert closed.asked().standing == Standing(Stage.BUILD_PACE, 60, 0)
    assert closed.asked().rules == (Rule.BRISK_GATE_CLOSED,)
    assert closed.walked().changed(STEADY).asked().standing == Standing(Stage.BUILD_PACE, 60, 5)
    assert story.changed(Programme(brisk_ok=False)).stayed().changed(STEADY).level() == (60, 20)


@pytest.mark.parametrize(("first", "goal", "brisk"), [(5, 45, 5), (2, 45, 2), (5, 15, 5)])
def test_brisk_minutes_that_were_taken_to_none_begin_with_the_first_ones(first: int, goal: int, brisk: int) -> None:
    programme = Programme(track=Track.CAREFUL, first_brisk_min=first, brisk_goal_min=goal)
    for stage in (Stage.BUILD_PACE, Stage.KEEP_GOING):
        assert Story(programme).at(60, 0, stage).asked().standing == Standing(stage, 60, brisk)


def test_the_brisk_goal_is_kept_once_a_walk_at_it_provokes_nothing() -> None:
    for worst in (0, 1):
        answer = Story().at(60, 45, evening=after(worst)).asked()
        assert (answer.kind, answer.rules) == (DecisionKind.REPEAT, (Rule.BRISK_GOAL_REACHED,))
        assert answer.standing == Standing(Stage.KEEP_GOING, 60, 45)
    answer = Story().at(60, 45, evening=after(2)).asked()
    assert (answer.kind, answer.rules) == (DecisionKind.REPEAT, (Rule.AT_GOAL,))
    assert answer.standing == Standing(Stage.BUILD_PACE, 60, 45)
    assert Story().at(60, 45, Stage.KEEP_GOING).asked().rules == (Rule.AT_GOAL,)


def test_a_raised_brisk_goal_is_walked_towards_from_where_it_was_kept() -> None:
    story = Story(Programme(brisk_goal_min=20)).at(60, 20, Stage.KEEP_GOING)
    assert story.changed(STEADY).asked().standing == Standing(Stage.KEEP_GOING, 60, 25)


# --- step backs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "minutes", "left"),
    [
        (15, 60, 48),
        (15, 48, 38),  # 9.6 is 10
        (15, 47, 38),  # 9.4 is 9
        (15, 43, 34),  # 8.6 is 9
        (15, 42, 34),  # 8.4 is 8
        (15, 28, 22),  # 5.6 is 6
        (15, 27, 22),  # 5.4 is 5
        (15, 25, 20),
        (15, 20, 15),  # 4 is less than 5
        (15, 15, 10),
        (15, 14, 10),
        (15, 10, 10),
        (15, 8, 8),
        (5, 8, 5),
        (5, 11, 6),
        (30, 14, 10),
    ],
)
def test_a_step_back_takes_five_minutes_or_a_fifth_down_to_the_floor(start: int, minutes: int, left: int) -> None:
    answer = Story(Programme(start_min=start)).at(minutes, evening=MUCH_WORSE).asked()
    assert answer.standing == Standing(Stage.BUILD_TIME, left)
    assert (answer.kind, answer.real_step_back) == (DecisionKind.STEP_BACK, True)


@pytest.mark.parametrize("stage", [Stage.BUILD_PACE, Stage.KEEP_GOING])
def test_a_step_back_with_brisk_minutes_takes_five_of_them_and_nothing_else(stage: Stage) -> None:
    for brisk, left in ((20, 15), (5, 0), (3, 0)):
        answer = Story().at(60, brisk, stage, evening=MUCH_WORSE).asked()
        assert answer.standing == Standing(stage, 60, left)
    answer = Story().at(60, 0, stage, evening=MUCH_WORSE).asked()
    assert answer.standing == Standing(Stage.BUILD_TIME, 48)


def test_a_step_back_while_building_keeps_the_resumed_brisk() -> None:
    assert Story().at(40, resumed=12, evening=MUCH_WORSE).asked().standing == Standing(Stage.BUILD_TIME, 32, 0, 12)


# --- easy days -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("minutes", "half"), [(60, 30), (41, 20), (11, 5), (10, 5), (9, 5), (5, 5)])
def test_an_easy_day_is_half_of_the_level_at_normal_pace_and_leaves_the_level(minutes: int, half: int) -> None:
    unsteady = before(1, steady=Steadiness.MUCH_LESS_STEADY)
    answer = Story(Programme(start_min=5)).at(minutes).asked(unsteady)
    assert (answer.kind, answer.segments) == (DecisionKind.EASY_DAY, normal_only(half))
    assert (answer.standing, answer.rules) == (Standing(Stage.BUILD_TIME, minutes), (Rule.MUCH_LESS_STEADY,))


def test_an_easy_day_of_a_brisk_plan_is_half_of_its_minutes_without_the_added_brisk_ones() -> None:
    added = Programme(brisk_placement=BriskPlacement.ADDED)
    answer = Story(added).at(60, 20).asked(before(1, steady=Steadiness.MUCH_LESS_STEADY))
    assert answer.segments == (Segment(Pace.NORMAL, 30 * 60),)
    assert answer.standing == Standing(Stage.BUILD_PACE, 60, 20)


def test_an_easy_day_after_a_step_back_is_half_of_what_that_leaves() -> None:
    answer = Story().at(40).asked(before(5))
    assert (answer.kind, answer.minutes, answer.standing.minutes) == (DecisionKind.EASY_DAY, 16, 32)
    assert answer.rules == (Rule.MUCH_WORSE_NEXT_DAY, Rule.WORSE_TODAY, Rule.MUCH_WORSE_TODAY)
    assert answer.real_step_back


def test_two_step_backs_running_make_an_easy_day_and_a_cut_is_none_of_them() -> None:
    again = Story().at(40, real_step_back=True, evening=MUCH_WORSE).asked()
    assert (again.kind, again.minutes, again.standing.minutes) == (DecisionKind.EASY_DAY, 16, 32)
    assert again.rules == (Rule.MUCH_WORSE_IN_WALK, Rule.PEAK_MODERATE, Rule.TWO_STEP_BACKS)
    after_a_cut = Story().at(40).later(3).walked(evening=MUCH_WORSE).asked()
    assert (after_a_cut.kind, after_a_cut.rules) == (DecisionKind.STEP_BACK, (Rule.MUCH_WORSE_IN_WALK, Rule.PEAK_MODERATE))
    a_cut_after = Story().at(40, real_step_back=True).later(3).asked()
    assert (a_cut_after.kind, a_cut_after.rules) == (DecisionKind.STEP_BACK, (Rule.MISSED_DAYS,))


def test_the_day_after_an_easy_day_repeats_the_level() -> None:
    story = Story().at(40).walked(morning=before(1, steady=Steadiness.MUCH_LESS_STEADY))
    assert story.asked().rules == (Rule.AFTER_EASY_DAY,)
    assert story.level() == (40, 0)


# --- stopping early --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "brisk", "walked", "walked_brisk", "early"),
    [
        (20, 0, 18, 0, False),
        (20, 0, 17, 0, True),
        (15, 0, 14, 0, False),
        (15, 0, 13, 0, True),
        (60, 20, 54, 18, False),
        (60, 20, 53, 20, True),
        (60, 20, 60, 17, True),
        (60, 20, 90, 90, False),
    ],
)
def test_under_nine_tenths_of_the_minutes_or_of_the_brisk_ones_is_stopping_early(
    minutes: int, brisk: int, walked: int, walked_brisk: int, early: bool
) -> None:
    story = Story().at(minutes, brisk)
    offered = story.asked(walking=True).standing
    kept = Story().at(minutes, brisk).asked(before(1, steady=Steadiness.LESS_STEADY))
    assert (kept.standing.minutes, kept.standing.brisk_minutes) == (minutes, brisk) != (offered.minutes, offered.brisk_minutes)
    told = story.walked(walked, walked_brisk, morning=before(1, steady=Steadiness.LESS_STEADY))
    assert (told.asked().rules == (Rule.STOPPED_EARLY,)) == early
    assert (told.asked().kind is DecisionKind.INCREASE) == (not early)


SHORT = (None, ShorterBecause.SYMPTOMS, ShorterBecause.OTHER)


@pytest.mark.parametrize(("first", "second"), [(first, second) for first in SHORT for second in SHORT])
def test_stopping_early_twice_running_is_a_step_back(first: ShorterBecause | None, second: ShorterBecause | None) -> None:
    answer = Story().at(40).walked(20, shorter=first).walked(20, shorter=second).asked()
    assert answer.rules == (Rule.STOPPED_EARLY_TWICE, Rule.STOPPED_EARLY)
    assert answer.kind is DecisionKind.STEP_BACK


@pytest.mark.parametrize(
    ("first", "second"),
    [(ShorterBecause.NO_TIME, None), (None, ShorterBecause.NO_TIME), (ShorterBecause.NO_TIME, ShorterBecause.NO_TIME)],
)
def test_stopping_early_for_want_of_time_only_holds(first: ShorterBecause | None, second: ShorterBecause | None) -> None:
    answer = Story().at(40).walked(20, shorter=first).walked(20, shorter=second).asked()
    assert answer.rules == (Rule.STOPPED_EARLY,)


def test_a_whole_walk_between_two_short_ones_breaks_the_row() -> None:
    story = Story().at(40).walked(20).walked().walked(20)
    assert story.asked().rules == (Rule.STOPPED_EARLY,)


def test_going_over_earns_nothing() -> None:
    assert Story().at(20).walked(300).level() == Story().at(20).walked().level() == (30, 0)


# --- a changed programme ---------------------------------------------------------------------------------------------


def test_a_lowered_goal_lowers_the_level_at_the_next_decision() -> None:
    story = Story().at(60, 40)
    lowered = story.changed(Programme(walk_goal_min=40, brisk_goal_min=20))
    assert lowered.asked(before(1, steady=Steadiness.LESS_STEADY)).standing == Standing(Stage.BUILD_PACE, 40, 20)
    assert Story().at(60).changed(Programme(walk_goal_min=45, brisk_goal_min=30)).asked().rules == (Rule.WALK_GOAL_REACHED,)


def test_a_goal_that_was_lowered_and_raised_before_the_next_walk_takes_nothing() -> None:
    story = Story().at(60, 40).changed(Programme(brisk_goal_min=20)).stayed(before(1))
    assert story.changed(STEADY).asked(before(1, steady=Steadiness.LESS_STEADY)).standing.brisk_minutes == 40


def test_a_raised_walk_goal_adds_minutes_only_while_building() -> None:
    small = Programme(walk_goal_min=40, brisk_goal_min=20)
    assert Story(small).at(40, good_walks=1).changed(STEADY).asked().standing == Standing(Stage.BUILD_TIME, 45, good_walks=1)
    assert Story(small).at(40, 20).changed(STEADY).asked().standing == Standing(Stage.BUILD_PACE, 40, 25)


def test_a_changed_start_moves_nobody_who_has_walked() -> None:
    assert Story().at(20).changed(Programme(start_min=30)).level() == (25, 0)


def test_a_symptom_that_is_not_followed_any_more_is_not_missed() -> None:
    both = {Symptom.TINGLING: 2, Symptom.CRAMPS: 1}
    story = Story().at(20, morning=before(ratings=both), evening=after(ratings=both))
    assert story.asked(before(ratings={Symptom.CRAMPS: 1})).rules == (Rule.GOOD_RESPONSE,)


def test_a_day_without_a_check_in_is_decided_as_if_all_were_as_usual() -> None:
    answer = Story().at(20).stayed(before(6)).asked(None)
    assert answer.rules == (Rule.MISSED_DAYS,)
    assert Story().at(20).level(None) == (25, 0)
