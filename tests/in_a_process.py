"""A program of a test's own in a process of its own, offscreen: it says at its end, as JSON, what it has seen."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PATIENCE_S = 90


def seen_by(program: str, *words: str, **environment: str) -> tuple[dict[str, Any], str]:
    """What `program`, Python text, has seen with these words behind it, and what stood in its error stream."""
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert done.stdout, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return seen, done.stderr
