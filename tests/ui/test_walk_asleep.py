"""The walk page after the machine slept: one question, answered by keyboard, heard, and room for it at any text size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.access import controls, too_small, unnamed
from tests.ui.scenes import BRISK_HOUR, click, clipped, press, settle
from tests.ui.test_walk_page import make_page, wishes
from walkcoach.core.session import Move, Walk
from walkcoach.services.ports import SoundState
from walkcoach.services.walking import WalkStatus
from walkcoach.ui.pages.walk_controls import Control
from walkcoach.ui.pages.walk_page import WalkPage
from walkcoach.ui.theme.tokens import Scheme

SPACE, ESCAPE, ENTER, UP, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down
QUESTION = {Control.FROM_THERE, Control.COUNT, Control.STOP, Control.WRONG}
LATER_S = 2000.0


def walk_asleep(slept_s: float = 1200, walked_s: float = 646) -> Walk:
    """An hour's walk that a sleep has paused in its second bout."""
    return Walk(BRISK_HOUR, get_ready_s=0).after(Move.START, 0).slept(walked_s, slept_s)


def seen(walk: Walk) -> WalkStatus:
    return WalkStatus(walk.snapshot(LATER_S), SoundState.ON, slept_s=walk.slept_s)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> WalkPage:
    page = make_page(qtbot, qapp)
    page.draw(WalkStatus(Walk(BRISK_HOUR, get_ready_s=0).after(Move.START, 0).snapshot(645), SoundState.ON))
    return page


def counted(page: WalkPage) -> list[float]:
    """The seconds that the page asks to count, as they come."""
    told: list[float] = []
    page.count_requested.connect(told.append)
    return told


def test_one_question_is_asked_and_heard_with_its_answers(page: WalkPage) -> None:
    said: list[str] = []
    page.announced.connect(said.append)
    page.draw(seen(walk_asleep()))
    assert page.controls.shown == QUESTION
    assert page.controls.question.text() == "Did you walk on meanwhile?"
    assert page.controls.question.isVisible()
    assert said == [
        "The computer was asleep for 20 minutes. That time does not count as walking.",
        "Paused. Go on from there, count part of it, or stop?",
    ]
    page.draw(seen(walk_asleep()))
    assert len(said) == 2


def test_a_sleep_of_nine_hours_asks_no_second_question(page: WalkPage) -> None:
    page.draw(WalkStatus(walk_asleep(9 * 3600).snapshot(LATER_S), SoundState.ON, slept_s=9 * 3600, long_pause=True))
    assert page.notice.text() == "The computer was asleep for 9 hours. That time does not count as walking."


@pytest.mark.parametrize(("key", "wish"), [(SPACE, "resume"), (ESCAPE, "stop")])
def test_going_on_and_stopping_are_a_key_away(page: WalkPage, key: Qt.Key, wish: str) -> None:
    page.draw(seen(walk_asleep()))
    told = wishes(page)
    press(page, key)
    assert told == [wish]


def test_part_of_the_sleep_is_counted_by_keyboard(page: WalkPage) -> None:
    page.draw(seen(walk_asleep()))
    told = counted(page)
    press(page, "c")
    assert page.controls.shown == {Control.COUNT_IT, Control.BACK}
    assert page.controls.question.text() == "How long did you walk on?"
    press(page, UP, UP, ENTER)
    assert told == [3 * 60]


def test_the_minutes_can_be_typed_and_no_more_than_were_slept(page: WalkPage) -> None:
    page.draw(seen(walk_asleep(1200)))
    told = counted(page)
    press(page, "c")
    press(page, "1", "2", ENTER)
    press(page, "9", "9", ENTER)
    assert told == [12 * 60, 9 * 60]


@pytest.mark.parametrize(
    ("slept_s", "walked_s", "most", "unit"),
    [
        (12, 646, 12, " s"),
        (119, 646, 119, " s"),
        (120, 646, 2, " min"),
        (301, 646, 5, " min"),
        (9 * 3600, 646, 50, " min"),  # 49:14 are left
        (9 * 3600, 3555, 45, " s"),
    ],
)
def test_what_can_be_counted_ends_with_the_sleep_or_with_the_walk(
    page: WalkPage, slept_s: float, walked_s: float, most: int, unit: str
) -> None:
    page.draw(seen(walk_asleep(slept_s, walked_s)))
    press(page, "c")
    stepper = page.controls.slept.stepper
    assert (stepper.value(), stepper.range(), stepper.field().suffix()) == (1, (1, most), unit)


def test_back_leads_back_to_the_question_and_counts_nothing(page: WalkPage) -> None:
    page.draw(seen(walk_asleep()))
    told = counted(page)
    press(page, "c", ESCAPE)
    assert page.controls.shown == QUESTION
    assert told == []
    told_wishes = wishes(page)
    press(page, SPACE)
    assert told_wishes == ["resume"]


def test_what_was_counted_is_heard_and_the_walk_stays_paused(page: WalkPage) -> None:
    walk = walk_asleep()
    page.draw(seen(walk))
    press(page, "c")
    said: list[str] = []
    page.announced.connect(said.append)
    page.draw(seen(walk.counted(LATER_S, 300)))
    assert said == ["Counted: 5 minutes. Paused. 45 minutes left."]
    assert Control.RESUME in page.controls.shown
    assert not page.controls.question.isVisible()
    assert not page.notice.isVisible()
    assert page.bottom.texts == ("15:46 walked", "44:14 to go")


def test_the_next_sleep_begins_with_the_question_again(page: WalkPage) -> None:
    walk = walk_asleep()
    page.draw(seen(walk))
    press(page, "c")
    walk = walk.after(Move.RESUME, LATER_S)
    page.draw(WalkStatus(walk.snapshot(LATER_S), SoundState.ON))
    page.draw(seen(walk.slept(LATER_S, 60)))
    assert page.controls.shown == QUESTION


def test_the_mouse_can_do_it_too(page: WalkPage) -> None:
    page.draw(seen(walk_asleep()))
    told = counted(page)
    click(page.controls.buttons[Control.COUNT])
    click(page.controls.buttons[Control.COUNT_IT])
    assert told == [60]


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("width", [920, 1200])
def test_nothing_is_cut_off_at_any_text_size(qtbot: QtBot, qapp: QApplication, percent: int, asked: bool, width: int) -> None:
    page = make_page(qtbot, qapp, percent, Scheme.DARK)
    page.resize(width, 640 if width == 920 else 780)
    page.draw(seen(walk_asleep()))
    if asked:
        press(page, "c")
    settle(qapp)
    assert clipped(page) == []
    assert too_small(page) == []
    assert unnamed(page) == []
    assert {"How long did you walk on?"} <= {control.accessibleName() for control in controls(page)} if asked else True
