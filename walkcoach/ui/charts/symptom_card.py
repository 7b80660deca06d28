"""The small card of one symptom: its chart, its usual beside the name, its table."""

from datetime import date

from PySide6.QtWidgets import QWidget

from walkcoach.core.progress import SymptomTrend
from walkcoach.core.spans import Grouping
from walkcoach.core.symptoms import Symptom
from walkcoach.ui.charts.chart_card import ChartCard, Told
from walkcoach.ui.charts.marks import Mark
from walkcoach.ui.charts.save_button import AskPlace, ask_place
from walkcoach.ui.charts.symptom_chart import SymptomChart
from walkcoach.wording import chart_use, names, numbers, spans
from walkcoach.wording import charts as words


class SymptomCard(ChartCard):
    """Shows the trends of one symptom; `number` is its place among the symptoms of the page."""

    def __init__(self, symptom: Symptom, ask: AskPlace = ask_place, number: int = 1, parent: QWidget | None = None) -> None:
        self._number = number
        self.symptom_chart = SymptomChart()
        self._name = numbers.first_up(names.symptom_name(symptom))
        marks = (
            (Mark.BEFORE, words.before_walks()),
            (Mark.WORST, words.worst_during()),
            (Mark.USUAL, words.around_usual()),
        )
        super().__init__(self._name, self.symptom_chart, marks, large=False, ask=ask, parent=parent)

    def show_trend(self, trend: SymptomTrend, grouping: Grouping, today: date) -> None:
        """Take the figures of `trend`."""
        self.symptom_chart.show_trend(trend, grouping)

        def row(number: int) -> tuple[str, ...]:
            point = trend.points[-1 - number]
            scores = (point.before, point.worst, point.usual)
            return spans.span_short(point.first_day, grouping, today), *map(words.score_or_dash, scores)

        def tip(number: int) -> str:
            point = trend.points[number]
            return words.point_tip(spans.span_short(point.first_day, grouping, today), point.before, point.worst)

        def saved(number: int) -> tuple[float | None, ...]:
            point = trend.points[number]
            return point.before, point.worst, point.usual

        self.fill(
            Told(
                title=self._name,
                first_days=[point.first_day for point in trend.points],
                grouping=grouping,
                today=today,
                tip=tip,
                headers=words.symptom_headers(grouping),
                row=row,
                saved_headers=chart_use.csv_symptom(self._name),
                saved_row=saved,
                stem=chart_use.file_numbered(self._number, today),
                note=words.usual_now(trend.usual),
            )
        )
