"""The log tells whoever mends the program what went wrong, and nothing that the person said."""

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from walkcoach.adapters.log_file import LOG_FILE, close_log, log_bug, open_log

pytestmark = pytest.mark.noisy


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handler = open_log(tmp_path)
    yield tmp_path / LOG_FILE
    close_log(handler)


def met(words: str) -> None:
    """Meet a bug that quotes `words`."""
    try:
        raise ValueError(words)
    except ValueError as error:
        log_bug(type(error), error.__traceback__)


def test_a_bug_is_kept_with_its_kind_and_place_but_without_its_words(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    met("tingling: 11")
    kept, told = log.read_text(encoding="utf-8"), capsys.readouterr().err
    for text in (kept, told):
        assert "ValueError at test_log_file.py:" in text
        assert "tingling" not in text


def test_a_bug_without_standard_error_is_kept_all_the_same(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    met("anything")
    assert "ValueError" in log.read_text(encoding="utf-8")


def test_the_log_is_private(log: Path) -> None:
    met("anything")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_folder_that_takes_no_log_loses_only_the_log(tmp_path: Path) -> None:
    handler = open_log(tmp_path / "nowhere")
    met("anything")
    close_log(handler)
    assert handler not in logging.getLogger().handlers
