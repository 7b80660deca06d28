"""Treadmill speeds: how fast the belt runs at each pace, as the person has set it. Pure arithmetic; the coach never sees it.

A speed is kept in km/h with one decimal, whatever unit it is shown in. A tenth of a mile is longer than a tenth of a
kilometre, so that what was set in miles is shown again as it was set.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import floor
from types import MappingProxyType
from typing import Final

from walkcoach.core.segments import Pace

NOT_SET: Final = 0.0
SLOWEST_KMH: Final = 0.5
FASTEST_KMH: Final = 9.0
"""From a belt that hardly moves to a very fast walk; beyond lies running."""
_KM_IN_MILE: Final = 1.609344


class Units(StrEnum):
    """In which units speeds are shown: kilometres or miles an hour."""

    METRIC = "metric"
    IMPERIAL = "imperial"


_KM_IN_UNIT: Final[Mapping[Units, float]] = MappingProxyType({Units.METRIC: 1.0, Units.IMPERIAL: _KM_IN_MILE})


@dataclass(frozen=True, slots=True)
class Speeds:
    """The speeds of the two paces in km/h, `NOT_SET` where the person has set none, and the units to show them in."""

    normal_kmh: float = NOT_SET
    brisk_kmh: float = NOT_SET
    units: Units = Units.METRIC

    def kmh_at(self, pace: Pace) -> float:
        """The speed at `pace`; `NOT_SET` where there is none."""
        return self.brisk_kmh if pace is Pace.BRISK else self.normal_kmh


def tenths_of(kmh: float, units: Units) -> int:
    """A speed in tenths of the unit, as it is shown, rounded half up: 3.5 km/h are 35, or 22 in miles."""
    return floor(kmh / _KM_IN_UNIT[units] * 10 + 0.5)


def kmh_of(tenths: int, units: Units) -> float:
    """What is shown as so many `tenths` of the unit, in km/h with one decimal."""
    return floor(tenths * _KM_IN_UNIT[units] + 0.5) / 10


def tenths_range(units: Units) -> tuple[int, int]:
    """The lowest and highest speed that can be set, in tenths of the unit."""
    return tenths_of(SLOWEST_KMH, units), tenths_of(FASTEST_KMH, units)


def is_speed(kmh: float) -> bool:
    """Whether `kmh` can be set: nothing, or a speed in the range."""
    return kmh == NOT_SET or SLOWEST_KMH <= kmh <= FASTEST_KMH


def brisk_is_slower(normal_kmh: float, brisk_kmh: float) -> bool:
    """Whether both speeds are set and brisk would be the slower one."""
    return NOT_SET < brisk_kmh < normal_kmh
