"""Takes every measurement and prints a table. One line each; a yardstick measured in the same run stands beside it."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DayWalk, DiaryDay, Feet, Steadiness
from walkcoach.core.fold import fold
from walkcoach.core.programme import Programme
from walkcoach.core.symptoms import Symptom

ROUNDS: Final = 7
YEARS: Final = 20


@dataclass(frozen=True)
class Measurement:
    """What is measured, beside which yardstick; both are the median of some rounds, in seconds."""

    what: str
    seconds: float
    yardstick: str
    yardstick_s: float

    def __str__(self) -> str:
        beside = f"{self.seconds / self.yardstick_s:>7.2f} × {self.yardstick} ({1000 * self.yardstick_s:.1f} ms)"
        return f"{self.what:<46} {1000 * self.seconds:>9.1f} ms  {beside}"


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time that `work` takes."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def python(*words: str) -> Callable[[], object]:
    """A Python of its own that runs `words`."""
    return lambda: subprocess.run([sys.executable, *words], check=True, capture_output=True)


def a_long_diary() -> tuple[tuple[DiaryDay, Programme], ...]:
    """A good walk on every day of twenty years, with both check-ins."""
    before = BeforeCheckIn({Symptom.TINGLING: 2}, Steadiness.AS_USUAL, Feet.FINE)
    after = AfterCheckIn({Symptom.TINGLING: 2}, effort=3, could_talk=True, stumbled=False, feet=Feet.FINE)
    first = date(2006, 1, 2)
    days = (first + timedelta(days=n) for n in range(365 * YEARS))
    return tuple((DiaryDay(day, before, DayWalk(30, 5), after), Programme()) for day in days)


def measurements() -> Sequence[Measurement]:
    """Everything that is measured so far."""
    bare_s = seconds(python("-c", "pass"))
    diary = a_long_diary()
    year = diary[:365]
    year_s = seconds(lambda: list(fold(year)))
    version_s = seconds(python("-m", "walkcoach", "--version"))
    return (
        Measurement("the command line: walkcoach --version", version_s, "bare Python", bare_s),
        Measurement(f"the coach folds {YEARS} years of diary", seconds(lambda: list(fold(diary))), "one year", year_s),
    )


if __name__ == "__main__":
    for line in measurements():
        print(line)
