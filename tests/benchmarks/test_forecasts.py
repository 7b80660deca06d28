"""What is counted of the road's forecasts: each week of a life once, held against the day on which the walker got there."""

from collections.abc import Sequence

import pytest

from benchmarks.forecasts import Outcome, Told, main, table_of, told_in
from benchmarks.lives import Lived, Walker
from benchmarks.walkers import Kind
from walkcoach.core.decision import Decision, DecisionKind, Rule, Stage, Standing
from walkcoach.core.programme import Programme
from walkcoach.core.road import Forecast, NoForecast
from walkcoach.core.segments import normal_only

STEADY = Programme()


def life(levels: Sequence[int], rule: Rule = Rule.GOOD_RESPONSE) -> tuple[Lived, ...]:
    """A walk each day at these levels; 0 is a day without one."""
    return tuple(
        Lived(number, Decision(DecisionKind.INCREASE, (rule,), Standing(Stage.BUILD_TIME, level), normal_only(level)), level)
        if level
        else Lived(number, None)
        for number, level in enumerate(levels)
    )


def by_the_week(*levels: int) -> list[int]:
    """A level for each week."""
    return [level for level in levels for _day in range(7)]


def test_there_is_one_answer_for_each_week_and_none_for_the_last_day() -> None:
    assert len(list(told_in(life(by_the_week(20, 25, 30, 35)), STEADY))) == 3


def test_a_forecast_that_was_reached_in_time_holds() -> None:
    told = list(told_in(life(by_the_week(20, 30, 40, 50, 60, 60)), STEADY))
    assert [each.outcome for each in told[1:3]] == [Outcome.WITHIN, Outcome.WITHIN]
    assert told[0].why is NoForecast.TOO_FEW_WEEKS


def test_a_goal_reached_at_once_is_sooner_than_told() -> None:
    told = list(told_in(life(by_the_week(20, 26, 32, 60, 60)), STEADY))
    assert told[1].forecast is not None
    assert told[1].forecast.least_weeks > 1
    assert told[1].outcome is Outcome.SOONER


def test_a_goal_never_reached_is_later_once_the_range_is_over_and_open_before() -> None:
    short = list(told_in(life(by_the_week(40, 48, 56, 56, 56)), STEADY))
    long = list(told_in(life(by_the_week(40, 48, *[56] * 40)), STEADY))
    assert short[1].outcome is Outcome.OPEN
    assert long[1].outcome is Outcome.LATER


def test_a_plan_on_hold_and_one_that_waits_for_a_talk_are_told_nothing() -> None:
    for rule, why in ((Rule.REVIEW_DUE, NoForecast.REVIEW_DUE), (Rule.FEET_NEW, NoForecast.LOCKED)):
        assert {told.why for told in told_in(life(by_the_week(20, 25, 30), rule), STEADY)} == {why}


def test_two_weeks_without_a_walk_are_noticed() -> None:
    told = list(told_in(life([*by_the_week(20, 25, 30), *[0] * 21]), STEADY))
    assert [each.why is NoForecast.AWAY for each in told[-2:]] == [False, True]


def test_the_table_has_the_shares_of_those_whose_end_is_known() -> None:
    forecast = Forecast(2, 6, (5, 5), 20, 30)
    outcomes = [Outcome.WITHIN, Outcome.WITHIN, Outcome.WITHIN, Outcome.LATER, Outcome.OPEN]
    told = [Told(forecast, None, outcome) for outcome in outcomes]
    told.append(Told(None, NoForecast.NO_GAIN, None))
    assert table_of([("some", told)]).splitlines()[-1] == "| some | 4 | 75 % | 0 % | 25 % | 2 to 6 | 1 | 0 | 0 |"
    assert "| none | 0 | – | – | – | – |" in table_of([("none", [])])


def test_the_same_walker_is_told_the_same_twice() -> None:
    first, again = (list(told_in(Walker(Kind.STEADY_IMPROVER, 1, 7, STEADY).lives(120), STEADY)) for _ in range(2))
    assert first == again
    assert any(told.outcome is Outcome.WITHIN for told in first)


def test_the_command_prints_a_line_for_each_kind_and_track(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--walkers", "1", "--days", "40"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2 + 1 + len(Kind) + 3
