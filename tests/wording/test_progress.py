"""What the Progress page says: facts with their figures, in the right year, with no praise and no alarm."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.progress import Condition, Progress, SymptomPoint, SymptomTrend, Week
from walkcoach.core.spans import Grouping
from walkcoach.core.symptoms import Symptom
from walkcoach.wording import charts, spans
from walkcoach.wording import progress as words

TODAY = date(2026, 11, 22)
THIS_WEEK = date(2026, 11, 16)


def week(minutes: int = 240, brisk: int = 95, walks: int = 4, walk_days: int = 5, first_day: date = THIS_WEEK) -> Week:
    return Week(first_day, minutes - brisk, brisk, 250, walks, walk_days)


def trend(*before: float | None, symptom: Symptom = Symptom.TINGLING, ratings: Sequence[int] | None = None) -> SymptomTrend:
    days = [THIS_WEEK - timedelta(weeks=ago) for ago in range(len(before) - 1, -1, -1)]
    counts = [0 if score is None else 3 for score in before] if ratings is None else ratings
    points = tuple(SymptomPoint(day, score, score, 2.0, count) for day, score, count in zip(days, before, counts, strict=True))
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
    assert summary(week(), trend(1, 2, 2, 3.5)).endswith("Tingling before walks rose from 1 to 3.5 since October.")


def test_a_month_of_another_year_carries_its_year() -> None:
    assert summary(week(), trend(4, *[None] * 60, 2)).endswith("since September 2025.")


@pytest.mark.parametrize("scores", [(2.0, 5, 5, 2.9), (10, 10, 10, 10), (0, None, None, 0, None)])
def test_less_than_a_point_is_about_the_same(scores: tuple[float, ...]) -> None:
    assert summary(week(), trend(*scores)).endswith("Your symptoms before walks stayed about the same.")


@pytest.mark.parametrize("scores", [(), (None, None), (None, 3, None), (4, 3, 3, 3, 2, None, None)])
def test_without_a_score_in_the_newest_spans_only_the_walking_is_told(scores: tuple[float | None, ...]) -> None:
    trends = [trend(*scores)] if scores else []
    assert summary(week(), *trends) == summary(week())


@pytest.mark.parametrize(
    "told",
    [
        trend(2),
        trend(4, 3, 2),
        trend(4, 3, 3, 2, ratings=(2, 3, 3, 3)),
        trend(4, 3, 3, 2, ratings=(3, 3, 2, 1)),
        trend(4, None, None, None, 2, ratings=(5, 0, 0, 0, 2)),
    ],
)
def test_too_few_scores_or_spans_too_near_are_no_trend(told: SymptomTrend) -> None:
    assert summary(week(), told) == f"{summary(week())} Before walks this week: tingling 2."


def test_a_part_week_with_too_few_scores_leaves_the_week_before_to_be_compared() -> None:
    told = trend(4, 3, 3, 2, 7, ratings=(3, 3, 3, 3, 1))
    assert summary(week(), told).endswith("Tingling before walks fell from 4 to 2 since October.")


def test_where_things_stand_is_told_of_the_three_highest() -> None:
    scores = {Symptom.TINGLING: 0.0, Symptom.NUMBNESS: 3.3, Symptom.CRAMPS: 2.0, Symptom.BURNING: 3.3}
    told = summary(week(), *(trend(score, symptom=symptom) for symptom, score in scores.items()))
    assert told.endswith(" Before walks this week: numbness 3.3, burning 3.3 and cramps 2.")


@given(st.lists(st.tuples(st.none() | st.floats(0, 10), st.integers(0, 7)), min_size=1, max_size=8))
def test_a_trend_is_only_told_of_two_spans_with_enough_scores(rated: list[tuple[float | None, int]]) -> None:
    told = trend(*(score for score, _count in rated), ratings=[count for _score, count in rated])
    enough = [place for place, (score, count) in enumerate(rated) if score is not None and count >= 3]
    comparable = bool(enough) and enough[-1] >= len(rated) - 2 and enough[-1] - enough[0] >= 3
    said = summary(week(), told)
    assert any(words in said for words in ("fell from", "rose from", "stayed about")) is comparable


def test_a_long_range_is_told_by_its_own_span() -> None:
    shown = Progress((week(900, 300, 20, 24),), (), TODAY, (), Grouping.MONTH)
    assert words.summary(shown) == "You walked 900 minutes this month, 300 of them brisk, and kept 20 of 24 walk days so far."
    none = Progress((week(0, 0),), (), TODAY, (), Grouping.QUARTER)
    assert words.summary(none) == "No walk yet this quarter."


@pytest.mark.parametrize(
    ("first_day", "grouping", "name", "short"),
    [
        (THIS_WEEK, Grouping.WEEK, "This week", "This week"),
        (date(2026, 9, 7), Grouping.WEEK, "7 September", "7 Sep"),
        (date(2025, 9, 8), Grouping.WEEK, "8 September 2025", "8 Sep 2025"),
        (date(2026, 11, 1), Grouping.MONTH, "This month", "This month"),
        (date(2026, 2, 1), Grouping.MONTH, "February 2026", "Feb 2026"),
        (date(2026, 10, 1), Grouping.QUARTER, "This quarter", "This quarter"),
        (date(2024, 10, 1), Grouping.QUARTER, "October to December 2024", "Oct–Dec 2024"),
        (date(2026, 1, 1), Grouping.YEAR, "This year", "This year"),
        (date(2011, 1, 1), Grouping.YEAR, "2011", "2011"),
    ],
)
def test_spans_are_named_with_a_year_where_it_helps(first_day: date, grouping: Grouping, name: str, short: str) -> None:
    assert spans.span_name(first_day, grouping, TODAY) == name
    assert spans.span_short(first_day, grouping, TODAY) == short


def test_a_bar_and_a_point_are_told_with_their_figures() -> None:
    assert charts.bar_tip(week(), Grouping.WEEK, TODAY) == "This week: 240 minutes, 95 brisk; planned 250; walks 4 of 5"
    month = week(first_day=date(2026, 2, 1))
    assert charts.bar_tip(month, Grouping.MONTH, TODAY) == "February 2026: 240 minutes, 95 brisk; planned 250; walks 4 of 5"
    assert charts.point_tip("7 Sep", 2.5, None) == "7 Sep: before 2.5, worst –"
    assert charts.point_tip("7 Sep", None, None) == "7 Sep: not rated"


def test_the_chart_of_minutes_is_one_sentence() -> None:
    weeks = (week(300, 0, first_day=date(2026, 11, 9)), week())
    assert charts.minutes_sentence(weeks, Grouping.WEEK, TODAY) == (
        "Minutes a week over 2 weeks: 240 this week, 95 of them brisk, 250 planned; most 300 (9 November)."
    )
    quarters = (week(3000, 0, first_day=date(2026, 7, 1)), week(900, 95, first_day=date(2026, 10, 1)))
    assert charts.minutes_sentence(quarters, Grouping.QUARTER, TODAY) == (
        "Minutes a quarter over 2 quarters: 900 this quarter, 95 of them brisk, 250 planned; most 3000 (July to September 2026)."
    )


def test_the_chart_of_a_symptom_is_one_sentence() -> None:
    assert charts.symptom_sentence(trend(4, None, 2)) == (
        "Tingling before walks: 4 at first, 2 now; worst during walks 2; your usual is 2."
    )
    assert charts.symptom_sentence(trend(None)) == "Tingling: not rated in this time."


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Condition(THIS_WEEK), "This week: nothing was said"),
        (Condition(THIS_WEEK, 2, 7, feet_fine=2), "This week: effort 3.5; feet fine, nothing else noticed"),
        (
            Condition(THIS_WEEK, 3, 9, 1, 2, 1, 1, 1, 2, 0, 1),
            (
                "This week: effort 3; less steady on 1 day, much less steady on 2 days, stumbled on 1 day, could not talk on 1 day,"
                " something new on the feet on 1 day, feet not checked on 2 days, warning signs on 1 day"
            ),
        ),
        (Condition(THIS_WEEK, feet_new=1), "This week: effort –; something new on the feet on 1 day"),
    ],
)
def test_what_was_noticed_in_a_week_is_told_by_its_days(condition: Condition, said: str) -> None:
    assert charts.felt_tip(condition, Grouping.WEEK, TODAY) == said


def test_how_the_walks_felt_is_one_sentence_with_the_mean_of_all_efforts() -> None:
    before = Condition(date(2026, 11, 9), 1, 9, stumbles=1)
    this = Condition(THIS_WEEK, 3, 3, stumbles=1, feet_fine=3)
    assert charts.felt_sentence([before, this], Grouping.WEEK) == (
        "How the walks felt over 2 weeks: effort 3 on average; stumbled on 2 days."
    )
    assert charts.felt_sentence([this], Grouping.MONTH).endswith("over 1 month: effort 1 on average; stumbled on 1 day.")
    fine = Condition(THIS_WEEK, 3, 3, feet_fine=3)
    assert charts.felt_sentence([fine], Grouping.WEEK).endswith("effort 1 on average; feet fine, and nothing else noticed.")
    assert charts.felt_sentence([Condition(THIS_WEEK)], Grouping.WEEK).endswith("nothing was said.")
