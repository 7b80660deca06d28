"""What Progress remembers: after any change it says what a history that begins anew would say, and adds up only what it must."""

from datetime import UTC, date, timedelta

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.builders import MONDAY, moment, walk
from tests.fakes import FakeClock, MemoryDiaryStore
from walkcoach.core.diary import DiaryError
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.history import HistoryService
from walkcoach.services.ports import Profile, StoredDiary, WalkKind
from walkcoach.services.sample import made_up

TODAY = date(2026, 2, 3)
RANGES = (2, 62, 262)
"""Weeks, and as many as are told by months and by quarters."""

changes = st.one_of(
    st.tuples(st.just("before"), strategies.days, strategies.befores),
    st.tuples(st.just("after"), strategies.days, strategies.afters),
    st.tuples(st.just("notes"), strategies.days, strategies.notes),
    st.tuples(st.just("offer"), strategies.days, strategies.offers),
    st.tuples(st.just("programme"), strategies.days, strategies.programmes()),
    st.tuples(st.just("walk"), strategies.days, strategies.walks()),
    st.tuples(st.just("profile"), strategies.days, strategies.profiles),
    st.tuples(st.just("night"), strategies.days, st.integers(1, 40)),
)


def change(keeper: DiaryKeeper, clock: FakeClock, what: str, day: date, value: object) -> None:
    now = clock.now()
    match what:
        case "night":
            assert isinstance(value, int)
            clock.next_day(value)
        case "walk":
            keeper.save_walk(value)  # type: ignore[arg-type]
        case "profile":
            keeper.save_profile(value, now)  # type: ignore[arg-type]
        case _:
            getattr(keeper, f"save_{what}")(day, value, now)


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(strategies.diaries, st.lists(changes, min_size=1, max_size=6))
def test_after_any_change_it_says_what_a_new_history_would(diary: StoredDiary, made: list[tuple[str, date, object]]) -> None:
    clock = FakeClock(moment(TODAY, 12))
    keeper = DiaryKeeper(MemoryDiaryStore(diary))
    history = HistoryService(keeper, clock)
    for weeks in RANGES:
        history.progress(weeks)
    for what, day, value in made:
        try:
            change(keeper, clock, what, day, value)
        except DiaryError:  # two answers about one day that do not fit each other
            continue
        assert history.progress(6) == HistoryService(keeper, clock).progress(6)
    for weeks in RANGES:
        assert history.progress(weeks) == HistoryService(keeper, clock).progress(weeks)


class CountingHistory(HistoryService):
    """Counts the days that it adds up."""

    added = 0

    def _added_up(self, day: date, today: date) -> object:  # type: ignore[override]
        self.added += 1
        return super()._added_up(day, today)


def counting(weeks: int) -> tuple[CountingHistory, DiaryKeeper, FakeClock]:
    keeper = DiaryKeeper(MemoryDiaryStore(made_up(TODAY, weeks, 4, UTC)))
    clock = FakeClock(moment(TODAY, 12))
    return CountingHistory(keeper, clock), keeper, clock


def test_a_walk_of_today_has_only_today_added_up_again_however_many_weeks_are_shown() -> None:
    history, keeper, _clock = counting(104)
    history.progress(104)
    all_days = history.added
    assert all_days > 700
    keeper.save_walk(walk(TODAY, 12, kind=WalkKind.FREE))
    assert history.progress(104).spans[-1].minutes
    left = all_days + (date(2026, 2, 28) - TODAY).days + 1
    assert history.added == left, "today and the days of its month that are still to come"


def test_another_day_has_only_the_days_since_added_up_again() -> None:
    history, _keeper, clock = counting(30)
    history.progress(30)
    before = history.added
    clock.next_day()
    history.progress(30)
    assert history.added - before <= 7


def test_another_profile_has_nothing_added_up_again() -> None:
    history, keeper, clock = counting(13)
    history.progress(13)
    before = history.added
    keeper.save_profile(Profile(followed=tuple(strategies.symptoms)), clock.now())
    assert [trend.symptom for trend in history.progress(13).trends][:3] == list(strategies.symptoms)
    assert history.added == before


def test_only_the_days_of_the_range_are_looked_at() -> None:
    for weeks in (13, 104):
        history, _keeper, _clock = counting(weeks)
        history.progress(13)
        assert history.added == 13 * 7


def test_a_shorter_range_inside_a_longer_one_costs_nothing() -> None:
    history, _keeper, _clock = counting(52)
    history.progress(52)
    before = history.added
    for weeks in (13, 4, 1):
        history.progress(weeks)
    assert history.added == before


def test_an_old_entry_that_is_changed_is_told_in_its_own_month() -> None:
    history, keeper, _clock = counting(104)
    told = {span.first_day: span.minutes for span in history.progress(104).spans}
    old = MONDAY - timedelta(weeks=52)
    keeper.save_walk(walk(old, 17, kind=WalkKind.FREE, hour=21))
    after = {span.first_day: span.minutes for span in history.progress(104).spans}
    assert {day: after[day] - told[day] for day in told if after[day] != told[day]} == {old.replace(day=1): 17}


def test_what_is_looked_ahead_at_in_small_pieces_is_there_when_all_is_asked_for() -> None:
    history, keeper, clock = counting(104)
    history.progress(13)
    pieces, most = 0, 0
    before = history.added
    while history.look_ahead():
        pieces += 1
        most = max(most, history.added - before)
        before = history.added
    assert pieces == 25, "the months of the diary"
    assert most <= 31
    weeks = history.weeks_of_diary()
    assert history.progress(weeks) == HistoryService(keeper, clock).progress(weeks)
    assert history.added == before
    keeper.save_walk(walk(TODAY, 12, kind=WalkKind.FREE))
    assert history.look_ahead()
    assert not history.look_ahead()


def test_the_whole_diary_begins_with_an_earlier_walk_once_there_is_one() -> None:
    history, keeper, _clock = counting(4)
    assert history.weeks_of_diary() == 5
    keeper.save_walk(walk(TODAY - timedelta(weeks=9), 12, kind=WalkKind.FREE))
    assert history.weeks_of_diary() == 10
