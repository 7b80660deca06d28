"""What would lift a lock, or take back what has set one, is always noticed: no edit, no undo and no doing again slips by."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import given, settings

from tests import strategies
from tests.builders import MONDAY, after, before, notes, walk
from tests.fakes import FakeClock, MemoryDiaryStore
from tests.services.diary_acts import DAYS, Act, Book, acts
from walkcoach.core.coach_state import Lock
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.diary_edits import DiaryEdits
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import Changed, Entry, EntryKind, StepKind, walk_entry
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.lock_watch import TakenBack, locks_in_force, lost_between, taken_back
from walkcoach.services.ports import StoredDiary
from walkcoach.services.undoing import Undoing

FAR = MONDAY + timedelta(days=900)
SIGN = before(2, signs=[WarningSign.CHEST_PAIN])


@settings(deadline=None)
@given(strategies.diaries)
def test_the_locks_in_force_are_those_that_the_coach_finds(diary: StoredDiary) -> None:
    assert locks_in_force(diary) == FoldedDiary(diary).state_before(FAR).locks


class Watched(DiaryKeeper):
    """Looks at every change: no lock goes with one that nothing would have been asked about."""

    def _apply(self, changes: Sequence[Changed]) -> None:
        then = self.state_before(FAR).locks
        asks = taken_back(self.load(), changes)
        super()._apply(changes)
        gone = then - self.state_before(FAR).locks
        assert asks or not gone, (changes, gone)


@settings(deadline=None, max_examples=80)
@given(acts(20))
def test_no_lock_ever_goes_without_being_asked_about(what: list[Act]) -> None:
    clock, keeper = FakeClock(), Watched(MemoryDiaryStore())
    clock.next_day(DAYS - 1)
    book = Book(clock, keeper, DiaryEdits(clock, keeper), [keeper.load()])
    for act in what:
        book.act(act)


def test_undoing_a_check_in_with_a_sign_asks_and_doing_it_again_does_not() -> None:
    clock, keeper = FakeClock(), DiaryKeeper(MemoryDiaryStore())
    undoing = Undoing(clock, keeper)
    keeper.save_before(MONDAY, SIGN, clock.now())
    assert undoing.undo_asks() == TakenBack(((MONDAY, Lock.WARNING_SIGN),))
    undoing.undo()
    assert not undoing.redo_asks()


def test_undoing_the_deletion_of_a_clearing_note_asks_since_it_lifts_the_lock_again() -> None:
    clock, keeper = FakeClock(), DiaryKeeper(MemoryDiaryStore())
    undoing, edits = Undoing(clock, keeper), DiaryEdits(clock, keeper)
    keeper.save_before(MONDAY - timedelta(days=1), SIGN, clock.now())
    keeper.save_notes(MONDAY, notes(cleared=True), clock.now())
    assert not undoing.undo_asks()  # taking the note back locks again
    edits.make(edits.delete_day(MONDAY))
    assert undoing.undo_asks() == TakenBack((), frozenset({Lock.WARNING_SIGN}))


@pytest.mark.parametrize("sign", [WarningSign.LOW_GLUCOSE, WarningSign.UNWELL])
def test_a_sign_for_today_alone_is_not_taken_back_unasked_by_undo_edit_or_deletion(sign: WarningSign) -> None:
    clock, keeper = FakeClock(), DiaryKeeper(MemoryDiaryStore())
    undoing, edits = Undoing(clock, keeper), DiaryEdits(clock, keeper)
    today, asked = clock.today(), TakenBack(today_only=(clock.today(),))
    keeper.save_before(today, before(2, signs=[sign]), clock.now())
    assert undoing.undo_asks() == asked
    assert edits.asks(edits.before(today, before(2))) == asked
    assert edits.asks(edits.delete_day(today)) == asked
    assert not edits.asks(edits.before(today, before(3, signs=[sign])))
    assert edits.asks(edits.before(today, SIGN)) == TakenBack(), "a lock in its place is more, not less"


def test_undoing_the_check_in_before_a_timed_walk_asks_since_the_walk_is_no_step() -> None:
    clock, keeper = FakeClock(), DiaryKeeper(MemoryDiaryStore())
    undoing = Undoing(clock, keeper)
    keeper.save_before(MONDAY, before(2), clock.now())
    assert not undoing.undo_asks()
    keeper.save_walk(walk())
    assert undoing.undo_asks() == TakenBack(walked=(MONDAY,))
    keeper.save_before(MONDAY, before(3), clock.now())
    assert not undoing.undo_asks(), "the check-in of before stands in its place"


def test_undoing_an_import_whose_walks_go_with_their_check_ins_asks_nothing() -> None:
    clock, keeper = FakeClock(), DiaryKeeper(MemoryDiaryStore())
    said = Entry(EntryKind.BEFORE, uuid4(), MONDAY, clock.now(), before(2))
    keeper.change(StepKind.IMPORTED, [said, walk_entry(walk())], [], clock.now())
    assert not Undoing(clock, keeper).undo_asks()


@settings(deadline=None)
@given(strategies.diaries, strategies.diaries)
def test_no_lock_goes_unasked_where_one_diary_takes_the_place_of_another(now: StoredDiary, then: StoredDiary) -> None:
    lost = lost_between(now, then)
    gone = locks_in_force(now) - locks_in_force(then)
    assert {lock for _day, lock in lost.told} | lost.lifted == gone
    assert not lost_between(now, now)


def test_going_back_asks_what_was_a_mistake_and_what_was_looked_at() -> None:
    then = StoredDiary(before={MONDAY: before(2)})
    locked = StoredDiary(before={MONDAY: SIGN})
    noted = replace(locked, notes={MONDAY + timedelta(days=1): notes(cleared=True)})
    assert lost_between(locked, then) == TakenBack(told=((MONDAY, Lock.WARNING_SIGN),))
    assert lost_between(locked, noted) == TakenBack(lifted=frozenset({Lock.WARNING_SIGN}))
    assert not lost_between(noted, then), "what was looked at keeps nothing off any more"
    assert not lost_between(then, locked)


def test_going_back_asks_about_a_sign_for_a_day_alone_until_the_next_walk() -> None:
    unwell = StoredDiary(after={MONDAY: after(2, signs=[WarningSign.UNWELL])}, walks=(walk(),))
    assert lost_between(unwell, StoredDiary()) == TakenBack(today_only=(MONDAY,))
    walked_since = replace(unwell, walks=(walk(), walk(MONDAY + timedelta(days=1))))
    assert not lost_between(walked_since, StoredDiary())
    assert not lost_between(unwell, StoredDiary(before={MONDAY: SIGN})), "the plan is off there all the same"
