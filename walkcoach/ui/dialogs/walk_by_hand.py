"""Add a walk that was made without the program: day, begin if it is known, minutes, brisk ones among them.

Whether such a walk can be, the service says; what is wrong stands beside its field at once.
"""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from walkcoach.core.hand_walk import DAYS_BACK, MINUTES, HandWalk, HandWalkFault, HandWalkField
from walkcoach.ui.dialogs.form_dialog import FormDialog
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import TARGET
from walkcoach.ui.widgets.day_field import DayStepper
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.wording import diary_edit, extra_links, programme
from walkcoach.wording import extra_walks as words

_FIRST_MIN: Final = 20
_STEP_MIN: Final = 5
_LONGEST_TIME: Final = 12


class WalkByHandDialog(FormDialog):
    """`added` carries the `HandWalk`. `faults` answers what is wrong with one, by field.

    From the diary: `said` is a walk to say anew, `on` the day to begin with. One longer ago than a day can be stepped to stays
    on its day.
    """

    added = Signal(object)

    def __init__(
        self,
        today: date,
        faults: Callable[[HandWalk], Mapping[HandWalkField, HandWalkFault]],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        said: HandWalk | None = None,
        on: date | None = None,
    ) -> None:
        day = said.day if said else on or today
        reachable = 0 <= (today - day).days <= DAYS_BACK
        title = diary_edit.hand_edit_title() if said else words.hand_title()
        heading = title if reachable else diary_edit.edit_title(title, day)
        super().__init__(title, heading, extra_links.hand_lead(), theme, parent)
        self._faults = faults
        self._fixed_day = None if reachable else day
        self.day = DayStepper(words.hand_field(HandWalkField.DAY), today, DAYS_BACK, lambda day: words.day_text(day, today))
        self.begun = QLineEdit()
        self.begun.setAccessibleName(words.hand_field(HandWalkField.BEGUN))
        self.begun.setMaxLength(_LONGEST_TIME)
        unit = programme.unit_minutes()
        longest = f"{MINUTES[1]}{unit}"
        self.minutes = Stepper(words.hand_field(HandWalkField.MINUTES), *MINUTES, unit, _STEP_MIN, longest=longest)
        self.minutes.set_value(_FIRST_MIN)
        self.brisk = Stepper(words.hand_field(HandWalkField.BRISK), 0, MINUTES[1], unit, longest=longest)
        controls = (self.day, self.begun, self.minutes, self.brisk)
        self.rows = {
            field: FieldRow(words.hand_field(field), control, words.hand_hint(field), below=control is self.day)
            for field, control in zip(HandWalkField, controls, strict=True)
        }
        for row in self.rows.values():
            self.column.addWidget(row)
        self.rows[HandWalkField.DAY].setVisible(reachable)
        self.first = self.day if reachable else self.begun
        if reachable:
            self.day.set_value((day - today).days)
        if said is not None:
            self.begun.setText(words.time_text(said.begun))
            self.minutes.set_value(said.minutes)
            self.brisk.set_value(said.brisk_minutes)
        for stepper in (self.day, self.minutes, self.brisk):
            stepper.value_changed.connect(self._refresh)
        self.begun.editingFinished.connect(self._refresh)
        self.begun.textEdited.connect(self._forgive)
        self.primary.set_words(diary_edit.save() if said else words.hand_add())
        self.primary.clicked.connect(self._add)
        self.finish()

    @property
    def walk(self) -> HandWalk | None:
        """The walk as it is filled in; None while its begin is no time of day."""
        try:
            begun = words.time_of(self.begun.text())
        except ValueError:
            return None
        return self._with(begun)

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes."""
        super().apply_theme(theme)
        self.begun.setMinimumHeight(theme.scaled(TARGET))

    def _with(self, begun: time | None) -> HandWalk:
        return HandWalk(self._fixed_day or self.day.day, self.minutes.value(), self.brisk.value(), begun)

    def _wrong(self) -> dict[HandWalkField, str]:
        """What is to be said, by field."""
        walk = self.walk
        checked = walk or self._with(None)
        said = {field: words.hand_fault(field, fault, checked.minutes) for field, fault in self._faults(checked).items()}
        return said if walk else {**said, HandWalkField.BEGUN: words.hand_not_a_time()}

    def _refresh(self) -> None:
        wrong = self._wrong()
        for field, row in self.rows.items():
            row.say(wrong.get(field, ""))

    def _forgive(self) -> None:
        """While a time is being typed nothing is said against it."""
        self.rows[HandWalkField.BEGUN].say("")

    def _add(self) -> None:
        for stepper in (self.minutes, self.brisk):
            stepper.field().interpretText()
        self._refresh()
        row = next((row for row in self.rows.values() if row.note), None)
        walk = self.walk
        if row is not None or walk is None:
            self.go_to(row or self.rows[HandWalkField.BEGUN])
        elif self.hand_over(self.added, walk):
            self.accept()
