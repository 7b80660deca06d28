"""Settings: the programme, symptoms, care, sound, look, data, about. One column; only the programme waits to be saved,
at a foot that stays in sight until it is saved or put back.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.core.programme import Programme
from walkcoach.services.ports import Profile, Settings
from walkcoach.ui.pages.settings_cards import AboutCard, CareCard, DataCard, LookCard, SoundCard, SymptomsCard
from walkcoach.ui.pages.settings_programme import ProgrammeCard
from walkcoach.ui.theme.tokens import TypeRole
from walkcoach.ui.widgets.foot_bar import FootBar
from walkcoach.ui.widgets.labels import Label, page_title
from walkcoach.ui.widgets.scroll_page import ScrollPage
from walkcoach.wording import settings as words

WIDEST_PX: Final = 860


class SettingsPage(QWidget):
    """Shows what is set and emits what the person changes. `first_weekday` begins the row of walk days, Monday = 0.

    `data_folder` and `version` are only shown.
    """

    programme_changed = Signal(object)
    """Carries the `Programme`, once it was saved."""
    settings_changed = Signal(object)
    """Carries the `Settings` of this machine."""
    profile_changed = Signal(object)
    """Carries the `Profile`."""
    sound_test_requested = Signal()

    def __init__(self, data_folder: str, version: str, first_weekday: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._profile = Profile()
        self.programme = ProgrammeCard(first_weekday)
        self.symptoms = SymptomsCard()
        self.care = CareCard()
        self.sound = SoundCard()
        self.look = LookCard()
        self._scroll = ScrollPage(WIDEST_PX)
        self._scroll.column.addWidget(page_title(words.title()))
        for card in (self.programme, self.symptoms, self.care, self.sound, self.look, DataCard(data_folder), AboutCard(version)):
            self._scroll.column.addWidget(card)
        self._scroll.column.addStretch(1)
        self._foot = FootBar(Label(words.unsaved(), TypeRole.STRONG), self.programme.put_back, self.programme.save)
        self._foot.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        self.programme.draft_changed.connect(self._foot.setVisible)
        self.programme.saved.connect(self.programme_changed)
        self.symptoms.changed.connect(lambda followed: self._profile_told(replace(self._profile, followed=followed)))
        self.care.changed.connect(self._profile_told)
        self.sound.changed.connect(self._settings_told)
        self.look.changed.connect(self._settings_told)
        self.sound.sound_test_requested.connect(self.sound_test_requested)
        self.setFocusProxy(self.programme.track)

    def draw(self, programme: Programme, profile: Profile, settings: Settings) -> None:
        """Show what is set. Changes of the programme that are not saved yet stay, unless another one is kept by now."""
        self.programme.draw(programme)
        self.symptoms.picker.choose(profile.followed)
        self._share_profile(profile)
        self._share_settings(settings)

    def draw_settings(self, settings: Settings) -> None:
        """Show the settings of this machine alone, and leave the rest as it is."""
        self._share_settings(settings)

    def _share_profile(self, profile: Profile) -> None:
        self._profile = profile
        self.care.draw(profile)

    def _share_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.sound.draw(settings)
        self.look.draw(settings)

    def _profile_told(self, profile: Profile) -> None:
        self._share_profile(profile)
        self.profile_changed.emit(profile)

    def _settings_told(self, settings: Settings) -> None:
        self._share_settings(settings)
        self.settings_changed.emit(settings)
