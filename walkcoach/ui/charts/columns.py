"""From weeks to what a chart has room for: where the diary begins, several weeks to a column, and labels that do not crowd.

Pure: no Qt, nothing is drawn here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
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
class Column:
    """One bar: minutes a week at normal and brisk pace and planned, the mean where it stands for several weeks."""

    first_day: date
    weeks: tuple[Week, ...]
    normal: float
    brisk: float
    planned: float


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


def columns_of(weeks: Sequence[Week]) -> tuple[Column, ...]:
    """The columns of the chart of minutes."""
    made = []
    for bundle in bundles(len(weeks)):
        part = tuple(weeks[bundle])
        made.append(
            Column(
                first_day=part[0].first_day,
                weeks=part,
                normal=fmean(week.normal_min for week in part),
                brisk=fmean(week.brisk_min for week in part),
                planned=fmean(week.planned_min for week in part),
            )
        )
    return tuple(made)


def points_of(points: Sequence[SymptomPoint]) -> tuple[SymptomPoint, ...]:
    """The points of a symptom's chart: means where a column stands for several weeks, the usual that of the last."""
    made = []
    for bundle in bundles(len(points)):
        part = points[bundle]
        made.append(
            SymptomPoint(
                first_day=part[0].first_day,
                before=_mean([point.before for point in part]),
                worst=_mean([point.worst for point in part]),
                usual=part[-1].usual,
            )
        )
    return tuple(made)


def scale_of(most_min: float) -> tuple[int, ...]:
    """The minutes at the lines of the chart, from 0 to the first line at or above three quarters of `most_min`."""
    step = next((step for step in _STEPS_MIN if step * _MOST_STEPS >= most_min), None)
    if step is None:
        step = _STEPS_MIN[-1]
        while step * _MOST_STEPS < most_min:
            step *= 2
    return tuple(step * number for number in range(max(1, int(most_min // step)) + 1))


def labels_of(
    first_days: Sequence[date], today: date, room_px: float, width_of: Callable[[str], float], gap_px: float
) -> tuple[tuple[int, str], ...]:
    """The columns that carry a label, with its text, as many as fit beside each other.

    A column takes `room_px`, a text `width_of` it. The week of `today` keeps its label; the others make room for it.
    """
    if not first_days:
        return ()
    last = len(first_days) - 1
    is_this_week = first_days[last] <= today < first_days[last] + timedelta(days=7)
    ends = ((last, words.this_week() if is_this_week else words.day_short(first_days[last])),)
    for candidate in _candidates(first_days):
        if not _crowded(candidate, room_px, width_of, gap_px):
            kept = [label for label in candidate if label[0] < last and not _crowded((label, *ends), room_px, width_of, gap_px)]
            return (*kept, *ends)
    return ends


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


def _crowded(labels: Sequence[tuple[int, str]], room_px: float, width_of: Callable[[str], float], gap_px: float) -> bool:
    for (here, text), (there, following) in zip(labels, labels[1:], strict=False):
        if (there - here) * room_px < (width_of(text) + width_of(following)) / 2 + gap_px:
            return True
    return False


def _mean(scores: Sequence[float | None]) -> float | None:
    given = [score for score in scores if score is not None]
    return fmean(given) if given else None
