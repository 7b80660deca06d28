"""A box to tick, with its words and, under them, small print: one of several that may all be true."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from walkcoach.ui.theme.icons import Icon, paint_icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, TARGET, Role, TypeRole
from walkcoach.ui.widgets.hand_toggled import HandToggled

_BOX_PX: Final = 24
_TALL: Final = 10_000


class Tick(HandToggled, QCheckBox):
    """A check box that paints itself, wraps, and can be pressed anywhere."""

    def __init__(self, text: str, small_print: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._small_print = small_print
        self._theme = Theme()
        self._ring = False
        self.hear_toggles()
        self.setAccessibleName(text)
        self.setAccessibleDescription(small_print)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def apply_theme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from `theme`."""
        self._theme = theme
        self.setFont(theme.font(TypeRole.STRONG))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words in one line, the small print below in as many as it takes."""
        width = self._indent() + QFontMetrics(self._theme.font(TypeRole.STRONG)).horizontalAdvance(self.text()) + SPACE_12
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        metrics = QFontMetrics(self._theme.font(TypeRole.STRONG))
        return QSize(self._indent() + max(map(metrics.horizontalAdvance, self.text().split())) + SPACE_12, TARGET)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at `width` pixels."""
        words, small = self._rooms(width)
        return max(TARGET, words.height() + small.height() + 2 * SPACE_8)

    def hitButton(self, pos: QPoint) -> bool:
        """Anywhere will do."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return ticks, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless it was the mouse."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, box, tick, words and small print."""
        colour = self._theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()), SPACE_8, SPACE_8)
        words, small = self._rooms(self.width())
        down = (self.heightForWidth(self.width()) - words.height() - small.height()) // 2
        line = QFontMetrics(self._theme.font(TypeRole.STRONG)).height()
        side = self._side()
        box = QRectF(SPACE_8 + 1, down + (line - side) / 2, side, side)
        edge = Role.EDGE if self.isEnabled() else Role.LINE
        painter.setPen(QPen(colour(Role.ACCENT if self.isChecked() else edge), 2))
        painter.setBrush(colour(Role.ACCENT if self.isChecked() else Role.CARD))
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            paint_icon(painter, Icon.CHECK, box.adjusted(3, 3, -3, -3), colour(Role.ON_ACCENT), 3.4)
        painter.setPen(colour(Role.INK if self.isEnabled() else Role.MUTED))
        painter.setFont(self._theme.font(TypeRole.STRONG))
        wrapped = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words.translated(0, down), wrapped, self.text())
        painter.setPen(colour(Role.MUTED))
        painter.setFont(self._theme.font(TypeRole.CAPTION))
        painter.drawText(small.translated(0, down + words.height()), wrapped, self._small_print)
        if self.hasFocus() and self._ring:
            painter.setPen(QPen(colour(Role.FOCUS), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), SPACE_8, SPACE_8)

    def _side(self) -> int:
        return self._theme.scaled(_BOX_PX)

    def _indent(self) -> int:
        return SPACE_8 + self._side() + SPACE_12

    def _rooms(self, width: int) -> tuple[QRect, QRect]:
        """Where words and small print go at `width`, both from the top."""
        room = QRect(self._indent(), 0, max(1, width - self._indent() - SPACE_12), _TALL)
        rooms = []
        for role, text in ((TypeRole.STRONG, self.text()), (TypeRole.CAPTION, self._small_print)):
            used = QFontMetrics(self._theme.font(role)).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
            rooms.append(QRect(room.left(), 0, room.width(), used if text else 0))
        return rooms[0], rooms[1]
