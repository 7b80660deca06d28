"""Steps a minute, from counting, and the metronome's rate."""

from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.cadence import PER_MIN, PERCENT, beat_per_min, cadence_of


def test_steps_of_half_a_minute_count_twice() -> None:
    assert cadence_of(52) == 104


@given(st.integers(0, 400))
def test_what_is_no_walking_makes_no_rate(steps: int) -> None:
    per_min = cadence_of(steps)
    assert (per_min is None) is not (30 <= steps <= 80)
    assert per_min is None or PER_MIN[0] <= per_min <= PER_MIN[1]


@given(st.integers(*PER_MIN), st.integers(*PERCENT))
def test_the_metronome_ticks_at_the_persons_own_rate_or_a_tenth_above(per_min: int, percent: int) -> None:
    assert per_min <= beat_per_min(per_min, percent) <= per_min * 1.1 + 1e-9


def test_without_a_count_there_is_no_metronome() -> None:
    assert beat_per_min(0, 110) == 0
