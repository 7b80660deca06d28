"""The month calendar: each day as the diary has it, whole weeks in the locale's order, and no look beyond the month."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.builders import MONDAY, after, before, moment, notes, offer, walk
from tests.fakes import FakeClock, MemoryDiaryStore
from walkcoach.core.calendar import CalendarDay, Month
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.diary import DiaryDay, Feet
from walkcoach.core.programme import Programme
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.calendar import CalendarService
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.history import HistoryService
from walkcoach.services.ports import Profile, StoredDiary, WalkKind

DAYS = tuple(MONDAY + timedelta(days=number) for number in range(28))
WEEKDAYS = Programme(walk_days=frozenset({0, 1, 2, 3, 4}))


def calendar(diary: StoredDiary, today: date = DAYS[10], first_weekday: int = 0) -> CalendarService:
    """The calendar of a diary on a day, at noon."""
    return CalendarService(FoldedDiary(diary), FakeClock(moment(today, 12)), first_weekday)


def january(diary: StoredDiary, today: date = DAYS[10]) -> Month:
    """The month of most tests."""
    return calendar(diary, today).month(2026, 1)


def day_of(diary: StoredDiary, on: date, today: date = DAYS[10]) -> CalendarDay:
    """One day of January."""
    day = january(diary, today).day(on)
    assert day is not None
    return day


def kept(days: Iterable[date], minutes: int = 15) -> StoredDiary:
    """A diary of walks exactly as offered."""
    dates = tuple(days)
    return StoredDiary(
        before={day: before() for day in dates},
        after={day: after() for day in dates},
        offers={day: offer(minutes) for day in dates},
        walks=tuple(walk(day, minutes) for day in dates),
    )


@settings(max_examples=200)
@given(year=st.integers(1900, 2200), month=st.integers(1, 12), first_weekday=st.integers(0, 6))
def test_a_month_is_whole_weeks_that_begin_on_the_first_weekday_and_hold_each_of_its_days_once(
    year: int, month: int, first_weekday: int
) -> None:
    shown = calendar(StoredDiary(), first_weekday=first_weekday).month(year, month)
    days = [day.day for week in shown.weeks for day in week]
    assert all(len(week) == 7 for week in shown.weeks)
    assert all(week[0].day.weekday() == first_weekday for week in shown.weeks)
    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
    own = [day.day for day in shown.days]
    assert own == [day for day in days if (day.year, day.month) == (year, month)]
    assert (own[0].day, (own[-1] + timedelta(days=1)).day) == (1, 1)
    assert not all(day.outside for day in shown.weeks[0])
    assert not all(day.outside for day in shown.weeks[-1])


def test_a_month_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError):
        calendar(StoredDiary()).month(2026, 13)


def test_days_of_the_months_beside_say_nothing() -> None:
    diary = kept([date(2026, 1, 31), date(2026, 2, 1)])
    month = calendar(diary, date(2026, 2, 3)).month(2026, 2)
    outside = [day for week in month.weeks for day in week if day.outside]
    assert {day.day.month for day in outside} == {1, 3}
    assert outside == [CalendarDay(day.day, outside=True) for day in outside]
    assert month.minutes == 15


def test_a_walked_day_has_its_decision_and_its_minutes() -> None:
    diary = kept([DAYS[0]])
    assert day_of(diary, DAYS[0]) == CalendarDay(DAYS[0], DecisionKind.START, offered_min=15, minutes=15, brisk_min=0, walked=True)


def test_the_parts_of_a_day_and_a_free_walk_add_up_as_in_the_charts() -> None:
    diary = StoredDiary(
        walks=(walk(DAYS[0], 10.4, brisk=2.4), walk(DAYS[0], 5.2, hour=12), walk(DAYS[0], 12, kind=WalkKind.FREE, hour=15))
    )
    day = day_of(diary, DAYS[0])
    assert (day.minutes, day.brisk_min, day.walked, day.free_walk) == (28, 2, True, True)


@pytest.mark.parametrize("kind", [WalkKind.FREE, WalkKind.BY_HAND])
def test_a_walk_beside_the_plan_alone_is_no_walk_of_the_plan(kind: WalkKind) -> None:
    day = day_of(StoredDiary(walks=(walk(DAYS[1], 12, kind=kind),)), DAYS[1])
    assert (day.minutes, day.walked, day.free_walk, day.kind) == (12, False, True, None)


def test_a_check_in_without_a_walk_shows_what_was_offered() -> None:
    diary = StoredDiary(before={DAYS[0]: before()})
    day = day_of(diary, DAYS[0])
    assert (day.kind, day.offered_min, day.walked, day.minutes) == (DecisionKind.START, 15, False, 0)


def test_a_walk_day_that_went_by_without_a_word_offered_nothing_that_was_seen() -> None:
    assert day_of(kept([DAYS[0]]), DAYS[1]) == CalendarDay(DAYS[1])


def test_rest_days_show_since_the_diary_began_and_not_before_it_or_ahead_of_today() -> None:
    diary = replace(kept([DAYS[7]]), programmes={DAYS[7]: WEEKDAYS, date(2025, 1, 1): WEEKDAYS})
    month = january(diary, DAYS[14])
    resting = [day.day for day in month.days if day.kind is DecisionKind.REST_DAY]
    assert resting == [DAYS[12], DAYS[13]]


def test_a_lock_shows_on_the_days_that_it_lasts() -> None:
    diary = kept([DAYS[0]])
    locked = replace(
        diary,
        before={**diary.before, DAYS[1]: before(signs=[WarningSign.CHEST_PAIN])},
        notes={DAYS[4]: notes(cleared=True)},
    )
    month = january(locked, DAYS[5])
    assert [day.day for day in month.days if day.locked] == [DAYS[1], DAYS[2], DAYS[3]]
    assert {day.kind for day in month.days if day.locked} == {DecisionKind.NO_WALK}


def test_a_day_that_a_sign_keeps_free_of_walking_is_no_lock() -> None:
    diary = StoredDiary(before={DAYS[0]: before(signs=[WarningSign.UNWELL])})
    day = day_of(diary, DAYS[0])
    assert (day.kind, day.locked, day.warning_sign) == (DecisionKind.NO_WALK, False, True)


@pytest.mark.parametrize("in_the_evening", [False, True])
def test_signs_and_findings_are_those_of_either_check_in(in_the_evening: bool) -> None:
    said = {"signs": [WarningSign.CALF_PAIN_WALKING], "feet": Feet.NEW}
    diary = replace(
        kept([DAYS[0]]),
        before={DAYS[0]: before() if in_the_evening else before(**said)},  # type: ignore[arg-type]
        after={DAYS[0]: after(**said) if in_the_evening else after()},  # type: ignore[arg-type]
    )
    day = day_of(diary, DAYS[0])
    assert (day.warning_sign, day.foot_finding) == (True, True)
    other = day_of(kept([DAYS[0]]), DAYS[0])
    assert (other.warning_sign, other.foot_finding) == (False, False)


def test_a_note_of_ones_own_shows_and_an_empty_one_does_not() -> None:
    diary = StoredDiary(remarks={DAYS[2]: "New shoes", DAYS[3]: "  "})
    assert [day.day for day in january(diary).days if day.remark] == [DAYS[2]]


def test_today_shows_its_plan_before_it_is_walked_and_the_days_to_come_show_none() -> None:
    diary = kept([DAYS[0]])
    month = january(diary, DAYS[1])
    today = month.day(DAYS[1])
    assert today is not None
    assert (today.kind, today.offered_min, today.today, today.future) == (DecisionKind.INCREASE, 20, True, False)
    assert [day.day for day in month.days if day.today] == [DAYS[1]]
    ahead = [day for day in month.days if day.future]
    assert ahead[0].day == DAYS[2]
    assert all(day.kind is None for day in ahead)


def test_while_the_plan_is_off_today_shows_none() -> None:
    off = StoredDiary(profile=Profile(ask_first=frozenset({"wound"})))
    assert day_of(off, DAYS[10]).kind is None
    agreed = StoredDiary(profile=Profile(ask_first=frozenset({"wound"}), clinician_agreed=True))
    assert day_of(agreed, DAYS[10]).kind is DecisionKind.START


@pytest.mark.parametrize(
    "diary",
    [
        StoredDiary(before={date(2025, 11, 20): before()}),
        StoredDiary(walks=(walk(date(2025, 11, 20), kind=WalkKind.FREE),)),
        StoredDiary(remarks={date(2025, 11, 20): "It begins"}),
    ],
    ids=["check-in", "free walk", "note"],
)
def test_months_go_from_the_first_entry_to_this_one(diary: StoredDiary) -> None:
    shown = calendar(diary)
    assert (shown.first_month(), shown.last_month()) == (date(2025, 11, 1), date(2026, 1, 1))
    ways = [(month.earlier, month.later) for month in (shown.month(2025, 11), shown.month(2025, 12), shown.month(2026, 1))]
    assert ways == [(False, True), (True, True), (True, False)]


def test_an_empty_diary_has_this_month_alone() -> None:
    month = january(StoredDiary())
    assert (month.earlier, month.later) == (False, False)
    assert (month.minutes, month.brisk_min, month.days_walked) == (0, 0, 0)


def test_what_is_dated_ahead_of_a_clock_put_back_can_be_reached() -> None:
    assert calendar(kept([DAYS[27]]), DAYS[2]).last_month() == date(2026, 2, 1)


class Watched(FoldedDiary):
    """A diary that remembers which days were asked for."""

    def __init__(self, diary: StoredDiary) -> None:
        super().__init__(diary)
        self.asked: set[date] = set()

    def day(self, on: date) -> DiaryDay:
        self.asked.add(on)
        return super().day(on)


def test_only_the_days_of_the_month_are_looked_at_once_the_diary_is_folded() -> None:
    diary = Watched(kept([MONDAY - timedelta(days=number) for number in range(200)]))
    diary.state_before(date.max)
    diary.asked.clear()
    CalendarService(diary, FakeClock(moment(DAYS[10], 12))).month(2026, 1)
    assert {(day.year, day.month) for day in diary.asked} == {(2026, 1)}


@settings(max_examples=60, deadline=None)
@given(diary=strategies.diaries, today=strategies.days)
def test_a_month_has_the_minutes_of_the_charts(diary: StoredDiary, today: date) -> None:
    folded, clock = DiaryKeeper(MemoryDiaryStore(diary)), FakeClock(moment(today, 12))
    months = [CalendarService(folded, clock).month(*year_month) for year_month in ((2025, 12), (2026, 1), (2026, 2))]
    by_week: dict[date, list[int]] = {}
    for day in [day for month in months for day in month.days]:
        minutes = by_week.setdefault(day.day - timedelta(days=day.day.weekday()), [0, 0])
        minutes[0] += day.minutes
        minutes[1] += day.brisk_min
    for week in HistoryService(folded, clock).progress(5).weeks:
        if date(2025, 12, 1) <= week.first_day <= date(2026, 2, 22):
            assert [week.minutes, week.brisk_min] == by_week[week.first_day]


def test_a_decision_with_a_lock_rule_that_was_walked_all_the_same_stays_a_lock() -> None:
    locked = offer(15, DecisionKind.NO_WALK, Rule.WARNING_SIGN)
    diary = StoredDiary(offers={DAYS[0]: replace(locked, segments=())}, walks=(walk(DAYS[0], 10),))
    day = day_of(diary, DAYS[0])
    assert (day.locked, day.walked, day.minutes) == (True, True, 10)
