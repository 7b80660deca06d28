"""Decisions, segments and moments survive being written down, and what a newer program adds is no hindrance."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given

from tests import strategies
from tests.builders import moment, offer
from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision, Evidence
from walkcoach.core.diary import DiaryDay
from walkcoach.core.programme import Programme
from walkcoach.core.segments import Pace, Segment
from walkcoach.services import encode


@given(strategies.offers)
def test_any_decision_comes_back_as_it_was(decision: Decision) -> None:
    assert encode.decision_from_json(encode.decision_to_json(decision)) == decision


def test_the_coach_s_own_decision_comes_back_as_it_was() -> None:
    decision = decide(CoachState.begin(), DiaryDay(date(2026, 1, 5)), Programme(), walking=True)
    assert encode.decision_from_json(encode.decision_to_json(decision)) == decision


def test_an_evidence_field_of_a_newer_program_is_left_out_and_a_missing_one_has_its_default() -> None:
    kept = json.loads(encode.decision_to_json(offer()))
    kept["evidence"]["mood"] = "bright"
    del kept["evidence"]["last_walk"]
    assert encode.decision_from_json(json.dumps(kept)) == offer()


@pytest.mark.parametrize(
    ("name", "value"),
    [("version", 2), ("version", 0), ("version", True), ("kind", "fly"), ("rules", ["whim"]), ("segments", [["normal", -1]]),
     ("segments", [["normal"]]), ("standing", []), ("real_step_back", 1), ("evidence", {"effort": "much"}),
     ("evidence", {"last_walk": "soon"}), ("evidence", {"missed_deeper": 1})],
)  # fmt: skip
def test_a_decision_that_does_not_fit_is_refused(name: str, value: object) -> None:
    kept = json.loads(encode.decision_to_json(offer())) | {name: value}
    with pytest.raises((ValueError, TypeError, KeyError)):
        encode.decision_from_json(json.dumps(kept))


@pytest.mark.parametrize("length", ["true", "60.0", "1.0", '"60"', "null"])
def test_a_length_that_is_no_whole_number_is_refused_though_whole_ones_were_just_read(length: str) -> None:
    assert encode.segments_from_json('[["normal",60],["normal",1]]') == (Segment(Pace.NORMAL, 60), Segment(Pace.NORMAL, 1))
    with pytest.raises(ValueError, match="whole number"):
        encode.segments_from_json(f'[["normal",{length}]]')


def test_every_field_of_a_decision_is_written_down() -> None:
    kept = json.loads(encode.decision_to_json(offer()))
    assert set(kept) == {field.name for field in fields(Decision)} | {"version"}
    assert set(kept["evidence"]) == {field.name for field in fields(Evidence)}


@given(strategies.segments)
def test_segments_come_back_as_they_were(segments: tuple[Segment, ...]) -> None:
    assert encode.segments_from_json(encode.segments_to_json(segments)) == segments


@given(strategies.moments())
def test_a_moment_comes_back_at_the_same_instant_and_offset(then: datetime) -> None:
    back = encode.moment_from_text(encode.moment_to_text(then), encode.zone_to_text(then))
    assert back.astimezone(UTC) == then.astimezone(UTC)
    assert back.utcoffset() == then.utcoffset()


@given(strategies.moments(), strategies.moments())
def test_texts_of_moments_sort_as_moments_do(one: datetime, other: datetime) -> None:
    earlier = one.astimezone(UTC) < other.astimezone(UTC)
    assert (encode.moment_to_text(one) < encode.moment_to_text(other)) == earlier


def test_a_zone_that_this_machine_does_not_know_leaves_the_instant_right() -> None:
    back = encode.moment_from_text(encode.moment_to_text(moment()), "Mars/Olympus_Mons")
    assert back == moment().astimezone(UTC)
    assert back.utcoffset() == timedelta(0)
