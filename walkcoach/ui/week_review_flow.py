"""The weekly review: told once, when a new week begins, and to be looked back at. One key closes it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from walkcoach.services.today import TodayView
from walkcoach.services.week_reviews import WeekReviews
from walkcoach.ui.bridge import Bridge
from walkcoach.ui.dialogs.week_review import WeekReviewDialog
from walkcoach.ui.main_window import MainWindow, PageKey
from walkcoach.ui.theme.theme import Theme


class WeekReviewFlow(QObject):
    """Opens the sheet over `window`. `theme` answers the theme in force whenever it opens."""

    def __init__(self, reviews: WeekReviews, bridge: Bridge, window: MainWindow, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._reviews = reviews
        self._bridge = bridge
        self._window = window
        self._theme = theme
        self._drawn = bridge.drawn_for and bridge.drawn_for[0]
        bridge.today_changed.connect(self._today_drawn)

    def tell(self) -> None:
        """Tell about the last week, if that is due. It is kept before it is shown, so that no crash tells it twice."""
        review = self._reviews.due()
        if review is not None and self._bridge.attempt(lambda: self._reviews.keep(review), refresh=False):
            self._open(just_told=True)

    def look_back(self) -> None:
        """Show the weeks that were told about, newest first."""
        self._open(just_told=False)

    def _today_drawn(self, view: TodayView) -> None:
        """In a window that is left open over the week's end, the new week begins with the new day; nothing is interrupted."""
        new_day = self._drawn is not None and view.day != self._drawn
        self._drawn = view.day
        if new_day and self._window.current_page() is PageKey.TODAY and QApplication.activeModalWidget() is None:
            self.tell()

    def sheet(self, *, just_told: bool = False) -> WeekReviewDialog:
        """The sheet with every week that was kept, not yet open."""
        today = self._bridge.view().day
        return WeekReviewDialog(self._reviews.kept(), today, self._theme(), self._window, just_told=just_told)

    def _open(self, *, just_told: bool) -> None:
        dialog = self.sheet(just_told=just_told)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
