"""The tones' files, as samples that a sound device takes. No Qt here."""

import sys
import wave
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from walkcoach.services.ports import Cue

BRIEF: Final[Mapping[Cue, str]] = MappingProxyType(
    {
        Cue.BRISK: "brisk_brief",
        Cue.NORMAL: "normal_brief",
        Cue.END: "end_brief",
        Cue.SOON: "soon",
        Cue.HALF: "half",
    }
)
"""The files whose tones last 0.2 s at most, for a clock that runs several times as fast."""
TICK: Final = "tick"


@dataclass(frozen=True, slots=True)
class Tone:
    """One tone: 16-bit samples of one channel, in the machine's byte order."""

    rate_hz: int
    samples: bytes

    @property
    def length_s(self) -> float:
        """How long it lasts."""
        return len(self.samples) / 2 / self.rate_hz

    def frames(self, channels: int) -> bytes:
        """The samples, the same one for each of `channels`."""
        one = array("h", self.samples)
        if channels == 1:
            return self.samples
        all_channels = array("h", bytes(len(self.samples) * channels))
        for channel in range(channels):
            all_channels[channel::channels] = one
        return all_channels.tobytes()


@dataclass(frozen=True, slots=True)
class Tones:
    """All that is played: the tone of each cue, its brief form, and the metronome's tick."""

    full: Mapping[Cue, Tone]
    brief: Mapping[Cue, Tone]
    tick: Tone


def read_tones(folder: Path) -> Tones:
    """The tones from `folder`. Raises OSError or `wave.Error` where one is missing or of another kind."""
    full = {cue: _read(folder / f"{cue.value}.wav") for cue in Cue}
    brief = {cue: _read(folder / f"{name}.wav") for cue, name in BRIEF.items()}
    return Tones(MappingProxyType(full), MappingProxyType(brief), _read(folder / f"{TICK}.wav"))


def _read(path: Path) -> Tone:
    with wave.open(str(path), "rb") as file:
        if (file.getnchannels(), file.getsampwidth()) != (1, 2):
            raise wave.Error(f"{path.name} has to have one channel of 16 bits")
        samples = array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":  # the file is little-endian
            samples.byteswap()
        return Tone(file.getframerate(), samples.tobytes())
