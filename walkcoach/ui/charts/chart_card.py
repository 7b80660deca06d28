"""A card with a chart: title, legend, the figures of one column in words, the table that takes the chart's place, and saving."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkcoach.core.spans import Grouping, last_day_of_span
from walkcoach.ui.charts.chart import Chart
from walkcoach.ui.charts.chart_table import ChartTable, Row
from walkcoach.ui.charts.legend import LegendEntry
from walkcoach.ui.charts.marks import Mark
from walkcoach.ui.charts.picture import Sheet
from walkcoach.ui.charts.save_button import AskPlace, SaveButton, SavedAs, ask_place
from walkcoach.ui.charts.saved_files import Cell, csv_bytes
from walkcoach.ui.charts.zoom import Zoom
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_12, SPACE_16, TARGET, Role
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import caption, heading
from walkcoach.ui.widgets.side_by_side import SideBySide
from walkcoach.wording import chart_use as words
from walkcoach.wording import names, spans

_TALL_PX: Final = 10_000
_RING_PX: Final = 2.5
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


class ChartCard(Card):
    """`chart` with its table: a large card whose legend stands in it, or a small one with a note. Each can be saved.

    `sampled` are the marks of the picture that is saved, and their names. With `way_back` a button shows the whole range again
    while the chart is looked at more closely; one such card is enough on a page, for all its charts are zoomed as one.
    """

    table_requested = Signal(bool)
    """The person wants tables (true) or charts (false)."""
    pointed = Signal(object)
    """The number of the column that the person points at; None when they no longer do."""
    zoomed = Signal(object)
    """The person looks closer or wider; carries the `Zoom`."""
    trouble_met = Signal(object)
    """The chart could not be saved; carries the `Trouble`."""

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
        super().__init__(padding_px=SPACE_16, gap_px=SPACE_4, parent=parent)
        self.body.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_16)
        self.chart = chart
        self.table = ChartTable(small=not large)
        self._sampled = tuple(sampled)
        self._told: Told | None = None
        self._saved = ""
        self._title = heading(title)
        self._note = caption()
        self._note.setWordWrap(False)
        self._reading = caption()
        self._button = Button(words.show_table(), ButtonKind.QUIET, hint="T") if large else None
        self._save = SaveButton(self.content, text=large, ask=ask)
        self._save.name_chart(title)
        self._whole = Button(words.whole_range(), ButtonKind.QUIET, hint="0") if way_back else None
        self.body.addWidget(self._head())
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._reading)
        self.body.addWidget(self.table)
        self.table.hide()
        self._ring_around: QWidget | None = None
        for part in (chart, self.table):
            part.installEventFilter(self)
        chart.pointed.connect(self._chart_pointed)
        chart.zoomed.connect(self._chart_zoomed)
        self._save.saved.connect(self._say_saved)
        self._save.trouble_met.connect(self.trouble_met)
        if self._whole is not None:
            self._whole.clicked.connect(lambda: self._ask_for_whole())

    def fill(self, told: Told) -> None:
        """Take the figures."""
        self._told = told
        self._saved = ""
        self._title.setText(told.title)
        self._save.name_chart(told.title)
        self._note.setText(told.note)
        self._note.setVisible(bool(told.note))
        self._say(None)
        self._reserve()
        self._show_whether_whole()
        self.table.setAccessibleName(self.chart.accessibleName())
        self.table.setAccessibleDescription(self.chart.accessibleDescription())
        self.table.show_rows(told.headers, len(told.first_days), told.row)

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

    def shows_table(self) -> bool:
        """Whether the table has taken the chart's place."""
        return not self.table.isHidden()

    def show_table(self, on: bool) -> None:
        """Show the table or the chart; the focus goes along."""
        focused = self.chart.hasFocus() or self.table.hasFocus()
        self.table.setVisible(on)
        self.chart.setVisible(not on)
        self._reading.setVisible(not on)
        if self._button is not None:
            self._button.set_words(words.show_chart() if on else words.show_table())
        if focused:
            (self.table if on else self.chart).setFocus(Qt.FocusReason.OtherFocusReason)

    def point_at(self, column: int | None) -> None:
        """Mark a column that is pointed at elsewhere, and say it below; nothing is announced."""
        self.chart.point_at(column)
        self._say(column)

    def set_zoom(self, zoom: Zoom) -> None:
        """Show as much as another chart does."""
        self.chart.set_zoom(zoom)
        self._show_whether_whole()

    def reading(self) -> str:
        """The column in words that stands below the chart: the one pointed at, or the newest."""
        return self._reading.text()

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        super().apply_theme(theme)
        self._reading.apply_theme(theme)
        if self._button is not None:  # the first line of the legend stands beside the buttons
            self._title.setMinimumHeight(max(TARGET, theme.scaled(TARGET)))
        self._reserve()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the words below the chart."""
        super().resizeEvent(event)
        self._reserve()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus; what the mouse has put it on needs no ring."""
        if isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
            self._ring_around = watched if event.gotFocus() and not by_mouse else None
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, and the ring around what has the focus."""
        super().paintEvent(event)
        if self._ring_around is not None and self._ring_around.isVisible():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour(Role.FOCUS), _RING_PX))
            painter.drawRoundedRect(QRectF(self._ring_around.geometry()).adjusted(-7, -3, 7, 3), RADIUS_CONTROL, RADIUS_CONTROL)

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
        self._button.clicked.connect(lambda: self.table_requested.emit(not self.shows_table()))
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

    def _say_saved(self, place: str) -> None:
        """Say where the file lies, until the person points at a column."""
        self._saved = words.saved(place)
        self._reading.setText(self._saved)
        announce(self, self._saved)

    def _reserve(self) -> None:
        """As many lines as the longest text takes, so that nothing jumps while the person goes from column to column.

        Only the newest columns are put into words here, a year's months, and those that may be longer: there may be a hundred.
        """
        if self._told is None:
            return
        count = len(self._told.first_days)
        margins = self.body.contentsMargins()
        room = QRect(0, 0, max(1, self.width() - margins.left() - margins.right()), _TALL_PX)
        longest = max((self._told.tip(number) for number in {*range(max(0, count - _MEASURED), count), *self._told.wordy}), key=len)
        height = QFontMetrics(self._reading.font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), longest).height()
        self._reading.setMinimumHeight(height)
