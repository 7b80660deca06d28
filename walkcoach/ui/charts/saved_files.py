"""What a chart is saved as: its figures as CSV text, and any file written whole or not at all. No Qt and no dialog in here.

The CSV is for spreadsheets: UTF-8 with the mark that makes them take it for that, a header, ISO dates, plain numbers with a
point, nothing where nothing was rated. A text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
import errno
import io
import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from math import floor
from pathlib import Path
from typing import Final

from walkcoach.services.errors import Trouble
from walkcoach.wording import chart_use as words

Cell = date | int | float | str | None
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_MODE: Final = 0o600


def csv_bytes(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([_told(header) for header in headers])
    writer.writerows([_told(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _told(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case date():
            return cell.isoformat()
        case float():  # to a tenth and half up, as in the table beside the chart
            return f"{floor(cell * 10 + 0.5) / 10:g}"
        case int():
            return str(cell)
        case _:
            return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) or cell.startswith(_FORMULA) else cell


def write_file(path: Path, data: bytes) -> None:
    """Have `data` in `path`, whole, in place of what was there. Raises a `Trouble` that names the place, with nothing changed."""
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_MODE)
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            with suppress(OSError):
                beside.unlink()
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Trouble(*(words.no_room(str(path)) if full else words.cannot_save(str(path)))) from error
