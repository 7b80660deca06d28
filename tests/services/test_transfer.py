"""Importing (promise R10): what is added, skipped and refused; a second time nothing; undone as a whole; never over ours."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.builders import MONDAY, after, before, moment, notes, offer, walk
from tests.fakes import FakeClock, MemoryDiaryStore
from tests.services.days import Person
from tests.services.transfers import SOMETHING_OF_EVERYTHING, as_csv, as_json, entry
from walkcoach.core.coach_state import Lock
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.diary import Feet
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import Entry, EntryKind, StepKind, walk_entry
from walkcoach.services.errand import Stopped
from walkcoach.services.errors import Trouble
from walkcoach.services.lock_watch import locks_in_force
from walkcoach.services.ports import Profile
from walkcoach.services.today import TodayService, TodayState
from walkcoach.services.transfer.merge import Against, ImportPlan, apply_import, plan_import
from walkcoach.services.transfer.refusal import ImportRefused

NOW = moment(MONDAY + timedelta(days=40))
BEFORE = entry(EntryKind.BEFORE, before(3))
AFTER = entry(EntryKind.AFTER, after(4))
REMARK = entry(EntryKind.REMARK, "a note")
WALK = walk_entry(walk())
PROFILE = entry(EntryKind.PROFILE, Profile(welcomed=True, followed=(Symptom.CRAMPS,)))

few = st.lists(strategies.entries(strategies.few_days), max_size=8, unique_by=lambda one: one.key)


def book_of(entries: Iterable[Entry]) -> MemoryDiaryStore:
    """A diary of these entries."""
    book = MemoryDiaryStore()
    book.change(None, tuple(entries), (), NOW)
    return book


def no_backup() -> None:
    """Where the backup is not what matters."""


def plan(entries: Iterable[Entry], book: MemoryDiaryStore, form: Callable[[Iterable[Entry]], bytes] = as_json) -> ImportPlan:
    """What importing an export of `entries` would do."""
    return plan_import(BytesIO(form(tuple(entries))), book.entries())


def imported(entries: Iterable[Entry], book: MemoryDiaryStore, form: Callable[[Iterable[Entry]], bytes] = as_json) -> ImportPlan:
    """Import an export of `entries`; what was done."""
    return apply_import(plan(entries, book, form), book, no_backup, NOW)[0]


def kept(book: MemoryDiaryStore) -> list[Entry]:
    """All that the book has."""
    return list(book.entries())


# --- what becomes of each entry --------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [as_json, as_csv])
def test_an_empty_diary_takes_everything(form: Callable[[Iterable[Entry]], bytes]) -> None:
    book = MemoryDiaryStore()
    done = imported(SOMETHING_OF_EVERYTHING, book, form)
    assert kept(book) == list(SOMETHING_OF_EVERYTHING)
    assert dict(done.added) == dict.fromkeys(EntryKind, 1)
    assert (done.read, len(done.skipped), len(done.refused), done.days) == (10, 0, 0, (MONDAY, MONDAY))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ours=few, theirs=few, csv=st.booleans())
def test_what_is_read_is_added_skipped_or_refused_and_nothing_of_ours_is_touched(
    ours: list[Entry], theirs: list[Entry], csv: bool
) -> None:
    book = book_of(ours)
    ours = kept(book)
    done = imported(theirs, book, as_csv if csv else as_json)
    assert done.read == len(theirs) == len(done.puts) + len(done.skipped) + len(done.refused)
    then = kept(book)
    profiles = [one for one in ours if isinstance(one.value, Profile) and not one.value.welcomed]
    assert [one for one in ours if one not in then and one not in profiles] == []
    assert len(then) == len(ours) + len(done.puts) - sum(one.key == two.key for one in profiles for two in done.puts)
    assert [one.value for one in done.puts if one.value not in [other.value for other in then]] == []


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ours=few, theirs=few, csv=st.booleans())
def test_a_second_import_adds_nothing_and_undoing_the_first_brings_back_every_row(
    ours: list[Entry], theirs: list[Entry], csv: bool
) -> None:
    book = book_of(ours)
    was = kept(book)
    form = as_csv if csv else as_json
    first = imported(theirs, book, form)
    then = kept(book)
    again = imported(theirs, book, form)
    assert again.puts == ()
    assert kept(book) == then
    taken = book.undo(NOW)
    assert (taken is not None) == bool(first.puts)
    assert taken is None or taken.step.kind is StepKind.IMPORTED
    assert kept(book) == was
    book.redo(NOW)
    assert kept(book) == then


def test_what_goes_by_the_same_id_is_skipped_whatever_it_says_here_by_now() -> None:
    edited = replace(BEFORE, value=before(9), day=MONDAY + timedelta(days=1))
    book = book_of([edited, WALK])
    done = imported([BEFORE, WALK], book)
    assert (done.skipped, done.other_here, done.puts) == ((BEFORE, WALK), 1, ())
    assert kept(book) == [edited, WALK]


def test_the_same_said_in_the_same_place_is_skipped_under_another_id() -> None:
    book = book_of([replace(REMARK, id=UUID(int=1))])
    done = imported([REMARK], book)
    assert (done.skipped, done.refused, done.puts) == ((REMARK,), (), ())


def test_a_place_that_we_have_filled_is_refused_and_told() -> None:
    ours = replace(REMARK, id=UUID(int=1), value="another note")
    book = book_of([ours])
    done = imported([REMARK, WALK], book)
    assert [(one.found.entry, one.found.place, one.against) for one in done.refused] == [(REMARK, "entries[0]", Against.OURS)]
    assert kept(book) == [WALK, ours]


def test_walks_are_told_apart_by_their_id_alone() -> None:
    book = book_of([WALK])
    twin = walk_entry(replace(walk(), id=UUID(int=7)))
    assert imported([twin], book).puts == (twin,)


def test_the_profile_is_taken_only_where_nobody_was_welcomed() -> None:
    welcomed = replace(PROFILE, id=UUID(int=1), value=Profile(welcomed=True, emergency_number="144"))
    for ours, against in (((), None), ((replace(welcomed, value=Profile()),), None), ((welcomed,), Against.PROFILE)):
        done = imported([PROFILE], book_of(ours))
        assert [one.against for one in done.refused] == ([against] if against else [])
        assert len(done.puts) == (against is None)


def test_a_profile_that_was_not_welcomed_replaces_none() -> None:
    ours = replace(PROFILE, id=UUID(int=1), value=Profile(emergency_number="144"))
    book = book_of([ours])
    assert imported([replace(PROFILE, value=Profile())], book).puts == ()
    assert kept(book) == [ours]


def test_a_check_in_that_does_not_fit_our_other_one_of_that_day_is_refused() -> None:
    cramps = replace(AFTER, value=after(ratings={Symptom.CRAMPS: 2}))
    for theirs, ours in ((BEFORE, cramps), (cramps, BEFORE)):
        book = book_of([ours])
        done = imported([theirs], book)
        assert [one.against for one in done.refused] == [Against.PAIR]
        assert kept(book) == [ours]


def test_a_check_in_that_fits_our_other_one_is_added_to_it() -> None:
    for theirs, ours in ((BEFORE, AFTER), (AFTER, BEFORE)):
        book = book_of([ours])
        assert imported([theirs], book).puts == (theirs,)
        assert kept(book) == [BEFORE, AFTER]


def test_a_pair_of_which_we_have_one_half_otherwise_is_looked_at_beside_ours() -> None:
    ours = replace(BEFORE, id=UUID(int=1), value=before(ratings={Symptom.CRAMPS: 2}))
    done = imported([BEFORE, AFTER], book_of([ours]))
    assert [(one.found.entry, one.against) for one in done.refused] == [(BEFORE, Against.OURS), (AFTER, Against.PAIR)]


# --- doing it --------------------------------------------------------------------------------------------------------


def test_a_backup_comes_first() -> None:
    book = MemoryDiaryStore()
    seen: list[list[Entry]] = []
    apply_import(plan([REMARK], book), book, lambda: seen.append(kept(book)), NOW)
    assert seen == [[]]
    assert kept(book) == [REMARK]


def test_without_a_backup_nothing_is_imported() -> None:
    book = book_of([WALK])

    def fail() -> None:
        raise Trouble("no room")

    with pytest.raises(Trouble):
        apply_import(plan([REMARK], book), book, fail, NOW)
    assert kept(book) == [WALK]
    assert book.steps() == ()


def test_with_nothing_to_add_there_is_neither_backup_nor_step() -> None:
    book = book_of([REMARK])

    def fail() -> None:
        raise AssertionError("a backup for nothing")

    done, changes = apply_import(plan([REMARK], book), book, fail, NOW)
    assert (done.puts, changes, book.steps()) == ((), (), ())


def test_what_was_said_between_preview_and_import_stands() -> None:
    book = MemoryDiaryStore()
    planned = plan([REMARK, WALK], book)
    said = replace(REMARK, id=UUID(int=1), value="said meanwhile")
    book.change(StepKind.SAID, [said], (), NOW)
    done, _changes = apply_import(planned, book, no_backup, NOW)
    assert (done.puts, [one.against for one in done.refused]) == ((WALK,), [Against.OURS])
    assert kept(book) == [WALK, said]


def test_trouble_with_the_diary_leaves_it_as_it_was() -> None:
    book = book_of([WALK])
    planned = plan([REMARK], book)
    book.trouble = Trouble("full")
    with pytest.raises(Trouble):
        apply_import(planned, book, no_backup, NOW)
    assert kept(book) == [WALK]


def test_it_tells_how_far_it_is_and_stops_when_asked() -> None:
    many = [entry(EntryKind.REMARK, "x", MONDAY + timedelta(days=number)) for number in range(700)]
    for form in (as_json, as_csv):
        data, book = form(many), MemoryDiaryStore()
        told: list[tuple[int, int]] = []
        planned = plan_import(BytesIO(data), (), tell=lambda done, total, told=told: told.append((done, total)))
        assert len(told) >= 3
        assert all(0 < done <= total for done, total in told)
        assert told == sorted(told)
        with pytest.raises(Stopped):
            plan_import(BytesIO(data), (), asked_to_stop=lambda: True)
        with pytest.raises(Stopped):
            apply_import(planned, book, no_backup, NOW, asked_to_stop=lambda: True)
        assert kept(book) == []


# --- what it does to the plan ----------------------------------------------------------------------------------------


def live(ours: Person, entries: Sequence[Entry]) -> None:
    """Import an export of `entries` through the keeper, as the window does."""
    planned = plan_import(BytesIO(as_json(entries)), ours.keeper.entries())
    apply_import(planned, ours.keeper, no_backup, ours.clock.now())


def test_a_warning_sign_of_a_past_day_locks_todays_plan_as_if_it_had_been_said() -> None:
    person = Person()
    for _day in range(3):
        person.live()
    assert person.view().state is not TodayState.NO_WALK
    live(person, [entry(EntryKind.BEFORE, before(3, signs=[WarningSign.CHEST_PAIN]), MONDAY - timedelta(days=2))])
    assert person.view().state is TodayState.NO_WALK
    assert Rule.WARNING_SIGN in person.view().decision.rules
    person.keeper.undo(person.clock.now())
    assert person.view().state is not TodayState.NO_WALK


def test_a_clearance_that_came_with_the_sign_holds_too() -> None:
    person = Person()
    sign = entry(EntryKind.BEFORE, before(3, signs=[WarningSign.CHEST_PAIN]), MONDAY - timedelta(days=5))
    live(person, [sign, entry(EntryKind.NOTES, notes(cleared=True), MONDAY - timedelta(days=3))])
    assert person.view().state is not TodayState.NO_WALK


def test_no_import_lifts_a_lock_of_ours() -> None:
    person = Person()
    for _day in range(3):
        person.live()
    today = person.clock.now().date()
    sign = entry(EntryKind.BEFORE, before(3, feet=Feet.NEW, signs=[WarningSign.CHEST_PAIN]), today - timedelta(days=5))
    seen_to = entry(EntryKind.NOTES, notes(cleared=True), today - timedelta(days=3))
    feet = entry(EntryKind.NOTES, notes(feet_seen_to=True), today - timedelta(days=2))
    live(person, [sign])
    for theirs in (seen_to, feet):
        planned = plan([theirs, REMARK], person.store)
        assert [one.against for one in planned.refused] == [Against.LOCK]
        assert planned.puts == (REMARK,)
    live(person, [sign, seen_to, feet])
    assert locks_in_force(person.keeper.load()) == {Lock.WARNING_SIGN, Lock.FEET_NEW}
    assert person.view().state is TodayState.NO_WALK
    with_ours = entry(EntryKind.NOTES, notes(cleared=True, feet_seen_to=True), today)
    person.keeper.change(StepKind.SAID, [with_ours], (), NOW)
    assert plan([seen_to, feet], person.store).refused == ()


def test_a_clearance_older_than_our_lock_is_taken() -> None:
    ours = entry(EntryKind.BEFORE, before(3, signs=[WarningSign.CHEST_PAIN]), MONDAY)
    for days, against in ((-1, []), (0, []), (1, [Against.LOCK])):
        theirs = entry(EntryKind.NOTES, notes(cleared=True), MONDAY + timedelta(days=days))
        assert [one.against for one in imported([theirs], book_of([ours])).refused] == against


def test_a_clearance_that_a_later_sign_came_after_is_taken_and_the_second_time_it_is_here() -> None:
    ours = entry(EntryKind.BEFORE, before(3, signs=[WarningSign.CHEST_PAIN]), MONDAY)
    theirs = [
        entry(EntryKind.NOTES, notes(cleared=True), MONDAY + timedelta(days=2)),
        entry(EntryKind.BEFORE, before(3, signs=[WarningSign.CHEST_PAIN]), MONDAY + timedelta(days=4)),
        entry(EntryKind.NOTES, notes(cleared=True), MONDAY + timedelta(days=6)),
    ]
    book = book_of([ours])
    first, again = imported(theirs, book), imported(theirs, book)
    assert (first.puts, [one.found.entry for one in first.refused]) == (tuple(theirs[:2]), [theirs[2]])
    assert (again.puts, [one.found.entry for one in again.refused]) == ((), [theirs[2]])


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(few, few)
def test_whatever_is_imported_every_lock_stays(ours: list[Entry], theirs: list[Entry]) -> None:
    book = book_of(ours)
    then = locks_in_force(book.load())
    try:
        imported(theirs, book)
    except ImportRefused:
        return
    assert then <= locks_in_force(book.load())


def test_an_empty_diary_goes_on_where_the_file_ends() -> None:
    first = Person()
    first.today.set_programme(Programme(track=Track.GENTLE))
    for _day in range(6):
        first.live()
    second = MemoryDiaryStore()
    keeper = DiaryKeeper(second)
    apply_import(plan_import(BytesIO(as_csv(first.store.entries())), ()), keeper, no_backup, first.clock.now())
    assert keeper.load() == first.keeper.load()
    assert TodayService(first.clock, keeper).view() == first.view()


def test_an_imported_offer_stays_as_it_was_shown() -> None:
    person = Person(FakeClock(moment(MONDAY + timedelta(days=3))))
    shown = offer(42, DecisionKind.REPEAT, Rule.HARD_EFFORT)
    live(person, [BEFORE, walk_entry(walk(MONDAY, 42)), AFTER, entry(EntryKind.OFFER, shown)])
    assert person.keeper.decision_on(MONDAY) == shown


# --- two things about the same in one file ---------------------------------------------------------------------------


@pytest.mark.parametrize("form", [as_json, as_csv])
@pytest.mark.parametrize(
    ("entries", "place"),
    [
        ((REMARK, replace(WALK, id=REMARK.id, value=replace(walk(), id=REMARK.id))), ("entries[1].id", "remarks.csv line 2")),
        ((REMARK, replace(REMARK, id=UUID(int=1))), ("entries[1].day", "remarks.csv line 3")),
        (
            (BEFORE, replace(AFTER, value=after(ratings={Symptom.CRAMPS: 1}))),
            ("entries[1].value.worst.tingling", "check_ins.csv line 3"),
        ),
    ],
    ids=["one id", "one day", "two that do not fit"],
)
def test_a_file_that_contradicts_itself_is_refused_whole(
    form: Callable[[Iterable[Entry]], bytes], entries: tuple[Entry, ...], place: tuple[str, str]
) -> None:
    with pytest.raises(ImportRefused) as refused:
        plan_import(BytesIO(form(entries)), ())
    assert refused.value.place == place[form is as_csv]
