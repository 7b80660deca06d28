"""The pages behind the first: the table of days, its headers on each page, and the notes in full. As many as it takes."""

from collections.abc import Callable
from typing import Final

from walkcoach.adapters.pdf.placed import Flow, Placed
from walkcoach.adapters.pdf.style import BOLD, PT, SMALLEST_PT, Inks
from walkcoach.adapters.pdf.table import Columns, row_height
from walkcoach.adapters.pdf.text import Words, utf16_length
from walkcoach.core.sheet import Item, Section, Table

_HEADING_PT: Final = 11.0
_NOTE_PT: Final = 9.5
_SMALL_GAP: Final = 3 * PT
_GAP: Final = 12 * PT
_PIECES_AT_ONCE: Final = 300
"""So many pieces of a note are broken into lines at once, however long it is."""


class MorePages:
    """Fills pages of `height` units from `begin` on; `begin` makes an empty column."""

    def __init__(self, inks: Inks, begin: Callable[[], Flow], height: float) -> None:
        self._inks = inks
        self._begin = begin
        self._flow = begin()
        self._top = self._flow.y
        self._height = height
        self._pages: list[tuple[Placed, ...]] = []

    def add_table(self, table: Table) -> None:
        """The table; its headers begin each page that it goes on to."""
        flow = self._flow
        columns = Columns(table.headers, table.rows, flow.width, self._inks, SMALLEST_PT, elastic=-1)
        header = columns.row(table.headers, header=True)
        flow.add(Words(table.title, self._inks.font(_HEADING_PT, BOLD), self._inks.ink, flow.width))
        flow.add(Words(table.note, self._inks.font(SMALLEST_PT), self._inks.muted, flow.width))
        flow.gap(_SMALL_GAP)
        columns.place(flow, header, header=True)
        for cells in table.rows:
            row = columns.row(cells)
            if row_height(row) > self._room:
                self._turn()
                columns.place(self._flow, header, header=True)
            columns.place(self._flow, row)

    def add_notes(self, section: Section) -> None:
        """Notes in full, in lines that go on over the page."""
        heading = Words(section.title, self._inks.font(_HEADING_PT, BOLD), self._inks.ink, self._flow.width)
        if heading.height * 3 + _GAP > self._room:
            self._turn()
        else:
            self._flow.gap(_GAP)
        self._flow.add(heading)
        for item in section.items:
            self._flow.gap(_SMALL_GAP)
            for begin in range(0, max(1, len(item.parts)), _PIECES_AT_ONCE):
                self._add_text(item, begin)

    def pages(self) -> tuple[tuple[Placed, ...], ...]:
        """All pages filled."""
        return (*self._pages, tuple(self._flow.placed))

    @property
    def _room(self) -> float:
        return self._top + self._height - self._flow.y

    def _turn(self) -> None:
        self._pages.append(tuple(self._flow.placed))
        self._flow = self._begin()

    def _add_text(self, item: Item, begin: int) -> None:
        """Some pieces of a note, the lead before the first ones; what does not fit goes to the next page line by line."""
        pieces = Item(item.lead if begin == 0 else "", item.parts[begin : begin + _PIECES_AT_ONCE], item.joint)
        text, lead = pieces.text, utf16_length(pieces.lead)
        while text:
            words = self._words(text, lead)
            if words.height <= self._room:
                self._flow.add(words)
                return
            fitting = words.split_at(self._room)
            if fitting:
                units = text.encode("utf-16-le")
                self._flow.add(self._words(units[: 2 * fitting].decode("utf-16-le"), lead))
                text, lead = units[2 * fitting :].decode("utf-16-le"), 0
            self._turn()

    def _words(self, text: str, lead: int) -> Words:
        font, bold = self._inks.font(_NOTE_PT), self._inks.font(_NOTE_PT, BOLD)
        return Words(text, font, self._inks.ink, self._flow.width, bold=bold, bold_letters=lead)
