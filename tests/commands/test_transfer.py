"""`walkcoach export` and `walkcoach import`: one line, status 0, 1 or 2, and nothing lost either way."""

import json
import os
import stat
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.builders import MONDAY, after, before, moment, walk
from tests.services.transfers import SOMETHING_OF_EVERYTHING, as_json
from walkcoach.adapters.diary_lock import DiaryLock
from walkcoach.adapters.erase import PENDING_FILE
from walkcoach.adapters.housekeeping_file import HOUSEKEEPING_FILE, HousekeepingFile
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.reading import entries_in
from walkcoach.cli import main
from walkcoach.services.entries import StepKind

NOW = "2026-02-14T10:00+01:00"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder whose diary has something of everything."""
    folder = tmp_path / "data"
    folder.mkdir()
    store = SqliteDiaryStore(folder / "diary.sqlite3")
    store.change(None, SOMETHING_OF_EVERYTHING, (), moment())
    store.close()
    return folder


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A data folder with nothing in it."""
    (tmp_path / "empty").mkdir()
    return tmp_path / "empty"


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    """Status, standard output and standard error of the command line."""
    try:
        status = main([str(word) for word in words])
    except SystemExit as ended:
        status = int(str(ended.code))
    out, err = capsys.readouterr()
    return status, out, err


def files(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


# --- export ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("d.json", "Your diary is in {file}: 10 entries.\n"),
        ("D.JSON", "Your diary is in {file}: 10 entries.\n"),
        ("d.zip", "Your diary is in {file}: 10 entries.\n"),
        ("d.fhir.json", "Your walks and ratings are in {file}, as a clinic's program reads them.\n"),
        ("d.tcx", "Your walks are in {file}, as training sites read them: 1 walk.\n"),
    ],
)
def test_the_end_of_the_name_says_what_is_exported(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, line: str
) -> None:
    file = tmp_path / name
    assert run(capsys, "export", file, "--data-dir", folder, "--now", NOW) == (0, line.format(file=file), "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert HousekeepingFile(folder / HOUSEKEEPING_FILE).read().exported == (file,)
    starts = {"d.zip": b"PK", "d.tcx": b"<?xml", "d.fhir.json": b'{"resourceType":"Bundle"'}
    assert file.read_bytes().startswith(starts.get(name, b'{\n"format": "walkcoach-diary"'))


def test_another_end_is_wrong_words(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("diary", "diary.csv", "json", ".jsonx"):
        status, out, err = run(capsys, "export", tmp_path / name, "--data-dir", folder)
        assert (status, out) == (2, "")
        assert "has to end in .json or .zip" in err
    assert [file.name for file in tmp_path.iterdir()] == ["data"]


def test_a_file_that_is_there_is_replaced_only_by_force(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "d.json"
    file.write_bytes(b"mine")
    status, out, err = run(capsys, "export", file, "--data-dir", folder)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"walkcoach: {file} is there already.")
    assert file.read_bytes() == b"mine"
    assert run(capsys, "export", file, "--data-dir", folder, "--force")[0] == 0
    assert json.loads(file.read_bytes())["format"] == "walkcoach-diary"


def test_it_may_be_exported_while_the_window_is_open(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with DiaryLock(folder):
        store = SqliteDiaryStore(folder / "diary.sqlite3")
        store.save_walk(walk(hour=18))
        assert run(capsys, "export", tmp_path / "d.zip", "--data-dir", folder)[0] == 0
        store.close()
    with ZipFile(tmp_path / "d.zip") as archive:
        assert len(archive.read("walks.csv").splitlines()) == 3


@pytest.mark.parametrize("words", [("export", "d.json"), ("export", "nowhere/d.zip")])
def test_what_stands_in_the_way_of_an_export_is_one_line_and_status_one(
    empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str]
) -> None:
    status, out, err = run(capsys, words[0], tmp_path / words[1], "--data-dir", empty)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert files(tmp_path) == {}


def test_an_export_does_not_need_a_data_folder_that_can_be_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / HOUSEKEEPING_FILE).mkdir()  # even the person who may do everything cannot write there
    assert run(capsys, "export", tmp_path / "d.json", "--data-dir", folder)[0] == 0


# --- import ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["json", "zip"])
def test_what_was_exported_is_imported_once(
    folder: Path, empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], end: str
) -> None:
    file = tmp_path / f"d.{end}"
    run(capsys, "export", file, "--data-dir", folder)
    words = ("import", file, "--data-dir", empty, "--now", NOW)
    assert run(capsys, *words) == (0, "Imported: 10 entries.\n", "")
    assert list(entries_in(empty / "diary.sqlite3")) == list(entries_in(folder / "diary.sqlite3"))
    assert [file.name for file in (empty / "backups").iterdir()] == ["diary-000001-20260214T090000Z.sqlite3"]
    assert run(capsys, *words) == (0, "Nothing was imported: nothing in the file is new. Here already: 10.\n", "")
    assert len(list((empty / "backups").iterdir())) == 1


def test_an_import_is_one_step_that_the_window_can_undo(empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = SqliteDiaryStore(empty / "diary.sqlite3")
    store.save_before(MONDAY, before(5), moment())
    store.save_walk(walk(hour=18))
    was = list(store.entries())
    store.close()
    (tmp_path / "d.json").write_bytes(as_json(SOMETHING_OF_EVERYTHING))
    line = "Imported: 9 entries. Not taken, because something of yours stands there: 1.\n"
    assert run(capsys, "import", tmp_path / "d.json", "--data-dir", empty)[1] == line
    store = SqliteDiaryStore(empty / "diary.sqlite3")
    then = list(store.entries())
    assert len(then) == len(was) + 9
    taken = store.undo(moment())
    assert taken is not None
    assert (taken.step.kind, taken.step.entries) == (StepKind.IMPORTED, 9)
    assert list(store.entries()) == was
    store.redo(moment())
    assert list(store.entries()) == then
    store.close()


def test_a_preview_tells_and_changes_nothing(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = SqliteDiaryStore(folder / "diary.sqlite3")
    store.save_after(MONDAY, after(9), moment(MONDAY, 20))
    ours = [one for one in SOMETHING_OF_EVERYTHING if one.kind != "remark"]
    store.change(StepKind.DELETED, (), [SOMETHING_OF_EVERYTHING[2].key], moment())
    store.close()
    other = as_json(SOMETHING_OF_EVERYTHING).replace(str(ours[3].id).encode(), b"0f8fad5b-d9cb-469f-a165-70867728950e")
    (tmp_path / "d.json").write_bytes(other)
    was = files(folder)
    with DiaryLock(folder):  # a window is open
        status, out, err = run(capsys, "import", tmp_path / "d.json", "--preview", "--data-dir", folder)
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "The file holds 10 entries, of Monday 5 January 2026.",
        "New here: 1 check-in before a walk.",
        "Here already: 8 entries.",
        "Not taken, because something of yours stands there: 1 entry.",
        "  Monday 5 January 2026: there is a check-in after the walk of yours already. (entries[3])",
    ]
    assert files(folder) == was


def test_a_preview_makes_no_diary_where_there_is_none(empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "d.json").write_bytes(as_json(SOMETHING_OF_EVERYTHING))
    assert run(capsys, "import", tmp_path / "d.json", "--preview", "--data-dir", empty / "not yet")[0] == 0
    assert files(empty) == {}


def test_nothing_is_imported_while_a_window_is_open(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "d.json").write_bytes(as_json([]))
    with DiaryLock(folder):
        was = files(folder)
        status, out, err = run(capsys, "import", tmp_path / "d.json", "--data-dir", folder)
        assert files(folder) == was
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"walkcoach: Walkcoach is open already on {folder}.")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (None, "cannot be read: No such file or directory"),
        (b"", "this is no Walkcoach export"),
        (b'{"format": "walkcoach-diary", "version": 2}', "version: this was exported by a newer Walkcoach than this one; install"),
        (as_json(SOMETHING_OF_EVERYTHING)[:-9], "line 16 column "),
        (as_json(SOMETHING_OF_EVERYTHING).replace(b'"steady":"as_usual"', b'"steady":"no"'), "entries[2].value.steady: has to be"),
    ],
    ids=range(5),
)
@pytest.mark.parametrize("preview", [(), ("--preview",)])
def test_a_file_that_is_refused_is_one_line_and_status_two(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, line: str, preview: tuple[str, ...]
) -> None:
    file = tmp_path / "d.json"
    if data is not None:
        file.write_bytes(data)
    was = list(entries_in(folder / "diary.sqlite3"))
    status, out, err = run(capsys, "import", file, *preview, "--data-dir", folder)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"walkcoach import: {file}: {line}"), err
    assert list(entries_in(folder / "diary.sqlite3")) == was
    assert not (folder / "backups").exists()


def test_without_a_backup_nothing_is_imported(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "backups").write_bytes(b"in the way")
    (tmp_path / "d.json").write_bytes(as_json(SOMETHING_OF_EVERYTHING))
    store = SqliteDiaryStore(folder / "diary.sqlite3")
    store.change(StepKind.DELETED, (), [SOMETHING_OF_EVERYTHING[2].key], moment())
    was = list(store.entries())
    store.close()
    status, out, err = run(capsys, "import", tmp_path / "d.json", "--data-dir", folder)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert list(entries_in(folder / "diary.sqlite3")) == was


# --- odd places ------------------------------------------------------------------------------------------------------


def test_a_home_that_nobody_has_is_a_plain_name(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words, status in ((("export", "~nobody-has-it/d.json"), 1), (("import", "~nobody-has-it/d.json"), 2)):
        told = run(capsys, *words, "--data-dir", folder)
        assert (told[0], told[1], told[2].count("\n")) == (status, "", 1)
        assert "~nobody-has-it/d.json" in told[2]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_is_refused_and_not_waited_for(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    then = files(folder)
    for preview in ((), ("--preview",)):
        status, out, err = run(capsys, "import", tmp_path / "pipe.json", *preview, "--data-dir", folder)
        assert (status, out) == (2, "")
        assert err.endswith("pipe.json: cannot be read: it is no file, but a pipe or a device\n")
    status, out, err = run(capsys, "restore", tmp_path / "pipe.json", "--data-dir", folder)
    assert (status, out) == (1, "")
    assert "is not a Walkcoach diary" in err
    assert files(folder) == then


def test_nothing_is_written_where_deleting_everything_was_cut_off(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "d.json").write_bytes(as_json([]))
    (folder / PENDING_FILE).touch()
    then = files(folder)
    for words in (["import", tmp_path / "d.json"], ["backup"]):
        status, out, err = run(capsys, *words, "--data-dir", folder)
        assert (status, out) == (1, "")
        assert "was begun and cut off" in err
    assert files(folder) == then
