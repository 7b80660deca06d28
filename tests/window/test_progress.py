"""The Progress page of the real window without a mouse: every chart is found, heard, looked at closely, read as a table, saved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock, MemoryDiaryStore
from tests.ui.access import name_of, role_of
from tests.window.desk import ALT, ESCAPE, RETURN, RIGHT, TAB, Desk, Key
from walkcoach.services.sample import write_sample
from walkcoach.ui.charts.chart import Chart
from walkcoach.ui.charts.chart_table import ChartTable
from walkcoach.ui.charts.save_button import SaveButton

OpenDesk = Callable[[MemoryDiaryStore, FakeClock], Desk]


@pytest.fixture
def desk(desk_after: OpenDesk) -> Desk:
    clock, store = FakeClock(), MemoryDiaryStore()
    write_sample(store, clock.today(), 60, zone=clock.now().tzinfo)  # type: ignore[arg-type]
    opened = desk_after(store, clock)
    opened.press((ALT, Key.Key_2))
    return opened


def heard(desk: Desk) -> tuple[str, str]:
    """What a screen reader says of what has the keyboard: its name and its description."""
    assert desk.focus is not None
    told = QAccessible.queryAccessibleInterface(desk.focus)
    return told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Description)


def test_tab_comes_to_every_chart_and_each_says_its_sentence(desk: Desk) -> None:
    sentences = {}
    for _ in range(60):
        desk.press(TAB)
        if isinstance(desk.focus, Chart):
            name, sentence = heard(desk)
            assert role_of(desk.focus) is QAccessible.Role.Graphic
            sentences[name] = sentence
    assert list(sentences)[:2] == ["Minutes a week", "How the walks felt"]
    assert set(sentences) >= {"Tingling", "Numbness", "Burning"}
    assert sentences["Minutes a week"].startswith("Minutes a week over 13 weeks: ")
    assert sentences["How the walks felt"].startswith("How the walks felt over 13 weeks: effort ")
    assert sentences["Tingling"].startswith("Tingling before walks: ")
    assert all(sentence.endswith(".") for sentence in sentences.values())


def test_a_year_is_chosen_looked_at_closely_stepped_through_and_read_as_a_table(desk: Desk) -> None:
    desk.tab_to("3 months")
    desk.press(RIGHT)
    desk.tab_to("How the walks felt")
    chart = desk.focus
    assert isinstance(chart, Chart)
    assert chart.zoom.shown == 52
    desk.press(Key.Key_Plus, Key.Key_Plus, Key.Key_Home)
    assert (chart.zoom.first, chart.zoom.shown, chart.point()) == (0, 23, 0)
    desk.press(ESCAPE)
    assert chart.zoom.is_whole
    desk.press("t")
    table = desk.focus
    assert isinstance(table, ChartTable)
    assert heard(desk) == (name_of(chart), chart.accessibleDescription())
    assert role_of(table) is QAccessible.Role.Table
    told = QAccessible.queryAccessibleInterface(table)
    assert told.childCount() >= 52 * 10
    cells = [told.child(number).text(QAccessible.Text.Name) for number in range(30)]
    assert "This week" in cells
    assert any(cell.startswith("Effort: ") for cell in cells), "each cell says its column"
    desk.press("t")
    assert desk.focus is chart


def test_all_of_a_longer_diary_is_shown_by_months(desk: Desk) -> None:
    desk.tab_to("3 months")
    desk.press(RIGHT, RIGHT)
    desk.tab_to("Minutes a month")
    assert heard(desk)[1].startswith("Minutes a month over 15 months: ")


def test_looking_ahead_comes_to_an_end_by_itself(desk: Desk, qtbot: QtBot) -> None:
    assert desk.program.bridge.looks_ahead
    qtbot.waitUntil(lambda: not desk.program.bridge.looks_ahead, timeout=20_000)


def test_trouble_with_saving_is_told_in_the_bar_with_the_place(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "gone" / "chart.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(place), ""))
    desk.tab_to("Save Minutes a week")
    button = desk.focus
    assert isinstance(button, SaveButton)
    desk.press(RETURN)
    QTest.keyClick(button.menu_shown, Qt.Key.Key_Return)
    desk.settle()
    what, way_on = desk.program.window.message_bar().text()
    assert str(place) in what
    assert way_on
    place.parent.mkdir()
    button.menu_shown.actions()[0].trigger()
    assert place.read_text(encoding="utf-8-sig").startswith("First day,Last day,Minutes,")
