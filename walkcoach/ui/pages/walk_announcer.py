"""What a walk says to those who hear the window: changes of pace, each minute left, pauses, the end. No Qt here."""

from math import ceil

from walkcoach.core.session import WalkSnapshot, WalkState
from walkcoach.wording import walk

_STILL = frozenset({WalkState.PAUSED, WalkState.STOPPING})
_MINUTE_S = 60
_READY_AGAIN_S = 5
"""So long before the first step it is said once more, and nothing between: a countdown would talk over the tones."""
_READY_AGAIN_FROM_S = 10
"""Only where the first time is some while past."""


class WalkAnnouncer:
    """Remembers what was last told; give it each snapshot in turn."""

    def __init__(self) -> None:
        self._last: WalkSnapshot | None = None
        self._ready_from_s = 0
        """What was first said of the time to get ready."""

    def sentences(self, now: WalkSnapshot) -> tuple[str, ...]:
        """What is new in `now`, most important first; nothing when it tells nothing new."""
        last, self._last = self._last, now
        if last is None or now.state is not last.state:
            return self._of_state(last, now)
        if now.state is WalkState.PAUSED and now.walked_s > last.walked_s:
            return (walk.say_counted(now.walked_s - last.walked_s), walk.say_minutes_left(minutes_left(now)))
        if now.state is WalkState.GET_READY:
            return self._ready_again(last, now)
        if now.state is not WalkState.WALKING:
            return ()
        said = []
        if now.pace is not None and (now.pace is not last.pace or now.segment_index != last.segment_index):
            said.append(walk.say_pace(now.pace, _whole(now.left_in_segment_s)))
        if minutes_left(now) < minutes_left(last):
            said.append(walk.say_minutes_left(minutes_left(now)))
        if len(now.symptom_marks_s) > len(last.symptom_marks_s):
            said.append(walk.noted())
        return tuple(said)

    def _of_state(self, last: WalkSnapshot | None, now: WalkSnapshot) -> tuple[str, ...]:
        match now.state:
            case WalkState.GET_READY:
                self._ready_from_s = ceil(now.get_ready_left_s)
                return (walk.say_get_ready(self._ready_from_s),)
            case WalkState.WALKING if now.pace is not None:
                if last is not None and last.state in _STILL:
                    return (walk.say_going_on(now.pace), walk.say_minutes_left(minutes_left(now)))
                return (walk.say_pace(now.pace, _whole(now.left_in_segment_s)), walk.say_minutes_left(minutes_left(now)))
            case WalkState.PAUSED if now.slept_s:
                return (walk.say_slept(),)
            case WalkState.PAUSED:
                return (walk.say_paused(),)
            case WalkState.STOPPING:
                return (walk.say_stopped(),)
            case WalkState.FINISHED:
                return (walk.say_finished(int(now.walked_s) // _MINUTE_S),)
            case _:
                return ()

    def _ready_again(self, last: WalkSnapshot, now: WalkSnapshot) -> tuple[str, ...]:
        passed = ceil(now.get_ready_left_s) <= _READY_AGAIN_S < ceil(last.get_ready_left_s)
        if not passed or self._ready_from_s < _READY_AGAIN_FROM_S:
            return ()
        return (walk.say_get_ready(ceil(now.get_ready_left_s)),)


def minutes_left(now: WalkSnapshot) -> int:
    """Whole minutes still to go; a minute begun counts as one."""
    return ceil(now.left_s / _MINUTE_S)


def _whole(seconds: float) -> int:
    return ceil(seconds)
