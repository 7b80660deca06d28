"""Weeks and symptom trends, as ready-to-show values for charts, tables and sentences. Weeks are given by their first day.

Pure: `progress_of` adds up the days that it is given and asks for nothing else.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import fmean

from walkcoach.core.symptoms import Symptom


@dataclass(frozen=True, slots=True)
class Week:
    """One week: whole minutes walked at normal and brisk pace, minutes offered on the days walked or due, and walks kept.

    `planned_min` is the sum of what was offered on the week's walked days and on walk days missed (at the level then), with
    today's offer in the running week. `walks` counts the days with a walk of the plan; `walk_days` those and the days on
    which one was or is due, days to come included, so that "5 of 6 walks" can be said.
    """

    first_day: date
    normal_min: int
    brisk_min: int
    planned_min: int
    walks: int
    walk_days: int

    @property
    def minutes(self) -> int:
        """All minutes walked."""
        return self.normal_min + self.brisk_min


@dataclass(frozen=True, slots=True)
class SymptomPoint:
    """One week (or day) of one symptom: mean score before walks, mean worst during, None where not rated; `usual` then."""

    first_day: date
    before: float | None
    worst: float | None
    usual: float | None


@dataclass(frozen=True, slots=True)
class SymptomTrend:
    """One symptom over the weeks shown, oldest first; `usual` is today's."""

    symptom: Symptom
    points: tuple[SymptomPoint, ...]
    usual: float | None


@dataclass(frozen=True, slots=True)
class Progress:
    """What the Progress page draws: weeks and trends, oldest first, the last week being this one."""

    weeks: tuple[Week, ...]
    trends: tuple[SymptomTrend, ...]
    today: date


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day, as far as progress goes. Minutes are whole and count every kind of walk; scores run from 0 to 10.

    `due`: a walk of the plan was taken, or was or is due. `usual` is the usual of each symptom once the day is over.
    """

    day: date
    minutes: int = 0
    brisk_min: int = 0
    planned_min: int = 0
    plan_walked: bool = False
    due: bool = False
    before: Mapping[Symptom, int] = field(default_factory=dict)
    worst: Mapping[Symptom, int] = field(default_factory=dict)
    usual: Mapping[Symptom, float] = field(default_factory=dict)


def first_day_of_week(day: date, first_weekday: int) -> date:
    """The day on which the week of `day` begins; `first_weekday` counts from Monday = 0."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def weeks_shown(today: date, first_weekday: int, weeks: int) -> tuple[date, ...]:
    """The first days of the last `weeks` weeks (1 or more), oldest first, the week of `today` being the last."""
    if weeks < 1:
        raise ValueError(f"at least one week can be shown, not {weeks}")
    last = first_day_of_week(today, first_weekday)
    return tuple(last - timedelta(weeks=ago) for ago in range(weeks - 1, -1, -1))


def progress_of(
    days: Iterable[DayFigures],
    *,
    followed: Sequence[Symptom],
    today: date,
    first_weekday: int,
    weeks: int,
) -> Progress:
    """Add up `days`, dates rising, into the last `weeks` weeks. Days outside them are left out.

    There is a trend for each followed symptom, in that order, then for each other one that was rated in the weeks shown.
    """
    by_week: dict[date, list[DayFigures]] = {first: [] for first in weeks_shown(today, first_weekday, weeks)}
    for day in days:
        week = by_week.get(first_day_of_week(day.day, first_weekday))
        if week is not None:
            week.append(day)
    rated = {symptom for week in by_week.values() for day in week for symptom in (*day.before, *day.worst)}
    symptoms = [*followed, *(symptom for symptom in Symptom if symptom in rated and symptom not in followed)]
    return Progress(
        weeks=tuple(_week(first, week) for first, week in by_week.items()),
        trends=tuple(_trend(symptom, by_week) for symptom in symptoms),
        today=today,
    )


def _week(first_day: date, days: Sequence[DayFigures]) -> Week:
    return Week(
        first_day=first_day,
        normal_min=sum(day.minutes - day.brisk_min for day in days),
        brisk_min=sum(day.brisk_min for day in days),
        planned_min=sum(day.planned_min for day in days),
        walks=sum(day.plan_walked for day in days),
        walk_days=sum(day.due or day.plan_walked for day in days),
    )


def _trend(symptom: Symptom, by_week: Mapping[date, Sequence[DayFigures]]) -> SymptomTrend:
    points = tuple(
        SymptomPoint(
            first_day=first,
            before=_mean(day.before[symptom] for day in days if symptom in day.before),
            worst=_mean(day.worst[symptom] for day in days if symptom in day.worst),
            usual=_last(day.usual[symptom] for day in days if symptom in day.usual),
        )
        for first, days in by_week.items()
    )
    return SymptomTrend(symptom, points, points[-1].usual)


def _mean(scores: Iterable[int]) -> float | None:
    given = list(scores)
    return fmean(given) if given else None


def _last(values: Iterable[float]) -> float | None:
    last = None
    for value in values:
        last = value
    return last
