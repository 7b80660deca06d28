"""What a chart has room for: no week is lost, no label touches another, and the diary begins where it begins."""

from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.weeks import first_days, progresses, trend, unwalked, week
from walkcoach.core.progress import Progress
from walkcoach.core.symptoms import Symptom
from walkcoach.ui.charts.columns import (
    MOST_COLUMNS,
    begun,
    bundles,
    labels_of,
    scale_of,
    symptom_columns,
    week_columns,
    weeks_a_column,
)

GAP_PX = 12.0


def wide(text: str) -> float:
    return 8.0 * len(text)


@given(st.integers(0, 3000))
def test_every_week_is_in_one_column_and_in_order(count: int) -> None:
    numbers = list(range(count))
    assert [number for bundle in bundles(count) for number in numbers[bundle]] == numbers


@given(st.integers(1, 3000))
def test_there_are_never_more_columns_than_can_be_told_apart_and_the_newest_is_full(count: int) -> None:
    columns = list(bundles(count))
    assert len(columns) <= MOST_COLUMNS
    assert columns[-1].stop - columns[-1].start == min(count, weeks_a_column(count))


def test_up_to_a_year_each_week_has_its_own_column() -> None:
    assert weeks_a_column(52) == 1
    assert weeks_a_column(61) == 2


@given(progresses())
def test_a_column_is_the_mean_of_its_weeks(any_progress: Progress) -> None:
    columns = week_columns(any_progress.weeks)
    assert tuple(each for column in columns for each in column.weeks) == any_progress.weeks
    for column in columns:
        assert column.minutes == pytest.approx(fmean(each.minutes for each in column.weeks))
        assert column.brisk == pytest.approx(fmean(each.brisk_min for each in column.weeks))
        assert column.planned == pytest.approx(fmean(each.planned_min for each in column.weeks))


def test_weeks_without_a_score_do_not_count_in_a_mean() -> None:
    scores = [None, 2.0, 4.0, None] + [None] * 60
    columns = symptom_columns(trend(Symptom.CRAMPS, first_days(len(scores)), scores).points)
    assert [column.before for column in columns[:3]] == [2.0, 4.0, None]
    assert {column.weeks for column in columns} == {2}


@given(progresses())
def test_the_columns_of_minutes_and_of_scores_stand_for_the_same_weeks(any_progress: Progress) -> None:
    weeks = [(column.first_day, len(column.weeks)) for column in week_columns(any_progress.weeks)]
    for each in any_progress.trends:
        assert [(column.first_day, column.weeks) for column in symptom_columns(each.points)] == weeks


@given(progresses())
def test_only_empty_weeks_before_the_first_one_with_something_are_left_out(any_progress: Progress) -> None:
    shown = begun(any_progress)
    left_out = len(any_progress.weeks) - len(shown.weeks)
    assert any_progress.weeks[left_out:] == shown.weeks
    assert all(not each.minutes and not each.planned_min and not each.walk_days for each in any_progress.weeks[:left_out])
    for before, after in zip(any_progress.trends, shown.trends, strict=True):
        assert before.points[left_out:] == after.points
        assert all(point.before is None and point.worst is None for point in before.points[:left_out])
    first = shown.weeks[0]
    rated = any(each.points[0].before is not None or each.points[0].worst is not None for each in shown.trends)
    assert len(shown.weeks) == 1 or first.minutes or first.planned_min or first.walk_days or rated


def test_a_diary_that_is_empty_keeps_this_week() -> None:
    assert begun(unwalked()).weeks == unwalked().weeks[-1:]


@given(st.integers(1, 130), st.integers(0, 2500), st.floats(60, 2000), st.integers(0, 20))
def test_labels_stand_apart_and_inside_and_the_newest_is_always_there(weeks: int, start: int, width_px: float, spare: int) -> None:
    days = [date(2020, 1, 6) + timedelta(days=start, weeks=number) for number in range(weeks)]
    columns = weeks + spare
    labels = labels_of(days, "this week", columns, width_px, wide, GAP_PX)
    column_px = width_px / columns
    assert labels[-1].text == "this week"
    for label in labels:
        left = (label.middle + 0.5) * column_px - wide(label.text) / 2
        assert left >= -0.01 or wide(label.text) > width_px
        assert left + wide(label.text) <= width_px + 0.01 or wide(label.text) > width_px
    for left_label, right_label in pairwise(labels):
        apart = (right_label.middle - left_label.middle) * column_px
        assert apart >= (wide(left_label.text) + wide(right_label.text)) / 2 + GAP_PX - 0.01


def test_with_room_for_all_each_week_is_named_and_a_new_month_with_it() -> None:
    labels = labels_of(first_days(12), "this week", 12, 900, wide, GAP_PX)
    assert [label.text for label in labels][:6] == ["31 Aug", "7 Sep", "14", "21", "28", "5 Oct"]
    assert [label.text for label in labels][-2:] == ["9", "this week"]
    assert [label.middle for label in labels] == list(range(12))


def test_a_year_is_named_by_its_months() -> None:
    texts = [label.text for label in labels_of(first_days(52), "this week", 52, 900, wide, GAP_PX)]
    assert texts[:3] == ["Dec", "2026", "Feb"]


def test_many_years_are_named_by_years() -> None:
    days = [column.first_day for column in week_columns([week(day) for day in first_days(1000)])]
    texts = [label.text for label in labels_of(days, "now", len(days), 900, wide, GAP_PX)]
    assert len(texts) > 4
    assert all(text.isdigit() for text in texts[:-1])


@given(st.floats(0, 20_000))
def test_the_scale_begins_at_nothing_has_even_steps_and_reaches_far_enough(most_min: float) -> None:
    values = scale_of(most_min)
    steps = {right - left for left, right in pairwise(values)}
    assert values[0] == 0
    assert len(steps) == 1
    assert 2 <= len(values) <= 4
    assert values[-1] <= max(5, most_min) < values[-1] + steps.pop() + 5
