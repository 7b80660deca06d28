"""What assistive technology toggles counts as clicked, like a press of the key; what the program shows does not."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.multi_row import MultiRow
from walkcoach.ui.widgets.nav_rail import NavRail
from walkcoach.ui.widgets.option_list import Option, OptionList
from walkcoach.ui.widgets.tick import Tick

CHOICES = [Choice("yes", "Yes"), Choice("no", "No")]


def toggle(button: QAbstractButton) -> None:
    """What a screen reader's default action comes down to."""
    interface: QAccessibleInterface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    button.toggle()


def choice_row(told: list[object]) -> tuple[QWidget, list[QAbstractButton], Callable[[], None]]:
    row = ChoiceRow("Could you talk?", CHOICES)
    row.chosen.connect(told.append)
    return row, list(row.pills()), lambda: row.choose("yes")


def option_list(told: list[object]) -> tuple[QWidget, list[QAbstractButton], Callable[[], None]]:
    options = OptionList("Track", [Option("yes", "Yes", ""), Option("no", "No", "")])
    options.chosen.connect(told.append)
    return options, list(options.findChildren(QRadioButton)), lambda: options.choose("yes")


def multi_row(told: list[object]) -> tuple[QWidget, list[QAbstractButton], Callable[[], None]]:
    row = MultiRow("Days", CHOICES)
    row.changed.connect(lambda: told.append(row.values()[-1]))
    return row, list(row.findChildren(QAbstractButton)), lambda: row.choose(["yes"])


def nav_rail(told: list[object]) -> tuple[QWidget, list[QAbstractButton], Callable[[], None]]:
    rail = NavRail("Walkcoach", "Pages")
    for key in ("yes", "no"):
        rail.add_entry(key, key, Icon.TODAY)
    rail.asked.connect(told.append)
    return rail, list(rail.findChildren(QAbstractButton)), lambda: rail.show_current("yes")


@pytest.mark.parametrize("making", [choice_row, option_list, multi_row, nav_rail])
def test_toggled_by_assistive_technology_is_clicked_and_shown_by_the_program_is_not(
    making: Callable[[list[object]], tuple[QWidget, list[QAbstractButton], Callable[[], None]]], qtbot: QtBot
) -> None:
    told: list[object] = []
    widget, buttons, show = making(told)
    qtbot.addWidget(widget)
    show()
    assert (buttons[0].isChecked(), told) == (True, [])
    toggle(buttons[1])
    assert (buttons[1].isChecked(), told) == (True, ["no"])


def test_a_tick_tells_each_toggle_once_however_it_comes_about(qtbot: QtBot) -> None:
    tick, told = Tick("Tones"), list[bool]()
    qtbot.addWidget(tick)
    tick.clicked.connect(lambda: told.append(tick.isChecked()))
    tick.setChecked(True)
    assert told == []
    toggle(tick)
    tick.click()
    assert told == [False, True]
