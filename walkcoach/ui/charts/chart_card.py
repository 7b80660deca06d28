"""A card with a chart: title, legend, the figures of one week in words, and the table that takes the chart's place."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkcoach.ui.charts.chart import Chart
from walkcoach.ui.charts.chart_table import ChartTable, Row
from walkcoach.ui.charts.legend import LegendEntry
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_12, SPACE_16, Role
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import caption, heading
from walkcoach.wording import progress as words

_TALL_PX: Final = 10_000
_RING_PX: Final = 2.5


class ChartCard(Card):
    """`chart` with its table: a large card with a legend and the button that asks for tables, or a small one with a note."""

    table_requested = Signal(bool)
    """The person wants tables (true) or charts (false)."""

    def __init__(self, title: str, chart: Chart, legend: Sequence[LegendEntry] = (), parent: QWidget | None = None) -> None:
        super().__init__(padding_px=SPACE_16, gap_px=SPACE_4, parent=parent)
        self.chart = chart
        self.table = ChartTable(small=not legend)
        self._texts: tuple[str, ...] = ()
        self._title = heading(title)
        self._note = caption()
        self._note.setWordWrap(False)
        self._reading = caption()
        self._button = Button(words.show_table(), ButtonKind.QUIET, hint="T") if legend else None
        head = QHBoxLayout()
        head.setSpacing(SPACE_12)
        if self._button is not None:
            self.body.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_16)
            self._title.setWordWrap(False)
            self._note.hide()
            names = FlowRow(SPACE_16)
            for widget in (self._title, *legend, self._note):
                names.add(widget)
            self._button.clicked.connect(lambda: self.table_requested.emit(not self.shows_table()))
            head.addWidget(names, 1, Qt.AlignmentFlag.AlignVCenter)
            head.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        else:
            head.addWidget(self._title, 1)
            head.addWidget(self._note, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._reading)
        self.body.addWidget(self.table)
        self.table.hide()
        self._ring_around: QWidget | None = None
        for part in (chart, self.table):
            part.installEventFilter(self)
        chart.pointed.connect(self._read)

    def fill(self, note: str, texts: Sequence[str], headers: Sequence[str], rows: int, row: Row) -> None:
        """Take the figures: a note beside the title, each column in words, and the table's rows."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._texts = tuple(texts)
        self._read(None)
        self._reserve()
        self.table.setAccessibleName(self.chart.accessibleName())
        self.table.setAccessibleDescription(self.chart.accessibleDescription())
        self.table.show_rows(headers, rows, row)

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

    def reading(self) -> str:
        """The column in words that stands below the chart: the one pointed at, or the newest."""
        return self._reading.text()

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        super().apply_theme(theme)
        self._reading.apply_theme(theme)
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

    def _read(self, column: int | None) -> None:
        if not self._texts:
            return
        said = self._texts[-1 if column is None else column]
        self._reading.setText(said)
        if column is not None and self.chart.hasFocus():
            announce(self.chart, said)

    def _reserve(self) -> None:
        """As many lines as the longest text takes, so that nothing jumps while the person goes from column to column."""
        margins = self.body.contentsMargins()
        room = QRect(0, 0, max(1, self.width() - margins.left() - margins.right()), _TALL_PX)
        longest = max(self._texts, key=len, default="")
        height = QFontMetrics(self._reading.font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), longest).height()
        self._reading.setMinimumHeight(height)
