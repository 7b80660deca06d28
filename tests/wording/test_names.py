"""Every id of the core has a plain name, and days are named as people name them."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.decision import DecisionKind, Stage
from walkcoach.core.diary import AwayBecause, Feet, Settled, ShorterBecause, Steadiness
from walkcoach.core.programme import BriskPlacement, Track
from walkcoach.core.segments import Pace
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.wording import names

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Symptom, names.symptom_name),
        (Symptom, names.symptom_hint),
        (SlowSign, names.slow_sign_name),
        (WarningSign, names.warning_sign_name),
        (Steadiness, names.steadiness_name),
        (Feet, names.feet_name),
        (Settled, names.settled_name),
        (ShorterBecause, names.shorter_name),
        (AwayBecause, names.away_name),
        (Track, names.track_name),
        (Track, names.track_hint),
        (BriskPlacement, names.placement_name),
        (Stage, names.stage_name),
        (DecisionKind, names.decision_name),
        (Pace, names.pace_name),
    ],
)
def test_every_member_has_a_name_of_its_own_that_is_no_id(kind: type[StrEnum], name: Callable[[Any], str]) -> None:
    given_names = [name(member) for member in kind]
    assert all(given_names)
    assert len(set(given_names)) == len(given_names)
    assert not any("_" in text for text in given_names)


def test_symptoms_stand_inside_a_sentence_in_lower_case() -> None:
    assert all(names.symptom_name(symptom).islower() for symptom in Symptom)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (SUNDAY, "today"),
        (date(2026, 11, 21), "yesterday"),
        (date(2026, 11, 23), "tomorrow"),
        (date(2026, 11, 20), "Friday"),
        (date(2026, 11, 16), "Monday"),
        (date(2026, 11, 15), "15 November"),
        (date(2026, 11, 28), "Saturday"),
        (date(2026, 11, 29), "29 November"),
        (date(2026, 11, 3), "3 November"),
        (date(2025, 11, 3), "3 November 2025"),
    ],
)
def test_a_day_is_named_as_it_is_called_today(day: date, name: str) -> None:
    assert names.day_name(day, SUNDAY) == name


def test_last_december_needs_no_year_in_january() -> None:
    assert names.day_name(date(2025, 12, 20), date(2026, 1, 5)) == "20 December"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-400, -7))
def test_an_older_day_is_never_called_like_one_of_the_last_week(today: date, away: int) -> None:
    last_week = {names.day_name(today + timedelta(days=n), today) for n in range(-6, 1)}
    assert len(last_week) == 7
    assert names.day_name(today + timedelta(days=away), today) not in last_week


def test_dates_are_written_out() -> None:
    assert names.long_date(SUNDAY) == "Sunday 22 November"
    assert names.full_date(SUNDAY) == "Sunday 22 November 2026"


def test_weekdays_begin_with_monday_and_months_with_january() -> None:
    assert (names.weekday_name(0), names.weekday_short(6)) == ("Monday", "Sun")
    assert [names.month_name(month) for month in (1, 12)] == ["January", "December"]
    assert all(names.weekday_name(day).startswith(names.weekday_short(day)) for day in range(7))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (None, "your last walk"),
        (SUNDAY, "today's walk"),
        (date(2026, 11, 21), "yesterday's walk"),
        (date(2026, 11, 20), "Friday's walk"),
        (date(2026, 11, 3), "the walk of 3 November"),
    ],
)
def test_the_last_walk_is_named_by_its_day(day: date | None, name: str) -> None:
    assert names.walk_of(day, SUNDAY) == name
