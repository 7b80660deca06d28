"""What a walk lets be heard: its cues as tones with their sentences, and the metronome of its brisk stretches."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from walkcoach.core.cue_queue import GOOD_FOR_S
from walkcoach.core.cues import CueKind, WalkCue, cues_between, worth_telling
from walkcoach.core.session import Walk, WalkState
from walkcoach.services.ports import Cue, CuePlayer
from walkcoach.wording import voice

_TONES: Final[Mapping[CueKind, Cue]] = MappingProxyType(
    {
        CueKind.READY: Cue.SOON,
        CueKind.BRISK: Cue.BRISK,
        CueKind.NORMAL: Cue.NORMAL,
        CueKind.SOON: Cue.SOON,
        CueKind.HALF: Cue.HALF,
        CueKind.END: Cue.END,
    }
)
_RUNS: Final = frozenset({WalkState.GET_READY, WalkState.WALKING})
_RAN: Final = frozenset({WalkState.WALKING, WalkState.FINISHED})


class WalkCues:
    """Lets a `CuePlayer` play what a walk has to tell."""

    def __init__(self, player: CuePlayer) -> None:
        self._player = player
        self._beat_per_min = 0.0

    def set_metronome(self, per_min: float) -> None:
        """How many ticks a minute brisk stretches have from the next update on; 0 for none."""
        self._beat_per_min = per_min

    def tell(self, before: Walk, seen_s: float, after: Walk, now_s: float) -> WalkCue | None:
        """Play what one update of a walk has to tell, see `cues_between`; the change of pace or end among it, if there is one.

        Of several only the newest of the highest rank, and no warning or half way that comes too late: they would mislead.
        """
        cue = worth_telling(cues_between(before, seen_s, after, now_s))
        if cue is not None:
            late_s = max(0.0, now_s - after.moment_of(cue.walked_s)) if before.state in _RUNS and after.state in _RAN else 0.0
            if late_s <= GOOD_FOR_S[cue.rank]:
                self._player.play(_TONES[cue.kind], voice.phrase(cue), cue.walked_s, late_s)
        brisk = after.state is WalkState.WALKING and after.segment_at(after.walked_at(now_s)).brisk
        self._player.beat(self._beat_per_min if brisk else 0.0)
        return cue if cue is not None and cue.tells_change else None
