"""The theme, laid over the whole program: fonts, Fusion, palette and stylesheet.

The palette is wholly ours (the system's colour scheme is only asked which of ours to take), and `Highlight` is set beside
`Accent`, since Fusion draws sliders and progress bars from it.
"""

from pathlib import Path
from typing import Final

from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from walkcoach.ui.theme.sheet import stylesheet
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role, TypeRole

STYLE: Final = "fusion"
"""What of Qt's own styles lies below."""
_ROLES: Final = (
    (QPalette.ColorRole.Window, Role.WINDOW),
    (QPalette.ColorRole.WindowText, Role.INK),
    (QPalette.ColorRole.Base, Role.CARD),
    (QPalette.ColorRole.AlternateBase, Role.WINDOW),
    (QPalette.ColorRole.Text, Role.INK),
    (QPalette.ColorRole.PlaceholderText, Role.MUTED),
    (QPalette.ColorRole.Button, Role.CARD),
    (QPalette.ColorRole.ButtonText, Role.INK),
    (QPalette.ColorRole.BrightText, Role.DANGER),
    (QPalette.ColorRole.Highlight, Role.ACCENT),
    (QPalette.ColorRole.Accent, Role.ACCENT),
    (QPalette.ColorRole.HighlightedText, Role.ON_ACCENT),
    (QPalette.ColorRole.Link, Role.ACCENT),
    (QPalette.ColorRole.LinkVisited, Role.ACCENT),
    (QPalette.ColorRole.ToolTipBase, Role.INK),
    (QPalette.ColorRole.ToolTipText, Role.WINDOW),
    (QPalette.ColorRole.Light, Role.CARD),
    (QPalette.ColorRole.Midlight, Role.FAINT),
    (QPalette.ColorRole.Mid, Role.EDGE),
    (QPalette.ColorRole.Dark, Role.EDGE),
    (QPalette.ColorRole.Shadow, Role.LINE),
)


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Load every font file in `folder`; returns the families that they hold. A missing folder loads nothing."""
    families: dict[str, None] = {}
    for file in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        if number >= 0:
            families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number)))
    return tuple(families)


def palette(theme: Theme) -> QPalette:
    """The palette of `theme`; what is disabled is muted."""
    made = QPalette()
    for qt_role, role in _ROLES:
        made.setColor(qt_role, theme.colour(role))
    for qt_role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, qt_role, theme.colour(Role.EDGE))
    return made


def apply_theme_to_app(app: QApplication, theme: Theme, *, styled: bool = False) -> None:
    """Lay `theme` over `app`, which is `styled` with `STYLE` already or is to be. Painted widgets are told by `theme.spread`."""
    if not styled and not app.styleSheet():  # the first time; under a stylesheet a style no longer tells its name
        app.setStyle(STYLE)
    app.setPalette(palette(theme))
    app.setFont(theme.font(TypeRole.BODY))
    app.setStyleSheet(stylesheet(theme))


def wears(app: QApplication, theme: Theme) -> bool:
    """Whether `theme` lies over `app` already."""
    return app.font().pixelSize() == theme.font(TypeRole.BODY).pixelSize() and app.styleSheet() == stylesheet(theme)
