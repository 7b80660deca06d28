"""One question with a few answers below each other, each with small print: exactly one is chosen.

Arrow keys choose, 1 to 9 choose by place. Screen readers meet radio buttons.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_8, SPACE_12, SPACE_16, TARGET, Role, TypeRole
from walkcoach.ui.widgets.hand_toggled import HandToggled

_DOT_PX: Final = 22
_TALL: Final = 10_000


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: the value it stands for, its words and its small print."""

    value: object
    text: str
    small_print: str = ""


class OptionList(QWidget):
    """Radio buttons with small print. `name` is the question, for screen readers."""

    chosen = Signal(object)
    """The person has chosen; carries the value."""

    def __init__(self, name: str, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._options = tuple(options)
        self._group = QButtonGroup(self)
        self._rows: list[_OptionRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for number, option in enumerate(self._options):
            row = _OptionRow(option, name, self)
            row.clicked.connect(lambda _checked=False, value=option.value: self.chosen.emit(value))
            row.numbered.connect(self._choose_by_place)
            self._group.addButton(row, number)
            self._rows.append(row)
            column.addWidget(row)
        self.setFocusProxy(self._rows[0])

    def value(self) -> object | None:
        """What is chosen, or None."""
        number = self._group.checkedId()
        return None if number < 0 else self._options[number].value

    def choose(self, value: object) -> None:
        """Show `value` as chosen, without a signal."""
        for option, row in zip(self._options, self._rows, strict=True):
            if option.value == value:
                row.setChecked(True)
                self.setFocusProxy(row)

    def set_mark(self, value: object, words: str) -> None:
        """Show a short mark ("suggested") on `value` alone."""
        for option, row in zip(self._options, self._rows, strict=True):
            row.set_mark(words if option.value == value else "")

    def _choose_by_place(self, place: int) -> None:
        if 1 <= place <= len(self._rows):
            self._rows[place - 1].setFocus(Qt.FocusReason.TabFocusReason)
            self._rows[place - 1].click()


class _OptionRow(HandToggled, QRadioButton):
    """One answer, painted as a framed row with a dot to fill."""

    numbered = Signal(int)

    def __init__(self, option: Option, question: str, parent: QWidget) -> None:
        super().__init__(option.text, parent)
        self._small_print = option.small_print
        self._question = question
        self._mark = ""
        self._theme = Theme()
        self._ring = False
        self.hear_toggles()
        self.setAccessibleName(option.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_mark("")

    def set_mark(self, words: str) -> None:
        """Show a short mark behind the words, or none."""
        self._mark = words
        said = (self._question, self._small_print, words)
        self.setAccessibleDescription(" ".join(part if part[-1] in ".?" else f"{part}." for part in said if part))
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from `theme`."""
        self._theme = theme
        self.setFont(theme.font(TypeRole.STRONG))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words and small print, in one line each."""
        words = QFontMetrics(self._theme.font(TypeRole.STRONG)).horizontalAdvance(self.text() + "  " + self._mark)
        small = QFontMetrics(self._theme.font(TypeRole.CAPTION)).horizontalAdvance(self._small_print)
        width = self._indent() + max(words, small) + SPACE_16 + 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        metrics = QFontMetrics(self._theme.font(TypeRole.STRONG))
        longest = max(map(metrics.horizontalAdvance, (self.text() + " " + self._small_print).split()))
        return QSize(self._indent() + longest + SPACE_16, TARGET)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at `width` pixels."""
        words, small = self._rooms(width)
        return max(TARGET, words.height() + small.height() + 2 * SPACE_12)

    def hitButton(self, pos: QPoint) -> bool:
        """Anywhere will do."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses, digits choose by place."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.numbered.emit(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless it was the mouse."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, dot, words and small print."""
        colour = self._theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ringed = self.hasFocus() and self._ring
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(colour(Role.FOCUS if ringed else Role.ACCENT if chosen else Role.EDGE), 3 if ringed else 2))
        painter.setBrush(colour(Role.SOFT_ACCENT if chosen else Role.HOVER if self.underMouse() else Role.CARD))
        painter.drawRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
        words, small = self._rooms(self.width())
        down = (self.height() - words.height() - small.height()) // 2
        strong = self._theme.font(TypeRole.STRONG)
        line = QFontMetrics(strong).height()
        side = self._theme.scaled(_DOT_PX)
        dot = QRectF(SPACE_16, down + (line - side) / 2, side, side)
        painter.setPen(QPen(colour(Role.ACCENT if chosen else Role.EDGE), 2))
        painter.setBrush(colour(Role.CARD))
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.ACCENT))
            painter.drawEllipse(dot.adjusted(side * 0.26, side * 0.26, -side * 0.26, -side * 0.26))
        wrapped = int(Qt.TextFlag.TextWordWrap)
        painter.setPen(colour(Role.INK))
        painter.setFont(strong)
        painter.drawText(words.translated(0, down), wrapped, self.text())
        if self._mark:
            beside = words.translated(QFontMetrics(strong).horizontalAdvance(self.text()) + SPACE_12, down)
            painter.setFont(self._theme.font(TypeRole.CAPTION_STRONG))
            painter.setPen(colour(Role.ACCENT))
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), self._mark)
        painter.setPen(colour(Role.MUTED))
        painter.setFont(self._theme.font(TypeRole.CAPTION))
        painter.drawText(small.translated(0, down + words.height()), wrapped, self._small_print)

    def _indent(self) -> int:
        return SPACE_16 + self._theme.scaled(_DOT_PX) + SPACE_12

    def _rooms(self, width: int) -> tuple[QRect, QRect]:
        """Where words and small print go at `width`, both from the top."""
        room = QRect(self._indent(), 0, max(1, width - self._indent() - SPACE_16), _TALL)
        rooms = []
        for role, text in ((TypeRole.STRONG, self.text()), (TypeRole.CAPTION, self._small_print)):
            used = QFontMetrics(self._theme.font(role)).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
            rooms.append(QRect(room.left(), 0, room.width(), used if text else 0))
        return rooms[0], rooms[1]
