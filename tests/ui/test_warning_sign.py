"""The text for a warning sign: the right one first, the number that was set, and nothing that sends it away by accident."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.access import controls, too_small, unnamed
from tests.ui.scenes import clipped, press, settle, theme
from walkcoach.core.symptoms import TIER, Tier, WarningSign
from walkcoach.ui.dialogs.warning_sign import WarningSignDialog
from walkcoach.ui.widgets.labels import Label
from walkcoach.wording.warning_signs import feet_new_text, tier_text


def open_dialog(
    qtbot: QtBot, app: QApplication, *signs: WarningSign, feet_new: bool = False, percent: int = 100
) -> WarningSignDialog:
    dialog = WarningSignDialog(signs, "999", theme(app, percent), feet_new=feet_new)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def words(dialog: WarningSignDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(Label)]


@pytest.mark.parametrize("sign", list(WarningSign))
def test_each_sign_shows_all_of_its_text_with_the_number_that_was_set(qtbot: QtBot, qapp: QApplication, sign: WarningSign) -> None:
    said = words(open_dialog(qtbot, qapp, sign))
    text = tier_text(TIER[sign], "999")
    assert said[0] == text.title
    for part in (*text.paragraphs, *text.what_to_do):
        assert part in said
    assert "112" not in " ".join(said)


def test_it_says_that_the_app_calls_nobody(qtbot: QtBot, qapp: QApplication) -> None:
    assert "calls nobody" in " ".join(words(open_dialog(qtbot, qapp, WarningSign.CHEST_PAIN)))


def test_of_several_signs_the_most_urgent_comes_first(qtbot: QtBot, qapp: QApplication) -> None:
    said = words(open_dialog(qtbot, qapp, WarningSign.REPEATED_FALLS, WarningSign.COLD_SWEAT, feet_new=True))
    titles = [tier_text(Tier.EMERGENCY, "999").title, tier_text(Tier.BOOK_VISIT, "999").title, feet_new_text().title]
    assert [line for line in said if line in titles] == titles


def test_something_is_wrong_shows_the_emergency_steps_immediately(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    said = words(dialog)
    assert said[0] == tier_text(Tier.EMERGENCY, "999").title
    assert tier_text(Tier.EMERGENCY, "999").what_to_do[1] in said
    assert dialog.close_button.text() == "Back to the paused walk"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_W, Qt.Key.Key_A])
def test_a_stray_key_does_not_close_it(qtbot: QtBot, qapp: QApplication, key: Qt.Key) -> None:
    dialog = open_dialog(qtbot, qapp, WarningSign.CHEST_PAIN)
    press(dialog, key)
    assert dialog.isVisible()


def test_escape_closes_it_and_so_does_its_button_by_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp, WarningSign.CHEST_PAIN)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog = open_dialog(qtbot, qapp, WarningSign.CHEST_PAIN)
    press(dialog, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_the_title_of_the_window_says_no_word_about_health(qtbot: QtBot, qapp: QApplication) -> None:
    assert open_dialog(qtbot, qapp, WarningSign.CHEST_PAIN).windowTitle() == "Check-in"


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped_in_the_smallest_window(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    dialog = open_dialog(qtbot, qapp, *WarningSign, feet_new=True, percent=percent)
    dialog.resize(min(920, dialog.width()), 640)
    settle(qapp)
    assert clipped(dialog) == []


def test_every_control_has_a_name_a_role_and_the_size_of_a_finger(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp, WarningSign.CHEST_PAIN)
    assert unnamed(dialog) == []
    assert too_small(dialog) == []
    assert dialog.close_button in controls(dialog)
