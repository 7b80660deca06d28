"""A walk as it is run: cues, checkpoints, hangs, sleep, trouble and the end, with fakes and a clock that is moved by hand."""

from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest

from tests.fakes import FakeClock, FakeCuePlayer, FakeKeepAwake, MemoryDiaryStore
from walkcoach.core.cues import transcript
from walkcoach.core.diary import ShorterBecause
from walkcoach.core.programme import Programme
from walkcoach.core.segments import Pace, Segment, normal_only, segments_for
from walkcoach.core.session import Move, MoveError, WalkState
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Checkpoint, Cue, SoundState, WalkKind
from walkcoach.services.walking import WalkingService

PLAN = (Segment(Pace.NORMAL, 300), Segment(Pace.BRISK, 180), Segment(Pace.NORMAL, 420))
HOUR = segments_for(60, 20, Programme())
FULL_DISK = Trouble("The disk is full.", "Make some room.")


class Kept(MemoryDiaryStore):
    """A diary in memory that also remembers every checkpoint, with the moment it was written."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self._clock = clock
        self.checkpoints: list[tuple[float, Checkpoint]] = []

    def write_checkpoint(self, checkpoint: Checkpoint) -> None:
        super().write_checkpoint(checkpoint)
        self.checkpoints.append((self._clock(), checkpoint))


class Coached:
    """The service with its fakes."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.store = Kept(self.clock)
        self.player = FakeCuePlayer()
        self.awake = FakeKeepAwake()
        self.service = WalkingService(self.clock, self.store, self.player, self.awake)

    def start(self, segments: tuple[Segment, ...] = PLAN, get_ready_s: float = 0) -> None:
        self.service.start(segments, self.clock.today(), get_ready_s=get_ready_s)

    def walk(self, seconds: float, step_s: float = 1.0) -> None:
        """Let time pass, with an update each step and one at the end."""
        while seconds > 0:
            self.clock.advance(min(step_s, seconds))
            seconds -= step_s
            self.service.tick()

    def restarted(self) -> "WalkingService":
        """The program after a crash: the same diary and clock, nothing else."""
        return WalkingService(self.clock, self.store, FakeCuePlayer(), FakeKeepAwake())


@pytest.fixture
def coached() -> Coached:
    return Coached()


def test_a_whole_walk_plays_its_cues_and_saves_itself(coached: Coached) -> None:
    began = coached.clock.now()
    coached.start(get_ready_s=10)
    assert coached.player.opened == 1
    coached.walk(911)
    assert coached.player.played == [Cue.NORMAL, Cue.BRISK, Cue.NORMAL, Cue.END]
    assert not coached.player.is_open
    (walk,) = coached.store.load().walks
    assert (walk.walked_s, walk.brisk_s, walk.day, walk.kind) == (900, 180, began.date(), WalkKind.PLANNED)
    assert (walk.started, walk.ended, walk.shorter_because) == (began, began + timedelta(seconds=910), None)
    assert coached.store.read_checkpoint() is None


def test_a_walk_at_its_end_stays_to_be_looked_at_until_it_is_finished(coached: Coached) -> None:
    coached.start()
    coached.walk(950, step_s=30)
    assert coached.service.active
    assert coached.service.snapshot().state is WalkState.FINISHED
    assert coached.service.next_due_s() is None
    assert coached.service.finish(ShorterBecause.OTHER) == coached.store.load().walks[0]
    assert coached.store.load().walks[0].shorter_because is None
    assert not coached.service.active


def test_updates_as_often_as_you_like_change_nothing(coached: Coached) -> None:
    coached.start()
    coached.clock.advance(301)
    first = coached.service.tick()
    writes = coached.store.writes
    assert [coached.service.tick() for _ in range(5)] == [first] * 5
    assert coached.player.played == [Cue.NORMAL, Cue.BRISK]
    assert coached.store.writes == writes


def test_of_several_cues_passed_at_once_only_the_newest_is_played(coached: Coached) -> None:
    coached.start()
    coached.clock.advance(500)
    coached.service.tick()
    assert coached.player.played == [Cue.NORMAL, Cue.NORMAL]
    cue = coached.service.status().cue
    assert cue is not None
    assert cue.walked_s == 480


@pytest.mark.parametrize("seed", range(4))
def test_hangs_of_up_to_three_seconds_count_as_walking_and_every_cue_comes_once(coached: Coached, seed: int) -> None:
    random = Random(seed)
    coached.start(HOUR, get_ready_s=10)
    began_s = coached.clock() + 10
    heard: list[tuple[float, float, Cue]] = []
    while coached.service.snapshot().state is not WalkState.FINISHED:
        due_s, count = coached.service.next_due_s(), len(coached.player.told)
        assert due_s is not None
        hang_s = random.uniform(0, 3) if random.random() < 0.3 else 0.0
        coached.clock.advance(due_s + hang_s)
        seen = coached.service.tick()
        for cue, _, walked_s, late_s in coached.player.told[count:]:
            assert late_s == pytest.approx(coached.clock() - began_s - walked_s, abs=1e-5)
            heard.append((round(walked_s), late_s, cue))
        assert seen.walked_s == pytest.approx(min(3600, max(0, coached.clock() - began_s)), abs=1e-5)
    assert [(second, cue) for second, _, cue in heard] == [(second, Cue(kind.value)) for second, kind in transcript(HOUR)]
    assert all(late_s <= 3 for _, late_s, _ in heard)
    (walk,) = coached.store.load().walks
    assert (walk.walked_s, walk.brisk_s) == (3600, 1200)
    assert abs((walk.ended - walk.started).total_seconds() - 3610) <= 0.1


def test_without_hangs_every_cue_is_played_at_its_moment(coached: Coached) -> None:
    coached.start(HOUR, get_ready_s=10)
    began_s = coached.clock() + 10
    heard: list[tuple[float, Cue]] = []
    while coached.service.snapshot().state is not WalkState.FINISHED:
        due_s, count = coached.service.next_due_s(), len(coached.player.told)
        assert due_s is not None
        coached.clock.advance(due_s)
        coached.service.tick()
        if len(coached.player.told) > count:
            heard.append((coached.clock() - began_s, coached.player.told[-1][0]))
    assert [kind for _, kind in heard] == [Cue(kind.value) for _, kind in transcript(HOUR)]
    assert [second for second, _ in heard] == pytest.approx([second for second, _ in transcript(HOUR)], abs=1e-5)


def test_what_is_due_next_is_a_second_to_draw_a_checkpoint_or_a_change(coached: Coached) -> None:
    assert coached.service.next_due_s() is None
    coached.start((Segment(Pace.NORMAL, 3),), get_ready_s=2.5)
    assert coached.service.next_due_s() == 0.5
    coached.walk(0.75, step_s=0.75)
    assert coached.service.next_due_s() == 0.75
    coached.walk(1.75, step_s=1.75)
    assert coached.service.snapshot().state is WalkState.WALKING
    assert coached.service.next_due_s() == 1.0
    coached.clock.advance(5)
    assert coached.service.next_due_s() == 0


def test_a_walk_runs_on_nothing_but_what_is_due(coached: Coached) -> None:
    coached.clock.advance(98_765.432_1)  # moments that no sum of lengths meets exactly
    coached.start(PLAN, get_ready_s=10)
    updates = 0
    while (due_s := coached.service.next_due_s()) is not None:
        coached.clock.advance(due_s)
        coached.service.tick()
        updates += 1
    assert coached.service.snapshot().state is WalkState.FINISHED
    assert updates <= 10 + 900 + 5  # checkpoints come with whole seconds


def test_a_checkpoint_is_written_every_two_seconds(coached: Coached) -> None:
    coached.start(get_ready_s=10)
    coached.walk(10)
    assert coached.store.checkpoints == []
    coached.walk(60, step_s=0.25)
    moments = [moment for moment, _ in coached.store.checkpoints]
    assert max(later - sooner for sooner, later in pairwise(moments)) == 2
    assert len(moments) == 30
    saved = coached.store.checkpoints[-1][1]
    assert (saved.walked_s, saved.segments, saved.day) == (60, PLAN, coached.clock.today())


def test_each_move_writes_a_checkpoint_and_a_pause_writes_no_more(coached: Coached) -> None:
    coached.start()
    coached.walk(310.5)
    for move in (Move.MARK_SYMPTOM, Move.EASE_OFF, Move.PAUSE):
        written = len(coached.store.checkpoints)
        coached.service.perform(move)
        assert len(coached.store.checkpoints) == written + 1
    written = len(coached.store.checkpoints)
    coached.walk(600)
    assert len(coached.store.checkpoints) == written
    saved = coached.store.read_checkpoint()
    assert saved is not None
    assert (saved.walked_s, saved.brisk_s, saved.symptom_marks_s) == (310.5, 10.5, (310.5,))


def test_easing_off_is_heard_and_going_on_after_a_pause_is_not(coached: Coached) -> None:
    coached.start()
    coached.walk(320)
    coached.service.perform(Move.PAUSE)
    coached.service.perform(Move.RESUME)
    assert coached.player.played == [Cue.NORMAL, Cue.BRISK]
    coached.service.perform(Move.EASE_OFF)
    assert coached.player.played == [Cue.NORMAL, Cue.BRISK, Cue.NORMAL]
    coached.walk(200)
    assert coached.player.played == [Cue.NORMAL, Cue.BRISK, Cue.NORMAL]


def test_an_impossible_move_is_refused(coached: Coached) -> None:
    coached.start()
    with pytest.raises(MoveError, match="resume is not possible while walking"):
        coached.service.perform(Move.RESUME)


def test_a_move_that_time_has_overtaken_does_nothing(coached: Coached) -> None:
    coached.start()
    coached.walk(899)
    coached.clock.advance(1.5)
    assert coached.service.perform(Move.PAUSE).state is WalkState.FINISHED
    with pytest.raises(MoveError):
        coached.service.perform(Move.PAUSE)


def test_a_walk_cut_short_is_saved_with_its_reason_and_its_last_step(coached: Coached) -> None:
    coached.start()
    coached.walk(400)
    last_step = coached.clock.now()
    coached.service.perform(Move.STOP)
    coached.walk(300)
    coached.clock.sleep(3600)
    walk = coached.service.finish(ShorterBecause.SYMPTOMS)
    assert walk is not None
    assert (walk.walked_s, walk.brisk_s, walk.shorter_because) == (400, 100, ShorterBecause.SYMPTOMS)
    assert walk.ended == last_step
    assert coached.store.load().walks == (walk,)
    assert coached.store.read_checkpoint() is None
    assert not coached.player.is_open
    assert Cue.END not in coached.player.played


def test_finishing_while_walking_ends_the_walk_there(coached: Coached) -> None:
    coached.start()
    coached.walk(60)
    walk = coached.service.finish(ShorterBecause.NO_TIME)
    assert walk is not None
    assert walk.walked_s == 60


def test_after_the_finish_move_the_walk_waits_for_its_reason(coached: Coached) -> None:
    coached.start()
    coached.walk(60)
    coached.service.perform(Move.STOP)
    assert coached.service.perform(Move.FINISH).finished_early
    coached.walk(10)
    assert coached.store.load().walks == ()
    walk = coached.service.finish(ShorterBecause.NO_TIME)
    assert walk is not None
    assert walk.shorter_because is ShorterBecause.NO_TIME


@pytest.mark.parametrize("seconds", [0, 5, 10.9])
def test_a_walk_of_under_a_second_is_not_kept(coached: Coached, seconds: float) -> None:
    coached.start(get_ready_s=10)
    coached.walk(seconds)
    assert coached.service.finish() is None
    assert coached.store.load().walks == ()
    assert coached.store.writes == 0


def test_a_discarded_walk_leaves_nothing(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.service.discard()
    assert (coached.service.active, coached.player.is_open) == (False, False)
    assert coached.store.read_checkpoint() is None
    assert coached.store.load().walks == ()


def test_discarding_a_walk_at_its_end_keeps_it(coached: Coached) -> None:
    coached.start()
    coached.walk(901)
    coached.service.discard()
    assert len(coached.store.load().walks) == 1


def test_a_walk_across_midnight_belongs_to_the_day_it_began_on(coached: Coached) -> None:
    coached.clock.go_to(coached.clock.today(), 23, 55)
    day = coached.clock.today()
    coached.start()
    coached.walk(900, step_s=60)
    (walk,) = coached.store.load().walks
    assert walk.day == day
    assert walk.ended.date() == day + timedelta(days=1)


def test_a_wall_clock_put_back_changes_no_minutes(coached: Coached) -> None:
    coached.start()
    coached.walk(300)
    coached.clock.set_wall(coached.clock.now() - timedelta(hours=8))
    coached.walk(600)
    (walk,) = coached.store.load().walks
    assert walk.walked_s == 900
    assert walk.ended - walk.started == timedelta(seconds=900)


def test_one_walk_at_a_time(coached: Coached) -> None:
    coached.start()
    with pytest.raises(RuntimeError, match="a walk is under way already"):
        coached.start()


def test_a_walk_that_is_saved_makes_room_for_the_next(coached: Coached) -> None:
    coached.start()
    coached.walk(901)
    coached.start(normal_only(5))
    coached.walk(301)
    assert [walk.walked_s for walk in coached.store.load().walks] == [900, 300]


def test_without_a_walk_there_is_nothing_to_draw(coached: Coached) -> None:
    with pytest.raises(RuntimeError, match="no walk is under way"):
        coached.service.tick()
    coached.service.close()


def test_the_status_tells_what_can_be_heard(coached: Coached) -> None:
    coached.player.sound = SoundState.NONE
    coached.start()
    assert coached.service.status().sound is SoundState.NONE


def test_a_full_disk_does_not_stop_the_walk_and_is_told_until_it_is_over(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.store.trouble = FULL_DISK
    coached.walk(100)
    assert coached.service.status().trouble is FULL_DISK
    assert coached.service.snapshot().walked_s == 200
    coached.store.trouble = None
    coached.walk(2)
    assert coached.service.status().trouble is None
    saved = coached.store.read_checkpoint()
    assert saved is not None
    assert saved.walked_s == 202


def test_a_whole_walk_that_cannot_be_saved_is_tried_again(coached: Coached) -> None:
    coached.start()
    coached.walk(890)
    coached.store.trouble = FULL_DISK
    coached.walk(20)
    assert coached.service.status().trouble is FULL_DISK
    with pytest.raises(Trouble):
        coached.service.finish()
    assert coached.service.active
    assert coached.service.next_due_s() is not None
    coached.store.trouble = None
    coached.walk(2)
    assert coached.service.status().trouble is None
    assert coached.service.finish() == coached.store.load().walks[0]
    assert coached.player.played.count(Cue.END) == 1


def test_a_whole_walk_has_no_reason_to_be_shorter_even_if_it_was_hard_to_save(coached: Coached) -> None:
    coached.start()
    coached.walk(890)
    coached.store.trouble = FULL_DISK
    coached.walk(11)
    coached.store.trouble = None
    walk = coached.service.finish(ShorterBecause.NO_TIME)
    assert walk is not None
    assert (walk.walked_s, walk.shorter_because) == (900, None)


def test_a_shorter_walk_that_cannot_be_saved_can_be_finished_again(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.store.trouble = FULL_DISK
    with pytest.raises(Trouble):
        coached.service.finish(ShorterBecause.NO_TIME)
    coached.store.trouble = None
    walk = coached.service.finish(ShorterBecause.NO_TIME)
    assert walk is not None
    assert (walk.walked_s, walk.shorter_because) == (100, ShorterBecause.NO_TIME)


def test_a_walk_can_start_while_the_diary_is_in_trouble(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.service.close()
    coached.store.trouble = FULL_DISK
    coached.start()
    assert coached.service.status().trouble is FULL_DISK
