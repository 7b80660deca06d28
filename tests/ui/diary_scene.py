"""The Diary in a window of its own, with all behind it, on a diary that was lived or made up."""

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, after, before
from tests.fakes import FakeClock, FakeCuePlayer, FakeKeepAwake, MemoryDiaryStore, MemorySettingsStore
from tests.services.days import Person
from tests.ui.scenes import settle, theme
from walkcoach.core.diary import Feet, Settled, Steadiness
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.diary_book import DiaryBook
from walkcoach.services.diary_edits import DiaryEdits
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.history import HistoryService
from walkcoach.services.ports import StoredDiary
from walkcoach.services.today import TodayService
from walkcoach.services.undoing import Undoing
from walkcoach.services.walking import WalkingService
from walkcoach.ui.bridge import Bridge, Services
from walkcoach.ui.diary_flow import DiaryFlow
from walkcoach.ui.main_window import MainWindow, PageKey
from walkcoach.ui.pages.diary_page import DiaryPage
from walkcoach.ui.pages.today_page import TodayPage
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import Scheme
from walkcoach.ui.undo_flow import UndoFlow

DAY = timedelta(days=1)
BOTH = {Symptom.TINGLING: 3, Symptom.BURNING: 2}
SAID = before(
    ratings=BOTH,
    steady=Steadiness.LESS_STEADY,
    feet=Feet.UNCHECKED,
    signs=[WarningSign.CALF_PAIN_WALKING, WarningSign.LOW_GLUCOSE],
    settled=Settled.SAME_DAY,
)
SAID_AFTER = after(ratings={**BOTH, Symptom.CRAMPS: 1}, effort=6, could_talk=False, stumbled=True, feet=Feet.LATER)


@dataclass
class DiaryScene:
    """The window on its Diary page."""

    app: QApplication
    window: MainWindow
    flow: DiaryFlow
    undo: UndoFlow
    keeper: DiaryKeeper
    store: MemoryDiaryStore
    clock: FakeClock
    bridge: Bridge

    @property
    def page(self) -> DiaryPage:
        return self.flow.page

    def settle(self) -> None:
        settle(self.app)

    def sheets(self, kind: type[QDialog] = QDialog) -> list[QDialog]:
        """The sheets of `kind` that are open."""
        self.settle()
        return [sheet for sheet in self.window.findChildren(kind) if sheet.isVisible()]

    def press(self, name: str) -> None:
        """Press the button called `name` on the day that is open."""
        (button,) = [each for card in self.page.pane.cards for each in card.buttons if each.accessibleName() == name]
        button.click()
        self.settle()


def lived(days: int = 3) -> tuple[FakeClock, StoredDiary]:
    """Some days as planned; it is the morning after."""
    person = Person()
    for _day in range(days):
        person.live()
    return person.clock, person.store.load()


def open_diary(
    qtbot: QtBot,
    app: QApplication,
    diary: StoredDiary,
    clock: FakeClock,
    *,
    percent: int = 100,
    scheme: Scheme = Scheme.LIGHT,
    size: tuple[int, int] = (1200, 780),
) -> DiaryScene:
    """Show the Diary page on `diary`."""
    store = MemoryDiaryStore(diary)
    keeper = DiaryKeeper(store)
    cues = FakeCuePlayer()
    today = TodayService(clock, keeper)
    walking = WalkingService(clock, keeper, cues, FakeKeepAwake())
    services = Services(today, lambda: walking, lambda: HistoryService(keeper, clock), MemorySettingsStore(), cues)
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(*size)
    bridge = Bridge(services, window)
    look: Theme = theme(app, percent, scheme)
    flow = DiaryFlow(DiaryBook(clock, keeper), DiaryEdits(clock, keeper), bridge, window, lambda: look)
    undo = UndoFlow(Undoing(clock, keeper), bridge, window, lambda: look)
    window.add_page(PageKey.TODAY, TodayPage())
    window.add_page(PageKey.DIARY, flow.page)
    window.page_shown.connect(lambda key: flow.draw() if key == PageKey.DIARY else None)
    spread(window, look)
    bridge.refresh_today()
    window.show_page(PageKey.DIARY)
    window.show()
    settle(app)
    return DiaryScene(app, window, flow, undo, keeper, store, clock, bridge)


def rich() -> StoredDiary:
    """A lived diary whose second day was said in full."""
    _clock, diary = lived()
    day = MONDAY + DAY
    return replace(diary, before={**diary.before, day: SAID}, after={**diary.after, day: SAID_AFTER})


def on_the_second_day(qtbot: QtBot, app: QApplication) -> DiaryScene:
    """The Diary page on `rich`, with its second day open."""
    clock, _diary = lived()
    made = open_diary(qtbot, app, rich(), clock)
    made.flow.show_day(MONDAY + DAY)
    made.settle()
    return made


def only(scene: DiaryScene, kind: type) -> object:
    """The one sheet of `kind` that is open."""
    (sheet,) = scene.sheets(kind)
    return sheet
