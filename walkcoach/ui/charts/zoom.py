"""A closer look at some of a chart's columns: arithmetic only, never beyond the columns that there are. Pure."""

from dataclasses import dataclass
from math import ceil
from typing import Final

_STEP: Final = 1.5
"""How many times fewer or more columns a step of the wheel or a key shows."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """Of `total` columns, `shown` from `first` on. Fewer than `least` are never shown, unless there are fewer."""

    total: int
    first: int
    shown: int
    least: int

    @staticmethod
    def whole(total: int, least: int) -> "Zoom":
        """All of `total` columns."""
        return Zoom(total, 0, total, min(least, total))

    @property
    def is_whole(self) -> bool:
        """Whether all columns are shown."""
        return self.shown == self.total

    @property
    def last(self) -> int:
        """The last column shown; -1 where there is none at all."""
        return self.first + self.shown - 1

    def scaled(self, factor: float, around: float) -> "Zoom":
        """`factor` times as close, with column `around` (any number) where it was; 1 column closer or wider at least."""
        wanted = self.shown
        if factor > 1:
            wanted = min(round(wanted / factor), wanted - 1)
        elif factor < 1:  # rounded up, so that as many steps wider undo the steps closer
            wanted = max(ceil(wanted / factor), wanted + 1)
        shown = max(self.least, min(self.total, wanted))
        share = (around + 0.5 - self.first) / self.shown if self.shown else 0.0
        return self._at(round(around + 0.5 - share * shown), shown)

    def closer(self, around: float) -> "Zoom":
        """One step closer."""
        return self.scaled(_STEP, around)

    def wider(self, around: float) -> "Zoom":
        """One step wider."""
        return self.scaled(1 / _STEP, around)

    def moved(self, columns: int) -> "Zoom":
        """So many columns newer; negative: older."""
        return self._at(self.first + columns, self.shown)

    def with_column(self, column: int) -> "Zoom":
        """Moved as little as it takes to show `column`."""
        return self._at(min(self.first, column) if column < self.first else max(self.first, column - self.shown + 1), self.shown)

    def all(self) -> "Zoom":
        """Every column again."""
        return Zoom.whole(self.total, self.least)

    def _at(self, first: int, shown: int) -> "Zoom":
        return Zoom(self.total, max(0, min(first, self.total - shown)), shown, self.least)
