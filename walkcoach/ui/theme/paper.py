"""The colours and fonts of what is printed: those of the light look, whatever the window wears."""

from walkcoach.ui.theme.tokens import FONT_FAMILIES, Role, Scheme, colours


def paper_inks() -> tuple[str, str, str, str, str, tuple[str, ...]]:
    """Ink, muted ink, thin lines, normal pace, brisk pace as `#RRGGBB`, and the font's families."""
    ink = colours(Scheme.LIGHT)
    return ink[Role.INK], ink[Role.MUTED], ink[Role.LINE], ink[Role.NORMAL], ink[Role.BRISK], FONT_FAMILIES


def paper_ground() -> str:
    """The paper itself, as `#RRGGBB`."""
    return colours(Scheme.LIGHT)[Role.CARD]
