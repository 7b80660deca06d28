"""A day's minutes, as normal and brisk segments (coaching.md, section 5). Pure arithmetic in whole seconds."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from walkcoach.core.programme import BriskPlacement, Programme

EASY_ENDS_MIN: Final = 5
"""Normal minutes first and last (NHLBI plan)."""

_BOUTS: Final = ((25, 3, 3), (35, 5, 2), (45, 9, 1))
"""(brisk minutes up to, longest bout, normal between), all in minutes."""
_LONGEST_BOUT: Final = (15, 1)
"""Longest bout and normal between above the table."""


class Pace(StrEnum):
    """How fast to walk. Brisk: effort 4 to 6 of 10, can talk, cannot sing."""

    NORMAL = "normal"
    BRISK = "brisk"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one pace, in whole seconds."""

    pace: Pace
    length_s: int

    @property
    def brisk(self) -> bool:
        """Whether it is a brisk one."""
        return self.pace is Pace.BRISK


def normal_only(minutes: int) -> tuple[Segment, ...]:
    """All of a day's `minutes` at normal pace."""
    return (Segment(Pace.NORMAL, minutes * 60),)


def segments_for(minutes: int, brisk_minutes: int, programme: Programme) -> tuple[Segment, ...]:
    """Split a level of `minutes` with `brisk_minutes` of brisk pace into segments.

    Brisk bouts are equal to the second, the first ones taking what is left over. The session grows beyond `minutes` only
    if one normal minute between bouts is still too much (60 brisk make 73 minutes).
    """
    if brisk_minutes == 0:
        return normal_only(minutes)
    total_min = minutes + brisk_minutes if programme.brisk_placement is BriskPlacement.ADDED else minutes
    longest_min, between_min = next((row[1:] for row in _BOUTS if brisk_minutes <= row[0]), _LONGEST_BOUT)
    longest_min = min(longest_min, programme.max_bout_min)
    bouts = -(-brisk_minutes // longest_min)
    gaps = bouts - 1
    if gaps:
        room_min = total_min - 2 * EASY_ENDS_MIN - brisk_minutes
        between_min = max(1, min(between_min, room_min // gaps))
    segments = [Segment(Pace.NORMAL, EASY_ENDS_MIN * 60)]
    even_s, left_over_s = divmod(brisk_minutes * 60, bouts)
    for bout in range(bouts):
        if bout:
            segments.append(Segment(Pace.NORMAL, between_min * 60))
        segments.append(Segment(Pace.BRISK, even_s + (bout < left_over_s)))
    used_s = sum(segment.length_s for segment in segments)
    segments.append(Segment(Pace.NORMAL, max(EASY_ENDS_MIN * 60, total_min * 60 - used_s)))
    return tuple(segments)
