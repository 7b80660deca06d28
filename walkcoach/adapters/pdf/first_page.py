"""The page itself: everything on one side of paper, in the largest letters that fit; what still does not is left out and told.

First the letters shrink, down to `SMALLEST_PT`. Where that is not enough, items lose dates and words, and whole items go; each
section keeps its first ones, and says how many are left out. At last the bars grow into what room is left.
"""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QFont

from walkcoach.adapters.pdf.chart import add_bars
from walkcoach.adapters.pdf.placed import Flow, Placed, PlacedLine, PlacedWords
from walkcoach.adapters.pdf.style import BODY_SIZES_PT, BOLD, PT, SMALLEST_PT, Inks
from walkcoach.adapters.pdf.table import Columns
from walkcoach.adapters.pdf.text import Words, item_words, wide
from walkcoach.core.sheet import Item, Section, Sheet, Table

_TITLE_PT: Final = 17.0
_SPAN_PT: Final = 11.0
_OVER_PT: Final = 0.75
"""How much larger than items a heading is."""
_BAR_HIGH: Final = (44 * PT, 70 * PT, 130 * PT)
"""Heights of the bars: the least, that with which sizes are tried, the most."""
_FILL_HIGH: Final = 23 * PT
_FILL_SPLIT: Final = (0.58, 0.42)
_GUTTER: Final = 18 * PT
_LEFT_SHARE: Final = 0.55
_GAP: Final = 8 * PT
_SMALL_GAP: Final = 2.5 * PT
_ITEM_GAP: Final = 1.2 * PT
_THIN: Final = 0.6 * PT
_ALL_LINES: Final = 60
_LINES: Final = (1, 2, 3, 5, 8, 12, 16, 20, 25, 30, 40, _ALL_LINES)
"""How many lines an item may have, step by step, where not everything fits."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """How much of a section is shown: lines of an item, and items."""

    lines: int
    items: int


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set the page: size of the items, what is cut (by the section's place), height of the bars."""

    size_pt: float
    cuts: tuple[_Cut, ...]
    bar_high: float


class FirstPage:
    """Lays out `sheet` in a column of `width` × `height` units whose corner is at (`x`, `y`)."""

    def __init__(self, sheet: Sheet, inks: Inks, x: float, y: float, width: float, height: float) -> None:
        self._sheet = sheet
        self._inks = inks
        self._x, self._y, self._width, self._height = x, y, width, height
        self._left_width = (width - _GUTTER) * _LEFT_SHARE
        self._sections = (*sheet.left, *sheet.right, *sheet.wide)
        right = len(sheet.left) + len(sheet.right)
        right_width = width - _GUTTER - self._left_width
        self._widths = (
            *(self._left_width for _section in sheet.left),
            *(right_width for _section in sheet.right),
            *(width for _section in self._sections[right:]),
        )
        self._measured: dict[tuple[int, int, int, float], float] = {}
        self._head: dict[float, tuple[float, float]] = {}
        self._setting = self._fitting()

    @property
    def left_out(self) -> bool:
        """Whether anything had to be left out or cut."""
        return self._setting.cuts != self._all()

    def lay_out(self) -> tuple[Placed, ...]:
        """Everything in its place; the bars grow into the room that is left."""
        setting = self._setting
        spare = self._height - self._used(setting)
        if not self._sheet.bars.empty:
            setting = replace(setting, bar_high=min(max(setting.bar_high + spare, _BAR_HIGH[0]), _BAR_HIGH[2]))
        return tuple(self._set(setting).placed)

    # --- what fits ----------------------------------------------------------------------------------------------------

    def _all(self) -> tuple[_Cut, ...]:
        return tuple(_Cut(_ALL_LINES, len(section.items)) for section in self._sections)

    def _fitting(self) -> _Setting:
        """The largest letters with which everything fits, or the smallest and as little left out as may be."""
        for size in BODY_SIZES_PT:
            setting = _Setting(size, self._all(), _BAR_HIGH[1])
            if self._fits(setting):
                return setting
        return self._as_much_as_fits()

    def _as_much_as_fits(self) -> _Setting:
        """From the least that has to stand there, item by item in every section by turns, then line by line."""
        least = tuple(_Cut(_LINES[0], min(section.least, len(section.items))) for section in self._sections)
        setting = _Setting(SMALLEST_PT, least, _BAR_HIGH[0])
        setting = self._with_lines(setting, _LINES[1])
        growing = True
        while growing:
            growing = False
            for number, section in enumerate(self._sections):
                cut = setting.cuts[number]
                more = _with(setting, number, replace(cut, items=cut.items + 1))
                if cut.items < len(section.items) and self._fits(more):
                    setting, growing = more, True
        for lines in _LINES[2:]:
            setting = self._with_lines(setting, lines)
        return setting

    def _with_lines(self, setting: _Setting, lines: int) -> _Setting:
        """Up to `lines` lines an item, in each section where they fit."""
        for number, cut in enumerate(setting.cuts):
            more = _with(setting, number, replace(cut, lines=lines))
            setting = more if self._fits(more) else setting
        return setting

    def _fits(self, setting: _Setting) -> bool:
        return self._used(setting) <= self._height

    def _used(self, setting: _Setting) -> float:
        """How high the page is; too much without an end is as good as too much."""
        above, symptoms = self._fixed(setting)
        high = [self._section_high(number, cut, setting.size_pt) for number, cut in enumerate(setting.cuts)]
        left_end = len(self._sheet.left)
        right_end = left_end + len(self._sheet.right)
        left = symptoms + sum(_GAP + each for each in high[:left_end])
        right = sum(_GAP + each for each in high[left_end:right_end]) - _GAP
        return above + max(left, right) + sum(_GAP + each for each in high[right_end:])

    def _fixed(self, setting: _Setting) -> tuple[float, float]:
        """The heights of what stands above the columns, and of the symptoms."""
        if setting.size_pt not in self._head:
            flow = Flow(0.0, 0.0, self._width)
            self._add_top(flow, setting.size_pt, 0.0)
            symptoms = Flow(0.0, 0.0, self._left_width)
            self._add_table(symptoms, self._sheet.symptoms, setting.size_pt)
            self._head[setting.size_pt] = flow.y, symptoms.y
        top, symptoms_high = self._head[setting.size_pt]
        return top + (0.0 if self._sheet.bars.empty else setting.bar_high), symptoms_high

    def _section_high(self, number: int, cut: _Cut, size_pt: float) -> float:
        section = self._sections[number]
        high = self._heading(section, size_pt, self._widths[number]).height
        if cut.items < len(section.items):
            high += _ITEM_GAP + self._more(section, cut, size_pt, self._widths[number]).height
        for place in range(cut.items):
            high += _ITEM_GAP + self._item_high(number, place, cut.lines, size_pt)
            if high > self._height:
                break
        return high

    def _item_high(self, number: int, place: int, lines: int, size_pt: float) -> float:
        key = (number, place, lines, size_pt)
        if key not in self._measured:
            item = self._sections[number].items[place]
            self._measured[key] = self._words(item, size_pt, self._widths[number], lines).height
        return self._measured[key]

    # --- setting ------------------------------------------------------------------------------------------------------

    def _set(self, setting: _Setting) -> Flow:
        sheet = self._sheet
        flow = Flow(self._x, self._y, self._width)
        self._add_top(flow, setting.size_pt, setting.bar_high)
        left = Flow(self._x, flow.y, self._left_width)
        right = Flow(self._x + self._left_width + _GUTTER, flow.y, self._width - self._left_width - _GUTTER)
        self._add_table(left, sheet.symptoms, setting.size_pt)
        cuts = iter(setting.cuts)
        for section in sheet.left:
            left.gap(_GAP)
            self._add_section(left, section, next(cuts), setting.size_pt)
        for number, section in enumerate(sheet.right):
            right.gap(_GAP if number else 0.0)
            self._add_section(right, section, next(cuts), setting.size_pt)
        flow.placed += [*left.placed, *right.placed]
        flow.y = max(left.y, right.y)
        for section in sheet.wide:
            flow.gap(_GAP)
            self._add_section(flow, section, next(cuts), setting.size_pt)
        return flow

    def _add_top(self, flow: Flow, size_pt: float, bar_high: float) -> None:
        """Heading, lines to fill in, the chart and its sums."""
        self._add_head(flow)
        add_bars(flow, self._sheet.bars, self._inks, bar_high)
        flow.gap(_SMALL_GAP)
        for item in self._sheet.sums:
            flow.add(self._words(item, size_pt, flow.width, _ALL_LINES))
        flow.gap(_GAP)

    def _add_head(self, flow: Flow) -> None:
        sheet, inks = self._sheet, self._inks
        title_font, span_font = inks.font(_TITLE_PT, BOLD), inks.font(_SPAN_PT, BOLD)
        title = Words(sheet.title, title_font, inks.ink, min(wide(sheet.title, title_font) + _GUTTER, self._width / 2))
        span = Words(sheet.span, span_font, inks.ink, self._width - title.width, align=Qt.AlignmentFlag.AlignRight)
        high = max(title.height, span.height)
        flow.put(PlacedWords(title, flow.x, flow.y + high - title.height))
        flow.put(PlacedWords(span, flow.x + title.width, flow.y + high - span.height))
        flow.gap(high)
        small = inks.font(SMALLEST_PT)
        for number in range(0, len(sheet.fill_in), 2):
            self._add_fill_in(flow, sheet.fill_in[number : number + 2], small)
        flow.gap(_GAP)
        flow.add(Words(sheet.what, small, inks.muted, self._width))
        flow.gap(_GAP)

    def _add_fill_in(self, flow: Flow, names: tuple[str, ...], small: QFont) -> None:
        """Two names with a line each to write on."""
        x = flow.x
        bottom = flow.y + _FILL_HIGH
        for name, share in zip(names, _FILL_SPLIT, strict=True):
            width = flow.width * share
            words = Words(name, small, self._inks.muted, wide(name, small) + PT)
            flow.put(PlacedWords(words, x, bottom - words.height))
            end = x + width - (_GUTTER if x == flow.x else 0.0)
            flow.put(PlacedLine(QLineF(x + words.width + _GAP / 2, bottom, end, bottom), self._inks.ink, _THIN))
            x += width
        flow.gap(_FILL_HIGH)

    def _add_table(self, flow: Flow, table: Table, size_pt: float) -> None:
        small = self._inks.font(SMALLEST_PT)
        flow.add(Words(table.title, self._inks.font(size_pt + _OVER_PT, BOLD), self._inks.ink, flow.width))
        flow.add(Words(table.note, small, self._inks.muted, flow.width))
        flow.gap(_SMALL_GAP)
        columns = Columns(table.headers, table.rows, flow.width, self._inks, size_pt, elastic=None)
        columns.place(flow, columns.row(table.headers, header=True), header=True)
        for row in table.rows:
            columns.place(flow, columns.row(row))

    def _add_section(self, flow: Flow, section: Section, cut: _Cut, size_pt: float) -> None:
        flow.add(self._heading(section, size_pt, flow.width))
        for item in section.items[: cut.items]:
            flow.gap(_ITEM_GAP)
            flow.add(self._words(item, size_pt, flow.width, cut.lines))
        if cut.items < len(section.items):
            flow.gap(_ITEM_GAP)
            flow.add(self._more(section, cut, size_pt, flow.width))

    def _heading(self, section: Section, size_pt: float, width: float) -> Words:
        return Words(section.title, self._inks.font(size_pt + _OVER_PT, BOLD), self._inks.ink, width)

    def _more(self, section: Section, cut: _Cut, size_pt: float, width: float) -> Words:
        more = section.more_words(len(section.items) - cut.items)
        return Words(more, self._inks.font(size_pt), self._inks.muted, width)

    def _words(self, item: Item, size_pt: float, width: float, most_lines: int) -> Words:
        fonts = self._inks.font(size_pt), self._inks.font(size_pt, BOLD)
        return item_words(item, most_lines, fonts, self._inks.ink, width)


def _with(setting: _Setting, number: int, cut: _Cut) -> _Setting:
    cuts = list(setting.cuts)
    cuts[number] = cut
    return replace(setting, cuts=tuple(cuts))
