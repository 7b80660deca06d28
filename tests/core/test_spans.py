"""Weeks, months, quarters and years: each day is in one of them, and a long diary has few."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.spans import (
    Grouping,
    first_day_of_span,
    grouping_for,
    last_day_of_span,
    next_first_day,
    spans_shown,
)

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
groupings = st.sampled_from(Grouping)
weekdays = st.integers(0, 6)


@given(days, groupings, weekdays)
def test_a_day_is_in_the_span_that_begins_on_its_first_day(day: date, grouping: Grouping, first_weekday: int) -> None:
    first = first_day_of_span(day, grouping, first_weekday)
    assert first <= day <= last_day_of_span(first, grouping)
    assert first_day_of_span(first, grouping, first_weekday) == first
    assert first.weekday() == first_weekday if grouping is Grouping.WEEK else first.day == 1


@given(days, groupings, weekdays)
def test_the_next_span_begins_the_day_after_the_last(day: date, grouping: Grouping, first_weekday: int) -> None:
    first = first_day_of_span(day, grouping, first_weekday)
    following = next_first_day(first, grouping)
    assert following - last_day_of_span(first, grouping) == timedelta(days=1)
    assert first_day_of_span(following, grouping, first_weekday) == following


def test_a_quarter_is_three_months_and_a_year_is_twelve() -> None:
    assert first_day_of_span(date(2026, 11, 22), Grouping.MONTH, 0) == date(2026, 11, 1)
    assert first_day_of_span(date(2026, 11, 22), Grouping.QUARTER, 0) == date(2026, 10, 1)
    assert last_day_of_span(date(2026, 10, 1), Grouping.QUARTER) == date(2026, 12, 31)
    assert first_day_of_span(date(2026, 11, 22), Grouping.YEAR, 0) == date(2026, 1, 1)
    assert last_day_of_span(date(2024, 2, 1), Grouping.MONTH) == date(2024, 2, 29)


@given(days, st.integers(0, 9000), groupings, weekdays)
def test_the_spans_shown_follow_each_other_from_the_first_day_to_today(
    first: date, length: int, grouping: Grouping, first_weekday: int
) -> None:
    today = first + timedelta(days=length)
    shown = spans_shown(first, today, grouping, first_weekday)
    assert shown[0] <= first
    assert shown[-1] <= today <= last_day_of_span(shown[-1], grouping)
    assert all(next_first_day(one, grouping) == other for one, other in pairwise(shown))


@given(st.integers(1, 1300))
def test_there_are_never_more_spans_than_can_be_told_apart(weeks: int) -> None:
    today = date(2026, 11, 22)
    assert len(spans_shown(today - timedelta(weeks=weeks - 1), today, grouping_for(weeks), 0)) <= 102


def test_a_year_is_told_week_by_week_and_twenty_years_by_quarters() -> None:
    assert [grouping_for(weeks) for weeks in (4, 13, 52, 60, 61, 261, 262, 1040, 1305, 1306)] == [
        *[Grouping.WEEK] * 4,
        *[Grouping.MONTH] * 2,
        *[Grouping.QUARTER] * 3,
        Grouping.YEAR,
    ]
