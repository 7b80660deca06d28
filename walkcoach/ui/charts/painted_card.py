"""A card with something painted: title, one place in words, the table that takes the picture's place, and saving.

What `ChartCard` is to the charts: the same wishes and the same answers, for what is painted without pyqtgraph.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from walkcoach.ui.charts.chart_table import ChartTable, Row
from walkcoach.ui.charts.painted_sheet import PaintedSheet
from walkcoach.ui.charts.save_button import AskPlace, SaveButton, SavedAs, ask_place
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_12, SPACE_16, Role
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import Label, caption, heading
from walkcoach.ui.widgets.painted import PaintedShape
from walkcoach.ui.widgets.side_by_side import SideBySide
from walkcoach.wording import chart_use as words

_TALL_PX: Final = 10_000
_RING_PX: Final = 2.5
_NARROW_PX: Final = 240
_NARROW_WITH_MORE_PX: Final = 380
"""In a narrower card (at 100 % text) the buttons stand below the title."""


class PaintedCard(Card):
    """`picture` with its table, `beside` in the row of the title; `reads` is what the words below it are set in. See `fill`."""

    table_requested = Signal(bool)
    """The person wants tables (true) or pictures (false)."""
    trouble_met = Signal(object)
    """It could not be saved; carries the `Trouble`."""

    def __init__(
        self,
        title: str,
        picture: PaintedShape,
        beside: Sequence[QWidget] = (),
        *,
        reads: Label | None = None,
        ask: AskPlace = ask_place,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(padding_px=SPACE_16, gap_px=SPACE_4, parent=parent)
        self.body.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_16)
        self.picture = picture
        self.table = ChartTable(small=True)
        self.legend = FlowRow(SPACE_12)
        self._reading = caption() if reads is None else reads
        self._longest = ""
        self._title = heading(title)
        self._title.setWordWrap(False)
        self._headers: tuple[str, ...] = ()
        self._count = 0
        self._row: Row = lambda _number: ()
        self._button = Button(words.show_table(), ButtonKind.QUIET, hint="T")
        self._button.clicked.connect(lambda: self.table_requested.emit(not self.shows_table()))
        self._save = SaveButton(self.content, text=False, ask=ask)
        self._save.name_chart(title)
        self._save.saved.connect(self._say_saved)
        self._save.trouble_met.connect(self.trouble_met)
        buttons = FlowRow(SPACE_4)
        for button in (self._save, self._button):
            buttons.add(button)
        begin: QWidget = self._title
        if beside:
            begin = names = FlowRow(SPACE_8)
            for widget in (self._title, *beside):
                names.add(widget)
        narrow_px = _NARROW_WITH_MORE_PX if beside else _NARROW_PX
        self.body.addWidget(SideBySide((begin, buttons), (1, 0), narrow_px, SPACE_4))
        self.body.addWidget(self.picture)
        self.body.addWidget(self._reading)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        self.table.hide()
        self._ring_around: QWidget | None = None
        for part in (picture, self.table):
            part.installEventFilter(self)

    def figures(self) -> bytes:
        """The figures as a CSV file."""
        raise NotImplementedError

    def sheet(self) -> PaintedSheet:
        """What is saved as a picture, made anew."""
        raise NotImplementedError

    def content(self, kind: SavedAs) -> bytes:
        """What the card would be saved as; nothing before it is filled."""
        if not self._headers:
            return b""
        if kind is SavedAs.FIGURES:
            return self.figures()
        return self.sheet().png() if kind is SavedAs.PICTURE else self.sheet().svg()

    def fill(self, headers: Sequence[str], rows: int, row: Row, longest: str = "") -> None:
        """Take the table and the longest text that may stand below the picture, for which room is kept."""
        self._headers, self._count, self._row = tuple(headers), rows, row
        self._longest = longest
        self._reserve()
        self.table.setAccessibleName(self.picture.accessibleName())
        self.table.setAccessibleDescription(self.picture.accessibleDescription())
        self.table.show_rows(headers, rows, row)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The table as text, its headers first."""
        return (self._headers, *(tuple(self._row(number)) for number in range(self._count)))

    def shows_table(self) -> bool:
        """Whether the table has taken the picture's place."""
        return not self.table.isHidden()

    def show_table(self, on: bool) -> None:
        """Show the table or the picture; the focus goes along."""
        focused = self.picture.hasFocus() or self.table.hasFocus()
        self.table.setVisible(on)
        for part in (self.picture, self._reading, self.legend):
            part.setVisible(not on)
        self._button.set_words(words.show_chart() if on else words.show_table())
        if focused:
            (self.table if on else self.picture).setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self, text: str, *, aloud: bool = False) -> None:
        """Say `text` below the picture; `aloud` to a screen reader, too, while the keyboard is there."""
        self._reading.setText(text)
        if aloud and self.picture.hasFocus():
            announce(self.picture, text)

    def reading(self) -> str:
        """What stands below the picture."""
        return self._reading.text()

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        super().apply_theme(theme)
        self._reading.apply_theme(theme)
        self._title.setMinimumHeight(self._button.sizeHint().height())  # on a line with the buttons, whatever wraps below it
        self._reserve()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the words below the picture."""
        super().resizeEvent(event)
        self._reserve()

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

    def _say_saved(self, place: str) -> None:
        """Say where the file lies, until the person points at something."""
        self.read(words.saved(place))
        announce(self, words.saved(place))

    def _reserve(self) -> None:
        """As many lines as the longest text takes, so that nothing jumps while the person goes from place to place."""
        margins = self.body.contentsMargins()
        room = QRect(0, 0, max(1, self.width() - margins.left() - margins.right()), _TALL_PX)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        self._reading.setMinimumHeight(
            QFontMetrics(self._reading.font()).boundingRect(room, wrapped, self._longest).height() if self._longest else 0
        )
