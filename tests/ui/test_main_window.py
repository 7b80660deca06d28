"""The window's frame: pages, keys, the bar for trouble, the corner."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access import too_small, unnamed
from tests.ui.scenes import clipped, settle, theme
from walkcoach.ui.main_window import SMALLEST_PX, MainWindow, PageKey
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.theme.tokens import TypeRole
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.nav_rail import NavRail
from walkcoach.wording import window as words


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> MainWindow:
    """A window with a page for every key, on Today."""
    made = MainWindow()
    qtbot.addWidget(made)
    for key in PageKey:
        page = QWidget()
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.add_page(key, page)
    spread(made, theme(qapp))
    made.show_page(PageKey.TODAY)
    made.show()
    settle(qapp)
    return made


def rail(window: MainWindow) -> NavRail:
    return window.findChildren(NavRail)[0]


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier])
def test_a_figure_with_alt_or_control_goes_to_a_page(modifier: Qt.KeyboardModifier, window: MainWindow) -> None:
    order = (PageKey.TODAY, PageKey.PROGRESS, PageKey.DIARY, PageKey.REPORT, PageKey.SETTINGS)
    for number in (1, 2, 3, 4, 0):
        page = order[number]
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_1 + number), modifier)
        assert window.current_page() is page


@pytest.mark.parametrize("whole", [PageKey.WALK, PageKey.WELCOME])
def test_walk_and_welcome_take_the_whole_window_and_no_key_leads_away(whole: PageKey, window: MainWindow) -> None:
    window.show_page(whole)
    assert not rail(window).isVisible()
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.current_page() is whole


def test_the_walk_is_entered_and_left(window: MainWindow) -> None:
    window.show_walk()
    assert window.current_page() is PageKey.WALK
    window.leave_walk()
    assert window.current_page() is PageKey.TODAY
    assert rail(window).isVisible()


def test_a_page_is_told_once_each_time_that_it_is_shown(window: MainWindow) -> None:
    heard: list[str] = []
    window.page_shown.connect(heard.append)
    window.show_page(PageKey.PROGRESS)
    window.show_page(PageKey.PROGRESS)
    window.show_page(PageKey.TODAY)
    assert heard == ["progress", "today"]


def test_a_page_that_is_shown_gets_the_keyboard(window: MainWindow, qapp: QApplication) -> None:
    window.show_page(PageKey.SETTINGS)
    focused: QWidget | None = window.focusWidget()
    assert focused is not None
    assert not rail(window).isAncestorOf(focused)


def test_trouble_is_said_on_every_page_until_it_is_taken_away(window: MainWindow) -> None:
    window.say_trouble("The disk is full.", "Make some room.")
    for key in PageKey:
        window.show_page(key)
        assert window.message_bar().isVisible()
    assert window.message_bar().text() == ("The disk is full.", "Make some room.")
    window.message_bar().dismiss()
    assert not window.message_bar().isVisible()


@pytest.mark.parametrize(("times", "text"), [(60.0, "60 × speed"), (1.5, "1.5 × speed")])
def test_a_clock_that_runs_faster_is_shown_in_the_corner(times: float, text: str, window: MainWindow) -> None:
    window.set_speed(times)
    assert text in [label.text() for label in rail(window).findChildren(QLabel) if label.isVisible()]
    window.set_speed(1)
    assert text not in [label.text() for label in rail(window).findChildren(Label) if label.isVisible()]


def test_f11_fills_the_screen_and_goes_back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_control_q_closes_and_tells_it_before(window: MainWindow) -> None:
    told: list[bool] = []
    window.closing.connect(lambda: told.append(window.isVisible()))
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert told == [True]
    assert not window.isVisible()


def test_the_title_tells_nothing_about_the_person(window: MainWindow) -> None:
    for key in PageKey:
        window.show_page(key)
        assert window.windowTitle() == words.app_name() == "Walkcoach"


@pytest.mark.parametrize("percent", [100, 130, 200])
def test_the_frame_is_whole_in_the_smallest_window(percent: int, window: MainWindow, qapp: QApplication) -> None:
    window.set_speed(60)
    spread(window, theme(qapp, percent))
    window.say_trouble("There is no room left on the disk that holds the diary.", "Make some room and try again.")
    window.resize(*SMALLEST_PX)
    settle(qapp)
    assert (window.width(), window.height()) == SMALLEST_PX
    assert clipped(window) == []
    assert unnamed(window) == []
    assert too_small(window) == []


def test_a_late_page_is_made_once_it_is_shown_named_and_dressed_like_the_others(qtbot: QtBot, qapp: QApplication) -> None:
    made: list[Label] = []

    def make() -> Label:
        made.append(Label("words"))
        return made[-1]

    window = MainWindow()
    qtbot.addWidget(window)
    window.add_page(PageKey.TODAY, QWidget())
    window.add_late_page(PageKey.PROGRESS, make)
    dress = theme(qapp, percent=200)
    spread(window, dress)
    window.show_page(PageKey.TODAY)
    window.show()
    settle(qapp)
    assert made == []
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert len(made) == 1
    assert made[0].accessibleName() == words.page_progress()
    assert made[0].font().pixelSize() == dress.font(TypeRole.BODY).pixelSize()
