"""Settings: the programme, what is followed, care, sound, look, and what this program is. Every change is kept at once."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from walkcoach.core.programme import Programme
from walkcoach.services.ports import Profile, Settings
from walkcoach.ui.pages.held import Held
from walkcoach.ui.pages.settings_programme import ProgrammeSettings
from walkcoach.ui.widgets.labels import page_title
from walkcoach.ui.widgets.scroll_page import ScrollPage
from walkcoach.wording import settings as words


class SettingsPage(ScrollPage):
    """Draws programme, profile and settings, and tells what the person changes, a moment after the last change."""

    programme_changed = Signal(object)
    """Carries the `Programme` that is to hold from today on."""
    profile_changed = Signal(object)
    """Carries the `Profile`."""
    settings_changed = Signal(object)
    """Carries the `Settings` of this machine."""
    sound_test_requested = Signal()

    def __init__(self, data_folder: str, version: str, first_weekday: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._data_folder = data_folder
        self._version = version
        self._programme: Programme | None = None
        self.programme = ProgrammeSettings(first_weekday)
        self._held_programme = Held(self)
        self._held_programme.ready.connect(self._keep_programme)
        self.programme.changed.connect(self._held_programme.hold)
        self.programme.left.connect(self._held_programme.flush)
        self.column.addWidget(page_title(words.title()))
        self.column.addWidget(self.programme)
        self.column.addStretch(1)
        self.setFocusProxy(self.programme.walk_goal)

    def draw(self, programme: Programme, profile: Profile, settings: Settings) -> None:
        """Show these. What is shown already stays as it is, half-typed numbers included."""
        if programme != self._programme:
            self._programme = programme
            self._held_programme.drop()
            self.programme.draw(programme)

    def flush(self) -> None:
        """Tell at once what has been changed and not yet told."""
        self.programme.interpret_typed()
        self._held_programme.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays untold on a page that is left."""
        self.flush()
        super().hideEvent(event)

    def _keep_programme(self, programme: Programme) -> None:
        if programme != self._programme:
            self._programme = programme
            self.programme_changed.emit(programme)
