"""How a page looks: its papers, sizes, fonts and inks. Colours and font families are handed in by those who own them.

All lengths are in units of a tenth of a point, so that fonts of whole units measure alike on every device.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QPageSize

from walkcoach.core.sheet import Paper

PT: Final = 10
"""Units in a point."""
SMALLEST_PT: Final = 8.5
"""No letter on the page is smaller."""
BODY_SIZES_PT: Final = (10.5, 10.0, 9.5, 9.0, 8.5)
"""Sizes of the items, the largest that fits being taken."""
MARGIN_PT: Final = 36
LINE: Final = 1.28
"""Line height as a share of the font's size."""
WEIGHT: Final = 400
BOLD: Final = 650


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of the page as `#RRGGBB`, and the font's families. The ground is the paper."""

    ink: str
    muted: str
    line: str
    normal: str
    brisk: str
    families: tuple[str, ...]

    def font(self, size_pt: float, weight: int = WEIGHT) -> QFont:
        """A font of `size_pt`, whatever the program's own is: the figures of that one cannot be read out of a PDF.

        Figures that are all equally wide are other glyphs, for which Qt writes no letters.
        """
        font = QFont(list(self.families))  # named at once: else it would begin as the program's font
        font.setPixelSize(round(max(size_pt, SMALLEST_PT) * PT))
        # The file is one variable font: see `Theme.font_of`.
        font.setWeight(QFont.Weight(min(weight, QFont.Weight.DemiBold)))
        font.setVariableAxis(QFont.Tag("wght"), weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def page_size(paper: Paper) -> QPageSize:
    """The paper as Qt knows it."""
    return QPageSize({Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}[paper])


def size_of(paper: Paper) -> QSizeF:
    """Width and height of the paper in units."""
    return page_size(paper).size(QPageSize.Unit.Point) * float(PT)
