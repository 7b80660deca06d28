"""A lock is lifted only by two deliberate presses: the statement on Today, and the same statement on the sheet that asks back."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.builders import MONDAY, before
from tests.fakes import FakeClock, MemoryDiaryStore
from tests.journeys.home import Home
from tests.window.desk import ESCAPE, RETURN, SPACE, Desk, Key
from walkcoach.core.diary import Feet
from walkcoach.core.symptoms import WarningSign
from walkcoach.ui.dialogs.lift_lock import LiftLockDialog
from walkcoach.wording import warning_signs

SIGN = warning_signs.cleared_choice()
FEET = warning_signs.feet_seen_to_choice()
NEXT_DAY = MONDAY + timedelta(days=1)


@pytest.fixture(params=[SIGN, FEET])
def statement(request: pytest.FixtureRequest) -> str:
    """What the person says to lift the lock."""
    return str(request.param)


@pytest.fixture
def locked(desk_after: Callable[[MemoryDiaryStore, FakeClock], Desk], statement: str) -> Desk:
    """The morning after a warning sign, or something new on the feet."""
    store = MemoryDiaryStore()
    home = Home(lambda: store)
    told = before(1, signs={WarningSign.CHEST_PAIN}) if statement == SIGN else before(1, feet=Feet.NEW)
    home.today.check_in_before(told)
    home.clock.next_day(1, 9)
    return desk_after(store, home.clock)


def lifted(desk: Desk) -> bool:
    """Whether the diary holds the statement."""
    notes = desk.store.load().notes.get(NEXT_DAY)
    return notes is not None and (notes.cleared or notes.feet_seen_to)


def ask(desk: Desk, statement: str) -> LiftLockDialog:
    """Press the statement on Today, and be asked."""
    desk.tab_to(statement)
    desk.press(SPACE)
    sheet = desk.dialog()
    assert isinstance(sheet, LiftLockDialog)
    return sheet


def test_one_press_asks_and_lifts_nothing(locked: Desk, statement: str) -> None:
    ask(locked, statement)
    assert not lifted(locked)
    assert locked.program.bridge.view().locked


@pytest.mark.parametrize("key", [RETURN, SPACE, ESCAPE])
def test_not_yet_has_the_keyboard_and_leaves_the_lock(locked: Desk, statement: str, key: Key) -> None:
    sheet = ask(locked, statement)
    assert sheet.not_yet.hasFocus()
    locked.press(key)
    assert locked.dialog() is None
    assert not lifted(locked)


def test_the_statement_given_twice_lifts_the_lock(locked: Desk, statement: str) -> None:
    ask(locked, statement)
    locked.tab_to(statement)
    locked.press(RETURN)
    assert locked.dialog() is None
    assert lifted(locked)
    assert not locked.program.bridge.view().locked
