"""A small private JSON file with one object in it: what is kept of the program's own, readable by its owner only.

Reading never raises: a file that is missing, too large or none of ours holds nothing. Writing goes to a file beside and is moved
into place, so that a crash leaves the old or the new file, never half.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from walkcoach.adapters.storage.files import replace_text
from walkcoach.services.errors import Trouble
from walkcoach.wording import trouble


def read_json(path: Path, most_bytes: int) -> dict[str, Any]:
    """What the file keeps; nothing if it is larger than `most_bytes`, which no file of ours is."""
    try:
        if path.stat().st_size > most_bytes:
            return {}
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def write_json(path: Path, kept: Mapping[str, Any]) -> None:
    """Keep `kept`; it is on disk when this returns. Raises `Trouble` where the folder cannot be written."""
    try:
        replace_text(path, json.dumps(kept, indent=2) + "\n")
    except OSError as error:
        raise Trouble(*trouble.cannot_write(str(path))) from error
