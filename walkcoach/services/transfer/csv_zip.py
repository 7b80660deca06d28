"""The whole diary as tables: a zip of CSV files (RFC 4180) that spreadsheets open, and strictly back.

Each file is UTF-8 with a byte order mark, without which spreadsheets on Windows take it for something else. A text that a
spreadsheet would run as a formula has an apostrophe before it, as has the empty text, which is not the same as none; reading takes
exactly one away. The zip is read in memory, member by member, and never unpacked to disk.
"""

import csv
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from walkcoach import __version__
from walkcoach.services.entries import Entry, EntryKind
from walkcoach.services.errand import AskedToStop, Stopped, Tell, never_stopped, tell_nobody
from walkcoach.services.transfer.tables import (
    ABOUT,
    ABOUT_COLUMNS,
    HANGING,
    NUMBER,
    README,
    TABLES,
    Cell,
    Column,
    Hanging,
    Table,
)
from walkcoach.services.transfer.values import FORMAT, VERSION, Plain, plain_entry
from walkcoach.wording.transfer_tables import readme

BOM: Final = "\ufeff"
LINE_END: Final = "\r\n"
_EVERY: Final = 200
_CHUNK: Final = 1 << 16
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠|%']|[\t\r\n]|$")
"""What a spreadsheet may take for a formula, whatever space stands before it; also the empty text, and what has an apostrophe."""
_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The moment in the zip's own list, always the same: about.csv says when it was exported."""


def write_csv_zip(
    entries: Iterable[Entry],
    out: BinaryIO,
    exported: datetime,
    *,
    total: int = 0,
    tell: Tell = tell_nobody,
    asked_to_stop: AskedToStop = never_stopped,
) -> int:
    """Write `entries`, said to be `exported` at that moment (aware), into `out`; how many they are.

    `total` is how many to expect, 0 if that is not known. Raises `Stopped` when asked to; what is in `out` is then no export.
    """
    sheets = {one.file: _Sheet(head_of(one)) for one in (*TABLES, *HANGING)}
    number = 0
    for number, entry in enumerate(entries, 1):
        _spread(plain_entry(entry), entry.kind, sheets)
        if number % _EVERY == 0:
            if asked_to_stop():
                raise Stopped
            tell(number, total)
    about = _Sheet(ABOUT_COLUMNS)
    about.add((FORMAT, str(VERSION), f"Walkcoach {__version__}", exported.isoformat()))
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        _put(archive, README, (f"{BOM}{readme(_described())}".replace("\n", LINE_END).encode(),))
        for name, sheet in {ABOUT: about, **sheets}.items():
            if asked_to_stop():
                raise Stopped
            _put(archive, name, sheet.chunks())
    return number


def guarded(text: str) -> str:
    """A text as it stands in a cell."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` made a cell of."""
    return cell.removeprefix("'")


class _Sheet:
    """A table that grows, kept packed: it is written when it is whole, since a zip takes one member after the other."""

    def __init__(self, head: Iterable[str]) -> None:
        self._pack = zlib.compressobj(1)
        self._packed = [self._pack.compress(BOM.encode())]
        self._writer = csv.writer(self, lineterminator=LINE_END)
        self.add(head)

    def add(self, row: Iterable[str]) -> None:
        """One more row."""
        self._writer.writerow(row)

    def write(self, text: str) -> None:
        """Takes what the writer has made of a row."""
        packed = self._pack.compress(text.encode())
        if packed:
            self._packed.append(packed)

    def chunks(self) -> Iterator[bytes]:
        """The whole table."""
        unpack = zlib.decompressobj()
        for packed in (*self._packed, self._pack.flush()):
            data = unpack.decompress(packed, _CHUNK)
            while data:
                yield data
                data = unpack.decompress(unpack.unconsumed_tail, _CHUNK)


def _put(archive: ZipFile, name: str, chunks: Iterable[bytes]) -> None:
    info = ZipInfo(name, _DATE)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16  # whoever unpacks it keeps it private
    with archive.open(info, "w") as member:
        for chunk in chunks:
            member.write(chunk)


def _spread(plain: Plain, kind: EntryKind, sheets: Mapping[str, _Sheet]) -> None:
    """Add the rows of one entry."""
    table = _TABLE_OF[kind]
    sheets[table.file].add([_cell(column, plain, kind) for column in table.columns])
    for hanging in HANGING_OF[kind]:
        members: Any = plain["value"][hanging.list_of(kind)]
        owner = [plain["id"], plain["day"], *([str(kind)] if hanging.part else [])]
        for number, member in enumerate(members.items() if hanging.keyed else members, 1):
            cells = member if hanging.keyed else [_field(member, column) for column in hanging.columns]
            row = zip(cells, hanging.columns, strict=True)
            sheets[hanging.file].add([*owner, str(number), *(_text(value, column.cell) for value, column in row)])


def _field(member: Any, column: Column) -> object:
    return member[column.at[0]] if column.at else member


def _cell(column: Column, plain: Plain, kind: EntryKind) -> str:
    if column.only is not None and column.only is not kind:
        return ""
    value: Any = plain
    for name in column.at:
        value = value.get(name)
    return _text(value, column.cell)


def _text(value: object, cell: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(str(value)) if cell is Cell.TEXT else str(value)


def head_of(one: Table | Hanging) -> tuple[str, ...]:
    """The names of the columns, in their order."""
    names = tuple(column.name for column in one.columns)
    if isinstance(one, Table):
        return names
    return (one.owner, "day", *(("part",) if one.part else ()), NUMBER, *names)


def _described() -> Iterator[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]]:
    """For the README: each file with its columns and the words that they may have."""
    yield ABOUT, tuple((name, ()) for name in ABOUT_COLUMNS)
    for one in (*TABLES, *HANGING):
        values = {column.name: column.values for column in one.columns}
        yield one.file, tuple((name, values.get(name, ())) for name in head_of(one))


_TABLE_OF: Final[Mapping[EntryKind, Table]] = MappingProxyType({kind: table for table in TABLES for kind in table.kinds})
HANGING_OF: Final[Mapping[EntryKind, tuple[Hanging, ...]]] = MappingProxyType(
    {kind: tuple(one for one in HANGING if one.list_of(kind)) for kind in EntryKind}
)
