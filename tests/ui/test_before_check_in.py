"""The check-in before a walk: by keyboard alone, nothing preselected, feet and warning signs never filled in."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.access import controls, too_small, unnamed
from tests.ui.scenes import THREE, clipped, decision, press, settle, shown, theme, view
from walkcoach.core.decision import DecisionKind
from walkcoach.core.diary import BeforeCheckIn, Feet, Settled, Steadiness
from walkcoach.core.symptoms import LOCKING, TODAY_ONLY, Symptom, WarningSign
from walkcoach.services.today import FollowedSymptom, TodayState, TodayView
from walkcoach.ui.dialogs.before_check_in import BeforeCheckInDialog
from walkcoach.ui.widgets.tick import Tick

ENTER, DOWN, RIGHT, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space


class Told:
    """What a dialog told, in order."""

    def __init__(self, dialog: BeforeCheckInDialog) -> None:
        self.answers: list[BeforeCheckIn | None] = []
        self.walks: list[BeforeCheckIn] = []
        self.saved: list[BeforeCheckIn] = []
        dialog.answers_changed.connect(self.answers.append)
        dialog.walk_requested.connect(self.walks.append)
        dialog.saved.connect(self.saved.append)


def open_dialog(qtbot: QtBot, app: QApplication, day: TodayView | None = None, percent: int = 100) -> BeforeCheckInDialog:
    dialog = BeforeCheckInDialog(day or view(), theme(app, percent))
    dialog.answers_changed.connect(lambda answers: dialog.show_plan(decision() if answers else None))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def answer_all(dialog: BeforeCheckInDialog) -> None:
    """Every question but the signs, with the mouse."""
    dialog.answer_quickly()
    for row in dialog.rows.values():
        if row.value is None:
            row.set_value(0)
    dialog.feet.pills()[0].click()


def test_nothing_is_preselected(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp, view(asks_glucose=True))
    told = Told(dialog)
    assert not [radio for radio in dialog.findChildren(QRadioButton) if radio.isChecked()]
    assert not [tick for tick in dialog.findChildren(Tick) if tick.isChecked()]
    assert dialog.answers() is None
    assert not dialog.primary.isEnabled()
    assert told.answers == []


def test_the_whole_check_in_is_done_by_keyboard_question_by_question(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    told = Told(dialog)
    press(dialog, "3", ENTER, "4", ENTER, "0", ENTER)
    press(dialog, RIGHT, ENTER, "1", DOWN, "2", ENTER, "1", ENTER)
    assert dialog.primary.hasFocus()
    press(dialog, ENTER)
    expected = BeforeCheckIn(
        {Symptom.TINGLING: 3, Symptom.PINS_AND_NEEDLES: 4, Symptom.CRAMPS: 0},
        Steadiness.AS_USUAL,
        Feet.FINE,
        frozenset(),
        Settled.WITHIN_2H,
    )
    assert told.walks == [expected]
    assert told.saved == []
    assert not dialog.isVisible()


def test_return_answers_nothing_however_often_it_is_pressed(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp, view(asks_glucose=True))
    spoken: list[str] = []
    dialog.announced.connect(spoken.append)
    press(dialog, *[ENTER] * 40)
    assert not [radio for radio in dialog.findChildren(QRadioButton) if radio.isChecked()]
    assert spoken[-1] == "Still to answer: Steady on your feet"
    press(dialog, "a", *[ENTER] * 40)
    assert dialog.feet.value() is None
    assert dialog.feet.isAncestorOf(dialog.focusWidget())
    press(dialog, "1", ENTER, ENTER, "1", *[ENTER] * 40)
    assert dialog.signs.answer is None
    assert dialog.signs.isAncestorOf(dialog.focusWidget())
    press(dialog, SPACE)
    assert dialog.signs.answer == frozenset()


def test_all_as_usual_has_a_key_and_leaves_feet_and_signs_to_the_person(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp, view(asks_glucose=True))
    press(dialog, "a")
    assert {symptom: row.value for symptom, row in dialog.rows.items()} == {
        Symptom.TINGLING: 2,
        Symptom.PINS_AND_NEEDLES: 4,  # 3½, half up
        Symptom.CRAMPS: 0,
    }
    assert dialog.missing() == ["Both feet, looked at", "Glucose checked", "Any of these?"]
    assert dialog.feet.value() is None
    assert dialog.signs.answer is None
    assert dialog.feet.isAncestorOf(dialog.focusWidget())
    assert dialog.answers() is None


def test_as_usual_takes_three_answers_and_return(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    told = Told(dialog)
    press(dialog, "a", "1", DOWN, DOWN, "1", ENTER, ENTER)
    assert [answers.settled for answers in told.walks] == [Settled.WITHIN_30MIN]
    assert told.walks[0].feet is Feet.FINE


def test_a_symptom_without_a_usual_stays_open_after_all_as_usual(qtbot: QtBot, qapp: QApplication) -> None:
    new = FollowedSymptom(Symptom.BURNING, None, None)
    dialog = open_dialog(qtbot, qapp, view([THREE[0], new]))
    press(dialog, "a")
    assert dialog.rows[Symptom.BURNING].value is None
    assert "Burning" in dialog.missing()


def test_on_the_first_day_there_is_no_usual_to_fill_in(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp, view([FollowedSymptom(Symptom.TINGLING, None, None)]))
    assert dialog.quick.isHidden()
    press(dialog, "a")
    assert len(dialog.missing()) == 5


def test_how_things_settled_is_asked_only_if_the_day_asks_it(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp, view(ask_settled=False))
    answer_all(dialog)
    dialog.signs.row.pills()[0].click()
    answers = dialog.answers()
    assert answers is not None
    assert answers.settled is None


@pytest.mark.parametrize(("place", "signs"), [(0, frozenset()), (1, frozenset({WarningSign.LOW_GLUCOSE}))])
def test_the_glucose_question_gives_the_sign_of_its_name(
    qtbot: QtBot, qapp: QApplication, place: int, signs: frozenset[WarningSign]
) -> None:
    dialog = open_dialog(qtbot, qapp, view(asks_glucose=True))
    answer_all(dialog)
    dialog.signs.row.pills()[0].click()
    assert dialog.glucose is not None
    dialog.glucose.pills()[place].click()
    answers = dialog.answers()
    assert answers is not None
    assert answers.warning_signs == signs
    assert WarningSign.LOW_GLUCOSE not in dialog.signs.ticks


def test_the_list_of_signs_counts_as_answered_with_the_first_tick(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    answer_all(dialog)
    assert not shown(dialog, Tick)
    dialog.signs.row.pills()[1].click()
    assert len(shown(dialog, Tick)) == len(WarningSign)
    assert dialog.answers() is None
    dialog.signs.ticks[WarningSign.CALF_PAIN_WALKING].click()
    answers = dialog.answers()
    assert answers is not None
    assert answers.warning_signs == {WarningSign.CALF_PAIN_WALKING}


def test_none_after_all_takes_the_ticks_away(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    dialog.signs.row.pills()[1].click()
    dialog.signs.ticks[WarningSign.COLD_SWEAT].click()
    dialog.signs.row.pills()[0].click()
    assert dialog.signs.answer == frozenset()
    assert not dialog.signs.ticks[WarningSign.COLD_SWEAT].isChecked()


@pytest.mark.parametrize("sign", sorted(LOCKING | TODAY_ONLY))
def test_a_sign_that_stops_the_walk_is_answered_at_once_and_turns_the_button_into_save(
    qtbot: QtBot, qapp: QApplication, sign: WarningSign
) -> None:
    dialog = open_dialog(qtbot, qapp)
    told = Told(dialog)
    dialog.signs.row.pills()[1].click()
    dialog.signs.ticks[sign].click()
    assert dialog.primary.text() == "Save"
    assert "walk" in f"{dialog.footer_heading.text()} {dialog.footer_detail.text()}".lower()
    assert not dialog.primary.isEnabled()
    answer_all(dialog)
    dialog.primary.click()
    assert told.walks == []
    assert [answers.warning_signs for answers in told.saved] == [{sign}]


def test_something_new_on_the_feet_turns_the_button_into_save(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    dialog.feet.pills()[1].click()
    assert dialog.primary.text() == "Save"
    assert "feet" in dialog.footer_heading.text()


def test_a_day_without_a_walk_is_saved_not_walked(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    told = Told(dialog)
    answer_all(dialog)
    dialog.signs.row.pills()[0].click()
    dialog.show_plan(replace(decision(0, kind=DecisionKind.NO_WALK), segments=()))
    assert dialog.primary.text() == "Save"
    dialog.primary.click()
    assert (len(told.walks), len(told.saved)) == (0, 1)


def test_the_plan_stands_in_the_footer_with_its_reason_once_the_answers_are_whole(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    assert "Still to answer: Tingling" in dialog.footer_detail.text()
    answer_all(dialog)
    assert "Any of these?" in dialog.footer_detail.text()
    dialog.signs.row.pills()[0].click()
    assert dialog.footer_heading.text() == "60 minutes, 10 brisk"
    assert "Still to answer" not in dialog.footer_detail.text()
    assert dialog.primary.isEnabled()


def test_an_answer_taken_back_takes_the_plan_back(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    told = Told(dialog)
    answer_all(dialog)
    dialog.signs.row.pills()[0].click()
    dialog.rows[Symptom.TINGLING].set_value(None)
    assert told.answers[-1] is None
    assert not dialog.primary.isEnabled()


def test_answers_are_told_once_for_each_change_while_they_are_whole(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    told = Told(dialog)
    answer_all(dialog)
    dialog.signs.row.pills()[0].click()
    dialog.rows[Symptom.TINGLING].set_value(7)
    dialog.rows[Symptom.TINGLING].set_value(7)
    assert [answers.ratings[Symptom.TINGLING] for answers in told.answers if answers] == [2, 7]


def test_not_now_keeps_whole_answers_and_walks_nowhere(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    told = Told(dialog)
    answer_all(dialog)
    dialog.signs.row.pills()[0].click()
    dialog.secondary.click()
    assert (len(told.walks), len(told.saved)) == (0, 1)


def test_escape_closes_and_keeps_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    told = Told(dialog)
    answer_all(dialog)
    dialog.signs.row.pills()[0].click()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert told.walks == told.saved == []


def test_another_symptom_gets_a_row_of_its_own_and_may_be_left_open(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    answer_all(dialog)
    dialog.signs.row.pills()[0].click()
    dialog.another.click()
    dialog.another.offers[Symptom.BURNING].click()
    assert dialog.rows[Symptom.BURNING].isVisible()
    answers = dialog.answers()
    assert answers is not None
    assert Symptom.BURNING not in answers.ratings
    press(dialog, "6")
    answers = dialog.answers()
    assert answers is not None
    assert answers.ratings[Symptom.BURNING] == 6
    assert Symptom.BURNING not in dialog.another.offers


def test_followed_symptoms_are_not_offered_again(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    assert set(dialog.another.offers) == set(Symptom) - {each.symptom for each in THREE}


@pytest.mark.parametrize("asks_glucose", [False, True])
def test_three_symptoms_need_no_scrolling_in_the_smallest_window(qtbot: QtBot, qapp: QApplication, asks_glucose: bool) -> None:
    dialog = open_dialog(qtbot, qapp, view(asks_glucose=asks_glucose))
    dialog.resize(920, 640)
    settle(qapp)
    assert not dialog.scrolls
    assert clipped(dialog) == []


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_clipped_at_any_text_size(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    dialog = open_dialog(qtbot, qapp, view(asks_glucose=True), percent)
    dialog.signs.row.pills()[1].click()
    dialog.another.click()
    dialog.resize(920, 640)
    settle(qapp)
    assert clipped(dialog) == []
    assert dialog.scrolls


def test_the_title_of_the_window_says_no_word_about_health(qtbot: QtBot, qapp: QApplication) -> None:
    assert open_dialog(qtbot, qapp).windowTitle() == "Check-in"


def test_every_control_has_a_name_a_role_and_the_size_of_a_finger(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp, view(asks_glucose=True))
    dialog.signs.row.pills()[1].click()
    dialog.another.click()
    settle(qapp)
    assert unnamed(dialog) == []
    assert too_small(dialog) == []
    assert len(controls(dialog)) > 60


def test_what_follows_is_spoken_when_the_answers_are_whole_and_at_once_when_it_is_urgent(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    spoken: list[str] = []
    dialog.announced.connect(spoken.append)
    answer_all(dialog)
    assert spoken == []
    dialog.signs.row.pills()[0].click()
    assert [line.split(".")[0] for line in spoken] == ["60 minutes, 10 brisk"]
    dialog.signs.row.pills()[1].click()
    dialog.signs.ticks[WarningSign.CHEST_PAIN].click()
    assert spoken[-1].startswith("Stop, and get help now. Stop walking.")


def test_answers_that_could_not_be_kept_stay_in_an_open_sheet_that_says_why(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    dialog.walk_requested.connect(lambda _answers: dialog.refuse("The disk is full.", "Make room, then press again."))
    answer_all(dialog)
    dialog.signs.row.pills()[0].click()
    dialog.primary.click()
    assert dialog.isVisible()
    assert dialog.footer_heading.text() == "The disk is full."
    assert dialog.footer_detail.text() == "Make room, then press again."
    assert dialog.answers() is not None


def test_while_the_plan_is_off_the_diary_works_and_nothing_is_walked(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp, replace(view(), state=TodayState.PLAN_OFF))
    told = Told(dialog)
    answer_all(dialog)
    dialog.signs.row.pills()[0].click()
    assert dialog.primary.text() == "Save"
    dialog.primary.click()
    assert (len(told.walks), len(told.saved)) == (0, 1)


@pytest.mark.parametrize("way", [DOWN, ENTER])
def test_from_show_list_the_keyboard_goes_on_into_the_list_and_never_to_none(qtbot: QtBot, qapp: QApplication, way: Qt.Key) -> None:
    dialog = open_dialog(qtbot, qapp)
    answer_all(dialog)
    dialog.signs.row.pills()[1].click()  # with the mouse, so that the keyboard was elsewhere
    dialog.signs.setFocus()
    assert dialog.signs.row.pills()[1].hasFocus()
    press(dialog, way, SPACE)
    assert dialog.signs.signs == {next(iter(WarningSign))}


def test_an_unfolded_list_is_brought_to_the_top_where_it_can_be_read(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    answer_all(dialog)
    dialog.signs.row.pills()[1].click()
    first = next(iter(dialog.signs.ticks.values()))
    qtbot.waitUntil(lambda: not first.visibleRegion().isEmpty())
    assert first.visibleRegion().boundingRect().height() == first.height()


def test_no_answer_moves_the_questions_under_the_hand(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_dialog(qtbot, qapp)
    settle(qapp)
    places = [dialog.feet.mapTo(dialog, QPoint()).y()]
    dialog.answer_quickly()
    for row in (dialog.feet, dialog.signs.row):
        settle(qapp)
        places.append(dialog.feet.mapTo(dialog, QPoint()).y())
        row.pills()[0].click()
    settle(qapp)
    places.append(dialog.feet.mapTo(dialog, QPoint()).y())
    assert len(set(places)) == 1
