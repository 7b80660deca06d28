"""What the weekly review says of any week: three figures, plain sentences, no verdict, nothing to be ashamed of."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from tests.builders import MONDAY
from tests.services.test_week_reviews import week_reviews
from tests.wording.texts import never_words
from walkcoach.core.symptoms import Symptom
from walkcoach.core.week_review import Level, SymptomWeek, WeekReview
from walkcoach.wording import week_review as words

TODAY = MONDAY + timedelta(days=7)
A_WEEK = WeekReview(
    MONDAY,
    walks=5,
    walk_days=6,
    walked_days=6,
    minutes=131,
    brisk_min=12,
    planned_min=140,
    earlier_min=118,
    level_first=Level(18),
    level_last=Level(23),
    symptoms=(SymptomWeek(Symptom.TINGLING, 2.125, 3.4, 2.6, 3.5), SymptomWeek(Symptom.CRAMPS, 1, None)),
)
REST = WeekReview(MONDAY, 0, 6, 0, 0, 0, 90, 60, Level(15), Level(15))
_VERDICTS = re.compile(
    r"missed|only|unfortunately|goal|fail|great|good|bad|better|worse\b|proud|behind|skipped|lost|should|must|shame", re.IGNORECASE
)


def everything(review: WeekReview, today: date = TODAY) -> str:
    """All that is said of a week."""
    figures = [figure.spoken for figure in words.figures(review)]
    said = [words.title(review, today), words.span(review, today), *figures, *words.other_symptoms(review), words.plan(review)]
    return " ".join([*said, words.scale(), words.kept()])


def test_a_week_in_three_figures() -> None:
    walks, minutes, symptom = words.figures(A_WEEK)
    assert (walks.figure, walks.counts) == ("5 of 6", "walks")
    assert walks.said == "You walked on 5 of the 6 days that the plan had a walk for."
    assert (minutes.figure, minutes.counts) == ("131", "minutes")
    assert minutes.said == "12 of them were brisk. The plan had 140. The week before: 118."
    assert (symptom.figure, symptom.counts) == ("2.1", "tingling, before walks")
    assert symptom.said == "At worst during walks: 3.4. The week before: 2.6, and 3.5 at worst."


def test_minutes_beside_the_plan_are_told_where_the_plan_is() -> None:
    _walks, minutes, _symptom = words.figures(replace(A_WEEK, minutes=96, planned_min=75, own_min=21))
    assert "The plan had 75. 21 were walked beside the plan." in minutes.said
    _walks, minutes, _symptom = words.figures(replace(A_WEEK, walks=0, own_min=21))
    assert "beside the plan" not in minutes.said


@given(week_reviews)
def test_any_week_has_three_figures_and_no_sentence_with_a_verdict(review: WeekReview) -> None:
    text = everything(review)
    assert len(words.figures(review)) == 3
    assert all(figure.figure and figure.counts for figure in words.figures(review))
    assert not _VERDICTS.search(text), text
    assert not never_words(text)
    assert "None" not in text
    assert "  " not in text


def test_a_week_of_rest_counts_nothing_that_was_not_walked() -> None:
    walks, minutes, symptom = words.figures(REST)
    assert (walks.figure, walks.counts) == ("Rest", "all week")
    assert walks.said == "A week without walks. The plan makes room for that."
    assert minutes.said == "The week before: 60."
    assert symptom.said == "Nothing was rated in this week, and nothing has to be."
    text = everything(REST)
    assert "6" not in text.replace("60", "").replace("of 60", "")
    assert "90" not in text


def test_every_walk_walked_is_said_as_a_fact() -> None:
    walks, _minutes, _symptom = words.figures(replace(A_WEEK, walks=6))
    assert (walks.figure, walks.counts, walks.said) == ("6", "walks", "You walked every walk of the plan.")
    walks, _minutes, _symptom = words.figures(replace(A_WEEK, walks=1, walk_days=1))
    assert (walks.figure, walks.counts) == ("1", "walk")


def test_walks_beside_the_plan_are_told_as_such() -> None:
    walks, _minutes, _symptom = words.figures(replace(A_WEEK, walks=0, walked_days=2))
    assert (walks.figure, walks.counts) == ("2", "days with a walk")


@pytest.mark.parametrize(
    ("symptom", "figure", "counts", "said"),
    [
        (SymptomWeek(Symptom.CRAMPS, 1, None, 2, 3), "1", "cramps, before walks", "The week before: 2, and 3 at worst."),
        (SymptomWeek(Symptom.CRAMPS, 1, None, 2, None), "1", "cramps, before walks", "The week before: 2."),
        (SymptomWeek(Symptom.CRAMPS, None, 4, None, 3), "4", "cramps, at worst during walks", "The week before: 3."),
        (SymptomWeek(Symptom.CRAMPS, 0, 0), "0", "cramps, before walks", "At worst during walks: 0."),
    ],
)
def test_a_symptom_is_told_with_what_there_is(symptom: SymptomWeek, figure: str, counts: str, said: str) -> None:
    told = words.figures(replace(A_WEEK, symptoms=(symptom,)))[2]
    assert (told.figure, told.counts, told.said) == (figure, counts, said)


def test_the_other_symptoms_have_a_sentence_each() -> None:
    more = replace(
        A_WEEK,
        symptoms=(
            *A_WEEK.symptoms,
            SymptomWeek(Symptom.BURNING, 1, 2.25, 1.5, 2),
            SymptomWeek(Symptom.TREMOR, None, 5),
        ),
    )
    assert words.other_symptoms(more) == (
        "Cramps: 1 before walks.",
        "Burning: 1 before walks, 2.3 at worst during them. The week before: 1.5, and 2 at worst.",
        "Tremor: 5 at worst during walks.",
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "The walk of a day went from 18 to 23 minutes."),
        ({"level_last": Level(18)}, "The walk of a day stayed at 18 minutes."),
        ({"level_last": Level(14), "step_backs": 1}, "The walk of a day went from 18 to 14 minutes. The plan stepped back once"),
        (
            {"level_first": Level(60, 5), "level_last": Level(60, 8)},
            "The walk of a day stayed at 60 minutes; its brisk part went from 5 to 8 minutes.",
        ),
        (
            {"level_first": Level(60, 20), "level_last": Level(30)},
            "The walk of a day went from 60 minutes with 20 brisk minutes to 30 minutes.",
        ),
        ({"rest_days": 1, "days_off": 2}, "The week had 1 rest day. On 2 days the plan asked for no walk."),
    ],
)
def test_what_the_plan_did_is_said_in_short_sentences(changes: dict[str, object], said: str) -> None:
    assert said in words.plan(replace(A_WEEK, **changes))  # type: ignore[arg-type]


def test_signs_and_feet_are_told_with_what_they_ask_for_and_are_silent_otherwise() -> None:
    assert words.signs(A_WEEK) == ""
    tail = "If nobody qualified has looked at it yet, let that come first."
    assert words.signs(replace(A_WEEK, sign_days=2)) == f"On 2 days you told of a warning sign. {tail}"
    assert words.signs(replace(A_WEEK, feet_days=1)) == f"On 1 day your feet showed something new. {tail}"
    both = words.signs(replace(A_WEEK, sign_days=1, feet_days=1))
    assert both.count(tail) == 1


@pytest.mark.parametrize(
    ("first_day", "today", "span"),
    [
        (MONDAY, TODAY, "5 to 11 January"),
        (date(2026, 3, 30), date(2026, 4, 6), "30 March to 5 April"),
        (date(2025, 12, 29), date(2026, 1, 5), "29 December 2025 to 4 January 2026"),
        (date(2025, 11, 3), date(2026, 1, 5), "3 to 9 November 2025"),
    ],
)
def test_the_week_is_named_by_its_days(first_day: date, today: date, span: str) -> None:
    assert words.span(replace(A_WEEK, first_day=first_day), today) == span


@pytest.mark.parametrize(("days", "title"), [(7, "Your last week"), (13, "Your last week"), (14, "One of your weeks")])
def test_only_the_week_that_has_just_gone_by_is_the_last_one(days: int, title: str) -> None:
    assert words.title(A_WEEK, MONDAY + timedelta(days=days)) == title


def test_the_titles_of_the_window_say_no_word_about_health() -> None:
    assert words.window_title() == "Your week"
