"""What is left of a plan: the same seconds in the same order, without the first ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from walkcoach.core.remaining import remaining_segments
from walkcoach.core.segments import Pace, Segment

PLAN = (Segment(Pace.NORMAL, 300), Segment(Pace.BRISK, 150), Segment(Pace.NORMAL, 450))


@pytest.mark.parametrize(
    ("walked_s", "left"),
    [
        (0, PLAN),
        (0.4, PLAN),
        (100, (Segment(Pace.NORMAL, 200), *PLAN[1:])),
        (300, PLAN[1:]),
        (299.6, PLAN[1:]),
        (301, (Segment(Pace.BRISK, 149), PLAN[2])),
        (899, (Segment(Pace.NORMAL, 1),)),
        (900, ()),
        (2000, ()),
        (-5, PLAN),
    ],
)
def test_the_plan_goes_on_where_it_was_left(walked_s: float, left: tuple[Segment, ...]) -> None:
    assert remaining_segments(PLAN, walked_s) == left


def second_by_second(segments: tuple[Segment, ...]) -> list[Pace]:
    """The pace of every second."""
    return [segment.pace for segment in segments for _second in range(segment.length_s)]


@given(strategies.segments, st.integers(0, 8000))
def test_every_second_left_has_the_pace_that_was_planned_for_it(segments: tuple[Segment, ...], walked_s: int) -> None:
    assert second_by_second(remaining_segments(segments, walked_s)) == second_by_second(segments)[walked_s:]
