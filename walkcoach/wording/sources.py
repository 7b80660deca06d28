"""Where each rule of the coach comes from (coaching.md, section 7), one line a rule.

A rule that rests on nobody's evidence says so: it is our own convention, to be reviewed by a clinician. Nothing here says
that a source proves the plan; most were found for other people or other troubles and are borrowed.
"""

from walkcoach.core.decision import Rule
from walkcoach.wording.language import _


def own_convention() -> str:
    """What stands where no source is."""
    return _("our own convention, to be reviewed by a clinician")


def source_of(rule: Rule) -> str:
    """The source of `rule`: a reference with what was taken from it, or our own convention."""
    own = own_convention()
    article = _("“Is Walking Good For Neuropathy?”, epainassist.com: an article, not a trial")
    farrar = _("2 points of 10 are a real change: Farrar 2001, Pain 94:149")
    monitoring = _("pain-monitoring model, Thomeé 1997 and Silbernagel 2007, borrowed from tendon pain")
    armstrong = _("uneven load before ulcers: Armstrong 2004, Diabetes Care 27:1980")
    feet = _("foot checks: IWGDF 2023, Bus 2024")
    talk = _("brisk is effort 4 to 6 of 10 and able to talk: Foster 2008")
    falls = _("walking and falls: Sherrington 2011")
    return {
        Rule.WARNING_SIGN: own,
        Rule.FEET_NEW: feet,
        Rule.NOT_TODAY: own,
        Rule.REST_DAY: _("the walk days that you have set"),
        Rule.FIRST_WALK: article,
        Rule.MUCH_WORSE_IN_WALK: _with_own(farrar, _("the size of a step back")),
        Rule.PEAK_HIGH: monitoring,
        Rule.MUCH_WORSE_NEXT_DAY: _both(farrar, monitoring),
        Rule.WORSE_TWICE: _with_own(farrar, _("two check-ins running")),
        Rule.NOT_SETTLED_BY_MORNING: monitoring,
        Rule.STOPPED_EARLY_TWICE: own,
        Rule.WORSE_IN_WALK: farrar,
        Rule.PEAK_MODERATE: monitoring,
        Rule.SYMPTOMS_WHILE_BRISK: _both(article, farrar),
        Rule.SETTLED_LATE: monitoring,
        Rule.HARD_EFFORT: talk,
        Rule.COULD_NOT_TALK: talk,
        Rule.STUMBLED: _with_own(falls, _("repeating after a stumble")),
        Rule.STOPPED_EARLY: own,
        Rule.AFTER_EASY_DAY: armstrong,
        Rule.CHECK_IN_MISSING: own,
        Rule.LESS_STEADY: _with_own(falls, _("repeating when less steady")),
        Rule.FEET_NOT_CHECKED: feet,
        Rule.WORSE_TODAY: farrar,
        Rule.VISIT_ADVISED: own,
        Rule.AFTER_CLEARANCE: own,
        Rule.REST_DAY_WALK: _with_own(armstrong, _("repeating on a rest day")),
        Rule.REVIEW_DUE: own,
        Rule.MISSED_DAYS: _with_own(armstrong, _("every cut for missed days")),
        Rule.GOOD_RESPONSE: article,
        Rule.WEEKLY_CAP: _("5 to 20 % more a week: EXCAP, Kleckner 2018; over 30 % in two weeks and injury: Nielsen 2014"),
        Rule.WALK_GOAL_REACHED: _with_own(article, _("the number of good walks")),
        Rule.CONFIRMING_WALK_GOAL: _with_own(article, _("the number of good walks")),
        Rule.BRISK_GATE_CLOSED: _("brisk walking and falls: Sherrington 2011"),
        Rule.BRISK_GOAL_REACHED: article,
        Rule.AT_GOAL: article,
        Rule.MUCH_WORSE_TODAY: _both(farrar, _("an easy day rather than none: Armstrong 2004, Diabetes Care 27:1980")),
        Rule.MUCH_LESS_STEADY: _with_own(falls, _("an easy day when much less steady")),
        Rule.TWO_STEP_BACKS: _with_own(armstrong, _("an easy day after two step backs")),
    }[rule]


def _with_own(source: str, what: str) -> str:
    """A source, and `what` of the rule is ours."""
    return _("{source}; {what} is {own}").format(source=source, what=what, own=own_convention())


def _both(first: str, second: str) -> str:
    """Two sources for one rule."""
    return _("{first}; {second}").format(first=first, second=second)
