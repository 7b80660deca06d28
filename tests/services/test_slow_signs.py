"""The monthly question in the life of a diary: when Today asks it, what is kept, and that the plan takes no notice."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.builders import MONDAY, after, before, moment, slow_answers
from tests.fakes import FakeClock, MemoryDiaryStore
from tests.services.days import Person
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision
from walkcoach.core.diary import Feet
from walkcoach.core.slow_signs import NOT_NOW, SlowAnswers
from walkcoach.core.symptoms import SlowSign, WarningSign
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import StoredDiary
from walkcoach.services.today import TodayService, TodayState

WORSE_BALANCE = slow_answers(SlowSign.BALANCE_TROUBLE)


def after_four_weeks() -> Person:
    """Somebody who checked in once, and opens the program again on the first day that asks."""
    person = Person()
    person.today.check_in_before(before())
    person.clock.next_day(28)
    return person


def test_a_new_diary_asks_nothing_of_the_month() -> None:
    person = Person()
    assert not person.view().ask_slow_signs
    person.clock.next_day(400)
    assert not person.view().ask_slow_signs


def test_it_is_asked_four_weeks_after_the_first_diary_day_and_not_before() -> None:
    person = Person()
    person.today.check_in_before(before())
    person.clock.next_day(27)
    assert not person.view().ask_slow_signs
    person.clock.next_day()
    assert person.view().ask_slow_signs


def test_answered_it_is_kept_with_its_day_and_asked_again_after_a_month() -> None:
    person = after_four_weeks()
    person.today.answer_slow_signs(WORSE_BALANCE)
    assert person.store.load().slow_answers == {date(2026, 2, 2): WORSE_BALANCE}
    assert not person.view().ask_slow_signs
    person.clock.go_to(date(2026, 3, 1))
    assert not person.view().ask_slow_signs
    person.clock.go_to(date(2026, 3, 2))
    assert person.view().ask_slow_signs


def test_not_now_is_kept_and_puts_it_off_by_a_week() -> None:
    person = after_four_weeks()
    person.today.answer_slow_signs(NOT_NOW)
    assert person.store.load().slow_answers == {date(2026, 2, 2): NOT_NOW}
    person.clock.next_day(6)
    assert not person.view().ask_slow_signs
    person.clock.next_day()
    assert person.view().ask_slow_signs


def test_it_waits_while_a_warning_sign_or_the_feet_keep_the_plan_off() -> None:
    person = after_four_weeks()
    person.today.check_in_before(before(signs=[WarningSign.CHEST_PAIN]))
    assert (person.view().state, person.view().ask_slow_signs) == (TodayState.NO_WALK, False)
    person.clock.next_day()
    assert not person.view().ask_slow_signs
    person.today.clear_warning_sign()
    assert person.view().ask_slow_signs


def test_it_waits_when_the_check_in_after_the_walk_tells_something_urgent() -> None:
    person = after_four_weeks()
    person.today.check_in_before(before())
    person.walk()
    assert person.view().ask_slow_signs
    person.today.check_in_after(after(feet=Feet.NEW))
    assert (person.view().state, person.view().ask_slow_signs) == (TodayState.DONE, False)


def test_it_is_asked_while_the_plan_is_off_too() -> None:
    person = after_four_weeks()
    person.today.set_profile(replace(person.today.profile, ask_first=frozenset({"foot_wound"})))
    assert (person.view().state, person.view().ask_slow_signs) == (TodayState.PLAN_OFF, True)


def test_trouble_keeps_nothing_and_asks_again() -> None:
    person = after_four_weeks()
    person.store.trouble = Trouble("The disk is full.")
    with pytest.raises(Trouble):
        person.today.answer_slow_signs(WORSE_BALANCE)
    assert person.keeper.load().slow_answers == {}
    assert person.view().ask_slow_signs


def what_the_coach_says(keeper: DiaryKeeper) -> list[tuple[Decision, CoachState]]:
    """Each day's decision and what the coach knows when it begins, over all days that the strategies can hold."""
    first = date(2025, 12, 20)
    days = [first + timedelta(days=number) for number in range(60)]
    return [(keeper.decision_on(day), keeper.state_before(day)) for day in days]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    diary=strategies.diaries,
    told=st.dictionaries(strategies.days, strategies.slow_answers, min_size=1, max_size=6),
    today=strategies.days,
)
def test_whatever_is_answered_the_coach_decides_the_same(diary: StoredDiary, told: Mapping[date, SlowAnswers], today: date) -> None:
    unasked = replace(diary, slow_answers={}, profile=replace(diary.profile, followed=strategies.symptoms))
    silent, telling = (DiaryKeeper(MemoryDiaryStore(unasked)) for _keeper in range(2))
    expected = what_the_coach_says(silent)
    for day, answers in told.items():
        telling.save_slow_answers(day, answers, moment(day))
    assert what_the_coach_says(telling) == expected
    assert what_the_coach_says(DiaryKeeper(MemoryDiaryStore(telling.load()))) == expected
    assert telling.days() == silent.days()
    clock = FakeClock(moment(today))
    views = [replace(TodayService(clock, keeper).view(), ask_slow_signs=False) for keeper in (silent, telling)]
    assert views[0] == views[1]


def test_a_life_with_the_worst_answers_is_offered_what_a_life_without_any_is() -> None:
    silent, telling = Person(), Person()
    asked = 0
    for _day in range(90):
        if telling.view().ask_slow_signs:
            telling.today.answer_slow_signs(slow_answers(*SlowSign))
            asked += 1
        assert telling.live() == silent.live()
    assert asked == 3
    assert sorted(telling.store.load().slow_answers) == [MONDAY + timedelta(days=28), date(2026, 3, 2), date(2026, 4, 2)]
