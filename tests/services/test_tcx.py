"""The walks as TCX: valid by the rules of the published schema, every walk with a known hour in it, and no other."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xmlschema import XMLSchema

from tests.builders import MONDAY, walk
from tests.strategies import walks
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.ports import WalkKind, WalkRecord
from walkcoach.services.transfer.tcx import NAMESPACE, tcx, tcx_parts
from walkcoach.wording import names

SCHEMA: Final = XMLSchema(Path(__file__).parents[1] / "data" / "training-center-walks.xsd")
many_walks = st.lists(walks(), max_size=6)
_HEALTH: Final = re.compile(r"symptom|pain|neuropath|worst|feet|foot|health|clinic|step back|warning", re.IGNORECASE)


def activities(text: str) -> list[Element]:
    return list(fromstring(text).iterfind(f"./{{{NAMESPACE}}}Activities/{{{NAMESPACE}}}Activity"))


def told(activity: Element, path: str) -> str:
    found = activity.findtext("/".join(f"{{{NAMESPACE}}}{tag}" for tag in path.split("/")))
    assert found is not None, path
    return found


@given(many_walks)
def test_whatever_was_walked_the_file_follows_the_schema(walked: Sequence[WalkRecord]) -> None:
    SCHEMA.validate(tcx(walked))


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('Sport="Other"', 'Sport="Walking"'),
        ("<DistanceMeters>0</DistanceMeters>", ""),
        ("<Calories>0</Calories>", "<Calories>none</Calories>"),
        ("<Intensity>Active</Intensity>", "<Intensity>Easy</Intensity>"),
        ("<Id>2026-01-05T09:00:00Z</Id>", "<Id>Monday</Id>"),
        ("<Id>2026-01-06T09:00:00Z</Id>", "<Id>2026-01-05T09:00:00Z</Id>"),
        ('StartTime="2026-01-05T09:00:00Z"', ""),
    ],
)
def test_the_schema_refuses_what_the_published_one_refuses(was: str, becomes: str) -> None:
    text = tcx([walk(), walk(MONDAY + timedelta(days=1))])
    assert was in text
    assert SCHEMA.is_valid(text)
    assert not SCHEMA.is_valid(text.replace(was, becomes))


@given(many_walks)
def test_each_walk_with_a_known_hour_is_there_with_its_start_and_its_length(walked: Sequence[WalkRecord]) -> None:
    known = [one for one in walked if one.time_known]
    found = activities(tcx(walked))
    assert len(found) == len(known)
    for activity, one in zip(found, known, strict=True):
        (lap,) = activity.findall(f"{{{NAMESPACE}}}Lap")
        assert datetime.fromisoformat(lap.attrib["StartTime"]) == one.started.astimezone(UTC).replace(microsecond=0)
        assert float(told(activity, "Lap/TotalTimeSeconds")) == pytest.approx(one.walked_s, abs=0.0006)
        times = [datetime.fromisoformat(point.text or "") for point in activity.iter(f"{{{NAMESPACE}}}Time")]
        assert times == sorted(times)
        assert len(times) == 2


def test_a_walk_whose_hour_nobody_knows_stays_at_home() -> None:
    by_hand = replace(walk(kind=WalkKind.BY_HAND), time_known=False)
    assert len(activities(tcx([by_hand, walk(hour=12)]))) == 1


def test_a_diary_without_walks_is_a_file_without_activities() -> None:
    assert activities(tcx([])) == []
    SCHEMA.validate(tcx([]))


def test_two_walks_of_one_start_have_ids_of_their_own_and_keep_their_start() -> None:
    walked = [walk(name="one"), walk(name="two"), walk(name="three")]
    found = activities(tcx(walked))
    assert [told(one, "Id") for one in found] == ["2026-01-05T09:00:00Z", "2026-01-05T09:00:01Z", "2026-01-05T09:00:02Z"]
    starts = [one.attrib["StartTime"] for activity in found for one in activity.findall(f"{{{NAMESPACE}}}Lap")]
    assert starts == ["2026-01-05T09:00:00Z"] * 3


def test_what_nobody_measured_is_nought_and_walking_is_other() -> None:
    (activity,) = activities(tcx([walk(minutes=23)]))
    assert activity.attrib == {"Sport": "Other"}
    assert [told(activity, f"Lap/{tag}") for tag in ("DistanceMeters", "Calories", "Intensity", "TriggerMethod")] == [
        "0",
        "0",
        "Active",
        "Manual",
    ]


@pytest.mark.parametrize(
    ("kind", "brisk", "note"),
    [
        (WalkKind.PLANNED, 0, "Walk of the plan."),
        (WalkKind.PLANNED, 8, "Walk of the plan. Brisk: 8 minutes."),
        (WalkKind.FREE, 1, "Walk beyond the plan. Brisk: 1 minute."),
        (WalkKind.BY_HAND, 0, "Walk added by hand."),
    ],
)
def test_the_note_says_what_kind_of_walk_it_was_and_how_much_was_brisk(kind: WalkKind, brisk: int, note: str) -> None:
    (activity,) = activities(tcx([walk(kind=kind, brisk=brisk)]))
    assert told(activity, "Notes") == note


@given(many_walks)
def test_a_training_site_reads_no_word_about_health(walked: Sequence[WalkRecord]) -> None:
    text = tcx(walked)
    assert not _HEALTH.search(text)
    assert not any(names.symptom_name(symptom) in text for symptom in Symptom)
    assert not any(sign in text for sign in WarningSign)


def test_a_walk_at_the_change_of_the_clocks_begins_and_ends_when_it_did() -> None:
    night = walk(MONDAY.replace(month=10, day=25), 30, hour=2)  # 2:00 to 2:30, before the hour comes again
    (activity,) = activities(tcx([night]))
    times = [point.text for point in activity.iter(f"{{{NAMESPACE}}}Time")]
    assert times == ["2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z"]


def test_a_clock_put_back_during_a_walk_makes_no_track_that_runs_backwards() -> None:
    (activity,) = activities(tcx([replace(walk(), ended=walk().started - timedelta(hours=2))]))
    times = [point.text for point in activity.iter(f"{{{NAMESPACE}}}Time")]
    assert times == ["2026-01-05T09:00:00Z"] * 2


def test_the_pieces_are_as_many_as_the_walks_so_that_years_need_no_room() -> None:
    assert len(list(tcx_parts(walk(MONDAY + timedelta(days=number)) for number in range(50)))) == 52
