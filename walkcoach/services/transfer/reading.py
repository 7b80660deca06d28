"""Plain values strictly back to entries of the diary: what `transfer_values` made, or a refusal that names its place.

Whatever passes here is a value that the diary file keeps and the coach can fold; nothing is filled in and nothing left out.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, tzinfo
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, TypeVar, get_args
from uuid import UUID
from zoneinfo import ZoneInfo

from walkcoach.core.decision import Decision, DecisionKind, Evidence, Rule, Stage, Standing
from walkcoach.core.diary import AfterCheckIn, AwayBecause, BeforeCheckIn, Feet, Notes, Settled, ShorterBecause, Steadiness
from walkcoach.core.programme import BriskPlacement, Programme, Track
from walkcoach.core.segments import Pace, Segment
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services import strict_json as strict
from walkcoach.services.entries import Entry, EntryKind, EntryValue
from walkcoach.services.ports import Profile, WalkKind, WalkRecord
from walkcoach.services.strict_json import Refused
from walkcoach.services.transfer.values import WEEKDAYS

FIRST_YEAR: Final = 1970
LAST_YEAR: Final = 2199
"""Years that a day and a moment may lie in: far from where the calendar of dates ends, so that weeks and outlooks always fit."""
MOST_TEXT: Final = 100_000
"""Characters that one text may have: less than the csv module takes for one cell."""
MOST_SECONDS: Final = 86_400
_MOST_MINUTES: Final = 1440
_MOST_COUNT: Final = 1_000_000
_MOST_IN_LIST: Final = 10_000
_MOST_NAME: Final = 64

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d(:\d\d)?)", re.ASCII)
_HALF: Final = re.compile(r"[\ud800-\udfff]")
_OFFSET: Final = re.compile(r"[+-]\d\d:\d\d(:\d\d)?", re.ASCII)
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*", re.ASCII)


def entry_of(given: object, place: str = "") -> Entry:
    """The entry that `plain_entry` made. Raises `Refused`, naming the field under `place`."""
    told = strict.fields(given, place, required=("id", "kind", "day", "said", "zone", "value"), nameless="the entry")
    where = f"{place}." if place else ""
    kind = strict.one_of(EntryKind, told["kind"], f"{where}kind")
    uid = _id(told["id"], f"{where}id")
    day = _day(told["day"], f"{where}day")
    said, zone = _said(told["said"], told["zone"], where)
    value = told["value"]
    if kind is EntryKind.WALK:
        return Entry(kind, uid, day, said, _walk(value, f"{where}value", uid, day, said, zone))
    read = _READERS[kind]
    return Entry(kind, uid, day, said, strict.built(lambda: read(value, f"{where}value"), f"{where}value"))


def _before(given: object, place: str) -> BeforeCheckIn:
    told = strict.fields(given, place, required=("ratings", "steady", "feet", "settled", "warning_signs"))
    return BeforeCheckIn(
        ratings=strict.scores(told["ratings"], f"{place}.ratings"),
        steady=strict.one_of(Steadiness, told["steady"], f"{place}.steady"),
        feet=strict.one_of(Feet, told["feet"], f"{place}.feet"),
        warning_signs=frozenset(_words(WarningSign, told["warning_signs"], f"{place}.warning_signs")),
        settled=_one_or_none(Settled, told["settled"], f"{place}.settled"),
    )


def _after(given: object, place: str) -> AfterCheckIn:
    told = strict.fields(given, place, required=("worst", "effort", "could_talk", "stumbled", "feet", "warning_signs"))
    return AfterCheckIn(
        worst=strict.scores(told["worst"], f"{place}.worst"),
        effort=strict.whole(told["effort"], f"{place}.effort"),
        could_talk=strict.flag(told["could_talk"], f"{place}.could_talk"),
        stumbled=strict.flag(told["stumbled"], f"{place}.stumbled"),
        feet=strict.one_of(Feet, told["feet"], f"{place}.feet"),
        warning_signs=frozenset(_words(WarningSign, told["warning_signs"], f"{place}.warning_signs")),
    )


def _notes(given: object, place: str) -> Notes:
    told = strict.fields(given, place, required=("cleared", "feet_seen_to", "review_acknowledged", "away_because"))
    return Notes(
        cleared=strict.flag(told["cleared"], f"{place}.cleared"),
        feet_seen_to=strict.flag(told["feet_seen_to"], f"{place}.feet_seen_to"),
        review_acknowledged=strict.flag(told["review_acknowledged"], f"{place}.review_acknowledged"),
        away_because=_one_or_none(AwayBecause, told["away_because"], f"{place}.away_because"),
    )


_DECISION: Final = ("kind", "minutes", "brisk_minutes", "rules", "standing", "segments", "real_step_back", "evidence")


def _decision(given: object, place: str) -> Decision:
    told = strict.fields(given, place, required=_DECISION)
    rules = enumerate(_list(told["rules"], f"{place}.rules"))
    decision = Decision(
        kind=strict.one_of(DecisionKind, told["kind"], f"{place}.kind"),
        rules=tuple(strict.one_of(Rule, name, f"{place}.rules[{number}]") for number, name in rules),
        standing=_standing(told["standing"], f"{place}.standing"),
        segments=_segments(told["segments"], f"{place}.segments"),
        real_step_back=strict.flag(told["real_step_back"], f"{place}.real_step_back"),
        evidence=_evidence(told["evidence"], f"{place}.evidence"),
    )
    for name, sum_min in (("minutes", decision.minutes), ("brisk_minutes", decision.brisk_minutes)):
        if strict.whole(told[name], f"{place}.{name}") != sum_min:
            raise Refused(f"{place}.{name}", f"has to be what the segments add up to, {sum_min}")
    return decision


def _standing(given: object, place: str) -> Standing:
    told = strict.fields(given, place, required=("stage", "minutes", "brisk_minutes", "resumed_brisk_min", "good_walks"))
    return Standing(
        strict.one_of(Stage, told["stage"], f"{place}.stage"),
        strict.between(0, _MOST_MINUTES, told["minutes"], f"{place}.minutes"),
        strict.between(0, _MOST_MINUTES, told["brisk_minutes"], f"{place}.brisk_minutes"),
        strict.between(0, _MOST_MINUTES, told["resumed_brisk_min"], f"{place}.resumed_brisk_min"),
        strict.between(0, _MOST_COUNT, told["good_walks"], f"{place}.good_walks"),
    )


def _segments(given: object, place: str) -> tuple[Segment, ...]:
    segments = []
    for number, each in enumerate(_list(given, place)):
        where = f"{place}[{number}]"
        told = strict.fields(each, where, required=("pace", "seconds"))
        seconds = strict.between(0, MOST_SECONDS, told["seconds"], f"{where}.seconds")
        segments.append(Segment(strict.one_of(Pace, told["pace"], f"{where}.pace"), seconds))
    if sum(segment.length_s for segment in segments) > MOST_SECONDS:
        raise Refused(place, f"have to add up to {MOST_SECONDS} seconds at most")
    return tuple(segments)


_EVIDENCE: Final = MappingProxyType({field.name: get_args(field.type) or (field.type,) for field in fields(Evidence)})
"""Each field with the types that it may have, None the last of them."""
_EVIDENCE_FIELDS: Final = tuple(_EVIDENCE)


def _evidence(given: object, place: str) -> Evidence:
    told = strict.fields(given, place, required=_EVIDENCE_FIELDS)
    return Evidence(**{name: _fit(value, _EVIDENCE[name], f"{place}.{name}") for name, value in told.items()})


def _fit(given: object, choices: tuple[Any, ...], place: str) -> Any:
    """`given` as the type that a field of the evidence asks for; None where the field allows it."""
    if given is None and choices[-1] is type(None):
        return None
    kind = choices[0]
    if kind is date:
        return _day(given, place)
    if kind is bool:
        return strict.flag(given, place)
    if kind is int:
        return strict.between(-_MOST_COUNT, _MOST_COUNT, given, place)
    if kind is float:
        return strict.number(-_MOST_COUNT, _MOST_COUNT, given, place)
    return strict.one_of(kind, given, place) if issubclass(kind, StrEnum) else _text(given, place)


_PROGRAMME: Final = tuple(field.name for field in fields(Programme))


def _programme(given: object, place: str) -> Programme:
    told = strict.fields(given, place, required=_PROGRAMME)
    days = strict.fields(told["walk_days"], f"{place}.walk_days", required=WEEKDAYS)
    chosen = {name: strict.flag(days[name], f"{place}.walk_days.{name}") for name in WEEKDAYS}
    start = told["start_min"]
    return Programme(
        track=strict.one_of(Track, told["track"], f"{place}.track"),
        start_min=None if start is None else strict.whole(start, f"{place}.start_min"),
        brisk_placement=strict.one_of(BriskPlacement, told["brisk_placement"], f"{place}.brisk_placement"),
        walk_days=frozenset(number for number, name in enumerate(WEEKDAYS) if chosen[name]),
        brisk_ok=strict.flag(told["brisk_ok"], f"{place}.brisk_ok"),
        **{name: strict.whole(told[name], f"{place}.{name}") for name in _MINUTES},
    )


_MINUTES: Final = ("step_min", "step_max", "walk_goal_min", "first_brisk_min", "brisk_goal_min", "max_bout_min")
_PROFILE: Final = tuple(field.name for field in fields(Profile))


def _profile(given: object, place: str) -> Profile:
    told = strict.fields(given, place, required=_PROFILE)
    where = f"{place}.ask_first"
    ask_first = [_text(word, f"{where}[{number}]") for number, word in enumerate(_list(told["ask_first"], where))]
    used = told["used_to_walking"]
    return Profile(
        welcomed=strict.flag(told["welcomed"], f"{place}.welcomed"),
        followed=_words(Symptom, told["followed"], f"{place}.followed"),
        ask_first=frozenset(_no_twice(ask_first, where)),
        clinician_agreed=strict.flag(told["clinician_agreed"], f"{place}.clinician_agreed"),
        uses_glucose_lowering=strict.flag(told["uses_glucose_lowering"], f"{place}.uses_glucose_lowering"),
        reduced_feeling=_text_or_none(told["reduced_feeling"], f"{place}.reduced_feeling"),
        age_band=_text_or_none(told["age_band"], f"{place}.age_band"),
        used_to_walking=None if used is None else strict.flag(used, f"{place}.used_to_walking"),
        emergency_number=_text(told["emergency_number"], f"{place}.emergency_number"),
    )


def _slow_answers(given: object, place: str) -> SlowAnswers:
    told = strict.fields(given, place, required=("answered", "new_or_worse"))
    where = f"{place}.new_or_worse"
    signs = strict.fields(told["new_or_worse"], where, optional=tuple(map(str, SlowSign)))
    answers = SlowAnswers({SlowSign(name): strict.flag(answer, f"{where}.{name}") for name, answer in signs.items()})
    if strict.flag(told["answered"], f"{place}.answered") != answers.answered:
        raise Refused(f"{place}.answered", "has to be true where there are answers, and false where there are none")
    return answers


_WALK: Final = ("kind", "started", "ended", "time_known", "walked_s", "brisk_s", "shorter_because", "symptom_marks_s")


def _walk(given: object, place: str, uid: UUID, day: date, said: datetime, zone: tzinfo) -> WalkRecord:
    told = strict.fields(given, place, required=_WALK)
    if moment(told["started"], f"{place}.started", zone) != said:
        raise Refused(f"{place}.started", "has to be the moment at which the walk was said")
    walked_s = float(strict.number(0, MOST_SECONDS, told["walked_s"], f"{place}.walked_s"))
    marks = enumerate(_list(told["symptom_marks_s"], f"{place}.symptom_marks_s"))
    return WalkRecord(
        id=uid,
        day=day,
        kind=strict.one_of(WalkKind, told["kind"], f"{place}.kind"),
        started=said,
        ended=moment(told["ended"], f"{place}.ended", zone),
        walked_s=walked_s,
        # The diary file allows a second more than was walked, for what rounding leaves.
        brisk_s=float(strict.number(0, walked_s + 1, told["brisk_s"], f"{place}.brisk_s")),
        shorter_because=_one_or_none(ShorterBecause, told["shorter_because"], f"{place}.shorter_because"),
        symptom_marks_s=tuple(
            float(strict.number(0, MOST_SECONDS, mark, f"{place}.symptom_marks_s[{number}]")) for number, mark in marks
        ),
        time_known=strict.flag(told["time_known"], f"{place}.time_known"),
    )


def _remark(given: object, place: str) -> str:
    text = _text(strict.fields(given, place, required=("text",))["text"], f"{place}.text")
    if not text:
        raise Refused(f"{place}.text", "has to say something")
    return text


def _review(given: object, place: str) -> str:
    text = _text(strict.fields(given, place, required=("review",))["review"], f"{place}.review")
    try:
        holds = strict.parsed(text)
    except Refused as refused:
        raise Refused(f"{place}.review", refused.message) from refused
    if not isinstance(holds, dict) or not (text.startswith("{") and text.endswith("}")):
        raise Refused(f"{place}.review", f"has to be a JSON object as text, not {strict.shown(text)}")
    return text


_READERS: Final[Mapping[EntryKind, Callable[[object, str], EntryValue]]] = MappingProxyType(
    {
        EntryKind.PROFILE: _profile,
        EntryKind.PROGRAMME: _programme,
        EntryKind.BEFORE: _before,
        EntryKind.AFTER: _after,
        EntryKind.NOTES: _notes,
        EntryKind.OFFER: _decision,
        EntryKind.SLOW_ANSWERS: _slow_answers,
        EntryKind.REMARK: _remark,
        EntryKind.WEEK_REVIEW: _review,
    }
)

# --- small values ----------------------------------------------------------------------------------------------------

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


def moment(given: object, place: str, zone: tzinfo | None = None) -> datetime:
    """A moment with its offset, in `zone` (without one, as it was written)."""
    if isinstance(given, str) and _MOMENT.fullmatch(given):
        try:
            found = datetime.fromisoformat(given)
        except ValueError:
            pass
        else:
            if FIRST_YEAR <= found.year <= LAST_YEAR:
                return found if zone is None else found.astimezone(zone)
    raise Refused(place, f"has to be a moment like 2026-01-31T09:00:00+01:00, not {strict.shown(given)}")


def _said(said: object, zone: object, where: str) -> tuple[datetime, tzinfo]:
    """The moment in its zone; where this machine does not know that, at the offset that the moment was written with."""
    written = moment(said, f"{where}said")
    if isinstance(zone, str) and _OFFSET.fullmatch(zone):
        try:
            offset = datetime.fromisoformat(f"2000-01-01T00:00:00{zone}").tzinfo
        except ValueError:
            offset = None
        if offset is not None:
            return written.astimezone(offset), offset
    elif isinstance(zone, str) and len(zone) <= _MOST_NAME and _NAME.fullmatch(zone):
        named = _zone_named(zone) or written.tzinfo
        if named is not None:
            return written.astimezone(named), named
    raise Refused(f"{where}zone", f"has to be a zone like Europe/Berlin or +01:00, not {strict.shown(zone)}")


def _zone_named(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None


def _id(given: object, place: str) -> UUID:
    try:
        uid = UUID(given) if isinstance(given, str) else None
    except ValueError:
        uid = None
    if uid is not None and str(uid) == given:
        return uid
    raise Refused(place, f"has to be an id like 0f8fad5b-d9cb-469f-a165-70867728950e, not {strict.shown(given)}")


def _day(given: object, place: str) -> date:
    day = strict.day(given, place)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refused(place, f"has to lie in the years {FIRST_YEAR} to {LAST_YEAR}, not {strict.shown(given)}")
    return day


def _text(given: object, place: str) -> str:
    if not isinstance(given, str):
        raise Refused(place, f"has to be text, not {strict.shown(given)}")
    if len(given) > MOST_TEXT:
        raise Refused(place, f"has to have {MOST_TEXT} characters at most, not {len(given)}")
    if _HALF.search(given):
        raise Refused(place, "has half a character in it, which no file can keep")
    return given


def _text_or_none(given: object, place: str) -> str | None:
    return None if given is None else _text(given, place)


def _one_or_none(kind: type[E], given: object, place: str) -> E | None:
    return None if given is None else strict.one_of(kind, given, place)


def _list(given: object, place: str) -> list[object]:
    found = strict.array(given, place)
    if len(found) > _MOST_IN_LIST:
        raise Refused(place, f"has to have {_MOST_IN_LIST} members at most, not {len(found)}")
    return found


def _words(kind: type[E], given: object, place: str) -> tuple[E, ...]:
    words = [strict.one_of(kind, name, f"{place}[{number}]") for number, name in enumerate(_list(given, place))]
    return tuple(_no_twice(words, place))


def _no_twice(words: Sequence[T], place: str) -> Sequence[T]:
    seen: set[T] = set()
    for number, word in enumerate(words):
        if word in seen:
            raise Refused(f"{place}[{number}]", "is named twice")
        seen.add(word)
    return words
