"""The machine's clock and the shifted one, with a fake underneath wherever time has to pass."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeClock
from walkcoach.adapters.clock import ShiftedClock, SystemClock, clock_for, local_zone

BERLIN = ZoneInfo("Europe/Berlin")


def test_the_machine_s_seconds_never_fall() -> None:
    clock = SystemClock()
    readings = [clock.monotonic_s() for _reading in range(100)]
    assert readings == sorted(readings)
    slept = [clock.slept_s() for _reading in range(100)]
    assert slept == sorted(slept)


def test_nobody_slept_during_this_test() -> None:
    clock = SystemClock()
    before = clock.slept_s()
    assert clock.slept_s() - before < 0.1


def test_the_wall_time_is_aware_and_close_to_the_system_s() -> None:
    now = SystemClock().now()
    assert now.tzinfo is not None
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("name", ["Europe/Berlin", ":America/New_York", "/usr/share/zoneinfo/Asia/Tokyo"])
def test_the_zone_of_the_environment_is_known_by_its_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", name)
    assert name.endswith(getattr(local_zone(), "key", "nothing"))


@pytest.mark.parametrize("name", ["", "Mars/Olympus_Mons", "../../etc/passwd"])
def test_a_zone_that_is_none_still_gives_an_offset(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", name)
    assert datetime(2026, 1, 5, tzinfo=local_zone()).utcoffset() is not None


def test_nothing_shifted_is_the_machine_s_own_clock() -> None:
    assert isinstance(clock_for(None, 1), SystemClock)
    assert isinstance(clock_for(None, 2), ShiftedClock)
    assert isinstance(clock_for(datetime(2026, 1, 5, tzinfo=UTC), 1), ShiftedClock)


def test_a_shifted_clock_begins_where_it_was_told() -> None:
    start = datetime(2026, 6, 1, 8, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    clock = ShiftedClock(start, 1, FakeClock())
    assert clock.now() == start
    assert clock.now().tzinfo == start.tzinfo


def test_a_start_without_a_zone_is_meant_here() -> None:
    clock = ShiftedClock(datetime.fromisoformat("2026-06-01T08:30"), 1, FakeClock())
    assert clock.now() == datetime(2026, 6, 1, 8, 30, tzinfo=BERLIN)


def test_without_a_start_it_begins_now() -> None:
    base = FakeClock()
    assert ShiftedClock(None, 60, base).now() == base.now()


@given(speed=st.floats(0.1, 1000), awake_s=st.floats(0, 1e5), asleep_s=st.floats(0, 1e5))
def test_both_clocks_and_sleep_run_at_the_same_speed(speed: float, awake_s: float, asleep_s: float) -> None:
    base = FakeClock()
    clock = ShiftedClock(None, speed, base)
    wall, monotonic, slept = clock.now(), clock.monotonic_s(), clock.slept_s()
    base.advance(awake_s)
    base.sleep(asleep_s)
    passed = clock.now().astimezone(UTC) - wall.astimezone(UTC)
    assert clock.monotonic_s() - monotonic == pytest.approx(awake_s * speed, abs=1e-5)
    assert clock.slept_s() - slept == pytest.approx(asleep_s * speed, abs=1e-5)
    assert passed.total_seconds() == pytest.approx((awake_s + asleep_s) * speed, abs=1e-4)


def test_a_shifted_day_goes_over_the_change_of_clocks() -> None:
    base = FakeClock()
    clock = ShiftedClock(datetime(2026, 3, 28, 12, tzinfo=BERLIN), 3600, base)
    base.advance(24)
    assert clock.now() == datetime(2026, 3, 29, 13, tzinfo=BERLIN)
    assert clock.now().date() == date(2026, 3, 29)


def test_a_wall_clock_put_right_does_not_reach_a_shifted_one() -> None:
    base = FakeClock()
    clock = ShiftedClock(None, 2, base)
    then = clock.now()
    base.set_wall(datetime(2030, 1, 1, tzinfo=UTC))
    assert clock.now() == then


@pytest.mark.parametrize("speed", [0, -1, float("nan"), float("inf")])
def test_a_speed_that_is_none_is_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        ShiftedClock(None, speed, FakeClock())
