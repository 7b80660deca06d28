"""The note of a day: counted, bounded, kept on leaving, and never lost to a full disk."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.ui.diary_scene import DAY, DiaryScene, lived, open_diary
from tests.ui.scenes import press
from walkcoach.services.diary_edits import REMARK_MOST
from walkcoach.services.errors import Trouble
from walkcoach.ui.main_window import PageKey
from walkcoach.ui.widgets.remark_editor import RemarkEditor
from walkcoach.wording import diary_day as words


@pytest.fixture
def editor(qtbot: QtBot) -> RemarkEditor:
    made = RemarkEditor("Note", "For you alone.", 10)
    qtbot.addWidget(made)
    made.show()
    made.field.setFocus()
    return made


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication) -> DiaryScene:
    clock, diary = lived()
    made = open_diary(qtbot, qapp, diary, clock)
    made.flow.show_day(MONDAY)
    made.settle()
    return made


def write(scene: DiaryScene, text: str) -> None:
    """Write into the day that is open."""
    scene.page.pane.remark.field.setFocus()
    press(scene.window, text)


def test_no_more_than_the_most_can_be_typed_or_pasted_whatever_the_letters(editor: RemarkEditor) -> None:
    press(editor, "twelve words")
    assert editor.text() == "twelve wor"
    editor.show_text("👟👟👟👟👟👟👟👟👟")
    editor.field.moveCursor(editor.field.textCursor().MoveOperation.End)
    pasted = QMimeData()
    pasted.setText("🦶🏽 and much more" * 1000)
    editor.field.insertFromMimeData(pasted)
    assert editor.text() == "👟👟👟👟👟👟👟👟👟🦶"
    editor.field.selectAll()
    editor.field.insertFromMimeData(pasted)
    assert editor.text() == ("🦶🏽 and much more")[:10]


def test_undo_in_a_full_field_goes_back_past_what_found_no_room(editor: RemarkEditor) -> None:
    press(editor, "one two three", Qt.Key.Key_Return)
    assert editor.text() == "one two th"
    for _ in range(3):
        editor.field.undo()
        assert len(editor.text()) <= 10
    assert editor.text() == ""
    for _ in range(3):
        editor.field.redo()
    assert editor.text() == "one two th"


def test_the_count_follows(editor: RemarkEditor) -> None:
    press(editor, "five")
    assert editor._below.text() == words.remark_count(4, 10)


def test_a_menu_that_pops_up_is_not_leaving(editor: RemarkEditor) -> None:
    heard: list[str] = []
    editor.left.connect(heard.append)
    press(editor, "five")
    QApplication.sendEvent(editor.field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert heard == []
    QApplication.sendEvent(editor.field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert heard == ["five"]


def test_tab_goes_on_and_keeps_what_was_written(scene: DiaryScene) -> None:
    write(scene, "Windy. ")
    assert scene.keeper.load().remarks == {}
    press(scene.window, Qt.Key.Key_Tab)
    assert scene.keeper.load().remarks == {MONDAY: "Windy."}
    assert not scene.page.pane.remark.field.hasFocus()
    assert "Windy." in scene.page.pane.row.remark if scene.page.pane.row else False


def test_after_a_note_was_changed_tab_goes_on_to_the_next_button_and_stays_there(scene: DiaryScene) -> None:
    write(scene, "Windy.")
    for name in ("Add: walk", "Change: 15 minutes", "Delete: 15 minutes"):
        press(scene.window, Qt.Key.Key_Tab)
        scene.settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == name
    assert scene.keeper.load().remarks == {MONDAY: "Windy."}
    write(scene, " Cold.")
    QTest.keyClick(scene.page.pane.remark.field, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    scene.settle()
    assert scene.page.pane.hasFocus()


@pytest.mark.parametrize("leave", ["another day", "another page", "closing"])
def test_what_is_written_is_kept_however_the_field_is_left(scene: DiaryScene, leave: str) -> None:
    write(scene, "Windy.")
    if leave == "another day":
        scene.page.list.choose(MONDAY + DAY)
        scene.page.catch_up()
    elif leave == "another page":
        scene.window.show_page(PageKey.TODAY)
    else:
        scene.window.close()
    assert scene.keeper.load().remarks == {MONDAY: "Windy."}
    assert len(scene.keeper.steps()) == 1


def test_only_looking_at_a_note_writes_nothing(scene: DiaryScene) -> None:
    scene.keeper.save_before(MONDAY, scene.keeper.load().before[MONDAY], scene.clock.now())
    for day in (MONDAY, MONDAY + DAY, MONDAY):
        scene.page.list.choose(day)
        scene.page.catch_up()
        scene.page.pane.remark.field.setFocus()
    scene.window.show_page(PageKey.TODAY)
    assert scene.keeper.steps() == ()
    assert scene.keeper.load().remarks == {}


def test_what_cannot_be_kept_is_said_and_stays_until_it_can(scene: DiaryScene) -> None:
    scene.store.trouble = Trouble("The disk is full.", "Make some room.")
    write(scene, "Windy.")
    press(scene.window, Qt.Key.Key_Tab)
    pane = scene.page.pane
    assert pane.remark._note.text() == "The disk is full. Make some room."
    scene.page.list.choose(MONDAY + DAY)
    scene.page.catch_up()
    assert pane.remark.text() == ""
    scene.page.list.choose(MONDAY)
    scene.page.catch_up()
    assert pane.remark.text() == "Windy."
    scene.store.trouble = None
    pane.flush()
    assert scene.keeper.load().remarks == {MONDAY: "Windy."}
    assert pane.remark._note.isHidden()


def test_what_could_not_be_kept_is_tried_again_when_the_page_is_left(scene: DiaryScene) -> None:
    scene.store.trouble = Trouble("The disk is full.", "Make some room.")
    write(scene, "Windy.")
    press(scene.window, Qt.Key.Key_Tab)
    scene.store.trouble = None
    scene.window.show_page(PageKey.TODAY)
    assert scene.keeper.load().remarks == {MONDAY: "Windy."}


def test_a_note_taken_back_can_be_written_again(scene: DiaryScene) -> None:
    write(scene, "Windy.")
    press(scene.window, Qt.Key.Key_Tab)
    scene.undo.undo()
    assert scene.page.pane.remark.text() == ""
    write(scene, "Windy.")
    press(scene.window, Qt.Key.Key_Tab)
    assert scene.keeper.load().remarks == {MONDAY: "Windy."}


def test_in_the_field_the_undo_key_is_the_fields_own(scene: DiaryScene) -> None:
    scene.flow.delete_day(MONDAY + DAY)
    scene.flow.show_day(MONDAY)
    scene.settle()
    write(scene, "Windy.")
    QTest.keyClick(scene.page.pane.remark.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    scene.settle()
    assert MONDAY + DAY not in scene.keeper.load().before
    assert scene.page.pane.remark.text() != "Windy."


def test_the_most_is_what_the_diary_keeps(scene: DiaryScene) -> None:
    write(scene, "x")
    scene.page.pane.remark.field.insertPlainText("x" * (REMARK_MOST + 7))
    scene.page.pane.flush()
    assert scene.keeper.load().remarks == {MONDAY: "x" * REMARK_MOST}


def open_with(qtbot: QtBot, app: QApplication, text: str) -> DiaryScene:
    """The first day open, with `text` as its note."""
    clock, diary = lived()
    made = open_diary(qtbot, app, replace(diary, remarks={MONDAY: text}), clock)
    made.flow.show_day(MONDAY)
    made.settle()
    return made


@pytest.mark.parametrize("text", ["long " * 20_000, " \thard\u00a0spaces\u2028and\r\nlines \n", "é" * (REMARK_MOST + 1)])
def test_a_note_from_a_file_is_neither_cut_nor_changed_by_looking_at_it(qtbot: QtBot, qapp: QApplication, text: str) -> None:
    scene = open_with(qtbot, qapp, text)
    scene.page.pane.remark.field.setFocus()
    press(scene.window, Qt.Key.Key_Tab)
    scene.flow.show_day(MONDAY + DAY)
    scene.flow.show_day(MONDAY)
    scene.window.show_page(PageKey.TODAY)
    assert scene.keeper.steps() == ()
    assert scene.keeper.load().remarks == {MONDAY: text}
    assert len(scene.page.pane.remark.text()) >= len(text) - 1


def test_a_note_longer_than_the_most_can_be_made_shorter_and_no_longer(qtbot: QtBot, qapp: QApplication) -> None:
    scene = open_with(qtbot, qapp, "x" * 5000)
    field = scene.page.pane.remark.field
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    press(scene.window, Qt.Key.Key_Backspace, "yz", Qt.Key.Key_Tab)
    assert scene.keeper.load().remarks == {MONDAY: "x" * 4999 + "y"}
    write(scene, "")
    press(scene.window, Qt.Key.Key_Backspace, Qt.Key.Key_Tab)
    assert scene.page.pane.remark._below.text() == words.remark_count(4999, 4999)


def test_what_finds_no_room_is_told_until_something_else_is_written(editor: RemarkEditor) -> None:
    pasted = QMimeData()
    pasted.setText("twelve words")
    editor.field.insertFromMimeData(pasted)
    assert editor.text() == "twelve wor"
    assert editor._full.isVisible()
    assert editor._full.text() == words.remark_full(10)
    press(editor, Qt.Key.Key_Backspace)
    assert editor._full.isHidden()
    pasted.setText("s")
    editor.field.insertFromMimeData(pasted)
    assert editor._full.isHidden()
    press(editor, "s")
    assert editor._full.isVisible()
