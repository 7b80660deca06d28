"""What the coach remembers from one day to the next: the state of the fold, bounded however long the diary is.

Only values live here, and what each of them means; `coach` decides, `fold` moves the state on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from walkcoach.core.decision import DecisionKind, Stage, Standing
from walkcoach.core.diary import AfterCheckIn, Feet, Settled
from walkcoach.core.programme import Programme
from walkcoach.core.symptoms import Symptom

USUAL_SPAN: Final = 7
"""Scores that the usual looks at, at each end of the diary (section 1)."""
CREEP: Final = 2
"""Points by which the last scores may lie above the first ones before the first ones count."""
FEW_SCORES: Final = 3
"""Under so many earlier scores, the first of them is the usual."""


class Lock(StrEnum):
    """What keeps the plan off until a professional has looked."""

    WARNING_SIGN = "warning_sign"
    FEET_NEW = "feet_new"


@dataclass(frozen=True, slots=True)
class Scores:
    """The before-scores of one symptom: the first and the last ones, up to 7 each, oldest first."""

    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()

    def and_then(self, score: int) -> "Scores":
        """These scores and one more."""
        first = self.first if len(self.first) == USUAL_SPAN else (*self.first, score)
        return Scores(first, (*self.last, score)[-USUAL_SPAN:])

    @property
    def usual(self) -> float | None:
        """The usual of section 1, 0 to 10 in halves; None without a score."""
        if not self.first:
            return None
        if len(self.first) < FEW_SCORES:
            return self.first[0]
        begun, lately = _median(self.first), _median(self.last)
        return begun if lately - begun >= CREEP else lately


def _median(scores: tuple[int, ...]) -> float:
    """The middle score, or halfway between the two in the middle. Python's own brings fractions and decimals along."""
    ordered = sorted(scores)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


@dataclass(frozen=True, slots=True)
class Provoked:
    """What the last walk provoked: D with the symptom that gave it, and the peak (section 1). Scores 0 to 10."""

    most: int
    symptom: Symptom
    before: int
    worst: int
    peak: int
    peak_symptom: Symptom


@dataclass(frozen=True, slots=True)
class LastWalk:
    """The last diary day with a walk, as the rules see it. Minutes are whole.

    `provoked` is None unless both check-ins were done. `stopped_early` is under 90 % of what was offered;
    `stopped_early_twice` says that the walk before it did as well, neither for want of time.
    """

    date: date
    minutes: int
    offered_minutes: int
    kind: DecisionKind
    real_step_back: bool
    complete: bool
    provoked: Provoked | None
    after: AfterCheckIn | None
    stopped_early: bool
    for_no_time: bool
    stopped_early_twice: bool


@dataclass(frozen=True, slots=True)
class SinceLastWalk:
    """What has gathered since the last walk and is forgotten at the next one.

    `feet` is the answer after the walk, `later` until the next check-in stands for it. `stepped_back` says that the
    last walk has been counted as one that earned a step back.
    """

    settled: Settled | None = None
    feet: Feet | None = None
    visit_advised: bool = False
    away: bool = False
    locked: bool = False
    stepped_back: bool = False


@dataclass(frozen=True, slots=True)
class CoachState:
    """All that yesterday leaves to today.

    `stepped_back_on` are the dates of walks, not over 13 days old, that earned a real step back; `review_walks` are those
    not yet emptied by an acknowledged review. `worse_mornings` counts before check-ins running with M of 2 or more;
    `last_m` is M of the last one. A week is a block of 7 days from the first walk; minutes are whole.
    """

    level: Standing | None = None
    first_walk: date | None = None
    last_walk: LastWalk | None = None
    since: SinceLastWalk = field(default_factory=SinceLastWalk)
    scores: Mapping[Symptom, Scores] = field(default_factory=lambda: MappingProxyType({}))
    last_m: float = 0
    worse_mornings: int = 0
    stepped_back_on: tuple[date, ...] = ()
    review_walks: tuple[date, ...] = ()
    review_due: bool = False
    locks: frozenset[Lock] = frozenset()
    after_clearance: bool = False
    week: int = 0
    week_minutes: int = 0
    week_before_minutes: int = 0

    @staticmethod
    def begin() -> "CoachState":
        """The state before the first diary day."""
        return CoachState()

    def standing(self, programme: Programme) -> Standing:
        """Where the person stands under `programme`: goals lowered below the level lower it, `brisk_ok` false takes the brisk."""
        if self.level is None:
            return Standing(Stage.BUILD_TIME, programme.starting_min)
        brisk = min(self.level.brisk_minutes, programme.brisk_goal_min) if programme.brisk_ok else 0
        return Standing(
            self.level.stage,
            min(self.level.minutes, programme.walk_goal_min),
            brisk,
            self.level.resumed_brisk_min,
            self.level.good_walks,
        )

    def usual(self, symptom: Symptom) -> float | None:
        """The usual of `symptom` from the scores of earlier days, 0 to 10; None before the first."""
        return self.scores.get(symptom, Scores()).usual

    @property
    def ask_settled(self) -> bool:
        """Whether a check-in has to ask how soon things settled: the last walk provoked something, or nobody knows."""
        if self.last_walk is None or self.since.settled is not None:
            return False
        return self.last_walk.provoked is None or self.last_walk.provoked.most >= 1

    def week_of(self, day: date) -> tuple[int, int, int]:
        """The block of `day`, what its earlier days count, and what the block before it counted, in minutes."""
        if self.first_walk is None:
            return 0, 0, 0
        week = (day - self.first_walk).days // 7
        if week == self.week:
            return week, self.week_minutes, self.week_before_minutes
        return week, 0, self.week_minutes if week == self.week + 1 else 0
