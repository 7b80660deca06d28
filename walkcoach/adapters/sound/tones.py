"""The tones' files, as samples that a sound device takes. No Qt here."""

import sys
import wave
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from walkcoach.services.ports import Cue


@dataclass(frozen=True, slots=True)
class Tone:
    """One tone: 16-bit samples of one channel, in the machine's byte order."""

    rate_hz: int
    samples: bytes

    def frames(self, channels: int) -> bytes:
        """The samples, the same one for each of `channels`."""
        one = array("h", self.samples)
        if channels == 1:
            return self.samples
        all_channels = array("h", bytes(len(self.samples) * channels))
        for channel in range(channels):
            all_channels[channel::channels] = one
        return all_channels.tobytes()


def read_tones(folder: Path) -> Mapping[Cue, Tone]:
    """The tone of each cue from `folder`. Raises OSError or `wave.Error` where one is missing or of another kind."""
    return MappingProxyType({cue: _read(folder / f"{cue.value}.wav") for cue in Cue})


def _read(path: Path) -> Tone:
    with wave.open(str(path), "rb") as file:
        if (file.getnchannels(), file.getsampwidth()) != (1, 2):
            raise wave.Error(f"{path.name} has to have one channel of 16 bits")
        samples = array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":  # the file is little-endian
            samples.byteswap()
        return Tone(file.getframerate(), samples.tobytes())
