"""Tables that are not as they were exported are refused whole (promise R17), by file and line; and so are zips not meant well."""

import re
import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY
from tests.services.refusals import a_lot, good, outcome, refusal
from tests.services.transfers import as_csv, entry, tables_of, with_cell, zipped
from walkcoach.services.entries import EntryKind
from walkcoach.services.transfer.zip_members import MOST_UNPACKED

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
