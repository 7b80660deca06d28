"""The bars of minutes: normal and brisk stacked, the plan as a mark, every figure as text in rows below.

Drawn as lines and rectangles, so that it is sharp at any size. Figures too wide for their column stand on two levels in turn.
"""

from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont

from walkcoach.adapters.pdf.placed import Flow, PlacedBar, PlacedLine, PlacedWords
from walkcoach.adapters.pdf.style import BOLD, PT, SMALLEST_PT, Inks
from walkcoach.adapters.pdf.text import Words, wide
from walkcoach.core.sheet import Bar, Bars

_HEADING_PT: Final = 10.5
_BAR_SHARE: Final = 0.62
"""How much of its column a bar fills."""
_MARK_SHARE: Final = 0.9
_WIDEST_BAR: Final = 30 * PT
_GAP: Final = 6 * PT
_KEY: Final = 9 * PT
_THIN: Final = 0.7 * PT
_MARK: Final = 1.8 * PT
_LEAST_PAIR_GAP: Final = 3 * PT
_TITLE_GAP: Final = 7 * PT


def add_bars(flow: Flow, bars: Bars, inks: Inks, bar_high: float) -> None:
    """Put the chart into `flow`, its bars up to `bar_high` units high."""
    heading, small = inks.font(_HEADING_PT, BOLD), inks.font(SMALLEST_PT)
    title = Words(bars.title, heading, inks.ink, min(flow.width, wide(bars.title, heading) + PT))
    if bars.empty:
        flow.add(title)
        flow.gap(_TITLE_GAP)
        flow.add(Words(bars.empty, small, inks.ink, flow.width))
        return
    flow.put(PlacedWords(title, flow.x, flow.y))
    _add_legend(flow, bars, inks, small)
    flow.gap(title.height + _TITLE_GAP)
    label_width = max(wide(row, small) for row in bars.rows) + _GAP
    step = (flow.width - label_width) / len(bars.bars)
    x = flow.x + label_width
    most = max(1, *(max(bar.normal + bar.brisk, bar.planned) for bar in bars.bars))
    floor = flow.y + bar_high
    for number, bar in enumerate(bars.bars):
        _add_bar(flow, bar, inks, QRectF(x + number * step, flow.y, step, bar_high), bar_high / most)
    flow.put(PlacedLine(QLineF(flow.x + label_width, floor, flow.x + flow.width, floor), inks.muted, _THIN))
    flow.y = floor + 2 * _THIN
    _add_names(flow, bars, inks, small, x, step)
    for row, name in enumerate(bars.rows):
        _add_figures(flow, name, [bar.figures[row] for bar in bars.bars], inks, small, x, step)


def _add_legend(flow: Flow, bars: Bars, inks: Inks, small: QFont) -> None:
    """What the marks mean, at the right of the heading's line."""
    x = flow.x + flow.width
    for text, kind in reversed(((bars.normal, "normal"), (bars.brisk, "brisk"), (bars.planned, "planned"))):
        words = Words(text, small, inks.muted, wide(text, small) + PT)
        x -= words.width
        flow.put(PlacedWords(words, x, flow.y + PT))
        x -= _KEY + _GAP / 2
        box = QRectF(x, flow.y + PT + (words.height - _KEY) / 2, _KEY, _KEY)
        if kind == "planned":
            flow.put(PlacedLine(QLineF(box.left(), box.center().y(), box.right(), box.center().y()), inks.ink, _MARK))
        else:
            flow.put(PlacedBar(box, inks.normal if kind == "normal" else inks.brisk, hatched=kind == "brisk"))
        x -= 2 * _GAP


def _add_bar(flow: Flow, bar: Bar, inks: Inks, room: QRectF, unit: float) -> None:
    width = min(_WIDEST_BAR, room.width() * _BAR_SHARE)
    left = room.center().x() - width / 2
    normal_top = room.bottom() - bar.normal * unit
    if bar.normal:
        flow.put(PlacedBar(QRectF(left, normal_top, width, bar.normal * unit), inks.normal))
    if bar.brisk:
        flow.put(PlacedBar(QRectF(left, normal_top - bar.brisk * unit, width, bar.brisk * unit), inks.brisk, hatched=True))
    if bar.planned:
        half = min(room.width() * _MARK_SHARE, width * 1.4) / 2
        y = room.bottom() - bar.planned * unit
        flow.put(PlacedLine(QLineF(room.center().x() - half, y, room.center().x() + half, y), inks.ink, _MARK))


def _add_names(flow: Flow, bars: Bars, inks: Inks, small: QFont, x: float, step: float) -> None:
    """The day on which each week begins, and below it the month where it changes."""
    taken = x
    high = 0.0
    for number, bar in enumerate(bars.bars):
        day = Words(bar.day, small, inks.ink, step, align=Qt.AlignmentFlag.AlignHCenter)
        flow.put(PlacedWords(day, x + number * step, flow.y))
        width = wide(bar.month, small) + PT
        middle = x + (number + 0.5) * step
        begin = min(max(middle - wide(bar.day, small) / 2, x), flow.x + flow.width - width)
        room = _next_month(bars, number, x, step, small, flow)
        if bar.month and begin >= taken and begin + width <= room:
            month = Words(bar.month, small, inks.muted, width)
            flow.put(PlacedWords(month, begin, flow.y + day.height))
            taken = begin + width + _LEAST_PAIR_GAP
        high = max(high, day.height)
    flow.y += 2 * high


def _next_month(bars: Bars, number: int, x: float, step: float, small: QFont, flow: Flow) -> float:
    """Where the next month's name begins: the first one gives way to a full month behind it."""
    for later in range(number + 1, len(bars.bars)):
        if bars.bars[later].month:
            return x + (later + 0.5) * step - wide(bars.bars[later].day, small) / 2
    return flow.x + flow.width


def _add_figures(flow: Flow, name: str, figures: list[str], inks: Inks, small: QFont, x: float, step: float) -> None:
    label = Words(name, small, inks.muted, x - flow.x)
    flow.put(PlacedWords(label, flow.x, flow.y))
    in_turn = any(wide(figure, small) > step - _LEAST_PAIR_GAP for figure in figures)
    for number, figure in enumerate(figures):
        if not figure:
            continue
        width = step if not in_turn else wide(figure, small) + PT
        words = Words(figure, small, inks.ink, width, align=Qt.AlignmentFlag.AlignHCenter)
        left = x + (number + 0.5) * step - width / 2
        left = min(max(left, x), flow.x + flow.width - width)
        flow.put(PlacedWords(words, left, flow.y + (label.height if in_turn and number % 2 else 0.0)))
    flow.y += label.height * (2 if in_turn else 1)
