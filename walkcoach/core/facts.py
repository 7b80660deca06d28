"""What the rules of `coach` ask about, and the person's own numbers for the sentences that explain them."""

from dataclasses import dataclass, replace

from walkcoach.core.coach_state import LastWalk
from walkcoach.core.decision import Evidence, Stage, Standing
from walkcoach.core.diary import DiaryDay, Feet, Settled, Steadiness
from walkcoach.core.morning import Morning
from walkcoach.core.programme import GOOD_WALKS_NEEDED, Programme
from walkcoach.core.symptoms import BOOK_VISIT


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules ask about: the last walk, this morning and the days between."""

    last: LastWalk
    morning: Morning
    standing: Standing
    day: DiaryDay
    days_since: int
    missed: int
    rest_day_walk: bool
    review_due: bool

    @property
    def m(self) -> float:
        """Today against usual."""
        return self.morning.m

    @property
    def d(self) -> int:
        """What the last walk provoked; 0 where it is not known (then `check_in_missing` holds)."""
        return self.last.provoked.most if self.last.provoked else 0

    @property
    def peak(self) -> int:
        """The worst score of the last walk; 0 where it is not known."""
        return self.last.provoked.peak if self.last.provoked else 0

    @property
    def settled(self) -> Settled | None:
        """The worst answer since the last walk, today's included."""
        return self.morning.state.since.settled

    @property
    def building(self) -> bool:
        """Whether the stage is `build_time`."""
        return self.standing.stage is Stage.BUILD_TIME

    @property
    def effort(self) -> int:
        """Effort of the last walk, 0 to 10; 0 where it is not known."""
        return self.last.after.effort if self.last.after else 0

    @property
    def steady(self) -> Steadiness:
        """How steady today; as usual where it is not known."""
        return self.day.before.steady if self.day.before else Steadiness.AS_USUAL

    @property
    def feet_not_checked(self) -> bool:
        """Whether the feet were not looked at, before today or after the last walk."""
        today = self.day.before is not None and self.day.before.feet is Feet.UNCHECKED
        return today or self.morning.state.since.feet is Feet.UNCHECKED

    @property
    def visit_advised(self) -> bool:
        """Whether there was a sign to book a visit for, before today or after the last walk."""
        today = self.day.before is not None and not BOOK_VISIT.isdisjoint(self.day.before.warning_signs)
        return today or self.morning.state.since.visit_advised


def evidence_of(
    morning: Morning,
    standing: Standing,
    facts: Facts | None = None,
    review_walks: int = 0,
    programme: Programme | None = None,
    week_budget_minutes: int = 0,
) -> Evidence:
    """The person's own numbers, for the sentences."""
    state = morning.state
    evidence = Evidence(
        before_minutes=standing.minutes,
        before_brisk_minutes=standing.brisk_minutes,
        above_usual=morning.m,
        above_usual_symptom=morning.symptom,
        above_usual_score=morning.score,
        above_usual_usual=morning.usual,
        settled=state.since.settled,
        good_walks=standing.good_walks,
        review_worse_mornings=state.worse_mornings,
    )
    if facts is None or programme is None:
        return evidence
    last = facts.last
    provoked = last.provoked
    return replace(
        evidence,
        last_walk=last.date,
        last_walked_minutes=last.minutes,
        last_offered_minutes=last.offered_minutes,
        provoked=provoked.most if provoked else None,
        provoked_symptom=provoked.symptom if provoked else None,
        provoked_before=provoked.before if provoked else 0,
        provoked_worst=provoked.worst if provoked else 0,
        peak=provoked.peak if provoked else None,
        peak_symptom=provoked.peak_symptom if provoked else None,
        effort=last.after.effort if last.after else None,
        missed_days=facts.missed,
        missed_deeper=facts.missed > 0 and (state.since.away or state.since.locked),
        good_walks_needed=GOOD_WALKS_NEEDED[programme.track],
        review_step_backs=review_walks,
        week_budget_minutes=week_budget_minutes,
    )
