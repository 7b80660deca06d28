"""The cards of the Today page: a section of `today_content`, the week, the next days, and why somebody was away."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from walkcoach.core.diary import AwayBecause
from walkcoach.services.today import TodayState, TodayView, WeekDay
from walkcoach.ui.pages.today_content import Action, Section, Tone, Weight, Wish
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card, CardKind
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.day_figure import DayFigure
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import Label, body, caption, heading, muted
from walkcoach.ui.widgets.segment_strip import SegmentStrip
from walkcoach.ui.widgets.unfolding import Unfolding
from walkcoach.ui.widgets.week_dots import Dot, DotKind, WeekDots
from walkcoach.wording import names, reasons
from walkcoach.wording import today as words

_KINDS: Final = ((Weight.MAIN, ButtonKind.PRIMARY), (Weight.SECOND, ButtonKind.SECONDARY), (Weight.QUIET, ButtonKind.QUIET))


class SectionCard(Card):
    """One section with its buttons."""

    wished = Signal(object)
    """A button was pressed; carries its `Wish`."""

    def __init__(self, section: Section, view: TodayView, parent: QWidget | None = None) -> None:
        super().__init__(CardKind(section.tone.value), SPACE_32, SPACE_16, parent)
        self.buttons: dict[Wish, Button] = {}
        if section.figure:
            figure = DayFigure()
            figure.show_figure(section.figure, section.figure_words, section.brisk, section.aside)
            self.body.addWidget(figure)
        if section.title:
            plain = section.tone is Tone.PLAIN
            self.body.addWidget(Label(section.title, TypeRole.PAGE if plain else TypeRole.TITLE))
        if section.segments:
            self.body.addWidget(self._strip(section, view))
        for number, paragraph in enumerate(section.paragraphs):
            lead = number == 0 and section.tone is Tone.PLAIN
            self.body.addWidget(Label(paragraph, TypeRole.LEAD if lead else TypeRole.BODY))
        if section.steps:
            self.body.addWidget(heading(words.what_to_do()))
            self.body.addLayout(_steps(section.steps))
        if section.why:
            self.body.addWidget(_why(view))
        if section.note:
            self.body.addWidget(Label(section.note, TypeRole.STRONG))
        for row in self._action_rows(section.actions):
            self.body.addWidget(row)

    @staticmethod
    def _strip(section: Section, view: TodayView) -> SegmentStrip:
        strip = SegmentStrip()
        strip.show_segments(section.segments, words.minutes_unit())
        strip.set_mark(section.mark_s)
        strip.say(words.strip_name(), words.strip_description(view.decision))
        return strip

    def _action_rows(self, actions: tuple[Action, ...]) -> list[FlowRow]:
        """Loud buttons in one row; a quiet one goes below them, with what it does beside it."""
        rows: list[FlowRow] = []
        for action in actions:
            own_row = not rows or action.weight is Weight.QUIET
            if own_row:
                rows.append(FlowRow(SPACE_16))
            button = Button(action.text, dict(_KINDS)[action.weight], large=action.weight is Weight.MAIN)
            button.setAccessibleDescription(action.hint)
            button.clicked.connect(lambda _checked=False, wish=action.wish: self.wished.emit(wish))
            self.buttons[action.wish] = button
            rows[-1].add(button)
            if action.hint:
                rows[-1].add(muted(action.hint))
        return rows


def _steps(steps: tuple[str, ...]) -> QGridLayout:
    """What to do, one step a line, numbered."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_12)
    grid.setVerticalSpacing(SPACE_8)
    grid.setColumnStretch(1, 1)
    for number, step in enumerate(steps):
        grid.addWidget(Label(f"{number + 1}.", TypeRole.STRONG, wrap=False), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(body(step), number, 1)
    return grid


def _why(view: TodayView) -> Unfolding:
    """The rules that fired, each in a sentence with its source."""
    why = Unfolding(words.why_this_plan())
    for explanation in reasons.explanations(view.decision, view.day):
        sentence = body(explanation.sentence)
        source = caption(words.source(explanation.source))
        for label in (sentence, source):
            why.inner.addWidget(label)
        why.inner.setSpacing(SPACE_4)
        why.inner.addSpacing(SPACE_8)
    return why


class WeekCard(Card):
    """The week so far: a dot a day, and the minutes against what was planned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CardKind.PLAIN, SPACE_24, SPACE_12, parent)
        self._total = muted()
        self._total.setWordWrap(False)
        self._dots = WeekDots()
        self._last = caption()
        head = QHBoxLayout()
        head.addWidget(heading(words.this_week()), 1)
        head.addWidget(self._total)
        self.body.addLayout(head)
        self.body.addWidget(self._dots)
        self.body.addWidget(self._last)
        self.body.addStretch(1)

    def draw(self, view: TodayView) -> None:
        """Show the week of `view`."""
        self._total.setText(words.week_total(view.week_min, view.week_planned_min))
        self._dots.show_dots([_dot(day, view) for day in view.week])
        told = [
            words.day_of_week(day.day, day.walked_min, today=day.today, future=day.future, walk_day=day.walk_day)
            for day in view.week
        ]
        self._dots.say(words.this_week(), ". ".join(told))
        self._last.setVisible(view.last_walk is not None and not view.walked_min)
        if view.last_walk is not None:
            self._last.setText(words.last_walk(view.last_walk, view.day, view.last_walk_min))


def _dot(day: WeekDay, view: TodayView) -> Dot:
    name = names.weekday_short(day.day.weekday())
    if day.walked_min:
        return Dot(name, str(day.walked_min), DotKind.WALKED, day.today)
    if day.today:
        due = view.state in (TodayState.TO_CHECK_IN, TodayState.READY_TO_WALK)
        return Dot(name, str(view.decision.minutes) if due else "", DotKind.DUE, today=True)
    return Dot(name, "", DotKind.DUE if day.future and day.walk_day else DotKind.NONE)


class OutlookCard(Card):
    """What the next days may offer: an outlook, said to be one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CardKind.PLAIN, SPACE_24, SPACE_12, parent)
        head = FlowRow(SPACE_8)
        head.add(heading(words.next_days()))
        head.add(caption(words.outlook_hint()))
        self.body.addWidget(head)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_16)
        self._grid.setVerticalSpacing(SPACE_8)
        self._grid.setColumnStretch(1, 1)
        self._nothing = muted(words.no_outlook())
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._rows)
        self.body.addStretch(1)

    def draw(self, view: TodayView) -> None:
        """Show the outlook of `view`. While it is locked there is none: days that wait are no rest days."""
        outlook = () if view.locked else view.outlook
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._nothing.setVisible(not outlook)
        self._rows.setVisible(bool(outlook))
        for row, coming in enumerate(outlook):
            name = Label(names.weekday_short(coming.day.weekday()), TypeRole.BODY, Role.MUTED, wrap=False)
            name.setAccessibleName(names.weekday_name(coming.day.weekday()))
            rest = coming.high_min <= 0
            offer = words.outlook_minutes(coming.low_min, coming.high_min)
            minutes = Label(offer, TypeRole.BODY, Role.MUTED if rest else Role.INK, wrap=False)
            brisk = words.outlook_brisk(coming.low_brisk_min, coming.high_brisk_min)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(minutes, row, 1)
            if brisk:
                self._grid.addWidget(Label(brisk, TypeRole.STRONG, Role.BRISK, wrap=False), row, 2)


class AwayCard(Card):
    """Asks, without need to answer, what kept the person from walking."""

    reason_given = Signal(object)
    """Carries an `AwayBecause`, or None for something else."""

    def __init__(self, missed_days: int, parent: QWidget | None = None) -> None:
        super().__init__(CardKind.PLAIN, SPACE_24, SPACE_12, parent)
        self.body.addWidget(heading(words.away_title(missed_days)))
        self.body.addWidget(muted(words.away_question()))
        choices = [*(Choice(reason, names.away_name(reason)) for reason in AwayBecause), Choice(None, words.away_other())]
        row = ChoiceRow(words.away_question(), choices)
        row.chosen.connect(self.reason_given)
        self.body.addWidget(row)
