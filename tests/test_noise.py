"""A noisy test fails: the rules of conftest.py and pyproject.toml, tried on small tests that make each kind of noise."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

NOISY = '''
import logging, threading, time, warnings
from PySide6.QtCore import qWarning


def test_a_warning():
    warnings.warn("a warning")


def test_a_log_line():
    logging.getLogger("walkcoach.test").warning("a log line")


def test_a_line_from_qt(qtbot):
    qWarning("a line from Qt")


def test_a_thread_left_behind():
    threading.Thread(target=time.sleep, args=(4,), name="straggler").start()
'''

QUIET = '''
import logging, threading
import pytest


def test_a_log_line_below_warning():
    logging.getLogger("walkcoach.test").info("a log line")


def test_a_log_line_that_is_looked_at(caplog):
    logging.getLogger("walkcoach.test").warning("a log line")


@pytest.mark.noisy
def test_a_log_line_that_is_expected():
    logging.getLogger("walkcoach.test").warning("a log line")


def test_a_thread_that_ends():
    threading.Thread(target=len, args=("",)).start()
'''


def run_tests(folder: Path, text: str) -> str:
    (folder / "test_small.py").write_text(text, encoding="utf-8")
    (folder / "conftest.py").write_text((ROOT / "tests/conftest.py").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "test_small.py"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    return done.stdout + done.stderr


def test_each_kind_of_noise_fails_the_test_that_makes_it(tmp_path: Path) -> None:
    told = run_tests(tmp_path, NOISY)
    for name in ("test_a_warning", "test_a_log_line", "test_a_line_from_qt", "test_a_thread_left_behind"):
        assert f" test_small.py::{name}" in told
    assert "unexpected log lines:" in told
    assert "threads left behind: straggler" in told


def test_quiet_tests_pass(tmp_path: Path) -> None:
    assert "4 passed" in run_tests(tmp_path, QUIET)
