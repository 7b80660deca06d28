"""The diary in memory: what was said, as days, and what the coach makes of them.

The coach's state after each diary day is kept; an edit replays only from the day edited, to the same result as a full fold.
Nothing here saves: `diary_keeper` does, and tells what has changed.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import floor
from typing import Any, Final

from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision
from walkcoach.core.diary import DayWalk, DiaryDay, Notes
from walkcoach.core.fold import step
from walkcoach.core.programme import Programme
from walkcoach.services.entries import FIELDS, Changed, EntryKind, by_start
from walkcoach.services.ports import Profile, StoredDiary, WalkKind, WalkRecord

_MOST_MIN: Final = 24 * 60
_MANY: Final = 300
"""Beyond so many changes it is quicker to begin anew."""
_DAY_KINDS: Final = frozenset({EntryKind.BEFORE, EntryKind.AFTER, EntryKind.NOTES, EntryKind.WALK})
"""Entries that make a day a diary day."""
_FOLDED_KINDS: Final = _DAY_KINDS | {EntryKind.OFFER, EntryKind.PROGRAMME}
"""Entries that the coach sees."""


class FoldedDiary:
    """Holds a diary. All its days are diary days: those with a check-in, a note or a part of the day's plan.

    `edition` counts the changes; `unchanged_before` tells from which day on the days of an edition may be others by now.
    """

    def __init__(self, diary: StoredDiary) -> None:
        self._edits: list[date] = []
        self._diary = diary
        self._take(diary)

    @property
    def edition(self) -> int:
        """How often the diary has changed."""
        return len(self._edits)

    def unchanged_before(self, edition: int) -> date:
        """The first day that a change since `edition` was about; before it all days are as they were. `date.max`: no change."""
        return min(self._edits[edition:], default=date.max)

    def load(self) -> StoredDiary:
        """The diary as it now is, from memory."""
        return self._diary

    def days(self) -> tuple[date, ...]:
        """The dates of all diary days, rising."""
        return tuple(self._dates)

    def day(self, on: date) -> DiaryDay:
        """The day `on`, empty where nothing was said. Parts of the day's plan are summed; other walks do not count here."""
        diary = self._diary
        return DiaryDay(
            on,
            before=diary.before.get(on),
            walk=walk_of(self.walks_on(on)),
            after=diary.after.get(on),
            notes=diary.notes.get(on, Notes()),
            offered=diary.offers.get(on),
        )

    def walks_on(self, on: date) -> tuple[WalkRecord, ...]:
        """Every walk of the day, of all kinds, rising by start."""
        return self._walks.get(on, ())

    def programme_on(self, on: date) -> Programme:
        """The programme that holds on the day: the last one set until then, at first the default."""
        number = bisect_left(self._programme_dates, on)
        if number < len(self._programme_dates) and self._programme_dates[number] == on:
            return self._diary.programmes[on]
        return self._diary.programmes[self._programme_dates[number - 1]] if number else Programme()

    def state_before(self, on: date) -> CoachState:
        """What the coach knows when the day begins. A day that was folded before is not folded again."""
        wanted = bisect_left(self._dates, on)
        while len(self._folded) < wanted:
            day = self._dates[len(self._folded)]
            state = self._folded[-1][1] if self._folded else CoachState.begin()
            self._folded.append(step(state, self.day(day), self.programme_on(day)))
        return self._folded[wanted - 1][1] if wanted else CoachState.begin()

    def decision_on(self, on: date) -> Decision:
        """What the day offered: as it was shown if it was walked, else what the coach says of it now, unwalked."""
        state = self.state_before(on + timedelta(days=1))
        number = bisect_left(self._dates, on)
        if number < len(self._folded) and self._dates[number] == on:
            return self._folded[number][0]
        return decide(state, DiaryDay(on), self.programme_on(on), walking=False)

    def fold_all(self) -> "FoldedDiary":
        """Fold every day now rather than when it is first asked for: twenty years take some tenths of a second. Gives itself."""
        self.state_before(date.max)
        return self

    def _take(self, diary: StoredDiary) -> None:
        """Hold another diary."""
        self._diary = diary
        self._programme_dates = sorted(diary.programmes)
        self._walks = _by_day(diary.walks)
        dates = {*diary.before, *diary.after, *diary.notes}
        self._dates = sorted(dates | {day for day, walks in self._walks.items() if walk_of(walks) is not None})
        self._folded: list[tuple[Decision, CoachState]] = []
        self._edits.append(date.min)

    def _adopt(self, other: "FoldedDiary") -> None:
        """Hold the diary of `other`, with all that it has folded; `other` is not to be used any more."""
        self._diary = other._diary
        self._programme_dates = other._programme_dates
        self._walks = other._walks
        self._dates = other._dates
        self._folded = other._folded
        self._edits.append(date.min)

    def _apply(self, changes: Sequence[Changed]) -> None:
        """Take what has changed into memory, and forget what was folded from there on."""
        if len(changes) > _MANY:
            self._take(changed(self._diary, changes))
            return
        ids = {change.key.id for change in changes if change.key.kind is EntryKind.WALK}
        walk_days = {walk.day for walk in self._diary.walks if walk.id in ids} if ids else set()
        self._diary = changed(self._diary, changes)
        kinds = {change.key.kind for change in changes}
        if EntryKind.PROGRAMME in kinds:
            self._programme_dates = sorted(self._diary.programmes)
        walk_days |= {change.day for change in changes if change.key.kind is EntryKind.WALK}
        if walk_days:
            self._regroup_walks(walk_days)
        for day in walk_days | {change.day for change in changes if change.key.kind in _DAY_KINDS}:
            self._edited(day)
        for day in {change.day for change in changes if change.key.kind in _FOLDED_KINDS - _DAY_KINDS}:
            self._forget_from(day)
        touched = walk_days | {change.day for change in changes if change.key.kind is not EntryKind.PROFILE}
        self._edits.append(min(touched, default=date.max))

    def _regroup_walks(self, days: Iterable[date]) -> None:
        wanted = frozenset(days)
        self._walks |= dict.fromkeys(wanted, ())
        for walk in self._diary.walks:
            if walk.day in wanted:
                self._walks[walk.day] += (walk,)

    def _edited(self, day: date) -> None:
        """Bring the list of diary days up to date with `day`, and forget what was folded from it on."""
        diary = self._diary
        is_one = day in diary.before or day in diary.after or day in diary.notes or walk_of(self.walks_on(day)) is not None
        number = bisect_left(self._dates, day)
        was_one = number < len(self._dates) and self._dates[number] == day
        self._forget_from(day)
        if is_one and not was_one:
            insort(self._dates, day)
        elif was_one and not is_one:
            del self._dates[number]

    def _forget_from(self, day: date) -> None:
        del self._folded[bisect_left(self._dates, day) :]


def changed(diary: StoredDiary, changes: Iterable[Changed]) -> StoredDiary:
    """`diary` with the changes, one after the other."""
    fields: dict[str, Any] = {}
    names = dict(FIELDS)
    walks: dict[object, WalkRecord | None] = {}
    profile = diary.profile
    for change in changes:
        value = change.value
        if change.key.kind is EntryKind.WALK:
            walks[change.key.id] = value if isinstance(value, WalkRecord) else None
        elif change.key.kind is EntryKind.PROFILE:
            profile = value if isinstance(value, Profile) else Profile()
        else:
            name = names[change.key.kind]
            by_day = fields.setdefault(name, dict(getattr(diary, name)))
            by_day.pop(change.day, None)
            if value is not None:
                by_day[change.day] = value
    if walks:
        kept = [walk for walk in diary.walks if walk.id not in walks]
        kept += [walk for walk in walks.values() if walk is not None]
        return replace(diary, walks=tuple(sorted(kept, key=by_start)), profile=profile, **fields)
    return replace(diary, profile=profile, **fields)


def state_on(diary: FoldedDiary, on: date) -> CoachState:
    """What holds as the day begins: the diary's `state_before`, and every lock that a day dated later has left.

    A journey west, or a clock put right, goes back behind what was said already; a warning sign stands all the same.
    """
    state = diary.state_before(on)
    if not any(day > on for day in diary.days()[-1:]):
        return state
    ahead = diary.state_before(date.max)
    return replace(state, locks=state.locks | ahead.locks, after_clearance=state.after_clearance or ahead.after_clearance)


def walk_of(walks: Iterable[WalkRecord]) -> DayWalk | None:
    """The parts of a day's plan as one walk, in whole minutes, rounded half up; None without a part.

    The reason for a shorter walk is the last part's: whoever goes on to the end has not stopped early.
    """
    parts = [walk for walk in walks if walk.kind is WalkKind.PLANNED]
    if not parts:
        return None
    minutes = min(_MOST_MIN, whole_minutes(sum(part.walked_s for part in parts)))
    brisk = min(minutes, whole_minutes(sum(part.brisk_s for part in parts)))
    return DayWalk(minutes, brisk, parts[-1].shorter_because)


def whole_minutes(seconds: float) -> int:
    """`seconds` as whole minutes, rounded half up."""
    return floor((seconds + 30) / 60)


def _by_day(walks: Iterable[WalkRecord]) -> dict[date, tuple[WalkRecord, ...]]:
    days: dict[date, list[WalkRecord]] = {}
    for walk in walks:
        days.setdefault(walk.day, []).append(walk)
    return {day: tuple(each) for day, each in days.items()}
