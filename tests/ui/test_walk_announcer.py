"""The time to get ready, as it is heard: at its beginning, once more before a long one ends, and the first pace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.scenes import BRISK_HOUR
from walkcoach.core.session import Move, Walk
from walkcoach.ui.pages.walk_announcer import WalkAnnouncer


def heard(get_ready_s: int, moments_s: list[float]) -> list[str]:
    """All that is said of a walk which is looked at in these moments after its start."""
    walk = Walk(BRISK_HOUR, get_ready_s=get_ready_s).after(Move.START, 0)
    announcer = WalkAnnouncer()
    return [sentence for now_s in moments_s for sentence in announcer.sentences(walk.snapshot(now_s))]


@pytest.mark.parametrize(
    ("get_ready_s", "said"),
    [
        (10, ["Get ready: 10 seconds.", "Get ready: 5 seconds.", "Normal now, 5 minutes.", "60 minutes left."]),
        (60, ["Get ready: 60 seconds.", "Get ready: 5 seconds.", "Normal now, 5 minutes.", "60 minutes left."]),
        (9, ["Get ready: 9 seconds.", "Normal now, 5 minutes.", "60 minutes left."]),
        (3, ["Get ready: 3 seconds.", "Normal now, 5 minutes.", "60 minutes left."]),
        (0, ["Normal now, 5 minutes.", "60 minutes left."]),
    ],
)
def test_getting_ready_is_said_at_once_and_again_before_a_long_one_ends(get_ready_s: int, said: list[str]) -> None:
    assert heard(get_ready_s, [float(second) for second in range(get_ready_s + 5)]) == said


@given(st.integers(0, 60), st.lists(st.floats(0, 59), max_size=40))
def test_however_often_it_is_looked_at_getting_ready_is_said_twice_at_most(get_ready_s: int, moments_s: list[float]) -> None:
    said = heard(get_ready_s, sorted(moment for moment in moments_s if moment < get_ready_s))
    assert len(said) <= 2
    assert all(sentence.startswith("Get ready: ") for sentence in said)


def test_a_pause_while_getting_ready_begins_it_anew() -> None:
    walk = Walk(BRISK_HOUR, get_ready_s=10).after(Move.START, 0)
    announcer = WalkAnnouncer()
    announcer.sentences(walk.snapshot(0))
    walk = walk.after(Move.PAUSE, 3)
    announcer.sentences(walk.snapshot(3))
    walk = walk.after(Move.RESUME, 20)
    assert announcer.sentences(walk.snapshot(20)) == ("Get ready: 10 seconds.",)
