"""What a walk lets be heard: tones with their sentences, and the metronome of its brisk stretches."""

import pytest

from tests.fakes import FakeClock, FakeCuePlayer, FakeKeepAwake, MemoryDiaryStore
from walkcoach.core.segments import Pace, Segment
from walkcoach.core.session import Move, WalkState
from walkcoach.services.ports import Cue
from walkcoach.services.walking import WalkingService

PLAN = (Segment(Pace.NORMAL, 60), Segment(Pace.BRISK, 120), Segment(Pace.NORMAL, 60))

HEARD = """
  0.0 soon    Get ready. Normal first, 1 minute.
 10.0 normal  Normal now, 1 minute.
 60.0 soon    Brisk in ten seconds.
 70.0 brisk   Brisk now, 2 minutes.
130.0 half    Half way.
180.0 soon    Normal in ten seconds.
190.0 normal  Normal now, 1 minute.
250.0 end     You are done. 4 minutes walked.
"""


class Walking:
    """The service with its fakes, on a walk through `PLAN`."""

    def __init__(self, per_min: float = 0.0, get_ready_s: float = 10.0) -> None:
        self.clock, self.player = FakeClock(), FakeCuePlayer()
        self.service = WalkingService(self.clock, MemoryDiaryStore(), self.player, FakeKeepAwake())
        self.service.set_metronome(per_min)
        self.began_s = self.clock()
        self.service.start(PLAN, self.clock.today(), get_ready_s=get_ready_s)

    def pass_time(self, seconds: float) -> None:
        """One update after so many seconds."""
        self.clock.advance(seconds)
        self.service.tick()


def test_a_walk_as_it_is_heard() -> None:
    walking = Walking()
    heard, count = [], 0
    while True:
        for cue, phrase, _, late_s in walking.player.told[count:]:
            heard.append(f"{walking.clock() - walking.began_s:5.1f} {cue:<7} {phrase}")
            assert late_s == pytest.approx(0, abs=1e-5)
        count = len(walking.player.told)
        due_s = walking.service.next_due_s()
        if due_s is None:
            break
        walking.pass_time(due_s)
    assert "\n" + "".join(f"{line}\n" for line in heard) == HEARD


def test_a_cue_says_where_in_the_walk_it_was_planned_and_how_late_it_comes() -> None:
    walking = Walking()
    for seconds in (10.0, 30.0, 32.5):
        walking.pass_time(seconds)
    assert [(cue, planned_s, late_s) for cue, _, planned_s, late_s in walking.player.told] == [
        (Cue.SOON, 0, 0),
        (Cue.NORMAL, 0, 0),
        (Cue.BRISK, 60, 2.5),
    ]


@pytest.mark.parametrize(("late_s", "told"), [(2.9, 1), (3.1, 0)])
def test_a_warning_that_comes_too_late_is_not_told(late_s: float, told: int) -> None:
    walking = Walking(get_ready_s=0)
    walking.pass_time(49)
    walking.pass_time(1 + late_s)
    assert [cue for cue, *_ in walking.player.told].count(Cue.SOON) == told


@pytest.mark.parametrize(("late_s", "told"), [(4.9, 1), (5.1, 0)])
def test_half_way_that_comes_too_late_is_not_told(late_s: float, told: int) -> None:
    walking = Walking(get_ready_s=0)
    walking.pass_time(119)
    walking.pass_time(1 + late_s)
    assert [cue for cue, *_ in walking.player.told].count(Cue.HALF) == told


def test_warnings_and_half_way_are_no_reason_to_flash() -> None:
    walking = Walking(get_ready_s=0)
    first = walking.service.status().cue
    walking.pass_time(51)
    assert [cue for cue, *_ in walking.player.told] == [Cue.NORMAL, Cue.SOON]
    assert walking.service.status().cue is first
    walking.pass_time(10)
    changed = walking.service.status().cue
    assert changed is not first
    walking.pass_time(60)
    assert [cue for cue, *_ in walking.player.told[2:]] == [Cue.BRISK, Cue.HALF]
    assert walking.service.status().cue is changed


def test_the_metronome_ticks_in_brisk_stretches_only() -> None:
    walking = Walking(per_min=104.5, get_ready_s=0)
    assert walking.player.beats == []
    for seconds, beats in ((59, []), (1, [104.5]), (119, [104.5]), (1, [104.5, 0])):
        walking.pass_time(seconds)
        assert walking.player.beats == beats


@pytest.mark.parametrize("move", [Move.PAUSE, Move.STOP, Move.EASE_OFF])
def test_the_metronome_falls_silent_with_a_pause_a_stop_and_easing_off(move: Move) -> None:
    walking = Walking(per_min=100, get_ready_s=0)
    walking.pass_time(70)
    walking.service.perform(move)
    assert walking.player.beats == [100, 0]


def test_the_metronome_goes_on_after_a_pause() -> None:
    walking = Walking(per_min=100, get_ready_s=0)
    walking.pass_time(70)
    walking.service.perform(Move.PAUSE)
    walking.pass_time(5)
    walking.service.perform(Move.RESUME)
    assert walking.service.snapshot().state is WalkState.WALKING
    assert walking.player.beats == [100, 0, 100]


def test_a_walk_has_no_metronome_of_itself() -> None:
    walking = Walking(get_ready_s=0)
    walking.pass_time(70)
    assert walking.player.beats == []


@pytest.mark.parametrize("voice", [None, True, False])
def test_the_page_is_told_whether_there_is_a_voice(voice: bool | None) -> None:
    walking = Walking()
    walking.player.has_voice = voice
    assert walking.service.status().voice is voice
