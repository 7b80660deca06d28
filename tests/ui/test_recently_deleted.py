"""What was deleted lately: put back as it was, or refused with a sentence beside it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, after, before
from tests.ui.diary_scene import DAY, SAID_AFTER, DiaryScene, on_the_second_day, only
from walkcoach.services.errors import Trouble
from walkcoach.ui.dialogs.lift_lock import LiftLockDialog
from walkcoach.ui.dialogs.recently_deleted import RecentlyDeletedDialog
from walkcoach.wording import diary_edit


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication) -> DiaryScene:
    return on_the_second_day(qtbot, qapp)


def confirm(scene: DiaryScene) -> None:
    """Answer the question about the sign of that day."""
    question = only(scene, LiftLockDialog)
    assert isinstance(question, LiftLockDialog)
    question.confirm.click()
    scene.settle()


def test_what_was_deleted_lately_is_put_back_or_refused_with_a_sentence(scene: DiaryScene) -> None:
    day = MONDAY + DAY
    was = scene.keeper.load()
    scene.flow.delete_day(day)
    confirm(scene)
    assert scene.page.deleted.text() == "Recently deleted (3)"
    scene.keeper.save_before(day, before(9), scene.clock.now())
    scene.flow.draw()
    scene.page.deleted.click()
    sheet = only(scene, RecentlyDeletedDialog)
    assert isinstance(sheet, RecentlyDeletedDialog)
    names = [button.accessibleName() for button in sheet.buttons]
    place = names.index("Put back: Tuesday's check-in before the walk")
    for number, button in enumerate(sheet.buttons):
        button.click()
        assert button.isEnabled() is (number == place)
    assert sheet.note(place).startswith("Tuesday's check-in before the walk: a newer one stands in its place.")
    assert {sheet.note(number) for number in range(3) if number != place} == {diary_edit.put_back_done()}
    assert scene.keeper.load() == replace(was, before={**was.before, day: before(9)})


def test_a_check_in_that_no_longer_fits_and_a_full_disk_are_said_beside_it(scene: DiaryScene) -> None:
    day = MONDAY + DAY
    scene.press("Delete: check-in before the walk")
    confirm(scene)
    scene.keeper.save_after(day, after(3), scene.clock.now())
    scene.flow.show_deleted()
    sheet = only(scene, RecentlyDeletedDialog)
    assert isinstance(sheet, RecentlyDeletedDialog)
    sheet.buttons[0].click()
    assert sheet.note(0) == "Tuesday's check-in before the walk: it does not fit the other check-in of that day."
    scene.keeper.save_after(day, SAID_AFTER, scene.clock.now())
    scene.store.trouble = Trouble("The disk is full.", "Make some room.")
    sheet.buttons[0].click()
    assert sheet.note(0) == "The disk is full. Make some room."
    assert day not in scene.keeper.load().before


def test_with_nothing_deleted_the_sheet_says_so(scene: DiaryScene) -> None:
    assert not scene.page.deleted.isVisible()
    scene.flow.show_deleted()
    sheet = only(scene, RecentlyDeletedDialog)
    assert isinstance(sheet, RecentlyDeletedDialog)
    assert sheet.buttons == []
