"""The parts of the Settings page that concern the person: symptoms followed, what to ask a clinician first, and the rest of
what the welcome asked.

Each part shows a `Profile` and puts its own fields into one; the page puts them together.
"""

import re
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from walkcoach.core.suggestion import AgeBand, FootFeeling, Suggestion, suggested_track
from walkcoach.services.ports import Profile
from walkcoach.ui.pages.ask_first import AskFirstTicks
from walkcoach.ui.pages.settings_card import part_column, settings_card
from walkcoach.ui.pages.symptom_picker import SymptomPicker
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.labels import muted
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import settings as words
from walkcoach.wording import welcome as welcome_words

_NUMBER: Final = re.compile(r"\+?(?:[ -]*[0-9]){2,15}[ -]*")
_TYPED: Final = r"[0-9+\- ]{0,24}"


def emergency_number_of(text: str) -> str | None:
    """The number in `text` with single spaces, or None where it is none: 2 to 15 figures, spaces, hyphens, a + in front."""
    tidy = " ".join(text.split())
    return tidy if _NUMBER.fullmatch(tidy) else None


def suggestion_for(profile: Profile) -> Suggestion | None:
    """The track that the welcome's answers suggest, or None where none was given."""
    feeling = next((each for each in FootFeeling if each == profile.reduced_feeling), None)
    age = next((each for each in AgeBand if each == profile.age_band), None)
    if feeling is None and age is None and profile.used_to_walking is None:
        return None
    return suggested_track(feeling, age, profile.used_to_walking)


class SymptomSettings(QWidget):
    """Which symptoms are followed: one to four."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = SymptomPicker()
        self.picker.changed.connect(self.changed)
        column = part_column(self)
        column.addWidget(settings_card(words.symptoms_title(), muted(welcome_words.symptoms_lead()), self.picker))
        self.setFocusProxy(self.picker)

    def draw(self, profile: Profile) -> None:
        """Show what `profile` follows."""
        self.picker.choose(profile.followed)

    def into(self, profile: Profile) -> Profile:
        """`profile` with what is chosen here."""
        return replace(profile, followed=self.picker.followed())


class CareSettings(QWidget):
    """What to ask a clinician first, the emergency number, and the other answers of the welcome."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept_number = Profile().emergency_number
        self.ask_first = AskFirstTicks(words.clinician_hint())
        self.number = QLineEdit(self._kept_number)
        self.number.setAccessibleName(words.emergency_number())
        self.number.setValidator(QRegularExpressionValidator(QRegularExpression(_TYPED), self.number))
        self.number.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.number_row = FieldRow(words.emergency_number(), self.number, words.emergency_hint())
        self.glucose = Tick(welcome_words.glucose_question(), welcome_words.glucose_hint())
        yes_no = (Choice(True, welcome_words.yes()), Choice(False, welcome_words.no()))
        self.feeling = ChoiceRow(welcome_words.feeling_question(), [Choice(one, welcome_words.feeling(one)) for one in FootFeeling])
        self.age = ChoiceRow(welcome_words.age_question(), [Choice(one, welcome_words.age(one)) for one in AgeBand])
        self.used = ChoiceRow(welcome_words.used_question(), yes_no)
        column = part_column(self)
        column.addWidget(settings_card(words.ask_first_title(), muted(words.ask_first_lead()), self.ask_first))
        column.addWidget(settings_card("", self.number_row, self.glucose))
        column.addWidget(
            settings_card(
                words.answers_title(),
                muted(words.answers_lead()),
                FieldRow(welcome_words.feeling_question(), self.feeling, below=True),
                FieldRow(welcome_words.age_question(), self.age, below=True),
                FieldRow(welcome_words.used_question(), self.used, below=True),
            )
        )
        self.ask_first.changed.connect(self.changed)
        self.glucose.clicked.connect(self.changed)
        for row in (self.feeling, self.age, self.used):
            row.chosen.connect(lambda _value: self.changed.emit())
        self.number.editingFinished.connect(self._number_typed)
        self.number.textEdited.connect(lambda _text: self.number_row.say(""))
        self.setFocusProxy(self.ask_first)

    def draw(self, profile: Profile) -> None:
        """Show `profile`. A number that is being typed is left alone unless another one is kept by now."""
        self.ask_first.show_answers(profile.ask_first, agreed=profile.clinician_agreed)
        if profile.emergency_number != self._kept_number:
            self._show_number(profile.emergency_number)
        self.glucose.setChecked(profile.uses_glucose_lowering)
        for row, value in (
            (self.feeling, profile.reduced_feeling),
            (self.age, profile.age_band),
            (self.used, profile.used_to_walking),
        ):
            if row.value() != value:
                row.choose(value)

    def into(self, profile: Profile) -> Profile:
        """`profile` with what is answered here."""
        feeling, age, used = self.feeling.value(), self.age.value(), self.used.value()
        return replace(
            profile,
            ask_first=self.ask_first.ticked(),
            clinician_agreed=self.ask_first.clinician_agreed(),
            uses_glucose_lowering=self.glucose.isChecked(),
            reduced_feeling=feeling if isinstance(feeling, FootFeeling) else None,
            age_band=age if isinstance(age, AgeBand) else None,
            used_to_walking=used if isinstance(used, bool) else None,
            emergency_number=self._kept_number,
        )

    def interpret_typed(self) -> None:
        """Take the number as far as it has been typed; what is no number goes back to the one before."""
        if self.number.isModified():
            self._number_typed()
        if emergency_number_of(self.number.text()) is None:
            self._show_number(self._kept_number)

    def _number_typed(self) -> None:
        number = emergency_number_of(self.number.text())
        self.number_row.say("" if number else words.emergency_wrong(self._kept_number))
        if number and number != self._kept_number:
            self._kept_number = number
            self.changed.emit()

    def _show_number(self, number: str) -> None:
        self._kept_number = number
        self.number.setText(number)
        self.number_row.say("")
