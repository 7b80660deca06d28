"""From weeks to what a chart has room for: where the diary begins, several weeks to a column, and labels that do not crowd.

Pure: no Qt, nothing is drawn here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import fmean
from typing import Final

from walkcoach.core.progress import Progress, SymptomPoint, SymptomTrend, Week
from walkcoach.wording import progress as words

MOST_COLUMNS: Final = 60
_BUNDLES: Final = (1, 2, 4, 13, 26, 52)
_STRIDES: Final = (1, 2, 3, 4)
_MONTH_STRIDES: Final = (1, 2, 3, 6)
_YEAR_STRIDES: Final = (1, 2, 5, 10, 20)
_FEW_WEEKS: Final = 30
"""Up to here days name the weeks; beyond, months and years do."""
_STEPS_MIN: Final = (5, 10, 15, 30, 60, 90, 120, 150, 300, 600, 1200, 3000)
_MOST_STEPS: Final = 3


@dataclass(frozen=True, slots=True)
class WeekColumn:
    """One bar: minutes a week at normal and brisk pace and planned, the mean where it stands for several `weeks`."""

    weeks: tuple[Week, ...]
    normal: float
    brisk: float
    planned: float

    @property
    def first_day(self) -> date:
        """Where it begins."""
        return self.weeks[0].first_day

    @property
    def minutes(self) -> float:
        """All minutes walked, a week."""
        return self.normal + self.brisk


@dataclass(frozen=True, slots=True)
class SymptomColumn:
    """One place of a line: the means of its weeks, where rated; the usual is that of its last week."""

    first_day: date
    weeks: int
    before: float | None
    worst: float | None
    usual: float | None


def begun(progress: Progress) -> Progress:
    """`progress` from the first week with anything in it; the week of today stays in any case."""
    rated = {
        point.first_day
        for trend in progress.trends
        for point in trend.points
        if point.before is not None or point.worst is not None
    }
    for start, week in enumerate(progress.weeks):
        if week.minutes or week.planned_min or week.walk_days or week.first_day in rated or start == len(progress.weeks) - 1:
            break
    else:
        return progress
    trends = tuple(SymptomTrend(trend.symptom, trend.points[start:], trend.usual) for trend in progress.trends)
    return Progress(progress.weeks[start:], trends, progress.today)


def weeks_a_column(weeks: int) -> int:
    """How many weeks a column stands for, so that there are at most `MOST_COLUMNS` (or a year to each)."""
    return next((bundle for bundle in _BUNDLES if weeks <= bundle * MOST_COLUMNS), _BUNDLES[-1])


def bundles(count: int) -> Iterator[slice]:
    """The slices of `count` weeks that make the columns, oldest first. The last one is full; the first may not be."""
    size = weeks_a_column(count)
    begin = count % size or size
    if count:
        yield slice(0, begin)
    for start in range(begin, count, size):
        yield slice(start, start + size)


def week_columns(weeks: Sequence[Week]) -> tuple[WeekColumn, ...]:
    """The columns of the chart of minutes."""
    parts = [tuple(weeks[bundle]) for bundle in bundles(len(weeks))]
    return tuple(
        WeekColumn(
            weeks=part,
            normal=fmean(week.normal_min for week in part),
            brisk=fmean(week.brisk_min for week in part),
            planned=fmean(week.planned_min for week in part),
        )
        for part in parts
    )


def symptom_columns(points: Sequence[SymptomPoint]) -> tuple[SymptomColumn, ...]:
    """The columns of a symptom's chart."""
    parts = [points[bundle] for bundle in bundles(len(points))]
    return tuple(
        SymptomColumn(
            first_day=part[0].first_day,
            weeks=len(part),
            before=_mean([point.before for point in part]),
            worst=_mean([point.worst for point in part]),
            usual=part[-1].usual,
        )
        for part in parts
    )


def scale_of(most_min: float) -> tuple[int, ...]:
    """The minutes at the lines of the chart: 0 and up to three even steps, the last at or below `most_min` (5 at least)."""
    step = next((step for step in _STEPS_MIN if step * _MOST_STEPS >= most_min), _STEPS_MIN[-1])
    while step * _MOST_STEPS < most_min:
        step *= 2
    return tuple(step * number for number in range(max(1, int(most_min // step)) + 1))


@dataclass(frozen=True, slots=True)
class Label:
    """A text below the chart, with its middle in columns; at the edges it is moved inwards, so that nothing is cut off."""

    middle: float
    text: str


def labels_of(
    first_days: Sequence[date], last_text: str, columns: int, width_px: float, width_of: Callable[[str], float], gap_px: float
) -> tuple[Label, ...]:
    """As many labels as fit beside each other under `columns` columns in `width_px`; the newest week says `last_text`.

    `width_of` measures a text in pixels. The last one stays in any case; the others make room for it.
    """
    if not first_days:
        return ()
    column_px = max(width_px, 1.0) / columns

    def placed(number: int, text: str) -> Label:
        half = width_of(text) / 2 / column_px
        return Label(max(half - 0.5, min(float(number), columns - 0.5 - half)), text)

    def apart(left: Label, right: Label) -> bool:
        return (right.middle - left.middle) * column_px >= (width_of(left.text) + width_of(right.text)) / 2 + gap_px

    last = placed(len(first_days) - 1, last_text)
    for candidate in _candidates(first_days):
        labels = [placed(number, text) for number, text in candidate if number < len(first_days) - 1]
        if labels and all(apart(left, right) for left, right in pairwise(labels)):
            return (*(label for label in labels if apart(label, last)), last)
    return (last,)


def _candidates(first_days: Sequence[date]) -> Iterator[tuple[tuple[int, str], ...]]:
    """Sets of labels, the fullest first."""
    last = len(first_days) - 1
    span_weeks = (first_days[last] - first_days[0]).days // 7
    if span_weeks <= _FEW_WEEKS:
        for stride in _STRIDES:
            yield _days(first_days, range(last % stride, last + 1, stride))
    months = [
        number
        for number in range(1, last + 1)
        if (first_days[number].year, first_days[number].month) != (first_days[number - 1].year, first_days[number - 1].month)
    ]
    for stride in _MONTH_STRIDES:
        yield tuple(
            (number, str(first_days[number].year) if first_days[number].month == 1 else words.month_short(first_days[number].month))
            for number in months
            if (first_days[number].month - 1) % stride == 0
        )
    years = [number for number in range(1, last + 1) if first_days[number].year != first_days[number - 1].year]
    for stride in _YEAR_STRIDES:
        yield tuple((number, str(first_days[number].year)) for number in years if first_days[number].year % stride == 0)


def _days(first_days: Sequence[date], numbers: range) -> tuple[tuple[int, str], ...]:
    """Days of the month, with the month where it is another one than at the label before."""
    made = []
    month = None
    for number in numbers:
        day = first_days[number]
        made.append((number, str(day.day) if day.month == month else words.day_short(day)))
        month = day.month
    return tuple(made)


def _mean(scores: Sequence[float | None]) -> float | None:
    given = [score for score in scores if score is not None]
    return fmean(given) if given else None
