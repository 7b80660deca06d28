"""What one measurement is, and how it is taken: the median of some rounds, beside a yardstick of the same run."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

ROUNDS: Final = 7


@dataclass(frozen=True, slots=True)
class Measurement:
    """One line of the table. `value` in `unit`; `times` is `value` as a multiple of `yardstick`.

    `goal` is the most that is promised: of `times` where `goal_is_ratio`, else of `value`. None: nothing is promised.
    """

    what: str
    value: float
    unit: str
    yardstick: str = ""
    yardstick_value: float | None = None
    goal: float | None = None
    goal_is_ratio: bool = False

    @property
    def times(self) -> float | None:
        """How many times the yardstick; None without one."""
        return self.value / self.yardstick_value if self.yardstick_value else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        measured = self.times if self.goal_is_ratio else self.value
        return None if self.goal is None or measured is None else measured <= self.goal

    def __str__(self) -> str:
        """A line of the table."""
        beside = ""
        if self.times is not None:
            beside = f"{self.times:>6.2f} × {self.yardstick} ({self.yardstick_value:.2f})"
        promised = ""
        if self.goal is not None:
            promised = f"{self.goal:g} {'×' if self.goal_is_ratio else self.unit}: {'met' if self.met else 'MISSED'}"
        return f"{self.what:<52} {self.value:>8.2f} {self.unit:<4} {beside:<52} {promised}".rstrip()


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time that `work` takes."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return 1000 * statistics.median(taken)


def ninety_ninth(values: Iterable[float]) -> float:
    """The value that 99 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
