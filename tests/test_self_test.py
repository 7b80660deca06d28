"""`walkcoach --self-test` on the program as it is, and on programs and machines that are broken in one place each."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PATIENCE_S = 120


def self_test(program: Path = ROOT, most_bytes: int | None = None) -> "subprocess.CompletedProcess[str]":
    """The self-test of the program in `program`; no file that it writes may be larger than `most_bytes`."""
    limit = None if most_bytes is None else partial(resource.setrlimit, resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
    return subprocess.run(
        [sys.executable, "-B", "-m", "walkcoach", "--self-test"],
        cwd=program,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(program)},
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program, to be broken."""
    for folder in ("walkcoach", "resources"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_the_program_passes_its_own_test_in_one_line() -> None:
    done = self_test()
    assert (done.returncode, done.stdout) == (0, "Self-test passed: a day of 5 minutes was planned, walked and kept.\n")


def without_fonts(program: Path) -> None:
    shutil.rmtree(program / "resources" / "fonts")


def with_half_a_tone(program: Path) -> None:
    tone = program / "resources" / "sounds" / "brisk.wav"
    tone.write_bytes(tone.read_bytes()[:20])


def without_a_schema(program: Path) -> None:
    for step in (program / "walkcoach" / "adapters" / "storage" / "steps").glob("*.sql"):
        step.write_text("CREATE TABLE not_ours (id TEXT);", encoding="utf-8")


@pytest.mark.parametrize(
    ("break_it", "reason"),
    [(without_fonts, "no font can be read"), (with_half_a_tone, "a tone cannot be read"), (without_a_schema, "diary.sqlite3")],
)
def test_a_program_that_lacks_something_fails_and_says_what(copy: Path, break_it: Callable[[Path], None], reason: str) -> None:
    break_it(copy)
    done = self_test(copy)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].startswith("Self-test failed: ")
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("most_bytes", "reason"), [(0, "temporary"), (60_000, "diary.sqlite3")])
def test_a_machine_without_room_fails_it_and_says_so(most_bytes: int, reason: str) -> None:
    done = self_test(most_bytes=most_bytes)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].startswith("Self-test failed: ")
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
