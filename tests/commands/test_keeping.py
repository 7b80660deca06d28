"""`walkcoach backup` and `walkcoach restore`: one line, status 0 or 1, and nothing lost either way."""

from pathlib import Path

import pytest

from tests.builders import MONDAY, before, moment, walk
from walkcoach.adapters.diary_lock import DiaryLock
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.cli import main
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.ports import StoredDiary


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Status, standard output and standard error of the command line."""
    status = main(words)
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a morning in its diary."""
    store = SqliteDiaryStore(tmp_path / "diary.sqlite3")
    store.save_before(MONDAY, before(3), moment())
    store.close()
    return tmp_path


def diary(folder: Path) -> StoredDiary:
    """What the diary in `folder` keeps."""
    store = SqliteDiaryStore(folder / "diary.sqlite3")
    kept = store.load()
    store.close()
    return kept


def test_a_backup_is_one_line_that_names_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = folder / "backups" / "diary-000001-20260105T090000Z.sqlite3"
    words = ("backup", "--data-dir", str(folder), "--now", "2026-01-05T10:00+01:00")
    assert run(capsys, *words) == (0, f"A backup is in {made}.\n", "")
    assert made.exists()
    assert run(capsys, *words) == (0, f"Nothing has changed since the newest backup, {made}.\n", "")


def test_a_backup_can_be_made_while_the_window_is_open(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with DiaryLock(folder):
        store = SqliteDiaryStore(folder / "diary.sqlite3")
        store.save_walk(walk())
        status, line, _err = run(capsys, "backup", "--data-dir", str(folder))
        store.close()
    assert (status, line.startswith("A backup is in ")) == (0, True)


def test_going_back_is_one_line_that_names_what_was_there_before(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = diary(folder)
    _status, line, _err = run(capsys, "backup", "--data-dir", str(folder))
    made = line.removeprefix("A backup is in ").removesuffix(".\n")
    store = SqliteDiaryStore(folder / "diary.sqlite3")
    store.save_walk(walk())
    store.close()
    new = diary(folder)
    status, line, err = run(capsys, "restore", made, "--data-dir", str(folder))
    assert (status, line.startswith(f"The diary is now that of {made}. The one of before is kept in "), err) == (0, True, "")
    assert diary(folder) == old
    kept = line.removesuffix(".\n").rpartition(" kept in ")[2]
    assert run(capsys, "restore", kept, "--data-dir", str(folder))[0] == 0
    assert diary(folder) == new


@pytest.mark.parametrize("sign", [WarningSign.CHEST_PAIN, WarningSign.UNWELL])
def test_going_back_to_before_a_sign_is_refused_unless_it_is_said_to_be_meant(
    folder: Path, capsys: pytest.CaptureFixture[str], sign: WarningSign
) -> None:
    run(capsys, "backup", "--data-dir", str(folder))
    (made,) = (folder / "backups").iterdir()
    store = SqliteDiaryStore(folder / "diary.sqlite3")
    store.save_before(MONDAY, before(3, signs=[sign]), moment())
    store.close()
    told, words = diary(folder), ("restore", str(made), "--data-dir", str(folder))
    status, out, err = run(capsys, *words)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert f"{made} does not. Nothing was restored." in err
    assert "walkcoach restore --lift-lock FILE." in err
    assert (diary(folder), len(list((folder / "backups").iterdir()))) == (told, 1)
    assert run(capsys, *words, "--lift-lock")[0] == 0
    assert diary(folder).before == {MONDAY: before(3)}
    kept = max((folder / "backups").iterdir())
    assert run(capsys, "restore", str(kept), "--data-dir", str(folder))[0] == 0, "nothing is lifted by locking again"


@pytest.mark.parametrize("damaged", [True, False])
def test_going_back_mends_a_diary_that_is_damaged_or_gone(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], damaged: bool
) -> None:
    kept = diary(folder)
    elsewhere = tmp_path / "copy of my diary"
    elsewhere.write_bytes((folder / "diary.sqlite3").read_bytes())
    if damaged:
        (folder / "diary.sqlite3").write_bytes(b"")
    else:
        (folder / "diary.sqlite3").unlink()
    status, line, _err = run(capsys, "restore", str(elsewhere), "--data-dir", str(folder))
    assert (status, "damaged-" in line) == (0, damaged)
    assert diary(folder) == kept


def test_nothing_is_restored_while_a_window_is_open(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "backup", "--data-dir", str(folder))
    (made,) = (folder / "backups").iterdir()
    as_it_was = (folder / "diary.sqlite3").read_bytes()
    with DiaryLock(folder):
        status, out, err = run(capsys, "restore", str(made), "--data-dir", str(folder))
    assert (status, out) == (1, "")
    assert err.startswith(f"walkcoach: Walkcoach is open already on {folder}.")
    assert err.count("\n") == 1
    assert (folder / "diary.sqlite3").read_bytes() == as_it_was


@pytest.mark.parametrize("words", [("backup",), ("restore", "nowhere.sqlite3")])
def test_what_stands_in_the_way_is_one_line_and_status_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    status, out, err = run(capsys, *words, "--data-dir", str(tmp_path))
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("walkcoach: There is no ")
    assert not (tmp_path / "diary.sqlite3").exists()


def test_a_damaged_diary_gets_no_backup_and_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray((folder / "diary.sqlite3").read_bytes())
    content[5000:] = b"\xa5" * (len(content) - 5000)
    (folder / "diary.sqlite3").write_bytes(bytes(content))
    status, out, err = run(capsys, "backup", "--data-dir", str(folder))
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "is damaged, so no backup was made of it" in err
    assert (folder / "diary.sqlite3").read_bytes() == bytes(content)
    assert list((folder / "backups").iterdir()) == []
