"""What a chart has room for: no week is lost, no label touches another, and the diary begins where it begins."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.weeks import first_days, progresses, spans_of, unwalked
from walkcoach.core.progress import Progress
from walkcoach.core.spans import Grouping, first_day_of_span, grouping_for, next_first_day
from walkcoach.ui.charts.columns import begun, labels_of, scale_of

GAP_PX = 12.0


def wide(text: str) -> float:
    return 8.0 * len(text)


@given(st.integers(1, 3000))
def test_there_are_never_more_columns_than_can_be_told_apart(weeks: int) -> None:
    days, _grouping = spans_of(weeks)
    assert len(days) <= 102


@pytest.mark.parametrize(
    ("weeks", "grouping"),
    [(1, Grouping.WEEK), (52, Grouping.WEEK), (61, Grouping.MONTH), (261, Grouping.MONTH), (262, Grouping.QUARTER)],
)
def test_up_to_a_year_each_week_has_its_own_column_and_then_each_month(weeks: int, grouping: Grouping) -> None:
    assert grouping_for(weeks) is grouping


@given(progresses())
def test_only_empty_weeks_before_the_first_one_with_something_are_left_out(any_progress: Progress) -> None:
    shown = begun(any_progress)
    left_out = len(any_progress.spans) - len(shown.spans)
    assert any_progress.spans[left_out:] == shown.spans
    assert all(not each.minutes and not each.planned_min and not each.walk_days for each in any_progress.spans[:left_out])
    for before, after in zip(any_progress.trends, shown.trends, strict=True):
        assert before.points[left_out:] == after.points
        assert all(point.before is None and point.worst is None for point in before.points[:left_out])
    first = shown.spans[0]
    rated = any(each.points[0].before is not None or each.points[0].worst is not None for each in shown.trends)
    assert any_progress.conditions[left_out:] == shown.conditions
    assert all(not each.told and not each.sign_days for each in any_progress.conditions[:left_out])
    told = shown.conditions[0].told or shown.conditions[0].sign_days
    assert len(shown.spans) == 1 or first.minutes or first.planned_min or first.walk_days or rated or told


def test_a_diary_that_is_empty_keeps_this_week() -> None:
    assert begun(unwalked()).weeks == unwalked().spans[-1:]


@given(
    st.integers(1, 110), st.integers(0, 2500), st.sampled_from(Grouping), st.floats(60, 2000), st.integers(0, 20), st.booleans()
)
def test_labels_stand_apart_and_inside_and_the_newest_is_always_there(
    spans: int, start: int, grouping: Grouping, width_px: float, spare: int, newest: bool
) -> None:
    days = [first_day_of_span(date(2020, 1, 6) + timedelta(days=start), grouping, 0)]
    while len(days) < spans:
        days.append(next_first_day(days[-1], grouping))
    columns = spans + spare
    last_text = "this week" if newest else ""
    labels = labels_of(days, grouping, last_text, columns, width_px, wide, GAP_PX)
    column_px = width_px / columns
    assert labels
    assert not last_text or labels[-1].text == last_text
    for label in labels:
        left = (label.middle + 0.5) * column_px - wide(label.text) / 2
        assert left >= -0.01 or wide(label.text) > width_px
        assert left + wide(label.text) <= width_px + 0.01 or wide(label.text) > width_px
    for left_label, right_label in pairwise(labels):
        apart = (right_label.middle - left_label.middle) * column_px
        assert apart >= (wide(left_label.text) + wide(right_label.text)) / 2 + GAP_PX - 0.01


def test_with_room_for_all_each_week_is_named_and_a_new_month_with_it() -> None:
    labels = labels_of(first_days(12), Grouping.WEEK, "this week", 12, 900, wide, GAP_PX)
    assert [label.text for label in labels][:6] == ["31 Aug", "7 Sep", "14", "21", "28", "5 Oct"]
    assert [label.text for label in labels][-2:] == ["9", "this week"]
    assert [label.middle for label in labels] == list(range(12))


def test_a_year_is_named_by_its_months() -> None:
    texts = [label.text for label in labels_of(first_days(52), Grouping.WEEK, "this week", 52, 900, wide, GAP_PX)]
    assert texts[:3] == ["Dec", "2026", "Feb"]


def test_many_years_are_named_by_years() -> None:
    days, grouping = spans_of(1000)
    texts = [label.text for label in labels_of(days, grouping, "this quarter", len(days), 900, wide, GAP_PX)]
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
