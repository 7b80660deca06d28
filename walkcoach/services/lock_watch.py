"""Which changes of the diary would lift a lock, or take back what has set one: these are asked about before they are made.

A warning sign or a foot finding is never cleared automatically (coaching.md, section 8): not by an edit and not by undo.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from walkcoach.core.coach_state import Lock
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes
from walkcoach.core.morning import locks_from
from walkcoach.services.entries import Changed, EntryKind, EntryValue
from walkcoach.services.folded_diary import changed
from walkcoach.services.ports import StoredDiary

_CHECK_INS = frozenset({EntryKind.BEFORE, EntryKind.AFTER})


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What changes would take back or lift.

    `told`: a warning sign or a finding that was told on a day and would be told no longer, rising by day. `lifted`: locks in
    force that a note would lift.
    """

    told: tuple[tuple[date, Lock], ...] = ()
    lifted: frozenset[Lock] = frozenset()

    def __bool__(self) -> bool:
        """Whether there is anything to ask about."""
        return bool(self.told or self.lifted)


def taken_back(diary: StoredDiary, changes: Iterable[Changed]) -> TakenBack:
    """What `changes` would take back of what `diary` holds, or lift."""
    all_changes = tuple(changes)
    told: set[tuple[date, Lock]] = set()
    for change in all_changes:
        if change.key.kind in _CHECK_INS:
            kept = (diary.before if change.key.kind is EntryKind.BEFORE else diary.after).get(change.day)
            told |= {(change.day, lock) for lock in _set_by(kept) - _set_by(change.value)}
    lifted: frozenset[Lock] = frozenset()
    if not told and any(change.key.kind is EntryKind.NOTES for change in all_changes):
        lifted = locks_in_force(diary) - locks_in_force(changed(diary, all_changes))
    return TakenBack(tuple(sorted(told)), lifted)


class LockDays:
    """Gathers, from what was said in any order, which locks were last set and last lifted on which day."""

    def __init__(self) -> None:
        self._set: dict[Lock, date] = {}
        self._lifted: dict[Lock, date] = {}

    def add(self, day: date, value: EntryValue | None) -> None:
        """Take in what was said of `day`; what bears on no lock does nothing."""
        for lock in _set_by(value):
            self._set[lock] = max(day, self._set.get(lock, day))
        for lock in _lifted_by(value):
            self._lifted[lock] = max(day, self._lifted.get(lock, day))

    def in_force(self) -> frozenset[Lock]:
        """The locks after the last day: the same as the coach's. A day's notes come before its check-ins."""
        return frozenset(lock for lock, day in self._set.items() if self._lifted.get(lock, date.min) <= day)

    def lifted_with(self, day: date, value: EntryValue | None, coming: "LockDays") -> frozenset[Lock]:
        """The locks in force that `value`, said of `day`, would lift if what is `coming` were said, too."""
        lifted = self.in_force() & _lifted_by(value)
        return frozenset(lock for lock in lifted if day > max(self._set[lock], coming._set.get(lock, date.min)))


def locks_in_force(diary: StoredDiary) -> frozenset[Lock]:
    """The locks after the last day of `diary`: the same as the coach's, from notes and check-ins alone."""
    locks = LockDays()
    for said in (diary.before, diary.after, diary.notes):
        for day, value in said.items():
            locks.add(day, value)
    return locks.in_force()


def _set_by(value: EntryValue | None) -> frozenset[Lock]:
    if isinstance(value, BeforeCheckIn | AfterCheckIn):
        return locks_from(value.warning_signs, value.feet)
    return frozenset()


def _lifted_by(value: EntryValue | None) -> frozenset[Lock]:
    if not isinstance(value, Notes):
        return frozenset()
    lifted = {Lock.WARNING_SIGN} if value.cleared else set()
    return frozenset(lifted | ({Lock.FEET_NEW} if value.feet_seen_to else set()))
