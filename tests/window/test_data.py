"""The diary's files from the window, by keyboard: backups, and going back to one."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QRadioButton

from tests.builders import MONDAY, after, before
from tests.ui.access import name_of, tab_stops, too_small, unnamed
from tests.window.data_desk import DataDesk, bar, held, on_disk, remark
from tests.window.desk import ALT, CTRL, ESCAPE, RETURN, TAB, Key
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.core.coach_state import Lock
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.lock_watch import locks_in_force
from walkcoach.services.ports import StoredDiary
from walkcoach.ui.dialogs.ask_sheet import AskSheet
from walkcoach.ui.dialogs.backup_list import BackupListDialog
from walkcoach.ui.dialogs.busy import BusySheet
from walkcoach.ui.dialogs.lift_lock import LiftLockDialog
from walkcoach.ui.main_window import PageKey
from walkcoach.wording import data as words
from walkcoach.wording import diary_edit

DAY_S = 86_400


@pytest.fixture
def desk(data_desk: DataDesk) -> DataDesk:
    return data_desk


def state(desk: DataDesk) -> str:
    """What is said about the backups."""
    return desk.part._state_label.said


def go_back_to(desk: DataDesk, place: int) -> None:
    """Choose the backup at `place` of the list, by keyboard, and look into it."""
    desk.press_button(words.go_back())
    assert isinstance(desk.sheet(), BackupListDialog)
    desk.press(*[Key.Key_Down] * place)
    desk.press_button(words.look_into())


def test_it_is_said_when_the_last_backup_was_made_and_when_one_was_proven(desk: DataDesk) -> None:
    desk.open_data()
    assert state(desk) == "There is no backup yet. The first one makes itself within half an hour."
    desk.press_button("Back up now")
    assert state(desk) == "Last backup: today, 09:00."
    assert desk.part.said() == ("A backup was made.",)
    assert "Not tried out yet." in desk.read()
    desk.press_button("Back up now")
    assert desk.part.said() == ("Nothing has changed since the last backup, so it still holds everything.",)
    desk.safekeeping.prove()
    desk.clock.advance(3 * DAY_S)
    desk.program.data.draw()
    assert state(desk) == "Last backup: Monday, 09:00."
    assert "Last proven restorable: Monday." in desk.read()
    assert "1 backup, " in desk.read()


def test_the_upkeep_beside_the_window_is_seen_at_once(desk: DataDesk) -> None:
    desk.open_data()
    assert desk.program.behind.upkeep is not None
    desk.program.behind.upkeep.look()
    desk.wait()
    assert state(desk) == "Last backup: today, 09:00."


def test_going_back_shows_what_the_backup_holds_and_brings_it_and_can_itself_be_taken_back(desk: DataDesk) -> None:
    desk.safekeeping.back_up()
    desk.clock.advance(DAY_S)
    remark(desk, "Along the river.")
    desk.open_data()
    go_back_to(desk, 0)
    sheet = desk.sheet()
    assert isinstance(sheet, AskSheet)
    assert "Go back to yesterday, 09:00?" in desk.read()
    assert "It holds: 1 day and 0 walks, on 5 January 2026." in desk.read()
    assert "2 days and 0 walks, from 5 January 2026 to 6 January 2026." in desk.read()
    assert desk.at(words.keep_mine())
    assert held(desk).remarks, "nothing has changed yet"
    desk.press_button(words.restore())
    assert (dict(held(desk).remarks), dict(on_disk(desk).remarks)) == ({}, {})
    assert held(desk) == on_disk(desk)
    (said,) = desk.part.said()
    assert said.startswith("Your diary is now that of the backup. It holds: 1 day and 0 walks")
    assert desk.backups()[0].name in said
    go_back_to(desk, 0)
    desk.press_button(words.restore())
    assert list(held(desk).remarks.values()) == ["Along the river."]
    assert held(desk) == on_disk(desk)


def test_after_going_back_every_page_shows_the_restored_diary_and_undo_is_that_of_the_backup(desk: DataDesk) -> None:
    remark(desk, "Before the backup.")
    desk.safekeeping.back_up()
    desk.clock.advance(DAY_S)
    remark(desk, "After it.")
    desk.open_data()
    go_back_to(desk, 0)
    desk.press_button(words.restore())
    assert desk.program.window.notice.text() == words.restored_note(), "the backup's last step is no news"
    desk.press((ALT, Key.Key_3))
    book = desk.program.diary._book
    assert [book.row(day).remark for day in (MONDAY, MONDAY + timedelta(days=1))] == ["Before the backup.", ""]
    desk.press((CTRL, Key.Key_Z))
    assert dict(held(desk).remarks) == {}
    assert desk.program.window.notice.text() == "Taken back: yesterday's note."


def test_going_back_can_be_taken_back_with_one_press(desk: DataDesk) -> None:
    desk.safekeeping.back_up()
    remark(desk, "Later.")
    desk.open_data()
    go_back_to(desk, 0)
    desk.press_button(words.restore())
    assert dict(held(desk).remarks) == {}
    desk.press_button(words.take_back())
    assert list(held(desk).remarks.values()) == ["Later."]
    assert held(desk) == on_disk(desk)


def test_going_back_to_before_a_sign_asks_first_and_taking_that_back_asks_as_well(desk: DataDesk) -> None:
    desk.safekeeping.back_up()
    desk.clock.advance(DAY_S)
    desk.program.bridge.check_in_before(before(1, signs=[WarningSign.CHEST_PAIN]))
    told = held(desk)
    desk.open_data()
    for sure in (False, True):
        go_back_to(desk, 0)
        desk.press_button(words.restore())
        question = desk.sheet()
        assert isinstance(question, LiftLockDialog)
        assert question.accessibleName() == "This takes back a warning sign told today. Was it ticked by mistake?"
        assert desk.at(diary_edit.mistake_no())
        assert held(desk) == on_disk(desk) == told
        desk.press_button(diary_edit.mistake_yes() if sure else diary_edit.mistake_no())
    assert locks_in_force(held(desk)) == locks_in_force(on_disk(desk)) == frozenset()
    desk.press_button(words.take_back())
    assert desk.dialog() is None, "nothing is lifted by locking again"
    assert held(desk) == on_disk(desk) == told


def test_a_sign_told_after_going_back_is_asked_about_when_that_is_taken_back(desk: DataDesk) -> None:
    desk.safekeeping.back_up()
    remark(desk, "Later.")
    desk.open_data()
    go_back_to(desk, 0)
    desk.press_button(words.restore())
    now = desk.clock.now()
    desk.program._keeper.save_after(MONDAY, after(2, signs=[WarningSign.COLD_SWEAT]), now)
    kept = desk.backups()[0]
    for sure in (False, True):
        desk.program.data.take_back(kept)
        desk.wait()
        assert isinstance(desk.sheet(), LiftLockDialog)
        assert locks_in_force(on_disk(desk)) == {Lock.WARNING_SIGN}
        desk.press_button(diary_edit.mistake_yes() if sure else diary_edit.mistake_no())
    assert list(on_disk(desk).remarks.values()) == ["Later."]
    assert held(desk) == on_disk(desk)


def test_going_back_to_before_the_welcome_begins_with_the_welcome(desk: DataDesk, tmp_path: Path) -> None:
    empty = tmp_path / "empty.sqlite3"
    SqliteDiaryStore(empty).close()
    desk.open_data()
    desk.files.chosen = empty
    desk.press_button(words.go_back())
    desk.press_button(words.choose_file())
    assert "Go back to this file?" in desk.read()
    assert [label for label in desk.read().split("\n") if label.replace("\u200b", "") == str(empty)]
    desk.press_button(words.restore())
    assert desk.page() is PageKey.WELCOME
    assert held(desk) == StoredDiary()
    desk.press_button(words.take_back())
    assert desk.page() is PageKey.TODAY
    assert held(desk).profile.welcomed


def test_the_list_is_newest_first_with_a_name_for_each_and_scrolls_with_the_arrows(desk: DataDesk) -> None:
    for number in range(12):
        remark(desk, f"{number}")
        desk.safekeeping.back_up()
        desk.clock.advance(DAY_S)
    desk.open_data()
    desk.press_button(words.go_back())
    sheet = desk.sheet()
    assert isinstance(sheet, BackupListDialog)
    assert unnamed(sheet) == []
    assert too_small(sheet) == []
    assert [name_of(stop) for stop in tab_stops(sheet)][:2] == [words.choose_file(), "Yesterday, 09:00"]
    rows = [name_of(row) for row in sheet.findChildren(QRadioButton)]
    assert rows[:3] == ["Yesterday, 09:00", "Thursday, 09:00", "Wednesday, 09:00"]
    assert (len(rows), rows[-1]) == (12, "5 January, 09:00")
    assert desk.at("Yesterday, 09:00")
    assert "newest" in desk.focus.accessibleDescription()  # type: ignore[union-attr]
    desk.press(*[Key.Key_Down] * 11)
    focus = desk.focus
    assert focus is not None
    place = focus.mapTo(sheet._scroll.viewport(), focus.rect().center())
    assert sheet._scroll.viewport().rect().contains(place)
    desk.press(ESCAPE)
    assert desk.dialog() is None


def test_no_two_backups_of_the_list_look_alike(desk: DataDesk) -> None:
    for number, wait_s in enumerate((0, 60, 9, 0)):
        desk.clock.advance(wait_s)
        remark(desk, f"{number}")
        desk.safekeeping.back_up()
    desk.open_data()
    desk.press_button(words.go_back())
    rows = [(name_of(row), row.accessibleDescription()) for row in desk.sheet().findChildren(QRadioButton)]
    assert [name for name, _small in rows] == ["Today, 09:01:09", "Today, 09:01:09", "Today, 09:01:00", "Today, 09:00"]
    assert len(set(rows)) == 4
    assert [desk.backups()[place].name in rows[place][1] for place in range(4)] == [True, True, False, False]


def test_leaving_the_list_or_the_question_changes_nothing(desk: DataDesk) -> None:
    desk.safekeeping.back_up()
    remark(desk, "Later.")
    desk.open_data()
    go_back_to(desk, 0)
    desk.press(RETURN)  # on what has the keyboard: keep mine
    go_back_to(desk, 0)
    desk.press(ESCAPE)
    assert desk.dialog() is None
    assert list(held(desk).remarks.values()) == ["Later."]
    assert len(desk.backups()) == 1


@pytest.mark.parametrize("content", [b"", b"noise" * 100, b'{"format": "walkcoach-diary"}'])
def test_a_file_that_is_no_backup_is_named_and_nothing_changes(desk: DataDesk, tmp_path: Path, content: bytes) -> None:
    wrong = tmp_path / "wrong.sqlite3"
    wrong.write_bytes(content)
    desk.open_data()
    desk.files.chosen = wrong
    desk.press_button(words.go_back())
    desk.press_button(words.choose_file())
    assert bar(desk) == words.no_backup(str(wrong))
    assert (desk.dialog(), held(desk), desk.backups()) == (None, on_disk(desk), [])


def test_a_backup_that_is_gone_by_then_is_named(desk: DataDesk) -> None:
    desk.safekeeping.back_up()
    desk.open_data()
    desk.press_button(words.go_back())
    gone = desk.backups()[0]
    gone.unlink()
    desk.press_button(words.look_into())
    assert str(gone) in bar(desk)[0]
    assert desk.dialog() is None


def test_a_diary_that_is_damaged_under_the_window_is_not_set_aside_under_it(desk: DataDesk) -> None:
    remark(desk, "x" * 200_000)
    desk.safekeeping.back_up()
    remark(desk, "y" * 200_000)
    path = desk._folder / DIARY_FILE
    assert isinstance(desk.store, SqliteDiaryStore)
    desk.store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 60_000)
    as_it_was = path.read_bytes()
    desk.open_data()
    desk.program.data.restore(desk.backups()[0])
    desk.wait()
    assert str(path) in bar(desk)[0]
    assert path.read_bytes() == as_it_was
    assert list(desk._folder.glob("*damaged*")) == []


def test_no_key_reaches_the_window_while_the_diary_is_being_replaced(desk: DataDesk) -> None:
    desk.safekeeping.back_up()
    remark(desk, "Later.")
    desk.open_data()
    desk.program.data.restore(desk.backups()[0])
    assert isinstance(desk.dialog(), BusySheet)
    before_keys = desk.page()
    desk.press((ALT, Key.Key_1), (CTRL, Key.Key_Z), RETURN, TAB)
    desk.wait()
    assert desk.page() is before_keys
    assert dict(held(desk).remarks) == {}


def test_while_a_check_in_is_being_answered_the_settings_cannot_be_reached(desk: DataDesk) -> None:
    desk.clock.advance(DAY_S)
    desk.program.bridge.notice_new_day()
    desk.press((ALT, Key.Key_1))
    desk.tab_to("Check in and walk")
    desk.press(RETURN)
    sheet = desk.sheet()
    desk.press((ALT, Key.Key_5))
    assert (desk.dialog(), desk.page()) == (sheet, PageKey.TODAY)


def test_a_note_that_is_being_written_is_in_the_backup_of_before(desk: DataDesk) -> None:
    desk.safekeeping.back_up()
    desk.press((ALT, Key.Key_3))
    desk.program.diary.page.pane.remark.setFocus()
    desk.press("Half a senten")
    desk.open_data()
    go_back_to(desk, 0)
    desk.press_button(words.restore())
    assert dict(held(desk).remarks) == {}
    go_back_to(desk, 0)
    desk.press_button(words.restore())
    assert list(held(desk).remarks.values()) == ["Half a senten"]
