"""The population as a picture: minutes a week over the weeks, a small chart for each kind on each track, as plain SVG text.

Colours are those of the window's light theme. Nothing here is measured; it draws what it is given.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Final

from benchmarks.population_measures import DAYS_A_WEEK, Measures, share_point
from walkcoach.ui.theme.tokens import Role, Scheme, colours

_LEFT: Final = 226
_TOP: Final = 96
_BOTTOM: Final = 40
_WIDTH: Final = 252
_HEIGHT: Final = 96
_GAP_X: Final = 44
_GAP_Y: Final = 22
_RIGHT: Final = 28
_GOAL_MIN: Final = 60 * DAYS_A_WEEK
_WEEK_STEPS: Final = (4, 13, 26, 52)
_SINGLE: Final = 2
"""Walkers drawn on their own, so that swings do not vanish in the median."""


def picture_of(
    lives: Mapping[tuple[str, str], Sequence[Measures]], kinds: Sequence[str], tracks: Sequence[str], caption: str
) -> str:
    """The whole picture: a row for each kind, a column for each track. All lives have to be of the same length."""
    weeks = len(next(iter(lives.values()))[0].week_minutes)
    most = max(share_point(column, 0.95) for group in lives.values() for column in _columns(group, _minutes))
    top = max(_GOAL_MIN + 60, -(-int(most) // 60) * 60)
    width = _LEFT + len(tracks) * _WIDTH + (len(tracks) - 1) * _GAP_X + _RIGHT
    height = _TOP + len(kinds) * (_HEIGHT + _GAP_Y) + _BOTTOM
    parts = [*_head(width, height, caption)]
    for column, track in enumerate(tracks):
        x = _LEFT + column * (_WIDTH + _GAP_X)
        parts.append(_text(x, _TOP - 14, track.capitalize(), "strong"))
        for row, kind in enumerate(kinds):
            y = _TOP + row * (_HEIGHT + _GAP_Y)
            if column == 0:
                parts.append(_text(16, y + _HEIGHT / 2 + 5, kind.capitalize(), "strong"))
            panel = _Panel(x, y, weeks, top)
            parts += [*panel.frame(labels=column == 0), *panel.drawn(lives[kind, track])]
            if row == len(kinds) - 1:
                parts += panel.week_labels()
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


class _Panel:
    """One small chart: places for weeks and minutes, and what is drawn there."""

    def __init__(self, x: float, y: float, weeks: int, top: int) -> None:
        self._x, self._y, self._weeks, self._top = x, y, weeks, top

    def frame(self, *, labels: bool) -> Iterable[str]:
        """Lines at nothing, half an hour and an hour a day."""
        yield f'<rect x="{self._x}" y="{self._y}" width="{_WIDTH}" height="{_HEIGHT}" class="card"/>'
        for minutes in (0, _GOAL_MIN // 2, _GOAL_MIN):
            y = self._at(0, minutes)[1]
            yield f'<line x1="{self._x}" y1="{y:.1f}" x2="{self._x + _WIDTH}" y2="{y:.1f}" class="line"/>'
            if labels:
                yield _text(self._x - 8, y + 4, str(minutes), "end")

    def drawn(self, group: Sequence[Measures]) -> Iterable[str]:
        """The spread, some single walkers, and the medians."""
        columns = _columns(group, _minutes)
        low = [share_point(column, 0.1) for column in columns]
        high = [share_point(column, 0.9) for column in columns]
        outline = [*self._points(high), *reversed(self._points(low))]
        yield f'<polygon points="{" ".join(outline)}" class="spread"/>'
        for life in group[:_SINGLE]:
            yield self._line(life.week_minutes, "single")
        yield self._line([share_point(column, 0.5) for column in _columns(group, _brisk)], "brisk")
        yield self._line([share_point(column, 0.5) for column in columns], "minutes")

    def week_labels(self) -> Iterable[str]:
        """Weeks below the chart."""
        step = next((step for step in _WEEK_STEPS if self._weeks / step <= 6), self._weeks)
        for week in range(0, self._weeks + 1, step):
            x = self._x + _WIDTH * week / max(1, self._weeks)
            yield _text(x, self._y + _HEIGHT + 18, f"week {week}" if week == 0 else str(week), "middle")

    def _line(self, values: Sequence[float], style: str) -> str:
        return f'<polyline points="{" ".join(self._points(values))}" class="{style}"/>'

    def _points(self, values: Sequence[float]) -> list[str]:
        return ["{:.1f},{:.1f}".format(*self._at(week + 0.5, value)) for week, value in enumerate(values)]

    def _at(self, week: float, minutes: float) -> tuple[float, float]:
        high = min(minutes, self._top) / self._top
        return self._x + _WIDTH * week / max(1, self._weeks), self._y + _HEIGHT * (1 - high)


def _head(width: float, height: float, caption: str) -> Iterable[str]:
    shade = colours(Scheme.LIGHT)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">'
    yield f"<title>Minutes a week of virtual walkers</title><desc>{escape(caption)}</desc>"
    yield (
        "<style>text{font-family:'Atkinson Hyperlegible Next','DejaVu Sans',sans-serif;font-size:12px;fill:"
        + shade[Role.MUTED]
        + "}.strong,.title{fill:"
        + shade[Role.INK]
        + ";font-weight:600;font-size:14px}.title{font-size:19px}.end{text-anchor:end}.middle{text-anchor:middle}.card{fill:"
        + shade[Role.CARD]
        + "}.line{stroke:"
        + shade[Role.LINE]
        + ";stroke-width:1}.spread{fill:"
        + shade[Role.NORMAL]
        + ";fill-opacity:.16}polyline{fill:none;stroke-linejoin:round}.single{stroke:"
        + shade[Role.MUTED]
        + ";stroke-width:.8;stroke-opacity:.65}.minutes{stroke:"
        + shade[Role.NORMAL]
        + ";stroke-width:2.4}.brisk{stroke:"
        + shade[Role.BRISK]
        + ";stroke-width:2.4;stroke-dasharray:5 3}</style>"
    )
    yield f'<rect width="{width}" height="{height}" fill="{shade[Role.WINDOW]}"/>'
    yield _text(16, 32, "Minutes a week", "title")
    x = _LEFT
    for style, words, room in (
        ("minutes", "all minutes, median", 176),
        ("brisk", "brisk minutes, median", 186),
        ("spread", "10 to 90 % of walkers", 190),
        ("single", "two single walkers", 0),
    ):
        mark = f'x="{x}" y="20" width="26" height="14"' if style == "spread" else f'points="{x},27 {x + 26},27"'
        yield f'<{"rect" if style == "spread" else "polyline"} {mark} class="{style}"/>'
        yield _text(x + 34, 31, words, "key")
        x += room
    yield _text(_LEFT, 54, caption, "key")


def _text(x: float, y: float, words: str, style: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{style}">{escape(words)}</text>'


def _minutes(life: Measures) -> Sequence[int]:
    return life.week_minutes


def _brisk(life: Measures) -> Sequence[int]:
    return life.week_brisk_minutes


def _columns(group: Sequence[Measures], of: Callable[[Measures], Sequence[int]]) -> list[tuple[int, ...]]:
    """What all walkers of a group did, week by week."""
    return list(zip(*map(of, group), strict=True))
