"""The zip of CSV tables strictly back to entries: what `csv_zip` wrote, or a refusal that names the file and the line.

Columns and rows may stand in any order, as a spreadsheet may leave them. What belongs to no entry is refused like everything else
that is not understood.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Any, BinaryIO, Final, NamedTuple
from zipfile import ZipFile

from walkcoach.services import strict_json as strict
from walkcoach.services.entries import Entry, EntryKind
from walkcoach.services.errand import AskedToStop, Stopped, Tell, never_stopped, tell_nobody
from walkcoach.services.strict_json import Refused
from walkcoach.services.transfer.csv_zip import HANGING_OF, head_of, unguarded
from walkcoach.services.transfer.json_file import refuse_newer
from walkcoach.services.transfer.reading import entry_of, moment
from walkcoach.services.transfer.refusal import ImportRefused
from walkcoach.services.transfer.tables import (
    ABOUT,
    ABOUT_COLUMNS,
    NUMBER,
    PART,
    TABLES,
    Cell,
    Column,
    Empty,
    Hanging,
    Table,
)
from walkcoach.services.transfer.values import FORMAT, Plain
from walkcoach.services.transfer.zip_members import Row, check_members, opened, rows_of, size
from walkcoach.wording import transfer as words

_EVERY: Final = 200
_NUMBER: Final = re.compile(r"-?\d{1,15}(\.\d{1,30})?([eE][+-]?\d{1,3})?", re.ASCII)
_FEW_DIGITS: Final = 10
"""Below this many, nothing but digits is a number that needs no further look."""
_FLAGS: Final = MappingProxyType({"true": True, "false": False})
_WORD, _TEXT, _NUMERIC, _REFUSED, _LEFT_OUT = Cell.WORD, Cell.TEXT, Cell.NUMBER, Empty.REFUSED, Empty.LEFT_OUT
"""By names of their own: looked up for each of half a million cells, an enumeration's members take a tenth of the time."""
_POSITION: Final = Column(NUMBER, (), Cell.NUMBER)


def read_csv_zip(
    file: BinaryIO, *, tell: Tell = tell_nobody, asked_to_stop: AskedToStop = never_stopped
) -> Iterator[tuple[str, Entry]]:
    """The entries in `file`, each with its place, as they come.

    Raises `ImportRefused` for whatever is no export of ours, at the latest after the last entry: take nothing before.
    """
    try:
        with opened(file) as archive:
            _check_about(archive)
            check_members(archive)
            done, total = 0, size(archive)
            for number, (row, entry) in enumerate(_all_entries(archive), 1):
                yield row.place, entry
                done += row.length
                if number % _EVERY == 0:
                    if asked_to_stop():
                        raise Stopped
                    tell(min(done, total), total)
    except ImportRefused:
        raise
    except Refused as refused:
        raise ImportRefused(refused.place, refused.message) from refused


class _Member(NamedTuple):
    """A row of a hanging table, without its owner: its position, its line, and its value."""

    number: int
    line: int
    day: str
    part: str
    value: Any


def _check_about(archive: ZipFile) -> None:
    """Refuse another format, and a newer version of ours whatever else it may say."""
    told = list(rows_of(archive, ABOUT, ("format", "version"), strictly=False))
    if len(told) != 1 or told[0].cells[0] != FORMAT:
        raise Refused(ABOUT, words.not_ours())
    version = told[0].cells[1]
    number = int(version) if version.isascii() and version.isdigit() and len(version) < _FEW_DIGITS else version
    refuse_newer(number, f"{told[0].place} version")
    (about,) = rows_of(archive, ABOUT, ABOUT_COLUMNS)
    moment(about.cells[ABOUT_COLUMNS.index("exported")], f"{about.place} exported")


def _all_entries(archive: ZipFile) -> Iterator[tuple[Row, Entry]]:
    """The entries of all tables, each table after those that hang on it."""
    for table in TABLES:
        hanging = HANGING_OF[table.kinds[0]]
        owned = [_members(archive, one) for one in hanging]
        for row in rows_of(archive, table.file, head_of(table)):
            kind = _kind(table, row)
            plain = _plain(table, row, kind)
            lists = [(one, _list_of(one, members, plain, row)) for one, members in zip(hanging, owned, strict=True)]
            for one, found in lists:
                values = [member.value for member in found]
                plain["value"][one.list_of(kind)] = dict(values) if one.keyed else values
            try:
                entry = entry_of(plain)
            except Refused as refused:
                raise _in_tables(refused, table, row, kind, lists) from refused
            yield row, entry
        for one, members in zip(hanging, owned, strict=True):
            for left in members.values():
                place = f"{one.file} line {min(member.line for member in left)}"
                raise Refused(place, f"{one.owner} has to be an id that is in {table.file}")


def _kind(table: Table, row: Row) -> EntryKind:
    """The kind of entry that the row is."""
    if len(table.kinds) == 1:
        return table.kinds[0]
    cell = row.cells[table.columns.index(PART)]
    kind = next((kind for kind in table.kinds if kind == cell), None)
    if kind is None:
        row.refuse(PART.name, f"has to be one of {', '.join(table.kinds)}, not {strict.shown(cell)}")
    return kind


def _plain(table: Table, row: Row, kind: EntryKind) -> Plain:
    """The row as a plain value, without the lists."""
    plain: Plain = {"kind": str(kind), "value": {}}
    for column, cell in zip(table.columns, row.cells, strict=True):
        if column.only is not None and column.only is not kind:
            if cell:
                row.refuse(column.name, f"has to be empty where part is {kind}")
            continue
        holder: dict[str, Any] = plain
        for name in column.at[:-1]:
            holder = holder.setdefault(name, {})
        if cell or column.empty is not _LEFT_OUT:
            holder[column.at[-1]] = _value(column, cell, row)
    return plain


def _value(column: Column, cell: str, row: Row) -> object:
    """What stands in a cell."""
    if not cell:
        if column.empty is _REFUSED:
            row.refuse(column.name, "is empty")
        return None
    kind = column.cell
    if kind is _WORD:
        return cell
    if kind is _TEXT:
        return unguarded(cell)
    if kind is _NUMERIC:
        if len(cell) < _FEW_DIGITS and cell.isdecimal() and cell.isascii():
            return int(cell)
        if not _NUMBER.fullmatch(cell):
            row.refuse(column.name, f"has to be a number, not {strict.shown(cell)}")
        return int(cell) if cell.lstrip("-").isdigit() else float(cell)
    flag = _FLAGS.get(cell.lower())  # spreadsheets write TRUE and FALSE
    if flag is None:
        row.refuse(column.name, f"has to be true or false, not {strict.shown(cell)}")
    return flag


def _members(archive: ZipFile, hanging: Hanging) -> dict[str, list[_Member]]:
    """The rows of a hanging table by the id of their owner."""
    owned: dict[str, list[_Member]] = {}
    columns = hanging.columns
    for row in rows_of(archive, hanging.file, head_of(hanging)):
        if hanging.part:
            owner, day, part, position, *cells = row.cells
        else:
            (owner, day, position, *cells), part = row.cells, ""
        number = _value(_POSITION, position, row)
        if not isinstance(number, int):
            row.refuse(NUMBER, f"has to be a whole number, not {strict.shown(position)}")
        values = [_value(column, cell, row) for column, cell in zip(columns, cells, strict=True)]
        value: object = values[0]
        if hanging.keyed:
            value = (sys.intern(str(value)), values[1])
        elif columns[0].at:
            value = {column.at[0]: value for column, value in zip(columns, values, strict=True)}
        # Days and parts are the same few again and again.
        member = _Member(number, row.number, sys.intern(day), sys.intern(part), value)
        owned.setdefault(owner, []).append(member)
    return owned


def _list_of(hanging: Hanging, owned: dict[str, list[_Member]], plain: Plain, row: Row) -> list[_Member]:
    """The members that belong to the entry `plain` in `row`, in their order; no longer in `owned` then."""
    members = owned.pop(plain["id"], [])
    members.sort(key=itemgetter(0))
    seen: set[object] = set()
    for position, member in enumerate(members, 1):
        if member.number != position:
            raise Refused(f"{hanging.file} line {member.line}", f"{NUMBER} has to be {position}, not {member.number}")
        if member.day != plain["day"] or (hanging.part and member.part != plain["kind"]):
            raise Refused(
                f"{hanging.file} line {member.line}", f"has to be about the day and the part that {row.place} is about"
            )
        if hanging.keyed:
            if member.value[0] in seen:
                raise Refused(f"{hanging.file} line {member.line}", f"{hanging.columns[0].name} is named twice")
            seen.add(member.value[0])
    return members


def _in_tables(
    refused: Refused, table: Table, row: Row, kind: EntryKind, lists: Sequence[tuple[Hanging, list[_Member]]]
) -> Refused:
    """A refusal of the whole entry, with the file, line and column that its place stands in."""
    for hanging, members in lists:
        field = f"value.{hanging.list_of(kind)}"
        if refused.place.startswith(field):
            return _in_list(refused, refused.place.removeprefix(field), row, hanging, members)
    names = {".".join(column.at): column.name for column in table.columns}
    return Refused(row.place, f"{names.get(refused.place, refused.place)} {refused.message}".strip())


def _in_list(refused: Refused, place: str, row: Row, hanging: Hanging, members: Sequence[_Member]) -> Refused:
    """A refusal of what stands at `place` in a list, with the line that it stands on; of the whole list, with its owner's."""
    for number, member in enumerate(members):
        at = f".{member.value[0]}" if hanging.keyed else f"[{number}]"
        if hanging.keyed and place == f"[{strict.shown(member.value[0])}]":
            return Refused(f"{hanging.file} line {member.line}", f"{hanging.columns[0].name} {refused.message}")
        if place == at or (not hanging.keyed and place.startswith(f"{at}.")):
            name = place.removeprefix(at).lstrip(".") or hanging.columns[-1].name
            return Refused(f"{hanging.file} line {member.line}", f"{name} {refused.message}")
    return Refused(row.place, f"{refused.message} ({hanging.file})")
