"""What may be heard when, in any order of asking and of coming to an end."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.cue_queue import GOOD_FOR_S, CueQueue, Request
from walkcoach.core.cues import Rank

EVENTS = st.lists(st.tuples(st.sampled_from([*Rank, None]), st.floats(0, 8)), max_size=40)
"""A rank: a cue of it is asked for; None: what is heard comes to its end. With the seconds that pass before."""


def request(number: int, rank: Rank, asked_s: float = 0.0) -> Request:
    return Request(number, rank, asked_s)


HALF, COUNTDOWN, CHANGE = (request(number, rank) for number, rank in enumerate(Rank))


def test_a_cue_is_heard_at_once_where_nothing_else_is() -> None:
    for one in (HALF, COUNTDOWN, CHANGE):
        assert CueQueue().asked(one).next_at(0) == CueQueue(one)


def test_a_change_cuts_what_is_no_change() -> None:
    for one in (HALF, COUNTDOWN):
        assert CueQueue(one).asked(CHANGE).next_at(0) == CueQueue(CHANGE)


def test_a_countdown_cuts_half_way_and_half_way_waits_for_a_countdown() -> None:
    assert CueQueue(HALF).asked(COUNTDOWN).next_at(0).heard == COUNTDOWN
    waiting = CueQueue(COUNTDOWN).asked(HALF).next_at(1)
    assert waiting == CueQueue(COUNTDOWN, (HALF,))
    assert waiting.over().next_at(1.5).heard == HALF


def test_a_change_is_heard_to_its_end_and_then_the_newest_of_those_that_wait() -> None:
    first, second, third = (request(number, Rank.CHANGE) for number in range(3))
    queue = CueQueue().asked(first).next_at(0).asked(second).next_at(1).asked(third).next_at(2)
    assert queue.heard == first
    assert queue.over().next_at(60) == CueQueue(third)


def test_what_has_waited_for_too_long_is_not_heard_any_more() -> None:
    queue = CueQueue(CHANGE).asked(HALF).asked(COUNTDOWN)
    assert queue.next_at(3.0).waiting == (COUNTDOWN, HALF)
    assert queue.next_at(3.1).waiting == (HALF,)
    assert queue.next_at(5.1).waiting == ()
    assert queue.over().next_at(5.1).heard is None


@given(EVENTS)
def test_in_any_order_no_change_is_cut_and_nothing_is_heard_twice_or_too_late(events: list[tuple[Rank | None, float]]) -> None:
    now_s, queue, heard, last_change = 0.0, CueQueue(), list[tuple[Request, float]](), None
    for number, (rank, pause_s) in enumerate(events):
        now_s += pause_s
        before = queue.heard
        if rank is None:
            queue = queue.over().next_at(now_s)
        else:
            queue = queue.asked(request(number, rank, now_s)).next_at(now_s)
            if before is not None and before.rank is Rank.CHANGE:
                assert queue.heard == before
            elif rank is Rank.CHANGE:
                assert queue.heard is not None
                assert (queue.heard.number, queue.heard.asked_s) == (number, now_s)
        if rank is Rank.CHANGE:
            last_change = number
        if queue.heard is not None and queue.heard != before:
            heard.append((queue.heard, now_s))
    assert len({one.number for one, _ in heard}) == len(heard)
    assert all(began_s - one.asked_s <= GOOD_FOR_S[one.rank] for one, began_s in heard)
    known = {one.number for one, _ in heard} | {one.number for one in queue.waiting}
    assert last_change is None or last_change in known
    for (sooner, _), (later, _) in pairwise(heard):
        assert later.number > sooner.number or later.rank < sooner.rank
