"""Diaries for programs that run as processes, and the look into them afterwards."""

from datetime import datetime
from pathlib import Path
from typing import Final

from tests.builders import BERLIN, MONDAY, before
from tests.fakes import FakeClock, FakeCuePlayer, FakeKeepAwake
from tests.journeys.home import TINGLES
from walkcoach.adapters.paths import DIARY_FILE, SETTINGS_FILE
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.today import TodayService
from walkcoach.services.walking import WalkingService

NINE: Final = datetime(2026, 1, 5, 9, tzinfo=BERLIN)


def ready_to_walk(folder: Path, get_ready_s: int = 0) -> Path:
    """A diary of somebody who has been welcomed and has checked in at nine; unless told otherwise, no time to get ready."""
    folder.mkdir(parents=True)
    (folder / SETTINGS_FILE).write_text(f'{{"get_ready_s": {get_ready_s}}}', encoding="utf-8")
    store = SqliteDiaryStore(folder / DIARY_FILE)
    store.save_profile(TINGLES, NINE)
    store.save_before(MONDAY, before(2), NINE)
    store.close()
    return folder


def today_at(folder: Path, moment: datetime) -> tuple[SqliteDiaryStore, TodayService, WalkingService]:
    """The services on the diary in `folder`, as they would be at `moment`."""
    store, clock = SqliteDiaryStore(folder / DIARY_FILE), FakeClock(moment)
    keeper = DiaryKeeper(store)
    return store, TodayService(clock, keeper), WalkingService(clock, keeper, FakeCuePlayer(), FakeKeepAwake())
