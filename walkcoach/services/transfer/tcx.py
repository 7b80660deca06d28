"""The walks as TCX (Training Center Database v2), for those who use training sites.

Only walks whose hour is known go out: one activity a walk, with one lap, since the diary keeps how long was walked and how
much of it was brisk, not in which order. The format knows no walking, so the sport is "Other". It demands a distance and
calories; neither was measured, so both are 0. A track of two points, start and end, carries the time alone: many sites refuse
an activity without one. Symptoms, check-ins and notes stay at home.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from walkcoach.services.ports import WalkKind, WalkRecord
from walkcoach.wording import standards as words

NAMESPACE: Final = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
_KINDS: Final = MappingProxyType(
    {WalkKind.PLANNED: words.planned_walk, WalkKind.FREE: words.own_walk, WalkKind.BY_HAND: words.hand_walk}
)


def tcx(walks: Iterable[WalkRecord]) -> str:
    """All of `walks` whose hour is known, in their order, as one XML text."""
    return "".join(tcx_parts(walks))


def tcx_parts(walks: Iterable[WalkRecord]) -> Iterator[str]:
    """The same text piece by piece, so that a diary of many years need not be held as text."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase xmlns="{NAMESPACE}">\n<Activities>\n'
    taken: set[datetime] = set()
    for walk in walks:
        if walk.time_known:
            yield tostring(_activity(walk, _free(walk.started, taken)), encoding="unicode") + "\n"
    yield "</Activities>\n</TrainingCenterDatabase>\n"


def _free(started: datetime, taken: set[datetime]) -> datetime:
    """The start as the activity's id, which nothing else in the file may have: a second later where another walk has it."""
    moment = started.astimezone(UTC).replace(microsecond=0)
    while moment in taken:
        moment += timedelta(seconds=1)
    taken.add(moment)
    return moment


def _activity(walk: WalkRecord, name: datetime) -> Element:
    start = walk.started.astimezone(UTC)
    end = max(walk.ended.astimezone(UTC), start)
    activity = Element("Activity", {"Sport": "Other"})
    _put(activity, "Id", _moment(name))
    lap = SubElement(activity, "Lap", {"StartTime": _moment(start)})
    _put(lap, "TotalTimeSeconds", _seconds(walk.walked_s))
    _put(lap, "DistanceMeters", "0")
    _put(lap, "Calories", "0")
    _put(lap, "Intensity", "Active")
    _put(lap, "TriggerMethod", "Manual")
    track = SubElement(lap, "Track")
    for moment in (start, end):
        _put(SubElement(track, "Trackpoint"), "Time", _moment(moment))
    note = " ".join(part for part in (f"{_KINDS[walk.kind]()}.", words.brisk_note(walk.brisk_s)) if part)
    _put(activity, "Notes", note)
    return activity


def _put(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _moment(moment: datetime) -> str:
    """A moment in UTC, to the second."""
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _seconds(seconds: float) -> str:
    """Seconds to the thousandth, without a tail of noughts."""
    return f"{seconds:.3f}".rstrip("0").rstrip(".")
