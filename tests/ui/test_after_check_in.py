"""The check-in after a walk: by keyboard alone, nothing preselected, thanks without judgement, urgent things first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.access import controls, too_small, unnamed
from tests.ui.scenes import clipped, decision, press, settle, theme, view
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Feet, Steadiness
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.ui.dialogs.after_check_in import AfterCheckInDialog
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.tick import Tick

ENTER = Qt.Key.Key_Return
BEFORE = BeforeCheckIn({Symptom.TINGLING: 2, Symptom.CRAMPS: 1}, Steadiness.AS_USUAL, Feet.FINE)


def open_dialog(qtbot: QtBot, app: QApplication, before: BeforeCheckIn | None = BEFORE, percent: int = 100) -> AfterCheckInDialog:
    dialog = AfterCheckInDialog(view(), before, decision(), theme(app, percent))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def saved_by(dialog: AfterCheckInDialog) -> list[AfterCheckIn]:
    saved: list[AfterCheckIn] = []
    dialog.saved.connect(saved.append)
    return saved


def test_nothing_is_preselected(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    assert not [radio for radio in dialog.findChildren(QRadioButton) if radio.isChecked()]
    assert not [tick for tick in dialog.findChildren(Tick) if tick.isChecked()]
    assert dialog.answers() is None
    assert not dialog.primary.isEnabled()


def test_the_whole_check_in_is_done_by_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    saved = saved_by(dialog)
    press(dialog, "5", ENTER, "1", ENTER, "1", "0", ENTER)
    press(dialog, "1", ENTER, "1", ENTER, "4", ENTER, "1", ENTER)
    assert dialog.primary.hasFocus()
    press(dialog, ENTER)
    assert saved == [AfterCheckIn({Symptom.TINGLING: 5, Symptom.CRAMPS: 1}, 10, could_talk=True, stumbled=False, feet=Feet.LATER)]


def test_return_answers_nothing_however_often_it_is_pressed(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    press(dialog, *[ENTER] * 40)
    press(dialog, "n", "3", *[ENTER] * 40)
    assert not [row for row in (dialog.talk, dialog.stumble, dialog.feet, dialog.signs.row) if row.value() is not None]
    press(dialog, "1", ENTER, "1", *[ENTER] * 40)
    assert dialog.feet.value() is None
    assert dialog.feet.isAncestorOf(dialog.focusWidget())
    press(dialog, "1", *[ENTER] * 40)
    assert dialog.signs.answer is None
    assert dialog.signs.isAncestorOf(dialog.focusWidget())


def test_no_worse_than_before_is_one_key_and_leaves_the_rest_open(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    press(dialog, "n")
    assert {symptom: row.value for symptom, row in dialog.rows.items()} == {Symptom.TINGLING: 2, Symptom.CRAMPS: 1}
    assert len(dialog.missing()) == 5
    assert dialog.effort.isAncestorOf(dialog.focusWidget())


def test_without_a_check_in_before_the_followed_symptoms_are_rated_and_nothing_can_be_copied(
    qtbot: QtBot, qapp: QApplication
) -> None:
    dialog = open_dialog(qtbot, qapp, None)
    assert dialog.quick.isHidden()
    assert list(dialog.rows) == [Symptom.TINGLING, Symptom.PINS_AND_NEEDLES, Symptom.CRAMPS]


def test_every_symptom_rated_before_has_its_dashed_score(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    ghosts = {symptom: [cell.score for cell in row.cells if cell.ghost] for symptom, row in dialog.rows.items()}
    assert ghosts == {Symptom.TINGLING: [2], Symptom.CRAMPS: [1]}


@pytest.mark.parametrize("score", range(11))
def test_each_effort_has_words(qtbot: QtBot, qapp: QApplication, score: int) -> None:
    dialog = open_dialog(qtbot, qapp)
    assert dialog.effort.cells[score].accessibleDescription()


def answer_all(dialog: AfterCheckInDialog, feet: int = 0) -> None:
    dialog.answer_quickly()
    dialog.effort.set_value(4)
    for row in (dialog.talk, dialog.stumble):
        row.pills()[0].click()
    dialog.feet.pills()[feet].click()
    dialog.signs.row.pills()[0].click()


def test_after_saving_it_thanks_in_one_line_and_waits_for_done(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    saved = saved_by(dialog)
    answer_all(dialog)
    dialog.primary.click()
    words = [label.text() for label in dialog.findChildren(Label) if label.isVisible()]
    assert words[0] == "Thank you. That is all for today."
    assert not [word for word in ("!", "great", "well done", "streak", "pain") if word in " ".join(words).lower()]
    assert len(saved) == 1
    press(dialog, ENTER)
    assert not dialog.isVisible()
    assert len(saved) == 1


def test_an_urgent_sign_is_answered_at_once_and_nothing_stands_before_its_text(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    saved = saved_by(dialog)
    answer_all(dialog)
    dialog.signs.row.pills()[1].click()
    dialog.signs.ticks[WarningSign.HOT_SWOLLEN_FOOT].click()
    assert dialog.footer_heading.text() == "Have this looked at today"
    dialog.primary.click()
    assert [answers.warning_signs for answers in saved] == [{WarningSign.HOT_SWOLLEN_FOOT}]
    assert not dialog.isVisible()


def test_something_new_on_the_feet_is_answered_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    answer_all(dialog, feet=1)
    assert dialog.footer_heading.text() == "Something new on your feet"
    dialog.primary.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize("way", ["escape", "later"])
def test_later_and_escape_keep_nothing(qtbot: QtBot, qapp: QApplication, way: str) -> None:
    dialog = open_dialog(qtbot, qapp)
    saved = saved_by(dialog)
    answer_all(dialog)
    if way == "escape":
        press(dialog, Qt.Key.Key_Escape)
    else:
        dialog.secondary.click()
    assert not dialog.isVisible()
    assert saved == []


def test_three_rows_need_no_scrolling_in_the_smallest_window(qtbot: QtBot, qapp: QApplication) -> None:
    before = BeforeCheckIn({**BEFORE.ratings, Symptom.BURNING: 0}, Steadiness.AS_USUAL, Feet.FINE)
    dialog = open_dialog(qtbot, qapp, before)
    dialog.resize(920, 640)
    settle(qapp)
    assert not dialog.scrolls
    assert clipped(dialog) == []


@pytest.mark.parametrize("percent", [150, 200])
def test_nothing_is_clipped_at_large_text(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    dialog = open_dialog(qtbot, qapp, percent=percent)
    dialog.signs.row.pills()[1].click()
    dialog.resize(920, 640)
    settle(qapp)
    assert clipped(dialog) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_the_thanks_are_not_clipped(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    dialog = open_dialog(qtbot, qapp, percent=percent)
    answer_all(dialog)
    dialog.resize(920, 640)
    dialog.primary.click()
    settle(qapp)
    assert clipped(dialog) == []


def test_every_control_has_a_name_a_role_and_the_size_of_a_finger(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    dialog.signs.row.pills()[1].click()
    settle(qapp)
    assert unnamed(dialog) == []
    assert too_small(dialog) == []
    assert len(controls(dialog)) > 60


def test_answers_that_could_not_be_kept_are_not_thanked_for(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    dialog.saved.connect(lambda _answers: dialog.refuse("The disk is full.", "Make room, then press again."))
    answer_all(dialog)
    dialog.primary.click()
    assert dialog.primary.isVisible()
    assert dialog.footer_heading.text() == "The disk is full."
