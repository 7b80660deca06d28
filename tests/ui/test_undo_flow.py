"""Undo in the window: the keys, the bar that says what was done last, and the question where a lock hangs on it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import after, before, notes, walk
from tests.ui.access import too_small, unnamed
from tests.ui.diary_scene import DAY, DiaryScene, lived, open_diary
from tests.ui.scenes import clipped, press, settle, theme
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.errors import Trouble
from walkcoach.ui.dialogs.lift_lock import LiftLockDialog
from walkcoach.ui.main_window import PageKey
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.widgets.notice_bar import NoticeBar
from walkcoach.wording import undo as words

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication) -> DiaryScene:
    clock, diary = lived()
    return open_diary(qtbot, qapp, diary, clock)


def key(scene: DiaryScene, letter: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    scene.window.activateWindow()  # without a window manager nobody else gives it back after a sheet
    scene.settle()
    focus: QWidget | None = scene.window.focusWidget()
    QTest.keyClick(scene.window if focus is None else focus, letter, modifiers)
    scene.settle()


def said(scene: DiaryScene) -> tuple[str, str]:
    """What the bar says, and its button."""
    bar = scene.window.notice
    return bar.text(), bar.action.text() if bar.action.isVisibleTo(scene.window) else ""


@pytest.mark.parametrize(("again", "modifiers"), [(Qt.Key.Key_Z, CTRL | SHIFT), (Qt.Key.Key_Y, CTRL)])
def test_the_keys_take_back_and_do_again_and_the_bar_says_so(
    scene: DiaryScene, again: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    was = scene.keeper.load()
    press(scene.window, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    gone = scene.keeper.load()
    assert said(scene) == ("Deleted: yesterday's entries.", words.undo())
    key(scene, Qt.Key.Key_Z)
    assert scene.keeper.load() == was
    assert scene.page.pane.row is not None
    assert scene.page.pane.row.before is not None
    assert said(scene) == ("Taken back: yesterday's entries.", words.redo())
    key(scene, again, modifiers)
    assert scene.keeper.load() == gone
    assert said(scene) == ("Done again: yesterday's entries.", words.undo())


def test_what_is_taken_back_is_said_once_and_nothing_else(scene: DiaryScene) -> None:
    press(scene.window, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    heard: list[str] = []
    bar = scene.window.notice
    say = bar.say

    def listen(what: str, action: str = "", hint: str = "", do: Callable[[], object] | None = None) -> None:
        heard.append(what)
        say(what, action, hint, do)

    bar.say = listen  # type: ignore[method-assign]  # heard as a screen reader hears it
    key(scene, Qt.Key.Key_Z)
    key(scene, Qt.Key.Key_Y)
    assert heard == ["Taken back: Tuesday's entries.", "Done again: Tuesday's entries."]


def test_the_bars_button_does_the_same(scene: DiaryScene) -> None:
    was = scene.keeper.load()
    press(scene.window, Qt.Key.Key_Delete)
    assert said(scene) == ("There is nothing to delete today.", "")
    press(scene.window, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    for wanted in (was, replace(was), was):
        scene.window.notice.action.click()
        scene.settle()
        assert (scene.keeper.load() == wanted) is (said(scene)[1] == words.redo())


def test_with_nothing_to_take_back_the_bar_says_that(scene: DiaryScene) -> None:
    key(scene, Qt.Key.Key_Z)
    assert said(scene) == (words.nothing_to_undo(), "")
    key(scene, Qt.Key.Key_Y)
    assert said(scene) == (words.nothing_to_redo(), "")


def test_a_change_of_the_programme_an_import_and_a_note_offer_the_way_back_and_todays_check_in_does_not(
    scene: DiaryScene,
) -> None:
    today = scene.clock.today()

    def check_in() -> None:
        scene.keeper.save_before(today, before(1), scene.clock.now())

    def change() -> None:
        scene.keeper.save_programme(today, Programme(track=Track.CAREFUL), scene.clock.now())

    def note() -> None:
        scene.keeper.save_notes(today, notes(review_acknowledged=True), scene.clock.now())

    for wish, expected in (
        (check_in, ""),
        (change, "Changed: today's change of the programme."),
        (note, "Added: today's entry for the coach."),
    ):
        scene.window.notice.dismiss()
        scene.bridge.attempt(wish)
        assert said(scene)[0] == expected
    for expected in ("entry for the coach", "change of the programme", "check-in before the walk"):
        key(scene, Qt.Key.Key_Z)
        assert said(scene)[0] == f"Taken back: today's {expected}."


def test_the_bar_goes_when_its_button_would_take_back_something_else(scene: DiaryScene) -> None:
    today = scene.clock.today()
    scene.bridge.attempt(lambda: scene.keeper.save_notes(today, notes(review_acknowledged=True), scene.clock.now()))
    assert said(scene)[1] == words.undo()
    scene.bridge.attempt(lambda: scene.keeper.save_before(today, before(1), scene.clock.now()))
    assert said(scene) == ("", "")
    key(scene, Qt.Key.Key_Z)
    assert said(scene)[0] == "Taken back: today's check-in before the walk."


def test_another_page_takes_the_bar_away_and_undo_works_there_too(scene: DiaryScene) -> None:
    was = scene.keeper.load()
    press(scene.window, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    scene.window.show_page(PageKey.TODAY)
    assert said(scene) == ("", "")
    key(scene, Qt.Key.Key_Z)
    assert scene.keeper.load() == was
    assert said(scene)[0] == "Taken back: yesterday's entries."


@pytest.mark.parametrize("page", [PageKey.WALK, PageKey.WELCOME])
def test_no_key_takes_anything_back_during_a_walk_or_the_welcome(scene: DiaryScene, page: PageKey) -> None:
    press(scene.window, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    gone = scene.keeper.load()
    scene.window.add_page(page, QWidget())
    scene.window.show_page(page)
    for letter, modifiers in ((Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)):
        QTest.keyClick(scene.window, letter, modifiers)
    assert scene.keeper.load() == gone
    assert said(scene) == ("", "")


def test_taking_a_warning_sign_back_is_asked_about_first(scene: DiaryScene) -> None:
    today = scene.clock.today()
    scene.bridge.check_in_before(before(1, signs=[WarningSign.CHEST_PAIN]))
    for sure in (False, True):
        key(scene, Qt.Key.Key_Z)
        (question,) = scene.sheets(LiftLockDialog)
        assert isinstance(question, LiftLockDialog)
        assert question.not_yet.hasFocus()
        assert scene.bridge.view().locked
        (question.confirm if sure else question.not_yet).click()
        scene.settle()
        assert scene.bridge.view().locked is not sure
    assert today not in scene.keeper.load().before
    key(scene, Qt.Key.Key_Y)
    assert scene.sheets() == []
    assert scene.bridge.view().locked


def test_a_sign_for_today_alone_is_asked_about_as_well(scene: DiaryScene) -> None:
    today = scene.clock.today()
    scene.bridge.check_in_before(before(1, signs=[WarningSign.LOW_GLUCOSE]))
    for sure in (False, True):
        key(scene, Qt.Key.Key_Z)
        (question,) = scene.sheets(LiftLockDialog)
        assert isinstance(question, LiftLockDialog)
        assert question.accessibleName() == "This takes back a warning sign told today. Was it ticked by mistake?"
        assert question.not_yet.hasFocus()
        (question.confirm if sure else question.not_yet).click()
        scene.settle()
        assert (today in scene.keeper.load().before) is not sure


def test_the_check_in_before_a_walk_that_is_over_is_asked_about_first(scene: DiaryScene) -> None:
    today = scene.clock.today()
    scene.bridge.check_in_before(before(1))
    scene.keeper.save_walk(walk(today))
    for sure in (False, True):
        key(scene, Qt.Key.Key_Z)
        (question,) = scene.sheets(LiftLockDialog)
        assert isinstance(question, LiftLockDialog)
        assert question.accessibleName() == "This takes back the check-in before the walk, told today. Do you want that?"
        (question.confirm if sure else question.not_yet).click()
        scene.settle()
        assert (today in scene.keeper.load().before) is not sure


def test_doing_again_what_lifts_a_lock_is_asked_about_as_well(scene: DiaryScene) -> None:
    yesterday = scene.clock.today() - DAY
    scene.bridge.attempt(
        lambda: scene.keeper.save_after(yesterday, after(1, signs=[WarningSign.CHEST_PAIN]), scene.clock.now())
    )
    scene.bridge.clear_warning_sign()
    key(scene, Qt.Key.Key_Z)
    assert scene.sheets() == []
    assert scene.bridge.view().locked
    key(scene, Qt.Key.Key_Y)
    (question,) = scene.sheets(LiftLockDialog)
    press(question, Qt.Key.Key_Escape)
    assert scene.bridge.view().locked


def test_trouble_is_told_and_changes_nothing(scene: DiaryScene) -> None:
    press(scene.window, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    gone = scene.keeper.load()
    scene.window.notice.dismiss()
    heard: list[Trouble] = []
    scene.bridge.trouble_met.connect(heard.append)
    scene.store.trouble = Trouble("The disk is full.", "Make some room.")
    key(scene, Qt.Key.Key_Z)
    assert [trouble.what for trouble in heard] == ["The disk is full."]
    assert scene.keeper.load() == gone
    assert said(scene) == ("", "")
    scene.store.trouble = None
    key(scene, Qt.Key.Key_Z)
    assert scene.keeper.load() != gone


@pytest.mark.parametrize("percent", [100, 200])
def test_the_bar_can_be_read_pressed_and_closed(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    bar = NoticeBar("What was done last", "Close")
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(bar)
    spread(window, theme(qapp, percent))
    window.resize(720, 640)
    window.show()
    bar.say("Deleted: the check-in before the walk of 26 November and 3 more entries.", "Undo", "Ctrl+Z", lambda: None)
    settle(qapp)
    assert bar.isVisible()
    assert clipped(bar) == []
    assert unnamed(bar) == []
    assert too_small(bar) == []
    assert bar.action.accessibleDescription().endswith("Key: Ctrl+Z")
    bar.action.setFocus()
    bar.dismiss()
    assert bar.isHidden()
    assert bar.text() == ""
