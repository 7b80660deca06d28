"""The tones in the repository are those that the script makes, and they sound as they are meant to."""

import math
import wave
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

import make_sounds

SOUNDS = Path(__file__).parent.parent.parent / "resources" / "sounds"
NAMES = sorted(make_sounds.TONES)


def read(path: Path) -> "array[int]":
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, make_sounds.RATE_HZ)
        return array("h", file.readframes(file.getnframes()))


def strength(samples: "array[int]", pitch_hz: float) -> float:
    """How much of one pitch is in `samples`: a single bin of a Fourier transform."""
    turn = 2 * math.pi * pitch_hz / make_sounds.RATE_HZ
    real = sum(value * math.cos(turn * index) for index, value in enumerate(samples))
    imaginary = sum(value * math.sin(turn * index) for index, value in enumerate(samples))
    return math.hypot(real, imaginary) / len(samples)


def pitch_of(samples: "array[int]") -> float:
    return max((make_sounds.G4, make_sounds.D5, make_sounds.A5), key=lambda pitch_hz: strength(samples, pitch_hz))


def test_the_files_kept_are_those_that_the_script_makes(tmp_path: Path) -> None:
    assert make_sounds.main([str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in SOUNDS.iterdir())
    for path in SOUNDS.iterdir():
        kept, made = read(path), read(tmp_path / path.name)
        assert len(kept) == len(made)
        # The last bit may differ from one mathematics library to the next.
        assert max(abs(one - other) for one, other in zip(kept, made, strict=True)) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_a_tone_begins_and_ends_without_a_click_and_is_not_distorted(name: str) -> None:
    samples = read(SOUNDS / f"{name}.wav")
    first_ms = samples[: make_sounds.RATE_HZ // 1000]
    assert max(abs(value) for value in first_ms) < 4000
    assert samples[0] == samples[-1] == 0
    assert 25_000 < max(abs(value) for value in samples) < 28_000
    assert max(abs(later - sooner) for sooner, later in pairwise(samples)) < 8000


@pytest.mark.parametrize("name", NAMES)
def test_a_tone_is_heard_within_thirty_milliseconds_of_its_beginning(name: str) -> None:
    assert max(abs(value) for value in read(SOUNDS / f"{name}.wav")[: make_sounds.RATE_HZ * 30 // 1000]) > 3000


def test_brisk_rises_normal_is_low_and_the_end_is_the_longest() -> None:
    brisk, normal, end = (read(SOUNDS / f"{name}.wav") for name in ("brisk", "normal", "end"))
    first = brisk[: round(0.16 * make_sounds.RATE_HZ)]
    second = brisk[round(0.3 * make_sounds.RATE_HZ) :]
    assert (pitch_of(first), pitch_of(second)) == (make_sounds.D5, make_sounds.A5)
    assert pitch_of(normal) == make_sounds.G4
    assert len(end) > 2 * len(normal) > 2 * len(brisk)
