"""From what the person chose and what the system shows to the scheme in force. Pure choice, no state."""

from PySide6.QtCore import Qt

from walkcoach.services.ports import ThemeChoice
from walkcoach.ui.theme.tokens import Scheme


def scheme_for(choice: ThemeChoice, system: Qt.ColorScheme) -> Scheme:
    """The scheme for `choice` while the system shows `system`; an unknown system counts as light."""
    dark = system is Qt.ColorScheme.Dark
    match choice:
        case ThemeChoice.LIGHT:
            return Scheme.LIGHT
        case ThemeChoice.DARK:
            return Scheme.DARK
        case ThemeChoice.CONTRAST:
            return Scheme.CONTRAST_DARK if dark else Scheme.CONTRAST_LIGHT
        case ThemeChoice.SYSTEM:
            return Scheme.DARK if dark else Scheme.LIGHT
