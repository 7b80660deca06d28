"""The one biggest thing on the Today page: a figure, what it counts, and how much of it is brisk.

All on one line where there is room, else below each other. To a screen reader it is one sentence.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from walkcoach.ui.theme.icons import Icon, paint_icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24, Role, TypeRole

_FIGURE_PX: Final = 92
_FIGURE_WEIGHT: Final = 800


class DayFigure(QLabel):
    """A large figure with its words; `brisk` is said in the brisk colour with its ››, `aside` behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._figure = ""
        self._words = ""
        self._brisk = ""
        self._aside = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_figure(self, figure: str, words: str, brisk: str = "", aside: str = "") -> None:
        """Show these."""
        self._figure, self._words, self._brisk, self._aside = figure, words, brisk, aside
        said = f"{figure} {words}"
        behind = " ".join(part for part in (brisk, aside) if part)
        self.setText(f"{said}, {behind}" if behind else said)
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take fonts and colours from `theme`."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All on one line."""
        width = round(self._left_width() + SPACE_24 + self._right_width()) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part; how high that makes it, `heightForWidth` says."""
        widths = (self._width(self._figure_font(), self._figure), self._words_width(), self._right_width())
        return QSize(round(max(widths)) + 2, round(self._figure_height()))

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at `width`."""
        height = self._figure_height()
        if self._left_width() > width:
            height += QFontMetricsF(self._words_font()).height()
        if self._behind_below(width):
            height += self._line() + SPACE_12
        return round(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw figure, words and what is behind them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        baseline = self._figure_height() - SPACE_8
        ink = self._theme.colour(Role.INK)
        self._write(painter, QPointF(0, baseline), self._figure_font(), ink_role=Role.INK, text=self._figure)
        painter.setPen(ink)
        if self._left_width() <= self.width():
            x = self._width(self._figure_font(), self._figure) + SPACE_16
            self._write(painter, QPointF(x, baseline), self._words_font(), Role.INK, self._words)
        else:
            baseline += QFontMetricsF(self._words_font()).height()
            self._write(painter, QPointF(0, baseline), self._words_font(), Role.INK, self._words)
        if self._behind_below(self.width()):
            self._write_behind(painter, 0, baseline + self._line() + SPACE_12)
        else:
            self._write_behind(painter, self.width() - self._right_width(), baseline)

    def _write(self, painter: QPainter, at: QPointF, font: QFont, ink_role: Role, text: str) -> None:
        painter.setPen(self._theme.colour(ink_role))
        painter.setFont(font)
        painter.drawText(at, text)

    def _write_behind(self, painter: QPainter, x: float, baseline: float) -> None:
        if self._brisk:
            strong = self._theme.font(TypeRole.HEADING)
            self._write(painter, QPointF(x, baseline), strong, Role.BRISK, self._brisk)
            x += self._width(strong, self._brisk) + SPACE_8 / 2
            side = self._mark_side()
            mark = QRectF(x, baseline - side * 0.84, side, side)
            paint_icon(painter, Icon.BRISK, mark, self._theme.colour(Role.BRISK), 3)
            x += side + SPACE_8
        self._write(painter, QPointF(x, baseline), self._theme.font(TypeRole.BODY), Role.MUTED, self._aside)

    def _figure_font(self) -> QFont:
        """It grows half as fast as the text: it is large enough already."""
        return self._theme.font_of(round(_FIGURE_PX * (1 + (self._theme.text_percent - 100) / 200)), _FIGURE_WEIGHT)

    def _words_font(self) -> QFont:
        return self._theme.font(TypeRole.PAGE)

    def _figure_height(self) -> float:
        return QFontMetricsF(self._figure_font()).capHeight() + 2 * SPACE_8

    def _line(self) -> float:
        return QFontMetricsF(self._theme.font(TypeRole.HEADING)).height()

    def _mark_side(self) -> float:
        return self._theme.scaled(17)

    def _left_width(self) -> float:
        return self._width(self._figure_font(), self._figure) + SPACE_16 + self._words_width()

    def _words_width(self) -> float:
        return self._width(self._words_font(), self._words)

    def _right_width(self) -> float:
        brisk = 0.0
        if self._brisk:
            brisk = self._width(self._theme.font(TypeRole.HEADING), self._brisk) + SPACE_12 + self._mark_side()
        return brisk + self._width(self._theme.font(TypeRole.BODY), self._aside)

    def _behind_below(self, width: int) -> bool:
        """Whether brisk part and aside have to go on a line of their own."""
        return bool(self._brisk or self._aside) and self._left_width() + SPACE_24 + self._right_width() > width

    @staticmethod
    def _width(font: QFont, text: str) -> float:
        return QFontMetricsF(font).horizontalAdvance(text)
