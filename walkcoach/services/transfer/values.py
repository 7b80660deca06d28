"""An entry of the diary as a plain value: objects, lists, texts and numbers, in full words. `transfer_reading` is the way back.

This is what both exports are made of: JSON writes these values as they are, CSV spreads them over tables. docs/export-format.md
says what each field means. A field more or less, or another meaning, is another `VERSION`: an older program then refuses the
file in one line, instead of losing what it does not know.
"""

from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, Final

from walkcoach.core.decision import Decision, Evidence, Standing
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes
from walkcoach.core.programme import Programme
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.core.symptoms import SlowSign
from walkcoach.services import encode
from walkcoach.services.entries import Entry, EntryKind, EntryValue
from walkcoach.services.ports import Profile, WalkRecord

FORMAT: Final = "walkcoach-diary"
VERSION: Final = 1

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Plain = dict[str, Any]


def plain_entry(entry: Entry) -> Plain:
    """The entry as a plain value."""
    return {
        "id": str(entry.id),
        "kind": str(entry.kind),
        "day": entry.day.isoformat(),
        "said": entry.said.isoformat(),
        "zone": encode.zone_to_text(entry.said),
        "value": _plain_value(entry.kind, entry.value),
    }


def _plain_value(kind: EntryKind, value: EntryValue) -> Plain:
    match value:
        case BeforeCheckIn():
            return {
                "ratings": {str(symptom): score for symptom, score in value.ratings.items()},
                "steady": str(value.steady),
                "feet": str(value.feet),
                "settled": _word(value.settled),
                "warning_signs": sorted(map(str, value.warning_signs)),
            }
        case AfterCheckIn():
            return {
                "worst": {str(symptom): score for symptom, score in value.worst.items()},
                "effort": value.effort,
                "could_talk": value.could_talk,
                "stumbled": value.stumbled,
                "feet": str(value.feet),
                "warning_signs": sorted(map(str, value.warning_signs)),
            }
        case Notes():
            return {
                "cleared": value.cleared,
                "feet_seen_to": value.feet_seen_to,
                "review_acknowledged": value.review_acknowledged,
                "away_because": _word(value.away_because),
            }
        case Decision():
            return _plain_decision(value)
        case Programme():
            named = {field.name: _plain_field(getattr(value, field.name)) for field in fields(Programme)}
            return named | {"walk_days": {name: number in value.walk_days for number, name in enumerate(WEEKDAYS)}}
        case Profile():
            named = {field.name: _plain_field(getattr(value, field.name)) for field in fields(Profile)}
            return named | {"followed": list(map(str, value.followed)), "ask_first": sorted(value.ask_first)}
        case SlowAnswers():
            told = {str(sign): value.new_or_worse[sign] for sign in SlowSign if sign in value.new_or_worse}
            return {"answered": value.answered, "new_or_worse": told}
        case WalkRecord():
            return {
                "kind": str(value.kind),
                "started": value.started.isoformat(),
                "ended": value.ended.isoformat(),
                "time_known": value.time_known,
                "walked_s": value.walked_s,
                "brisk_s": value.brisk_s,
                "shorter_because": _word(value.shorter_because),
                "symptom_marks_s": list(value.symptom_marks_s),
            }
        case str():
            return {"text" if kind is EntryKind.REMARK else "review": value}


def _plain_decision(decision: Decision) -> Plain:
    return {
        "kind": str(decision.kind),
        "minutes": decision.minutes,
        "brisk_minutes": decision.brisk_minutes,
        "rules": list(map(str, decision.rules)),
        "standing": {field.name: _plain_field(getattr(decision.standing, field.name)) for field in fields(Standing)},
        "segments": [{"pace": str(segment.pace), "seconds": segment.length_s} for segment in decision.segments],
        "real_step_back": decision.real_step_back,
        "evidence": {field.name: _plain_field(getattr(decision.evidence, field.name)) for field in fields(Evidence)},
    }


def _plain_field(value: object) -> object:
    if isinstance(value, StrEnum):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _word(value: StrEnum | None) -> str | None:
    return None if value is None else str(value)
