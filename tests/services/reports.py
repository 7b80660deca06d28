"""Diaries for the tests of the page for the clinician: an ordinary one, and one so full that nothing of it fits."""

import random
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from walkcoach.core.diary import AfterCheckIn, AwayBecause, BeforeCheckIn, Feet, Notes, Settled, Steadiness
from walkcoach.core.programme import Programme, Track
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.core.suggestion import AskFirst
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services.ports import Profile, StoredDiary, WalkKind, WalkRecord

REMARKS = (
    "The path by the river, slowly. " * 40,
    "הלכתי היום בפארק וזה היה נעים מאוד, אבל הרגל כאבה קצת. " * 8,
    "🙂🙃 good\n\nand\tsteady",
    "x" * 3000,
    "شعرت بوخز في القدم اليسرى",
    "Łódź, ñandú, “quoted” — and a dash",
)
"""Long, from right to left, with pictures, without a space, in other letters."""


def overfull(today: date, weeks: int) -> StoredDiary:
    """Every day before `today`: all symptoms, five signs at each check-in, a changed programme, a long note, 366 minutes."""
    chance = random.Random(7)
    before: dict[date, BeforeCheckIn] = {}
    after: dict[date, AfterCheckIn] = {}
    notes: dict[date, Notes] = {}
    programmes: dict[date, Programme] = {}
    slow: dict[date, SlowAnswers] = {}
    remarks: dict[date, str] = {}
    walks: list[WalkRecord] = []
    for ago in range(7 * weeks, 0, -1):
        day = today - timedelta(days=ago)
        before[day] = BeforeCheckIn(
            {symptom: chance.randint(0, 10) for symptom in Symptom},
            chance.choice(list(Steadiness)),
            chance.choice((Feet.FINE, Feet.NEW, Feet.UNCHECKED)),
            frozenset(chance.sample(list(WarningSign), 5)),
            chance.choice(list(Settled)),
        )
        after[day] = AfterCheckIn(
            {symptom: chance.randint(0, 10) for symptom in Symptom},
            chance.randint(0, 10),
            could_talk=chance.random() < 0.5,
            stumbled=chance.random() < 0.5,
            feet=chance.choice(list(Feet)),
            warning_signs=frozenset(chance.sample(list(WarningSign), 5)),
        )
        notes[day] = Notes(
            cleared=True, feet_seen_to=True, review_acknowledged=True, away_because=chance.choice(list(AwayBecause))
        )
        started = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        kind = chance.choice(list(WalkKind))
        walks.append(WalkRecord(UUID(int=ago), day, kind, started, started + timedelta(hours=7), 21_960.0, 9_960.0))
        remarks[day] = chance.choice(REMARKS)
        programmes[day] = Programme(
            track=chance.choice(list(Track)),
            brisk_goal_min=chance.randint(15, 60),
            walk_days=frozenset(chance.sample(range(7), 4)),
            brisk_ok=chance.random() < 0.5,
        )
        slow[day] = SlowAnswers({sign: chance.random() < 0.7 for sign in SlowSign})
    return StoredDiary(
        before=before,
        after=after,
        notes=notes,
        walks=tuple(walks),
        programmes=programmes,
        slow_answers=slow,
        remarks=remarks,
        profile=Profile(welcomed=True, followed=tuple(Symptom)[:4], ask_first=frozenset(AskFirst)),
    )
