"""The list of days on the Diary page. Rows are asked for when they come into sight, so that a long diary costs nothing.

Up, down, Home, End and the page keys choose a day, Return opens it, Delete asks for its entries to be deleted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from walkcoach.services.diary_row import DiaryRow
from walkcoach.ui.pages import diary_words
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_12, SPACE_16, Role, TypeRole
from walkcoach.ui.widgets.decision_mark import MarkKind, paint_decision_mark
from walkcoach.wording import diary as words
from walkcoach.wording import numbers

_Index = QModelIndex | QPersistentModelIndex
_MARK_PX: Final = 20
_SMALL_MARK_PX: Final = 15
_SHEET: Final = "QTableView { background: transparent; border: 0; selection-background-color: transparent; }"
"""The rows paint their own ground."""


@dataclass(frozen=True, slots=True)
class RowWords:
    """What stands in a row: the day's name, what was walked or planned at the end of the line, and what stands below."""

    title: str
    at_end: str
    below: str
    walked: bool


class _Days(QAbstractListModel):
    """The days, as many as there are; what each holds is asked for only when it is drawn or read out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.days: tuple[date, ...] = ()
        self.today = date.min
        self._row_of: Callable[[date], DiaryRow] | None = None

    def show_days(self, days: Sequence[date], row_of: Callable[[date], DiaryRow], today: date) -> None:
        """Hold these instead."""
        self.beginResetModel()
        self.days = tuple(days)
        self.today = today
        self._row_of = row_of
        self.endResetModel()

    def row(self, number: int) -> DiaryRow:
        """What the day in row `number` holds."""
        assert self._row_of is not None, "there are no rows before there are days"
        return self._row_of(self.days[number])

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many days."""
        return 0 if parent is not None and parent.isValid() else len(self.days)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The day's name; a screen reader hears the whole row."""
        if role == Qt.ItemDataRole.DisplayRole:
            return words.day_title(self.days[index.row()], self.today)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return diary_words.said(self.row(index.row()), self.today)
        return None


class _DayPainter(QStyledItemDelegate):
    """Paints a day in two lines: its shape, its name and what was walked; below, what happened."""

    def __init__(self, days: _Days, parent: QWidget) -> None:
        super().__init__(parent)
        self._days = days
        self.theme = Theme()

    def height(self) -> int:
        """Two lines and the room around them, in pixels."""
        first = QFontMetrics(self.theme.font(TypeRole.STRONG)).height()
        second = QFontMetrics(self.theme.font(TypeRole.CAPTION)).height()
        return first + SPACE_4 + second + 2 * SPACE_12

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row."""
        row = self._days.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(SPACE_4, 2, -SPACE_4, -2)
        self._paint_ground(painter, option, box)
        room = box.adjusted(SPACE_12, SPACE_8, -SPACE_12, -SPACE_8)
        side = self.theme.scaled(_MARK_PX)
        strong, small = self.theme.font(TypeRole.STRONG), self.theme.font(TypeRole.CAPTION)
        first = QFontMetrics(strong).height()
        kind = MarkKind.LOCK if row.locked else MarkKind(row.decision.kind)
        mark = self._place(option, room, QRect(room.left(), room.top() + (first - side) // 2, side, side))
        paint_decision_mark(painter, QRectF(mark), kind, self.theme, hollow=not row.plan_walked)
        text = room.adjusted(side + SPACE_12, 0, 0, 0)
        line = QRect(text.left(), text.top(), text.width(), first)
        said = self.words(row, line.width())
        self._paint_first(painter, option, room, line, said, diary_words.marks(row))
        painter.setFont(small)
        painter.setPen(self.theme.colour(Role.MUTED))
        second = QRect(text.left(), line.bottom() + 1 + SPACE_4, text.width(), QFontMetrics(small).height())
        self._write(painter, option, room, second, said.below)
        painter.restore()

    def words(self, row: DiaryRow, width: int) -> RowWords:
        """The words of a row whose lines are `width` pixels wide: what finds no room beside the date goes below it."""
        walked = numbers.minutes(row.walked_min) if row.walked_min else ""
        at_end = walked or words.plan(row.decision, walked=row.plan_walked)
        title, below = words.row_title(row.day, self._days.today), diary_words.happened(row)
        strong = QFontMetrics(self.theme.font(TypeRole.STRONG))
        end = strong if walked else QFontMetrics(self.theme.font(TypeRole.BODY))
        found = len(diary_words.marks(row)) * (self.theme.scaled(_SMALL_MARK_PX) + SPACE_4)
        needed = strong.horizontalAdvance(title) + 2 + (SPACE_8 + found if found else 0) + SPACE_16
        if needed + end.horizontalAdvance(at_end) + 2 <= width:
            return RowWords(title, at_end, below, bool(walked))
        return RowWords(title, "", words.happened((at_end, below)), bool(walked))

    def _paint_first(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        line: QRect,
        said: RowWords,
        found: tuple[MarkKind, ...],
    ) -> None:
        """The day's name, the marks of what was found, and at the end what was walked or planned."""
        font = self.theme.font(TypeRole.STRONG if said.walked else TypeRole.BODY)
        left = line
        if said.at_end:
            painter.setFont(font)
            painter.setPen(self.theme.colour(Role.INK if said.walked else Role.MUTED))
            wide = QFontMetrics(font).horizontalAdvance(said.at_end) + 2
            end = QRect(line.right() + 1 - wide, line.top(), wide, line.height())
            self._write(painter, option, room, end, said.at_end, at_end=True)
            left = line.adjusted(0, 0, -(wide + SPACE_16), 0)
        side = self.theme.scaled(_SMALL_MARK_PX)
        painter.setFont(self.theme.font(TypeRole.STRONG))
        painter.setPen(self.theme.colour(Role.INK))
        metrics = QFontMetrics(painter.font())
        name_wide = min(metrics.horizontalAdvance(said.title) + 2, left.width() - len(found) * (side + SPACE_4))
        name = QRect(left.left(), left.top(), max(0, name_wide), left.height())
        self._write(painter, option, room, name, said.title)
        x = name.right() + 1 + SPACE_8
        for kind in found:
            where = QRect(x, left.top() + (left.height() - side) // 2, side, side)
            paint_decision_mark(painter, QRectF(self._place(option, room, where)), kind, self.theme)
            x += side + SPACE_4

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or under_mouse:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour(Role.SOFT_ACCENT if selected else Role.HOVER))
            painter.drawRoundedRect(QRectF(box), RADIUS_CONTROL, RADIUS_CONTROL)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.colour(Role.FOCUS), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS_CONTROL - 1, RADIUS_CONTROL - 1)

    @staticmethod
    def _place(option: QStyleOptionViewItem, room: QRect, where: QRect) -> QRect:
        """`where` mirrored within `room` for languages written from the right."""
        return QStyle.visualRect(option.direction, room, where)

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, where: QRect, text: str, *, at_end: bool = False
    ) -> None:
        """One line of `text`, cut off with dots where it is too long."""
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        flags = QStyle.visualAlignment(option.direction, side | Qt.AlignmentFlag.AlignVCenter)
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(self._place(option, room, where), int(flags), fitting)


class DayList(QTableView):
    """The days. `day_chosen` carries the one with the mark, `day_opened` one that was asked for by Return or a press.

    A table of one column rather than a list: a list view measures every row, and twenty years have seven thousand.
    """

    day_chosen = Signal(object)
    day_opened = Signal(object)
    delete_requested = Signal(object)
    month_changed = Signal(object)
    """The first day in sight; its month stands over the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = _Days(self)
        self._painter = _DayPainter(self._days, self)
        self.setModel(self._days)
        self.setItemDelegate(self._painter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setStyleSheet(_SHEET)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(words.list_name())
        self.setAccessibleDescription(words.list_hint())
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._choose)
        self.clicked.connect(lambda index: self.day_opened.emit(self._days.days[index.row()]))
        self.verticalScrollBar().valueChanged.connect(self._tell_month)

    @property
    def days(self) -> tuple[date, ...]:
        """The days that are listed."""
        return self._days.days

    def day(self) -> date | None:
        """The day with the mark."""
        index = self.currentIndex()
        return self._days.days[index.row()] if index.isValid() else None

    def show_days(self, days: Sequence[date], row_of: Callable[[date], DiaryRow], today: date) -> None:
        """List these. The mark stays on its day, or goes to the nearest one; the list stays where it was scrolled to."""
        chosen, scrolled = self.day(), self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self._days.show_days(days, row_of, today)
        self.selectionModel().blockSignals(False)
        if days:
            near = days[0] if chosen is None else min(days, key=lambda day: abs((day - chosen).days))
            self.setCurrentIndex(self._days.index(self._days.days.index(near)))
            if near == chosen:
                self.verticalScrollBar().setValue(scrolled)
        self._tell_month()

    def choose(self, day: date) -> None:
        """Put the mark on `day` and bring it into sight."""
        if day in self._days.days:
            index = self._days.index(self._days.days.index(day))
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def apply_theme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from `theme`."""
        self._painter.theme = theme
        self.setMinimumHeight(self._painter.height() * 2)
        self.verticalHeader().setDefaultSectionSize(self._painter.height())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has the mark stays in sight, also when a bar takes some of the room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, Delete deletes; letters search nothing."""
        day = self.day()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and day is not None:
            self.day_opened.emit(day)
        elif event.key() == Qt.Key.Key_Delete and day is not None:
            self.delete_requested.emit(day)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._days.days:
            self.setCurrentIndex(self._days.index(0 if event.key() == Qt.Key.Key_Home else len(self._days.days) - 1))
        elif event.text().strip() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: _Index, _before: _Index) -> None:
        if index.isValid():
            self.day_chosen.emit(self._days.days[index.row()])

    def _tell_month(self) -> None:
        number = max(0, self.rowAt(0))
        if self._days.days:
            self.month_changed.emit(self._days.days[number])
