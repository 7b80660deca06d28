"""The sound at the real window: what is spoken in a test, what came of it, and settings that hold at once."""

from dataclasses import replace

import pytest

from tests.window.desk import ALT, RIGHT, SPACE, Desk, Key
from walkcoach.core.segments import Pace, Segment
from walkcoach.services.ports import Cue, SoundState, WalkKind

PLAN = (Segment(Pace.NORMAL, 60), Segment(Pace.BRISK, 60))


def to_sound(desk: Desk) -> None:
    """Open the Settings page at *Sound and look*."""
    desk.press((ALT, Key.Key_5), RIGHT, RIGHT, RIGHT)


def test_speech_holds_from_the_start_and_is_turned_off_at_once(desk: Desk) -> None:
    at_first = desk.cues.speaks
    to_sound(desk)
    desk.tab_to("A voice says what comes")
    desk.press(SPACE, (ALT, Key.Key_1))
    assert (at_first, desk.cues.speaks) == (True, False)
    assert desk.settings.read().speech is False


@pytest.mark.parametrize(
    ("voice", "sound", "said"),
    [
        (False, SoundState.ON, "Tones only: this computer has no voice"),
        (None, SoundState.NONE, "No sound: the screen flashes instead"),
    ],
)
def test_a_sound_test_speaks_and_says_what_could_not_be_heard(desk: Desk, voice: bool | None, sound: SoundState, said: str) -> None:
    to_sound(desk)
    desk.cues.has_voice, desk.cues.sound = voice, sound
    desk.tab_to("Play a tone")
    desk.press(SPACE)
    assert desk.cues.told[-1][:2] == (Cue.BRISK, "Brisk now, 3 minutes.")
    assert said not in desk.read()
    desk.program.machine.look_at_sound()
    assert said in desk.read()


def test_a_metronome_that_is_set_ticks_in_the_next_brisk_stretch(desk: Desk) -> None:
    machine = desk.program.machine
    machine.set_settings(replace(machine.settings, get_ready_s=0, cadence_per_min=100, cadence_percent=105))
    walk = desk.program.walk
    assert walk.begin_free_walk(PLAN, desk.clock.today())
    desk.pass_time(59)
    assert desk.cues.beats == []
    desk.pass_time(2)
    assert desk.cues.beats == [105]
    desk.pass_time(60)
    assert desk.cues.beats == [105, 0]
    assert walk.finish_walk()
    assert [record.kind for record in desk.store.load().walks] == [WalkKind.FREE]
