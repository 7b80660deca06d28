"""The page for the clinician, before it leaves the house: what is to be on it, how it will look, and the same as text.

Everything that the person chooses is drawn at once. T turns the picture of the page into its text, and back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.core.report import SPANS_WEEKS
from walkcoach.core.sheet import Paper
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.foot_bar import FootBar
from walkcoach.ui.widgets.labels import Label, caption, heading, muted, page_title
from walkcoach.ui.widgets.paper_view import PaintedPages, PaperView
from walkcoach.ui.widgets.read_only_text import ReadOnlyText
from walkcoach.ui.widgets.scroll_page import ScrollPage
from walkcoach.ui.widgets.side_by_side import SideBySide
from walkcoach.ui.widgets.tick import Tick
from walkcoach.ui.widgets.unfolding import Unfolding
from walkcoach.wording import report_page as words

FIRST_SPAN_WEEKS: Final = 12
_NARROW_PX: Final = 620
_NOTE_LETTERS: Final = 220
"""So much of a note is shown beside its tick."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person wants on the page."""

    weeks: int
    paper: Paper
    table: bool
    notes: frozenset[date]


@dataclass(frozen=True, slots=True)
class ReportView:
    """What the window shows: the pages, the same as text, the notes to choose from, and whether something is left out."""

    pages: PaintedPages
    text: str
    notes: Sequence[tuple[date, str]]
    left_out: bool


class ReportPage(QWidget):
    """Emits what is wanted, and draws what comes of it."""

    changed = Signal()
    """The person wants something else on the page: see `wanted`."""
    save_requested = Signal()
    """The page is to be saved as PDF."""
    print_requested = Signal()
    """The page is to be printed."""

    def __init__(self, paper: Paper = Paper.A4, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or Theme()
        self._span = ChoiceRow(words.span_question(), [Choice(weeks, text) for weeks, text in words.spans(SPANS_WEEKS)])
        self._span.choose(FIRST_SPAN_WEEKS)
        self._span.chosen.connect(lambda _weeks: self.changed.emit())
        self._paper = ChoiceRow(words.paper_question(), [Choice(each, text) for each, text in words.papers()])
        self._paper.choose(paper)
        self._paper.chosen.connect(lambda _paper: self.changed.emit())
        self._table = Tick(words.with_table())
        self._table.clicked.connect(lambda _on=False: self.changed.emit())
        self._notes: dict[date, Tick] = {}
        self._note_texts: tuple[tuple[date, str], ...] = ()
        self._notes_hint = muted()
        self._choose = Unfolding(words.choose_notes())
        self._left_out = caption()
        self._paper_view = PaperView()
        self._text = ReadOnlyText(words.text_name())
        self._text.hide()
        self.save_button = Button(words.save(), ButtonKind.PRIMARY)
        self.save_button.clicked.connect(self.save_requested)
        self.print_button = Button(words.print_it())
        self.print_button.clicked.connect(self.print_requested)
        self.text_button = Button(words.as_text(), hint="T")
        self.text_button.clicked.connect(lambda: self.show_text(not self._text.isVisibleTo(self)))
        self._said = Label()
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll = ScrollPage()
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(FootBar(self._said, self.text_button, self.print_button, self.save_button))
        self.setFocusProxy(self._span)
        key = QShortcut(QKeySequence(Qt.Key.Key_T), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.text_button.click)
        if theme is not None:
            spread(self, theme)

    @property
    def wanted(self) -> Wanted:
        """What the person has chosen."""
        weeks, paper = self._span.value(), self._paper.value()
        return Wanted(
            weeks if isinstance(weeks, int) else FIRST_SPAN_WEEKS,
            paper if isinstance(paper, Paper) else Paper.A4,
            self._table.isChecked(),
            frozenset(day for day, tick in self._notes.items() if tick.isChecked()),
        )

    def draw(self, view: ReportView) -> None:
        """Show the page that came of what was wanted."""
        self._draw_notes(view.notes)
        self._notes_hint.setText(words.notes_hint(len(self.wanted.notes), len(view.notes)))
        self._left_out.setText(words.left_out_with_table() if self._table.isChecked() else words.left_out())
        self._left_out.setVisible(view.left_out)
        self._paper_view.show_pages(view.pages)
        self._text.show_text(view.text)
        self.say("")

    def show_text(self, on: bool) -> None:
        """Show the page as text, or as it will be printed."""
        self._text.setVisible(on)
        self._paper_view.setVisible(not on)
        self.text_button.set_words(words.as_page() if on else words.as_text())
        if on:
            self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, sentence: str) -> None:
        """Say below what came of saving or printing."""
        self._said.setText(sentence)
        if sentence:
            announce(self._said, sentence)

    def apply_theme(self, theme: Theme) -> None:
        """For ticks that are made later."""
        self._theme = theme

    def _fill(self) -> None:
        column = self._scroll.column
        column.setSpacing(SPACE_16)
        column.addWidget(page_title(words.title()))
        column.addWidget(muted(words.lead()))
        choices = Card(gap_px=SPACE_12)
        parts = (_named(words.span_question(), self._span), _named(words.paper_question(), self._paper))
        choices.body.addWidget(SideBySide(parts, (3, 2), _NARROW_PX))
        choices.body.addWidget(self._table)
        choices.body.addWidget(heading(words.notes_title()))
        choices.body.addWidget(self._notes_hint)
        self._choose.inner.setSpacing(0)
        choices.body.addWidget(self._choose)
        column.addWidget(choices)
        column.addWidget(self._left_out)
        column.addWidget(self._paper_view)
        column.addWidget(self._text)
        column.addStretch(1)
        self._left_out.hide()
        self._choose.hide()

    def _draw_notes(self, notes: Sequence[tuple[date, str]]) -> None:
        """A tick for each note; those that were ticked stay so, a note that was rewritten is not ticked for its new words."""
        if tuple(notes) == self._note_texts:
            return
        before = dict(self._note_texts)
        chosen = {day for day in self.wanted.notes if before.get(day) == dict(notes).get(day)}
        for tick in self._notes.values():
            self._choose.inner.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._notes = {}
        for day, text in notes:
            tick = Tick(words.note_choice(day, _short(text)))
            tick.setChecked(day in chosen)
            tick.clicked.connect(lambda _on=False: self.changed.emit())
            self._notes[day] = tick
            self._choose.inner.addWidget(tick)
            spread(tick, self._theme)
        self._note_texts = tuple(notes)
        self._choose.setVisible(bool(notes))


def _named(question: str, row: ChoiceRow) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_8)
    column.addWidget(heading(question))
    column.addWidget(row)
    return part


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _NOTE_LETTERS else f"{said[:_NOTE_LETTERS].rstrip()}…"
