"""What somebody may do to a diary afterwards, in any order, beside a plain model: each state as a value, and a place among them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st

from tests import strategies
from tests.builders import MONDAY
from tests.fakes import FakeClock
from walkcoach.core.diary import DiaryError, Notes, ShorterBecause
from walkcoach.core.hand_walk import HandWalk
from walkcoach.services.diary_edits import DiaryEdits, Edit
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import EntryKey, EntryKind
from walkcoach.services.folded_diary import whole_minutes
from walkcoach.services.ports import StoredDiary, WalkKind, WalkRecord

DAYS = 6
"""Days that were lived before the acts begin; the last one is today."""
Act = tuple[str, date, Any]

some_days = st.integers(0, DAYS - 1).map(lambda number: MONDAY + timedelta(days=number))
_hand_walks = st.builds(lambda minutes, brisk: (minutes, min(minutes, brisk)), st.integers(1, 60), st.integers(0, 60))
_shorter = st.tuples(st.integers(1, 60), st.none() | st.sampled_from(ShorterBecause))
_remarks = strategies.remarks.filter(lambda text: text == text.strip()) | st.just("")


def acts(most: int = 12) -> st.SearchStrategy[list[Act]]:
    """Any acts in any order."""
    one = st.one_of(
        st.tuples(st.just("before"), some_days, strategies.befores),
        st.tuples(st.just("after"), some_days, strategies.afters),
        st.tuples(st.just("notes"), some_days, strategies.notes),
        st.tuples(st.just("remark"), some_days, _remarks),
        st.tuples(st.just("hand_walk"), some_days, _hand_walks),
        st.tuples(st.just("hand_walk_again"), some_days, _hand_walks),
        st.tuples(st.just("shorter"), some_days, _shorter),
        st.tuples(st.just("delete"), some_days, st.sampled_from([EntryKind.BEFORE, EntryKind.AFTER, EntryKind.NOTES])),
        st.tuples(st.just("delete_walk"), some_days, st.none()),
        st.tuples(st.just("delete_day"), some_days, st.none()),
        st.tuples(st.just("undo"), some_days, st.none()),
        st.tuples(st.just("redo"), some_days, st.none()),
    )
    return st.lists(one, max_size=most)


@dataclass
class Book:
    """The diary under test, its edits, and every state that it should have been in."""

    clock: FakeClock
    keeper: DiaryKeeper
    edits: DiaryEdits
    states: list[StoredDiary]
    place: int = 0

    @property
    def wanted(self) -> StoredDiary:
        """What the diary should be now."""
        return self.states[self.place]

    def act(self, act: Act) -> date | None:
        """Do it; the day that it was about, None where it was none of the person's own or changed nothing."""
        kind, day, value = act
        if kind in ("undo", "redo"):
            self._swap(kind)
            return None
        made = self._made(kind, day, value)
        if made is None:
            return None
        edit, wanted = made
        if not _fits(wanted, day):
            with pytest.raises(DiaryError):
                self.edits.make(edit)
            return None
        self.edits.make(edit)
        if wanted != self.wanted:
            self.states = [*self.states[: self.place + 1], wanted]
            self.place += 1
        return day

    def _swap(self, kind: str) -> None:
        taken = self.keeper.undo(self.clock.now()) if kind == "undo" else self.keeper.redo(self.clock.now())
        can = self.place > 0 if kind == "undo" else self.place + 1 < len(self.states)
        assert (taken is not None) is can
        if can:
            self.place += 1 if kind == "redo" else -1

    def _made(self, kind: str, day: date, value: Any) -> tuple[Edit, StoredDiary] | None:
        now = self.wanted
        walks = [walk for walk in now.walks if walk.day == day]
        match kind:
            case "before":
                return self.edits.before(day, value), replace(now, before={**now.before, day: value})
            case "after":
                return self.edits.after(day, value), replace(now, after={**now.after, day: value})
            case "notes":
                return self.edits.notes(day, value), replace(now, notes=_set(now.notes, day, None if value == Notes() else value))
            case "remark":
                return self.edits.remark(day, value), replace(now, remarks=_set(now.remarks, day, value.strip() or None))
            case "hand_walk":
                return self._hand_walk(day, value, None)
            case "hand_walk_again":
                kept = next((walk for walk in walks if walk.kind is WalkKind.BY_HAND), None)
                return None if kept is None else self._hand_walk(day, value, kept)
            case "shorter":
                return self._shorter(walks, value)
            case "delete":
                gone = _without(now, day)
                left = {
                    EntryKind.BEFORE: replace(now, before=gone.before),
                    EntryKind.AFTER: replace(now, after=gone.after),
                    EntryKind.NOTES: replace(now, notes=gone.notes),
                }
                return self.edits.delete(EntryKey(value, day)), left[value]
            case "delete_walk":
                if not walks:
                    return None
                gone = replace(now, walks=tuple(walk for walk in now.walks if walk != walks[0]))
                return self.edits.delete(EntryKey(EntryKind.WALK, id=walks[0].id)), gone
            case _:
                return self.edits.delete_day(day), _without(now, day)

    def _hand_walk(self, day: date, said: tuple[int, int], kept: WalkRecord | None) -> tuple[Edit, StoredDiary]:
        walk = HandWalk(day, *said)
        edit = self.edits.hand_walk(walk, kept)
        others = [other for other in self.wanted.walks if kept is None or other.id != kept.id]
        record = edit.puts[0].value if edit.puts else kept
        assert isinstance(record, WalkRecord)
        assert (record.day, record.walked_s, record.brisk_s, record.time_known) == (day, said[0] * 60, said[1] * 60, False)
        return edit, replace(self.wanted, walks=_sorted([*others, record]))

    def _shorter(self, walks: list[WalkRecord], said: tuple[int, ShorterBecause | None]) -> tuple[Edit, StoredDiary] | None:
        timed = next((walk for walk in walks if walk.kind is WalkKind.PLANNED), None)
        if timed is None:
            return None
        minutes = min(said[0], whole_minutes(timed.walked_s))
        edit = self.edits.timed_walk(timed, minutes, said[1])
        walked_s = timed.walked_s if minutes == whole_minutes(timed.walked_s) else minutes * 60.0
        anew = replace(timed, walked_s=walked_s, brisk_s=min(timed.brisk_s, walked_s), shorter_because=said[1])
        others = [other for other in self.wanted.walks if other.id != timed.id]
        return edit, replace(self.wanted, walks=_sorted([*others, anew]))


def _fits(diary: StoredDiary, day: date) -> bool:
    """Whether all that was rated before the walk is rated after it, too."""
    first, worst = diary.before.get(day), diary.after.get(day)
    return first is None or worst is None or set(first.ratings) <= set(worst.worst)


def _set(by_day: Any, day: date, value: object) -> dict[date, Any]:
    left = {each: kept for each, kept in by_day.items() if each != day}
    return left if value is None else {**left, day: value}


def _without(diary: StoredDiary, day: date) -> StoredDiary:
    return replace(
        diary,
        before=_set(diary.before, day, None),
        after=_set(diary.after, day, None),
        notes=_set(diary.notes, day, None),
        remarks=_set(diary.remarks, day, None),
        walks=tuple(walk for walk in diary.walks if walk.day != day),
    )


def _sorted(walks: list[WalkRecord]) -> tuple[WalkRecord, ...]:
    def order(walk: WalkRecord) -> tuple[float, UUID]:
        return walk.started.timestamp(), walk.id

    return tuple(sorted(walks, key=order))
