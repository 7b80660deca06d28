"""From spans to what a chart has room for: where the diary begins, even steps of a scale, and labels that do not crowd.

Pure: no Qt, nothing is drawn here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from walkcoach.core.progress import Progress
from walkcoach.core.spans import Grouping
from walkcoach.wording import spans as words

_STRIDES: Final = (1, 2, 3, 4)
_MONTH_STRIDES: Final = (1, 2, 3, 6)
_YEAR_STRIDES: Final = (1, 2, 5, 10, 20)
_FEW_WEEKS: Final = 30
"""Up to here days name the weeks; beyond, months and years do."""
_STEPS_MIN: Final = (5, 10, 15, 30, 60, 90, 120, 150, 300, 600, 900, 1200, 1500, 2000, 3000, 6000, 12_000)
_MOST_STEPS: Final = 3


def begun(progress: Progress) -> Progress:
    """`progress` from the first span with anything in it; the span of today stays in any case."""
    told = {
        point.first_day
        for trend in progress.trends
        for point in trend.points
        if point.before is not None or point.worst is not None
    }
    told |= {condition.first_day for condition in progress.conditions if condition.told or condition.sign_days}
    last = len(progress.spans) - 1
    for start, span in enumerate(progress.spans):
        if span.minutes or span.planned_min or span.walk_days or span.first_day in told or start == last:
            break
    else:
        return progress
    return replace(
        progress,
        spans=progress.spans[start:],
        trends=tuple(replace(trend, points=trend.points[start:]) for trend in progress.trends),
        conditions=progress.conditions[start:],
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
    first_days: Sequence[date],
    grouping: Grouping,
    last_text: str,
    columns: int,
    width_px: float,
    width_of: Callable[[str], float],
    gap_px: float,
) -> tuple[Label, ...]:
    """As many labels as fit beside each other under `columns` columns in `width_px`; the last column says `last_text`.

    `width_of` measures a text in pixels. The last one stays in any case; the others make room for it. Where `last_text` is
    empty (a closer look that leaves the newest out), the last column is one like all others.
    """
    if not first_days:
        return ()
    column_px = max(width_px, 1.0) / columns

    def placed(number: int, text: str) -> Label:
        half = width_of(text) / 2 / column_px
        return Label(max(half - 0.5, min(float(number), columns - 0.5 - half)), text)

    def apart(left: Label, right: Label) -> bool:
        return (right.middle - left.middle) * column_px >= (width_of(left.text) + width_of(right.text)) / 2 + gap_px

    last = placed(len(first_days) - 1, last_text) if last_text else None
    most = width_px / (gap_px + width_of("0"))  # of the shortest texts; what is plainly too many need not be measured
    for candidate in _candidates(first_days, grouping):
        if len(candidate) > most + 2:
            continue
        labels = [placed(number, text) for number, text in candidate if last is None or number < len(first_days) - 1]
        if labels and all(apart(left, right) for left, right in pairwise(labels)):
            return tuple(labels) if last is None else (*(label for label in labels if apart(label, last)), last)
    if last is None:  # nothing is told by its year or month alone: the first column is, in full
        return (placed(0, words.with_year(words.day_short(first_days[0]), first_days[0], date.min)),)
    return (last,)


def _candidates(first_days: Sequence[date], grouping: Grouping) -> Iterator[tuple[tuple[int, str], ...]]:
    """Sets of labels, the fullest first."""
    last = len(first_days) - 1
    if grouping is Grouping.WEEK and (first_days[last] - first_days[0]).days // 7 <= _FEW_WEEKS:
        for stride in _STRIDES:
            yield _days(first_days, range(last % stride, last + 1, stride))
    first = 1 if grouping is Grouping.WEEK else 0  # a week may lie in a month that began before it
    if grouping is not Grouping.YEAR:
        months = [number for number in range(first, last + 1) if number == 0 or _another_month(first_days, number)]
        for stride in _MONTH_STRIDES:
            yield tuple(
                (
                    number,
                    str(first_days[number].year) if first_days[number].month == 1 else words.month_short(first_days[number].month),
                )
                for number in months
                if (first_days[number].month - 1) % stride == 0
            )
    years = [
        number
        for number in range(first, last + 1)
        if (first_days[number].month == 1 if number == 0 else first_days[number].year != first_days[number - 1].year)
    ]
    for stride in _YEAR_STRIDES:
        yield tuple((number, str(first_days[number].year)) for number in years if first_days[number].year % stride == 0)


def _another_month(first_days: Sequence[date], number: int) -> bool:
    here, before = first_days[number], first_days[number - 1]
    return (here.year, here.month) != (before.year, before.month)


def _days(first_days: Sequence[date], numbers: range) -> tuple[tuple[int, str], ...]:
    """Days of the month, with the month where it is another one than at the label before."""
    made = []
    month = None
    for number in numbers:
        day = first_days[number]
        made.append((number, str(day.day) if day.month == month else words.day_short(day)))
        month = day.month
    return tuple(made)
