"""A check-in of a past day where there is little room: what has the keyboard is in sight, and the foot is small."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.ui.diary_scene import DAY, DiaryScene, lived, on_the_second_day, only, open_diary
from tests.ui.scenes import clipped, press, settle
from walkcoach.core.symptoms import Symptom
from walkcoach.services.ports import Profile
from walkcoach.ui.dialogs.edit_check_in import EditBefore
from walkcoach.wording import check_in, diary_edit, names

SMALL = (920, 640)


def add_before(qtbot: QtBot, app: QApplication, percent: int, size: tuple[int, int] = SMALL) -> tuple[DiaryScene, EditBefore]:
    """The sheet that adds the check-in before the walk to a day that has none."""
    clock, diary = lived()
    day = MONDAY + DAY
    profile = Profile(welcomed=True, followed=(Symptom.TINGLING, Symptom.BURNING, Symptom.CRAMPS), uses_glucose_lowering=True)
    said = {at: each for at, each in diary.before.items() if at != day}
    scene = open_diary(qtbot, app, replace(diary, before=said, after={}, profile=profile), clock, percent=percent, size=size)
    scene.flow.show_day(day)
    scene.press("Add: check-in before the walk")
    sheet = only(scene, EditBefore)
    assert isinstance(sheet, EditBefore)
    qtbot.waitUntil(sheet.isActiveWindow)
    settle(app)
    return scene, sheet


def in_sight(widget: QWidget | None) -> bool:
    """Whether it can be seen from its top to its bottom."""
    return widget is not None and widget.visibleRegion().boundingRect().height() == widget.height()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_what_has_the_keyboard_is_in_sight_on_opening_and_after_each_answer(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    _scene, sheet = add_before(qtbot, qapp, percent)
    row = sheet.rows[Symptom.TINGLING]
    assert row.isAncestorOf(sheet.focusWidget())
    assert in_sight(row)
    for each in sheet.rows.values():
        press(sheet, "2")
        settle(qapp)
        assert in_sight(each)
        press(sheet, Qt.Key.Key_Down)
        settle(qapp)
        assert in_sight(sheet.focusWidget())
    for _question in range(4):
        press(sheet, "1")
        settle(qapp)
        assert in_sight(sheet.focusWidget())
        press(sheet, Qt.Key.Key_Down)
        settle(qapp)
        assert in_sight(sheet.focusWidget())


def test_a_figure_typed_after_the_row_was_scrolled_away_brings_it_back(qtbot: QtBot, qapp: QApplication) -> None:
    _scene, sheet = add_before(qtbot, qapp, 200)
    bar = sheet._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    row = sheet.rows[Symptom.TINGLING]
    assert not in_sight(row)
    press(sheet, "4")
    settle(qapp)
    assert row.value == 4
    assert in_sight(row)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_foot_of_an_edit_is_small_and_says_what_saving_does_once_nothing_is_missing(
    qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    _scene, sheet = add_before(qtbot, qapp, percent)
    assert sheet.footer.height() <= sheet.height() / 4
    assert sheet.footer_heading.text() == check_in.still_missing(sheet.missing())
    sheet.answer_quickly()
    for row in sheet.rows.values():
        row.set_value(1)
    for question in (sheet.steady, sheet.feet, sheet.settled, sheet.glucose, sheet.signs.row):
        assert question is not None
        question.pills()[0].click()
    settle(qapp)
    assert sheet.footer_heading.text() == diary_edit.edit_footer()
    assert sheet.footer_detail.text() == diary_edit.edit_footer_detail()
    assert sheet.footer.height() <= sheet.height() * 0.4
    assert clipped(sheet) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_the_quick_answer_is_no_taller_than_its_words_beside_a_title_of_two_lines(
    qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    _scene, sheet = add_before(qtbot, qapp, percent)
    assert sheet.quick.isVisible()
    assert sheet.quick.height() <= sheet.quick.sizeHint().height()


def test_at_a_hundred_per_cent_the_last_answer_leaves_the_foot_as_high_as_it_was(qtbot: QtBot, qapp: QApplication) -> None:
    scene = on_the_second_day(qtbot, qapp)
    scene.press("Change: check-in before the walk")
    sheet = only(scene, EditBefore)
    assert isinstance(sheet, EditBefore)
    whole = sheet.footer.height()
    sheet.signs.row.clear()
    sheet.signs.fill(frozenset())
    sheet.steady.clear()
    sheet.refresh()
    settle(qapp)
    assert sheet.footer_heading.text() == check_in.still_missing(sheet.missing())
    assert sheet.footer.height() == whole


def test_a_sheet_opens_as_high_as_its_questions_and_its_foot_where_there_is_room(qtbot: QtBot, qapp: QApplication) -> None:
    _scene, sheet = add_before(qtbot, qapp, 100, (1200, 900))
    assert sheet.height() < 900
    assert not sheet.scrolls


def test_the_walk_before_a_past_day_is_named_by_its_date(qtbot: QtBot, qapp: QApplication) -> None:
    _scene, sheet = add_before(qtbot, qapp, 100)
    assert sheet.settled is not None
    assert check_in.settled_question(names.walk_on(MONDAY)) in sheet.settled.accessibleName()
    assert "5 January" in sheet.settled.accessibleName()
    assert not [label.text() for label in sheet.findChildren(QLabel) if "yesterday" in label.text()]


def test_delete_on_a_day_that_holds_nothing_says_so(qtbot: QtBot, qapp: QApplication) -> None:
    clock, diary = lived()
    scene = open_diary(qtbot, qapp, diary, clock)
    press(scene.window, Qt.Key.Key_Home, Qt.Key.Key_Delete)
    assert scene.keeper.steps() == ()
    assert scene.window.notice.isVisible()
    assert "There is nothing to delete today." in [label.text() for label in scene.window.notice.findChildren(QLabel)]
