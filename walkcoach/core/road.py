"""The road from the first walk to the goals: where the person stands, when stations were reached, and how far the next one may be.

The road has two legs, walking longer and then walking brisker, and is measured in minutes of the level: whole minutes and brisk
minutes added up, so that a step is a step on either leg.

**The forecast.** It asks one thing only: what if each week to come is like one of the last four? A week's gain is the level at its
end less the level at the end of the week before, counted back from today in blocks of seven days; two to four such weeks are
needed. To them comes one week without any gain, since plans seldom grow faster as they grow longer. Each coming week is then any
of these, all equally likely, and every way that the weeks can follow each other is counted (`_ways`): exactly, without a random
number, so that the same diary always gives the same forecast. From the ways comes how many weeks the next station takes: `least`
is the week by which one way in ten has got there, `most` that by which nine in ten have, and half as long again. The plain sum,
what is left divided by the mean gain, always lies in the range. Tried on the made-up walkers of `benchmarks.forecasts` (3593
forecasts), 71 % arrived within the range, 10 % sooner and 19 % later; without the week of no gain and without the stretch it was
half of them, nearly all others being late.

No week gains more than the programme allows, none falls below its floor. Without a gain in these weeks there is no forecast,
nor for more than half a year, nor while the plan cannot grow: then `NoForecast` says why. It is never a promise, and the words
for it (`wording.road`) say so.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from math import ceil
from typing import Final

from walkcoach.core.decision import Stage, Standing
from walkcoach.core.programme import DAILY_CAP, Programme

MOST_WEEKS: Final = 4
"""Weeks that a forecast looks back."""
FEWEST_WEEKS: Final = 2
AHEAD_WEEKS: Final = 4
"""Where the person may stand after so many weeks is part of a forecast."""
HORIZON_WEEKS: Final = 26
AWAY_DAYS: Final = 14
"""After so many days without a walk the weeks before tell nothing of those to come: the plan will begin lower."""
_EARLY: Final = 0.1
_LATE: Final = 0.9
_STRETCH: Final = 1.5


class StationKind(StrEnum):
    """The stations of the road, in its order."""

    START = "start"
    WALK_GOAL = "walk_goal"
    BRISK_GOAL = "brisk_goal"


class NoForecast(StrEnum):
    """Why there is no forecast, the first that applies."""

    NOT_BEGUN = "not_begun"
    ARRIVED = "arrived"
    PLAN_OFF = "plan_off"
    LOCKED = "locked"
    REVIEW_DUE = "review_due"
    AWAY = "away"
    TOO_FEW_WEEKS = "too_few_weeks"
    NO_GAIN = "no_gain"
    TOO_FAR = "too_far"


@dataclass(frozen=True, slots=True)
class Station:
    """A station: minutes of the level there, brisk ones for the brisk goal. `reached_on` is the first day that the level was there.

    `passed`: the level is there now or beyond. After a step back a station may have been reached and not be passed.
    """

    kind: StationKind
    minutes: int
    reached_on: date | None = None
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Forecast:
    """Weeks until the next station, from `least` to `most`, seen from the `weeks` last ones; and the gain of each, newest first.

    `soon_low` and `soon_high` are where the person may stand in four weeks, in minutes of the level: whole minutes before the walk
    goal, brisk minutes after it; never beyond the station.
    """

    least_weeks: int
    most_weeks: int
    gains_min: tuple[int, ...]
    soon_low: int
    soon_high: int

    @property
    def weeks(self) -> int:
        """How many weeks it was seen from."""
        return len(self.gains_min)

    def earliest(self, today: date) -> date:
        """The first day of the range."""
        return today + timedelta(days=7 * self.least_weeks - 6)

    def latest(self, today: date) -> date:
        """The last day of the range."""
        return today + timedelta(days=7 * self.most_weeks)


@dataclass(frozen=True, slots=True)
class Road:
    """The road under today's programme. `standing` is None before the first walk; `ahead` is the next station, None past the last.

    `place` runs from 0 at the start to 1 at the walk goal and 2 at the brisk goal. There is a forecast or the reason for none.
    """

    today: date
    stations: tuple[Station, ...]
    standing: Standing | None
    place: float
    ahead: Station | None
    forecast: Forecast | None
    no_forecast: NoForecast | None

    @property
    def on_brisk_leg(self) -> bool:
        """Whether brisk minutes are what grows now."""
        return self.ahead is not None and self.ahead.kind is StationKind.BRISK_GOAL


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What may keep the plan from growing at all: it is off, locked, or due for a talk; days since the last walk (0: today)."""

    plan_off: bool = False
    locked: bool = False
    review_due: bool = False
    days_since_walk: int = 0


def road_of(
    today: date,
    programme: Programme,
    week_ends: Sequence[Standing | None],
    reached: Sequence[date | None],
    obstacles: Obstacles,
) -> Road:
    """The road as it lies on `today`.

    `week_ends` are the levels now, a week ago, and so on, as far as the forecast looks (None before the first walk); `reached` are
    the first days at the start, the walk goal and the brisk goal.
    """
    standing = week_ends[0]
    stations = _stations(programme, standing, reached)
    ahead = next((station for station in stations if not station.passed), None)
    why = _obstacle(standing, ahead, obstacles)
    forecast: Forecast | None = None
    if why is None and standing is not None and ahead is not None:
        told = forecast_of(gains_of(week_ends), standing, ahead, programme)
        forecast, why = (told, None) if isinstance(told, Forecast) else (None, told)
    return Road(today, stations, standing, _place(programme, standing), ahead, forecast, why)


def reaches(standing: Standing, kind: StationKind, programme: Programme) -> bool:
    """Whether the level is at the station of `kind` or beyond. Once the walk goal is behind, it stays so while brisk is built."""
    match kind:
        case StationKind.START:
            return True
        case StationKind.WALK_GOAL:
            return standing.stage is not Stage.BUILD_TIME or standing.minutes >= programme.walk_goal_min
        case StationKind.BRISK_GOAL:
            return standing.stage is not Stage.BUILD_TIME and standing.brisk_minutes >= programme.brisk_goal_min


def gains_of(week_ends: Sequence[Standing | None]) -> tuple[int, ...]:
    """What the level gained in each week, newest first, as far back as there was a level."""
    levels = []
    for standing in week_ends[: MOST_WEEKS + 1]:
        if standing is None:
            break
        levels.append(standing.minutes + standing.brisk_minutes)
    return tuple(after - before for after, before in pairwise(levels))


def forecast_of(gains_min: Sequence[int], standing: Standing, ahead: Station, programme: Programme) -> Forecast | NoForecast:
    """The forecast for the station `ahead` from the gains of the last weeks, or why there is none."""
    if len(gains_min) < FEWEST_WEEKS:
        return NoForecast.TOO_FEW_WEEKS
    most_a_week = min(programme.step_max, DAILY_CAP[programme.track]) * len(programme.walk_days)
    gains = [min(gain, most_a_week) for gain in gains_min]
    if sum(gains) <= 0:
        return NoForecast.NO_GAIN
    brisk_leg = ahead.kind is StationKind.BRISK_GOAL
    here = standing.brisk_minutes if brisk_leg else standing.minutes
    floor = 0 if brisk_leg else min(here, programme.floor_min)
    left = max(1, ahead.minutes - here)
    weeks = _ways([*gains, 0], left, floor - here)
    least, most = _week_by(weeks.arrived, _EARLY), _week_by(weeks.arrived, _LATE)
    if least is None or most is None:
        return NoForecast.TOO_FAR
    plain = ceil(left * len(gains) / sum(gains))
    return Forecast(
        least_weeks=min(least, plain),
        most_weeks=max(ceil(most * _STRETCH), plain),
        gains_min=tuple(gains_min),
        soon_low=here + _place_by(weeks.soon, _EARLY),
        soon_high=here + _place_by(weeks.soon, _LATE),
    )


@dataclass(frozen=True, slots=True)
class _Ways:
    """Shares of all ways: `arrived[n]` have arrived by the end of week n + 1; `soon` by place, after `AHEAD_WEEKS` weeks."""

    arrived: tuple[float, ...]
    soon: tuple[tuple[int, float], ...]


def _ways(gains: Sequence[int], left: int, lowest: int) -> _Ways:
    """Count the ways: each week is one of `gains`, all equally likely; `left` minutes are to go; no place is below `lowest`."""
    shares = [(gain, count / len(gains)) for gain, count in sorted(Counter(gains).items())]
    places = {0: 1.0}
    there = 0.0
    arrived: list[float] = []
    soon: tuple[tuple[int, float], ...] = ()
    while len(arrived) < HORIZON_WEEKS and (there < _LATE or len(arrived) < AHEAD_WEEKS):
        after: dict[int, float] = {}
        for place, way in places.items():
            for gain, share in shares:
                if place + gain >= left:
                    there += way * share
                else:
                    to = max(place + gain, lowest)
                    after[to] = after.get(to, 0.0) + way * share
        places = after
        arrived.append(there)
        if len(arrived) == AHEAD_WEEKS:
            soon = (*sorted(places.items()), (left, there))
    return _Ways(tuple(arrived), soon)


def _week_by(arrived: Sequence[float], share: float) -> int | None:
    """The week by whose end `share` of the ways have arrived."""
    return next((number for number, there in enumerate(arrived, start=1) if there >= share), None)


def _place_by(places: Sequence[tuple[int, float]], share: float) -> int:
    """The place that `share` of the ways have not gone beyond."""
    behind = 0.0
    for place, way in places:
        behind += way
        if behind >= share:
            return place
    return places[-1][0]


def _stations(programme: Programme, standing: Standing | None, reached: Sequence[date | None]) -> tuple[Station, ...]:
    minutes = {
        StationKind.START: programme.starting_min,
        StationKind.WALK_GOAL: programme.walk_goal_min,
        StationKind.BRISK_GOAL: programme.brisk_goal_min,
    }
    return tuple(
        Station(kind, minutes[kind], on, standing is not None and reaches(standing, kind, programme))
        for kind, on in zip(StationKind, reached, strict=True)
        if kind is not StationKind.BRISK_GOAL or programme.brisk_ok
    )


def _obstacle(standing: Standing | None, ahead: Station | None, obstacles: Obstacles) -> NoForecast | None:
    if standing is None:
        return NoForecast.PLAN_OFF if obstacles.plan_off else NoForecast.NOT_BEGUN
    if ahead is None:
        return NoForecast.ARRIVED
    found = (
        (obstacles.plan_off, NoForecast.PLAN_OFF),
        (obstacles.locked, NoForecast.LOCKED),
        (obstacles.review_due, NoForecast.REVIEW_DUE),
        (obstacles.days_since_walk >= AWAY_DAYS, NoForecast.AWAY),
    )
    return next((why for there, why in found if there), None)


def _place(programme: Programme, standing: Standing | None) -> float:
    if standing is None:
        return 0.0
    if reaches(standing, StationKind.WALK_GOAL, programme):
        brisk = standing.brisk_minutes if programme.brisk_ok else 0
        return 1 + min(1.0, brisk / programme.brisk_goal_min)
    return min(1.0, max(0.0, place_of_minutes(standing.minutes, programme)))


def place_of_minutes(minutes: int, programme: Programme) -> float:
    """Where `minutes` lie on the first leg, from 0 at the start to 1 at the goal, and outside it where they do."""
    length = programme.walk_goal_min - programme.starting_min
    return (minutes - programme.starting_min) / length if length else 0.0
