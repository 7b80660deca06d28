"""The day's decision (coaching.md, section 4): the rules as tables first, then the order in which they are asked.

Pure: `decide` reads a state of the fold, one diary day and a programme, and nothing else. Where the page leaves a case open,
the answer with fewer minutes is taken and said in the docstring of the function that takes it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from walkcoach.core.coach_state import CoachState, LastWalk, Lock
from walkcoach.core.decision import Decision, DecisionKind, Rule, Stage, Standing
from walkcoach.core.diary import DiaryDay, Settled, Steadiness
from walkcoach.core.facts import Facts, evidence_of
from walkcoach.core.morning import Morning, morning_of
from walkcoach.core.programme import DAILY_CAP, GOOD_WALKS_NEEDED, WEEKLY_CAP_PERCENT, Programme
from walkcoach.core.segments import Segment, normal_only, segments_for

REVIEW_DAYS: Final = 14
"""A walk counts for a review, and for smaller steps, while it is dated less than so many days back."""
REVIEW_STEP_BACKS: Final = 3
EASY_DAY_LEAST_MIN: Final = 5
BRISK_STEP_BACK_MIN: Final = 5
START_AGAIN: Final = 100

_STEP_BACKS: Final[tuple[tuple[Rule, Callable[[Facts], bool]], ...]] = (
    (Rule.MUCH_WORSE_IN_WALK, lambda f: f.d >= 4),
    (Rule.PEAK_HIGH, lambda f: f.peak > 5 and f.d >= 2),
    (Rule.MUCH_WORSE_NEXT_DAY, lambda f: f.m >= 3 and f.days_since <= 2),
    (Rule.WORSE_TWICE, lambda f: f.m >= 2 and f.morning.previous_m >= 2 and f.days_since <= 2),
    (Rule.NOT_SETTLED_BY_MORNING, lambda f: f.settled is Settled.NOT_BY_MORNING),
    (Rule.STOPPED_EARLY_TWICE, lambda f: f.last.stopped_early_twice),
)

_HOLDS: Final[tuple[tuple[Rule, Callable[[Facts], bool]], ...]] = (
    (Rule.WORSE_IN_WALK, lambda f: f.d == 3),
    (Rule.PEAK_MODERATE, lambda f: f.peak in (4, 5) and f.d >= 2),
    (Rule.SYMPTOMS_WHILE_BRISK, lambda f: f.d >= 2 and not f.building),
    (Rule.SETTLED_LATE, lambda f: f.settled is Settled.SAME_DAY),
    (Rule.HARD_EFFORT, lambda f: f.effort >= 7),
    (Rule.COULD_NOT_TALK, lambda f: f.last.after is not None and not f.last.after.could_talk),
    (Rule.STUMBLED, lambda f: f.last.after is not None and f.last.after.stumbled),
    (Rule.STOPPED_EARLY, lambda f: f.last.stopped_early),
    (Rule.AFTER_EASY_DAY, lambda f: f.last.kind is DecisionKind.EASY_DAY),
    (Rule.CHECK_IN_MISSING, lambda f: not f.last.complete),
    (Rule.LESS_STEADY, lambda f: f.steady is Steadiness.LESS_STEADY),
    (Rule.FEET_NOT_CHECKED, lambda f: f.feet_not_checked),
    (Rule.WORSE_TODAY, lambda f: f.m >= 2),
    (Rule.VISIT_ADVISED, lambda f: f.visit_advised),
    (Rule.AFTER_CLEARANCE, lambda f: f.morning.state.after_clearance),
    (Rule.REST_DAY_WALK, lambda f: f.rest_day_walk),
    (Rule.REVIEW_DUE, lambda f: f.review_due),
    (Rule.MISSED_DAYS, lambda f: f.missed >= 1),
)

_EASY_DAYS: Final[tuple[tuple[Rule, Callable[[Facts, bool], bool]], ...]] = (
    (Rule.MUCH_WORSE_TODAY, lambda f, stepped_back: f.m >= 3),
    (Rule.MUCH_LESS_STEADY, lambda f, stepped_back: f.steady is Steadiness.MUCH_LESS_STEADY),
    (Rule.TWO_STEP_BACKS, lambda f, stepped_back: stepped_back and f.last.real_step_back),
)

_MISSED: Final = ((1, 0), (3, 10), (7, 25), (14, 50), (28, START_AGAIN))
"""(missed walk days from, percent that comes off): 0 holds, `START_AGAIN` starts again. A reason or a lock goes one line deeper."""

_LOCK_RULES: Final = ((Lock.WARNING_SIGN, Rule.WARNING_SIGN), (Lock.FEET_NEW, Rule.FEET_NEW))


def decide(state: CoachState, day: DiaryDay, programme: Programme, *, walking: bool) -> Decision:
    """The decision of `day`, after the days that `state` has seen.

    `walking`: whether a walk was taken or is wanted, which matters on a rest day only.
    """
    morning = morning_of(state, day)
    standing = state.standing(programme)
    stop = [rule for lock, rule in _LOCK_RULES if lock in morning.state.locks]
    if morning.not_today:
        stop.append(Rule.NOT_TODAY)
    if stop:
        return Decision(DecisionKind.NO_WALK, tuple(stop), standing, evidence=evidence_of(morning, standing))
    walk_day = day.date.weekday() in programme.walk_days
    if not walk_day and not walking:
        return Decision(DecisionKind.REST_DAY, (Rule.REST_DAY,), standing, evidence=evidence_of(morning, standing))
    if state.last_walk is None:
        return _first_walk(day, morning, programme)
    return _after_a_walk(state.last_walk, day, morning, standing, programme)


def _first_walk(day: DiaryDay, morning: Morning, programme: Programme) -> Decision:
    """Rule 4. Nothing but `much_less_steady` bears on it, and a hold that waits for the next walk waits for this one."""
    standing = Standing(Stage.BUILD_TIME, programme.starting_min)
    evidence = evidence_of(morning, standing)
    if day.before is not None and day.before.steady is Steadiness.MUCH_LESS_STEADY:
        rules = (Rule.FIRST_WALK, Rule.MUCH_LESS_STEADY)
        return Decision(DecisionKind.EASY_DAY, rules, standing, _easy(standing), evidence=evidence)
    return Decision(DecisionKind.START, (Rule.FIRST_WALK,), standing, normal_only(standing.minutes), evidence=evidence)


def _after_a_walk(last: LastWalk, day: DiaryDay, morning: Morning, standing: Standing, programme: Programme) -> Decision:
    """Rules 5 to 9: the lowest of what fired."""
    facts = Facts(
        last=last,
        morning=morning,
        standing=standing,
        day=day,
        days_since=(day.date - last.date).days,
        missed=missed_walk_days(last.date, day.date, programme),
        rest_day_walk=day.date.weekday() not in programme.walk_days,
        review_due=morning.state.review_due,
    )
    step_backs = [rule for rule, fires in _STEP_BACKS if fires(facts)]
    stepped_back = bool(step_backs)
    review_walks = walks_stepped_back(morning.state.review_walks, morning.state, day.date, stepped_back=stepped_back)
    if len(review_walks) >= REVIEW_STEP_BACKS:
        facts = replace(facts, review_due=True)
    holds = [rule for rule, fires in _HOLDS if fires(facts)]
    easy = [rule for rule, fires in _EASY_DAYS if fires(facts, stepped_back)]
    percent = _cut_percent(facts)

    rules = step_backs + holds
    kind = DecisionKind.REPEAT
    left = standing
    if percent or stepped_back:
        kind, left = DecisionKind.STEP_BACK, _lowered(standing, percent, programme, stepped_back=stepped_back)
    elif not holds and not easy:
        kind, earned, left = _increase(facts, programme)
        rules = [*rules, *earned]
    if easy:
        kind = DecisionKind.EASY_DAY
        segments = _easy(left)
    else:
        segments = segments_for(left.minutes, left.brisk_minutes, programme)
    return Decision(
        kind,
        (*rules, *easy),
        left,
        segments,
        stepped_back,
        evidence_of(
            morning,
            standing,
            facts,
            review_walks=len(review_walks),
            programme=programme,
            week_budget_minutes=week_budget(morning.state, day.date, programme),
        ),
    )


def _lowered(standing: Standing, percent: int, programme: Programme, *, stepped_back: bool) -> Standing:
    """Rule 7: a cut, a step back, or the lower of both.

    On a tie the cut stands: it never leaves more. Starting again forgets the resumed brisk even where the step back is lower.
    """
    ways: list[Standing] = []
    if percent:
        ways.append(_cut(standing, percent, programme))
    if stepped_back:
        ways.append(_step_back(standing, programme))
    lowest = min(ways, key=lambda way: (way.minutes, way.brisk_minutes))
    return replace(lowest, resumed_brisk_min=0) if percent == START_AGAIN else lowest


def _step_back(standing: Standing, programme: Programme) -> Standing:
    """Rule 7: the larger of 5 and 20 % off the minutes, or 5 off the brisk minutes."""
    if standing.stage is Stage.BUILD_TIME or standing.brisk_minutes == 0:
        share = max(5, _percent(standing.minutes, 20))
        return replace(
            standing, stage=Stage.BUILD_TIME, minutes=_floored(standing, standing.minutes - share, programme), good_walks=0
        )
    return replace(standing, brisk_minutes=max(0, standing.brisk_minutes - BRISK_STEP_BACK_MIN), good_walks=0)


def _cut_percent(facts: Facts) -> int:
    """Percent that missed days take off: 0 for none or a hold, 100 for starting again."""
    depth = sum(facts.missed >= from_days for from_days, _ in _MISSED)
    if depth == 0:
        return 0
    since = facts.morning.state.since
    if since.away or since.locked:
        depth = min(depth + 1, len(_MISSED))
    return _MISSED[depth - 1][1]


def _cut(standing: Standing, percent: int, programme: Programme) -> Standing:
    """Rule 7: what missed days take off."""
    if percent == START_AGAIN:
        return Standing(Stage.BUILD_TIME, min(programme.starting_min, standing.minutes))
    no_brisk = standing.stage is Stage.BUILD_TIME or standing.brisk_minutes == 0
    if not no_brisk and percent < 50:
        share = max(2, _percent(standing.brisk_minutes, percent))
        return replace(standing, brisk_minutes=max(0, standing.brisk_minutes - share), good_walks=0)
    share = max(2, _percent(standing.minutes, percent))
    resumed = standing.resumed_brisk_min
    if not no_brisk:
        resumed = max(programme.first_brisk_min, _percent(standing.brisk_minutes, 50))
    return Standing(Stage.BUILD_TIME, _floored(standing, standing.minutes - share, programme), resumed_brisk_min=resumed)


def _floored(standing: Standing, minutes: int, programme: Programme) -> int:
    """`minutes`, never below the smaller of 10 and `start_min`, and never above the level."""
    return min(standing.minutes, max(minutes, programme.floor_min))


def _easy(standing: Standing) -> tuple[Segment, ...]:
    """Half the minutes of the level, rounded down, at least 5, all normal pace."""
    return normal_only(max(EASY_DAY_LEAST_MIN, standing.minutes // 2))


def _increase(facts: Facts, programme: Programme) -> tuple[DecisionKind, tuple[Rule, ...], Standing]:
    """Rule 8, asked only where nothing holds: what the last walk has earned."""
    standing = facts.standing
    if facts.building:
        if standing.minutes < programme.walk_goal_min:
            return _more_minutes(facts, programme)
        return _good_walk(standing, programme)
    if not programme.brisk_ok:
        return DecisionKind.REPEAT, (Rule.BRISK_GATE_CLOSED,), standing
    if standing.brisk_minutes < programme.brisk_goal_min:
        step = _step(facts, programme) if standing.brisk_minutes else programme.first_brisk_min
        brisk = min(standing.brisk_minutes + step, programme.brisk_goal_min)
        return DecisionKind.INCREASE, (Rule.GOOD_RESPONSE,), replace(standing, brisk_minutes=brisk)
    if standing.stage is Stage.BUILD_PACE and facts.d <= 0:
        return DecisionKind.REPEAT, (Rule.BRISK_GOAL_REACHED,), replace(standing, stage=Stage.KEEP_GOING)
    return DecisionKind.REPEAT, (Rule.AT_GOAL,), standing


def _step(facts: Facts, programme: Programme) -> int:
    """Minutes that a good walk adds, from 2 to 5."""
    step = 5
    step -= 2 * (facts.d == 2)
    step -= 1 <= facts.m < 2
    step -= facts.settled is Settled.WITHIN_2H
    if facts.building:
        step -= facts.effort == 5
        if facts.effort == 6:
            step = min(step, 2)
    elif facts.d == 1:
        step = min(step, 3)
    if any(_recent(walk, facts.day.date) for walk in facts.morning.state.stepped_back_on):
        step = min(step, 2)
    step = min(max(step, programme.step_min), programme.step_max)
    return min(step, DAILY_CAP[programme.track])


def _more_minutes(facts: Facts, programme: Programme) -> tuple[DecisionKind, tuple[Rule, ...], Standing]:
    """Rule 8 below the walk goal, with the weekly cap of the gentle and the careful track."""
    standing = facts.standing
    wanted = min(_step(facts, programme), programme.walk_goal_min - standing.minutes)
    added = wanted
    rules: tuple[Rule, ...] = (Rule.GOOD_RESPONSE,)
    if programme.track in WEEKLY_CAP_PERCENT:
        fitting = _most_minutes_this_week(facts.morning.state, facts.day.date, programme) - standing.minutes
        if fitting < wanted:
            if fitting < programme.step_min:
                return DecisionKind.REPEAT, (Rule.WEEKLY_CAP,), standing
            added = fitting
            rules = (Rule.GOOD_RESPONSE, Rule.WEEKLY_CAP)
    return DecisionKind.INCREASE, rules, replace(standing, minutes=standing.minutes + added)


def week_budget(state: CoachState, day: date, programme: Programme) -> int:
    """Minutes that the week (block of 7 days from the first walk) of `day` may count; 0 where the track has no cap."""
    if programme.track not in WEEKLY_CAP_PERCENT:
        return 0
    _, _, before = state.week_of(day)
    return WEEKLY_CAP_PERCENT[programme.track] * max(before, programme.starting_min * len(programme.walk_days)) // 100


def _most_minutes_this_week(state: CoachState, day: date, programme: Programme) -> int:
    """Most minutes a day that fit into the week's budget, walked today and on each walk day left in the block."""
    _, counted, _ = state.week_of(day)
    days_left = 6 - (day - (state.first_walk or day)).days % 7
    walks = 1 + _walk_days_after(day, days_left, programme)
    return (week_budget(state, day, programme) - counted) // walks


def _good_walk(standing: Standing, programme: Programme) -> tuple[DecisionKind, tuple[Rule, ...], Standing]:
    """Rule 8 at the walk goal: one more good walk, and brisk minutes after enough of them.

    Leaving `build_time` uses the resumed brisk up, through a closed gate as well.
    """
    good_walks = standing.good_walks + 1
    if good_walks < GOOD_WALKS_NEEDED[programme.track]:
        return DecisionKind.REPEAT, (Rule.CONFIRMING_WALK_GOAL,), replace(standing, good_walks=good_walks)
    if not programme.brisk_ok:
        kept = Standing(Stage.KEEP_GOING, standing.minutes)
        return DecisionKind.REPEAT, (Rule.BRISK_GATE_CLOSED,), kept
    brisk = min(standing.resumed_brisk_min or programme.first_brisk_min, programme.brisk_goal_min)
    reached = Standing(Stage.BUILD_PACE, standing.minutes, brisk)
    return DecisionKind.INCREASE, (Rule.WALK_GOAL_REACHED,), reached


def walks_stepped_back(counted: tuple[date, ...], state: CoachState, day: date, *, stepped_back: bool) -> tuple[date, ...]:
    """`counted` walks dated less than 14 days before `day`, and the last walk if today is the first day that it steps back."""
    if stepped_back and state.last_walk is not None and not state.since.stepped_back:
        counted = (*counted, state.last_walk.date)
    return tuple(walk for walk in counted if _recent(walk, day))


def missed_walk_days(last: date, day: date, programme: Programme) -> int:
    """Walk days of `programme` strictly between `last` and `day`."""
    return _walk_days_after(last, max(0, (day - last).days - 1), programme)


def _walk_days_after(day: date, days: int, programme: Programme) -> int:
    """Walk days of `programme` among so many days after `day`; by weekday, so that the calendar's last day is no wall."""
    weeks, rest = divmod(days, 7)
    return weeks * len(programme.walk_days) + sum((day.weekday() + n) % 7 in programme.walk_days for n in range(1, rest + 1))


def _recent(walk: date, day: date) -> bool:
    return (day - walk).days < REVIEW_DAYS


def _percent(minutes: int, percent: int) -> int:
    """`percent` of `minutes`, rounded half up."""
    return (minutes * percent + 50) // 100
