"""The life of one walk, as states and the moves between them.

Everything that decides what may follow what is in `_NEXT`; read that table first. Nothing here reads a clock, draws, speaks
or saves: each move carries the moment it happened, in monotonic seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from walkcoach.core.segments import Pace, Segment


class WalkState(StrEnum):
    """Where a walk stands. `STOPPING` is the pause in which *Go on*, *Finish here* and *Something is wrong* are offered."""

    READY = "ready"
    GET_READY = "get_ready"
    WALKING = "walking"
    PAUSED = "paused"
    STOPPING = "stopping"
    FINISHED = "finished"


class Move(StrEnum):
    """What can happen to a walk. `BEGIN` and `REACH_END` come from the passing of time, `SLEEP` from the machine, the others
    from the person. `COUNT` answers a sleep: part of it was walked all the same.
    """

    START = "start"
    BEGIN = "begin"
    PAUSE = "pause"
    RESUME = "resume"
    EASE_OFF = "ease_off"
    MARK_SYMPTOM = "mark_symptom"
    STOP = "stop"
    GO_ON = "go_on"
    FINISH = "finish"
    REACH_END = "reach_end"
    SLEEP = "sleep"
    COUNT = "count"


_NEXT: Final[Mapping[tuple[WalkState, Move], WalkState]] = MappingProxyType(
    {
        (WalkState.READY, Move.START): WalkState.GET_READY,
        (WalkState.GET_READY, Move.BEGIN): WalkState.WALKING,
        (WalkState.GET_READY, Move.PAUSE): WalkState.PAUSED,
        (WalkState.GET_READY, Move.STOP): WalkState.STOPPING,
        (WalkState.GET_READY, Move.SLEEP): WalkState.PAUSED,
        (WalkState.WALKING, Move.PAUSE): WalkState.PAUSED,
        (WalkState.WALKING, Move.EASE_OFF): WalkState.WALKING,
        (WalkState.WALKING, Move.MARK_SYMPTOM): WalkState.WALKING,
        (WalkState.WALKING, Move.STOP): WalkState.STOPPING,
        (WalkState.WALKING, Move.REACH_END): WalkState.FINISHED,
        (WalkState.WALKING, Move.SLEEP): WalkState.PAUSED,
        # Getting ready takes no time once something has been walked, so that going on means walking at once.
        (WalkState.PAUSED, Move.RESUME): WalkState.GET_READY,
        (WalkState.PAUSED, Move.EASE_OFF): WalkState.PAUSED,
        (WalkState.PAUSED, Move.MARK_SYMPTOM): WalkState.PAUSED,
        (WalkState.PAUSED, Move.STOP): WalkState.STOPPING,
        (WalkState.PAUSED, Move.FINISH): WalkState.FINISHED,
        # Only after a sleep that nobody has answered for yet. It stays a pause, since nobody is known to walk at this moment.
        (WalkState.PAUSED, Move.COUNT): WalkState.PAUSED,
        (WalkState.PAUSED, Move.REACH_END): WalkState.FINISHED,
        (WalkState.STOPPING, Move.GO_ON): WalkState.GET_READY,
        (WalkState.STOPPING, Move.MARK_SYMPTOM): WalkState.STOPPING,
        (WalkState.STOPPING, Move.FINISH): WalkState.FINISHED,
    }
)
_BY_ITSELF: Final = frozenset({Move.BEGIN, Move.REACH_END, Move.SLEEP})
_LEAVES_IT_OPEN: Final = frozenset({Move.EASE_OFF, Move.MARK_SYMPTOM})
"""What a person may do before saying what a sleep was; every other move is an answer."""
_STILL: Final = frozenset({WalkState.PAUSED, WalkState.STOPPING})

GET_READY_S: Final = 10
"""How long a person has to get going, unless set otherwise."""
_DIGITS: Final = 6
"""Walking time is kept to the microsecond, so that sums of moments and lengths meet the whole seconds of the segments."""


class MoveError(ValueError):
    """A move that the walk's state does not allow."""

    def __init__(self, state: WalkState, move: Move, why: str = "") -> None:
        """Name the state and the move, and say why where the table alone does not."""
        super().__init__(f"{move} is not possible while {state}{why and ': '}{why}")
        self.state = state
        self.move = move


@dataclass(frozen=True, slots=True)
class WalkSnapshot:
    """All that a page needs to draw a walk at one moment. Lengths and moments are seconds of walking time.

    `segments` are as they now stand (an eased bout is normal from the moment it was eased). Before the walk begins, `pace`
    is that of the first segment; when it is over, `pace` is None and `left_in_segment_s` 0. `next_pace` is None (and
    `next_length_s` 0) in the last segment. `bout` counts brisk bouts from 1 (0: none yet). `moves` are the person's moves
    that are possible now; `paused_s` is how long the walk has been paused or stopping, in seconds of the clock. `slept_s` is
    how long the machine slept, where that has paused the walk, until the person has answered for it; else 0.
    """

    state: WalkState
    segments: tuple[Segment, ...]
    walked_s: float
    total_s: int
    pace: Pace | None
    segment_index: int
    left_in_segment_s: float
    next_pace: Pace | None
    next_length_s: int
    bout: int
    bouts: int
    get_ready_left_s: float
    symptom_marks_s: tuple[float, ...]
    can_ease_off: bool
    brisk_s: float
    finished_early: bool
    moves: frozenset[Move] = frozenset()
    paused_s: float = 0.0
    slept_s: float = 0.0

    @property
    def countable_s(self) -> float:
        """How much of the sleep may be counted as walking; 0 where there is nothing to ask."""
        return min(self.slept_s, self.left_s)

    @property
    def left_s(self) -> float:
        """Seconds of walking still to go."""
        return max(0.0, self.total_s - self.walked_s)


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where the segment `ends` gives way to the next, in seconds of walking; `begins` is None at the end of the walk."""

    walked_s: int
    ends: Segment
    begins: Segment | None


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk: what is planned and what has happened so far. It changes only by `after` and `at`, which return another.

    `segments` (one or more, each 1 s or longer) and `get_ready_s` (0 or more) make a new walk; the rest is its state:
    `before_s` is what had been walked at `since_s`, the moment at which walking began (or, while getting ready, will begin)
    or ended. `slept_s` is the machine's sleep, where that has paused the walk and nobody has answered for it yet. Raises
    ValueError where there is nothing to walk.
    """

    segments: tuple[Segment, ...]
    get_ready_s: float = GET_READY_S
    state: WalkState = WalkState.READY
    before_s: float = 0.0
    since_s: float = 0.0
    symptom_marks_s: tuple[float, ...] = ()
    eased_brisk_s: float = 0.0
    slept_s: float = 0.0

    def __post_init__(self) -> None:
        """Refuse a walk of no length and a get-ready that lies in the past."""
        if not self.segments or any(segment.length_s < 1 for segment in self.segments):
            raise ValueError("a walk needs one or more segments, each of 1 s or longer")
        if self.get_ready_s < 0:
            raise ValueError(f"get_ready_s has to be 0 or more, not {self.get_ready_s}")

    @classmethod
    def resumed(
        cls,
        segments: tuple[Segment, ...],
        walked_s: float,
        brisk_s: float,
        symptom_marks_s: tuple[float, ...] = (),
        get_ready_s: float = GET_READY_S,
    ) -> "Walk":
        """A walk found again after a crash: ready to start where it was, or finished if nothing was left to walk.

        Figures that do not fit the segments are brought into their range, since they are all that is left of that walk.
        """
        whole = cls(segments, get_ready_s)
        walked_s = _rounded(min(max(walked_s, 0.0), whole.total_s))
        eased_s = _rounded(min(max(brisk_s, 0.0), walked_s) - _brisk_of(segments, walked_s))
        return replace(
            whole,
            state=WalkState.FINISHED if walked_s == whole.total_s else WalkState.READY,
            before_s=walked_s,
            symptom_marks_s=symptom_marks_s,
            eased_brisk_s=max(0.0, eased_s),
        )

    @property
    def total_s(self) -> int:
        """Seconds of walking planned, as the segments now stand; easing off does not change it."""
        return sum(segment.length_s for segment in self.segments)

    def walked_at(self, now_s: float) -> float:
        """Seconds walked by the moment `now_s`, never more than planned; pauses and getting ready do not count."""
        walk = self.at(now_s)
        return walk._stretched(now_s) if walk.state is WalkState.WALKING else walk.before_s

    def brisk_at(self, now_s: float) -> float:
        """Seconds walked in brisk segments by the moment `now_s`."""
        return _rounded(_brisk_of(self.segments, self.walked_at(now_s)) + self.eased_brisk_s)

    def at(self, now_s: float) -> "Walk":
        """This walk at the moment `now_s`, with what the passing of time has brought: it begins, it reaches its end.

        Each is dated to its scheduled moment, however late this is asked, and both may come in one call.
        """
        walk = self
        if walk.state is WalkState.GET_READY and _rounded(now_s - walk.since_s) >= 0:
            walk = walk._moved(Move.BEGIN, walk.since_s)
        if walk.state is WalkState.WALKING and walk._stretched(now_s) >= walk.total_s:
            walk = walk._moved(Move.REACH_END, walk.moment_of(walk.total_s))
        return walk

    def after(self, move: Move, at_s: float) -> "Walk":
        """This walk after the person's `move` at the moment `at_s`; raises `MoveError` where it is not possible.

        `COUNT` counts the whole of a sleep; `counted` takes a part of it.
        """
        walk = self.at(at_s)
        if move in _BY_ITSELF:
            raise MoveError(walk.state, move, "it comes by itself")
        if move is Move.COUNT:
            return walk.counted(at_s, walk.slept_s)
        if move is Move.EASE_OFF and (walk.state, move) in _NEXT:
            return walk._eased(at_s)
        return walk._moved(move, at_s).at(at_s)

    def slept(self, at_s: float, slept_s: float) -> "Walk":
        """This walk after the machine slept for `slept_s` seconds, from the moment `at_s` on. Sleep is not walking.

        A walk that goes on pauses, and waits for an answer; while it waits, more sleep adds to the first. In a pause of the
        person's own, and where nothing goes on, sleep changes nothing.
        """
        walk = self.at(at_s)
        if (walk.state, Move.SLEEP) in _NEXT:
            walk = walk._moved(Move.SLEEP, at_s)
        elif walk.slept_s == 0:
            return walk
        return replace(walk, slept_s=_rounded(walk.slept_s + slept_s))

    def counted(self, at_s: float, seconds: float) -> "Walk":
        """This walk after the person said, at the moment `at_s`, to have walked for `seconds` of the machine's sleep.

        They count at the pace of the plan, up to the sleep and up to what was left; with nothing left, the walk is over.
        Raises `MoveError` where no sleep waits for an answer.
        """
        walk = self.at(at_s)
        if not walk.slept_s:
            raise MoveError(walk.state, Move.COUNT, "there was no sleep to count")
        walked_s = min(walk.before_s + min(max(seconds, 0.0), walk.slept_s), float(walk.total_s))
        walk = replace(walk._moved(Move.COUNT, at_s), before_s=_rounded(walked_s))
        return walk._moved(Move.REACH_END, walk.since_s) if walk.before_s >= walk.total_s else walk

    def moves_at(self, now_s: float) -> frozenset[Move]:
        """The person's moves that are possible at the moment `now_s`."""
        walk = self.at(now_s)
        possible = frozenset(move for state, move in _NEXT if state is walk.state) - _BY_ITSELF
        if not walk.slept_s:
            possible -= {Move.COUNT}
        return possible if walk._may_ease(walk.walked_at(now_s)) else possible - {Move.EASE_OFF}

    def boundaries_between(self, after_s: float, until_s: float) -> tuple[Boundary, ...]:
        """The segment changes passed between two positions in seconds of walking, oldest first; the last one counts as passed.

        Give `moment_of` a boundary's `walked_s` for its scheduled moment.
        """
        places = accumulate(segment.length_s for segment in self.segments)
        following = (*self.segments[1:], None)
        every = (Boundary(*row) for row in zip(places, self.segments, following, strict=True))
        return tuple(boundary for boundary in every if after_s < boundary.walked_s <= until_s)

    def segment_at(self, walked_s: float) -> Segment:
        """The segment under way after `walked_s` seconds of walking; at the end of the walk, its last one."""
        return self.segments[self._place(walked_s)[0]]

    def moment_of(self, walked_s: float) -> float:
        """The monotonic second at which the present or last stretch of walking passes (or has passed) `walked_s`."""
        return self.since_s + (walked_s - self.before_s)

    def next_boundary_at(self, now_s: float) -> float | None:
        """The monotonic second of the next change after `now_s`: begin, segment change or end. None when nothing runs."""
        walk = self.at(now_s)
        if walk.state is WalkState.GET_READY:
            return walk.since_s
        if walk.state is not WalkState.WALKING:
            return None
        return walk.moment_of(walk.boundaries_between(walk.walked_at(now_s), walk.total_s)[0].walked_s)

    def snapshot(self, now_s: float) -> WalkSnapshot:
        """All there is to draw at the moment `now_s`."""
        walk = self.at(now_s)
        walked_s = walk.walked_at(now_s)
        index, starts_s = walk._place(walked_s)
        over = walk.state is WalkState.FINISHED
        segment = walk.segments[index]
        coming = None if over else next(iter(walk.segments[index + 1 :]), None)
        getting_ready = walk.state is WalkState.GET_READY
        moves = walk.moves_at(now_s)
        return WalkSnapshot(
            state=walk.state,
            segments=walk.segments,
            walked_s=walked_s,
            total_s=walk.total_s,
            pace=None if over else segment.pace,
            segment_index=index,
            left_in_segment_s=0.0 if over else _rounded(starts_s + segment.length_s - walked_s),
            next_pace=coming.pace if coming else None,
            next_length_s=coming.length_s if coming else 0,
            bout=sum(passed.brisk for passed in walk.segments[: index + 1]),
            bouts=sum(planned.brisk for planned in walk.segments),
            get_ready_left_s=_rounded(walk.since_s - now_s) if getting_ready else 0.0,
            symptom_marks_s=walk.symptom_marks_s,
            can_ease_off=Move.EASE_OFF in moves,
            brisk_s=walk.brisk_at(now_s),
            finished_early=over and walked_s < walk.total_s,
            moves=moves,
            paused_s=_rounded(max(0.0, now_s - walk.since_s)) if walk.state in _STILL else 0.0,
            slept_s=walk.slept_s,
        )

    def _moved(self, move: Move, at_s: float) -> "Walk":
        """Follow the table, and keep what the move leaves behind."""
        target = _NEXT.get((self.state, move))
        if target is None:
            raise MoveError(self.state, move)
        slept_s = self.slept_s if move in _LEAVES_IT_OPEN else 0.0
        walk = replace(self, state=target, slept_s=slept_s)
        if move is Move.MARK_SYMPTOM:
            return replace(walk, symptom_marks_s=(*self.symptom_marks_s, self.walked_at(at_s)))
        if target is WalkState.GET_READY:
            needs_s = self.get_ready_s if move is Move.START or self.before_s == 0 else 0.0
            return replace(walk, since_s=at_s + needs_s)
        if move is Move.BEGIN or self.state in _STILL:  # the stretch began, or had ended, when `since_s` says
            return walk
        if move is Move.REACH_END:
            return replace(walk, before_s=float(self.total_s), since_s=at_s)
        return replace(walk, before_s=self.walked_at(at_s), since_s=at_s)

    def _stretched(self, now_s: float) -> float:
        """Seconds walked if the present stretch of walking lasts until `now_s`, whatever is planned."""
        return _rounded(self.before_s + max(0.0, now_s - self.since_s))

    def _place(self, walked_s: float) -> tuple[int, int]:
        """Index and start of the segment under way after `walked_s`; the last one at the end."""
        starts_s = 0
        for index, segment in enumerate(self.segments[:-1]):
            if walked_s < starts_s + segment.length_s:
                return index, starts_s
            starts_s += segment.length_s
        return len(self.segments) - 1, starts_s

    def _may_ease(self, walked_s: float) -> bool:
        return walked_s < self.total_s and self.segment_at(walked_s).brisk

    def _eased(self, at_s: float) -> "Walk":
        """The rest of the running brisk bout becomes normal, one with the normal segments beside it.

        Segments are whole seconds, so the bout ends with its last full second; what is left over stays in the brisk time.
        """
        walked_s = self.walked_at(at_s)
        if not self._may_ease(walked_s):
            raise MoveError(self.state, Move.EASE_OFF, "the pace is normal")
        index, starts_s = self._place(walked_s)
        bout = self.segments[index]
        kept_s = int(walked_s - starts_s)
        before, rest_s, after = self.segments[:index], bout.length_s - kept_s, self.segments[index + 1 :]
        if kept_s:
            before = (*before, Segment(Pace.BRISK, kept_s))
        elif before and not before[-1].brisk:
            rest_s += before[-1].length_s
            before = before[:-1]
        if after and not after[0].brisk:
            rest_s += after[0].length_s
            after = after[1:]
        eased_s = _rounded(self.eased_brisk_s + walked_s - starts_s - kept_s)
        return replace(self, segments=(*before, Segment(Pace.NORMAL, rest_s), *after), eased_brisk_s=eased_s)


def _rounded(seconds: float) -> float:
    return round(seconds, _DIGITS)


def _brisk_of(segments: tuple[Segment, ...], walked_s: float) -> float:
    """Seconds of the first `walked_s` that lie in brisk segments."""
    starts = accumulate((segment.length_s for segment in segments), initial=0)
    return sum(
        min(max(walked_s - starts_s, 0.0), segment.length_s)
        for segment, starts_s in zip(segments, starts, strict=False)
        if segment.brisk
    )
