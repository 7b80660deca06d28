"""What the person has set, with its ranges (coaching.md, section 2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Track(StrEnum):
    """How fast the plan may grow."""

    STEADY = "steady"
    GENTLE = "gentle"
    CAREFUL = "careful"


class BriskPlacement(StrEnum):
    """Whether brisk minutes lie inside the walk goal or are added on top of it."""

    INSIDE = "inside"
    ADDED = "added"


class ProgrammeError(ValueError):
    """A programme field out of its range; `place` is the field's name, the message one plain sentence."""

    def __init__(self, place: str, message: str) -> None:
        """Say that the field `place` is wrong and why."""
        super().__init__(f"{place}: {message}")
        self.place = place
        self.message = message


DAILY_CAP: Final[Mapping[Track, int]] = MappingProxyType({Track.STEADY: 5, Track.GENTLE: 3, Track.CAREFUL: 2})
"""Most minutes that a day may add, whatever the step."""
WEEKLY_CAP_PERCENT: Final[Mapping[Track, int]] = MappingProxyType({Track.GENTLE: 130, Track.CAREFUL: 120})
"""Budget of a week, in percent of the week before; the steady track has none."""
GOOD_WALKS_NEEDED: Final[Mapping[Track, int]] = MappingProxyType({Track.STEADY: 1, Track.GENTLE: 2, Track.CAREFUL: 3})
"""Good walks at the walk goal before brisk minutes begin."""
DEFAULT_START_MIN: Final = 15
CAREFUL_START_MIN: Final = 10
BRISK_GOAL_FLOOR_MIN: Final = 15
MARGIN_MIN: Final = 15
"""What a brisk goal has to leave of a walk goal under an hour."""


@dataclass(frozen=True, slots=True)
class Programme:
    """The plan's settings, minutes as whole numbers. `start_min` None means the track's own start (see `starting_min`).

    `walk_days` are weekdays with Monday = 0.
    """

    track: Track = Track.STEADY
    start_min: int | None = None
    step_min: int = 2
    step_max: int = 5
    walk_goal_min: int = 60
    first_brisk_min: int = 5
    brisk_goal_min: int = 45
    brisk_placement: BriskPlacement = BriskPlacement.INSIDE
    max_bout_min: int = 15
    walk_days: frozenset[int] = frozenset(range(7))
    brisk_ok: bool = True

    def __post_init__(self) -> None:
        """Refuse each field out of its range, naming it."""
        _within("walk_goal_min", self.walk_goal_min, 30, 60)
        if self.start_min is not None:
            _within("start_min", self.start_min, 5, min(30, self.walk_goal_min))
        _within("step_min", self.step_min, 2, 5)
        _within("step_max", self.step_max, 2, 5)
        if self.step_min > self.step_max:
            raise ProgrammeError("step_min", f"has to be at most step_max ({self.step_max}), not {self.step_min}")
        _within("first_brisk_min", self.first_brisk_min, 2, 5)
        _within("brisk_goal_min", self.brisk_goal_min, BRISK_GOAL_FLOOR_MIN, most_brisk_min(self.walk_goal_min))
        _within("max_bout_min", self.max_bout_min, 3, 15)
        if not self.walk_days <= frozenset(range(7)):
            raise ProgrammeError("walk_days", "has to hold weekdays from 0 (Monday) to 6 (Sunday)")
        if len(self.walk_days) < 3:
            raise ProgrammeError("walk_days", f"has to hold 3 or more weekdays, not {len(self.walk_days)}")

    @property
    def starting_min(self) -> int:
        """Minutes of the first walk: what was set, else 15, or 10 while the track is careful."""
        if self.start_min is not None:
            return self.start_min
        return CAREFUL_START_MIN if self.track is Track.CAREFUL else DEFAULT_START_MIN

    @property
    def floor_min(self) -> int:
        """Minutes below which no step back or cut goes (section 4, rule 7)."""
        return min(10, self.starting_min)


def most_brisk_min(walk_goal_min: int) -> int:
    """The highest brisk goal that a walk goal allows, in minutes."""
    return 60 if walk_goal_min == 60 else walk_goal_min - MARGIN_MIN


def _within(place: str, value: int, low: int, high: int) -> None:
    if type(value) is not int or not low <= value <= high:  # a bool is an int, and no number of minutes
        raise ProgrammeError(place, f"has to be a whole number from {low} to {high}, not {value!r}")
