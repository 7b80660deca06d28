"""Walks that are interrupted: by sleep, by a long pause, by a crash."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from tests.services.test_walking import FULL_DISK, PLAN, Coached
from walkcoach.core.diary import ShorterBecause
from walkcoach.core.session import Move, MoveError, WalkState
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Cue


@pytest.fixture
def coached() -> Coached:
    return Coached()


@pytest.mark.parametrize("slept_s", [1, 9.9])
def test_a_short_sleep_is_not_walking_and_not_worth_a_word(coached: Coached, slept_s: float) -> None:
    coached.start()
    coached.walk(100)
    coached.clock.sleep(slept_s)
    coached.walk(10)
    status = coached.service.status()
    assert (status.snapshot.state, status.snapshot.walked_s, status.slept_s) == (WalkState.WALKING, 110, 0)


@pytest.mark.parametrize("slept_s", [12, 300, 9 * 3600])
def test_sleep_pauses_the_walk_at_the_moment_it_began_and_is_told_once(coached: Coached, slept_s: float) -> None:
    coached.start()
    coached.walk(299.5)
    coached.clock.sleep(slept_s)
    coached.walk(10)
    status = coached.service.status()
    assert (status.snapshot.state, status.snapshot.walked_s, status.slept_s) == (WalkState.PAUSED, 299.5, slept_s)
    assert status.snapshot.paused_s == slept_s + 10
    assert coached.player.played == [Cue.NORMAL]
    saved = coached.store.read_checkpoint()
    assert saved is not None
    assert saved.walked_s == 299.5
    coached.service.perform(Move.RESUME)
    coached.walk(1)
    assert coached.service.status().slept_s == 0
    assert coached.service.snapshot().walked_s == 300.5
    assert coached.player.played == [Cue.NORMAL, Cue.BRISK]


def test_a_pause_pressed_on_waking_up_does_nothing_more(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.clock.sleep(60)
    assert coached.service.perform(Move.PAUSE).walked_s == 100
    assert coached.service.status().slept_s == 60


@pytest.mark.parametrize("slept_s", [1, 12, 300, 9 * 3600])
@pytest.mark.parametrize("move", [Move.PAUSE, Move.STOP])
def test_sleep_in_a_pause_changes_no_minutes_and_asks_nothing(coached: Coached, move: Move, slept_s: float) -> None:
    coached.start()
    coached.walk(100)
    coached.service.perform(move)
    coached.walk(20)
    coached.clock.sleep(slept_s)
    coached.walk(1)
    status = coached.service.status()
    assert (status.snapshot.walked_s, status.slept_s, status.snapshot.paused_s) == (100, 0, 21 + slept_s)
    assert status.long_pause is (slept_s > 7200)


def test_sleep_before_a_pause_is_no_part_of_it(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.clock.sleep(9)
    coached.walk(10)
    coached.service.perform(Move.PAUSE)
    coached.walk(5)
    assert coached.service.snapshot().paused_s == 5


@pytest.mark.parametrize("slept_s", [12, 300, 9 * 3600])
def test_part_of_a_sleep_is_counted_when_the_person_says_so(coached: Coached, slept_s: float) -> None:
    began = coached.clock.now()
    coached.start()
    coached.walk(250)
    coached.clock.sleep(slept_s)
    coached.walk(30)
    asked = coached.service.snapshot()
    assert (asked.slept_s, Move.COUNT in asked.moves) == (slept_s, True)
    counted_s = min(100, slept_s)
    after = coached.service.count(100)
    assert (after.state, after.walked_s, after.slept_s) == (WalkState.PAUSED, 250 + counted_s, 0)
    assert after.paused_s == 30 + slept_s - counted_s
    assert coached.player.played == [Cue.NORMAL]
    saved = coached.store.read_checkpoint()
    assert saved is not None
    assert (saved.walked_s, saved.brisk_s) == (250 + counted_s, max(0, counted_s - 50))
    walk = coached.service.finish(ShorterBecause.OTHER)
    assert walk is not None
    assert (walk.walked_s, walk.ended) == (250 + counted_s, began + timedelta(seconds=250 + counted_s))


def test_a_walk_whose_rest_is_counted_is_over_and_saved_with_its_last_step(coached: Coached) -> None:
    began = coached.clock.now()
    coached.start()
    coached.walk(250)
    coached.clock.sleep(3600)
    coached.walk(30)
    assert coached.service.count(3600).state is WalkState.FINISHED
    (walk,) = coached.store.load().walks
    assert (walk.walked_s, walk.brisk_s, walk.ended) == (900, 180, began + timedelta(seconds=900))
    assert coached.player.played == [Cue.NORMAL, Cue.END]
    assert not coached.player.is_open


def test_without_a_sleep_nothing_can_be_counted(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.service.perform(Move.PAUSE)
    with pytest.raises(MoveError, match="count is not possible while paused"):
        coached.service.count(60)
    assert coached.service.snapshot().walked_s == 100


def test_a_machine_that_wakes_for_a_moment_and_sleeps_on_asks_one_question(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    for _nap in range(3):
        coached.clock.sleep(300)
        coached.walk(5)
    assert coached.service.status().slept_s == 900
    assert coached.service.count(700).walked_s == 800


def test_a_symptom_noted_on_waking_leaves_the_question_open(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.clock.sleep(300)
    coached.walk(5)
    coached.service.perform(Move.MARK_SYMPTOM)
    assert coached.service.status().slept_s == 300
    coached.service.perform(Move.STOP)
    assert coached.service.status().slept_s == 0


def test_a_whole_walk_ended_at_its_last_step_however_late_it_is_saved(coached: Coached) -> None:
    began = coached.clock.now()
    coached.start()
    coached.walk(890)
    coached.store.trouble = FULL_DISK
    coached.walk(20)
    coached.clock.sleep(9 * 3600)
    coached.store.trouble = None
    coached.walk(5)
    (walk,) = coached.store.load().walks
    assert walk.ended == began + timedelta(seconds=900)


def test_sleep_while_getting_ready_pauses_too(coached: Coached) -> None:
    coached.start(get_ready_s=10)
    coached.walk(4)
    coached.clock.sleep(300)
    coached.walk(20)
    assert coached.service.snapshot().state is WalkState.PAUSED
    assert coached.service.snapshot().walked_s == 0
    coached.service.perform(Move.RESUME)
    coached.walk(15)
    assert coached.service.snapshot().walked_s == 5


def test_sleep_after_the_end_changes_nothing(coached: Coached) -> None:
    coached.start()
    coached.walk(901)
    before = coached.service.status()
    coached.clock.sleep(9 * 3600)
    coached.walk(1)
    assert coached.service.status() == before


def test_a_pause_of_two_hours_asks_whether_to_finish(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.service.perform(Move.PAUSE)
    assert coached.service.next_due_s() == 30
    coached.clock.advance(7190)
    coached.service.tick()
    assert not coached.service.status().long_pause
    assert coached.service.next_due_s() == 10
    coached.clock.advance(10)
    coached.service.tick()
    assert coached.service.status().long_pause
    assert coached.service.next_due_s() is None
    coached.service.perform(Move.RESUME)
    assert not coached.service.status().long_pause


@pytest.mark.parametrize("seed", range(20))
def test_a_crash_at_any_moment_costs_at_most_five_seconds(coached: Coached, seed: int) -> None:
    random = Random(seed)
    coached.start(get_ready_s=10)
    began_s = coached.clock() + 10
    crash_s = began_s + random.uniform(3, 900)
    while coached.clock() < crash_s:
        coached.service.tick()
        hang_s = random.uniform(0, 3) if random.random() < 0.3 else 0.0
        coached.clock.advance(min(crash_s - coached.clock(), (coached.service.next_due_s() or 0.0) + hang_s))
    found = coached.restarted().recovered()
    assert coached.clock() - began_s - (found.walked_s if found else 0.0) <= 5
    assert coached.store.load().walks == ()


def test_a_walk_found_again_goes_on_as_the_same_walk(coached: Coached) -> None:
    began = coached.clock.now()
    coached.start()
    coached.walk(320)
    coached.service.perform(Move.MARK_SYMPTOM)
    coached.service.perform(Move.EASE_OFF)
    coached.clock.advance(3600)
    service = coached.restarted()
    found = service.recovered()
    assert found is not None
    assert service.resume_checkpoint(found, get_ready_s=10).state is WalkState.GET_READY
    assert service.recovered() is None
    coached.clock.advance(10)
    assert service.tick().state is WalkState.WALKING
    coached.clock.advance(580)
    service.tick()
    (walk,) = coached.store.load().walks
    assert (walk.id, walk.started, walk.walked_s, walk.brisk_s, walk.symptom_marks_s) == (found.id, began, 900, 20, (320,))
    assert coached.store.read_checkpoint() is None


def test_a_walk_found_again_can_be_saved_as_far_as_it_went(coached: Coached) -> None:
    coached.start()
    coached.walk(320)
    stopped = coached.clock.now()
    coached.clock.advance(3600)
    service = coached.restarted()
    found = service.recovered()
    assert found is not None
    walk = service.save_recovered(found, ShorterBecause.NO_TIME)
    assert (walk.walked_s, walk.brisk_s, walk.ended, walk.shorter_because) == (320, 20, stopped, ShorterBecause.NO_TIME)
    assert coached.store.load().walks == (walk,)
    assert service.recovered() is None


def test_a_walk_found_again_can_be_discarded(coached: Coached) -> None:
    coached.start()
    coached.walk(320)
    service = coached.restarted()
    service.discard_recovered()
    assert service.recovered() is None
    assert coached.store.load().walks == ()


def test_after_a_day_a_walk_found_again_is_saved_and_no_longer_offered(coached: Coached) -> None:
    coached.start()
    coached.walk(320)
    coached.clock.advance(24 * 3600 - 1)
    assert coached.restarted().recovered() is not None
    coached.clock.advance(1)
    assert coached.restarted().recovered() is None
    (walk,) = coached.store.load().walks
    assert (walk.walked_s, walk.shorter_because) == (320, None)


def test_a_checkpoint_of_nothing_walked_is_dropped(coached: Coached) -> None:
    coached.start()
    coached.walk(2)
    checkpoint = coached.store.read_checkpoint()
    assert checkpoint is not None
    coached.store.write_checkpoint(replace(checkpoint, walked_s=0.5))
    assert coached.restarted().recovered() is None
    assert coached.store.read_checkpoint() is None


def test_a_walk_found_again_with_nothing_left_is_saved_at_once(coached: Coached) -> None:
    coached.start()
    coached.walk(898)
    checkpoint = coached.store.read_checkpoint()
    assert checkpoint is not None
    service = coached.restarted()
    assert service.resume_checkpoint(replace(checkpoint, walked_s=900)).state is WalkState.FINISHED
    assert service.finish() == coached.store.load().walks[0]


def test_a_walk_nobody_answered_for_is_saved_before_the_next_one_starts(coached: Coached) -> None:
    coached.start()
    coached.walk(320)
    service = coached.restarted()
    service.start(PLAN, coached.clock.today(), get_ready_s=0)
    coached.clock.advance(900)
    service.tick()
    assert [walk.walked_s for walk in coached.store.load().walks] == [320, 900]


def test_closing_the_program_keeps_the_walk_to_be_offered(coached: Coached) -> None:
    coached.start()
    coached.walk(321.5)
    coached.service.close()
    assert (coached.service.active, coached.player.is_open) == (False, False)
    found = coached.restarted().recovered()
    assert found is not None
    assert found.walked_s == 321.5


def test_closing_the_program_in_trouble_raises_nothing(coached: Coached) -> None:
    coached.start()
    coached.walk(321)
    coached.store.trouble = FULL_DISK
    coached.service.close()
    assert not coached.service.active


def test_trouble_in_finding_a_walk_again_is_passed_on(coached: Coached) -> None:
    coached.start()
    coached.walk(320)
    coached.clock.advance(48 * 3600)
    coached.store.trouble = FULL_DISK
    with pytest.raises(Trouble):
        coached.restarted().recovered()
    coached.store.trouble = None
    assert coached.store.read_checkpoint() is not None


def test_a_checkpoint_saved_under_a_wrong_clock_is_still_offered(coached: Coached) -> None:
    coached.start()
    coached.walk(320)
    coached.clock.set_wall(coached.clock.now() - timedelta(days=3))
    assert coached.restarted().recovered() is not None


@pytest.mark.parametrize("days", [0, 3])
@pytest.mark.parametrize("discarded", [False, True])
def test_a_walk_that_was_cut_off_outlives_a_full_disk_at_the_start_of_the_next(
    coached: Coached, days: int, discarded: bool
) -> None:
    coached.start()
    coached.walk(400)
    coached.service.close()
    coached.clock.advance(days * 24 * 3600 + 60)
    coached.store.trouble = FULL_DISK
    coached.service.start(PLAN, coached.clock.today(), get_ready_s=0)
    coached.walk(1)
    if discarded:
        coached.service.discard()
        coached.store.trouble = None
        found = coached.store.read_checkpoint()
        assert found is not None
        assert found.walked_s == 400
        return
    coached.store.trouble = None
    coached.walk(60)
    assert coached.service.status().trouble is None
    coached.service.finish()
    assert [walk.walked_s for walk in coached.store.load().walks] == [400, 61]
