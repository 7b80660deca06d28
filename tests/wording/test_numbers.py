"""Figures as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkcoach.wording import numbers


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 minutes"), (1, "1 minute"), (2, "2 minutes"), (23, "23 minutes"), (101, "101 minutes")]
)
def test_minutes_are_singular_and_plural(count: int, words: str) -> None:
    assert numbers.minutes(count) == words


def test_every_unit_has_its_singular_and_plural() -> None:
    assert [unit(1) for unit in (numbers.seconds, numbers.hours, numbers.days, numbers.walks, numbers.brisk_minutes)] == [
        "1 second",
        "1 hour",
        "1 day",
        "1 walk",
        "1 brisk minute",
    ]
    assert [unit(2) for unit in (numbers.seconds, numbers.hours, numbers.days, numbers.walks, numbers.brisk_minutes)] == [
        "2 seconds",
        "2 hours",
        "2 days",
        "2 walks",
        "2 brisk minutes",
    ]


def test_how_often_has_words_of_its_own_for_one_and_two() -> None:
    assert [numbers.times(count) for count in (1, 2, 3)] == ["once", "twice", "3 times"]


@pytest.mark.parametrize(
    ("length_s", "figures"),
    [(0, "0:00"), (5, "0:05"), (59.99, "0:59"), (1062, "17:42"), (3600, "1:00:00"), (3723.4, "1:02:03"), (-3, "0:00")],
)
def test_clock_figures_count_whole_seconds(length_s: float, figures: str) -> None:
    assert numbers.clock(length_s) == figures


@pytest.mark.parametrize(
    ("length_s", "words"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (45, "45 seconds"),
        (60, "1 minute"),
        (90, "1½ minutes"),
        (150, "2½ minutes"),
        (140, "2 minutes 20 seconds"),
        (61, "1 minute 1 second"),
        (180, "3 minutes"),
        (179.6, "3 minutes"),
    ],
)
def test_lengths_in_words_go_to_the_second(length_s: float, words: str) -> None:
    assert numbers.length(length_s) == words


@pytest.mark.parametrize(("low", "high", "words"), [(23, 28, "23 to 28 minutes"), (23, 23, "23 minutes"), (1, 1, "1 minute")])
def test_a_range_of_one_is_a_number(low: int, high: int, words: str) -> None:
    assert numbers.minutes_range(low, high) == words


def test_a_range_without_a_unit() -> None:
    assert (numbers.whole_range(2, 5), numbers.whole_range(2, 2)) == ("2 to 5", "2")


@pytest.mark.parametrize(
    ("value", "figure"),
    [(4, "4"), (4.0, "4"), (2.5, "2.5"), (0, "0"), (10, "10"), (7 / 3, "2.3"), (2.96, "3"), (-1.5, "−1.5"), (-0.01, "0")],
)
def test_scores_have_a_decimal_only_where_they_need_it(value: float, figure: str) -> None:
    assert numbers.score(value) == figure


@given(st.integers(0, 100))
def test_a_score_in_tenths_reads_back_as_itself(tenths: int) -> None:
    assert float(numbers.score(tenths / 10)) == tenths / 10


@pytest.mark.parametrize(("share", "words"), [(0, "0 %"), (0.125, "13 %"), (1, "100 %")])
def test_shares_are_whole_percent(share: float, words: str) -> None:
    assert numbers.percent(share) == words


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), (["a", "b", "c", "d"], "a, b, c and d")],
)
def test_lists_end_with_and(items: list[str], words: str) -> None:
    assert numbers.list_of(items) == words


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert (numbers.first_up("your NHLBI plan"), numbers.first_up("")) == ("Your NHLBI plan", "")
