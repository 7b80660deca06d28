"""Words on a page: broken into lines that fit a width, measured, and drawn as text that can be selected."""

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from walkcoach.adapters.pdf.style import LINE, PT
from walkcoach.core.sheet import Item

_NARROWEST: Final = 0.2
"""No letter of running text is narrower, as a share of the font's size; a line of thinner ones is cut a little early."""


class Words:
    """A text of one size in a box `width` wide; `bold` letters at its begin are bold. It knows its height before it is drawn."""

    def __init__(
        self,
        text: str,
        font: QFont,
        colour: str,
        width: float,
        *,
        bold: QFont | None = None,
        bold_letters: int = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self.text = text
        self.colour = colour
        self.width = width
        self.size_pt = font.pixelSize() / PT
        self._layout = QTextLayout(text, font)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        if bold is not None and bold_letters:
            lead = QTextLayout.FormatRange()
            lead.start, lead.length = 0, bold_letters
            lead_format = QTextCharFormat()
            lead_format.setFont(bold)
            lead.format = lead_format
            self._layout.setFormats([lead])
        self.height = self._break(width, font.pixelSize() * LINE)

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    @property
    def natural_width(self) -> float:
        """How wide the widest line is."""
        return max((self._layout.lineAt(number).naturalTextWidth() for number in range(self.lines)), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        painter.setPen(QColor(self.colour))
        self._layout.draw(painter, QPointF(x, y))

    def split_at(self, height: float) -> int:
        """How many letters (UTF-16, as Qt counts) stand in the lines that fit into `height`."""
        letters = 0
        for number in range(self.lines):
            line = self._layout.lineAt(number)
            if line.y() + line.height() > height:
                break
            letters = line.textStart() + line.textLength()
        return letters

    def _break(self, width: float, line_high: float) -> float:
        y = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            high = max(line_high, line.height())
            line.setPosition(QPointF(0.0, y + (high - line.height()) / 2))
            y += high
        self._layout.endLayout()
        return y


def wide(text: str, font: QFont) -> float:
    """How wide `text` is in one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def item_words(item: Item, most_lines: int, fonts: tuple[QFont, QFont], colour: str, width: float) -> Words:
    """`item` in at most `most_lines` lines, with as many of its parts as fit; `fonts` are plain and bold.

    The lead is bold where parts follow it. It stays, however long it is.
    """
    font, bold = fonts
    lead = utf16_length(item.lead) if item.parts else 0

    def shown(parts: int) -> Words:
        return Words(item.shown(parts), font, colour, width, bold=bold, bold_letters=lead)

    room = int(most_lines * width / (_NARROWEST * font.pixelSize()))
    letters, most = len(item.lead), 0
    for part in item.parts:
        letters += len(part) + len(item.joint)
        if letters > room:
            break
        most += 1
    made = shown(most)
    if made.lines <= most_lines:
        return made
    fits, too_many = 0, most
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        fits, too_many = (middle, too_many) if shown(middle).lines <= most_lines else (fits, middle)
    return shown(fits)


def utf16_length(text: str) -> int:
    """How many letters Qt counts in `text`."""
    return len(text.encode("utf-16-le")) // 2
