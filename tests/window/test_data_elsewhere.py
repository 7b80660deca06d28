"""The diary's files from the window, by keyboard: export, import, undoing a large one, deleting everything."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QRadioButton

from tests.builders import MONDAY, walk
from tests.desktop.diaries import NINE
from tests.ui.access import unnamed
from tests.ui.scenes import click
from tests.window.data_desk import DataDesk, bar, held, on_disk, remark
from tests.window.desk import ALT, CTRL, ESCAPE, RETURN, Key
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.services.data_work import contents_of
from walkcoach.services.sample import write_sample
from walkcoach.services.transfer.export import ExportKind, write_export
from walkcoach.ui.dialogs.ask_sheet import AskSheet
from walkcoach.ui.main_window import PageKey
from walkcoach.wording import data as words
from walkcoach.wording import data_transfer as transfer_words

DAY_S = 86_400


@pytest.fixture
def desk(data_desk: DataDesk) -> DataDesk:
    return data_desk


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


def test_the_copies_beside_the_diary_that_go_as_well_are_named(desk: DataDesk) -> None:
    names = ("diary.sqlite3.damaged-2026-01-03", "diary.sqlite3.damaged-2026-01-03-2", "diary.version-1.sqlite3")
    for name in (*names, "diary.sqlite3.damaged-2026-01-03-wal", "diary.sqlite3.12.new", "mine.damaged-2026-01-03"):
        (desk._folder / name).write_bytes(b"of then")
    desk.open_data()
    desk.press_button("Delete everything…")
    read = desk.read().replace("\u200b", "").split("\n")
    assert "These damaged or older copies of the diary:" in read
    assert [line for line in read if "damaged-" in line or "version-" in line or ".new" in line] == list(names)


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
