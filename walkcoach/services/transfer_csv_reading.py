"""The zip of CSV tables strictly back to entries: what `transfer_csv` wrote, or a refusal that names the file and the line.

Columns and rows may stand in any order, as a spreadsheet may leave them. What is no table of ours, what belongs to no entry, what
is larger than any diary or packed in another way is refused before it is unpacked.
"""

import csv
import re
import struct
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType
from typing import IO, Any, BinaryIO, Final, NoReturn
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from walkcoach.services import strict_json as strict
from walkcoach.services.entries import Entry, EntryKind
from walkcoach.services.errand import AskedToStop, Stopped, Tell, never_stopped, tell_nobody
from walkcoach.services.strict_json import Refused
from walkcoach.services.transfer_csv import HANGING_OF, head_of, unguarded
from walkcoach.services.transfer_json import refuse_newer
from walkcoach.services.transfer_reading import MOST_TEXT, entry_of, moment
from walkcoach.services.transfer_refusal import ImportRefused
from walkcoach.services.transfer_tables import (
    ABOUT,
    ABOUT_COLUMNS,
    HANGING,
    NUMBER,
    README,
    TABLES,
    Cell,
    Column,
    Empty,
    Hanging,
    Table,
)
from walkcoach.services.transfer_values import FORMAT, Plain
from walkcoach.wording import transfer as words

MOST_UNPACKED: Final = 256 * 1024 * 1024
"""Bytes that all tables together may have."""
MOST_LINE: Final = 5 * MOST_TEXT
"""Bytes that one line may have: a text at its longest, in which every character takes four."""
_EVERY: Final = 200
_ZIP_STARTS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED: Final = 1
_BROKEN: Final = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError, struct.error)
"""What the zipfile module raises for a broken zip, its own error being only one of them."""
_NUMBER: Final = re.compile(r"-?\d{1,15}(\.\d{1,30})?([eE][+-]?\d{1,3})?", re.ASCII)
_FLAGS: Final = MappingProxyType({"true": True, "false": False})
_MEMBERS: Final = frozenset({README, ABOUT, *(one.file for one in (*TABLES, *HANGING))})


def is_csv_zip(file: BinaryIO) -> bool:
    """Whether `file` begins as a zip does."""
    file.seek(0)
    return file.read(4) in _ZIP_STARTS


def read_csv_zip(
    file: BinaryIO, *, tell: Tell = tell_nobody, asked_to_stop: AskedToStop = never_stopped
) -> Iterator[tuple[str, Entry]]:
    """The entries in `file`, each with its place, as they come.

    Raises `ImportRefused` for whatever is no export of ours, at the latest after the last entry: take nothing before.
    """
    try:
        with _opened(file) as archive:
            _check_packing(archive)
            _check_about(archive)
            total = _check_members(archive)
            done = 0
            for number, (line, entry) in enumerate(_all_entries(archive), 1):
                yield line.place, entry
                done += line.length
                if number % _EVERY == 0:
                    if asked_to_stop():
                        raise Stopped
                    tell(min(done, total), total)
    except ImportRefused:
        raise
    except Refused as refused:
        raise ImportRefused(refused.place, refused.message) from refused


@dataclass(frozen=True, slots=True)
class _Line:
    """A row as it was read: its file, the number of its last line, how long it is in all, and its cells by column."""

    file: str
    number: int
    length: int
    cells: dict[str, str]

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{self.file} line {self.number}"

    def refuse(self, column: str, message: str) -> NoReturn:
        """Refuse what stands in `column`."""
        raise Refused(self.place, f"{column} {message}")


@dataclass(frozen=True, slots=True)
class _Member:
    """A row of a hanging table, without its owner: its position, its line and its value."""

    number: int
    line: int
    day: str
    part: str
    value: Any


def _opened(file: BinaryIO) -> ZipFile:
    file.seek(0)
    try:
        return ZipFile(file)
    except _BROKEN as error:
        raise Refused("", words.broken_zip()) from error


def _check_packing(archive: ZipFile) -> None:
    """Refuse what is there twice, packed in another way, or larger than any diary, before anything is unpacked."""
    seen: set[str] = set()
    for info in archive.infolist():
        if info.filename in seen:
            raise Refused(_shown(info.filename), "is there twice")
        if info.flag_bits & _ENCRYPTED or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Refused(_shown(info.filename), "is packed in a way that is not read here")
        seen.add(info.filename)
    if ABOUT not in seen:
        raise Refused("", words.not_ours())
    total = _size(archive)
    if total > MOST_UNPACKED:
        raise Refused("", f"the tables are {total} bytes long, and {MOST_UNPACKED} are the most that are read")


def _check_members(archive: ZipFile) -> int:
    """Refuse a member that is not ours, and one that is missing; how many bytes they have."""
    names = archive.namelist()
    for name in names:
        if name not in _MEMBERS:
            raise Refused(_shown(name), words.unknown_member())
    for name in sorted(_MEMBERS.difference(names, (README,))):
        raise Refused(name, words.missing_member())
    return _size(archive)


def _size(archive: ZipFile) -> int:
    return sum(info.file_size for info in archive.infolist())


def _shown(name: str) -> str:
    """A member's name; one that is not ours is quoted, so that it can be seen."""
    return name if name in _MEMBERS else strict.cut(ascii(name), 60)


def _check_about(archive: ZipFile) -> None:
    """Refuse another format, and a newer version of ours."""
    rows = list(_lines(archive, ABOUT, ABOUT_COLUMNS, strictly=False))
    if len(rows) != 1 or rows[0].cells.get("format") != FORMAT:
        raise Refused(ABOUT, words.not_ours())
    about = rows[0]
    version = about.cells.get("version", "")
    number = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else version
    refuse_newer(number, f"{about.place} version")
    for name in ABOUT_COLUMNS:
        if name not in about.cells or len(about.cells) != len(ABOUT_COLUMNS):
            raise Refused(f"{ABOUT} line 1", f"has to have the columns {', '.join(ABOUT_COLUMNS)}")
    moment(about.cells["exported"], f"{about.place} exported")


def _all_entries(archive: ZipFile) -> Iterator[tuple[_Line, Entry]]:
    """The entries of all tables, each table after those that hang on it."""
    for table in TABLES:
        hanging = HANGING_OF[table.kinds[0]]
        members = [_members(archive, one) for one in hanging]
        for line in _lines(archive, table.file, head_of(table)):
            plain = _plain(table, line)
            kind = EntryKind(plain["kind"])
            lists = [(one, _list_of(one, owned, plain, line)) for one, owned in zip(hanging, members, strict=True)]
            for one, rows in lists:
                values = [row.value for row in rows]
                plain["value"][one.list_of(kind)] = dict(values) if one.keyed else values
            try:
                entry = entry_of(plain)
            except Refused as refused:
                raise _in_tables(refused, table, line, kind, lists) from refused
            yield line, entry
        for one, owned in zip(hanging, members, strict=True):
            for left in owned.values():
                number = min(row.line for row in left)
                raise Refused(f"{one.file} line {number}", f"{one.owner} has to be an id that is in {table.file}")


def _plain(table: Table, line: _Line) -> Plain:
    """The row as a plain value, without the lists."""
    plain: Plain = {"value": {}}
    if len(table.kinds) == 1:
        plain["kind"] = str(table.kinds[0])
        kind: EntryKind | None = table.kinds[0]
    else:
        kind = next((one for one in table.kinds if one == line.cells["part"]), None)
        if kind is None:
            line.refuse("part", f"has to be one of {', '.join(table.kinds)}, not {strict.shown(line.cells['part'])}")
    for column in table.columns:
        cell = line.cells[column.name]
        if column.only not in (None, kind):
            if cell:
                line.refuse(column.name, f"has to be empty where part is {kind}")
            continue
        holder: dict[str, Any] = plain
        for name in column.at[:-1]:
            holder = holder.setdefault(name, {})
        if cell or column.empty is not Empty.LEFT_OUT:
            holder[column.at[-1]] = _value(column, cell, line)
    return plain


def _value(column: Column, cell: str, line: _Line) -> object:
    """What stands in a cell."""
    if not cell:
        if column.empty is Empty.REFUSED:
            line.refuse(column.name, "is empty")
        return None
    match column.cell:
        case Cell.TEXT:
            return unguarded(cell)
        case Cell.NUMBER:
            if not _NUMBER.fullmatch(cell):
                line.refuse(column.name, f"has to be a number, not {strict.shown(cell)}")
            return int(cell) if cell.lstrip("-").isdigit() else float(cell)
        case Cell.FLAG:
            if cell.lower() not in _FLAGS:  # spreadsheets write TRUE and FALSE
                line.refuse(column.name, f"has to be true or false, not {strict.shown(cell)}")
            return _FLAGS[cell.lower()]
        case Cell.WORD:
            return cell


def _members(archive: ZipFile, hanging: Hanging) -> dict[str, list[_Member]]:
    """The rows of a hanging table by the id of their owner."""
    owned: dict[str, list[_Member]] = {}
    number = Column(NUMBER, (), Cell.NUMBER)
    for line in _lines(archive, hanging.file, head_of(hanging)):
        cells = line.cells
        values = [_value(column, cells[column.name], line) for column in hanging.columns]
        value: object = values[0]
        if hanging.keyed:
            value = (sys.intern(str(values[0])), values[1])
        elif hanging.columns[0].at:
            value = {column.at[0]: value for column, value in zip(hanging.columns, values, strict=True)}
        position = _value(number, cells[NUMBER], line)
        if not isinstance(position, int):
            line.refuse(NUMBER, f"has to be a whole number, not {strict.shown(position)}")
        # Days and parts are the same few again and again.
        member = _Member(position, line.number, sys.intern(cells["day"]), sys.intern(cells.get("part", "")), value)
        owned.setdefault(cells[hanging.owner], []).append(member)
    return owned


def _list_of(hanging: Hanging, owned: dict[str, list[_Member]], plain: Plain, line: _Line) -> list[_Member]:
    """The members that belong to the entry `plain` on `line`, in their order; no longer in `owned` then."""
    members = sorted(owned.pop(plain["id"], ()), key=attrgetter("number"))
    seen: set[object] = set()
    for position, member in enumerate(members, 1):
        place = f"{hanging.file} line {member.line}"
        if member.number != position:
            raise Refused(place, f"{NUMBER} has to be {position}, not {member.number}")
        if member.day != plain["day"] or (hanging.part and member.part != plain["kind"]):
            raise Refused(place, f"has to be about the day and the part that {line.place} is about")
        if hanging.keyed:
            key = member.value[0]
            if key in seen:
                raise Refused(place, f"{hanging.columns[0].name} is named twice")
            seen.add(key)
    return members


def _in_tables(
    refused: Refused, table: Table, line: _Line, kind: EntryKind, lists: Sequence[tuple[Hanging, list[_Member]]]
) -> Refused:
    """A refusal of the whole entry, with the file, line and column that its place stands in."""
    for hanging, members in lists:
        field = f"value.{hanging.list_of(kind)}"
        if not refused.place.startswith(field):
            continue
        rest = refused.place.removeprefix(field)
        for number, member in enumerate(members):
            key = f".{member.value[0]}" if hanging.keyed else f"[{number}]"
            name = rest.removeprefix(key).lstrip(".") or hanging.columns[-1 if hanging.keyed else 0].name
            if rest == key or (not hanging.keyed and rest.startswith(key)):
                return Refused(f"{hanging.file} line {member.line}", f"{name} {refused.message}")
        if members:
            unknown = next((one for one in members if hanging.keyed and strict.shown(one.value[0]) in rest), members[0])
            return Refused(f"{hanging.file} line {unknown.line}", f"{hanging.columns[0].name} {refused.message}")
        return Refused(line.place, f"{refused.message} ({hanging.file})")
    names = {".".join(column.at): column.name for column in table.columns}
    return Refused(line.place, f"{names.get(refused.place, refused.place)} {refused.message}".strip())


def _lines(archive: ZipFile, name: str, columns: Sequence[str], *, strictly: bool = True) -> Iterator[_Line]:
    """The rows of a table, without its head. Not `strictly`: whatever columns it has."""
    try:
        member = archive.open(name)
    except _BROKEN as error:
        raise Refused(name, words.broken_zip()) from error
    with member:
        counted = _Counted(member)
        rows = csv.reader(counted, strict=True)
        try:
            head = next(rows, [])
            if strictly and sorted(head) != sorted(columns):
                raise Refused(f"{name} line 1", f"has to have the columns {', '.join(columns)}")
            begun = counted.length
            for row in rows:
                number = rows.line_num
                if not row:  # an empty line, as some programs leave at the end
                    continue
                if len(row) != len(head):
                    raise Refused(f"{name} line {number}", f"has to have {len(head)} cells, not {len(row)}")
                yield _Line(name, number, counted.length - begun, dict(zip(head, row, strict=True)))
                begun = counted.length
        except csv.Error as error:
            raise Refused(f"{name} line {rows.line_num}", f"this is not CSV: {error}") from error
        except UnicodeDecodeError as error:
            raise Refused(f"{name} line {rows.line_num + 1}", "this is not CSV: it is no UTF-8") from error
        except (BadZipFile, zlib.error, EOFError) as error:
            raise Refused(name, words.broken_zip()) from error


class _Counted:
    """The lines of a member, none longer than any of ours, without a byte order mark; `length` is how many bytes were read."""

    def __init__(self, member: IO[bytes]) -> None:
        self._member = member
        self.length = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._member.readline(MOST_LINE):
            if len(line) == MOST_LINE:
                raise csv.Error("a line is longer than any of ours")
            yield line.decode("utf-8" if self.length else "utf-8-sig")
            self.length += len(line)
