"""A file that the person asks for is there whole and private, or not at all; and a diary is read without being touched."""

import errno
import os
import shutil
import stat
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.builders import MONDAY, before, moment, walk
from walkcoach.adapters.export_file import write_whole
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.reading import entries_in
from walkcoach.services.entries import EntryKind, diary_of
from walkcoach.services.errand import Stopped
from walkcoach.services.errors import Trouble

DATA = Path(__file__).parent.parent / "data"




def test_the_file_is_whole_and_private_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    was = os.umask(0)
    try:
        assert write_whole(path, lambda file: file.write(b"all of it")) == 9
    finally:
        os.umask(was)
    assert path.read_bytes() == b"all of it"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_there_is_replaced_only_when_asked_to(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    path.write_bytes(b"old")
    path.chmod(0o644)
    with pytest.raises(Trouble, match=r"diary\.json is there already\. .*--force"):
        write_whole(path, lambda file: file.write(b"new"))
    assert path.read_bytes() == b"old"
    write_whole(path, lambda file: file.write(b"new"), replace=True)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("replace", [True, False])
@pytest.mark.parametrize("error", [Stopped(), Trouble("damaged"), OSError(errno.EIO, "input/output error"), KeyboardInterrupt()])
def test_what_ends_half_way_leaves_what_was_there(tmp_path: Path, error: BaseException, replace: bool) -> None:
    path = tmp_path / "diary.json"
    if replace:
        path.write_bytes(b"old")

    def write(file: BinaryIO) -> None:
        file.write(b"half" * 10_000)
        raise error

    with pytest.raises(Trouble if isinstance(error, OSError) else type(error)):
        write_whole(path, write, replace=replace)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == ({"diary.json": b"old"} if replace else {})


def test_a_full_disk_is_told_apart(tmp_path: Path) -> None:
    def write(_file: BinaryIO) -> None:
        raise OSError(errno.ENOSPC, "no space")

    with pytest.raises(Trouble, match="no room left") as trouble:
        write_whole(tmp_path / "diary.json", write)
    assert trouble.value.way_on


def test_what_a_crash_has_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / ".diary.json.1234.new"
    left.write_bytes(b"half")
    other = tmp_path / ".another.json.1234.new"
    other.write_bytes(b"half")
    write_whole(tmp_path / "diary.json", lambda file: file.write(b"whole"))
    assert not left.exists()
    assert other.exists()


def test_a_folder_that_is_not_there_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"cannot be written to .*nowhere/diary\.json: No such file or directory"):
        write_whole(tmp_path / "nowhere" / "diary.json", lambda file: file.write(b"x"))


def test_a_disk_without_hard_links_and_modes_takes_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_given: object, **_named: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", cannot)
    monkeypatch.setattr(os, "chmod", cannot)
    write_whole(tmp_path / "diary.json", lambda file: file.write(b"whole"))
    assert (tmp_path / "diary.json").read_bytes() == b"whole"


# --- reading the diary for it ----------------------------------------------------------------------------------------


def test_entries_are_read_while_the_diary_is_open_and_of_one_moment(tmp_path: Path) -> None:
    store = SqliteDiaryStore(tmp_path / "diary.sqlite3")
    store.save_before(MONDAY, before(3), moment())
    reading = entries_in(store.path)
    assert next(reading).kind is EntryKind.BEFORE
    store.save_walk(walk())
    assert list(reading) == []
    assert diary_of(entries_in(store.path)) == store.load()
    store.close()


def test_reading_leaves_no_trace(tmp_path: Path) -> None:
    SqliteDiaryStore(tmp_path / "diary.sqlite3").close()
    was = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert list(entries_in(tmp_path / "diary.sqlite3")) == []
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == was


def test_a_diary_of_an_older_version_is_read_and_stays_as_it_is(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "diary-version-1.sqlite3", tmp_path / "diary.sqlite3"))
    was = path.read_bytes()
    read = diary_of(entries_in(path))
    assert path.read_bytes() == was
    store = SqliteDiaryStore(path)
    assert read == store.load()
    store.close()


def test_where_there_is_no_diary_or_a_damaged_one_there_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="There is no diary in"):
        list(entries_in(tmp_path / "diary.sqlite3"))
    store = SqliteDiaryStore(tmp_path / "diary.sqlite3")
    store.save_before(MONDAY, before(3), moment())
    store._connection.execute("PRAGMA ignore_check_constraints = ON")
    store._connection.execute("UPDATE rating SET score = 11")
    store.close()
    with pytest.raises(Trouble, match="is damaged: check_in 2026-01-05"):
        list(entries_in(tmp_path / "diary.sqlite3"))
