"""Deleting everything: all that the program can make is gone, nothing else is touched, and whatever breaks is finished later."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY, before
from tests.desktop.diaries import NINE
from walkcoach.adapters.diary_lock import DiaryLock
from walkcoach.adapters.erase import PENDING_FILE, erase_all, finish_erasing
from walkcoach.adapters.log_file import LOG_FILE, close_log, open_log
from walkcoach.adapters.paths import DIARY_FILE, SETTINGS_FILE
from walkcoach.adapters.settings_file import SettingsFile
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.mend import start_anew
from walkcoach.cli import main
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Settings

LEFT_BY_CRASHES = (
    "diary.sqlite3-journal",
    "diary.sqlite3.4711.new",
    "diary.sqlite3.4711.new-wal",
    "diary.sqlite3.left-wal",
    "diary.sqlite3.damaged-2026-01-05-2-wal",
    "diary.version-1.sqlite3",
    "diary.version-1-2.sqlite3",
    "diary.version-1.sqlite3.new",
    "diary.version-1.sqlite3.new-journal",
    "housekeeping.json",
    "housekeeping.json.new",
    "settings.json.new",
    "walkcoach.log.1",
    "backups/diary-000042-20261120T173000Z.sqlite3.4711.new",
    "backups/diary-000042-20261120T173000Z.sqlite3.4711.new-journal",
    "backups/trial-abc_12/diary.sqlite3",
    "backups/trial-abc_12/diary.sqlite3-wal",
)
FOREIGN = (
    "letter.txt",
    "diary.txt",
    "my diary.sqlite3",
    "diary.sqlite3.gz",
    "diary.sqlite3 (copy)",
    "diary.version-1.sqlite3.bak",
    "diary.sqlite3.damaged-by-me",
    "export-2026-01-05.zip",
    "settings.json.mine",
    "walkcoach.log.txt",
    "backups.zip",
    "diary/diary.sqlite3",
)
FOREIGN_IN_BACKUPS = (
    "backups/notes.txt",
    "backups/diary-42.sqlite3",
    "backups/trial-abc_12/letter.txt",
    "backups/older/diary-000042-20261120T173000Z.sqlite3",
)


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def all_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def live(folder: Path) -> None:
    """Make all that the program itself makes in its folder, by its own means."""
    folder.mkdir(exist_ok=True)
    close_log(open_log(folder))
    SettingsFile(folder / SETTINGS_FILE).write(Settings())
    shelf = Backups(folder / DIARY_FILE)
    for number in range(3):
        store = SqliteDiaryStore(folder / DIARY_FILE)
        store.save_before(MONDAY + timedelta(days=number), before(number), NINE + timedelta(days=number))
        store.close()
        shelf.make(NINE + timedelta(days=number))
        if number == 1:
            start_anew(folder / DIARY_FILE, NINE).close()
    assert len(shelf.newest_first()) == 3


@contextmanager
def broken(monkeypatch: pytest.MonkeyPatch, error: Callable[[], BaseException], at: int) -> Iterator[list[str]]:
    """Let the call number `at` of all that changes the disk fail; every call before and after is noted and carried out."""
    calls: list[str] = []

    def breaking(real: Callable[..., object], name: str) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            calls.append(name)
            if len(calls) - 1 != at:
                return real(*arguments, **named)
            if name == "close":  # no handle may be left open, whatever is told of it
                real(*arguments, **named)
            raise error()

        return call

    with monkeypatch.context() as patch:
        for owner, name in ((os, "unlink"), (os, "rmdir"), (os, "fsync"), (os, "open"), (os, "close")):
            patch.setattr(owner, name, breaking(getattr(owner, name), name))
        yield calls


class Crash(BaseException):
    """The power went."""


def full() -> OSError:
    return OSError(28, "No space left on device")


def test_all_that_the_program_makes_is_gone_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    live(folder)
    put(folder, *LEFT_BY_CRASHES)
    put(folder, *FOREIGN, *FOREIGN_IN_BACKUPS)
    kept = {name for name in all_in(folder) if name in (*FOREIGN, *FOREIGN_IN_BACKUPS)}
    erase_all(folder)
    assert {name for name in all_in(folder) if (folder / name).is_file()} == kept
    for name in kept:
        assert (folder / name).read_text(encoding="utf-8") == name


def test_without_anything_foreign_the_folder_is_empty_once_the_lock_is_let_go(tmp_path: Path) -> None:
    live(tmp_path)
    put(tmp_path, *LEFT_BY_CRASHES)
    with DiaryLock(tmp_path):
        erase_all(tmp_path)
    assert all_in(tmp_path) == set()


def test_nothing_there_is_no_error(tmp_path: Path) -> None:
    erase_all(tmp_path)
    erase_all(tmp_path)
    erase_all(tmp_path / "missing")
    assert (all_in(tmp_path), finish_erasing(tmp_path)) == (set(), False)


def test_afterwards_a_new_diary_begins_with_nothing_of_the_old_one(tmp_path: Path) -> None:
    live(tmp_path)
    erase_all(tmp_path)
    store = SqliteDiaryStore(tmp_path / DIARY_FILE)
    assert dict(store.load().before) == {}
    store.close()


@pytest.fixture
def lived(tmp_path: Path) -> Path:
    """A folder full of ours and of others'."""
    folder = tmp_path / "lived"
    live(folder)
    put(folder, *LEFT_BY_CRASHES, *FOREIGN)
    return folder


def steps_of_erasing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> int:
    """How many calls to the disk it takes."""
    shutil.copytree(folder, folder.with_name("counted"))
    with broken(monkeypatch, full, -1) as calls:
        erase_all(folder.with_name("counted"))
    on_disk = ["open", "fsync", "close"]
    assert calls[-8:] == ["unlink", *on_disk, "unlink", *on_disk]  # all else is gone before the word that it is under way is
    return len(calls)


def told_by(erase: Callable[[], None]) -> Trouble | None:
    """What trouble it told, if any."""
    try:
        erase()
    except Trouble as trouble:
        return trouble
    return None


def test_each_call_to_the_disk_that_fails_is_told_or_survived_and_a_second_call_finishes(
    lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = steps_of_erasing(monkeypatch, lived)
    assert steps > 30
    for at in range(steps):
        folder = lived.with_name(f"data-{at}")
        shutil.copytree(lived, folder)
        with broken(monkeypatch, full, at) as calls:
            trouble = told_by(lambda folder=folder: erase_all(folder))  # type: ignore[misc]
        if trouble is None:
            assert at < 5, f"call {at}, {calls[at]}, failed, and nobody was told"  # it could not be written down, that is all
        else:
            assert str(folder) in trouble.what
            assert "All else is gone" in trouble.way_on
            left = {name for name in all_in(folder) - {*FOREIGN, "diary", "backups", PENDING_FILE} if (folder / name).is_file()}
            assert len(left) == (calls[at] == "unlink" and at < steps - 4), f"call {at}, {calls[at]}: {left}"
        erase_all(folder)
        assert all_in(folder) == {*FOREIGN, "diary"}


def test_after_a_crash_at_any_moment_the_next_start_finishes_before_anything_passes_for_a_diary(
    lived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    untouched = all_in(lived)
    for at in range(steps_of_erasing(monkeypatch, lived)):
        folder = lived.with_name(f"data-{at}")
        shutil.copytree(lived, folder)
        with broken(monkeypatch, Crash, at), suppress(Crash):
            erase_all(folder)
        half_way = all_in(folder)
        assert finish_erasing(folder) is (PENDING_FILE in half_way)
        after = all_in(folder)
        assert after == {*FOREIGN, "diary"} or (half_way == untouched == after), f"call {at}"
        assert not finish_erasing(folder)


def test_where_it_cannot_be_written_down_the_diary_goes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live(tmp_path)
    gone: list[str] = []
    real = os.unlink

    def note(path: Path) -> None:
        gone.append(Path(path).name)
        real(path)

    monkeypatch.setattr(os, "unlink", note)
    erase_all(tmp_path)
    diary = gone.index(DIARY_FILE)
    assert all(name.startswith(("diary-", "diary.sqlite3.damaged-")) for name in gone[:diary])
    assert not [name for name in gone[diary + 1 :] if name.startswith(("diary-", "diary.sqlite3.", "diary.version"))]
    assert gone[-1] == PENDING_FILE


def test_what_cannot_be_deleted_is_named_as_long_as_the_list_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live(tmp_path)
    real = os.unlink

    def refuse(path: Path) -> None:
        if Path(path).parent.name == "backups":
            raise PermissionError(1, "Operation not permitted")
        real(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refuse)
        with pytest.raises(Trouble) as told:
            erase_all(tmp_path)
        assert told.value.what.count("diary-00000") == 3
        put(tmp_path / "backups", *(f"diary-00001{n}-20260101T000000Z.sqlite3" for n in range(3)))
        with pytest.raises(Trouble, match=r"diary-000003-\S+ and 3 more\."):
            finish_erasing(tmp_path)
    assert all_in(tmp_path) == {"backups", PENDING_FILE} | {f"backups/{path.name}" for path in (tmp_path / "backups").iterdir()}
    assert finish_erasing(tmp_path)
    assert all_in(tmp_path) == set()


def test_a_folder_that_cannot_be_looked_into_is_left_whole_and_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live(tmp_path)
    before_it = all_in(tmp_path)

    def refuse(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "listdir", refuse)
        with pytest.raises(Trouble, match="nothing in it was deleted"):
            erase_all(tmp_path)
    assert all_in(tmp_path) == before_it | {PENDING_FILE}
    assert finish_erasing(tmp_path)
    assert all_in(tmp_path) == set()


@pytest.mark.parametrize("name", ["backups", "diary.sqlite3", "settings.json", "backups/diary-000042-20261120T173000Z.sqlite3"])
def test_a_link_is_neither_followed_nor_taken_away_but_named(tmp_path: Path, name: str) -> None:
    folder, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    live(folder)
    elsewhere.mkdir()
    put(elsewhere, "diary-000042-20261120T173000Z.sqlite3")
    link = folder / name
    if name == "backups":
        link.rename(tmp_path / "moved")
        link.symlink_to(elsewhere)
    else:
        link.unlink(missing_ok=True)
        link.symlink_to(elsewhere / "diary-000042-20261120T173000Z.sqlite3")
    with pytest.raises(Trouble) as told:
        erase_all(folder)
    assert str(link) in told.value.what
    assert all_in(folder) == {PENDING_FILE, name, *([] if link.parent == folder else ["backups"])}
    assert all_in(elsewhere) == {"diary-000042-20261120T173000Z.sqlite3"}
    link.unlink()
    assert finish_erasing(folder)
    assert all_in(folder) == set()


def test_the_command_line_writes_no_diary_where_erasing_waits_to_be_finished(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    live(tmp_path)
    (tmp_path / PENDING_FILE).touch()
    before_it = all_in(tmp_path)
    backup = next((tmp_path / "backups").glob("*.sqlite3"))
    for words in (["restore", str(backup)], ["sample"]):
        assert main(["--data-dir", str(tmp_path), *words]) == 1
        assert f"Deleting everything in {tmp_path} was begun and cut off." in capsys.readouterr().err
    assert all_in(tmp_path) == before_it
    assert finish_erasing(tmp_path)


def test_the_word_that_it_is_under_way_is_private_and_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before_umask = os.umask(0)
    try:
        with broken(monkeypatch, Crash, 4), pytest.raises(Crash):
            erase_all(tmp_path)
    finally:
        os.umask(before_umask)
    pending = tmp_path / PENDING_FILE
    assert (pending.stat().st_mode & 0o777, pending.read_bytes()) == (0o600, b"")


@given(
    st.lists(
        st.one_of(
            st.from_regex(r"(diary|settings|walkcoach|housekeeping|backups)[-.a-z0-9]{0,20}", fullmatch=True),
            st.text(st.characters(codec="utf-8", exclude_characters="/\x00"), min_size=1, max_size=20),
        ),
        unique=True,
    )
)
def test_what_has_no_name_of_ours_is_never_touched(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    ours = {"diary.sqlite3", "diary.sqlite3-wal", "diary.sqlite3-shm", "diary.sqlite3-journal", "settings.json", LOG_FILE}
    folder = tmp_path_factory.mktemp("data")
    foreign = {name for name in names if name not in ours | {".", "..", "housekeeping.json", "backups"} and ".new" not in name}
    foreign = {name for name in foreign if not name.startswith(("walkcoach.log.", "diary.version-", "diary.sqlite3.left"))}
    for name in foreign:
        (folder / name).write_text(name, encoding="utf-8")
    erase_all(folder)
    assert {path.name for path in folder.iterdir()} == foreign
