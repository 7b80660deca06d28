"""The diary as FHIR: an R4 Bundle of Observations, for those who take it to a clinic's or a study's program.

What goes out is what was walked and rated, and nothing is concluded from it: walking time with its brisk part, the symptom
ratings before and the worst ones during a walk, and effort. Notes, warning signs and the plan stay in the diary; JSON and CSV
carry them. No name, number or birthday goes out: the diary has none.

Codes. Walking time is LOINC 55411-3 "Exercise duration", as in HL7's guide for physical activity
(hl7.org/fhir/us/physical-activity). No free code is a plain 0–10 rating of tingling, numbness and the like (LOINC's numeric
ratings are about pain, SNOMED CT asks for a licence), nor of effort on our scale, so these carry codes of our own, with their
wording beside them; `OWN_CODES` names the system and never changes. Units are UCUM: `min`, and `{score}` for ratings.

Each Observation's id is made from its entry's, so that a second export of the same diary brings the same ids, and a program
that has read the first one sees that they are known. Its identifier names the entry itself.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID, uuid5

from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn
from walkcoach.core.symptoms import Symptom
from walkcoach.services.entries import Entry
from walkcoach.services.ports import WalkKind, WalkRecord
from walkcoach.wording import standards as words

LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
CATEGORIES: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
OWN_CODES: Final = "urn:uuid:8f0c1f5e-6a5b-4d3c-9a39-4c0e5f6f1b72"
"""Our code system; `codes` lists what it holds."""
ENTRIES: Final = "urn:uuid:d9a0a0f2-2f0a-4a5e-8f52-7b8b1f0c6e35"
"""The system of identifiers: an entry's id, and behind a stroke which part of it the Observation tells."""
EXERCISE_DURATION: Final = "55411-3"
_MOST_OFFSET: Final = timedelta(hours=14)
_MINUTE: Final = timedelta(minutes=1)
_MINUTES: Final = MappingProxyType({"unit": "min", "system": UCUM, "code": "min"})
_SCORE: Final = MappingProxyType({"unit": "score", "system": UCUM, "code": "{score}"})


def fhir_bundle(entries: Iterable[Entry], made: datetime) -> str:
    """The Bundle of all `entries` as JSON text, in their order; `made` is the moment of the export, aware."""
    return "".join(fhir_parts(entries, made))


def fhir_parts(entries: Iterable[Entry], made: datetime) -> Iterator[str]:
    """The same text piece by piece, so that a diary of many years need not be held as text."""
    wording = codes()
    yield f'{{"resourceType":"Bundle","type":"collection","timestamp":{json.dumps(_moment(made))}'
    before = ',"entry":[\n'
    for entry in entries:
        for observation in _observations(entry, wording):
            whole = {"fullUrl": f"urn:uuid:{observation['id']}", "resource": observation}
            yield before + json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
            before = ",\n"
    yield "}\n" if before.startswith(',"entry"') else "\n]}\n"


def codes() -> Mapping[str, str]:
    """Every code of `OWN_CODES` with its wording."""
    found = {
        "walking-time": words.walking_time(),
        "brisk-time": words.brisk_time(),
        "kind-of-walk": words.kind_of_walk(),
        WalkKind.PLANNED.value: words.planned_walk(),
        WalkKind.FREE.value: words.own_walk(),
        WalkKind.BY_HAND.value: words.hand_walk(),
        "effort": words.effort(),
    }
    for symptom in Symptom:
        found[f"{symptom}-before"] = words.before(symptom)
        found[f"{symptom}-worst"] = words.worst(symptom)
    return MappingProxyType(found)


def observation_id(entry: UUID, part: str) -> UUID:
    """The id of the Observation that tells `part` of an entry: the entry's own where it tells all of it."""
    return uuid5(entry, part) if part else entry


def _observations(entry: Entry, wording: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """What an entry has to tell: one Observation of a walk, one for each rating of a check-in, and one for the effort."""
    value = entry.value
    if isinstance(value, WalkRecord):
        yield _walk(entry, value, wording)
    elif isinstance(value, BeforeCheckIn):
        for symptom, score in value.ratings.items():
            yield _rating(entry, f"{symptom}-before", score, wording)
    elif isinstance(value, AfterCheckIn):
        for symptom, score in value.worst.items():
            yield _rating(entry, f"{symptom}-worst", score, wording)
        yield _rating(entry, "effort", value.effort, wording)


def _walk(entry: Entry, walk: WalkRecord, wording: Mapping[str, str]) -> dict[str, Any]:
    own = _concept("walking-time", wording)
    own["coding"].insert(0, {"system": LOINC, "code": EXERCISE_DURATION, "display": "Exercise duration"})
    if walk.time_known:
        started, ended = walk.started, walk.ended
        when: dict[str, Any] = {"effectivePeriod": {"start": _moment(started), "end": _moment(max(started, ended, key=_instant))}}
    else:
        when = {"effectiveDateTime": walk.day.isoformat()}
    return {
        **_head(entry, "", "activity", "Activity", own),
        **when,
        "valueQuantity": _minutes(walk.walked_s),
        "component": [
            {"code": _concept("brisk-time", wording), "valueQuantity": _minutes(walk.brisk_s)},
            {"code": _concept("kind-of-walk", wording), "valueCodeableConcept": _concept(walk.kind.value, wording)},
        ],
    }


def _rating(entry: Entry, code: str, score: int, wording: Mapping[str, str]) -> dict[str, Any]:
    said_then = entry.said.date() == entry.day  # else it was said or put right on another day, and its hour means nothing
    return {
        **_head(entry, code, "survey", "Survey", _concept(code, wording)),
        "effectiveDateTime": _moment(entry.said) if said_then else entry.day.isoformat(),
        "valueQuantity": {"value": score, **_SCORE},
    }


def _head(entry: Entry, part: str, category: str, display: str, code: Mapping[str, Any]) -> dict[str, Any]:
    """What every Observation begins with. `part` is "" where one Observation tells the whole entry."""
    person = {"display": words.person()}
    return {
        "resourceType": "Observation",
        "id": str(observation_id(entry.id, part)),
        "identifier": [{"system": ENTRIES, "value": f"{entry.id}/{part}" if part else str(entry.id)}],
        "status": "final",
        "category": [{"coding": [{"system": CATEGORIES, "code": category, "display": display}]}],
        "code": code,
        "subject": person,
        "performer": [person],
    }


def _concept(code: str, wording: Mapping[str, str]) -> dict[str, Any]:
    return {"coding": [{"system": OWN_CODES, "code": code, "display": wording[code]}], "text": wording[code]}


def _minutes(seconds: float) -> dict[str, Any]:
    """Seconds as minutes, to the hundredth: 0.6 s."""
    minutes = round(seconds / 60, 2)
    return {"value": int(minutes) if minutes == int(minutes) else minutes, **_MINUTES}


def _instant(moment: datetime) -> datetime:
    """`moment` in UTC: two moments of one zone compare by their clock figures otherwise, also while the clocks go back."""
    return moment.astimezone(UTC)


def _moment(moment: datetime) -> str:
    """`moment` with its offset from UTC, to the second. An offset that FHIR cannot write, of odd seconds or beyond 14 h, is UTC."""
    offset = moment.utcoffset() or timedelta(0)
    if offset % _MINUTE or abs(offset) > _MOST_OFFSET:
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="seconds")
