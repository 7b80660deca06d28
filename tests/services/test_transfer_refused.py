"""Bad input is refused whole (promise R17): one line that names the place, and nothing is changed, whatever was given."""

import json
import re
import struct
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_BZIP2, ZipFile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.builders import MONDAY, before, moment
from tests.fakes import MemoryDiaryStore
from tests.services.transfers import (
    MISSING,
    SOMETHING_OF_EVERYTHING,
    Path,
    as_csv,
    as_json,
    entry,
    every_path,
    json_of,
    spoilt,
    tables_of,
    with_cell,
    zipped,
)
from walkcoach.services.entries import EntryKind
from walkcoach.services.fhir import fhir_bundle
from walkcoach.services.transfer import apply_import, plan_import
from walkcoach.services.transfer_refusal import ImportRefused
from walkcoach.services.transfer_zip import MOST_UNPACKED

OURS = entry(EntryKind.BEFORE, before(7), name="ours")
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["2026-01-05", "before"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
a_lot = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def good(form: Callable[..., bytes]) -> bytes:
    return form(SOMETHING_OF_EVERYTHING)


def outcome(data: bytes) -> str:
    """The refusal of `data`, or nothing where it was imported. Either way the diary is whole, and after a refusal as it was."""
    book = MemoryDiaryStore()
    book.change(None, [OURS], (), moment())
    writes = book.writes
    try:
        apply_import(plan_import(BytesIO(data), book.entries()), book, lambda: None, moment())
    except ImportRefused as refused:
        assert list(book.entries()) == [OURS]
        assert book.writes == writes
        line = str(refused)
        assert line == " ".join(line.split())
        assert 0 < len(line) <= 500
        return line
    assert OURS in book.entries()
    return ""


def refusal(data: bytes) -> str:
    line = outcome(data)
    assert line, "it was imported"
    return line


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


# --- tables ----------------------------------------------------------------------------------------------------------

CELLS: tuple[tuple[str, str, str, str], ...] = (
    ("check_ins.csv", "id", "1", "check_ins.csv line 2: "),
    ("check_ins.csv", "part", "during", "check_ins.csv line 2: part has to be one of before, after"),
    ("check_ins.csv", "effort", "3", "check_ins.csv line 2: effort has to be empty"),
    ("check_ins.csv", "steady", "", "check_ins.csv line 2: steady is empty"),
    ("check_ins.csv", "day", "05/01/2026", "ratings.csv line 2: has to be about the day"),
    ("ratings.csv", "score", "11", "ratings.csv line 2: score has to be a whole number from 0 to 10"),
    ("ratings.csv", "score", "2,5", "ratings.csv line 2: score has to be a number"),
    ("ratings.csv", "score", "2.5", "ratings.csv line 2: score has to be a whole number"),
    ("ratings.csv", "score", "", "ratings.csv line 2: score is empty"),
    ("ratings.csv", "symptom", "pain", "ratings.csv line 2: "),
    ("ratings.csv", "number", "2", "ratings.csv line 2: number has to be 1, not 2"),
    ("ratings.csv", "day", "2026-01-06", "ratings.csv line 2: has to be about the day"),
    ("ratings.csv", "part", "after", "ratings.csv line 2: has to be about the day"),
    ("ratings.csv", "check_in_id", "1", "check_ins.csv line 2: "),
    ("warning_signs.csv", "sign", "shoes", "warning_signs.csv line 2: sign has to be one of"),
    ("warning_signs.csv", "check_in_id", "1", "warning_signs.csv line 2: check_in_id has to be an id that is in check_ins.csv"),
    ("walks.csv", "walked_s", "a lot", "walks.csv line 2: walked_s has to be a number"),
    ("walks.csv", "walked_s", "1e99", "walks.csv line 2: walked_s has to be from 0 to 86400"),
    ("walks.csv", "time_known", "1", "walks.csv line 2: time_known has to be true or false"),
    ("symptom_marks.csv", "at_s", "-1", "symptom_marks.csv line 2: at_s has to be from 0"),
    ("offers.csv", "minutes", "16", "offers.csv line 2: minutes has to be what the segments add up to"),
    ("offers.csv", "decision", "run", "offers.csv line 2: decision has to be one of"),
    ("offers.csv", "evidence_effort", "x", "offers.csv line 2: evidence_effort has to be a number"),
    ("offer_segments.csv", "seconds", "-5", "offer_segments.csv line 2: seconds has to be from 0"),
    ("offer_rules.csv", "rule", "no_rule", "offer_rules.csv line 2: rule has to be one of"),
    ("programmes.csv", "sunday", "", "programmes.csv line 2: sunday is empty"),
    ("programmes.csv", "start_min", "31", "programmes.csv line 2: start_min has to be"),
    ("profile.csv", "emergency_number", "", "profile.csv line 2: emergency_number is empty"),
    ("followed.csv", "symptom", "shoes", "followed.csv line 2: symptom has to be one of"),
    ("slow_answers.csv", "bone_health", "", "slow_answers.csv line 2: "),
    ("slow_answers.csv", "answered", "false", "slow_answers.csv line 2: answered has to be true"),
    ("remarks.csv", "text", "'", "remarks.csv line 2: text has to say something"),
    ("week_reviews.csv", "review", "week", "week_reviews.csv line 2: review this is not JSON"),
    ("about.csv", "format", "other", "about.csv: this is no Walkcoach export"),
    ("about.csv", "exported", "now", "about.csv line 2 exported: has to be a moment"),
)


@pytest.mark.parametrize(("file", "column", "cell", "line"), CELLS, ids=["-".join(told[:3]) for told in CELLS])
def test_a_wrong_cell_is_refused_by_its_file_and_line(file: str, column: str, cell: str, line: str) -> None:
    assert refusal(with_cell(tables_of(good(as_csv)), file, 2, column, cell)).startswith(line)


def test_a_line_is_counted_past_texts_with_line_ends_in_them() -> None:
    said = [entry(EntryKind.REMARK, "one\ntwo\r\nthree", name="a"), entry(EntryKind.REMARK, "x", MONDAY.replace(day=6))]
    tables = tables_of(as_csv(said))
    tables["remarks.csv"][2][1] = "soon"
    assert refusal(zipped(tables)).startswith("remarks.csv line 5: day has to be a date")


@a_lot
@given(data=st.data())
def test_tables_spoilt_anywhere_are_read_or_refused_by_a_file(data: st.DataObject) -> None:
    tables = tables_of(good(as_csv))
    file = data.draw(st.sampled_from(sorted(tables)))
    rows = tables[file]
    row = data.draw(st.integers(0, len(rows) - 1))
    change = data.draw(st.sampled_from(["cell", "cut", "longer", "twice", "gone"]))
    if change == "cell":
        column = data.draw(st.integers(0, len(rows[row]) - 1))
        rows[row][column] = data.draw(st.text(max_size=6) | st.sampled_from(["1", "true", "'"]))
    elif change == "cut":
        rows[row].pop()
    elif change == "longer":
        rows[row].append("more")
    elif change == "twice":
        rows.insert(row, rows[row])
    else:
        del rows[row]
    line = outcome(zipped(tables))
    assert not line or re.match(r"[a-z_]+\.csv( line \d+)?( \w+)?: ", line), line


@a_lot
@given(at=st.integers(0, 10_000), flip=st.integers(1, 255))
def test_a_zip_with_a_byte_changed_is_read_or_refused(at: int, flip: int) -> None:
    data = bytearray(good(as_csv))
    data[at % len(data)] ^= flip
    outcome(bytes(data))


def test_a_zip_cut_short_anywhere_is_refused() -> None:
    data = good(as_csv)
    for length in range(0, len(data), 7):
        refusal(data[:length])


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("ratings.csv", b'check_in_id,day,part,number,symptom,score\r\n"', "ratings.csv line 2: this is not CSV"),
        ("ratings.csv", b'check_in_id,day,part,number,symptom,score\r\n"a"b', "ratings.csv line 2: this is not CSV"),
        ("ratings.csv", b"check_in_id,day,part,number,symptom,score\r\n\xff", "ratings.csv line 2: this is not CSV: it is no"),
        ("ratings.csv", b"check_in_id;day;part;number;symptom;score\r\n", "ratings.csv line 1: has to have the columns"),
        ("ratings.csv", b"", "ratings.csv line 1: has to have the columns"),
        ("ratings.csv", b"check_in_id,day,part,number,symptom,score\r\n1,2\r\n", "ratings.csv line 2: has to have 6 cells, not 2"),
        ("remarks.csv", b"id,day,said,zone,text\r\n" + b"x" * 500_000, "remarks.csv line 1: this is not CSV: a line is longer"),
        ("remarks.csv", b"id,day,said,zone,text\r\n,,,," + b"x" * 200_000, "remarks.csv line 2: this is not CSV: field larger"),
    ],
    ids=range(8),
)
def test_what_is_no_table_is_refused_with_its_line(file: str, text: bytes, line: str) -> None:
    assert refusal(zipped({**tables_of(good(as_csv)), file: text})).startswith(line)


# --- zips that are not meant well ------------------------------------------------------------------------------------


def test_a_file_that_no_export_has_is_refused() -> None:
    for name in ("notes.txt", "../diary.sqlite3", "/etc/passwd", "sub/ratings.csv", "RATINGS.CSV"):
        line = refusal(zipped({**tables_of(good(as_csv)), name: "x"}))
        assert line == f"'{name}': is no file of a Walkcoach export; take it out of the zip"


def test_a_table_that_is_missing_or_there_twice_is_refused() -> None:
    tables = tables_of(good(as_csv))
    for name in tables:
        line = refusal(zipped({other: rows for other, rows in tables.items() if other != name}))
        assert line == ("this is no Walkcoach export" if name == "about.csv" else f"{name}: is missing from the zip")
    out = BytesIO(good(as_csv))
    with ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("ratings.csv", "x")
    assert refusal(out.getvalue()) == "ratings.csv: is there twice"


def test_the_readme_may_be_missing() -> None:
    tables = tables_of(good(as_csv))
    assert "README.txt" not in tables
    assert outcome(zipped(tables)) == ""


def test_a_zip_that_unpacks_to_more_than_any_diary_is_refused_unopened() -> None:
    data = zipped({**tables_of(good(as_csv)), "remarks.csv": "id,day,said,zone,text\n"})
    with ZipFile(BytesIO(data)) as archive:
        told = archive.getinfo("remarks.csv").file_size
    huge = data.replace(struct.pack("<L", told), struct.pack("<L", MOST_UNPACKED + 1))
    assert refusal(huge).startswith("the tables are 26")


def test_a_member_that_is_larger_than_it_says_is_refused() -> None:
    data = zipped({**tables_of(good(as_csv)), "remarks.csv": "id,day,said,zone,text\n" + " \n" * 10_000})
    with ZipFile(BytesIO(data)) as archive:
        told = archive.getinfo("remarks.csv").file_size
    assert refusal(data.replace(struct.pack("<L", told), struct.pack("<L", 22))).startswith("remarks.csv: the zip is broken")


def test_other_ways_of_packing_are_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_BZIP2) as archive:
        for name in tables_of(good(as_csv)):
            archive.writestr(name, "x")
    assert refusal(out.getvalue()).endswith(": is packed in a way that is not read here")
    encrypted = bytearray(good(as_csv))
    with ZipFile(BytesIO(good(as_csv))) as archive:
        encrypted[archive.start_dir + 8] |= 1
    assert refusal(bytes(encrypted)).endswith(": is packed in a way that is not read here")
