"""What is read of a walk from across the room, in the large window and in the small one: the words, the clock, the ground."""

from math import ceil
from types import MappingProxyType
from typing import Final

from walkcoach.core.segments import Pace
from walkcoach.core.session import WalkSnapshot, WalkState
from walkcoach.core.speeds import Speeds
from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.tokens import Role
from walkcoach.ui.widgets.walk_face import FaceWords
from walkcoach.wording import speeds as speed_words
from walkcoach.wording import walk

STILL: Final = frozenset({WalkState.PAUSED, WalkState.STOPPING})
"""The states in which the time of the walk stands."""
_MARKS: Final = MappingProxyType({Pace.NORMAL: Icon.NORMAL, Pace.BRISK: Icon.BRISK})


def ground_of(now: WalkSnapshot) -> Role:
    """The colour of the pace; darker while the time stands."""
    if now.state in STILL:
        return Role.WALK_BRISK_DEEP if now.pace is Pace.BRISK else Role.WALK_NORMAL_DEEP
    return Role.WALK_BRISK if now.pace is Pace.BRISK else Role.WALK_NORMAL


def face_words(now: WalkSnapshot, speeds: Speeds, *, brief: bool = False) -> FaceWords:
    """The pace or the state, the clock, and what comes next, each with its speed where one is set.

    `brief`: there is little room, so that what a pause means is left out.
    """
    pace = now.pace or Pace.NORMAL
    left = walk.time_left(now.left_in_segment_s)
    match now.state:
        case WalkState.READY | WalkState.GET_READY:
            line = walk.first_line(pace, ceil(now.left_in_segment_s), _speed(speeds, pace))
            return FaceWords(walk.get_ready_title(), _MARKS[pace], f"{ceil(now.get_ready_left_s)}", line)
        case WalkState.FINISHED:
            minutes = int(now.walked_s // 60)
            parts = (walk.finished_unit(minutes), walk.finished_brisk(int(now.brisk_s // 60)))
            line = ", ".join(part for part in parts if part)
            return FaceWords(walk.finished_title(early=now.finished_early), Icon.CHECK, f"{minutes}", line)
        case WalkState.PAUSED | WalkState.STOPPING:
            line = walk.stopped_detail() if now.state is WalkState.STOPPING else walk.paused_detail()
            return FaceWords(walk.paused_title(), None, left, "" if brief else line, dimmed=True)
        case _:
            coming = _speed(speeds, now.next_pace) if now.next_pace else ""
            line = walk.then_line(now.next_pace, now.next_length_s, coming)
            return FaceWords(walk.pace_title(pace), _MARKS[pace], left, line, aside=_speed(speeds, pace))


def _speed(speeds: Speeds, pace: Pace) -> str:
    return speed_words.speed(speeds.kmh_at(pace), speeds.units)
