"""Values of the core as JSON and text, and back.

A decision is kept as it was shown, for ever, so its form carries a version and is lenient in one direction: an evidence field
that this program does not know is left out, one that is missing has its default. Anything else that does not fit is a
`ValueError` (or `KeyError`, `TypeError`), which the reader of the file turns into trouble.
"""

import json
import re
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, get_args
from zoneinfo import ZoneInfo

from walkcoach.core.decision import Decision, DecisionKind, Evidence, Rule, Stage, Standing
from walkcoach.core.segments import Pace, Segment

DECISION_VERSION: Final = 1
_OFFSET: Final = re.compile(r"([+-])(\d{2}):(\d{2})(?::(\d{2}))?")


def decision_to_json(decision: Decision) -> str:
    """The whole decision, its evidence included, as one JSON object."""
    evidence = {field.name: getattr(decision.evidence, field.name) for field in fields(Evidence)}
    return _dumps(
        {
            "version": DECISION_VERSION,
            "kind": decision.kind,
            "rules": list(decision.rules),
            "standing": {field.name: getattr(decision.standing, field.name) for field in fields(Standing)},
            "segments": _pairs(decision.segments),
            "real_step_back": decision.real_step_back,
            "evidence": {name: value.isoformat() if isinstance(value, date) else value for name, value in evidence.items()},
        }
    )


def decision_from_json(text: str) -> Decision:
    """The decision that `decision_to_json` wrote, in this or an older version of the program."""
    kept = _object(json.loads(text))
    version = kept["version"]
    if type(version) is not int or not 1 <= version <= DECISION_VERSION:
        raise ValueError(f"a decision of version {version!r}")
    standing = _object(kept["standing"])
    return Decision(
        kind=DecisionKind(kept["kind"]),
        rules=tuple(Rule(rule) for rule in kept["rules"]),
        standing=Standing(
            Stage(standing["stage"]),
            _count(standing["minutes"]),
            _count(standing["brisk_minutes"]),
            _count(standing["resumed_brisk_min"]),
            _count(standing["good_walks"]),
        ),
        segments=_segments(kept["segments"]),
        real_step_back=_flag(kept["real_step_back"]),
        evidence=_evidence(_object(kept["evidence"])),
    )


def segments_to_json(segments: tuple[Segment, ...]) -> str:
    """Segments as a list of pairs, pace and seconds: `[["normal", 300], ["brisk", 150]]`."""
    return _dumps(_pairs(segments))


def segments_from_json(text: str) -> tuple[Segment, ...]:
    """The segments that `segments_to_json` wrote."""
    return _segments(json.loads(text))


def words_to_json(words: list[str] | tuple[str, ...]) -> str:
    """A list of plain words, in the order given."""
    return _dumps([str(word) for word in words])


def words_from_json(text: str) -> tuple[str, ...]:
    """The words that `words_to_json` wrote."""
    words = json.loads(text)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ValueError("not a list of words")
    return tuple(words)


def weekdays_to_json(days: frozenset[int]) -> str:
    """Weekdays, Monday = 0, as a rising list."""
    return _dumps(sorted(days))


def weekdays_from_json(text: str) -> frozenset[int]:
    """The weekdays that `weekdays_to_json` wrote."""
    return frozenset(_count(day) for day in json.loads(text))


def seconds_to_json(seconds: tuple[float, ...]) -> str:
    """Moments of a walk, in seconds, as a list."""
    return _dumps(list(seconds))


def seconds_from_json(text: str) -> tuple[float, ...]:
    """The moments that `seconds_to_json` wrote."""
    return tuple(float(moment) for moment in json.loads(text))


def moment_to_text(moment: datetime) -> str:
    """A moment in UTC, always of the same length, so that texts sort as moments do. It has to be aware."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone says nothing")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def zone_to_text(moment: datetime) -> str:
    """The zone's IANA name where the moment has one, else its offset, like `+01:00`."""
    key = getattr(moment.tzinfo, "key", None)
    if isinstance(key, str):
        return key
    return moment.isoformat(timespec="seconds")[19:]


def moment_from_text(text: str, zone: str) -> datetime:
    """The moment in its zone. A zone that this machine does not know leaves it in UTC: the instant is right all the same."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment.astimezone(_zone(zone))


def _zone(text: str) -> tzinfo:
    offset = _OFFSET.fullmatch(text)
    if offset:
        hours, minutes, seconds = (int(part or 0) for part in offset.groups()[1:])
        length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        return timezone(-length if offset[1] == "-" else length)
    try:
        return ZoneInfo(text)
    except (OSError, ValueError, KeyError):
        return UTC


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _pairs(segments: tuple[Segment, ...]) -> list[list[str | int]]:
    return [[segment.pace, segment.length_s] for segment in segments]


def _segments(pairs: Any) -> tuple[Segment, ...]:
    return tuple(_segment(pace, length_s) for pace, length_s in pairs)


@lru_cache(maxsize=1_000, typed=True)
def _segment(pace: Any, length_s: Any) -> Segment:
    """One of a few hundred that a diary is made of; a long one has them many thousands of times."""
    return Segment(Pace(pace), _count(length_s))


def _evidence(kept: dict[str, Any]) -> Evidence:
    return Evidence(**{name: _fit(value, *_WANTED[name]) for name, value in kept.items() if name in _WANTED})


def _fit(value: Any, kind: type, optional: bool) -> Any:
    """`value` from JSON as the `kind` that a field asks for; None where the field allows it."""
    if type(value) is kind or (value is None and optional):  # nearly all of them, and a long diary has very many
        return value
    if kind is date:
        return date.fromisoformat(value)
    if issubclass(kind, StrEnum):
        return kind(value)
    if kind is float and type(value) is int:
        return value
    raise ValueError(f"{value!r} where {kind.__name__} belongs")


def _wanted(field_type: Any) -> tuple[type, bool]:
    """The type that a field asks for, and whether it may be None."""
    choices = get_args(field_type) or (field_type,)
    return next(choice for choice in choices if choice is not type(None)), type(None) in choices


_WANTED: Final = MappingProxyType({field.name: _wanted(field.type) for field in fields(Evidence)})
"""What each field of the evidence asks for."""


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    return value


def _count(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"{value!r} is no whole number from 0 on")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value
