"""What is to be said and shown, and when: cues as ids and values. No wording, no tones, no clock.

A cue belongs to a place in the walk, in seconds of walking; whoever plays it turns its kind into a tone or a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from walkcoach.core.segments import Pace, Segment
from walkcoach.core.session import Boundary, Move, Walk, WalkState

_NOT_BEGUN: Final = frozenset({WalkState.READY, WalkState.GET_READY})
_BEGUN: Final = frozenset({WalkState.WALKING, WalkState.FINISHED})


class CueKind(StrEnum):
    """What a cue tells: brisk from now on, normal from now on, or that the walk is over."""

    BRISK = "brisk"
    NORMAL = "normal"
    END = "end"


_KIND: Final[Mapping[Pace, CueKind]] = MappingProxyType({Pace.BRISK: CueKind.BRISK, Pace.NORMAL: CueKind.NORMAL})


@dataclass(frozen=True, slots=True)
class WalkCue:
    """One cue: what it tells, after how many seconds of walking, and how long the pace that it tells will last (0: the end)."""

    kind: CueKind
    walked_s: float
    length_s: float = 0


def cues_between(before: Walk, seen_s: float, after: Walk, now_s: float) -> tuple[WalkCue, ...]:
    """What one update has to tell, oldest first: `before` as it was last looked at, at `seen_s`, and `after` as it is now.

    The end of getting ready, a bout that was eased off, each change of pace that was passed, the end. Going on after a pause
    tells nothing: the person has just pressed the key. Two segments of one pace in a row are no change. Nor does walking that
    is counted in hindsight tell of its changes of pace: the walk stands still, and a tone would set somebody going.
    """
    from_s, to_s = before.walked_at(seen_s), after.walked_at(now_s)
    begun = before.state in _NOT_BEGUN and after.state in _BEGUN
    eased = after.state is WalkState.WALKING and before.segment_at(from_s).brisk and not after.segment_at(from_s).brisk
    first = (_pace_cue(after, from_s),) if begun or eased else ()
    stands_still = before.state is WalkState.PAUSED
    return first + tuple(
        _boundary_cue(boundary)
        for boundary in after.boundaries_between(from_s, to_s)
        if boundary.begins is None or (boundary.begins.pace is not boundary.ends.pace and not stands_still)
    )


def transcript(segments: tuple[Segment, ...]) -> tuple[tuple[int, CueKind], ...]:
    """Every cue of a walk through `segments` without a pause or a move, as (second of walking, what it tells)."""
    walk = Walk(segments, get_ready_s=0)
    cues = cues_between(walk, 0, walk.after(Move.START, 0), walk.total_s)
    return tuple((round(cue.walked_s), cue.kind) for cue in cues)


def _pace_cue(walk: Walk, walked_s: float) -> WalkCue:
    """The cue for the pace that `walk` has after `walked_s`, for as long as its segment still lasts."""
    segment = walk.segment_at(walked_s)
    left_s = next(boundary.walked_s for boundary in walk.boundaries_between(walked_s, walk.total_s)) - walked_s
    return WalkCue(_KIND[segment.pace], walked_s, left_s)


def _boundary_cue(boundary: Boundary) -> WalkCue:
    if boundary.begins is None:
        return WalkCue(CueKind.END, boundary.walked_s)
    return WalkCue(_KIND[boundary.begins.pace], boundary.walked_s, boundary.begins.length_s)
