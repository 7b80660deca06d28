"""A walk of one's own: any pattern within its bounds becomes segments that add up; no other can be walked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.own_walk import (
    BRISK_MIN,
    EASY_MIN,
    MOST_BRISK_MIN,
    MOST_MIN,
    NORMAL_MIN,
    ROUNDS,
    OwnWalk,
    OwnWalkFault,
    OwnWalkField,
)
from walkcoach.core.segments import Pace, Segment

PATTERNS = st.builds(
    OwnWalk,
    st.integers(*EASY_MIN),
    st.integers(*ROUNDS),
    st.integers(*BRISK_MIN),
    st.integers(*NORMAL_MIN),
    st.integers(*EASY_MIN),
)


@given(PATTERNS)
def test_segments_add_up_and_change_pace_each_time(own: OwnWalk) -> None:
    segments = own.segments
    assert sum(segment.length_s for segment in segments) == own.total_min * 60
    assert sum(segment.length_s for segment in segments if segment.brisk) == own.brisk_total_min * 60
    assert all(one.pace is not other.pace for one, other in pairwise(segments))
    assert (segments[0].pace, segments[-1].pace) == (Pace.NORMAL, Pace.NORMAL)


@given(PATTERNS)
def test_a_pattern_in_its_ranges_is_at_fault_only_where_it_is_too_much(own: OwnWalk) -> None:
    too_much = own.brisk_total_min > MOST_BRISK_MIN or own.total_min > MOST_MIN
    assert bool(own.faults()) is too_much


@given(st.lists(st.integers(-5, 200), min_size=5, max_size=5))
def test_a_pattern_without_fault_keeps_to_every_bound(numbers: list[int]) -> None:
    own = OwnWalk(*numbers)
    if own.faults():
        return
    assert 1 <= own.total_min <= MOST_MIN
    assert 0 <= own.brisk_total_min <= MOST_BRISK_MIN
    assert all(segment.length_s <= 15 * 60 for segment in own.segments if segment.brisk)


def test_the_first_offer_is_ten_minutes_at_normal_pace() -> None:
    assert OwnWalk().segments == (Segment(Pace.NORMAL, 600),)


def test_rounds_are_brisk_with_normal_between_them_only() -> None:
    assert [(segment.pace, segment.length_s // 60) for segment in OwnWalk(4, 2, 3, 2, 5).segments] == [
        (Pace.NORMAL, 4),
        (Pace.BRISK, 3),
        (Pace.NORMAL, 2),
        (Pace.BRISK, 3),
        (Pace.NORMAL, 5),
    ]


@pytest.mark.parametrize(
    ("own", "field", "fault"),
    [
        (OwnWalk(easy_start_min=0), OwnWalkField.EASY_START, OwnWalkFault.OUT_OF_RANGE),
        (OwnWalk(rounds=11), OwnWalkField.ROUNDS, OwnWalkFault.OUT_OF_RANGE),
        (OwnWalk(brisk_min=16), OwnWalkField.BRISK, OwnWalkFault.OUT_OF_RANGE),
        (OwnWalk(rounds=5, brisk_min=13), OwnWalkField.ROUNDS, OwnWalkFault.TOO_BRISK),
        (OwnWalk(60, 10, 3, 15, 60), OwnWalkField.EASY_END, OwnWalkFault.TOO_LONG),
    ],
)
def test_a_fault_is_told_at_its_field(own: OwnWalk, field: OwnWalkField, fault: OwnWalkFault) -> None:
    assert own.faults() == {field: fault}
