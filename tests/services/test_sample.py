"""The made-up diary: the same from the same seed, kept by the coach's rules, and never on top of a real one."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from tests.builders import BERLIN, MONDAY, moment, walk
from tests.fakes import FakeClock, MemoryDiaryStore
from walkcoach.core.diary import DiaryDay
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.errors import Trouble
from walkcoach.services.history import HistoryService
from walkcoach.services.ports import StoredDiary, WalkKind
from walkcoach.services.sample import DEFAULT_SEED, made_up, write_sample
from walkcoach.services.today import TodayService, TodayState


def test_the_same_seed_makes_the_same_diary_and_another_one_another() -> None:
    assert made_up(MONDAY, 4, 1) == made_up(MONDAY, 4, 1)
    assert made_up(MONDAY, 4, 1) != made_up(MONDAY, 4, 2)


def test_it_ends_on_the_day_before_today() -> None:
    diary = made_up(MONDAY, 3, DEFAULT_SEED, BERLIN)
    days = {*diary.before, *diary.after, *diary.notes, *(walk.day for walk in diary.walks)}
    assert min(days) >= MONDAY - timedelta(weeks=3)
    assert max(days) < MONDAY


@pytest.mark.parametrize("seed", range(6))
def test_every_offer_in_it_is_what_the_coach_says(seed: int) -> None:
    diary = made_up(MONDAY, 12, seed)
    keeper = DiaryKeeper(MemoryDiaryStore(diary))
    forgetful = DiaryKeeper(MemoryDiaryStore(replace(diary, offers={})))
    for day in keeper.days():
        assert keeper.decision_on(day) == forgetful.decision_on(day)
    assert all(keeper.day(day) != DiaryDay(day) for day in keeper.days())


def test_it_has_what_there_is_to_show() -> None:
    diary = made_up(MONDAY, 12, DEFAULT_SEED, BERLIN)
    store = MemoryDiaryStore()
    store.fill(diary, FakeClock().now())
    weeks = HistoryService(DiaryKeeper(store), FakeClock()).progress(13).weeks[:-1]
    assert weeks[-1].minutes > 2 * weeks[0].minutes
    assert weeks[-1].brisk_min > 0
    assert any(week.walks < week.walk_days for week in weeks)
    assert any(walk.shorter_because for walk in diary.walks)
    assert any(walk.kind is WalkKind.BY_HAND for walk in diary.walks)
    levels = [offer.standing.minutes + offer.standing.brisk_minutes for offer in diary.offers.values()]
    assert any(later < earlier for earlier, later in pairwise(levels))
    first, last = (list(diary.before.values())[days] for days in (slice(0, 14), slice(-14, None)))
    assert sum(sum(one.ratings.values()) for one in last) < sum(sum(one.ratings.values()) for one in first)


def test_today_is_open_in_it() -> None:
    clock, store = FakeClock(), MemoryDiaryStore()
    write_sample(store, clock.today(), 6, zone=BERLIN)
    view = TodayService(clock, DiaryKeeper(store)).view()
    assert view.state is TodayState.TO_CHECK_IN
    assert len(view.followed) == 3


def test_the_monthly_question_is_answered_in_it_whenever_it_is_asked() -> None:
    diary = made_up(MONDAY, 30, DEFAULT_SEED)
    unanswered = DiaryKeeper(MemoryDiaryStore(replace(diary, slow_answers={})))
    asked = []
    for number in range(30 * 7):
        clock = FakeClock(moment(MONDAY - timedelta(days=30 * 7 - number)))
        today = TodayService(clock, unanswered)
        if today.view().ask_slow_signs:
            today.answer_slow_signs(diary.slow_answers[clock.today()])
            asked.append(clock.today())
    assert asked == sorted(diary.slow_answers)
    assert len(asked) == 6
    assert any(answers.told for answers in diary.slow_answers.values())


def test_it_never_goes_on_top_of_a_diary() -> None:
    mine = StoredDiary(walks=(walk(),))
    store = MemoryDiaryStore(mine)
    with pytest.raises(Trouble, match="a made-up one never goes on top of it"):
        write_sample(store, MONDAY, 2)
    assert store.load() == mine


@pytest.mark.parametrize("weeks", [0, -1, 1201])
def test_a_length_that_is_none_is_refused(weeks: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 1200 weeks"):
        made_up(MONDAY, weeks, 1)
