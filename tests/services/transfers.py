"""Exports to import, as bytes and as JSON values: something of everything, and ways to spoil it."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, Final
from uuid import UUID, uuid5
from zipfile import ZIP_DEFLATED, ZipFile

from tests.builders import MONDAY, after, before, moment, notes, offer, slow_answers, walk
from walkcoach.core.diary import AwayBecause, Settled, ShorterBecause
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services.entries import Entry, EntryKind, EntryValue, walk_entry
from walkcoach.services.ports import Profile
from walkcoach.services.transfer.csv_zip import write_csv_zip
from walkcoach.services.transfer.json_file import write_json

EXPORTED: Final = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
MISSING: Final = object
"""Stands for "without this field"."""
_NAMESPACE: Final = UUID("9a1e2c44-0a0c-4a6e-8a67-3d0d5b1f7c55")

Path = tuple[str | int, ...]


def entry(kind: EntryKind, value: EntryValue, on: date = MONDAY, name: str = "") -> Entry:
    """An entry said on its day at nine; the same arguments make the same id."""
    return Entry(kind, uuid5(_NAMESPACE, f"{kind} {on} {name}"), on, moment(on), value)


SOMETHING_OF_EVERYTHING: Final = (
    entry(
        EntryKind.PROFILE,
        Profile(True, (Symptom.TINGLING, Symptom.CRAMPS), frozenset({"heart", "feet"}), True, False, "some", "60s", True, "999"),
    ),
    entry(EntryKind.PROGRAMME, Programme(track=Track.GENTLE, start_min=12)),
    entry(EntryKind.BEFORE, before(3, signs=[WarningSign.UNWELL], settled=Settled.SAME_DAY)),
    entry(EntryKind.AFTER, after(5, signs=[WarningSign.LOW_GLUCOSE])),
    entry(EntryKind.NOTES, notes(cleared=True, away_because=AwayBecause.FLARE)),
    entry(EntryKind.OFFER, offer(15)),
    walk_entry(walk(MONDAY, 12.5, brisk=2, shorter=ShorterBecause.NO_TIME, marks=(61.25,))),
    entry(EntryKind.SLOW_ANSWERS, slow_answers(SlowSign.GAIT_CHANGE)),
    entry(EntryKind.REMARK, 'She said "slow",\r\nand we were; 👟 مشيت\n=SUM(A1)'),
    entry(EntryKind.WEEK_REVIEW, '{"version": 1, "minutes": 75}'),
)
"""One entry of each kind, none of its fields empty."""


def as_json(entries: Iterable[Entry]) -> bytes:
    """The JSON export of `entries`."""
    out = BytesIO()
    write_json(entries, out, EXPORTED)
    return out.getvalue()


def as_csv(entries: Iterable[Entry]) -> bytes:
    """The zip of CSV tables of `entries`."""
    out = BytesIO()
    write_csv_zip(entries, out, EXPORTED)
    return out.getvalue()


def json_of(entries: Iterable[Entry]) -> Any:
    """The JSON export as a value."""
    return json.loads(as_json(entries))


def every_path(entries: Sequence[Entry]) -> list[Path]:
    """The way to every value in the JSON export of `entries`."""
    return list(_paths(json_of(entries), ()))[1:]


def _paths(value: Any, path: Path) -> Iterator[Path]:
    yield path
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from _paths(value[key], (*path, key))


def spoilt(good: Any, path: Path, value: Any) -> Any:
    """`good` with another value at `path`, or without it where the value is `MISSING`."""
    whole = deepcopy(good)
    holder = whole
    *way, last = path
    for part in way:
        holder = holder[part]
    if value is MISSING:
        del holder[last]
    else:
        holder[last] = value
    return whole


def tables_of(archive: bytes) -> dict[str, list[list[str]]]:
    """Every table of the zip, as anybody's CSV reader reads it."""
    with ZipFile(BytesIO(archive)) as opened:
        return {
            name: list(csv.reader(io.StringIO(opened.read(name).decode("utf-8-sig"), newline=""), strict=True))
            for name in opened.namelist()
            if name.endswith(".csv")
        }


def zipped(tables: Mapping[str, list[list[str]] | str | bytes]) -> bytes:
    """A zip of such tables, or of other files."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, table in tables.items():
            if isinstance(table, list):
                text = io.StringIO(newline="")
                csv.writer(text).writerows(table)
                table = text.getvalue()
            archive.writestr(name, table)
    return out.getvalue()


def with_cell(tables: dict[str, list[list[str]]], file: str, line: int, column: str, cell: str) -> bytes:
    """The zip with one cell said otherwise; `line` 2 is the first row, where no row has line ends in it."""
    changed = deepcopy(tables)
    rows = changed[file]
    rows[line - 1][rows[0].index(column)] = cell
    return zipped(changed)
