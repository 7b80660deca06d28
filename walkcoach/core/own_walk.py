"""A walk of the person's own, beyond the plan: its pattern of normal and brisk minutes, and which patterns there are.

The coach never sees such a walk, so that it raises nothing. Its bounds are those of the plan's own bouts, and of common sense.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from walkcoach.core.segments import Pace, Segment, normal_only

EASY_MIN: Final = (1, 60)
BRISK_MIN: Final = (1, 15)
"""A brisk bout: as long as the plan's longest at the most."""
NORMAL_MIN: Final = (1, 15)
ROUNDS: Final = (0, 10)
MOST_BRISK_MIN: Final = 60
"""As much brisk walking as any plan ever has in a day."""
MOST_MIN: Final = 180


class OwnWalkField(StrEnum):
    """The fields of a pattern, in their order."""

    EASY_START = "easy_start_min"
    ROUNDS = "rounds"
    BRISK = "brisk_min"
    NORMAL = "normal_min"
    EASY_END = "easy_end_min"


class OwnWalkFault(StrEnum):
    """What keeps a pattern from being walked."""

    OUT_OF_RANGE = "out_of_range"
    TOO_BRISK = "too_brisk"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class OwnWalk:
    """Whole minutes: an easy start, `rounds` of brisk walking with normal between them, an easy end. No rounds: all normal."""

    easy_start_min: int = 5
    rounds: int = 0
    brisk_min: int = 3
    normal_min: int = 3
    easy_end_min: int = 5

    @property
    def brisk_total_min(self) -> int:
        """All its brisk minutes."""
        return self.rounds * self.brisk_min

    @property
    def total_min(self) -> int:
        """All its minutes."""
        between = max(0, self.rounds - 1) * self.normal_min
        return self.easy_start_min + self.brisk_total_min + between + self.easy_end_min

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Its stretches, brisk and normal by turns."""
        if self.rounds == 0:
            return normal_only(self.total_min)
        stretches = [Segment(Pace.NORMAL, self.easy_start_min * 60)]
        for number in range(self.rounds):
            if number:
                stretches.append(Segment(Pace.NORMAL, self.normal_min * 60))
            stretches.append(Segment(Pace.BRISK, self.brisk_min * 60))
        return (*stretches, Segment(Pace.NORMAL, self.easy_end_min * 60))

    def faults(self) -> Mapping[OwnWalkField, OwnWalkFault]:
        """What is wrong with it, by the field at which that is said; empty if it can be walked."""
        ranges = (EASY_MIN, ROUNDS, BRISK_MIN, NORMAL_MIN, EASY_MIN)
        numbers = (self.easy_start_min, self.rounds, self.brisk_min, self.normal_min, self.easy_end_min)
        wrong = {
            field: OwnWalkFault.OUT_OF_RANGE
            for field, (low, high), number in zip(OwnWalkField, ranges, numbers, strict=True)
            if not low <= number <= high
        }
        if wrong:
            return wrong
        if self.brisk_total_min > MOST_BRISK_MIN:
            return {OwnWalkField.ROUNDS: OwnWalkFault.TOO_BRISK}
        return {OwnWalkField.EASY_END: OwnWalkFault.TOO_LONG} if self.total_min > MOST_MIN else {}
