"""What a day's notes and its check-in before the walk change, before anything is decided (section 4, rules 1, 2 and 6)."""

from dataclasses import dataclass, replace
from typing import Final

from walkcoach.core.coach_state import CoachState, Lock
from walkcoach.core.diary import BeforeCheckIn, DiaryDay, Feet, Notes, Settled
from walkcoach.core.symptoms import LOCKING, TODAY_ONLY, Symptom, WarningSign

WORSE: Final = 2
"""Points above usual that count as worse (Farrar 2001)."""
WORSE_MORNINGS: Final = 7
_SETTLED_ORDER: Final = tuple(Settled)
_NO_NOTES: Final = Notes()


@dataclass(frozen=True, slots=True)
class Morning:
    """The state with the day's notes and first check-in taken in, and M with the symptom that gave it.

    `m` is 0 without a check-in; `previous_m` is M of the check-in before today's, 0 without one. `score` and `usual` are
    those of `symptom`. `not_today`: a sign that stops today's walk only.
    """

    state: CoachState
    m: float = 0
    previous_m: float = 0
    symptom: Symptom | None = None
    score: int = 0
    usual: float = 0
    not_today: bool = False


def morning_of(state: CoachState, day: DiaryDay) -> Morning:
    """Take in the notes of `day`, then its check-in before the walk."""
    noted = _with_notes(state, day)
    if day.before is None:
        return Morning(noted, previous_m=state.last_m)
    symptom, score, usual = _most_above_usual(noted, day.before)
    m = score - usual
    signs = day.before.warning_signs
    locks = noted.locks | locks_from(signs, day.before.feet)
    not_today = not TODAY_ONLY.isdisjoint(signs)
    worse_mornings = noted.worse_mornings + 1 if m >= WORSE else 0
    since = replace(
        noted.since,
        settled=_worst(noted.since.settled, day.before.settled),
        feet=day.before.feet if noted.since.feet is Feet.LATER else noted.since.feet,
        locked=noted.since.locked or bool(locks),
    )
    taken_in = replace(
        noted,
        since=since,
        locks=locks,
        after_clearance=noted.after_clearance or not_today,
        worse_mornings=worse_mornings,
        review_due=noted.review_due or worse_mornings >= WORSE_MORNINGS,
        last_m=m,
    )
    return Morning(taken_in, m, state.last_m, symptom, score, usual, not_today)


def locks_from(signs: frozenset[WarningSign], feet: Feet) -> frozenset[Lock]:
    """The locks that a check-in with these signs and this look at the feet sets."""
    locks = set()
    if not LOCKING.isdisjoint(signs):
        locks.add(Lock.WARNING_SIGN)
    if feet is Feet.NEW:
        locks.add(Lock.FEET_NEW)
    return frozenset(locks)


def _with_notes(state: CoachState, day: DiaryDay) -> CoachState:
    """Rule 1. What there is nothing to lift or to end for does nothing; a lock that is lifted today was in force until now."""
    notes = day.notes
    if notes == _NO_NOTES and not state.locks:
        return state
    lifted = set()
    if notes.cleared:
        lifted.add(Lock.WARNING_SIGN)
    if notes.feet_seen_to:
        lifted.add(Lock.FEET_NEW)
    since = replace(
        state.since,
        away=state.since.away or notes.away_because is not None,
        locked=state.since.locked or bool(state.locks),
    )
    noted = replace(
        state,
        since=since,
        locks=state.locks - lifted,
        after_clearance=state.after_clearance or not state.locks.isdisjoint(lifted),
    )
    if notes.review_acknowledged and state.review_due:
        noted = replace(noted, review_due=False, review_walks=(), worse_mornings=0)
    return noted


def _most_above_usual(state: CoachState, before: BeforeCheckIn) -> tuple[Symptom, int, float]:
    """The rated symptom most above its usual, its score and its usual; a symptom without scores has today's own for usual."""
    rows = [(symptom, score, state.usual(symptom)) for symptom, score in before.ratings.items()]
    known = [(symptom, score, score if usual is None else usual) for symptom, score, usual in rows]
    return max(known, key=lambda row: row[1] - row[2])


def _worst(earlier: Settled | None, now: Settled | None) -> Settled | None:
    answers = [answer for answer in (earlier, now) if answer is not None]
    return max(answers, key=_SETTLED_ORDER.index, default=None)
