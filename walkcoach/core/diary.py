"""Check-ins, walks and days: the values that everything else reads (coaching.md, section 3).

Every value refuses what the page does not allow with a `DiaryError` that names the field. Nothing here reads a clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from walkcoach.core.decision import Decision
from walkcoach.core.symptoms import SCORE_MAX, SCORE_MIN, Symptom, WarningSign


class DiaryError(ValueError):
    """A diary value out of its range; `place` is the dotted path of the field, the message one plain sentence."""

    def __init__(self, place: str, message: str) -> None:
        """Say that `place` is wrong and why."""
        super().__init__(f"{place}: {message}")
        self.place = place
        self.message = message


class Steadiness(StrEnum):
    """How steady the person feels on their feet, compared with usual."""

    AS_USUAL = "as_usual"
    LESS_STEADY = "less_steady"
    MUCH_LESS_STEADY = "much_less_steady"


class Feet(StrEnum):
    """What looking at the feet (eyes, mirror, touch or another person) has shown. `LATER` only after a walk: shoes still on."""

    FINE = "fine"
    NEW = "new"
    UNCHECKED = "unchecked"
    LATER = "later"


class Settled(StrEnum):
    """How soon things were back to usual after the last walk, soonest first."""

    WITHIN_30MIN = "30min"
    WITHIN_2H = "2h"
    SAME_DAY = "same_day"
    NOT_BY_MORNING = "not_by_morning"


class ShorterBecause(StrEnum):
    """Why less was walked than was offered."""

    NO_TIME = "no_time"
    SYMPTOMS = "symptoms"
    OTHER = "other"


class AwayBecause(StrEnum):
    """Why there was no walking for some days."""

    ILLNESS = "illness"
    FALL = "fall"
    FEET = "feet"
    FLARE = "flare"


def _check_scores(scores: Mapping[Symptom, int], place: str) -> Mapping[Symptom, int]:
    if not scores:
        raise DiaryError(place, "at least one symptom has to be rated")
    for symptom, score in scores.items():
        check_score(score, f"{place}.{symptom}")
    return MappingProxyType(dict(scores))


def check_score(score: int, place: str) -> None:
    """Raise a `DiaryError` unless `score` is a whole number from 0 to 10."""
    if type(score) is not int or not SCORE_MIN <= score <= SCORE_MAX:  # a bool is an int, and no score
        raise DiaryError(place, f"has to be a whole number from {SCORE_MIN} to {SCORE_MAX}, not {score!r}")


@dataclass(frozen=True, slots=True)
class BeforeCheckIn:
    """The answers given before a walk. `settled` is None where it was not asked."""

    ratings: Mapping[Symptom, int]
    steady: Steadiness
    feet: Feet
    warning_signs: frozenset[WarningSign] = frozenset()
    settled: Settled | None = None

    def __post_init__(self) -> None:
        """Refuse scores out of 0 to 10, no score at all, and `later` for the feet."""
        object.__setattr__(self, "ratings", _check_scores(self.ratings, "ratings"))
        if self.feet is Feet.LATER:
            raise DiaryError("feet", "'later' is an answer for after the walk only")


@dataclass(frozen=True, slots=True)
class AfterCheckIn:
    """The answers given after the last part of the day's walk. `worst` and `effort` run from 0 to 10."""

    worst: Mapping[Symptom, int]
    effort: int
    could_talk: bool
    stumbled: bool
    feet: Feet
    warning_signs: frozenset[WarningSign] = frozenset()

    def __post_init__(self) -> None:
        """Refuse scores out of 0 to 10 and no score at all."""
        object.__setattr__(self, "worst", _check_scores(self.worst, "worst"))
        check_score(self.effort, "effort")


@dataclass(frozen=True, slots=True)
class DayWalk:
    """What was walked of the day's plan, all parts together, in whole minutes; brisk minutes are part of `minutes`."""

    minutes: int
    brisk_minutes: int = 0
    shorter_because: ShorterBecause | None = None

    def __post_init__(self) -> None:
        """Refuse minutes below 0 or above a day, and more brisk minutes than minutes."""
        if not 0 <= self.minutes <= 24 * 60:
            raise DiaryError("minutes", f"has to be from 0 to 1440, not {self.minutes}")
        if not 0 <= self.brisk_minutes <= self.minutes:
            raise DiaryError("brisk_minutes", f"has to be from 0 to the {self.minutes} minutes walked, not {self.brisk_minutes}")


@dataclass(frozen=True, slots=True)
class Notes:
    """What is noted on a day beside the check-ins.

    `cleared`: a professional has looked at the warning sign. `feet_seen_to`: healed, or somebody qualified has looked.
    """

    cleared: bool = False
    feet_seen_to: bool = False
    review_acknowledged: bool = False
    away_because: AwayBecause | None = None


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day of the diary. `offered` is the decision as it was shown when the day's walk began (None: not kept)."""

    date: date
    before: BeforeCheckIn | None = None
    walk: DayWalk | None = None
    after: AfterCheckIn | None = None
    notes: Notes = field(default_factory=Notes)
    offered: Decision | None = None

    def __post_init__(self) -> None:
        """Refuse an after check-in that leaves out a symptom rated before."""
        if self.before is not None and self.after is not None:
            for symptom in self.before.ratings:
                if symptom not in self.after.worst:
                    raise DiaryError(f"worst.{symptom}", "was rated before the walk and has to be rated after it")

    @property
    def walked(self) -> bool:
        """Whether any of the day's plan was walked (0 minutes is no walk)."""
        return self.walk is not None and self.walk.minutes > 0
