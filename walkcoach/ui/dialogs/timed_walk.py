"""Change a walk that the program has timed: fewer minutes than timed, never more, and why it was shorter."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkcoach.core.diary import ShorterBecause
from walkcoach.services.folded_diary import whole_minutes
from walkcoach.services.ports import WalkKind, WalkRecord
from walkcoach.ui.dialogs.form_dialog import FormDialog
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.wording import diary_edit, numbers, programme


@dataclass(frozen=True, slots=True)
class TimedWalk:
    """What is now said of a timed walk: its whole minutes, and why it was shorter."""

    minutes: int
    shorter_because: ShorterBecause | None


class TimedWalkDialog(FormDialog):
    """`changed` carries the `TimedWalk`. Why it was shorter is asked of walks of the plan alone."""

    changed = Signal(object)

    def __init__(self, walk: WalkRecord, theme: Theme, parent: QWidget | None = None) -> None:
        timed_min = whole_minutes(walk.walked_s)
        title = diary_edit.edit_title(diary_edit.timed_title(), walk.day)
        super().__init__(diary_edit.timed_title(), title, diary_edit.timed_lead(timed_min), theme, parent)
        unit = programme.unit_minutes()
        self.minutes = Stepper(diary_edit.timed_minutes(), min(1, timed_min), timed_min, unit, longest=numbers.minutes(timed_min))
        self.minutes.set_value(timed_min)
        self.column.addWidget(FieldRow(diary_edit.timed_minutes(), self.minutes))
        choices = [Choice(reason, text) for reason, text in diary_edit.timed_why_choices()]
        self.why = ChoiceRow(diary_edit.timed_why(), choices)
        self.why.choose(walk.shorter_because)
        row = FieldRow(diary_edit.timed_why(), self.why, below=True)
        row.setVisible(walk.kind is WalkKind.PLANNED)
        self.column.addWidget(row)
        self.first = self.minutes
        self.primary.set_words(diary_edit.save())
        self.primary.clicked.connect(self._save)
        self.finish()

    def _save(self) -> None:
        self.minutes.field().interpretText()
        because = self.why.value()
        said = TimedWalk(self.minutes.value(), because if isinstance(because, ShorterBecause) else None)
        if self.hand_over(self.changed, said):
            self.accept()
