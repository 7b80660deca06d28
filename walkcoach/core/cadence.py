"""The metronome's rate: the person's own counted steps a minute, a little quicker if they like; never a fixed rate for all."""

from typing import Final

COUNT_S: Final = 30
"""For how long steps are counted."""
PER_MIN: Final = (60, 160)
"""Steps a minute that a metronome is offered for."""
PERCENT: Final = (100, 110)
"""The metronome's rate as a share of the counted one."""


STEPS: Final = (PER_MIN[0] * COUNT_S // 60, PER_MIN[1] * COUNT_S // 60)
"""What that makes in `COUNT_S` seconds."""


def cadence_of(steps: int) -> int | None:
    """Steps a minute from `steps` counted in `COUNT_S` seconds; None where that is out of range and so was no walking."""
    per_min = round(steps * 60 / COUNT_S)
    return per_min if PER_MIN[0] <= per_min <= PER_MIN[1] else None


def beat_per_min(cadence_per_min: int, percent: int) -> float:
    """The metronome's ticks a minute; 0 where there is none."""
    return cadence_per_min * percent / 100
