"""What Progress shows: weeks against what was planned, and symptoms by week."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, after, before, moment, offer, walk
from tests.fakes import FakeClock, MemoryDiaryStore
from walkcoach.core.diary import BeforeCheckIn
from walkcoach.core.programme import Programme
from walkcoach.core.progress import DayFigures, SymptomPoint, Week, progress_of
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.history import HistoryService
from walkcoach.services.ports import Profile, StoredDiary, WalkKind

DAYS = tuple(MONDAY + timedelta(days=number) for number in range(28))
FOLLOWS_TINGLING = Profile(followed=(Symptom.TINGLING,))


def weeks_on(today: date, diary: StoredDiary, weeks: int = 1, first_weekday: int = 0) -> tuple[Week, ...]:
    """The weeks that Progress shows on a day, at noon."""
    return HistoryService(DiaryKeeper(MemoryDiaryStore(diary)), clock_on(today), first_weekday).progress(weeks).weeks


def clock_on(today: date) -> FakeClock:
    """A clock at noon of the day."""
    return FakeClock(moment(today, 12))


def kept(days: Mapping[date, int]) -> StoredDiary:
    """A diary of walks exactly as offered, with both check-ins: minutes by day."""
    return StoredDiary(
        before={day: before() for day in days},
        after={day: after() for day in days},
        offers={day: offer(minutes) for day, minutes in days.items()},
        walks=tuple(walk(day, minutes) for day, minutes in days.items()),
        profile=FOLLOWS_TINGLING,
    )


def test_an_empty_diary_has_weeks_without_minutes_and_the_first_walk_planned_for_today() -> None:
    assert weeks_on(DAYS[2], StoredDiary(), 2) == (
        Week(DAYS[0] - timedelta(weeks=1), 0, 0, 0, 0, 0),
        Week(DAYS[0], 0, 0, 15, 0, 5),
    )


def test_a_week_kept_is_as_long_as_planned() -> None:
    diary = kept({DAYS[0]: 15, DAYS[1]: 20, DAYS[2]: 25})
    assert weeks_on(DAYS[2], diary) == (Week(DAYS[0], 60, 0, 60, 3, 7),)


def test_a_missed_walk_day_counts_at_the_level_that_stood_then() -> None:
    diary = kept({DAYS[0]: 15, DAYS[2]: 15})
    assert weeks_on(DAYS[2], diary) == (Week(DAYS[0], 30, 0, 45, 2, 7),)


def test_a_rest_day_plans_nothing_and_a_walk_on_it_counts_as_one() -> None:
    weekdays = Programme(walk_days=frozenset({0, 2, 4}))
    resting = StoredDiary(programmes={DAYS[0]: weekdays}, walks=(walk(DAYS[0]),), offers={DAYS[0]: offer(15)})
    assert weeks_on(DAYS[1], resting) == (Week(DAYS[0], 15, 0, 15, 1, 3),)
    walking = StoredDiary(
        programmes={DAYS[0]: weekdays},
        walks=(walk(DAYS[0]), walk(DAYS[1])),
        offers={DAYS[0]: offer(15), DAYS[1]: offer(15)},
    )
    assert weeks_on(DAYS[1], walking) == (Week(DAYS[0], 30, 0, 30, 2, 4),)


def test_a_locked_day_plans_nothing() -> None:
    diary = kept({DAYS[0]: 15})
    locked = StoredDiary(
        before={**diary.before, DAYS[1]: before(signs=[WarningSign.CHEST_PAIN])},
        after=diary.after,
        offers=diary.offers,
        walks=diary.walks,
    )
    week = weeks_on(DAYS[3], locked)[0]
    assert (week.planned_min, week.walks, week.walk_days) == (15, 1, 4)


def test_more_walking_than_planned_counts_in_the_minutes_and_not_in_the_plan() -> None:
    diary = kept({DAYS[0]: 15})
    more = StoredDiary(diary.before, diary.after, {}, diary.offers, (*diary.walks, walk(DAYS[0], 12, kind=WalkKind.FREE, hour=15)))
    assert weeks_on(DAYS[0], more) == (Week(DAYS[0], 27, 0, 15, 1, 7),)


def test_normal_and_brisk_minutes_add_up_to_what_was_walked() -> None:
    diary = StoredDiary(walks=(walk(DAYS[0], 30.5, brisk=10.5), walk(DAYS[1], 20.4, brisk=5.4)))
    week = weeks_on(DAYS[1], diary)[0]
    assert (week.normal_min, week.brisk_min, week.minutes) == (20 + 15, 11 + 5, 51)


def test_nothing_is_planned_for_the_days_to_come() -> None:
    diary = kept({DAYS[0]: 15})
    assert [week.planned_min for week in weeks_on(DAYS[0], diary)] == [15]


@pytest.mark.parametrize(("first_weekday", "first_day"), [(0, date(2026, 1, 5)), (6, date(2026, 1, 4)), (5, date(2026, 1, 3))])
def test_a_week_begins_on_the_first_weekday_of_the_locale(first_weekday: int, first_day: date) -> None:
    shown = weeks_on(date(2026, 1, 9), StoredDiary(), 3, first_weekday)
    assert [week.first_day for week in shown] == [first_day - timedelta(weeks=ago) for ago in (2, 1, 0)]


def test_a_week_over_the_change_of_clocks_has_seven_days() -> None:
    sunday = date(2026, 3, 29)
    diary = StoredDiary(walks=(walk(sunday, 20), walk(sunday + timedelta(days=1), 10)))
    shown = weeks_on(sunday + timedelta(days=1), diary, 2)
    assert [(week.first_day, week.minutes) for week in shown] == [(date(2026, 3, 23), 20), (date(2026, 3, 30), 10)]


def test_symptoms_are_means_of_the_week_with_the_usual_then() -> None:
    mornings = {DAYS[0]: 2, DAYS[1]: 3, DAYS[7]: 5}
    diary = StoredDiary(
        before={day: before(score) for day, score in mornings.items()},
        after={DAYS[0]: after(4)},
        profile=FOLLOWS_TINGLING,
    )
    progress = HistoryService(DiaryKeeper(MemoryDiaryStore(diary)), clock_on(DAYS[9])).progress(3)
    (tingling,) = progress.trends
    assert tingling.symptom is Symptom.TINGLING
    assert tingling.points == (
        SymptomPoint(DAYS[0] - timedelta(weeks=1), None, None, None),
        SymptomPoint(DAYS[0], 2.5, 4, 2, 2),
        SymptomPoint(DAYS[7], 5, None, 3, 1),
    )
    assert tingling.usual == 3


def test_a_symptom_that_is_followed_no_more_is_still_shown_while_it_was_rated() -> None:
    rated: dict[date, BeforeCheckIn] = {DAYS[0]: before(ratings={Symptom.TREMOR: 1, Symptom.CRAMPS: 2})}
    keeper = DiaryKeeper(MemoryDiaryStore(StoredDiary(before=rated, profile=FOLLOWS_TINGLING)))
    shown = [trend.symptom for trend in HistoryService(keeper, clock_on(DAYS[1])).progress(1).trends]
    assert shown == [Symptom.TINGLING, Symptom.CRAMPS, Symptom.TREMOR]
    later = [trend.symptom for trend in HistoryService(keeper, clock_on(DAYS[8])).progress(1).trends]
    assert later == [Symptom.TINGLING]


def test_all_weeks_reach_back_to_the_first_entry() -> None:
    keeper = DiaryKeeper(MemoryDiaryStore(StoredDiary(walks=(walk(DAYS[6], kind=WalkKind.FREE), walk(DAYS[8])))))
    assert HistoryService(keeper, clock_on(DAYS[21])).weeks_of_diary() == 4
    assert HistoryService(DiaryKeeper(MemoryDiaryStore()), clock_on(DAYS[21])).weeks_of_diary() == 1


def test_what_is_remembered_holds_only_while_the_diary_and_the_date_do() -> None:
    clock = clock_on(DAYS[0])
    keeper = DiaryKeeper(MemoryDiaryStore(kept({DAYS[0]: 15})))
    history = HistoryService(keeper, clock)
    first = history.progress(1)
    assert history.progress(1) == first
    keeper.save_walk(walk(DAYS[0], 10, kind=WalkKind.FREE, hour=15))
    assert history.progress(1).weeks[0].minutes == 25
    clock.next_day()
    assert history.progress(1).weeks[0].planned_min == 35


def test_no_week_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one week"):
        progress_of([], followed=(), today=MONDAY, first_weekday=0, weeks=0)


def test_days_outside_the_weeks_shown_are_left_out() -> None:
    figures = [DayFigures(DAYS[0], minutes=9), DayFigures(DAYS[7], minutes=10), DayFigures(DAYS[14], minutes=11)]
    progress = progress_of(figures, followed=(), today=DAYS[7], first_weekday=0, weeks=1)
    assert [week.minutes for week in progress.weeks] == [10]
