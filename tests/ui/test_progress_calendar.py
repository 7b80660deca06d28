"""Calendar and road on the Progress page: below the symptoms, with the first walk, turned into tables with all else."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, tab_stops, too_small, unnamed
from tests.ui.scenes import click, clipped, press, settle, shown
from tests.ui.test_progress_page import open_page, said
from tests.ui.weeks import progress, unwalked
from walkcoach.core.progress import Progress
from walkcoach.core.symptoms import Symptom
from walkcoach.ui.charts.chart_card import ChartCard
from walkcoach.ui.charts.save_button import SaveButton
from walkcoach.ui.gallery_progress import STATES, TODAY
from walkcoach.ui.pages.progress_page import ProgressPage
from walkcoach.ui.widgets.buttons import Button


def with_calendar(qtbot: QtBot, app: QApplication, drawn: Progress, percent: int = 100, width: int = 1000) -> ProgressPage:
    """The page with a month and a road below."""
    page = open_page(qtbot, app, unwalked(), percent, size=(width, 780))
    month, road = STATES["1-year"]
    page.calendar_and_road.draw_month(month, TODAY)
    page.calendar_and_road.draw_road(road)
    page.draw(drawn)
    settle(app)
    return page


def test_calendar_and_road_lie_below_the_symptoms(qtbot: QtBot, qapp: QApplication) -> None:
    page = with_calendar(qtbot, qapp, progress())
    part = page.calendar_and_road
    assert part.isVisible()
    lowest = max(card.mapTo(page, card.rect().bottomLeft()).y() for card in page.findChildren(ChartCard))
    assert part.mapTo(page, part.rect().topLeft()).y() > lowest


def test_what_is_planned_for_a_missed_day_is_said_once_by_charts_and_by_tables(qtbot: QtBot, qapp: QApplication) -> None:
    page = with_calendar(qtbot, qapp, progress())
    for as_tables in (False, True, False):
        page.show_tables(as_tables)
        settle(qapp)
        assert said(page).count("Planned counts a missed walk day at your level of that day.") == 1


def test_tab_comes_to_the_symptoms_before_the_calendar_even_when_others_are_followed(qtbot: QtBot, qapp: QApplication) -> None:
    page = with_calendar(qtbot, qapp, progress())
    for symptoms in ((Symptom.TINGLING, Symptom.CRAMPS), (Symptom.BURNING, Symptom.NUMBNESS)):
        page.draw(progress(13, symptoms))
        settle(qapp)
        for as_tables in (False, True):
            page.show_tables(as_tables)
            settle(qapp)
            heights = [stop.mapTo(page, stop.rect().topLeft()).y() for stop in tab_stops(page) if isinstance(stop, SaveButton)]
            assert len(heights) == 6
            assert heights == sorted(heights)


def test_calendar_and_road_wait_for_the_first_walk_and_for_their_figures(qtbot: QtBot, qapp: QApplication) -> None:
    assert not with_calendar(qtbot, qapp, unwalked()).calendar_and_road.isVisible()
    assert not open_page(qtbot, qapp, progress()).calendar_and_road.isVisible()


def test_a_range_without_walks_keeps_calendar_and_road(qtbot: QtBot, qapp: QApplication) -> None:
    drawn = replace(unwalked(), trends=progress().trends)
    assert with_calendar(qtbot, qapp, drawn).calendar_and_road.isVisible()


def test_t_turns_calendar_and_road_too_and_their_buttons_turn_all(qtbot: QtBot, qapp: QApplication) -> None:
    page = with_calendar(qtbot, qapp, progress())
    part = page.calendar_and_road
    part.calendar.grid.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_T)
    assert (part.calendar.shows_table(), part.road.shows_table()) == (True, True)
    assert part.calendar.table.hasFocus()
    click(next(button for button in shown(part.road, Button) if name_of(button).startswith("Chart: ")))
    assert not any(card.shows_table() for card in page.findChildren(ChartCard))
    assert not part.calendar.shows_table()


@pytest.mark.parametrize(("percent", "width"), [(100, 712), (200, 712), (100, 1700)])
def test_with_calendar_and_road_nothing_is_clipped_either(percent: int, width: int, qtbot: QtBot, qapp: QApplication) -> None:
    page = with_calendar(qtbot, qapp, progress(), percent, width)
    for as_tables in (False, True):
        page.show_tables(as_tables)
        settle(qapp)
        assert clipped(page) == []
        assert page.horizontalScrollBar().maximum() == 0
        assert (unnamed(page), too_small(page)) == ([], [])
