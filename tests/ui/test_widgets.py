"""The basic widgets: by keyboard, by screen reader, at any text size."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, role_of, too_small, unnamed
from tests.ui.scenes import clipped, settle, theme
from walkcoach.ui.gallery import LOOKS, gallery, save_pictures
from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import TARGET, Role, Scheme
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import body
from walkcoach.ui.widgets.message_bar import MessageBar
from walkcoach.ui.widgets.multi_row import MultiRow
from walkcoach.ui.widgets.nav_rail import NavRail
from walkcoach.ui.widgets.option_list import Option, OptionList
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.ui.widgets.unfolding import Unfolding

ANSWERS = (Choice("a", "As usual"), Choice("b", "Less steady"), Choice("c", "Much less steady"))


W = TypeVar("W", bound=QWidget)


def shown(qtbot: QtBot, qapp: QApplication, widget: W, percent: int = 100) -> W:
    look = theme(qapp, percent)
    spread(widget, look)
    qtbot.addWidget(widget)
    widget.show()
    settle(qapp)
    return widget


# Buttons


def test_a_button_tells_its_key_to_those_who_do_not_see_it(qapp: QApplication) -> None:
    button = Button("Stop", hint="S")
    assert button.accessibleDescription() == "Key: S"
    button.setAccessibleDescription("Asks first")
    assert button.accessibleDescription() == "Asks first. Key: S"
    button.set_hint("E")
    assert button.accessibleDescription() == "Asks first. Key: E"
    button.set_hint("")
    assert button.accessibleDescription() == "Asks first"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", ButtonKind)
def test_a_button_is_pressed_once_by_space_and_by_enter(kind: ButtonKind, key: Qt.Key, qtbot: QtBot, qapp: QApplication) -> None:
    button = shown(qtbot, qapp, Button("Start", kind))
    pressed: list[bool] = []
    button.clicked.connect(lambda on=False: pressed.append(on))
    QTest.keyClick(button, key)
    assert len(pressed) == 1


def test_a_held_enter_key_presses_once(qtbot: QtBot, qapp: QApplication) -> None:
    button = shown(qtbot, qapp, Button("Start"))
    pressed: list[bool] = []
    button.clicked.connect(lambda on=False: pressed.append(on))
    for repeated in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeated)
        QApplication.sendEvent(button, event)
    assert len(pressed) == 1


@pytest.mark.parametrize("percent", [100, 130, 200])
def test_a_button_made_to_its_measure_has_its_words_on_one_line(percent: int, qtbot: QtBot, qapp: QApplication) -> None:
    for words in ("Check in and walk", "Walk 23 minutes anyway", "W", "Go on with the remaining 22 min"):
        button = shown(qtbot, qapp, Button(words), percent)
        one_line = button.fontMetrics().height()
        assert button.sizeHint().height() < max(TARGET, Theme(text_percent=percent).scaled(TARGET)) + one_line
        assert button.sizeHint().width() >= TARGET


def test_a_button_with_little_room_wraps_instead_of_cutting(qtbot: QtBot, qapp: QApplication) -> None:
    button = shown(qtbot, qapp, Button("A professional has looked, and I may walk again"))
    narrow = button.minimumSizeHint().width()
    assert narrow < button.sizeHint().width() / 2
    assert button.heightForWidth(narrow) > button.sizeHint().height()


def press_in(widget: QWidget, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is in `widget`."""
    for key in keys:
        focused: QWidget | None = widget.window().focusWidget()
        QTest.keyClick(focused if focused is not None else widget, key)


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("kind", ButtonKind)
def test_the_focus_is_seen_when_it_came_by_the_keyboard(kind: ButtonKind, qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    button, other = Button("Start", kind), Button("Other")
    column.addWidget(other)
    column.addWidget(button)
    shown(qtbot, qapp, window)
    other.setFocus()
    without = _picture(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert _picture(button) != without
    other.setFocus()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert _picture(button) == without


def test_a_buttons_words_are_its_name(qtbot: QtBot, qapp: QApplication) -> None:
    button = shown(qtbot, qapp, Button("Start"))
    button.set_words("Go on")
    assert (button.text(), name_of(button), role_of(button)) == ("Go on", "Go on", QAccessible.Role.Button)


# Choice rows


def test_nothing_is_chosen_until_the_person_chooses(qtbot: QtBot, qapp: QApplication) -> None:
    row = shown(qtbot, qapp, ChoiceRow("How steady?", ANSWERS))
    assert row.value() is None
    assert not any(pill.isChecked() for pill in row.pills())


def test_the_first_arrow_chooses_where_the_focus_is_and_the_next_goes_on(qtbot: QtBot, qapp: QApplication) -> None:
    row = shown(qtbot, qapp, ChoiceRow("How steady?", ANSWERS))
    row.setFocus()
    seen: list[object] = []
    row.chosen.connect(seen.append)
    for _press in range(4):
        press_in(row, Qt.Key.Key_Right)
    assert seen == ["a", "b", "c", "a"]
    press_in(row, Qt.Key.Key_Left)
    assert row.value() == "c"


def test_a_figure_chooses_by_place_and_one_beyond_does_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    row = shown(qtbot, qapp, ChoiceRow("How steady?", ANSWERS))
    row.setFocus()
    press_in(row, Qt.Key.Key_3)
    assert row.value() == "c"
    press_in(row, Qt.Key.Key_4)
    assert row.value() == "c"


@pytest.mark.parametrize("chosen", [None, "a", "b", "c"])
def test_tab_stops_once_in_a_row_whatever_is_chosen(chosen: str | None, qtbot: QtBot, qapp: QApplication) -> None:
    row = shown(qtbot, qapp, ChoiceRow("How steady?", ANSWERS))
    row.choose(chosen)
    stops = [pill.text() for pill in row.pills() if pill.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1
    if chosen:
        assert stops == [next(choice.text for choice in ANSWERS if choice.value == chosen)]


def test_choosing_for_the_person_tells_nobody_and_clearing_takes_it_back(qtbot: QtBot, qapp: QApplication) -> None:
    row = shown(qtbot, qapp, ChoiceRow("How steady?", ANSWERS))
    seen: list[object] = []
    row.chosen.connect(seen.append)
    row.choose("b")
    assert row.value() == "b"
    row.clear()
    assert (row.value(), seen) == (None, [])


def test_an_answer_tells_a_screen_reader_its_question(qtbot: QtBot, qapp: QApplication) -> None:
    row = shown(qtbot, qapp, ChoiceRow("How steady?", ANSWERS))
    for pill, choice in zip(row.pills(), ANSWERS, strict=True):
        assert (name_of(pill), role_of(pill)) == (choice.text, QAccessible.Role.RadioButton)
        assert pill.accessibleDescription() == "How steady?"


def test_a_pill_may_be_pressed_anywhere(qtbot: QtBot, qapp: QApplication) -> None:
    row = shown(qtbot, qapp, ChoiceRow("How steady?", ANSWERS))
    pill = row.pills()[1]
    for at in (QPoint(6, pill.height() // 2), QPoint(pill.width() - 6, pill.height() // 2)):
        row.clear()
        QTest.mouseClick(pill, Qt.MouseButton.LeftButton, pos=at)
        assert row.value() == "b"


def test_options_are_chosen_by_figures_and_marked_without_being_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    options = shown(qtbot, qapp, OptionList("How fast?", [Option(name, name, "Small print.") for name in "abc"]))
    options.set_mark("b", "suggested")
    assert options.value() is None
    options.setFocus()
    press_in(options, Qt.Key.Key_3)
    assert options.value() == "c"
    assert unnamed(options) == []


def test_several_pills_are_switched_one_by_one(qtbot: QtBot, qapp: QApplication) -> None:
    row = shown(qtbot, qapp, MultiRow("Days", [Choice(day, str(day)) for day in range(3)], ["Monday", "Tuesday", "Wednesday"]))
    row.choose((0, 2))
    changes: list[tuple[object, ...]] = []
    row.changed.connect(lambda: changes.append(row.values()))
    pills = [pill for pill in row.findChildren(QWidget) if name_of(pill) in ("Monday", "Tuesday")]
    for pill in pills:
        QTest.keyClick(pill, Qt.Key.Key_Space)
    assert changes == [(2,), (1, 2)]
    assert role_of(pills[0]) is QAccessible.Role.CheckBox


def test_a_chosen_pill_has_a_check_mark_beside_its_words_and_not_its_fill_alone(qtbot: QtBot, qapp: QApplication) -> None:
    row = shown(qtbot, qapp, MultiRow("Days", [Choice(day, "Monday") for day in range(2)]))
    row.choose((0,))
    ink = theme(qapp).colour(Role.ON_ACCENT)
    chosen, other = (pill.grab().toImage() for pill in row.findChildren(QCheckBox))
    room = [(across, down) for across in range(6, 20) for down in range(12, chosen.height() - 12)]
    assert sum(chosen.pixelColor(*at) == ink for at in room) >= 8
    assert len({other.pixelColor(*at).rgb() for at in room}) == 1


def test_an_option_is_described_in_whole_sentences(qtbot: QtBot, qapp: QApplication) -> None:
    options = shown(
        qtbot, qapp, OptionList("How fast?", [Option("a", "Steady", "Up to 5 minutes more"), Option("b", "Gentle", "Less.")])
    )
    options.set_mark("a", "suggested")
    told = [option.accessibleDescription() for option in options.findChildren(QRadioButton)]
    assert told == ["How fast? Up to 5 minutes more. suggested.", "How fast? Less."]


# Steppers


def test_a_stepper_never_leaves_its_range_by_key_press_or_typing(qtbot: QtBot, qapp: QApplication) -> None:
    stepper = shown(qtbot, qapp, Stepper("Minutes", 5, 30, " min"))
    seen: list[int] = []
    stepper.value_changed.connect(seen.append)
    field = stepper.field()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(field, key)
    assert stepper.value() == 7
    field.selectAll()
    QTest.keyClicks(field, "99")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert 5 <= stepper.value() <= 30
    assert all(5 <= value <= 30 for value in seen)


def test_a_range_that_shrinks_takes_the_number_along_and_says_so(qtbot: QtBot, qapp: QApplication) -> None:
    stepper = shown(qtbot, qapp, Stepper("Minutes", 15, 60))
    stepper.set_value(45)
    seen: list[int] = []
    stepper.value_changed.connect(seen.append)
    stepper.set_range(15, 35)
    assert (stepper.value(), seen) == (35, [35])


@pytest.mark.parametrize("percent", [100, 200])
def test_a_steppers_figure_is_seen_whole(percent: int, qtbot: QtBot, qapp: QApplication) -> None:
    stepper = shown(qtbot, qapp, Stepper("Minutes", 5, 60, " min"), percent)
    stepper.set_value(60)
    field = stepper.field().lineEdit()
    assert field.text() == "60 min"
    assert field.width() >= field.fontMetrics().horizontalAdvance("60 min")
    assert field.fontMetrics().height() <= field.height()
    assert field.font().pixelSize() == Theme(text_percent=percent).scaled(17)
    assert role_of(stepper.field()) is QAccessible.Role.SpinBox
    assert too_small(stepper) == []


# Frames


def test_a_row_begins_another_where_it_is_full(qtbot: QtBot, qapp: QApplication) -> None:
    row = FlowRow()
    for _number in range(6):
        row.add(Button("Forward"))
    shown(qtbot, qapp, row)
    one = row.sizeHint()
    assert row.heightForWidth(one.width()) == one.height()
    assert row.heightForWidth(one.width() // 2) > 2 * one.height() - 1
    row.resize(one.width() // 2, row.heightForWidth(one.width() // 2))
    settle(qapp)
    assert clipped(row) == []


def test_running_text_asks_for_one_line_and_takes_as_many_as_it_needs(qtbot: QtBot, qapp: QApplication) -> None:
    label = shown(qtbot, qapp, body("Takes half a minute. It confirms or lowers the plan."))
    assert label.sizeHint().height() < 2 * label.fontMetrics().height()
    assert label.heightForWidth(label.sizeHint().width() // 3) > 2 * label.fontMetrics().height()


def test_the_bar_for_trouble_stays_until_it_is_taken_away(qtbot: QtBot, qapp: QApplication) -> None:
    bar = MessageBar("Message", "Close this message")
    shown(qtbot, qapp, bar)
    bar.dismiss()
    assert not bar.isVisible()
    bar.say("The disk is full.", "Make some room.")
    assert bar.isVisible()
    assert bar.text() == ("The disk is full.", "Make some room.")
    assert unnamed(bar) == []
    close = next(button for button in bar.findChildren(Button))
    QTest.keyClick(close, Qt.Key.Key_Return)
    assert not bar.isVisible()


def test_the_rail_marks_one_entry_and_asks_for_others(qtbot: QtBot, qapp: QApplication) -> None:
    rail = NavRail("Walkcoach", "Pages")
    for key in ("today", "progress"):
        rail.add_entry(key, key.capitalize(), Icon.LOGO)
    shown(qtbot, qapp, rail)
    rail.show_current("today")
    asked: list[str] = []
    rail.asked.connect(asked.append)
    progress = next(entry for entry in rail.findChildren(QPushButton) if name_of(entry) == "Progress")
    QTest.keyClick(progress, Qt.Key.Key_Return)
    assert asked == ["progress"]
    assert unnamed(rail) == []
    assert too_small(rail) == []


def test_what_is_folded_away_is_out_of_reach(qtbot: QtBot, qapp: QApplication) -> None:
    why = Unfolding("Why this plan?")
    inside = Button("Inside")
    why.inner.addWidget(inside)
    shown(qtbot, qapp, why)
    assert not inside.isVisible()
    QTest.keyClick(why.button, Qt.Key.Key_Return)
    assert inside.isVisible()
    QTest.keyClick(why.button, Qt.Key.Key_Space)
    assert not inside.isVisible()


# The gallery


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", sorted(gallery()))
def test_nothing_in_the_gallery_is_clipped_nameless_or_too_small(name: str, percent: int, qtbot: QtBot, qapp: QApplication) -> None:
    make: Callable[[], QWidget] = gallery()[name]
    widget = make()
    widget.resize(712 if percent == 100 else 770, 640)  # the room that the rail leaves of 920
    shown(qtbot, qapp, widget, percent)
    assert clipped(widget) == []
    assert unnamed(widget) == []
    assert too_small(widget) == []


def test_the_gallery_saves_a_picture_for_each_thing_and_look(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    theme(qapp)
    files = save_pictures(qapp, folder, {"buttons": gallery()["buttons"]}, LOOKS[:2])
    assert [file.name for file in files] == ["buttons-light-100.png", "buttons-dark-100.png"]
    light, dark = (QImage(str(file)) for file in files)
    assert light.size() == dark.size()
    assert light.pixelColor(2, 2) == Theme(Scheme.LIGHT).colour(Role.WINDOW)
    assert dark.pixelColor(2, 2) == Theme(Scheme.DARK).colour(Role.WINDOW)
