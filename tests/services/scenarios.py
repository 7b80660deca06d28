"""Scenarios as `walkcoach rehearse` reads them, as JSON values: ordinary days, and ways to spoil one of them."""

import json
from copy import deepcopy
from datetime import date, timedelta
from typing import Any, Final

from walkcoach.services.rehearsal import as_json, rehearse
from walkcoach.services.scenario import read_scenario

FIRST: Final = date(2026, 1, 1)
"""A Thursday."""
MISSING: Final = object()
"""Stands for "without this field"."""

Json = Any
Path = tuple[str | int, ...]


def before(**answers: Json) -> Json:
    """A good check-in before: tingling 2."""
    usual: dict[str, Json] = {
        "ratings": {"tingling": 2},
        "steady": "as_usual",
        "feet": "fine",
        "warning_signs": [],
        "settled": None,
    }
    return usual | answers


def after(**answers: Json) -> Json:
    """A good check-in after: tingling 2 at worst, an easy effort."""
    good = {"worst": {"tingling": 2}, "effort": 3, "could_talk": True, "stumbled": False, "feet": "fine", "warning_signs": []}
    return good | answers


def good_day(number: int, **fields: Json) -> Json:
    """A day walked as planned, so many days after the first; a field that is `MISSING` is left out."""
    on = (FIRST + timedelta(days=number)).isoformat()
    told = {"date": on, "before": before(), "walk": "as_planned", "after": after()} | fields
    return {name: value for name, value in told.items() if value is not MISSING}


def scenario(*days: Json, **programme: Json) -> Json:
    """Days under a programme."""
    return {"programme": programme, "symptoms": ["tingling"], "days": list(days)}


def good_days(count: int, **programme: Json) -> Json:
    """So many good days running."""
    return scenario(*(good_day(number) for number in range(count)), **programme)


def spoilt(good: Json, path: Path, value: Json) -> Json:
    """`good` with another value at `path`, or without it where the value is `MISSING`."""
    whole = {"scenario": deepcopy(good)}
    holder: Json = whole
    *way, last = ("scenario", *path)
    for part in way:
        holder = holder[part]
    if value is MISSING:
        del holder[last]
    else:
        holder[last] = value
    return whole["scenario"]


def lines(given: Json) -> list[Json]:
    """What rehearsing prints for each day, read back."""
    return [json.loads(as_json(day, decision)) for day, decision in rehearse(read_scenario(json.dumps(given)))]
