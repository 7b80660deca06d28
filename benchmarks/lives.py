"""A walker's life with the coach, day by day, in core terms: check in, look at the offer, walk, check in.

What a person does about an offer lives here (too little time, a walk cut short, more than was asked for, days away); what the
body makes of it is in `walkers`. Nothing here is drawn that is not in the walker's seed.
"""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from benchmarks.walkers import SYMPTOMS, Answer, Body, Kind, Luck, Traits, luck_of, traits_of
from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState, Lock
from walkcoach.core.decision import Decision, DecisionKind
from walkcoach.core.diary import (
    AfterCheckIn,
    AwayBecause,
    BeforeCheckIn,
    DayWalk,
    DiaryDay,
    Feet,
    Notes,
    ShorterBecause,
    Steadiness,
)
from walkcoach.core.fold import step
from walkcoach.core.programme import Programme
from walkcoach.core.symptoms import SCORE_MAX, WarningSign

FIRST_DAY: Final = date(2026, 1, 5)
"""A Monday. The date means nothing: it only has to be one."""
SEEN_TO_DAYS: Final = 8
"""Days until a professional has looked at a foot or a warning sign."""
REVIEW_TALK_DAYS: Final = 10
"""Days until the talk that a review asks for."""
FAINTS: Final = 1 / 700
"""Chance a day of a warning sign that locks the plan."""
STOPS_AT: Final = 5.0
"""Provoked points at which people stop early."""


@dataclass(frozen=True, slots=True)
class Lived:
    """One day as it was lived. Minutes are whole; `share` is the walk's load against what the body bears (0 without a walk)."""

    number: int
    decision: Decision | None
    minutes: int = 0
    brisk_minutes: int = 0
    share: float = 0.0
    capacity: float = 0.0
    review_begins: bool = False


class Walker:
    """One person and one coach. `lives` runs the days; everything comes from the seed, the kind and the number."""

    def __init__(self, kind: Kind, number: int, seed: int, programme: Programme) -> None:
        """A walker who has not walked yet. The track bears on nothing but the coach."""
        rng = random.Random(f"{seed} {number}")
        self.kind = kind
        self._traits: Traits = traits_of(kind, rng)
        self._rng = rng
        self._programme = programme
        self._body = Body(self._traits)
        self._state = CoachState.begin()
        self._last_answer: Answer | None = None
        self._locked_days = 0
        self._review_days = 0

    def lives(self, days: int) -> tuple[Lived, ...]:
        """The first `days` days."""
        return tuple(self._day(number, luck_of(self._rng)) for number in range(days))

    def _day(self, number: int, luck: Luck) -> Lived:
        today = FIRST_DAY + timedelta(number)
        self._body.wake(luck)
        review_before = self._state.review_due
        notes = self._notes()
        if self._body.ill_days or luck.time > self._traits.walks:
            self._body.rest()
            self._stay_away(today, notes)
            lived = Lived(number, None)
        else:
            asked = DiaryDay(today, self._before(luck), notes=notes)
            lived = self._walk(number, asked, decide(self._state, asked, self._programme, walking=True), luck)
        return replace(lived, capacity=self._body.capacity, review_begins=self._state.review_due and not review_before)

    def _notes(self) -> Notes:
        """What is written on the day: a professional has looked, the talk has been had, why one is away."""
        locks = self._state.locks
        self._locked_days = self._locked_days + 1 if locks else 0
        self._review_days = self._review_days + 1 if self._state.review_due else 0
        seen_to = self._locked_days > SEEN_TO_DAYS
        return Notes(
            cleared=seen_to and Lock.WARNING_SIGN in locks,
            feet_seen_to=seen_to and Lock.FEET_NEW in locks,
            review_acknowledged=self._review_days > REVIEW_TALK_DAYS,
            away_because=AwayBecause.ILLNESS if self._body.ill_days and self.kind is not Kind.FORGETFUL else None,
        )

    def _stay_away(self, today: date, notes: Notes) -> None:
        if notes != Notes():
            _, self._state = step(self._state, DiaryDay(today, notes=notes), self._programme)

    def _before(self, luck: Luck) -> BeforeCheckIn | None:
        traits = self._traits
        if luck.check_before > traits.checks:
            return None
        asks = self._state.ask_settled and self._last_answer is not None
        return BeforeCheckIn(
            dict(zip(SYMPTOMS, self._body.scores(luck), strict=False)),
            _steadiness(luck.steadiness, traits.unsteady),
            self._feet(luck),
            frozenset({WarningSign.FAINT_OR_DIZZY}) if luck.foot_trouble > 1 - FAINTS else frozenset(),
            self._last_answer.settled if asks and self._last_answer else None,
        )

    def _feet(self, luck: Luck) -> Feet:
        """New foot trouble is found by looking; overload makes it three times as likely."""
        traits = self._traits
        if luck.feet > traits.looks:
            return Feet.UNCHECKED
        strained = self._last_answer is not None and self._last_answer.share > 1.3
        return Feet.NEW if luck.foot_trouble < traits.foot_trouble * (3 if strained else 1) else Feet.FINE

    def _walk(self, number: int, asked: DiaryDay, decision: Decision, luck: Luck) -> Lived:
        """Walk what was offered, or what this person makes of it. Who stops early has done the harm of the whole walk already."""
        minutes, brisk = self._wants(decision, luck)
        if minutes == 0:
            self._body.rest()
            _, self._state = step(self._state, asked, self._programme)
            return Lived(number, decision)
        why = None
        if luck.mood > 0.97:
            minutes, brisk, why = max(5, minutes // 2), brisk // 2, ShorterBecause.NO_TIME
        answer = self._body.walk(minutes, brisk, luck)
        if max(answer.provoked) >= STOPS_AT and self.kind is not Kind.STUBBORN:
            minutes, brisk, why = max(5, minutes * 7 // 10), brisk * 7 // 10, ShorterBecause.SYMPTOMS
        shorter = why if minutes < decision.minutes else None
        walk = DayWalk(minutes, brisk, shorter)
        after = self._after(asked.before, answer, luck)
        walked = DiaryDay(asked.date, asked.before, walk, after, asked.notes, decision)
        self._last_answer = answer
        _, self._state = step(self._state, walked, self._programme)
        return Lived(number, decision, minutes, brisk, answer.share)

    def _wants(self, decision: Decision, luck: Luck) -> tuple[int, int]:
        """Minutes and brisk minutes that this person sets out for."""
        if decision.kind is DecisionKind.NO_WALK:
            stubborn = self.kind is Kind.STUBBORN and luck.mood < 0.4
            return (10, 0) if stubborn else (0, 0)
        if self._body.flaring and 0.2 < luck.mood < 0.45:
            return 0, 0
        minutes, brisk = decision.minutes, decision.brisk_minutes
        if self.kind is Kind.STUBBORN and decision.kind is DecisionKind.EASY_DAY and luck.mood < 0.6:
            minutes = decision.standing.minutes
        minutes = round(minutes * self._traits.more)
        return minutes, min(minutes, round(brisk * self._traits.more))

    def _after(self, before: BeforeCheckIn | None, answer: Answer, luck: Luck) -> AfterCheckIn | None:
        traits = self._traits
        if luck.check_after > traits.checks:
            return None
        mornings = tuple(before.ratings.values()) if before else self._body.scores(luck)
        return AfterCheckIn(
            {
                symptom: min(SCORE_MAX, max(0, score + provoked))
                for symptom, score, provoked in zip(SYMPTOMS, mornings, answer.provoked, strict=False)
            },
            answer.effort,
            could_talk=answer.effort <= 7,
            stumbled=luck.steadiness > 1 - traits.unsteady / 2,
            feet=Feet.FINE if luck.feet < traits.looks else Feet.UNCHECKED,
        )


def _steadiness(chance: float, unsteady: float) -> Steadiness:
    if chance < unsteady / 8:
        return Steadiness.MUCH_LESS_STEADY
    return Steadiness.LESS_STEADY if chance < unsteady else Steadiness.AS_USUAL
