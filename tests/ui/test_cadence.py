"""The sheet on which steps are counted: keys and button, the end of the time, and what is taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.access import controls, too_small, unnamed
from tests.ui.scenes import clipped, press, settle, theme
from tests.ui.settings_scenes import typed
from walkcoach.ui.dialogs.cadence import CadenceDialog
from walkcoach.ui.widgets.buttons import Button

LONG_MS = 600_000


def opened(qtbot: QtBot, app: QApplication, count_ms: int = LONG_MS, percent: int = 100) -> tuple[CadenceDialog, list[int]]:
    dialog = CadenceDialog(theme(app, percent), count_ms=count_ms)
    taken: list[int] = []
    dialog.counted.connect(taken.append)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    settle(app)
    return dialog, taken


def shown(dialog: CadenceDialog) -> list[str]:
    return [button.text() for button in dialog.findChildren(Button) if button.text() and not button.isHidden()]


def counted_out(qtbot: QtBot, dialog: CadenceDialog, steps: int) -> None:
    for _step in range(steps):
        dialog.count_step()
    qtbot.waitUntil(lambda: not dialog.counting)


def test_the_first_step_starts_the_time(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, _taken = opened(qtbot, qapp)
    assert dialog.said.text() == "The time starts with your first step."
    before = dialog.counting
    QTest.keyClick(dialog, Qt.Key.Key_Space)
    assert (before, dialog.counting) == (False, True)
    assert dialog.said.text().startswith("1 step, ")


def test_space_letters_and_the_button_are_steps_and_other_keys_are_none(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, _taken = opened(qtbot, qapp)
    QTest.keyClick(dialog.step, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_A)
    QTest.keyClick(dialog, Qt.Key.Key_7)
    QTest.mouseClick(dialog.step, Qt.MouseButton.LeftButton)
    assert dialog.said.text().startswith("4 steps, ")
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    QTest.keyClick(dialog, Qt.Key.Key_Shift)
    assert dialog.said.text().startswith("4 steps, ")


def test_what_was_counted_is_taken_on_request_only(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, taken = opened(qtbot, qapp, count_ms=1)
    counted_out(qtbot, dialog, 52)
    assert dialog.said.text() == "104 steps a minute."
    assert shown(dialog) == ["Use this", "Count again", "Leave it"]
    dialog.count_step()
    assert taken == []
    dialog.take.click()
    assert taken == [104]
    assert not dialog.isVisible()


@pytest.mark.parametrize("steps", [1, 29, 81])
def test_what_is_no_walking_is_counted_once_more(qtbot: QtBot, qapp: QApplication, steps: int) -> None:
    dialog, taken = opened(qtbot, qapp, count_ms=1)
    counted_out(qtbot, dialog, steps)
    assert "Count once more." in dialog.said.text()
    assert shown(dialog) == ["Count again", "Leave it"]
    dialog.again.click()
    assert shown(dialog) == ["Step", "Leave it"]
    counted_out(qtbot, dialog, 40)
    assert dialog.said.text() == "80 steps a minute."
    dialog.leave.click()
    assert taken == []
    assert not dialog.isVisible()


def test_a_number_counted_alone_is_typed(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, taken = opened(qtbot, qapp)
    dialog.count_step()
    typed(dialog.own, "55")
    assert not dialog.counting
    assert dialog.said.text() == "110 steps a minute."
    assert dialog.own.field().hasFocus()
    dialog.take.click()
    assert taken == [110]


def test_escape_changes_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, taken = opened(qtbot, qapp)
    press(dialog, Qt.Key.Key_A, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert taken == []


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_has_a_name_a_size_and_room(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    dialog, _taken = opened(qtbot, qapp, percent=percent)
    assert controls(dialog)
    assert unnamed(dialog) == []
    assert too_small(dialog) == []
    assert clipped(dialog) == []
