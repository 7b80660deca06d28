"""A printed page as values: headings, items, a table and bars, all in words already, with what to say where room is short.

Whoever lays it out leaves out whole parts of an item, or whole items, and says how many: each carries those words with it.
Nothing here knows paper, fonts or Qt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """The papers that a page is made for."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read: `lead`, which is never left out, then `parts` with `joint` between them.

    `more` is what stands in place of the parts that are left out, by their number; its last words hold for any larger one.
    """

    lead: str
    parts: tuple[str, ...] = ()
    joint: str = ", "
    more: tuple[str, ...] = ("",)

    def shown(self, parts: int) -> str:
        """The words with only the first `parts` parts."""
        left_out = len(self.parts) - parts
        told = [*self.parts[:parts], self.more[min(left_out, len(self.more) - 1)]] if left_out else list(self.parts)
        said = self.joint.join(part for part in told if part)
        return f"{self.lead} {said}" if self.lead and said else self.lead or said

    @property
    def text(self) -> str:
        """All of it."""
        return self.shown(len(self.parts))


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading. At least the first `least` stay; `more` tells how many were left out, as for an item."""

    title: str
    items: tuple[Item, ...]
    more: tuple[str, ...] = ("",)
    least: int = 1

    def more_words(self, left_out: int) -> str:
        """What stands in place of so many items."""
        return self.more[min(left_out, len(self.more) - 1)]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under headers; the first column names the row. `note` says how to read it."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One week of the chart: how it is named (the day, and the month where it changes), its minutes and its figures.

    `figures` stand below the bar, in the order of the chart's row names. `name` is the week in full, for those who hear it.
    """

    day: str
    month: str
    name: str
    normal: int
    brisk: int
    planned: int
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """The chart of the weeks, oldest first. `empty` is said instead of bars where nothing was walked."""

    title: str
    bars: tuple[Bar, ...]
    rows: tuple[str, ...]
    normal: str
    brisk: str
    planned: str
    empty: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, and the table of days that may follow it.

    `fill_in` are the names of lines to be filled in by hand. `left` and `right` are columns side by side, below the symptoms
    on the left; `wide` goes over the whole width. `page_of` has the places `{page}` and `{pages}`. `days` and `full_notes` are
    for the pages that follow; None: not wanted.
    """

    title: str
    span: str
    fill_in: tuple[str, ...]
    what: str
    bars: Bars
    sums: tuple[Item, ...]
    symptoms: Table
    left: tuple[Section, ...]
    right: tuple[Section, ...]
    wide: tuple[Section, ...]
    foot: str
    page_of: str
    days: Table | None = None
    full_notes: Section | None = None


def text_of(sheet: Sheet) -> str:
    """The sheet as plain text, nothing said left out: what a screen reader reads in place of the picture of the page."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from (sheet.title, sheet.span, "")
    yield from (f"{name}: " for name in sheet.fill_in)
    yield from ("", sheet.what, "", sheet.bars.title)
    yield from _bars(sheet.bars)
    yield from (item.text for item in sheet.sums)
    yield ""
    yield from _table(sheet.symptoms)
    for section in (*sheet.left, *sheet.right, *sheet.wide):
        yield from _section(section)
    for table in () if sheet.days is None else (sheet.days,):
        yield ""
        yield from _table(table)
    if sheet.full_notes is not None:
        yield from _section(sheet.full_notes)
    yield from ("", sheet.foot)


def _bars(bars: Bars) -> Iterator[str]:
    if bars.empty:
        yield bars.empty
    for bar in bars.bars:
        figures = ", ".join(f"{name} {figure}" for name, figure in zip(bars.rows, bar.figures, strict=True) if figure)
        if figures:  # a week before the diary has none: its gap is seen in the chart, and told by the day on which it begins
            yield f"{bar.name}: {figures}"


def _section(section: Section) -> Iterator[str]:
    yield from ("", section.title)
    yield from (item.text for item in section.items)


def _table(table: Table) -> Iterator[str]:
    yield table.title
    if table.note:
        yield table.note
    for row in table.rows:
        yield f"{row[0]}: {_row(table.headers, row)}"


def _row(headers: Sequence[str], row: Sequence[str]) -> str:
    return ", ".join(f"{header} {cell}" if header else cell for header, cell in zip(headers[1:], row[1:], strict=True) if cell)
