"""The metronome's ticks as samples. A tick's place follows from the count of samples alone, so that none drifts. No Qt here."""

from array import array
from collections.abc import Iterator
from typing import Final

FASTEST_PER_MIN: Final = 240
_SAMPLE_BYTES: Final = 2


def tick_starts(per_min: float, rate_hz: int, first: int, count: int) -> Iterator[int]:
    """The samples, of `count` from sample `first` on, at which a tick begins; the first tick of all is at sample 0."""
    step = 60 * rate_hz / per_min
    number = max(0, round(first / step) - 1)
    while (start := round(number * step)) < first + count:
        if start >= first:
            yield start
        number += 1


class Metronome:
    """An endless row of ticks, `per_min` a minute (above 0), handed out piece by piece."""

    def __init__(self, tick: bytes, rate_hz: int, per_min: float) -> None:
        """`tick`: 16-bit samples of one channel, shorter than the time between two ticks."""
        self._per_min = min(per_min, FASTEST_PER_MIN)
        self._rate_hz = rate_hz
        self._tick = array("h", tick)[: 60 * rate_hz // FASTEST_PER_MIN]
        self._given = 0

    def frames(self, count: int, channels: int) -> bytes:
        """The next `count` frames, the same sample for each of `channels`."""
        length = len(self._tick)
        first = self._given - length  # a tick may have begun before
        one = array("h", bytes(_SAMPLE_BYTES * count))
        for start in tick_starts(self._per_min, self._rate_hz, first, count + length):
            begin, end = max(0, start - self._given), min(count, start - self._given + length)
            if begin < end:
                one[begin:end] = self._tick[begin - start + self._given : end - start + self._given]
        self._given += count
        if channels == 1:
            return one.tobytes()
        frames = array("h", bytes(_SAMPLE_BYTES * count * channels))
        for channel in range(channels):
            frames[channel::channels] = one
        return frames.tobytes()
