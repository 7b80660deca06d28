"""The life of one walk, as states and the moves between them.

Everything that decides what may follow what is in `_NEXT`; read that table first. Nothing here reads a clock, draws, speaks
or saves: each move carries the moment it happened, in monotonic seconds.
"""

from dataclasses import dataclass
from enum import StrEnum

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
    """What can happen to a walk. `REACH_END` and `BEGIN` come from the passing of time, the others from the person."""

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


@dataclass(frozen=True, slots=True)
class WalkSnapshot:
    """All that a page needs to draw a walk at one moment. Lengths and moments are seconds of walking time.

    `segments` are as they now stand (an eased bout is normal from the moment it was eased); `left_in_segment_s` is None
    when nothing runs any more; `next_pace` is None in the last segment; `bout` counts brisk bouts from 1 (0: none yet).
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

    @property
    def left_s(self) -> float:
        """Seconds of walking still to go."""
        return max(0.0, self.total_s - self.walked_s)
