"""Between the services of calendar and road and the part of the Progress page that draws them."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from walkcoach.services.calendar import CalendarService
from walkcoach.services.road import RoadService
from walkcoach.ui.pages.calendar_and_road import CalendarAndRoad


class CalendarBridge(QObject):
    """Hands out months and the road. The month that was looked at last stays until another is asked for."""

    day_requested = Signal(object)
    """The date of the day that the person wants to read about."""

    def __init__(self, calendar: CalendarService, road: RoadService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calendar = calendar
        self._road = road
        self._part: CalendarAndRoad | None = None
        self._month: date | None = None

    def serve(self, part: CalendarAndRoad) -> None:
        """Draw into `part` from now on, and answer its wishes."""
        self._part = part
        part.month_requested.connect(self.show_month)
        part.day_requested.connect(self.day_requested)

    def show(self) -> None:
        """Draw road and month anew: this month at first, and again when the one looked at has become the last."""
        if self._part is None:
            return
        self._part.draw_road(self._road.road())
        self.show_month(self._month or self._calendar.last_month())

    def show_month(self, first_day: date) -> None:
        """Draw the month that begins on `first_day`, or the nearest that there is."""
        last = self._calendar.last_month()
        shown = max(self._calendar.first_month(), min(first_day, last))
        self._month = None if shown == last else shown
        if self._part is not None:
            self._part.draw_month(self._calendar.month(shown.year, shown.month), self._calendar.today())
