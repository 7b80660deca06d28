"""Rows in are rows out (promise R11): any diary comes back from JSON and from CSV as it went, to the letter."""

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import MONDAY
from tests.services.transfers import SOMETHING_OF_EVERYTHING, as_csv, as_json, entry, json_of, tables_of, zipped
from tests.strategies import entries
from walkcoach.services.entries import Entry, EntryKind
from walkcoach.services.transfer.csv_zip import guarded, unguarded
from walkcoach.services.transfer.merge import plan_import
from walkcoach.services.transfer.tables import HANGING, TABLES

AWKWARD = (
    'She said "slow", I said "no"',
    "one, two, three; four\tfive",
    "first\nsecond\r\nthird\rfourth\n",
    "\n",
    "👟🦶🏽 went well 👩‍👩‍👧",
    "مشيت اليوم ببطء، والحمد لله",
    "\u202bright to left\u202c and back",
    "e\u0301 is not \u00e9",
    "=SUM(A1:A9)",
    "  +49 30 1",
    "-5 °C",
    "@home",
    "'quoted'",
    "'=1+1",
    "＝full width",
    " leading and trailing ",
    "null",
    "true",
    "0123",
    "1e5",
    "2026-01-05",
    '"',
    ",",
    "'",
    "\x00\x01\x7f\x85\u2028\u2029\ufeff",
    "x" * 100_000,
)
"""Notes as people write them, and as none does."""
diaries = st.lists(entries(), max_size=12, unique_by=lambda one: one.key)


def read(data: bytes) -> list[Entry]:
    """The entries of an export."""
    return [found.entry for found in plan_import(BytesIO(data), ()).found]


def in_order(said: list[Entry]) -> list[Entry]:
    """As the diary file gives them: by kind."""
    kinds = list(EntryKind)
    return sorted(said, key=lambda one: kinds.index(one.kind))


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=diaries)
def test_any_diary_comes_back_from_json(said: list[Entry]) -> None:
    back = read(as_json(said))
    assert back == said
    assert as_json(back) == as_json(said)  # the order of ratings, too, which their values do not tell


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=diaries)
def test_any_diary_comes_back_from_csv(said: list[Entry]) -> None:
    back = read(as_csv(in_order(said)))
    assert back == in_order(said)
    assert as_json(back) == as_json(in_order(said))


@pytest.mark.parametrize("text", AWKWARD, ids=ascii)
def test_any_note_comes_back_to_the_letter(text: str) -> None:
    said = [entry(EntryKind.REMARK, text)]
    assert read(as_json(said)) == said
    assert read(as_csv(said)) == said


@settings(max_examples=500, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"])) | st.text("=+-@|%' \t\r\n\"1,a"))
def test_a_cell_is_no_formula_and_gives_the_text_back(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert cell
    assert cell.strip()[:1] not in tuple("=+-@|%＝＋－＠")
    assert cell[0] not in "\t\r\n"


@settings(max_examples=100, deadline=None)
@given(said=diaries)
def test_each_entry_and_each_member_of_a_list_is_one_row(said: list[Entry]) -> None:
    tables = tables_of(as_csv(said))
    for table in TABLES:
        assert len(tables[table.file]) - 1 == sum(one.kind in table.kinds for one in said)
    plain = json_of(said)["entries"]
    for hanging in HANGING:
        lists = [one["value"].get(hanging.list_of(EntryKind(one["kind"])) or "", ()) for one in plain]
        assert len(tables[hanging.file]) - 1 == sum(map(len, lists))


def test_the_figures_of_a_walk_are_exact() -> None:
    head, row = tables_of(as_csv(SOMETHING_OF_EVERYTHING))["walks.csv"]
    told = dict(zip(head, row, strict=True))
    assert (told["walked_s"], told["brisk_s"], told["started"]) == ("750.0", "120", "2026-01-05T10:00:00+01:00")


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/St_Johns", "Pacific/Apia", "UTC"])
def test_moments_come_back_in_their_zone_on_both_sides_of_a_clock_change(zone: str) -> None:
    start = datetime(2025, 10, 25, 22, tzinfo=UTC)
    said = [
        Entry(EntryKind.REMARK, entry(EntryKind.REMARK, "x", name=f"{n}").id, MONDAY + timedelta(days=n), moment, "x")
        for n in range(12)
        for moment in [(start + timedelta(minutes=30 * n, microseconds=n)).astimezone(ZoneInfo(zone))]
    ]
    for data in (as_json(said), as_csv(said)):
        back = read(data)
        assert [one.said.isoformat() for one in back] == [one.said.isoformat() for one in said]
        assert {getattr(one.said.tzinfo, "key", "") for one in back} == {zone}


def test_a_zone_that_is_not_known_here_keeps_its_offset() -> None:
    data = as_json([entry(EntryKind.REMARK, "x")]).replace(b"Europe/Berlin", b"Mars/Olympus")
    (back,) = read(data)
    assert back.said.isoformat() == "2026-01-05T09:00:00+01:00"


def test_json_is_read_whatever_its_layout_and_the_order_of_its_fields() -> None:
    plain = json_of(SOMETHING_OF_EVERYTHING)
    for text in (
        json.dumps(plain, indent=4, sort_keys=True),
        json.dumps(plain, ensure_ascii=True, separators=(",", ":")),
        "\ufeff" + json.dumps(dict(reversed(plain.items())), indent="\t").replace("\n", "\r\n"),
    ):
        assert read(text.encode()) == list(SOMETHING_OF_EVERYTHING)


def test_an_entry_is_one_line_of_json() -> None:
    lines = as_json(SOMETHING_OF_EVERYTHING).decode().split("\n")
    assert [json.loads(line.rstrip(","))["kind"] for line in lines if line.startswith('{"id"')] == list(EntryKind)


def test_tables_are_read_in_any_order_of_rows_and_columns() -> None:
    tables = tables_of(as_csv(SOMETHING_OF_EVERYTHING))
    turned = {name: [list(reversed(row)) for row in (rows[0], *reversed(rows[1:]))] for name, rows in reversed(tables.items())}
    assert in_order(read(zipped(turned))) == list(SOMETHING_OF_EVERYTHING)


def test_tables_are_read_as_a_spreadsheet_may_save_them() -> None:
    tables = tables_of(as_csv(SOMETHING_OF_EVERYTHING))
    saved: dict[str, list[list[str]] | str | bytes] = {}
    for name, rows in tables.items():
        text = io.StringIO(newline="")
        csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(
            [cell.upper() if cell in ("true", "false") else cell for cell in row] for row in rows
        )
        saved[name] = text.getvalue() + "\n\n"
    assert read(zipped(saved)) == list(SOMETHING_OF_EVERYTHING)


def test_the_tables_are_what_a_spreadsheet_opens_rightly() -> None:
    with ZipFile(BytesIO(as_csv(SOMETHING_OF_EVERYTHING))) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            assert data.startswith(b"\xef\xbb\xbf"), name
            assert data.endswith(b"\r\n"), name
        assert '"She said ""slow"",\r\nand we were; 👟' in archive.read("remarks.csv").decode()


def test_the_same_diary_makes_the_same_file() -> None:
    assert as_csv(SOMETHING_OF_EVERYTHING) == as_csv(SOMETHING_OF_EVERYTHING)
    assert as_json(SOMETHING_OF_EVERYTHING) == as_json(SOMETHING_OF_EVERYTHING)


def test_nothing_to_export_is_an_export_too() -> None:
    assert read(as_json([])) == []
    assert read(as_csv([])) == []
    assert plan_import(BytesIO(as_json([])), ()).days is None


def test_the_readme_tells_of_every_column() -> None:
    with ZipFile(BytesIO(as_csv([]))) as archive:
        lines = archive.read("README.txt").decode("utf-8-sig").splitlines()
    for name, rows in tables_of(as_csv([])).items():
        begins = lines.index(name)
        part = lines[begins : lines.index("", begins)] if "" in lines[begins:] else lines[begins:]
        for column in rows[0]:
            where = part.index(f"  {column}")
            assert part[where + 1].startswith("      "), (name, column)
            assert len(part[where + 1].split()) >= 2, (name, column)


def test_days_at_both_ends_of_the_calendar_come_back() -> None:
    said = [entry(EntryKind.REMARK, "x", date(year, 1, 2)) for year in (1970, 2199)]
    assert read(as_json(said)) == said
