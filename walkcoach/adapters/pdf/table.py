"""Tables on a page: columns as wide as their words need, one or all of them sharing what is left, rows that wrap."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF

from walkcoach.adapters.pdf.placed import Flow, PlacedLine, PlacedWords
from walkcoach.adapters.pdf.style import BOLD, PT, Inks
from walkcoach.adapters.pdf.text import Words, wide

_GAP: Final = 7 * PT
_THIN: Final = 0.5 * PT
_ROW_GAP: Final = 1.6 * PT
_NARROWER: Final = 0.97


class Columns:
    """The columns of a table `width` wide, for rows of one size; `elastic` takes the room left over (None: all alike)."""

    def __init__(
        self,
        headers: Sequence[str],
        rows: Sequence[Sequence[str]],
        width: float,
        inks: Inks,
        size_pt: float,
        *,
        elastic: int | None,
    ) -> None:
        self._inks = inks
        self._font, self._bold = inks.font(size_pt), inks.font(size_pt, BOLD)
        self._widths = self._shares(headers, rows, width, elastic)

    def row(self, cells: Sequence[str], *, header: bool = False) -> tuple[Words, ...]:
        """A row's words, each as wide as its column."""
        font = self._bold if header else self._font
        colour = self._inks.muted if header else self._inks.ink
        return tuple(Words(cell, font, colour, width) for cell, width in zip(cells, self._widths, strict=True))

    def place(self, flow: Flow, row: Sequence[Words], *, header: bool = False) -> None:
        """Put a row into `flow`, with a thin line below it."""
        x = flow.x
        bottom = flow.y + row_height(row)
        for words, width in zip(row, self._widths, strict=True):
            if words.text:
                y = bottom - _ROW_GAP - words.height if header else flow.y
                flow.put(PlacedWords(words, x, y))
            x += width + _GAP
        colour = self._inks.muted if header else self._inks.line
        flow.put(PlacedLine(QLineF(flow.x, bottom - _ROW_GAP / 2, flow.x + flow.width, bottom - _ROW_GAP / 2), colour, _THIN))
        flow.y = bottom

    def _shares(
        self, headers: Sequence[str], rows: Sequence[Sequence[str]], width: float, elastic: int | None
    ) -> tuple[float, ...]:
        """Each column as wide as its widest cell and its header, or that one's longest word; if need be the widest give way."""
        count = len(headers)
        room = width - _GAP * (count - 1)
        wanted = self._wanted([(header,) for header in headers], rows)
        if sum(wanted) > room:
            wanted = self._wanted([tuple(header.split()) for header in headers], rows)
        limit = max(wanted)
        while sum(min(column, limit) for column in wanted) > room:
            limit *= _NARROWER
        narrowed = [min(column, limit) for column in wanted]
        spare = room - sum(narrowed)
        if elastic is None:
            return tuple(column + spare / count for column in narrowed)
        return tuple(column + spare * (number == elastic % count) for number, column in enumerate(narrowed))

    def _wanted(self, headers: Sequence[Sequence[str]], rows: Sequence[Sequence[str]]) -> list[float]:
        return [
            max([0.0, *(wide(word, self._bold) for word in header), *(wide(row[number], self._font) for row in rows)]) + PT
            for number, header in enumerate(headers)
        ]


def row_height(row: Sequence[Words]) -> float:
    """How high a row is, with the line below it."""
    return max(words.height for words in row) + _ROW_GAP
