"""A row of the diary's list: the date is never cut off, and a wide window gives the list room for all of an ordinary day."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.diary_scene import DiaryScene, open_diary
from walkcoach.services.sample import made_up
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, TypeRole
from walkcoach.wording import diary as words


def opened(qtbot: QtBot, app: QApplication, percent: int, size: tuple[int, int]) -> DiaryScene:
    """A diary at its goal, with today's long plan not yet walked."""
    clock = FakeClock()
    return open_diary(qtbot, app, made_up(clock.today(), 60, 4), clock, percent=percent, size=size)


def line_px(scene: DiaryScene) -> int:
    """How wide the lines of a row are, as they are painted."""
    painter = scene.page.list._painter
    return scene.page.list.viewport().width() - 2 * (SPACE_4 + SPACE_12) - painter.theme.scaled(20) - SPACE_12


@pytest.mark.parametrize(("percent", "size"), [(100, (1200, 780)), (100, (920, 640)), (200, (920, 640)), (200, (1920, 1080))])
def test_the_date_has_its_room_whatever_else_stands_in_the_row(
    qtbot: QtBot, qapp: QApplication, percent: int, size: tuple[int, int]
) -> None:
    scene = opened(qtbot, qapp, percent, size)
    painter = scene.page.list._painter
    strong = QFontMetrics(painter.theme.font(TypeRole.STRONG))
    for number in range(60):
        row = scene.page.list._days.row(number)
        said = painter.words(row, line_px(scene))
        assert said.title == words.row_title(row.day, scene.clock.today())
        end = QFontMetrics(painter.theme.font(TypeRole.STRONG if said.walked else TypeRole.BODY)).horizontalAdvance(said.at_end)
        assert strong.horizontalAdvance(said.title) + (end + SPACE_16 if said.at_end else 0) <= line_px(scene)


def test_what_has_no_room_beside_the_date_stands_below_it_with_what_happened(qtbot: QtBot, qapp: QApplication) -> None:
    scene = opened(qtbot, qapp, 100, (1200, 780))
    painter = scene.page.list._painter
    row = scene.page.list._days.row(0)
    plan = words.plan(row.decision, walked=False)
    narrow, wide = painter.words(row, 330), painter.words(row, 560)
    assert (narrow.at_end, narrow.below) == ("", f"{plan} · Nothing noted")
    assert (wide.at_end, wide.below) == (plan, "Nothing noted")


def test_marks_beside_the_date_count(qtbot: QtBot, qapp: QApplication) -> None:
    scene = opened(qtbot, qapp, 100, (1200, 780))
    painter = scene.page.list._painter
    row = scene.page.list._days.row(0)
    just = next(width for width in range(200, 700) if painter.words(row, width).at_end)
    marked = replace(row, remark="windy")
    assert painter.words(marked, just).at_end == ""
    assert painter.words(marked, just + SPACE_8 + 15 + SPACE_4).at_end


def test_a_wide_window_gives_the_list_room_for_a_plan_with_brisk_minutes(qtbot: QtBot, qapp: QApplication) -> None:
    scene = opened(qtbot, qapp, 100, (1920, 1080))
    painter = scene.page.list._painter
    for number in range(60):
        row = scene.page.list._days.row(number)
        assert painter.words(row, line_px(scene)).at_end
    assert scene.page.pane.width() > scene.page.list.width()
