"""What the program remembers of its own upkeep, in a small private JSON file of the data folder.

When a backup was last restored as a trial, and where the person's exported files lie; nothing about health. What is missing or
makes no sense counts as never having been.
"""

from datetime import datetime
from pathlib import Path
from typing import Final

from walkcoach.adapters.small_json import read_json, write_json
from walkcoach.services.backup_port import Housekeeping, Proven

HOUSEKEEPING_FILE: Final = "housekeeping.json"
MOST_EXPORTED: Final = 1_000
"""So many exported files are remembered, the latest ones."""
_MOST_BYTES: Final = 10_000_000
"""A file larger than this is none of ours and is not read."""


class HousekeepingFile:
    """The `HousekeepingStore` of the real program, in the file `path`, readable by its owner only."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Housekeeping:
        """See `HousekeepingStore`."""
        kept = read_json(self._path, _MOST_BYTES)
        files = kept.get("exported")
        exported = tuple(Path(file) for file in files if _is_path(file)) if isinstance(files, list) else ()
        return Housekeeping(_proven(kept.get("proven")), exported[-MOST_EXPORTED:])

    def write(self, housekeeping: Housekeeping) -> None:
        """See `HousekeepingStore`."""
        proven = housekeeping.proven
        kept = {
            "proven": None if proven is None else {"moment": proven.moment.isoformat(), "backup": proven.backup},
            "exported": [str(file) for file in housekeeping.exported[-MOST_EXPORTED:]],
        }
        write_json(self._path, kept)


def _proven(kept: object) -> Proven | None:
    if not isinstance(kept, dict) or not isinstance(kept.get("moment"), str) or not isinstance(kept.get("backup"), str):
        return None
    try:
        moment = datetime.fromisoformat(kept["moment"])
    except ValueError:
        return None
    return None if moment.tzinfo is None else Proven(moment, kept["backup"])


def _is_path(file: object) -> bool:
    return isinstance(file, str) and bool(file) and "\0" not in file
