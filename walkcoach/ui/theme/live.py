"""The theme in force: made from the settings and what the system shows, and laid over the program whenever either changes."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from walkcoach.services.ports import Settings
from walkcoach.ui.theme.apply import apply_theme_to_app, wears
from walkcoach.ui.theme.resolve import scheme_for
from walkcoach.ui.theme.theme import Theme, spread


class LiveTheme(QObject):
    """Keeps `app` in the theme that `follow` was last told of, and hands it to the windows that it was given."""

    changed = Signal(object)

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._windows: list[QWidget] = []
        self._theme = self._made()
        if not wears(app, self._theme):
            apply_theme_to_app(app, self._theme)
        app.styleHints().colorSchemeChanged.connect(self._lay)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    def dress(self, window: QWidget) -> None:
        """Hand the theme to `window` now and whenever it changes."""
        self._windows.append(window)
        spread(window, self._theme)

    def follow(self, settings: Settings) -> None:
        """Take theme and text size from `settings`."""
        self._settings = settings
        self._lay()

    def _made(self) -> Theme:
        scheme = scheme_for(self._settings.theme, self._app.styleHints().colorScheme())
        return Theme(scheme, self._settings.text_percent)

    def _lay(self) -> None:
        theme = self._made()
        if theme == self._theme:
            return
        self._theme = theme
        apply_theme_to_app(self._app, theme)
        for window in self._windows:
            spread(window, theme)
        self.changed.emit(theme)
