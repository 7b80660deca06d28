"""How often the road's forecast held, told once a week in the lives of virtual walkers.

`python -m benchmarks.forecasts [--walkers N] [--days N] [--seed N]` prints a table. Each week of each life the forecast is made
from what was known then, and held against the day on which the walker really got there. The walkers are a model (`walkers`):
the figures compare ways of forecasting with each other and promise nothing to anybody.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from math import ceil
from statistics import median
from typing import Final

from benchmarks.lives import FIRST_DAY, Lived, Walker
from benchmarks.walkers import Kind
from walkcoach.core.decision import DecisionKind, Rule, Standing
from walkcoach.core.programme import Programme, Track
from walkcoach.core.road import MOST_WEEKS, Forecast, NoForecast, Obstacles, Station, reaches, road_of

WALKERS: Final = 12
DAYS: Final = 400
SEED: Final = 7
_LOCKS: Final = frozenset({Rule.WARNING_SIGN, Rule.FEET_NEW})


class Outcome(StrEnum):
    """What became of a forecast. `OPEN`: the life was told to its end before the range was over."""

    WITHIN = "within"
    SOONER = "sooner"
    LATER = "later"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Told:
    """One forecast, or why there was none, and what became of it."""

    forecast: Forecast | None
    why: NoForecast | None
    outcome: Outcome | None


def told_in(life: Sequence[Lived], programme: Programme) -> Iterator[Told]:
    """The forecasts of a life, one a week, with what became of them."""
    levels = tuple(_levels(life))
    for number in range(7, len(life) - 1, 7):
        ends = [levels[number - 7 * ago] if number >= 7 * ago else None for ago in range(MOST_WEEKS + 1)]
        road = road_of(FIRST_DAY + timedelta(number), programme, ends, (None, None, None), _obstacles(life[: number + 1]))
        outcome = None
        if road.forecast is not None and road.ahead is not None:
            outcome = _outcome(levels[number + 1 :], road.ahead, road.forecast, programme)
        yield Told(road.forecast, road.no_forecast, outcome)


def _levels(life: Iterable[Lived]) -> Iterator[Standing | None]:
    """The level at the end of each day."""
    level: Standing | None = None
    for day in life:
        if day.minutes and day.decision is not None and day.decision.kind is not DecisionKind.NO_WALK:
            level = day.decision.standing
        yield level


def _obstacles(life: Sequence[Lived]) -> Obstacles:
    """What stood in the way, as far as the last decision says."""
    rules = next((day.decision.rules for day in reversed(life) if day.decision is not None), ())
    away = next((ago for ago, day in enumerate(reversed(life)) if day.minutes), len(life))
    return Obstacles(locked=not _LOCKS.isdisjoint(rules), review_due=Rule.REVIEW_DUE in rules, days_since_walk=away)


def _outcome(then: Sequence[Standing | None], ahead: Station, forecast: Forecast, programme: Programme) -> Outcome:
    arrived = next((day for day, level in enumerate(then, start=1) if level and reaches(level, ahead.kind, programme)), None)
    if arrived is None:
        return Outcome.LATER if len(then) >= 7 * forecast.most_weeks else Outcome.OPEN
    week = ceil(arrived / 7)
    if week < forecast.least_weeks:
        return Outcome.SOONER
    return Outcome.WITHIN if week <= forecast.most_weeks else Outcome.LATER


def table_of(groups: Iterable[tuple[str, Sequence[Told]]]) -> str:
    """A line for each group: how many forecasts, the shares of what became of them, and how wide they were."""
    lines = [
        "| walkers | forecasts | within | sooner | later | median range (weeks) | none: no gain | too far | too few weeks |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, group in groups:
        forecasts = [told.forecast for told in group if told.forecast is not None and told.outcome is not Outcome.OPEN]
        outcomes = Counter(told.outcome for told in group if told.outcome is not None)
        why = Counter(told.why for told in group)
        shares = [_percent(outcomes[each], len(forecasts)) for each in (Outcome.WITHIN, Outcome.SOONER, Outcome.LATER)]
        span = "–"
        if forecasts:
            low, high = (median(weeks) for weeks in zip(*((f.least_weeks, f.most_weeks) for f in forecasts), strict=True))
            span = f"{low:g} to {high:g}"
        silent = [str(why[each]) for each in (NoForecast.NO_GAIN, NoForecast.TOO_FAR, NoForecast.TOO_FEW_WEEKS)]
        lines.append(f"| {' | '.join([name, str(len(forecasts)), *shares, span, *silent])} |")
    return "\n".join(lines)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def forecasts(walkers: int, days: int, seed: int) -> Iterator[tuple[str, Sequence[Told]]]:
    """The forecasts of `walkers` walkers of each kind on each track: all together, by kind and by track."""
    told = {
        (kind, track): [
            each
            for number in range(walkers)
            for each in told_in(Walker(kind, number, seed, Programme(track)).lives(days), Programme(track))
        ]
        for kind in Kind
        for track in Track
    }
    yield "all", [each for group in told.values() for each in group]
    for kind in Kind:
        yield kind.value, [each for track in Track for each in told[kind, track]]
    for track in Track:
        yield f"{track.value} track", [each for kind in Kind for each in told[kind, track]]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Returns the exit status; a wrong argument exits with 2."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forecasts", description="How often the road's forecast held.")
    parser.add_argument("--walkers", type=int, default=WALKERS, help="of each kind on each track")
    parser.add_argument("--days", type=int, default=DAYS, help="of each life")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args(arguments)
    print(table_of(forecasts(given.walkers, given.days, given.seed)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
