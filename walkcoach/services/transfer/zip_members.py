"""The zip of CSV tables as it comes from outside: opened, looked over, and read row by row, never unpacked to disk.

What is no table of ours, larger than any diary, or packed in another way is refused before it is unpacked. Nothing here knows what
the cells mean.
"""

import csv
import struct
import zlib
from collections.abc import Iterator, Sequence
from io import BufferedReader
from operator import itemgetter
from typing import IO, BinaryIO, Final, NamedTuple, NoReturn
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from walkcoach.services import strict_json as strict
from walkcoach.services.strict_json import Refused
from walkcoach.services.transfer.reading import MOST_TEXT
from walkcoach.services.transfer.tables import ABOUT, HANGING, README, TABLES
from walkcoach.wording import transfer as words

MOST_UNPACKED: Final = 256 * 1024 * 1024
"""Bytes that all tables together may have."""
MOST_LINE: Final = 5 * MOST_TEXT
"""Bytes that one line may have: a text at its longest, in which every character takes four."""
_ZIP_STARTS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED: Final = 1
_BROKEN: Final = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError, struct.error)
"""What the zipfile module raises for a broken zip, its own error being only one of them."""
_MEMBERS: Final = frozenset({README, ABOUT, *(one.file for one in (*TABLES, *HANGING))})


class Row(NamedTuple):
    """A row as it was read: its file, the number of its last line, how long it is in all, and its cells in the order asked for."""

    file: str
    number: int
    length: int
    cells: Sequence[str]

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{self.file} line {self.number}"

    def refuse(self, column: str, message: str) -> NoReturn:
        """Refuse what stands in `column`."""
        raise Refused(self.place, f"{column} {message}")


def is_zip(file: BinaryIO) -> bool:
    """Whether `file` begins as a zip does."""
    file.seek(0)
    return file.read(4) in _ZIP_STARTS


def opened(file: BinaryIO) -> ZipFile:
    """The zip, looked over: nothing in it is there twice, packed in another way, or larger than any diary."""
    file.seek(0)
    try:
        archive = ZipFile(file)
    except _BROKEN as error:
        raise Refused("", words.broken_zip()) from error
    try:
        _look_over(archive)
    except Refused:
        archive.close()
        raise
    return archive


def _look_over(archive: ZipFile) -> None:
    seen: set[str] = set()
    for info in archive.infolist():
        if info.filename in seen:
            raise Refused(_shown(info.filename), "is there twice")
        if info.flag_bits & _ENCRYPTED or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Refused(_shown(info.filename), "is packed in a way that is not read here")
        seen.add(info.filename)
    if ABOUT not in seen:
        raise Refused("", words.not_ours())
    if size(archive) > MOST_UNPACKED:
        raise Refused("", f"the tables are {size(archive)} bytes long, and {MOST_UNPACKED} are the most that are read")


def check_members(archive: ZipFile) -> None:
    """Refuse a member that is not ours, and one that is missing."""
    names = archive.namelist()
    for name in names:
        if name not in _MEMBERS:
            raise Refused(_shown(name), words.unknown_member())
    for name in sorted(_MEMBERS.difference(names, (README,))):
        raise Refused(name, words.missing_member())


def size(archive: ZipFile) -> int:
    """How many bytes the tables have together."""
    return sum(info.file_size for info in archive.infolist())


def rows_of(archive: ZipFile, name: str, columns: Sequence[str], *, strictly: bool = True) -> Iterator[Row]:
    """The rows of a table, without its head, their cells in the order of `columns`. An empty line is no row.

    Not `strictly`: there may be other columns, too.
    """
    try:
        member = archive.open(name)
    except _BROKEN as error:
        raise Refused(name, words.broken_zip()) from error
    with member:
        counted = _Counted(BufferedReader(member))  # type: ignore[type-var]  # whose lines come quicker than the zip's own
        read = csv.reader(counted, strict=True)
        try:
            head = next(read, [])
            if len(head) != len(set(head)) or not (set(head) == set(columns) or (not strictly and set(head) > set(columns))):
                raise Refused(f"{name} line 1", f"has to have the columns {', '.join(columns)}")
            in_order = None if head == list(columns) else itemgetter(*map(head.index, columns))
            begun = counted.length
            for cells in read:
                if not cells:
                    continue
                if len(cells) != len(head):
                    raise Refused(f"{name} line {read.line_num}", f"has to have {len(head)} cells, not {len(cells)}")
                yield Row(name, read.line_num, counted.length - begun, cells if in_order is None else in_order(cells))
                begun = counted.length
        except csv.Error as error:
            raise Refused(f"{name} line {read.line_num}", f"this is not CSV: {error}") from error
        except UnicodeDecodeError as error:
            raise Refused(f"{name} line {read.line_num + 1}", "this is not CSV: it is no UTF-8") from error
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


def _shown(name: str) -> str:
    """A member's name; one that is not ours is quoted, so that it can be seen."""
    return name if name in _MEMBERS else strict.cut(ascii(name), 60)
