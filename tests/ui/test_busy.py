"""The sheet over work that takes a while: when it comes, what it shows and says, and how it is stopped."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, role_of
from tests.ui.errands import FULL, GuidedWork
from tests.ui.scenes import press, settle, theme
from walkcoach.ui.dialogs.busy import SHOWN_AFTER_MS, BusySheet, run_with_progress
from walkcoach.ui.errand import Errand
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import Role
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.progress_bar import STEPS, ProgressBar


class Below(QMainWindow):
    """A window with one button that counts its presses."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0
        self.button = Button("Export")
        self.button.clicked.connect(self.press)
        self.setCentralWidget(self.button)

    def press(self) -> None:
        """One more."""
        self.presses += 1

    def try_to_press(self) -> int:
        """Press by key and by mouse, as the window system would bring it; how many presses came through."""
        before = self.presses
        QTest.keyClick(self.windowHandle(), Qt.Key.Key_Space)
        QTest.mouseClick(self.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(100, 100))
        return self.presses - before


@pytest.fixture
def below(qtbot: QtBot, qapp: QApplication) -> Below:
    window = Below()
    window.resize(920, 640)
    qtbot.addWidget(window)
    spread(window, theme(qapp))
    window.show()
    window.button.setFocus()
    settle(qapp)
    return window


@pytest.fixture
def work() -> Iterator[GuidedWork]:
    """Work that ends with the test, at the latest."""
    made = GuidedWork()
    yield made
    made.let_end()


def begin(work: GuidedWork, below: Below, *, stoppable: bool = True) -> tuple[Errand, BusySheet, list[object]]:
    errand = run_with_progress(below, Theme(), "Writing the copy", "Every day goes in.", work, stoppable=stoppable)
    told: list[object] = []
    for signal in (errand.done, errand.failed):
        signal.connect(told.append)
    errand.stopped.connect(lambda: told.append("stopped"))
    (sheet,) = below.findChildren(BusySheet)
    assert work.began.wait(30)
    return errand, sheet, told


def late(sheet: BusySheet) -> QTimer:
    return next(timer for timer in sheet.findChildren(QTimer) if timer.interval() == SHOWN_AFTER_MS)


def come(sheet: BusySheet) -> None:
    """Half a second has passed."""
    late(sheet).timeout.emit()
    assert sheet.seen


def test_for_half_a_second_nothing_is_shown_and_yet_nothing_below_can_be_pressed(below: Below, work: GuidedWork) -> None:
    assert below.try_to_press() == 2
    _errand, sheet, _told = begin(work, below)
    assert not sheet.seen
    assert not sheet.windowHandle().isExposed()
    assert below.try_to_press() == 0
    timer = late(sheet)
    assert (SHOWN_AFTER_MS, timer.isActive(), timer.isSingleShot()) == (500, True, True)


def test_then_the_sheet_is_there_by_itself_and_still_nothing_below_can_be_pressed(
    qtbot: QtBot, below: Below, work: GuidedWork
) -> None:
    _errand, sheet, _told = begin(work, below)
    qtbot.waitUntil(lambda: sheet.seen and sheet.windowHandle().isExposed())
    assert QApplication.activeModalWidget() is sheet
    assert below.try_to_press() == 0


def test_work_that_is_quick_never_shows_a_sheet_and_gives_the_window_back(qtbot: QtBot, below: Below, work: GuidedWork) -> None:
    _errand, sheet, told = begin(work, below)
    timer, shown = late(sheet), []
    timer.timeout.connect(lambda: shown.append("sheet"))
    work.let_end()
    qtbot.waitUntil(lambda: told == ["done"])
    assert (shown, QApplication.activeModalWidget()) == ([], None)
    assert below.try_to_press() == 2


@pytest.mark.parametrize("shown", [False, True])
def test_the_keyboard_is_back_where_it_was_with_no_window_manager_to_see_to_it(
    qtbot: QtBot, qapp: QApplication, below: Below, work: GuidedWork, shown: bool
) -> None:
    question = QDialog(below)
    question.open()
    settle(qapp)
    question.accept()  # what was asked before the work began lets the keyboard go
    _errand, sheet, told = begin(work, below)
    if shown:
        come(sheet)
        settle(qapp)
        assert sheet.isActiveWindow()
    work.let_end()
    qtbot.waitUntil(lambda: told == ["done"])
    settle(qapp)
    assert below.isActiveWindow()
    assert QApplication.focusWidget() is below.button


def test_who_works_in_another_window_by_then_is_left_there(
    qtbot: QtBot, qapp: QApplication, below: Below, work: GuidedWork
) -> None:
    other = Below()
    qtbot.addWidget(other)
    _errand, sheet, told = begin(work, below)
    come(sheet)
    other.show()
    other.activateWindow()
    settle(qapp)
    assert other.isActiveWindow()
    work.let_end()
    qtbot.waitUntil(lambda: told == ["done"])
    settle(qapp)
    assert other.isActiveWindow()


def test_the_sheet_is_gone_before_the_result_is_told(qtbot: QtBot, below: Below, work: GuidedWork) -> None:
    errand, sheet, _told = begin(work, below)
    come(sheet)
    seen: list[bool] = []
    errand.done.connect(lambda _result: seen.append(sheet.isVisible()))
    work.let_end()
    qtbot.waitUntil(lambda: seen == [False])


def test_trouble_takes_the_sheet_away_too(qtbot: QtBot, below: Below) -> None:
    work = GuidedWork(FULL)
    _errand, sheet, told = begin(work, below)
    come(sheet)
    work.let_end()
    qtbot.waitUntil(lambda: told == [FULL])
    assert below.try_to_press() == 2


def test_how_far_it_is_stands_in_the_bar_and_in_words(qtbot: QtBot, below: Below, work: GuidedWork) -> None:
    _errand, sheet, _told = begin(work, below)
    come(sheet)
    assert (sheet.bar.share, sheet.far.text()) == (None, "This takes a moment")
    work.tell_next(2 * 10**9, 5 * 10**9)
    qtbot.waitUntil(lambda: sheet.far.text() == "40 % done")
    assert sheet.bar.share == 0.4
    value = QAccessible.queryAccessibleInterface(sheet.bar).valueInterface()
    assert (value.currentValue(), value.maximumValue()) == (400, 1000)
    assert (name_of(sheet.bar), role_of(sheet.bar)) == ("Progress", QAccessible.Role.ProgressBar)
    work.tell_next(7, 5)
    qtbot.waitUntil(lambda: sheet.far.text() == "100 % done")
    work.tell_next(0, 0)
    qtbot.waitUntil(lambda: sheet.bar.share is None)


def test_it_is_said_when_it_comes_and_at_every_quarter(below: Below, work: GuidedWork, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("walkcoach.ui.dialogs.busy.announce", lambda _widget, sentence: said.append(sentence))
    _errand, sheet, _told = begin(work, below)
    sheet.show_far(30, 100)
    assert said == []  # not on the screen: not said
    come(sheet)
    for done in range(31, 101):
        sheet.show_far(done, 100)
    first, *quarters = said
    assert first.startswith("Writing the copy. Every day goes in.")
    assert quarters == ["31 % done", "50 % done", "75 % done", "100 % done"]


@pytest.mark.parametrize("way", ["button", "escape", "close"])
def test_stop_by_button_by_escape_and_by_closing(way: str, qtbot: QtBot, below: Below, work: GuidedWork) -> None:
    _errand, sheet, told = begin(work, below)
    come(sheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    if way == "button":
        press(sheet, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    elif way == "escape":
        press(sheet, Qt.Key.Key_Escape)
    else:
        sheet.close()
    assert (sheet.far.text(), sheet.isVisible()) == ("Stopping", True)
    qtbot.waitUntil(lambda: told == ["stopped"])
    assert below.try_to_press() == 2


def test_asked_to_stop_it_says_so_until_it_has_stopped(qtbot: QtBot, below: Below) -> None:
    work = GuidedWork(heeds=False)
    errand, sheet, told = begin(work, below)
    come(sheet)
    press(sheet, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    work.tell_next(9, 10)
    qtbot.waitUntil(lambda: sheet.bar.share == 0.9)
    assert sheet.stop is not None
    assert (sheet.far.text(), sheet.stop.isEnabled(), errand.asked_to_stop) == ("Stopping", False, True)
    assert sheet.focusWidget() is not None
    work.let_end()
    qtbot.waitUntil(lambda: told == ["done"])


def test_what_cannot_be_stopped_has_no_button_and_takes_no_escape(below: Below, work: GuidedWork) -> None:
    errand, sheet, _told = begin(work, below, stoppable=False)
    come(sheet)
    press(sheet, Qt.Key.Key_Escape)
    sheet.close()
    assert (sheet.isVisible(), errand.asked_to_stop, sheet.findChildren(Button)) == (True, False, [])


def test_closing_the_window_below_ends_it_all(below: Below, work: GuidedWork) -> None:
    errand, sheet, told = begin(work, below)
    come(sheet)
    below.close()
    assert (errand.running, sheet.isVisible(), work.was_stopped, told) == (False, False, True, [])


def test_without_an_end_in_sight_the_block_steps_along_only_where_things_may_move(qtbot: QtBot, qapp: QApplication) -> None:
    look = theme(qapp)
    accent, groove = look.colour(Role.ACCENT), look.colour(Role.FAINT)

    def fifths(bar: ProgressBar) -> list[set[str]]:
        """The colours in each fifth of the bar."""
        picture = bar.grab().toImage()
        names = {accent.name(): "accent", groove.name(): "groove"}
        return [{names.get(picture.pixelColor(x, 8).name(), "") for x in range(80 * n + 10, 80 * n + 70)} for n in range(STEPS)]

    def bar_that(may_move: bool) -> ProgressBar:
        bar = ProgressBar("Progress", may_move=lambda _widget: may_move)
        qtbot.addWidget(bar)
        spread(bar, look)
        bar.resize(400, 16)
        bar.show()
        return bar

    still, moving = bar_that(False), bar_that(True)
    assert (still.moving, moving.moving) == (False, True)
    assert all({"accent", "groove"} <= colours for colours in fifths(still))
    assert fifths(moving) == [{"accent"}, {"groove"}, {"groove"}, {"groove"}, {"groove"}]
    moving.step_on()
    assert fifths(moving) == [{"groove"}, {"accent"}, {"groove"}, {"groove"}, {"groove"}]
    for bar in (still, moving):
        bar.show_share(0.4)
        assert (bar.moving, fifths(bar)) == (False, [{"accent"}, {"accent"}, {"groove"}, {"groove"}, {"groove"}])
    moving.show_share(None)
    assert moving.moving
    moving.hide()
    assert not moving.moving


def test_the_bar_fills_from_the_right_where_one_writes_from_the_right(qtbot: QtBot, qapp: QApplication) -> None:
    look = theme(qapp)
    bar = ProgressBar("Progress")
    qtbot.addWidget(bar)
    spread(bar, look)
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.resize(400, 16)
    bar.show_share(0.25)
    picture = bar.grab().toImage()
    assert picture.pixelColor(390, 8) == look.colour(Role.ACCENT)
    assert picture.pixelColor(10, 8) == look.colour(Role.FAINT)
