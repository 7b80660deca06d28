"""The composition root: the one module that knows everyone. It makes adapters, services and pages, and connects them.

`Program` is the running window with all behind it; `start` opens it and waits until it is closed.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from walkcoach import __version__
from walkcoach.adapters.no_keep_awake import NoKeepAwake
from walkcoach.adapters.paths import resource_folder
from walkcoach.core.programme import Programme
from walkcoach.services.diary_keeper import DiaryFile, DiaryKeeper
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import (
    AwakeState,
    Clock,
    CuePlayer,
    KeepAwake,
    Profile,
    Settings,
    SettingsStore,
    ThemeChoice,
)
from walkcoach.services.today import TodayService, TodayView
from walkcoach.ui.bridge import Bridge, Services, SettingsBridge, WalkBridge
from walkcoach.ui.main_window import MainWindow, PageKey
from walkcoach.ui.pages.today_page import TodayPage
from walkcoach.ui.theme.apply import STYLE, apply_theme_to_app, load_fonts
from walkcoach.ui.theme.live import LiveTheme
from walkcoach.ui.theme.resolve import scheme_for
from walkcoach.ui.theme.theme import Theme
from walkcoach.wording.language import language, use_translations

if TYPE_CHECKING:
    from walkcoach.adapters.data_work import FileDataWork
    from walkcoach.behind import Behind
    from walkcoach.services.history import HistoryService
    from walkcoach.services.safekeeping import Safekeeping
    from walkcoach.services.walking import WalkingService
    from walkcoach.ui.calendar_bridge import CalendarBridge
    from walkcoach.ui.data_flow import DataFlow
    from walkcoach.ui.diary_flow import DiaryFlow
    from walkcoach.ui.pages.progress_page import ProgressPage
    from walkcoach.ui.pages.settings_page import SettingsPage
    from walkcoach.ui.pages.welcome_page import WelcomePage
    from walkcoach.ui.report_flow import ReportFlow

SAMPLE_WEEKS = 12


@dataclass(frozen=True, slots=True)
class Outside:
    """The outside world of one program: real in the window, partly made up in tests."""

    clock: Clock
    store: DiaryFile
    settings: SettingsStore
    cues: CuePlayer
    folder: Path
    speed: float = 1.0
    awake: KeepAwake = field(default_factory=NoKeepAwake)
    safekeeping: "Callable[[], Safekeeping] | None" = None
    """Answers who looks after the backups. None: nobody does, as for a diary that is thrown away."""


class LateKeepAwake:
    """The system's `KeepAwake`, loaded when a walk first needs it: its library takes as long as a tenth of the start."""

    def __init__(self) -> None:
        self._system: KeepAwake | None = None

    def hold(self) -> None:
        """See `KeepAwake`."""
        if self._system is None:
            from walkcoach.adapters.keep_awake import SystemKeepAwake

            self._system = SystemKeepAwake()
        self._system.hold()

    def release(self) -> None:
        """See `KeepAwake`."""
        if self._system is not None:
            self._system.release()

    def state(self) -> AwakeState:
        """See `KeepAwake`."""
        return AwakeState.NOT_ASKED if self._system is None else self._system.state()


class Program(QObject):
    """The window and all behind it. `show` opens it with all behind it: `open`, and `settle`; `close` lets go of everything."""

    def __init__(self, app: QApplication, outside: Outside) -> None:
        super().__init__()
        keeper = DiaryKeeper(outside.store)
        first_weekday = QLocale().firstDayOfWeek().value - 1
        self._services = Services(
            today=TodayService(outside.clock, keeper, first_weekday),
            walking=self._make_walking,
            history=self._make_history,
            settings=outside.settings,
            cues=outside.cues,
            speed=outside.speed,
        )
        self._app, self._outside = app, outside
        self._keeper = keeper
        self._first_weekday = first_weekday
        self._settled = False
        self.erase_wanted = False  # whether everything is to be deleted once all of this is closed
        self.bridge = Bridge(self._services, self)
        self.machine = SettingsBridge(self._services, self.bridge)
        self.walk = WalkBridge(self._services, self.bridge, self.machine)
        self._set_sound(self.machine.settings)
        self.live_theme = LiveTheme(app, self.machine.settings)
        self.window = MainWindow()
        self.today = TodayPage()
        self.window.add_page(PageKey.TODAY, self.today)
        self.window.add_late_page(PageKey.PROGRESS, lambda: self.progress)
        self.window.add_late_page(PageKey.DIARY, lambda: self.diary.page)
        self.window.add_late_page(PageKey.REPORT, lambda: self.report.page)
        self.window.add_late_page(PageKey.SETTINGS, lambda: self.settings)
        self.window.add_late_page(PageKey.WELCOME, lambda: self.welcome)
        self.window.add_late_page(PageKey.WALK, lambda: self.behind.walk_page)
        self.window.set_speed(outside.speed)
        self._connect()
        self.live_theme.dress(self.window)

    # What the first window does not show is loaded once it is drawn, or when it is first asked for: that is most of it.

    @cached_property
    def behind(self) -> "Behind":
        """What stands behind the first window."""
        from walkcoach.behind import Behind, Front

        front = Front(
            self._app,
            self._outside.clock,
            self._keeper,
            self._services.today,
            self._first_weekday,
            self._safekeeping,
            self.bridge,
            self.walk,
            self.live_theme,
            self.window,
            self.today,
            lambda: self.data_work,
        )
        return Behind(front, self.machine.settings)

    @cached_property
    def _safekeeping(self) -> "Safekeeping | None":
        return self._outside.safekeeping() if self._outside.safekeeping else None

    def _make_walking(self) -> "WalkingService":
        from walkcoach.services.walking import WalkingService

        walking = WalkingService(self._outside.clock, self._keeper, self._outside.cues, self._outside.awake)
        walking.set_metronome(self.machine.settings.beat_per_min)
        return walking

    def _make_history(self) -> "HistoryService":
        from walkcoach.services.history import HistoryService

        return HistoryService(self._keeper, self._outside.clock, self._first_weekday)

    @cached_property
    def welcome(self) -> "WelcomePage":
        """The welcome."""
        from walkcoach.ui.pages.welcome_page import WelcomePage

        page = WelcomePage(self._first_weekday)
        page.finished.connect(self._welcomed)
        page.sound_test_requested.connect(self.machine.test_sound)
        return page

    @cached_property
    def progress(self) -> "ProgressPage":
        """The page with the charts."""
        from walkcoach.ui.pages.progress_page import ProgressPage

        page = ProgressPage(self.live_theme.theme)
        page.range_requested.connect(self.bridge.show_progress)
        page.trouble_met.connect(self._say_trouble)
        page.earlier_weeks_requested.connect(self.behind.weeks.look_back)
        self.bridge.progress_changed.connect(page.draw)
        self.calendar.serve(page.calendar_and_road)
        return page

    @cached_property
    def calendar(self) -> "CalendarBridge":
        """Calendar and road of the page with the charts."""
        from walkcoach.services.calendar import CalendarService
        from walkcoach.services.road import RoadService
        from walkcoach.ui.calendar_bridge import CalendarBridge

        clock, keeper = self._outside.clock, self._keeper
        calendar = CalendarBridge(CalendarService(keeper, clock, self._first_weekday), RoadService(keeper, clock), self.bridge)
        calendar.day_requested.connect(lambda day: self.diary.show_day(day))
        return calendar

    @cached_property
    def diary(self) -> "DiaryFlow":
        """The diary with its page."""
        from walkcoach.services.diary_book import DiaryBook
        from walkcoach.services.diary_edits import DiaryEdits
        from walkcoach.ui.diary_flow import DiaryFlow

        clock, keeper = self._outside.clock, self._keeper
        return DiaryFlow(
            DiaryBook(clock, keeper), DiaryEdits(clock, keeper), self.bridge, self.window, lambda: self.live_theme.theme
        )

    @cached_property
    def report(self) -> "ReportFlow":
        """The page for the clinician."""
        from walkcoach.adapters.pdf.printing import Press, usual_paper
        from walkcoach.adapters.pdf.style import Inks
        from walkcoach.services.report import ReportService
        from walkcoach.ui.report_flow import ReportFlow
        from walkcoach.ui.theme.paper import paper_inks

        reports = ReportService(self._keeper, self._outside.clock, self._first_weekday)
        press = Press(Inks(*paper_inks()), f"Walkcoach {__version__}", language().replace("_", "-"))
        return ReportFlow(reports, press, self.bridge, self.window, self.live_theme.theme, usual_paper(), self._remember_export)

    @cached_property
    def settings(self) -> "SettingsPage":
        """The settings."""
        from walkcoach.ui.pages.settings_page import SettingsPage

        page = SettingsPage(str(self._outside.folder), __version__, self._first_weekday)
        page.programme_changed.connect(self.bridge.set_programme)
        page.profile_changed.connect(self.bridge.set_profile)
        page.settings_changed.connect(self.machine.set_settings)
        page.sound_test_requested.connect(self.machine.test_sound)
        self.machine.sound_told.connect(page.tell_sound)
        return page

    @cached_property
    def data_work(self) -> "FileDataWork":
        """What is done with the diary's files beside the window."""
        from walkcoach.adapters.data_work import FileDataWork, safekeeping_of

        outside = self._outside
        safekeeping = self._safekeeping or safekeeping_of(outside.folder, outside.clock)
        return FileDataWork(outside.folder, outside.clock, safekeeping)

    @cached_property
    def data(self) -> "DataFlow":
        """What the settings do with the diary's files."""
        from walkcoach.ui.data_flow import DataFlow, DataServices

        services = DataServices(self.data_work, self._keeper, self._outside.clock, lambda: self.walk.under_way)
        flow = DataFlow(services, self.bridge, self.behind.undo, self.window, self.settings.data, lambda: self.live_theme.theme)
        flow.replaced.connect(self._begin_with_another_diary)
        flow.erase_confirmed.connect(self._end_and_erase)
        if self.behind.upkeep is not None:
            self.behind.upkeep.done.connect(flow.draw)
        return flow

    def show(self) -> None:
        """Open the window with all behind it. A real start lets it be drawn in between."""
        self.open()
        self.settle()

    def open(self) -> None:
        """Open the window, with nothing yet behind it: on the welcome the first time, else on Today."""
        self.bridge.refresh_today()
        self.window.show_page(PageKey.TODAY if self.bridge.profile.welcomed else PageKey.WELCOME)
        self.window.fit_screen()
        self.window.show()

    def settle(self) -> None:
        """Make what is behind the window; then tell of a walk that was left under way, or of the week. Once is enough."""
        if self._settled:
            return
        self._settled = True
        behind = self.behind
        if self.bridge.profile.welcomed and not behind.flow.offer_recovered_walk():
            behind.weeks.tell()

    def close(self) -> None:
        """Let go: a walk under way stays in the diary, to be offered at the next start."""
        behind = self.behind  # made even now, should the window have been closed at once: it makes the last backup
        self.walk.close()
        self.bridge.close()
        self._outside.store.close()
        behind.close(back_up=not self.erase_wanted)

    def _connect(self) -> None:
        bridge = self.bridge
        bridge.today_changed.connect(self._draw_today)
        bridge.trouble_met.connect(self._say_trouble)
        self.machine.settings_changed.connect(self._follow_settings)
        # A press that comes before all is settled is not lost: asking for what is behind makes it.
        self.today.check_in_requested.connect(lambda: self.behind.flow.check_in_and_walk())
        self.today.walk_requested.connect(lambda: self.behind.flow.walk())
        self.today.walk_anyway_requested.connect(lambda: self.behind.flow.check_in_and_walk())
        self.today.check_in_after_requested.connect(lambda: self.behind.flow.check_in_after())
        self.today.cleared_requested.connect(lambda: self.behind.flow.clear_warning_sign())
        self.today.feet_seen_to_requested.connect(lambda: self.behind.flow.feet_seen_to())
        self.today.slow_signs_requested.connect(lambda: self.behind.monthly.ask())
        self.today.free_walk_requested.connect(lambda: self.behind.extra.ask_own())
        self.today.walk_by_hand_requested.connect(lambda: self.behind.extra.ask_by_hand())
        self.today.review_acknowledged.connect(bridge.acknowledge_review)
        self.today.away_because_given.connect(bridge.away_because)
        self.today.settings_requested.connect(lambda: self.window.show_page(PageKey.SETTINGS))
        self.window.page_shown.connect(self._page_shown)

    def _remember_export(self, file: Path) -> None:
        if self._safekeeping is not None:
            self._safekeeping.remember_export(file)

    def _draw_today(self, view: TodayView) -> None:
        self.today.draw(view, self.bridge.profile.emergency_number)

    def _say_trouble(self, trouble: Trouble) -> None:
        self.window.say_trouble(trouble.what, trouble.way_on)

    def _follow_settings(self, settings: Settings) -> None:
        self.live_theme.follow(settings)
        self.behind.follow(settings)
        self._set_sound(settings)
        self._services.walking.set_metronome(settings.beat_per_min)

    def _set_sound(self, settings: Settings) -> None:
        self._outside.cues.set_on(settings.sound)
        self._outside.cues.set_volume(settings.volume)
        self._outside.cues.set_speech(settings.speech)

    def _welcomed(self, profile: Profile, programme: Programme) -> None:
        if self.bridge.set_up(replace(profile, welcomed=True), programme):
            self.window.show_page(PageKey.TODAY)

    def _begin_with_another_diary(self) -> None:
        """Draw the page that is shown from the diary that is now in memory; the others are drawn when they are shown."""
        page, welcomed = self.window.current_page() or PageKey.TODAY, self.bridge.profile.welcomed
        if welcomed is (page is PageKey.WELCOME):
            self.window.show_page(PageKey.TODAY if welcomed else PageKey.WELCOME)
        else:
            self._page_shown(page)

    def _end_and_erase(self) -> None:
        self.erase_wanted = True
        self.window.close()

    def _page_shown(self, key: str) -> None:
        if key == PageKey.PROGRESS:
            weeks = self.progress.range_weeks
            self.calendar.show()
            self.bridge.show_progress(weeks)
        elif key == PageKey.DIARY:
            self.diary.draw()
        elif key == PageKey.REPORT:
            self.report.refresh()
        elif key == PageKey.SETTINGS:
            self.settings.draw(self.bridge.programme, self.bridge.profile, self.machine.settings)
            self.data.draw()


def make_application(arguments: list[str]) -> QApplication:
    """The one QApplication, with our names, fonts and translations."""
    app = QApplication(
        [*arguments, "-style", STYLE]
    )  # asked for so, it is not handed back, which takes time
    app.setApplicationName("walkcoach")
    app.setApplicationDisplayName("Walkcoach")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("walkcoach")
    resources = resource_folder()
    load_fonts(resources / "fonts")
    apply_theme_to_app(app, Theme(scheme_for(ThemeChoice.SYSTEM, app.styleHints().colorScheme())), styled=True)
    use_translations(resources / "i18n")
    translator = QTranslator(app)
    if translator.load(QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    return app


def sound_command() -> tuple[str, ...]:
    """How this program starts itself as its own sound player: built, or from Python."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--sound-player")
    return (sys.executable, "-m", "walkcoach", "--sound-player")


def voice_command() -> tuple[str, ...]:
    """How this program starts itself as the voice that speaks for it, in the language of its sentences."""
    return (*sound_command()[:-1], "--sound-voice", language())
