"""What a weekly review holds: the diary's own figures, added up by hand here, and a text that any version can read."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY, after, before
from tests.services.days import Person
from tests.strategies import diaries
from walkcoach.core.diary import Feet
from walkcoach.core.programme import Programme
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.core.week_review import Level, SymptomWeek, WeekReview
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.ports import StoredDiary, WalkKind
from walkcoach.services.week_reviews import review_from_json, review_of, review_to_json

counts = st.integers(0, 500)
means = st.none() | st.floats(0, 10)
levels = st.builds(Level, counts, counts)
week_reviews = st.builds(
    WeekReview,
    first_day=st.dates(date(2020, 1, 1), date(2060, 1, 1)),
    walks=counts,
    walk_days=counts,
    walked_days=counts,
    minutes=counts,
    brisk_min=counts,
    planned_min=counts,
    earlier_min=st.none() | counts,
    level_first=levels,
    level_last=levels,
    step_backs=counts,
    holds=counts,
    rest_days=counts,
    days_off=counts,
    sign_days=counts,
    feet_days=counts,
    own_min=counts,
    symptoms=st.lists(
        st.builds(SymptomWeek, st.sampled_from(Symptom), means, means, means, means),
        max_size=4,
        unique_by=lambda symptom: symptom.symptom,
    ).map(tuple),
)
A_REVIEW = WeekReview(MONDAY, 5, 6, 6, 131, 12, 140, None, Level(15), Level(20, 5), symptoms=(SymptomWeek(Symptom.CRAMPS, 2, 3.5),))


def half_up(seconds: float) -> int:
    return int(seconds // 60 + (seconds % 60 >= 30))


def mean(scores: list[int]) -> float | None:
    return fmean(scores) if scores else None


def scores(said: Mapping[date, Mapping[Symptom, int]], symptom: Symptom, first: date) -> list[int]:
    days = [first + timedelta(days=number) for number in range(7)]
    return [said[day][symptom] for day in days if day in said and symptom in said[day]]


@given(diaries, st.dates(date(2025, 12, 20), date(2026, 2, 8)))
def test_every_sum_and_every_mean_is_the_diarys(diary: StoredDiary, first_day: date) -> None:
    review = review_of(FoldedDiary(diary), first_day, date(2026, 3, 1))
    minutes = 0
    for number in range(7):
        day = first_day + timedelta(days=number)
        minutes += half_up(sum(walk.walked_s for walk in diary.walks if walk.day == day))
    assert review.minutes == minutes
    assert review.brisk_min <= minutes
    planned = 0
    for number in range(7):
        day = first_day + timedelta(days=number)
        planned += half_up(sum(walk.walked_s for walk in diary.walks if walk.day == day and walk.kind is WalkKind.PLANNED))
    assert review.own_min == minutes - planned
    ratings = {day: check_in.ratings for day, check_in in diary.before.items()}
    worst = {day: check_in.worst for day, check_in in diary.after.items()}
    told = {one.symptom: one for one in review.symptoms}
    for symptom in Symptom:
        expected = (mean(scores(ratings, symptom, first_day)), mean(scores(worst, symptom, first_day)))
        if expected == (None, None):
            assert symptom not in told
        else:
            assert (told[symptom].before, told[symptom].worst) == expected
            week_before = first_day - timedelta(days=7)
            earlier = (mean(scores(ratings, symptom, week_before)), mean(scores(worst, symptom, week_before)))
            assert (told[symptom].earlier_before, told[symptom].earlier_worst) == earlier


@given(diaries, st.dates(date(2025, 12, 20), date(2026, 2, 8)))
def test_days_are_counted_within_the_week(diary: StoredDiary, first_day: date) -> None:
    review = review_of(FoldedDiary(diary), first_day, date(2026, 3, 1))
    assert 0 <= review.walks <= review.walk_days <= 7
    assert review.walks + review.rest_days + review.days_off <= 7
    assert max(review.step_backs, review.holds) <= review.walks
    assert review.walked_days <= 7
    signs = {day for said in (diary.before, diary.after) for day, one in said.items() if one.warning_signs}
    assert review.sign_days == sum(first_day <= day < first_day + timedelta(days=7) for day in signs)


@given(week_reviews)
def test_a_review_comes_back_from_its_text_as_it_was(review: WeekReview) -> None:
    assert review_from_json(review_to_json(review)) == review


@given(st.text() | st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_a_text_that_makes_no_sense_is_no_review_and_no_trouble(text: str) -> None:
    assert review_from_json(text) is None


FIELDS = ("first_day", "walks", "minutes", "earlier_min", "level_first", "symptoms")
RIGHT = {("earlier_min", "null"), ("symptoms", "[]")}


@pytest.mark.parametrize(
    ("name", "wrong"),
    [(name, wrong) for name in FIELDS for wrong in ("null", '"x"', "-1", "3.5", "true", "[]") if (name, wrong) not in RIGHT],
)
def test_a_review_with_a_wrong_field_is_none(name: str, wrong: str) -> None:
    kept = json.loads(review_to_json(A_REVIEW))
    assert review_from_json(json.dumps({**kept, name: json.loads(wrong)})) is None


def test_a_review_kept_before_minutes_beside_the_plan_were_told_has_none() -> None:
    kept = json.loads(review_to_json(A_REVIEW))
    del kept["own_min"]
    assert review_from_json(json.dumps(kept)) == A_REVIEW


@pytest.mark.parametrize("name", FIELDS)
def test_a_review_that_lacks_a_field_is_none(name: str) -> None:
    kept = json.loads(review_to_json(A_REVIEW))
    assert review_from_json(json.dumps({key: value for key, value in kept.items() if key != name})) is None


def test_a_text_nested_beyond_sense_is_no_review_and_no_trouble() -> None:
    assert review_from_json("[" * 200_000) is None


def test_what_a_later_version_adds_is_left_out() -> None:
    kept = json.loads(review_to_json(A_REVIEW))
    later = {**kept, "version": 2, "steps": 12000, "symptoms": [*kept["symptoms"], {"symptom": "dizziness", "before": 1}]}
    assert review_from_json(json.dumps(later)) == A_REVIEW


def test_the_text_carries_its_version_and_its_first_day() -> None:
    kept = json.loads(review_to_json(A_REVIEW))
    assert (kept["version"], kept["first_day"]) == (1, "2026-01-05")


def test_what_the_plan_did_is_counted() -> None:
    person = Person()
    person.today.set_programme(Programme(walk_days=frozenset({0, 1, 2, 3, 4})))
    person.live()
    person.live(before(1), after(6))  # provoked so much that the next plan steps back
    person.live()
    person.today.check_in_before(before(1, feet=Feet.NEW))
    person.clock.next_day()
    person.today.feet_seen_to()
    person.clock.next_day(3)
    review = review_of(person.keeper, MONDAY, person.clock.today())
    assert (review.walks, review.walk_days) == (3, 4)
    assert (review.step_backs, review.rest_days, review.days_off, review.feet_days, review.sign_days) == (1, 2, 1, 1, 0)
    assert review.level_first == Level(15)
    assert review.level_last == Level(15)
    assert review.earlier_min is None


def test_days_before_the_diary_are_no_rest_days_and_the_level_is_that_of_its_first_day() -> None:
    person = Person()
    weekend = Programme(walk_days=frozenset({4, 5, 6}))
    person.today.set_programme(weekend)
    person.clock.next_day(4)
    person.today.set_programme(replace(weekend, start_min=10))
    person.live()
    person.clock.next_day(2)
    review = review_of(person.keeper, MONDAY, person.clock.today())
    assert (review.walks, review.walk_days, review.rest_days) == (1, 3, 0)
    assert (review.level_first, review.level_last) == (Level(10), Level(10))


def test_signs_before_and_after_a_walk_count_once_a_day() -> None:
    person = Person()
    person.live(before(1, signs=[WarningSign.DIZZY_ON_STANDING]), after(1, signs=[WarningSign.REPEATED_FALLS]))
    person.clock.next_day(6)
    assert review_of(person.keeper, MONDAY, person.clock.today()).sign_days == 1


def test_followed_symptoms_come_first_and_in_their_order() -> None:
    person = Person()
    person.today.set_profile(replace(person.today.profile, followed=(Symptom.CRAMPS, Symptom.TINGLING)))
    rated = {Symptom.BURNING: 1, Symptom.TINGLING: 2, Symptom.CRAMPS: 3}
    person.live(before(ratings=rated), after(ratings=rated))
    review = review_of(person.keeper, MONDAY, person.clock.today())
    assert [one.symptom for one in review.symptoms] == [Symptom.CRAMPS, Symptom.TINGLING, Symptom.BURNING]
