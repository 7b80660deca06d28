"""`walkcoach report`: one line, status 0, 1 or 2, without a screen, and beside a window that is open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import MONDAY, before, moment, walk
from walkcoach.adapters.diary_lock import DiaryLock
from walkcoach.adapters.housekeeping_file import HOUSEKEEPING_FILE, HousekeepingFile
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore

ROOT = Path(__file__).parents[2]


def run(*words: str) -> tuple[int, str, str]:
    """Status, standard output and standard error of the real program, which has no screen."""
    screen = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in screen}
    done = subprocess.run(
        [sys.executable, "-m", "walkcoach", "report", *words, "--now", "2026-01-05T20:00+01:00"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
        text=True,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a morning and a walk in its diary."""
    data = tmp_path / "data"
    data.mkdir(0o700)
    store = SqliteDiaryStore(data / "diary.sqlite3")
    store.save_before(MONDAY, before(3), moment())
    store.save_walk(walk(MONDAY, 20))
    store.close()
    return data


def test_it_writes_the_page_and_says_so_in_one_line_and_the_file_is_known(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "page.pdf"
    with DiaryLock(folder):
        assert run(str(place), "--data-dir", str(folder)) == (0, f"{place}: 1 page.\n", "")
    assert place.read_bytes().startswith(b"%PDF")
    assert place.stat().st_mode & 0o777 == 0o600
    assert HousekeepingFile(folder / HOUSEKEEPING_FILE).read().exported == (place,)


def test_a_table_is_on_further_pages_and_the_paper_can_be_chosen(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "page.pdf"
    words = (str(place), "--data-dir", str(folder), "--table", "--weeks", "26", "--paper", "letter", "--notes")
    assert run(*words) == (0, f"{place}: 2 pages.\n", "")
    assert b"/MediaBox [0 0 612" in place.read_bytes()


def test_a_file_that_is_there_is_only_replaced_by_force(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "page.pdf"
    place.write_text("mine", encoding="utf-8")
    status, out, err = run(str(place), "--data-dir", str(folder))
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert str(place) in err
    assert place.read_text(encoding="utf-8") == "mine"
    assert run(str(place), "--data-dir", str(folder), "--force")[0] == 0
    assert place.read_bytes().startswith(b"%PDF")


def test_without_a_diary_it_says_so_and_writes_nothing(tmp_path: Path) -> None:
    status, out, err = run(str(tmp_path / "page.pdf"), "--data-dir", str(tmp_path / "none"))
    assert (status, out) == (1, "")
    assert str(tmp_path / "none") in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [("--weeks", "5"), ("--paper", "a3"), ("--colour",)])
def test_words_that_make_no_sense_are_refused(words: tuple[str, ...], folder: Path, tmp_path: Path) -> None:
    status, out, err = run(str(tmp_path / "page.pdf"), "--data-dir", str(folder), *words)
    assert (status, out) == (2, "")
    assert words[0] in err
    assert not (tmp_path / "page.pdf").exists()
