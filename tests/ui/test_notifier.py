"""Messages on the desktop: what is new in a walk, while the window is out of sight, and nothing about health."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.scenes import status
from walkcoach.core.cues import CueKind, WalkCue
from walkcoach.core.session import Move
from walkcoach.ui.notifier import TrayMessages, WalkNotifier

BRISK = WalkCue(CueKind.BRISK, 300, 150)
NORMAL = WalkCue(CueKind.NORMAL, 450, 180)
END = WalkCue(CueKind.END, 3600)


class FakeMessages:
    """Shows nothing and remembers what it was asked to show."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.shown: list[str] = []

    def say(self, title: str, text: str) -> None:
        self.said.append((title, text))
        self.shown = [text]

    def put_away(self) -> None:
        self.shown = []


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def messages() -> FakeMessages:
    return FakeMessages()


@pytest.fixture
def notifier(window: QWidget, messages: FakeMessages) -> WalkNotifier:
    return WalkNotifier(window, messages)


def test_a_window_in_sight_needs_no_message(notifier: WalkNotifier, messages: FakeMessages) -> None:
    notifier.draw(replace(status(300), cue=BRISK))
    notifier.draw(replace(status(3600), cue=END))
    assert messages.said == []


@pytest.mark.parametrize("away", ["showMinimized", "hide"])
def test_out_of_sight_each_change_and_the_end_are_told_once(
    window: QWidget, notifier: WalkNotifier, messages: FakeMessages, away: str
) -> None:
    getattr(window, away)()
    for walked_s, cue in ((300, BRISK), (301, BRISK), (302, BRISK), (450, NORMAL), (451, NORMAL), (3600, END), (3600, END)):
        notifier.draw(replace(status(walked_s), cue=cue))
    assert messages.said == [
        ("Walkcoach", "Brisk now, 2½ minutes."),
        ("Walkcoach", "Normal now, 3 minutes."),
        ("Walkcoach", "Finished: 60 minutes walked."),
    ]


def test_a_sleep_that_paused_the_walk_is_told_once(window: QWidget, notifier: WalkNotifier, messages: FakeMessages) -> None:
    window.showMinimized()
    notifier.draw(status(400))
    for _tick in range(3):
        notifier.draw(replace(status(400, [Move.PAUSE]), slept_s=301))
    assert [text for _, text in messages.said] == [
        "Paused. The computer was asleep for 5 minutes. That time does not count as walking."
    ]


def test_what_was_new_while_the_window_was_seen_is_not_told_later(
    window: QWidget, notifier: WalkNotifier, messages: FakeMessages
) -> None:
    notifier.draw(replace(status(300), cue=BRISK))
    window.showMinimized()
    notifier.draw(replace(status(301), cue=BRISK))
    assert messages.said == []


def test_pausing_and_going_on_are_the_persons_own_news(window: QWidget, notifier: WalkNotifier, messages: FakeMessages) -> None:
    window.showMinimized()
    notifier.draw(status(400))
    notifier.draw(status(400, [Move.PAUSE]))
    notifier.draw(status(400, [Move.PAUSE, Move.RESUME]))
    assert messages.said == []


def test_a_window_that_comes_back_takes_its_messages_away(
    qtbot: QtBot, window: QWidget, notifier: WalkNotifier, messages: FakeMessages
) -> None:
    window.showMinimized()
    notifier.draw(replace(status(300), cue=BRISK))
    assert messages.shown
    notifier.bring_back()
    qtbot.waitUntil(lambda: messages.shown == [])
    assert not window.isMinimized()


def test_a_window_that_closes_takes_its_messages_away(window: QWidget, notifier: WalkNotifier, messages: FakeMessages) -> None:
    window.showMinimized()
    notifier.draw(replace(status(300), cue=BRISK))
    window.close()
    assert messages.shown == []


def test_a_desktop_without_a_place_for_messages_gets_none(window: QWidget) -> None:
    assert not QSystemTrayIcon.isSystemTrayAvailable(), "offscreen there is no tray"
    messages = TrayMessages(window)
    messages.say("Walkcoach", "Brisk now, 3 minutes.")
    assert messages.findChildren(QSystemTrayIcon) == []
    messages.put_away()
