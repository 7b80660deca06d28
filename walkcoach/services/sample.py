"""A made-up diary for trying things out: seeded, plausible, walked by the coach's own rules.

The person it makes up follows the gentle track on six days a week, walks mostly as planned, misses a day now and then, stops
early for want of time, has symptoms that fall slowly and one flare two thirds of the way, answers the monthly question as soon
as it is asked, and was told about each of the last weeks. The same `today`, `weeks` and `seed` make the same diary.
"""

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final
from uuid import UUID

from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision, Rule
from walkcoach.core.diary import (
    AfterCheckIn,
    AwayBecause,
    BeforeCheckIn,
    DiaryDay,
    Feet,
    Notes,
    Settled,
    ShorterBecause,
    Steadiness,
)
from walkcoach.core.fold import after_day
from walkcoach.core.programme import Programme, Track
from walkcoach.core.progress import first_day_of_week
from walkcoach.core.slow_signs import SlowAnswers, is_due
from walkcoach.core.symptoms import SCORE_MAX, SCORE_MIN, SlowSign, Symptom
from walkcoach.services.folded_diary import FoldedDiary, walk_of
from walkcoach.services.ports import DiaryStore, Profile, StoredDiary, WalkKind, WalkRecord
from walkcoach.services.week_reviews import review_of, review_to_json

DEFAULT_SEED: Final = 4
MOST_WEEKS: Final = 1200
"""Some twenty years and more: as long as a diary is ever tried with."""
_FOLLOWED: Final = ((Symptom.TINGLING, 4.6), (Symptom.NUMBNESS, 3.6), (Symptom.BURNING, 2.8))
"""Each symptom with its mean score at the start."""
_PROGRAMME: Final = Programme(track=Track.GENTLE, walk_days=frozenset(range(6)))
_FALL: Final = 0.45
"""The share of a symptom that has gone by the end."""
_FLARE_DAYS: Final = 5
_FLARE_POINTS: Final = 2.2
_MISSED: Final = 0.06
_MISSED_IN_FLARE: Final = 0.3
_NO_TIME: Final = 0.05
_NOT_CHECKED_IN_AFTER: Final = 0.02
_SLOW_SIGN: Final = 0.08
_WEEKS_TOLD: Final = 12
_STROLL: Final = 0.3
"""How often a rest day has a walk beside the plan."""


def write_sample(store: DiaryStore, today: date, weeks: int, seed: int = DEFAULT_SEED, zone: tzinfo = UTC) -> None:
    """Fill the empty `store` with `weeks` weeks that end the day before `today`, in one go.

    Raises `Trouble` where there is a diary already, and a `ValueError` unless `weeks` is from 1 to 1200.
    """
    diary = made_up(today, weeks, seed, zone)
    store.fill(diary, _at(today - timedelta(days=1), 20 * 60, zone))


def made_up(today: date, weeks: int, seed: int, zone: tzinfo = UTC) -> StoredDiary:
    """The made-up diary as a value. Raises a `ValueError` unless `weeks` is from 1 to 1200."""
    if not 1 <= weeks <= MOST_WEEKS:
        raise ValueError(f"from 1 to {MOST_WEEKS} weeks can be made up, not {weeks}")
    days = 7 * weeks
    first = today - timedelta(days=days)
    person = _Person(random.Random(seed), days, zone)
    for number in range(days):
        person.live(number, first + timedelta(days=number))
    diary = StoredDiary(
        before=person.before,
        after=person.after,
        notes=person.notes,
        offers=person.offers,
        walks=tuple(person.walks),
        programmes={first: _PROGRAMME},
        profile=Profile(welcomed=True, followed=tuple(symptom for symptom, _mean in _FOLLOWED), used_to_walking=False),
        slow_answers=_months(next(iter(person.before), None), today, seed),
    )
    return replace(diary, week_reviews=_told_weeks(diary, today))


def _told_weeks(diary: StoredDiary, today: date) -> dict[date, str]:
    """The last weeks that are over, as they were told about, from Monday to Sunday."""
    folded, this_week = FoldedDiary(diary), first_day_of_week(today, 0)
    weeks = [this_week - timedelta(weeks=ago) for ago in range(_WEEKS_TOLD, 0, -1)]
    return {week: review_to_json(review_of(folded, week, today)) for week in weeks if folded.days() and week >= folded.days()[0]}


def _months(first: date | None, today: date, seed: int) -> dict[date, SlowAnswers]:
    """The monthly question, answered on each day before `today` that asks it; with a chance of its own."""
    chance = random.Random(seed)
    told: dict[date, SlowAnswers] = {}
    last: dict[date, SlowAnswers] = {}
    day = first or today
    while day < today:
        if is_due(last, first, day):
            last = {day: SlowAnswers({sign: chance.random() < _SLOW_SIGN for sign in SlowSign})}
            told |= last
        day += timedelta(days=1)
    return told


@dataclass(slots=True)
class _Person:
    """Somebody who keeps a diary of `days` days; `chance` decides where their life is not decided by the coach."""

    chance: random.Random
    days: int
    zone: tzinfo
    state: CoachState = field(default_factory=CoachState.begin)
    before: dict[date, BeforeCheckIn] = field(default_factory=dict)
    after: dict[date, AfterCheckIn] = field(default_factory=dict)
    notes: dict[date, Notes] = field(default_factory=dict)
    offers: dict[date, Decision] = field(default_factory=dict)
    walks: list[WalkRecord] = field(default_factory=list)

    def live(self, number: int, today: date) -> None:
        """One day, counted from 0."""
        day = DiaryDay(today)
        if today.weekday() not in _PROGRAMME.walk_days:
            if self.chance.random() < _STROLL:
                self._walk(today, self.chance.randint(10, 25) * 60, 0, WalkKind.BY_HAND)
            return
        flare = self._flare(number)
        if number and self.chance.random() < (_MISSED_IN_FLARE if flare else _MISSED):
            if flare:
                self._end(replace(day, notes=Notes(away_because=AwayBecause.FLARE)))
            return
        day = replace(day, before=self._morning(number, flare))
        decision = decide(self.state, day, _PROGRAMME, walking=True)
        if Rule.REVIEW_DUE in decision.rules:
            day = replace(day, notes=Notes(review_acknowledged=True))
            decision = decide(self.state, day, _PROGRAMME, walking=True)
        if not decision.segments:
            self._end(day)
            return
        self._take(day, decision, flare)

    def _take(self, day: DiaryDay, decision: Decision, flare: float) -> None:
        """Walk what is offered, or most of it, and check in after it."""
        total_s = sum(segment.length_s for segment in decision.segments)
        shorter = ShorterBecause.NO_TIME if self.chance.random() < _NO_TIME else None
        walked_s = total_s * self.chance.uniform(0.5, 0.85) if shorter else float(total_s)
        walk = self._walk(day.date, walked_s, _brisk_s(decision, walked_s), WalkKind.PLANNED, shorter)
        after = None
        if day.before is not None and self.chance.random() >= _NOT_CHECKED_IN_AFTER:
            after = self._evening(day.before, decision, flare)
        self.offers[day.date] = decision
        self._end(replace(day, walk=walk_of([walk]), after=after, offered=decision))

    def _end(self, day: DiaryDay) -> None:
        """Write the day down and remember it as the coach does."""
        if day.before is not None:
            self.before[day.date] = day.before
        if day.after is not None:
            self.after[day.date] = day.after
        if day.notes != Notes():
            self.notes[day.date] = day.notes
        self.state = after_day(self.state, day, _PROGRAMME)

    def _flare(self, number: int) -> float:
        """Points that the flare adds on the day, rising and falling."""
        begins = self.days * 2 // 3
        if self.days < 3 * _FLARE_DAYS or not begins <= number < begins + _FLARE_DAYS:
            return 0.0
        middle = (_FLARE_DAYS - 1) / 2
        return _FLARE_POINTS * (1 - abs(number - begins - middle) / _FLARE_DAYS)

    def _morning(self, number: int, flare: float) -> BeforeCheckIn:
        gone = 1 - _FALL * number / self.days
        ratings = {symptom: _score(self.chance.gauss(mean * gone + flare, 0.4)) for symptom, mean in _FOLLOWED}
        settled = None
        if self.state.ask_settled:
            settled = self.chance.choices(list(Settled), weights=(74, 22, 3, 0.5 + 4 * flare))[0]
        feet = Feet.UNCHECKED if self.chance.random() < 0.02 else Feet.FINE
        steady = Steadiness.LESS_STEADY if self.chance.random() < 0.02 + 0.1 * flare else Steadiness.AS_USUAL
        return BeforeCheckIn(ratings, steady, feet, settled=settled)

    def _evening(self, before: BeforeCheckIn, decision: Decision, flare: float) -> AfterCheckIn:
        harder = 0.15 if decision.brisk_minutes else 0.0
        worst = dict(before.ratings)
        for symptom in self.chance.sample(list(worst), k=2):
            rise = self.chance.choices((0, 1, 2, 3), weights=(66, 30 + 40 * harder, 2 + 8 * harder, 0.4 + 2 * flare))[0]
            worst[symptom] = min(SCORE_MAX, worst[symptom] + rise)
        effort = _score(self.chance.gauss(3.4 + 7 * harder, 0.7))
        return AfterCheckIn(worst, effort, could_talk=effort < 8, stumbled=self.chance.random() < 0.01, feet=Feet.FINE)

    def _walk(
        self, day: date, walked_s: float, brisk_s: float, kind: WalkKind, shorter: ShorterBecause | None = None
    ) -> WalkRecord:
        started = _at(day, self.chance.randint(8 * 60, 17 * 60), self.zone)
        ended = (started.astimezone(UTC) + timedelta(seconds=walked_s + self.chance.randint(10, 90))).astimezone(self.zone)
        uid = UUID(int=self.chance.getrandbits(128), version=4)
        walk = WalkRecord(uid, day, kind, started, ended, walked_s, brisk_s, shorter)
        self.walks.append(walk)
        return walk


def _at(day: date, minute: int, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60), zone)


def _brisk_s(decision: Decision, walked_s: float) -> float:
    """Seconds at brisk pace among the first `walked_s` of the plan."""
    brisk_s = 0.0
    for segment in decision.segments:
        part_s = min(segment.length_s, walked_s)
        walked_s -= part_s
        brisk_s += part_s if segment.brisk else 0
    return brisk_s


def _score(value: float) -> int:
    return max(SCORE_MIN, min(SCORE_MAX, round(value)))
