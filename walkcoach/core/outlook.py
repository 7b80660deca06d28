"""What the coming days may offer if they go well: the coach itself, asked about made-up good days.

Two kinds of good day are tried. *At best* every symptom is at its usual and the walk provokes nothing; at the *least* that
still earns an increase, symptoms rise by one point in the walk, it takes effort 6, and things settle within two hours. Both
walk exactly what is offered. What the person has told already stands as it is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import floor

from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DayWalk, DiaryDay, Feet, Settled, Steadiness
from walkcoach.core.fold import after_day
from walkcoach.core.programme import Programme
from walkcoach.core.symptoms import SCORE_MAX, Symptom


@dataclass(frozen=True, slots=True)
class GoodDay:
    """A kind of good day: points that the worst scores rise by, effort (both 0 to 10) and how soon things settle."""

    rise: int
    effort: int
    settled: Settled


AT_BEST = GoodDay(rise=0, effort=3, settled=Settled.WITHIN_30MIN)
AT_LEAST = GoodDay(rise=1, effort=6, settled=Settled.WITHIN_2H)


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a coming day offers after good days of the two kinds."""

    day: date
    at_least: Decision
    at_best: Decision


def prospects(
    state: CoachState,
    today: DiaryDay,
    programme_on: Callable[[date], Programme],
    followed: Iterable[Symptom],
    days: int,
) -> tuple[Prospect, ...]:
    """The `days` days after `today`; `state` is the one that today begins with."""
    followed = tuple(followed)
    least = _decisions(AT_LEAST, state, today, programme_on, followed, days)
    best = _decisions(AT_BEST, state, today, programme_on, followed, days)
    return tuple(
        Prospect(today.date + timedelta(days=ahead + 1), low, high)
        for ahead, (low, high) in enumerate(zip(least, best, strict=True))
    )


def _decisions(
    kind: GoodDay,
    state: CoachState,
    today: DiaryDay,
    programme_on: Callable[[date], Programme],
    followed: tuple[Symptom, ...],
    days: int,
) -> list[Decision]:
    decisions = []
    day = today
    for _ahead in range(days):
        state = after_day(state, _gone_well(kind, state, day, programme_on(day.date), followed), programme_on(day.date))
        day = DiaryDay(day.date + timedelta(days=1))
        checked_in = replace(day, before=_morning(kind, state, followed))
        decisions.append(decide(state, checked_in, programme_on(day.date), walking=False))
    return decisions


def _gone_well(kind: GoodDay, state: CoachState, day: DiaryDay, programme: Programme, followed: tuple[Symptom, ...]) -> DiaryDay:
    """`day` as it ends if all that is still open in it goes well.

    A walk that was begun goes on to the end of the plan, unless it was ended with a reason.
    """
    if not day.walked and day.before is None and day.after is None:
        day = replace(day, before=_morning(kind, state, followed))
    offered = day.offered if day.walked else None
    if offered is None:
        offered = decide(state, day, programme, walking=day.walked)
    walk = day.walk
    if walk is None or walk.shorter_because is None:
        minutes = max(offered.minutes, walk.minutes if walk else 0)
        brisk = max(offered.brisk_minutes, walk.brisk_minutes if walk else 0)
        walk = DayWalk(minutes, brisk) if minutes else None
    after = day.after
    if after is None and walk is not None and day.before is not None:
        after = _evening(kind, day.before)
    return replace(day, walk=walk, after=after, offered=offered)


def _morning(kind: GoodDay, state: CoachState, followed: tuple[Symptom, ...]) -> BeforeCheckIn:
    ratings = {symptom: floor(state.usual(symptom) or 0) for symptom in followed}
    return BeforeCheckIn(ratings, Steadiness.AS_USUAL, Feet.FINE, settled=kind.settled)


def _evening(kind: GoodDay, before: BeforeCheckIn) -> AfterCheckIn:
    worst = {symptom: min(SCORE_MAX, score + kind.rise) for symptom, score in before.ratings.items()}
    return AfterCheckIn(worst, kind.effort, could_talk=True, stumbled=False, feet=Feet.FINE)
