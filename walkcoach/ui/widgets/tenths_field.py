"""A number with one decimal, or none at all, in the field of a stepper: 35 tenths read "3.5", and 0 reads "not set"."""

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

_NUMBER: Final = re.compile(r"([^\d.,]*)(\d?)(?:[.,](\d?))?([^\d.,]*)")
"""One figure, a point or comma and another, with words around them."""


class TenthsField(QSpinBox):
    """Counts tenths. The lowest number that can be set is `low`; below it there is only `empty`, which is 0.

    `first`: where stepping up begins from nothing. `figure` writes tenths as people read them. What is typed is taken to the
    nearest number that can be set.
    """

    def __init__(self, low: int, first: int, empty: str, figure: Callable[[int], str]) -> None:
        super().__init__()
        self._low = low
        self._first = first
        self._figure = figure
        self.setSpecialValueText(empty)

    def set_low(self, low: int, first: int) -> None:
        """Begin at another number."""
        self._low = low
        self._first = first

    def textFromValue(self, value: int) -> str:
        """The tenths as a figure with one decimal."""
        return self._figure(value)

    def valueFromText(self, text: str) -> int:
        """What was typed, in tenths; no figure at all is none set."""
        found = _NUMBER.fullmatch(text)
        if found is None:
            return self.value()
        tenths = int(found[2] or 0) * 10 + int(found[3] or 0)
        return min(max(tenths, self._low), self.maximum()) if tenths else 0

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Whether `text` may be typed: a number, beside what is left of our own words."""
        found = _NUMBER.fullmatch(text)
        own = (self.suffix(), self.specialValueText())
        fits = found is not None and all(any(part.strip() in words for words in own) for part in (found[1], found[4]))
        return (QValidator.State.Acceptable if fits else QValidator.State.Invalid), text, position

    def stepBy(self, steps: int) -> None:
        """Step over the numbers that cannot be set."""
        value = self.value() + steps
        if not self.value() and steps > 0:
            value = self._first
        elif value < self._low:
            value = 0 if self.value() == self._low else self._low
        self.setValue(min(value, self.maximum()))
        self.selectAll()
