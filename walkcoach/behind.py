"""What stands behind the first window: the walk and its windows, the sheets, undo, the upkeep of the diary.

More than half of the program, and nothing of it is seen at first: `app` loads this as a whole once the window is drawn, or earlier
should it be asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.extra_walks import ExtraWalks
from walkcoach.services.ports import Clock, Settings
from walkcoach.services.safekeeping import Safekeeping
from walkcoach.services.today import TodayService
from walkcoach.services.undoing import Undoing
from walkcoach.services.week_reviews import WeekReviews
from walkcoach.ui.bridge import Bridge, WalkBridge
from walkcoach.ui.day_flow import DayFlow
from walkcoach.ui.extra_flow import ExtraFlow
from walkcoach.ui.main_window import MainWindow
from walkcoach.ui.monthly_flow import MonthlyFlow
from walkcoach.ui.notifier import TrayMessages, WalkNotifier
from walkcoach.ui.pages.today_page import TodayPage
from walkcoach.ui.pages.walk_page import WalkPage
from walkcoach.ui.theme.live import LiveTheme
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.window_icon import set_window_icon
from walkcoach.ui.undo_flow import UndoFlow
from walkcoach.ui.upkeep import Upkeep
from walkcoach.ui.walk_window import SmallWalk, WalkWindow
from walkcoach.ui.week_review_flow import WeekReviewFlow

if TYPE_CHECKING:
    from walkcoach.services.data_work import LargeSteps  # with all the formats there are


@dataclass(frozen=True, slots=True)
class Front:
    """What there is already when `Behind` is made. `large_steps` answers what swaps large steps of undo beside the window."""

    app: QApplication
    clock: Clock
    keeper: DiaryKeeper
    today: TodayService
    first_weekday: int
    safekeeping: Safekeeping | None
    bridge: Bridge
    walk: WalkBridge
    live_theme: LiveTheme
    window: MainWindow
    page: TodayPage
    large_steps: "Callable[[], LargeSteps]"


class Behind:
    """All of it, made and connected."""

    def __init__(self, front: Front, settings: Settings) -> None:
        clock, keeper, bridge, walk, window = front.clock, front.keeper, front.bridge, front.walk, front.window
        live_theme = front.live_theme

        def theme() -> Theme:
            return live_theme.theme

        self.walk_page = WalkPage(theme())
        self.flow = DayFlow(bridge, walk, window, self.walk_page, theme)
        self.walk_window = WalkWindow()
        self.small_walk = SmallWalk(self.walk_window, window, self.walk_page)
        messages = TrayMessages(window)
        self.notifier = WalkNotifier(window, messages, self.walk_window)
        messages.asked_back.connect(self.notifier.bring_back)
        walk.walk_changed.connect(self.notifier.draw)
        walk.walk_changed.connect(self.walk_window.draw)
        self.monthly = MonthlyFlow(front.today, bridge, window, theme)
        self.weeks = WeekReviewFlow(WeekReviews(clock, keeper, front.today, front.first_weekday), bridge, window, theme)
        extra = ExtraWalks(clock, keeper, front.today)
        self.extra = ExtraFlow(extra, bridge, walk, self.flow, window, front.page, theme)
        self.undo = UndoFlow(Undoing(clock, keeper), bridge, window, theme, front.large_steps)
        self.upkeep = None
        if front.safekeeping is not None:
            self.upkeep = Upkeep(front.safekeeping, window, lambda: walk.under_way)
            self.upkeep.trouble_met.connect(lambda trouble: window.say_trouble(trouble.what, trouble.way_on))
        set_window_icon(front.app, theme())
        live_theme.changed.connect(lambda changed: set_window_icon(front.app, changed))
        live_theme.dress(self.walk_window)
        self.follow(settings)

    def follow(self, settings: Settings) -> None:
        """Show the speeds of `settings`."""
        for shown in (self.walk_page, self.walk_window):
            shown.set_speeds(settings.speeds)

    def close(self, *, back_up: bool) -> None:
        """Let go, and make the last backup if that is wanted. The diary's own file has to be closed by then."""
        self.walk_window.hide()
        self.walk_window.deleteLater()
        if self.upkeep is not None:
            self.upkeep.close() if back_up else self.upkeep.stop()
