"""A day not long ago, in the field of a stepper: its number is minus the days since then, its text the day's name."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from walkcoach.ui.widgets.stepper import Stepper


class _DayBox(QSpinBox):
    """Counts days back from `today`. A day is stepped to, not typed: no day that is out of range can be named."""

    def __init__(self, today: date, name_of: Callable[[date], str]) -> None:
        super().__init__()
        self._today = today
        self._name_of = name_of

    def textFromValue(self, value: int) -> str:
        """The day's name."""
        return self._name_of(self._today + timedelta(days=value))

    def valueFromText(self, text: str) -> int:
        """Nothing is typed here."""
        return self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Only what is shown."""
        fits = text == self.textFromValue(self.value())
        return (QValidator.State.Acceptable if fits else QValidator.State.Invalid), text, position


class DayStepper(Stepper):
    """A day from `days_back` days before `today` until `today`, by its name; − is the day before."""

    def __init__(self, name: str, today: date, days_back: int, name_of: Callable[[date], str]) -> None:
        self._today = today
        names = [name_of(today - timedelta(days=back)) for back in range(days_back + 1)]
        super().__init__(name, -days_back, 0, field=_DayBox(today, name_of), longest=max(names, key=len))
        self.set_value(0)

    @property
    def day(self) -> date:
        """The day."""
        return self._today + timedelta(days=self.value())
