"""The page for the clinician as facts: what was walked, said and changed in some weeks. Values only; no sum is made here.

Nothing here judges: a median is a median, and what it means is for the reader to say (coaching.md, section 8). Minutes are
whole, scores run from 0 to 10, and every list of dates begins with the newest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from walkcoach.core.coach_state import Lock
from walkcoach.core.decision import DecisionKind, Rule, Standing
from walkcoach.core.diary import AwayBecause, Settled, ShorterBecause, Steadiness
from walkcoach.core.programme import Programme
from walkcoach.core.progress import Week
from walkcoach.core.suggestion import AskFirst
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign

SPANS_WEEKS: Final = (4, 12, 26)
"""The spans that a page can be about, in weeks."""


@dataclass(frozen=True, slots=True)
class Middle:
    """Scores as their median, how many there were, the lowest and the highest."""

    median: float
    count: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class SymptomFacts:
    """One symptom: scores before walks and worst during them, None where not rated; its usual as the span begins and ends."""

    symptom: Symptom
    before: Middle | None
    worst: Middle | None
    usual_then: float | None
    usual_now: float | None


@dataclass(frozen=True, slots=True)
class WalkAnswers:
    """What was said at check-ins besides scores. `steady`, `settled` count answers; the rest are dates, or counts as named.

    `mornings` are the check-ins before walks, `feet_looked_at` those of them at which the feet had been looked at.
    """

    mornings: int
    effort: Middle | None
    could_not_talk: tuple[date, ...]
    stumbled: tuple[date, ...]
    steady: Mapping[Steadiness, int]
    much_less_steady: tuple[date, ...]
    settled: Mapping[Settled, int]
    feet_looked_at: int


@dataclass(frozen=True, slots=True)
class SignFacts:
    """A warning sign and the days on which it was told, before or after a walk."""

    sign: WarningSign
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class LockFacts:
    """A time in which the plan was off. `since` None: since before the span. `lifted` None: it still is."""

    lock: Lock
    since: date | None
    lifted: date | None


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """A time in which a talk with a clinician was asked for. `since` None: since before the span. `noted` None: still asked."""

    since: date | None
    noted: date | None


@dataclass(frozen=True, slots=True)
class StepFacts:
    """A walked day on which the plan stepped back: the level before and after, and the rules that fired."""

    day: date
    before_min: int
    before_brisk_min: int
    left: Standing
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeChange:
    """A programme that holds from `day` on, and the one before; None before the first."""

    day: date
    before: Programme | None
    after: Programme


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """How the plan went on the walked days of the span, and where it stands at its end.

    `held_by` counts walked days on which the plan stayed as it was, by each hold that was true; several may be on one day.
    `begun`: there has been a first walk, so that the level is one that was walked. `ask_first` are the questions of the
    welcome that were answered with yes, `agreed` the person's word that a clinician has agreed.
    """

    standing: Standing
    programme: Programme
    begun: bool
    locks: frozenset[Lock]
    ask_first: tuple[AskFirst, ...]
    agreed: bool
    grown: int
    held: int
    held_by: Mapping[Rule, int]
    step_backs: tuple[StepFacts, ...]
    easy_days: tuple[date, ...]
    changes: tuple[ProgrammeChange, ...]
    reviews: tuple[ReviewFacts, ...]


@dataclass(frozen=True, slots=True)
class DayFacts:
    """One day on which something was walked, said or due, for the table. `missed`: a walk was due and not taken.

    `decision` is what the day was called, None where it was neither walked nor checked in; `steady` only where it was less.
    `shorter` is the person's own reason for walking less than was offered, where one was given.
    """

    day: date
    decision: DecisionKind | None
    offered_min: int
    minutes: int
    brisk_min: int
    missed: bool
    before: Mapping[Symptom, int]
    worst: Mapping[Symptom, int]
    effort: int | None
    could_not_talk: bool = False
    stumbled: bool = False
    steady: Steadiness | None = None
    feet_new: bool = False
    signs: tuple[WarningSign, ...] = ()
    away: AwayBecause | None = None
    shorter: ShorterBecause | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All that the page says. The span runs from `first_day` to `last_day`, which is the day on which it is made.

    `weeks` are those of the Progress page, up to this moment. `walks_done` of `walks_due` are walks of the plan; one that
    is due on the last day counts only once it is walked. `other_walks` are beside the plan and count in the minutes.
    `notes` are those that the person chose, newest first.
    """

    weeks_asked: int
    first_day: date
    last_day: date
    diary_since: date | None
    weeks: tuple[Week, ...]
    walks_done: int
    walks_due: int
    minutes: int
    brisk_min: int
    other_walks: int
    other_min: int
    symptoms: tuple[SymptomFacts, ...]
    answers: WalkAnswers
    signs: tuple[SignFacts, ...]
    feet_new: tuple[date, ...]
    locks: tuple[LockFacts, ...]
    plan: PlanFacts
    away: tuple[tuple[date, AwayBecause], ...]
    slow: tuple[tuple[date, tuple[SlowSign, ...]], ...]
    notes: tuple[tuple[date, str], ...] = ()
    days: tuple[DayFacts, ...] = field(default=(), repr=False)
