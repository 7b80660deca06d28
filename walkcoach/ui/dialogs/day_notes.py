"""What is noted for the coach on a day: that a sign or the feet were looked at, and what kept the person from walking."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkcoach.core.diary import AwayBecause, Notes
from walkcoach.ui.dialogs.form_dialog import FormDialog
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import diary_day as words
from walkcoach.wording import diary_edit


class DayNotesDialog(FormDialog):
    """`changed` carries the `Notes`. That a review was read stays as it is."""

    changed = Signal(object)

    def __init__(self, day: date, notes: Notes, theme: Theme, parent: QWidget | None = None) -> None:
        title = diary_edit.edit_title(words.notes_title(), day)
        super().__init__(words.notes_title(), title, diary_edit.notes_lead(), theme, parent)
        self._notes = notes
        self.cleared = Tick(diary_edit.notes_cleared())
        self.cleared.setChecked(notes.cleared)
        self.feet = Tick(diary_edit.notes_feet())
        self.feet.setChecked(notes.feet_seen_to)
        self.away = ChoiceRow(diary_edit.notes_away(), [Choice(reason, text) for reason, text in diary_edit.notes_away_choices()])
        self.away.choose(notes.away_because)
        self.column.addWidget(self.cleared)
        self.column.addWidget(self.feet)
        self.column.addWidget(FieldRow(diary_edit.notes_away(), self.away, below=True))
        self.first = self.cleared
        self.primary.set_words(diary_edit.save())
        self.primary.clicked.connect(self._save)
        self.finish()

    def _save(self) -> None:
        because = self.away.value()
        said = replace(
            self._notes,
            cleared=self.cleared.isChecked(),
            feet_seen_to=self.feet.isChecked(),
            away_because=because if isinstance(because, AwayBecause) else None,
        )
        if self.hand_over(self.changed, said):
            self.accept()
