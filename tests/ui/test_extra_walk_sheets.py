"""The two sheets for walks beyond the plan, and the quiet row on Today that leads to them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, moment
from tests.ui.access import name_of, tab_stops, too_small, unnamed
from tests.ui.scenes import clipped, press, settle, theme, view
from tests.ui.settings_scenes import typed
from walkcoach.core.hand_walk import HandWalk, HandWalkField
from walkcoach.core.own_walk import OwnWalk, OwnWalkField
from walkcoach.services.extra_walks import OwnWalkTerms
from walkcoach.services.today import TodayState
from walkcoach.ui.dialogs.form_dialog import FormDialog
from walkcoach.ui.dialogs.own_walk import OwnWalkDialog
from walkcoach.ui.dialogs.walk_by_hand import WalkByHandDialog
from walkcoach.ui.pages.extra_row import ExtraRow
from walkcoach.ui.theme.tokens import Scheme
from walkcoach.wording import extra_walks as words

NOW = moment(MONDAY, 9)
ANY_PACE = OwnWalkTerms(brisk=True, easy_day=False)
RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
Sheets = Callable[..., FormDialog]


def own_walk(qtbot: QtBot, app: QApplication, terms: OwnWalkTerms = ANY_PACE) -> OwnWalkDialog:
    dialog = OwnWalkDialog(terms, theme(app))
    opened(qtbot, dialog)
    return dialog


def by_hand(qtbot: QtBot, app: QApplication) -> WalkByHandDialog:
    dialog = WalkByHandDialog(MONDAY, lambda walk: walk.faults(NOW), theme(app))
    opened(qtbot, dialog)
    return dialog


def opened(qtbot: QtBot, dialog: FormDialog) -> None:
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)


def notes(dialog: OwnWalkDialog | WalkByHandDialog) -> dict[str, str]:
    """What is said beside each field, where something is."""
    return {field.value: row.note for field, row in dialog.rows.items() if row.note}


def test_it_begins_as_ten_minutes_at_normal_pace_with_few_fields(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = own_walk(qtbot, qapp)
    assert dialog.own == OwnWalk()
    assert dialog.sum.text() == "10 minutes, all at normal pace"
    visible = [field for field, row in dialog.rows.items() if row.isVisible()]
    assert visible == [OwnWalkField.EASY_START, OwnWalkField.ROUNDS, OwnWalkField.EASY_END]


def test_the_strip_follows_each_number(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = own_walk(qtbot, qapp)
    typed(dialog.steppers[OwnWalkField.ROUNDS], "2")
    assert dialog.rows[OwnWalkField.NORMAL].isVisible()
    typed(dialog.steppers[OwnWalkField.BRISK], "4")
    assert dialog.sum.text() == "21 minutes, 8 of them brisk"
    assert dialog.strip.accessibleDescription() == (
        "5 minutes normal, then 4 minutes brisk, then 3 minutes normal, then 4 minutes brisk, then 5 minutes normal"
    )
    typed(dialog.steppers[OwnWalkField.ROUNDS], "1")
    assert not dialog.rows[OwnWalkField.NORMAL].isVisible()


def test_too_much_is_said_beside_its_field_and_begins_no_walk(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = own_walk(qtbot, qapp)
    begun: list[object] = []
    dialog.start_requested.connect(begun.append)
    typed(dialog.steppers[OwnWalkField.ROUNDS], "5")
    typed(dialog.steppers[OwnWalkField.BRISK], "15")
    assert notes(dialog) == {"rounds": "That makes 75 brisk minutes; 60 are the most."}
    dialog.primary.click()
    assert (begun, dialog.isVisible()) == ([], True)
    assert dialog.steppers[OwnWalkField.ROUNDS].field().hasFocus()
    typed(dialog.steppers[OwnWalkField.ROUNDS], "4")
    dialog.primary.click()
    assert (begun, dialog.isVisible()) == ([OwnWalk(5, 4, 15, 3, 5)], False)


@pytest.mark.parametrize(("easy_day", "said"), [(True, "today is an easy day"), (False, "left out in your settings")])
def test_where_nothing_may_be_brisk_that_is_said_and_not_asked(qtbot: QtBot, qapp: QApplication, easy_day: bool, said: str) -> None:
    dialog = own_walk(qtbot, qapp, OwnWalkTerms(brisk=False, easy_day=easy_day))
    assert said in dialog.normal_only.text()
    visible = [field for field, row in dialog.rows.items() if row.isVisible()]
    assert visible == [OwnWalkField.EASY_START, OwnWalkField.EASY_END]


def test_return_goes_from_field_to_field_to_the_button(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = own_walk(qtbot, qapp)
    passed = []
    for _step in range(4):
        focus: QWidget | None = dialog.focusWidget()
        passed.append("" if focus is None else name_of(focus))
        press(dialog, RETURN)
    assert passed == ["Easy start", "Brisk rounds", "Easy end", "Start walking"]
    assert not dialog.isVisible()


def test_escape_does_nothing_and_leaves(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = own_walk(qtbot, qapp)
    begun: list[object] = []
    dialog.start_requested.connect(begun.append)
    press(dialog, ESCAPE)
    assert (begun, dialog.isVisible()) == ([], False)


def test_a_walk_of_today_is_added_with_its_minutes_alone(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = by_hand(qtbot, qapp)
    added: list[object] = []
    dialog.added.connect(added.append)
    dialog.primary.click()
    assert added == [HandWalk(MONDAY, 20)]
    assert not dialog.isVisible()


def test_day_time_minutes_and_brisk_ones_are_filled_in_by_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = by_hand(qtbot, qapp)
    added: list[object] = []
    dialog.added.connect(added.append)
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert dialog.day.field().text() == "Saturday 3 January"
    press(dialog, RETURN, "7:15", RETURN, "45", RETURN, "10", RETURN, RETURN)
    assert added == [HandWalk(MONDAY - timedelta(days=2), 45, 10, time(7, 15))]


def test_no_day_to_come_and_none_too_long_ago_can_be_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = by_hand(qtbot, qapp)
    press(dialog, Qt.Key.Key_Up, "9")
    assert dialog.day.day == MONDAY
    press(dialog, *[Qt.Key.Key_PageDown] * 5)
    assert dialog.day.day == MONDAY - timedelta(days=30)
    assert dialog.day.field().text() == "Saturday 6 December"


@pytest.mark.parametrize(
    ("begun", "minutes", "brisk", "said"),
    [
        ("8:55", "20", "0", {"begun": "With 20 minutes that walk would end later than now."}),
        ("noon", "20", "0", {"begun": "Type a time of day such as 9:30, or leave it empty."}),
        ("", "20", "21", {"brisk_minutes": "No more than the 20 minutes walked."}),
        (
            "x",
            "20",
            "30",
            {
                "begun": "Type a time of day such as 9:30, or leave it empty.",
                "brisk_minutes": "No more than the 20 minutes walked.",
            },
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_added(
    qtbot: QtBot, qapp: QApplication, begun: str, minutes: str, brisk: str, said: dict[str, str]
) -> None:
    dialog = by_hand(qtbot, qapp)
    added: list[object] = []
    dialog.added.connect(added.append)
    dialog.begun.setFocus()
    press(dialog, begun)
    typed(dialog.minutes, minutes)
    typed(dialog.brisk, brisk)
    dialog.primary.click()
    assert notes(dialog) == said
    assert (added, dialog.isVisible()) == ([], True)
    assert dialog.rows[HandWalkField(next(iter(said)))].isAncestorOf(dialog.focusWidget())
    assert all(
        text in dialog.rows[HandWalkField(field)].control.accessibleDescription()
        for field, text in said.items()
        if field == "begun"
    )


def test_nothing_is_said_against_a_time_that_is_being_typed(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = by_hand(qtbot, qapp)
    dialog.begun.setFocus()
    press(dialog, "7:1")
    assert notes(dialog) == {}
    press(dialog, RETURN)
    assert "begun" in notes(dialog)
    dialog.begun.setFocus()
    press(dialog, "5")
    assert notes(dialog) == {}


def test_trouble_keeps_what_was_typed_and_says_so(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = by_hand(qtbot, qapp)
    tries: list[object] = []
    dialog.added.connect(tries.append)
    dialog.added.connect(lambda _walk: dialog.refuse("The disk is full.", "Make room.") if len(tries) == 1 else None)
    typed(dialog.minutes, "35")
    dialog.primary.click()
    assert (dialog.isVisible(), dialog.message.text()) == (True, "The disk is full. Make room.")
    assert dialog.message.isVisible()
    assert dialog.minutes.value() == 35
    dialog.primary.click()
    assert (len(tries), dialog.isVisible()) == (2, False)


_texts = st.text("0123456789:. apmh-", max_size=8)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.integers(-40, 5), begun=_texts, minutes=_texts, brisk=_texts)
def test_whatever_is_typed_only_walks_that_can_be_are_added(
    qtbot: QtBot, qapp: QApplication, day: int, begun: str, minutes: str, brisk: str
) -> None:
    dialog = WalkByHandDialog(MONDAY, lambda walk: walk.faults(NOW), theme(qapp))
    added: list[HandWalk] = []
    dialog.added.connect(added.append)
    dialog.day.field().setValue(day)
    dialog.begun.setText(begun)
    typed(dialog.minutes, minutes)
    typed(dialog.brisk, brisk)
    dialog.primary.click()
    assert len(added) == (0 if notes(dialog) else 1)
    assert all(walk.faults(NOW) == {} for walk in added)
    dialog.deleteLater()


@pytest.mark.parametrize("make", [own_walk, by_hand])
def test_every_control_has_a_name_a_role_and_its_size_and_tab_goes_down(qtbot: QtBot, qapp: QApplication, make: Sheets) -> None:
    dialog = make(qtbot, qapp)
    assert unnamed(dialog) == []
    assert too_small(dialog) == []
    tops = [stop.mapTo(dialog, stop.rect().center()).y() for stop in tab_stops(dialog)]
    assert len(tops) >= 5
    assert tops == sorted(tops)


@pytest.mark.parametrize("make", [own_walk, by_hand])
@pytest.mark.parametrize(("percent", "size"), [(100, (1200, 780)), (150, (920, 640)), (200, (920, 640))])
def test_nothing_is_clipped(qtbot: QtBot, qapp: QApplication, make: Sheets, percent: int, size: tuple[int, int]) -> None:
    look = theme(qapp, percent, Scheme.DARK)
    below = QWidget()
    qtbot.addWidget(below)
    below.resize(*size)
    below.show()
    own = OwnWalkDialog(ANY_PACE, look, below)
    hand = WalkByHandDialog(MONDAY, lambda walk: walk.faults(NOW), look, below)
    dialog = own if make is own_walk else hand
    own.steppers[OwnWalkField.ROUNDS].field().setValue(10)
    own.steppers[OwnWalkField.BRISK].field().setValue(15)
    hand.brisk.field().setValue(30)
    dialog.refuse("The disk is full.", "Make some room and try again.")
    dialog.open()
    settle(qapp)
    assert clipped(dialog) == []
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    dialog.close()


def row_for(qtbot: QtBot, state: TodayState, *, may: bool = True) -> ExtraRow:
    row = ExtraRow()
    qtbot.addWidget(row)
    row.draw(replace(view(), state=state, may_walk_freely=may))
    row.show()
    return row


@pytest.mark.parametrize("state", TodayState)
def test_a_walk_can_be_added_on_any_day(qtbot: QtBot, state: TodayState) -> None:
    row = row_for(qtbot, state, may=state not in (TodayState.PLAN_OFF, TodayState.NO_WALK))
    assert row.by_hand.isVisible()
    assert row.just_walk.isVisible() is (state not in (TodayState.PLAN_OFF, TodayState.NO_WALK, TodayState.DONE))


def test_where_no_walk_may_begin_none_is_offered(qtbot: QtBot) -> None:
    assert not row_for(qtbot, TodayState.TO_CHECK_IN, may=False).just_walk.isVisible()


def test_what_was_added_is_said_until_it_is_taken_away(qtbot: QtBot) -> None:
    row = row_for(qtbot, TodayState.TO_CHECK_IN)
    row.say_added(words.hand_added(MONDAY, MONDAY, 20))
    assert row.added == "Added: 20 minutes, today."
    row.say_added("")
    assert row.added == ""


def test_with_large_text_the_field_that_has_the_keyboard_is_in_sight(qtbot: QtBot, qapp: QApplication) -> None:
    look = theme(qapp, 200)
    below = QWidget()
    qtbot.addWidget(below)
    below.resize(920, 640)
    below.show()
    dialog = OwnWalkDialog(ANY_PACE, look, below)
    dialog.open()
    settle(qapp)
    assert dialog.scrolls
    for _step in range(3):
        focus: QWidget | None = dialog.focusWidget()
        assert focus is not None
        assert not focus.visibleRegion().isEmpty()
        assert focus.visibleRegion().boundingRect().height() == focus.height()
        press(dialog, RETURN)
    dialog.close()
