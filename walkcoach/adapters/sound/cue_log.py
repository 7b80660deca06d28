"""What became of each cue, as one line in the program's log: where it was planned, and how late it was played.

A tone's name and times; never what was walked, felt or answered.
"""

import logging
from dataclasses import dataclass
from typing import Final

from walkcoach.services.ports import Clock, Cue

_LOG: Final = logging.getLogger(__name__)
_MOST_OPEN: Final = 20
"""More cues than this without an answer are forgotten, oldest first: their player is gone."""


@dataclass(frozen=True, slots=True)
class _Asked:
    cue: Cue
    planned_s: float
    late_s: float
    at_s: float


class CueLog:
    """Gives each cue a number and writes down what became of it. `clock` is the machine's own, however fast the walk's runs."""

    def __init__(self, clock: Clock, speed: float = 1.0) -> None:
        self._clock = clock
        self._speed = speed
        self._number = 0
        self._open: dict[int, _Asked] = {}

    def asked(self, cue: Cue, planned_s: float, late_s: float) -> int:
        """A cue is asked for, `late_s` of the walk's clock after its moment; its number."""
        self._number += 1
        self._open[self._number] = _Asked(cue, planned_s, late_s / self._speed, self._clock.monotonic_s())
        for number in list(self._open)[:-_MOST_OPEN]:
            del self._open[number]
        return self._number

    def played(self, number: int) -> None:
        """Its tone has begun."""
        asked = self._open.pop(number, None)
        if asked is not None:
            late_ms = (asked.late_s + self._clock.monotonic_s() - asked.at_s) * 1000
            _LOG.info("cue %s: planned at %s, played, %.0f ms late", asked.cue.value, _clock_figures(asked.planned_s), late_ms)

    def dropped(self, number: int) -> None:
        """It was not played: there was no sound, or it had to give way."""
        asked = self._open.pop(number, None)
        if asked is not None:
            _LOG.info("cue %s: planned at %s, not played", asked.cue.value, _clock_figures(asked.planned_s))


def _clock_figures(seconds: float) -> str:
    minutes, left_s = divmod(seconds, 60)
    return f"{minutes:02.0f}:{left_s:04.1f}"
