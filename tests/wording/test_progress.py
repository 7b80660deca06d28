"""What the Progress page says: facts with their figures, in the right year, with no praise and no alarm."""

from datetime import date, timedelta

import pytest

from walkcoach.core.progress import Progress, SymptomPoint, SymptomTrend, Week
from walkcoach.core.symptoms import Symptom
from walkcoach.wording import progress as words

TODAY = date(2026, 11, 22)
THIS_WEEK = date(2026, 11, 16)


def week(minutes: int = 240, brisk: int = 95, walks: int = 4, walk_days: int = 5, first_day: date = THIS_WEEK) -> Week:
    return Week(first_day, minutes - brisk, brisk, 250, walks, walk_days)


def trend(*before: float | None, symptom: Symptom = Symptom.TINGLING) -> SymptomTrend:
    days = [THIS_WEEK - timedelta(weeks=ago) for ago in range(len(before) - 1, -1, -1)]
    points = tuple(SymptomPoint(day, score, score, 2.0) for day, score in zip(days, before, strict=True))
    return SymptomTrend(symptom, points, 2.0)


def summary(this_week: Week, *trends: SymptomTrend) -> str:
    return words.summary(Progress((this_week,), trends, TODAY))


def test_the_week_and_the_symptom_that_moved_most_are_told_in_two_sentences() -> None:
    moved = trend(4, *[3.0] * 9, 2)
    assert summary(week(), trend(3, 2, symptom=Symptom.CRAMPS), moved) == (
        "You walked 240 minutes this week, 95 of them brisk, and kept 4 of 5 walk days so far."
        " Tingling before walks fell from 4 to 2 since September."
    )


@pytest.mark.parametrize(
    ("this_week", "said"),
    [
        (week(0, 0), "No walk yet this week."),
        (week(1, 0, 1, 0), "You walked 1 minute this week."),
        (week(60, 0, 3, 2), "You walked 60 minutes this week, and kept 3 of 3 walk days."),
        (week(20, 0, 1, 5), "You walked 20 minutes this week, and kept 1 of 5 walk days so far."),
        (week(60, 5, 1, 0), "You walked 60 minutes this week, 5 of them brisk."),
    ],
)
def test_a_week_is_told_as_it_was(this_week: Week, said: str) -> None:
    assert summary(this_week) == said


def test_a_symptom_that_grew_is_told_as_plainly() -> None:
    assert summary(week(), trend(1, 3.5)).endswith("Tingling before walks rose from 1 to 3.5 since November.")


def test_a_month_of_another_year_carries_its_year() -> None:
    assert summary(week(), trend(4, *[None] * 60, 2)).endswith("since September 2025.")


@pytest.mark.parametrize("scores", [(2.0, 2.9), (10, 10, 10), (0, 0)])
def test_less_than_a_point_is_about_the_same(scores: tuple[float, ...]) -> None:
    assert summary(week(), trend(*scores)).endswith("Your symptoms before walks stayed about the same.")


@pytest.mark.parametrize("scores", [(), (3,), (None, None), (None, 3, None)])
def test_one_score_is_no_trend(scores: tuple[float | None, ...]) -> None:
    trends = [trend(*scores)] if scores else []
    assert "before walks" not in summary(week(), *trends)


@pytest.mark.parametrize(
    ("first_day", "weeks", "name"),
    [
        (THIS_WEEK, 1, "This week"),
        (date(2026, 9, 7), 1, "7 Sep"),
        (date(2025, 9, 8), 1, "8 Sep 2025"),
        (date(2026, 9, 7), 4, "7 Sep to 4 Oct"),
        (date(2025, 12, 22), 2, "22 Dec 2025 to 4 Jan"),
        (date(2024, 9, 2), 2, "2 Sep to 15 Sep 2024"),
    ],
)
def test_weeks_are_named_with_a_year_only_where_it_helps(first_day: date, weeks: int, name: str) -> None:
    assert words.span_name(first_day, weeks, TODAY) == name


def test_a_week_in_a_table_is_named_in_full() -> None:
    assert words.week_name(date(2026, 9, 7), TODAY) == "7 September"
    assert words.week_name(date(2025, 9, 8), TODAY) == "8 September 2025"
    assert words.week_name(THIS_WEEK, TODAY) == "This week"


def test_a_bar_and_a_point_are_told_with_their_figures() -> None:
    assert words.bar_tip(week(), TODAY) == "This week: 240 minutes, 95 brisk; planned 250; walks 4 of 5"
    assert (
        words.mean_tip(date(2026, 9, 7), 4, 199.6, 20.2, 240, TODAY) == "7 Sep to 4 Oct: 200 minutes a week, 20 brisk; planned 240"
    )
    assert words.point_tip("7 Sep", 2.5, None) == "7 Sep: before 2.5, worst –"
    assert words.point_tip("7 Sep", None, None) == "7 Sep: not rated"


def test_the_chart_of_minutes_is_one_sentence() -> None:
    weeks = (week(300, 0, first_day=date(2026, 11, 9)), week())
    assert words.minutes_sentence(weeks, TODAY) == (
        "Minutes a week over 2 weeks: 240 this week, 95 of them brisk, 250 planned; most 300 (9 November)."
    )


def test_the_chart_of_a_symptom_is_one_sentence() -> None:
    assert words.symptom_sentence(trend(4, None, 2)) == (
        "Tingling before walks: 4 at first, 2 now; worst during walks 2; your usual is 2."
    )
    assert words.symptom_sentence(trend(None)) == "Tingling: not rated in this time."
