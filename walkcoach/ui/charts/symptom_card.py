"""The small card of one symptom: its chart, its usual beside the name, its table."""

from datetime import date

from PySide6.QtWidgets import QWidget

from walkcoach.core.progress import SymptomTrend
from walkcoach.core.symptoms import Symptom
from walkcoach.ui.charts.chart_card import ChartCard
from walkcoach.ui.charts.symptom_chart import SymptomChart
from walkcoach.wording import names, numbers
from walkcoach.wording import progress as words


class SymptomCard(ChartCard):
    """Shows the trends of one symptom."""

    def __init__(self, symptom: Symptom, parent: QWidget | None = None) -> None:
        self.symptom_chart = SymptomChart()
        super().__init__(numbers.first_up(names.symptom_name(symptom)), self.symptom_chart, parent=parent)

    def show_trend(self, trend: SymptomTrend, today: date) -> None:
        """Take the figures of `trend`."""
        self.symptom_chart.show_trend(trend)

        def row(number: int) -> tuple[str, ...]:
            point = trend.points[-1 - number]
            scores = (point.before, point.worst, point.usual)
            return words.week_short(point.first_day, today), *map(words.score_or_dash, scores)

        texts = [
            words.point_tip(words.span_name(column.first_day, column.weeks, today), column.before, column.worst)
            for column in self.symptom_chart.columns()
        ]
        self.fill(words.usual_now(trend.usual), texts, words.symptom_headers(), len(trend.points), row)
