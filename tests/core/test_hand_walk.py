"""A walk added by hand: what may be said of it, when it stands, and that no wrong one gets through."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY, moment
from walkcoach.core.hand_walk import DAYS_BACK, HandWalk, HandWalkFault, HandWalkField

NOW = moment(MONDAY, 9)
SUNDAY = MONDAY - timedelta(days=1)
_zones = st.sampled_from(["Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "Australia/Lord_Howe"])


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    """Some moment of some years, in some zone."""
    utc = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=draw(st.integers(0, 4 * 365 * 24 * 3600)))
    return utc.astimezone(ZoneInfo(draw(_zones)))


@st.composite
def walks(draw: st.DrawFn) -> tuple[HandWalk, datetime]:
    """Anything that might be typed, and when."""
    now = draw(moments())
    day = now.date() + timedelta(days=draw(st.integers(-40, 3)))
    begun = draw(st.none() | st.times())
    return HandWalk(day, draw(st.integers(-1, 400)), draw(st.integers(-1, 400)), begun), now


@given(walks())
def test_whatever_is_typed_a_walk_without_fault_lies_in_the_past_and_on_its_day(case: tuple[HandWalk, datetime]) -> None:
    walk, now = case
    if walk.faults(now):
        return
    begins, ends = walk.span(now)
    assert ends.astimezone(UTC) - begins.astimezone(UTC) == timedelta(minutes=walk.minutes)
    assert ends.astimezone(UTC) <= now.astimezone(UTC)
    assert begins.date() == walk.day
    assert now.date() - timedelta(days=DAYS_BACK) <= walk.day <= now.date()
    assert 0 <= walk.brisk_minutes <= walk.minutes <= 300


@given(moments(), st.integers(1, DAYS_BACK), st.integers(1, 300))
def test_any_walk_of_a_day_before_can_be_added_without_a_time(now: datetime, days: int, minutes: int) -> None:
    assert HandWalk(now.date() - timedelta(days=days), minutes).faults(now) == {}


@pytest.mark.parametrize(
    ("walk", "field", "fault"),
    [
        (HandWalk(MONDAY + timedelta(days=1), 20), HandWalkField.DAY, HandWalkFault.NOT_YET),
        (HandWalk(MONDAY - timedelta(days=31), 20), HandWalkField.DAY, HandWalkFault.TOO_LONG_AGO),
        (HandWalk(SUNDAY, 0), HandWalkField.MINUTES, HandWalkFault.OUT_OF_RANGE),
        (HandWalk(SUNDAY, 301), HandWalkField.MINUTES, HandWalkFault.OUT_OF_RANGE),
        (HandWalk(SUNDAY, 20, -1), HandWalkField.BRISK, HandWalkFault.OUT_OF_RANGE),
        (HandWalk(SUNDAY, 20, 21), HandWalkField.BRISK, HandWalkFault.MORE_BRISK_THAN_WALKED),
        (HandWalk(MONDAY, 20, begun=time(8, 41)), HandWalkField.BEGUN, HandWalkFault.NOT_OVER),
        (HandWalk(SUNDAY, 300, begun=time(23, 30)), None, None),
        (HandWalk(MONDAY, 20, 20, time(8, 40)), None, None),
        (HandWalk(MONDAY - timedelta(days=30), 300), None, None),
    ],
)
def test_a_fault_is_told_at_its_field(walk: HandWalk, field: HandWalkField | None, fault: HandWalkFault | None) -> None:
    assert walk.faults(NOW) == ({} if field is None else {field: fault})


def test_several_faults_are_told_at_once() -> None:
    assert set(HandWalk(MONDAY + timedelta(days=9), 0, 5).faults(NOW)) == {
        HandWalkField.DAY,
        HandWalkField.MINUTES,
        HandWalkField.BRISK,
    }


def test_early_in_the_day_nobody_has_walked_longer_than_the_day_has_lasted() -> None:
    early = moment(MONDAY, 0, 30)
    assert HandWalk(MONDAY, 31).faults(early) == {HandWalkField.MINUTES: HandWalkFault.NOT_OVER}
    assert HandWalk(MONDAY, 30).span(early)[0] == moment(MONDAY, 0)


def test_without_a_time_it_stands_at_noon_or_today_before_now() -> None:
    assert HandWalk(SUNDAY, 20).span(NOW) == (moment(SUNDAY, 12), moment(SUNDAY, 12, 20))
    assert HandWalk(MONDAY, 20).span(NOW) == (moment(MONDAY, 8, 40), moment(MONDAY, 9))
    assert HandWalk(MONDAY, 20).span(moment(MONDAY, 18)) == (moment(MONDAY, 12), moment(MONDAY, 12, 20))


def test_a_time_that_the_clocks_jumped_over_is_on_the_other_side() -> None:
    spring = date(2026, 3, 29)
    begins, ends = HandWalk(spring, 20, begun=time(2, 30)).span(moment(date(2026, 3, 30)))
    assert (begins.hour, begins.minute, ends.minute) == (3, 30, 50)
