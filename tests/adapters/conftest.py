"""A diary file with a morning in it, for whoever tests what becomes of files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import MONDAY, before, moment
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the diary of a test lies."""
    return tmp_path / "diary.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteDiaryStore]:
    """An open store with a morning in it."""
    made = SqliteDiaryStore(path)
    made.save_before(MONDAY, before(3), moment())
    yield made
    made.close()


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """Where a diary of today's version lies, with a morning in it, which nobody has open."""
    place = tmp_path / "diary.sqlite3"
    made = SqliteDiaryStore(place)
    made.save_before(MONDAY, before(3), moment())
    made.close()
    return place
