"""What the program remembers of its own upkeep, in a small private JSON file of the data folder.

When a backup was last restored as a trial, and where the person's exported files lie; nothing about health. What is missing or
makes no sense counts as never having been. Written beside and moved into place.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from walkcoach.adapters.storage.files import replace_text
from walkcoach.services.backup_port import Housekeeping, Proven
from walkcoach.services.errors import Trouble
from walkcoach.wording import trouble

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
        kept = self._kept()
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
        try:
            replace_text(self._path, json.dumps(kept, indent=2) + "\n")
        except OSError as error:
            raise Trouble(*trouble.cannot_write(str(self._path))) from error

    def _kept(self) -> Mapping[str, Any]:
        try:
            if self._path.stat().st_size > _MOST_BYTES:
                return {}
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}


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
