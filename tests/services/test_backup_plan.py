"""Which backups stay, and when the next is due (promise R8)."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from walkcoach.services.backup_plan import ALL_OF, EVERY, KEPT, is_due, kept, proof_is_due

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)
MOST = ALL_OF // EVERY + sum(many for _one_of, many in KEPT)
ages = st.lists(st.integers(0, 3 * 366 * 48), max_size=60, unique=True)
"""Half hours before now, over three years."""


def aged(half_hours: list[int]) -> list[datetime]:
    """The moments that lie so many half hours before now."""
    return [NOW - number * HALF_HOUR for number in half_hours]


def test_the_tiers_are_those_that_are_promised() -> None:
    assert (EVERY, ALL_OF, [many for _one_of, many in KEPT]) == (timedelta(minutes=30), timedelta(days=2), [12, 10, 9])


def test_a_year_of_changes_every_half_hour_leaves_two_days_whole_and_thins_out_from_there() -> None:
    stay = kept(aged(list(range(365 * 48))), NOW)
    young = {moment for moment in stay if moment > NOW - ALL_OF}
    assert len(young) == 96
    ends_of_days = sorted(moment.date() for moment in stay if (moment + HALF_HOUR).date() > moment.date())
    assert len(stay) == 96 + 9 + 8 + 8  # the newest of each tier are the same few backups
    assert ends_of_days[0] == NOW.date().replace(month=3, day=31)
    assert len(stay) <= MOST == 127


@given(ages)
@settings(deadline=None)
def test_the_youngest_two_days_and_the_last_of_each_day_week_and_month_stay(half_hours: list[int]) -> None:
    moments = aged(half_hours)
    stay = kept(moments, NOW)
    assert stay <= set(moments)
    assert len(stay) <= MOST
    assert {moment for moment in moments if NOW - moment < ALL_OF} <= stay
    assert max(moments, default=None) == max(stay, default=None)
    for one_of, many in KEPT:
        latest = {one_of(moment): moment for moment in sorted(moments)}
        assert {latest[which] for which in sorted(latest)[-many:]} <= stay


@given(ages, st.integers(1, 400))
@settings(max_examples=200, deadline=None)
def test_thinning_after_each_backup_or_once_at_the_end_comes_to_the_same(half_hours: list[int], wait: int) -> None:
    moments = sorted(aged(half_hours))
    at_once = kept(moments, NOW)
    step_by_step: frozenset[datetime] = frozenset()
    for moment in moments:
        step_by_step = kept({*step_by_step, moment}, moment)
    assert kept(step_by_step, NOW) == at_once
    later = NOW + wait * timedelta(days=1)
    assert kept(at_once, later) == kept(moments, later)


@given(ages)
@settings(deadline=None)
def test_whoever_is_away_for_years_keeps_days_to_go_back_to(half_hours: list[int]) -> None:
    moments = aged(half_hours)
    stay = kept(moments, NOW + timedelta(days=3650))
    assert len({moment.date() for moment in stay}) >= min(12, len({moment.date() for moment in moments}))


def test_a_backup_dated_tomorrow_stays_and_pushes_no_other_out() -> None:
    tomorrow = NOW + timedelta(days=400)
    assert tomorrow in kept([*aged([0, 1, 2]), tomorrow], NOW)
    assert set(aged([0, 1, 2])) <= kept([*aged([0, 1, 2]), tomorrow], NOW)


def test_a_backup_is_due_after_half_an_hour_and_not_before() -> None:
    assert is_due(None, NOW)
    assert not is_due(NOW - timedelta(minutes=29, seconds=59), NOW)
    assert is_due(NOW - timedelta(minutes=30), NOW)
    assert is_due(NOW + timedelta(seconds=1), NOW)  # the clock was wrong then, or is now


def test_a_trial_is_due_after_a_week_and_not_before() -> None:
    assert proof_is_due(None, NOW)
    assert not proof_is_due(NOW - timedelta(days=6, hours=23), NOW)
    assert proof_is_due(NOW - timedelta(days=7), NOW)
    assert proof_is_due(NOW + timedelta(days=1), NOW)
