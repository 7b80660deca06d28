"""The desks that the window's tests sit at, with the diary in memory or in a real file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import MONDAY, before
from tests.desktop.diaries import NINE
from tests.fakes import FakeClock, MemoryDiaryStore
from tests.journeys.home import TINGLES
from tests.window.data_desk import DataDesk
from tests.window.desk import Desk
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.services.ports import StoredDiary


@pytest.fixture
def new_desk(qapp: QApplication) -> Iterator[Callable[..., Desk]]:
    """Makes desks, and clears them away after the test."""
    desks: list[Desk] = []

    def make(*arguments: object, **named: object) -> Desk:
        desks.append(Desk(qapp, *arguments, **named))  # type: ignore[arg-type]
        return desks[-1]

    yield make
    for desk in desks:
        desk.close()


@pytest.fixture
def fresh(new_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    """The very first start, on a real file."""
    return new_desk(lambda: SqliteDiaryStore(tmp_path / "diary.sqlite3"), tmp_path)


@pytest.fixture
def desk(new_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    """Somebody who has been welcomed and follows tingling, on the first morning; the diary is in memory."""
    return new_desk(*_welcomed(), tmp_path)


@pytest.fixture
def desk_after(new_desk: Callable[..., Desk], tmp_path: Path) -> Callable[[MemoryDiaryStore, FakeClock], Desk]:
    """Makes a desk on a diary that was lived before."""
    return lambda store, clock: new_desk(lambda: store, tmp_path, clock)


@pytest.fixture
def data_desk(qapp: QApplication, tmp_path: Path) -> Iterator[DataDesk]:
    """Somebody who has been welcomed and has checked in, with a real diary file in `home`, looked after by backups."""
    home = tmp_path / "home"
    home.mkdir()
    store = SqliteDiaryStore(home / DIARY_FILE)
    store.save_profile(TINGLES, NINE)
    store.save_before(MONDAY, before(2), NINE)
    store.close()
    made = DataDesk(qapp, home)
    yield made
    made.close()


def _welcomed() -> tuple[Callable[[], MemoryDiaryStore]]:
    store = MemoryDiaryStore(StoredDiary(profile=TINGLES))
    return (lambda: store,)
