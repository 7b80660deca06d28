"""A day's minutes as normal and brisk segments: the table of section 5, and what holds for every programme."""

from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from walkcoach.core.programme import BriskPlacement, Programme
from walkcoach.core.segments import Pace, Segment, normal_only, segments_for

ADDED = Programme(brisk_placement=BriskPlacement.ADDED)


def bouts_of(segments: tuple[Segment, ...]) -> list[int]:
    """The lengths of the brisk segments, in seconds."""
    return [segment.length_s for segment in segments if segment.brisk]


def between(segments: tuple[Segment, ...]) -> list[int]:
    """The lengths of the normal segments that are neither first nor last, in seconds."""
    return [segment.length_s for segment in segments[1:-1] if not segment.brisk]


def minutes_of(segments: tuple[Segment, ...]) -> float:
    """All of it, in minutes."""
    return sum(segment.length_s for segment in segments) / 60


# minutes, brisk: bouts in seconds, minutes between, last normal in seconds, minutes in all
TABLE = (
    (30, 2, (120,), None, 23 * 60, 30),
    (30, 3, (180,), None, 22 * 60, 30),
    (60, 4, (120,) * 2, 3, 48 * 60, 60),
    (60, 5, (150,) * 2, 3, 47 * 60, 60),
    (60, 10, (150,) * 4, 3, 36 * 60, 60),
    (60, 15, (180,) * 5, 3, 28 * 60, 60),
    (60, 20, (172, 172, 172, 171, 171, 171, 171), 3, 17 * 60, 60),
    (60, 25, (167,) * 6 + (166,) * 3, 3, 6 * 60, 60),
    (60, 26, (260,) * 6, 2, 19 * 60, 60),
    (60, 30, (300,) * 6, 2, 15 * 60, 60),
    (60, 35, (300,) * 7, 2, 8 * 60, 60),
    (60, 36, (540,) * 4, 1, 16 * 60, 60),
    (60, 40, (480,) * 5, 1, 11 * 60, 60),
    (60, 45, (540,) * 5, 1, 6 * 60, 60),
    (60, 46, (690,) * 4, 1, 6 * 60, 60),
    (60, 47, (705,) * 4, 1, 5 * 60, 60),
    (60, 48, (720,) * 4, 1, 5 * 60, 61),
    (60, 60, (900,) * 4, 1, 5 * 60, 73),
    # the normal between shrinks where the minutes are few, in whole minutes and not below 1
    (50, 25, (167,) * 6 + (166,) * 3, 1, 12 * 60, 50),
    (45, 20, (172, 172, 172, 171, 171, 171, 171), 2, 8 * 60, 45),
    (45, 30, (300,) * 6, 1, 5 * 60, 45),
    (40, 20, (172, 172, 172, 171, 171, 171, 171), 1, 9 * 60, 40),
    # and only then the session grows
    (40, 25, (167,) * 6 + (166,) * 3, 1, 5 * 60, 43),
    (30, 30, (300,) * 6, 1, 5 * 60, 45),
)


@pytest.mark.parametrize(("minutes", "brisk", "bouts", "between_min", "last_s", "all_min"), TABLE)
def test_the_table_of_bouts(
    minutes: int, brisk: int, bouts: tuple[int, ...], between_min: int | None, last_s: int, all_min: int
) -> None:
    segments = segments_for(minutes, brisk, Programme())
    assert segments[0] == Segment(Pace.NORMAL, 300)
    assert tuple(bouts_of(segments)) == bouts
    assert set(between(segments)) == ({between_min * 60} if between_min else set())
    assert segments[-1] == Segment(Pace.NORMAL, last_s)
    assert minutes_of(segments) == all_min


def test_ten_brisk_minutes_of_sixty_segment_by_segment() -> None:
    paces = [(segment.pace.value, segment.length_s) for segment in segments_for(60, 10, Programme())]
    assert paces == [
        ("normal", 300),
        *(("brisk", 150), ("normal", 180)) * 3,
        ("brisk", 150),
        ("normal", 2160),
    ]


@pytest.mark.parametrize(
    ("longest", "brisk", "bouts", "between_min", "all_min"),
    [
        (3, 45, (180,) * 15, 1, 69),
        (3, 30, (180,) * 10, 2, 60),
        (4, 30, (225,) * 8, 2, 60),
        (5, 36, (270,) * 8, 1, 60),
        (8, 45, (450,) * 6, 1, 60),
        (10, 60, (600,) * 6, 1, 75),
        (14, 60, (720,) * 5, 1, 74),
        (3, 2, (120,), None, 60),
    ],
)
def test_the_longest_bout_may_be_set_shorter_and_the_pause_between_stays_that_of_the_brisk_minutes(
    longest: int, brisk: int, bouts: tuple[int, ...], between_min: int | None, all_min: int
) -> None:
    segments = segments_for(60, brisk, Programme(max_bout_min=longest, brisk_goal_min=60))
    assert tuple(bouts_of(segments)) == bouts
    assert set(between(segments)) == ({between_min * 60} if between_min else set())
    assert minutes_of(segments) == all_min


def test_added_brisk_minutes_come_on_top_of_the_level() -> None:
    assert minutes_of(segments_for(60, 20, ADDED)) == 80
    assert minutes_of(segments_for(60, 60, ADDED)) == 120
    assert set(between(segments_for(60, 20, ADDED))) == {180}
    assert segments_for(60, 0, ADDED) == normal_only(60)


def test_without_brisk_minutes_there_is_one_normal_segment() -> None:
    for minutes in (5, 23, 60):
        assert segments_for(minutes, 0, Programme()) == (Segment(Pace.NORMAL, minutes * 60),)


# --- for every programme ---------------------------------------------------------------------------------------------


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Any programme as far as segments look at it: placement and longest bout."""
    return Programme(
        brisk_goal_min=60, brisk_placement=draw(st.sampled_from(BriskPlacement)), max_bout_min=draw(st.integers(3, 15))
    )


def keeps_its_promises(minutes: int, brisk: int, programme: Programme) -> None:
    """All that section 5 says of a level with brisk minutes."""
    segments = segments_for(minutes, brisk, programme)
    bouts, pauses = bouts_of(segments), between(segments)
    total = minutes + brisk if programme.brisk_placement is BriskPlacement.ADDED else minutes
    longest, table_pause = next(
        (bout, pause) for most, bout, pause in ((25, 3, 3), (35, 5, 2), (45, 9, 1), (60, 15, 1)) if brisk <= most
    )
    longest = min(longest, programme.max_bout_min)

    assert sum(bouts) == brisk * 60
    assert bouts == sorted(bouts, reverse=True), "the first ones are the longer ones"
    assert max(bouts) - min(bouts) <= 1
    assert max(bouts) <= longest * 60
    assert (len(bouts) - 1) * longest < brisk, "as few bouts as the longest one allows"

    assert [segment.brisk for segment in segments] == [False, *([True, False] * len(bouts))]
    assert segments[0].length_s == 5 * 60
    assert segments[-1].length_s >= 5 * 60
    assert len(set(pauses)) <= 1
    assert all(pause % 60 == 0 and 60 <= pause <= table_pause * 60 for pause in pauses)

    least = 10 + brisk + len(bouts) - 1
    assert minutes_of(segments) == max(total, least), "it grows only if one minute between is still too much"
    if pauses and pauses[0] < table_pause * 60:
        assert 10 + brisk + len(pauses) * (pauses[0] // 60 + 1) > total, "no pause is shorter than it has to be"


@settings(max_examples=300, deadline=None)
@given(minutes=st.integers(5, 60), brisk=st.integers(1, 60), programme=programmes())
@example(minutes=60, brisk=60, programme=Programme())
@example(minutes=5, brisk=1, programme=ADDED)
def test_segments_keep_their_promises_for_every_level_and_programme(minutes: int, brisk: int, programme: Programme) -> None:
    keeps_its_promises(minutes, brisk, programme)


@pytest.mark.long
@pytest.mark.parametrize("placement", BriskPlacement)
def test_segments_keep_their_promises_without_exception(placement: BriskPlacement) -> None:
    for longest, minutes, brisk in product(range(3, 16), range(5, 61), range(1, 61)):
        keeps_its_promises(minutes, brisk, Programme(brisk_placement=placement, max_bout_min=longest))


@pytest.mark.parametrize("placement", BriskPlacement)
def test_a_step_back_or_a_cut_never_makes_the_session_longer(placement: BriskPlacement) -> None:
    for longest, minutes in product((3, 4, 8, 15), range(30, 61)):
        programme = Programme(brisk_placement=placement, max_bout_min=longest)
        total = [minutes_of(segments_for(minutes, brisk, programme)) for brisk in range(61)]
        for brisk in range(1, 61):
            for off in (5, max(2, (brisk + 5) // 10), max(2, (brisk + 2) // 4)):
                assert total[max(0, brisk - off)] <= total[brisk], (longest, minutes, brisk, off)
