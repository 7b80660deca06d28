"""Today: the plan, the check-ins and what is due, as one value for the Today page and the check-ins.

Owns the current diary in memory (through `services.diary_keeper`); every wish of the person goes through here to the store.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from walkcoach.core.decision import Decision
from walkcoach.core.diary import BeforeCheckIn
from walkcoach.core.symptoms import Symptom


class TodayState(StrEnum):
    """What the Today page is about. A locked day or `not_today` is `NO_WALK`; the decision's rules say why."""

    PLAN_OFF = "plan_off"
    TO_CHECK_IN = "to_check_in"
    READY_TO_WALK = "ready_to_walk"
    PART_WALKED = "part_walked"
    TO_CHECK_IN_AFTER = "to_check_in_after"
    DONE = "done"
    REST_DAY = "rest_day"
    NO_WALK = "no_walk"


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of the week so far (locale's week order): minutes walked (all kinds), and what it was."""

    day: date
    walked_min: int
    brisk_min: int
    walk_day: bool
    today: bool
    future: bool


@dataclass(frozen=True, slots=True)
class OutlookDay:
    """What a coming day may offer, if all goes well: lowest and highest minutes, brisk minutes. Zero minutes: a rest day."""

    day: date
    low_min: int
    high_min: int
    low_brisk_min: int
    high_brisk_min: int


@dataclass(frozen=True, slots=True)
class FollowedSymptom:
    """A symptom to rate: its usual (None before the first rating) and the last score given before a walk."""

    symptom: Symptom
    usual: float | None
    last: int | None


@dataclass(frozen=True, slots=True)
class TodayView:
    """All that the Today page and the check-ins draw.

    `provisional`: today's check-in is not done, so that it may still lower the plan. `remaining_s` is what is left of the
    day's plan after the parts walked. `needs_before` / `needs_after`: a check-in is still due today. `ask_settled`: the
    check-in has to ask how soon things settled, after the walk of `last_walk`. `walk_anyway`: what a walk on this rest day
    would be (None on other days).
    """

    day: date
    hour: int
    state: TodayState
    decision: Decision
    provisional: bool
    walked_min: int
    walked_brisk_min: int
    remaining_s: int
    needs_before: bool
    needs_after: bool
    ask_settled: bool
    last_walk: date | None
    last_walk_min: int
    week: tuple[WeekDay, ...]
    week_min: int
    week_planned_min: int
    outlook: tuple[OutlookDay, ...]
    followed: tuple[FollowedSymptom, ...]
    before: BeforeCheckIn | None
    first_day: bool
    walk_anyway: Decision | None
    locked: bool
    asks_glucose: bool
