"""Virtual walkers: who they are, and how a body answers a load. A model for trying out numbers, not a claim about anybody.

**Load** is minutes at normal pace; a brisk minute counts one and a half (about 4.5 against 3 METs).

**Capacity** is the load that a body bears without symptoms. A walk raises it by `gain` × (what was walked as a share of
capacity − 0.6), less and less towards the person's `ceiling`; more than 1.2 times capacity trains no better. A day without a
walk costs 0.4 %, a day of illness 1 %, both down to 70 % of the first capacity. A walk of more than one and a half times
capacity costs 1.5 %.

**Provoked points** grow from 90 % of capacity on, by `sensitivity` for each further 100 %; half of the load above capacity of
the days before counts as well. A flare makes it half as much again.

**Settling** takes longer with the points, times `slowness`. What has not settled is an **ache** on the mornings after.

**Mornings** are the person's own level, plus ache, plus a flare, plus a slow `creep` where the illness itself gets worse, plus
the day's noise. **Flares** come of themselves and after overload; **illness** and other trouble come of themselves.

**Luck** of a day is drawn whole before anything is decided, so one walker has the same luck on every track.
"""

import random
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from walkcoach.core.diary import Settled
from walkcoach.core.symptoms import SCORE_MAX, SCORE_MIN, Symptom

BRISK_LOAD: Final = 1.5
"""Load of a brisk minute, in minutes at normal pace."""
SYMPTOMS: Final = (Symptom.TINGLING, Symptom.BURNING, Symptom.CRAMPS)

_BEST_STIMULUS: Final = 1.2
_LEAST_STIMULUS: Final = 0.6
_PROVOKES_FROM: Final = 0.9
_HARMS_FROM: Final = 1.5
_SETTLED: Final = ((1.0, Settled.WITHIN_30MIN), (2.5, Settled.WITHIN_2H), (4.5, Settled.SAME_DAY))
"""(slow points under, answer); more is not settled by morning."""


class Kind(StrEnum):
    """The kinds of walkers that the coach has to do right by."""

    STEADY_IMPROVER = "steady improver"
    SLOW_SETTLER = "slow settler"
    FLARE_PRONE = "flare-prone"
    NUMB_FOOTED = "numb-footed"
    FORGETFUL = "forgetful"
    STUBBORN = "stubborn"
    WAVERING = "wavering answers"
    A_LITTLE_WORSE = "always a little worse"


@dataclass(frozen=True, slots=True)
class Traits:
    """What does not change about a walker.

    Minutes of load: `capacity`, `ceiling`. Shares of capacity a day: `gain`. Scores: `sensitivity` (points for 100 % too much),
    `own_level`, `noise` (standard deviation), `creep` (points a day, up to `most_creep`), `flare_height`. Chances a day:
    `flares`, `illness`, `walks` (has the time), `checks` (does a check-in), `looks` (at the feet), `foot_trouble`,
    `unsteady`. `more` is walked for each minute offered.
    """

    capacity: float
    ceiling: float
    gain: float = 0.05
    sensitivity: float = 6.0
    slowness: float = 0.9
    symptoms: int = 1
    own_level: float = 2.0
    noise: float = 0.5
    creep: float = 0.0
    most_creep: float = 0.0
    flares: float = 1 / 150
    flare_height: float = 2.5
    illness: float = 1 / 180
    walks: float = 0.94
    checks: float = 0.99
    looks: float = 0.99
    foot_trouble: float = 1 / 900
    unsteady: float = 0.01
    more: float = 1.0


@dataclass(frozen=True, slots=True)
class Luck:
    """What a day throws: chances from 0 to 1, noises with mean 0 and standard deviation 1, one for each symptom where two."""

    morning: tuple[float, float, float]
    walking: tuple[float, float, float]
    settling: float
    effort: float
    flare: float
    flare_days: float
    illness: float
    ill_days: float
    time: float
    check_before: float
    check_after: float
    feet: float
    foot_trouble: float
    steadiness: float
    mood: float


def traits_of(kind: Kind, rng: random.Random) -> Traits:
    """A walker of `kind`, drawn from `rng`: always the same number of draws, so kinds of one number share a body."""
    capacity = rng.uniform(25, 50)
    ceiling = rng.uniform(85, 140)
    gain = rng.uniform(0.035, 0.06)
    level = rng.uniform(1, 4)
    leaning = rng.random()
    creep = 1 / rng.uniform(30, 75)
    match kind:
        case Kind.STEADY_IMPROVER:
            return Traits(capacity, ceiling, gain, own_level=level)
        case Kind.SLOW_SETTLER:
            return Traits(capacity * 0.8, ceiling * 0.9, gain * 0.7, slowness=1.8 + 0.6 * leaning, own_level=level)
        case Kind.FLARE_PRONE:
            return Traits(capacity, ceiling, gain, symptoms=2, own_level=level, flares=1 / 28, flare_height=2.5 + 2 * leaning)
        case Kind.NUMB_FOOTED:
            return Traits(
                capacity, ceiling, gain, 1.5, own_level=0.5, looks=0.9, foot_trouble=1 / 300, unsteady=0.04 + 0.04 * leaning
            )
        case Kind.FORGETFUL:
            return Traits(capacity, ceiling, gain, own_level=level, walks=0.6 + 0.2 * leaning, checks=0.8, looks=0.85)
        case Kind.STUBBORN:
            return Traits(capacity, ceiling, gain, own_level=level, walks=0.99, more=1.15 + 0.45 * leaning)
        case Kind.WAVERING:
            return Traits(capacity, ceiling, gain, symptoms=3, own_level=3.0, noise=0.85 + 0.3 * leaning)
        case Kind.A_LITTLE_WORSE:
            return Traits(capacity, ceiling * 0.9, gain, own_level=level, creep=creep, most_creep=1.5 + 2.5 * leaning)


def luck_of(rng: random.Random) -> Luck:
    """The next day's luck."""
    gauss, chance = rng.gauss, rng.random
    return Luck(
        (gauss(0, 1), gauss(0, 1), gauss(0, 1)),
        (gauss(0, 1), gauss(0, 1), gauss(0, 1)),
        gauss(0, 1),
        gauss(0, 1),
        *(chance() for _ in range(11)),
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a walk did: how hard it was, what it provoked, how soon it settled. `share` is its load against capacity."""

    share: float
    points: float
    provoked: tuple[int, ...]
    effort: int
    settled: Settled


class Body:
    """A walker's body from day to day. `wake` begins a day; then `walk`, or `rest`."""

    def __init__(self, traits: Traits) -> None:
        """A body before its first walk."""
        self.traits = traits
        self.capacity = traits.capacity
        self.ill_days = 0
        self._ache = 0.0
        self._tired = 0.0
        self._creep = 0.0
        self._flare_days = 0
        self._overload = 0.0

    @property
    def flaring(self) -> bool:
        """Whether a flare is on."""
        return self._flare_days > 0

    def wake(self, luck: Luck) -> None:
        """A night is over: aches fade, flares and illness begin and end."""
        traits = self.traits
        self._ache *= 0.45 if traits.slowness < 1 else 0.65
        self._tired *= 0.5
        self._creep = min(traits.most_creep, self._creep + traits.creep)
        self._flare_days = max(0, self._flare_days - 1)
        self.ill_days = max(0, self.ill_days - 1)
        if not self._flare_days and luck.flare < traits.flares + 0.15 * self._overload:
            self._flare_days = 2 + int(6 * luck.flare_days)
        if not self.ill_days and luck.illness < traits.illness:
            self.ill_days = 3 + int(9 * luck.ill_days**2)
        self._overload = 0.0

    def scores(self, luck: Luck) -> tuple[int, ...]:
        """This morning's score of each symptom."""
        traits = self.traits
        level = traits.own_level + self._creep + self._ache + (traits.flare_height if self.flaring else 0.0)
        return tuple(_score(level + traits.noise * noise) for noise in luck.morning[: traits.symptoms])

    def rest(self) -> None:
        """A day without a walk."""
        lost = 0.01 if self.ill_days else 0.004
        self.capacity = max(0.7 * self.traits.capacity, self.capacity * (1 - lost))

    def walk(self, minutes: float, brisk: float, luck: Luck) -> Answer:
        """Walk `minutes`, of which `brisk` are brisk."""
        traits = self.traits
        load = minutes + (BRISK_LOAD - 1) * brisk
        share = (load + 0.5 * self._tired) / self.capacity
        points = traits.sensitivity * max(0.0, share - _PROVOKES_FROM) * (1.5 if self.flaring else 1.0)
        slow = traits.slowness * points
        felt = slow + 0.6 * luck.settling
        answer = Answer(
            share,
            points,
            tuple(max(0, round(points + traits.noise * noise)) for noise in luck.walking[: traits.symptoms]),
            _score(1.0 + 2.5 * share + (1.0 if brisk else 0.0) + 0.6 * luck.effort),
            next((answer for under, answer in _SETTLED if felt < under), Settled.NOT_BY_MORNING),
        )
        self._ache += 0.35 * max(0.0, slow - 1)
        self._tired += max(0.0, load - self.capacity)
        self._overload = max(0.0, share - 1.3)
        stimulus = max(0.0, min(share, _BEST_STIMULUS) - _LEAST_STIMULUS)
        self.capacity *= 1 + traits.gain * stimulus * max(0.0, 1 - self.capacity / traits.ceiling)
        if share > _HARMS_FROM:
            self.capacity *= 0.985
        return answer


def _score(level: float) -> int:
    return min(SCORE_MAX, max(SCORE_MIN, round(level)))
