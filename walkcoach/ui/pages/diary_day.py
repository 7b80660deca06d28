"""One day of the diary, whole: its plan with every reason, check-ins, walks, what was noted, and the day's note to write in."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes
from walkcoach.services.diary_edits import REMARK_MOST
from walkcoach.services.diary_row import DiaryRow
from walkcoach.services.entries import EntryKey, EntryKind
from walkcoach.services.folded_diary import whole_minutes
from walkcoach.services.ports import WalkKind, WalkRecord
from walkcoach.ui.pages.diary_cards import Action, DayCard, beside, explained
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.theme.tokens import SPACE_12, SPACE_16, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import CardKind
from walkcoach.ui.widgets.decision_mark import DecisionMark, MarkKind
from walkcoach.ui.widgets.labels import Label, title
from walkcoach.ui.widgets.remark_editor import RemarkEditor
from walkcoach.ui.widgets.scroll_page import ScrollPage
from walkcoach.wording import diary, numbers, reasons, undo
from walkcoach.wording import diary_day as words
from walkcoach.wording import today as today_words


class DayPane(ScrollPage):
    """Draws a `DiaryRow` and tells what the person wants to change. It has the keyboard as a whole, to be scrolled and read."""

    before_requested = Signal(object)
    after_requested = Signal(object)
    notes_requested = Signal(object)
    """The check-in before, after, or the notes for the coach of a day are to be said, or said anew; carries the day."""
    walk_requested = Signal(object)
    """A walk is to be added to a day; carries the day."""
    walk_edit_requested = Signal(object)
    """Carries the `WalkRecord` that is to be changed."""
    delete_requested = Signal(object)
    """Carries the `EntryKey` of what is to be deleted."""
    delete_day_requested = Signal(object)
    """Carries the day whose entries are to be deleted."""
    remark_written = Signal(object, str)
    """Carries the day and its note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.row: DiaryRow | None = None
        self._today = date.min
        self._unsaved: dict[date, str] = {}
        """Notes that were written and could not be kept yet."""
        self._told: tuple[date, str] | None = None
        self._as_kept = ""
        """The note as the field gives it back: a text field knows no hard spaces, and looking at one is no change."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        self.column.setSpacing(SPACE_12)
        self._title = title()
        self._top, self._holder = QWidget(), QWidget()
        for holder in (self._top, self._holder):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE_12)
        self.cards: list[DayCard] = []
        self.remark = RemarkEditor(words.remark_title(), words.remark_hint(), REMARK_MOST)
        self.remark.left.connect(self._tell_remark)
        self._remark_card = DayCard(words.remark_title())
        self._remark_card.body.addWidget(self.remark)
        self._delete_day = Button(words.delete_day(), ButtonKind.QUIET)
        self._delete_day.clicked.connect(self._ask_to_delete_day)
        self._nothing = Label(diary.choose_day(), TypeRole.LEAD, Role.MUTED)
        for widget in (self._nothing, self._title, self._top, self._remark_card, self._holder, self._delete_day):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._show_parts()

    def draw(self, row: DiaryRow, today: date) -> None:
        """Show this day. The same again changes nothing; what is being written stays."""
        if row == self.row and today == self._today:
            return
        another = self.row is None or self.row.day != row.day
        if another:
            self.flush()
        kept_changed = another or self.row is None or self.row.remark != row.remark
        self.row, self._today = row, today
        self._title.setText(diary.day_title(row.day, today))
        if kept_changed:
            self._told = None
            self.remark.show_text(row.remark)
            self._as_kept = self.remark.text().strip()
            self.remark.show_text(self._unsaved.get(row.day, self.remark.text()))
            self.remark.say_trouble("")
        self._rebuild(row)
        self._show_parts()
        if another:
            self.to_top()

    def clear(self) -> None:
        """Show no day."""
        self.flush()
        self.row = None
        self._empty()
        self._show_parts()

    def flush(self) -> None:
        """Tell at once what was written and not told yet."""
        self._tell_remark()

    def remark_kept(self, day: date) -> None:
        """The note of `day` was kept."""
        self._unsaved.pop(day, None)
        if self.row is not None and self.row.day == day:
            self.remark.say_trouble("")

    def remark_refused(self, day: date, text: str, why: str) -> None:
        """The note of `day` could not be kept: it stays here, and is told again the next time."""
        self._unsaved[day] = text
        self._told = None
        if self.row is not None and self.row.day == day:
            self.remark.say_trouble(why)

    def _tell_remark(self) -> None:
        row, text = self.row, self.remark.text().strip()
        if row is not None and text != self._as_kept and self._told != (row.day, text):
            self._told = (row.day, text)  # telling may draw this pane anew, before the row knows
            self.remark_written.emit(row.day, text)

    def _ask_to_delete_day(self) -> None:
        if self.row is not None:
            self.delete_day_requested.emit(self.row.day)

    def _show_parts(self) -> None:
        row = self.row
        there = row is not None
        for widget in (self._title, self._top, self._remark_card, self._holder):
            widget.setVisible(there)
        self._nothing.setVisible(not there)
        self._delete_day.setVisible(row is not None and _deletable(row))

    def _empty(self) -> None:
        _put_away(self.cards)
        self.cards = []

    def _button_held(self) -> tuple[str, int] | None:
        """The name of the card's button with the keyboard, and how many of that name stand before it."""
        names = [(button, button.accessibleName()) for card in self.cards for button in card.buttons]
        for number, (button, name) in enumerate(names):
            if button is self.focusWidget():
                return name, sum(other == name for _button, other in names[:number])
        return None

    def _take_focus(self, held: tuple[str, int] | None) -> None:
        """Give the keyboard to the button that stands where the one that had it stood, or to the day as a whole."""
        name, number = held or ("", 0)
        same = [button for card in self.cards for button in card.buttons if button.accessibleName() == name]
        to: QWidget = same[number] if number < len(same) else self
        to.setFocus(Qt.FocusReason.TabFocusReason if to is not self else Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, row: DiaryRow) -> None:
        old, holding = self.cards, self._button_held()
        had_focus = any(holder.isAncestorOf(self.focusWidget()) for holder in (self._top, self._holder))
        self.cards = [self._plan(row), self._walks(row), self._before(row), self._after(row), self._notes(row)]
        if row.slow_answers is not None and row.slow_answers.answered:
            card = DayCard(words.slow_title())
            card.add_line(words.slow_lines(row.slow_answers))
            self.cards.append(card)
        if row.programme is not None:
            card = DayCard(words.programme_title())
            card.add_pairs(words.programme_lines(row.programme, row.programme_before))
            self.cards.append(card)
        for number, card in enumerate(self.cards):
            layout = (self._holder if number else self._top).layout()
            assert layout is not None, "both holders were given one"
            layout.addWidget(card)
            spread(card, self.page_theme)
            card.show()  # at once: what is not shown cannot take the keyboard
        if had_focus:
            self._take_focus(holding)
        _put_away(old)
        stops: list[QWidget] = [button for card in self.cards for button in card.buttons]
        for one, other in pairwise([self.remark.field, *stops, self._delete_day]):
            QWidget.setTabOrder(one, other)  # the cards are newer than what stands round them
        said = [line for card in self.cards for line in card.said]
        self.setAccessibleName(" ".join((self._title.text(), *said)))

    def _plan(self, row: DiaryRow) -> DayCard:
        decision = row.decision
        card = DayCard(words.plan_title(as_shown=row.as_shown, today=row.day == self._today))
        kind = MarkKind.LOCK if row.locked else MarkKind(decision.kind)
        line = words.plan_line(decision)
        mark = DecisionMark(kind, diary.kind_name(decision.kind), hollow=not row.plan_walked)
        card.body.addLayout(beside(mark, Label(line, TypeRole.TITLE)))
        card.said.append(line)
        explanations = reasons.explanations(decision, row.day)
        if len(explanations) != 1:  # one reason alone says all that the headline would
            card.add_line(reasons.headline(decision, row.day), TypeRole.STRONG)
        for explanation in explanations:
            source = today_words.source(explanation.source)
            card.body.addWidget(explained(explanation.sentence, source))
            card.said.append(explanation.sentence)
        return card

    def _walks(self, row: DiaryRow) -> DayCard:
        may_add = row.day <= self._today
        add = [Action(words.add(), undo.walk(), partial(self.walk_requested.emit, row.day))] if may_add else []
        card = DayCard(words.walks_title(), add)
        for walk in row.walks:
            card.add_block(_walk_lines(walk), self._walk_actions(walk))
        if not row.walks:
            card.add_line(words.none_said(), colour=Role.MUTED)
        return card

    def _walk_actions(self, walk: WalkRecord) -> list[Action]:
        key = EntryKey(EntryKind.WALK, id=walk.id)
        about = words.walk_line(whole_minutes(walk.walked_s), 0)
        actions = [Action(words.delete(), about, partial(self.delete_requested.emit, key))]
        if walk.kind is not WalkKind.FREE or whole_minutes(walk.walked_s) > 1:
            actions.insert(0, Action(words.change(), about, partial(self.walk_edit_requested.emit, walk)))
        return actions

    def _before(self, row: DiaryRow) -> DayCard:
        thing = undo.check_in_before()
        actions = self._said_actions(row, EntryKind.BEFORE, thing, self.before_requested, there=row.before is not None)
        lines = words.before_lines(row.before, row.usual) if row.before is not None else ()
        return _check_in_card(words.before_title(), actions, row.before, lines)

    def _after(self, row: DiaryRow) -> DayCard:
        thing = undo.check_in_after()
        actions = self._said_actions(
            row, EntryKind.AFTER, thing, self.after_requested, there=row.after is not None, may_add=row.plan_walked
        )
        lines = words.after_lines(row.after, row.before) if row.after is not None else ()
        return _check_in_card(words.after_title(), actions, row.after, lines)

    def _notes(self, row: DiaryRow) -> DayCard:
        thing = undo.coach_notes()
        there = row.notes != Notes()
        card = DayCard(words.notes_title(), self._said_actions(row, EntryKind.NOTES, thing, self.notes_requested, there=there))
        for line in words.notes_lines(row.notes):
            card.add_line(line)
        if not there:
            card.add_line(words.none_said(), colour=Role.MUTED)
        return card

    def _said_actions(
        self, row: DiaryRow, kind: EntryKind, thing: str, request: object, *, there: bool, may_add: bool = True
    ) -> list[Action]:
        """Change and Delete for what is there, else Add, unless the day is still to come."""
        ask = partial(request.emit, row.day)  # type: ignore[attr-defined]  # a signal of this pane
        if there:
            delete = partial(self.delete_requested.emit, EntryKey(kind, row.day))
            return [Action(words.change(), thing, ask), Action(words.delete(), thing, delete)]
        return [Action(words.add(), thing, ask)] if may_add and row.day <= self._today else []


def _check_in_card(
    name: str, actions: list[Action], said: BeforeCheckIn | AfterCheckIn | None, lines: Sequence[tuple[str, str]]
) -> DayCard:
    """What a check-in said, line by line; one with a warning sign stands out."""
    card = DayCard(name, actions, CardKind.CAUTION if said is not None and said.warning_signs else CardKind.PLAIN)
    if said is None:
        card.add_line(words.none_said(), colour=Role.MUTED)
    else:
        card.add_pairs(lines)
    return card


def _walk_lines(walk: WalkRecord) -> list[str]:
    """A walk in a few lines. No hour is made up where none was known."""
    minutes = whole_minutes(walk.walked_s)
    kinds = {WalkKind.PLANNED: words.walk_planned(), WalkKind.FREE: words.walk_free(), WalkKind.BY_HAND: words.walk_by_hand()}
    parts = [kinds[walk.kind]]
    if walk.time_known:
        parts.append(words.walk_began(walk.started.time()))
    if walk.shorter_because is not None:
        parts.append(words.walk_shorter(walk.shorter_because))
    if walk.symptom_marks_s:
        parts.append(words.walk_marks(len(walk.symptom_marks_s)))
    return [words.walk_line(minutes, min(minutes, whole_minutes(walk.brisk_s))), numbers.first_up(", ".join(parts))]


def _put_away(cards: Sequence[DayCard]) -> None:
    for card in cards:
        card.hide()
        card.deleteLater()


def _deletable(row: DiaryRow) -> bool:
    """Whether there is more to delete than one press on one entry would."""
    return bool(row.before or row.after or row.walks or row.remark or row.notes != Notes())
