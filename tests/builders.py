"""Short builders for check-ins, walks and days: a test names only what it is about, everything else is an ordinary good day."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from walkcoach.core.decision import Decision, DecisionKind, Rule, Stage, Standing
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
from walkcoach.core.segments import normal_only
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services.ports import Checkpoint, WalkKind, WalkRecord

MONDAY = date(2026, 1, 5)
"""A Monday, the first day of most tests."""
BERLIN = ZoneInfo("Europe/Berlin")
_NAMESPACE = UUID("5b0a4c1e-7a35-4d0e-9f57-0d2f7f0d8a11")


def before(
    score: int = 2,
    *,
    ratings: Mapping[Symptom, int] | None = None,
    steady: Steadiness = Steadiness.AS_USUAL,
    feet: Feet = Feet.FINE,
    signs: Iterable[WarningSign] = (),
    settled: Settled | None = None,
) -> BeforeCheckIn:
    """A check-in before: tingling at `score`, all else as usual."""
    rated = {Symptom.TINGLING: score} if ratings is None else ratings
    return BeforeCheckIn(rated, steady, feet, frozenset(signs), settled)


def after(
    worst: int = 2,
    *,
    ratings: Mapping[Symptom, int] | None = None,
    effort: int = 3,
    could_talk: bool = True,
    stumbled: bool = False,
    feet: Feet = Feet.FINE,
    signs: Iterable[WarningSign] = (),
) -> AfterCheckIn:
    """A check-in after: tingling at worst at `worst`, an easy effort, nothing else to tell."""
    rated = {Symptom.TINGLING: worst} if ratings is None else ratings
    return AfterCheckIn(rated, effort, could_talk, stumbled, feet, frozenset(signs))


def notes(
    *,
    cleared: bool = False,
    feet_seen_to: bool = False,
    review_acknowledged: bool = False,
    away_because: AwayBecause | None = None,
) -> Notes:
    """A day's notes."""
    return Notes(cleared, feet_seen_to, review_acknowledged, away_because)


def slow_answers(*told: SlowSign) -> SlowAnswers:
    """The monthly question answered: yes to `told`, no to the others."""
    return SlowAnswers({sign: sign in told for sign in SlowSign})


def day(
    on: date = MONDAY,
    minutes: int | None = None,
    *,
    brisk: int = 0,
    shorter: ShorterBecause | None = None,
    morning: BeforeCheckIn | None = None,
    evening: AfterCheckIn | None = None,
    noted: Notes | None = None,
    offered: Decision | None = None,
) -> DiaryDay:
    """A diary day; `minutes` None is a day without a walk."""
    walk = None if minutes is None else DayWalk(minutes, brisk, shorter)
    return DiaryDay(on, morning, walk, evening, noted or Notes(), offered)


def offer(minutes: int = 15, kind: DecisionKind = DecisionKind.START, *rules: Rule) -> Decision:
    """A decision of normal minutes only, as it might have been shown."""
    return Decision(kind, rules or (Rule.FIRST_WALK,), Standing(Stage.BUILD_TIME, minutes), normal_only(minutes))


def walk(
    on: date = MONDAY,
    minutes: float = 15,
    *,
    brisk: float = 0,
    kind: WalkKind = WalkKind.PLANNED,
    hour: int = 10,
    shorter: ShorterBecause | None = None,
    marks: tuple[float, ...] = (),
    name: str = "",
) -> WalkRecord:
    """A walk of `minutes` on the local day `on`; the same arguments make the same id."""
    started = datetime(on.year, on.month, on.day, hour, tzinfo=BERLIN)
    ended = (started.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(BERLIN)
    uid = uuid5(_NAMESPACE, f"{on} {hour} {name}")
    return WalkRecord(uid, on, kind, started, ended, minutes * 60, brisk * 60, shorter, marks)


def checkpoint(on: date = MONDAY, walked_s: float = 62.5, *, minutes: int = 15, hour: int = 10, name: str = "") -> Checkpoint:
    """A planned walk under way on `on`, `walked_s` seconds in; the id is that of `walk(on, hour=hour, name=name)`."""
    begun = walk(on, minutes, hour=hour, name=name)
    saved = (begun.started.astimezone(UTC) + timedelta(seconds=walked_s)).astimezone(BERLIN)
    return Checkpoint(begun.id, on, WalkKind.PLANNED, begun.started, saved, normal_only(minutes), walked_s, 0.0)


def moment(on: date = MONDAY, hour: int = 9, minute: int = 0) -> datetime:
    """An aware moment in Berlin."""
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=BERLIN)
