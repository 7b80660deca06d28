"""What the Walk page and its announcements say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.segments import Pace
from walkcoach.wording import walk


@pytest.mark.parametrize(
    ("seconds", "figures"), [(134.0, "2:14"), (133.01, "2:14"), (0.001, "0:01"), (0.0, "0:00"), (-3.0, "0:00"), (3600, "1:00:00")]
)
def test_time_left_is_over_only_at_the_very_end(seconds: float, figures: str) -> None:
    assert walk.time_left(seconds) == figures


@given(st.floats(0, 7200))
def test_the_clock_never_shows_less_than_is_left(seconds: float) -> None:
    parts = [int(part) for part in walk.time_left(seconds).split(":")]
    shown = sum(part * 60**place for place, part in enumerate(reversed(parts)))
    assert shown - 1 < seconds <= shown


@pytest.mark.parametrize(
    ("pace", "length_s", "line"),
    [
        (Pace.NORMAL, 180, "then normal, 3 minutes"),
        (Pace.BRISK, 150, "then brisk, 2½ minutes"),
        (Pace.BRISK, 60, "then brisk, 1 minute"),
        (None, 0, "then you are done"),
    ],
)
def test_what_comes_next_is_one_short_line(pace: Pace | None, length_s: int, line: str) -> None:
    assert walk.then_line(pace, length_s) == line


@pytest.mark.parametrize(
    ("bout", "bouts", "line"),
    [(0, 0, ""), (0, 1, "1 brisk bout to come"), (0, 4, "4 brisk bouts to come"), (2, 4, "Bout 2 of 4")],
)
def test_bouts_are_counted_and_announced_before_the_first(bout: int, bouts: int, line: str) -> None:
    assert walk.bout_line(bout, bouts) == line


@pytest.mark.parametrize(("slept_s", "length"), [(12, "12 seconds"), (60, "1 minute"), (301, "5 minutes"), (9 * 3600, "9 hours")])
def test_sleep_is_told_in_fitting_units(slept_s: float, length: str) -> None:
    assert walk.slept_line(slept_s) == f"The computer was asleep for {length}. That time does not count as walking."


def test_facts_on_one_line_leave_no_hole() -> None:
    assert walk.joined(["a", "", "b"]) == "a  ·  b"
    assert walk.joined(["", ""]) == ""
