"""Undo for the window: what comes next, in words, and that 30 steps are kept by either diary."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import MONDAY, after, before, notes, slow_answers
from tests.fakes import FakeClock, MemoryDiaryStore
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.core.hand_walk import HandWalk
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import SlowSign
from walkcoach.services.diary_edits import DiaryEdits
from walkcoach.services.diary_keeper import DiaryFile, DiaryKeeper
from walkcoach.services.entries import UNDO_STEPS, Changed, EntryKey, EntryKind, StepKind
from walkcoach.services.undoing import Undoing


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DiaryFile]:
    made: DiaryFile = MemoryDiaryStore() if request.param == "memory" else SqliteDiaryStore(tmp_path / "diary.sqlite3")
    yield made
    made.close()


def test_thirty_steps_can_be_taken_back_and_done_again_one_by_one(store: DiaryFile) -> None:
    clock, keeper = FakeClock(), DiaryKeeper(store)
    edits, undoing = DiaryEdits(clock, keeper), Undoing(clock, keeper)
    states = [keeper.load()]
    for number in range(UNDO_STEPS):
        edits.make(edits.remark(MONDAY, f"note {number}"))
        states.append(keeper.load())
    assert UNDO_STEPS >= 30
    for state in reversed(states[:-1]):
        assert undoing.undo() is not None
        assert keeper.load() == state == store.load()
    assert undoing.undo() is None
    for state in states[1:]:
        assert undoing.redo() is not None
        assert keeper.load() == state == store.load()
    assert undoing.redo() is None


def test_the_steps_outlive_the_program(store: DiaryFile) -> None:
    clock, keeper = FakeClock(), DiaryKeeper(store)
    edits = DiaryEdits(clock, keeper)
    edits.make(edits.remark(MONDAY, "first"))
    then = keeper.load()
    edits.make(edits.delete_day(MONDAY))
    again = DiaryKeeper(store)
    assert Undoing(clock, again).undo() is not None
    assert again.load() == then


def test_what_was_deleted_is_kept_for_thirty_days_and_not_longer(store: DiaryFile) -> None:
    clock, keeper = FakeClock(), DiaryKeeper(store)
    edits = DiaryEdits(clock, keeper)
    edits.make(edits.remark(MONDAY, "gone"))
    edits.make(edits.delete_day(MONDAY))
    clock.next_day(30)
    clock.set_wall(clock.now() - timedelta(minutes=1))
    assert [each.entry.value for each in keeper.deleted(clock.now())] == ["gone"]
    clock.next_day()
    assert keeper.deleted(clock.now()) == ()


def test_what_undoing_would_change_is_what_it_then_changes(store: DiaryFile) -> None:
    clock, keeper = FakeClock(), DiaryKeeper(store)
    edits = DiaryEdits(clock, keeper)
    keeper.save_before(MONDAY, before(2), clock.now())
    keeper.save_after(MONDAY, after(3), clock.now())
    edits.make(edits.hand_walk(HandWalk(MONDAY - timedelta(days=1), 20, 0)))
    edits.make(edits.delete_day(MONDAY))
    for changes, swap in ((keeper.undo_changes, keeper.undo), (keeper.redo_changes, keeper.redo)):
        for _step in range(4):
            foretold = changes()
            then = keeper.load()
            taken = swap(clock.now())
            assert taken is not None
            assert taken.changes == foretold
            assert keeper.load() != then
        assert changes() == ()
    assert keeper.redo_changes() == ()
    keeper.undo(clock.now())
    assert Changed(EntryKey(EntryKind.BEFORE, MONDAY), MONDAY, None) in keeper.redo_changes()


def test_a_step_that_changed_an_entry_twice_is_undone_backwards_and_done_again_forwards(store: DiaryFile) -> None:
    clock, keeper = FakeClock(), DiaryKeeper(store)
    for score in (1, 2):
        keeper.save_before(MONDAY, before(score), clock.now())
    (entry,) = [entry for entry in keeper.entries() if entry.kind is EntryKind.BEFORE]
    keeper.change(StepKind.IMPORTED, [replace(entry, value=before(3))], [entry.key], clock.now())
    assert [change.value for change in keeper.undo_changes()] == [None, before(2)]
    for swap, score in ((keeper.undo, 2), (keeper.undo, 1), (keeper.redo, 2), (keeper.redo, 3)):
        swap(clock.now())
        assert keeper.load().before == store.load().before == {MONDAY: before(score)}


def test_each_step_is_named_with_its_day() -> None:
    clock, keeper = FakeClock(), DiaryKeeper(MemoryDiaryStore())
    edits, undoing = DiaryEdits(clock, keeper), Undoing(clock, keeper)
    yesterday, friday, long_ago = (MONDAY - timedelta(days=away) for away in (1, 3, 40))
    said: list[str] = []

    def told() -> str:
        step = undoing.last()
        assert step is not None
        return undoing.sentence(step)

    for day in (MONDAY, yesterday, friday, long_ago):
        keeper.save_before(day, before(2), clock.now())
        said.append(told())
    keeper.save_after(MONDAY, after(2), clock.now())
    said.append(told())
    edits.make(edits.after(MONDAY, after(3)))
    said.append(told())
    edits.make(edits.notes(yesterday, notes(cleared=True)))
    said.append(told())
    edits.make(edits.hand_walk(HandWalk(friday, 20, 0)))
    said.append(told())
    keeper.save_programme(MONDAY, Programme(track=Track.GENTLE), clock.now())
    said.append(told())
    keeper.save_slow_answers(MONDAY, slow_answers(SlowSign.GAIT_CHANGE), clock.now())
    said.append(told())
    edits.make(edits.remark(MONDAY, "windy"))
    edits.make(edits.remark(MONDAY, ""))
    said.append(told())
    back = edits.put_back(keeper.deleted(clock.now())[0])
    assert back is not None
    edits.make(back)
    said.append(told())
    edits.make(edits.delete_day(friday))
    said.append(told())
    assert said == [
        "Added: today's check-in before the walk.",
        "Added: yesterday's check-in before the walk.",
        "Added: Friday's check-in before the walk.",
        "Added: the check-in before the walk of 26 November.",
        "Added: today's check-in after the walk.",
        "Changed: today's check-in after the walk.",
        "Added: yesterday's entry for the coach.",
        "Added: Friday's walk.",
        "Changed: today's change of the programme.",
        "Added: today's answers to the monthly question.",
        "Deleted: today's note.",
        "Put back: today's note.",
        "Deleted: Friday's entries.",
    ]


def test_an_import_is_named_by_its_size_and_others_by_the_first_and_how_many_more() -> None:
    clock, keeper = FakeClock(), DiaryKeeper(MemoryDiaryStore())
    undoing = Undoing(clock, keeper)
    other = DiaryKeeper(MemoryDiaryStore())
    for away in range(3):
        other.save_before(MONDAY - timedelta(days=away), before(2), clock.now())
    entries = [entry for entry in other.entries() if entry.kind is EntryKind.BEFORE]
    keeper.change(StepKind.IMPORTED, entries, (), clock.now())
    last = undoing.last()
    assert last is not None
    assert undoing.sentence(last) == "Done: the import of 3 entries."
    keeper.change(StepKind.PUT_BACK, [], [entries[0].key], clock.now())
    keeper.change(StepKind.PUT_BACK, entries[:2], [entries[2].key], clock.now())
    last = undoing.last()
    assert last is not None
    assert undoing.name(last).endswith("and 1 more entry")
    assert undoing.today() == MONDAY
