"""The words of the page for the clinician that tell of the plan: where it stands, what moved it, and how it was set.

Facts in few words; why the rules are as they are stands in `sources`, the sentences for the person in `reasons`.
"""

from walkcoach.core.decision import Rule
from walkcoach.core.programme import BriskPlacement, Programme
from walkcoach.wording import names, numbers
from walkcoach.wording.language import _


def plan_title() -> str:
    """Over where the plan stands and how it changed."""
    return _("The plan")


def level(minutes: int, brisk: int) -> str:
    """Minutes of a walk: "32 min", "60 min (10 brisk)"."""
    if brisk:
        return _("{minutes}\u00a0min ({brisk}\u00a0brisk)").format(minutes=minutes, brisk=brisk)
    return _("{minutes}\u00a0min").format(minutes=minutes)


def stands(stage: str, minutes: int, brisk: int, *, begun: bool, locked: bool = False) -> str:
    """Where the plan stands. `locked`: no walk is offered; the warning signs and the feet say since when."""
    if not begun:
        return _("Not begun; first walk {level}.").format(level=level(minutes, brisk))
    if locked:
        off = _("Now: off, see warning signs and feet; it stands at {level} a walk, stage “{stage}”.")
        return off.format(level=level(minutes, brisk), stage=stage)
    return _("Now: {level} a walk, stage “{stage}”.").format(level=level(minutes, brisk), stage=stage)


def aims(programme: Programme) -> str:
    """What the programme aims at."""
    days = ", ".join(names.weekday_short(weekday) for weekday in sorted(programme.walk_days))
    with_brisk, without = _("Track “{track}”; goal {goal} min, brisk {brisk} min"), _("Track “{track}”; goal {goal} min, no brisk")
    aim = with_brisk if programme.brisk_ok else without
    said = aim.format(track=names.track_name(programme.track), goal=programme.walk_goal_min, brisk=programme.brisk_goal_min)
    if len(programme.walk_days) == 7:
        return _("{aim}; every day.").format(aim=said)
    return _("{aim}; {days}.").format(aim=said, days=days)


def ask_first(*, agreed: bool) -> str:
    """Before what was said, at the start, to be talked over with a clinician first."""
    if agreed:
        return _("Said at the start (the person noted that a clinician has agreed):")
    return _("Said at the start (no clinician's agreement noted, so the plan is off):")


def grown() -> str:
    """Walks that were a little more than before."""
    return _("Walks that grew")


def held() -> str:
    """Walks that stayed as they were."""
    return _("Walks that stayed the same")


def easy_days() -> str:
    """Walks that were cut to half."""
    return _("Easy days, half the minutes")


def step_backs() -> str:
    """Walks before which the plan stepped back."""
    return _("Steps back")


def step_back(on: str, before: str, after: str, reasons: str) -> str:
    """One step back: "3 Nov 28 min → 22 min (stumbled)"."""
    return _("{day} {before} → {after} ({reasons})").format(day=on, before=before, after=after, reasons=reasons)


def counted(reason: str, count: int) -> str:
    """A reason with how often it counted."""
    return _("{reason}\u00a0×{n}").format(reason=reason, n=count)


def programme_set(on: str) -> str:
    """Before a programme that was set first."""
    return _("{day}, programme set:").format(day=on)


def programme_changed(on: str) -> str:
    """Before what was changed in the programme."""
    return _("{day}, programme changed:").format(day=on)


def rule_reason(rule: Rule) -> str:
    """A rule of the coach in a few words, as a reason. What is no reason for a step back, an easy day or a hold has none."""
    return {
        Rule.MUCH_WORSE_IN_WALK: _("4 points or more worse in the walk"),
        Rule.PEAK_HIGH: _("worst above 5 in the walk"),
        Rule.MUCH_WORSE_NEXT_DAY: _("3 points or more above usual next time"),
        Rule.WORSE_TWICE: _("2 points above usual twice running"),
        Rule.NOT_SETTLED_BY_MORNING: _("not settled by next morning"),
        Rule.STOPPED_EARLY_TWICE: _("stopped early twice"),
        Rule.WORSE_IN_WALK: _("3 points worse in the walk"),
        Rule.PEAK_MODERATE: _("worst 4 or 5 in the walk"),
        Rule.SYMPTOMS_WHILE_BRISK: _("2 points worse in a brisk walk"),
        Rule.SETTLED_LATE: _("settled late the same day"),
        Rule.HARD_EFFORT: _("effort 7 or more"),
        Rule.COULD_NOT_TALK: _("could not talk"),
        Rule.STUMBLED: _("stumbled"),
        Rule.STOPPED_EARLY: _("stopped early"),
        Rule.AFTER_EASY_DAY: _("after an easy day"),
        Rule.CHECK_IN_MISSING: _("check-in left out"),
        Rule.LESS_STEADY: _("less steady"),
        Rule.FEET_NOT_CHECKED: _("feet not looked at"),
        Rule.WORSE_TODAY: _("2 points or more above usual"),
        Rule.VISIT_ADVISED: _("sign to book a visit for"),
        Rule.AFTER_CLEARANCE: _("first walk after a stop"),
        Rule.REST_DAY_WALK: _("walk on a rest day"),
        Rule.REVIEW_DUE: _("talk with a clinician due"),
        Rule.MISSED_DAYS: _("days missed"),
        Rule.WEEKLY_CAP: _("the week's limit"),
        Rule.CONFIRMING_WALK_GOAL: _("walk goal reached, once more"),
        Rule.BRISK_GATE_CLOSED: _("no brisk by choice"),
        Rule.BRISK_GOAL_REACHED: _("brisk goal reached"),
        Rule.AT_GOAL: _("at the goal"),
        Rule.MUCH_WORSE_TODAY: _("3 points or more above usual"),
        Rule.MUCH_LESS_STEADY: _("much less steady"),
        Rule.TWO_STEP_BACKS: _("two steps back running"),
    }.get(rule, "")


def programme_fields(programme: Programme) -> tuple[tuple[str, str], ...]:
    """Each field of a programme with its value, as short as it can be named."""
    days = ", ".join(names.weekday_short(weekday) for weekday in sorted(programme.walk_days))
    inside = programme.brisk_placement is BriskPlacement.INSIDE
    return (
        (_("track"), names.track_name(programme.track)),
        (_("first walk"), numbers.minutes(programme.starting_min)),
        (_("walk goal"), numbers.minutes(programme.walk_goal_min)),
        (_("steps"), numbers.minutes_range(programme.step_min, programme.step_max)),
        (_("brisk"), _("yes") if programme.brisk_ok else _("no")),
        (_("first brisk"), numbers.minutes(programme.first_brisk_min)),
        (_("brisk goal"), numbers.minutes(programme.brisk_goal_min)),
        (_("brisk minutes"), _("inside the walk") if inside else _("on top of the walk")),
        (_("longest bout"), numbers.minutes(programme.max_bout_min)),
        (_("walk days"), _("every day") if len(programme.walk_days) == 7 else days),
    )
