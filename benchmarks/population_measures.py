"""What became of the walkers: the measures of one life, and a row of the table for many lives of one kind on one track.

Weeks are blocks of 7 days from the first day. A walker who never gets somewhere takes endlessly long, so that a median or a
90 % point over all walkers says `never` where that many did not get there.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from benchmarks.lives import Lived
from benchmarks.walkers import BRISK_LOAD
from walkcoach.core.decision import DecisionKind
from walkcoach.core.programme import Programme

DAYS_A_WEEK: Final = 7
RISE_WEEKS: Final = 2
RISE_OVER_WEEKS: Final = 4
"""A week is held against the best of the four weeks that end two weeks before it: coming back after days away is no rise."""
FAST_RISE: Final = 0.3
"""Rise over two weeks that is linked with injury (Nielsen 2014)."""
OVERLOAD: Final = 1.3
"""Load against what the body bears from which a walk counts as too much."""
CLOSING_WEEKS: Final = 8
STUCK_DAYS: Final = 90
STUCK_SHARE: Final = 0.75
"""The offered load stays under this share of what the body bears, and the level has not risen for `STUCK_DAYS`: stuck."""


@dataclass(frozen=True, slots=True)
class Measures:
    """One life in numbers. Weeks are `inf` where it never came to it; rises and shares are fractions."""

    weeks_to_minutes: float
    weeks_to_brisk: float
    step_back_share: float
    longest_hold_days: int
    most_week_minutes: int
    largest_rise: float
    fast_weeks: float
    reviews_a_year: float
    turns_a_year: float
    overload_share: float
    stuck: bool
    closing_week_minutes: float
    week_minutes: tuple[int, ...]
    week_brisk_minutes: tuple[int, ...]


def measures_of(days: Sequence[Lived], programme: Programme) -> Measures:
    """All that the table asks of one life."""
    walked = [day for day in days if day.minutes]
    weeks = _weeks(days, lambda day: day.minutes)
    rises = _rises(weeks)
    years = len(days) / 365
    step_backs = sum(day.decision is not None and day.decision.kind is DecisionKind.STEP_BACK for day in walked)
    overloads = sum(day.share > OVERLOAD for day in walked)
    return Measures(
        weeks_to_minutes=_weeks_until(walked, lambda day: _offers(day, programme.walk_goal_min, 0)),
        weeks_to_brisk=_weeks_until(walked, lambda day: _offers(day, 0, programme.brisk_goal_min)),
        step_back_share=step_backs / max(1, len(walked)),
        longest_hold_days=_longest_hold(walked, programme),
        most_week_minutes=max(weeks, default=0),
        largest_rise=max(rises, default=0.0),
        fast_weeks=sum(rise > FAST_RISE for rise in rises) / max(1, len(rises)),
        reviews_a_year=sum(day.review_begins for day in days) / years,
        turns_a_year=_turns(walked) / years,
        overload_share=overloads / max(1, len(walked)),
        stuck=_stuck(days, walked, programme),
        closing_week_minutes=sum(weeks[-CLOSING_WEEKS:]) / max(1, len(weeks[-CLOSING_WEEKS:])),
        week_minutes=weeks,
        week_brisk_minutes=_weeks(days, lambda day: day.brisk_minutes),
    )


def _weeks(days: Sequence[Lived], counted: Callable[[Lived], int]) -> tuple[int, ...]:
    """Sums over whole weeks; days left over at the end do not count."""
    whole = len(days) // DAYS_A_WEEK
    return tuple(sum(counted(day) for day in days[DAYS_A_WEEK * n : DAYS_A_WEEK * (n + 1)]) for n in range(whole))


def _rises(weeks: Sequence[int]) -> list[float]:
    """Rise of each week over the best of the four weeks that end two weeks before it, as a fraction, free of the dust of floats."""
    before = (max(weeks[max(0, n - RISE_WEEKS - RISE_OVER_WEEKS + 1) : n - RISE_WEEKS + 1]) for n in range(RISE_WEEKS, len(weeks)))
    return [round(week / best - 1, 9) for week, best in zip(weeks[RISE_WEEKS:], before, strict=True) if best]


def _level(day: Lived) -> tuple[int, int]:
    standing = day.decision.standing if day.decision else None
    return (standing.minutes, standing.brisk_minutes) if standing else (0, 0)


def _offers(day: Lived, minutes: int, brisk_minutes: int) -> bool:
    """Whether that much was offered and walked, on a day that was no easy one."""
    at_level = day.decision is not None and day.decision.kind not in (DecisionKind.EASY_DAY, DecisionKind.NO_WALK)
    level = _level(day)
    return at_level and level[0] >= minutes and level[1] >= brisk_minutes


def _weeks_until(walked: Sequence[Lived], reached: Callable[[Lived], bool]) -> float:
    return next((day.number / DAYS_A_WEEK for day in walked if reached(day)), math.inf)


def _at_goal(day: Lived, programme: Programme) -> bool:
    return _level(day)[0] >= programme.walk_goal_min and _level(day)[1] >= programme.brisk_goal_min


def _longest_hold(walked: Sequence[Lived], programme: Programme) -> int:
    """Most days running at one level short of the goals, days away included."""
    longest = 0
    since = walked[0] if walked else None
    for day in walked:
        if since is None or _level(day) != _level(since):
            since = day
        elif not _at_goal(day, programme):
            longest = max(longest, day.number - since.number)
    return longest


def _turns(walked: Sequence[Lived]) -> int:
    """How often the level went down after it had gone up, or up after it had gone down."""
    moves = [_load(after) - _load(before) for before, after in pairwise(walked)]
    ways = [move > 0 for move in moves if move]
    return sum(before != after for before, after in pairwise(ways))


def _load(day: Lived) -> float:
    minutes, brisk = _level(day)
    return minutes + (BRISK_LOAD - 1) * brisk


def _stuck(days: Sequence[Lived], walked: Sequence[Lived], programme: Programme) -> bool:
    """Whether, at the end, a body that bears clearly more has not been offered more for a long time."""
    last = [day for day in walked if day.number >= len(days) - STUCK_DAYS]
    if len(days) < 2 * STUCK_DAYS or not last or any(_at_goal(day, programme) for day in last):
        return False
    most = max(_load(day) for day in last)
    capacity = sorted(day.capacity for day in last)[len(last) // 2]
    return most < STUCK_SHARE * capacity and most <= _load(last[0]) + 5


def share_point(values: Iterable[float], share: float) -> float:
    """The value that `share` of `values` lie at or below (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, math.ceil(share * len(ordered)) - 1))]


def table_of(rows: Sequence[tuple[str, str, Sequence[Measures]]]) -> str:
    """The table, as Markdown: one row for each (kind, track, lives)."""
    head = "| " + " | ".join(("kind", "track", *(title for title, _ in _COLUMNS))) + " |"
    rule = "|---|---|" + "---:|" * len(_COLUMNS)
    lines = [f"| {kind} | {track} | " + " | ".join(column(lives) for _, column in _COLUMNS) + " |" for kind, track, lives in rows]
    return "\n".join((head, rule, *lines))


def _spread(of: Callable[[Measures], float]) -> Callable[[Sequence[Measures]], str]:
    """Median and 10 to 90 %, in weeks."""

    def cell(lives: Sequence[Measures]) -> str:
        middle, low, high = (share_point(map(of, lives), share) for share in (0.5, 0.1, 0.9))
        return "never" if low == math.inf else f"{_weeks_text(middle)} ({_weeks_text(low)}–{_weeks_text(high)})"

    return cell


def _weeks_text(weeks: float) -> str:
    return "never" if weeks == math.inf else f"{weeks:.0f}"


def _never(of: Callable[[Measures], float]) -> Callable[[Sequence[Measures]], str]:
    return lambda lives: f"{sum(of(life) == math.inf for life in lives) / len(lives):.0%}"


def _middle_and_most(of: Callable[[Measures], float], form: str) -> Callable[[Sequence[Measures]], str]:
    """Median and 90 % point."""
    return lambda lives: " / ".join(format(share_point(map(of, lives), share), form) for share in (0.5, 0.9))


def _ends(of: Callable[[Measures], float]) -> Callable[[Sequence[Measures]], str]:
    """Median and 10 to 90 %."""
    return lambda lives: "{:.0f} ({:.0f}–{:.0f})".format(*(share_point(map(of, lives), share) for share in (0.5, 0.1, 0.9)))


def _mean(of: Callable[[Measures], float], form: str) -> Callable[[Sequence[Measures]], str]:
    return lambda lives: format(sum(map(of, lives)) / len(lives), form)


_COLUMNS: Final[tuple[tuple[str, Callable[[Sequence[Measures]], str]], ...]] = (
    ("weeks to 60 min", _spread(lambda life: life.weeks_to_minutes)),
    ("never 60", _never(lambda life: life.weeks_to_minutes)),
    ("weeks to 45 brisk", _spread(lambda life: life.weeks_to_brisk)),
    ("never 45", _never(lambda life: life.weeks_to_brisk)),
    ("step backs", _mean(lambda life: life.step_back_share, ".1%")),
    ("longest hold, days", _middle_and_most(lambda life: life.longest_hold_days, ".0f")),
    ("most min a week", _middle_and_most(lambda life: life.most_week_minutes, ".0f")),
    ("min a week at the end", _ends(lambda life: life.closing_week_minutes)),
    ("largest rise in 2 weeks", _middle_and_most(lambda life: life.largest_rise, "+.0%")),
    ("weeks over +30 %", _mean(lambda life: life.fast_weeks, ".1%")),
    ("over capacity", _mean(lambda life: life.overload_share, ".1%")),
    ("reviews a year", _mean(lambda life: life.reviews_a_year, ".1f")),
    ("turns a year", _mean(lambda life: life.turns_a_year, ".1f")),
    ("stuck", _mean(lambda life: life.stuck, ".0%")),
)
"""(title, cell). Two numbers are median and 90 % point."""
