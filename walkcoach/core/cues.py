"""What is to be said and shown, and when: cues as ids and values. No wording, no tones, no clock.

A cue belongs to a place in the walk, in seconds of walking; whoever plays it turns its kind into a tone and a sentence. What
may be heard when two of them meet is decided in `cue_queue`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from walkcoach.core.segments import Pace, Segment
from walkcoach.core.session import Boundary, Move, Walk, WalkState

WARN_S: Final = 10
"""A change of pace is told so long before."""
WARN_FROM_S: Final = 20
"""A stretch of one pace that is shorter than this has no warning: it would follow on the heels of its own beginning."""
HALF_WAY_FROM_S: Final = 60
"""A walk shorter than this has no half way."""
HALF_WAY_CLEAR_S: Final = (WARN_S + 5, 6)
"""Half way keeps clear of a change: so long before it, with its warning, and so long after it."""
READY_FROM_S: Final = 5.0
"""Less time to get ready than this is too short to be told about."""

_NOT_BEGUN: Final = frozenset({WalkState.READY, WalkState.GET_READY})
_BEGUN: Final = frozenset({WalkState.WALKING, WalkState.FINISHED})


class CueKind(StrEnum):
    """What a cue tells: get ready, brisk from now on, normal from now on, a change is near, half way, the walk is over."""

    READY = "ready"
    BRISK = "brisk"
    NORMAL = "normal"
    SOON = "soon"
    HALF = "half"
    END = "end"


class Rank(IntEnum):
    """Which cue gives way to which: a higher one is heard first."""

    HALF_WAY = 1
    COUNTDOWN = 2
    CHANGE = 3


RANK_OF: Final[Mapping[CueKind, Rank]] = MappingProxyType(
    {
        CueKind.READY: Rank.COUNTDOWN,
        CueKind.BRISK: Rank.CHANGE,
        CueKind.NORMAL: Rank.CHANGE,
        CueKind.SOON: Rank.COUNTDOWN,
        CueKind.HALF: Rank.HALF_WAY,
        CueKind.END: Rank.CHANGE,
    }
)
_KIND: Final[Mapping[Pace, CueKind]] = MappingProxyType({Pace.BRISK: CueKind.BRISK, Pace.NORMAL: CueKind.NORMAL})


@dataclass(frozen=True, slots=True)
class WalkCue:
    """One cue: what it tells, after how many seconds of walking, and how long the pace that it tells will last.

    `pace` is the one that it tells of (None: half way, the end). `length_s` is 0 where there is no pace; for a stretch made of
    several segments it is the length of the first.
    """

    kind: CueKind
    walked_s: float
    length_s: float = 0
    pace: Pace | None = None

    @property
    def rank(self) -> Rank:
        """What it gives way to."""
        return RANK_OF[self.kind]

    @property
    def tells_change(self) -> bool:
        """Whether something is to be done now: another pace, or the end."""
        return self.rank is Rank.CHANGE


def cues_between(before: Walk, seen_s: float, after: Walk, now_s: float) -> tuple[WalkCue, ...]:
    """What one update has to tell, oldest first: `before` as it was last looked at, at `seen_s`, and `after` as it is now.

    Getting ready and its end, a bout that was eased off, each change of pace that was passed with its warning, half way, the
    end. Going on after a pause tells nothing: the person has just pressed the key. Two segments of one pace in a row are no
    change. Nor does walking that is counted in hindsight tell of its changes of pace: the walk stands still, and a tone would
    set somebody going.
    """
    from_s, to_s = before.walked_at(seen_s), after.walked_at(now_s)
    if before.state is WalkState.READY and after.state is WalkState.GET_READY:
        return (_ready_cue(after),) if after.since_s - now_s >= READY_FROM_S else ()
    begun = before.state in _NOT_BEGUN and after.state in _BEGUN
    eased = after.state is WalkState.WALKING and before.segment_at(from_s).brisk and not after.segment_at(from_s).brisk
    first = (_pace_cue(after, from_s),) if begun or eased else ()
    passed = (cue for cue in cues_of(after) if from_s < cue.walked_s <= to_s)
    if before.state is WalkState.PAUSED:
        passed = (cue for cue in passed if cue.kind is CueKind.END)
    return first + tuple(passed)


def cues_of(walk: Walk) -> tuple[WalkCue, ...]:
    """Every cue of `walk` as its segments now stand, but for its very first, by their moments."""
    changes = tuple(
        _boundary_cue(boundary)
        for boundary in walk.boundaries_between(0, walk.total_s)
        if boundary.begins is None or boundary.begins.pace is not boundary.ends.pace
    )
    return tuple(sorted((*changes, *_warnings(changes), *_half_way(walk.total_s, changes)), key=lambda cue: cue.walked_s))


def worth_telling(cues: Iterable[WalkCue]) -> WalkCue | None:
    """Of several cues passed in one update, the one that still is true: the newest of the highest rank."""
    return max(cues, key=lambda cue: (cue.rank, cue.walked_s), default=None)


def transcript(segments: tuple[Segment, ...]) -> tuple[tuple[int, CueKind], ...]:
    """Every cue of a walk through `segments` without a pause or a move, as (second of walking, what it tells)."""
    walk = Walk(segments, get_ready_s=0)
    cues = cues_between(walk, 0, walk.after(Move.START, 0), walk.total_s)
    return tuple((round(cue.walked_s), cue.kind) for cue in cues)


def _warnings(changes: tuple[WalkCue, ...]) -> tuple[WalkCue, ...]:
    starts = (0.0, *(cue.walked_s for cue in changes))
    stretches = zip(pairwise(starts), changes, strict=True)
    return tuple(
        WalkCue(CueKind.SOON, cue.walked_s - WARN_S, cue.length_s, cue.pace)
        for (began_s, ends_s), cue in stretches
        if cue.pace is not None and ends_s - began_s >= WARN_FROM_S
    )


def _half_way(total_s: int, changes: tuple[WalkCue, ...]) -> tuple[WalkCue, ...]:
    """Half way, or the first whole second after it that keeps clear of every change; none where there is no such second."""
    if total_s < HALF_WAY_FROM_S:
        return ()
    before_s, after_s = HALF_WAY_CLEAR_S
    half_s = float(-(-total_s // 2))
    for cue in changes:
        if cue.walked_s - before_s < half_s < cue.walked_s + after_s:
            half_s = cue.walked_s + after_s
    return (WalkCue(CueKind.HALF, half_s),) if half_s < total_s else ()


def _ready_cue(walk: Walk) -> WalkCue:
    first = _pace_cue(walk, walk.before_s)
    return WalkCue(CueKind.READY, walk.before_s, first.length_s, first.pace)


def _pace_cue(walk: Walk, walked_s: float) -> WalkCue:
    """The cue for the pace that `walk` has after `walked_s`, for as long as its segment still lasts."""
    segment = walk.segment_at(walked_s)
    left_s = next(boundary.walked_s for boundary in walk.boundaries_between(walked_s, walk.total_s)) - walked_s
    return WalkCue(_KIND[segment.pace], walked_s, left_s, segment.pace)


def _boundary_cue(boundary: Boundary) -> WalkCue:
    if boundary.begins is None:
        return WalkCue(CueKind.END, boundary.walked_s)
    return WalkCue(_KIND[boundary.begins.pace], boundary.walked_s, boundary.begins.length_s, boundary.begins.pace)
