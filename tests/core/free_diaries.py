"""Free diaries for Hypothesis: any programme in its whole range, and days as wild as people and their check-ins may be.

Hypothesis draws a tape of bytes and the writer reads it choice by choice, which is quick enough for thousands of diaries. A
zero always stands for the ordinary choice, so that what fails shrinks to a few odd days among good ones. What was walked is a
share of what is offered, which the coach is asked for on the way.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Final, TypeVar

from hypothesis import strategies as st

from tests.builders import MONDAY, after, before
from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState, Lock
from walkcoach.core.decision import Decision
from walkcoach.core.diary import (
    AfterCheckIn,
    AwayBecause,
    BeforeCheckIn,
    DayWalk,
    DiaryDay,
    Feet,
    Notes,
    Settled,
    ShorterBecause,
    Steadiness,
)
from walkcoach.core.fold import step
from walkcoach.core.programme import BriskPlacement, Programme, Track, most_brisk_min
from walkcoach.core.symptoms import Symptom, WarningSign

T = TypeVar("T")


@dataclass(frozen=True)
class Told:
    """A day between two states: what the coach knew, what it answered, and what it knows then."""

    day: DiaryDay
    programme: Programme
    state: CoachState
    decision: Decision
    left: CoachState


@dataclass(frozen=True)
class FreeDiary:
    """Days whose dates rise, as they were told while the diary was written."""

    told: tuple[Told, ...]

    @property
    def days(self) -> tuple[tuple[DiaryDay, Programme], ...]:
        """Each day with the programme that holds on it."""
        return tuple((told.day, told.programme) for told in self.told)

    def __repr__(self) -> str:
        """Every day on a line of its own, for whoever reads a failure."""
        return "\n".join(["FreeDiary:", *(f"  {told.day!r} {told.programme!r}" for told in self.told)])


class _Tape:
    """Bytes read one by one; past the end all is ordinary."""

    def __init__(self, tape: bytes) -> None:
        self._left: Iterator[int] = iter(tape)
        self.read = 0
        self._length = len(tape)

    @property
    def ended(self) -> bool:
        """Whether nothing is left to read."""
        return self.read >= self._length

    def pick(self, *options: T) -> T:
        """One of up to 256 options, the first for a zero."""
        self.read += 1
        return options[next(self._left, 0) % len(options)]

    def number(self, low: int, high: int) -> int:
        """A whole number, the lowest for a zero."""
        numbers: Sequence[int] = range(low, high + 1)
        return self.pick(*numbers)

    def chance(self, in_256: int) -> bool:
        """Whether something rare happens; never for a zero."""
        self.read += 1
        return next(self._left, 0) > 255 - in_256


def diaries(chapters: int = 30) -> st.SearchStrategy[FreeDiary]:
    """Diaries of up to so many chapters: a run of good days, a run of bad ones, a single odd day, silence, another programme."""
    return st.integers(1, chapters).flatmap(lambda count: st.binary(min_size=18 + 6 * count, max_size=18 + 6 * count)).map(diary_of)


# --- programmes ------------------------------------------------------------------------------------------------------


def _programme(tape: _Tape) -> Programme:
    """Any programme, every field in its whole range; small goals come more often, so that they are reached."""
    goal = tape.pick(30, 30, 30, 35, 40, 60, 60, tape.number(30, 60))
    step_max = tape.pick(5, 5, 4, 3, 2)
    return Programme(
        track=tape.pick(*Track),
        start_min=tape.pick(None, 30, 30, 25, 10, 5, tape.number(5, 30)),
        step_min=tape.number(2, step_max),
        step_max=step_max,
        walk_goal_min=goal,
        first_brisk_min=tape.pick(5, 4, 3, 2),
        brisk_goal_min=tape.pick(15, most_brisk_min(goal), tape.number(15, most_brisk_min(goal))),
        brisk_placement=tape.pick(*BriskPlacement),
        max_bout_min=tape.pick(15, *range(3, 15)),
        walk_days=tape.pick(_ALL_WEEK, _ALL_WEEK, frozenset({0, 2, 4}), frozenset({1, 2, 5, 6}), frozenset(range(6))),
        brisk_ok=not tape.chance(50),
    )


_ALL_WEEK: Final = frozenset(range(7))

# --- days ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Answers:
    """The two check-ins and the notes of a day."""

    before: BeforeCheckIn
    after: AfterCheckIn
    notes: Notes = field(default_factory=Notes)


Oddity = Callable[[_Answers], _Answers]


def _morning(**said: Any) -> Oddity:
    return lambda answers: replace(answers, before=replace(answers.before, **said))


def _evening(**said: Any) -> Oddity:
    return lambda answers: replace(answers, after=replace(answers.after, **said))


def _noted(**said: Any) -> Oddity:
    return lambda answers: replace(answers, notes=replace(answers.notes, **said))


def _cramps_too(answers: _Answers) -> _Answers:
    """Another symptom, worse while walking."""
    ratings = {**answers.before.ratings, Symptom.CRAMPS: 2}
    worst = {**answers.after.worst, Symptom.CRAMPS: 4}
    return replace(answers, before=replace(answers.before, ratings=ratings), after=replace(answers.after, worst=worst))


def _burning_after(answers: _Answers) -> _Answers:
    """A symptom that was not rated before the walk."""
    return replace(answers, after=replace(answers.after, worst={**answers.after.worst, Symptom.BURNING: 3}))


_ODDITIES: Final[Sequence[Oddity]] = (
    *(_morning(settled=settled) for settled in Settled for _ in range(3)),
    *(_morning(feet=feet) for feet in (Feet.UNCHECKED, Feet.UNCHECKED, Feet.NEW)),
    *(_morning(steady=steady) for steady in (Steadiness.LESS_STEADY, Steadiness.MUCH_LESS_STEADY) for _ in range(2)),
    *(_morning(warning_signs=frozenset({sign})) for sign in WarningSign),
    *(_evening(feet=feet) for feet in (Feet.UNCHECKED, Feet.LATER, Feet.NEW)),
    *(_evening(warning_signs=frozenset({sign})) for sign in WarningSign),
    *(_evening(effort=effort) for effort in (4, 5, 5, 6, 6, 7, 10)),
    *(_evening(could_talk=False), _evening(stumbled=True), _cramps_too, _burning_after) * 2,
    *(_noted(away_because=because) for because in AwayBecause),
    *(_noted(cleared=True), _noted(feet_seen_to=True), _noted(review_acknowledged=True)),
)

_WALKED: Final = ("all", "all", "all", "none", "just enough", "not quite", "half", "no time", "more", "zero", "stubborn")
_LEFT_OUT: Final = ("", "", "", "", "", "", "", "before", "after", "both")
_ABOVE: Final = (0, 0, 0, 0, 1, 1, 2, 3, 5, -1)
_PROVOKED: Final = (0, 0, 0, 1, 1, 2, 2, 3, 4, 6, -1)


class _Writer:
    """Writes a diary from a tape, day after day."""

    def __init__(self, tape: _Tape) -> None:
        self._tape = tape
        self._programme = _programme(tape)
        self._today = MONDAY + timedelta(days=tape.number(0, 6))
        self._usual = tape.number(0, 6)
        self._odd = tape.pick(30, 10, 60, 120)
        self._state = CoachState.begin()
        self.told: list[Told] = []

    def chapter(self) -> None:
        """Write the next one, in about six bytes of tape."""
        tape = self._tape
        kind = tape.pick("good", "odd", "odd", "odd", "odd", "good", "bad", "silence", "good", "odd", "odd", "programme")
        if kind == "good":
            for _ in range(tape.number(1, 9)):
                self._write(_Answers(before(self._usual), after(self._usual)), "all")
        elif kind == "bad":
            above, provoked, walked = tape.pick(*_ABOVE), tape.pick(*_PROVOKED), tape.pick("all", "all", "half")
            for _ in range(tape.pick(2, 3, 7, 8)):
                self._write(self._felt(above, provoked), walked)
        elif kind == "silence":
            self._today += timedelta(days=tape.pick(1, 2, 3, 4, 6, 7, 13, 14, 28))
        elif kind == "programme":
            self._programme = _programme(tape)
        else:
            self._odd_day()

    def _odd_day(self) -> None:
        tape = self._tape
        answers = self._felt(tape.pick(*_ABOVE), tape.pick(*_PROVOKED))
        while tape.chance(self._odd + 60):
            answers = tape.pick(*_ODDITIES)(answers)
        walked, left_out = tape.pick(*_WALKED), tape.pick(*_LEFT_OUT)
        self._write(answers, walked, left_out)

    def _felt(self, above: int, provoked: int) -> _Answers:
        """Tingling so much above the usual, so much worse while walking."""
        score = min(10, max(0, self._usual + above))
        return _Answers(before(score), after(min(10, max(0, score + provoked))))

    def _write(self, answers: _Answers, walked: str, left_out: str = "") -> None:
        written = DiaryDay(
            self._today,
            None if left_out in ("before", "both") else answers.before,
            notes=self._looked_after(answers.notes),
        )
        walk = _walk(walked, self._state, written, self._programme)
        # A check-in after no walk is made only if there is something to say.
        silent = left_out in ("after", "both") or (walk is None and not answers.after.warning_signs)
        written = replace(written, walk=walk, after=None if silent else answers.after)
        decision, left = step(self._state, written, self._programme)
        self.told.append(Told(written, self._programme, self._state, decision, left))
        self._state = left
        self._today += timedelta(days=1)

    def _looked_after(self, noted: Notes) -> Notes:
        """The day's notes; whoever is locked out or due for a review sees to it, sooner or later."""
        if self._state.locks and self._tape.chance(120):
            return replace(
                noted,
                cleared=noted.cleared or Lock.WARNING_SIGN in self._state.locks,
                feet_seen_to=noted.feet_seen_to or Lock.FEET_NEW in self._state.locks,
            )
        if self._state.review_due and self._tape.chance(80):
            return replace(noted, review_acknowledged=True)
        return noted


def diary_of(tape: bytes) -> FreeDiary:
    """The diary that is written on `tape`."""
    reading = _Tape(tape)
    writer = _Writer(reading)
    while not reading.ended:
        writer.chapter()
    return FreeDiary(tuple(writer.told))


def _walk(walked: str, state: CoachState, day: DiaryDay, programme: Programme) -> DayWalk | None:
    """What was walked, as a share of what the day offers."""
    if walked == "none":
        return None
    if walked == "zero":
        return DayWalk(0)
    offered = decide(state, day, programme, walking=walked == "stubborn")
    if walked == "stubborn":
        return DayWalk(offered.minutes or 20, offered.brisk_minutes, None)
    if not offered.minutes:
        return None
    minutes, brisk = offered.minutes, offered.brisk_minutes
    because = ShorterBecause.NO_TIME if walked == "no time" else None
    shares = {"just enough": (-(-minutes * 9 // 10), brisk), "not quite": (minutes, -(-brisk * 9 // 10) - 1)}
    shares |= {"half": (minutes // 2, brisk // 2), "no time": (minutes // 2, brisk // 2), "more": (minutes + 30, brisk + 10)}
    least, most = shares.get(walked, (minutes, brisk))
    return DayWalk(max(1, least), max(0, min(most, least)), because)
