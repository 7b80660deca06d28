"""A month, painted: a day a field, with its shape, its minutes and what else it brought. It decides nothing.

Left and Right go from day to day, Up and Down from week to week, Home and End to the first and last of the month, Page Up and
Page Down from month to month; Return or a click asks for the day, Escape lets go.
"""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.core.calendar import CalendarDay, Month, first_of_month, month_before, next_month
from walkcoach.core.decision import DecisionKind
from walkcoach.ui.charts.pointed import PointedShape
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_4, TARGET, Role, TypeRole
from walkcoach.ui.widgets.decision_mark import MarkKind, paint_decision_mark
from walkcoach.wording.names import weekday_short

_WEEKS: Final = 5
"""Rows for which room is always kept, so that little jumps from month to month; a month may take six."""
_FIELD_PX: Final = 50
_MARK_PX: Final = 17
_SMALL_MARK_PX: Final = 14
_LEAST_MARK_PX: Final = 10
_LEAST_FONT_PX: Final = 9


def marks_of(day: CalendarDay) -> tuple[MarkKind, ...]:
    """What the day brought beside its plan, as shapes, the weightiest first."""
    return tuple(
        mark
        for there, mark in (
            (day.warning_sign, MarkKind.WARNING_SIGN),
            (day.foot_finding, MarkKind.FOOT_FINDING),
            (day.remark, MarkKind.REMARK),
            (day.free_walk, MarkKind.FREE_WALK),
        )
        if there
    )


def plan_mark(day: CalendarDay) -> MarkKind | None:
    """The shape of what the plan said, if it said anything."""
    if day.kind is None:
        return None
    return MarkKind.LOCK if day.locked else MarkKind(day.kind)


class CalendarGrid(PointedShape):
    """Draws a `Month`. Its name and description for screen readers are told by `say`; the place pointed at is a `CalendarDay`."""

    month_requested = Signal(object)
    """The first day of the month that the person wants to see."""
    day_requested = Signal(object)
    """The date of the day that the person wants to read about; never one to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month: Month | None = None
        self._pointed: date | None = None
        self._wanted: date | None = None
        self._take_fonts()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_month(self, month: Month) -> None:
        """Draw this month. The day pointed at stays, as far as it lies in it, or is the one for which the month was asked for."""
        there = self._wanted or self._pointed
        self._wanted = None
        self._month = month
        self._pointed = there if there is not None and month.day(there) else None
        self.updateGeometry()
        self.update()
        self.pointed.emit(self.day_pointed_at())

    def apply_theme(self, theme: Theme) -> None:
        """Take fonts and colours from `theme`."""
        super().apply_theme(theme)
        self._take_fonts()

    def day_pointed_at(self) -> CalendarDay | None:
        """The day that is pointed at."""
        return self._month.day(self._pointed) if self._month is not None and self._pointed is not None else None

    def show_month_beside(self, *, later: bool) -> None:
        """Ask for the month before or after this one, if there is one to go to."""
        month = self._month
        if month is None or not (month.later if later else month.earlier):
            return
        to = next_month(month.first_day) if later else month_before(month.first_day)
        if self._pointed is not None:
            last = (next_month(to) - timedelta(days=1)).day
            self._wanted = to.replace(day=min(self._pointed.day, last))
        self.month_requested.emit(to)

    def field(self, day: date) -> QRectF:
        """Where `day` is drawn; empty if it is not there."""
        weeks = self._month.weeks if self._month is not None else ()
        for row, week in enumerate(weeks):
            for column, each in enumerate(week):
                if each.day == day:
                    return self._box(row, column)
        return QRectF()

    def sizeHint(self) -> QSize:
        """The weeks and the names of the weekdays."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Fields of the target size at least, or what a shape and two figures take; three are set smaller there."""
        figures = self._strong_metrics.horizontalAdvance("00")
        width = max(TARGET, self.theme.scaled(_MARK_PX) + figures + 2 * SPACE_4 + 2)
        weeks = max(_WEEKS, len(self._month.weeks) if self._month is not None else 0)
        return QSize(7 * width, self._head_px() + weeks * self._field_px() + 2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the day under the pointer."""
        self._point(self._day_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the day under the pointer."""
        day = self._day_at(event.position())
        self._point(day)
        if event.button() is Qt.MouseButton.LeftButton and day is not None:
            self._ask_for_day()

    def let_go(self) -> None:
        """Point nowhere."""
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day, from week to week and from month to month; ask for a day."""
        on = -1 if self.mirrored() else 1
        match event.key():
            case Qt.Key.Key_Left:
                self._go(-on)
            case Qt.Key.Key_Right:
                self._go(on)
            case Qt.Key.Key_Up:
                self._go(-7)
            case Qt.Key.Key_Down:
                self._go(7)
            case Qt.Key.Key_Home if self._month is not None:
                self._point(self._month.days[0].day)
            case Qt.Key.Key_End if self._month is not None:
                self._point(self._month.days[-1].day)
            case Qt.Key.Key_PageUp:
                self.show_month_beside(later=False)
            case Qt.Key.Key_PageDown:
                self.show_month_beside(later=True)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._pointed is not None:
                self._ask_for_day()
            case Qt.Key.Key_Escape if self._pointed is not None:
                self._point(None)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names of the weekdays and the fields."""
        if self._month is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter, self._month)
        for row, week in enumerate(self._month.weeks):
            for column, day in enumerate(week):
                self._paint_day(painter, day, self._box(row, column))

    def _go(self, days: int) -> None:
        """To the day so many days on from where the person is; into the next month where it lies there."""
        month = self._month
        if month is None:
            return
        if self._pointed is None:
            today = next((day.day for day in month.days if day.today), None)
            self._point(today or (month.days[-1] if days < 0 else month.days[0]).day)
            return
        to = self._pointed + timedelta(days=days)
        if month.day(to) is not None:
            self._point(to)
        elif month.later if to > self._pointed else month.earlier:
            self._wanted = to
            self.month_requested.emit(first_of_month(to))

    def _point(self, day: date | None) -> None:
        if day != self._pointed:
            self._pointed = day
            self.update()
            self.pointed.emit(self.day_pointed_at())

    def _ask_for_day(self) -> None:
        day = self.day_pointed_at()
        if day is not None and not day.future:
            self.day_requested.emit(day.day)

    def _day_at(self, at: QPointF) -> date | None:
        days = self._month.days if self._month is not None else ()
        return next((day.day for day in days if self.field(day.day).contains(at)), None)

    def _head_px(self) -> int:
        return self._strong_metrics.height() + 2 * SPACE_4

    def _field_px(self) -> int:
        lines = 2 * self._strong_metrics.height() + 3 * SPACE_4
        return max(TARGET, self.theme.scaled(_FIELD_PX), lines)

    def _box(self, row: int, column: int) -> QRectF:
        width = (self.width() - 1) / 7
        left = (6 - column if self.mirrored() else column) * width
        return QRectF(left + 0.5, self._head_px() + row * self._field_px() + 0.5, width, self._field_px())

    def _paint_head(self, painter: QPainter, month: Month) -> None:
        painter.setFont(self._strong)
        painter.setPen(self.theme.colour(Role.MUTED))
        for column, day in enumerate(month.weeks[0]):
            box = self._box(0, column)
            above = QRectF(box.left(), 0, box.width(), self._head_px())
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, weekday_short(day.day.weekday()))

    def _paint_day(self, painter: QPainter, day: CalendarDay, box: QRectF) -> None:
        colour = self.theme.colour
        painter.setPen(QPen(colour(Role.LINE), 1))
        painter.setBrush(colour(Role.HOVER) if day.day == self._pointed else Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        inner = box.adjusted(SPACE_4, SPACE_4, -SPACE_4, -SPACE_4)
        self._paint_number(painter, day, inner)
        if day.outside:
            return
        self._paint_brought(painter, day, inner)
        self._paint_plan(painter, day, inner)
        if day.day == self._pointed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(Role.FOCUS), 2.5))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CONTROL / 2, RADIUS_CONTROL / 2)

    def _paint_number(self, painter: QPainter, day: CalendarDay, box: QRectF) -> None:
        """The day of the month at the beginning of the first line; today's on a ground of its own."""
        font, metrics = (self._strong, self._strong_metrics) if day.today else (self._plain, self._plain_metrics)
        text = str(day.day.day)
        room = QRectF(box.left(), box.top(), metrics.horizontalAdvance(text) + 2 * SPACE_4, metrics.height())
        if self.mirrored():
            room.moveRight(box.right())
        ink = Role.MUTED if day.outside else Role.INK
        if day.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour(Role.ACCENT))
            painter.drawRoundedRect(room, SPACE_4, SPACE_4)
            ink = Role.ON_ACCENT
        painter.setFont(font)
        painter.setPen(self.theme.colour(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_brought(self, painter: QPainter, day: CalendarDay, box: QRectF) -> None:
        """What else the day brought, at the end of the first line, the weightiest outermost.

        Several are smaller. A fourth is left out where it would leave all too small to tell; the words below name it.
        """
        marks = marks_of(day)
        if not marks:
            return
        room = box.width() - self._strong_metrics.horizontalAdvance("00") - SPACE_4
        while len(marks) > 1 and room / len(marks) < _LEAST_MARK_PX:
            marks = marks[:-1]
        side = min(float(self.theme.scaled(_SMALL_MARK_PX)), room / len(marks))
        line = self._plain_metrics.height()
        for place, mark in enumerate(marks, start=1):
            left = box.left() + (place - 1) * side if self.mirrored() else box.right() - place * side
            paint_decision_mark(painter, QRectF(left, box.top() + (line - side) / 2, side, side), mark, self.theme)

    def _paint_plan(self, painter: QPainter, day: CalendarDay, box: QRectF) -> None:
        """The shape of the plan and the minutes walked, on the second line."""
        side = float(self.theme.scaled(_MARK_PX))
        line = QRectF(box.left(), box.bottom() - max(side, self._line_px()), box.width(), max(side, self._line_px()))
        kind = plan_mark(day)
        if kind is not None:
            left = line.right() - side if self.mirrored() else line.left()
            there = QRectF(left, line.center().y() - side / 2, side, side)
            paint_decision_mark(painter, there, kind, self.theme, hollow=not day.walked and day.kind is not DecisionKind.REST_DAY)
        if day.minutes:
            room = line.adjusted(0, 0, -side - 2, 0) if self.mirrored() else line.adjusted(side + 2, 0, 0, 0)
            painter.setFont(self._fitting(str(day.minutes), room.width()))
            painter.setPen(self.theme.colour(Role.INK))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing), str(day.minutes))

    def _take_fonts(self) -> None:
        """Make the fonts once: making one takes longer than painting with it, and a month takes two hundred."""
        self._plain, self._strong = (self.theme.font(role) for role in (TypeRole.CAPTION, TypeRole.CAPTION_STRONG))
        self._plain_metrics, self._strong_metrics = QFontMetrics(self._plain), QFontMetrics(self._strong)

    def _line_px(self) -> int:
        return self._strong_metrics.height()

    def _fitting(self, text: str, room_px: float) -> QFont:
        if self._strong_metrics.horizontalAdvance(text) <= room_px:
            return self._strong
        font = QFont(self._strong)
        while font.pixelSize() > _LEAST_FONT_PX and QFontMetrics(font).horizontalAdvance(text) > room_px:
            font.setPixelSize(font.pixelSize() - 1)
        return font
