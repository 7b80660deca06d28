"""Which changes of the diary would lift a lock, or take a warning sign back: these are asked about before they are made.

A warning sign or a foot finding is never cleared automatically (coaching.md, section 8): not by an edit, not by undo and not by
going back to a backup from before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from walkcoach.core.coach_state import Lock
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes
from walkcoach.core.morning import locks_from
from walkcoach.core.symptoms import TODAY_ONLY
from walkcoach.services.entries import Changed, EntryKind, EntryValue
from walkcoach.services.folded_diary import changed
from walkcoach.services.ports import StoredDiary

_CHECK_INS = frozenset({EntryKind.BEFORE, EntryKind.AFTER})


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What changes would take back or lift.

    `told`: a warning sign or a finding that was told on a day and would be told no longer, rising by day. `lifted`: locks in
    force that a note would lift. `today_only`: days of which a sign that stops that day's walk alone was told, rising.
    `walked`: days whose check-in before the walk would go although the walk stays.
    """

    told: tuple[tuple[date, Lock], ...] = ()
    lifted: frozenset[Lock] = frozenset()
    today_only: tuple[date, ...] = ()
    walked: tuple[date, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to ask about."""
        return bool(self.told or self.lifted or self.today_only or self.walked)


def taken_back(diary: StoredDiary, changes: Iterable[Changed]) -> TakenBack:
    """What `changes` would take back of what `diary` holds, or lift."""
    all_changes = tuple(changes)
    told: set[tuple[date, Lock]] = set()
    today_only: set[date] = set()
    for change in all_changes:
        if change.key.kind in _CHECK_INS:
            kept = (diary.before if change.key.kind is EntryKind.BEFORE else diary.after).get(change.day)
            told |= {(change.day, lock) for lock in _set_by(kept) - _set_by(change.value)}
            if _stops_the_day(kept) and not _stops_the_day(change.value) and Lock.WARNING_SIGN not in _set_by(change.value):
                today_only.add(change.day)
    lifted: frozenset[Lock] = frozenset()
    if not told and any(change.key.kind is EntryKind.NOTES for change in all_changes):
        lifted = locks_in_force(diary) - locks_in_force(changed(diary, all_changes))
    return TakenBack(tuple(sorted(told)), lifted, tuple(sorted(today_only)))


def lost_between(now: StoredDiary, then: StoredDiary) -> TakenBack:
    """What would be taken back or lifted if the diary, which is `now`, became `then`: of what still bears on the next walk.

    Those are the locks in force, and signs for a day alone since the day of the last walk.
    """
    set_now, set_then = _locks_of(now), _locks_of(then)
    gone = set_now.in_force() - set_then.in_force()
    told = {(set_now.set_on(lock), lock) for lock in gone if set_then.set_on(lock) < set_now.set_on(lock)}
    lifted = gone - {lock for _day, lock in told}
    last_walk = max((walk.day for walk in now.walks), default=date.min)
    today_only = {
        day
        for here, there in ((now.before, then.before), (now.after, then.after))
        for day, value in here.items()
        if day >= last_walk and _stops_the_day(value) and not _stops_the_day(there.get(day))
    }
    if Lock.WARNING_SIGN in set_then.in_force():  # the plan is off there all the same
        today_only.clear()
    return TakenBack(tuple(sorted(told)), frozenset(lifted), tuple(sorted(today_only)))


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

    def set_on(self, lock: Lock) -> date:
        """The last day on which `lock` was set, lifted since or not; the first day of all where it never was."""
        return self._set.get(lock, date.min)

    def in_force(self) -> frozenset[Lock]:
        """The locks after the last day: the same as the coach's. A day's notes come before its check-ins."""
        return frozenset(lock for lock, day in self._set.items() if self._lifted.get(lock, date.min) <= day)

    def lifted_with(self, day: date, value: EntryValue | None, coming: "LockDays") -> frozenset[Lock]:
        """The locks in force that `value`, said of `day`, would lift if what is `coming` were said, too."""
        lifted = self.in_force() & _lifted_by(value)
        return frozenset(lock for lock in lifted if day > max(self._set[lock], coming._set.get(lock, date.min)))


def locks_in_force(diary: StoredDiary) -> frozenset[Lock]:
    """The locks after the last day of `diary`: the same as the coach's, from notes and check-ins alone."""
    return _locks_of(diary).in_force()


def _locks_of(diary: StoredDiary) -> LockDays:
    locks = LockDays()
    for said in (diary.before, diary.after, diary.notes):
        for day, value in said.items():
            locks.add(day, value)
    return locks


def _set_by(value: EntryValue | None) -> frozenset[Lock]:
    if isinstance(value, BeforeCheckIn | AfterCheckIn):
        return locks_from(value.warning_signs, value.feet)
    return frozenset()


def _stops_the_day(value: EntryValue | None) -> bool:
    return isinstance(value, BeforeCheckIn | AfterCheckIn) and not TODAY_ONLY.isdisjoint(value.warning_signs)


def _lifted_by(value: EntryValue | None) -> frozenset[Lock]:
    if not isinstance(value, Notes):
        return frozenset()
    lifted = {Lock.WARNING_SIGN} if value.cleared else set()
    return frozenset(lifted | ({Lock.FEET_NEW} if value.feet_seen_to else set()))
