"""A life with the Diary at the real window: a sign ticked by mistake, a walk added and taken back, a note, all on a real file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes import FakeClock
from tests.journeys.home import TINGLES
from tests.window.desk import ALT, CTRL, ESCAPE, RETURN, SPACE, Desk, Key
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.ports import WalkKind
from walkcoach.ui.dialogs.edit_check_in import EditBefore
from walkcoach.ui.dialogs.lift_lock import LiftLockDialog
from walkcoach.ui.main_window import PageKey
from walkcoach.wording import names

DIARY = (ALT, Key.Key_3)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def lived(new_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    """Somebody on the second morning, who walked and checked in on the first; the diary is a real file."""

    def store() -> SqliteDiaryStore:
        return SqliteDiaryStore(tmp_path / "diary.sqlite3")

    first = store()
    first.save_profile(TINGLES, FakeClock().now())
    first.close()
    desk = new_desk(store, tmp_path)
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(10 + 16 * 60)
    desk.press(RETURN)
    desk.check_in_after()
    desk.sleep_until()
    return desk


def notice(desk: Desk) -> str:
    return desk.program.window.notice.text()


def test_a_sign_ticked_by_mistake_this_morning_finds_its_way_back_through_the_diary_by_keyboard(lived: Desk) -> None:
    desk = lived
    desk.tab_to("Check in and walk")
    desk.press(RETURN, "2", RETURN, "1", RETURN, "1", RETURN, "2")
    desk.tab_to(names.warning_sign_name(WarningSign.CHEST_PAIN))
    desk.press(SPACE)
    desk.tab_to("Save")
    desk.press(RETURN, ESCAPE)
    assert desk.program.bridge.view().locked
    desk.press(DIARY, RETURN)
    assert "You named a warning sign, so the plan stays off until a professional has looked." in desk.read()
    desk.tab_to("Change: check-in before the walk")
    desk.press(RETURN)
    assert isinstance(desk.sheet(), EditBefore)
    desk.tab_to("Show list")
    desk.press(Key.Key_Left)
    desk.tab_to("Save")
    desk.press(RETURN)
    assert isinstance(desk.sheet(), LiftLockDialog)
    assert "This takes back a warning sign told today. Was it ticked by mistake?" in desk.read()
    desk.press(SPACE)
    assert desk.program.bridge.view().locked
    desk.tab_to("Save")
    desk.press(RETURN)
    desk.tab_to("It was a mistake, take it back")
    desk.press(RETURN)
    assert desk.dialog() is None
    assert not desk.program.bridge.view().locked
    assert notice(desk) == "Changed: today's check-in before the walk."
    desk.press((ALT, Key.Key_1), RETURN)
    assert desk.page() is PageKey.WALK


def test_a_walk_added_by_hand_on_today_is_taken_back_by_key_even_after_a_restart(lived: Desk) -> None:
    desk = lived
    desk.tab_to("Add a walk made without the laptop")
    desk.press(RETURN)
    desk.tab_to("Minutes")
    desk.tab_to("Add this walk")
    desk.press(RETURN)
    assert notice(desk) == "Added: today's walk."
    kinds = [walk.kind for walk in desk.store.load().walks]
    assert kinds == [WalkKind.PLANNED, WalkKind.BY_HAND]
    assert not desk.store.load().walks[-1].time_known
    desk.reopen()
    assert notice(desk) == ""
    desk.press((CTRL, Key.Key_Z))
    assert notice(desk) == "Taken back: today's walk."
    assert [walk.kind for walk in desk.store.load().walks] == [WalkKind.PLANNED]
    desk.press((CTRL | SHIFT, Key.Key_Z))
    assert [walk.kind for walk in desk.store.load().walks] == kinds


def test_a_day_is_deleted_by_one_key_kept_for_a_restart_and_put_back(lived: Desk) -> None:
    desk = lived
    was = desk.store.load()
    desk.press(DIARY, Key.Key_Down, Key.Key_Delete)
    assert desk.dialog() is None
    assert notice(desk) == "Deleted: yesterday's entries."
    assert desk.store.load().walks == ()
    desk.reopen()
    desk.press(DIARY)
    desk.tab_to("Recently deleted (3)")
    desk.press(RETURN)
    for thing in ("check-in after the walk", "check-in before the walk", "walk"):
        desk.tab_to(f"Put back: yesterday's {thing}")
        desk.press(SPACE)
    desk.press(ESCAPE)
    assert desk.store.load() == was


def test_a_note_is_kept_by_leaving_it_and_found_again(lived: Desk) -> None:
    desk = lived
    desk.press(DIARY, RETURN)
    desk.tab_to("Your note")
    desk.press("Windy by the river.", (ALT, Key.Key_1))
    assert list(desk.store.load().remarks.values()) == ["Windy by the river."]
    desk.reopen()
    desk.press(DIARY, (CTRL, Key.Key_F), "RIVER")
    assert desk.program.diary.page.list.days == (desk.clock.today(),)
    desk.press(ESCAPE)
    desk.program.window.close()
    assert len(desk.store.load().remarks) == 1


def test_a_note_half_written_is_kept_when_the_window_closes(lived: Desk) -> None:
    desk = lived
    desk.press(DIARY, RETURN)
    desk.tab_to("Your note")
    desk.press("Half a sent")
    desk.reopen()
    assert list(desk.store.load().remarks.values()) == ["Half a sent"]


def test_the_mouse_opens_changes_and_takes_back(lived: Desk) -> None:
    desk = lived
    button = Qt.MouseButton.LeftButton
    desk.press(DIARY)
    days = desk.program.diary.page.list
    QTest.mouseClick(days.viewport(), button, Qt.KeyboardModifier.NoModifier, days.visualRect(days.model().index(1, 0)).center())
    desk.settle()
    was = desk.store.load()
    QTest.mouseClick(desk.button("Delete: check-in after the walk"), button)
    desk.settle()
    assert desk.store.load().after == {}
    QTest.mouseClick(desk.button("Undo"), button)
    desk.settle()
    assert desk.store.load() == was
    assert notice(desk) == "Taken back: yesterday's check-in after the walk."


def test_no_key_takes_anything_back_during_a_walk(lived: Desk) -> None:
    desk = lived
    desk.tab_to("Check in and walk")
    desk.press(RETURN)
    desk.check_in_before()
    assert desk.page() is PageKey.WALK
    was = desk.store.load()
    desk.press((CTRL, Key.Key_Z), (CTRL, Key.Key_Y))
    assert desk.store.load() == was


def test_a_programme_change_is_taken_back_and_the_settings_show_it(lived: Desk) -> None:
    desk = lived
    was = desk.store.load().programmes
    desk.program.window.show_page(PageKey.SETTINGS)
    desk.settle()
    page = desk.program.settings
    desk.tab_to("Steady")
    desk.press(Key.Key_Down)
    page.flush()
    desk.settle()
    assert desk.store.load().programmes != was
    assert notice(desk) == "Changed: today's change of the programme."
    desk.press((CTRL, Key.Key_Z))
    assert desk.store.load().programmes == was
    assert desk.program.bridge.programme == page.programme.programme
