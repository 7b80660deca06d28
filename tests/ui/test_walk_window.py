"""The small window on its own: what it shows in each state, its keys, its size, and that large text fits."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.access import too_small, unnamed
from tests.ui.scenes import click, clipped, press, settle, status, theme
from walkcoach.core.session import Move, WalkState
from walkcoach.core.speeds import Speeds
from walkcoach.services.errors import Trouble
from walkcoach.ui.pages.walk_controls import Control
from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.theme.tokens import Role
from walkcoach.ui.walk_window import WalkWindow

IN_BRISK_S = 10 * 60 + 46
ROOM = QRect(0, 0, 1280, 800)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> WalkWindow:
    return made(qtbot, qapp)


def made(qtbot: QtBot, app: QApplication, percent: int = 100) -> WalkWindow:
    look = theme(app, percent)
    window = WalkWindow(may_flash=lambda _widget: True)
    qtbot.addWidget(window)
    spread(window, look)
    window.place_in(ROOM)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_it_stays_before_other_windows_under_the_programs_name(window: WalkWindow) -> None:
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.isWindow()
    assert window.windowTitle() == "Walkcoach"


def test_it_shows_pace_time_left_and_what_comes_next_in_the_colour_of_the_pace(window: WalkWindow) -> None:
    window.set_speeds(Speeds(3.5, 4.5))
    window.draw(status(IN_BRISK_S))
    words = window.face.words
    assert (words.title, words.mark, words.figures) == ("BRISK", Icon.BRISK, "2:14")
    assert (words.aside, words.line) == ("4.5 km/h", "then normal, 3 minutes, 3.5 km/h")
    assert window.ground is Role.WALK_BRISK
    window.draw(status(60))
    assert (window.face.words.title, window.ground) == ("NORMAL", Role.WALK_NORMAL)


@pytest.mark.parametrize(
    ("moves", "offered", "text"),
    [
        ((), Control.PAUSE, "Pause"),
        ((Move.PAUSE,), Control.RESUME, "Go on"),
        ((Move.STOP,), Control.GO_ON, "Go on"),
        ((Move.STOP, Move.FINISH), Control.CHECK_IN, "Check in"),
    ],
)
def test_one_button_pauses_goes_on_and_ends(
    window: WalkWindow, moves: tuple[Move, ...], offered: Control | None, text: str
) -> None:
    asked: list[object] = []
    window.control_requested.connect(asked.append)
    window.back_requested.connect(lambda: asked.append(None))
    window.draw(status(IN_BRISK_S, moves))
    assert (window.offered, window.main.text(), window.main.accessibleName()) == (offered, text, text)
    click(window.main)
    assert asked == [offered]


def test_a_sleep_is_asked_about_in_the_large_window(window: WalkWindow) -> None:
    asleep = status(60)
    walk_now = replace(asleep.snapshot, state=WalkState.PAUSED, slept_s=300.0)
    window.draw(replace(asleep, snapshot=walk_now, slept_s=300.0))
    assert (window.offered, window.main.text()) == (None, "Large window")
    assert window.face.words.line == "Did you walk on meanwhile?"


def test_the_space_bar_is_the_buttons_and_other_keys_are_passed_on(window: WalkWindow) -> None:
    asked: list[object] = []
    window.control_requested.connect(asked.append)
    window.key_pressed.connect(asked.append)
    window.back_requested.connect(lambda: asked.append("back"))
    window.draw(status(60))
    window.main.setFocus()
    press(window, Qt.Key.Key_Space, "s", "m")
    assert asked == [Control.PAUSE, Qt.Key.Key_S, "back"]


def test_closing_it_goes_back(window: WalkWindow) -> None:
    asked: list[str] = []
    window.back_requested.connect(lambda: asked.append("back"))
    window.close()
    assert asked == ["back"]
    assert not window.isVisible()


def test_trouble_is_said_in_it(window: WalkWindow) -> None:
    window.draw(replace(status(60), trouble=Trouble("The disk is full.", "Make room.")))
    assert window.notice.text() == "The disk is full."
    assert window.notice.isVisible()
    window.draw(status(61))
    assert not window.notice.isVisible()


def test_what_looks_the_same_is_not_painted_again(window: WalkWindow, qapp: QApplication) -> None:
    window.draw(status(60.2))
    settle(qapp)
    before = window.face.words
    window.draw(status(60.4))
    assert window.face.words is before


def test_it_flashes_where_a_tone_may_not_be_heard(window: WalkWindow) -> None:
    window.begin_flash()
    assert window.flashes


def test_hidden_it_does_not_flash(window: WalkWindow) -> None:
    window.hide()
    window.begin_flash()
    assert not window.flashes


def test_controls_have_names_roles_and_the_size_of_a_target(window: WalkWindow) -> None:
    window.draw(status(60))
    assert unnamed(window) == []
    assert too_small(window) == []
    assert window.back.accessibleName() == "Large window"


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("moves", [(), (Move.PAUSE,), (Move.STOP, Move.FINISH)])
def test_it_stands_in_the_corner_of_the_screen_and_nothing_is_clipped(
    qtbot: QtBot, qapp: QApplication, percent: int, moves: tuple[Move, ...]
) -> None:
    window = made(qtbot, qapp, percent)
    window.draw(status(IN_BRISK_S, moves))
    settle(qapp)
    assert ROOM.contains(window.frameGeometry())
    assert window.geometry().center().x() > ROOM.center().x()
    assert window.geometry().center().y() > ROOM.center().y()
    assert clipped(window) == []
    window.resize(window.minimumSize())
    settle(qapp)
    assert clipped(window) == []


def test_it_remembers_neither_size_nor_place(window: WalkWindow) -> None:
    first = window.geometry()
    window.resize(700, 500)
    window.move(0, 0)
    window.hide()
    window.place_in(ROOM)
    assert window.geometry() == first
