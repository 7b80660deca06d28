"""A day's decision, as a value: what is offered, by which rules, and what it leaves behind when it is walked.

`Rule` holds every rule name of coaching.md, section 4, in the order in which a decision lists them.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from walkcoach.core.segments import Segment
from walkcoach.core.symptoms import Symptom


class Stage(StrEnum):
    """Where the person stands on the road: walk longer, walk brisker, goal kept."""

    BUILD_TIME = "build_time"
    BUILD_PACE = "build_pace"
    KEEP_GOING = "keep_going"


class DecisionKind(StrEnum):
    """What the day's decision is called."""

    START = "start"
    INCREASE = "increase"
    REPEAT = "repeat"
    STEP_BACK = "step_back"
    EASY_DAY = "easy_day"
    REST_DAY = "rest_day"
    NO_WALK = "no_walk"


class Rule(StrEnum):
    """The rule names, in the order in which a decision lists them."""

    WARNING_SIGN = "warning_sign"
    FEET_NEW = "feet_new"
    NOT_TODAY = "not_today"
    REST_DAY = "rest_day"
    FIRST_WALK = "first_walk"
    MUCH_WORSE_IN_WALK = "much_worse_in_walk"
    PEAK_HIGH = "peak_high"
    MUCH_WORSE_NEXT_DAY = "much_worse_next_day"
    WORSE_TWICE = "worse_twice"
    NOT_SETTLED_BY_MORNING = "not_settled_by_morning"
    STOPPED_EARLY_TWICE = "stopped_early_twice"
    WORSE_IN_WALK = "worse_in_walk"
    PEAK_MODERATE = "peak_moderate"
    SYMPTOMS_WHILE_BRISK = "symptoms_while_brisk"
    SETTLED_LATE = "settled_late"
    HARD_EFFORT = "hard_effort"
    COULD_NOT_TALK = "could_not_talk"
    STUMBLED = "stumbled"
    STOPPED_EARLY = "stopped_early"
    AFTER_EASY_DAY = "after_easy_day"
    CHECK_IN_MISSING = "check_in_missing"
    LESS_STEADY = "less_steady"
    FEET_NOT_CHECKED = "feet_not_checked"
    WORSE_TODAY = "worse_today"
    VISIT_ADVISED = "visit_advised"
    AFTER_CLEARANCE = "after_clearance"
    REST_DAY_WALK = "rest_day_walk"
    REVIEW_DUE = "review_due"
    MISSED_DAYS = "missed_days"
    GOOD_RESPONSE = "good_response"
    WEEKLY_CAP = "weekly_cap"
    WALK_GOAL_REACHED = "walk_goal_reached"
    CONFIRMING_WALK_GOAL = "confirming_walk_goal"
    BRISK_GATE_CLOSED = "brisk_gate_closed"
    BRISK_GOAL_REACHED = "brisk_goal_reached"
    AT_GOAL = "at_goal"
    MUCH_WORSE_TODAY = "much_worse_today"
    MUCH_LESS_STEADY = "much_less_steady"
    TWO_STEP_BACKS = "two_step_backs"


@dataclass(frozen=True, slots=True)
class Standing:
    """Level, stage, resumed brisk and good walks: what only a walked day changes (section 1).

    `minutes` and `brisk_minutes` are the level, whole minutes. `resumed_brisk_min` is what brisk begins with
    after a deep cut (0: nothing to resume). `good_walks` counts good walks at the walk goal.
    """

    stage: Stage
    minutes: int
    brisk_minutes: int = 0
    resumed_brisk_min: int = 0
    good_walks: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """The person's own numbers behind a decision, for the sentences that explain it. None or 0: nothing to tell.

    Minutes are whole; scores run from 0 to 10; `above_usual` is M and `provoked` is D of section 1, with the symptom
    that gave them. `before_minutes` and `before_brisk_minutes` are the level that the day began with.
    """

    before_minutes: int = 0
    before_brisk_minutes: int = 0
    last_walk: date | None = None
    last_walked_minutes: int = 0
    last_offered_minutes: int = 0
    above_usual: float = 0
    above_usual_symptom: Symptom | None = None
    above_usual_score: int = 0
    above_usual_usual: float = 0
    provoked: int | None = None
    provoked_symptom: Symptom | None = None
    provoked_before: int = 0
    provoked_worst: int = 0
    peak: int | None = None
    peak_symptom: Symptom | None = None
    settled: str | None = None
    effort: int | None = None
    missed_days: int = 0
    missed_deeper: bool = False
    good_walks: int = 0
    good_walks_needed: int = 0
    review_step_backs: int = 0
    review_worse_mornings: int = 0
    week_budget_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What a day offers and why.

    `standing` is what it leaves if it is walked; `real_step_back` says that a step-back rule (not only missed days)
    fired. On a rest day or with no walk, `segments` is empty and `standing` is the one of before.
    """

    kind: DecisionKind
    rules: tuple[Rule, ...]
    standing: Standing
    segments: tuple[Segment, ...] = ()
    real_step_back: bool = False
    evidence: Evidence = Evidence()

    @property
    def minutes(self) -> int:
        """Minutes offered: the sum of the segments, whole."""
        return sum(segment.length_s for segment in self.segments) // 60

    @property
    def brisk_minutes(self) -> int:
        """Brisk minutes offered, whole."""
        return sum(segment.length_s for segment in self.segments if segment.brisk) // 60
