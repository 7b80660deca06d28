"""Progress: one sentence on how it goes, minutes walked, how the walks felt, each symptom; calendar and road. Or their tables.

All charts have the same columns: what is pointed at in one is marked in all, and a closer look is one at all of them.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from walkcoach.core.progress import Progress
from walkcoach.core.symptoms import Symptom
from walkcoach.ui.charts.chart_card import ChartCard
from walkcoach.ui.charts.columns import begun
from walkcoach.ui.charts.felt_card import FeltCard
from walkcoach.ui.charts.ghost_bars import GhostBars
from walkcoach.ui.charts.legend import LegendEntry
from walkcoach.ui.charts.marks import Mark
from walkcoach.ui.charts.panel_grid import PanelGrid
from walkcoach.ui.charts.save_button import AskPlace, ask_place
from walkcoach.ui.charts.symptom_card import SymptomCard
from walkcoach.ui.charts.week_card import WeekCard
from walkcoach.ui.charts.zoom import Zoom
from walkcoach.ui.pages.calendar_and_road import CalendarAndRoad
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_32, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import Label, caption, heading, muted, page_title, title
from walkcoach.ui.widgets.scroll_page import ScrollPage
from walkcoach.ui.widgets.side_by_side import SideBySide
from walkcoach.wording import chart_use, charts, week_review
from walkcoach.wording import progress as words

FIRST_RANGE_WEEKS: Final = 13
_PANEL_PX: Final = 236
_MINUTES_HIGH: Final = (160, 180, 340)
_FELT_HIGH: Final = (230, 236, 340)
_SYMPTOM_HIGH: Final = (112, 132, 208)
"""Heights of the charts at 100 % text: the least, that in a page 780 pixels high, the most."""
_PAGE_HIGH_PX: Final = 780
_HEAD_PX: Final = 570
"""As much room at 100 % text lets the ranges stand beside the title."""


class ProgressPage(ScrollPage):
    """Draws a `Progress` and asks for another range of weeks. T turns all its charts into tables, and back."""

    range_requested = Signal(int)
    """How many weeks the person wants to see; 0 for all."""
    earlier_weeks_requested = Signal()
    """The person wants to look back at the weekly reviews."""
    trouble_met = Signal(object)
    """A chart could not be saved; carries the `Trouble`."""

    def __init__(self, theme: Theme | None = None, ask: AskPlace = ask_place, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.column.setSpacing(SPACE_16)
        self._range = ChoiceRow(words.range_question(), [Choice(weeks, text) for weeks, text in words.ranges()])
        self._range.choose(FIRST_RANGE_WEEKS)
        self._range.chosen.connect(self._ask_for)
        self._summary = Label(kind=TypeRole.LEAD)
        self._ask = ask
        self._minutes = WeekCard(ask)
        self._felt = FeltCard(ask)
        for card in (self._minutes, self._felt):
            self._follow(card)
        self._panels = PanelGrid(_PANEL_PX)
        self._scale = caption(charts.symptoms_scale())
        self._whole = Button(chart_use.whole_range(), ButtonKind.QUIET, hint="0")
        self._whole.clicked.connect(self._show_whole)
        self._symptoms = _symptoms_part(self._panels, self._whole, self._scale)
        self._cards: dict[Symptom, SymptomCard] = {}
        self.calendar_and_road = CalendarAndRoad(ask)
        self.calendar_and_road.trouble_met.connect(self.trouble_met)
        self.calendar_and_road.table_requested.connect(self.show_tables)
        self._tables = False
        self._asked = False
        self._progress: Progress | None = None
        self._empty_title = title(words.empty_title())
        self._empty_text = muted(words.empty_text())
        self._empty = _empty_card(self._empty_title, self._empty_text)
        self._shown = QWidget()
        inside = QVBoxLayout(self._shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE_16)
        inside.addWidget(SideBySide((self._summary, self._earlier_weeks()), (1, 0), _HEAD_PX, SPACE_12))
        inside.addWidget(self._minutes)
        inside.addWidget(self._felt)
        inside.addWidget(self._symptoms)
        self._planned_note = caption(charts.planned_note())
        inside.addWidget(self._planned_note)
        inside.addWidget(caption(chart_use.keys()))
        self.column.addWidget(SideBySide((page_title(words.title()), self._range), (1, 0), _HEAD_PX, SPACE_12))
        self.column.addWidget(self._empty)
        self.column.addWidget(self._shown)
        self.column.addWidget(self.calendar_and_road)
        self.column.addStretch(1)
        for part in (self._shown, self.calendar_and_road):
            part.hide()
        self._range.hide()
        key = QShortcut(QKeySequence(Qt.Key.Key_T), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(lambda: self.show_tables(not self._tables))
        if theme is not None:
            spread(self, theme)

    @property
    def range_weeks(self) -> int:
        """The range that is chosen, in weeks; 0 for all."""
        weeks = self._range.value()
        return weeks if isinstance(weeks, int) else FIRST_RANGE_WEEKS

    def draw(self, progress: Progress) -> None:
        """Show these spans."""
        walked = any(span.minutes for span in progress.spans)
        earlier = _has_earlier(progress) and self.range_weeks != 0
        self._range.setVisible(walked or earlier)
        self._empty.setVisible(not walked)
        self._empty_title.setVisible(not earlier)
        self._empty_text.setText(words.nothing_in_range() if earlier else words.empty_text())
        self._shown.setVisible(walked)
        self.calendar_and_road.setVisible(self.calendar_and_road.drawn and (walked or earlier))
        if walked and progress != self._progress:  # what stands there already is left alone, a closer look at it as well
            self._progress = progress
            shown = begun(progress)
            self._summary.setText(words.summary(shown))
            self._minutes.show_spans(shown.spans, shown.grouping, shown.today)
            told = any(condition.told for condition in shown.conditions)
            self._felt.setVisible(told)
            if told:
                self._felt.show_conditions(shown.conditions, shown.grouping, shown.today)
            self._draw_symptoms(shown)
            self._whole.hide()
        self._tell(self._summary.text() if walked else self._empty_text.text())

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size; it leaves more or less room for the charts."""
        super().apply_theme(theme)
        self._fit_charts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the charts some of the room of a high window."""
        super().resizeEvent(event)
        self._fit_charts()

    def show_tables(self, on: bool) -> None:
        """Show tables instead of charts, or charts again. Tables begin at the row of what is pointed at."""
        self._tables = on
        self._planned_note.setVisible(not on)  # below the table of minutes it stands by itself
        pointed = self._minutes.chart.point()
        if on and pointed is not None:
            for card in self._all_cards():
                card.choose_row(pointed)
        for card in self._all_cards():
            card.show_table(on)
        self.calendar_and_road.show_table(on)

    def _earlier_weeks(self) -> Button:
        button = Button(week_review.earlier_weeks(), ButtonKind.QUIET)
        button.setAccessibleDescription(week_review.earlier_weeks_hint())
        button.clicked.connect(self.earlier_weeks_requested)
        return button

    def _fit_charts(self) -> None:
        spare = self.height() * 100 / self.page_theme.text_percent - _PAGE_HIGH_PX
        self._minutes.chart.set_height(_high(_MINUTES_HIGH, spare / 2))
        self._felt.chart.set_height(_high(_FELT_HIGH, spare / 4))
        for card in self._cards.values():
            card.chart.set_height(_high(_SYMPTOM_HIGH, spare / 4))

    def _all_cards(self) -> tuple[ChartCard, ...]:
        return self._minutes, self._felt, *self._cards.values()

    def _follow(self, card: ChartCard) -> None:
        """Do in all cards what the person does in one."""
        card.table_requested.connect(self.show_tables)
        card.trouble_met.connect(self.trouble_met)
        card.pointed.connect(lambda column: self._point(card, column))
        card.zoomed.connect(self._zoom)

    def _point(self, by: ChartCard, column: int | None) -> None:
        for card in self._all_cards():
            if card is not by:
                card.point_at(column)

    def _zoom(self, zoom: Zoom) -> None:
        for card in self._all_cards():
            card.set_zoom(zoom)
        self._whole.setVisible(not zoom.is_whole)

    def _show_whole(self) -> None:
        if self._whole.hasFocus():
            next(iter(self._cards.values()), self._minutes).chart.setFocus(Qt.FocusReason.OtherFocusReason)
        self._zoom(self._minutes.chart.zoom.all())

    def _ask_for(self, weeks: object) -> None:
        if isinstance(weeks, int):
            self._asked = True
            self.range_requested.emit(weeks)

    def _tell(self, said: str) -> None:
        """Have a screen reader say it on arrival, and at once where the person has just chosen another range."""
        self.setAccessibleDescription(said)
        if self._asked:
            self._asked = False
            announce(self, said)

    def _draw_symptoms(self, progress: Progress) -> None:
        self._symptoms.setVisible(bool(progress.trends))
        symptoms = [trend.symptom for trend in progress.trends]
        if symptoms != list(self._cards):
            self._cards = {symptom: SymptomCard(symptom, self._ask, number) for number, symptom in enumerate(symptoms, 1)}
            for card in self._cards.values():
                self._follow(card)
            self._panels.show_panels(list(self._cards.values()))
            self._stand_in_line()
            for card in self._cards.values():  # in their place first: Qt forgets the font of what is moved under a stylesheet
                spread(card, self.page_theme)
                card.show_table(self._tables)
            self._fit_charts()
        self._scale.setText(charts.symptoms_scale(progress.grouping))
        for trend in progress.trends:
            self._cards[trend.symptom].show_trend(trend, progress.grouping, progress.today)

    def _stand_in_line(self) -> None:
        """Have Tab come to the panels where they stand; Qt puts what is made late last of all."""
        before: QWidget = self._whole
        for card in self._cards.values():
            for stop in card.tab_stops():
                QWidget.setTabOrder(before, stop)
                before = stop


def _high(limits: tuple[int, int, int], more: float) -> int:
    """The middle height with `more` pixels, within the least and the most."""
    least, middle, most = limits
    return round(min(most, max(least, middle + more)))


def _has_earlier(progress: Progress) -> bool:
    """Whether the diary began before this week, as far as these weeks show."""
    return any(span.planned_min or span.walk_days for span in progress.spans[:-1]) or any(
        point.usual is not None for trend in progress.trends for point in trend.points[:-1]
    )


def _empty_card(heading_label: Label, text: Label) -> Card:
    card = Card(padding_px=SPACE_32, gap_px=SPACE_12)
    card.body.addWidget(GhostBars(), 0, Qt.AlignmentFlag.AlignHCenter)
    for label in (heading_label, text):
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(label)
    return card


def _symptoms_part(panels: PanelGrid, whole: Button, scale: Label) -> QWidget:
    """The heading of the symptoms with what their lines mean, and the panels below."""
    part = QWidget()
    legend = FlowRow(SPACE_16)
    name = heading(charts.symptoms_title())
    name.setWordWrap(False)
    for widget in (
        name,
        LegendEntry(Mark.BEFORE, charts.before_walks()),
        LegendEntry(Mark.WORST, charts.worst_during()),
        LegendEntry(Mark.USUAL, charts.around_usual()),
        whole,
    ):
        legend.add(widget)
    whole.hide()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, SPACE_8, 0, 0)
    column.setSpacing(SPACE_12)
    column.addWidget(legend)
    column.addWidget(panels)
    column.addWidget(scale)
    part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return part
