"""Settings: the programme, what is followed, care, sound and look, treadmill, data and about. One part is shown at a time.

Every change is told a moment after the last one, without a button to save; nothing that is shown is ever out of its range.
"""

from collections.abc import Callable
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from walkcoach.core.programme import Programme
from walkcoach.services.ports import Profile, Settings, SoundState
from walkcoach.ui.pages.held import Held
from walkcoach.ui.pages.settings_data import DataSettings, open_in_files
from walkcoach.ui.pages.settings_machine import About, SoundAndLook
from walkcoach.ui.pages.settings_profile import CareSettings, SymptomSettings, suggestion_for
from walkcoach.ui.pages.settings_programme import ProgrammeSettings
from walkcoach.ui.pages.settings_treadmill import TreadmillSettings
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.labels import page_title
from walkcoach.ui.widgets.scroll_page import ScrollPage
from walkcoach.wording import data as data_words
from walkcoach.wording import settings as words
from walkcoach.wording import speeds as speed_words


class Part(StrEnum):
    """The parts of the page."""

    PROGRAMME = "programme"
    SYMPTOMS = "symptoms"
    CARE = "care"
    SOUND_AND_LOOK = "sound_and_look"
    TREADMILL = "treadmill"
    DATA = "data"
    ABOUT = "about"


class SettingsPage(ScrollPage):
    """Draws programme, profile and settings, and tells what the person changes.

    `open_folder` opens the data folder and answers whether it could. While the plan is off until a clinician has agreed,
    the page opens at the part that asks for it.
    """

    programme_changed = Signal(object)
    """Carries the `Programme` that is to hold from today on."""
    profile_changed = Signal(object)
    """Carries the `Profile`."""
    settings_changed = Signal(object)
    """Carries the `Settings` of this machine."""
    sound_test_requested = Signal()

    def __init__(
        self,
        data_folder: str,
        version: str,
        first_weekday: int = 0,
        open_folder: Callable[[str], bool] = open_in_files,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._programme = Programme()
        self._profile = Profile()
        self._settings = Settings()
        self._just_shown = True
        self._said = ""
        """What a screen reader last heard of the walk at the goals."""
        self.programme = ProgrammeSettings(first_weekday)
        self.symptoms = SymptomSettings()
        self.care = CareSettings()
        self.sound_and_look = SoundAndLook()
        self.treadmill = TreadmillSettings()
        self.data = DataSettings(data_folder, open_folder)
        self.about = About(version)
        self._parts = MappingProxyType(
            {
                Part.PROGRAMME: self.programme,
                Part.SYMPTOMS: self.symptoms,
                Part.CARE: self.care,
                Part.SOUND_AND_LOOK: self.sound_and_look,
                Part.TREADMILL: self.treadmill,
                Part.DATA: self.data,
                Part.ABOUT: self.about,
            }
        )
        self.part_row = ChoiceRow(words.parts(), [Choice(part, name) for part, name in _part_names()])
        self.part_row.chosen.connect(lambda part: self.show_part(Part(part)))
        self.column.addWidget(page_title(words.title()))
        self.column.addWidget(self.part_row)
        for widget in self._parts.values():
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.setFocusProxy(self.part_row)
        self._hold()
        self._show_all()
        self.show_part(Part.PROGRAMME)

    def draw(self, programme: Programme, profile: Profile, settings: Settings) -> None:
        """Show these. What is shown already stays as it is, and so does what is being typed."""
        if programme != self._programme:
            self._programme = programme
            self._held_programme.drop()
            self.programme.draw(programme)
            self._said = self.programme.goal_sentence()
        if profile != self._profile:
            self._profile = profile
            self._held_profile.drop()
            self._show_profile()
        if settings != self._settings:
            self._settings = settings
            self._held_settings.drop()
            self.sound_and_look.draw(settings)
            self.treadmill.draw(settings)
        if self._just_shown and profile.ask_first and not profile.clinician_agreed:
            self.show_part(Part.CARE)
        self._just_shown = False

    def tell_sound(self, sound: SoundState, voice: bool | None) -> None:
        """Say what came of the sound test."""
        self.sound_and_look.tell_sound(sound, voice)

    def part(self) -> Part:
        """The part that is shown."""
        return next(part for part, widget in self._parts.items() if not widget.isHidden())

    def show_part(self, part: Part) -> None:
        """Show `part` and put the others away. Changes that were not told yet are told."""
        self.flush()
        self.part_row.choose(part)
        for each, widget in self._parts.items():
            widget.setVisible(each == part)
        self.to_top()

    def flush(self) -> None:
        """Tell at once what has been changed and not yet told, half-typed numbers included."""
        self.programme.interpret_typed()
        self.care.interpret_typed()
        self.sound_and_look.interpret_typed()
        self.treadmill.interpret_typed()
        for held in (self._held_programme, self._held_profile, self._held_settings):
            held.flush()

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size; what has the focus stays in sight."""
        super().apply_theme(theme)
        QTimer.singleShot(0, self, self._show_focused)

    def showEvent(self, event: QShowEvent) -> None:
        """The next drawing may choose the part."""
        self._just_shown = True
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays untold on a page that is left."""
        self.flush()
        self.programme.rest()
        super().hideEvent(event)

    def _hold(self) -> None:
        self._held_programme = Held(self)
        self._held_programme.ready.connect(self._tell_programme)
        self.programme.changed.connect(self._held_programme.hold)
        self.programme.left.connect(self._held_programme.flush)
        self._held_profile = Held(self)
        self._held_profile.ready.connect(self._tell_profile)
        for part in (self.symptoms, self.care):
            part.changed.connect(self._hold_profile)
        self._held_settings = Held(self)
        self._held_settings.ready.connect(self._tell_settings)
        machine = self.sound_and_look
        for own in (machine, self.treadmill):
            own.changed.connect(self._hold_settings)
            own.left.connect(self._held_settings.flush)
        machine.look_chosen.connect(self._held_settings.flush)
        machine.sound_test_requested.connect(self._test_sound)

    def _show_all(self) -> None:
        self.programme.draw(self._programme)
        self._said = self.programme.goal_sentence()
        self._show_profile()
        self.sound_and_look.draw(self._settings)
        self.treadmill.draw(self._settings)

    def _show_profile(self) -> None:
        self.symptoms.draw(self._profile)
        self.care.draw(self._profile)
        self.programme.suggest(suggestion_for(self._profile))

    def _show_focused(self) -> None:
        focused: QWidget | None = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self.ensureWidgetVisible(focused)

    def _hold_profile(self) -> None:
        self._held_profile.hold(self.care.into(self.symptoms.into(self._profile)))

    def _hold_settings(self) -> None:
        self._held_settings.hold(self.treadmill.into(self.sound_and_look.into(self._settings)))

    def _tell_programme(self, programme: Programme) -> None:
        if programme != self._programme:
            self._programme = programme
            sentence = self.programme.goal_sentence()
            if sentence != self._said:
                announce(self, sentence)
            self._said = sentence
            self.programme_changed.emit(programme)

    def _tell_profile(self, profile: Profile) -> None:
        if profile != self._profile:
            self._profile = profile
            self.programme.suggest(suggestion_for(profile))
            self.profile_changed.emit(profile)

    def _tell_settings(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.settings_changed.emit(settings)

    def _test_sound(self) -> None:
        self._held_settings.flush()
        self.sound_test_requested.emit()


def _part_names() -> tuple[tuple[Part, str], ...]:
    return (
        (Part.PROGRAMME, words.part_programme()),
        (Part.SYMPTOMS, words.part_symptoms()),
        (Part.CARE, words.part_care()),
        (Part.SOUND_AND_LOOK, words.part_sound_and_look()),
        (Part.TREADMILL, speed_words.part()),
        (Part.DATA, data_words.part()),
        (Part.ABOUT, words.part_about()),
    )
