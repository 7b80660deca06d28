"""The track that the welcome suggests."""

from itertools import product

import pytest

from walkcoach.core.programme import DAILY_CAP, Track
from walkcoach.core.suggestion import AgeBand, Because, FootFeeling, suggested_track


@pytest.mark.parametrize("feeling", [FootFeeling.LESS, FootFeeling.AT_RISK])
def test_less_feeling_in_the_feet_suggests_the_careful_track_whatever_else_is_said(feeling: FootFeeling) -> None:
    for age, used in product((None, *AgeBand), (None, True, False)):
        assert suggested_track(feeling, age, used).track is Track.CAREFUL
        assert suggested_track(feeling, age, used).because is Because.FEET


def test_from_65_years_the_gentle_track_is_suggested() -> None:
    assert suggested_track(FootFeeling.USUAL, AgeBand.FROM_65, True).track is Track.GENTLE
    assert suggested_track(FootFeeling.USUAL, AgeBand.FROM_65, True).because is Because.AGE


def test_new_walkers_are_suggested_the_gentle_track() -> None:
    suggestion = suggested_track(FootFeeling.USUAL, AgeBand.UNDER_65, False)
    assert (suggestion.track, suggestion.because) == (Track.GENTLE, Because.NEW_TO_WALKING)


def test_without_any_answer_the_pace_of_the_article_is_suggested() -> None:
    assert suggested_track().track is Track.STEADY
    assert suggested_track().because is Because.NOTHING_SPEAKS_AGAINST


def test_an_answer_that_asks_for_care_never_suggests_a_faster_track() -> None:
    for feeling, age, used in product(FootFeeling, AgeBand, (True, False)):
        asked = DAILY_CAP[suggested_track(feeling, age, used).track]
        assert asked <= DAILY_CAP[suggested_track(FootFeeling.USUAL, age, used).track]
        assert asked <= DAILY_CAP[suggested_track(feeling, AgeBand.UNDER_65, used).track]
        assert asked <= DAILY_CAP[suggested_track(feeling, age, True).track]
