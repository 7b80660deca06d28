"""What would lift a lock, or take back what has set one, is always noticed: no edit, no undo and no doing again slips by."""

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import given, settings

from tests import strategies
from tests.builders import MONDAY, before, notes
from tests.fakes import FakeClock, MemoryDiaryStore
from tests.services.diary_acts import DAYS, Act, Book, acts
from walkcoach.core.coach_state import Lock
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.diary_edits import DiaryEdits
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import Changed
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.lock_watch import TakenBack, locks_in_force, taken_back
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


@settings(deadline=None, max_examples=200)
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
