"""The part of the Progress page below the symptoms: the month calendar and the road, beside each other where there is room."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.core.calendar import Month
from walkcoach.core.road import Road
from walkcoach.ui.charts.calendar_card import CalendarCard
from walkcoach.ui.charts.road_card import RoadCard
from walkcoach.ui.charts.save_button import AskPlace, ask_place
from walkcoach.ui.theme.tokens import SPACE_16
from walkcoach.ui.widgets.side_by_side import SideBySide

_NARROW_PX: Final = 820


class CalendarAndRoad(QWidget):
    """Draws a `Month` and a `Road`; asks for other months and for the day that the person wants to read about."""

    table_requested = Signal(bool)
    """The person wants tables (true) or pictures (false)."""
    month_requested = Signal(object)
    """The first day of the month that the person wants to see."""
    day_requested = Signal(object)
    """The date of the day that the person wants to read about."""

    trouble_met = Signal(object)
    """One of them could not be saved; carries the `Trouble`."""

    def __init__(self, ask: AskPlace = ask_place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.calendar = CalendarCard(ask)
        self.road = RoadCard(ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide((self.calendar, self.road), (3, 2), _NARROW_PX, SPACE_16))
        for card in (self.calendar, self.road):
            card.table_requested.connect(self.table_requested)
            card.trouble_met.connect(self.trouble_met)
        self.calendar.month_requested.connect(self.month_requested)
        self.calendar.day_requested.connect(self.day_requested)

    @property
    def drawn(self) -> bool:
        """Whether there is something to see."""
        return self.calendar.shown_month is not None

    def draw_month(self, month: Month, today: date) -> None:
        """Show this month, seen from `today`."""
        self.calendar.show_month(month, today)

    def draw_road(self, road: Road) -> None:
        """Show this road."""
        self.road.show_road(road)

    def show_table(self, on: bool) -> None:
        """Show tables instead of pictures, or pictures again."""
        for card in (self.calendar, self.road):
            card.show_table(on)
