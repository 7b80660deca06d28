"""Reads a scenario for `walkcoach rehearse` (coaching.md, section 6): JSON text into days and programmes, or a clear refusal.

What the page does not name is refused: unknown and missing fields, unknown values, null where none is said, dates that do not
rise. Every refusal is a `ScenarioError` that names the place, as in `days[3].before.ratings.tingling`.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Final, Literal, TypeVar

from walkcoach.core.diary import (
    AfterCheckIn,
    AwayBecause,
    BeforeCheckIn,
    DayWalk,
    DiaryDay,
    DiaryError,
    Feet,
    Notes,
    Settled,
    ShorterBecause,
    Steadiness,
)
from walkcoach.core.programme import BriskPlacement, Programme, ProgrammeError, Track
from walkcoach.core.symptoms import Symptom, WarningSign

AS_PLANNED: Final = "as_planned"
_PROGRAMME_NUMBERS: Final = (
    "start_min",
    "step_min",
    "step_max",
    "walk_goal_min",
    "first_brisk_min",
    "brisk_goal_min",
    "max_bout_min",
)

_LINE: Final = 500
_VALUE: Final = 60
"""Characters that a refusal may have, and of these what is told of the value that was given."""

E = TypeVar("E", bound=Enum)
T = TypeVar("T")


class ScenarioError(ValueError):
    """A scenario that cannot be rehearsed: one line that names the place."""

    def __init__(self, place: str, message: str) -> None:
        """Say what is wrong at `place`; without one it is the whole text. A line of reading length, whatever was given."""
        super().__init__(_cut(f"{place}: {message}" if place else message, _LINE))


@dataclass(frozen=True, slots=True)
class ScenarioDay:
    """One day of a scenario with its programme; `as_planned`: the walk is whatever the day offers."""

    day: DiaryDay
    programme: Programme
    as_planned: bool


def read_scenario(text: str) -> tuple[ScenarioDay, ...]:
    """The days of a scenario, or a `ScenarioError`."""
    try:
        found = json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except ScenarioError:
        raise
    except (ValueError, RecursionError) as error:
        raise ScenarioError("", f"this is not JSON: {error}") from error
    top = _fields(found, "", required=("programme", "symptoms", "days"))
    programme = _programme(top["programme"], Programme(), "programme")
    for number, name in enumerate(_list(top["symptoms"], "symptoms")):
        _one_of(Symptom, name, f"symptoms[{number}]")
    days: list[ScenarioDay] = []
    for number, given in enumerate(_list(top["days"], "days")):
        place = f"days[{number}]"
        read = _day(given, programme, place)
        if days and read.day.date <= days[-1].day.date:
            raise ScenarioError(f"{place}.date", f"has to be after {days[-1].day.date}, not {read.day.date}")
        programme = read.programme
        days.append(read)
    return tuple(days)


def _day(given: object, programme: Programme, place: str) -> ScenarioDay:
    fields = _fields(given, place, required=("date",), optional=("notes", "before", "walk", "after", "programme"))
    if "programme" in fields:
        programme = _programme(fields["programme"], programme, f"{place}.programme")
    before = after = walk = None
    if "before" in fields:
        before = _built(lambda: _before(fields["before"], f"{place}.before"), f"{place}.before")
    if "after" in fields:
        after = _built(lambda: _after(fields["after"], f"{place}.after"), f"{place}.after")
    as_planned = fields.get("walk") == AS_PLANNED
    if "walk" in fields and not as_planned:
        walk = _built(lambda: _walk(fields["walk"], f"{place}.walk"), f"{place}.walk")
    notes = _notes(fields["notes"], f"{place}.notes") if "notes" in fields else Notes()
    day = _built(lambda: DiaryDay(_date(fields["date"], f"{place}.date"), before, walk, after, notes), f"{place}.after")
    return ScenarioDay(day, programme, as_planned)


def _before(given: object, place: str) -> BeforeCheckIn:
    fields = _fields(given, place, required=("ratings", "steady", "feet", "warning_signs", "settled"))
    settled = fields["settled"]
    return BeforeCheckIn(
        ratings=_scores(fields["ratings"], f"{place}.ratings"),
        steady=_one_of(Steadiness, fields["steady"], f"{place}.steady"),
        feet=_one_of(Feet, fields["feet"], f"{place}.feet"),
        warning_signs=_signs(fields["warning_signs"], f"{place}.warning_signs"),
        settled=None if settled is None else _one_of(Settled, settled, f"{place}.settled"),
    )


def _after(given: object, place: str) -> AfterCheckIn:
    fields = _fields(given, place, required=("worst", "effort", "could_talk", "stumbled", "feet", "warning_signs"))
    return AfterCheckIn(
        worst=_scores(fields["worst"], f"{place}.worst"),
        effort=_whole(fields["effort"], f"{place}.effort"),
        could_talk=_flag(fields["could_talk"], f"{place}.could_talk"),
        stumbled=_flag(fields["stumbled"], f"{place}.stumbled"),
        feet=_one_of(Feet, fields["feet"], f"{place}.feet"),
        warning_signs=_signs(fields["warning_signs"], f"{place}.warning_signs"),
    )


def _walk(given: object, place: str) -> DayWalk:
    if isinstance(given, str):
        raise ScenarioError(place, f"has to be {AS_PLANNED!r} or an object with minutes, not {_shown(given)}")
    fields = _fields(given, place, required=("minutes", "brisk_minutes"), optional=("shorter_because",))
    because = None
    if "shorter_because" in fields:
        because = _one_of(ShorterBecause, fields["shorter_because"], f"{place}.shorter_because")
    return DayWalk(
        _whole(fields["minutes"], f"{place}.minutes"), _whole(fields["brisk_minutes"], f"{place}.brisk_minutes"), because
    )


def _notes(given: object, place: str) -> Notes:
    fields = _fields(given, place, optional=("cleared", "feet_seen_to", "review_acknowledged", "away_because"))
    away = None
    if "away_because" in fields:
        away = _one_of(AwayBecause, fields.pop("away_because"), f"{place}.away_because")
    flags = {name: _flag(value, f"{place}.{name}") for name, value in fields.items()}
    return Notes(away_because=away, **flags)


def _programme(given: object, so_far: Programme, place: str) -> Programme:
    fields = _fields(given, place, optional=(*_PROGRAMME_NUMBERS, "track", "brisk_placement", "walk_days", "brisk_ok"))
    changes: dict[str, object] = {}
    for name, value in fields.items():
        where = f"{place}.{name}"
        if name == "track":
            changes[name] = _one_of(Track, value, where)
        elif name == "brisk_placement":
            changes[name] = _one_of(BriskPlacement, value, where)
        elif name == "brisk_ok":
            changes[name] = _flag(value, where)
        elif name == "walk_days":
            days = _list(value, where)
            changes[name] = frozenset(_whole(day, f"{where}[{number}]") for number, day in enumerate(days))
            if len(days) != len(set(map(repr, days))):
                raise ScenarioError(where, "names a weekday twice")
        else:
            changes[name] = _whole(value, where)
    return _built(lambda: replace(so_far, **changes), place)  # type: ignore[arg-type]


def _built(build: Callable[[], T], place: str) -> T:
    """What `build` makes; a value that refuses itself is reported with its place in the scenario."""
    try:
        return build()
    except (DiaryError, ProgrammeError) as error:
        raise ScenarioError(f"{place}.{error.place}", error.message) from error


def _fields(given: object, place: str, *, required: Sequence[str] = (), optional: Sequence[str] = ()) -> dict[str, object]:
    if not isinstance(given, dict):
        raise ScenarioError(place or "the scenario", f"has to be an object, not {_shown(given)}")
    for name in given:
        if name not in required and name not in optional:
            raise ScenarioError(_inside(place, name), "is not a field that is known here")
    for name in required:
        if name not in given:
            raise ScenarioError(_inside(place, name), "is missing")
    return dict(given)


def _inside(place: str, name: str) -> str:
    """The place of the field `name`; a name that is no plain word is quoted, so that it can be seen."""
    if name.isidentifier() and name.isascii():
        return f"{place}.{name}" if place else name
    return f"{place}[{_shown(name)}]"


def _list(given: object, place: str) -> list[object]:
    if not isinstance(given, list):
        raise ScenarioError(place, f"has to be a list, not {_shown(given)}")
    return given


def _scores(given: object, place: str) -> Mapping[Symptom, int]:
    if not isinstance(given, dict):
        raise ScenarioError(place, f"has to be an object, not {_shown(given)}")
    return {_one_of(Symptom, name, _inside(place, name)): _whole(score, f"{place}.{name}") for name, score in given.items()}


def _signs(given: object, place: str) -> frozenset[WarningSign]:
    return frozenset(_one_of(WarningSign, name, f"{place}[{number}]") for number, name in enumerate(_list(given, place)))


def _one_of(kind: type[E], given: object, place: str) -> E:
    for member in kind:
        if isinstance(given, str) and member.value == given:
            return member
    raise ScenarioError(place, f"has to be one of {', '.join(str(member.value) for member in kind)}, not {_shown(given)}")


def _whole(given: object, place: str) -> int:
    if type(given) is not int:
        raise ScenarioError(place, f"has to be a whole number, not {_shown(given)}")
    return given


def _flag(given: object, place: str) -> bool:
    if not isinstance(given, bool):
        raise ScenarioError(place, f"has to be true or false, not {_shown(given)}")
    return given


def _date(given: object, place: str) -> date:
    try:
        if isinstance(given, str) and date.fromisoformat(given).isoformat() == given:
            return date.fromisoformat(given)
    except ValueError:
        pass
    raise ScenarioError(place, f"has to be a date like 2026-01-31, not {_shown(given)}")


def _shown(given: object) -> str:
    """A value as a few characters; a list or an object only by its kind, however deep it is."""
    if isinstance(given, list | dict):
        return "a list" if isinstance(given, list) else "an object"
    if given is None or isinstance(given, bool):
        return json.dumps(given)
    return _cut(ascii(given), _VALUE)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 3]}..."


def _no_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ScenarioError(_inside("", name), "is given twice in one object")
        found[name] = value
    return found


def _no_constant(name: Literal["NaN", "Infinity", "-Infinity"] | str) -> object:
    raise ScenarioError("", f"this is not JSON: {name} is no number")
