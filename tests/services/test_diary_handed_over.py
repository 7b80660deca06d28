"""A diary that was read and folded in another thread takes the place of the one in memory, whole."""

from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, before
from tests.fakes import FakeClock, MemoryDiaryStore
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.history import HistoryService
from walkcoach.services.ports import StoredDiary
from walkcoach.services.sample import made_up

OTHER = made_up(MONDAY, 10, 7)
OTHER_BEGINS = min(OTHER.before)
DAYS = [MONDAY - timedelta(days=number) for number in range(80)]


@pytest.fixture
def keeper() -> DiaryKeeper:
    return DiaryKeeper(MemoryDiaryStore(StoredDiary(before={MONDAY: before(8)})))


def test_all_of_it_is_held_as_if_it_had_been_read_here(keeper: DiaryKeeper) -> None:
    keeper.state_before(date.max)
    keeper.reload(FoldedDiary(OTHER).fold_all())
    fresh = DiaryKeeper(MemoryDiaryStore(OTHER))
    assert keeper.load() == OTHER
    assert keeper.days() == fresh.days()
    for day in DAYS:
        assert keeper.day(day) == fresh.day(day)
        assert keeper.walks_on(day) == fresh.walks_on(day)
        assert keeper.programme_on(day) == fresh.programme_on(day)
        assert keeper.decision_on(day) == fresh.decision_on(day)


def test_nothing_is_folded_again_for_what_was_folded_elsewhere(keeper: DiaryKeeper) -> None:
    folded = FoldedDiary(OTHER).fold_all()
    days = [day for day in DAYS if day > OTHER_BEGINS]
    states = [folded.state_before(day) for day in days]
    keeper.reload(folded)
    assert len(days) > 40
    assert all(keeper.state_before(day) is state for day, state in zip(days, states, strict=True))


def test_who_remembers_days_hears_that_all_of_them_may_be_others(keeper: DiaryKeeper) -> None:
    history = HistoryService(keeper, FakeClock())
    history.progress(12)
    edition = keeper.edition
    keeper.reload(FoldedDiary(OTHER).fold_all())
    assert keeper.unchanged_before(edition) == date.min
    assert history.progress(12) == HistoryService(FoldedDiary(OTHER), FakeClock()).progress(12)


def test_what_is_said_afterwards_is_folded_on_top(keeper: DiaryKeeper) -> None:
    keeper.reload(FoldedDiary(OTHER).fold_all())
    day = MONDAY - timedelta(days=30)
    moment = FakeClock().now()
    keeper.save_before(day, before(9), moment)
    fresh = FoldedDiary(keeper.load())
    assert [keeper.decision_on(each) for each in DAYS] == [fresh.decision_on(each) for each in DAYS]


def test_without_one_the_file_is_read(keeper: DiaryKeeper) -> None:
    held = keeper.load()
    keeper.reload()
    assert keeper.load() == held
