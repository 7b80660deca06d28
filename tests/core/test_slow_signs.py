"""The monthly question: when it is due, and what its answers may be."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.diary import DiaryError
from walkcoach.core.slow_signs import NOT_NOW, SlowAnswers, is_due
from walkcoach.core.symptoms import SlowSign

FIRST = date(2026, 1, 5)
YEARS = date(2023, 1, 1)
ALL_NO = SlowAnswers(dict.fromkeys(SlowSign, False))
ONE_YES = SlowAnswers({**ALL_NO.new_or_worse, SlowSign.BALANCE_TROUBLE: True})

days = st.dates(date(2023, 1, 1), date(2027, 12, 31))
said = st.sampled_from([ALL_NO, ONE_YES, NOT_NOW])


@pytest.mark.parametrize(
    ("first_day", "kept", "today", "due"),
    [
        (None, {}, date(2026, 6, 1), False),
        (FIRST, {}, date(2026, 1, 4), False),
        (FIRST, {}, FIRST, False),
        (FIRST, {}, date(2026, 2, 1), False),
        (FIRST, {}, date(2026, 2, 2), True),
        (FIRST, {}, date(2031, 1, 1), True),
        (FIRST, {date(2026, 2, 2): ALL_NO}, date(2026, 2, 2), False),
        (FIRST, {date(2026, 2, 2): ALL_NO}, date(2026, 3, 1), False),
        (FIRST, {date(2026, 2, 2): ALL_NO}, date(2026, 3, 2), True),
        (FIRST, {date(2026, 2, 2): ONE_YES}, date(2026, 3, 1), False),
        (FIRST, {date(2026, 2, 2): ONE_YES}, date(2026, 3, 2), True),
        (FIRST, {date(2026, 2, 2): NOT_NOW}, date(2026, 2, 8), False),
        (FIRST, {date(2026, 2, 2): NOT_NOW}, date(2026, 2, 9), True),
        (FIRST, {date(2026, 2, 2): ALL_NO, date(2026, 3, 2): NOT_NOW}, date(2026, 3, 8), False),
        (FIRST, {date(2026, 2, 2): ALL_NO, date(2026, 3, 2): NOT_NOW}, date(2026, 3, 9), True),
        (FIRST, {date(2026, 2, 2): NOT_NOW, date(2026, 2, 9): ALL_NO}, date(2026, 3, 8), False),
        (FIRST, {date(2026, 2, 2): NOT_NOW, date(2026, 2, 9): ALL_NO}, date(2026, 3, 9), True),
        (YEARS, {date(2026, 1, 31): ALL_NO}, date(2026, 2, 27), False),
        (YEARS, {date(2026, 1, 31): ALL_NO}, date(2026, 2, 28), True),
        (YEARS, {date(2024, 1, 31): ALL_NO}, date(2024, 2, 28), False),
        (YEARS, {date(2024, 1, 31): ALL_NO}, date(2024, 2, 29), True),
        (YEARS, {date(2025, 12, 15): ALL_NO}, date(2026, 1, 14), False),
        (YEARS, {date(2025, 12, 15): ALL_NO}, date(2026, 1, 15), True),
        (YEARS, {date(2026, 5, 4): ALL_NO}, date(2026, 5, 3), False),
        (YEARS, {date(2026, 5, 4): NOT_NOW}, date(2026, 5, 3), False),
        (YEARS, {date(2036, 5, 4): ALL_NO}, date(2026, 5, 4), True),
        (YEARS, {date(2036, 5, 4): NOT_NOW}, date(2026, 5, 4), True),
        (date(9999, 1, 1), {date(9999, 12, 1): ALL_NO}, date.max, False),
    ],
    ids=[
        "no diary, no question",
        "a clock before the diary's first day",
        "not on the first day",
        "not on the 27th day after it",
        "on the 28th day after it",
        "whenever the program is opened again",
        "answered today",
        "answered less than a month ago",
        "answered a month ago",
        "a yes less than a month ago",
        "a yes a month ago",
        "put off six days ago",
        "put off a week ago",
        "put off, after an answer",
        "put off a week ago, after an answer",
        "answered after it had been put off, less than a month ago",
        "answered after it had been put off, a month ago",
        "the 31st: not on the 27th of February",
        "the 31st: on the 28th of February",
        "the 31st: not on the 28th in a leap year",
        "the 31st: on the 29th in a leap year",
        "across the year's end, a day early",
        "across the year's end",
        "answered tomorrow, after a journey west",
        "put off tomorrow, after a journey west",
        "an answer of a clock that was ten years ahead",
        "put off by a clock that was ten years ahead",
        "at the end of the calendar",
    ],
)
def test_the_question_is_due(first_day: date | None, kept: Mapping[date, SlowAnswers], today: date, due: bool) -> None:
    assert is_due(kept, first_day, today) is due


@given(first_day=days, opened=st.lists(st.tuples(st.integers(1, 40), said), max_size=40))
def test_whoever_answers_whenever_asked_is_never_asked_twice_in_a_month(
    first_day: date, opened: list[tuple[int, SlowAnswers]]
) -> None:
    kept: dict[date, SlowAnswers] = {}
    today = first_day
    for days_away, answer in opened:
        today += timedelta(days=days_away)
        if is_due(kept, first_day, today):
            kept[today] = answer
    answered = [day for day, said in kept.items() if said.answered]
    assert len({(day.year, day.month) for day in answered}) == len(answered)
    assert all((later - earlier).days >= 28 for earlier, later in pairwise(answered))
    assert all((later - earlier).days >= 7 for earlier, later in pairwise(kept))
    assert all((day - first_day).days >= 28 for day in kept)


@given(first_day=days, kept=st.dictionaries(days, said, max_size=6), today=days)
def test_it_is_asked_again_a_month_after_whatever_was_said(first_day: date, kept: dict[date, SlowAnswers], today: date) -> None:
    last = max([today, first_day, *kept])
    assert is_due(kept, first_day, last + timedelta(days=31))


@given(kept=st.dictionaries(days, said, max_size=6), today=days)
def test_every_day_of_an_answer_s_month_is_quiet(kept: dict[date, SlowAnswers], today: date) -> None:
    same_month = any(said.answered and (day.year, day.month) == (today.year, today.month) for day, said in kept.items())
    assert not (same_month and is_due(kept, date(2022, 1, 1), today))


def test_what_is_new_or_worse_is_told_in_the_catalogue_s_order() -> None:
    backwards = SlowAnswers({sign: sign is not SlowSign.GAIT_CHANGE for sign in reversed(SlowSign)})
    assert backwards.told == tuple(sign for sign in SlowSign if sign is not SlowSign.GAIT_CHANGE)
    assert (ALL_NO.told, ALL_NO.answered) == ((), True)


def test_not_now_is_no_answer() -> None:
    assert (NOT_NOW.told, NOT_NOW.answered) == ((), False)
    assert SlowAnswers() == NOT_NOW != ALL_NO


@pytest.mark.parametrize("left_out", SlowSign)
def test_a_sign_left_out_is_refused_by_name(left_out: SlowSign) -> None:
    some = {sign: False for sign in SlowSign if sign is not left_out}
    with pytest.raises(DiaryError, match=rf"slow_signs\.{left_out}: has to be answered"):
        SlowAnswers(some)


@pytest.mark.parametrize("answer", [None, 1, "yes"])
def test_an_answer_is_yes_or_no(answer: object) -> None:
    with pytest.raises(DiaryError, match=r"slow_signs\.gait_change: has to be yes or no"):
        SlowAnswers({**ALL_NO.new_or_worse, SlowSign.GAIT_CHANGE: answer})  # type: ignore[dict-item]


def test_answers_cannot_be_changed_from_outside() -> None:
    given_answers = dict(ALL_NO.new_or_worse)
    answers = SlowAnswers(given_answers)
    given_answers[SlowSign.GAIT_CHANGE] = True
    assert answers == ALL_NO
    with pytest.raises(TypeError):
        answers.new_or_worse[SlowSign.GAIT_CHANGE] = True  # type: ignore[index]
