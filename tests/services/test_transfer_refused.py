"""Bad input is refused whole (promise R17): one line that names the place, and nothing is changed, whatever was given."""

import json
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.builders import moment
from tests.services.refusals import a_lot, good, outcome, refusal
from tests.services.transfers import (
    MISSING,
    SOMETHING_OF_EVERYTHING,
    Path,
    as_csv,
    as_json,
    every_path,
    json_of,
    spoilt,
    tables_of,
    zipped,
)
from walkcoach.services.transfer.fhir import fhir_bundle

JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["2026-01-05", "before"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


# --- no export of ours -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n ",
        b"{",
        b"{}",
        b"[]",
        b"null",
        b"hello",
        b"\xff\xfe{\x00}\x00",
        b"\x89PNG\r\n\x1a\n",
        b"SQLite format 3\x00" + bytes(100),
        b"PK",
        b"PK\x03\x04",
        b"PK\x05\x06" + bytes(18),
        b'<?xml version="1.0"?>',
        b"id,day\n1,2\n",
        bytes(range(256)) * 40,
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b'{"format": "walkcoach-diary", "version": 1, "entries": ' + b"[" * 200_000,
        b'{"format": "another", "version": 1, "entries": []}',
        b'{"version": 1, "entries": []}',
        fhir_bundle(SOMETHING_OF_EVERYTHING, moment()).encode(),
        zipped({"word/document.xml": "<w/>"}),
        zipped({"../../etc/passwd": "x"}),
    ],
    ids=range(24),
)
def test_what_is_no_export_is_refused(data: bytes) -> None:
    refusal(data)


@a_lot
@given(data=st.binary(max_size=300))
@example(b"PK\x05\x06" + bytes(17))
def test_any_bytes_are_refused(data: bytes) -> None:
    refusal(data)
    refusal(b"PK\x03\x04" + data)


# --- a newer version -------------------------------------------------------------------------------------------------

NEWER = "this was exported by a newer Walkcoach than this one; install that to import it"


@pytest.mark.parametrize("turned", [False, True])
def test_a_newer_json_is_refused_in_one_clear_line(turned: bool) -> None:
    newer = json_of(SOMETHING_OF_EVERYTHING) | {"version": 2, "shoes": []}
    newer["entries"].insert(0, {"kind": "shoes", "colour": "blue"})
    fields = reversed(newer.items()) if turned else newer.items()
    assert refusal(json.dumps(dict(fields)).encode()) == f"version: {NEWER}"


def test_newer_tables_are_refused_in_one_clear_line() -> None:
    tables = tables_of(good(as_csv))
    tables["about.csv"] = [[*tables["about.csv"][0], "mood"], [*tables["about.csv"][1], "good"]]
    tables["about.csv"][1][1] = "2"
    assert refusal(zipped({**tables, "shoes.csv": [["id"]]})) == f"about.csv line 2 version: {NEWER}"


@pytest.mark.parametrize("version", [0, -1, "1", 1.0, True, None, [], 10**30])
def test_what_is_no_version_is_refused(version: Any) -> None:
    assert refusal(json.dumps(json_of([]) | {"version": version}).encode()).startswith("version: ")


# --- JSON ------------------------------------------------------------------------------------------------------------

ENTRY: Path = ("entries", 2)
SPOILT: tuple[tuple[Path, Any, str], ...] = (
    (("exported",), "yesterday", "exported"),
    (("program",), 1, "program"),
    (("entries",), {}, "entries"),
    (("entries",), MISSING, "entries"),
    (("mood",), "good", "mood"),
    (("entries", 2), [], "entries[2]"),
    ((*ENTRY, "id"), "1", "entries[2].id"),
    ((*ENTRY, "id"), "0F8FAD5B-D9CB-469F-A165-70867728950E", "entries[2].id"),
    ((*ENTRY, "kind"), "shoes", "entries[2].kind"),
    ((*ENTRY, "kind"), "after", "entries[2].value.ratings"),
    ((*ENTRY, "day"), "5.1.2026", "entries[2].day"),
    ((*ENTRY, "day"), "2026-02-30", "entries[2].day"),
    ((*ENTRY, "day"), "1969-12-31", "entries[2].day"),
    ((*ENTRY, "day"), "2200-01-01", "entries[2].day"),
    ((*ENTRY, "said"), "2026-01-05T09:00:00", "entries[2].said"),
    ((*ENTRY, "said"), "2026-01-05T25:00:00Z", "entries[2].said"),
    ((*ENTRY, "said"), "9999-12-31T23:59:59-12:00", "entries[2].said"),
    ((*ENTRY, "zone"), "../../etc/localtime", "entries[2].zone"),
    ((*ENTRY, "zone"), "+25:00", "entries[2].zone"),
    ((*ENTRY, "zone"), None, "entries[2].zone"),
    ((*ENTRY, "value", "ratings", "tingling"), 11, "entries[2].value.ratings.tingling"),
    ((*ENTRY, "value", "ratings", "tingling"), True, "entries[2].value.ratings.tingling"),
    ((*ENTRY, "value", "ratings"), {}, "entries[2].value.ratings"),
    ((*ENTRY, "value", "feet"), "later", "entries[2].value.feet"),
    ((*ENTRY, "value", "warning_signs"), ["unwell", "unwell"], "entries[2].value.warning_signs[1]"),
    (("entries", 0, "value", "age_band"), "\ud800", "entries[0].value.age_band"),
    (("entries", 0, "value", "followed"), ["cramps", "cramps"], "entries[0].value.followed[1]"),
    (("entries", 1, "value", "walk_goal_min"), 40, "entries[1].value.brisk_goal_min"),
    (("entries", 1, "value", "walk_days", "sunday"), 1, "entries[1].value.walk_days.sunday"),
    (("entries", 5, "value", "minutes"), 16, "entries[5].value.minutes"),
    (("entries", 5, "value", "segments"), [{"pace": "normal", "seconds": 86_400}] * 2, "entries[5].value.segments"),
    (("entries", 5, "value", "standing", "minutes"), 10**9, "entries[5].value.standing.minutes"),
    (("entries", 5, "value", "evidence", "effort"), MISSING, "entries[5].value.evidence.effort"),
    (("entries", 5, "value", "evidence", "mood"), 1, "entries[5].value.evidence.mood"),
    (("entries", 6, "value", "walked_s"), 1e999, "entries[6].value.walked_s"),
    (("entries", 6, "value", "walked_s"), -0.5, "entries[6].value.walked_s"),
    (("entries", 6, "value", "brisk_s"), 752, "entries[6].value.brisk_s"),
    (("entries", 6, "value", "started"), "2026-01-05T10:00:01+01:00", "entries[6].value.started"),
    (("entries", 6, "value", "symptom_marks_s", 0), -1, "entries[6].value.symptom_marks_s[0]"),
    (("entries", 7, "value", "answered"), False, "entries[7].value.answered"),
    (("entries", 7, "value", "new_or_worse", "bone_health"), MISSING, "entries[7].value.slow_signs.bone_health"),
    (("entries", 8, "value", "text"), "", "entries[8].value.text"),
    (("entries", 8, "value", "text"), "half \udc00 a character", "entries[8].value.text"),
    (("entries", 8, "value", "text"), "x" * 100_001, "entries[8].value.text"),
    (("entries", 9, "value", "review"), "[]", "entries[9].value.review"),
    (("entries", 9, "value", "review"), '{"a": NaN}', "entries[9].value.review"),
    (("entries", 9, "value", "review"), "[" * 50_000, "entries[9].value.review"),
)


@pytest.mark.parametrize(("path", "value", "place"), SPOILT, ids=[f"{place}-{number}" for number, (*_, place) in enumerate(SPOILT)])
def test_a_wrong_value_is_refused_by_its_place(path: Path, value: Any, place: str) -> None:
    text = json.dumps(spoilt(json_of(SOMETHING_OF_EVERYTHING), path, value)).replace("Infinity", "1e999")
    assert refusal(text.encode()).startswith(f"{place}: ")


@a_lot
@given(path=st.sampled_from(every_path(SOMETHING_OF_EVERYTHING)), value=JSON | st.just(MISSING))
def test_an_export_spoilt_anywhere_is_read_or_refused_near_that_place(path: Path, value: Any) -> None:
    line = outcome(json.dumps(spoilt(json_of(SOMETHING_OF_EVERYTHING), path, value)).encode())
    if line and path[0] == "entries" and len(path) > 1:
        shifted = value is MISSING and len(path) == 2  # with an entry gone, the others stand elsewhere
        assert shifted or line.startswith((f"entries[{path[1]}]", "this is not JSON", "entries[")), line


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (b'"tingling":3', b'"tingling":3,"tingling":4', r"entries\[2\].tingling: is given twice"),
        (b'"format"', b'"version": 1, "format"', r"version: is given twice"),
        (b'"entries": [', b'"entries": [], "entries": [', r"entries: is given twice"),
        (b'"tingling":3', b'"tingling":NaN', r"entries\[2\]: this is not JSON: NaN"),
        (b'"tingling":3', b'"tingling":' + b"9" * 5000, r"line 9 column \d+: this is not JSON: a number has"),
        (b'"tingling":3', b'"tingling":' + b"[" * 100_000, r"line 9 column \d+: this is not JSON"),
        (b'"tingling":3', b'"tingling":03', r"line 9 column \d+: this is not JSON"),
        (b'{"tingling":3}', b"{'tingling':3}", r"line 9 column \d+: this is not JSON"),
        (b"\n]\n}", b",\n]\n}", r"line 17 column 1: this is not JSON"),
        (b"\n]\n}", b"\n]\n} more", r"line 18 column 3: this is not JSON"),
        (b"\n]\n}", b"\n]\n}{}", r"line 18 column 2: this is not JSON"),
        (b"\n]\n}", b"", r"line 17 column \d+: this is not JSON"),
        (b"walkcoach-diary", b"walkcoach-\xff\xfediary", r"this is not JSON: byte 23 is no UTF-8"),
    ],
    ids=range(13),
)
def test_what_is_broken_is_refused_with_its_line(old: bytes, new: bytes, place: str) -> None:
    assert old in good(as_json)
    assert re.match(place, refusal(good(as_json).replace(old, new)))


def test_a_json_cut_short_anywhere_is_refused() -> None:
    data = good(as_json)
    for length in range(len(data.rstrip())):
        refusal(data[:length])


@a_lot
@given(at=st.integers(0, 10_000), flip=st.integers(1, 255))
def test_a_json_with_a_byte_changed_is_read_or_refused(at: int, flip: int) -> None:
    data = bytearray(good(as_json))
    data[at % len(data)] ^= flip
    outcome(bytes(data))
