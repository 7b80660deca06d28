"""Old backups open for ever, and a newer one is refused in one line (promise R12): tried on a sample of every released version."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import moment
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.mend import open_or_mend
from walkcoach.adapters.storage.schema import released_steps
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import StoredDiary

DATA = Path(__file__).parent.parent / "data"
VERSIONS = range(1, len(released_steps()) + 1)
every_version = pytest.mark.parametrize("version", VERSIONS)


def sample(version: int) -> Path:
    """The sample of `version`, which is never changed."""
    return DATA / f"diary-version-{version}.sqlite3"


def version_of(path: Path) -> int:
    """The steps that a closed file has seen."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


@pytest.fixture
def path(closed: Path) -> Path:
    """A diary of today with a morning in it."""
    return closed


def kept(path: Path, folder: Path) -> StoredDiary:
    """What the file says once it has been brought up to date, elsewhere."""
    copy = Path(shutil.copy(path, folder / "copy.sqlite3"))
    store = SqliteDiaryStore(copy)
    diary = store.load()
    store.close()
    return diary


@every_version
def test_a_diary_of_every_version_can_be_gone_back_to_and_its_file_stays_as_it_was(
    path: Path, tmp_path: Path, version: int
) -> None:
    as_it_was = sample(version).read_bytes()
    Backups(path).restore(sample(version), moment())
    assert sample(version).read_bytes() == as_it_was
    assert version_of(path) == len(released_steps())
    store = SqliteDiaryStore(path)
    assert store.load() == kept(sample(version), tmp_path)
    assert len(store.load().walks) == 9
    store.close()


@every_version
def test_a_damaged_diary_gives_way_to_a_backup_of_any_version(path: Path, tmp_path: Path, version: int) -> None:
    backups = tmp_path / "backups"
    backups.mkdir()
    shutil.copy(sample(version), backups / "diary-000001-20260105T080000Z.sqlite3")
    path.write_bytes(b"")
    opened = open_or_mend(path, moment())
    assert opened.mended is not None
    assert opened.store.load() == kept(sample(version), tmp_path)
    opened.store.close()


@every_version
def test_a_diary_of_every_version_is_checked_and_backed_up_without_being_changed(tmp_path: Path, version: int) -> None:
    path = Path(shutil.copy(sample(version), tmp_path / "diary.sqlite3"))
    assert check_diary(path).line == "The diary is whole: 9 days, 9 walks."
    assert version_of(path) == version
    made = Backups(path).make(moment())
    assert made is not None
    assert version_of(made) == version
    assert Backups(path).prove(moment()) is not None


def test_a_newer_backup_is_refused_in_one_line_and_nothing_is_touched(path: Path, tmp_path: Path) -> None:
    newer = Path(shutil.copy(sample(1), tmp_path / "newer.sqlite3"))
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA user_version = {len(released_steps()) + 1}")
        connection.commit()
    as_it_was = path.read_bytes(), newer.read_bytes()
    with pytest.raises(Trouble, match=r"newer\.sqlite3 was written by a newer Walkcoach than this one") as refused:
        Backups(path).restore(newer, moment())
    assert "\n" not in str(refused.value)
    assert (path.read_bytes(), newer.read_bytes()) == as_it_was
    assert check_diary(newer).line == str(refused.value)
