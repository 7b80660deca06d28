"""The life of one walk: what may follow what, and how its time is counted, in whatever order things happen."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.segments import Pace, Segment, normal_only
from walkcoach.core.session import Move, MoveError, Walk, WalkState

NORMAL, BRISK = Pace.NORMAL, Pace.BRISK
PLAN = (Segment(NORMAL, 300), Segment(BRISK, 180), Segment(NORMAL, 420))
T0 = 5000.0

ALLOWED = {
    WalkState.READY: {Move.START: WalkState.GET_READY},
    WalkState.GET_READY: {Move.PAUSE: WalkState.PAUSED, Move.STOP: WalkState.STOPPING},
    WalkState.WALKING: {
        Move.PAUSE: WalkState.PAUSED,
        Move.STOP: WalkState.STOPPING,
        Move.EASE_OFF: WalkState.WALKING,
        Move.MARK_SYMPTOM: WalkState.WALKING,
    },
    WalkState.PAUSED: {
        Move.RESUME: WalkState.WALKING,
        Move.EASE_OFF: WalkState.PAUSED,
        Move.MARK_SYMPTOM: WalkState.PAUSED,
        Move.STOP: WalkState.STOPPING,
        Move.FINISH: WalkState.FINISHED,
    },
    WalkState.STOPPING: {
        Move.GO_ON: WalkState.WALKING,
        Move.MARK_SYMPTOM: WalkState.STOPPING,
        Move.FINISH: WalkState.FINISHED,
    },
    WalkState.FINISHED: {},
}


def started(plan: tuple[Segment, ...] = PLAN) -> Walk:
    """A walk under way since T0, with no time to get ready."""
    return Walk(plan, get_ready_s=0).after(Move.START, T0)


def in_state(state: WalkState) -> tuple[Walk, float]:
    """A walk in `state`, 400 s into `PLAN` and so in its brisk bout where it has begun, and the moment."""
    now_s = T0 + 400
    walking = started()
    return {
        WalkState.READY: Walk(PLAN),
        WalkState.GET_READY: Walk(PLAN).after(Move.START, now_s),
        WalkState.WALKING: walking,
        WalkState.PAUSED: walking.after(Move.PAUSE, now_s),
        WalkState.STOPPING: walking.after(Move.STOP, now_s),
        WalkState.FINISHED: walking.after(Move.STOP, now_s).after(Move.FINISH, now_s),
    }[state], now_s


@pytest.mark.parametrize(("state", "move"), tuple(product(WalkState, Move)))
def test_each_move_leads_where_the_table_says_or_is_refused(state: WalkState, move: Move) -> None:
    walk, now_s = in_state(state)
    target = ALLOWED[state].get(move)
    if target is None:
        with pytest.raises(MoveError, match=f"{move} is not possible while {state}") as refused:
            walk.after(move, now_s)
        assert (refused.value.state, refused.value.move) == (state, move)
    else:
        assert walk.after(move, now_s).state is target
    assert walk.snapshot(now_s).moves == set(ALLOWED[state])


def test_a_walk_starts_after_the_time_to_get_ready() -> None:
    walk = Walk(PLAN, get_ready_s=10).after(Move.START, T0)
    assert walk.snapshot(T0 + 4).get_ready_left_s == 6
    assert walk.snapshot(T0 + 4).pace is NORMAL
    assert walk.next_boundary_at(T0 + 4) == T0 + 10
    assert walk.at(T0 + 9.999).state is WalkState.GET_READY
    assert walk.at(T0 + 10).state is WalkState.WALKING
    assert walk.walked_at(T0 + 70) == 60


def test_late_by_a_little_the_walk_still_began_at_its_moment() -> None:
    walk = Walk(PLAN, get_ready_s=10).after(Move.START, T0).at(T0 + 13)
    assert walk.walked_at(T0 + 13) == 3


def test_a_pause_does_not_count_as_walking() -> None:
    walk = started().after(Move.PAUSE, T0 + 60)
    assert walk.walked_at(T0 + 3660) == 60
    assert walk.snapshot(T0 + 3660).paused_s == 3600
    walk = walk.after(Move.RESUME, T0 + 3660)
    assert walk.state is WalkState.WALKING
    assert walk.walked_at(T0 + 3670) == 70
    assert walk.snapshot(T0 + 3670).paused_s == 0


def test_a_moment_before_walking_went_on_takes_nothing_back() -> None:
    walk = started().after(Move.PAUSE, T0 + 60).after(Move.RESUME, T0 + 100)
    assert walk.walked_at(T0 + 90) == 60


def test_a_pause_while_getting_ready_leaves_the_whole_time_to_get_ready_again() -> None:
    walk = Walk(PLAN, get_ready_s=10).after(Move.START, T0).after(Move.PAUSE, T0 + 8).after(Move.RESUME, T0 + 100)
    assert walk.state is WalkState.GET_READY
    assert walk.snapshot(T0 + 100).get_ready_left_s == 10
    assert walk.walked_at(T0 + 115) == 5


def test_stopping_pauses_at_once_and_pressing_pause_before_it_counts_from_there() -> None:
    walk = started().after(Move.PAUSE, T0 + 50).after(Move.STOP, T0 + 80)
    assert walk.snapshot(T0 + 90).walked_s == 50
    assert walk.snapshot(T0 + 90).paused_s == 40
    assert walk.after(Move.GO_ON, T0 + 90).walked_at(T0 + 100) == 60


def test_a_walk_finished_before_its_end_says_so() -> None:
    walk = started().after(Move.STOP, T0 + 450).after(Move.FINISH, T0 + 470)
    seen = walk.snapshot(T0 + 9999)
    assert (seen.state, seen.walked_s, seen.brisk_s, seen.finished_early) == (WalkState.FINISHED, 450, 150, True)
    assert (seen.pace, seen.left_in_segment_s, seen.next_pace, seen.next_length_s) == (None, 0, None, 0)
    assert (seen.moves, seen.paused_s, walk.next_boundary_at(T0 + 9999)) == (frozenset(), 0, None)


def test_it_reaches_its_end_at_the_scheduled_moment_however_late_one_looks() -> None:
    walk = started().at(T0 + 5000)
    assert walk.state is WalkState.FINISHED
    assert walk.moment_of(walk.total_s) == T0 + 900
    assert walk.walked_at(T0 + 5000) == 900
    assert not walk.snapshot(T0 + 5000).finished_early


def test_a_whole_walk_can_pass_in_one_update() -> None:
    walk = Walk(PLAN, get_ready_s=10).after(Move.START, T0).at(T0 + 4000)
    assert walk.state is WalkState.FINISHED
    assert walk.moment_of(0) == T0 + 10
    assert walk.moment_of(900) == T0 + 910


def test_what_is_drawn_in_the_middle_of_a_bout() -> None:
    seen = started().snapshot(T0 + 330.5)
    assert (seen.pace, seen.segment_index, seen.left_in_segment_s) == (BRISK, 1, 149.5)
    assert (seen.next_pace, seen.next_length_s, seen.bout, seen.bouts) == (NORMAL, 420, 1, 1)
    assert (seen.walked_s, seen.brisk_s, seen.total_s, seen.left_s) == (330.5, 30.5, 900, 569.5)
    assert seen.can_ease_off


def test_before_and_after_the_bouts_nothing_can_be_eased() -> None:
    walk = started()
    assert not walk.snapshot(T0 + 299.9).can_ease_off
    assert walk.snapshot(T0 + 300).can_ease_off
    assert not walk.snapshot(T0 + 480).can_ease_off
    with pytest.raises(MoveError, match="ease_off is not possible while walking: the pace is normal"):
        walk.after(Move.EASE_OFF, T0 + 480)


def test_easing_off_makes_the_rest_of_the_bout_normal() -> None:
    walk = started().after(Move.EASE_OFF, T0 + 340)
    assert walk.segments == (Segment(NORMAL, 300), Segment(BRISK, 40), Segment(NORMAL, 560))
    seen = walk.snapshot(T0 + 340)
    assert (seen.pace, seen.left_in_segment_s, seen.total_s, seen.brisk_s, seen.bout) == (NORMAL, 560, 900, 40, 1)
    assert walk.snapshot(T0 + 900).brisk_s == 40


def test_easing_off_between_two_seconds_is_normal_at_once_and_loses_no_brisk_time() -> None:
    walk = started().after(Move.EASE_OFF, T0 + 340.75)
    assert walk.segments[1] == Segment(BRISK, 40)
    assert walk.snapshot(T0 + 340.75).pace is NORMAL
    assert walk.brisk_at(T0 + 340.75) == 40.75
    assert walk.brisk_at(T0 + 800) == 40.75


def test_the_brisk_time_of_every_eased_bout_is_kept() -> None:
    plan = (Segment(BRISK, 60), Segment(NORMAL, 60), Segment(BRISK, 60))
    walk = started(plan).after(Move.EASE_OFF, T0 + 20.5).after(Move.EASE_OFF, T0 + 130.75)
    assert walk.brisk_at(T0 + 180) == 20.5 + 10.75


def test_easing_off_as_a_bout_begins_takes_the_bout_away() -> None:
    walk = started().after(Move.EASE_OFF, T0 + 300.25)
    assert walk.segments == (Segment(NORMAL, 900),)
    assert walk.brisk_at(T0 + 800) == 0.25


def test_easing_off_leaves_the_bouts_to_come() -> None:
    plan = (Segment(BRISK, 60), Segment(BRISK, 60), Segment(NORMAL, 60), Segment(BRISK, 60))
    walk = started(plan).after(Move.EASE_OFF, T0 + 20)
    assert walk.segments == (Segment(BRISK, 20), Segment(NORMAL, 40), *plan[1:])
    assert walk.snapshot(T0 + 70).can_ease_off


def test_a_bout_can_be_eased_off_in_a_pause() -> None:
    walk = started().after(Move.PAUSE, T0 + 340).after(Move.EASE_OFF, T0 + 400)
    assert (walk.state, walk.snapshot(T0 + 400).pace, walk.snapshot(T0 + 400).paused_s) == (WalkState.PAUSED, NORMAL, 60)


def test_symptom_marks_keep_their_moments() -> None:
    walk = started().after(Move.MARK_SYMPTOM, T0 + 10).after(Move.PAUSE, T0 + 20).after(Move.MARK_SYMPTOM, T0 + 900)
    assert walk.snapshot(T0 + 901).symptom_marks_s == (10, 20)


def test_boundaries_are_those_after_the_first_place_up_to_the_second() -> None:
    walk = started()
    places = [boundary.walked_s for boundary in walk.boundaries_between(0, 900)]
    assert places == [300, 480, 900]
    assert [boundary.walked_s for boundary in walk.boundaries_between(300, 480)] == [480]
    last = walk.boundaries_between(899, 900)[0]
    assert (last.ends, last.begins) == (PLAN[2], None)


def test_the_next_boundary_moves_with_a_pause() -> None:
    walk = started()
    assert walk.next_boundary_at(T0 + 10) == T0 + 300
    assert walk.next_boundary_at(T0 + 300) == T0 + 480
    paused = walk.after(Move.PAUSE, T0 + 290)
    assert paused.next_boundary_at(T0 + 295) is None
    assert paused.after(Move.RESUME, T0 + 1290).next_boundary_at(T0 + 1290) == T0 + 1300


def test_a_walk_found_again_starts_where_it_was() -> None:
    eased = started().after(Move.EASE_OFF, T0 + 340.75).after(Move.MARK_SYMPTOM, T0 + 350)
    walk = Walk.resumed(eased.segments, 500.5, 40.75, (350.0,), get_ready_s=10)
    assert (walk.state, walk.walked_at(0), walk.brisk_at(0)) == (WalkState.READY, 500.5, 40.75)
    walk = walk.after(Move.START, 77)
    assert walk.snapshot(77).get_ready_left_s == 10
    assert walk.walked_at(97) == 510.5
    assert walk.snapshot(97).symptom_marks_s == (350,)


def test_a_walk_found_again_with_nothing_left_is_finished() -> None:
    walk = Walk.resumed(PLAN, 900, 180)
    assert walk.state is WalkState.FINISHED
    assert not walk.snapshot(0).finished_early


@pytest.mark.parametrize(("walked_s", "brisk_s", "found"), [(-5, 0, (0, 0)), (2000, 5000, (900, 900)), (400, -3, (400, 100))])
def test_figures_that_do_not_fit_are_brought_into_their_range(
    walked_s: float, brisk_s: float, found: tuple[float, float]
) -> None:
    walk = Walk.resumed(PLAN, walked_s, brisk_s)
    assert (walk.walked_at(0), walk.brisk_at(0)) == found


@pytest.mark.parametrize("segments", [(), (Segment(NORMAL, 0),), (Segment(NORMAL, 60), Segment(BRISK, -1))])
def test_there_is_no_walk_of_no_length(segments: tuple[Segment, ...]) -> None:
    with pytest.raises(ValueError, match="a walk needs one or more segments"):
        Walk(segments)


def test_getting_ready_takes_no_less_than_no_time() -> None:
    with pytest.raises(ValueError, match="get_ready_s has to be 0 or more, not -1"):
        Walk(PLAN, get_ready_s=-1)


@given(
    start_s=st.floats(0, 1e7),
    pauses=st.lists(st.tuples(st.floats(0, 50), st.floats(0, 1e5)), max_size=8),
    minutes=st.integers(1, 60),
)
def test_the_scheduled_end_is_the_end_to_the_microsecond(
    start_s: float, pauses: list[tuple[float, float]], minutes: int
) -> None:
    now_s, walk = start_s, Walk(normal_only(minutes), get_ready_s=0).after(Move.START, start_s)
    for walk_s, pause_s in pauses:
        now_s += walk_s
        if walk.at(now_s).state is WalkState.FINISHED:
            break
        walk = walk.after(Move.PAUSE, now_s).after(Move.RESUME, now_s + pause_s)
        now_s += pause_s
    end_s = walk.next_boundary_at(now_s)
    if end_s is not None:
        assert walk.at(end_s).state is WalkState.FINISHED
        assert walk.at(end_s - 2e-6).state is WalkState.WALKING
        assert walk.walked_at(end_s) == minutes * 60


def asleep(slept_s: float = 600, at_s: float = 340) -> Walk:
    """A walk that a sleep has paused, 40 s into its brisk bout unless told otherwise."""
    return started().slept(T0 + at_s, slept_s)


@pytest.mark.parametrize("slept_s", [1, 12, 300, 9 * 3600])
@pytest.mark.parametrize("state", list(WalkState))
def test_sleep_is_not_walking_in_any_state(state: WalkState, slept_s: float) -> None:
    walk, now_s = in_state(state)
    after = walk.slept(now_s, slept_s)
    assert after.walked_at(now_s + 5000) == walk.walked_at(now_s)
    goes_on = state in {WalkState.GET_READY, WalkState.WALKING}
    assert after.state is (WalkState.PAUSED if goes_on else state)
    assert after.snapshot(now_s).countable_s == (min(slept_s, 900 - walk.walked_at(now_s)) if goes_on else 0)
    assert (Move.COUNT in after.moves_at(now_s)) is goes_on


def test_part_of_a_sleep_counts_at_the_pace_of_the_plan_and_the_walk_stays_paused() -> None:
    walk = asleep().counted(T0 + 400, 200)
    assert walk.snapshot(T0 + 400).walked_s == 540
    assert walk.snapshot(T0 + 400).brisk_s == 180
    assert (walk.state, walk.snapshot(T0 + 400).slept_s) == (WalkState.PAUSED, 0)
    assert walk.after(Move.RESUME, T0 + 500).walked_at(T0 + 510) == 550


@pytest.mark.parametrize(("slept_s", "said_s", "counted_s"), [(100, 3600, 100), (100, -5, 0), (100, 99.5, 99.5), (100, 0, 0)])
def test_no_more_than_the_sleep_can_be_counted(slept_s: float, said_s: float, counted_s: float) -> None:
    assert asleep(slept_s).counted(T0 + 400, said_s).walked_at(T0 + 400) == 340 + counted_s


def test_no_more_than_was_left_can_be_counted_and_then_the_walk_is_over() -> None:
    walk = asleep(9 * 3600).counted(T0 + 400, 9 * 3600)
    seen = walk.snapshot(T0 + 400)
    assert (seen.state, seen.walked_s, seen.brisk_s, seen.finished_early) == (WalkState.FINISHED, 900, 180, False)
    assert asleep(9 * 3600).after(Move.COUNT, T0 + 400) == walk


def test_a_sleep_can_be_counted_once() -> None:
    walk = asleep().counted(T0 + 400, 60)
    with pytest.raises(MoveError, match="count is not possible while paused: there was no sleep to count"):
        walk.counted(T0 + 401, 60)


@pytest.mark.parametrize("move", [Move.RESUME, Move.STOP, Move.FINISH])
def test_going_on_or_stopping_answers_for_the_sleep(move: Move) -> None:
    walk = asleep().after(move, T0 + 400)
    assert walk.slept_s == 0
    assert Move.COUNT not in walk.moves_at(T0 + 400)


def test_a_symptom_noted_and_a_bout_eased_off_leave_the_sleep_to_be_answered_for() -> None:
    walk = asleep().after(Move.MARK_SYMPTOM, T0 + 400).after(Move.EASE_OFF, T0 + 401)
    assert walk.snapshot(T0 + 402).countable_s == 560
    assert walk.counted(T0 + 402, 100).brisk_at(T0 + 402) == 40


def test_a_machine_that_falls_asleep_again_before_the_answer_asks_for_both_sleeps_at_once() -> None:
    walk = asleep(12).slept(T0 + 345, 300)
    assert walk.snapshot(T0 + 345).countable_s == 312


def test_a_pause_of_the_persons_own_makes_a_sleep_nothing_to_ask_about() -> None:
    walk = started().after(Move.PAUSE, T0 + 340)
    assert walk.slept(T0 + 345, 300) == walk


def test_a_walk_asleep_while_getting_ready_can_be_counted_from_its_start() -> None:
    walk = Walk(PLAN, get_ready_s=10).after(Move.START, T0).slept(T0 + 4, 300)
    assert walk.counted(T0 + 5, 120).walked_at(T0 + 5) == 120
    assert walk.after(Move.RESUME, T0 + 5).snapshot(T0 + 5).get_ready_left_s == 10
