"""The smaller cards of the Settings page: symptoms, care, sound, look, data, about. What is changed here holds at once."""

import re
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from walkcoach.services.ports import Profile, Settings, ThemeChoice
from walkcoach.ui.pages.ask_first import AskFirstTicks
from walkcoach.ui.pages.symptom_picker import SymptomPicker
from walkcoach.ui.theme.tokens import SPACE_12, SPACE_16, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import Label, body, heading, muted, title
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import settings as words
from walkcoach.wording import welcome

_NUMBER: Final = re.compile(r"\+?[0-9](?: ?[0-9]){1,14}")


class SymptomsCard(Card):
    """The symptoms followed."""

    changed = Signal(object)
    """Carries the followed symptoms, a tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap_px=SPACE_12, parent=parent)
        self.picker = SymptomPicker()
        self.picker.changed.connect(lambda: self.changed.emit(self.picker.followed()))
        self.body.addWidget(title(words.symptoms_title()))
        self.body.addWidget(muted(welcome.symptoms_lead()))
        self.body.addWidget(self.picker)


class CareCard(Card):
    """What keeps the plan off, what the check-in asks, and the number that the warning texts name."""

    changed = Signal(object)
    """Carries the changed `Profile`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap_px=SPACE_12, parent=parent)
        self._profile = Profile()
        self.ask_first = AskFirstTicks()
        self.glucose = Tick(welcome.glucose_question(), welcome.glucose_hint())
        self.number = QLineEdit()
        self.number.setAccessibleName(words.emergency_number())
        self.number.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.number.setMaxLength(20)
        self._wrong = Label(words.emergency_wrong(), TypeRole.BODY, Role.DANGER)
        self._wrong.hide()
        self.body.addWidget(title(words.care_title()))
        self.body.addWidget(FieldRow(words.emergency_number(), self.number, words.emergency_hint()))
        self.body.addWidget(self._wrong)
        self.body.addWidget(self.glucose)
        self.body.addWidget(heading(words.ask_first_title()))
        self.body.addWidget(muted(words.ask_first_lead()))
        self.body.addWidget(self.ask_first)
        self.number.editingFinished.connect(self._number_typed)
        self.glucose.clicked.connect(lambda on: self._tell(replace(self._profile, uses_glucose_lowering=on)))
        self.ask_first.changed.connect(self._ask_first_changed)

    def draw(self, profile: Profile) -> None:
        """Show `profile`; a number that is being typed is left alone."""
        self._profile = profile
        self.ask_first.show_answers(profile.ask_first, agreed=profile.clinician_agreed)
        self.glucose.setChecked(profile.uses_glucose_lowering)
        if not self.number.hasFocus():
            self.number.setText(profile.emergency_number)
            self._wrong.hide()

    def says_wrong(self) -> bool:
        """Whether the number typed is said to be none."""
        return not self._wrong.isHidden()

    def _number_typed(self) -> None:
        typed = self.number.text().strip()
        fits = bool(_NUMBER.fullmatch(typed))
        self._wrong.setHidden(fits)
        self.number.setAccessibleDescription(words.emergency_hint() if fits else words.emergency_wrong())
        if fits and typed != self._profile.emergency_number:
            self._tell(replace(self._profile, emergency_number=typed))

    def _ask_first_changed(self) -> None:
        ticks = self.ask_first
        self._tell(replace(self._profile, ask_first=ticks.ticked(), clinician_agreed=ticks.clinician_agreed()))

    def _tell(self, profile: Profile) -> None:
        self._profile = profile
        self.changed.emit(profile)


class SoundCard(Card):
    """Tones, how loud, and how long to get ready."""

    changed = Signal(object)
    """Carries the changed `Settings`."""
    sound_test_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap_px=SPACE_12, parent=parent)
        self._settings = Settings()
        self.on = Tick(words.sound_on())
        self.volume = Stepper(words.volume(), 0, 100, words.unit_percent(), step=10)
        self.get_ready = Stepper(words.get_ready(), 0, 60, words.unit_seconds(), step=5)
        self.test = Button(welcome.sound_test())
        self.body.addWidget(title(words.sound_title()))
        self.body.addWidget(self.on)
        self.body.addWidget(FieldRow(words.volume(), self.volume))
        row = FlowRow(SPACE_12)
        row.add(self.test)
        row.add(muted(welcome.sound_hint()))
        self.body.addWidget(row)
        self.body.addSpacing(SPACE_12)
        self.body.addWidget(FieldRow(words.get_ready(), self.get_ready, words.get_ready_hint()))
        self.on.clicked.connect(lambda on: self._tell(replace(self._settings, sound=on)))
        self.volume.value_changed.connect(lambda value: self._tell(replace(self._settings, volume=value)))
        self.get_ready.value_changed.connect(lambda value: self._tell(replace(self._settings, get_ready_s=value)))
        self.test.clicked.connect(self.sound_test_requested)

    def draw(self, settings: Settings) -> None:
        """Show `settings`."""
        self._settings = settings
        self.on.setChecked(settings.sound)
        self.volume.set_value(settings.volume)
        self.volume.setEnabled(settings.sound)
        self.test.setEnabled(settings.sound)
        self.get_ready.set_value(settings.get_ready_s)

    def _tell(self, settings: Settings) -> None:
        self.draw(settings)
        self.changed.emit(settings)


class LookCard(Card):
    """Colours and text size."""

    changed = Signal(object)
    """Carries the changed `Settings`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap_px=SPACE_12, parent=parent)
        self._settings = Settings()
        self.theme = ChoiceRow(words.theme(), [Choice(one, words.theme_name(one.value)) for one in ThemeChoice])
        self.text_size = Stepper(words.text_size(), 100, 200, words.unit_percent(), step=10)
        self.body.addWidget(title(words.look_title()))
        self.body.addWidget(heading(words.theme()))
        self.body.addWidget(self.theme)
        self.body.addSpacing(SPACE_12)
        self.body.addWidget(FieldRow(words.text_size(), self.text_size, words.text_size_hint()))
        self.theme.chosen.connect(lambda theme: self._tell(replace(self._settings, theme=theme)))
        self.text_size.value_changed.connect(lambda value: self._tell(replace(self._settings, text_percent=value)))

    def draw(self, settings: Settings) -> None:
        """Show `settings`."""
        self._settings = settings
        self.theme.choose(settings.theme)
        self.text_size.set_value(settings.text_percent)

    def _tell(self, settings: Settings) -> None:
        self._settings = settings
        self.changed.emit(settings)


class DataCard(Card):
    """Where the diary lies. The path can be copied, and is broken into lines after each part."""

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(gap_px=SPACE_12, parent=parent)
        self.folder = Label(folder.replace("/", "/\u200b").replace("\\", "\\\u200b"), TypeRole.STRONG)
        self.folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.folder.setAccessibleName(folder)
        self.folder.setAccessibleDescription(words.data_text())
        self.body.addWidget(title(words.data_title()))
        self.body.addWidget(body(words.data_text()))
        self.body.addWidget(self.folder)


class AboutCard(Card):
    """Version, what it is not, and the licences."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(gap_px=SPACE_16, parent=parent)
        self.body.addWidget(title(words.about_title()))
        self.body.addWidget(Label(words.version(version), TypeRole.STRONG))
        self.body.addWidget(body(words.no_device()))
        self.body.addWidget(muted(words.licences()))
