"""The Diary page: days newest first, each with the shape of its plan, and beside them one day whole.

Where there is no room for both, the list gives way to the day that was opened, and Escape leads back.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from walkcoach.services.diary_filter import DiaryFilter, Felt
from walkcoach.services.diary_row import DiaryRow
from walkcoach.ui.pages.diary_day import DayPane
from walkcoach.ui.pages.diary_list import DayList
from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import Label, caption, muted, page_title, title
from walkcoach.wording import diary as words

_BOTH_PX: Final = 900
"""As much room at 100 % text shows list and day beside each other."""
_LIST_PX: Final = 420
_LIST_WIDEST_PX: Final = 640
"""The list beside a day, at 100 % text: it grows with the window until a row has room for all of an ordinary day."""
_LIST_SHARE: Final = 0.38
_PAUSE_MS: Final = 120
"""While days are gone through faster than this, only the one that is stopped at is drawn whole."""
_SEARCH_PX: Final = 260


@dataclass(frozen=True, slots=True)
class DiaryDays:
    """What the page shows: the `days` listed, of `count` in all, and where to ask what a day holds."""

    days: Sequence[date]
    count: int
    today: date
    row_of: Callable[[date], DiaryRow]
    deleted: int = 0
    empty: bool = False


class DiaryPage(QWidget):
    """Draws `DiaryDays`. What the person wants to change, `pane` and `list` tell."""

    filter_changed = Signal(object)
    """Carries the `DiaryFilter`."""
    filters_requested = Signal()
    """The sheet with the filters is asked for."""
    deleted_requested = Signal()
    """What was deleted lately is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._wanted = DiaryFilter()
        self._drawn: DiaryDays | None = None
        self._opened = False
        self.search = QLineEdit()
        self.search.setPlaceholderText(words.search())
        self.search.setAccessibleName(words.search())
        self.search.setAccessibleDescription(words.search_hint())
        self.search.setToolTip(words.search_hint())
        self.search.textChanged.connect(self._look_for)
        self.filters = Button(words.filter_button())
        self.filters.clicked.connect(self.filters_requested)
        self.all_days = Button(words.show_all(), ButtonKind.QUIET)
        self.all_days.clicked.connect(lambda: self.want(DiaryFilter()))
        self.deleted = Button("", ButtonKind.QUIET)
        self.deleted.clicked.connect(self.deleted_requested)
        self.count = caption()
        self.count.setWordWrap(False)
        self.month = Label("", TypeRole.HEADING)
        self.month.setIndent(SPACE_8)
        self.list = DayList()
        self.list.day_chosen.connect(self._show_soon)
        self.list.day_opened.connect(self.open_day)
        self.list.month_changed.connect(lambda day: self.month.setText(words.month(day)))
        self.pane = DayPane()
        self._to_show: date | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.catch_up)
        self.back = Button(words.back_to_days(), ButtonKind.QUIET, icon=Icon.BACK)
        self.back.clicked.connect(self.close_day)
        self._lay_out()
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._go_to_search)

    @property
    def wanted(self) -> DiaryFilter:
        """The filters in force."""
        return self._wanted

    @property
    def narrow(self) -> bool:
        """Whether there is room for the list or a day only."""
        return self.width() < self._theme.scaled(_BOTH_PX)

    def draw(self, days: DiaryDays) -> None:
        """Show these days."""
        self._drawn = days
        found = bool(days.days) and not days.empty
        self._cards.setCurrentWidget(self._body if found else self._empty if days.empty else self._nothing)
        self._tools.setVisible(not days.empty or days.deleted > 0)
        self.list.show_days(days.days, days.row_of, days.today)
        if found:
            self._show_chosen(self.list.day() or days.days[0])
        else:
            self.pane.clear()
        self.count.setText(words.count_some(len(days.days), days.count) if self._wanted else words.count_all(days.count))
        self.deleted.set_words(words.deleted_button(days.deleted))
        self.deleted.setVisible(days.deleted > 0)
        self._fit()

    def want(self, wanted: DiaryFilter) -> None:
        """Put these filters in force."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if self.search.text().strip() != wanted.text:
            self.search.setText(wanted.text)
        in_use = sum(map(bool, (wanted.symptom or wanted.felt is Felt.ROSE, wanted.finds, wanted.kinds)))
        self.filters.set_words(words.filter_on(in_use) if in_use else words.filter_button())
        self.all_days.setVisible(bool(wanted))
        self.filter_changed.emit(wanted)
        announce(self, self.count.text())

    def show_day(self, day: date) -> None:
        """Go to `day`, which has to be listed, and open it."""
        self.list.choose(day)
        self.open_day(day)

    def open_day(self, day: date) -> None:
        """Show the day whole and give it the keyboard."""
        self._show_chosen(day)
        self._opened = True
        self._fit()
        self.pane.setFocus(Qt.FocusReason.TabFocusReason)

    def close_day(self) -> None:
        """Back to the list."""
        self._opened = False
        self._fit()
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The list takes the keyboard. It is no focus proxy: with one, the Tab key would leave out what stands before it."""
        self.list.setFocus(reason)

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size."""
        self._theme = theme
        self.search.setFixedWidth(theme.scaled(_SEARCH_PX))
        self.search.setFont(theme.font(TypeRole.BODY))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads from a day back to the list, and takes the words looked for away."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.hasFocus():
            self.search.clear()
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.close_day()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both, or one of them."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays untold on a page that is left."""
        self.pane.flush()
        super().hideEvent(event)

    def catch_up(self) -> None:
        """Draw the day with the mark, if that was put off; the page does so by itself."""
        day, self._to_show = self._to_show, None
        if day is not None:
            self._show_chosen(day)

    def _show_soon(self, day: date) -> None:
        """The first day at once; while a key is held down, those after it when it is let go."""
        self._to_show = day
        if not self._pause.isActive():
            self.catch_up()
        self._pause.start()

    def _show_chosen(self, day: date) -> None:
        self._to_show = None
        if self._drawn is not None:
            self.pane.draw(self._drawn.row_of(day), self._drawn.today)

    def _look_for(self) -> None:
        self.want(replace(self._wanted, text=self.search.text().strip()))

    def _go_to_search(self) -> None:
        if self.narrow and self._opened:
            self.close_day()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _fit(self) -> None:
        narrow = self.narrow
        self._left.setVisible(not narrow or not self._opened)
        self._right.setVisible(not narrow or self._opened)
        self.back.setVisible(narrow)
        self._head.setVisible(not narrow or not self._opened)
        if narrow:
            self._left.setMaximumWidth(16_777_215)
            self._left.setMinimumWidth(0)
        else:
            least, most = self._theme.scaled(_LIST_PX), self._theme.scaled(_LIST_WIDEST_PX)
            self._left.setFixedWidth(max(least, min(most, int(self.width() * _LIST_SHARE))))

    def _lay_out(self) -> None:
        self._tools = QWidget()
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(SPACE_4)
        look_for = QHBoxLayout()
        look_for.setSpacing(SPACE_12)
        look_for.addWidget(self.search)
        look_for.addWidget(self.filters)
        look_for.addStretch(1)
        tools.addLayout(look_for)
        found = FlowRow(SPACE_12)
        for tool in (self.count, self.all_days, self.deleted):
            found.add(tool)
        tools.addWidget(found)
        self.all_days.hide()
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(SPACE_32 + SPACE_8, SPACE_24, SPACE_32 + SPACE_8, 0)
        head.setSpacing(SPACE_12)
        head.addWidget(page_title(words.page()))
        head.addWidget(self._tools)
        self._left, self._right = QWidget(), QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SPACE_8)
        left.addWidget(self.month)
        left.addWidget(self.list, 1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.pane, 1)
        self._body = QWidget()
        both = QHBoxLayout(self._body)
        both.setContentsMargins(SPACE_32, 0, SPACE_24, 0)
        both.setSpacing(SPACE_8)
        both.addWidget(self._left, 1)
        both.addWidget(self._right, 2)
        self._busy = _said(words.busy())
        self._empty = _said(words.empty_title(), words.empty_text())
        self._nothing = _said(words.nothing_found_title(), words.nothing_found_text())
        self._cards = QStackedWidget()
        for card in (self._busy, self._body, self._empty, self._nothing):
            self._cards.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(self._head)
        column.addWidget(self._cards, 1)


def _said(heading: str, text: str = "") -> QWidget:
    """A card that stands where the days would."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(SPACE_32 + SPACE_8, SPACE_8, SPACE_32 + SPACE_8, 0)
    card = Card(padding_px=SPACE_32, gap_px=SPACE_12)
    card.body.addWidget(title(heading))
    if text:
        card.body.addWidget(muted(text))
    column.addWidget(card)
    column.addStretch(1)
    return holder
