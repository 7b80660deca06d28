"""Calendar and road together: side by side where there is room, drawn through their bridge from the diary."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, after, before, moment, walk
from tests.fakes import FakeClock
from tests.ui.scenes import clipped, press, settle, theme
from walkcoach.core.decision import Stage, Standing
from walkcoach.services.calendar import CalendarService
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.ports import StoredDiary
from walkcoach.services.road import RoadService
from walkcoach.ui.calendar_bridge import CalendarBridge
from walkcoach.ui.gallery_progress import STATES, calendar_and_road
from walkcoach.ui.pages.calendar_and_road import CalendarAndRoad
from walkcoach.ui.theme.theme import spread

JANUARY, FEBRUARY, MARCH = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
DAYS = tuple(MONDAY + timedelta(days=number) for number in range(60))


def served(qtbot: QtBot, clock: FakeClock, diary: StoredDiary) -> tuple[CalendarBridge, CalendarAndRoad]:
    """A part of the page, served from a diary."""
    folded = FoldedDiary(diary)
    bridge = CalendarBridge(CalendarService(folded, clock), RoadService(folded, clock))
    part = CalendarAndRoad()
    qtbot.addWidget(part)
    bridge.serve(part)
    bridge.show()
    return bridge, part


def kept(days: int) -> StoredDiary:
    """So many days of walking, 15 minutes each."""
    return StoredDiary(
        before={day: before() for day in DAYS[:days]},
        after={day: after() for day in DAYS[:days]},
        walks=tuple(walk(day) for day in DAYS[:days]),
    )


def month_of(part: CalendarAndRoad) -> date:
    shown = part.calendar.shown_month
    assert shown is not None
    return shown.first_day


def test_the_page_opens_on_this_month_and_the_road_as_it_lies(qtbot: QtBot, qapp: QApplication) -> None:
    _bridge, part = served(qtbot, FakeClock(moment(DAYS[40], 12)), kept(40))
    assert month_of(part) == FEBRUARY
    assert "You stand at" in part.road.reading()


def test_a_month_that_was_gone_to_stays_and_this_month_goes_on_to_the_next(qtbot: QtBot, qapp: QApplication) -> None:
    clock = FakeClock(moment(DAYS[40], 12))
    bridge, part = served(qtbot, clock, kept(40))
    part.calendar.grid.show_month_beside(later=False)
    assert month_of(part) == JANUARY
    bridge.show()
    assert month_of(part) == JANUARY
    part.calendar.grid.show_month_beside(later=True)
    assert month_of(part) == FEBRUARY
    clock.go_to(MARCH)
    bridge.show()
    assert month_of(part) == MARCH


@pytest.mark.parametrize(("asked", "shown"), [(date(2025, 11, 1), JANUARY), (MARCH, FEBRUARY)])
def test_a_month_beyond_the_diary_is_the_nearest_in_it(asked: date, shown: date, qtbot: QtBot, qapp: QApplication) -> None:
    bridge, part = served(qtbot, FakeClock(moment(DAYS[40], 12)), kept(40))
    bridge.show_month(asked)
    assert month_of(part) == shown


def test_a_day_that_is_asked_for_is_handed_on(qtbot: QtBot, qapp: QApplication) -> None:
    bridge, part = served(qtbot, FakeClock(moment(DAYS[3], 12)), kept(3))
    part.show()
    qtbot.waitUntil(part.isActiveWindow)
    part.calendar.grid.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(bridge.day_requested) as asked:
        press(part, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert asked.args == [JANUARY]


def test_without_a_page_there_is_nothing_to_draw(qtbot: QtBot, qapp: QApplication) -> None:
    folded, clock = FoldedDiary(StoredDiary()), FakeClock()
    bridge = CalendarBridge(CalendarService(folded, clock), RoadService(folded, clock))
    bridge.show()
    bridge.show_month(JANUARY)
    part = CalendarAndRoad()
    qtbot.addWidget(part)
    bridge.serve(part)
    bridge.show()
    assert month_of(part) == JANUARY


def test_one_key_turns_both_and_either_button_asks_for_it(qtbot: QtBot, qapp: QApplication) -> None:
    part = calendar_and_road("4-weeks")
    qtbot.addWidget(part)
    asked: list[bool] = []
    part.table_requested.connect(asked.append)
    part.show_table(True)
    assert part.calendar.shows_table()
    assert part.road.shows_table()
    part.calendar.table_requested.emit(False)
    part.road.table_requested.emit(True)
    assert asked == [False, True]


@pytest.mark.parametrize(
    ("percent", "width", "beside"), [(100, 910, True), (100, 618, False), (200, 618, False), (200, 1660, True)]
)
@pytest.mark.parametrize("name", ["1-year", "empty"])
def test_they_stand_beside_each_other_where_there_is_room(
    name: str, percent: int, width: int, beside: bool, qtbot: QtBot, qapp: QApplication
) -> None:
    part = calendar_and_road(name)
    qtbot.addWidget(part)
    spread(part, theme(qapp, percent))
    part.resize(width, 1200 * percent // 100)
    part.show()
    settle(qapp)
    assert part.minimumSizeHint().width() <= width
    assert (
        part.calendar.mapTo(part, part.calendar.rect().topLeft()).y() == part.road.mapTo(part, part.road.rect().topLeft()).y()
    ) is beside
    assert clipped(part) == []


def test_the_gallery_has_a_person_in_each_state() -> None:
    reasons = {name: road.no_forecast for name, (_month, road) in STATES.items()}
    assert [name for name, why in reasons.items() if why is None] == ["4-weeks", "1-year"]
    assert STATES["step-backs"][1].standing == Standing(Stage.BUILD_TIME, 38)
