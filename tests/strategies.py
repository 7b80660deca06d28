"""Any value that the diary may hold, for tests whose input is free. Two answers about one day always fit each other."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from walkcoach.core.decision import Decision, DecisionKind, Evidence, Rule, Stage, Standing
from walkcoach.core.diary import (
    AfterCheckIn,
    AwayBecause,
    BeforeCheckIn,
    Feet,
    Notes,
    Settled,
    ShorterBecause,
    Steadiness,
)
from walkcoach.core.programme import BriskPlacement, Programme, Track, most_brisk_min
from walkcoach.core.segments import Pace, Segment
from walkcoach.core.slow_signs import NOT_NOW, SlowAnswers
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services.entries import Entry, EntryKind, EntryValue, walk_entry
from walkcoach.services.ports import Checkpoint, Profile, StoredDiary, WalkKind, WalkRecord

scores = st.integers(0, 10)
days = st.dates(date(2025, 12, 25), date(2026, 2, 5))
few_days = st.dates(date(2026, 1, 5), date(2026, 1, 8))
signs = st.frozensets(st.sampled_from(WarningSign), max_size=3)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
zones: st.SearchStrategy[tzinfo] = st.sampled_from(
    [
        ZoneInfo("Europe/Berlin"),
        ZoneInfo("America/St_Johns"),
        ZoneInfo("Asia/Tokyo"),
        UTC,
        timezone(timedelta(hours=-3, minutes=-30)),
    ]
)
symptoms = (Symptom.TINGLING, Symptom.NUMBNESS, Symptom.CRAMPS)
"""Those that any check-in of these tests rates; an after check-in rates them all, so that it fits every morning."""


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    """An aware moment in some zone."""
    since = timedelta(microseconds=draw(st.integers(0, 640 * 24 * 3600 * 1_000_000)))
    return (datetime(2025, 3, 1, tzinfo=UTC) + since).astimezone(draw(zones))


befores = st.builds(
    BeforeCheckIn,
    ratings=st.dictionaries(st.sampled_from(symptoms), scores, min_size=1),
    steady=st.sampled_from(Steadiness),
    feet=st.sampled_from([Feet.FINE, Feet.NEW, Feet.UNCHECKED]),
    warning_signs=signs,
    settled=st.none() | st.sampled_from(Settled),
)
afters = st.builds(
    AfterCheckIn,
    worst=st.tuples(scores, scores, scores).map(lambda worst: dict(zip(symptoms, worst, strict=True))),
    effort=scores,
    could_talk=st.booleans(),
    stumbled=st.booleans(),
    feet=st.sampled_from(Feet),
    warning_signs=signs,
)
notes = st.builds(Notes, st.booleans(), st.booleans(), st.booleans(), st.none() | st.sampled_from(AwayBecause))
slow_answers = st.just(NOT_NOW) | st.builds(SlowAnswers, new_or_worse=st.fixed_dictionaries(dict.fromkeys(SlowSign, st.booleans())))
remarks = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40) | st.sampled_from(
    ['She said "slow", I said, and we walked\r\non; at 5 °C', "=SUM(A1:A9)", "مشيت اليوم ببطء", "👟🦶🏽 fine", "\ttab, 'quote'\n"]
)
"""Notes in the person's own words, the awkward ones of every day among them."""
week_reviews = st.dictionaries(words, st.integers() | words, max_size=3).map(json.dumps)
segments = st.lists(st.builds(Segment, st.sampled_from(Pace), st.integers(1, 3600)), max_size=8).map(tuple)


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Any programme within its ranges."""
    walk_goal = draw(st.integers(30, 60))
    step_min = draw(st.integers(2, 5))
    return Programme(
        track=draw(st.sampled_from(Track)),
        start_min=draw(st.none() | st.integers(5, 30)),
        step_min=step_min,
        step_max=draw(st.integers(step_min, 5)),
        walk_goal_min=walk_goal,
        first_brisk_min=draw(st.integers(2, 5)),
        brisk_goal_min=draw(st.integers(15, most_brisk_min(walk_goal))),
        brisk_placement=draw(st.sampled_from(BriskPlacement)),
        max_bout_min=draw(st.integers(3, 15)),
        walk_days=draw(st.frozensets(st.integers(0, 6), min_size=3)),
        brisk_ok=draw(st.booleans()),
    )


standings = st.builds(
    Standing, st.sampled_from(Stage), st.integers(5, 60), st.integers(0, 60), st.integers(0, 30), st.integers(0, 3)
)
evidences = st.builds(
    Evidence,
    before_minutes=st.integers(0, 60),
    last_walk=st.none() | days,
    above_usual=st.integers(-10, 10).map(lambda halves: halves / 2),
    above_usual_symptom=st.none() | st.sampled_from(Symptom),
    provoked=st.none() | st.integers(-10, 10),
    provoked_symptom=st.none() | st.sampled_from(Symptom),
    settled=st.none() | st.sampled_from(Settled).map(str),
    effort=st.none() | scores,
    missed_deeper=st.booleans(),
)
offers = st.builds(
    Decision,
    kind=st.sampled_from(DecisionKind),
    rules=st.lists(st.sampled_from(Rule), max_size=5, unique=True).map(tuple),
    standing=standings,
    segments=segments,
    real_step_back=st.booleans(),
    evidence=evidences,
)
profiles = st.builds(
    Profile,
    welcomed=st.booleans(),
    followed=st.lists(st.sampled_from(Symptom), min_size=1, max_size=4, unique=True).map(tuple),
    ask_first=st.frozensets(words, max_size=3),
    clinician_agreed=st.booleans(),
    uses_glucose_lowering=st.booleans(),
    reduced_feeling=st.none() | words,
    age_band=st.none() | words,
    used_to_walking=st.none() | st.booleans(),
    emergency_number=words,
)
seconds = st.floats(0, 7200, allow_nan=False)


@st.composite
def walks(draw: st.DrawFn, ids: st.SearchStrategy[UUID] = st.uuids()) -> WalkRecord:  # noqa: B008 - a strategy is no value
    """Any walk."""
    started = draw(moments())
    walked_s = draw(seconds)
    return WalkRecord(
        id=draw(ids),
        day=draw(days),
        kind=draw(st.sampled_from(WalkKind)),
        started=started,
        ended=(started.astimezone(UTC) + timedelta(seconds=walked_s)).astimezone(started.tzinfo),
        walked_s=walked_s,
        brisk_s=draw(st.floats(0, walked_s, allow_nan=False)),
        shorter_because=draw(st.none() | st.sampled_from(ShorterBecause)),
        symptom_marks_s=tuple(draw(st.lists(seconds, max_size=3))),
        time_known=draw(st.booleans()),
    )


@st.composite
def checkpoints(draw: st.DrawFn, ids: st.SearchStrategy[UUID] = st.uuids()) -> Checkpoint:  # noqa: B008 - a strategy is no value
    """Any walk under way."""
    walk = draw(walks(ids))
    return Checkpoint(
        walk.id, walk.day, walk.kind, walk.started, walk.ended, draw(segments), walk.walked_s, walk.brisk_s, walk.symptom_marks_s
    )


diaries = st.builds(
    StoredDiary,
    before=st.dictionaries(days, befores, max_size=3),
    after=st.dictionaries(days, afters, max_size=3),
    notes=st.dictionaries(days, notes, max_size=3),
    offers=st.dictionaries(days, offers, max_size=3),
    walks=st.lists(walks(), max_size=3, unique_by=lambda walk: walk.id).map(tuple),
    programmes=st.dictionaries(days, programmes(), max_size=3),
    profile=profiles,
    slow_answers=st.dictionaries(days, slow_answers, max_size=3),
    remarks=st.dictionaries(days, remarks, max_size=3),
    week_reviews=st.dictionaries(days, week_reviews, max_size=2),
)


@st.composite
def entries(
    draw: st.DrawFn,
    on: st.SearchStrategy[date] = days,
    ids: st.SearchStrategy[UUID] = st.uuids(),  # noqa: B008 - a strategy is no value
) -> Entry:
    """Any entry of any kind about one of the days `on`."""
    kind = draw(st.sampled_from(EntryKind))
    if kind is EntryKind.WALK:
        return walk_entry(replace(draw(walks(ids)), day=draw(on)))
    said = draw(moments())
    return Entry(kind, draw(ids), said.date() if kind is EntryKind.PROFILE else draw(on), said, draw(_VALUES[kind]))


_VALUES: dict[EntryKind, st.SearchStrategy[EntryValue]] = {
    EntryKind.PROFILE: profiles,
    EntryKind.PROGRAMME: programmes(),
    EntryKind.BEFORE: befores,
    EntryKind.AFTER: afters,
    EntryKind.NOTES: notes,
    EntryKind.OFFER: offers,
    EntryKind.SLOW_ANSWERS: slow_answers,
    EntryKind.REMARK: remarks,
    EntryKind.WEEK_REVIEW: week_reviews,
}
