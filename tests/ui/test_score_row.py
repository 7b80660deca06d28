"""The row of scores: nothing preselected, every key, what a screen reader meets."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.scenes import click, press, theme
from walkcoach.ui.widgets.score_row import ScoreRow


@pytest.fixture
def row(qtbot: QtBot, qapp: QApplication) -> ScoreRow:
    row = ScoreRow("Tingling", theme(qapp), note="usual 2", ghost=4, ghost_note="last time 4")
    qtbot.addWidget(row)
    row.resize(900, 60)
    row.show()
    row.setFocus()
    qtbot.waitUntil(row.isActiveWindow)
    return row


def test_nothing_is_preselected(row: ScoreRow) -> None:
    assert row.value is None
    assert not row.answered
    assert not any(cell.isChecked() for cell in row.cells)


@pytest.mark.parametrize("figure", range(10))
def test_a_figure_gives_its_score(row: ScoreRow, figure: int) -> None:
    press(row.window(), str(figure))
    assert row.value == figure


def test_one_and_a_quick_nought_make_ten(row: ScoreRow) -> None:
    press(row.window(), "1", "0")
    assert row.value == 10


def test_one_and_a_late_nought_make_nought(row: ScoreRow) -> None:
    press(row.window(), "1")
    row.forget_figures()
    press(row.window(), "0")
    assert row.value == 0


def test_a_nought_after_another_figure_is_nought(row: ScoreRow) -> None:
    press(row.window(), "1", "2", "0")
    assert row.value == 0


def test_arrows_begin_at_the_last_answer_and_stay_in_range(row: ScoreRow) -> None:
    press(row.window(), Qt.Key.Key_Right)
    assert row.value == 5
    press(row.window(), Qt.Key.Key_End, Qt.Key.Key_Right)
    assert row.value == 10
    press(row.window(), Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert row.value == 0


def test_the_space_bar_takes_the_last_answer(row: ScoreRow) -> None:
    press(row.window(), Qt.Key.Key_Space)
    assert row.value == 4


def test_delete_takes_the_answer_back_and_tells(row: ScoreRow, qtbot: QtBot) -> None:
    press(row.window(), "7")
    with qtbot.waitSignal(row.value_changed) as told:
        press(row.window(), Qt.Key.Key_Delete)
    assert row.value is None
    assert told.args == [None]


def test_up_down_and_return_ask_for_another_question_and_answer_nothing(row: ScoreRow) -> None:
    steps: list[int] = []
    row.step_requested.connect(steps.append)
    press(row.window(), Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert steps == [-1, 1, 1]
    assert row.value is None


def test_a_click_anywhere_in_a_cell_chooses_it(row: ScoreRow) -> None:
    cell = row.cells[8]
    click(cell, cell.rect().topLeft())
    assert row.value == 8


def test_each_cell_is_a_radio_button_with_a_name_and_the_last_answer_says_so(row: ScoreRow) -> None:
    for score, cell in enumerate(row.cells):
        interface = QAccessible.queryAccessibleInterface(cell)
        assert interface.role() is QAccessible.Role.RadioButton
        assert interface.text(QAccessible.Text.Name) == f"Tingling: {score}"
        assert not interface.state().checked
    assert "last time" in row.cells[4].accessibleDescription()
    assert row.cells[5].accessibleDescription() == ""
    assert row.accessibleName() == "Tingling, 0 to 10, usual 2"


def test_the_chosen_cell_is_checked_for_those_who_hear_it(row: ScoreRow) -> None:
    press(row.window(), "3")
    checked = [QAccessible.queryAccessibleInterface(cell).state().checked for cell in row.cells]
    assert [score for score, on in enumerate(checked) if on] == [3]


def test_tab_stops_once_in_a_row(row: ScoreRow) -> None:
    stops = [cell.score for cell in row.cells if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [4]
    press(row.window(), "9")
    stops = [cell.score for cell in row.cells if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [9]


def test_the_effort_is_told_in_words(qtbot: QtBot, qapp: QApplication) -> None:
    row = ScoreRow("Effort", theme(qapp), words=lambda score: f"word {score}")
    qtbot.addWidget(row)
    assert row.cells[6].accessibleDescription() == "word 6"


@pytest.mark.parametrize(("width", "percent", "lines"), [(900, 100, 1), (560, 100, 2), (860, 200, 2)])
def test_a_narrow_row_puts_its_name_above_and_keeps_every_cell_inside(
    qtbot: QtBot, qapp: QApplication, width: int, percent: int, lines: int
) -> None:
    row = ScoreRow("Pins and needles", theme(qapp, percent), note="usual 2")
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()
    assert (row.heightForWidth(width) > row.cells[0].sizeHint().height()) is (lines == 2)
    for cell in row.cells:
        assert cell.width() >= 44
        assert cell.height() >= 44
        assert cell.geometry().right() <= width + 3
        assert cell.geometry().bottom() < row.height()


KEYS = st.sampled_from([*"0123456789", Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Delete])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.lists(KEYS, max_size=12))
def test_whatever_is_pressed_at_most_one_cell_is_chosen_and_the_value_is_it(row: ScoreRow, keys: list[Qt.Key | str]) -> None:
    told: list[object] = []
    row.value_changed.connect(told.append)
    press(row.window(), *keys)
    row.value_changed.disconnect()
    chosen = [cell.score for cell in row.cells if cell.isChecked()]
    assert chosen == ([] if row.value is None else [row.value])
    if told:
        assert told[-1] == row.value
