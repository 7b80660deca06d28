"""A walk that was cut off: what it says, what each of its three ways on asks for, and that closing decides nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import checkpoint
from tests.ui.access import controls, too_small, unnamed
from tests.ui.scenes import clipped, press, settle, theme
from walkcoach.ui.dialogs.recovered_walk import RecoveredWalkDialog
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.labels import Label


def open_dialog(
    qtbot: QtBot, app: QApplication, percent: int = 100, *, may_continue: bool = True
) -> tuple[RecoveredWalkDialog, list[str]]:
    dialog = RecoveredWalkDialog(checkpoint(walked_s=1062.9, minutes=60), theme(app, percent), may_continue=may_continue)
    told: list[str] = []
    dialog.continue_requested.connect(lambda: told.append("continue"))
    dialog.save_requested.connect(lambda: told.append("save"))
    dialog.discard_requested.connect(lambda: told.append("discard"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog, told


def test_it_says_what_was_walked_and_what_is_left(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, _told = open_dialog(qtbot, qapp)
    said = " ".join(label.text() for label in dialog.findChildren(Label))
    assert "You had walked 17:42, with 42:18 to go." in said


@pytest.mark.parametrize(("tabs", "wish"), [(1, "continue"), (2, "save"), (3, "discard")])
def test_each_way_on_is_reached_by_keyboard(qtbot: QtBot, qapp: QApplication, tabs: int, wish: str) -> None:
    dialog, told = open_dialog(qtbot, qapp)
    press(dialog, *[Qt.Key.Key_Tab] * tabs, Qt.Key.Key_Return)
    assert told == [wish]
    assert not dialog.isVisible()


@pytest.mark.parametrize(("tabs", "wish"), [(1, "save"), (2, "discard")])
def test_a_walk_that_is_too_late_to_go_on_with_is_saved_or_discarded(
    qtbot: QtBot, qapp: QApplication, tabs: int, wish: str
) -> None:
    dialog, told = open_dialog(qtbot, qapp, may_continue=False)
    assert len(dialog.findChildren(Button)) == 2
    press(dialog, *[Qt.Key.Key_Tab] * tabs, Qt.Key.Key_Return)
    assert told == [wish]


def test_escape_decides_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, told = open_dialog(qtbot, qapp)
    press(dialog, Qt.Key.Key_Escape)
    assert told == []
    assert not dialog.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    dialog, _told = open_dialog(qtbot, qapp, percent)
    dialog.resize(min(920, dialog.width()), dialog.height())
    settle(qapp)
    assert clipped(dialog) == []
    assert len(dialog.findChildren(Button)) == 3


def test_every_control_has_a_name_a_role_and_the_size_of_a_finger(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, _told = open_dialog(qtbot, qapp)
    assert unnamed(dialog) == []
    assert too_small(dialog) == []
    assert len(controls(dialog)) == 3
