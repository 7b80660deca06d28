"""Spans of walking, symptom trends and how walks felt, as ready-to-show values for charts, tables and sentences.

Pure: the days that are given are added up, and nothing else is asked for. A span is a week unless a `Grouping` says otherwise.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import fmean

from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Feet, Steadiness
from walkcoach.core.spans import Grouping
from walkcoach.core.spans import first_day_of_week as first_day_of_week
from walkcoach.core.symptoms import Symptom


@dataclass(frozen=True, slots=True)
class Span:
    """One week, month, quarter or year: whole minutes walked at normal and brisk pace, minutes offered, and walks kept.

    `planned_min` is the sum of what was offered on the days walked and on walk days missed (at the level then), with
    today's offer in the running span. `walks` counts the days with a walk of the plan; `walk_days` those and the days on
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


Week = Span
"""A span that is a week."""


@dataclass(frozen=True, slots=True)
class SymptomPoint:
    """One span (or day) of one symptom: mean score before walks, mean worst during, None where not rated; `usual` at its end.

    `ratings` is how many scores before walks the mean is of.
    """

    first_day: date
    before: float | None
    worst: float | None
    usual: float | None
    ratings: int = 0


@dataclass(frozen=True, slots=True)
class SymptomTrend:
    """One symptom over the spans shown, oldest first; `usual` is today's."""

    symptom: Symptom
    points: tuple[SymptomPoint, ...]
    usual: float | None


@dataclass(frozen=True, slots=True)
class Condition:
    """How the walks of one span felt, and what was noticed.

    `efforts` check-ins after a walk rated an effort, together `effort_sum` (each 0 to 10). All other figures count days. The
    feet of a day count once: something new, else looked at and fine, else not checked.
    """

    first_day: date
    efforts: int = 0
    effort_sum: int = 0
    less_steady: int = 0
    much_less_steady: int = 0
    stumbles: int = 0
    could_not_talk: int = 0
    feet_new: int = 0
    feet_unchecked: int = 0
    feet_fine: int = 0
    sign_days: int = 0

    @property
    def effort(self) -> float | None:
        """The mean effort; None where none was rated."""
        return self.effort_sum / self.efforts if self.efforts else None

    @property
    def told(self) -> bool:
        """Whether anything was said at all."""
        return bool(self.efforts or self.feet_new or self.feet_unchecked or self.feet_fine)

    def counts(self) -> tuple[int, ...]:
        """Its days, in the order of the fields."""
        return (
            self.less_steady,
            self.much_less_steady,
            self.stumbles,
            self.could_not_talk,
            self.feet_new,
            self.feet_unchecked,
            self.feet_fine,
            self.sign_days,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """What the Progress page draws: spans, trends and conditions, oldest first, the last span being that of `today`."""

    spans: tuple[Span, ...]
    trends: tuple[SymptomTrend, ...]
    today: date
    conditions: tuple[Condition, ...] = ()
    grouping: Grouping = Grouping.WEEK

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The spans, where they are weeks."""
        return self.spans


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day, as far as progress goes. Minutes are whole and count every kind of walk; scores run from 0 to 10.

    `due`: a walk of the plan was taken, or was or is due. `usual` is the usual of each symptom once the day is over.
    `steady`, `after` and `feet` are None where nothing was said; `sign`: a warning sign was told, before or after a walk.
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
    steady: Steadiness | None = None
    after: AfterCheckIn | None = None
    feet: Feet | None = None
    sign: bool = False


@dataclass(frozen=True, slots=True)
class SpanFigures:
    """All of one span: its walking, how walks felt, and the means and usuals of each symptom that has some.

    `ratings` is how many scores before walks each symptom has.
    """

    span: Span
    condition: Condition
    before: Mapping[Symptom, float]
    worst: Mapping[Symptom, float]
    usual: Mapping[Symptom, float]
    ratings: Mapping[Symptom, int]


def feet_of_day(before: BeforeCheckIn | None, after: AfterCheckIn | None) -> Feet | None:
    """What was found on the day's feet: `new` if once, else `fine` if they were looked at, else `unchecked`; None: nobody asked."""
    told = {check_in.feet for check_in in (before, after) if check_in is not None}
    if not told:
        return None
    return next((finding for finding in (Feet.NEW, Feet.FINE) if finding in told), Feet.UNCHECKED)


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
    """Add up `days`, dates rising, into the last `weeks` weeks. Days outside them are left out."""
    by_week: dict[date, list[DayFigures]] = {first: [] for first in weeks_shown(today, first_weekday, weeks)}
    for day in days:
        week = by_week.get(first_day_of_week(day.day, first_weekday))
        if week is not None:
            week.append(day)
    return progress_from([span_figures(*week) for week in by_week.items()], followed=followed, today=today)


def span_figures(first_day: date, days: Sequence[DayFigures], usual: Mapping[Symptom, float] | None = None) -> SpanFigures:
    """Add up the `days` of one span, dates rising; `usual` at its end, unless it is to be the last that the days know."""
    return SpanFigures(
        span=Span(
            first_day=first_day,
            normal_min=sum(day.minutes - day.brisk_min for day in days),
            brisk_min=sum(day.brisk_min for day in days),
            planned_min=sum(day.planned_min for day in days),
            walks=sum(day.plan_walked for day in days),
            walk_days=sum(day.due or day.plan_walked for day in days),
        ),
        condition=_condition(first_day, days),
        before=_means([day.before for day in days]),
        worst=_means([day.worst for day in days]),
        usual={symptom: value for day in days for symptom, value in day.usual.items()} if usual is None else usual,
        ratings=Counter(symptom for day in days for symptom in day.before),
    )


def progress_from(
    figures: Sequence[SpanFigures], *, followed: Sequence[Symptom], today: date, grouping: Grouping = Grouping.WEEK
) -> Progress:
    """Put spans together, oldest first.

    There is a trend for each followed symptom, in that order, then for each other one that was rated in the spans shown.
    """
    rated = {symptom for span in figures for symptom in (*span.before, *span.worst)}
    symptoms = [*followed, *(symptom for symptom in Symptom if symptom in rated and symptom not in followed)]
    return Progress(
        spans=tuple(span.span for span in figures),
        trends=tuple(_trend(symptom, figures) for symptom in symptoms),
        today=today,
        conditions=tuple(span.condition for span in figures),
        grouping=grouping,
    )


def _condition(first_day: date, days: Sequence[DayFigures]) -> Condition:
    afters = [day.after for day in days if day.after is not None]
    steady = [day.steady for day in days if day.steady is not None]
    feet = [day.feet for day in days if day.feet is not None]
    return Condition(
        first_day=first_day,
        efforts=len(afters),
        effort_sum=sum(after.effort for after in afters),
        less_steady=steady.count(Steadiness.LESS_STEADY),
        much_less_steady=steady.count(Steadiness.MUCH_LESS_STEADY),
        stumbles=sum(after.stumbled for after in afters),
        could_not_talk=sum(not after.could_talk for after in afters),
        feet_new=feet.count(Feet.NEW),
        feet_unchecked=feet.count(Feet.UNCHECKED),
        feet_fine=feet.count(Feet.FINE),
        sign_days=sum(day.sign for day in days),
    )


def _trend(symptom: Symptom, figures: Sequence[SpanFigures]) -> SymptomTrend:
    points = tuple(
        SymptomPoint(
            span.span.first_day,
            span.before.get(symptom),
            span.worst.get(symptom),
            span.usual.get(symptom),
            span.ratings.get(symptom, 0),
        )
        for span in figures
    )
    return SymptomTrend(symptom, points, points[-1].usual)


def _means(rated: Sequence[Mapping[Symptom, int]]) -> Mapping[Symptom, float]:
    scores: dict[Symptom, list[int]] = {}
    for ratings in rated:
        for symptom, score in ratings.items():
            scores.setdefault(symptom, []).append(score)
    return {symptom: fmean(given) for symptom, given in scores.items()}
