"""Import: what a file would add to the diary, and adding it, as one step that can be undone. Nothing here of ours is ever replaced.

What is there already (the same id, or the same said in the same place) is skipped; what stands against something of ours, or would
lift a lock of ours, is refused, entry by entry, and told. So read = added + skipped + refused, and a second import adds nothing. A
file that is no whole export is refused as a whole, with `ImportRefused`. The one thing taken over is the profile of a diary that
has not been welcomed.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import BinaryIO, Final
from uuid import UUID

from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DiaryDay, DiaryError
from walkcoach.services.entries import Changed, Entry, EntryBook, EntryKey, EntryKind, StepKind
from walkcoach.services.errand import AskedToStop, Stopped, Tell, never_stopped, tell_nobody
from walkcoach.services.lock_watch import LockDays
from walkcoach.services.ports import Profile
from walkcoach.services.transfer.csv_reading import read_csv_zip
from walkcoach.services.transfer.json_file import read_json
from walkcoach.services.transfer.refusal import ImportRefused
from walkcoach.services.transfer.zip_members import is_zip

MOST_BYTES: Final = 256 * 1024 * 1024
"""A file larger than this is no diary: sixty years of one are a fifth of it."""


class Against(StrEnum):
    """What stands against taking an entry."""

    OURS = "ours"
    """Another entry of ours belongs in the same place."""
    PROFILE = "profile"
    """The diary has its profile."""
    PAIR = "pair"
    """With our other check-in of that day it makes no whole: a symptom rated before was not rated after."""
    LOCK = "lock"
    """It would lift a lock of ours, which nothing does without being asked: the person says it on Today."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry in the file, and where in it."""

    place: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class NotTaken:
    """An entry that is not taken, and why."""

    found: Found
    against: Against


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, with nothing done yet.

    `found` is all that the file has, `puts` what would be added, `skipped` what is there already (`other_here` of them say
    something else here by now, and stay as they are here), `refused` what is not taken.
    """

    found: tuple[Found, ...]
    puts: tuple[Entry, ...]
    skipped: tuple[Entry, ...]
    other_here: int
    refused: tuple[NotTaken, ...]

    @property
    def read(self) -> int:
        """How many entries the file has: those added, skipped and refused."""
        return len(self.found)

    @property
    def added(self) -> Mapping[EntryKind, int]:
        """How many entries of each kind would be added, of those kinds that have any."""
        return _by_kind(self.puts)

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day that the file says something about; None where it is empty."""
        days = [found.entry.day for found in self.found if found.entry.kind is not EntryKind.PROFILE]
        return (min(days), max(days)) if days else None


def plan_import(
    file: BinaryIO,
    existing: Iterable[Entry],
    *,
    tell: Tell = tell_nobody,
    asked_to_stop: AskedToStop = never_stopped,
) -> ImportPlan:
    """What importing `file`, JSON or the zip of CSV, would add to a diary of the `existing` entries.

    Raises `ImportRefused` where the file is not taken at all, `Stopped` when asked to stop; an `OSError` of `file` stays one.
    `file` has to be one that can be read again from its start.
    """
    size = file.seek(0, 2)
    if size > MOST_BYTES:
        raise ImportRefused("", f"the file is {size} bytes long, and {MOST_BYTES} are the most that are read")
    read = read_csv_zip if is_zip(file) else read_json
    with _collecting_nothing():
        found = _checked(read(file, tell=tell, asked_to_stop=asked_to_stop))
    return _merged(found, existing, asked_to_stop)


def apply_import(
    plan: ImportPlan,
    book: EntryBook,
    back_up: Callable[[], object],
    moment: datetime,
    *,
    asked_to_stop: AskedToStop = never_stopped,
) -> tuple[ImportPlan, tuple[Changed, ...]]:
    """Add what `plan` found to `book`, after a backup; what was done, and what it left.

    The plan is made anew from what `book` holds by now, so that nothing that was said meanwhile is replaced. With nothing to
    add, nothing is done. Raises `Trouble`, with the diary as it was.
    """
    plan = _merged(plan.found, book.entries(), asked_to_stop)
    if not plan.puts:
        return plan, ()
    back_up()
    if asked_to_stop():
        raise Stopped
    with _collecting_nothing():
        return plan, book.change(StepKind.IMPORTED, plan.puts, (), moment)


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """No search for garbage while values are made by the hundred thousand: none of it is any, and the search takes a third."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _checked(read: Iterable[tuple[str, Entry]]) -> tuple[Found, ...]:
    """All that was read, unless it says two things about the same, or two that do not fit each other."""
    found: list[Found] = []
    ids: dict[UUID, str] = {}
    keys: dict[EntryKey, Found] = {}
    for place, entry in read:
        if entry.id in ids:
            raise ImportRefused(_field(place, "id"), f"is the id of {ids[entry.id]} already")
        ids[entry.id] = place
        if entry.key in keys:
            raise ImportRefused(_field(place, "day"), f"has an entry of this kind already: {keys[entry.key].place}")
        keys[entry.key] = Found(place, entry)
        found.append(keys[entry.key])
    for one in found:
        if isinstance(one.entry.value, AfterCheckIn):
            before = keys.get(EntryKey(EntryKind.BEFORE, one.entry.day))
            problem = before and _misfit(one.entry, before.entry)
            if problem:
                raise ImportRefused(_field(one.place, f"value.{problem.place}"), problem.message)
    return tuple(found)


def _merged(found: tuple[Found, ...], existing: Iterable[Entry], asked_to_stop: AskedToStop) -> ImportPlan:
    """What becomes of each entry that was found, beside those that exist."""
    ids = {one.entry.id for one in found}
    keys = {one.entry.key for one in found}
    partners = {partner for one in found for partner in _partner(one.entry)}
    there: dict[UUID, Entry] = {}
    ours: dict[EntryKey, Entry] = {}
    locks = LockDays()
    for entry in existing:
        locks.add(entry.day, entry.value)
        if entry.id in ids:
            there[entry.id] = entry
        if entry.key in keys or entry.key in partners:
            ours[entry.key] = entry
    if asked_to_stop():
        raise Stopped
    puts, skipped, refused, other_here = [], [], [], 0
    for one in found:
        entry, same = one.entry, there.get(one.entry.id)
        if same is not None:
            skipped.append(entry)
            other_here += (same.key, same.value) != (entry.key, entry.value)
            continue
        stands = ours.get(entry.key)
        if stands is not None and stands.value == entry.value:
            skipped.append(entry)
            continue
        against = _against(entry, stands, ours)
        if against is None:
            puts.append(one)
        else:
            refused.append(NotTaken(one, against))
    coming = LockDays()
    for put in puts:
        coming.add(put.entry.day, put.entry.value)
    for put in [put for put in puts if locks.lifted_with(put.entry.day, put.entry.value, coming)]:
        puts.remove(put)
        refused.append(NotTaken(put, Against.LOCK))
    return ImportPlan(found, tuple(put.entry for put in puts), tuple(skipped), other_here, tuple(refused))


def _against(entry: Entry, stands: Entry | None, ours: Mapping[EntryKey, Entry]) -> Against | None:
    """What stands against taking `entry`, where `stands` is what we have in its place."""
    if stands is not None:
        if not isinstance(entry.value, Profile) or not isinstance(stands.value, Profile):
            return Against.OURS
        return None if entry.value.welcomed and not stands.value.welcomed else Against.PROFILE
    return Against.PAIR if any(partner in ours and _misfit(entry, ours[partner]) for partner in _partner(entry)) else None


def _partner(entry: Entry) -> Iterator[EntryKey]:
    """Where the other check-in of the day belongs."""
    if entry.kind is EntryKind.BEFORE:
        yield EntryKey(EntryKind.AFTER, entry.day)
    if entry.kind is EntryKind.AFTER:
        yield EntryKey(EntryKind.BEFORE, entry.day)


def _misfit(one: Entry, other: Entry) -> DiaryError | None:
    """Why two check-ins of a day do not fit each other."""
    values = (one.value, other.value)
    before = next((value for value in values if isinstance(value, BeforeCheckIn)), None)
    after = next((value for value in values if isinstance(value, AfterCheckIn)), None)
    try:
        DiaryDay(one.day, before=before, after=after)
    except DiaryError as error:
        return error
    return None


def _field(place: str, name: str) -> str:
    """A field of the entry at `place`: in JSON by its path, in a table the line has to do."""
    return f"{place}.{name}" if place.startswith("entries[") else place


def _by_kind(entries: Iterable[Entry]) -> Mapping[EntryKind, int]:
    counted = Counter(entry.kind for entry in entries)
    return MappingProxyType({kind: counted[kind] for kind in EntryKind if counted[kind]})
