"""The road and its forecast: never in the past, never a surprise, and silent where the last weeks tell nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from math import ceil, floor

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests import strategies
from tests.builders import MONDAY
from walkcoach.core.decision import Stage, Standing
from walkcoach.core.programme import DAILY_CAP, Programme, Track
from walkcoach.core.road import (
    AHEAD_WEEKS,
    Forecast,
    NoForecast,
    Obstacles,
    Road,
    Station,
    StationKind,
    forecast_of,
    gains_of,
    road_of,
)

STEADY = Programme()
FREE = Obstacles()
WALK_GOAL = Station(StationKind.WALK_GOAL, 60)
BRISK_GOAL = Station(StationKind.BRISK_GOAL, 45)
gains = st.lists(st.integers(-20, 35), min_size=2, max_size=4)
levels = st.integers(5, 59)


def at(minutes: int, brisk: int = 0, stage: Stage | None = None) -> Standing:
    """A level."""
    return Standing(stage or (Stage.BUILD_PACE if brisk else Stage.BUILD_TIME), minutes, brisk)


def road(
    *levels: Standing | None,
    programme: Programme = STEADY,
    obstacles: Obstacles = FREE,
    reached: Sequence[date | None] = (MONDAY, None, None),
) -> Road:
    """The road on a Monday with these levels, now, a week ago, and so on."""
    return road_of(MONDAY, programme, levels, reached, obstacles)


def told(gained: Sequence[int], level: int = 40, programme: Programme = STEADY) -> Forecast | NoForecast:
    """What is forecast for the walk goal."""
    return forecast_of(gained, at(level), WALK_GOAL, programme)


def growing(weeks: int = 4, gain: int = 5) -> tuple[Standing, ...]:
    """Levels that grew by `gain` a week up to 40."""
    return tuple(at(40 - gain * ago) for ago in range(weeks + 1))


# --- where one stands ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("standing", "place", "ahead"),
    [
        (None, 0.0, StationKind.WALK_GOAL),
        (at(15), 0.0, StationKind.WALK_GOAL),
        (at(10), 0.0, StationKind.WALK_GOAL),
        (at(24), 0.2, StationKind.WALK_GOAL),
        (at(60), 1.0, StationKind.BRISK_GOAL),
        (at(60, 9), 1.2, StationKind.BRISK_GOAL),
        (at(60, 45), 2.0, None),
        (at(60, 40, Stage.KEEP_GOING), 1 + 40 / 45, StationKind.BRISK_GOAL),
        (at(48, 10), 1 + 10 / 45, StationKind.BRISK_GOAL),
    ],
)
def test_the_place_runs_from_start_to_walk_goal_to_brisk_goal(
    standing: Standing | None, place: float, ahead: StationKind | None
) -> None:
    shown = road(standing, reached=(None, None, None))
    if standing is None:
        assert [station.passed for station in shown.stations] == [False, False, False]
        assert shown.ahead is not None
        assert shown.ahead.kind is StationKind.START
    else:
        assert (shown.ahead.kind if shown.ahead else None) is ahead
    assert shown.place == pytest.approx(place)


def test_the_stations_are_those_of_the_persons_own_programme() -> None:
    own = Programme(start_min=10, walk_goal_min=40, brisk_goal_min=20)
    shown = road(at(12), programme=own)
    assert [(station.kind, station.minutes) for station in shown.stations] == [
        (StationKind.START, 10),
        (StationKind.WALK_GOAL, 40),
        (StationKind.BRISK_GOAL, 20),
    ]


def test_a_road_without_brisk_minutes_ends_at_the_walk_goal() -> None:
    shown = road(at(60), programme=Programme(brisk_ok=False))
    assert [station.kind for station in shown.stations] == [StationKind.START, StationKind.WALK_GOAL]
    assert (shown.ahead, shown.place, shown.no_forecast) == (None, 1.0, NoForecast.ARRIVED)


def test_a_start_as_long_as_the_goal_leaves_no_first_leg_to_walk() -> None:
    own = Programme(start_min=30, walk_goal_min=30, brisk_goal_min=15)
    assert road(at(30), programme=own).place == 1.0
    assert road(at(25), programme=own).place == 0.0


def test_after_a_step_back_a_station_stays_reached_and_is_next_again() -> None:
    shown = road(at(48), at(60), reached=(MONDAY, MONDAY + timedelta(days=30), None))
    goal = shown.stations[1]
    assert (goal.reached_on, goal.passed) == (MONDAY + timedelta(days=30), False)
    assert shown.ahead is goal


# --- no forecast -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("obstacles", "why"),
    [
        (Obstacles(plan_off=True), NoForecast.PLAN_OFF),
        (Obstacles(locked=True), NoForecast.LOCKED),
        (Obstacles(review_due=True), NoForecast.REVIEW_DUE),
        (Obstacles(days_since_walk=14), NoForecast.AWAY),
    ],
)
def test_while_the_plan_cannot_grow_there_is_no_forecast(obstacles: Obstacles, why: NoForecast) -> None:
    assert road(*growing()).no_forecast is None
    shown = road(*growing(), obstacles=obstacles)
    assert (shown.forecast, shown.no_forecast) == (None, why)


def test_thirteen_days_without_a_walk_are_not_yet_too_many() -> None:
    assert road(*growing(), obstacles=Obstacles(days_since_walk=13)).forecast is not None


def test_before_the_first_walk_and_past_the_last_station_there_is_nothing_to_forecast() -> None:
    assert road(None, None).no_forecast is NoForecast.NOT_BEGUN
    assert road(None, None, obstacles=Obstacles(plan_off=True)).no_forecast is NoForecast.PLAN_OFF
    assert road(at(60, 45), at(60, 40), at(60, 35)).no_forecast is NoForecast.ARRIVED


@pytest.mark.parametrize(("weeks", "why"), [(0, NoForecast.TOO_FEW_WEEKS), (1, NoForecast.TOO_FEW_WEEKS), (2, None), (4, None)])
def test_a_forecast_needs_two_whole_weeks(weeks: int, why: NoForecast | None) -> None:
    shown = road(*growing(weeks), *[None] * (4 - weeks))
    assert shown.no_forecast is why
    if shown.forecast is not None:
        assert shown.forecast.weeks == weeks


@pytest.mark.parametrize("gained", [(0, 0), (0, 0, 0, 0), (5, -5), (3, -10, 2, 2)])
def test_weeks_that_gained_nothing_in_all_give_no_forecast(gained: Sequence[int]) -> None:
    assert told(gained) is NoForecast.NO_GAIN


def test_what_is_more_than_half_a_year_off_is_too_far_to_tell() -> None:
    assert told((1, 0, 0, 0)) is NoForecast.TOO_FAR


def test_gains_count_back_to_the_first_walk_and_no_further_than_four_weeks() -> None:
    assert gains_of([at(40), at(36), at(30), None, None]) == (4, 6)
    assert gains_of([at(60, 10), at(60, 5), at(60), at(55), at(50), at(10)]) == (5, 5, 5, 5)
    assert gains_of([None]) == ()


# --- the forecast ----------------------------------------------------------------------------------------------------


def every_way(gained: Sequence[int], left: int, weeks: int) -> list[int]:
    """The week in which each of all the ways arrives, counted one by one; more than `weeks` where it does not."""
    arrivals = []
    for way in product(gained, repeat=weeks):
        place, arrived = 0, weeks + 1
        for number, gain in enumerate(way, start=1):
            place += gain
            if place >= left:
                arrived = number
                break
        arrivals.append(arrived)
    return arrivals


@pytest.mark.parametrize("gained", [(8, 12), (10, 5, 15), (20, 4, 10, 12)])
def test_the_range_is_what_counting_every_way_one_by_one_gives(gained: Sequence[int]) -> None:
    forecast = told(gained)
    assert isinstance(forecast, Forecast)
    arrivals = sorted(every_way([*gained, 0], 20, 7))
    least = arrivals[ceil(len(arrivals) * 0.1) - 1]
    most = arrivals[ceil(len(arrivals) * 0.9) - 1]
    plain = ceil(20 * len(gained) / sum(gained))
    assert most <= 7
    assert (forecast.least_weeks, forecast.most_weeks) == (min(least, plain), max(ceil(most * 1.5), plain))


@given(level=levels, gain=st.integers(1, 35), weeks=st.integers(2, 4))
def test_an_even_pace_lies_in_the_range(level: int, gain: int, weeks: int) -> None:
    forecast = told([gain] * weeks, level)
    plain = ceil((60 - level) / gain)
    if isinstance(forecast, Forecast):
        assert forecast.least_weeks <= plain <= forecast.most_weeks
    else:
        assert forecast is NoForecast.TOO_FAR
        assert plain > 10


@given(gained=gains, level=levels)
def test_the_pace_of_the_last_weeks_as_it_was_lies_in_the_range(gained: list[int], level: int) -> None:
    forecast = told(gained, level)
    if isinstance(forecast, Forecast):
        assert forecast.least_weeks <= ceil((60 - level) * len(gained) / sum(gained)) <= forecast.most_weeks


@given(gained=gains, level=levels, track=st.sampled_from(Track), days=st.sets(st.integers(0, 6), min_size=3))
def test_a_forecast_is_never_in_the_past_nor_faster_than_the_programme_allows(
    gained: list[int], level: int, track: Track, days: set[int]
) -> None:
    programme = Programme(track=track, walk_days=frozenset(days))
    forecast = told(gained, level, programme)
    if isinstance(forecast, Forecast):
        assert 1 <= forecast.least_weeks <= forecast.most_weeks
        assert MONDAY < forecast.earliest(MONDAY) <= forecast.latest(MONDAY)
        assert forecast.least_weeks >= ceil((60 - level) / (DAILY_CAP[track] * len(days)))


@given(gained=gains, level=levels)
def test_the_same_weeks_always_give_the_same_forecast_in_whatever_order(gained: list[int], level: int) -> None:
    forecast, turned = told(gained, level), told(gained[::-1], level)
    assert forecast == told(gained, level)
    if isinstance(forecast, Forecast) and isinstance(turned, Forecast):
        assert replace(turned, gains_min=forecast.gains_min) == forecast
    else:
        assert turned == forecast


@given(gained=gains, near=levels, nearer=levels)
def test_who_is_nearer_is_never_told_to_be_later(gained: list[int], near: int, nearer: int) -> None:
    far, close = told(gained, min(near, nearer)), told(gained, max(near, nearer))
    # The floor lies as far below both: who stands higher could otherwise fall further.
    assume(min(gained) >= 0)
    if isinstance(far, Forecast):
        assert isinstance(close, Forecast)
        assert (close.least_weeks, close.most_weeks) <= (far.least_weeks, far.most_weeks)
        assert close.least_weeks <= far.least_weeks
        assert close.most_weeks <= far.most_weeks


@given(gained=gains, level=levels, more=st.lists(st.integers(0, 10), min_size=4, max_size=4))
def test_who_has_gained_more_is_never_told_to_be_later(gained: list[int], level: int, more: list[int]) -> None:
    slower = told(gained, level)
    faster = told([gain + plus for gain, plus in zip(gained, more, strict=False)], level)
    if isinstance(slower, Forecast):
        assert isinstance(faster, Forecast)
        assert faster.least_weeks <= slower.least_weeks
        assert faster.most_weeks <= slower.most_weeks
        assert faster.soon_low >= slower.soon_low
        assert faster.soon_high >= slower.soon_high


@given(gained=gains, level=levels)
def test_where_one_may_stand_in_four_weeks_lies_on_the_road(gained: list[int], level: int) -> None:
    forecast = told(gained, level)
    if isinstance(forecast, Forecast):
        assert min(level, STEADY.floor_min) <= forecast.soon_low <= forecast.soon_high <= 60
        assert forecast.soon_high >= level + min(60 - level, floor(sum(gained) / len(gained)))
        if forecast.most_weeks <= AHEAD_WEEKS:
            assert forecast.soon_high == 60


def test_brisk_minutes_are_forecast_on_the_second_leg() -> None:
    shown = road(at(60, 20), at(60, 15), at(60, 10), at(60, 5), at(60))
    assert shown.on_brisk_leg
    assert shown.forecast is not None
    assert shown.forecast.least_weeks <= 5 <= shown.forecast.most_weeks
    assert 20 <= shown.forecast.soon_low <= shown.forecast.soon_high <= 45


def test_a_week_that_crosses_the_walk_goal_counts_on_both_legs() -> None:
    assert gains_of([at(60, 5), at(57)]) == (8,)


def test_a_kept_level_beyond_the_station_is_still_a_week_away() -> None:
    odd = Standing(Stage.BUILD_TIME, 60, 45)
    shown = road(odd, at(60), at(55))
    assert shown.ahead is not None
    assert shown.ahead.kind is StationKind.BRISK_GOAL
    assert shown.forecast is not None
    assert shown.forecast.least_weeks == 1


@given(programme=strategies.programmes(), ends=st.lists(st.none() | strategies.standings, min_size=5, max_size=5))
def test_any_road_can_be_told(programme: Programme, ends: list[Standing | None]) -> None:
    shown = road(*ends, programme=programme)
    assert 0 <= shown.place <= 2
    assert (shown.forecast is None) != (shown.no_forecast is None)
    if shown.forecast is not None:
        assert 1 <= shown.forecast.least_weeks <= shown.forecast.most_weeks
        assert shown.forecast.soon_low <= shown.forecast.soon_high
