"""The words about walks beyond the plan: times of day as they are typed, days as they are named, and no promise."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY
from walkcoach.core.hand_walk import HandWalkFault, HandWalkField
from walkcoach.core.own_walk import OwnWalk, OwnWalkFault, OwnWalkField
from walkcoach.wording import extra_links
from walkcoach.wording import extra_walks as words


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("9", time(9)),
        ("9:30", time(9, 30)),
        ("09:30", time(9, 30)),
        ("21.30", time(21, 30)),
        ("9h30", time(9, 30)),
        ("930", time(9, 30)),
        ("2130", time(21, 30)),
        ("9:30 pm", time(21, 30)),
        ("9 p.m.", time(21)),
        ("12am", time(0)),
        ("12:15PM", time(12, 15)),
        ("0:05", time(0, 5)),
        ("  7:00  ", time(7)),
        ("", None),
        ("   ", None),
    ],
)
def test_a_time_of_day_is_understood_as_it_is_usually_typed(text: str, meant: time | None) -> None:
    assert words.time_of(text) == meant


@pytest.mark.parametrize("text", ["25", "9:60", "9:5", "half past nine", "13 pm", "0 am", "9:30:00", "-9", "9:30 x", "12345"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        words.time_of(text)


@given(st.times())
def test_every_minute_of_the_day_can_be_typed(moment: time) -> None:
    minute = time(moment.hour, moment.minute)
    assert words.time_of(f"{minute:%H:%M}") == minute
    assert words.time_of(f"{minute:%I:%M %p}") == minute


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_time_nothing_or_refused(text: str) -> None:
    try:
        found = words.time_of(text)
    except ValueError:
        return
    assert found is None or found.second == found.microsecond == 0


def test_days_are_named_by_how_near_they_are() -> None:
    named = [words.day_text(MONDAY - timedelta(days=back), MONDAY) for back in (0, 1, 2, 30)]
    assert named == ["Today, Monday 5 January", "Yesterday, Sunday 4 January", "Saturday 3 January", "Saturday 6 December"]


def test_a_pattern_is_summed_up_in_a_sentence() -> None:
    assert words.own_sum(OwnWalk()) == "10 minutes, all at normal pace"
    assert words.own_sum(OwnWalk(rounds=2)) == "19 minutes, 6 of them brisk"


def test_every_fault_has_its_sentence() -> None:
    for own_fault in OwnWalkFault:
        assert words.own_fault(own_fault, OwnWalk(rounds=5, brisk_min=15)).endswith(".")
    for field in HandWalkField:
        for fault in HandWalkFault:
            assert words.hand_fault(field, fault, 20).endswith(".")


def test_every_field_has_a_name_of_its_own() -> None:
    names = [*(words.own_field(field) for field in OwnWalkField), *(words.hand_field(field) for field in HandWalkField)]
    assert len(set(names)) == 9


def test_it_is_said_that_a_walk_by_hand_never_stands_for_the_plan() -> None:
    assert "never stands for a walk of the plan" in extra_links.hand_lead()
    assert "raises nothing" in extra_links.own_lead()


def test_what_was_added_is_named() -> None:
    assert words.hand_added(MONDAY - timedelta(days=1), MONDAY, 20) == "Added: 20 minutes, yesterday."
