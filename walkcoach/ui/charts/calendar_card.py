"""The card of the month calendar: the month, the ways to those beside it, what its shapes mean, and its table."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkcoach.core.calendar import CalendarDay, Month
from walkcoach.core.decision import DecisionKind
from walkcoach.ui.charts.calendar_grid import CalendarGrid, marks_of
from walkcoach.ui.charts.painted_card import PaintedCard
from walkcoach.ui.charts.painted_sheet import PaintedSheet
from walkcoach.ui.charts.save_button import AskPlace, ask_place
from walkcoach.ui.charts.saved_files import Cell, csv_bytes
from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.theme.tokens import SPACE_4, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.decision_mark import MarkEntry, MarkKind
from walkcoach.ui.widgets.labels import Label
from walkcoach.wording import calendar as words
from walkcoach.wording import chart_use
from walkcoach.wording.names import full_date


class CalendarCard(PaintedCard):
    """Draws a `Month` and asks for others, and for days."""

    month_requested = Signal(object)
    """The first day of the month that the person wants to see."""
    day_requested = Signal(object)
    """The date of the day that the person wants to read about."""

    def __init__(self, ask: AskPlace = ask_place, parent: QWidget | None = None) -> None:
        self.grid = CalendarGrid()
        self._name = Label(kind=TypeRole.STRONG, colour=Role.INK, wrap=False)
        self._previous = _arrow(Icon.PREVIOUS, words.previous_month())
        self._next = _arrow(Icon.NEXT, words.next_month())
        super().__init__(words.title(), self.grid, (_in_a_row(self._previous, self._name, self._next),), ask=ask, parent=parent)
        self._month: Month | None = None
        self._legend_of: tuple[tuple[MarkKind, bool], ...] = ()
        self._previous.clicked.connect(lambda: self.grid.show_month_beside(later=False))
        self._next.clicked.connect(lambda: self.grid.show_month_beside(later=True))
        self.grid.month_requested.connect(self.month_requested)
        self.grid.day_requested.connect(self.day_requested)
        self.grid.pointed.connect(self._read)

    def show_month(self, month: Month, today: date) -> None:
        """Draw this month, seen from `today`."""
        self._month = month
        self._today = today
        name = words.month_and_year(month.first_day)
        self._name.setText(name)
        self.grid.say(f"{words.title()}, {name}", f"{words.month_sentence(month)} {words.keys_hint()}")
        for button, there in ((self._previous, month.earlier), (self._next, month.later)):
            if not there and button.hasFocus():
                self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(there)
        self._show_legend(month)
        said = _come(month)
        longest = max((words.day_sentence(day, today) for day in month.days), key=len)
        longest = max(longest, words.month_sentence(month), key=len)
        self.fill(words.day_headers(), len(said), lambda number: words.day_row(said[number]), longest)
        self.grid.show_month(month)
        self._save.propose(chart_use.file_calendar(month.first_day))

    def figures(self) -> bytes:
        """A line for each day that has come: its plan in a word, minutes, and 1 or 0 for what else it brought."""
        days = () if self._month is None else _come(self._month)
        rows: list[list[Cell]] = []
        for day in days:
            brought = (day.warning_sign, day.foot_finding, day.remark, day.free_walk)
            rows.append([day.day, words.plan(day), day.offered_min, day.minutes, day.brisk_min, *map(int, brought)])
        return csv_bytes(words.csv_headers(), rows)

    def sheet(self) -> PaintedSheet:
        """The month with its legend. Raises a `ValueError` before there is one."""
        if self._month is None:
            raise ValueError("no month has been shown")
        grid = CalendarGrid()
        grid.show_month(self._month)
        sentence, foot = words.month_sentence(self._month), chart_use.foot(full_date(self._today))
        name = words.month_and_year(self._month.first_day)
        return PaintedSheet(
            name, grid, [_entry(*shape) for shape in _shapes(self._month)], sentence, foot, self._theme.text_percent
        )

    @property
    def shown_month(self) -> Month | None:
        """The month that is drawn."""
        return self._month

    def _read(self, day: CalendarDay | None) -> None:
        if self._month is None:
            return
        said = words.month_sentence(self._month) if day is None else words.day_sentence(day, self._today)
        self.read(said, aloud=day is not None)

    def _show_legend(self, month: Month) -> None:
        """What the shapes of this month mean, in their order; those that are not there need no words."""
        wanted = _shapes(month)
        if wanted == self._legend_of:
            return
        self._legend_of = wanted
        self.legend.empty()
        for shape in wanted:
            entry = _entry(*shape)
            self.legend.add(entry)
            spread(entry, self._theme)


def _come(month: Month) -> tuple[CalendarDay, ...]:
    """The days of the month that have come, and those dated ahead that were walked all the same."""
    return tuple(day for day in month.days if not day.future or day.minutes)


def _entry(mark: MarkKind, hollow: bool) -> MarkEntry:
    return MarkEntry(mark, words.not_walked() if hollow else _name_of(mark), hollow=hollow)


def _arrow(icon: Icon, words_of: str) -> Button:
    """A button that shows only an arrow."""
    button = Button("", ButtonKind.QUIET, icon=icon)
    button.setAccessibleName(words_of)
    button.setToolTip(words_of)
    return button


def _in_a_row(*parts: QWidget) -> QWidget:
    """Things that stay beside each other."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SPACE_4)
    for part in parts:
        line.addWidget(part)
    return row


def _shapes(month: Month) -> tuple[tuple[MarkKind, bool], ...]:
    """Each shape of the month once, in the order of `MarkKind`; last the outline, if there is one."""
    offers = [day for day in month.days if day.kind not in (None, DecisionKind.REST_DAY, DecisionKind.NO_WALK)]
    there = {MarkKind.LOCK if day.locked else MarkKind(day.kind) for day in month.days if day.kind is not None}
    there |= {mark for day in month.days for mark in marks_of(day)}
    open_plan = next((MarkKind(day.kind) for day in offers if day.kind is not None and not day.walked), None)
    outline = ((open_plan, True),) if open_plan is not None else ()
    return (*((mark, False) for mark in MarkKind if mark in there), *outline)


def _name_of(mark: MarkKind) -> str:
    others = {
        MarkKind.LOCK: words.locked,
        MarkKind.FREE_WALK: words.free_walk,
        MarkKind.WARNING_SIGN: words.warning_sign,
        MarkKind.FOOT_FINDING: words.foot_finding,
        MarkKind.REMARK: words.remark,
    }
    return others[mark]() if mark in others else words.decision(DecisionKind(mark.value))
