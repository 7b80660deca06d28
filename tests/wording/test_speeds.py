"""Speeds as they are read: one decimal, the unit, nothing at all where none is set."""

from walkcoach.core.segments import Pace
from walkcoach.core.speeds import Units
from walkcoach.wording import speeds, walk


def test_a_speed_has_one_decimal_and_its_unit() -> None:
    assert speeds.speed(3.5, Units.METRIC) == "3.5 km/h"
    assert speeds.speed(4.0, Units.METRIC) == "4.0 km/h"
    assert speeds.speed(3.5, Units.IMPERIAL) == "2.2 mph"


def test_no_speed_says_nothing() -> None:
    assert speeds.speed(0.0, Units.METRIC) == ""
    assert walk.then_line(Pace.BRISK, 150) == "then brisk, 2½ minutes"


def test_what_comes_next_names_its_speed_last() -> None:
    assert walk.then_line(Pace.BRISK, 150, "4.5 km/h") == "then brisk, 2½ minutes, 4.5 km/h"
    assert walk.first_line(Pace.NORMAL, 300, "3.5 km/h") == "first normal, 5 minutes, 3.5 km/h"
    assert walk.then_line(None, 0, "4.5 km/h") == "then you are done"
