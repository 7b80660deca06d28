"""Weeks that end: told about once, at the first start of the next one, kept, and never in the way of something that comes first."""

from datetime import timedelta

import pytest

from tests.builders import MONDAY, after, before
from tests.fakes import MemoryDiaryStore
from tests.journeys.home import Home
from walkcoach.core.diary import ShorterBecause
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.core.week_review import Level, SymptomWeek
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import WalkKind
from walkcoach.services.today import TodayState
from walkcoach.services.week_reviews import WeekReviews

WEEK = timedelta(days=7)


def reviews(home: Home, first_weekday: int = 0) -> WeekReviews:
    """What the program asks at its start."""
    return WeekReviews(home.clock, home.keeper, home.today, first_weekday)


def told(home: Home) -> bool:
    """Whether a start of the program now tells about a week; then it is kept, as the window does."""
    review = reviews(home).due()
    if review is not None:
        reviews(home).keep(review)
    return review is not None


def test_a_week_is_told_about_once_when_the_next_one_begins(home: Home) -> None:
    minutes = []
    for _day in range(7):
        assert reviews(home).due() is None
        minutes.append(home.live(before(3), after(4)))
    review = reviews(home).due()
    assert review is not None
    assert (review.first_day, review.walks, review.walk_days, review.walked_days) == (MONDAY, 7, 7, 7)
    assert (review.minutes, review.brisk_min, review.planned_min, review.earlier_min) == (sum(minutes), 0, sum(minutes), None)
    assert (review.level_first, review.level_last) == (Level(15), Level(minutes[-1]))
    assert review.symptoms == (SymptomWeek(Symptom.TINGLING, 3, 4),)
    reviews(home).keep(review)
    assert reviews(home).due() is None
    home.reopen()
    assert reviews(home).due() is None
    assert reviews(home).kept() == (review,)
    home.live()
    assert reviews(home).due() is None


def test_a_week_that_nobody_started_the_program_in_again_is_told_about_later_in_the_week(home: Home) -> None:
    for _day in range(7):
        home.live()
    home.clock.next_day(3)
    review = reviews(home).due()
    assert review is not None
    assert review.first_day == MONDAY


def test_the_second_week_is_held_beside_the_first(home: Home) -> None:
    first = [home.live(before(3), after(5)) for _day in range(7)]
    assert told(home)
    second = [home.live(before(2), after(3)) for _day in range(6)]
    home.clock.next_day()
    review = reviews(home).due()
    assert review is not None
    assert (review.first_day, review.walks, review.walk_days) == (MONDAY + WEEK, 6, 7)
    assert (review.minutes, review.earlier_min) == (sum(second), sum(first))
    assert review.symptoms == (SymptomWeek(Symptom.TINGLING, 2, 3, 3, 5),)
    reviews(home).keep(review)
    assert [one.first_day for one in reviews(home).kept()] == [MONDAY + WEEK, MONDAY]


def test_after_three_weeks_away_only_the_last_week_with_walks_is_told_about(home: Home) -> None:
    for _day in range(7):
        home.live()
    home.live()  # the Monday of the second week, on which nobody looked
    home.clock.next_day(21)
    review = reviews(home).due()
    assert review is not None
    assert (review.first_day, review.walks) == (MONDAY + WEEK, 1)
    reviews(home).keep(review)
    assert not told(home)
    home.clock.next_day(7)
    assert not told(home)


def test_weeks_away_bring_no_review_of_nothing(home: Home) -> None:
    for _day in range(7):
        home.live()
    assert told(home)
    for _week in range(4):
        home.clock.next_day(7)
        assert not told(home)


def test_the_first_days_of_a_diary_are_no_week(home_in_memory: Home) -> None:
    home = home_in_memory
    home.clock.go_to(MONDAY + timedelta(days=5))
    home.live()
    home.live()
    assert home.clock.today() == MONDAY + WEEK
    assert not told(home)
    for _day in range(7):
        home.live()
    assert told(home)
    assert [one.first_day for one in reviews(home).kept()] == [MONDAY + WEEK]


def test_three_days_are_enough_for_a_first_week(home_in_memory: Home) -> None:
    home = home_in_memory
    home.clock.go_to(MONDAY + timedelta(days=4))
    for _day in range(3):
        home.live()
    (review,) = [reviews(home).due()]
    assert review is not None
    assert (review.first_day, review.walks, review.walk_days, review.rest_days) == (MONDAY, 3, 3, 0)


def test_an_empty_diary_has_nothing_to_tell(home: Home) -> None:
    home.clock.next_day(30)
    assert reviews(home).due() is None
    assert reviews(home).kept() == ()


def test_a_week_of_check_ins_without_walks_is_told_about_as_one_of_rest(home_in_memory: Home) -> None:
    home = home_in_memory
    for _day in range(7):
        home.live()
    assert told(home)
    home.today.check_in_before(before(6))
    home.clock.next_day(7)
    review = reviews(home).due()
    assert review is not None
    assert (review.walks, review.walked_days, review.minutes) == (0, 0, 0)
    assert review.symptoms == (SymptomWeek(Symptom.TINGLING, 6, None, 1, 1),)


def test_walks_of_ones_own_count_and_are_not_taken_for_the_plans(home_in_memory: Home) -> None:
    home = home_in_memory
    home.live()
    for _day in range(3):
        home.set_out(WalkKind.FREE, 20)
        home.go()
        home.walking.finish()
        home.clock.next_day()
    home.clock.go_to(MONDAY + WEEK)
    review = reviews(home).due()
    assert review is not None
    assert (review.walks, review.walked_days, review.minutes) == (1, 4, 15 + 3 * 20)


@pytest.mark.parametrize("sign", [WarningSign.CHEST_PAIN, WarningSign.UNWELL])
def test_a_lock_or_a_day_without_walking_comes_first(home: Home, sign: WarningSign) -> None:
    for _day in range(7):
        home.live()
    home.today.check_in_before(before(1, signs=[sign]))
    assert home.view().state is TodayState.NO_WALK
    assert reviews(home).due() is None
    home.clock.next_day()
    if sign is WarningSign.CHEST_PAIN:
        assert reviews(home).due() is None
        home.today.clear_warning_sign()
    assert told(home)


def test_a_sign_told_after_the_last_walk_comes_first_on_the_same_evening(home_in_memory: Home) -> None:
    home = home_in_memory
    for _day in range(7):
        home.live()
    home.today.check_in_before(before(1))
    home.walk()
    home.today.check_in_after(after(1, signs=[WarningSign.COLD_SWEAT]))
    assert home.view().state is TodayState.DONE
    assert reviews(home).due() is None


def test_a_walk_that_was_cut_off_is_answered_for_first(home: Home) -> None:
    for _day in range(7):
        home.live()
    home.today.check_in_before(before(1))
    home.set_out()
    home.go(300)
    home.reopen(crashed=True)
    assert reviews(home).due() is None
    home.walking.discard_recovered()
    assert told(home)


def test_a_walk_begun_and_its_check_in_come_first(home: Home) -> None:
    for _day in range(7):
        home.live()
    home.today.check_in_before(before(1))
    home.walk(300)
    assert home.view().state is TodayState.PART_WALKED
    assert reviews(home).due() is None
    home.walk(300, ShorterBecause.NO_TIME)
    assert home.view().state is TodayState.TO_CHECK_IN_AFTER
    assert reviews(home).due() is None
    home.today.check_in_after(after(1))
    assert told(home)


def test_what_could_not_be_kept_is_told_about_again(home_in_memory: Home) -> None:
    home = home_in_memory
    for _day in range(7):
        home.live()
    review = reviews(home).due()
    assert review is not None
    assert isinstance(home.store, MemoryDiaryStore)
    home.store.trouble = Trouble("The disk is full.", "Make some room.")
    with pytest.raises(Trouble):
        reviews(home).keep(review)
    home.store.trouble = None
    assert reviews(home).due() == review
    assert reviews(home).kept() == ()


def test_a_later_edit_does_not_rewrite_what_was_told(home: Home) -> None:
    for _day in range(7):
        home.live(before(3), after(3))
    assert told(home)
    (was,) = reviews(home).kept()
    home.keeper.save_before(MONDAY, before(9), home.clock.now())
    assert reviews(home).kept() == (was,)
    assert not told(home)


def test_a_review_is_no_step_to_undo(home: Home) -> None:
    for _day in range(7):
        home.live()
    steps = home.keeper.steps()
    assert told(home)
    assert home.keeper.steps() == steps


def test_a_clock_put_back_a_week_tells_nothing_twice(home: Home) -> None:
    for _day in range(14):
        home.live()
    assert told(home)
    home.clock.set_wall(home.clock.now() - WEEK)
    assert not told(home)


def test_another_first_day_of_the_week_tells_no_week_twice(home: Home) -> None:
    for _day in range(7):
        home.live()
    assert told(home)
    assert reviews(home, first_weekday=6).due() is None
    for _day in range(2):
        home.live()
    assert home.clock.today().weekday() == 2
    assert reviews(home, first_weekday=2).due() is None  # most of that week was in the one told about
    for _day in range(3):
        home.live()
    review = reviews(home, first_weekday=5).due()
    assert review is not None
    assert review.first_day == MONDAY + timedelta(days=5)
