"""A month of days as ready-to-show values: what each day decided, what was walked, and what else it brought.

Pure: `month_of` lays out the days that it is given. Weeks begin on the weekday that it is told; the days of the months before
and after that fill up the first and the last week are there, marked as outside, and say nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from walkcoach.core.decision import DecisionKind
from walkcoach.core.progress import first_day_of_week


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day. Minutes are whole and count every kind of walk; `brisk_min` are part of `minutes`.

    `kind` is what the plan said: of days with an entry, of rest days and of locked days since the diary began, and of today; None
    of all others. `offered_min` are the minutes that it offered, `walked` whether any of them were walked, `free_walk` whether
    there was a walk beside the plan. `locked`: there was no walk because a sign or a foot finding waited to be looked at. The
    signs and findings are those told in a check-in of the day, `remark` a note of the person's own.
    """

    day: date
    kind: DecisionKind | None = None
    offered_min: int = 0
    minutes: int = 0
    brisk_min: int = 0
    walked: bool = False
    free_walk: bool = False
    locked: bool = False
    warning_sign: bool = False
    foot_finding: bool = False
    remark: bool = False
    today: bool = False
    future: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """The month that begins on `first_day`: whole weeks, seven days each. `earlier` and `later`: there are months to go to."""

    first_day: date
    weeks: tuple[tuple[CalendarDay, ...], ...]
    earlier: bool = False
    later: bool = False

    @property
    def days(self) -> tuple[CalendarDay, ...]:
        """The days of the month itself, in order."""
        return tuple(day for week in self.weeks for day in week if not day.outside)

    @property
    def minutes(self) -> int:
        """All minutes walked in the month."""
        return sum(day.minutes for day in self.days)

    @property
    def brisk_min(self) -> int:
        """The brisk ones among them."""
        return sum(day.brisk_min for day in self.days)

    @property
    def days_walked(self) -> int:
        """Days of the month with minutes."""
        return sum(day.minutes > 0 for day in self.days)

    def day(self, on: date) -> CalendarDay | None:
        """The day `on`, if it is one of the month's own."""
        return next((day for day in self.days if day.day == on), None)


def month_of(first_day: date, first_weekday: int, day_on: Callable[[date], CalendarDay]) -> Month:
    """The month of `first_day`, its weeks beginning on `first_weekday` (Monday = 0); asks `day_on` for its own days only."""
    month = first_of_month(first_day)
    first = first_day_of_week(month, first_weekday)
    after = next_month(month)
    weeks = []
    while first < after:
        days = [first + timedelta(days=number) for number in range(7)]
        weeks.append(tuple(day_on(day) if day.month == month.month else CalendarDay(day, outside=True) for day in days))
        first += timedelta(days=7)
    return Month(month, tuple(weeks))


def first_of_month(day: date) -> date:
    """The first day of the month of `day`."""
    return day.replace(day=1)


def next_month(day: date) -> date:
    """The first day of the month after that of `day`."""
    return (first_of_month(day) + timedelta(days=31)).replace(day=1)


def month_before(day: date) -> date:
    """The first day of the month before that of `day`."""
    return first_of_month(first_of_month(day) - timedelta(days=1))
