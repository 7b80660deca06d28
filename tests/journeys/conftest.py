"""The home that every journey starts from, twice: with its diary in memory, and in a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import MemoryDiaryStore
from tests.journeys.home import Home
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore


@pytest.fixture(params=["memory", "file"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Home]:
    """Somebody who has been welcomed and follows tingling, on a Monday morning at nine."""
    kept = MemoryDiaryStore()
    at_home = Home(lambda: SqliteDiaryStore(tmp_path / "diary.sqlite3")) if request.param == "file" else Home(lambda: kept)
    yield at_home
    at_home.store.close()


@pytest.fixture
def home_in_memory() -> Home:
    """The same, for journeys that look in every second: a real file would only make them slow."""
    kept = MemoryDiaryStore()
    return Home(lambda: kept)
