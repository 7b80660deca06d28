"""The plan as a pure fold of a diary: one state and one decision after another (coaching.md, section 1).

Level, stage, resumed brisk and good walks change only on a day that is walked and not locked; locks, review counters and
usual change on any diary day. What was offered on a walked day is taken as it was shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from walkcoach.core.coach import REVIEW_STEP_BACKS, decide, walks_stepped_back
from walkcoach.core.coach_state import CoachState, LastWalk, Provoked, Scores, SinceLastWalk
from walkcoach.core.decision import Decision, DecisionKind
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DayWalk, DiaryDay, ShorterBecause
from walkcoach.core.morning import locks_from, morning_of
from walkcoach.core.programme import Programme
from walkcoach.core.symptoms import BOOK_VISIT, TODAY_ONLY, Symptom


def decision_of(state: CoachState, day: DiaryDay, programme: Programme) -> Decision:
    """What `day` offered: as it was shown if it was walked and that was kept, else decided now."""
    if day.walked and day.offered is not None:
        return day.offered
    return decide(state, day, programme, walking=day.walked)


def after_day(state: CoachState, day: DiaryDay, programme: Programme) -> CoachState:
    """The state after `day`: its notes, its check-ins and its walk."""
    return step(state, day, programme)[1]


def step(state: CoachState, day: DiaryDay, programme: Programme) -> tuple[Decision, CoachState]:
    """The decision of `day` and the state that it leaves."""
    decision = decision_of(state, day, programme)
    taken_in = morning_of(state, day).state
    stepped_back = decision.real_step_back
    review_walks = walks_stepped_back(taken_in.review_walks, taken_in, day.date, stepped_back=stepped_back)
    now = replace(
        taken_in,
        scores=_scores_after(taken_in.scores, day.before),
        review_walks=review_walks,
        review_due=taken_in.review_due or len(review_walks) >= REVIEW_STEP_BACKS,
        stepped_back_on=walks_stepped_back(taken_in.stepped_back_on, taken_in, day.date, stepped_back=stepped_back),
        since=replace(taken_in.since, stepped_back=True) if stepped_back else taken_in.since,
    )
    if day.walk is not None and day.walked:
        now = _after_walk(now, day, day.walk, decision)
    if day.after is not None:
        now = _after_check_in(now, day.after, walked=day.walked)
    return decision, now


def fold(days: Iterable[tuple[DiaryDay, Programme]]) -> Iterator[tuple[DiaryDay, Decision, CoachState]]:
    """Each day with its decision and the state that it leaves; dates have to rise, and each day brings its programme."""
    state = CoachState.begin()
    for day, programme in days:
        decision, state = step(state, day, programme)
        yield day, decision, state


def _scores_after(scores: Mapping[Symptom, Scores], before: BeforeCheckIn | None) -> Mapping[Symptom, Scores]:
    if before is None:
        return scores
    rated = {symptom: scores.get(symptom, Scores()).and_then(score) for symptom, score in before.ratings.items()}
    return MappingProxyType({**scores, **rated})


def _after_walk(state: CoachState, day: DiaryDay, walk: DayWalk, decision: Decision) -> CoachState:
    """Make the walk of `day` the last walk; while locked or not today it leaves the level and `after_clearance` alone."""
    stays = decision.kind is DecisionKind.NO_WALK
    first_walk = state.first_walk or day.date
    begun = replace(state, first_walk=first_walk)
    week, counted, before = begun.week_of(day.date)
    return replace(
        begun,
        level=state.level if stays else decision.standing,
        last_walk=_last_walk(state, day, walk, decision),
        since=SinceLastWalk(),
        after_clearance=state.after_clearance and stays,
        week=week,
        week_minutes=counted + min(walk.minutes, decision.minutes),
        week_before_minutes=before,
    )


def _last_walk(state: CoachState, day: DiaryDay, walk: DayWalk, decision: Decision) -> LastWalk:
    stopped_early = walk.minutes * 10 < decision.minutes * 9 or walk.brisk_minutes * 10 < decision.brisk_minutes * 9
    for_no_time = walk.shorter_because is ShorterBecause.NO_TIME
    previous = state.last_walk
    return LastWalk(
        date=day.date,
        minutes=walk.minutes,
        offered_minutes=decision.minutes,
        kind=decision.kind,
        real_step_back=decision.real_step_back,
        complete=day.before is not None and day.after is not None,
        provoked=_provoked(day.before, day.after),
        after=day.after,
        stopped_early=stopped_early,
        for_no_time=for_no_time,
        stopped_early_twice=(
            stopped_early and not for_no_time and previous is not None and previous.stopped_early and not previous.for_no_time
        ),
    )


def _provoked(before: BeforeCheckIn | None, after: AfterCheckIn | None) -> Provoked | None:
    """D and the peak of section 1; a symptom not rated before counts from 0."""
    if before is None or after is None:
        return None
    symptom = max(after.worst, key=lambda s: after.worst[s] - before.ratings.get(s, 0))
    peak_symptom = max(after.worst, key=lambda s: after.worst[s])
    rated, worst = before.ratings.get(symptom, 0), after.worst[symptom]
    return Provoked(worst - rated, symptom, rated, worst, after.worst[peak_symptom], peak_symptom)


def _after_check_in(state: CoachState, after: AfterCheckIn, *, walked: bool) -> CoachState:
    """What the answers after the walk change from the next day on.

    Without a walk on its day the check-in counts for its warning signs and new foot findings only: what was said of the feet
    after the last walk stays. A sign to book a visit for holds the next walk, on whichever day it was given.
    """
    signs = after.warning_signs
    since = replace(
        state.since,
        feet=after.feet if walked else state.since.feet,
        visit_advised=state.since.visit_advised or not BOOK_VISIT.isdisjoint(signs),
    )
    return replace(
        state,
        since=since,
        locks=state.locks | locks_from(signs, after.feet),
        after_clearance=state.after_clearance or not TODAY_ONLY.isdisjoint(signs),
    )
