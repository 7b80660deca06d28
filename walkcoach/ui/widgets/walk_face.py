"""What is read across the room: the pace as a word with its mark, the clock as large as fits, and what comes next.

All figures are equally wide, so that from one second to the next only the figures that changed are painted anew.
"""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.ui.theme.icons import Icon, paint_icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role
from walkcoach.ui.widgets.painted import PaintedShape

_HEAVY: Final = 800
_TITLE_SHARE: Final = 0.17
"""Height of the word, of the height there is."""
_LINE_SHARE: Final = 0.08
_LEAST_LINE_PX: Final = 19
_ASIDE_SHARE: Final = 0.6
"""Height of what stands beside the word, of the word's."""
_ASIDE_GAP: Final = 0.9
"""Between the two at the least, of the height of the word's capitals."""
_GAP_SHARE: Final = 0.105
_PROBE_PX: Final = 200
_DIMMED: Final = 0.62
_FIGURES: Final = "0123456789"


@dataclass(frozen=True, slots=True)
class FaceWords:
    """The word, its mark (None: none), the figures, and the line below. `dimmed`: the figures stand still.

    `aside` stands at the end of the word's line, smaller: how fast that is.
    """

    title: str = ""
    mark: Icon | None = None
    figures: str = ""
    line: str = ""
    dimmed: bool = False
    aside: str = ""

    @property
    def spoken(self) -> str:
        """All of it in one line, for screen readers."""
        figures = f"{self.title.capitalize()}: {self.figures}"
        if self.mark is Icon.CHECK:  # the figures count what the line names
            return f"{figures} {self.line}"
        return ", ".join(part for part in (figures, self.aside, self.line) if part)


@dataclass(frozen=True, slots=True)
class _Places:
    """Fonts and baselines for the words shown, and each figure's left edge (one more than there are figures)."""

    title_font: QFont
    title_base: float
    title_cap: float
    aside_font: QFont
    clock_font: QFont
    clock_base: float
    clock_cap: float
    edges: tuple[float, ...]
    line_font: QFont
    line_room: QRectF


class WalkFace(PaintedShape):
    """The three lines, on whatever ground the page has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._words = FaceWords()
        self._places: _Places | None = None

    @property
    def words(self) -> FaceWords:
        """What is shown."""
        return self._words

    @property
    def title_width(self) -> float:
        """How wide the word's line is drawn, in pixels: word, mark, what stands aside and the least gap before it."""
        places = self._places or self._fit()
        wide = QFontMetricsF(places.title_font).horizontalAdvance(self._words.title)
        wide += 1.25 * 1.45 * places.title_cap if self._words.mark is not None else 0
        if self._words.aside:
            wide += QFontMetricsF(places.aside_font).horizontalAdvance(self._words.aside) + _ASIDE_GAP * places.title_cap / 2
        return wide

    def show_words(self, words: FaceWords) -> None:
        """Show these; where only figures changed, only they are painted."""
        old, self._words = self._words, words
        if old == words:
            return
        same_frame = replace(old, figures="") == replace(words, figures="")
        if not same_frame or _shape(old.figures) != _shape(words.figures) or self._places is None:
            self._places = None
            self.update()
            return
        for place, (before, now) in enumerate(zip(old.figures, words.figures, strict=True)):
            if before != now:
                self.update(self._figure_room(self._places, place))

    def apply_theme(self, theme: Theme) -> None:
        """Take font and least sizes from `theme`."""
        self._places = None
        super().apply_theme(theme)

    def sizeHint(self) -> QSize:
        """It takes all that it can get."""
        return QSize(640, 420)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a window beside a video."""
        return QSize(160, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self._places = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies in the part that is to be painted."""
        if self._places is None:
            self._places = self._fit()
        places = self._places
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.theme.colour(Role.WALK_INK)
        painter.setPen(ink)
        dirty = event.region()
        painter.setFont(places.title_font)
        painter.drawText(QPointF(0, places.title_base), self._words.title)
        if self._words.mark is not None:
            side = places.title_cap * 1.25
            left = QFontMetricsF(places.title_font).horizontalAdvance(self._words.title) + side * 0.45
            box = QRectF(left, places.title_base - places.title_cap / 2 - side / 2, side, side)
            paint_icon(painter, self._words.mark, box, ink, 3.6)
        if self._words.aside:
            painter.setFont(places.aside_font)
            left = self.width() - QFontMetricsF(places.aside_font).horizontalAdvance(self._words.aside)
            painter.drawText(QPointF(left, places.title_base), self._words.aside)
        painter.setFont(places.line_font)
        painter.drawText(places.line_room, int(Qt.TextFlag.TextWordWrap), self._words.line)
        painter.setFont(places.clock_font)
        painter.setOpacity(_DIMMED if self._words.dimmed else 1.0)
        for place, figure in enumerate(self._words.figures):
            room = self._figure_room(places, place)
            if dirty.intersects(room):
                wide = places.edges[place + 1] - places.edges[place]
                inset = (wide - QFontMetricsF(places.clock_font).horizontalAdvance(figure)) / 2
                painter.drawText(QPointF(places.edges[place] + inset, places.clock_base), figure)

    def _fit(self) -> _Places:
        """The largest figures for which word and line still have their room."""
        width, height = float(self.width()), float(self.height())
        title_px = max(self.theme.scaled(_LEAST_LINE_PX + 4), height * _TITLE_SHARE)
        probe = QFontMetricsF(self.theme.font_of(_PROBE_PX, _HEAVY))
        title_wide = probe.horizontalAdvance(self._words.title) / _PROBE_PX
        if self._words.mark is not None:
            title_wide += 1.25 * 1.45 * probe.capHeight() / _PROBE_PX
        if self._words.aside:
            aside_wide = probe.horizontalAdvance(self._words.aside) * _ASIDE_SHARE
            title_wide += (aside_wide + _ASIDE_GAP * probe.capHeight()) / _PROBE_PX
        title_px = min(title_px, width / max(0.1, title_wide))
        title_cap = title_px * probe.capHeight() / _PROBE_PX
        line_font = self.theme.font_of(max(self.theme.scaled(_LEAST_LINE_PX), round(height * _LINE_SHARE)), 500)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        line_high = QFontMetricsF(line_font).boundingRect(QRectF(0, 0, width, height), wrapped, self._words.line).height()
        gap = height * _GAP_SHARE
        per_px = [self._advance(probe, figure) / _PROBE_PX for figure in self._words.figures]
        cap_per_px = probe.capHeight() / _PROBE_PX
        # Not `leftBearing`: that knows nothing of the font's weight and of its equally wide figures.
        bearing = (min(probe.tightBoundingRect(figure).left() for figure in _FIGURES) - 1) / _PROBE_PX
        clock_room = max(20.0, height - title_cap - line_high - 2 * gap)
        clock_px = min(width / max(0.1, sum(per_px) - bearing), clock_room / cap_per_px)
        clock_cap = clock_px * cap_per_px
        spare = max(0.0, height - title_cap - clock_cap - line_high - 2 * gap)
        gap += spare / 8
        top = max(0.0, (height - title_cap - clock_cap - line_high - 2 * gap) / 2)
        edges = [-bearing * clock_px]
        for share in per_px:
            edges.append(edges[-1] + share * clock_px)
        clock_base = top + title_cap + gap + clock_cap
        return _Places(
            self.theme.font_of(int(title_px), _HEAVY),
            top + title_cap,
            title_cap,
            self.theme.font_of(int(title_px * _ASIDE_SHARE), _HEAVY),
            self.theme.font_of(int(clock_px), _HEAVY),
            clock_base,
            clock_cap,
            tuple(edges),
            line_font,
            QRectF(0, clock_base + gap, width, line_high + 4),
        )

    def _advance(self, probe: QFontMetricsF, figure: str) -> float:
        return probe.horizontalAdvance("0" if figure.isdigit() else figure)

    def _figure_room(self, places: _Places, place: int) -> QRect:
        left, right = places.edges[place], places.edges[place + 1]
        over = places.clock_cap * 0.06
        return QRectF(left, places.clock_base - places.clock_cap - over, right - left, places.clock_cap + 2 * over).toAlignedRect()


def _shape(figures: str) -> str:
    """The figures with each replaced by a nought: what decides the places."""
    return "".join("0" if figure.isdigit() else figure for figure in figures)
