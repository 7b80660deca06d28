"""The monthly question as it is filled in: by keyboard, nothing beforehand, all or nothing, and the advice for every yes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import slow_answers
from tests.ui.access import tab_stops, too_small, unnamed
from tests.ui.scenes import clipped, press, settle, theme
from walkcoach.core.slow_signs import NOT_NOW, SlowAnswers
from walkcoach.core.symptoms import SlowSign
from walkcoach.ui.dialogs.slow_signs import SlowAdviceDialog, SlowSignsDialog
from walkcoach.ui.theme.tokens import Scheme
from walkcoach.ui.widgets.labels import Label
from walkcoach.wording import names, warning_signs
from walkcoach.wording import slow_signs as words

RETURN = Qt.Key.Key_Return


def open_questions(qtbot: QtBot, app: QApplication, percent: int = 100) -> tuple[SlowSignsDialog, list[SlowAnswers]]:
    """The sheet, and what it has said."""
    dialog = SlowSignsDialog(theme(app, percent))
    said: list[SlowAnswers] = []
    dialog.saved.connect(said.append)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog, said


def open_advice(qtbot: QtBot, app: QApplication, *told: SlowSign, percent: int = 100) -> SlowAdviceDialog:
    dialog = SlowAdviceDialog(told, theme(app, percent))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def lines(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(Label) if label.isVisibleTo(dialog)]


def test_all_five_are_asked_and_none_is_answered_beforehand(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, said = open_questions(qtbot, qapp)
    shown = lines(dialog)
    assert [line for line in shown if line.endswith("?")] == [warning_signs.slow_sign_question(sign) for sign in SlowSign]
    assert [row.value() for row in dialog.answer_rows.values()] == [None] * 5
    assert dialog.answers() is None
    assert not dialog.primary.isEnabled()
    assert "0 of 5 answered" in shown
    assert said == []


def test_no_button_and_no_key_answers_several_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, _said = open_questions(qtbot, qapp)
    assert not dialog.quick.isVisible()
    for letter in "abcdefghijklmnopqrstuvwxyz":
        press(dialog, letter)
    assert [row.value() for row in dialog.answer_rows.values()] == [None] * 5


def test_it_is_answered_and_saved_by_keyboard_alone(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, said = open_questions(qtbot, qapp)
    press(dialog, "1", RETURN, "2", RETURN, "1", Qt.Key.Key_Down, "1", RETURN)
    assert dialog.missing() == [names.slow_sign_name(SlowSign.BONE_HEALTH)]
    assert "4 of 5 answered" in lines(dialog)
    assert not dialog.primary.isEnabled()
    press(dialog, Qt.Key.Key_Right, Qt.Key.Key_Right, RETURN)
    assert dialog.focusWidget() is dialog.primary
    press(dialog, Qt.Key.Key_Space)
    assert said == [slow_answers(SlowSign.MUSCLE_WASTING, SlowSign.BONE_HEALTH)]
    assert not dialog.isVisible()


def test_up_and_down_move_between_questions_and_answer_none(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, _said = open_questions(qtbot, qapp)
    rows = list(dialog.answer_rows.values())
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert dialog.focusWidget() is rows[2].pills()[0]
    press(dialog, Qt.Key.Key_Up)
    assert dialog.focusWidget() is rows[1].pills()[0]
    assert [row.value() for row in rows] == [None] * 5


def test_tab_stops_once_at_each_question_and_at_the_buttons(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, _said = open_questions(qtbot, qapp)
    first_pills = [row.pills()[0] for row in dialog.answer_rows.values()]
    assert dialog.focusWidget() is first_pills[0]
    stops = tab_stops(dialog)
    begin = stops.index(first_pills[0])
    assert [*stops[begin:], *stops[:begin]] == [*first_pills, dialog.secondary]


def test_an_answer_can_be_changed_until_it_is_saved(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, said = open_questions(qtbot, qapp)
    press(dialog, "2", RETURN, "1", RETURN, "1", RETURN, "1", RETURN, "1")
    for _question in range(4):
        press(dialog, Qt.Key.Key_Up)
    press(dialog, "1")
    dialog.primary.click()
    assert said == [slow_answers()]


def test_not_now_says_so_even_after_some_answers_and_keeps_none_of_them(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, said = open_questions(qtbot, qapp)
    press(dialog, "2", RETURN, "2")
    dialog.secondary.setFocus()
    press(dialog, Qt.Key.Key_Space)
    assert said == [NOT_NOW]
    assert not dialog.isVisible()


def test_escape_says_nothing_at_all(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, said = open_questions(qtbot, qapp)
    press(dialog, "2", Qt.Key.Key_Escape)
    assert said == []
    assert not dialog.isVisible()


def test_answers_that_could_not_be_kept_stay_on_the_sheet(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, said = open_questions(qtbot, qapp)
    dialog.saved.connect(lambda _answers: dialog.refuse("The disk is full.", "Make some room."))
    for _sign in SlowSign:
        press(dialog, "2", RETURN)
    dialog.primary.click()
    assert said == [slow_answers(*SlowSign)]
    assert dialog.isVisible()
    assert dialog.answers() == slow_answers(*SlowSign)
    assert "The disk is full." in lines(dialog)


@pytest.mark.parametrize("sign", SlowSign)
def test_every_yes_is_answered_with_its_own_advice(qtbot: QtBot, qapp: QApplication, sign: SlowSign) -> None:
    shown = lines(open_advice(qtbot, qapp, sign))
    assert names.slow_sign_name(sign) in shown
    assert [line for line in shown if line in {warning_signs.slow_sign_advice(other) for other in SlowSign}] == [
        warning_signs.slow_sign_advice(sign)
    ]


def test_several_are_advised_on_in_order_under_one_heading(qtbot: QtBot, qapp: QApplication) -> None:
    shown = lines(open_advice(qtbot, qapp, *SlowSign))
    assert shown[0] == words.advice_title()
    assert [line for line in shown if line in {warning_signs.slow_sign_advice(sign) for sign in SlowSign}] == [
        warning_signs.slow_sign_advice(sign) for sign in SlowSign
    ]
    said = " ".join(shown)
    assert "calls nobody" in said
    assert "Your plan stays as it is." in said
    assert "get help today" in " ".join(shown[: shown.index(names.slow_sign_name(SlowSign.LOSS_OF_FEELING))])


def test_no_yes_brings_thanks_and_no_advice(qtbot: QtBot, qapp: QApplication) -> None:
    assert lines(open_advice(qtbot, qapp)) == [words.thanks(), words.thanks_detail()]


def test_the_advice_is_read_out_as_a_whole_and_closed_by_keyboard_not_by_a_stray_return(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_advice(qtbot, qapp, SlowSign.BALANCE_TROUBLE)
    focus = dialog.focusWidget()
    assert focus is not None
    assert warning_signs.slow_sign_advice(SlowSign.BALANCE_TROUBLE) in focus.accessibleName()
    press(dialog, RETURN, Qt.Key.Key_Space)
    assert dialog.isVisible()
    press(dialog, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert not dialog.isVisible()


def test_the_titles_of_the_windows_say_no_word_about_health(qtbot: QtBot, qapp: QApplication) -> None:
    dialog, _said = open_questions(qtbot, qapp)
    assert {dialog.windowTitle(), open_advice(qtbot, qapp, *SlowSign).windowTitle()} == {"Check-in"}


@pytest.mark.parametrize("percent", [100, 140, 200])
def test_nothing_is_clipped_too_small_or_unnamed_in_the_smallest_window(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    questions, _said = open_questions(qtbot, qapp, percent)
    for dialog in (questions, open_advice(qtbot, qapp, *SlowSign, percent=percent), open_advice(qtbot, qapp, percent=percent)):
        dialog.resize(min(920, dialog.width()), 640)
        settle(qapp)
        assert clipped(dialog) == []
        assert unnamed(dialog) == []
        assert too_small(dialog) == []


@pytest.mark.parametrize("told", [(), (SlowSign.GAIT_CHANGE,), (SlowSign.LOSS_OF_FEELING, SlowSign.BALANCE_TROUBLE)])
def test_advice_that_fits_has_no_scroll_bar(qtbot: QtBot, qapp: QApplication, told: tuple[SlowSign, ...]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 780)
    window.show()
    dialog = SlowAdviceDialog(told, theme(qapp, 100, Scheme.DARK), window)
    dialog.show()
    settle(qapp)
    assert not dialog.scrolls
    assert dialog.height() < 780
