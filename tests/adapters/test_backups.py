"""The shelf of backups: each whole, private, and never at the cost of another."""

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import BERLIN, MONDAY, before, checkpoint, moment, notes, walk
from walkcoach.adapters.storage.backups import Backups, pour
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.connection import Damaged, connect
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.schema import Step, released_steps
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import StoredDiary

NEXT = Step(len(released_steps()) + 1, "ALTER TABLE walk ADD COLUMN treadmill INTEGER; UPDATE walk SET treadmill = 0;")


@pytest.fixture
def shelf(path: Path, store: SqliteDiaryStore) -> Backups:
    """The shelf of the diary that `store` has open."""
    return Backups(path)


def read(path: Path) -> StoredDiary:
    """What a file keeps."""
    store = SqliteDiaryStore(path)
    diary = store.load()
    store.close()
    return diary


def fill_with_noise(path: Path) -> None:
    """Half the file is noise."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = b"\x5a" * (len(content) - len(content) // 2)
    path.write_bytes(bytes(content))


def names(folder: Path) -> list[str]:
    """What lies in a folder, sorted."""
    return sorted(file.name for file in folder.iterdir())


def mode(path: Path) -> int:
    """The permission bits of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def test_a_backup_holds_what_the_open_diary_holds_and_nobody_else_may_read_it(
    shelf: Backups, store: SqliteDiaryStore, path: Path
) -> None:
    store.save_walk(walk())
    made = shelf.make(moment())
    assert made == path.parent / "backups" / "diary-000001-20260105T080000Z.sqlite3"
    assert (mode(made), mode(made.parent)) == (0o600, 0o700)
    assert names(made.parent) == [made.name]
    assert read(made) == store.load()


def test_the_newest_comes_first_with_its_moment_and_size(shelf: Backups, store: SqliteDiaryStore) -> None:
    first = shelf.make(moment(hour=9))
    store.save_walk(walk())
    second = shelf.make(moment(hour=11))
    assert first is not None
    assert second is not None
    newest, oldest = shelf.newest_first()
    assert (newest.path, newest.moment) == (second, datetime(2026, 1, 5, 10, tzinfo=UTC))
    assert (oldest.path, oldest.size_bytes) == (first, first.stat().st_size)


def test_a_diary_that_has_not_changed_needs_no_backup(shelf: Backups, store: SqliteDiaryStore, path: Path) -> None:
    assert shelf.make(moment(hour=9)) is not None
    assert shelf.make(moment(hour=10)) is None
    store.close()
    SqliteDiaryStore(path).close()
    assert shelf.make(moment(hour=11)) is None
    assert len(shelf.newest_first()) == 1


@pytest.mark.parametrize("what", ["score", "note", "under way"])
def test_the_smallest_change_is_worth_a_backup(shelf: Backups, store: SqliteDiaryStore, what: str) -> None:
    store.write_checkpoint(checkpoint(walked_s=60))
    shelf.make(moment(hour=9))
    match what:
        case "score":
            store.save_before(MONDAY, before(4), moment())
        case "note":
            store.save_notes(MONDAY, notes(cleared=True), moment())
        case _:
            store.write_checkpoint(checkpoint(walked_s=62))
    assert shelf.make(moment(hour=10)) is not None


def test_the_newest_stays_the_newest_when_the_clock_was_wrong(shelf: Backups, store: SqliteDiaryStore) -> None:
    shelf.make(moment(MONDAY.replace(year=2036)))
    store.save_walk(walk())
    made = shelf.make(moment())
    assert shelf.newest_first()[0].path == made


def test_two_backups_in_one_second_both_stand(shelf: Backups, store: SqliteDiaryStore) -> None:
    shelf.make(moment())
    store.save_walk(walk())
    shelf.make(moment())
    assert len(shelf.newest_first()) == 2


def test_what_else_lies_in_the_folder_is_no_backup_and_stays(shelf: Backups, path: Path) -> None:
    shelf.make(moment())
    others = ["diary-1-20260105T080000Z.sqlite3", "diary-000001-20269999T080000Z.sqlite3", "holiday.txt"]
    for name in others:
        path.parent.joinpath("backups", name).write_text("mine", encoding="utf-8")
    assert len(shelf.newest_first()) == 1
    shelf.thin(moment())
    assert set(others) < set(names(path.parent / "backups"))


def test_no_backup_is_made_of_a_damaged_diary(shelf: Backups, store: SqliteDiaryStore, path: Path) -> None:
    made = shelf.make(moment(hour=9))
    assert made is not None
    as_it_was = made.read_bytes()
    store.save_walk(walk())
    store.close()
    fill_with_noise(path)
    with pytest.raises(Damaged, match=r"diary\.sqlite3 is damaged, so no backup was made"):
        shelf.make(moment(hour=10))
    assert (names(made.parent), made.read_bytes()) == ([made.name], as_it_was)


def test_no_backup_is_made_of_a_diary_whose_words_make_no_sense(shelf: Backups, store: SqliteDiaryStore, path: Path) -> None:
    store.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE rating SET symptom = 'joy'")
        other.commit()
    with pytest.raises(Damaged, match="no backup was made"):
        shelf.make(moment())
    assert names(path.parent / "backups") == []


def test_thinning_keeps_what_the_plan_keeps(shelf: Backups, store: SqliteDiaryStore) -> None:
    for hour in range(9, 15):
        store.save_walk(walk(hour=hour))
        shelf.make(moment(hour=hour))
    assert shelf.thin(moment() + timedelta(days=1)) == 0
    assert shelf.thin(moment() + timedelta(days=9)) == 5
    (left,) = shelf.newest_first()
    assert len(read(left.path).walks) == 6


def test_a_leftover_of_a_crash_is_cleared_away(shelf: Backups, path: Path) -> None:
    shelf.make(moment())
    left = path.parent / "backups" / "diary-000002-20260105T090000Z.sqlite3.77.new"
    left.write_bytes(b"half")
    shelf.make(moment(hour=10))
    assert not left.exists()


def test_the_newest_is_tried_out_and_the_trial_leaves_nothing(shelf: Backups, store: SqliteDiaryStore, path: Path) -> None:
    assert shelf.prove(moment()) is None
    shelf.make(moment())
    proven = shelf.prove(moment(hour=11))
    assert proven is not None
    assert (proven.moment, proven.backup) == (moment(hour=11), shelf.newest_first()[0].path.name)
    assert names(path.parent / "backups") == [proven.backup]


@pytest.mark.parametrize("damage", ["noise", "another value on the way", "a word"])
def test_a_backup_that_is_none_does_not_pass_its_trial(
    shelf: Backups, store: SqliteDiaryStore, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    made = shelf.make(moment())
    assert made is not None
    if damage == "noise":
        fill_with_noise(made)
    elif damage == "a word":
        with closing(sqlite3.connect(made)) as other:
            other.execute("UPDATE check_in SET steady = 'as_usual', day = '2026-01-05', feet = 'fine', said_at = 'sometime'")
            other.execute("UPDATE rating SET symptom = 'joy'")
            other.commit()
    else:

        def spoil(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
            source.backup(target)
            target.execute("UPDATE rating SET score = score + 1")

        monkeypatch.setattr("walkcoach.adapters.storage.backups.copy_pages", spoil)
    with pytest.raises(Trouble, match="could not be restored as a trial"):
        shelf.prove(moment())
    assert names(made.parent) == [made.name]


def test_going_back_keeps_what_was_there(shelf: Backups, store: SqliteDiaryStore) -> None:
    shelf.make(moment(hour=9))
    old = store.load()
    store.save_walk(walk())
    new = store.load()
    restored = shelf.restore(shelf.newest_first()[0].path, moment(hour=11))
    assert store.load() == old  # the open window sees it, over its own connection
    assert restored.kept is not None
    assert read(restored.kept) == new
    shelf.restore(restored.kept, moment(hour=12))
    assert store.load() == new
    store.save_walk(walk(hour=16))
    assert len(store.load().walks) == 2


def test_a_backup_can_be_poured_into_the_open_diary_itself(shelf: Backups, store: SqliteDiaryStore) -> None:
    made = shelf.make(moment())
    assert made is not None
    old = store.load()
    store.save_walk(walk())
    pour(made, store._connection)
    assert store.load() == old
    store.save_walk(walk(hour=12))
    assert len(store.load().walks) == 1


def test_a_longer_and_a_shorter_diary_take_each_other_s_place(shelf: Backups, store: SqliteDiaryStore) -> None:
    shelf.make(moment(hour=9))
    for day in range(200):
        store.save_before(MONDAY + timedelta(days=day), before(day % 10), moment())
    long = store.load()
    kept = shelf.restore(shelf.newest_first()[0].path, moment(hour=10)).kept
    assert len(store.load().before) == 1
    assert kept is not None
    shelf.restore(kept, moment(hour=11))
    assert store.load() == long


def test_going_back_where_no_window_is_open_leaves_one_whole_file(shelf: Backups, store: SqliteDiaryStore, path: Path) -> None:
    made = shelf.make(moment(hour=9))
    store.save_walk(walk())
    store.close()
    assert made is not None
    shelf.restore(made, moment(hour=11))
    assert names(path.parent) == ["backups", "diary.sqlite3"]
    assert (read(path).walks, check_diary(path).whole, mode(path)) == ((), True, 0o600)


def test_an_older_backup_is_brought_up_to_date_and_stays_as_it_was(path: Path, store: SqliteDiaryStore) -> None:
    made = Backups(path).make(moment())
    assert made is not None
    as_it_was = made.read_bytes()
    store.close()
    steps = [*released_steps(), NEXT]
    newer = Backups(path, steps=steps)
    SqliteDiaryStore(path, steps).close()
    newer.restore(made, moment(hour=10))
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(steps)
    assert made.read_bytes() == as_it_was


def test_a_diary_that_was_damaged_is_set_aside_when_the_person_goes_back(
    shelf: Backups, store: SqliteDiaryStore, path: Path
) -> None:
    made = shelf.make(moment())
    assert made is not None
    store.save_walk(walk())
    store.close()
    fill_with_noise(path)
    noise = path.read_bytes()
    restored = shelf.restore(made, moment(hour=11))
    assert restored.kept == path.with_name("diary.sqlite3.damaged-2026-01-05")
    assert restored.kept.read_bytes() == noise
    assert read(path) == read(made)


def test_a_diary_can_be_brought_to_a_new_machine(store: SqliteDiaryStore, path: Path, tmp_path: Path) -> None:
    made = Backups(path).make(moment())
    assert made is not None
    there = tmp_path / "there"
    there.mkdir()
    restored = Backups(there / "diary.sqlite3").restore(made, moment())
    assert (restored.kept, names(there)) == (None, ["diary.sqlite3"])
    assert read(there / "diary.sqlite3") == store.load()


def test_a_log_without_its_diary_never_speaks_into_the_new_one(shelf: Backups, store: SqliteDiaryStore, path: Path) -> None:
    made = shelf.make(moment())
    assert made is not None
    store.save_walk(walk())
    old = read(made)
    log = path.with_name("diary.sqlite3-wal").read_bytes()
    store.close()
    path.unlink()
    path.with_name("diary.sqlite3-wal").write_bytes(log)
    shelf.restore(made, moment(hour=10))
    assert read(path) == old
    assert path.with_name("diary.sqlite3.left-wal").read_bytes() == log


def newer(path: Path) -> None:
    """Written by a newer program."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 99")
        other.commit()


def foreign(path: Path) -> None:
    """Another program's file."""
    path.write_bytes(b"Dear diary, today I walked. " * 400)


def gone(path: Path) -> None:
    """No file at all."""
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (newer, "was written by a newer Walkcoach"),
        (foreign, "is not a Walkcoach diary"),
        (fill_with_noise, "is damaged and was not restored"),
        (gone, "There is no file"),
    ],
)
def test_what_cannot_be_gone_back_to_is_named_and_changes_nothing(
    shelf: Backups, store: SqliteDiaryStore, path: Path, spoil: object, sentence: str
) -> None:
    made = shelf.make(moment())
    assert made is not None
    store.save_walk(walk())
    now = store.load()
    spoil(made)  # type: ignore[operator]
    as_it_was = made.read_bytes() if made.exists() else None
    with pytest.raises(Trouble, match=sentence) as trouble:
        shelf.restore(made, moment(hour=11))
    assert made.name in trouble.value.what
    assert store.load() == now
    assert (made.read_bytes() if made.exists() else None) == as_it_was
    assert [name for name in names(path.parent) if ".new" in name or ".damaged" in name] == []


def test_a_locked_diary_is_waited_for_a_while_and_then_left_alone(
    shelf: Backups, store: SqliteDiaryStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("walkcoach.adapters.storage.connection._WAIT_S", 0.01)
    made = shelf.make(moment())
    store.save_walk(walk())
    now = store.load()
    assert made is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Trouble, match="Another program is using"):
            shelf.restore(made, moment(hour=11))
        other.execute("ROLLBACK")
    assert store.load() == now


def test_moments_are_told_in_the_person_s_zone_but_named_in_utc(shelf: Backups) -> None:
    made = shelf.make(datetime(2026, 7, 1, 0, 30, tzinfo=BERLIN))
    assert made is not None
    assert made.name == "diary-000001-20260630T223000Z.sqlite3"
