"""What the walk page says to those who hear it: changes, minutes, questions and the end."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.scenes import press, status
from tests.ui.test_walk_page import ESCAPE, IN_BRISK_S, make_page
from walkcoach.core.segments import normal_only
from walkcoach.core.session import Move
from walkcoach.ui.pages.walk_page import WalkPage


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> WalkPage:
    return make_page(qtbot, qapp)


def test_the_whole_walk_as_it_is_announced(page: WalkPage) -> None:
    said: list[str] = []
    page.announced.connect(said.append)
    segments = normal_only(2)
    page.draw(status(None, segments=segments))
    for second in range(121):
        page.draw(status(second, segments=segments))
    assert said == [
        "Get ready: 3 seconds.",
        "Normal now, 2 minutes. 2 minutes left.",
        "1 minute left.",
        "Finished: 2 minutes walked.",
    ]


def test_a_brisk_walk_as_it_is_announced_around_a_bout_and_a_pause(page: WalkPage) -> None:
    said: list[str] = []
    page.announced.connect(said.append)
    page.draw(status(299))
    said.clear()
    page.draw(status(300))
    page.draw(status(310, [Move.MARK_SYMPTOM]))
    page.draw(status(330, [Move.PAUSE]))
    page.draw(status(330))
    page.draw(status(450))
    page.draw(status(451, [Move.STOP]))
    assert said == [
        "Brisk now, 2½ minutes. 55 minutes left.",
        "Noted",
        "Paused.",
        "Going on, brisk. 55 minutes left.",
        "Normal now, 3 minutes. 53 minutes left.",
        "Paused. Go on, finish here, or say that something is wrong.",
    ]


def test_the_question_behind_a_shorter_walk_is_spoken_with_its_answers_and_their_keys(page: WalkPage) -> None:
    page.draw(status(IN_BRISK_S, [Move.STOP]))
    said: list[str] = []
    page.announced.connect(said.append)
    press(page, "f")
    assert said == ["What made it shorter? 1 No time, 2 Symptoms, 3 Something else, 4 Rather not say, Esc Back."]
    press(page, ESCAPE)
    assert len(said) == 1


def test_the_end_is_told_as_one_phrase(page: WalkPage) -> None:
    page.draw(status(3600))
    assert page.face.words.spoken == "Done: 60 minutes walked, 10 of them brisk"
