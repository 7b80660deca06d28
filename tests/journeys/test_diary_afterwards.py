"""Days that are put right afterwards: what was shown stays, what comes follows, and a sign is never cleared by itself."""

from datetime import timedelta

import pytest

from tests.builders import after, before, notes
from tests.services.days import Person
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.diary_book import DiaryBook
from walkcoach.services.diary_edits import DiaryEdits
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import EntryKey, EntryKind
from walkcoach.services.today import TodayState
from walkcoach.services.undoing import Undoing

DAY = timedelta(days=1)


class Writer(Person):
    """A person who also puts the diary right."""

    def __init__(self) -> None:
        super().__init__()
        self.edits = DiaryEdits(self.clock, self.keeper)
        self.undoing = Undoing(self.clock, self.keeper)
        self.book = DiaryBook(self.clock, self.keeper)


@pytest.fixture
def writer() -> Writer:
    return Writer()


def test_a_check_in_told_wrong_yesterday_is_put_right_before_todays_walk(writer: Writer) -> None:
    writer.live()
    writer.live(before(2), after(8))
    yesterday = writer.clock.today() - DAY
    assert writer.view().decision.kind is DecisionKind.STEP_BACK
    shown = writer.book.row(yesterday).decision
    writer.edits.make(writer.edits.after(yesterday, after(2)))
    assert writer.view().decision.kind is DecisionKind.INCREASE
    assert writer.book.row(yesterday).decision == shown
    assert writer.book.row(yesterday).as_shown
    writer.undoing.undo()
    assert writer.view().decision.kind is DecisionKind.STEP_BACK


def test_what_was_offered_stays_when_the_reason_for_it_is_taken_away(writer: Writer) -> None:
    writer.live(before(2), after(8))
    offered = writer.live()
    first, second = writer.clock.today() - 2 * DAY, writer.clock.today() - DAY
    rules = writer.book.row(second).decision.rules
    assert Rule.MUCH_WORSE_IN_WALK in rules
    writer.edits.make(writer.edits.after(first, after(2)))
    row = writer.book.row(second)
    assert (row.offered_min, row.decision.rules) == (offered, rules)


def test_a_deleted_day_counts_as_missed_and_put_back_as_walked(writer: Writer) -> None:
    for _day in range(3):
        writer.live()
    plan = writer.view().decision
    yesterday = writer.clock.today() - DAY
    writer.edits.make(writer.edits.delete_day(yesterday))
    assert Rule.MISSED_DAYS in writer.view().decision.rules
    for deleted in writer.book.deleted():
        edit = writer.edits.put_back(deleted)
        assert edit is not None
        writer.edits.make(edit)
    assert writer.view().decision == plan


def test_the_day_with_a_sign_stays_locked_through_all_but_the_persons_own_word(writer: Writer) -> None:
    writer.live()
    writer.today.check_in_before(before(1, signs=[WarningSign.CHEST_PAIN]))
    today = writer.clock.today()
    assert writer.view().locked
    writer.edits.make(writer.edits.remark(today, "It passed."))
    writer.edits.make(writer.edits.notes(today, notes(cleared=True)))
    assert writer.view().locked  # a note lifts what was there when the day began
    said_anew = writer.edits.before(today, before(1))
    assert writer.edits.asks(said_anew).told
    writer.edits.make(said_anew)
    assert not writer.view().locked
    assert writer.view().state is TodayState.READY_TO_WALK
    writer.undoing.undo()
    assert writer.view().locked


def test_a_walk_whose_check_in_was_forgotten_gets_it_the_next_day(writer: Writer) -> None:
    writer.today.check_in_before(before(1))
    writer.walk()
    writer.clock.next_day()
    yesterday = writer.clock.today() - DAY
    assert Rule.CHECK_IN_MISSING in writer.view().decision.rules
    writer.edits.make(writer.edits.after(yesterday, after(1)))
    assert Rule.CHECK_IN_MISSING not in writer.view().decision.rules
    assert writer.view().decision.kind is DecisionKind.INCREASE


def test_taking_back_todays_check_in_asks_for_it_again(writer: Writer) -> None:
    writer.live()
    writer.today.check_in_before(before(5))
    assert writer.view().state is TodayState.READY_TO_WALK
    writer.undoing.undo()
    assert writer.view().state is TodayState.TO_CHECK_IN
    writer.undoing.redo()
    assert writer.keeper.load().before[writer.clock.today()] == before(5)


def test_the_same_diary_put_right_in_memory_and_read_anew_plans_the_same(writer: Writer) -> None:
    for _day in range(5):
        writer.live()
    third = writer.clock.today() - 3 * DAY
    writer.edits.make(writer.edits.after(third, after(6)))
    writer.edits.make(writer.edits.delete(EntryKey(EntryKind.BEFORE, third - DAY)))
    again = DiaryKeeper(writer.store)
    assert again.state_before(writer.clock.today()) == writer.keeper.state_before(writer.clock.today())
