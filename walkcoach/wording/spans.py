"""How weeks, months, quarters and years are named: under an axis, in a table, at the beginning of a sentence."""

from collections.abc import Callable
from datetime import date
from typing import Final

from walkcoach.core.spans import Grouping, last_day_of_span
from walkcoach.wording import names
from walkcoach.wording.language import _, _n

_MONTHS: Final[tuple[Callable[[], str], ...]] = (
    *(lambda: _("Jan"), lambda: _("Feb"), lambda: _("Mar"), lambda: _("Apr"), lambda: _("May"), lambda: _("Jun")),
    *(lambda: _("Jul"), lambda: _("Aug"), lambda: _("Sep"), lambda: _("Oct"), lambda: _("Nov"), lambda: _("Dec")),
)
"""Looked up one by one: a chart of many years asks for hundreds."""


def month_short(month: int) -> str:
    """A month as it stands under an axis, January = 1."""
    return _MONTHS[month - 1]()


def day_short(day: date) -> str:
    """A day as it stands under an axis: "7 Sep"."""
    return _("{day} {month}").format(day=day.day, month=month_short(day.month))


def this_span(grouping: Grouping) -> str:
    """The running span, inside a sentence and under an axis."""
    return {
        Grouping.WEEK: _("this week"),
        Grouping.MONTH: _("this month"),
        Grouping.QUARTER: _("this quarter"),
        Grouping.YEAR: _("this year"),
    }[grouping]


def count_of(spans: int, grouping: Grouping) -> str:
    """How many: "1 week", "13 weeks"."""
    return {
        Grouping.WEEK: _n("{n} week", "{n} weeks", spans),
        Grouping.MONTH: _n("{n} month", "{n} months", spans),
        Grouping.QUARTER: _n("{n} quarter", "{n} quarters", spans),
        Grouping.YEAR: _n("{n} year", "{n} years", spans),
    }[grouping]


def header(grouping: Grouping) -> str:
    """Over the column of a table that names the spans."""
    return {
        Grouping.WEEK: _("Week of"),
        Grouping.MONTH: _("Month"),
        Grouping.QUARTER: _("Quarter"),
        Grouping.YEAR: _("Year"),
    }[grouping]


def span_name(first_day: date, grouping: Grouping, today: date) -> str:
    """A span in full: "7 September", with the year where it is another one; "March 2025", "January to March 2025", "2025".

    The one of today is "This week" and the like.
    """
    if first_day <= today <= last_day_of_span(first_day, grouping):
        return _running(grouping)
    match grouping:
        case Grouping.WEEK:
            return with_year(names.day_and_month(first_day), first_day, today)
        case Grouping.MONTH:
            return _("{date} {year}").format(date=names.month_name(first_day.month), year=first_day.year)
        case Grouping.QUARTER:
            months = _("{begin} to {end}").format(
                begin=names.month_name(first_day.month), end=names.month_name(first_day.month + 2)
            )
            return _("{date} {year}").format(date=months, year=first_day.year)
        case Grouping.YEAR:
            return str(first_day.year)


def span_short(first_day: date, grouping: Grouping, today: date) -> str:
    """A span where there is little room: "7 Sep", "Mar 2025", "Jan–Mar 2025", "2025", or "This week" and the like."""
    if first_day <= today <= last_day_of_span(first_day, grouping):
        return _running(grouping)
    match grouping:
        case Grouping.WEEK:
            return with_year(day_short(first_day), first_day, today)
        case Grouping.MONTH:
            return _("{date} {year}").format(date=month_short(first_day.month), year=first_day.year)
        case Grouping.QUARTER:
            months = _("{begin}–{end}").format(begin=month_short(first_day.month), end=month_short(first_day.month + 2))
            return _("{date} {year}").format(date=months, year=first_day.year)
        case Grouping.YEAR:
            return str(first_day.year)


def with_year(text: str, day: date, beside: date) -> str:
    """`text`, which names `day`, with its year unless that is the year of `beside`."""
    return text if day.year == beside.year else _("{date} {year}").format(date=text, year=day.year)


def _running(grouping: Grouping) -> str:
    return {
        Grouping.WEEK: _("This week"),
        Grouping.MONTH: _("This month"),
        Grouping.QUARTER: _("This quarter"),
        Grouping.YEAR: _("This year"),
    }[grouping]
