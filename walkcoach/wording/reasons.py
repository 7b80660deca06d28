"""A decision in words: the plan in a line, the one sentence why, and a sentence with its source for every rule that fired.

`facts` says what each rule has seen, `sources` where it comes from; here they become sentences with what follows from them.
Pure: `today` is the decision's own day, handed in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from walkcoach.core.decision import Decision, DecisionKind, Rule
from walkcoach.wording.facts import fact, level_words
from walkcoach.wording.language import _, _n
from walkcoach.wording.names import day_and_month, weekday_name
from walkcoach.wording.numbers import brisk_minutes, first_up, minutes
from walkcoach.wording.sources import source_of

_STEP_BACKS: Final = (
    Rule.MUCH_WORSE_IN_WALK,
    Rule.PEAK_HIGH,
    Rule.MUCH_WORSE_NEXT_DAY,
    Rule.WORSE_TWICE,
    Rule.NOT_SETTLED_BY_MORNING,
    Rule.STOPPED_EARLY_TWICE,
)
_EASY: Final = (Rule.MUCH_LESS_STEADY, Rule.MUCH_WORSE_TODAY, Rule.TWO_STEP_BACKS)

_FIRST_NAMED: Final[Mapping[DecisionKind, tuple[Rule, ...]]] = MappingProxyType(
    {
        DecisionKind.NO_WALK: (Rule.WARNING_SIGN, Rule.FEET_NEW, Rule.NOT_TODAY),
        DecisionKind.REST_DAY: (Rule.REST_DAY,),
        DecisionKind.START: (Rule.FIRST_WALK,),
        DecisionKind.EASY_DAY: _EASY,
        DecisionKind.STEP_BACK: (*_STEP_BACKS, Rule.MISSED_DAYS),
        DecisionKind.REPEAT: (Rule.REVIEW_DUE, Rule.VISIT_ADVISED, Rule.AFTER_CLEARANCE),
        DecisionKind.INCREASE: (Rule.WALK_GOAL_REACHED, Rule.GOOD_RESPONSE, Rule.WEEKLY_CAP),
    }
)
"""The rules that the headline names first, by kind of decision: those that made it this kind. On a repeat, those that ask
something of the person. After them the order of `Rule` holds, as coaching.md lists it."""

_DEEP_MISSED_DAYS: Final = 7
"""From so many missed walk days (3, with a reason for more care) their cut is as a rule the lower one, and leads."""
_DEEP_MISSED_DAYS_WITH_REASON: Final = 3
_CUT_DAYS: Final = 3
_CUT_DAYS_WITH_REASON: Final = 1
_START_AGAIN_DAYS: Final = 28
_START_AGAIN_DAYS_WITH_REASON: Final = 14

_KEPT: Final = frozenset({Rule.AT_GOAL, Rule.BRISK_GOAL_REACHED})


@dataclass(frozen=True, slots=True)
class Explanation:
    """One rule that fired: what it saw and what follows, in one sentence, and where the rule comes from."""

    rule: Rule
    sentence: str
    source: str


def plan_line(decision: Decision) -> str:
    """What the day offers: "23 minutes", "60 minutes, 8 brisk", "Easy day, 11 minutes", "Rest day", "No walk today"."""
    if decision.kind is DecisionKind.REST_DAY:
        return _("Rest day")
    if decision.kind is DecisionKind.NO_WALK:
        return _("No walk today")
    whole_min, brisk_min = _offered(decision)
    line = minutes(whole_min)
    if brisk_min:
        line = _("{minutes}, {brisk} brisk").format(minutes=line, brisk=brisk_min)
    return _("Easy day, {plan}").format(plan=line) if decision.kind is DecisionKind.EASY_DAY else line


def headline(decision: Decision, today: date) -> str:
    """The one sentence why: what the day offers against the last walk, and the rule that decided (see `deciding_rule`)."""
    rule = deciding_rule(decision)
    lead, says_day = _lead(decision, rule, today)
    if rule is None:
        return _("{lead}.").format(lead=lead)
    seen = fact(rule, decision, today, walk=_("that walk") if says_day else "")
    if rule is Rule.REVIEW_DUE:
        return _("{lead}: {fact}, so {effect}.").format(lead=lead, fact=seen, effect=_effect(rule, decision))
    return _("{lead}: {fact}.").format(lead=lead, fact=seen)


def deciding_rule(decision: Decision) -> Rule | None:
    """The rule that the headline names; None where none is listed.

    Of several: those that made the decision its kind, in the order of `_FIRST_NAMED`; missed days before a step back once
    their cut is likely the deeper one; then the first listed in `Rule`.
    """
    if not decision.rules:
        return None
    order = (*_FIRST_NAMED[decision.kind], *Rule)
    if decision.kind is DecisionKind.STEP_BACK and _missed_from(decision, _DEEP_MISSED_DAYS, _DEEP_MISSED_DAYS_WITH_REASON):
        order = (Rule.MISSED_DAYS, *order)
    return min(decision.rules, key=order.index)


def explanations(decision: Decision, today: date) -> tuple[Explanation, ...]:
    """A sentence and a source for every rule that fired, in the decision's order. `today` is the decision's own day."""
    return tuple(Explanation(rule, _sentence(rule, decision, today), source_of(rule)) for rule in decision.rules)


def _sentence(rule: Rule, decision: Decision, today: date) -> str:
    seen = first_up(fact(rule, decision, today))
    return _("{fact}, so {effect}.").format(fact=seen, effect=_effect(rule, decision))


def _offered(decision: Decision) -> tuple[int, int]:
    """Minutes and brisk minutes offered; the level, where a decision has no segments."""
    if decision.segments:
        return decision.minutes, decision.brisk_minutes
    return decision.standing.minutes, decision.standing.brisk_minutes


def _missed_from(decision: Decision, days: int, days_with_reason: int) -> bool:
    """Whether `missed_days` fired with at least so many walk days missed."""
    least = days_with_reason if decision.evidence.missed_deeper else days
    return Rule.MISSED_DAYS in decision.rules and decision.evidence.missed_days >= least


def _lead(decision: Decision, rule: Rule | None, today: date) -> tuple[str, bool]:
    """What the headline says before its colon, and whether that names the day of the last walk."""
    plan = level_words(*_offered(decision))
    if decision.kind is DecisionKind.NO_WALK:
        return _("No walk today"), False
    if decision.kind is DecisionKind.REST_DAY:
        return _("No walk to do today"), False
    if decision.kind is DecisionKind.START:
        return _("{plan} to begin with").format(plan=plan), False
    if decision.kind is DecisionKind.EASY_DAY:
        return _("An easy day, {plan}").format(plan=plan), False
    if decision.kind is DecisionKind.REPEAT:
        offered = decision.evidence.last_offered_minutes
        same = offered in (0, _offered(decision)[0]) and rule not in _KEPT
        return (_("Repeat {plan} today") if same else _("{plan} today")).format(plan=plan), False
    if rule is Rule.WALK_GOAL_REACHED and decision.standing.brisk_minutes > 0:
        return _("{brisk} join your walk today").format(brisk=brisk_minutes(decision.standing.brisk_minutes)), False
    change = _change(decision)
    if not change:
        return _("{plan} today").format(plan=plan), False
    than = _than(decision, today)
    return _("{change} {than}").format(change=change, than=than or _("than before")), bool(than)


def _change(decision: Decision) -> str:
    """How the level changes, in words; empty where nothing is to compare with or minutes and brisk both change."""
    seen, left = decision.evidence, decision.standing
    if seen.before_minutes <= 0:
        return ""
    more_min = left.minutes - seen.before_minutes
    more_brisk_min = left.brisk_minutes - seen.before_brisk_minutes
    if bool(more_min) == bool(more_brisk_min):
        return ""
    if more_min > 0:
        return _n("{n} minute more", "{n} minutes more", more_min)
    if more_min < 0:
        return _n("{n} minute less", "{n} minutes less", -more_min)
    if more_brisk_min > 0:
        return _n("{n} brisk minute more", "{n} brisk minutes more", more_brisk_min)
    return _n("{n} brisk minute less", "{n} brisk minutes less", -more_brisk_min)


def _than(decision: Decision, today: date) -> str:
    """What a change is compared with: "than yesterday"; empty where the last walk was not offered the level of before.

    Where more or less than offered was walked, it is the day's plan that is compared with, not the walk.
    """
    seen = decision.evidence
    level = (seen.before_minutes, seen.before_minutes + seen.before_brisk_minutes)
    if seen.last_walk is None or seen.last_walk >= today or seen.last_offered_minutes not in level:
        return ""
    away = (today - seen.last_walk).days
    as_planned = seen.last_walked_minutes == seen.last_offered_minutes
    if away == 1:
        return _("than yesterday") if as_planned else _("than yesterday's plan")
    if away < 7:
        weekday = weekday_name(seen.last_walk.weekday())
        return (_("than on {weekday}") if as_planned else _("than {weekday}'s plan")).format(weekday=weekday)
    day = day_and_month(seen.last_walk)
    return (_("than on {day}") if as_planned else _("than the plan of {day}")).format(day=day)


def _effect(rule: Rule, decision: Decision) -> str:
    """What follows from `rule`, after "so"."""
    if rule is Rule.MISSED_DAYS or rule in _STEP_BACKS:
        return _effect_of_less(rule, decision)
    if rule in _EASY:
        return _("today is an easy day")
    if rule in (Rule.GOOD_RESPONSE, Rule.WEEKLY_CAP):
        return _effect_of_more(rule, decision)
    plain = {
        Rule.WARNING_SIGN: _("the plan stays off until a professional has looked"),
        Rule.FEET_NEW: _("the plan stays off until it is gone or somebody qualified has looked"),
        Rule.NOT_TODAY: _("there is no walk today, and the next one does not grow"),
        Rule.REST_DAY: _("there is no walk to do"),
        Rule.FIRST_WALK: _("the plan starts at {minutes}").format(minutes=minutes(decision.standing.minutes)),
        Rule.SETTLED_LATE: _("the plan does not grow until you settle sooner"),
        Rule.HARD_EFFORT: _("the plan does not grow until walks feel easier"),
        Rule.COULD_NOT_TALK: _("the plan does not grow until you can talk all the way"),
        Rule.STOPPED_EARLY: _("the plan does not grow until a whole walk fits"),
        Rule.AFTER_EASY_DAY: _("the plan does not grow straight after it"),
        Rule.CHECK_IN_MISSING: _("the plan cannot tell if you are ready for more"),
        Rule.FEET_NOT_CHECKED: _("the plan does not grow until your feet have been checked"),
        Rule.VISIT_ADVISED: _("the plan does not grow on it"),
        Rule.REST_DAY_WALK: _("a walk today does not make the plan grow"),
        Rule.REVIEW_DUE: _("it is time to talk to your clinician"),
        Rule.WALK_GOAL_REACHED: _("brisk minutes begin"),
        Rule.CONFIRMING_WALK_GOAL: _("the plan stays at this length for now"),
        Rule.BRISK_GATE_CLOSED: _("the plan stays at normal pace"),
        Rule.BRISK_GOAL_REACHED: _("the plan stays here from now on"),
        Rule.AT_GOAL: _("the plan stays there"),
    }
    return plain.get(rule, _("the plan does not grow today"))


def _effect_of_more(rule: Rule, decision: Decision) -> str:
    """What follows from a good response, or from the week's budget, with how much the plan grows."""
    left, seen = decision.standing, decision.evidence
    more_min = left.minutes - seen.before_minutes if seen.before_minutes > 0 else 0
    more_brisk_min = left.brisk_minutes - seen.before_brisk_minutes
    if rule is Rule.WEEKLY_CAP:
        if more_min > 0:
            return _("today adds only {minutes}").format(minutes=minutes(more_min))
        return _("the plan does not grow today")
    if more_min > 0:
        return _("the plan grows by {minutes}").format(minutes=minutes(more_min))
    if more_brisk_min > 0:
        return _("the plan grows by {minutes}").format(minutes=brisk_minutes(more_brisk_min))
    return _("the plan grows a little")


def _effect_of_less(rule: Rule, decision: Decision) -> str:
    """What follows from a step-back rule or from missed days. A hold, and the lowest level, take nothing off."""
    left, seen = decision.standing, decision.evidence
    unchanged = (left.minutes, left.brisk_minutes) == (seen.before_minutes, seen.before_brisk_minutes)
    if rule is not Rule.MISSED_DAYS:
        return _("the plan stays at its shortest") if unchanged else _("the plan steps back")
    if _missed_from(decision, _START_AGAIN_DAYS, _START_AGAIN_DAYS_WITH_REASON):
        return _("the plan starts again at {minutes}").format(minutes=minutes(left.minutes))
    if unchanged or not _missed_from(decision, _CUT_DAYS, _CUT_DAYS_WITH_REASON):
        return _("the plan does not grow today")
    return _("the plan begins lower")
