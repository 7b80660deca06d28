"""How much of the machine's sleep was walked all the same: a number to set, in minutes, or in seconds after a short sleep."""

from math import ceil
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkcoach.core.session import WalkSnapshot
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.wording import programme, settings, walk

_MINUTE_S: Final = 60
_SECONDS_BELOW_S: Final = 120
"""A sleep shorter than this is too short for whole minutes."""
_STEP_S: Final = 5


class SleepCount(QWidget):
    """The number. `offer` sets its range when the question opens; it begins at the least, so that too much is never at hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit_s = _MINUTE_S
        self.stepper = Stepper(walk.count_question(), 1, 1, programme.unit_minutes())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.stepper)
        row.addStretch(1)
        self.setFocusProxy(self.stepper)

    @property
    def seconds(self) -> int:
        """What is set, in seconds."""
        return self.stepper.value() * self._unit_s

    def offer(self, now: WalkSnapshot) -> None:
        """Allow as much as was slept and as is left of the walk; the most of it ends the walk where all that is left was slept."""
        short = now.countable_s < _SECONDS_BELOW_S
        self._unit_s = 1 if short else _MINUTE_S
        most = now.countable_s / self._unit_s
        self.stepper.set_unit(settings.unit_seconds() if short else programme.unit_minutes(), _STEP_S if short else 1)
        self.stepper.set_range(1, max(1, ceil(most) if now.slept_s >= now.left_s else int(most)))
        self.stepper.set_value(1)
