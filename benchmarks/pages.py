"""What a long diary costs: the coach, today's plan, the Progress page."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from benchmarks.measure import Measurement, milliseconds
from benchmarks.processes import figures_of, offscreen, start, write_sample
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DayWalk, DiaryDay, Feet, Steadiness
from walkcoach.core.fold import fold
from walkcoach.core.programme import Programme
from walkcoach.core.symptoms import Symptom

YEARS: Final = 20
WEEKS: Final = 1040
"""As many weeks as the sample may have: nearly twenty years."""


def coach() -> Iterator[Measurement]:
    """The coach alone, on a good walk each day for twenty years."""
    before = BeforeCheckIn({Symptom.TINGLING: 2}, Steadiness.AS_USUAL, Feet.FINE)
    after = AfterCheckIn({Symptom.TINGLING: 2}, effort=3, could_talk=True, stumbled=False, feet=Feet.FINE)
    first = date(2006, 1, 2)
    days = (first + timedelta(days=n) for n in range(365 * YEARS))
    diary = tuple((DiaryDay(day, before, DayWalk(30, 5), after), Programme()) for day in days)
    year_ms = milliseconds(lambda: list(fold(diary[:365])))
    yield Measurement(f"the coach folds {YEARS} years", milliseconds(lambda: list(fold(diary))), "ms", "one year", year_ms)


def pages(folder: Path) -> Iterator[Measurement]:
    """Progress and Today on twenty years of diary, beside one year."""
    years, year = (_measured(folder / str(weeks), weeks) for weeks in (WEEKS, 52))
    for key, what, goal in (
        ("start", f"the window's start with {YEARS} years", None),
        ("first", f"Progress with {YEARS} years: shown, the first time", None),
        ("shown", f"Progress with {YEARS} years: shown", 100),
        ("range", f"Progress with {YEARS} years: another range, 1 year", 50),
        ("all", f"Progress with {YEARS} years: another range, all", None),
        ("today", f"today's plan from {YEARS} years", 5),
    ):
        yield Measurement(what, years[key], "ms", "one year", year[key], goal)


def _measured(folder: Path, weeks: int) -> dict[str, float]:
    write_sample(folder, weeks)
    told: dict[str, float] = figures_of(start(offscreen(), "benchmarks.our_window", "pages", str(folder)))
    return told
