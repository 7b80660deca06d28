"""Reads a scenario for `walkcoach rehearse` (coaching.md, section 6): JSON text into days and programmes, or a clear refusal.

What the page does not name is refused: unknown and missing fields, unknown values, null where none is said, dates that do not
rise. Every refusal is a `ScenarioError` that names the place, as in `days[3].before.ratings.tingling`.
"""

from dataclasses import dataclass, replace
from typing import Final

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
from walkcoach.core.programme import BriskPlacement, Programme, Track
from walkcoach.core.symptoms import Symptom
from walkcoach.services import strict_json as strict
from walkcoach.services.strict_json import Refused

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

class ScenarioError(Refused):
    """A scenario that cannot be rehearsed: one line that names the place; without one it is the whole text."""


@dataclass(frozen=True, slots=True)
class ScenarioDay:
    """One day of a scenario with its programme; `as_planned`: the walk is whatever the day offers."""

    day: DiaryDay
    programme: Programme
    as_planned: bool


def read_scenario(text: str) -> tuple[ScenarioDay, ...]:
    """The days of a scenario, or a `ScenarioError`."""
    try:
        return _days(strict.parsed(text))
    except ScenarioError:
        raise
    except Refused as refused:
        raise ScenarioError(refused.place, refused.message) from refused


def _days(found: object) -> tuple[ScenarioDay, ...]:
    top = strict.fields(found, "", required=("programme", "symptoms", "days"), nameless="the scenario")
    programme = _programme(top["programme"], Programme(), "programme")
    for number, name in enumerate(strict.array(top["symptoms"], "symptoms")):
        strict.one_of(Symptom, name, f"symptoms[{number}]")
    days: list[ScenarioDay] = []
    for number, given in enumerate(strict.array(top["days"], "days")):
        place = f"days[{number}]"
        read = _day(given, programme, place)
        if days and read.day.date <= days[-1].day.date:
            raise ScenarioError(f"{place}.date", f"has to be after {days[-1].day.date}, not {read.day.date}")
        programme = read.programme
        days.append(read)
    return tuple(days)


def _day(given: object, programme: Programme, place: str) -> ScenarioDay:
    fields = strict.fields(given, place, required=("date",), optional=("notes", "before", "walk", "after", "programme"))
    if "programme" in fields:
        programme = _programme(fields["programme"], programme, f"{place}.programme")
    before = after = walk = None
    if "before" in fields:
        before = strict.built(lambda: _before(fields["before"], f"{place}.before"), f"{place}.before")
    if "after" in fields:
        after = strict.built(lambda: _after(fields["after"], f"{place}.after"), f"{place}.after")
    as_planned = fields.get("walk") == AS_PLANNED
    if "walk" in fields and not as_planned:
        walk = strict.built(lambda: _walk(fields["walk"], f"{place}.walk"), f"{place}.walk")
    notes = _notes(fields["notes"], f"{place}.notes") if "notes" in fields else Notes()
    day = strict.built(lambda: DiaryDay(strict.day(fields["date"], f"{place}.date"), before, walk, after, notes), f"{place}.after")
    return ScenarioDay(day, programme, as_planned)


def _before(given: object, place: str) -> BeforeCheckIn:
    fields = strict.fields(given, place, required=("ratings", "steady", "feet", "warning_signs", "settled"))
    settled = fields["settled"]
    return BeforeCheckIn(
        ratings=strict.scores(fields["ratings"], f"{place}.ratings"),
        steady=strict.one_of(Steadiness, fields["steady"], f"{place}.steady"),
        feet=strict.one_of(Feet, fields["feet"], f"{place}.feet"),
        warning_signs=strict.signs(fields["warning_signs"], f"{place}.warning_signs"),
        settled=None if settled is None else strict.one_of(Settled, settled, f"{place}.settled"),
    )


def _after(given: object, place: str) -> AfterCheckIn:
    fields = strict.fields(given, place, required=("worst", "effort", "could_talk", "stumbled", "feet", "warning_signs"))
    return AfterCheckIn(
        worst=strict.scores(fields["worst"], f"{place}.worst"),
        effort=strict.whole(fields["effort"], f"{place}.effort"),
        could_talk=strict.flag(fields["could_talk"], f"{place}.could_talk"),
        stumbled=strict.flag(fields["stumbled"], f"{place}.stumbled"),
        feet=strict.one_of(Feet, fields["feet"], f"{place}.feet"),
        warning_signs=strict.signs(fields["warning_signs"], f"{place}.warning_signs"),
    )


def _walk(given: object, place: str) -> DayWalk:
    if isinstance(given, str):
        raise ScenarioError(place, f"has to be {AS_PLANNED!r} or an object with minutes, not {strict.shown(given)}")
    fields = strict.fields(given, place, required=("minutes", "brisk_minutes"), optional=("shorter_because",))
    because = None
    if "shorter_because" in fields:
        because = strict.one_of(ShorterBecause, fields["shorter_because"], f"{place}.shorter_because")
    minutes = strict.whole(fields["minutes"], f"{place}.minutes")
    return DayWalk(minutes, strict.whole(fields["brisk_minutes"], f"{place}.brisk_minutes"), because)


def _notes(given: object, place: str) -> Notes:
    fields = strict.fields(given, place, optional=("cleared", "feet_seen_to", "review_acknowledged", "away_because"))
    away = None
    if "away_because" in fields:
        away = strict.one_of(AwayBecause, fields.pop("away_because"), f"{place}.away_because")
    flags = {name: strict.flag(value, f"{place}.{name}") for name, value in fields.items()}
    return Notes(away_because=away, **flags)


def _programme(given: object, so_far: Programme, place: str) -> Programme:
    fields = strict.fields(given, place, optional=(*_PROGRAMME_NUMBERS, "track", "brisk_placement", "walk_days", "brisk_ok"))
    changes: dict[str, object] = {}
    for name, value in fields.items():
        where = f"{place}.{name}"
        if name == "track":
            changes[name] = strict.one_of(Track, value, where)
        elif name == "brisk_placement":
            changes[name] = strict.one_of(BriskPlacement, value, where)
        elif name == "brisk_ok":
            changes[name] = strict.flag(value, where)
        elif name == "walk_days":
            days = strict.array(value, where)
            changes[name] = frozenset(strict.whole(day, f"{where}[{number}]") for number, day in enumerate(days))
            if len(days) != len(set(map(repr, days))):
                raise ScenarioError(where, "names a weekday twice")
        else:
            changes[name] = strict.whole(value, where)
    return strict.built(lambda: replace(so_far, **changes), place)  # type: ignore[arg-type]
