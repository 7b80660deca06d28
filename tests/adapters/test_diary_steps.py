"""Old files open: a copy first, then step by step, each whole or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import MONDAY, before
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.schema import Step, released_steps, take
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import StoredDiary

NEWEST = len(released_steps())
NEXT = Step(NEWEST + 1, "ALTER TABLE walk ADD COLUMN treadmill INTEGER; UPDATE walk SET treadmill = 0;")
BROKEN = Step(NEWEST + 1, "CREATE TABLE half (id); INSERT INTO half VALUES (1); CREATE TABLE walk (id);")
ORPHANING = Step(
    NEWEST + 1, "PRAGMA defer_foreign_keys = ON; CREATE TABLE half (id REFERENCES walk (id)); INSERT INTO half VALUES ('nobody');"
)


@pytest.fixture
def path(closed: Path) -> Path:
    """A diary of today's version, closed, with a morning in it."""
    return closed


def version(path: Path) -> int:
    """The steps that the closed file has seen."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_the_steps_are_numbered_from_one() -> None:
    assert [step.version for step in released_steps()] == list(range(1, NEWEST + 1))


def test_a_diary_of_today_is_opened_without_a_copy(path: Path) -> None:
    SqliteDiaryStore(path).close()
    assert list(path.parent.iterdir()) == [path]
    assert version(path) == NEWEST


def test_an_older_diary_is_copied_and_brought_up_to_date(path: Path) -> None:
    store = SqliteDiaryStore(path, [*released_steps(), NEXT])
    assert store.load() == StoredDiary(before={MONDAY: before(3)})
    store.close()
    copy = path.with_name(f"diary.version-{NEWEST}.sqlite3")
    assert (version(path), version(copy)) == (NEWEST + 1, NEWEST)
    assert copy.stat().st_mode & 0o777 == 0o600
    old = SqliteDiaryStore(copy)
    assert old.load() == StoredDiary(before={MONDAY: before(3)})
    old.close()


@pytest.mark.parametrize("bad", [BROKEN, ORPHANING], ids=["an error in it", "a row that refers to nothing"])
def test_a_step_that_fails_leaves_the_diary_as_it_was_and_names_the_copy(path: Path, bad: Step) -> None:
    with pytest.raises(Trouble, match="could not be brought up to date") as trouble:
        SqliteDiaryStore(path, [*released_steps(), bad])
    assert f"diary.version-{NEWEST}.sqlite3" in trouble.value.way_on
    assert version(path) == NEWEST
    store = SqliteDiaryStore(path)
    assert store.load() == StoredDiary(before={MONDAY: before(3)})
    assert store._connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").fetchone()[0] == 0
    store.close()


def test_an_earlier_copy_is_never_overwritten(path: Path) -> None:
    for _attempt in range(2):
        with pytest.raises(Trouble):
            SqliteDiaryStore(path, [*released_steps(), BROKEN])
    names = sorted(file.name for file in path.parent.iterdir() if "version" in file.name)
    assert names == [f"diary.version-{NEWEST}-2.sqlite3", f"diary.version-{NEWEST}.sqlite3"]


def test_steps_are_taken_once_each_and_in_order() -> None:
    steps = [Step(1, "CREATE TABLE a (x);"), Step(2, "INSERT INTO a VALUES (1);"), Step(3, "INSERT INTO a SELECT x + 1 FROM a;")]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        take(connection, steps[:2])
        take(connection, steps)
        take(connection, steps)
        assert connection.execute("SELECT x FROM a ORDER BY x").fetchall() == [(1,), (2,)]
