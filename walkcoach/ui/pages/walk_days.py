"""Choosing the walk days: three or more weekdays, in the week's order. Too few are said at once, and are no answer."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.ui.theme.tokens import SPACE_8, Role
from walkcoach.ui.widgets.choice_row import Choice
from walkcoach.ui.widgets.labels import body
from walkcoach.ui.widgets.multi_row import MultiRow
from walkcoach.wording import names, programme, welcome

FEWEST: Final = 3


class WalkDays(QWidget):
    """A pill a weekday. `first_weekday` begins the row, Monday = 0."""

    changed = Signal()
    """The person has switched a day on or off."""

    def __init__(self, first_weekday: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        order = [(first_weekday + number) % 7 for number in range(7)]
        self._row = MultiRow(
            programme.walk_days(),
            [Choice(day, names.weekday_short(day)) for day in order],
            [names.weekday_name(day) for day in order],
        )
        self._row.changed.connect(self._told)
        self._trouble = body(welcome.days_too_few())
        self._trouble.set_colour(Role.DANGER)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self._row)
        column.addWidget(self._trouble)
        self.setFocusProxy(self._row)

    def days(self) -> frozenset[int]:
        """The weekdays that are on, few as they may be."""
        return frozenset(day for day in self._row.values() if isinstance(day, int))

    def enough(self) -> bool:
        """Whether there are three or more."""
        return len(self.days()) >= FEWEST

    def choose(self, days: Iterable[int]) -> None:
        """Show just these as on, without a signal."""
        self._row.choose(days)
        self._trouble.setVisible(not self.enough())

    def _told(self) -> None:
        self._trouble.setVisible(not self.enough())
        self.changed.emit()
