"""The diary file as a file: whom it lets in, what it refuses, and what happens when the disk does not play along."""

import errno
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.builders import MONDAY, after, before, checkpoint, moment, notes, offer, walk
from walkcoach.adapters.storage.connection import connect, open_diary, troubles
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.files import put_in_place
from walkcoach.adapters.storage.schema import released_steps
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import StoredDiary

resource = pytest.importorskip("resource") if os.name == "posix" else None
posix = pytest.mark.skipif(os.name != "posix", reason="file modes and limits are POSIX")


def mode(path: Path) -> int:
    """The permission bits of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_every_connection_has_what_is_promised_of_it(path: Path) -> None:
    with closing(open_diary(path)) as connection:
        answers = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert answers == ["wal", 2, 1]


@posix
def test_only_the_owner_may_read_the_files(store: SqliteDiaryStore, path: Path) -> None:
    beside = sorted(path.parent.iterdir())
    assert [file.name for file in beside] == ["diary.sqlite3", "diary.sqlite3-shm", "diary.sqlite3-wal"]
    assert {mode(file) for file in beside} == {0o600}


@posix
@pytest.mark.parametrize("umask", [0o000, 0o277])
def test_the_umask_has_no_say_in_it(path: Path, umask: int) -> None:
    before_it = os.umask(umask)
    try:
        SqliteDiaryStore(path).close()
    finally:
        os.umask(before_it)
    assert mode(path) == 0o600


@posix
def test_a_diary_that_others_may_read_is_made_private_again(path: Path) -> None:
    SqliteDiaryStore(path).close()
    path.chmod(0o644)
    store = SqliteDiaryStore(path)
    store.save_notes(MONDAY, notes(cleared=True), moment())
    assert {mode(file) for file in path.parent.iterdir()} == {0o600}
    store.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 4096, b"Dear diary, today I walked.", b"SQLite format 3\0", b"SQLite format 3\0" + b"\0" * 5000],
    ids=["empty", "zeros", "text", "a bare beginning", "a beginning and zeros"],
)
def test_a_file_that_is_no_diary_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Trouble, match=r"diary\.sqlite3 is not a Walkcoach diary") as refused:
        SqliteDiaryStore(path)
    assert refused.value.way_on
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_another_program_s_database_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE recipe (name)")
        other.commit()
    as_it_was = path.read_bytes()
    with pytest.raises(Trouble, match="is not a Walkcoach diary"):
        SqliteDiaryStore(path)
    assert path.read_bytes() == as_it_was
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_in_its_place_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(Trouble, match="is not a Walkcoach diary"):
        SqliteDiaryStore(path)


def test_a_newer_diary_is_refused_in_one_line_and_left_alone(store: SqliteDiaryStore, path: Path) -> None:
    store.close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(released_steps()) + 1}")
        newer.commit()
    as_it_was = path.read_bytes()
    with pytest.raises(Trouble, match="newer Walkcoach") as refused:
        SqliteDiaryStore(path)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == as_it_was


def test_a_newer_diary_is_refused_even_while_the_news_lies_in_the_log(store: SqliteDiaryStore, path: Path) -> None:
    with closing(connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(released_steps()) + 1}")
        with pytest.raises(Trouble, match="newer Walkcoach"):
            SqliteDiaryStore(path)


def test_a_folder_that_is_no_folder_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder", encoding="utf-8")
    with pytest.raises(Trouble, match=r"file.diary\.sqlite3") as trouble:
        SqliteDiaryStore(file / "diary.sqlite3")
    assert trouble.value.way_on


def test_a_leftover_of_a_first_start_that_crashed_is_cleared_away(path: Path) -> None:
    path.with_name("diary.sqlite3.123.new").write_bytes(b"half a diary")
    path.with_name("diary.sqlite3.123.new-wal").write_bytes(b"its log")
    store = SqliteDiaryStore(path)
    assert store.load() == StoredDiary()
    store.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_finished_file_never_takes_the_place_of_another(path: Path) -> None:
    beside = path.with_name("beside")
    beside.write_bytes(b"new")
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        put_in_place(beside, path)
    assert (path.read_bytes(), beside.exists()) == (b"old", False)


def test_a_disk_without_hard_links_will_do(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_paths: object) -> None:
        raise OSError("no hard links here")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    SqliteDiaryStore(path).close()
    assert list(path.parent.iterdir()) == [path]
    beside = path.with_name("beside")
    beside.write_bytes(b"new")
    with pytest.raises(OSError, match="no hard links"):
        put_in_place(beside, path)
    assert path.read_bytes() != b"new"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "There is no room left"),
        (errno.EROFS, "can be read but not written"),
        (errno.EACCES, "cannot be opened"),
        (errno.EIO, "cannot be read or written"),
    ],
)
def test_what_the_system_reports_becomes_a_sentence(path: Path, number: int, sentence: str) -> None:
    with pytest.raises(Trouble, match=sentence), troubles(path):
        raise OSError(number, os.strerror(number))


@contextmanager
def no_more_room(store: SqliteDiaryStore) -> Iterator[None]:
    """No page may be added to the file."""
    connection = store._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    yield
    connection.execute("PRAGMA max_page_count = 1000000")


def test_a_full_disk_loses_nothing_that_was_saved(store: SqliteDiaryStore) -> None:
    large = walk(marks=tuple(float(at) for at in range(5000)))
    store.write_checkpoint(checkpoint())
    with no_more_room(store):
        with pytest.raises(Trouble, match="There is no room left on the disk") as trouble:
            store.save_walk(large)
        assert "diary.sqlite3" in trouble.value.what
        assert store.load() == StoredDiary(before={MONDAY: before(3)})
        assert store.read_checkpoint() == checkpoint()
    store.save_walk(large)
    assert store.load() == StoredDiary(before={MONDAY: before(3)}, walks=(large,))


@posix
def test_a_disk_that_stops_writing_loses_nothing_that_was_saved(store: SqliteDiaryStore, path: Path) -> None:
    assert resource is not None
    kept = store.load()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = max(file.stat().st_size for file in path.parent.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 10_000, hard))
    try:
        with pytest.raises(Trouble, match=r"diary\.sqlite3 cannot be read or written"):
            store.save_walk(walk(marks=tuple(float(at) for at in range(5000))))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert store.load() == kept
    store.save_walk(walk())
    store.close()
    again = SqliteDiaryStore(path)
    assert again.load().walks == (walk(),)
    again.close()


def test_a_disk_that_may_only_be_read_says_so_and_goes_on_showing_the_diary(store: SqliteDiaryStore) -> None:
    store._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(Trouble, match="can be read but not written"):
        store.save_offer(MONDAY, offer(), moment())
    with pytest.raises(Trouble, match="can be read but not written"):
        store.write_checkpoint(checkpoint())
    assert store.load() == StoredDiary(before={MONDAY: before(3)})


def test_another_program_that_holds_the_file_is_said_to(store: SqliteDiaryStore, path: Path) -> None:
    store._connection.execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Trouble, match=r"Another program is using .*diary\.sqlite3"):
            store.save_after(MONDAY, after(), moment())
    assert store.load().after == {}


def test_overwritten_pages_are_called_damage(store: SqliteDiaryStore, path: Path) -> None:
    store.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(Trouble, match="is damaged"):
        SqliteDiaryStore(path).load()
    assert path.read_bytes() == bytes(content)


def test_a_row_that_makes_no_sense_is_called_damage_and_named(store: SqliteDiaryStore) -> None:
    store.save_offer(MONDAY, offer(), moment())
    store._connection.execute("""UPDATE offer SET decision = '{"version":1}'""")
    with pytest.raises(Trouble, match="is damaged: offer 2026-01-05"):
        store.load()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE rating SET score = 11",
        "UPDATE rating SET score = 2.5",
        "UPDATE rating SET score = 'much'",
        "UPDATE check_in SET feet = 'later'",
        "UPDATE check_in SET steady = NULL",
        "UPDATE check_in SET day = '2026-02-30'",
        "UPDATE check_in SET effort = 3",
        "UPDATE walk SET walked_s = -1",
        "UPDATE walk SET brisk_s = walked_s + 2",
        "UPDATE walk SET kind = 'dreamt'",
        "UPDATE symptom_mark SET walk_id = 'nobody'",
        "INSERT INTO rating VALUES ('nobody', 0, 'tingling', 3)",
    ],
)
def test_the_file_itself_refuses_what_cannot_be(store: SqliteDiaryStore, change: str) -> None:
    store.save_walk(walk(marks=(1.0,)))
    with pytest.raises(sqlite3.IntegrityError):
        store._connection.execute(change)


def test_a_check_in_said_again_keeps_its_id(store: SqliteDiaryStore) -> None:
    def ids() -> list[str]:
        return [row[0] for row in store._connection.execute("SELECT id FROM check_in")]

    first = ids()
    store.save_before(MONDAY, before(7), moment(hour=12))
    assert ids() == first
