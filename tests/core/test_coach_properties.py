"""The coach's promises over free diaries: 500 of them in the usual run, 10,000 in the long one."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from tests.core import coach_promises as promises
from tests.core.free_diaries import FreeDiary, diaries, diary_of
from walkcoach.core.coach_state import Lock
from walkcoach.core.decision import DecisionKind, Rule, Stage

THRIFTY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
"""A busy machine may take long over a diary; that says nothing of the coach."""


def look_at_every_day(diary: FreeDiary) -> None:
    """The promises that can be seen on each day by itself."""
    promises.never_over_the_daily_cap(diary)
    promises.never_over_the_weekly_cap(diary)
    promises.never_past_a_goal(diary)
    promises.never_more_than_the_lowest_rule_allows(diary)
    promises.never_up_after_a_hold_or_a_step_back(diary)
    promises.never_up_after_a_check_in_left_out(diary)
    promises.offers_are_whole_minutes_of_the_level(diary)
    promises.no_answer_knows_the_future(diary)


@settings(THRIFTY, max_examples=200)
@given(diary=diaries())
def test_the_plan_keeps_its_rules_on_every_day_of_any_diary(diary: FreeDiary) -> None:
    look_at_every_day(diary)


@settings(THRIFTY, max_examples=60)
@given(diary=diaries())
def test_a_lock_is_never_cleared_by_time(diary: FreeDiary) -> None:
    promises.a_lock_is_never_cleared_by_time(diary)


@settings(THRIFTY, max_examples=100)
@given(diary=diaries())
def test_more_symptoms_never_give_more_minutes(diary: FreeDiary) -> None:
    promises.more_symptoms_never_give_more_minutes(diary)


@settings(THRIFTY, max_examples=80)
@given(diary=diaries())
def test_an_edited_past_never_changes_what_was_offered(diary: FreeDiary) -> None:
    promises.an_edited_past_never_changes_what_was_offered(diary)


@settings(THRIFTY, max_examples=60)
@given(diary=diaries())
def test_the_same_diary_has_the_same_answers_whichever_way_it_is_read(diary: FreeDiary) -> None:
    promises.the_same_diary_has_the_same_answers(diary)


def test_free_diaries_reach_every_rule_and_every_stage() -> None:
    """Else a promise might hold only because nobody came near it."""
    chance = Random(20)
    told = [told for _ in range(200) for told in diary_of(chance.randbytes(18 + 6 * chance.randint(1, 30))).told]
    assert {rule for day in told for rule in day.decision.rules} == set(Rule)
    assert {day.decision.kind for day in told} == set(DecisionKind)
    assert {day.decision.standing.stage for day in told} == set(Stage)
    assert {lock for day in told for lock in day.left.locks} == set(Lock)
    assert any(day.decision.standing.resumed_brisk_min for day in told)
    assert any(day.decision.kind is DecisionKind.NO_WALK and day.day.walked for day in told)


@pytest.mark.long
@pytest.mark.parametrize("book", range(1, 26))
@settings(THRIFTY, max_examples=400, database=None)
@given(diary=diaries())
def test_ten_thousand_diaries_keep_every_promise(book: int, diary: FreeDiary) -> None:
    """In 25 books of 400 diaries, so that none takes long enough to be taken for one that hangs."""
    look_at_every_day(diary)
    promises.a_lock_is_never_cleared_by_time(diary)
    promises.more_symptoms_never_give_more_minutes(diary)
    promises.an_edited_past_never_changes_what_was_offered(diary)
    promises.the_same_diary_has_the_same_answers(diary)
