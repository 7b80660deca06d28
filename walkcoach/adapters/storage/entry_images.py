"""An entry as the rows that keep it, and back: the image of an entry is one row and the rows that hang on it.

Images are plain values, so that they can stand in the undo list as JSON. `TABLES` says where each kind lies. A row that makes no
value of the core raises a `ValueError`, `TypeError` or `KeyError`: the file is damaged, and nothing is made up in its place.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from walkcoach.core.decision import Decision
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
from walkcoach.core.programme import BriskPlacement, Programme, Track
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services import encode
from walkcoach.services.entries import Entry, EntryKind, EntryValue
from walkcoach.services.ports import Profile, WalkKind, WalkRecord

Cell = str | int | float | None
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Image:
    """The rows of one entry. `hanging` are those of other tables that belong to it, in order, by table.

    Of these, the column that refers to the entry may be left out.
    """

    row: Row
    hanging: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    def to_json(self) -> str:
        """The image as text."""
        rows = {table: [dict(row) for row in rows] for table, rows in self.hanging.items()}
        return json.dumps({"row": dict(self.row), "hanging": rows}, ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def from_json(text: str) -> "Image":
        """The image that `to_json` wrote."""
        kept = json.loads(text)
        return Image(kept["row"], {table: tuple(rows) for table, rows in kept["hanging"].items()})


@dataclass(frozen=True, slots=True)
class Table:
    """Where a kind lies: its table, the columns that no two rows share, the rows that hang on it, and the part of a check-in."""

    name: str
    unique: tuple[str, ...] = ("day",)
    hanging: tuple[tuple[str, str, str], ...] = ()
    """(table, the column that refers to the entry, the order of its rows)."""
    part: str | None = None
    order: str = "day"


_ON_CHECK_IN: Final = (("rating", "check_in_id", "number"), ("warning_sign", "check_in_id", "sign"))

TABLES: Final[Mapping[EntryKind, Table]] = MappingProxyType(
    {
        EntryKind.PROFILE: Table("profile", ("one",), order="one"),
        EntryKind.PROGRAMME: Table("programme"),
        EntryKind.BEFORE: Table("check_in", ("day", "part"), _ON_CHECK_IN, "before"),
        EntryKind.AFTER: Table("check_in", ("day", "part"), _ON_CHECK_IN, "after"),
        EntryKind.NOTES: Table("note"),
        EntryKind.OFFER: Table("offer"),
        EntryKind.WALK: Table("walk", ("id",), (("symptom_mark", "walk_id", "number"),), order="started_at, id"),
        EntryKind.SLOW_ANSWERS: Table("monthly_question", hanging=(("slow_sign_answer", "question_id", "sign"),)),
        EntryKind.REMARK: Table("remark"),
        EntryKind.WEEK_REVIEW: Table("week_review"),
    }
)
"""Every kind of entry with its table."""


def image_of(entry: Entry) -> Image:
    """The rows that keep `entry`. A moment without a zone is a `ValueError`."""
    row: dict[str, Cell] = {"id": str(entry.id), "day": entry.day.isoformat(), **_said(entry.said)}
    value = entry.value
    match value:
        case BeforeCheckIn():
            return Image(
                row | {"part": "before", "steady": value.steady, "settled": value.settled, "feet": value.feet},
                _hanging_on_check_in(value.ratings, value.warning_signs),
            )
        case AfterCheckIn():
            said = {"effort": value.effort, "could_talk": int(value.could_talk), "stumbled": int(value.stumbled)}
            return Image(row | {"part": "after", "feet": value.feet} | said, _hanging_on_check_in(value.worst, value.warning_signs))
        case Notes():
            flags = {"cleared": value.cleared, "feet_seen_to": value.feet_seen_to, "review_acknowledged": value.review_acknowledged}
            return Image(row | {name: int(flag) for name, flag in flags.items()} | {"away_because": value.away_because})
        case Decision():
            shown = {"minutes": value.minutes, "brisk_minutes": value.brisk_minutes, "decision": encode.decision_to_json(value)}
            return Image(row | shown)
        case Programme():
            return Image(row | _programme_cells(value))
        case Profile():
            return Image({name: cell for name, cell in row.items() if name != "day"} | _profile_cells(value))
        case SlowAnswers():
            told = ({"sign": str(sign), "new_or_worse": int(worse)} for sign, worse in value.new_or_worse.items())
            return Image(row | {"answered": int(value.answered)}, {"slow_sign_answer": tuple(told)})
        case WalkRecord():
            return _image_of_walk(value)
        case str():
            return Image(row | {"text" if entry.kind is EntryKind.REMARK else "review": value})


def entry_of(kind: EntryKind, image: Image) -> Entry:
    """The entry that `image` keeps."""
    row = image.row
    if kind is EntryKind.WALK:
        said = encode.moment_from_text(row["started_at"], row["zone"])
        return Entry(kind, UUID(row["id"]), date.fromisoformat(row["day"]), said, value_of(kind, image))
    said = encode.moment_from_text(row["said_at"], row["zone"])
    return Entry(kind, UUID(row["id"]), day_of(kind, image, said), said, value_of(kind, image))


def day_of(kind: EntryKind, image: Image, said: datetime | None = None) -> date:
    """The day that the entry is about; of the profile, the day on which it was said."""
    if kind is EntryKind.PROFILE:
        return (said or encode.moment_from_text(image.row["said_at"], image.row["zone"])).date()
    return date.fromisoformat(image.row["day"])


def value_of(kind: EntryKind, image: Image) -> EntryValue:
    """The value that `image` keeps."""
    return _VALUES[kind](image.row, image.hanging)


def flag(value: int) -> bool:
    """What stands as 0 or 1 in the file."""
    if value not in (0, 1):
        raise ValueError(f"{value!r} is neither yes nor no")
    return bool(value)


_Hanging = Mapping[str, tuple[Row, ...]]


def _before(row: Row, hanging: _Hanging) -> BeforeCheckIn:
    return BeforeCheckIn(
        ratings={Symptom(each["symptom"]): each["score"] for each in hanging["rating"]},
        steady=Steadiness(row["steady"]),
        feet=Feet(row["feet"]),
        warning_signs=frozenset(WarningSign(each["sign"]) for each in hanging["warning_sign"]),
        settled=None if row["settled"] is None else Settled(row["settled"]),
    )


def _after(row: Row, hanging: _Hanging) -> AfterCheckIn:
    return AfterCheckIn(
        worst={Symptom(each["symptom"]): each["score"] for each in hanging["rating"]},
        effort=row["effort"],
        could_talk=flag(row["could_talk"]),
        stumbled=flag(row["stumbled"]),
        feet=Feet(row["feet"]),
        warning_signs=frozenset(WarningSign(each["sign"]) for each in hanging["warning_sign"]),
    )


def _notes(row: Row, _hanging: _Hanging) -> Notes:
    reason = row["away_because"]
    return Notes(
        cleared=flag(row["cleared"]),
        feet_seen_to=flag(row["feet_seen_to"]),
        review_acknowledged=flag(row["review_acknowledged"]),
        away_because=None if reason is None else AwayBecause(reason),
    )


def _offer(row: Row, _hanging: _Hanging) -> Decision:
    return encode.decision_from_json(row["decision"])


def _programme(row: Row, _hanging: _Hanging) -> Programme:
    return Programme(
        track=Track(row["track"]),
        start_min=row["start_min"],
        step_min=row["step_min"],
        step_max=row["step_max"],
        walk_goal_min=row["walk_goal_min"],
        first_brisk_min=row["first_brisk_min"],
        brisk_goal_min=row["brisk_goal_min"],
        brisk_placement=BriskPlacement(row["brisk_placement"]),
        max_bout_min=row["max_bout_min"],
        walk_days=encode.weekdays_from_json(row["walk_days"]),
        brisk_ok=flag(row["brisk_ok"]),
    )


def _profile(row: Row, _hanging: _Hanging) -> Profile:
    return Profile(
        welcomed=flag(row["welcomed"]),
        followed=tuple(Symptom(word) for word in encode.words_from_json(row["followed"])),
        ask_first=frozenset(encode.words_from_json(row["ask_first"])),
        clinician_agreed=flag(row["clinician_agreed"]),
        uses_glucose_lowering=flag(row["uses_glucose_lowering"]),
        reduced_feeling=row["reduced_feeling"],
        age_band=row["age_band"],
        used_to_walking=None if row["used_to_walking"] is None else flag(row["used_to_walking"]),
        emergency_number=row["emergency_number"],
    )


def _slow_answers(row: Row, hanging: _Hanging) -> SlowAnswers:
    told = {each["sign"]: each["new_or_worse"] for each in hanging["slow_sign_answer"]}
    said = SlowAnswers({SlowSign(sign): flag(answer) for sign, answer in told.items()})
    if said.answered != flag(row["answered"]):
        raise ValueError("answers where it was put off, or none where it was answered")
    return said


def _walk(row: Row, hanging: _Hanging) -> WalkRecord:
    reason = row["shorter_because"]
    return WalkRecord(
        id=UUID(row["id"]),
        day=date.fromisoformat(row["day"]),
        kind=WalkKind(row["kind"]),
        started=encode.moment_from_text(row["started_at"], row["zone"]),
        ended=encode.moment_from_text(row["ended_at"], row["zone"]),
        walked_s=float(row["walked_s"]),
        brisk_s=float(row["brisk_s"]),
        shorter_because=None if reason is None else ShorterBecause(reason),
        symptom_marks_s=tuple(float(mark["at_s"]) for mark in hanging["symptom_mark"]),
        time_known=flag(row["time_known"]),
    )


def _text(row: Row, _hanging: _Hanging) -> str:
    return str(row["text"])


def _review(row: Row, _hanging: _Hanging) -> str:
    return str(row["review"])


_VALUES: Final[Mapping[EntryKind, Callable[[Row, _Hanging], EntryValue]]] = MappingProxyType(
    {
        EntryKind.PROFILE: _profile,
        EntryKind.PROGRAMME: _programme,
        EntryKind.BEFORE: _before,
        EntryKind.AFTER: _after,
        EntryKind.NOTES: _notes,
        EntryKind.OFFER: _offer,
        EntryKind.WALK: _walk,
        EntryKind.SLOW_ANSWERS: _slow_answers,
        EntryKind.REMARK: _text,
        EntryKind.WEEK_REVIEW: _review,
    }
)


def _said(moment: datetime) -> dict[str, Cell]:
    return {"said_at": encode.moment_to_text(moment), "zone": encode.zone_to_text(moment)}


def _hanging_on_check_in(ratings: Mapping[Symptom, int], signs: frozenset[WarningSign]) -> _Hanging:
    scores = [{"number": number, "symptom": str(symptom), "score": ratings[symptom]} for number, symptom in enumerate(ratings)]
    return {"rating": tuple(scores), "warning_sign": tuple({"sign": str(sign)} for sign in sorted(signs))}


def _programme_cells(programme: Programme) -> dict[str, Cell]:
    return {
        "track": programme.track,
        "start_min": programme.start_min,
        "step_min": programme.step_min,
        "step_max": programme.step_max,
        "walk_goal_min": programme.walk_goal_min,
        "first_brisk_min": programme.first_brisk_min,
        "brisk_goal_min": programme.brisk_goal_min,
        "brisk_placement": programme.brisk_placement,
        "max_bout_min": programme.max_bout_min,
        "walk_days": encode.weekdays_to_json(programme.walk_days),
        "brisk_ok": int(programme.brisk_ok),
    }


def _profile_cells(profile: Profile) -> dict[str, Cell]:
    return {
        "one": 1,
        "welcomed": int(profile.welcomed),
        "followed": encode.words_to_json(profile.followed),
        "ask_first": encode.words_to_json(sorted(profile.ask_first)),
        "clinician_agreed": int(profile.clinician_agreed),
        "uses_glucose_lowering": int(profile.uses_glucose_lowering),
        "reduced_feeling": profile.reduced_feeling,
        "age_band": profile.age_band,
        "used_to_walking": None if profile.used_to_walking is None else int(profile.used_to_walking),
        "emergency_number": profile.emergency_number,
    }


def _image_of_walk(walk: WalkRecord) -> Image:
    marks = tuple({"number": number, "at_s": at_s} for number, at_s in enumerate(walk.symptom_marks_s))
    return Image(
        {
            "id": str(walk.id),
            "day": walk.day.isoformat(),
            "kind": walk.kind,
            "started_at": encode.moment_to_text(walk.started),
            "ended_at": encode.moment_to_text(walk.ended),
            "zone": encode.zone_to_text(walk.started),
            "walked_s": walk.walked_s,
            "brisk_s": walk.brisk_s,
            "shorter_because": walk.shorter_because,
            "time_known": int(walk.time_known),
        },
        {"symptom_mark": marks},
    )
