"""What a long diary costs on its page: shown, scrolled through, gone through day by day, filtered."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.measure import Measurement
from benchmarks.pages import WEEKS, YEARS
from benchmarks.processes import figures_of, offscreen, start, write_sample

_LINES: Final = (
    ("first", "shown, the first time", None),
    ("shown", "shown", 100),
    ("scroll", "a scroll drawn (99th percentile)", 50),
    ("day", "the next day drawn whole (99th percentile)", 100),
    ("filter", "the slowest filter", 100),
)
"""(figure, what it is, the most that is aimed at in ms)."""


def diary(folder: Path) -> Iterator[Measurement]:
    """The Diary page on twenty years, beside one year."""
    years, year = (_measured(folder / f"diary-{weeks}", weeks) for weeks in (WEEKS, 52))
    for key, what, goal in _LINES:
        yield Measurement(f"Diary with {YEARS} years: {what}", years[key], "ms", "one year", year[key], goal)


def _measured(folder: Path, weeks: int) -> dict[str, float]:
    write_sample(folder, weeks)
    told: dict[str, float] = figures_of(start(offscreen(), "benchmarks.diary_window", str(folder)))
    return told
