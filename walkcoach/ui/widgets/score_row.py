"""A symptom, or the effort, rated from 0 to 10: its name, what it was earlier, and eleven cells of which none is preselected.

By keyboard: a figure gives the score (1 then 0 quickly is 10), left and right move it, home and end go to its ends, delete
takes it back; up, down and return ask for another question. Each cell is a radio button to those who do not see it.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from walkcoach.core.symptoms import SCORE_MAX, SCORE_MIN
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_16, TARGET, Role, TypeRole
from walkcoach.wording import check_in

ONE_THEN_NOUGHT_MS: Final = 900
"""How soon a 0 has to follow a 1 to make a 10."""
_RING: Final = 3
"""Room around a cell's body in which the focus ring is drawn, in pixels."""
LABEL_PX: Final = 224
"""Width of the names at 100 % text."""
_STEPS: Final[Mapping[Qt.Key, int]] = MappingProxyType(
    {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
)


class ScoreCell(QRadioButton):
    """One score. `ghost` says that it was the earlier answer, which is drawn dashed."""

    def __init__(self, score: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(str(score), parent)
        self.score = score
        self.ghost = False
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def apply_theme(self, theme: Theme) -> None:
        """Take colours, font and size from `theme`."""
        self._theme = theme
        self.setFont(theme.font(TypeRole.STRONG))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for two figures, and a target that a numb finger finds."""
        metrics = QFontMetrics(self._theme.font(TypeRole.STRONG))
        side = max(TARGET, metrics.horizontalAdvance("10") + SPACE_16)
        return QSize(side, max(TARGET + 2, metrics.height() + 24))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole cell can be pressed, not only a dot."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only the space bar is the cell's own; the row knows all other keys."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what would be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Stop showing it."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded box: filled when chosen, dashed where the last answer was, ringed while it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        chosen = self.isChecked()
        body = QRectF(self.rect()).adjusted(_RING + 1, _RING + 1, -_RING - 1, -_RING - 1)
        fill = Role.ACCENT if chosen else Role.HOVER if self.underMouse() or self.isDown() else Role.CARD
        if self.ghost and not chosen:
            pen = QPen(colour(Role.INK), 2, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([2.6, 1.8])
        else:
            pen = QPen(colour(Role.ACCENT if chosen else Role.EDGE), 2 if chosen else 1.5)
        painter.setPen(pen)
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(body, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setPen(QPen(colour(Role.FOCUS), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1.25, 1.25, -1.25, -1.25)
            painter.drawRoundedRect(ring, RADIUS_CONTROL + _RING, RADIUS_CONTROL + _RING)
        painter.setFont(self.font())
        painter.setPen(colour(Role.ON_ACCENT if chosen else Role.INK))
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, self.text())


class ScoreRow(QWidget):
    """A name and eleven cells. `value_changed` carries the score, or None when it was taken back."""

    value_changed = Signal(object)
    step_requested = Signal(int)
    """Another question is wished for: the next (1) or the one before (-1)."""

    def __init__(
        self,
        name: str,
        theme: Theme,
        *,
        note: str = "",
        ghost: int | None = None,
        ghost_note: str = "",
        words: Callable[[int], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """A row called `name` with `note` under it; `ghost` is the earlier score, `ghost_note` says which ("last time").

        With `words`, the chosen score is also told in words, in the place of the note.
        """
        super().__init__(parent)
        self._name = name
        self._note = note
        self._words = words
        self._theme = theme
        self._group = QButtonGroup(self)
        self._cells = tuple(ScoreCell(score, theme, self) for score in range(SCORE_MIN, SCORE_MAX + 1))
        for cell in self._cells:
            cell.ghost = cell.score == ghost
            cell.setAccessibleName(check_in.score_name(name, cell.score))
            said = [words(cell.score)] if words else []
            if cell.ghost and ghost_note:
                said.append(ghost_note)
            cell.setAccessibleDescription(", ".join(said))
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell.score == (ghost or 0) else Qt.FocusPolicy.ClickFocus)
            self._group.addButton(cell, cell.score)
        self._after_one = QTimer(self)
        self._after_one.setSingleShot(True)
        self._after_one.setInterval(ONE_THEN_NOUGHT_MS)
        self._group.idToggled.connect(self._toggled)
        self.setAccessibleName(check_in.row_name(name, note))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self._cells[ghost or 0])
        self.apply_theme(theme)

    @property
    def text(self) -> str:
        """The row's name, as it was given."""
        return self._name

    @property
    def answered(self) -> bool:
        """Whether there is a score."""
        return self.value is not None

    @property
    def cells(self) -> tuple[ScoreCell, ...]:
        """The cells, from 0 to 10."""
        return self._cells

    @property
    def value(self) -> int | None:
        """The score given, None as long as there is none."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else chosen

    def set_value(self, score: int | None) -> None:
        """Choose `score`, or nothing."""
        if score == self.value:
            return
        if score is not None:
            self._cells[score].setChecked(True)
            return
        self._group.setExclusive(False)
        for cell in self._cells:
            cell.setChecked(False)
        self._group.setExclusive(True)

    def forget_figures(self) -> None:
        """A nought that comes now begins anew, whatever was typed before: the time for a second figure is over."""
        self._after_one.stop()

    def apply_theme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from `theme`."""
        self._theme = theme
        for cell in self._cells:
            cell.apply_theme(theme)
        self._place()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the name beside the cells, and high enough there."""
        return QSize(self._label_width() + self._cells_width() + 2 * SPACE_16, self._cells[0].sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as the cells alone."""
        return QSize(self._cells_width(), self._cells[0].sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """A narrow row puts its name above the cells."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at `width` pixels."""
        height = self._cells[0].sizeHint().height()
        return height if self._beside(width) else height + self._line_height() + SPACE_4

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cells anew."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures, arrows, home, end, delete; up, down and return leave the row."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._type(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(SCORE_MIN if key == Qt.Key.Key_Home else SCORE_MAX)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_value(None)
        elif key in _STEPS:
            self.step_requested.emit(_STEPS[key])
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name and what stands under it, or beside it where the row is narrow."""
        painter = QPainter(self)
        name_font, note_font = self._theme.font(TypeRole.STRONG), self._theme.font(TypeRole.CAPTION)
        names, notes = QFontMetrics(name_font), QFontMetrics(note_font)
        note = self._shown_note()
        room = self._label_room()
        painter.setFont(name_font)
        painter.setPen(self._theme.colour(Role.INK))
        if self._beside(self.width()):
            high = names.height() + (notes.height() if note else 0)
            top = room.top() + (room.height() - high) // 2
            line = QRect(room.left(), top, room.width(), names.height())
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, left, names.elidedText(self._name, Qt.TextElideMode.ElideRight, room.width()))
            below = QRect(room.left(), line.bottom() + 1, room.width(), notes.height())
        else:
            painter.drawText(QPoint(room.left(), room.top() + names.ascent()), self._name)
            indent = names.horizontalAdvance(self._name) + SPACE_16
            below = QRect(room.left() + indent, room.top() + names.ascent() - notes.ascent(), room.width() - indent, notes.height())
        painter.setFont(note_font)
        painter.setPen(self._theme.colour(Role.MUTED))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, notes.elidedText(note, Qt.TextElideMode.ElideRight, below.width()))

    def _shown_note(self) -> str:
        value = self.value
        return self._words(value) if self._words and value is not None else self._note

    def _toggled(self, score: int, on: bool) -> None:
        if on:
            self.setFocusProxy(self._cells[score])
        if on or self.value is None:
            self.update(self._label_room())
            self.value_changed.emit(self.value)

    def _type(self, figure: int) -> None:
        ten = figure == 0 and self._after_one.isActive()
        self._choose(SCORE_MAX if ten else figure)
        if figure == 1:
            self._after_one.start()
        else:
            self._after_one.stop()

    def _move(self, by: int) -> None:
        held = next((cell.score for cell in self._cells if cell.hasFocus()), self.value or 0)
        self._choose(min(SCORE_MAX, max(SCORE_MIN, held + by)))

    def _choose(self, score: int) -> None:
        self._cells[score].setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_value(score)

    def _label_width(self) -> int:
        return self._theme.scaled(LABEL_PX)

    def _cells_width(self) -> int:
        return self._cells[0].sizeHint().width() * len(self._cells)

    def _line_height(self) -> int:
        return QFontMetrics(self._theme.font(TypeRole.STRONG)).height()

    def _beside(self, width: int) -> bool:
        return width >= self._label_width() + SPACE_8 + self._cells_width()

    def _label_room(self) -> QRect:
        if self._beside(self.width()):
            return QRect(0, 0, self._label_width(), self.height())
        return QRect(0, 0, self.width(), self._line_height())

    def _place(self) -> None:
        """Share the width out: whole pixels, the ends flush."""
        beside = self._beside(self.width())
        left = self._label_width() + SPACE_8 - _RING if beside else -_RING
        room = max(self._cells_width(), self.width() - left + _RING)
        top = 0 if beside else self._line_height() + SPACE_4
        height = self._cells[0].sizeHint().height()
        edges = [left + room * number // len(self._cells) for number in range(len(self._cells) + 1)]
        for cell, start, end in zip(self._cells, edges, edges[1:], strict=False):
            cell.setGeometry(start, top, end - start, height)
