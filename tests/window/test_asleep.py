"""The machine sleeps in the middle of a walk: in the real window one question, by keyboard, and only what was walked is kept."""

import pytest

from tests.window.desk import ESCAPE, RETURN, SPACE, Desk, Key
from walkcoach.core.session import WalkState


def walk_and_fall_asleep(desk: Desk, slept_s: float, walked_s: float = 310) -> None:
    """Five minutes into the day's walk, get-ready time first, the lid is closed."""
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(walked_s, step_s=10)
    desk.clock.sleep(slept_s)
    desk.pass_time(1)


@pytest.mark.parametrize("slept_s", [12, 300, 9 * 3600])
def test_going_on_from_there_counts_nothing_of_the_sleep(desk: Desk, slept_s: float) -> None:
    walk_and_fall_asleep(desk, slept_s)
    assert "Did you walk on meanwhile?" in desk.read()
    desk.press(SPACE)
    assert "Did you walk on meanwhile?" not in desk.read()
    desk.pass_time(600, step_s=10)
    (walk,) = desk.store.load().walks
    assert walk.walked_s == 900


def test_a_second_of_sleep_is_not_worth_a_question(desk: Desk) -> None:
    walk_and_fall_asleep(desk, 1)
    assert "Did you walk on meanwhile?" not in desk.read()
    desk.pass_time(599, step_s=1)
    (walk,) = desk.store.load().walks
    assert (walk.walked_s, (walk.ended - walk.started).total_seconds()) == (900, 911)


def test_part_of_the_sleep_counts_and_the_walk_goes_on_with_the_rest(desk: Desk) -> None:
    walk_and_fall_asleep(desk, 600)
    desk.press("c", Key.Key_Up, Key.Key_Up, RETURN)
    desk.pass_time(100)
    desk.press(SPACE)
    desk.pass_time(421, step_s=10)
    (walk,) = desk.store.load().walks
    assert walk.walked_s == 900
    assert (walk.ended - walk.started).total_seconds() == 10 + 300 + 600 + 1 + 100 + 420


def test_a_sleep_over_the_whole_rest_can_end_the_walk(desk: Desk) -> None:
    walk_and_fall_asleep(desk, 9 * 3600)
    desk.press("c", "1", "0", RETURN)
    assert desk.shown_walk().state is WalkState.FINISHED
    (walk,) = desk.store.load().walks
    assert (walk.walked_s, (walk.ended - walk.started).total_seconds()) == (900, 910)


def test_stopping_there_keeps_what_was_walked_before_the_sleep(desk: Desk) -> None:
    walk_and_fall_asleep(desk, 9 * 3600)
    desk.press(ESCAPE, "f", "1")
    (walk,) = desk.store.load().walks
    assert (walk.walked_s, (walk.ended - walk.started).total_seconds()) == (300, 310)
    assert not desk.program.walk.under_way
