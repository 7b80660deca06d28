"""The whole diary as one JSON file, entry by entry in both directions, so that its length costs no memory.

docs/export-format.md describes the file, docs/export-format.schema.json says the same to a machine. An entry is one line, but
reading does not count on that, nor on the order of fields: any JSON that says the same is read.
"""

import codecs
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from json import JSONDecodeError
from typing import BinaryIO, Final, NoReturn

from walkcoach import __version__
from walkcoach.services import strict_json as strict
from walkcoach.services.entries import Entry
from walkcoach.services.errand import AskedToStop, Stopped, Tell, never_stopped, tell_nobody
from walkcoach.services.strict_json import Refused
from walkcoach.services.transfer.reading import entry_of, moment
from walkcoach.services.transfer.refusal import ImportRefused
from walkcoach.services.transfer.values import FORMAT, VERSION, plain_entry
from walkcoach.wording import transfer as words

_CHUNK: Final = 1 << 16
"""Bytes that are read at once."""
MOST_VALUE: Final = 4_000_000
"""Characters that one entry may have, more than any of ours can."""
_EVERY: Final = 200
"""Entries between two words of how far it is."""
_SPACE: Final = " \t\n\r"
_BOM: Final = "\ufeff"
_HEAD: Final = ("format", "version", "program", "exported")


def write_json(
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
    head = {"format": FORMAT, "version": VERSION, "program": f"Walkcoach {__version__}", "exported": exported.isoformat()}
    fields = ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in head.items())
    out.write(f'{{\n{fields},\n"entries": ['.encode())
    encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    number = 0
    for number, entry in enumerate(entries, 1):
        out.write(f"{',' if number > 1 else ''}\n{encoder.encode(plain_entry(entry))}".encode())
        if number % _EVERY == 0:
            if asked_to_stop():
                raise Stopped
            tell(number, total)
    out.write(b"\n]\n}\n")
    return number


def read_json(
    file: BinaryIO, *, tell: Tell = tell_nobody, asked_to_stop: AskedToStop = never_stopped
) -> Iterator[tuple[str, Entry]]:
    """The entries in `file`, each with its place, as they come.

    Raises `ImportRefused` for whatever is no export of ours, at the latest after the last entry: take nothing before. `file`
    has to be one that can be read again from its start.
    """
    size = file.seek(0, 2)
    file.seek(0)
    try:
        text = _Text(file)
        for number, (place, entry) in enumerate(_entries(text, file), 1):
            yield place, entry
            if number % _EVERY == 0:
                if asked_to_stop():
                    raise Stopped
                tell(min(text.read_bytes, size), size)
    except ImportRefused:
        raise
    except Refused as refused:
        raise ImportRefused(refused.place, refused.message) from refused


class _Text:
    """The text of a file, read as it is needed; what lies behind is let go of."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoding = codecs.getincrementaldecoder("utf-8")("strict")
        self._decoder = json.JSONDecoder(object_pairs_hook=strict.no_twins, parse_constant=strict.no_constant)
        self._text = ""
        self._at = 0
        self._whole = False
        self._line = 1
        self._column = 1
        self.read_bytes = 0
        if self._more() and self._text.startswith(_BOM):
            self._at = 1

    def expect(self, characters: str) -> str:
        """Step over one of `characters`, which has to come next; which one it was."""
        found = self.peek()
        if not found or found not in characters:
            wanted = " or ".join(characters)
            self.refuse(f"{wanted} has to stand here" if found else f"it ends where {wanted} has to stand")
        self._at += 1
        return found

    def peek(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def value(self) -> object:
        """The next value, whatever it is."""
        self.peek()
        while True:
            begin = self._at
            try:
                found, end = self._decoder.raw_decode(self._text, begin)
            except Refused:
                raise
            except JSONDecodeError as error:
                if len(self._text) - begin <= MOST_VALUE and self._more():
                    continue
                self._at += error.pos - begin
                self.refuse(error.msg)
            except ValueError:
                self.refuse("a number has too many digits")
            except RecursionError:
                self.refuse("lists or objects lie too deep in each other")
            else:
                if end == len(self._text) and self._more():  # a number may go on
                    continue
                self._at = end
                return found

    def refuse(self, message: str) -> NoReturn:
        """Refuse the file at this place."""
        self._let_go()
        raise Refused(f"line {self._line} column {self._column}", f"this is not JSON: {message}")

    def _let_go(self) -> None:
        """Forget what was read, but for the count of lines."""
        lines = self._text.count("\n", 0, self._at)
        self._line += lines
        behind = self._at - (self._text.rfind("\n", 0, self._at) + 1)
        self._column = behind + 1 if lines else self._column + behind
        self._text = self._text[self._at :]
        self._at = 0

    def _more(self) -> bool:
        """Read on; False at the end."""
        if self._whole:
            return False
        self._let_go()
        # As much again as is there already, so that a long value is not looked at over and over.
        data = self._file.read(max(_CHUNK, len(self._text)))
        self._whole = not data
        begun = len(self._decoding.getstate()[0])
        try:
            self._text += self._decoding.decode(data, final=self._whole)
        except UnicodeDecodeError as error:
            at = self.read_bytes - begun + error.start
            raise Refused("", f"this is not JSON: byte {at} is no UTF-8") from error
        self.read_bytes += len(data)
        return not self._whole


def _entries(text: _Text, file: BinaryIO) -> Iterator[tuple[str, Entry]]:
    """The entries of the object that `text` holds; its other fields are looked at first, wherever they stand."""
    head: dict[str, object] = {}
    seen = False
    for name in _names(text):
        if name in head or (seen and name == "entries"):
            raise Refused(strict.inside("", name), "is given twice in one object")
        if name != "entries":
            head[name] = text.value()
            continue
        seen = True
        if not {"format", "version"} <= head.keys():
            _check_format(_head_of(file))
        else:
            _check_format(head)
        for number in _members(text):
            place = f"entries[{number}]"
            yield place, entry_of(_placed(text.value, place), place)
    _check_format(head)
    strict.fields(head | ({"entries": None} if seen else {}), "", required=(*_HEAD, "entries"), nameless=words.the_file())
    moment(head["exported"], "exported")
    if not isinstance(head["program"], str):
        raise Refused("program", f"has to be text, not {strict.shown(head['program'])}")


def _check_format(head: Mapping[str, object]) -> None:
    """Refuse another format, and a newer version of ours."""
    if head.get("format") != FORMAT:
        raise Refused("format", words.not_ours())
    refuse_newer(head.get("version"), "version")


def refuse_newer(version: object, place: str) -> None:
    """Refuse what is no version of ours, and in one clear line one that is still to come."""
    if type(version) is int and version > VERSION:
        raise Refused(place, words.newer())
    strict.between(1, VERSION, version, place)


def _head_of(file: BinaryIO) -> dict[str, object]:
    """The fields beside the entries, for a file in which they come later."""
    at = file.tell()
    file.seek(0)
    text = _Text(file)
    head: dict[str, object] = {}
    for name in _names(text):
        if name == "entries":
            for number in _members(text):
                _placed(text.value, f"entries[{number}]")
        else:
            head[name] = text.value()
    file.seek(at)
    return head


def _placed(read: Callable[[], object], place: str) -> object:
    """What `read` gives; a refusal within that entry names the entry."""
    try:
        return read()
    except Refused as refused:
        where = refused.place if refused.place.startswith("line ") else f"{place}.{refused.place}".rstrip(".")
        raise Refused(where, refused.message) from refused


def _names(text: _Text) -> Iterator[str]:
    """The names of an object's fields; after each, its value has to be read."""
    if text.peek() != "{":
        raise Refused("", words.not_ours())
    text.expect("{")
    if text.peek() == "}":
        text.expect("}")
    else:
        while True:
            if text.peek() != '"':
                text.expect('"')
            name = str(text.value())
            text.expect(":")
            yield name
            if text.expect(",}") == "}":
                break
    if text.peek():
        text.refuse("it goes on after its end")


def _members(text: _Text) -> Iterator[int]:
    """The numbers of a list's members; after each, its value has to be read."""
    if text.peek() != "[":
        raise Refused("entries", f"has to be a list, not {strict.shown(text.value())}")
    text.expect("[")
    if text.peek() == "]":
        text.expect("]")
        return
    number = 0
    while True:
        yield number
        number += 1
        if text.expect(",]") == "]":
            return
