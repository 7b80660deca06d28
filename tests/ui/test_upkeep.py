"""The upkeep beside the window: done when due, told when it goes wrong, and once more at close."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.fakes_keeping import FakeBackupShelf, MemoryHousekeeping
from walkcoach.services.errors import Trouble
from walkcoach.services.safekeeping import Safekeeping
from walkcoach.ui.upkeep import Upkeep

FULL = Trouble("There is no room left.", "Make some room.")


class Desk:
    """An empty window whose diary is looked after."""

    def __init__(self, window: QWidget) -> None:
        self.clock = FakeClock()
        self.shelf = FakeBackupShelf()
        self.safekeeping = Safekeeping(self.shelf, MemoryHousekeeping(), self.clock)
        self.walking = False
        self.upkeep = Upkeep(self.safekeeping, window, lambda: self.walking)
        self.told: list[object] = []
        self.upkeep.trouble_met.connect(self.told.append)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A window that has just been opened."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Desk(window)
    yield made
    made.upkeep.stop()


def look(desk: Desk, qtbot: QtBot) -> None:
    """Let it look, and wait until what was due is done."""
    with qtbot.waitSignal(desk.upkeep.done):
        desk.upkeep.look()


def test_what_is_due_is_done_beside_the_window(desk: Desk, qtbot: QtBot) -> None:
    look(desk, qtbot)
    assert len(desk.safekeeping.backups()) == 1
    assert desk.safekeeping.last_proven() is not None
    assert desk.told == []


def test_it_looks_by_itself_once_a_minute(desk: Desk, qtbot: QtBot) -> None:
    (timer,) = (one for one in desk.upkeep.findChildren(QTimer) if one.isActive())
    assert (timer.interval(), timer.isSingleShot()) == (60_000, False)
    with qtbot.waitSignal(desk.upkeep.done):
        timer.timeout.emit()
    assert len(desk.safekeeping.backups()) == 1


def test_where_nothing_is_due_no_thread_is_begun(desk: Desk, qtbot: QtBot) -> None:
    look(desk, qtbot)
    with qtbot.assertNotEmitted(desk.upkeep.done):
        desk.upkeep.look()
    assert desk.shelf.asked == 1
    desk.clock.advance(1800)
    desk.shelf.change()
    look(desk, qtbot)
    assert len(desk.safekeeping.backups()) == 2


def test_what_goes_wrong_is_told_once_and_tried_again_later(desk: Desk, qtbot: QtBot) -> None:
    desk.shelf.trouble = FULL
    look(desk, qtbot)
    desk.upkeep.look()
    assert desk.told == [FULL]
    desk.shelf.trouble = None
    desk.clock.advance(1800)
    look(desk, qtbot)
    assert (desk.told, len(desk.safekeeping.backups())) == ([FULL], 1)


def test_a_walk_comes_first_and_the_backup_right_after(desk: Desk, qtbot: QtBot) -> None:
    desk.walking = True
    desk.upkeep.look()
    assert desk.shelf.asked == 0
    desk.walking = False
    look(desk, qtbot)
    assert desk.shelf.asked == 1


def test_two_looks_at_once_are_one(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.upkeep.done):
        desk.upkeep.look()
        desk.upkeep.look()
    assert desk.shelf.asked == 1


def test_at_close_what_has_changed_is_backed_up(desk: Desk, qtbot: QtBot) -> None:
    look(desk, qtbot)
    desk.upkeep.close()
    assert len(desk.safekeeping.backups()) == 1
    desk.shelf.change()
    desk.upkeep.close()
    assert len(desk.safekeeping.backups()) == 2


def test_closing_waits_for_what_is_under_way(desk: Desk) -> None:
    desk.upkeep.look()
    desk.upkeep.close()
    assert len(desk.safekeeping.backups()) == 1


def test_trouble_at_close_is_noted_without_a_word_about_the_diary(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "walkcoach")
    desk.shelf.trouble = FULL
    desk.upkeep.close()
    assert [record.getMessage() for record in caplog.records] == ["no backup at close: Trouble"]


def test_stopping_begins_nothing_more(desk: Desk) -> None:
    desk.upkeep.stop()
    assert desk.safekeeping.backups() == ()
