"""Export: the diary into a file of one of four kinds, chosen by the end of its name. Each is written entry by entry."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO, Final

from walkcoach.services.entries import Entry
from walkcoach.services.errand import AskedToStop, Stopped, Tell, never_stopped, tell_nobody
from walkcoach.services.ports import WalkRecord
from walkcoach.services.transfer.csv_zip import write_csv_zip
from walkcoach.services.transfer.fhir import fhir_parts
from walkcoach.services.transfer.json_file import write_json
from walkcoach.services.transfer.tcx import tcx_parts

_EVERY: Final = 200


class ExportKind(StrEnum):
    """What an export is for, with the end of its name: ours whole, tables, a clinic's program, walks for training sites."""

    FHIR = ".fhir.json"
    JSON = ".json"
    CSV = ".zip"
    TCX = ".tcx"


def kind_of(name: str) -> ExportKind | None:
    """The kind that a file's name asks for; None for any other."""
    return next((kind for kind in ExportKind if name.lower().endswith(kind)), None)


def write_export(
    kind: ExportKind,
    entries: Iterable[Entry],
    out: BinaryIO,
    exported: datetime,
    *,
    total: int = 0,
    tell: Tell = tell_nobody,
    asked_to_stop: AskedToStop = never_stopped,
) -> int:
    """Write the diary of `entries` into `out`, said to be `exported` at that moment (aware).

    How many entries were written, of TCX how many walks. `total` is how many to expect, 0 if that is not known. Raises
    `Stopped` when asked to; what is in `out` is then no export.
    """
    if kind in (ExportKind.JSON, ExportKind.CSV):
        write = write_json if kind is ExportKind.JSON else write_csv_zip
        return write(entries, out, exported, total=total, tell=tell, asked_to_stop=asked_to_stop)
    watched = _Watched(entries, total, tell, asked_to_stop)
    if kind is ExportKind.FHIR:
        parts, counted = fhir_parts(watched, exported), watched
    else:
        counted = _Watched((one for one in watched if _has_hour(one)), 0, tell_nobody, never_stopped)
        parts = tcx_parts(one.value for one in counted if isinstance(one.value, WalkRecord))
    for part in parts:
        out.write(part.encode())
    return counted.number


def _has_hour(entry: Entry) -> bool:
    return isinstance(entry.value, WalkRecord) and entry.value.time_known


class _Watched:
    """Entries as they pass: counted, told of, and stopped when asked to."""

    def __init__(self, entries: Iterable[Entry], total: int, tell: Tell, asked_to_stop: AskedToStop) -> None:
        self._entries = entries
        self._total = total
        self._tell = tell
        self._asked_to_stop = asked_to_stop
        self.number = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self.number += 1
            yield entry
            if self.number % _EVERY == 0:
                if self._asked_to_stop():
                    raise Stopped
                self._tell(self.number, self._total)
