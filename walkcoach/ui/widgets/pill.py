"""How a pill is measured and painted: an answer of a choice row, or one of several things that may all be chosen."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from walkcoach.ui.theme.icons import Icon, paint_icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, TARGET, Role

_SLACK_PX: Final = 4
_CHECK_PX: Final = 12
"""The side of the check mark; it stands in the padding, so that choosing moves no word."""


def pill_hint(button: QAbstractButton, theme: Theme) -> QSize:
    """The size of `button` with its words in one line."""
    width = max(TARGET, QFontMetrics(button.font()).horizontalAdvance(button.text()) + 2 * _padding(theme) + _SLACK_PX)
    return QSize(width, pill_height(button, theme, width))


def pill_minimum(button: QAbstractButton, theme: Theme) -> QSize:
    """The least size of `button`: room for the longest word."""
    metrics = QFontMetrics(button.font())
    word = max((metrics.horizontalAdvance(word) for word in button.text().split()), default=0)
    return QSize(max(TARGET, word + 2 * _padding(theme) + _SLACK_PX), _least_height(theme))


def pill_height(button: QAbstractButton, theme: Theme, width: int) -> int:
    """The height of `button` at `width`, with its words wrapped."""
    room = QRect(0, 0, max(1, width - 2 * _padding(theme)), 10_000)
    text = QFontMetrics(button.font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), button.text())
    return max(_least_height(theme), text.height() + 2 * SPACE_12)


def paint_pill(button: QAbstractButton, theme: Theme, *, ring: bool) -> None:
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
