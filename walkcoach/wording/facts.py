"""What each rule has seen, as a clause with the person's own numbers: "you stumbled on yesterday's walk".

A clause begins in lower case and has no full stop, so that `reasons` can set it behind a colon or make a sentence of it.
Each reads well when the evidence is thin: a missing number is left out, never guessed. Says what was seen, not what follows
from it, and never blames or praises.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from walkcoach.core.decision import Decision, Evidence, Rule
from walkcoach.core.diary import Settled
from walkcoach.core.symptoms import Symptom
from walkcoach.wording.language import _, _n
from walkcoach.wording.names import day_name, symptom_name, walk_of, weekday_name
from walkcoach.wording.numbers import brisk_minutes, minutes, score, times, walks

_REVIEW_STEP_BACKS: Final = 3
_REVIEW_MORNINGS: Final = 7


@dataclass(frozen=True, slots=True)
class _Case:
    """A decision on its day, and what to call the last walk there ("yesterday's walk", "that walk")."""

    decision: Decision
    today: date
    walk: str

    @property
    def seen(self) -> Evidence:
        return self.decision.evidence


def fact(rule: Rule, decision: Decision, today: date, *, walk: str = "") -> str:
    """What `rule` has seen. `today` is the decision's own day; `walk` names the last walk, by its day if left out."""
    return _FACTS[rule](_Case(decision, today, walk or walk_of(decision.evidence.last_walk, today)))


def level_words(whole_min: int, brisk_min: int) -> str:
    """Minutes and brisk minutes inside a sentence: "60 minutes with 8 brisk"."""
    if not brisk_min:
        return minutes(whole_min)
    return _("{minutes} with {brisk} brisk").format(minutes=minutes(whole_min), brisk=brisk_min)


def _your(symptom: Symptom | None) -> str:
    return _("your symptoms") if symptom is None else _("your {symptom}").format(symptom=symptom_name(symptom))


def _rise(case: _Case) -> str:
    seen = case.seen
    symptom = _your(seen.provoked_symptom)
    if seen.provoked is None or seen.provoked <= 0:
        return _("{symptom} rose on {walk}").format(symptom=symptom, walk=case.walk)
    if seen.provoked_symptom is None or seen.provoked_worst - seen.provoked_before != seen.provoked:
        return _("{symptom} rose by {rise} on {walk}").format(symptom=symptom, rise=seen.provoked, walk=case.walk)
    return _("{symptom} rose by {rise} on {walk}, from {before} to {worst}").format(
        symptom=symptom, rise=seen.provoked, walk=case.walk, before=seen.provoked_before, worst=seen.provoked_worst
    )


def _rise_when_brisk(case: _Case) -> str:
    return _("{rise}, now that the plan is about brisk minutes").format(rise=_rise(case))


def _peak(case: _Case) -> str:
    seen = case.seen
    if seen.peak is None:
        return _("{symptom} rose high on {walk}").format(symptom=_your(seen.peak_symptom), walk=case.walk)
    return _("{symptom} reached {peak} out of 10 on {walk}").format(
        symptom=_your(seen.peak_symptom), peak=seen.peak, walk=case.walk
    )


def _above(case: _Case) -> str:
    """Today against usual, in the words that fit what is known."""
    seen = case.seen
    if seen.above_usual <= 0:
        return _("your symptoms are above your usual today")
    above = score(seen.above_usual)
    if seen.above_usual_symptom is None:
        return _("your symptoms are {above} above your usual today").format(above=above)
    return _("you rated {symptom} {score} today, {above} above your usual of {usual}").format(
        symptom=symptom_name(seen.above_usual_symptom),
        score=seen.above_usual_score,
        above=above,
        usual=score(seen.above_usual_usual),
    )


def _above_soon_after(case: _Case) -> str:
    return _("{above}, soon after {walk}").format(above=_above(case), walk=case.walk)


def _above_twice(case: _Case) -> str:
    return _("{above}, and the check-in before was well above it too").format(above=_above(case))


def _settled_late(case: _Case) -> str:
    return _("after {walk}, it took until later that day to feel as usual again").format(walk=case.walk)


def _not_settled(case: _Case) -> str:
    return _("after {walk}, you did not feel as usual again by the next morning").format(walk=case.walk)


def _ended_early(case: _Case) -> str:
    seen = case.seen
    if seen.last_walked_minutes <= 0 or seen.last_offered_minutes <= 0:
        return _("{walk} ended early").format(walk=case.walk)
    if seen.last_walked_minutes * 10 >= seen.last_offered_minutes * 9:
        return _("{walk} had fewer brisk minutes than planned").format(walk=case.walk)
    return _("{walk} ended after {walked} of {minutes}").format(
        walk=case.walk, walked=seen.last_walked_minutes, minutes=minutes(seen.last_offered_minutes)
    )


def _ended_early_twice(case: _Case) -> str:
    return _("{ended}, and the walk before it ended early too").format(ended=_ended_early(case))


def _effort(case: _Case) -> str:
    if case.seen.effort is None:
        return _("{walk} felt hard").format(walk=case.walk)
    return _("you rated the effort of {walk} {effort} out of 10").format(walk=case.walk, effort=case.seen.effort)


def _review(case: _Case) -> str:
    seen = case.seen
    if seen.review_step_backs >= _REVIEW_STEP_BACKS:
        return _("{walks} of the last two weeks led to a step back").format(walks=walks(seen.review_step_backs))
    if seen.review_worse_mornings >= _REVIEW_MORNINGS:
        count = seen.review_worse_mornings
        return _("{count} check-ins running were well above your usual").format(count=count)
    return _("the last weeks have been hard on you more than once")


def _missed(case: _Case) -> str:
    seen = case.seen
    if seen.missed_days <= 0:
        passed = _("some walk days have passed without a walk")
    else:
        passed = _n("{n} walk day has passed without a walk", "{n} walk days have passed without a walk", seen.missed_days)
        if seen.last_walk is not None:
            passed = _("{passed} since {day}").format(passed=passed, day=day_name(seen.last_walk, case.today))
    return _("{passed}, and there was a reason to go gently").format(passed=passed) if seen.missed_deeper else passed


def _good(case: _Case) -> str:
    seen = case.seen
    if seen.provoked is None:
        return _("{walk} went well").format(walk=case.walk)
    if seen.provoked <= 0:
        return _("your symptoms did not rise on {walk}").format(walk=case.walk)
    rose = _("{symptom} rose by no more than {rise} on {walk}").format(
        symptom=_your(seen.provoked_symptom), rise=seen.provoked, walk=case.walk
    )
    if seen.settled == Settled.WITHIN_30MIN:
        return _("{rose} and settled within 30 minutes").format(rose=rose)
    if seen.settled == Settled.WITHIN_2H:
        return _("{rose} and settled within 2 hours").format(rose=rose)
    return rose


def _week(case: _Case) -> str:
    if case.seen.week_budget_minutes <= 0:
        return _("this week has little room for more")
    return _("this week has room for {minutes} in all").format(minutes=minutes(case.seen.week_budget_minutes))


def _walk_goal(case: _Case) -> str:
    goal = minutes(case.decision.standing.minutes)
    if case.seen.good_walks_needed <= 1:
        return _("you have walked your goal of {minutes} well").format(minutes=goal)
    return _("you have walked your goal of {minutes} well {times}").format(minutes=goal, times=times(case.seen.good_walks_needed))


def _confirming(case: _Case) -> str:
    goal = minutes(case.decision.standing.minutes)
    done, needed = case.decision.standing.good_walks, case.seen.good_walks_needed
    if not 0 < done < needed:
        return _("a few good walks of {minutes} come before brisk minutes").format(minutes=goal)
    return _("{done} of {needed} good walks of {minutes} done so far").format(done=done, needed=needed, minutes=goal)


def _brisk_goal(case: _Case) -> str:
    if not case.decision.standing.brisk_minutes:
        return _("you have reached your brisk goal, and your symptoms did not rise on {walk}").format(walk=case.walk)
    return _("you have reached your goal of {brisk}, and your symptoms did not rise on {walk}").format(
        brisk=brisk_minutes(case.decision.standing.brisk_minutes), walk=case.walk
    )


def _at_goal(case: _Case) -> str:
    level = case.decision.standing
    return _("you are at your goal of {level}").format(level=level_words(level.minutes, level.brisk_minutes))


def _rest_day(case: _Case) -> str:
    return _("{weekday} is a rest day in your plan").format(weekday=weekday_name(case.today.weekday()))


_FACTS: Final[Mapping[Rule, Callable[[_Case], str]]] = MappingProxyType(
    {
        Rule.WARNING_SIGN: lambda case: _("you named a warning sign"),
        Rule.FEET_NEW: lambda case: _("you found something new on your feet"),
        Rule.NOT_TODAY: lambda case: _("you named something that speaks against walking today"),
        Rule.REST_DAY: _rest_day,
        Rule.FIRST_WALK: lambda case: _("this is your first walk"),
        Rule.MUCH_WORSE_IN_WALK: _rise,
        Rule.PEAK_HIGH: _peak,
        Rule.MUCH_WORSE_NEXT_DAY: _above_soon_after,
        Rule.WORSE_TWICE: _above_twice,
        Rule.NOT_SETTLED_BY_MORNING: _not_settled,
        Rule.STOPPED_EARLY_TWICE: _ended_early_twice,
        Rule.WORSE_IN_WALK: _rise,
        Rule.PEAK_MODERATE: _peak,
        Rule.SYMPTOMS_WHILE_BRISK: _rise_when_brisk,
        Rule.SETTLED_LATE: _settled_late,
        Rule.HARD_EFFORT: _effort,
        Rule.COULD_NOT_TALK: lambda case: _("talking was not possible on {walk}").format(walk=case.walk),
        Rule.STUMBLED: lambda case: _("you stumbled on {walk}").format(walk=case.walk),
        Rule.STOPPED_EARLY: _ended_early,
        Rule.AFTER_EASY_DAY: lambda case: _("{walk} was an easy one").format(walk=case.walk),
        Rule.CHECK_IN_MISSING: lambda case: _("a check-in of {walk} is missing").format(walk=case.walk),
        Rule.LESS_STEADY: lambda case: _("you feel less steady than usual today"),
        Rule.FEET_NOT_CHECKED: lambda case: _("a foot check is missing, today or after {walk}").format(walk=case.walk),
        Rule.WORSE_TODAY: _above,
        Rule.VISIT_ADVISED: lambda case: _("you named something that your clinician should hear about"),
        Rule.AFTER_CLEARANCE: lambda case: _("this is the first walk after a reason to stop"),
        Rule.REST_DAY_WALK: _rest_day,
        Rule.REVIEW_DUE: _review,
        Rule.MISSED_DAYS: _missed,
        Rule.GOOD_RESPONSE: _good,
        Rule.WEEKLY_CAP: _week,
        Rule.WALK_GOAL_REACHED: _walk_goal,
        Rule.CONFIRMING_WALK_GOAL: _confirming,
        Rule.BRISK_GATE_CLOSED: lambda case: _("brisk minutes are switched off in your plan"),
        Rule.BRISK_GOAL_REACHED: _brisk_goal,
        Rule.AT_GOAL: _at_goal,
        Rule.MUCH_WORSE_TODAY: _above,
        Rule.MUCH_LESS_STEADY: lambda case: _("you feel much less steady than usual today"),
        Rule.TWO_STEP_BACKS: lambda case: _("the plan has stepped back for two walks running"),
    }
)
