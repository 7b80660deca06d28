"""What every diary file promises of its entries: the real one, the one in memory and the keeper pass the same tests."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.builders import MONDAY, after, before, moment, notes, offer, walk
from tests.diary_files import EVERY, kept_file, memory_file, sqlite_file
from tests.fakes import MemoryDiaryStore
from walkcoach.core.diary import DiaryError
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import Symptom
from walkcoach.services.diary_keeper import DiaryFile, DiaryKeeper
from walkcoach.services.entries import DELETED_DAYS, UNDO_STEPS, Entry, EntryKey, EntryKind, StepKind, diary_of, walk_entry
from walkcoach.services.ports import StoredDiary, WalkKind

TUESDAY = MONDAY + timedelta(days=1)
BEFORE_MONDAY = EntryKey(EntryKind.BEFORE, MONDAY)


@pytest.fixture(params=EVERY)
def book(request: pytest.FixtureRequest) -> Iterator[DiaryFile]:
    """Each file in turn, empty."""
    with request.param() as made:
        yield made


def remark(text: str = "Cold wind.", uid: UUID | None = None) -> Entry:
    """A note of Monday's in the person's own words."""
    return Entry(EntryKind.REMARK, uid or uuid4(), MONDAY, moment(), text)


def test_what_was_saved_day_by_day_stands_there_as_entries_with_ids(book: DiaryFile) -> None:
    book.save_before(MONDAY, before(3), moment())
    book.save_walk(walk())
    kept = list(book.entries())
    assert [(entry.kind, entry.day, entry.said, entry.value) for entry in kept] == [
        (EntryKind.BEFORE, MONDAY, moment(), before(3)),
        (EntryKind.WALK, MONDAY, walk().started, walk()),
    ]
    assert kept[1].id == walk().id


def test_an_entry_said_again_keeps_its_id(book: DiaryFile) -> None:
    book.save_before(MONDAY, before(3), moment())
    first = next(book.entries())
    book.change(StepKind.EDITED, [replace(first, id=uuid4(), value=before(5))], (), moment(hour=12))
    assert [(entry.id, entry.value) for entry in book.entries()] == [(first.id, before(5))]


def test_undo_takes_back_the_last_step_and_redo_does_it_again(book: DiaryFile) -> None:
    book.save_before(MONDAY, before(3), moment())
    book.save_before(MONDAY, before(5), moment(hour=10))
    undone = book.undo(moment(hour=11))
    assert undone is not None
    assert (undone.step.kind, undone.step.first, undone.step.entries) == (StepKind.SAID, BEFORE_MONDAY, 1)
    assert [(change.key, change.value) for change in undone.changes] == [(BEFORE_MONDAY, before(3))]
    assert book.load().before == {MONDAY: before(3)}
    assert book.undo(moment(hour=11)) is not None
    assert book.load() == StoredDiary()
    assert book.undo(moment(hour=11)) is None
    assert [step.moment for step in book.undone_steps()] == [moment(), moment(hour=10)]
    book.redo(moment(hour=12))
    book.redo(moment(hour=12))
    assert book.load().before == {MONDAY: before(5)}
    assert book.redo(moment(hour=12)) is None


def test_another_step_ends_what_could_be_done_again(book: DiaryFile) -> None:
    book.save_before(MONDAY, before(3), moment())
    book.undo(moment())
    book.save_notes(TUESDAY, notes(cleared=True), moment(TUESDAY))
    assert book.redo(moment(TUESDAY)) is None
    assert book.load() == StoredDiary(notes={TUESDAY: notes(cleared=True)})


def test_what_the_program_keeps_by_itself_is_no_step(book: DiaryFile) -> None:
    book.save_offer(MONDAY, offer(), moment())
    book.save_walk(walk())
    book.save_profile(replace(book.load().profile, welcomed=True), moment())
    book.change(None, [remark()], (), moment())
    assert book.steps() == ()
    assert book.undo(moment()) is None


def test_a_walk_by_hand_and_a_programme_are_steps(book: DiaryFile) -> None:
    book.save_walk(walk(kind=WalkKind.BY_HAND))
    book.save_programme(MONDAY, Programme(track=Track.CAREFUL), moment(hour=11))
    assert [step.kind for step in book.steps()] == [StepKind.PROGRAMME, StepKind.SAID]
    book.undo(moment(hour=12))
    book.undo(moment(hour=12))
    assert book.load() == StoredDiary()


def test_saying_the_same_again_is_no_step(book: DiaryFile) -> None:
    book.save_before(MONDAY, before(3), moment())
    book.save_before(MONDAY, before(3), moment(hour=11))
    assert len(book.steps()) == 1


def test_a_deleted_entry_is_kept_for_thirty_days_and_can_be_put_back(book: DiaryFile) -> None:
    kept = remark("مشيت 👟, \"slowly\"\n")
    book.change(StepKind.SAID, [kept], (), moment())
    book.change(StepKind.DELETED, (), [kept.key], moment(hour=10))
    assert book.load() == StoredDiary()
    (deleted,) = book.deleted(moment() + timedelta(days=DELETED_DAYS))
    assert (deleted.entry, deleted.moment) == (kept, moment(hour=10))
    assert book.deleted(moment(hour=10) + timedelta(days=DELETED_DAYS)) == ()
    book.change(StepKind.PUT_BACK, [deleted.entry], (), moment(hour=11))
    assert book.load().remarks == {MONDAY: kept.value}
    assert book.deleted(moment(hour=12)) == ()


def test_an_undone_deletion_is_deleted_no_more_and_done_again_it_is(book: DiaryFile) -> None:
    book.change(StepKind.SAID, [remark()], (), moment())
    book.change(StepKind.DELETED, (), [remark().key], moment(hour=10))
    book.undo(moment(hour=11))
    assert (len(book.load().remarks), book.deleted(moment(hour=11))) == (1, ())
    book.redo(moment(hour=12))
    assert (len(book.load().remarks), len(book.deleted(moment(hour=12)))) == (0, 1)


def test_deleting_what_is_not_there_is_no_step(book: DiaryFile) -> None:
    assert book.change(StepKind.DELETED, (), [BEFORE_MONDAY, EntryKey(EntryKind.WALK, id=uuid4())], moment()) == ()
    assert book.steps() == ()


def test_so_many_steps_can_be_undone(book: DiaryFile) -> None:
    for number in range(UNDO_STEPS + 5):
        book.save_notes(MONDAY, notes(cleared=number % 2 == 0), moment(minute=number))
    assert len(book.steps()) == UNDO_STEPS
    for _number in range(UNDO_STEPS):
        assert book.undo(moment(hour=12)) is not None
    assert book.undo(moment(hour=12)) is None
    assert book.load().notes == {MONDAY: notes(cleared=True)}


def test_a_step_of_many_entries_is_undone_as_one(book: DiaryFile) -> None:
    book.save_before(MONDAY, before(3), moment())
    day = [walk_entry(walk(TUESDAY)), Entry(EntryKind.AFTER, uuid4(), MONDAY, moment(), after(4)), remark()]
    book.change(StepKind.IMPORTED, day, (), moment(hour=12))
    assert book.steps()[0].entries == len(day)
    book.undo(moment(hour=13))
    assert book.load() == StoredDiary(before={MONDAY: before(3)})
    book.redo(moment(hour=13))
    assert diary_of(book.entries()) == book.load() != StoredDiary(before={MONDAY: before(3)})


def test_a_walk_with_its_marks_comes_back_whole(book: DiaryFile) -> None:
    kept = walk(kind=WalkKind.FREE, brisk=3, marks=(1.5, 70.25))
    book.save_walk(kept)
    book.change(StepKind.DELETED, (), [walk_entry(kept).key], moment(hour=12))
    book.undo(moment(hour=12))
    assert book.load().walks == (kept,)


def test_the_keeper_refuses_two_check_ins_that_do_not_fit_each_other() -> None:
    keeper = DiaryKeeper(MemoryDiaryStore())
    keeper.save_before(MONDAY, before(ratings={Symptom.TINGLING: 2, Symptom.CRAMPS: 1}), moment())
    with pytest.raises(DiaryError, match=r"worst\.cramps"):
        keeper.change(StepKind.EDITED, [Entry(EntryKind.AFTER, uuid4(), MONDAY, moment(), after(3))], (), moment())
    assert keeper.load().after == {}


steps = st.sampled_from([None, *StepKind])
wishes = st.lists(
    st.one_of(
        st.tuples(st.just("put"), steps, st.lists(strategies.entries(strategies.few_days), max_size=3)),
        st.tuples(st.just("remove"), steps, st.sampled_from(EntryKind)),
        st.tuples(st.just("undo"), st.none(), st.none()),
        st.tuples(st.just("redo"), st.none(), st.none()),
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(wishes=wishes)
def test_file_fake_and_keeper_agree_after_any_changes(wishes: list[tuple[str, StepKind | None, object]]) -> None:
    with sqlite_file() as real, memory_file() as fake, kept_file() as keeper:
        books = (real, fake, keeper)
        for number, (what, step, which) in enumerate(wishes):
            told = [wish(book, what, step, which, number) for book in books]
            assert told[0] == told[1] == told[2]
            assert real.load() == fake.load() == keeper.load()
            assert real.steps() == fake.steps() == keeper.steps()
            assert real.undone_steps() == fake.undone_steps()
        last = moment(hour=20)
        assert real.deleted(last) == fake.deleted(last)
        assert list(real.entries()) == list(fake.entries())
        assert diary_of(real.entries()) == real.load()


def wish(book: DiaryFile, what: str, step: StepKind | None, which: object, number: int) -> object:
    """Carry out one wish."""
    then = moment(minute=number)
    match what, which:
        case "put", list(puts):
            return book.change(step, puts, (), then)
        case "remove", EntryKind() as kind:
            keys = sorted({entry.key for entry in book.entries() if entry.kind is kind}, key=str)[:2]
            return book.change(step, (), keys, then)
        case "undo", _:
            return book.undo(then)
        case _:
            return book.redo(then)
