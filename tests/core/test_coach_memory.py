"""What the coach remembers: the usual, the last walk's answers, the review (sections 1 and 3, rules 5 and 6)."""

from collections.abc import Sequence

import pytest

from tests.builders import MONDAY, after, before, day, notes
from tests.core.diaries import Story
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision, DecisionKind, Rule
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Feet, Settled, Steadiness
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import Symptom

BAD_EVENING = after(6)
"""5 above the 1 of the morning: a step back."""
WORSE, MUCH_WORSE = before(3), before(4)
"""2 and 3 above the usual of 1."""
ACKNOWLEDGED = notes(review_acknowledged=True)


def rated(scores: Sequence[int]) -> Story:
    """Mornings with these scores, one a day, and no walk."""
    story = Story()
    for score in scores:
        story = story.stayed(before(score))
    return story


# --- the usual -------------------------------------------------------------------------------------------------------

# earlier morning scores, oldest first: the usual of a day with a score of 10
USUALS = (
    ((), 10),
    ((3,), 3),
    ((3, 9), 3),
    ((9, 3), 9),
    ((3, 9, 4), 4),
    ((1, 2, 4, 7), 3),
    ((1, 2, 3, 7), 2.5),
    ((0, 0, 0, 9, 9, 9), 4.5),
    ((0, 0, 0, 9, 9, 9, 9), 9),
    ((9, 9, 9, 9, 1, 1, 1, 1), 1),  # the last 7
    ((1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2), 2),
    ((1, 1, 1, 1, 1, 1, 1, 3, 3, 3), 1),
    ((1, 1, 1, 1, 1, 1, 1, 3, 3, 3, 3), 1),  # 2 above how it began: no creep
    ((1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3), 3),  # 1 above how it began
    ((5, 5, 5, 5, 5, 5, 5, 1, 1, 1, 1), 1),
    ((1, 1, 1, 1, 1, 1, 1, *(9,) * 30, 2, 2, 2, 2), 2),
)


@pytest.mark.parametrize(("earlier", "usual"), USUALS)
def test_the_usual_is_the_first_score_then_the_median_of_the_last_seven_without_creep(earlier: Sequence[int], usual: float) -> None:
    seen = rated(earlier).asked(before(10)).evidence
    assert (seen.above_usual_usual, seen.above_usual) == (usual, 10 - usual)
    assert rated(earlier).state.usual(Symptom.TINGLING) == (usual if earlier else None)


def test_each_symptom_has_its_own_usual_and_the_one_most_above_it_counts() -> None:
    story = Story().stayed(before(ratings={Symptom.TINGLING: 1, Symptom.CRAMPS: 5}))
    seen = story.asked(before(ratings={Symptom.TINGLING: 3, Symptom.CRAMPS: 6})).evidence
    assert (seen.above_usual_symptom, seen.above_usual_score, seen.above_usual) == (Symptom.TINGLING, 3, 2)
    first_time = story.asked(before(ratings={Symptom.TINGLING: 0, Symptom.BURNING: 9})).evidence
    assert (first_time.above_usual_symptom, first_time.above_usual) == (Symptom.BURNING, 0)


@pytest.mark.parametrize(
    ("scores", "today", "added"),
    [
        ((7, 3, 2, 1), 3, 5),  # half a point above 2.5
        ((7, 3, 2, 1), 4, 4),  # 1.5 above
        ((7, 4, 2, 1), 4, 4),  # 1 above
        ((7, 3, 2, 1), 5, 0),  # 2.5 above
        ((7, 4, 2, 1), 5, 0),  # 2 above
        ((7, 4, 2, 1), 0, 5),
    ],
)
def test_one_point_above_usual_takes_one_minute_and_two_points_hold(scores: Sequence[int], today: int, added: int) -> None:
    story = rated(scores[:-1]).at(20, morning=before(scores[-1]), evening=after(scores[-1]))
    answer = story.asked(before(today))
    assert answer.standing.minutes - 20 == added
    assert (Rule.WORSE_TODAY in answer.rules) == (added == 0)


# --- this morning ----------------------------------------------------------------------------------------------------


def test_much_worse_steps_back_within_two_days_of_the_last_walk_and_is_an_easy_day_later_too() -> None:
    story = Story().at(40)
    for days, step_back in ((0, True), (1, True), (2, False)):
        answer = story.later(days).asked(MUCH_WORSE)
        assert (Rule.MUCH_WORSE_NEXT_DAY in answer.rules) == step_back
        assert Rule.MUCH_WORSE_TODAY in answer.rules
        assert answer.minutes == (16 if step_back else 20)


def test_worse_at_two_check_ins_running_steps_back_within_two_days_of_the_last_walk() -> None:
    story = Story().at(40).walked(morning=WORSE, evening=after(3))
    assert story.asked(WORSE).rules == (Rule.WORSE_TWICE, Rule.WORSE_TODAY)
    assert story.later(1).asked(WORSE).rules == (Rule.WORSE_TWICE, Rule.WORSE_TODAY, Rule.MISSED_DAYS)
    assert story.later(2).asked(WORSE).rules == (Rule.WORSE_TODAY, Rule.MISSED_DAYS)


def test_the_check_in_before_todays_counts_whenever_it_was() -> None:
    story = Story().at(40)
    assert story.stayed(WORSE).asked(WORSE).rules[0] is Rule.WORSE_TWICE
    assert story.stayed(WORSE).stayed().walked(morning=None).asked(WORSE).rules[0] is Rule.WORSE_TWICE
    assert Rule.WORSE_TWICE not in story.stayed(WORSE).walked().asked(WORSE).rules
    assert Rule.WORSE_TWICE not in story.stayed(before(2)).asked(WORSE).rules
    assert Rule.WORSE_TWICE not in story.stayed(WORSE).asked(before(2)).rules


# --- the last walk's answers -----------------------------------------------------------------------------------------

# evening of the last walk, by D and peak: the rules that look at them; before the walk the tingling was 1
PROVOKED = (
    (1, 2, ()),
    (1, 3, (Rule.SYMPTOMS_WHILE_BRISK,)),
    (1, 4, (Rule.WORSE_IN_WALK, Rule.PEAK_MODERATE, Rule.SYMPTOMS_WHILE_BRISK)),
    (1, 5, (Rule.MUCH_WORSE_IN_WALK, Rule.PEAK_MODERATE, Rule.SYMPTOMS_WHILE_BRISK)),
    (2, 4, (Rule.PEAK_MODERATE, Rule.SYMPTOMS_WHILE_BRISK)),
    (3, 4, ()),
    (3, 5, (Rule.PEAK_MODERATE, Rule.SYMPTOMS_WHILE_BRISK)),
    (3, 6, (Rule.PEAK_HIGH, Rule.WORSE_IN_WALK, Rule.SYMPTOMS_WHILE_BRISK)),
    (4, 6, (Rule.PEAK_HIGH, Rule.SYMPTOMS_WHILE_BRISK)),
    (5, 6, ()),
    (8, 10, (Rule.PEAK_HIGH, Rule.SYMPTOMS_WHILE_BRISK)),
    (9, 10, ()),
    (6, 0, ()),
)


@pytest.mark.parametrize(("score", "worst", "rules"), PROVOKED)
def test_what_the_walk_provoked_and_how_high_it_rose(score: int, worst: int, rules: tuple[Rule, ...]) -> None:
    brisk = Story().at(60, 10, morning=before(score), evening=after(worst)).asked(before(score))
    assert brisk.rules == (rules or (Rule.GOOD_RESPONSE,))
    building = Story().at(40, morning=before(score), evening=after(worst)).asked(before(score))
    assert building.rules == (tuple(rule for rule in rules if rule is not Rule.SYMPTOMS_WHILE_BRISK) or (Rule.GOOD_RESPONSE,))


def test_a_symptom_that_was_not_rated_before_the_walk_counts_from_none() -> None:
    story = Story().at(40, evening=after(ratings={Symptom.TINGLING: 1, Symptom.CRAMPS: 3}))
    answer = story.asked()
    assert answer.rules == (Rule.WORSE_IN_WALK,)
    assert (answer.evidence.provoked_symptom, answer.evidence.provoked) == (Symptom.CRAMPS, 3)


@pytest.mark.parametrize(("tingling", "cramps", "provoked"), [((1, 3), 3, (Symptom.CRAMPS, 3)), ((1, 4), 2, (Symptom.TINGLING, 3))])
def test_a_symptom_from_none_is_weighed_against_one_that_was_rated(
    tingling: tuple[int, int], cramps: int, provoked: tuple[Symptom, int]
) -> None:
    worst = {Symptom.TINGLING: tingling[1], Symptom.CRAMPS: cramps}
    for ratings in (worst, dict(reversed(worst.items()))):
        seen = Story().at(40, morning=before(tingling[0]), evening=after(ratings=ratings)).asked().evidence
        assert (seen.provoked_symptom, seen.provoked) == provoked


def test_the_peak_may_be_another_symptom_than_the_one_provoked() -> None:
    ratings = {Symptom.TINGLING: 6, Symptom.CRAMPS: 0}
    story = Story().at(40, morning=before(ratings=ratings), evening=after(ratings={Symptom.TINGLING: 6, Symptom.CRAMPS: 2}))
    answer = story.asked(before(ratings=ratings))
    assert answer.rules == (Rule.PEAK_HIGH,)
    assert (answer.evidence.peak_symptom, answer.evidence.provoked_symptom) == (Symptom.TINGLING, Symptom.CRAMPS)


@pytest.mark.parametrize(
    ("morning", "evening", "rules"),
    [
        (None, after(9), (Rule.CHECK_IN_MISSING,)),
        (before(1), None, (Rule.CHECK_IN_MISSING,)),
        (None, None, (Rule.CHECK_IN_MISSING,)),
        (None, after(1, effort=7), (Rule.HARD_EFFORT, Rule.CHECK_IN_MISSING)),
        (None, after(1, effort=6), (Rule.CHECK_IN_MISSING,)),
        (None, after(1, could_talk=False), (Rule.COULD_NOT_TALK, Rule.CHECK_IN_MISSING)),
        (None, after(1, stumbled=True), (Rule.STUMBLED, Rule.CHECK_IN_MISSING)),
        (None, after(1, feet=Feet.UNCHECKED), (Rule.CHECK_IN_MISSING, Rule.FEET_NOT_CHECKED)),
    ],
)
def test_a_check_in_left_out_holds_and_the_one_that_was_done_still_counts(
    morning: BeforeCheckIn | None, evening: AfterCheckIn | None, rules: tuple[Rule, ...]
) -> None:
    answer = Story().at(40, morning=morning, evening=evening).asked()
    assert (answer.rules, answer.standing.minutes) == (rules, 40)
    seen = answer.evidence
    assert (seen.provoked, seen.provoked_symptom, seen.provoked_before, seen.provoked_worst) == (None, None, 0, 0)
    assert (seen.peak, seen.peak_symptom) == (None, None)


def test_without_a_check_in_this_morning_there_is_nothing_to_tell_of_it() -> None:
    seen = Story().at(40, morning=before(4)).asked(None).evidence
    assert (seen.above_usual, seen.above_usual_symptom, seen.above_usual_score, seen.above_usual_usual) == (0, None, 0, 0)


def test_the_numbers_behind_a_decision_are_those_of_the_diary() -> None:
    story = Story(Programme(track=Track.GENTLE)).at(60, good_walks=1, walked=55, evening=after(2, effort=4))
    seen = story.asked(before(2, settled=Settled.WITHIN_2H)).evidence
    assert (seen.before_minutes, seen.before_brisk_minutes, seen.good_walks, seen.good_walks_needed) == (60, 0, 1, 2)
    assert (seen.last_walk, seen.last_walked_minutes, seen.last_offered_minutes) == (MONDAY, 55, 60)
    assert (seen.above_usual, seen.above_usual_symptom, seen.above_usual_score, seen.above_usual_usual) == (
        1,
        Symptom.TINGLING,
        2,
        1,
    )
    assert (seen.provoked, seen.provoked_before, seen.provoked_worst, seen.peak, seen.effort) == (1, 1, 2, 2, 4)
    assert (seen.settled, seen.missed_days, seen.week_budget_minutes) == (Settled.WITHIN_2H, 0, 136)
    assert Story().at(60, 20).asked().evidence.before_brisk_minutes == 20


# --- how soon it settled ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "today", "rules"),
    [
        ((), Settled.NOT_BY_MORNING, (Rule.NOT_SETTLED_BY_MORNING,)),
        ((), Settled.SAME_DAY, (Rule.SETTLED_LATE,)),
        ((Settled.SAME_DAY,), Settled.WITHIN_30MIN, (Rule.SETTLED_LATE, Rule.MISSED_DAYS)),
        ((Settled.SAME_DAY,), None, (Rule.SETTLED_LATE, Rule.MISSED_DAYS)),
        ((Settled.NOT_BY_MORNING,), Settled.WITHIN_2H, (Rule.NOT_SETTLED_BY_MORNING, Rule.MISSED_DAYS)),
        ((Settled.WITHIN_2H,), Settled.SAME_DAY, (Rule.SETTLED_LATE, Rule.MISSED_DAYS)),
    ],
)
def test_the_worst_answer_since_the_last_walk_counts(
    answers: Sequence[Settled], today: Settled | None, rules: tuple[Rule, ...]
) -> None:
    story = Story().at(40)
    for answer in answers:
        story = story.stayed(before(1, settled=answer))
    assert story.asked(before(1, settled=today)).rules == rules


def test_the_answer_of_the_last_walks_own_morning_speaks_of_the_walk_before() -> None:
    story = Story().at(40).walked(morning=before(1, settled=Settled.NOT_BY_MORNING))
    assert story.asked().rules == (Rule.GOOD_RESPONSE,)


@pytest.mark.parametrize(
    ("story", "due"),
    [
        (Story(), False),
        (Story().at(40), False),
        (Story().at(40, evening=after(2)), True),
        (Story().at(40, evening=None), True),
        (Story().at(40, morning=None), True),
        (Story().at(40, evening=after(2)).stayed(before(1)), True),
        (Story().at(40, evening=after(2)).stayed(before(1, settled=Settled.WITHIN_30MIN)), False),
        (Story().at(40, evening=after(2)).walked(), False),
    ],
)
def test_how_soon_it_settled_is_asked_if_something_was_provoked_or_nobody_knows(story: Story, due: bool) -> None:
    assert story.state.ask_settled == due


# --- the feet --------------------------------------------------------------------------------------------------------

UNCHECKED, FINE = before(1, feet=Feet.UNCHECKED), before(1)


@pytest.mark.parametrize(
    ("evening", "days_between", "today", "held"),
    [
        (Feet.UNCHECKED, (), FINE, True),
        (Feet.FINE, (), UNCHECKED, True),
        (Feet.FINE, (UNCHECKED,), FINE, False),
        (Feet.LATER, (), None, False),
        (Feet.LATER, (), FINE, False),
        (Feet.LATER, (), UNCHECKED, True),
        (Feet.LATER, (UNCHECKED,), FINE, True),
        (Feet.LATER, (FINE, UNCHECKED), FINE, False),
        (Feet.UNCHECKED, (FINE,), FINE, True),
    ],
)
def test_feet_that_were_not_looked_at_hold(
    evening: Feet, days_between: Sequence[BeforeCheckIn], today: BeforeCheckIn | None, held: bool
) -> None:
    story = Story().at(40, evening=after(1, feet=evening))
    for morning in days_between:
        story = story.stayed(morning)
    assert (Rule.FEET_NOT_CHECKED in story.asked(today).rules) == held


# --- the review ------------------------------------------------------------------------------------------------------


def three_step_backs(last_walk_after: int) -> Story:
    """Walks that earn a step back on days 0, 1 and `last_walk_after`, the two first of them seen; today is the day after."""
    story = Story().at(40, evening=BAD_EVENING).at(40, real_step_back=True, evening=BAD_EVENING).at(40, real_step_back=True)
    while (story.today - Story().today).days < last_walk_after:
        story = story.at(40)
    return story.at(40, evening=BAD_EVENING)


def test_three_step_backs_in_two_weeks_ask_for_a_review_on_the_day_of_the_third() -> None:
    assert Rule.REVIEW_DUE in three_step_backs(12).asked().rules
    assert three_step_backs(12).asked().evidence.review_step_backs == 3
    assert Rule.REVIEW_DUE not in three_step_backs(13).asked().rules
    assert Rule.REVIEW_DUE not in Story().at(40, evening=BAD_EVENING).at(40, real_step_back=True).asked().rules


def test_one_walk_counts_once_however_often_it_steps_the_plan_back() -> None:
    story = Story().at(40, evening=BAD_EVENING)
    for _ in range(5):
        assert Rule.REVIEW_DUE not in story.asked().rules
        story = story.stayed(before(1))
    assert story.state.review_walks == (Story().today,)


def reviewed(decision: Decision) -> bool:
    """Whether the decision asks to talk to the clinician."""
    return Rule.REVIEW_DUE in decision.rules


def test_a_step_back_on_a_day_that_is_not_walked_counts() -> None:
    story = Story().at(40, evening=BAD_EVENING).stayed().walked(evening=BAD_EVENING).stayed().walked(evening=BAD_EVENING)
    assert reviewed(story.asked())


def test_a_review_stays_due_until_it_is_acknowledged() -> None:
    story = three_step_backs(3)
    for _ in range(20):
        story = story.walked(morning=before(1))
        assert reviewed(story.asked())
    assert reviewed(story.asked(noted=notes(cleared=True, feet_seen_to=True)))
    assert not reviewed(story.asked(noted=ACKNOWLEDGED))
    assert story.asked(noted=ACKNOWLEDGED).kind is DecisionKind.INCREASE


def test_an_acknowledged_review_empties_the_count_and_the_same_walk_is_not_counted_again() -> None:
    story = three_step_backs(3).stayed(before(1)).stayed(before(1), noted=ACKNOWLEDGED)
    assert story.state.review_walks == ()
    assert story.asked().kind is DecisionKind.STEP_BACK
    two_more = story.walked(evening=BAD_EVENING).walked(evening=BAD_EVENING)
    assert not reviewed(two_more.asked())
    assert reviewed(two_more.walked(evening=BAD_EVENING).asked())


def test_acknowledging_on_the_morning_that_makes_it_due_is_too_early() -> None:
    story = three_step_backs(3)
    assert not story.state.review_due
    assert reviewed(story.asked(noted=ACKNOWLEDGED))


@pytest.mark.parametrize(
    ("mornings", "due"),
    [
        ((WORSE,) * 6, False),
        ((WORSE,) * 7, True),
        ((WORSE,) * 3 + (before(2),) + (WORSE,) * 6, False),
        ((WORSE,) * 3 + (None,) + (WORSE,) * 4, True),
        ((WORSE,) * 7 + (before(1),), True),
    ],
)
def test_seven_worse_mornings_running_ask_for_a_review(mornings: Sequence[BeforeCheckIn | None], due: bool) -> None:
    # Seven mornings of 1 first: the usual does not creep up from there.
    story = Story().at(20)
    for _ in range(6):
        story = story.walked()
    for morning in mornings[:-1]:
        story = story.stayed(morning)
    assert reviewed(story.asked(mornings[-1])) == due


def test_worse_mornings_count_on_rest_days_and_after_a_review_they_count_anew() -> None:
    story = Story(Programme(walk_days=frozenset({0, 2, 4}))).at(40)
    for _ in range(6):
        story = story.stayed(before(1))
    for _ in range(7):
        story = story.stayed(WORSE)
    assert story.state.review_due
    answer = story.asked(WORSE, noted=ACKNOWLEDGED)
    assert not reviewed(answer)
    assert answer.evidence.review_worse_mornings == 1


def test_no_step_back_is_earned_on_a_rest_day() -> None:
    three_days = Programme(walk_days=frozenset({0, 2, 4}))
    story = Story(three_days).at(40, evening=BAD_EVENING)
    assert story.asked().kind is DecisionKind.REST_DAY
    assert story.stayed(before(1)).state.review_walks == ()
    assert story.stayed(before(1)).stayed(before(1)).state.review_walks == (Story().today,)


def test_before_the_first_day_nothing_is_known() -> None:
    begun = CoachState.begin()
    assert (begun.last_m, begun.worse_mornings, begun.review_due, begun.after_clearance) == (0, 0, False, False)
    assert begun.week_of(MONDAY) == (0, 0, 0)
    assert not begun.ask_settled


def test_a_diary_day_changes_the_memory_and_only_a_walk_changes_the_level() -> None:
    begun = Story().at(40)
    stayed = begun.stayed(before(9, steady=Steadiness.MUCH_LESS_STEADY, feet=Feet.UNCHECKED))
    assert stayed.state.level == begun.state.level
    assert stayed.state.last_m == 8
    assert stayed.state.scores != begun.state.scores
    assert begun.after(day(begun.today, 0, morning=before(1))).state.level == begun.state.level
    assert CoachState.begin().standing(Programme()) == Story().asked().standing
