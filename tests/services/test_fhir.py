"""The diary as FHIR: read by an independent library as R4, figure by figure the diary, with ids that stay.

`fhir.resources` reads R5 by default; its package R4B is the R4 family, in which Bundle and Observation are as in R4.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid5

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.builders import MONDAY, after, before, moment, walk
from tests.strategies import entries
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn
from walkcoach.core.symptoms import Symptom
from walkcoach.services.entries import Entry, EntryKind, walk_entry
from walkcoach.services.ports import WalkKind, WalkRecord
from walkcoach.services.transfer.fhir import ENTRIES, LOINC, OWN_CODES, UCUM, codes, fhir_bundle, fhir_parts, observation_id

MADE = moment(hour=18)
AN_ID = UUID("6a1c7a2e-9d0f-4b6e-8f3c-0d4a5b6c7d8e")
diaries = st.lists(entries(), max_size=6, unique_by=lambda entry: entry.id)


def observed(kept: Iterable[Entry]) -> list[dict[str, Any]]:
    """The observations, once the library has read the Bundle and given it back."""
    bundle = Bundle.model_validate_json(fhir_bundle(kept, MADE))
    whole = json.loads(bundle.model_dump_json())
    assert whole["type"] == "collection"
    for each in whole.get("entry", []):
        assert each["fullUrl"] == f"urn:uuid:{each['resource']['id']}"
        assert each["resource"]["status"] == "final"
    return [each["resource"] for each in whole.get("entry", [])]


def code_of(concept: Mapping[str, Any]) -> str:
    """The one code of our own."""
    (code,) = [coding["code"] for coding in concept["coding"] if coding["system"] == OWN_CODES]
    return str(code)


def quantity(of: Mapping[str, Any], unit: str) -> float:
    value = of["valueQuantity"]
    assert (value["system"], value["code"]) == (UCUM, unit)
    return float(value["value"])


def said(value: BeforeCheckIn | AfterCheckIn, on: date = MONDAY, when: datetime = MADE) -> Entry:
    return Entry(EntryKind.BEFORE if isinstance(value, BeforeCheckIn) else EntryKind.AFTER, AN_ID, on, when, value)


def figures_of(kept: Sequence[Entry]) -> dict[tuple[UUID, str], float]:
    """Every figure that the diary has, by entry and by code: written apart from the export, from coaching.md's words."""
    figures: dict[tuple[UUID, str], float] = {}
    for entry in kept:
        match entry.value:
            case WalkRecord(walked_s=walked_s, brisk_s=brisk_s):
                figures[entry.id, "walking-time"] = walked_s / 60
                figures[entry.id, "brisk-time"] = brisk_s / 60
            case BeforeCheckIn(ratings=ratings):
                figures |= {(entry.id, f"{symptom.value}-before"): float(score) for symptom, score in ratings.items()}
            case AfterCheckIn(worst=worst, effort=effort):
                figures |= {(entry.id, f"{symptom.value}-worst"): float(score) for symptom, score in worst.items()}
                figures[entry.id, "effort"] = float(effort)
    return figures


@given(diaries)
def test_every_figure_of_the_bundle_is_the_diarys_and_none_is_missing(kept: Sequence[Entry]) -> None:
    found: dict[tuple[UUID, str], float] = {}
    for one in observed(kept):
        (identifier,) = one["identifier"]
        assert identifier["system"] == ENTRIES
        entry = UUID(identifier["value"].partition("/")[0])
        code = code_of(one["code"])
        found[entry, code] = quantity(one, "min" if code == "walking-time" else "{score}")
        if code == "walking-time":
            brisk, _kind = one["component"]
            found[entry, code_of(brisk["code"])] = quantity(brisk, "min")
    expected = figures_of(kept)
    assert found.keys() == expected.keys()
    for key, value in expected.items():
        assert found[key] == pytest.approx(value, abs=0.0051 if key[1].endswith("time") else 0)


@given(diaries)
def test_there_is_one_observation_a_walk_one_a_rating_and_one_an_effort(kept: Sequence[Entry]) -> None:
    walked = sum(isinstance(entry.value, WalkRecord) for entry in kept)
    rated = sum(len(entry.value.ratings) for entry in kept if isinstance(entry.value, BeforeCheckIn))
    worst = sum(len(entry.value.worst) + 1 for entry in kept if isinstance(entry.value, AfterCheckIn))
    assert len(observed(kept)) == walked + rated + worst


@given(diaries)
def test_ids_are_the_same_in_every_export_and_lead_back_to_their_entries(kept: Sequence[Entry]) -> None:
    first, second = observed(kept), observed(reversed(kept))
    ids = [one["id"] for one in first]
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == sorted(one["id"] for one in second)
    for one in first:
        entry, _stroke, part = one["identifier"][0]["value"].partition("/")
        assert one["id"] == str(observation_id(UUID(entry), part))


def test_a_walk_keeps_its_own_id_and_a_rating_has_one_made_from_its_check_ins() -> None:
    walked = walk()
    (one,) = observed([walk_entry(walked)])
    assert one["id"] == str(walked.id)
    (rating,) = observed([said(before(3))])
    assert rating["id"] == str(uuid5(AN_ID, "tingling-before"))


def test_a_walk_is_exercise_duration_in_minutes_with_its_brisk_part_and_its_kind() -> None:
    (one,) = observed([walk_entry(walk(minutes=23.5, brisk=8, kind=WalkKind.FREE))])
    assert {"system": LOINC, "code": "55411-3", "display": "Exercise duration"} in one["code"]["coding"]
    assert one["valueQuantity"] == {"value": 23.5, "unit": "min", "system": UCUM, "code": "min"}
    brisk, kind = one["component"]
    assert (code_of(brisk["code"]), quantity(brisk, "min")) == ("brisk-time", 8)
    assert code_of(kind["valueCodeableConcept"]) == "free"
    assert one["category"][0]["coding"][0]["code"] == "activity"


def test_a_rating_carries_its_code_its_wording_and_its_unit() -> None:
    (one,) = observed([said(before(ratings={Symptom.PINS_AND_NEEDLES: 4}))])
    assert code_of(one["code"]) == "pins_and_needles-before"
    assert one["code"]["text"] == "Pins and needles before the walk, 0 none to 10 the worst imaginable"
    assert one["valueQuantity"] == {"value": 4, "unit": "score", "system": UCUM, "code": "{score}"}
    assert one["category"][0]["coding"][0]["code"] == "survey"
    worst, effort = observed([said(after(6, effort=5))])
    assert (code_of(worst["code"]), quantity(worst, "{score}")) == ("tingling-worst", 6)
    assert (code_of(effort["code"]), quantity(effort, "{score}")) == ("effort", 5)


def test_a_walk_says_from_when_to_when_in_its_own_zone() -> None:
    (one,) = observed([walk_entry(walk(minutes=15, hour=10))])
    assert one["effectivePeriod"] == {"start": "2026-01-05T10:00:00+01:00", "end": "2026-01-05T10:15:00+01:00"}


def test_a_walk_without_its_hour_says_the_day_alone() -> None:
    (one,) = observed([walk_entry(replace(walk(kind=WalkKind.BY_HAND), time_known=False))])
    assert one["effectiveDateTime"] == "2026-01-05"
    assert "effectivePeriod" not in one


def test_what_was_said_on_another_day_says_the_day_that_it_is_about() -> None:
    (then,) = observed([said(before())])
    assert then["effectiveDateTime"] == "2026-01-05T18:00:00+01:00"
    (later,) = observed([said(before(), when=MADE + timedelta(days=3))])
    assert later["effectiveDateTime"] == "2026-01-05"


@pytest.mark.parametrize("offset", [timedelta(hours=15), timedelta(hours=1, seconds=7)])
def test_an_offset_that_fhir_cannot_write_becomes_utc(offset: timedelta) -> None:
    started = datetime(2026, 1, 5, 18, tzinfo=timezone(offset))
    (one,) = observed([walk_entry(replace(walk(), started=started, ended=started + timedelta(minutes=15)))])
    assert datetime.fromisoformat(one["effectivePeriod"]["start"]) == started
    assert one["effectivePeriod"]["start"].endswith("Z")


def test_a_walk_over_the_hour_that_comes_twice_does_not_end_before_it_begins() -> None:
    started = datetime(2026, 10, 25, 0, 50, tzinfo=UTC).astimezone(MADE.tzinfo)  # 2:50, ten minutes before it is 2:00 again
    ended = datetime(2026, 10, 25, 1, 10, tzinfo=UTC).astimezone(MADE.tzinfo)
    (one,) = observed([walk_entry(replace(walk(), started=started, ended=ended))])
    assert one["effectivePeriod"] == {"start": "2026-10-25T02:50:00+02:00", "end": "2026-10-25T02:10:00+01:00"}


def test_a_clock_put_back_during_a_walk_makes_no_period_that_runs_backwards() -> None:
    (one,) = observed([walk_entry(replace(walk(), ended=walk().started - timedelta(hours=2)))])
    assert one["effectivePeriod"]["start"] == one["effectivePeriod"]["end"]


@given(diaries)
def test_nothing_but_walks_ratings_and_effort_leaves_the_diary(kept: Sequence[Entry]) -> None:
    quiet = [entry for entry in kept if not isinstance(entry.value, WalkRecord | BeforeCheckIn | AfterCheckIn)]
    assert observed(quiet) == []
    assert {each["display"] for one in observed(kept) for each in (one["subject"], *one["performer"])} <= {
        "The person who keeps this diary"
    }


def test_an_empty_diary_is_a_bundle_without_entries() -> None:
    assert json.loads(fhir_bundle([], MADE)) == {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": "2026-01-05T18:00:00+01:00",
    }
    assert observed([]) == []


@given(diaries)
def test_every_code_of_our_own_is_listed_with_its_wording(kept: Sequence[Entry]) -> None:
    listed = codes()
    text = json.loads(fhir_bundle(kept, MADE))
    for each in text.get("entry", []):
        for part in (each["resource"]["code"], *(one["code"] for one in each["resource"].get("component", []))):
            for coding in part["coding"]:
                assert coding["system"] == LOINC or listed[coding["code"]] == coding["display"]


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('"status":"final",', ""),
        ('"valueQuantity":', '"valueAmount":'),
        ('"value":23.5', '"value":"much"'),
        ('"start":"2026-01-05T10:00:00+01:00"', '"start":"2026-01-05T10:00:00"'),
        ('"type":"collection"', '"kind":"collection"'),
    ],
)
def test_the_library_refuses_what_fhir_refuses(was: str, becomes: str) -> None:
    text = fhir_bundle([walk_entry(walk(minutes=23.5))], MADE)
    assert was in text
    Bundle.model_validate_json(text)
    with pytest.raises(ValidationError):
        Bundle.model_validate_json(text.replace(was, becomes))


def test_the_pieces_are_as_many_as_the_observations_so_that_years_need_no_room() -> None:
    walks = (walk_entry(walk(MONDAY + timedelta(days=number))) for number in range(50))
    assert len(list(fhir_parts(walks, MADE))) == 52
