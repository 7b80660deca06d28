"""The rail at the window's edge: the program's name and one entry a page. With large text the words go under the icons."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from walkcoach.ui.theme.icons import Icon, paint_icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_12, SPACE_16, TARGET, Role, TypeRole
from walkcoach.ui.widgets.hand_toggled import HandToggled
from walkcoach.ui.widgets.labels import caption
from walkcoach.ui.widgets.painted import PaintedShape

WIDE_PX: Final = 208
_STACKED_FROM_PERCENT: Final = 130
"""From this text size on the words stand under the icons."""


class NavRail(QFrame):
    """Entries to switch pages with; exactly one is the current one. Texts are handed in."""

    asked = Signal(str)
    """A page was asked for; carries its key."""

    def __init__(self, app_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._theme = Theme()
        self._group = QButtonGroup(self)
        self._entries: dict[str, _Entry] = {}
        self._logo = _Logo(app_name)
        self._corner = caption()
        self._corner.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        self._column.setSpacing(SPACE_4)
        self._column.addWidget(self._logo)
        self._column.addSpacing(SPACE_12)
        self._column.addStretch(1)
        self._column.addWidget(self._corner)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def add_entry(self, key: str, text: str, icon: Icon, hint: str = "") -> None:
        """Put an entry for the page `key` at the end; `hint` tells its shortcut."""
        entry = _Entry(text, icon)
        entry.setToolTip(hint)
        entry.setAccessibleDescription(hint)
        entry.clicked.connect(lambda _checked=False: self.asked.emit(key))
        self._group.addButton(entry)
        self._entries[key] = entry
        self._column.insertWidget(self._column.count() - 2, entry)

    def show_current(self, key: str) -> None:
        """Mark the entry of page `key`; a page without an entry leaves the mark where it is."""
        if key in self._entries:
            self._entries[key].setChecked(True)

    def set_corner(self, text: str) -> None:
        """Show `text` at the foot of the rail; empty takes it away."""
        self._corner.setText(text)
        self._corner.setVisible(bool(text))

    def apply_theme(self, theme: Theme) -> None:
        """Take sizes and colours from `theme`."""
        self._theme = theme
        stacked = theme.text_percent >= _STACKED_FROM_PERCENT
        margin = SPACE_8 if stacked else SPACE_16
        self._column.setContentsMargins(margin, SPACE_16, margin, SPACE_16)
        self._logo.set_stacked(stacked)
        for entry in self._entries.values():
            entry.set_stacked(stacked)
        self.setFixedWidth(self._stacked_width() if stacked else max(WIDE_PX, theme.scaled(WIDE_PX)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line between rail and page."""
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.colour(Role.LINE), 1))
        x = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - 1
        painter.drawLine(x, 0, x, self.height())

    def _stacked_width(self) -> int:
        metrics = QFontMetrics(self._theme.font(TypeRole.CAPTION_STRONG))
        widest = max((metrics.horizontalAdvance(entry.text()) for entry in self._entries.values()), default=0)
        return widest + 2 * SPACE_8 + 2 * SPACE_8


class _Logo(PaintedShape):
    """The walker and the program's name."""

    def __init__(self, app_name: str) -> None:
        super().__init__()
        self._name = app_name
        self._stacked = False
        self.say(app_name)

    def set_stacked(self, stacked: bool) -> None:
        """Show the walker alone, or the name beside it."""
        self._stacked = stacked
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as an entry."""
        return QSize(80, self.theme.scaled(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw walker and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.theme.scaled(26)
        left = (self.width() - side) / 2 if self._stacked else SPACE_12
        box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, Icon.LOGO, box, self.theme.colour(Role.ACCENT), 2.4)
        if not self._stacked:
            font = self.theme.font(TypeRole.LEAD_STRONG)
            painter.setFont(font)
            painter.setPen(self.theme.colour(Role.INK))
            room = QRect(SPACE_12 + side + SPACE_12, 0, self.width(), self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._name)


class _Entry(HandToggled, QPushButton):
    """One page: icon and word, filled softly while it is the current one."""

    def __init__(self, text: str, icon: Icon) -> None:
        super().__init__()
        self.setText(text)
        self._icon = icon
        self._theme = Theme()
        self._stacked = False
        self._ring = False
        self.setCheckable(True)
        self.hear_toggles()
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_stacked(self, stacked: bool) -> None:
        """Put the word under the icon, or beside it."""
        self._stacked = stacked
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take font, size and colours from `theme`."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for icon and word."""
        words = QFontMetrics(self._word_font())
        if self._stacked:
            width = words.horizontalAdvance(self.text()) + 2 * SPACE_8
            return QSize(width, self._side() + words.height() + 2 * SPACE_8 + SPACE_4)
        return QSize(self._side() + words.horizontalAdvance(self.text()) + 4 * SPACE_12, max(TARGET, self._theme.scaled(48)))

    def minimumSizeHint(self) -> QSize:
        """It cannot be smaller."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; up and down go to the next entry."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless it was the mouse."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon and word."""
        colour = self._theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.isChecked()
        box = QRectF(self.rect())
        if current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.SOFT_ACCENT if current else Role.HOVER))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus() and self._ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(Role.FOCUS), 3))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS_CONTROL - 1, RADIUS_CONTROL - 1)
        ink = colour(Role.ACCENT if current else Role.MUTED)
        painter.setPen(ink)
        painter.setFont(self._word_font())
        side = self._side()
        if self._stacked:
            paint_icon(painter, self._icon, QRectF((self.width() - side) / 2, SPACE_8, side, side), ink)
            below = self.rect().adjusted(0, SPACE_8 + side + SPACE_4, 0, 0)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), self.text())
        else:
            paint_icon(painter, self._icon, QRectF(SPACE_12, (self.height() - side) / 2, side, side), ink)
            beside = self.rect().adjusted(SPACE_12 + side + SPACE_16, 0, 0, 0)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())

    def _side(self) -> int:
        return self._theme.scaled(24)

    def _word_font(self) -> QFont:
        if self._stacked:
            return self._theme.font(TypeRole.CAPTION_STRONG)
        return self._theme.font(TypeRole.STRONG if self.isChecked() else TypeRole.BODY)
