"""A card with a chart: title, legend, the figures of one column in words, the table that takes the chart's place, and saving."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkcoach.core.spans import Grouping, last_day_of_span
from walkcoach.ui.charts.chart import Chart
from walkcoach.ui.charts.chart_table import Row
from walkcoach.ui.charts.legend import LegendEntry
from walkcoach.ui.charts.marks import Mark
from walkcoach.ui.charts.picture import Sheet
from walkcoach.ui.charts.save_button import AskPlace, SavedAs, ask_place
from walkcoach.ui.charts.saved_files import Cell, csv_bytes
from walkcoach.ui.charts.table_card import TableCard
from walkcoach.ui.charts.zoom import Zoom
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_12, TARGET
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import caption
from walkcoach.ui.widgets.side_by_side import SideBySide
from walkcoach.wording import chart_use as words
from walkcoach.wording import names, spans

_MEASURED: Final = 14
_NARROW_PX: Final = 480
"""Less room at 100 % text puts the buttons below the legend."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that a card tells beside its chart: each column (0 the oldest) in words, as a row of the table and of the file."""

    title: str
    first_days: Sequence[date]
    grouping: Grouping
    today: date
    tip: Callable[[int], str]
    headers: Sequence[str]
    row: Row
    saved_headers: Sequence[str]
    saved_row: Callable[[int], Sequence[Cell]]
    stem: str
    note: str = ""
    wordy: Sequence[int] = ()
    """Columns whose words may be longer than those of the newest ones."""

    def csv(self) -> bytes:
        """The figures as a file: the oldest first, each with its first and last day."""
        rows = (
            (first_day, last_day_of_span(first_day, self.grouping), *self.saved_row(number))
            for number, first_day in enumerate(self.first_days)
        )
        return csv_bytes((*words.csv_span(), *self.saved_headers), rows)


class ChartCard(TableCard):
    """`chart` with its table: a large card whose legend stands in it, or a small one with a note. Each can be saved.

    `sampled` are the marks of the picture that is saved, and their names. With `way_back` a button shows the whole range again
    while the chart is looked at more closely; one such card is enough on a page, for all its charts are zoomed as one.
    """

    pointed = Signal(object)
    """The number of the column that the person points at; None when they no longer do."""
    zoomed = Signal(object)
    """The person looks closer or wider; carries the `Zoom`."""

    def __init__(
        self,
        title: str,
        chart: Chart,
        sampled: Sequence[tuple[Mark, str]],
        *,
        large: bool,
        way_back: bool = False,
        ask: AskPlace = ask_place,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, chart, switched=large, small=not large, ask=ask, parent=parent)
        self.chart = chart
        self._sampled = tuple(sampled)
        self._told: Told | None = None
        self._saved = ""
        self._note = caption()
        self._note.setWordWrap(False)
        self._whole = Button(words.whole_range(), ButtonKind.QUIET, hint="0") if way_back else None
        self.body.addWidget(self._head())
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._reading)
        self.body.addWidget(self.table)
        chart.pointed.connect(self._chart_pointed)
        chart.zoomed.connect(self._chart_zoomed)
        if self._whole is not None:
            self._whole.clicked.connect(lambda: self._ask_for_whole())

    def fill(self, told: Told) -> None:
        """Take the figures."""
        self._told = told
        self._saved = ""
        self._title.setText(told.title)
        self._name_buttons(told.title)
        self._save.propose(told.stem)
        self._note.setText(told.note)
        self._note.setVisible(bool(told.note))
        self._say(None)
        self.keep_room()
        self._show_whether_whole()
        self.fill_table(told.headers, len(told.first_days), told.row)

    def content(self, kind: SavedAs) -> bytes:
        """What the card would be saved as."""
        told = self._told
        if told is None:
            return b""
        if kind is SavedAs.FIGURES:
            return told.csv()
        day = names.full_date(told.today)
        percent = self._theme.text_percent
        sheet = Sheet(self.chart, told.title, self._sampled, self.chart.accessibleDescription(), words.foot(day), percent)
        return sheet.png() if kind is SavedAs.PICTURE else sheet.svg()

    def point_at(self, column: int | None) -> None:
        """Mark a column that is pointed at elsewhere, and say it below; nothing is announced."""
        self.chart.point_at(column)
        self._say(column)

    def choose_row(self, column: int) -> None:
        """Have the table begin at the row of `column`, that of the bar that was read."""
        if self._told is not None:
            self.table.choose_row(len(self._told.first_days) - 1 - column)

    def set_zoom(self, zoom: Zoom) -> None:
        """Show as much as another chart does."""
        self.chart.set_zoom(zoom)
        self._show_whether_whole()

    def say_saved(self, place: str) -> None:
        """Say where the file lies, also while another card's column is pointed at, until the person points at one here."""
        super().say_saved(place)
        self._saved = self.reading()

    def longest_reading(self) -> str:
        """The longest words for a column.

        Only the newest columns are put into words here, a year's months, and those that may be longer: there may be a hundred.
        """
        if self._told is None:
            return ""
        count = len(self._told.first_days)
        measured = {*range(max(0, count - _MEASURED), count), *self._told.wordy}
        return max((self._told.tip(number) for number in measured), key=len)

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        super().apply_theme(theme)
        if self._button is not None:  # the first line of the legend stands beside the buttons
            self._title.setMinimumHeight(max(TARGET, theme.scaled(TARGET)))

    def _head(self) -> QWidget:
        """Title, legend and buttons; in a small card title, note and one button."""
        if self._button is None:
            plain = QWidget()
            head = QHBoxLayout(plain)
            head.setContentsMargins(0, 0, 0, 0)
            head.setSpacing(SPACE_4)
            head.addWidget(self._title, 1)
            head.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
            head.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
            return plain
        self._title.setWordWrap(False)
        row = FlowRow(SPACE_12)
        for widget in (self._title, *(LegendEntry(mark, text) for mark, text in self._sampled)):
            row.add(widget)
        buttons = FlowRow(SPACE_4)
        if self._whole is not None:
            buttons.add(self._whole)
            self._whole.hide()
        buttons.add(self._save)
        buttons.add(self._button)
        return SideBySide((row, buttons), (1, 0), _NARROW_PX, SPACE_12)

    def _chart_pointed(self, column: int | None) -> None:
        self._saved = ""
        said = self._say(column)
        if column is not None and self.chart.hasFocus():
            announce(self.chart, said)
        self.pointed.emit(column)

    def _chart_zoomed(self, zoom: Zoom) -> None:
        self._show_whether_whole()
        if self._told is not None:
            whole = spans.count_of(zoom.total, self._told.grouping)
            shown = spans.count_of(zoom.shown, self._told.grouping)
            announce(self.chart, words.whole_shown(whole) if zoom.is_whole else words.closer(shown, whole))
        self.zoomed.emit(zoom)

    def _ask_for_whole(self) -> None:
        self.chart.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chart.set_zoom(self.chart.zoom.all())
        self._chart_zoomed(self.chart.zoom)

    def _show_whether_whole(self) -> None:
        if self._whole is not None:
            self._whole.setVisible(not self.chart.zoom.is_whole)

    def _say(self, column: int | None) -> str:
        if self._told is None:
            return ""
        said = self._told.tip(len(self._told.first_days) - 1 if column is None else column)
        self._reading.setText(self._saved or said)
        return said
