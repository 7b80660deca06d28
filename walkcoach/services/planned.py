"""How much was planned for a day: what the week's total is held against on Today and on Progress."""

from datetime import date

from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import DecisionKind
from walkcoach.core.programme import BriskPlacement, Programme
from walkcoach.services.diary_keeper import DiaryKeeper


def planned_minutes(keeper: DiaryKeeper, day: date, today: date) -> int:
    """Minutes planned for `day`, 0 for the days to come.

    A walked day: what it offered. Today, not walked yet: what it offers. A walk day that went by without a walk: the level
    at which the person stood then. Nothing on rest days, on days without a walk by the rules (a lock, not today), or before
    the first walk.
    """
    if day > today:
        return 0
    decision = keeper.decision_on(day)
    if keeper.day(day).walked or day == today:
        return decision.minutes
    return _level_minutes(keeper.state_before(day), keeper.programme_on(day)) if was_due(keeper, day) else 0


def was_due(keeper: DiaryKeeper, day: date) -> bool:
    """Whether a walk was due on the day: a walk day since the first walk (or that day's own), and no rule against it."""
    if keeper.day(day).walked:
        return True
    if keeper.state_before(day).first_walk is None:
        return False
    return keeper.decision_on(day).kind not in (DecisionKind.REST_DAY, DecisionKind.NO_WALK)


def _level_minutes(state: CoachState, programme: Programme) -> int:
    standing = state.standing(programme)
    added = standing.brisk_minutes if programme.brisk_placement is BriskPlacement.ADDED else 0
    return standing.minutes + added
