"""The diary's files from the window, by keyboard: backups, going back, export, import."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QRadioButton

from tests.builders import MONDAY, before, walk
from tests.desktop.diaries import NINE
from tests.journeys.home import TINGLES
from tests.ui.access import name_of, tab_stops, too_small, unnamed
from tests.ui.scenes import click
from tests.window.data_desk import DataDesk
from tests.window.desk import ALT, CTRL, ESCAPE, RETURN, TAB, Key
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.services.data_work import contents_of
from walkcoach.services.entries import Entry, EntryKind, StepKind
from walkcoach.services.export import ExportKind, write_export
from walkcoach.services.ports import StoredDiary
from walkcoach.services.sample import write_sample
from walkcoach.ui.dialogs.ask_sheet import AskSheet
from walkcoach.ui.dialogs.backup_list import BackupListDialog
from walkcoach.ui.dialogs.busy import BusySheet
from walkcoach.ui.main_window import PageKey
from walkcoach.wording import data as words
from walkcoach.wording import data_transfer as transfer_words

DAY_S = 86_400


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[DataDesk]:
    """Somebody who has been welcomed and has checked in, with a real diary file in `home`."""
    home = tmp_path / "home"
    home.mkdir()
    store = SqliteDiaryStore(home / DIARY_FILE)
    store.save_profile(TINGLES, NINE)
    store.save_before(MONDAY, before(2), NINE)
    store.close()
    made = DataDesk(qapp, home)
    yield made
    made.close()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Callable[[int], Path]:
    """Makes an export of a made-up diary of some weeks."""

    def export(weeks: int) -> Path:
        place = tmp_path / f"other-{weeks}.json"
        store = SqliteDiaryStore(tmp_path / f"other-{weeks}.sqlite3")
        write_sample(store, MONDAY - timedelta(days=30), weeks)
        with place.open("wb") as file:
            write_export(ExportKind.JSON, store.entries(), file, NINE)
        store.close()
        return place

    return export


def remark(desk: DataDesk, text: str) -> None:
    """Something more is said, on another day."""
    entry = Entry(EntryKind.REMARK, uuid4(), desk.clock.today(), desk.clock.now(), text)
    desk.program._keeper.change(StepKind.SAID, [entry], [], desk.clock.now())


def on_disk(desk: DataDesk) -> StoredDiary:
    """What the file holds."""
    return desk.store.load()


def held(desk: DataDesk) -> StoredDiary:
    """What the window holds."""
    return desk.program._keeper.load()


def bar(desk: DataDesk) -> tuple[str, str]:
    """What the bar for trouble says."""
    message = desk.program.window.message_bar()
    return message.text() if message.isVisible() else ("", "")


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
    assert desk.program.window.notice.text() == "", "the backup's last step is no news"
    desk.press((ALT, Key.Key_3))
    book = desk.program.diary._book
    assert [book.row(day).remark for day in (MONDAY, MONDAY + timedelta(days=1))] == ["Before the backup.", ""]
    desk.press((CTRL, Key.Key_Z))
    assert dict(held(desk).remarks) == {}
    assert desk.program.window.notice.text() == "Taken back: yesterday's note."


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


def test_no_diary_takes_the_place_of_another_during_a_walk(desk: DataDesk, elsewhere: Callable[[int], Path]) -> None:
    desk.safekeeping.back_up()
    desk.open_data()
    desk.press((ALT, Key.Key_1))
    desk.tab_to("Start walking")
    desk.press(RETURN)
    desk.pass_time(10 + 60)
    assert desk.program.walk.under_way
    data = desk.program.data
    plan = desk.program.data_work.plan(elsewhere(2), lambda _done, _total: None, lambda: False)
    for wish in (
        data.choose_backup,
        lambda: data.restore(desk.backups()[0]),
        data.import_file,
        lambda: data.add(plan),
        data.ask_to_delete,
    ):
        desk.program.window.message_bar().dismiss()
        wish()
        desk.wait()
        assert bar(desk) == words.walk_under_way()
        assert desk.dialog() is None
    assert (desk.page(), desk.shown_walk().walked_s, on_disk(desk).walks) == (PageKey.WALK, 60, ())
    assert desk.files.asked == []


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


@pytest.mark.parametrize(("place", "kind"), list(enumerate((ExportKind.JSON, ExportKind.CSV, ExportKind.FHIR, ExportKind.TCX))))
def test_each_kind_of_export_is_written_where_the_person_says_and_remembered(
    desk: DataDesk, tmp_path: Path, place: int, kind: ExportKind
) -> None:
    desk.program._keeper.save_walk(walk())
    desk.open_data()
    desk.tab_to("Everything, for Walkcoach", most=120)
    desk.press(*[Key.Key_Down] * place)
    desk.files.chosen = tmp_path / "mine"
    desk.press_button("Export…")
    file = tmp_path / f"mine{kind}"
    assert desk.files.asked == [(kind.name, f"walkcoach-2026-01-05{kind}")]
    assert file.stat().st_size > 100
    assert file.stat().st_mode & 0o777 == 0o600
    (said,) = desk.part.said()
    assert str(file) in said
    assert desk.safekeeping.exported() == (file,)
    assert "it is yours to guard" in desk.read()
    desk.press_button("Import…")
    assert desk.files.asked[-1] == ("exported", str(tmp_path)), "begin where it was exported to"


def test_a_name_that_had_to_be_completed_replaces_nothing(desk: DataDesk, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("somebody else's")
    desk.open_data()
    desk.files.chosen = tmp_path / "mine"
    desk.press_button("Export…")
    assert bar(desk) == transfer_words.there_already(str(tmp_path / "mine.json"))
    assert (tmp_path / "mine.json").read_text() == "somebody else's"
    desk.files.chosen = tmp_path / "mine.json"  # the dialog has asked
    desk.press_button("Export…")
    assert json.loads((tmp_path / "mine.json").read_text())["format"] == "walkcoach-diary"


def test_an_export_that_cannot_be_written_is_told_by_its_place_and_not_remembered(desk: DataDesk, tmp_path: Path) -> None:
    desk.open_data()
    desk.files.chosen = tmp_path / "gone" / "mine.json"
    desk.press_button("Export…")
    assert str(tmp_path / "gone" / "mine.json") in bar(desk)[0]
    assert (desk.safekeeping.exported(), desk.part.said()) == ((), ())


def test_thinking_better_of_a_dialog_does_nothing(desk: DataDesk) -> None:
    desk.open_data()
    for name in ("Export…", "Import…"):
        desk.press_button(name)
    desk.press_button(words.go_back())
    desk.press_button(words.choose_file())
    assert len(desk.files.asked) == 3
    assert (desk.dialog(), bar(desk), desk.part.said()) == (None, ("", ""), ())


def test_an_import_is_seen_first_then_added_as_one_step_that_undo_takes_back(
    desk: DataDesk, elsewhere: Callable[[int], Path]
) -> None:
    desk.open_data()
    desk.files.chosen = elsewhere(2)
    as_it_was = held(desk)
    desk.press_button("Import…")
    sheet = desk.sheet()
    assert isinstance(sheet, AskSheet)
    read = desk.read()
    assert "The file holds " in read
    assert "walks: " in read
    assert " new" in read
    assert "1 profile: 1 not taken" in read
    assert "Your own answers and settings stay. (entries[" in read
    assert unnamed(sheet) == []
    assert sheet.confirm is not None
    assert held(desk) == as_it_was
    desk.press_button(sheet.confirm.text())
    assert held(desk) == on_disk(desk)
    assert len(held(desk).walks) > 5
    assert len(desk.backups()) == 1, "backed up first"
    notice = desk.program.window.notice
    assert notice.text().startswith("Done: the import of ")
    assert desk.part.said()[0].startswith("Imported: ")
    desk.press((CTRL, Key.Key_Z))
    assert held(desk) == on_disk(desk) == as_it_was
    assert notice.text().startswith("Taken back: the import of ")


def test_a_second_import_has_nothing_to_add_and_asks_nothing(desk: DataDesk, elsewhere: Callable[[int], Path]) -> None:
    desk.open_data()
    desk.files.chosen = elsewhere(2)
    desk.press_button("Import…")
    sheet = desk.sheet()
    assert isinstance(sheet, AskSheet)
    assert sheet.confirm is not None
    desk.press_button(sheet.confirm.text())
    holds = held(desk)
    desk.press_button("Import…")
    sheet = desk.sheet()
    assert isinstance(sheet, AskSheet)
    assert sheet.confirm is None
    assert "Nothing in it is new." in desk.read()
    desk.press(RETURN)
    assert (desk.dialog(), held(desk)) == (None, holds)


def test_a_file_that_is_not_taken_is_told_with_the_place_in_it(desk: DataDesk, elsewhere: Callable[[int], Path]) -> None:
    file = elsewhere(2)
    whole = json.loads(file.read_text())
    whole["entries"][3]["day"] = "2026-13-01"
    file.write_text(json.dumps(whole))
    desk.open_data()
    desk.files.chosen = file
    desk.press_button("Import…")
    what, way_on = bar(desk)
    assert what.startswith(f"{file} was not imported: entries[3].day")
    assert way_on == "Your diary is as it was. Nothing was taken from the file."
    assert (desk.dialog(), desk.backups()) == (None, [])


def test_undoing_a_large_import_and_doing_it_again_leaves_the_windows_thread(
    desk: DataDesk, elsewhere: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[bool] = []
    change_back = SqliteDiaryStore.undo
    window_thread = QThread.currentThread()

    def noted(store: SqliteDiaryStore, *arguments: object) -> object:
        threads.append(QThread.currentThread() is window_thread)
        return change_back(store, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(SqliteDiaryStore, "undo", noted)
    desk.open_data()
    desk.files.chosen = elsewhere(52)
    as_it_was = held(desk)
    desk.press_button("Import…")
    sheet = desk.sheet()
    assert isinstance(sheet, AskSheet)
    assert sheet.confirm is not None
    desk.press_button(sheet.confirm.text())
    with_it = held(desk)
    desk.press((CTRL, Key.Key_Z))
    desk.wait_until(lambda: held(desk) == as_it_was)
    assert threads == [False]
    assert on_disk(desk) == as_it_was
    assert desk.program.window.notice.text().startswith("Taken back: the import of ")
    desk.press((CTRL, Key.Key_Y))
    desk.wait_until(lambda: held(desk) == with_it)
    assert on_disk(desk) == with_it
    assert contents_of(with_it).days > 300


def test_everything_is_deleted_only_after_two_presses_and_cancel_has_the_keyboard(desk: DataDesk) -> None:
    desk.safekeeping.back_up()
    remark(desk, "Since then.")
    desk.open_data()
    for leave in (RETURN, ESCAPE):
        desk.press_button("Delete everything…")
        assert isinstance(desk.sheet(), AskSheet)
        assert desk.at("Cancel")
        desk.press(leave)
        assert desk.dialog() is None
        assert not desk.program.erase_wanted
    desk.press_button("Delete everything…")
    assert "Your diary: 1 day and 0 walks" in desk.read()
    assert "Walkcoach knows of no export that is still there." in desk.read()
    desk.press_button("Delete everything")
    assert desk.program.erase_wanted
    assert not desk.program.window.isVisible()
    desk.close()
    assert len(desk.backups()) == 1, "no last backup is made of what is to be deleted"


def test_with_the_mouse_it_goes_as_well(desk: DataDesk, tmp_path: Path) -> None:
    desk.open_data()
    desk.files.chosen = tmp_path / "mine.zip"
    for row in desk.part.kinds.findChildren(QRadioButton):
        if row.text() == "Everything, as tables":
            click(row)
    for name in ("Back up now", "Export…"):
        click(desk.button(name))
        desk.wait()
    assert len(desk.backups()) == 1
    assert (tmp_path / "mine.zip").exists()
    click(desk.button(words.go_back()))
    click(desk.button(words.look_into()))
    desk.wait()
    click(desk.button(words.restore()))
    desk.wait()
    assert desk.part.said()[0].startswith("Your diary is now that of the backup.")
