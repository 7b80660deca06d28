"""Reading JSON strictly: what is not named is refused, and every refusal tells its place, as in `days[3].before.ratings.tingling`.

Scenarios and exported diaries come from outside, so each value is looked at before it becomes one of the core. A refusal is one
line of reading length, whatever was given.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from math import isfinite
from types import MappingProxyType
from typing import Final, Literal, TypeVar

from walkcoach.core.diary import DiaryError
from walkcoach.core.programme import ProgrammeError
from walkcoach.core.symptoms import Symptom, WarningSign

_LINE: Final = 500
_VALUE: Final = 60
"""Characters that a refusal may have, and of these what is told of the value that was given."""

E = TypeVar("E", bound=Enum)
T = TypeVar("T")


class Refused(ValueError):
    """What was given is not what belongs at `place`; without a place it is the whole text. One line."""

    def __init__(self, place: str, message: str) -> None:
        """Say what is wrong at `place`."""
        super().__init__(cut(f"{place}: {message}" if place else message, _LINE))
        self.place = place
        self.message = message


def parsed(text: str) -> object:
    """The JSON in `text`, without names given twice and without NaN or infinity."""
    try:
        return json.loads(text, object_pairs_hook=no_twins, parse_constant=no_constant)
    except Refused:
        raise
    except (ValueError, RecursionError) as error:
        raise Refused("", f"this is not JSON: {error}") from error


def built(build: Callable[[], T], place: str) -> T:
    """What `build` makes; a value of the core that refuses itself is reported with its place in what was given."""
    try:
        return build()
    except (DiaryError, ProgrammeError) as error:
        raise Refused(f"{place}.{error.place}", error.message) from error


def fields(
    given: object, place: str, *, required: Sequence[str] = (), optional: Sequence[str] = (), nameless: str = "the text"
) -> dict[str, object]:
    """The fields of an object that has all those `required`, and no other but the `optional`.

    `nameless` is what the object is called where it has no place.
    """
    if not isinstance(given, dict):
        raise Refused(place or nameless, f"has to be an object, not {shown(given)}")
    for name in given:
        if name not in required and name not in optional:
            raise Refused(inside(place, name), "is not a field that is known here")
    for name in required:
        if name not in given:
            raise Refused(inside(place, name), "is missing")
    return dict(given)


def inside(place: str, name: str) -> str:
    """The place of the field `name`; a name that is no plain word is quoted, so that it can be seen."""
    if name.isidentifier() and name.isascii():
        return f"{place}.{name}" if place else name
    return f"{place}[{shown(name)}]"


def array(given: object, place: str) -> list[object]:
    """A list."""
    if not isinstance(given, list):
        raise Refused(place, f"has to be a list, not {shown(given)}")
    return given


def scores(given: object, place: str) -> Mapping[Symptom, int]:
    """An object of symptoms and whole numbers; whether these are in range, the core says."""
    if not isinstance(given, dict):
        raise Refused(place, f"has to be an object, not {shown(given)}")
    return {one_of(Symptom, name, inside(place, name)): whole(score, f"{place}.{name}") for name, score in given.items()}


def signs(given: object, place: str) -> frozenset[WarningSign]:
    """A list of warning signs."""
    return frozenset(one_of(WarningSign, name, f"{place}[{number}]") for number, name in enumerate(array(given, place)))


def one_of(kind: type[E], given: object, place: str) -> E:
    """A member of `kind`, by its value."""
    members: Mapping[str, E] = _by_value(kind)
    if isinstance(given, str) and given in members:
        return members[given]
    raise Refused(place, f"has to be one of {', '.join(members)}, not {shown(given)}")


@cache
def _by_value(kind: type[E]) -> Mapping[str, E]:
    return MappingProxyType({str(member.value): member for member in kind})


def whole(given: object, place: str) -> int:
    """A whole number; 5.0 is none."""
    if type(given) is not int:
        raise Refused(place, f"has to be a whole number, not {shown(given)}")
    return given


def between(low: int, high: int, given: object, place: str) -> int:
    """A whole number from `low` to `high`."""
    if not low <= whole(given, place) <= high:
        raise Refused(place, f"has to be from {low} to {high}, not {shown(given)}")
    return whole(given, place)


def number(low: float, high: float, given: object, place: str) -> float:
    """A number from `low` to `high`, whole or not."""
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise Refused(place, f"has to be a number, not {shown(given)}")
    if not isfinite(given) or not low <= given <= high:  # the former: 1e999 is read as infinity
        raise Refused(place, f"has to be from {low:g} to {high:g}, not {shown(given)}")
    return given


def flag(given: object, place: str) -> bool:
    """True or false."""
    if not isinstance(given, bool):
        raise Refused(place, f"has to be true or false, not {shown(given)}")
    return given


def day(given: object, place: str) -> date:
    """A date, in the one way of writing it that sorts."""
    try:
        if isinstance(given, str) and date.fromisoformat(given).isoformat() == given:
            return date.fromisoformat(given)
    except ValueError:
        pass
    raise Refused(place, f"has to be a date like 2026-01-31, not {shown(given)}")


def shown(given: object) -> str:
    """A value as a few characters; a list or an object only by its kind, however deep it is."""
    if isinstance(given, list | dict):
        return "a list" if isinstance(given, list) else "an object"
    if given is None or isinstance(given, bool):
        return json.dumps(given)
    return cut(ascii(given), _VALUE)


def cut(text: str, most: int) -> str:
    """`text`, of at most so many characters."""
    return text if len(text) <= most else f"{text[: most - 3]}..."


def no_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object, unless a name is given twice in it."""
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for name, _value in pairs:
            if name in seen:
                raise Refused(inside("", name), "is given twice in one object")
            seen.add(name)
    return found


def no_constant(name: Literal["NaN", "Infinity", "-Infinity"] | str) -> object:
    """Refuses what Python writes for numbers that are none."""
    raise Refused("", f"this is not JSON: {name} is no number")
