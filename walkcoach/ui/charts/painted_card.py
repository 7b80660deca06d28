"""A card with something painted: title, one place in words, the table that takes the picture's place, and saving.

What `ChartCard` is to the charts: the same wishes and the same answers, for what is painted without pyqtgraph.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from walkcoach.ui.charts.chart_table import Row
from walkcoach.ui.charts.painted_sheet import PaintedSheet
from walkcoach.ui.charts.save_button import AskPlace, SavedAs, ask_place
from walkcoach.ui.charts.table_card import TableCard
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.painted import PaintedShape
from walkcoach.ui.widgets.side_by_side import SideBySide

_NARROW_PX: Final = 240
_NARROW_WITH_MORE_PX: Final = 380
"""In a narrower card (at 100 % text) the buttons stand below the title."""


class PaintedCard(TableCard):
    """`picture` with its table, `beside` in the row of the title; `reads` is what the words below it are set in. See `fill`."""

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
        super().__init__(title, picture, small=True, reads=reads, ask=ask, parent=parent)
        self.picture = picture
        self.legend = FlowRow(SPACE_12)
        self._longest = ""
        self._title.setWordWrap(False)
        self._headers: tuple[str, ...] = ()
        self._count = 0
        self._row: Row = lambda _number: ()
        buttons = FlowRow(SPACE_4)
        for button in (self._save, self._button):
            if button is not None:
                buttons.add(button)
        begin: QWidget = self._title
        if beside:
            begin = names = FlowRow(SPACE_8)
            for widget in (self._title, *beside):
                names.add(widget)
        narrow_px = _NARROW_WITH_MORE_PX if beside else _NARROW_PX
        self.body.addWidget(SideBySide((begin, buttons), (1, 0), narrow_px, SPACE_4))
        for part in (self.picture, self._reading, self.legend, self.table):
            self.body.addWidget(part)
        self.body.addStretch(1)

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
        self.keep_room()
        self.fill_table(headers, rows, row)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The table as text, its headers first."""
        return (self._headers, *(tuple(self._row(number)) for number in range(self._count)))

    def longest_reading(self) -> str:
        """What `fill` was told."""
        return self._longest

    def show_table(self, on: bool) -> None:
        """Show the table or the picture with its legend; the focus goes along."""
        self.legend.setVisible(not on)
        super().show_table(on)

    def read(self, text: str, *, aloud: bool = False) -> None:
        """Say `text` below the picture; `aloud` to a screen reader, too, while the keyboard is there."""
        self._reading.setText(text)
        if aloud and self.picture.hasFocus():
            announce(self.picture, text)

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        super().apply_theme(theme)
        if self._button is not None:  # on a line with the buttons, whatever wraps below it
            self._title.setMinimumHeight(self._button.sizeHint().height())
