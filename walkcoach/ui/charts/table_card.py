"""The card of something drawn: the words below it, the table that takes its place, saving, and the ring of the keyboard."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from walkcoach.ui.charts.chart_table import ChartTable, Row
from walkcoach.ui.charts.save_button import AskPlace, SaveButton, SavedAs, ask_place
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_16, Role
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.labels import Label, caption, heading
from walkcoach.wording import chart_use as words

_TALL_PX: Final = 10_000
_RING_PX: Final = 2.5


class TableCard(Card):
    """`drawn`, a chart or something painted, with its table; `reads` is what the words below it are set in.

    Who derives lays them out, tells what the card is saved as (`content`) and the longest words (`longest_reading`). A card that
    is not `switched` has no button for its table: the page switches it along with the others.
    """

    table_requested = Signal(bool)
    """The person wants tables (true) or pictures (false)."""
    trouble_met = Signal(object)
    """It could not be saved; carries the `Trouble`."""

    def __init__(
        self,
        title: str,
        drawn: QWidget,
        *,
        switched: bool = True,
        small: bool = False,
        reads: Label | None = None,
        ask: AskPlace = ask_place,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(padding_px=SPACE_16, gap_px=SPACE_4, parent=parent)
        self.body.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_16)
        self.table = ChartTable(small=small)
        self.table.hide()
        self._drawn = drawn
        self._title = heading(title)
        self._reading = caption() if reads is None else reads
        self._button = Button(words.show_table(), ButtonKind.QUIET, hint="T") if switched else None
        if self._button is not None:
            self._button.clicked.connect(lambda: self.table_requested.emit(not self.shows_table()))
        self._save = SaveButton(self.content, text=not small, ask=ask)
        self._name_buttons(title)
        self._save.saved.connect(self.say_saved)
        self._save.trouble_met.connect(self.trouble_met)
        self._ring_around: QWidget | None = None
        for part in (drawn, self.table):
            part.installEventFilter(self)

    def content(self, kind: SavedAs) -> bytes:
        """What the card would be saved as; nothing before it is filled."""
        raise NotImplementedError

    def longest_reading(self) -> str:
        """The longest words that may stand below what is drawn, for which room is kept."""
        raise NotImplementedError

    def fill_table(self, headers: Sequence[str], rows: int, row: Row) -> None:
        """Take the table; it is called what the drawn is called."""
        self.table.setAccessibleName(self._drawn.accessibleName())
        self.table.setAccessibleDescription(self._drawn.accessibleDescription())
        self.table.show_rows(headers, rows, row)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in it, in the order in which they stand."""
        return tuple(stop for stop in (self._save, self._button, self._drawn, self.table) if stop is not None)

    def shows_table(self) -> bool:
        """Whether the table has taken the place of what is drawn."""
        return not self.table.isHidden()

    def show_table(self, on: bool) -> None:
        """Show the table or what is drawn; the focus goes along."""
        focused = self._drawn.hasFocus() or self.table.hasFocus()
        self.table.setVisible(on)
        for part in (self._drawn, self._reading):
            part.setVisible(not on)
        if self._button is not None:
            self._button.set_words(words.show_chart() if on else words.show_table())
            self._name_buttons(self._titled)
        if focused:
            (self.table if on else self._drawn).setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_buttons(self, title: str) -> None:
        """Tell screen readers what the buttons are about: there is one of each in every card."""
        self._titled = title
        self._save.name_chart(title)
        if self._button is not None:
            self._button.setAccessibleName(words.of_chart(self._button.text(), title))

    def reading(self) -> str:
        """The words that stand below what is drawn."""
        return self._reading.text()

    def say_saved(self, place: str) -> None:
        """Say where the file lies, until the person points at something."""
        self._reading.setText(words.saved(place))
        announce(self, words.saved(place))

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        super().apply_theme(theme)
        self._reading.apply_theme(theme)
        self.keep_room()

    def keep_room(self) -> None:
        """As many lines as the longest words take, so that nothing jumps while the person goes from place to place."""
        longest = self.longest_reading()
        margins = self.body.contentsMargins()
        room = QRect(0, 0, max(1, self.width() - margins.left() - margins.right()), _TALL_PX)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        height = QFontMetrics(self._reading.font()).boundingRect(room, wrapped, longest).height() if longest else 0
        self._reading.setMinimumHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the words."""
        super().resizeEvent(event)
        self.keep_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus; what the mouse has put it on needs no ring."""
        if isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
            self._ring_around = watched if event.gotFocus() and not by_mouse else None
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, and the ring around what has the focus."""
        super().paintEvent(event)
        if self._ring_around is not None and self._ring_around.isVisible():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour(Role.FOCUS), _RING_PX))
            painter.drawRoundedRect(QRectF(self._ring_around.geometry()).adjusted(-7, -3, 7, 3), RADIUS_CONTROL, RADIUS_CONTROL)
