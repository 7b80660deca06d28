"""How the walks of a span felt, counted by days, and what the feet of a day come to."""

from datetime import date, timedelta

import pytest

from tests.builders import MONDAY, after, before
from walkcoach.core.diary import Feet, Steadiness
from walkcoach.core.progress import Condition, DayFigures, feet_of_day, span_figures
from walkcoach.core.symptoms import Symptom


@pytest.mark.parametrize(
    ("morning", "evening", "found"),
    [
        (Feet.FINE, Feet.FINE, Feet.FINE),
        (Feet.FINE, Feet.NEW, Feet.NEW),
        (Feet.NEW, Feet.FINE, Feet.NEW),
        (Feet.UNCHECKED, Feet.FINE, Feet.FINE),
        (Feet.FINE, Feet.LATER, Feet.FINE),
        (Feet.UNCHECKED, Feet.LATER, Feet.UNCHECKED),
        (None, Feet.LATER, Feet.UNCHECKED),
        (Feet.UNCHECKED, None, Feet.UNCHECKED),
        (None, None, None),
    ],
)
def test_the_feet_of_a_day_are_new_if_once_and_fine_if_they_were_looked_at(
    morning: Feet | None, evening: Feet | None, found: Feet | None
) -> None:
    said = before(feet=morning) if morning else None, after(feet=evening) if evening else None
    assert feet_of_day(*said) is found


def day(number: int, **figures: object) -> DayFigures:
    return DayFigures(MONDAY + timedelta(days=number), **figures)  # type: ignore[arg-type]


def test_a_span_counts_each_day_once_and_takes_the_mean_of_the_efforts() -> None:
    days = [
        day(0, after=after(effort=2, stumbled=True), steady=Steadiness.LESS_STEADY, feet=Feet.NEW),
        day(1, after=after(effort=7, could_talk=False), steady=Steadiness.MUCH_LESS_STEADY, feet=Feet.FINE, sign=True),
        day(2, steady=Steadiness.AS_USUAL, feet=Feet.UNCHECKED),
        day(3),
    ]
    condition = span_figures(MONDAY, days).condition
    assert condition == Condition(MONDAY, 2, 9, 1, 1, 1, 1, 1, 1, 1, 1)
    assert condition.effort == 4.5
    assert condition.told


def test_a_span_in_which_nothing_was_said_has_no_effort() -> None:
    condition = span_figures(MONDAY, [day(0, minutes=20)]).condition
    assert condition.effort is None
    assert not condition.told


def test_the_counts_stand_in_the_order_of_the_fields() -> None:
    assert Condition(date.min, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8).counts() == (1, 2, 3, 4, 5, 6, 7, 8)


def test_the_usual_of_a_span_is_the_one_at_its_end_unless_it_is_given() -> None:
    days = [day(0, usual={Symptom.TINGLING: 2.0}), day(1, usual={Symptom.TINGLING: 3.0, Symptom.CRAMPS: 1.0}), day(2)]
    assert span_figures(MONDAY, days).usual == {Symptom.TINGLING: 3.0, Symptom.CRAMPS: 1.0}
    assert span_figures(MONDAY, days, {Symptom.TREMOR: 4.0}).usual == {Symptom.TREMOR: 4.0}
