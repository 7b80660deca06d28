"""The walk page: each state, each key, what is announced, when it flashes, and that large text fits the smallest window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from tests.ui.access import controls, too_small, unnamed
from tests.ui.scenes import click, clipped, press, settle, status, theme
from walkcoach.core.cues import CueKind, WalkCue
from walkcoach.core.diary import ShorterBecause
from walkcoach.core.session import Move
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import SoundState
from walkcoach.ui.pages.walk_controls import Control
from walkcoach.ui.pages.walk_page import WalkPage
from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.theme.tokens import Role, Scheme

SPACE, ESCAPE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Return
IN_BRISK_S = 10 * 60 + 46
"""In the second bout, with 2:14 of it left."""


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> WalkPage:
    return make_page(qtbot, qapp)


def make_page(qtbot: QtBot, app: QApplication, percent: int = 100, scheme: Scheme = Scheme.LIGHT) -> WalkPage:
    look = theme(app, percent, scheme)
    page = WalkPage(look)
    qtbot.addWidget(page)
    spread(page, look)
    page.resize(920, 640)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def wishes(page: WalkPage) -> list[object]:
    """The name of each wish of the page as it comes, with what it carries."""
    told: list[object] = []
    for name in ("pause", "resume", "ease_off", "symptom_mark", "stop", "go_on", "something_wrong", "check_in", "leave"):
        getattr(page, f"{name}_requested").connect(lambda name=name: told.append(name))
    page.finish_requested.connect(lambda why: told.append(("finish", why)))
    return told


def test_getting_ready_counts_down_and_says_what_comes_first(page: WalkPage) -> None:
    page.draw(status(None))
    words = page.face.words
    assert (words.title, words.figures, words.line) == ("GET READY", "3", "first normal, 5 minutes")
    assert page.top.texts[0] == "4 brisk bouts to come"


def test_a_normal_stretch_shows_the_time_left_in_it_and_what_follows(page: WalkPage) -> None:
    page.draw(status(60.4))
    words = page.face.words
    assert (words.title, words.mark, words.figures) == ("NORMAL", Icon.NORMAL, "4:00")
    assert words.line == "then brisk, 2½ minutes"
    assert page.bottom.texts == ("1:00 walked", "59:00 to go")
    assert page.ground is Role.WALK_NORMAL


def test_a_brisk_bout_is_told_by_word_mark_colour_and_number(page: WalkPage) -> None:
    page.draw(status(IN_BRISK_S))
    words = page.face.words
    assert (words.title, words.mark, words.figures) == ("BRISK", Icon.BRISK, "2:14")
    assert words.line == "then normal, 3 minutes"
    assert page.top.texts[0] == "Bout 2 of 4"
    assert page.ground is Role.WALK_BRISK


def test_the_last_stretch_ends_the_walk(page: WalkPage) -> None:
    page.draw(status(59 * 60))
    assert page.face.words.line == "then you are done"


@pytest.mark.parametrize("move", [Move.PAUSE, Move.STOP])
def test_a_pause_is_said_dark_and_dimmed_and_the_clock_stands(page: WalkPage, move: Move) -> None:
    page.draw(status(IN_BRISK_S, [move]))
    words = page.face.words
    assert (words.title, words.dimmed, words.figures) == ("PAUSED", True, "2:14")
    assert page.ground is Role.WALK_BRISK_DEEP


def test_the_end_shows_the_minutes_walked_and_the_next_step(page: WalkPage) -> None:
    page.draw(status(3600))
    words = page.face.words
    assert (words.title, words.figures, words.line) == ("DONE", "60", "minutes walked, 10 of them brisk")
    assert page.controls.shown == {Control.CHECK_IN, Control.LATER}


def test_a_walk_finished_early_is_told_without_judgement(page: WalkPage) -> None:
    page.draw(status(IN_BRISK_S, [Move.STOP, Move.FINISH]))
    words = page.face.words
    assert (words.title, words.figures) == ("FINISHED", "10")
    assert "early" not in f"{words.line} {page.top.texts}"


@pytest.mark.parametrize(
    ("sound", "said"), [(SoundState.ON, "Sound on"), (SoundState.OFF, "Sound off"), (SoundState.NONE, "No sound")]
)
def test_the_state_of_sound_and_screen_is_said(page: WalkPage, sound: SoundState, said: str) -> None:
    page.draw(replace(status(60, sound=sound), awake=True))
    assert said in page.top.texts[1]
    assert "Screen kept awake" in page.top.texts[1]


@pytest.mark.parametrize(("percent", "said"), [(100, "Screen not kept awake: keep it from sleeping"), (200, "Screen may go dark")])
def test_a_screen_that_is_not_kept_awake_is_said_as_long_as_there_is_room(
    qtbot: QtBot, qapp: QApplication, percent: int, said: str
) -> None:
    page = make_page(qtbot, qapp, percent)
    page.draw(replace(status(60), awake=False))
    assert page.top.texts[1].startswith(said)
    assert "Screen" in page.top.accessibleName()
    page.draw(replace(status(60), awake=None))
    assert "Screen" not in page.top.texts[1]
    page.draw(replace(status(60), awake=True))
    assert ("Screen kept awake" in page.top.texts[1]) is (percent == 100)


def test_a_sleep_and_trouble_are_said_on_the_page(page: WalkPage) -> None:
    page.draw(replace(status(60, [Move.PAUSE]), slept_s=301, trouble=Trouble("The disk is full.", "Make room.")))
    assert "asleep for 5 minutes" in page.notice.text()
    assert "The disk is full. Make room." in page.notice.text()
    assert page.notice.isVisible()
    page.draw(status(61))
    assert not page.notice.isVisible()


def test_marks_are_counted(page: WalkPage) -> None:
    page.draw(status(IN_BRISK_S, [Move.MARK_SYMPTOM, Move.MARK_SYMPTOM]))
    assert "2 symptoms noted" in page.top.texts[0]


@pytest.mark.parametrize(
    ("moves", "key", "wish"),
    [
        ((), SPACE, "pause"),
        ((), "e", "ease_off"),
        ((), "s", "symptom_mark"),
        ((), ESCAPE, "stop"),
        ((Move.PAUSE,), SPACE, "resume"),
        ((Move.PAUSE,), ESCAPE, "stop"),
        ((Move.PAUSE,), "s", "symptom_mark"),
        ((Move.STOP,), SPACE, "go_on"),
        ((Move.STOP,), "w", "something_wrong"),
        ((Move.STOP, Move.FINISH), ENTER, "check_in"),
        ((Move.STOP, Move.FINISH), ESCAPE, "leave"),
    ],
)
def test_each_key_asks_for_its_own(page: WalkPage, moves: tuple[Move, ...], key: Qt.Key | str, wish: str) -> None:
    page.draw(status(IN_BRISK_S, moves))
    told = wishes(page)
    press(page, key)
    assert told == [wish]


@pytest.mark.parametrize("moves", [(), (Move.PAUSE,)])
def test_something_is_wrong_stops_at_once_and_has_a_key_of_its_own(page: WalkPage, moves: tuple[Move, ...]) -> None:
    page.draw(status(IN_BRISK_S, moves))
    told = wishes(page)
    press(page, "w")
    assert told == ["stop", "something_wrong"]


def test_one_press_on_stop_offers_three_ways_on(page: WalkPage) -> None:
    page.draw(status(IN_BRISK_S, [Move.STOP]))
    assert page.controls.shown == {Control.GO_ON, Control.FINISH, Control.WRONG}


@pytest.mark.parametrize(
    ("key", "why"),
    [("1", ShorterBecause.NO_TIME), ("2", ShorterBecause.SYMPTOMS), ("3", ShorterBecause.OTHER), ("4", None)],
)
def test_finishing_early_asks_what_made_it_shorter(page: WalkPage, key: str, why: ShorterBecause | None) -> None:
    page.draw(status(IN_BRISK_S, [Move.STOP]))
    told = wishes(page)
    press(page, "f")
    assert told == []
    assert page.controls.question.isVisible()
    press(page, key)
    assert told == [("finish", why)]


def test_the_question_stays_open_while_the_page_is_drawn_and_escape_closes_it(page: WalkPage) -> None:
    page.draw(status(IN_BRISK_S, [Move.STOP]))
    press(page, "f")
    page.draw(status(IN_BRISK_S, [Move.STOP]))
    assert page.controls.why_asked
    told = wishes(page)
    press(page, ESCAPE)
    assert told == []
    assert Control.GO_ON in page.controls.shown


def test_going_on_forgets_the_question(page: WalkPage) -> None:
    page.draw(status(IN_BRISK_S, [Move.STOP]))
    press(page, "f")
    page.draw(status(IN_BRISK_S))
    page.draw(status(IN_BRISK_S, [Move.STOP]))
    assert page.controls.shown == {Control.GO_ON, Control.FINISH, Control.WRONG}


@pytest.mark.parametrize("walked_s", [None, 3585])
def test_nobody_is_asked_why_before_the_walk_or_in_its_last_half_minute(page: WalkPage, walked_s: float | None) -> None:
    page.draw(status(walked_s, [Move.STOP]))
    told = wishes(page)
    press(page, "f")
    assert told == [("finish", None)]


def test_ease_off_is_offered_in_a_brisk_bout_only(page: WalkPage) -> None:
    page.draw(status(IN_BRISK_S))
    assert Control.EASE_OFF in page.controls.shown
    page.draw(status(60))
    assert Control.EASE_OFF not in page.controls.shown
    told = wishes(page)
    press(page, "e")
    assert told == []


def test_skipping_ahead_is_not_offered_by_any_key(page: WalkPage) -> None:
    page.draw(status(60))
    told = wishes(page)
    press(page, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_N, Qt.Key.Key_Plus, Qt.Key.Key_End, "1234f")
    assert told == []


def test_a_click_leaves_the_space_bar_to_pause(page: WalkPage) -> None:
    page.draw(status(IN_BRISK_S))
    told = wishes(page)
    click(page.controls.buttons[Control.NOTE])
    press(page, SPACE)
    assert told == ["symptom_mark", "pause"]


def test_the_space_bar_belongs_to_the_main_button_in_each_state(page: WalkPage) -> None:
    for moves, main in (((), Control.PAUSE), ((Move.PAUSE,), Control.RESUME), ((Move.STOP,), Control.GO_ON)):
        page.draw(status(IN_BRISK_S, moves))
        assert page.focusWidget() is page.controls.buttons[main]


def test_the_keyboard_comes_along_when_the_page_is_shown(qtbot: QtBot, qapp: QApplication) -> None:
    stack = QStackedWidget()
    button = QPushButton("elsewhere")
    page = WalkPage(theme(qapp))
    for widget in (button, page):
        stack.addWidget(widget)
    qtbot.addWidget(stack)
    stack.show()
    qtbot.waitUntil(stack.isActiveWindow)
    button.setFocus()
    page.draw(status(IN_BRISK_S))
    told = wishes(page)
    stack.setCurrentWidget(page)
    press(stack, "s", SPACE)
    assert told == ["symptom_mark", "pause"]


def test_every_button_has_a_name_and_its_key_is_shown(page: WalkPage) -> None:
    for control, button in page.controls.buttons.items():
        assert button.accessibleName() == button.text() != "", control


class Painted(QObject):
    """Collects which part of a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.parts.append(event.region().boundingRect())
        return False


def test_a_second_paints_only_the_figures_that_changed(page: WalkPage, qapp: QApplication) -> None:
    page.draw(status(61))
    settle(qapp)
    painted = Painted()
    page.face.installEventFilter(painted)
    page.draw(status(62))
    page.draw(status(62.4))
    page.draw(status(62.8))
    settle(qapp)
    assert len(painted.parts) == 1
    for part in painted.parts:
        assert part.width() < page.face.width() / 3
        assert part.height() < page.face.height() * 0.7


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize(
    ("walked_s", "moves"), [(None, ()), (IN_BRISK_S, ()), (IN_BRISK_S, (Move.PAUSE,)), (IN_BRISK_S, (Move.STOP,)), (3600, ())]
)
def test_nothing_is_clipped_in_the_smallest_window(
    qtbot: QtBot, qapp: QApplication, percent: int, walked_s: float | None, moves: tuple[Move, ...]
) -> None:
    page = make_page(qtbot, qapp, percent)
    page.draw(status(walked_s, moves, sound=SoundState.NONE))
    settle(qapp)
    assert page.size().toTuple() == (920, 640)
    assert clipped(page) == []
    press(page, "f")
    settle(qapp)
    assert page.size().toTuple() == (920, 640)
    assert clipped(page) == []


BRISK = WalkCue(CueKind.BRISK, 300, 150)
NORMAL = WalkCue(CueKind.NORMAL, 450, 180)


@pytest.mark.parametrize(("sound", "flashes"), [(SoundState.ON, 0), (SoundState.OFF, 1), (SoundState.NONE, 1)])
def test_a_change_of_pace_flashes_where_it_may_not_be_heard(page: WalkPage, sound: SoundState, flashes: int) -> None:
    told: list[None] = []
    page.flash.connect(lambda: told.append(None))
    page.draw(status(299, sound=sound))
    page.draw(replace(status(301, sound=sound), cue=BRISK))
    page.draw(replace(status(302, sound=sound), cue=BRISK))
    assert len(told) == flashes
    page.draw(replace(status(451, sound=sound), cue=NORMAL))
    assert len(told) == 2 * flashes


@pytest.mark.parametrize("allowed", [True, False])
def test_the_page_itself_flashes_only_where_things_may_move(qtbot: QtBot, qapp: QApplication, allowed: bool) -> None:
    page = WalkPage(theme(qapp), may_flash=lambda _page: allowed)
    qtbot.addWidget(page)
    page.show()
    page.draw(status(299, sound=SoundState.NONE))
    with qtbot.waitSignal(page.flash):
        page.draw(replace(status(301, sound=SoundState.NONE), cue=BRISK))
    assert page.flashes is allowed


def test_a_page_that_comes_late_does_not_flash_for_what_is_past(page: WalkPage) -> None:
    told: list[None] = []
    page.flash.connect(lambda: told.append(None))
    page.draw(replace(status(302, sound=SoundState.NONE), cue=BRISK))
    assert told == []


@pytest.mark.parametrize("moves", [(), (Move.PAUSE,), (Move.STOP,), (Move.STOP, Move.FINISH)])
def test_every_control_has_a_name_a_role_and_the_size_of_a_finger(
    page: WalkPage, qapp: QApplication, moves: tuple[Move, ...]
) -> None:
    page.draw(status(IN_BRISK_S, moves))
    settle(qapp)
    assert unnamed(page) == []
    assert too_small(page) == []
    assert len(controls(page)) == len(page.controls.shown) + page.smaller.isVisible()
