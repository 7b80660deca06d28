"""The virtual walkers are repeatable, and their measures tell what happened: checked on lives short enough to count by hand."""

import math
import random
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.lives import Lived, Walker
from benchmarks.population import main, population, tracks
from benchmarks.population_measures import Measures, measures_of, share_point, table_of
from benchmarks.walkers import Body, Kind, Luck, Traits, traits_of
from walkcoach.core.decision import Decision, DecisionKind, Rule, Stage, Standing
from walkcoach.core.diary import Settled
from walkcoach.core.programme import Programme, Track
from walkcoach.core.segments import normal_only

CALM = Luck((0, 0, 0), (0, 0, 0), 0, 0, *(0.5 for _ in range(11)))
"""A day on which nothing happens."""
STEADY = Programme()


def lived(
    number: int, minutes: int, brisk: int = 0, kind: DecisionKind = DecisionKind.INCREASE, share: float = 0, capacity: float = 0
) -> Lived:
    standing = Standing(Stage.BUILD_PACE if brisk else Stage.BUILD_TIME, minutes, brisk)
    return Lived(number, Decision(kind, (Rule.GOOD_RESPONSE,), standing, normal_only(minutes)), minutes, brisk, share, capacity)


def measured(levels: Sequence[int]) -> Measures:
    return measures_of([lived(number, level) for number, level in enumerate(levels)], STEADY)


def test_the_same_seed_lives_the_same_life_twice() -> None:
    first, again = (population(1, 28, 7, tracks()) for _ in range(2))
    assert first == again


def test_another_seed_lives_another_life() -> None:
    assert population(1, 28, 7, tracks()) != population(1, 28, 8, tracks())


@pytest.mark.parametrize("kind", Kind)
def test_a_walker_has_the_same_body_on_every_track_and_under_every_plan(kind: Kind) -> None:
    def first_days(track: Track) -> float:
        return Walker(kind, 3, 1, Programme(track, start_min=10)).lives(1)[0].capacity

    assert len({first_days(track) for track in Track}) == 1


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_draws_as_often_so_that_kinds_share_their_luck(kind: Kind) -> None:
    rng, plain = random.Random("a"), random.Random("a")
    traits_of(kind, rng)
    traits_of(Kind.STEADY_IMPROVER, plain)
    assert rng.random() == plain.random()


@given(st.floats(5, 90), st.floats(5, 90))
def test_a_longer_walk_never_provokes_less(one: float, other: float) -> None:
    shorter, longer = sorted((one, other))
    answers = [Body(Traits(40, 100)).walk(minutes, 0, CALM) for minutes in (shorter, longer)]
    assert answers[0].points <= answers[1].points
    assert answers[0].effort <= answers[1].effort


def test_a_walk_well_within_what_the_body_bears_provokes_nothing() -> None:
    answer = Body(Traits(40, 100)).walk(30, 0, CALM)
    assert answer.provoked == (0,)
    assert answer.settled is Settled.WITHIN_30MIN


def test_a_walk_of_twice_what_the_body_bears_provokes_much_and_is_felt_the_next_morning() -> None:
    body = Body(Traits(40, 100))
    answer = body.walk(80, 0, CALM)
    assert answer.provoked[0] >= 4
    before = Body(Traits(40, 100)).scores(CALM)
    body.wake(CALM)
    assert body.scores(CALM) > before


def test_brisk_minutes_weigh_more() -> None:
    assert Body(Traits(40, 100)).walk(40, 20, CALM).share > Body(Traits(40, 100)).walk(40, 0, CALM).share


def test_walking_raises_what_the_body_bears_and_rest_lowers_it() -> None:
    body = Body(Traits(40, 100))
    body.walk(40, 0, CALM)
    trained = body.capacity
    body.rest()
    assert trained > 40
    assert body.capacity < trained


def test_weeks_are_counted_to_the_first_day_that_offers_the_goal() -> None:
    assert measured([15] * 14 + [60] * 7).weeks_to_minutes == 2
    assert measured([15] * 21).weeks_to_minutes == math.inf


def test_an_easy_day_at_the_goal_has_not_reached_it() -> None:
    days = [lived(number, 60, kind=DecisionKind.EASY_DAY) for number in range(14)]
    assert measures_of(days, STEADY).weeks_to_minutes == math.inf


def test_brisk_weeks_are_counted_on_their_own() -> None:
    days = [lived(number, 60, 45 if number >= 7 else 5) for number in range(14)]
    assert measures_of(days, STEADY).weeks_to_brisk == 1


def test_the_longest_hold_counts_days_at_one_level_and_ends_at_the_goals() -> None:
    assert measured([15, 20, 20, 20, 25, 25, 30]).longest_hold_days == 2
    assert measures_of([lived(number, 60, 45) for number in range(30)], STEADY).longest_hold_days == 0


def test_a_rise_is_held_against_the_best_of_the_weeks_before() -> None:
    assert measured([20] * 7 + [22] * 7 + [30] * 7).largest_rise == pytest.approx(0.5)
    back = [*(lived(n, 30) for n in range(14)), *(Lived(n, None) for n in range(14, 28)), *(lived(n, 30) for n in range(28, 42))]
    assert measures_of(back, STEADY).largest_rise == 0


def test_weeks_over_thirty_percent_are_a_share_of_the_weeks_compared() -> None:
    assert measured([20] * 14 + [27] * 7 + [26] * 7).fast_weeks == pytest.approx(0.5)


def test_turns_count_changes_of_direction_only() -> None:
    assert measured([15, 20, 25, 30]).turns_a_year == 0
    assert measured([15, 20, 16, 16, 20]).turns_a_year == pytest.approx(2 * 365 / 5)


def test_step_backs_and_overloads_are_shares_of_walks() -> None:
    days = [lived(0, 15, share=1.5), lived(1, 15, kind=DecisionKind.STEP_BACK, share=1.0), Lived(2, None), lived(3, 15, share=0.9)]
    measures = measures_of(days, STEADY)
    assert measures.step_back_share == pytest.approx(1 / 3)
    assert measures.overload_share == pytest.approx(1 / 3)


@pytest.mark.parametrize(("capacity", "stuck"), [(60.0, True), (16.0, False)])
def test_stuck_is_who_bears_clearly_more_than_is_offered(capacity: float, stuck: bool) -> None:
    days = [lived(number, 15, capacity=capacity) for number in range(200)]
    assert measures_of(days, STEADY).stuck is stuck


def test_the_end_is_the_mean_of_the_last_eight_weeks() -> None:
    assert measured([60] * 70 + [10] * 28 + [20] * 28).closing_week_minutes == pytest.approx(7 * 15)


def test_the_share_point_is_the_nearest_rank_and_endless_counts() -> None:
    assert share_point([4, 1, math.inf, 2], 0.5) == 2
    assert share_point([4, 1, math.inf, 2], 0.9) == math.inf


def test_the_table_says_never_where_nobody_gets_there() -> None:
    row = table_of([("forgetful", "careful", [measured([10] * 21)])]).splitlines()[-1]
    assert row.startswith("| forgetful | careful | never | 100% | never | 100% |")


def test_the_command_writes_a_table_and_a_picture_of_every_kind_and_track(tmp_path: Path) -> None:
    assert main(["--walkers", "1", "--days", "21", "--out", str(tmp_path / "new")]) == 0
    rows = [line for line in (tmp_path / "new" / "population.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert len(rows) == 1 + len(Kind) * len(Track)
    drawn = ElementTree.parse(tmp_path / "new" / "population.svg").getroot()
    assert sum(part.get("class") == "minutes" for part in drawn.iter("{http://www.w3.org/2000/svg}polyline")) == 1 + len(
        Kind
    ) * len(Track)


def test_too_few_days_are_refused_by_name(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["--days", "20", "--out", str(tmp_path)])
    assert refused.value.code == 2
    assert "--days: has to be 21 or more" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
