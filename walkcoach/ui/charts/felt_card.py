"""The large card of how the walks felt: the chart, what its shapes mean, their table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from walkcoach.core.progress import Condition
from walkcoach.core.spans import Grouping
from walkcoach.ui.charts.chart_card import ChartCard, Told
from walkcoach.ui.charts.felt_chart import FeltChart
from walkcoach.ui.charts.marks import Mark
from walkcoach.ui.charts.save_button import AskPlace, ask_place
from walkcoach.ui.charts.saved_files import Cell
from walkcoach.wording import chart_use, spans
from walkcoach.wording import charts as words


class FeltCard(ChartCard):
    """Shows how walks felt."""

    def __init__(self, ask: AskPlace = ask_place, parent: QWidget | None = None) -> None:
        self.felt_chart = FeltChart()
        marks = (
            (Mark.EFFORT, words.effort()),
            (Mark.LESS_STEADY, words.less_steady()),
            (Mark.MUCH_LESS_STEADY, words.much_less_steady()),
            (Mark.STUMBLED, words.stumbled()),
            (Mark.COULD_NOT_TALK, words.could_not_talk()),
            (Mark.FEET_FINE, words.feet_fine()),
            (Mark.FEET_UNCHECKED, words.feet_unchecked()),
            (Mark.FEET_NEW, words.feet_new()),
            (Mark.SIGN, words.warning_sign()),
        )
        super().__init__(words.felt_title(), self.felt_chart, marks, large=True, ask=ask, parent=parent)

    def show_conditions(self, shown: Sequence[Condition], grouping: Grouping, today: date) -> None:
        """Take the figures of `shown` (at least one), oldest first."""
        self.felt_chart.show_conditions(shown, grouping)

        def row(number: int) -> tuple[str, ...]:
            condition = shown[-1 - number]
            return spans.span_name(condition.first_day, grouping, today), *words.felt_cells(condition)

        def saved(number: int) -> tuple[Cell, ...]:
            condition = shown[number]
            return condition.effort, *condition.counts()

        self.fill(
            Told(
                title=words.felt_title(),
                first_days=[condition.first_day for condition in shown],
                grouping=grouping,
                today=today,
                tip=lambda number: words.felt_tip(shown[number], grouping, today),
                headers=words.felt_headers(grouping),
                row=row,
                saved_headers=chart_use.csv_felt(),
                saved_row=saved,
                stem=chart_use.file_felt(today),
                wordy=[max(range(len(shown)), key=lambda number: sum(map(bool, shown[number].counts())))],
            )
        )
