"""What stands where on a page: words, lines and bars, each with its place. A page is drawn by drawing them in order.

The order is that of reading, since that is the order in which a PDF without tags is read aloud and copied.
"""

from dataclasses import dataclass, field
from typing import Final, Protocol

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from walkcoach.adapters.pdf.style import PT
from walkcoach.adapters.pdf.text import Words

_HATCH_STEP: Final = 3.2 * PT
_HATCH_LINE: Final = 0.9 * PT


class Placed(Protocol):
    """A thing on a page."""

    @property
    def rect(self) -> QRectF:
        """The room that it takes, in units."""

    def draw(self, painter: QPainter) -> None:
        """Draw it; the painter's coordinates are units from the page's upper left corner."""


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Words at a place."""

    words: Words
    x: float
    y: float

    @property
    def rect(self) -> QRectF:
        """See `Placed`."""
        return QRectF(self.x, self.y, self.words.width, self.words.height)

    def draw(self, painter: QPainter) -> None:
        """See `Placed`."""
        self.words.draw(painter, self.x, self.y)


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A straight line, across or down."""

    line: QLineF
    colour: str
    thick: float

    @property
    def rect(self) -> QRectF:
        """See `Placed`."""
        return QRectF(self.line.p1(), self.line.p2()).normalized()

    def draw(self, painter: QPainter) -> None:
        """See `Placed`."""
        painter.setPen(QPen(QColor(self.colour), self.thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(self.line)


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A filled bar; a hatched one is told from a plain one without its colour, on a copy in black and white as well."""

    rect: QRectF
    colour: str
    hatched: bool = False

    def draw(self, painter: QPainter) -> None:
        """See `Placed`. The hatch is drawn line by line: a brush of a pattern would be a picture in a PDF."""
        if not self.hatched:
            painter.fillRect(self.rect, QColor(self.colour))
            return
        painter.setPen(QPen(QColor(self.colour), _HATCH_LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawRect(self.rect.adjusted(_HATCH_LINE / 2, _HATCH_LINE / 2, -_HATCH_LINE / 2, -_HATCH_LINE / 2))
        left, right, top, bottom = self.rect.left(), self.rect.right(), self.rect.top(), self.rect.bottom()
        sums = left + top + _HATCH_STEP  # a line from lower left to upper right has one x + y all along
        while sums < right + bottom:
            begin, end = max(left, sums - bottom), min(right, sums - top)
            painter.drawLine(QLineF(begin, sums - begin, end, sums - end))
            sums += _HATCH_STEP


@dataclass(slots=True)
class Flow:
    """Things placed one below the other, from `y` down, in a column that begins at `x` and is `width` wide."""

    x: float
    y: float
    width: float
    placed: list[Placed] = field(default_factory=list)

    def add(self, words: Words, indent: float = 0.0) -> None:
        """Words, and on below them."""
        self.placed.append(PlacedWords(words, self.x + indent, self.y))
        self.y += words.height

    def gap(self, height: float) -> None:
        """Some room."""
        self.y += height

    def put(self, thing: Placed) -> None:
        """A thing at a place of its own; what follows does not move."""
        self.placed.append(thing)
