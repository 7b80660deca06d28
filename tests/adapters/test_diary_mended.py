"""A damaged diary is kept and the newest whole backup opened; there is no silent empty start (promise R6)."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import MONDAY, before, moment, notes, walk
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.connection import open_diary
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.files import set_aside
from walkcoach.adapters.storage.mend import NothingToGoBackTo, open_or_mend, start_anew
from walkcoach.adapters.storage.schema import released_steps
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import StoredDiary
from walkcoach.services.sample import write_sample

LATER = moment(date(2026, 1, 7), 8)
PAGE = 4096


class Lived:
    """A diary with one backup of some days ago: where it lies, what the backup keeps and what the diary did."""

    def __init__(self, path: Path, backed_up: StoredDiary, newest: StoredDiary) -> None:
        self.path = path
        self.backed_up = backed_up
        self.newest = newest

    @property
    def damaged(self) -> Path:
        """Where the damaged file is kept."""
        return self.path.with_name("diary.sqlite3.damaged-2026-01-07")

    def copied_to(self, folder: Path) -> "Lived":
        """The same once more, in `folder`."""
        shutil.copytree(self.path.parent, folder)
        return Lived(folder / self.path.name, self.backed_up, self.newest)


@pytest.fixture(scope="module")
def a_life(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """Half a year, backed up, and two walks since."""
    path = tmp_path_factory.mktemp("life") / "diary.sqlite3"
    store = SqliteDiaryStore(path)
    write_sample(store, MONDAY, 26)
    backed_up = store.load()
    Backups(path).make(moment())
    store.save_walk(walk(MONDAY))
    store.save_walk(walk(MONDAY + timedelta(days=1)))
    newest = store.load()
    store.close()
    return Lived(path, backed_up, newest)


@pytest.fixture
def life(a_life: Lived, tmp_path: Path) -> Lived:
    """That life, for one test to spoil."""
    return a_life.copied_to(tmp_path / "life")


def assert_mended(life: Lived, spoilt: bytes | None) -> None:
    """The backup is open, what was damaged is kept byte by byte, and the person can be told."""
    opened = open_or_mend(life.path, LATER)
    try:
        assert opened.store.load() == life.backed_up
        opened.store.save_walk(walk(MONDAY + timedelta(days=2)))
    finally:
        opened.store.close()
    assert opened.mended is not None
    assert opened.mended.damaged == (None if spoilt is None else life.damaged)
    if spoilt is not None:
        assert life.damaged.read_bytes() == spoilt
    what, way_on = opened.mended.told(LATER)
    assert what
    assert "It reaches up to 5 January 2026, 09:00." in way_on
    assert spoilt is None or life.damaged.name in way_on
    again = open_or_mend(life.path, LATER)
    assert (again.mended, len(again.store.load().walks)) == (None, len(life.backed_up.walks) + 1)
    again.store.close()


def test_a_whole_diary_is_opened_and_nothing_is_said(life: Lived) -> None:
    opened = open_or_mend(life.path, LATER)
    assert (opened.store.load(), opened.mended) == (life.newest, None)
    opened.store.close()
    assert sorted(file.name for file in life.path.parent.iterdir()) == ["backups", "diary.sqlite3"]


def test_the_very_first_start_is_an_empty_diary(tmp_path: Path) -> None:
    opened = open_or_mend(tmp_path / "diary.sqlite3", LATER)
    assert (opened.store.load(), opened.mended) == (StoredDiary(), None)
    opened.store.close()


def test_what_was_read_when_it_was_opened_is_not_told_once_it_has_changed(life: Lived) -> None:
    store = open_or_mend(life.path, LATER).store
    with closing(open_diary(life.path)) as other:
        other.execute("DELETE FROM walk")
    assert store.load().walks == ()
    store.close()
    store = open_or_mend(life.path, LATER).store
    store.save_walk(walk())
    assert store.load().walks == (walk(),)
    store.close()


@pytest.mark.parametrize("seed", range(50))
def test_pages_overwritten_in_any_place_are_mended(a_life: Lived, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    life = a_life.copied_to(tmp_path / "life")
    pages = life.path.stat().st_size // PAGE
    content = bytearray(life.path.read_bytes())
    page = seed * pages // 50
    content[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    life.path.write_bytes(bytes(content))
    assert_mended(life, bytes(content))


@pytest.mark.parametrize("fiftieth", range(50))
def test_a_file_cut_off_anywhere_is_mended(a_life: Lived, tmp_path: Path, fiftieth: int) -> None:
    life = a_life.copied_to(tmp_path / "life")
    content = life.path.read_bytes()
    content = content[: len(content) * fiftieth // 50 + (fiftieth % 3)]
    life.path.write_bytes(content)
    assert_mended(life, content)


def with_zeros(content: bytes) -> bytes:
    """Nothing is left but the length."""
    return b"\0" * len(content)


def with_a_zeroed_page(content: bytes) -> bytes:
    """A hole in the middle, as a file system leaves it after a crash."""
    at = len(content) // PAGE // 2 * PAGE
    return content[:at] + b"\0" * PAGE + content[at + PAGE :]


def empty(_content: bytes) -> bytes:
    """No byte at all."""
    return b""


def with_garbage_ahead(content: bytes) -> bytes:
    """The header says nothing."""
    return b"\xa5" * 100 + content[100:]


def without_our_mark(content: bytes) -> bytes:
    """The header no longer says whose file it is."""
    return content[:68] + b"\0\0\0\0" + content[72:]


def with_an_unknown_format(content: bytes) -> bytes:
    """The header asks for a SQLite that does not exist."""
    return content[:18] + b"\x07\x02" + content[20:]


def text(_content: bytes) -> bytes:
    """Something else altogether."""
    return b"Dear diary, today I walked."


@pytest.mark.parametrize(
    "spoil", [with_zeros, with_a_zeroed_page, empty, with_garbage_ahead, without_our_mark, with_an_unknown_format, text]
)
def test_any_damage_is_mended(life: Lived, spoil: Callable[[bytes], bytes]) -> None:
    spoilt = spoil(life.path.read_bytes())
    life.path.write_bytes(spoilt)
    assert_mended(life, spoilt)


@pytest.mark.parametrize(
    "spoil", [with_zeros, with_a_zeroed_page, empty, with_garbage_ahead, without_our_mark, with_an_unknown_format, text]
)
def test_without_a_backup_any_damage_is_refused_and_left_as_it_is(life: Lived, spoil: Callable[[bytes], bytes]) -> None:
    shutil.rmtree(life.path.parent / "backups")
    spoilt = spoil(life.path.read_bytes())
    life.path.write_bytes(spoilt)
    with pytest.raises(NothingToGoBackTo, match="there is no whole backup to go back to") as trouble:
        open_or_mend(life.path, LATER)
    assert str(life.path) in trouble.value.what
    assert trouble.value.way_on
    assert life.path.read_bytes() == spoilt
    assert sorted(file.name for file in life.path.parent.iterdir()) == ["diary.sqlite3"]


@given(changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=300)), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_over_it_nobody_starts_empty_without_a_word(
    a_life: Lived, tmp_path: Path, changes: list[tuple[float, bytes]]
) -> None:
    folder = tmp_path / "life"
    shutil.rmtree(folder, ignore_errors=True)
    life = a_life.copied_to(folder)
    content = bytearray(life.path.read_bytes())
    for where, noise in changes:
        at = int(where * len(content))
        content[at : at + len(noise)] = noise[: len(content) - at]
    life.path.write_bytes(bytes(content))
    if int.from_bytes(content[60:64], "big") > len(released_steps()) and content[:16] == b"SQLite format 3\0":
        return  # that is refused as a newer one: see below
    opened = open_or_mend(life.path, LATER)
    diary = opened.store.load()
    opened.store.close()
    if opened.mended is None:  # inside a value, where SQLite has no sum to tell it by
        assert len(diary.walks) == len(life.newest.walks)
    else:
        assert diary == life.backed_up
        assert life.damaged.read_bytes() == bytes(content)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE rating SET symptom = 'joy' WHERE symptom = 'tingling'",
        "UPDATE walk SET zone = CAST(x'ff' AS TEXT)",
        "UPDATE walk SET started_at = CAST(x'c3' AS TEXT) WHERE id = (SELECT id FROM walk LIMIT 1)",
        "DROP TABLE slow_sign_answer",
        "DELETE FROM rating",
    ],
)
def test_rows_that_make_no_sense_are_damage_too(life: Lived, change: str) -> None:
    with closing(sqlite3.connect(life.path)) as other:
        other.execute(change)
        other.commit()
    assert_mended(life, life.path.read_bytes())


@pytest.mark.parametrize("name", [b"CREATE", b"started_at TEXT NOT NULL"])
def test_a_structure_whose_names_are_no_text_any_more_is_damage_too(life: Lived, name: bytes) -> None:
    content = life.path.read_bytes()
    at = content.index(name) + len(name) - 2
    spoilt = content[:at] + b"\x80" + content[at + 1 :]
    life.path.write_bytes(spoilt)
    assert_mended(life, spoilt)


def test_a_diary_that_has_gone_is_brought_back(life: Lived) -> None:
    life.path.unlink()
    assert_mended(life, None)


def test_a_diary_that_has_gone_is_never_begun_anew_by_whoever_opens_it(life: Lived) -> None:
    life.path.unlink()
    with pytest.raises(Trouble, match=r"diary\.sqlite3 is gone, and there are backups of it"):
        SqliteDiaryStore(life.path)
    assert not life.path.exists()


def test_the_search_goes_back_until_a_backup_is_whole(life: Lived) -> None:
    store = SqliteDiaryStore(life.path)
    for hour in (10, 11, 12):
        store.save_walk(walk(hour=hour, name="more"))
        made = Backups(life.path).make(moment(hour=hour))
        assert made is not None
        made.write_bytes(with_a_zeroed_page(made.read_bytes()))
    store.close()
    spoilt = empty(b"")
    life.path.write_bytes(spoilt)
    assert_mended(life, spoilt)


@pytest.mark.parametrize("is_there", [True, False])
def test_without_a_whole_backup_nothing_is_touched_until_the_person_begins_anew(life: Lived, is_there: bool) -> None:
    (backup,) = Backups(life.path).newest_first()
    backup.path.write_bytes(with_zeros(backup.path.read_bytes()))
    if is_there:
        life.path.write_bytes(text(b""))
    else:
        life.path.unlink()
    for _attempt in range(2):
        with pytest.raises(NothingToGoBackTo, match="whole"):
            open_or_mend(life.path, LATER)
        assert life.path.exists() is is_there
    store = start_anew(life.path, LATER)
    assert store.load() == StoredDiary()
    store.save_notes(MONDAY, notes(cleared=True), moment())
    store.close()
    assert life.damaged.exists() is is_there
    assert open_or_mend(life.path, LATER).mended is None


def test_the_second_damaged_file_of_a_day_gets_a_name_of_its_own(life: Lived) -> None:
    for spoilt in (b"first", b"second"):
        life.path.write_bytes(spoilt)
        opened = open_or_mend(life.path, LATER)
        opened.store.close()
    assert life.damaged.read_bytes() == b"first"
    assert life.damaged.with_name(f"{life.damaged.name}-2").read_bytes() == b"second"


def test_what_lies_beside_goes_along_and_is_never_written_into_the_new_one(life: Lived) -> None:
    store = SqliteDiaryStore(life.path)
    store.save_before(MONDAY, before(9), moment())
    log = life.path.with_name("diary.sqlite3-wal").read_bytes()
    store.close()
    spoilt = with_garbage_ahead(life.path.read_bytes())
    life.path.write_bytes(spoilt)
    life.path.with_name("diary.sqlite3-wal").write_bytes(log)
    assert_mended(life, spoilt)
    assert life.damaged.with_name(f"{life.damaged.name}-wal").read_bytes() == log


def test_a_log_that_was_left_alone_joins_its_file(tmp_path: Path) -> None:
    path = tmp_path / "diary.sqlite3"
    path.write_bytes(b"file")
    set_aside(path, "damaged-2026-01-07")
    path.with_name("diary.sqlite3-wal").write_bytes(b"log")
    set_aside(path, "damaged-2026-01-07")
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "diary.sqlite3.damaged-2026-01-07",
        "diary.sqlite3.damaged-2026-01-07-wal",
    ]


def test_a_newer_diary_is_no_damaged_one(life: Lived) -> None:
    with closing(sqlite3.connect(life.path)) as other:
        other.execute(f"PRAGMA user_version = {len(released_steps()) + 1}")
        other.commit()
    as_it_was = life.path.read_bytes()
    with pytest.raises(Trouble, match="newer Walkcoach"):
        open_or_mend(life.path, LATER)
    assert life.path.read_bytes() == as_it_was


def test_a_locked_diary_is_no_damaged_one(life: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("walkcoach.adapters.storage.connection._WAIT_S", 0.01)
    with closing(sqlite3.connect(life.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Trouble, match="Another program is using"):
            open_or_mend(life.path, LATER)
    assert open_or_mend(life.path, LATER).mended is None
