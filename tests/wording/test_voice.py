"""What is spoken during a walk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.cues import CueKind, WalkCue
from walkcoach.core.segments import Pace
from walkcoach.wording import voice

BRISK, NORMAL = Pace.BRISK, Pace.NORMAL


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        (WalkCue(CueKind.READY, 0, 300, NORMAL), "Get ready. Normal first, 5 minutes."),
        (WalkCue(CueKind.READY, 0, 45, BRISK), "Get ready. Brisk first, 45 seconds."),
        (WalkCue(CueKind.BRISK, 300, 180, BRISK), "Brisk now, 3 minutes."),
        (WalkCue(CueKind.BRISK, 300, 172, BRISK), "Brisk now, 3 minutes."),
        (WalkCue(CueKind.NORMAL, 300, 150, NORMAL), "Normal now, 2 and a half minutes."),
        (WalkCue(CueKind.NORMAL, 300, 60, NORMAL), "Normal now, 1 minute."),
        (WalkCue(CueKind.SOON, 290, 180, BRISK), "Brisk in ten seconds."),
        (WalkCue(CueKind.SOON, 290, 180, NORMAL), "Normal in ten seconds."),
        (WalkCue(CueKind.HALF, 900), "Half way."),
        (WalkCue(CueKind.END, 1800), "You are done. 30 minutes walked."),
    ],
)
def test_each_cue_has_its_sentence(cue: WalkCue, said: str) -> None:
    assert voice.phrase(cue) == said


@given(st.floats(0, 7200))
def test_a_length_is_short_and_has_no_sign_that_a_voice_stumbles_over(seconds: float) -> None:
    text = voice.length(seconds)
    assert len(text.split()) <= 5
    assert "½" not in text


def test_a_length_is_said_to_half_a_minute() -> None:
    assert [voice.length(seconds) for seconds in (59.6, 60, 75, 89, 90, 104, 105, 135, 164.9, 165)] == [
        *("1 minute", "1 minute", "1 minute 15 seconds", "1 minute 29 seconds", "1 and a half minutes", "1 and a half minutes"),
        *("2 minutes", "2 and a half minutes", "2 and a half minutes", "3 minutes"),
    ]
