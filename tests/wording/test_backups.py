"""Backups in sentences."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from walkcoach.wording import backups as words

TODAY = date(2026, 11, 22)


def test_the_last_trial_is_told_by_its_day() -> None:
    assert words.last_proven(date(2026, 11, 12), TODAY) == "Last proven restorable: 12 November"
    assert words.last_proven(TODAY, TODAY) == "Last proven restorable: today"
    assert words.last_proven(None, TODAY).startswith("Not tried out yet.")


@pytest.mark.parametrize(
    ("size_bytes", "told"),
    [(0, "0.1 MB"), (843_776, "0.8 MB"), (950_000, "1.0 MB"), (14_487_552, "14.5 MB"), (103_000_000, "103.0 MB")],
)
def test_a_size_is_told_in_tenths_of_a_megabyte(size_bytes: int, told: str) -> None:
    assert words.size(size_bytes) == told


def test_a_moment_is_told_in_the_zone_that_it_carries() -> None:
    moment = datetime(2026, 11, 20, 7, 5, tzinfo=UTC)
    assert words.moment_of(moment) == "20 November 2026, 07:05"
    assert words.moment_of(moment.astimezone(timezone(timedelta(hours=-8)))) == "19 November 2026, 23:05"


def test_what_was_done_names_what_is_kept() -> None:
    until = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
    assert (
        words.mended(until, "diary.damaged")[1]
        == "It reaches up to 20 November 2026, 18:30. The damaged file is kept: diary.damaged"
    )
    assert words.mended(until, None) == (
        "Your diary was not in its place, so the newest whole backup was opened.",
        "It reaches up to 20 November 2026, 18:30.",
    )
    assert words.restored("a", "b") == "The diary is now that of a. The one of before is kept in b."
    assert words.restored("a", None) == "The diary is now that of a."


@pytest.mark.parametrize(
    "told",
    [
        words.nothing_to_go_back_to("/p"),
        words.gone("/p"),
        words.gone_and_nothing_to_go_back_to("/p"),
        words.not_backed_up("/p"),
        words.not_whole("/p"),
        words.not_there("/p"),
        words.not_proven("/p"),
    ],
)
def test_what_goes_wrong_names_the_place_and_a_way_on(told: tuple[str, str]) -> None:
    what, way_on = told
    assert "/p" in what
    assert way_on.endswith(".")
