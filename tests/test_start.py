"""Starting the program with its window on a diary that is whole, damaged or gone: a process of its own, offscreen."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.builders import MONDAY, before, moment, walk
from tests.in_a_process import seen_by
from walkcoach.adapters.cloud_folder import cloud_warning
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.services.ports import Profile, StoredDiary

PERSON = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QMessageBox
from walkcoach.start import run_window
from walkcoach.ui.main_window import MainWindow

seen = {"boxes": [], "bar": None}

def look_at_window(app):
    for _ in range(0 if sys.argv[2] == "at once" else 20):  # drawn in the first round, all behind it made in the next
        app.processEvents()
    window = next(widget for widget in app.topLevelWidgets() if isinstance(widget, MainWindow))
    bar = window.message_bar()
    seen["bar"] = bar.text() if bar.isVisible() else None
    return 0

def read_box(box):
    seen["boxes"].append([box.text(), box.informativeText()])
    choice = next((one for one in box.buttons() if one.text() == sys.argv[2]), None)
    if choice is not None:
        choice.click()
    return 0

QApplication.exec = look_at_window
QMessageBox.exec = read_box
seen["status"] = run_window(data_dir=Path(sys.argv[1]), sample=False, now=None, speed=1.0)
print(json.dumps(seen))
"""
"""Opens the window, reads what is said, presses the button that the test names, and closes: `at once`, before it is drawn."""


@dataclass(frozen=True)
class Seen:
    """What the person has seen: exit status, the bar in the window, boxes before it, and what the terminal said."""

    status: int
    bar: list[str] | None
    boxes: list[list[str]]
    terminal: str


def start(folder: Path, press: str = "") -> Seen:
    """Start the program on `folder` and close it again."""
    seen, terminal = seen_by(PERSON, str(folder), press)
    lines = [line for line in terminal.splitlines() if line.startswith("walkcoach: ")]
    return Seen(seen["status"], seen["bar"], seen["boxes"], "\n".join(lines))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a morning in its diary, backed up, and a walk since."""
    path = tmp_path / "diary.sqlite3"
    store = SqliteDiaryStore(path)
    store.save_profile(Profile(welcomed=True), moment())
    store.save_before(MONDAY, before(3), moment())
    Backups(path).make(moment())
    store.save_walk(walk())
    store.close()
    return tmp_path


def kept(folder: Path) -> StoredDiary:
    """What the diary keeps."""
    store = SqliteDiaryStore(folder / "diary.sqlite3")
    diary = store.load()
    store.close()
    return diary


def test_a_whole_diary_opens_without_a_word_and_is_backed_up_at_close(folder: Path) -> None:
    assert start(folder) == Seen(0, None, [], "")
    assert len(Backups(folder / "diary.sqlite3").newest_first()) == 2
    assert start(folder) == Seen(0, None, [], "")
    assert len(Backups(folder / "diary.sqlite3").newest_first()) == 2


def test_a_window_that_is_closed_before_it_was_drawn_leaves_a_backup_all_the_same(folder: Path) -> None:
    assert start(folder, "at once") == Seen(0, None, [], "")
    assert len(Backups(folder / "diary.sqlite3").newest_first()) == 2


def test_the_person_is_told_that_a_backup_was_opened_and_where_the_damaged_file_lies(folder: Path) -> None:
    (folder / "diary.sqlite3").write_bytes(b"")
    seen = start(folder)
    assert (seen.status, seen.boxes) == (0, [])
    assert seen.bar is not None
    what, way_on = seen.bar
    assert what == "Your diary was damaged, so the newest whole backup was opened."
    (damaged,) = folder.glob("diary.sqlite3.damaged-*")
    assert "5 January 2026, " in way_on
    assert damaged.name in way_on
    assert damaged.name in (folder / "walkcoach.log").read_text(encoding="utf-8")
    assert kept(folder).walks == ()


def test_without_a_whole_backup_nothing_is_begun_and_both_places_say_why(folder: Path) -> None:
    for backup in Backups(folder / "diary.sqlite3").newest_first():
        backup.path.write_bytes(b"")
    (folder / "diary.sqlite3").write_bytes(b"noise")
    seen = start(folder, "Close Walkcoach")
    assert (seen.status, seen.bar) == (1, None)
    assert [what for what, _way_on in seen.boxes] == [
        f"{folder / 'diary.sqlite3'} is damaged, and there is no whole backup to go back to."
    ]
    assert seen.terminal.startswith(f"walkcoach: {seen.boxes[0][0]}")
    assert (folder / "diary.sqlite3").read_bytes() == b"noise"


def test_an_empty_diary_is_begun_only_when_the_person_says_so(folder: Path) -> None:
    for backup in Backups(folder / "diary.sqlite3").newest_first():
        backup.path.write_bytes(b"")
    (folder / "diary.sqlite3").write_bytes(b"noise")
    seen = start(folder, "Begin an empty diary")
    assert (seen.status, seen.bar, len(seen.boxes)) == (0, None, 1)
    assert kept(folder) == StoredDiary()
    (damaged,) = folder.glob("diary.sqlite3.damaged-*")
    assert damaged.read_bytes() == b"noise"


def test_a_newer_diary_is_told_and_not_mended(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "diary.sqlite3")) as newer:
        newer.execute("PRAGMA user_version = 99")
        newer.commit()
    as_it_was = (folder / "diary.sqlite3").read_bytes()
    seen = start(folder)
    assert (seen.status, seen.bar, len(seen.boxes)) == (1, None, 1)
    assert "newer Walkcoach" in seen.boxes[0][0]
    assert seen.terminal.startswith(f"walkcoach: {seen.boxes[0][0]}")
    assert (folder / "diary.sqlite3").read_bytes() == as_it_was


@pytest.mark.parametrize("name", ["Dropbox", "Documents"])
def test_a_diary_in_a_cloud_folder_is_warned_of_in_the_window(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "walkcoach"
    seen = start(folder)
    warned = cloud_warning(folder)
    assert (seen.status, seen.boxes, seen.bar) == (0, [], None if warned is None else list(warned))
    assert (warned is not None) is (name == "Dropbox")
