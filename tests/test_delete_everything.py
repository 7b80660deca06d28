"""Deleting everything from the window, in a process of its own: what is ours is gone, what is not is left and was named."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.builders import MONDAY, before, moment, walk
from tests.in_a_process import seen_by
from walkcoach.adapters.erase import PENDING_FILE
from walkcoach.adapters.housekeeping_file import HOUSEKEEPING_FILE, HousekeepingFile
from walkcoach.adapters.paths import SETTINGS_FILE
from walkcoach.adapters.settings_file import SettingsFile
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.services.backup_port import Housekeeping
from walkcoach.services.ports import Profile, Settings
from walkcoach.ui.theme.tokens import TARGET

PERSON = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from walkcoach.adapters.single_instance import socket_places
from walkcoach.start import run_window
from walkcoach.ui.dialogs.ask_sheet import AskSheet
from walkcoach.ui.main_window import MainWindow, PageKey
from walkcoach.ui.pages.settings_page import Part, SettingsPage

seen = {"said": [], "focus": "", "boxes": [], "height": 0, "answers": False}
run = QApplication.exec
folder, answer = Path(sys.argv[1]), sys.argv[2]

def begin():
    window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
    window.show_page(PageKey.SETTINGS)
    page = window.findChild(SettingsPage)
    page.show_part(Part.DATA)
    page.data.delete.click()
    look.start()

def look_for_the_question():
    sheet = QApplication.activeModalWidget()
    if not isinstance(sheet, AskSheet):
        return
    look.stop()
    seen["said"] = [label.accessibleName() for label in sheet.findChildren(QLabel)]
    seen["focus"] = sheet.focusWidget().text()
    seen["height"] = sheet.confirm.height()
    if answer == "leave":
        sheet.leave.click()
        QTimer.singleShot(0, QApplication.closeAllWindows)
    else:
        sheet.confirm.click()

def go(*_):
    global look
    look = QTimer(interval=10)
    look.timeout.connect(look_for_the_question)
    QTimer.singleShot(0, begin)
    return run()

def read_box(box):
    seen["boxes"].append([box.text(), box.informativeText()])
    door = QLocalSocket()
    for place in socket_places(folder):
        door.connectToServer(place)
        seen["answers"] |= door.waitForConnected(1000)
    return 0

QApplication.exec = go
QMessageBox.exec = read_box
seen["status"] = run_window(data_dir=folder, sample=False, now=None, speed=1.0)
print(json.dumps(seen))
"""
"""Goes to the part of the settings, presses its last button and then one of the question's, and reads what is said at the end."""


@dataclass(frozen=True)
class Seen:
    """Exit status, the lines of the question, which button had the keyboard, and the boxes after the window."""

    status: int
    said: list[str]
    focus: str
    boxes: list[list[str]]


def start(folder: Path, answer: str) -> Seen:
    """Start the program on `folder`, ask for deleting everything, and answer."""
    seen, _terminal = seen_by(PERSON, str(folder), answer, XDG_RUNTIME_DIR="")
    assert not seen["said"] or seen["height"] >= TARGET
    assert not seen["answers"], "the window is gone, and a second start would be told that it comes forward"
    return Seen(seen["status"], seen["said"], seen["focus"], seen["boxes"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a diary, backups, settings, and a file of somebody else's; two exports, of which one is gone."""
    folder = tmp_path / "home"
    folder.mkdir()
    path = folder / "diary.sqlite3"
    store = SqliteDiaryStore(path)
    store.save_profile(Profile(welcomed=True), moment())
    store.save_before(MONDAY, before(3), moment())
    Backups(path).make(moment())
    store.save_walk(walk())
    store.close()
    SettingsFile(folder / SETTINGS_FILE).write(Settings())
    (folder / "letter.txt").write_text("Dear Rosa")
    (tmp_path / "mine.json").write_text("an export")
    exported = (tmp_path / "mine.json", tmp_path / "gone.zip")
    HousekeepingFile(folder / HOUSEKEEPING_FILE).write(Housekeeping(exported=exported))
    return folder


def test_all_of_ours_is_gone_and_what_is_not_ours_is_left_and_the_exports_were_named(folder: Path) -> None:
    seen = start(folder, "delete")
    assert seen.status == 0
    assert [file.name for file in folder.iterdir()] == ["letter.txt"]
    assert (folder.parent / "mine.json").read_text() == "an export"
    assert seen.focus == "Cancel"
    assert "Your diary: 1 day and 1 walk" in seen.said
    assert any(line.endswith(("1 backup", "2 backups")) for line in seen.said)
    assert str(folder.parent / "mine.json") in seen.said
    assert not any("gone.zip" in line for line in seen.said)
    assert seen.boxes == [["Everything is deleted.", f"Nothing of yours is left in {folder}. Walkcoach closes now."]]


def test_cancel_deletes_nothing_and_the_close_is_like_any_other(folder: Path) -> None:
    seen = start(folder, "leave")
    assert (seen.status, seen.boxes) == (0, [])
    store = SqliteDiaryStore(folder / "diary.sqlite3")
    assert len(store.load().walks) == 1
    store.close()
    assert len(Backups(folder / "diary.sqlite3").newest_first()) == 2


def test_what_cannot_be_deleted_is_named_and_finished_at_the_next_start(folder: Path) -> None:
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (folder / "walkcoach.log.1").symlink_to(elsewhere / "log")
    seen = start(folder, "delete")
    assert seen.status == 1
    ((what, _way_on),) = seen.boxes
    assert what == f"This could not be deleted: {folder / 'walkcoach.log.1'}."
    assert sorted(file.name for file in folder.iterdir()) == [PENDING_FILE, "letter.txt", "walkcoach.log.1"]
    (folder / "walkcoach.log.1").unlink()
    begun_anew = start(folder, "leave")
    assert begun_anew.status == 0
    assert not (folder / PENDING_FILE).exists()
    assert "Your diary: 0 days and 0 walks" in begun_anew.said
