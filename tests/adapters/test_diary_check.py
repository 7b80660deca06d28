"""`check_diary` tells a whole diary from one that is not, in one line, and changes nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import MONDAY, after, before, checkpoint, moment, offer, slow_answers, walk
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed diary with a whole day in it."""
    path = tmp_path / "diary.sqlite3"
    store = SqliteDiaryStore(path)
    store.save_before(MONDAY, before(), moment())
    store.save_offer(MONDAY, offer(), moment())
    store.save_walk(walk())
    store.save_after(MONDAY, after(), moment())
    store.save_slow_answers(MONDAY, slow_answers(), moment())
    store.close()
    return path


def test_a_whole_diary_is_said_to_be_whole(path: Path) -> None:
    report = check_diary(path)
    assert (report.whole, report.line) == (True, "The diary is whole: 1 day, 1 walk.")


def test_looking_changes_nothing_and_leaves_nothing_behind(path: Path) -> None:
    as_it_was = path.read_bytes()
    check_diary(path)
    assert path.read_bytes() == as_it_was
    assert list(path.parent.iterdir()) == [path]


def test_a_diary_can_be_looked_at_while_it_is_open(path: Path) -> None:
    store = SqliteDiaryStore(path)
    store.save_walk(walk(hour=15))
    assert check_diary(path).line == "The diary is whole: 1 day, 2 walks."
    store.save_walk(walk(hour=16))
    store.close()


def test_no_diary_is_not_a_whole_one(tmp_path: Path) -> None:
    report = check_diary(tmp_path / "diary.sqlite3")
    assert not report.whole
    assert report.line == f"There is no diary in {tmp_path}."
    assert list(tmp_path.iterdir()) == []


def with_pages_overwritten(path: Path) -> None:
    """Half the file is noise."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = b"\x5a" * (len(content) - len(content) // 2)
    path.write_bytes(bytes(content))


def cut_off(path: Path) -> None:
    """The second half is gone."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def with_an_unknown_word(path: Path) -> None:
    """A symptom that nobody knows."""
    changed(path, "UPDATE rating SET symptom = 'joy'")


def with_an_orphan(path: Path) -> None:
    """A score that belongs to no check-in."""
    changed(path, "DELETE FROM check_in WHERE part = 'before'")


def with_a_half_check_in(path: Path) -> None:
    """A check-in without a score."""
    changed(path, "DELETE FROM rating")


def with_two_check_ins_that_do_not_fit(path: Path) -> None:
    """A symptom rated before and not after."""
    changed(path, "INSERT INTO rating SELECT id, 1, 'cramps', 2 FROM check_in WHERE part = 'before'")


def with_a_checkpoint_that_makes_no_sense(path: Path) -> None:
    """A walk under way through no known pace."""
    store = SqliteDiaryStore(path)
    store.write_checkpoint(checkpoint())
    store.close()
    changed(path, """UPDATE checkpoint SET segments = '[["flying",60]]'""")


def with_a_month_half_answered(path: Path) -> None:
    """An answer is missing."""
    changed(path, "DELETE FROM slow_sign_answer WHERE sign = 'gait_change'")


def with_a_month_answered_by_nothing(path: Path) -> None:
    """All answers are missing, and yet it was not put off."""
    changed(path, "DELETE FROM slow_sign_answer")


def with_a_month_put_off_and_answered(path: Path) -> None:
    """Answers of a question that was put off."""
    changed(path, "UPDATE monthly_question SET answered = 0")


def with_an_answer_to_no_question(path: Path) -> None:
    """Answers that belong to no month."""
    changed(path, "DELETE FROM monthly_question")


def with_an_unknown_slow_sign(path: Path) -> None:
    """A sign that nobody asks about."""
    changed(path, "UPDATE slow_sign_answer SET sign = 'joy' WHERE sign = 'gait_change'")


def with_zeros(path: Path) -> None:
    """Nothing is left but the length."""
    path.write_bytes(b"\0" * path.stat().st_size)


def changed(path: Path, sql: str) -> None:
    """Run `sql` on the file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


@pytest.mark.parametrize(
    "damage",
    [
        with_pages_overwritten,
        cut_off,
        with_zeros,
        with_an_unknown_word,
        with_an_orphan,
        with_a_half_check_in,
        with_two_check_ins_that_do_not_fit,
        with_a_checkpoint_that_makes_no_sense,
        with_a_month_half_answered,
        with_a_month_answered_by_nothing,
        with_a_month_put_off_and_answered,
        with_an_answer_to_no_question,
        with_an_unknown_slow_sign,
    ],
)
def test_damage_is_found_and_told_in_one_line(path: Path, damage: Callable[[Path], None]) -> None:
    damage(path)
    report = check_diary(path)
    assert not report.whole
    assert "diary.sqlite3 is" in report.line
    assert "\n" not in report.line
