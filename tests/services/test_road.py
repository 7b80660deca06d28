"""The road from the diary: levels of the weeks before, the first days at each station, and what stands in the way."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.builders import MONDAY, after, before, moment, notes, walk
from tests.fakes import FakeClock, MemoryDiaryStore
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision, DecisionKind, Rule, Stage, Standing
from walkcoach.core.diary import Feet
from walkcoach.core.programme import Programme
from walkcoach.core.road import NoForecast, Road, Station, StationKind
from walkcoach.core.segments import normal_only
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.ports import Profile, StoredDiary
from walkcoach.services.road import RoadService

DAYS = tuple(MONDAY + timedelta(days=number) for number in range(60))


def offered(minutes: int, brisk: int = 0, stage: Stage | None = None) -> Decision:
    """An offer that leaves this level."""
    standing = Standing(stage or (Stage.BUILD_PACE if brisk else Stage.BUILD_TIME), minutes, brisk)
    return Decision(DecisionKind.REPEAT, (Rule.GOOD_RESPONSE,), standing, normal_only(minutes))


def walked(levels: dict[date, tuple[int, int]]) -> StoredDiary:
    """Walks as offered, each leaving its level."""
    return StoredDiary(
        before={day: before() for day in levels},
        after={day: after() for day in levels},
        offers={day: offered(*level) for day, level in levels.items()},
        walks=tuple(walk(day, minutes) for day, (minutes, _brisk) in levels.items()),
    )


def growing(days: int, gain: int = 1) -> StoredDiary:
    """A walk each day from the first Monday on, growing from 15 by `gain` a day up to 60, then brisk up to 45."""
    levels = {}
    for number in range(days):
        total = 15 + gain * number
        levels[DAYS[number]] = (min(60, total), min(45, max(0, total - 60)))
    return walked(levels)


def road(diary: StoredDiary, today: date) -> Road:
    """The road on a day, at noon."""
    return RoadService(FoldedDiary(diary), FakeClock(moment(today, 12))).road()


def reached(shown: Road) -> list[date | None]:
    return [station.reached_on for station in shown.stations]


def test_an_empty_diary_has_a_road_that_lies_ahead() -> None:
    shown = road(StoredDiary(), DAYS[0])
    assert shown.stations == (
        Station(StationKind.START, 15),
        Station(StationKind.WALK_GOAL, 60),
        Station(StationKind.BRISK_GOAL, 45),
    )
    assert (shown.standing, shown.no_forecast) == (None, NoForecast.NOT_BEGUN)


def test_stations_were_reached_on_the_first_day_that_the_level_was_there() -> None:
    diary = growing(40, 3)
    assert reached(road(diary, DAYS[39])) == [DAYS[0], DAYS[15], DAYS[30]]


def test_a_station_reached_once_keeps_its_day_after_a_step_back_and_after_it_is_reached_again() -> None:
    diary = walked({DAYS[0]: (15, 0), DAYS[1]: (60, 0), DAYS[2]: (48, 0), DAYS[3]: (60, 0)})
    back = road(diary, DAYS[2])
    assert reached(back) == [DAYS[0], DAYS[1], None]
    assert not back.stations[1].passed
    assert back.place == pytest.approx(33 / 45)
    assert reached(road(diary, DAYS[3])) == [DAYS[0], DAYS[1], None]


def test_today_counts_once_it_is_walked_and_before_it_the_weeks_end_yesterday() -> None:
    diary = growing(22)
    after_it, before_it = road(diary, DAYS[21]), road(diary, DAYS[22])
    assert after_it.forecast is not None
    assert before_it.forecast is not None
    assert after_it.forecast.gains_min == before_it.forecast.gains_min == (7, 7, 7)
    assert after_it.standing == before_it.standing == Standing(Stage.BUILD_TIME, 36)


def test_a_forecast_begins_when_two_weeks_have_gone_by() -> None:
    diary = growing(30)
    assert road(diary, DAYS[13]).no_forecast is NoForecast.TOO_FEW_WEEKS
    told = road(diary, DAYS[14]).forecast
    assert told is not None
    assert told.gains_min == (7, 7)
    latest = road(diary, DAYS[29]).forecast
    assert latest is not None
    assert latest.weeks == 4


def test_what_comes_later_in_the_diary_is_not_told_today() -> None:
    diary = growing(40, 3)
    shown = road(diary, DAYS[10])
    assert reached(shown) == [DAYS[0], None, None]


@pytest.mark.parametrize("in_the_evening", [False, True])
@pytest.mark.parametrize("feet", [False, True])
def test_a_lock_stills_the_forecast_from_the_check_in_on_until_it_is_lifted(in_the_evening: bool, feet: bool) -> None:
    diary = growing(21)
    said = {"feet": Feet.NEW} if feet else {"signs": [WarningSign.CHEST_PAIN]}
    last = DAYS[20]
    locked = (
        replace(diary, after={**diary.after, last: after(**said)})
        if in_the_evening
        else replace(diary, before={**diary.before, DAYS[21]: before(**said)})
    )
    assert road(locked, DAYS[21]).no_forecast is NoForecast.LOCKED
    lifted = replace(locked, notes={DAYS[22]: notes(cleared=True, feet_seen_to=True)})
    assert road(lifted, DAYS[22]).forecast is not None


def test_a_review_that_is_due_stills_the_forecast() -> None:
    diary = growing(21)
    worse = {DAYS[number]: before(7) for number in range(14, 21)}
    due = replace(diary, before={**diary.before, **worse}, after={**diary.after, **{day: after(7) for day in worse}})
    assert road(due, DAYS[20]).no_forecast is NoForecast.REVIEW_DUE


def test_a_plan_that_is_off_has_no_forecast_until_a_clinician_has_agreed() -> None:
    off = replace(growing(21), profile=Profile(ask_first=frozenset({"wound"})))
    assert road(off, DAYS[20]).no_forecast is NoForecast.PLAN_OFF
    agreed = replace(off, profile=Profile(ask_first=frozenset({"wound"}), clinician_agreed=True))
    assert road(agreed, DAYS[20]).forecast is not None


def test_two_weeks_away_end_the_forecast() -> None:
    diary = growing(21)
    assert road(diary, DAYS[33]).no_forecast is not NoForecast.AWAY
    assert road(diary, DAYS[34]).no_forecast is NoForecast.AWAY


def test_todays_programme_sets_the_stations() -> None:
    diary = replace(growing(22), programmes={DAYS[21]: Programme(walk_goal_min=30, brisk_goal_min=15)})
    shown = road(diary, DAYS[21])
    assert [station.minutes for station in shown.stations] == [15, 30, 15]
    assert reached(shown) == [DAYS[0], DAYS[15], None]
    assert shown.standing == Standing(Stage.BUILD_TIME, 30)


# --- what is remembered ----------------------------------------------------------------------------------------------


class Watched(FoldedDiary):
    """A diary that counts how often the coach's state was asked for."""

    asked = 0

    def state_before(self, on: date) -> CoachState:
        """See `FoldedDiary`."""
        self.asked += 1
        return super().state_before(on)


def test_days_that_were_looked_through_are_not_looked_through_again() -> None:
    diary = Watched(walked(dict.fromkeys(DAYS, (20, 0))))
    service = RoadService(diary, FakeClock(moment(DAYS[-1], 12)))
    first = service.road()
    once = diary.asked
    assert once >= len(DAYS)
    assert service.road() == first
    assert diary.asked - once < 10


def remembering(diary: StoredDiary, today: date) -> tuple[DiaryKeeper, FakeClock, RoadService]:
    """A diary that can be edited, and a service that has looked through it once."""
    keeper, clock = DiaryKeeper(MemoryDiaryStore(diary)), FakeClock(moment(today, 12))
    service = RoadService(keeper, clock)
    service.road()
    return keeper, clock, service


def test_an_edit_of_the_day_on_which_a_station_was_reached_moves_it() -> None:
    keeper, clock, service = remembering(growing(40, 3), DAYS[39])
    keeper.save_offer(DAYS[15], offered(58), clock.now())
    assert reached(service.road()) == [DAYS[0], DAYS[16], DAYS[30]]


def test_an_edit_of_an_earlier_day_is_looked_at_again() -> None:
    keeper, clock, service = remembering(growing(12, 3), DAYS[11])
    assert reached(service.road()) == [DAYS[0], None, None]
    keeper.save_offer(DAYS[4], offered(60), clock.now())
    assert reached(service.road()) == [DAYS[0], DAYS[4], None]


def test_a_clock_put_back_takes_back_what_was_reached_after_it() -> None:
    _keeper, clock, service = remembering(growing(40, 3), DAYS[39])
    clock.set_wall(moment(DAYS[20], 12))
    assert reached(service.road()) == [DAYS[0], DAYS[15], None]


@settings(max_examples=60, deadline=None)
@given(
    diary=strategies.diaries,
    edits=st.lists(st.tuples(strategies.days, strategies.offers | strategies.programmes() | strategies.walks()), max_size=6),
    todays=st.lists(strategies.days, min_size=7, max_size=7),
)
def test_what_is_remembered_is_what_a_look_from_the_start_would_find(
    diary: StoredDiary, edits: list[tuple[date, object]], todays: list[date]
) -> None:
    keeper, clock = DiaryKeeper(MemoryDiaryStore(diary)), FakeClock(moment(todays[0], 12))
    service = RoadService(keeper, clock)
    for (day, edit), today in zip([*edits, (MONDAY, None)], todays, strict=False):
        clock.set_wall(moment(today, 12))
        assert service.road() == RoadService(keeper, clock).road()
        if isinstance(edit, Decision):
            keeper.save_offer(day, edit, clock.now())
        elif isinstance(edit, Programme):
            keeper.save_programme(day, edit, clock.now())
        elif edit is not None:
            keeper.save_walk(edit)  # type: ignore[arg-type]
    assert service.road() == RoadService(keeper, clock).road()
