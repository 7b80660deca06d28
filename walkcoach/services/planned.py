"""How much was planned for a day: what the week's total is held against on Today and on Progress."""

from dataclasses import dataclass
from datetime import date

from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import DecisionKind
from walkcoach.core.diary import DiaryDay
from walkcoach.core.programme import BriskPlacement, Programme
from walkcoach.services.folded_diary import FoldedDiary


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """Whole minutes planned for a day, and whether a walk of the plan was, is or will be due."""

    minutes: int
    due: bool


def planned_on(keeper: FoldedDiary, day: DiaryDay, today: date) -> PlannedDay:
    """The plan of `day`, seen from `today`.

    A walked day: what it offered. Today, not walked yet: what it offers. A walk day that went by without a walk: the level
    at which the person stood then. Nothing on rest days, on days without a walk by the rules (a lock, not today), before
    the first walk, and on days to come (though one is due on their walk days).
    """
    programme = keeper.programme_on(day.date)
    if day.date > today:
        return PlannedDay(0, day.date.weekday() in programme.walk_days)
    decision = keeper.decision_on(day.date)
    if day.walked or day.date == today:
        return PlannedDay(decision.minutes, day.walked or decision.minutes > 0)
    state = keeper.state_before(day.date)
    if state.first_walk is None or decision.kind in (DecisionKind.REST_DAY, DecisionKind.NO_WALK):
        return PlannedDay(0, due=False)
    return PlannedDay(_level_minutes(state, programme), due=True)


def _level_minutes(state: CoachState, programme: Programme) -> int:
    standing = state.standing(programme)
    added = standing.brisk_minutes if programme.brisk_placement is BriskPlacement.ADDED else 0
    return standing.minutes + added
