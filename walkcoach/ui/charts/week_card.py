"""The large card of the minutes: the weeks' chart, what its marks mean, and their table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from walkcoach.core.progress import Week
from walkcoach.ui.charts.chart_card import ChartCard
from walkcoach.ui.charts.legend import LegendEntry, Mark
from walkcoach.ui.charts.week_chart import WeekChart
from walkcoach.wording import progress as words


class WeekCard(ChartCard):
    """Shows weeks of walking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.week_chart = WeekChart()
        legend = (
            LegendEntry(Mark.NORMAL, words.normal()),
            LegendEntry(Mark.BRISK, words.brisk()),
            LegendEntry(Mark.PLANNED, words.planned()),
        )
        super().__init__(words.minutes_title(), self.week_chart, legend, parent)

    def show_weeks(self, weeks: Sequence[Week], today: date) -> None:
        """Take the figures of `weeks` (at least one), oldest first."""
        self.week_chart.show_weeks(weeks, today)
        columns = self.week_chart.columns()

        def row(number: int) -> tuple[str, ...]:
            week = weeks[-1 - number]
            figures = (week.minutes, week.normal_min, week.brisk_min, week.planned_min)
            return words.week_name(week.first_day, today), *map(str, figures), words.kept(week)

        texts = [
            words.bar_tip(column.weeks[0], today)
            if len(column.weeks) == 1
            else words.mean_tip(column.first_day, len(column.weeks), column.minutes, column.brisk, column.planned, today)
            for column in columns
        ]
        self.fill(words.weeks_a_bar(len(columns[-1].weeks)), texts, words.minutes_headers(), len(weeks), row)
