"""Progress: one sentence on how it goes, minutes a week, and each symptom before and during walks. Charts, or their tables."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkcoach.core.progress import Progress, SymptomTrend, Week
from walkcoach.ui.charts.chart_card import ChartCard
from walkcoach.ui.charts.columns import begun
from walkcoach.ui.charts.legend import LegendEntry, Mark
from walkcoach.ui.charts.panel_grid import PanelGrid
from walkcoach.ui.charts.symptom_chart import SymptomChart
from walkcoach.ui.charts.week_chart import WeekChart
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16, TypeRole
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import Label, caption, heading, muted, page_title, title
from walkcoach.ui.widgets.scroll_page import ScrollPage
from walkcoach.wording import names, numbers
from walkcoach.wording import progress as words

DEFAULT_WEEKS: Final = 13
_PANEL_PX: Final = 236


class ProgressPage(ScrollPage):
    """Draws a `Progress` and asks for another range of weeks."""

    range_requested = Signal(int)
    """How many weeks the person wants to see; 0 for all."""

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.column.setSpacing(SPACE_16)
        self._range = ChoiceRow(words.range_question(), [Choice(weeks, text) for weeks, text in words.ranges()])
        self._range.choose(DEFAULT_WEEKS)
        self._range.chosen.connect(self._ask_for)
        self._summary = Label(kind=TypeRole.LEAD)
        self._weeks_chart = WeekChart()
        self._weeks = ChartCard(
            words.minutes_title(),
            self._weeks_chart,
            [
                LegendEntry(Mark.NORMAL, words.normal()),
                LegendEntry(Mark.BRISK, words.brisk()),
                LegendEntry(Mark.PLANNED, words.planned()),
            ],
            with_button=True,
        )
        self._weeks.table_requested.connect(self.show_tables)
        self._panels = PanelGrid(_PANEL_PX)
        self._symptom_cards: tuple[ChartCard, ...] = ()
        self._tables = False
        self._shown = self._make_shown()
        self._empty = Card()
        self._empty_title = title(words.empty_title())
        self._empty_text = muted(words.empty_text())
        self._empty.body.addWidget(self._empty_title)
        self._empty.body.addWidget(self._empty_text)
        head = QHBoxLayout()
        head.addWidget(page_title(words.title()), 1)
        self.column.addLayout(head)
        self.column.addWidget(self._range)
        self.column.addWidget(self._empty)
        self.column.addWidget(self._shown, 1)
        self.column.addStretch(0)
        self._shown.hide()
        self._range.hide()
        self._key = QShortcut(QKeySequence(Qt.Key.Key_T), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._key.activated.connect(lambda: self.show_tables(not self._tables))
        if theme is not None:
            spread(self, theme)

    def draw(self, progress: Progress) -> None:
        """Show these weeks."""
        walked = any(week.minutes for week in progress.weeks)
        earlier = _has_earlier(progress)
        self._empty.setVisible(not walked)
        self._shown.setVisible(walked)
        self._range.setVisible(walked or earlier)
        self._empty_text.setText(words.nothing_in_range() if earlier else words.empty_text())
        self._empty_title.setVisible(not earlier)
        if not walked:
            return
        shown = begun(progress)
        self._summary.setText(words.summary(shown))
        self._draw_weeks(shown)
        self._draw_symptoms(shown)

    def show_tables(self, on: bool) -> None:
        """Show tables instead of charts, or charts again."""
        self._tables = on
        for card in (self._weeks, *self._symptom_cards):
            card.show_table(on)

    def _make_shown(self) -> QWidget:
        shown = QWidget()
        inside = QVBoxLayout(shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE_16)
        inside.addWidget(self._summary)
        inside.addWidget(self._weeks, 1)
        legend = FlowRow(SPACE_16)
        symptoms_heading = heading(words.symptoms_title())
        symptoms_heading.setWordWrap(False)
        legend.add(symptoms_heading)
        legend.add(LegendEntry(Mark.BEFORE, words.before_walks()))
        legend.add(LegendEntry(Mark.WORST, words.worst_during()))
        legend.add(LegendEntry(Mark.USUAL, words.around_usual()))
        self._symptoms = QWidget()
        below = QVBoxLayout(self._symptoms)
        below.setContentsMargins(0, SPACE_8, 0, 0)
        below.setSpacing(SPACE_12)
        below.addWidget(legend)
        below.addWidget(self._panels)
        below.addWidget(caption(words.symptoms_scale()))
        inside.addWidget(self._symptoms)
        return shown

    def _ask_for(self, weeks: object) -> None:
        if isinstance(weeks, int):
            self.range_requested.emit(weeks)

    def _draw_weeks(self, progress: Progress) -> None:
        self._weeks_chart.show_weeks(progress.weeks, progress.today)
        columns = self._weeks_chart.columns()
        self._weeks.fill(
            note="",
            last=len(columns) - 1,
            tell=lambda number: words.bar_tip(columns[number].weeks[-1], progress.today),
            headers=words.minutes_headers(),
            rows=[_week_row(week, progress) for week in reversed(progress.weeks)],
        )

    def _draw_symptoms(self, progress: Progress) -> None:
        self._symptoms.setVisible(bool(progress.trends))
        self._symptom_cards = tuple(_symptom_card(trend, progress) for trend in progress.trends)
        for card in self._symptom_cards:
            spread(card, self.page_theme)
            card.show_table(self._tables)
        self._panels.show_panels(self._symptom_cards)


def _has_earlier(progress: Progress) -> bool:
    """Whether the diary began before this week, as far as these weeks show."""
    return any(week.planned_min or week.walk_days for week in progress.weeks[:-1]) or any(
        point.usual is not None for trend in progress.trends for point in trend.points[:-1]
    )


def _symptom_card(trend: SymptomTrend, progress: Progress) -> ChartCard:
    chart = SymptomChart()
    chart.show_trend(trend, progress.today)
    points = chart.points()
    name = numbers.first_up(names.symptom_name(trend.symptom))
    card = ChartCard(name, chart)
    card.fill(
        note=words.usual_now(trend.usual),
        last=len(points) - 1,
        tell=lambda number: words.point_tip(points[number].first_day, points[number].before, points[number].worst, progress.today),
        headers=words.symptom_headers(),
        rows=[
            (
                words.week_name(point.first_day, progress.today),
                words.score_or_dash(point.before),
                words.score_or_dash(point.worst),
                words.score_or_dash(point.usual),
            )
            for point in reversed(trend.points)
        ],
    )
    return card


def _week_row(week: Week, progress: Progress) -> tuple[str, ...]:
    return (
        words.week_name(week.first_day, progress.today),
        str(week.minutes),
        str(week.normal_min),
        str(week.brisk_min),
        str(week.planned_min),
        words.kept(week),
    )
