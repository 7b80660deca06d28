"""Treadmill speeds: what was set is shown again as it was set, in either unit, and never leaves its range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.segments import Pace
from walkcoach.core.speeds import (
    NOT_SET,
    Speeds,
    Units,
    brisk_is_slower,
    is_speed,
    kmh_of,
    tenths_of,
    tenths_range,
)


@st.composite
def settable(draw: st.DrawFn) -> tuple[int, Units]:
    """A speed that the field allows, in tenths, and its unit."""
    units = draw(st.sampled_from(Units))
    return draw(st.integers(*tenths_range(units))), units


@given(settable())
def test_what_was_set_is_shown_again_as_it_was_set(speed: tuple[int, Units]) -> None:
    tenths, units = speed
    assert tenths_of(kmh_of(tenths, units), units) == tenths


@given(settable())
def test_what_can_be_set_is_kept_with_one_decimal_and_in_range(speed: tuple[int, Units]) -> None:
    kmh = kmh_of(*speed)
    assert is_speed(kmh)
    assert round(kmh, 1) == kmh


@given(settable(), st.integers(1, 20))
def test_more_tenths_are_never_slower(speed: tuple[int, Units], more: int) -> None:
    tenths, units = speed
    assert kmh_of(tenths + more, units) > kmh_of(tenths, units)


@pytest.mark.parametrize(
    ("kmh", "units", "tenths"), [(3.5, Units.METRIC, 35), (3.5, Units.IMPERIAL, 22), (9.0, Units.IMPERIAL, 56)]
)
def test_kilometres_and_miles_are_rounded_to_a_tenth(kmh: float, units: Units, tenths: int) -> None:
    assert tenths_of(kmh, units) == tenths


@pytest.mark.parametrize("kmh", [0.4, 9.1, -1.0, float("nan"), float("inf")])
def test_other_speeds_cannot_be_set(kmh: float) -> None:
    assert not is_speed(kmh)
    assert is_speed(NOT_SET)


def test_brisk_is_slower_only_where_both_are_set() -> None:
    assert brisk_is_slower(3.5, 3.4)
    assert not brisk_is_slower(3.5, 3.5)
    assert not brisk_is_slower(3.5, NOT_SET)
    assert not brisk_is_slower(NOT_SET, 3.5)


def test_each_pace_has_its_speed() -> None:
    speeds = Speeds(3.5, 4.5)
    assert [speeds.kmh_at(pace) for pace in (Pace.NORMAL, Pace.BRISK)] == [3.5, 4.5]
