"""Colours by role, type sizes and spaces as plain data. No Qt here, so that contrast can be tested without a window.

Widgets know roles only. Every pair that is ever drawn one on the other is declared below and measured by a test.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Scheme(StrEnum):
    """The looks there are."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast_light"
    CONTRAST_DARK = "contrast_dark"

    @property
    def dark(self) -> bool:
        """Whether it is light ink on a dark ground."""
        return self in (Scheme.DARK, Scheme.CONTRAST_DARK)


class Role(StrEnum):
    """What a colour is for.

    `LINE` only decorates, and so does `GRID` behind the marks of a chart, which keep 3:1 from it; `EDGE` outlines what can be
    pressed or filled in and keeps 3:1. The `WALK_` roles belong to the page that is wholly in the colour of the pace: `_DEEP`
    its darker controls and the normal stretches of its strip.
    """

    WINDOW = "window"
    CARD = "card"
    LINE = "line"
    GRID = "grid"
    EDGE = "edge"
    INK = "ink"
    MUTED = "muted"
    FAINT = "faint"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ON_ACCENT = "on_accent"
    SOFT_ACCENT = "soft_accent"
    HOVER = "hover"
    NORMAL = "normal"
    ON_NORMAL = "on_normal"
    BRISK = "brisk"
    ON_BRISK = "on_brisk"
    BRISK_HATCH = "brisk_hatch"
    CAUTION = "caution"
    SOFT_CAUTION = "soft_caution"
    DANGER = "danger"
    DANGER_HOVER = "danger_hover"
    ON_DANGER = "on_danger"
    SOFT_DANGER = "soft_danger"
    FOCUS = "focus"
    WALK_NORMAL = "walk_normal"
    WALK_NORMAL_DEEP = "walk_normal_deep"
    WALK_BRISK = "walk_brisk"
    WALK_BRISK_DEEP = "walk_brisk_deep"
    WALK_INK = "walk_ink"


_WALK: Final = (
    (Role.WALK_NORMAL, "#1B6266"),
    (Role.WALK_NORMAL_DEEP, "#134447"),
    (Role.WALK_BRISK, "#B04A10"),
    (Role.WALK_BRISK_DEEP, "#7A3109"),
    (Role.WALK_INK, "#FFFFFF"),
)
"""The same in light and dark: the page is one colour, seen from across the room."""

_LIGHT: Final = (
    (Role.WINDOW, "#F5F4EF"),
    (Role.CARD, "#FFFFFF"),
    (Role.LINE, "#E1E0D8"),
    (Role.GRID, "#E1E0D8"),
    (Role.EDGE, "#838C87"),
    (Role.INK, "#1C2321"),
    (Role.MUTED, "#5A6561"),
    (Role.FAINT, "#ECEBE4"),
    (Role.ACCENT, "#1E6B52"),
    (Role.ACCENT_HOVER, "#175642"),
    (Role.ON_ACCENT, "#FFFFFF"),
    (Role.SOFT_ACCENT, "#E4F0EA"),
    (Role.HOVER, "#EFEEE7"),
    (Role.NORMAL, "#23767A"),
    (Role.ON_NORMAL, "#FFFFFF"),
    (Role.BRISK, "#BE5113"),
    (Role.ON_BRISK, "#FFFFFF"),
    (Role.BRISK_HATCH, "#DE9F7C"),
    (Role.CAUTION, "#8A5A00"),
    (Role.SOFT_CAUTION, "#FFF1D1"),
    (Role.DANGER, "#A12B2B"),
    (Role.DANGER_HOVER, "#832121"),
    (Role.ON_DANGER, "#FFFFFF"),
    (Role.SOFT_DANGER, "#FBE9E7"),
    (Role.FOCUS, "#1C2321"),
    *_WALK,
)

_DARK: Final = (
    (Role.WINDOW, "#12181A"),
    (Role.CARD, "#1B2426"),
    (Role.LINE, "#2C3739"),
    (Role.GRID, "#2C3739"),
    (Role.EDGE, "#75837F"),
    (Role.INK, "#EDF2F0"),
    (Role.MUTED, "#A6B2AE"),
    (Role.FAINT, "#28322F"),
    (Role.ACCENT, "#62C8A6"),
    (Role.ACCENT_HOVER, "#7FD8BA"),
    (Role.ON_ACCENT, "#06251B"),
    (Role.SOFT_ACCENT, "#1E3A32"),
    (Role.HOVER, "#243032"),
    (Role.NORMAL, "#5BBDBB"),
    (Role.ON_NORMAL, "#062426"),
    (Role.BRISK, "#F59C5E"),
    (Role.ON_BRISK, "#2E1400"),
    (Role.BRISK_HATCH, "#FFCBA6"),
    (Role.CAUTION, "#FFCF70"),
    (Role.SOFT_CAUTION, "#3C3013"),
    (Role.DANGER, "#F2A09A"),
    (Role.DANGER_HOVER, "#F7BBB6"),
    (Role.ON_DANGER, "#3A1210"),
    (Role.SOFT_DANGER, "#43211F"),
    (Role.FOCUS, "#EDF2F0"),
    *_WALK,
)

_CONTRAST_LIGHT: Final = (
    *_LIGHT,
    (Role.WINDOW, "#FFFFFF"),
    (Role.LINE, "#1C2321"),
    (Role.GRID, "#C4CAC7"),
    (Role.EDGE, "#000000"),
    (Role.INK, "#000000"),
    (Role.MUTED, "#2B322F"),
    (Role.ACCENT, "#004A35"),
    (Role.ACCENT_HOVER, "#003324"),
    (Role.NORMAL, "#0B5054"),
    (Role.BRISK, "#8F3600"),
    (Role.BRISK_HATCH, "#FFFFFF"),
    (Role.CAUTION, "#5F3D00"),
    (Role.DANGER, "#7D1414"),
    (Role.DANGER_HOVER, "#5C0C0C"),
    (Role.FOCUS, "#000000"),
    (Role.WALK_NORMAL, "#0B4A4E"),
    (Role.WALK_NORMAL_DEEP, "#042D30"),
    (Role.WALK_BRISK, "#8A3605"),
    (Role.WALK_BRISK_DEEP, "#551F00"),
)

_CONTRAST_DARK: Final = (
    *_DARK,
    (Role.WINDOW, "#000000"),
    (Role.CARD, "#000000"),
    (Role.LINE, "#C9D2CF"),
    (Role.GRID, "#46524F"),
    (Role.EDGE, "#FFFFFF"),
    (Role.INK, "#FFFFFF"),
    (Role.MUTED, "#DCE4E1"),
    (Role.FAINT, "#2B3533"),
    (Role.ACCENT, "#8AF0CC"),
    (Role.ACCENT_HOVER, "#B3F7E0"),
    (Role.SOFT_ACCENT, "#12332A"),
    (Role.HOVER, "#1F2A28"),
    (Role.NORMAL, "#7FE3E0"),
    (Role.BRISK, "#FFB27A"),
    (Role.BRISK_HATCH, "#5A2400"),
    (Role.CAUTION, "#FFDD92"),
    (Role.SOFT_CAUTION, "#2B2108"),
    (Role.DANGER, "#FFB8B2"),
    (Role.DANGER_HOVER, "#FFD2CE"),
    (Role.SOFT_DANGER, "#381614"),
    (Role.FOCUS, "#FFFFFF"),
    (Role.WALK_NORMAL, "#0B4A4E"),
    (Role.WALK_NORMAL_DEEP, "#042D30"),
    (Role.WALK_BRISK, "#8A3605"),
    (Role.WALK_BRISK_DEEP, "#551F00"),
)

_COLOURS: Final[Mapping[Scheme, Mapping[Role, str]]] = MappingProxyType(
    {
        Scheme.LIGHT: MappingProxyType(dict(_LIGHT)),
        Scheme.DARK: MappingProxyType(dict(_DARK)),
        Scheme.CONTRAST_LIGHT: MappingProxyType(dict(_CONTRAST_LIGHT)),
        Scheme.CONTRAST_DARK: MappingProxyType(dict(_CONTRAST_DARK)),
    }
)


def colours(scheme: Scheme) -> Mapping[Role, str]:
    """Each role's colour in `scheme`, as `#RRGGBB`."""
    return _COLOURS[scheme]


TEXT_PAIRS: Final = (
    (Role.INK, Role.WINDOW),
    (Role.INK, Role.CARD),
    (Role.INK, Role.HOVER),
    (Role.INK, Role.FAINT),
    (Role.INK, Role.SOFT_ACCENT),
    (Role.INK, Role.SOFT_CAUTION),
    (Role.INK, Role.SOFT_DANGER),
    (Role.MUTED, Role.WINDOW),
    (Role.MUTED, Role.CARD),
    (Role.MUTED, Role.HOVER),
    (Role.MUTED, Role.SOFT_ACCENT),
    (Role.ACCENT, Role.WINDOW),
    (Role.ACCENT, Role.CARD),
    (Role.ACCENT, Role.HOVER),
    (Role.ACCENT, Role.SOFT_ACCENT),
    (Role.ON_ACCENT, Role.ACCENT),
    (Role.ON_ACCENT, Role.ACCENT_HOVER),
    (Role.NORMAL, Role.CARD),
    (Role.ON_NORMAL, Role.NORMAL),
    (Role.BRISK, Role.CARD),
    (Role.ON_BRISK, Role.BRISK),
    (Role.CAUTION, Role.CARD),
    (Role.CAUTION, Role.SOFT_CAUTION),
    (Role.DANGER, Role.WINDOW),
    (Role.DANGER, Role.CARD),
    (Role.DANGER, Role.HOVER),
    (Role.DANGER, Role.SOFT_DANGER),
    (Role.ON_DANGER, Role.DANGER),
    (Role.ON_DANGER, Role.DANGER_HOVER),
    (Role.WINDOW, Role.INK),
    (Role.WALK_INK, Role.WALK_NORMAL),
    (Role.WALK_INK, Role.WALK_NORMAL_DEEP),
    (Role.WALK_INK, Role.WALK_BRISK),
    (Role.WALK_INK, Role.WALK_BRISK_DEEP),
    (Role.WALK_NORMAL, Role.WALK_INK),
    (Role.WALK_BRISK, Role.WALK_INK),
)
"""(text, ground): 4.5:1 or better in every scheme."""

MARK_PAIRS: Final = (
    (Role.EDGE, Role.WINDOW),
    (Role.EDGE, Role.CARD),
    (Role.FOCUS, Role.WINDOW),
    (Role.FOCUS, Role.CARD),
    (Role.FOCUS, Role.SOFT_CAUTION),
    (Role.FOCUS, Role.SOFT_ACCENT),
    (Role.ACCENT, Role.WINDOW),
    (Role.ACCENT, Role.CARD),
    (Role.NORMAL, Role.WINDOW),
    (Role.NORMAL, Role.CARD),
    (Role.BRISK, Role.WINDOW),
    (Role.BRISK, Role.CARD),
    *((mark, Role.GRID) for mark in (Role.INK, Role.MUTED, Role.ACCENT, Role.NORMAL, Role.BRISK)),
    (Role.CAUTION, Role.SOFT_CAUTION),
    (Role.DANGER, Role.SOFT_DANGER),
    (Role.WALK_INK, Role.WALK_NORMAL),
    (Role.WALK_INK, Role.WALK_BRISK),
)
"""(mark, ground) of bars, outlines, focus rings and icons: 3:1 or better in every scheme."""


class TypeRole(StrEnum):
    """What a piece of text is for. `FIGURE` is the day's minutes; `CLOCK` is sized by its own widget."""

    CAPTION = "caption"
    CAPTION_STRONG = "caption_strong"
    BODY = "body"
    STRONG = "strong"
    LEAD = "lead"
    LEAD_STRONG = "lead_strong"
    HEADING = "heading"
    TITLE = "title"
    PAGE = "page"
    FIGURE = "figure"


BODY_PX: Final = 17
"""The size of body text at 100 %: 12.75 pt."""
FONT_FAMILIES: Final = ("Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next Extended")
"""The font, and the same font's further Latin letters. Two files of one family name hide each other in Qt: hence two names."""

TYPE_SCALE: Final[Mapping[TypeRole, tuple[float, int]]] = MappingProxyType(
    {
        TypeRole.CAPTION: (0.82, 450),
        TypeRole.CAPTION_STRONG: (0.82, 600),
        TypeRole.BODY: (1.0, 400),
        TypeRole.STRONG: (1.0, 600),
        TypeRole.LEAD: (1.12, 400),
        TypeRole.LEAD_STRONG: (1.12, 650),
        TypeRole.HEADING: (1.0, 650),
        TypeRole.TITLE: (1.36, 700),
        TypeRole.PAGE: (1.81, 700),
        TypeRole.FIGURE: (5.3, 800),
    }
)
"""(size as a share of body text, weight)."""

SPACE_4: Final = 4
SPACE_8: Final = 8
SPACE_12: Final = 12
SPACE_16: Final = 16
SPACE_24: Final = 24
SPACE_32: Final = 32
"""The only distances there are, in pixels; they do not grow with the text."""

RADIUS_CONTROL: Final = 9
RADIUS_CARD: Final = 14
TARGET: Final = 44
"""The least height and width of what can be pressed, in pixels."""
