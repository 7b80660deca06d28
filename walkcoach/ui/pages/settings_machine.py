"""The parts of the Settings page that concern this machine and the program: sound, look, about."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkcoach.services.ports import Settings, SoundState, ThemeChoice
from walkcoach.ui.pages.settings_card import part_column, settings_card
from walkcoach.ui.pages.settings_metronome import MetronomeSettings
from walkcoach.ui.theme.tokens import SPACE_12, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import Label, body, muted
from walkcoach.ui.widgets.read_only_text import ReadOnlyText
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import settings as words
from walkcoach.wording import walk as walk_words
from walkcoach.wording import welcome as welcome_words

_VOLUME_STEP: Final = 10
_READY_STEP_S: Final = 5
_TEXT_STEP: Final = 10


class SoundAndLook(QWidget):
    """Tones, the time to get ready, colours and text size."""

    changed = Signal()
    look_chosen = Signal()
    """Other colours are chosen: to be shown at once."""
    left = Signal()
    """The person is done with a field."""
    sound_test_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sound = Tick(words.sound_on())
        self.speech = Tick(words.speech(), words.speech_hint())
        self.heard = Label(colour=Role.CAUTION)
        self.heard.hide()
        self.metronome = MetronomeSettings()
        self.volume = Stepper(words.volume(), 0, 100, words.unit_percent(), _VOLUME_STEP)
        self.get_ready = Stepper(words.get_ready(), 0, 60, words.unit_seconds(), _READY_STEP_S)
        self.test = Button(welcome_words.sound_test())
        themes = [Choice(each, words.theme_name(each)) for each in ThemeChoice]
        self.theme = ChoiceRow(words.theme(), themes)
        self.text_size = Stepper(words.text_size(), 100, 200, words.unit_percent(), _TEXT_STEP)
        testing = FlowRow(SPACE_12)
        testing.add(self.test)
        testing.add(muted(welcome_words.sound_hint()))
        column = part_column(self)
        column.addWidget(
            settings_card(
                words.sound_title(),
                self.sound,
                self.speech,
                FieldRow(words.volume(), self.volume, words.volume_hint()),
                testing,
                self.heard,
                FieldRow(words.get_ready(), self.get_ready, words.get_ready_hint()),
            )
        )
        column.addWidget(self.metronome)
        column.addWidget(
            settings_card(
                words.look_title(),
                FieldRow(words.theme(), self.theme, below=True),
                FieldRow(words.text_size(), self.text_size, words.text_size_hint()),
            )
        )
        for box in (self.sound, self.speech):
            box.clicked.connect(self.changed)
        self.metronome.changed.connect(self.changed)
        self.metronome.left.connect(self.left)
        self.theme.chosen.connect(lambda _value: self.changed.emit())
        self.theme.chosen.connect(lambda _value: self.look_chosen.emit())
        self.test.clicked.connect(self.sound_test_requested)
        for stepper in self._steppers():
            stepper.value_changed.connect(lambda _value: self.changed.emit())
            stepper.field().editingFinished.connect(self.left)
        self.setFocusProxy(self.sound)

    def draw(self, settings: Settings) -> None:
        """Show `settings`. What is shown already is left alone, a number that is being typed included."""
        self.sound.setChecked(settings.sound)
        self.speech.setChecked(settings.speech)
        self.metronome.draw(settings)
        for stepper, value in zip(self._steppers(), (settings.volume, settings.get_ready_s, settings.text_percent), strict=True):
            if stepper.value() != value:
                stepper.set_value(value)
        if self.theme.value() != settings.theme:
            self.theme.choose(settings.theme)

    def into(self, settings: Settings) -> Settings:
        """`settings` with what is set here."""
        theme = self.theme.value()
        return replace(
            self.metronome.into(settings),
            theme=theme if isinstance(theme, ThemeChoice) else settings.theme,
            text_percent=self.text_size.value(),
            sound=self.sound.isChecked(),
            speech=self.speech.isChecked(),
            volume=self.volume.value(),
            get_ready_s=self.get_ready.value(),
        )

    def interpret_typed(self) -> None:
        """Take what has been typed into a field that is still being filled in."""
        for stepper in self._steppers():
            stepper.field().interpretText()
        self.metronome.interpret_typed()

    def tell_sound(self, sound: SoundState, voice: bool | None) -> None:
        """Say what came of the sound test, where it is not as it should be."""
        text = walk_words.sound_none() if sound is SoundState.NONE else walk_words.tones_only() if voice is False else ""
        if text != self.heard.text():
            self.heard.setText(text)
            self.heard.setVisible(bool(text))
            if text:
                announce(self, text)

    def _steppers(self) -> tuple[Stepper, Stepper, Stepper]:
        return self.volume, self.get_ready, self.text_size


class About(QWidget):
    """What this program is and is not, and under which terms it comes."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.licences = ReadOnlyText(words.licences_name())  # which the Tab key reaches, so that all of it can be scrolled to
        self.licences.show_text(words.licences())
        column = part_column(self)
        column.addWidget(
            settings_card(
                words.about_title(), Label(words.version(version), TypeRole.STRONG), body(words.no_device()), self.licences
            )
        )
        self.setFocusProxy(self.licences)
