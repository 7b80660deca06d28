"""The double flash: twice, short, and over; never where nothing may move."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.scenes import theme
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.theme.tokens import Role
from walkcoach.ui.widgets.flash import BEAT_MS, Flash, may_move, motion_allowed


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(300, 200)
    ground.show()
    return ground


def test_it_lights_twice_covers_everything_and_is_gone(ground: QWidget, qtbot: QtBot, qapp: QApplication) -> None:
    flash = Flash(ground)
    look = theme(qapp)
    spread(ground, look)
    seen: list[bool] = []
    with qtbot.waitSignal(flash.finished, timeout=5000):
        flash.begin()
        seen.append(flash.lit)
        assert flash.geometry() == ground.rect()
        assert flash.grab().toImage().pixelColor(5, 5).lightness() > look.colour(Role.WALK_NORMAL).lightness()
        flash.beaten.connect(lambda: seen.append(flash.lit))
    assert seen == [True, False, True, False]
    assert flash.isHidden()


def test_it_stays_below_three_flashes_a_second() -> None:
    assert 1000 / (2 * BEAT_MS) <= 3.4
    assert 4 * BEAT_MS <= 1000


def test_it_takes_no_clicks_and_no_keyboard(ground: QWidget) -> None:
    flash = Flash(ground)
    assert flash.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert flash.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_nothing_moves_where_the_system_asks_for_none() -> None:
    assert may_move("", 200)
    assert may_move("MotionPreference.NoPreference", 200)
    assert not may_move("MotionPreference.ReducedMotion", 200)
    assert not may_move("", 0)


def test_the_system_is_asked(ground: QWidget) -> None:
    assert motion_allowed(ground)
