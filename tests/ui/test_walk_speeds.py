"""Treadmill speeds on the walk page: beside the pace, before the next one, and nowhere if none is set."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.scenes import clipped, settle, status, theme
from walkcoach.core.session import Move
from walkcoach.core.speeds import Speeds, Units
from walkcoach.ui.pages.walk_page import WalkPage
from walkcoach.ui.theme.theme import spread

IN_BRISK_S = 10 * 60 + 46


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> WalkPage:
    look = theme(qapp)
    page = WalkPage(look)
    qtbot.addWidget(page)
    spread(page, look)
    page.resize(920, 640)
    page.show()
    return page


def test_speeds_stand_beside_the_pace_and_before_the_next_one(page: WalkPage) -> None:
    page.set_speeds(Speeds(3.5, 4.5))
    page.draw(status(None))
    assert page.face.words.line == "first normal, 5 minutes, 3.5 km/h"
    page.draw(status(60))
    assert (page.face.words.aside, page.face.words.line) == ("3.5 km/h", "then brisk, 2½ minutes, 4.5 km/h")
    page.draw(status(IN_BRISK_S))
    assert page.face.words.aside == "4.5 km/h"


def test_a_screen_reader_hears_them_too(page: WalkPage) -> None:
    page.set_speeds(Speeds(3.5, 4.5))
    page.draw(status(IN_BRISK_S))
    assert page.face.accessibleName() == "Brisk: 2:14, 4.5 km/h, then normal, 3 minutes, 3.5 km/h"


@pytest.mark.parametrize("move", [Move.PAUSE, Move.STOP])
def test_while_the_walk_stands_no_speed_is_shown(page: WalkPage, move: Move) -> None:
    page.set_speeds(Speeds(3.5, 4.5))
    page.draw(status(IN_BRISK_S, [move]))
    assert page.face.words.aside == ""


def test_a_speed_set_during_a_walk_shows_with_the_next_drawing(page: WalkPage) -> None:
    page.draw(status(60))
    assert page.face.words.aside == ""
    page.set_speeds(Speeds(normal_kmh=3.5, units=Units.IMPERIAL))
    page.draw(status(60))
    assert (page.face.words.aside, page.face.words.line) == ("2.2 mph", "then brisk, 2½ minutes")


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(920, 640), (1200, 780)])
def test_word_mark_and_speed_share_their_line(page: WalkPage, qapp: QApplication, percent: int, size: tuple[int, int]) -> None:
    page.set_speeds(Speeds(3.5, 4.5))
    spread(page, theme(qapp, percent))
    page.resize(*size)
    page.draw(status(IN_BRISK_S))
    settle(qapp)
    assert page.face.title_width <= page.face.width()
    assert clipped(page) == []
