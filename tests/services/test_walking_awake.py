"""When a walk keeps the screen awake, and that nobody does after it."""

from collections.abc import Callable

import pytest

from tests.services.test_walking import FULL_DISK, PLAN, Coached
from walkcoach.core.diary import ShorterBecause
from walkcoach.core.session import Move
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import AwakeState


def is_held(coached: Coached) -> bool:
    """Whether the screen is kept awake just now."""
    return coached.awake.is_held


@pytest.fixture
def coached() -> Coached:
    return Coached()


def test_the_screen_is_kept_awake_from_the_start_to_the_end_and_asked_for_once(coached: Coached) -> None:
    assert not is_held(coached)
    coached.start(get_ready_s=10)
    assert is_held(coached)
    coached.walk(909)
    assert is_held(coached)
    coached.walk(2)
    assert (is_held(coached), coached.awake.asked) == (False, 1)


@pytest.mark.parametrize(("answer", "told"), [(AwakeState.KEPT, True), (AwakeState.REFUSED, False), (AwakeState.NOT_ASKED, None)])
def test_the_status_tells_what_the_desktop_said(coached: Coached, answer: AwakeState, told: bool | None) -> None:
    coached.awake.answer = answer
    coached.start()
    assert coached.service.status().awake is told
    coached.walk(901)
    assert coached.service.status().awake is None


@pytest.mark.parametrize("move", [Move.PAUSE, Move.STOP])
def test_a_pause_of_over_five_minutes_lets_the_screen_go_dark_until_the_walk_goes_on(coached: Coached, move: Move) -> None:
    coached.start()
    coached.walk(100)
    coached.service.perform(move)
    coached.walk(300)
    assert is_held(coached)
    coached.walk(1)
    assert not is_held(coached)
    assert coached.service.status().awake is None
    coached.service.perform(Move.RESUME if move is Move.PAUSE else Move.GO_ON)
    assert (is_held(coached), coached.awake.asked) == (True, 2)


def test_a_long_pause_is_noticed_by_the_walks_own_timer(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.service.perform(Move.PAUSE)
    while is_held(coached):
        due_s = coached.service.next_due_s()
        assert due_s is not None
        coached.clock.advance(due_s)
        coached.service.tick()
    assert 300 < coached.service.snapshot().paused_s <= 330


@pytest.mark.parametrize(("slept_s", "held"), [(12, True), (299, True), (9 * 3600, False)])
def test_sleep_is_part_of_the_pause_that_it_made(coached: Coached, slept_s: float, held: bool) -> None:
    coached.start()
    coached.walk(100)
    coached.clock.sleep(slept_s)
    coached.walk(1)
    assert is_held(coached) is held


ENDINGS: dict[str, Callable[[Coached], object]] = {
    "finished here": lambda coached: coached.service.finish(ShorterBecause.NO_TIME),
    "finished, and waiting for its reason": lambda coached: [coached.service.perform(move) for move in (Move.STOP, Move.FINISH)],
    "discarded": lambda coached: coached.service.discard(),
    "the program closed": lambda coached: coached.service.close(),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_after_the_end_nobody_keeps_the_screen_awake(coached: Coached, ending: str) -> None:
    coached.start()
    coached.walk(100)
    ENDINGS[ending](coached)
    assert not is_held(coached)


def test_a_walk_that_could_not_be_saved_keeps_nothing_awake(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.store.trouble = FULL_DISK
    with pytest.raises(Trouble):
        coached.service.finish(ShorterBecause.NO_TIME)
    assert not is_held(coached)


def test_a_walk_found_again_keeps_the_screen_awake_too(coached: Coached) -> None:
    coached.start()
    coached.walk(100)
    coached.service.close()
    found = coached.service.recovered()
    assert found is not None
    coached.service.resume_checkpoint(found)
    assert is_held(coached)
    assert found.segments == PLAN
