"""Edits of the diary: any order of them beside a plain model, what was offered stays, and what is refused."""

from datetime import UTC, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given, settings

from tests.builders import MONDAY, after, before, notes, walk
from tests.fakes import MemoryDiaryStore
from tests.services.days import Person
from tests.services.diary_acts import DAYS, Act, Book, acts
from walkcoach.core.diary import DiaryError, Notes, ShorterBecause
from walkcoach.core.hand_walk import HandWalk, HandWalkFault, HandWalkField
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.diary_edits import REMARK_MOST, DiaryEdits, Edit
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import EntryKey, EntryKind, StepKind
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import StoredDiary, WalkKind

LAST = MONDAY + timedelta(days=DAYS - 1)


def five_days() -> StoredDiary:
    """Five days lived as planned."""
    person = Person()
    for _day in range(DAYS - 1):
        person.live()
    return person.store.load()


LIVED = five_days()


def book_of(diary: StoredDiary = LIVED) -> Book:
    """A diary to edit, on the morning of the sixth day."""
    person = Person()
    person.clock.next_day(DAYS - 1)
    keeper = DiaryKeeper(MemoryDiaryStore(diary))
    numbers = count(100)
    return Book(person.clock, keeper, DiaryEdits(person.clock, keeper, lambda: UUID(int=next(numbers))), [keeper.load()])


@settings(deadline=None)
@given(acts())
def test_any_order_of_edits_undo_and_redo_is_what_a_plain_model_says(what: list[Act]) -> None:
    book = book_of()
    for act in what:
        book.act(act)
        assert book.keeper.load() == book.wanted
    anew = DiaryKeeper(MemoryDiaryStore(book.wanted))
    assert book.keeper.days() == anew.days()
    assert book.keeper.state_before(LAST + timedelta(days=1)) == anew.state_before(LAST + timedelta(days=1))


@settings(deadline=None)
@given(acts())
def test_no_edit_changes_what_was_offered_on_a_walked_day_or_a_decision_before_its_own_day(what: list[Act]) -> None:
    book = book_of()
    for act in what:
        then = {day: book.keeper.decision_on(day) for day in book.keeper.days()}
        day = book.act(act)
        assert book.keeper.load().offers == LIVED.offers
        for walked in book.keeper.days():
            if book.keeper.day(walked).walked and walked in LIVED.offers:
                assert book.keeper.decision_on(walked) == LIVED.offers[walked]
            if day is not None and walked < day and walked in then:
                assert book.keeper.decision_on(walked) == then[walked]


@settings(deadline=None)
@given(acts())
def test_all_of_it_can_be_taken_back_step_by_step_and_done_again(what: list[Act]) -> None:
    book = book_of()
    for act in what:
        book.act(act)
    ended = book.keeper.load()
    back = 0
    while book.keeper.undo(book.clock.now()) is not None:
        back += 1
    assert book.keeper.load() == LIVED
    for _step in range(back):
        assert book.keeper.redo(book.clock.now()) is not None
    assert book.keeper.load() == ended


def test_a_check_in_said_anew_changes_the_plan_to_come_and_not_what_was_shown() -> None:
    book = book_of()
    shown, plan = book.keeper.decision_on(LAST - timedelta(days=1)), book.keeper.decision_on(LAST)
    book.edits.make(book.edits.after(LAST - timedelta(days=1), after(7)))
    assert book.keeper.decision_on(LAST - timedelta(days=1)) == shown
    assert book.keeper.decision_on(LAST).minutes < plan.minutes


def test_said_the_same_again_is_no_step() -> None:
    book = book_of()
    day = MONDAY
    diary = book.keeper.load()
    for edit in (
        book.edits.before(day, diary.before[day]),
        book.edits.after(day, diary.after[day]),
        book.edits.notes(day, Notes()),
        book.edits.remark(day, "  "),
        book.edits.timed_walk(diary.walks[0], 15, None),
        book.edits.delete_day(LAST),
    ):
        assert not edit
        book.edits.make(edit)
    assert book.keeper.steps() == ()


def test_nothing_is_said_of_a_day_to_come_but_what_stands_there_can_be_said_anew_and_deleted() -> None:
    tomorrow = LAST + timedelta(days=1)
    book = book_of(StoredDiary(before={tomorrow: before(2)}))
    with pytest.raises(ValueError, match="yet"):
        book.edits.after(tomorrow, after(2))
    with pytest.raises(ValueError, match="yet"):
        book.edits.remark(tomorrow, "soon")
    book.edits.make(book.edits.before(tomorrow, before(3)))
    assert book.keeper.load().before[tomorrow] == before(3)
    book.edits.make(book.edits.delete_day(tomorrow))
    assert book.keeper.load() == StoredDiary()


def test_a_pair_of_check_ins_that_does_not_fit_is_refused_whole_with_its_place() -> None:
    book = book_of()
    edit = book.edits.before(MONDAY, before(ratings={Symptom.TINGLING: 1, Symptom.BURNING: 2}))
    with pytest.raises(DiaryError) as refused:
        book.edits.make(edit)
    assert refused.value.place == "worst.burning"
    assert book.keeper.load() == LIVED
    assert book.keeper.steps() == ()


def test_trouble_leaves_everything_as_it_was() -> None:
    book = book_of()
    store = MemoryDiaryStore(LIVED)
    keeper = DiaryKeeper(store)
    edits = DiaryEdits(book.clock, keeper)
    store.trouble = Trouble("The disk is full.", "Make some room.")
    with pytest.raises(Trouble):
        edits.make(edits.delete_day(MONDAY))
    assert keeper.load() == LIVED


def test_a_note_is_cut_off_after_its_most_and_emptied_is_deleted_and_can_be_put_back() -> None:
    book = book_of()
    book.edits.make(book.edits.remark(MONDAY, " 🦶" * (2 * REMARK_MOST)))
    written = book.keeper.load().remarks[MONDAY]
    assert len(written) <= REMARK_MOST
    assert written.startswith("🦶")
    emptied = book.edits.remark(MONDAY, "\n")
    assert emptied.step is StepKind.DELETED
    book.edits.make(emptied)
    assert book.keeper.load().remarks == {}
    (deleted,) = book.keeper.deleted(book.clock.now())
    back = book.edits.put_back(deleted)
    assert back is not None
    book.edits.make(back)
    assert book.keeper.load().remarks == {MONDAY: written}
    assert book.keeper.deleted(book.clock.now()) == ()


def test_what_was_deleted_is_not_put_back_over_something_newer() -> None:
    book = book_of()
    book.edits.make(book.edits.delete(EntryKey(EntryKind.BEFORE, MONDAY)))
    book.edits.make(book.edits.before(MONDAY, before(5)))
    deleted = [each for each in book.keeper.deleted(book.clock.now()) if each.entry.kind is EntryKind.BEFORE]
    assert [book.edits.put_back(each) for each in deleted] == [None]


def test_put_back_walks_are_the_same_walks() -> None:
    book = book_of()
    book.edits.make(book.edits.delete_day(MONDAY))
    for deleted in book.keeper.deleted(book.clock.now()):
        edit = book.edits.put_back(deleted)
        assert edit is not None
        book.edits.make(edit)
    assert book.keeper.load() == LIVED


@pytest.mark.parametrize("minutes", [16, 0, -1])
def test_a_timed_walk_never_becomes_longer_or_nothing(minutes: int) -> None:
    book = book_of()
    with pytest.raises(ValueError, match="cannot be made"):
        book.edits.timed_walk(book.keeper.load().walks[0], minutes, None)


def test_a_timed_walk_keeps_its_seconds_unless_it_is_made_shorter() -> None:
    timed = walk(MONDAY, 14.6, brisk=10, marks=(60.0, 700.0))
    book = book_of(StoredDiary(walks=(timed,)))
    (same,) = book.edits.timed_walk(timed, 15, ShorterBecause.SYMPTOMS).puts
    assert same.value == walk(MONDAY, 14.6, brisk=10, marks=(60.0, 700.0), shorter=ShorterBecause.SYMPTOMS)
    (less,) = book.edits.timed_walk(timed, 8, None).puts
    assert getattr(less.value, "walked_s", 0) == getattr(less.value, "brisk_s", 0) == 480.0
    assert getattr(less.value, "symptom_marks_s", ()) == (60.0,)


def test_a_walk_by_hand_may_lie_long_ago_but_not_upon_a_timed_one_nor_ahead() -> None:
    timed = walk(MONDAY, 15, hour=10)
    book = book_of(StoredDiary(walks=(timed,)))
    begun = timed.started.time()
    assert book.edits.hand_walk_faults(HandWalk(MONDAY - timedelta(days=400), 20, 0)) == {}
    overlaps = {HandWalkField.BEGUN: HandWalkFault.OVERLAPS}
    assert book.edits.hand_walk_faults(HandWalk(MONDAY, 20, 0, begun)) == overlaps
    ahead = HandWalk(LAST + timedelta(days=1), 20, 0)
    assert book.edits.hand_walk_faults(ahead) == {HandWalkField.DAY: HandWalkFault.NOT_YET}
    with pytest.raises(ValueError, match="no such walk"):
        book.edits.hand_walk(ahead)


def test_a_walk_by_hand_without_its_hour_is_kept_without_one_and_its_begin_stays_where_only_its_minutes_change() -> None:
    book = book_of()
    book.edits.make(book.edits.hand_walk(HandWalk(MONDAY, 20, 0)))
    (kept,) = [each for each in book.keeper.load().walks if each.kind is WalkKind.BY_HAND]
    assert not kept.time_known
    book.clock.travel("Asia/Tokyo")
    assert not book.edits.hand_walk(HandWalk(MONDAY, 20, 0), kept)
    book.edits.make(book.edits.hand_walk(HandWalk(MONDAY, 25, 5), kept))
    (longer,) = [each for each in book.keeper.load().walks if each.id == kept.id]
    assert (longer.started, longer.walked_s, longer.brisk_s, longer.time_known) == (kept.started, 1500.0, 300.0, False)
    assert longer.ended.astimezone(UTC) - longer.started.astimezone(UTC) == timedelta(minutes=25)
    with pytest.raises(ValueError, match="no such walk"):
        book.edits.hand_walk(HandWalk(MONDAY, 25, 5), LIVED.walks[0])


def test_a_sign_taken_back_and_a_lock_lifted_by_a_note_are_asked_about_first() -> None:
    signed = before(2, signs=[WarningSign.CHEST_PAIN])
    book = book_of(StoredDiary(before={MONDAY: signed, LAST: signed}))
    asks = book.edits.asks
    assert asks(book.edits.before(MONDAY, before(2))).told
    assert asks(book.edits.delete(EntryKey(EntryKind.BEFORE, LAST))).told
    assert asks(book.edits.delete_day(MONDAY)).told
    assert not asks(book.edits.before(MONDAY, before(5, signs=[WarningSign.COLD_SWEAT])))
    assert not asks(book.edits.notes(MONDAY, notes(cleared=True)))
    cleared = book.edits.notes(LAST, notes(cleared=True))
    assert not asks(cleared)  # the sign of that same day comes after it
    later = book_of(StoredDiary(before={MONDAY: signed}))
    assert later.edits.asks(later.edits.notes(LAST, notes(cleared=True))).lifted
    assert not later.edits.asks(later.edits.notes(LAST, notes(feet_seen_to=True)))
    assert not asks(Edit(StepKind.EDITED))
