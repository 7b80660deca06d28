"""The window: a rail, the pages, a bar for trouble. A frame and no rules; what a page shows and when, others decide."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.widgets.message_bar import MessageBar
from walkcoach.ui.widgets.nav_rail import NavRail
from walkcoach.ui.widgets.notice_bar import NoticeBar
from walkcoach.wording import diary, undo
from walkcoach.wording import window as words

SMALLEST_PX: Final = (920, 640)
FIRST_PX: Final = (1200, 780)
_TITLE_BAR_PX: Final = 40
"""What a window manager may need for its own frame, which Qt cannot tell before the window is shown."""


class PageKey(StrEnum):
    """The pages there are. `WELCOME` and `WALK` take the whole window and have no entry on the rail."""

    WELCOME = "welcome"
    TODAY = "today"
    WALK = "walk"
    PROGRESS = "progress"
    DIARY = "diary"
    REPORT = "report"
    SETTINGS = "settings"


_WHOLE: Final = frozenset({PageKey.WELCOME, PageKey.WALK})
_ICONS: Final = (
    (PageKey.TODAY, Icon.TODAY),
    (PageKey.PROGRESS, Icon.PROGRESS),
    (PageKey.DIARY, Icon.DIARY),
    (PageKey.REPORT, Icon.REPORT),
    (PageKey.SETTINGS, Icon.SETTINGS),
)


def _page_name(key: PageKey) -> str:
    names = {
        PageKey.TODAY: words.page_today(),
        PageKey.PROGRESS: words.page_progress(),
        PageKey.DIARY: diary.page(),
        PageKey.REPORT: words.page_report(),
        PageKey.SETTINGS: words.page_settings(),
        PageKey.WELCOME: words.page_welcome(),
        PageKey.WALK: words.page_walk(),
    }
    return names[key]


class MainWindow(QMainWindow):
    """Holds the pages that it is given. Alt or Ctrl with a figure goes to a page, F11 fills the screen, Ctrl+Q closes."""

    page_shown = Signal(str)
    """Another page is shown; carries its `PageKey`."""
    closing = Signal()
    """The person closes the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.app_name())
        self.setMinimumSize(*SMALLEST_PX)
        self.resize(*FIRST_PX)
        self._pages: dict[PageKey, QWidget] = {}
        self._late: dict[PageKey, Callable[[], QWidget]] = {}
        self._theme: Theme | None = None
        self._entries = 0
        self._rail = NavRail(words.app_name(), words.pages())
        self._rail.asked.connect(lambda key: self._go_to(PageKey(key)))
        self._bar = MessageBar(words.trouble_name(), words.dismiss())
        self._stack = QStackedWidget()
        self.notice = NoticeBar(undo.bar_name(), words.dismiss())
        """What was done last, with a way back."""
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._bar)
        right.addWidget(self._stack, 1)
        right.addWidget(self.notice)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)
        QShortcut(QKeySequence(Qt.Key.Key_F11), self, self.toggle_full_screen)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self, self.close)
        if not QKeySequence.keyBindings(QKeySequence.StandardKey.Quit):
            QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Q), self, self.close)

    def add_page(self, key: PageKey, page: QWidget) -> None:
        """Take `page`; it gets an entry on the rail unless it takes the whole window. Add them in the rail's order."""
        self._place(key, page)
        self._add_entry(key)

    def add_late_page(self, key: PageKey, make: Callable[[], QWidget]) -> None:
        """As `add_page`, with a page that is made when it is first asked for: the window is there sooner."""
        self._late[key] = make
        self._add_entry(key)

    def _place(self, key: PageKey, page: QWidget) -> None:
        self._pages[key] = page
        page.setAccessibleName(_page_name(key))
        self._stack.addWidget(page)

    def _page(self, key: PageKey) -> QWidget:
        if key in self._late:
            page = self._late.pop(key)()
            self._place(key, page)
            if self._theme is not None:
                spread(page, self._theme)
        return self._pages[key]

    def _add_entry(self, key: PageKey) -> None:
        icon = dict(_ICONS).get(key)
        if icon is None:
            return
        self._entries += 1
        figure = Qt.Key(Qt.Key.Key_0 + self._entries)
        hint = words.key_hint(QKeySequence(Qt.Modifier.ALT | figure).toString(QKeySequence.SequenceFormat.NativeText))
        self._rail.add_entry(key, _page_name(key), icon, hint)
        for modifier in (Qt.Modifier.ALT, Qt.Modifier.CTRL):
            QShortcut(QKeySequence(modifier | figure), self, lambda: self._jump_to(key))

    def show_page(self, key: PageKey) -> None:
        """Show the page `key` and give it the focus."""
        self._go_to(key)
        self._page(key).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current_page(self) -> PageKey | None:
        """Which page is shown; None before the first."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), None)

    def fit_screen(self) -> None:
        """Be no larger than the screen has room for, title bar included."""
        room = self.screen().availableSize() - QSize(0, _TITLE_BAR_PX)
        self.resize(self.size().boundedTo(room))

    def show_walk(self) -> None:
        """The walk takes the whole window."""
        self.show_page(PageKey.WALK)

    def leave_walk(self) -> None:
        """Back to Today."""
        self.show_page(PageKey.TODAY)

    def say_trouble(self, what: str, way_on: str = "") -> None:
        """Show a sentence about what went wrong and the way on, until the person takes it away."""
        self._bar.say(what, way_on)

    def message_bar(self) -> MessageBar:
        """The bar for trouble."""
        return self._bar

    def set_speed(self, times: float) -> None:
        """Say in the corner that the clock runs `times` as fast; 1 says nothing."""
        self._rail.set_corner("" if times == 1 else words.speed(times))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def apply_theme(self, theme: Theme) -> None:
        """For pages that are made later; nothing is painted here, and rail, bar and pages are told by `spread`."""
        self._theme = theme

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window closes."""
        self.closing.emit()
        super().closeEvent(event)

    def _jump_to(self, key: PageKey) -> None:
        """By a key: only where the rail is there to be used."""
        if self._rail.isVisible():
            self.show_page(key)

    def _go_to(self, key: PageKey) -> None:
        changed = self.current_page() is not key or not self._stack.isVisible()
        self._rail.setVisible(key not in _WHOLE)
        self._rail.show_current(key)
        self._stack.setCurrentWidget(self._page(key))
        if changed:
            self.page_shown.emit(key)
