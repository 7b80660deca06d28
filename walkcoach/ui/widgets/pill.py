"""A pill: an answer of a choice row, or one of several things that may all be chosen. How it is measured, painted and met."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from walkcoach.ui.theme.icons import Icon, paint_icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, TARGET, Role, TypeRole
from walkcoach.ui.widgets.hand_toggled import HandToggled

_SLACK_PX: Final = 4
_CHECK_PX: Final = 12
"""The side of the check mark; it stands in the padding, so that choosing moves no word."""


class Pill(HandToggled):
    """To be mixed in before the Qt class of a checkable button; `begin` belongs into `__init__`. A checked one has a tick."""

    _ring = False

    def begin(self) -> None:
        """Take the first look, and begin to tell toggles as clicks."""
        self.hear_toggles()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.apply_theme(Theme())

    def apply_theme(self, theme: Theme) -> None:
        """Take font, size and colours from `theme`."""
        self._theme = theme
        self.setFont(theme.font(TypeRole.STRONG))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words in one line."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        width = max(TARGET, words + 2 * _padding(self._theme) + _SLACK_PX)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        metrics = QFontMetrics(self.font())
        word = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(max(TARGET, word + 2 * _padding(self._theme) + _SLACK_PX), _least_height(self._theme))

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at `width`, with the words wrapped."""
        room = QRect(0, 0, max(1, width - 2 * _padding(self._theme)), 10_000)
        text = QFontMetrics(self.font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return max(_least_height(self._theme), text.height() + 2 * SPACE_12)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole pill can be pressed."""
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless it was the mouse."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        _paint(self, self._theme, ring=self.hasFocus() and self._ring)


def _paint(button: QAbstractButton, theme: Theme, *, ring: bool) -> None:
    """Paint `button`, filled and with a check mark while it is checked, with a focus ring if `ring`."""
    colour = theme.colour
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(button.rect()).adjusted(1, 1, -1, -1)
    radius = min(box.height(), _least_height(theme) - 2) / 2
    chosen = button.isChecked()
    under = Role.HOVER if button.underMouse() and button.isEnabled() else Role.CARD
    edge = Role.EDGE if button.isEnabled() else Role.LINE
    painter.setPen(QPen(colour(Role.ACCENT if chosen else edge), 2))
    painter.setBrush(colour(Role.ACCENT if chosen else under))
    painter.drawRoundedRect(box, radius, radius)
    if ring:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = 3.5 if chosen else 0.5
        painter.setPen(QPen(colour(Role.ON_ACCENT if chosen else Role.FOCUS), 2.5 if chosen else 3))
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
    if chosen:
        mirrored = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = theme.scaled(_CHECK_PX)
        left = button.width() - _padding(theme) if mirrored else SPACE_8
        check = QRectF(left, (button.height() - side) / 2, side, side)
        paint_icon(painter, Icon.CHECK, check, colour(Role.ON_ACCENT), 3.4)
    painter.setPen(colour(Role.ON_ACCENT if chosen else Role.INK if button.isEnabled() else Role.MUTED))
    painter.setFont(button.font())
    words = button.rect().adjusted(SPACE_12, 0, -SPACE_12, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), button.text())
    painter.end()


def _padding(theme: Theme) -> int:
    """Beside the words, left and right: room for the check mark."""
    return SPACE_8 + theme.scaled(_CHECK_PX)


def _least_height(theme: Theme) -> int:
    return max(TARGET, theme.scaled(TARGET))
