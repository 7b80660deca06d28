"""A theme: one scheme at one text size, handed down to every widget that paints or sizes itself.

Widgets take what they need from it in `apply_theme` and never ask anybody which theme is in force.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from walkcoach.ui.theme.tokens import BODY_PX, FONT_FAMILIES, TYPE_SCALE, Role, Scheme, TypeRole, colours


@dataclass(frozen=True, slots=True)
class Theme:
    """A scheme and a text size in percent, from 100 to 200."""

    scheme: Scheme = Scheme.LIGHT
    text_percent: int = 100

    def colour(self, role: Role) -> QColor:
        """The colour of `role`."""
        return QColor(colours(self.scheme)[role])

    def font(self, role: TypeRole) -> QFont:
        """The font of `role` at this text size, its figures all equally wide."""
        share, weight = TYPE_SCALE[role]
        return self.font_of(self.scaled(BODY_PX * share), weight)

    def font_of(self, pixels: int, weight: int) -> QFont:
        """A font of just this height in `pixels`, for the clock and other figures that fill their room."""
        font = QFont()
        font.setFamilies(FONT_FAMILIES)
        font.setPixelSize(max(1, pixels))
        # The file is one variable font: Qt leaves its weight alone unless the axis is set, and smears it from bold (700) on.
        font.setWeight(QFont.Weight(min(weight, QFont.Weight.DemiBold)))
        font.setVariableAxis(QFont.Tag("wght"), weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def scaled(self, px: float) -> int:
        """`px` of 100 % text as it is at this text size."""
        return round(px * self.text_percent / 100)


def spread(widget: QWidget, theme: Theme) -> None:
    """Hand `theme` to `widget` and to everything in it that has an `apply_theme` to take it, outermost first.

    Each is polished before: a widget that was never shown would otherwise take back its old font when it is, since a
    stylesheet that is laid over the program remembers the fonts that it met.
    """
    for each in (widget, *widget.findChildren(QWidget)):
        each.ensurePolished()
        apply_theme = getattr(each, "apply_theme", None)
        if apply_theme is not None:
            apply_theme(theme)
