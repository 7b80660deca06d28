"""Makes the tones in `resources/sounds`: two rising ones for brisk, one low one for normal, a long one for the end, a short
one ahead of a change, two half way; brief forms of the first three for a fast clock; and the tick of the metronome.

    python packaging/make_sounds.py [FOLDER]

The files are kept in the repository; run this after a change here. Standard library only. Each note is a sum of a few
partials, struck softly and dying away like a wooden bar. All lie between 390 and 1,200 Hz: low enough for ears that have
lost the high notes, high enough for the small loudspeakers of a laptop.
"""

import math
import struct
import sys
import wave
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

RATE_HZ: Final = 48_000
PEAK: Final = 0.8
"""Loudest sample, as a share of what 16 bits can hold."""
FADE_S: Final = 0.03
"""The end of each file fades out over this time, so that no click is left."""
FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "sounds"

PARTIALS: Final = ((1, 1.0), (2, 0.28), (3, 0.10))
"""(multiple of the note's pitch, its share): a round tone that is still found in a noisy room."""


@dataclass(frozen=True)
class Note:
    """One note: when it is struck, its pitch, how long it takes to rise, and how long to fall to a third."""

    at_s: float
    pitch_hz: float
    rise_s: float
    fall_s: float
    share: float = 1.0


@dataclass(frozen=True)
class Tone:
    """One file: its notes and its length."""

    length_s: float
    notes: tuple[Note, ...]


G4, C5, D5, E5, G5, A5 = 392.00, 523.25, 587.33, 659.26, 783.99, 880.00

TONES: Final[Mapping[str, Tone]] = MappingProxyType(
    {
        "brisk": Tone(0.60, (Note(0.0, D5, 0.008, 0.12), Note(0.16, A5, 0.008, 0.16))),
        "normal": Tone(0.80, (Note(0.0, G4, 0.015, 0.26),)),
        "end": Tone(
            2.40,
            (
                Note(0.0, C5, 0.02, 0.80, 0.9),
                Note(0.22, E5, 0.02, 0.80, 0.8),
                Note(0.44, G5, 0.02, 0.75, 0.8),
            ),
        ),
        "soon": Tone(0.18, (Note(0.0, E5, 0.008, 0.08),)),
        "half": Tone(0.20, (Note(0.0, G5, 0.006, 0.05), Note(0.10, G5, 0.006, 0.05))),
        # for a clock that runs several times as fast
        "brisk_brief": Tone(0.20, (Note(0.0, D5, 0.006, 0.05), Note(0.09, A5, 0.006, 0.06))),
        "normal_brief": Tone(0.20, (Note(0.0, G4, 0.010, 0.10),)),
        "end_brief": Tone(0.20, (Note(0.0, C5, 0.006, 0.05), Note(0.06, E5, 0.006, 0.05), Note(0.12, G5, 0.006, 0.06))),
        # the metronome: a knock on wood
        "tick": Tone(0.05, (Note(0.0, A5, 0.006, 0.012),)),
    }
)


def samples(tone: Tone) -> list[float]:
    """The tone as numbers from -1 to 1, its loudest one at `PEAK`."""
    count = round(tone.length_s * RATE_HZ)
    mixed = [0.0] * count
    for note in tone.notes:
        first = round(note.at_s * RATE_HZ)
        for index in range(first, count):
            mixed[index] += _heard(note, (index - first) / RATE_HZ)
    loudest = max(abs(value) for value in mixed)
    fade = round(FADE_S * RATE_HZ)
    return [PEAK * value / loudest * min(1.0, (count - 1 - index) / fade) for index, value in enumerate(mixed)]


def _heard(note: Note, since_s: float) -> float:
    """What is heard of `note` this long after it was struck."""
    rise = 0.5 - 0.5 * math.cos(math.pi * min(1.0, since_s / note.rise_s))
    value = 0.0
    for multiple, share in PARTIALS:
        dying = math.exp(-since_s * multiple**0.5 / note.fall_s)  # the higher partials die sooner, as on a struck bar
        value += share * dying * math.sin(2 * math.pi * note.pitch_hz * multiple * since_s)
    return note.share * rise * value


def write(path: Path, values: Iterable[float]) -> None:
    """Write `values` as a WAV file: one channel, 16 bits."""
    data = b"".join(struct.pack("<h", round(value * 32767)) for value in values)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(data)


def main(argv: list[str]) -> int:
    """Write every tone into the folder named, or into the project's own."""
    folder = Path(argv[0]) if argv else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, tone in TONES.items():
        write(folder / f"{name}.wav", samples(tone))
        print(folder / f"{name}.wav")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
