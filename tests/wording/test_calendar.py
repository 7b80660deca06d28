"""The calendar in words: facts of a day, in order, without verdicts."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wording.texts import never_words
from walkcoach.core.calendar import CalendarDay, Month, month_of
from walkcoach.core.decision import DecisionKind
from walkcoach.wording import calendar as words

TODAY = date(2026, 11, 22)
FRIDAY = CalendarDay(date(2026, 11, 20), DecisionKind.INCREASE, offered_min=25, minutes=25, brisk_min=5, walked=True)

days = st.builds(
    CalendarDay,
    day=st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    kind=st.none() | st.sampled_from(DecisionKind),
    offered_min=st.integers(0, 75),
    minutes=st.integers(0, 200),
    brisk_min=st.integers(0, 60),
    walked=st.booleans(),
    free_walk=st.booleans(),
    locked=st.booleans(),
    warning_sign=st.booleans(),
    foot_finding=st.booleans(),
    remark=st.booleans(),
    today=st.booleans(),
    future=st.booleans(),
)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (FRIDAY, "Friday 20 November: 25 minutes walked, 5 of them brisk; plan: more, 25 minutes."),
        (replace(FRIDAY, brisk_min=0, minutes=1), "Friday 20 November: 1 minute walked; plan: more, 25 minutes."),
        (replace(FRIDAY, minutes=0, walked=False), "Friday 20 November: no walk; plan: more, 25 minutes."),
        (CalendarDay(FRIDAY.day), "Friday 20 November: no walk."),
        (CalendarDay(FRIDAY.day, DecisionKind.REST_DAY), "Friday 20 November: a rest day."),
        (
            CalendarDay(FRIDAY.day, DecisionKind.REST_DAY, minutes=13, free_walk=True),
            "Friday 20 November: 13 minutes walked; a rest day; free walk.",
        ),
        (
            CalendarDay(FRIDAY.day, DecisionKind.NO_WALK, locked=True, warning_sign=True, foot_finding=True, remark=True),
            "Friday 20 November: the plan was on hold; warning sign, something new on the feet and note.",
        ),
        (CalendarDay(FRIDAY.day, DecisionKind.NO_WALK), "Friday 20 November: no walk by the plan."),
        (CalendarDay(date(2025, 11, 20)), "Thursday 20 November 2025: no walk."),
        (CalendarDay(date(2026, 11, 23), future=True), "Monday 23 November: still to come."),
        (
            CalendarDay(TODAY, DecisionKind.REPEAT, offered_min=30, today=True),
            "Today, Sunday 22 November: no walk yet; plan: the same, 30 minutes.",
        ),
        (CalendarDay(TODAY, today=True), "Today, Sunday 22 November: no walk yet."),
    ],
)
def test_a_day_is_told_in_one_sentence(day: CalendarDay, said: str) -> None:
    assert words.day_sentence(day, TODAY) == said


def test_a_row_has_the_figures_of_its_day_under_the_headers() -> None:
    assert dict(zip(words.day_headers(), words.day_row(replace(FRIDAY, remark=True)), strict=True)) == {
        "Day": "Fri 20",
        "Plan": "More",
        "Offered": "25",
        "Walked": "25",
        "Brisk": "5",
        "Also": "Note",
    }


@given(days)
def test_any_day_can_be_told_and_no_word_is_wrong(day: CalendarDay) -> None:
    said = words.day_sentence(day, TODAY)
    assert said.endswith(".")
    assert ": ." not in said
    assert not never_words(said)
    assert len(words.day_row(day)) == len(words.day_headers())
    assert all(words.day_row(day))


@given(days)
def test_the_row_and_the_sentence_tell_the_same_minutes(day: CalendarDay) -> None:
    row = words.day_row(day)
    assert (row[3], row[4]) == (str(day.minutes), str(day.brisk_min))
    assert (f"{day.minutes} minute" in words.day_sentence(day, TODAY)) or not day.minutes


def month(minutes: int, brisk: int = 0) -> Month:
    return month_of(
        TODAY, 0, lambda day: CalendarDay(day, minutes=minutes if day.day < 3 else 0, brisk_min=brisk if day.day < 3 else 0)
    )


def test_a_month_is_told_with_its_minutes_and_days() -> None:
    assert words.month_sentence(month(0)) == "November 2026: no walks."
    assert words.month_sentence(month(20)) == "November 2026: 40 minutes on 2 days."
    assert words.month_sentence(month(20, 5)) == "November 2026: 40 minutes on 2 days, 10 of them brisk."


@pytest.mark.parametrize("kind", DecisionKind)
def test_every_decision_has_a_short_name_of_its_own(kind: DecisionKind) -> None:
    assert [words.decision(other) for other in DecisionKind].count(words.decision(kind)) == 1
