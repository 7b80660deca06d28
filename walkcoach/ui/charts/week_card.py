"""The large card of the minutes: the chart, what its marks mean, their table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from walkcoach.core.progress import Span
from walkcoach.core.spans import Grouping
from walkcoach.ui.charts.chart_card import ChartCard, Told
from walkcoach.ui.charts.marks import Mark
from walkcoach.ui.charts.save_button import AskPlace, ask_place
from walkcoach.ui.charts.week_chart import WeekChart
from walkcoach.ui.widgets.labels import caption
from walkcoach.wording import chart_use, spans
from walkcoach.wording import charts as words


class WeekCard(ChartCard):
    """Shows spans of walking."""

    def __init__(self, ask: AskPlace = ask_place, parent: QWidget | None = None) -> None:
        self.week_chart = WeekChart()
        marks = ((Mark.NORMAL, words.normal()), (Mark.BRISK, words.brisk()), (Mark.PLANNED, words.planned()))
        super().__init__(words.minutes_title(), self.week_chart, marks, large=True, way_back=True, ask=ask, parent=parent)

        self._planned_note = caption(words.planned_note())
        self._planned_note.hide()
        self.body.addWidget(self._planned_note)

    def show_table(self, on: bool) -> None:
        """Show the table, with what its planned minutes count, or the chart."""
        super().show_table(on)
        self._planned_note.setVisible(on)

    def show_spans(self, shown: Sequence[Span], grouping: Grouping, today: date) -> None:
        """Take the figures of `shown` (at least one), oldest first."""
        self.week_chart.show_spans(shown, grouping, today)

        def row(number: int) -> tuple[str, ...]:
            span = shown[-1 - number]
            figures = (span.minutes, span.normal_min, span.brisk_min, span.planned_min)
            return spans.span_name(span.first_day, grouping, today), *map(str, figures), words.kept(span)

        def saved(number: int) -> tuple[int, ...]:
            span = shown[number]
            return span.minutes, span.normal_min, span.brisk_min, span.planned_min, span.walks, span.walk_days

        self.fill(
            Told(
                title=words.minutes_title(grouping),
                first_days=[span.first_day for span in shown],
                grouping=grouping,
                today=today,
                tip=lambda number: words.bar_tip(shown[number], grouping, today),
                headers=words.minutes_headers(grouping),
                row=row,
                saved_headers=chart_use.csv_minutes(),
                saved_row=saved,
                stem=chart_use.file_minutes(today),
                wordy=[max(range(len(shown)), key=lambda number: shown[number].minutes)],
            )
        )
