"""A card with a chart: title, legend, the figures of one week in words, and the table that takes the chart's place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkcoach.ui.charts.chart import Chart
from walkcoach.ui.charts.chart_table import ChartTable
from walkcoach.ui.charts.legend import LegendEntry
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import caption, heading
from walkcoach.wording import progress as words


class ChartCard(Card):
    """`chart` under `title`. `with_button`: it carries the button that asks for tables or charts; otherwise a note."""

    table_requested = Signal(bool)
    """The person wants tables (true) or charts."""

    def __init__(
        self, title: str, chart: Chart, legend: Sequence[LegendEntry] = (), *, with_button: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding_px=SPACE_16, gap_px=SPACE_8, parent=parent)
        self.chart = chart
        self.table = ChartTable()
        self._tell: Callable[[int], str] = str
        self._last = 0
        self._title = heading(title)
        self._title.setWordWrap(not legend)
        self._note = caption()
        self._note.setWordWrap(False)
        self._reading = caption()
        self._button = Button(words.show_table(), ButtonKind.QUIET, hint="T") if with_button else None
        head = QHBoxLayout()
        head.setSpacing(SPACE_12)
        if legend:
            names = FlowRow(SPACE_16)
            for widget in (self._title, *legend):
                names.add(widget)
            head.addWidget(names, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            head.addWidget(self._title, 1)
        if self._button is not None:
            self._button.clicked.connect(lambda: self.table_requested.emit(not self.shows_table()))
            head.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        else:
            head.addWidget(self._note, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._reading)
        self.body.addWidget(self.table)
        self.table.hide()
        chart.pointed.connect(self._read)

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

    def fill(self, *, note: str, last: int, tell: Callable[[int], str], headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Take the figures: `tell` says a column in words, `last` is the newest column."""
        self._note.setText(note)
        self._note.setVisible(bool(note) and self._button is None)
        self._tell = tell
        self._last = last
        self._reading.setText(tell(last))
        self.table.setAccessibleName(self.chart.accessibleName())
        self.table.setAccessibleDescription(self.chart.accessibleDescription())
        self.table.show_rows(headers, rows)

    def reading(self) -> str:
        """The week in words that stands below the chart."""
        return self._reading.text()

    def _read(self, column: int | None) -> None:
        said = self._tell(self._last if column is None else column)
        self._reading.setText(said)
        if column is not None and self.chart.hasFocus():
            announce(self.chart, said)
