"""The road in words: where one stands, what the last weeks would bring, and why nothing is forecast; never a promise."""

import re
from datetime import date
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.wording.texts import never_words
from walkcoach.core.decision import Stage, Standing
from walkcoach.core.programme import Programme
from walkcoach.core.road import Forecast, NoForecast, Obstacles, Road, road_of
from walkcoach.wording import road as words

TODAY = date(2026, 11, 22)
REACHED = (date(2026, 8, 5), date(2025, 10, 24), None)
STEADY = Programme()


def at(minutes: int, brisk: int = 0) -> Standing:
    return Standing(Stage.BUILD_PACE if brisk else Stage.BUILD_TIME, minutes, brisk)


def road(*levels: Standing | None, programme: Programme = STEADY, locked: bool = False) -> Road:
    """The road on a Sunday with these levels, now, a week ago, and so on."""
    reached = REACHED if levels[0] is not None else (None, None, None)
    return road_of(TODAY, programme, levels, reached, Obstacles(locked=locked))


LONGER = road(at(40), at(36), at(36), at(30), at(25))
BRISKER = road(at(60, 15), at(60, 10), at(60, 10), at(60, 5), at(57))


def test_before_the_first_walk_the_road_says_how_it_begins() -> None:
    assert words.sentence(road(None)) == "Your road begins with a first walk of 15 minutes."
    assert words.here(road(None)) == ""


def test_on_the_first_leg_it_tells_minutes_and_on_the_second_brisk_ones() -> None:
    assert words.standing_sentence(LONGER) == "You stand at 40 minutes; next is 60 minutes."
    assert words.standing_sentence(BRISKER) == "You stand at 60 minutes with 15 brisk; next is 45 brisk minutes."
    assert (words.here(LONGER), words.here(BRISKER)) == ("you: 40 min", "you: 15 brisk")
    assert [words.station(one) for one in BRISKER.stations] == ["15 min", "60 min", "45 brisk"]


def test_at_the_goal_it_says_so_and_forecasts_nothing() -> None:
    done = road(at(60, 45), at(60, 45), at(60, 40))
    assert words.summary(done) == "You stand at 60 minutes with 45 brisk, and that is your goal."


def test_a_forecast_is_said_under_its_condition_in_weeks_and_months() -> None:
    assert words.forecast_sentence(LONGER) == (
        "If it goes on as in the last 4 weeks, 60 minutes may be 5 to 15 weeks away: between December 2026 and March 2027. "
        "It may well take longer."
    )


@pytest.mark.parametrize(
    ("least", "most", "weeks", "months"),
    [
        (1, 1, "about one week", "in November"),
        (3, 3, "about 3 weeks", "in December"),
        (2, 5, "2 to 5 weeks", "between November and December"),
        (5, 9, "5 to 9 weeks", "between December 2026 and January 2027"),
        (8, 9, "8 to 9 weeks", "in January 2027"),
    ],
)
def test_weeks_and_months_of_a_range(least: int, most: int, weeks: str, months: str) -> None:
    told = Road(TODAY, LONGER.stations, LONGER.standing, 0.5, LONGER.ahead, Forecast(least, most, (5, 5), 45, 50), None)
    said = words.forecast_sentence(told)
    assert f"may be {weeks} away: {months}." in said


@pytest.mark.parametrize("why", NoForecast)
def test_every_reason_for_no_forecast_is_said_in_words_but_the_two_that_need_none(why: NoForecast) -> None:
    said = words.no_forecast(why)
    assert (said == "") is (why in (NoForecast.NOT_BEGUN, NoForecast.ARRIVED))
    assert not never_words(said)


def test_a_lock_is_said_instead_of_a_forecast() -> None:
    assert "on hold" in words.summary(road(at(40), at(36), at(30), locked=True))


def test_the_table_tells_stations_level_and_forecast() -> None:
    assert words.rows(BRISKER) == (
        ("Start, 15 minutes", "5 August"),
        ("60 minutes", "24 October 2025"),
        ("45 brisk minutes", "next"),
        ("You stand at", "60 minutes, 15 brisk"),
        ("In four weeks, perhaps", words.soon_row(BRISKER)),
        ("Next station, perhaps", "in 6 to 20 weeks"),
    )
    assert words.soon_row(BRISKER).endswith(" brisk")
    assert words.soon_row(road(at(40))) == "–"
    assert words.rows(road(None)) == (("Start, 15 minutes", "next"), ("60 minutes", "later"), ("45 brisk minutes", "later"))
    assert words.rows(road(at(48), at(60)))[1] == ("60 minutes", "24 October 2025, next again")


def test_the_saved_figures_have_the_days_as_dates() -> None:
    assert words.csv_rows(BRISKER)[:4] == (
        ("Start, 15 minutes", REACHED[0], "behind you"),
        ("60 minutes", REACHED[1], "behind you"),
        ("45 brisk minutes", None, "next"),
        ("You stand at", None, "60 minutes, 15 brisk"),
    )
    assert [len(row) for row in words.csv_rows(BRISKER)] == [len(words.csv_headers())] * 6


def test_a_station_is_told_with_its_day_and_whether_it_comes_again() -> None:
    back = road(at(48), at(60))
    start, walk_goal, brisk_goal = (words.station_sentence(one, back) for one in back.stations)
    assert start == "The start, 15 minutes: first reached on 5 August."
    assert walk_goal == "60 minutes: first reached on 24 October 2025, and next again."
    assert brisk_goal == "45 brisk minutes: later."


def test_the_sentence_for_listeners_has_the_stations_behind_and_the_forecast() -> None:
    said = words.sentence(BRISKER)
    assert "60 minutes: first reached on 24 October 2025." in said
    assert said.endswith("It may well take longer.")


@given(
    programme=strategies.programmes(),
    ends=st.lists(st.none() | strategies.standings, min_size=5, max_size=5),
    reached=st.tuples(*[st.none() | strategies.days] * 3),
    obstacles=st.builds(Obstacles, st.booleans(), st.booleans(), st.booleans(), st.integers(0, 30)),
)
def test_any_road_can_be_told_and_no_word_is_wrong(
    programme: Programme,
    ends: list[Standing | None],
    reached: tuple[date | None, date | None, date | None],
    obstacles: Obstacles,
) -> None:
    told = road_of(TODAY, programme, ends, reached, obstacles)
    for said in (words.sentence(told), words.summary(told), *(words.station_sentence(one, told) for one in told.stations)):
        assert said.endswith(".")
        assert not never_words(said)
    assert all(len(row) == len(words.headers()) and all(row) for row in words.rows(told))
    assert (told.forecast is None) or "If it goes on" in words.summary(told)


def test_a_goal_too_far_off_is_given_no_time_that_its_plain_sum_would_belie() -> None:
    uneven = road(at(27), at(27), at(21), at(21))
    assert uneven.no_forecast is NoForecast.TOO_FAR
    assert ceil((60 - 27) * 3 / (27 - 21)) == 17, "weeks by the plain sum"
    assert not re.search(r"year|month|week|[0-9]", words.forecast_sentence(uneven))
