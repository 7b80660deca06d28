"""Calendar and road in the states that there are, and the shapes of days: empty, one day, weeks, years, step backs, locked."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import QWidget

from tests.looks.harness import Scene
from walkcoach.ui.charts.calendar_card import CalendarCard
from walkcoach.ui.charts.road_card import RoadCard
from walkcoach.ui.gallery_progress import STATES, TODAY

_CALENDAR_PX: Final = 440
_ROAD_PX: Final = 440


def _calendar(state: str, *, as_table: bool = False) -> QWidget:
    card = CalendarCard()
    card.show_month(STATES[state][0], TODAY)
    card.show_table(as_table)
    return card


def _road(state: str, *, as_table: bool = False) -> QWidget:
    card = RoadCard()
    card.show_road(STATES[state][1])
    card.show_table(as_table)
    return card


SCENES: Final[Mapping[str, Scene]] = MappingProxyType(
    {
        **{f"calendar-{state}": Scene(partial(_calendar, state), _CALENDAR_PX) for state in ("4-weeks", "one-day", "locked")},
        **{f"road-{state}": Scene(partial(_road, state), _ROAD_PX) for state in STATES},
        "calendar-table": Scene(partial(_calendar, "4-weeks", as_table=True), 600),
        "road-table": Scene(partial(_road, "1-year", as_table=True), _ROAD_PX),
    }
)
