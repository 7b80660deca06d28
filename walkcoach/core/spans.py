"""Spans of time on the Progress page: weeks, and where there are too many of them months, quarters or years of the calendar.

Pure arithmetic on dates. A span is given by its first day; weeks begin on the person's first weekday (Monday = 0).
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class Grouping(StrEnum):
    """What one column of a chart, and one row of its table, stands for."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS: Final = ((Grouping.MONTH, 1), (Grouping.QUARTER, 3), (Grouping.YEAR, 12))
_MOST_WEEKS: Final = ((Grouping.WEEK, 60), (Grouping.MONTH, 261), (Grouping.QUARTER, 1305))
"""Up to so many weeks: 60 of them, 60 months, 100 quarters can be told apart on a screen."""


def grouping_for(weeks: int) -> Grouping:
    """What the columns of `weeks` weeks stand for, so that there are never more than can be told apart."""
    return next((grouping for grouping, most in _MOST_WEEKS if weeks <= most), Grouping.YEAR)


def first_day_of_week(day: date, first_weekday: int) -> date:
    """The day on which the week of `day` begins; `first_weekday` counts from Monday = 0."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def first_day_of_span(day: date, grouping: Grouping, first_weekday: int) -> date:
    """The day on which the span of `day` begins."""
    if grouping is Grouping.WEEK:
        return first_day_of_week(day, first_weekday)
    months = dict(_MONTHS)[grouping]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def last_day_of_span(first_day: date, grouping: Grouping) -> date:
    """The last day of the span that begins on `first_day`."""
    return next_first_day(first_day, grouping) - timedelta(days=1)


def next_first_day(first_day: date, grouping: Grouping) -> date:
    """The day on which the next span begins."""
    if grouping is Grouping.WEEK:
        return first_day + timedelta(weeks=1)
    months = first_day.year * 12 + first_day.month - 1 + dict(_MONTHS)[grouping]
    return date(months // 12, months % 12 + 1, 1)


def spans_shown(first: date, today: date, grouping: Grouping, first_weekday: int) -> tuple[date, ...]:
    """The first days of the spans from that of `first` to that of `today` (which is not before it), oldest first."""
    days = [first_day_of_span(first, grouping, first_weekday)]
    last = first_day_of_span(today, grouping, first_weekday)
    while days[-1] < last:
        days.append(next_first_day(days[-1], grouping))
    return tuple(days)
