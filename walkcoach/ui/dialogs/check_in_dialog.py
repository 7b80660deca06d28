"""The frame of all that is filled in: questions that scroll, a footer that stays, and the keys that lead through it.

Up, down and return go from question to question; return after the last one goes to what is still open, then to the button,
and never answers. The frame knows no question by name: whoever derives from it says what is to be done with the answers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QRadioButton, QStackedLayout, QVBoxLayout, QWidget

from walkcoach.core.symptoms import Symptom
from walkcoach.ui.dialogs.another_symptom import AnotherSymptom
from walkcoach.ui.dialogs.check_in_footer import CheckInFooter
from walkcoach.ui.dialogs.question import Question
from walkcoach.ui.dialogs.sheet import Sheet, scroll_of
from walkcoach.ui.dialogs.sign_question import SignQuestion
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_16, SPACE_32, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.score_row import LABEL_PX, ScoreRow
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import check_in, names, numbers

_WIDTH_PX: Final = 920
_MARGIN_PX: Final = SPACE_32
_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Asked(Protocol):
    """A question that stands in a check-in."""

    @property
    def text(self) -> str:
        """The question, short."""

    @property
    def answered(self) -> bool:
        """Whether the person has answered it."""


@dataclass(frozen=True, slots=True)
class QuickAnswer:
    """The button that fills in several answers at once, its key (a letter) and what it does."""

    text: str
    key: Qt.Key
    explained: str


class CheckInDialog(QDialog):
    """A sheet with a heading, a quick answer with a key (None: every answer is the person's own), rows, questions, a footer."""

    announced = Signal(str)
    """What was just said to a screen reader."""

    def __init__(self, title: str, hint: str, quick: QuickAnswer | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: dict[Symptom, ScoreRow] = {}
        self._said = ""
        self._asked: list[Asked] = []
        self.may_stay_open: list[Asked] = []
        """What needs no answer."""
        self._refused = False
        self._quick_key = quick.key if quick else None
        self.setWindowTitle(check_in.window_title())
        self.setAccessibleName(title)
        self.setModal(True)
        self.quick = Button(quick.text, hint=chr(quick.key)) if quick else Button("")
        if quick:
            self.quick.setAccessibleDescription(quick.explained)
            self.quick.setToolTip(quick.explained)
        else:
            self.quick.hide()
        self.footer = CheckInFooter()
        self.footer_heading, self.footer_detail = self.footer.heading, self.footer.detail
        self.secondary, self.primary = self.footer.secondary, self.footer.primary
        self.quick.clicked.connect(self.answer_quickly)
        self._body = QVBoxLayout()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._helps = QHBoxLayout()
        self._rows_column = QVBoxLayout()
        self._sheet = self._make_sheet(title, hint)
        self._scroll = scroll_of(self._sheet)
        self._scroll.viewport().installEventFilter(self)
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.footer)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(asking)

    @property
    def scrolls(self) -> bool:
        """Whether the questions have less room than they need, so that they scroll."""
        return self._scroll.verticalScrollBar().maximum() > 0

    def answer_quickly(self) -> None:
        """The quick answer, which fills in what may be filled in."""
        raise NotImplementedError

    def refresh(self) -> None:
        """An answer was given or taken back."""
        raise NotImplementedError

    def missing(self) -> Sequence[str]:
        """The questions still open, in order; a symptom that the person has added may be left open."""
        return [asked.text for asked in self._asked if not asked.answered and asked not in self.may_stay_open]

    def add_row(self, symptom: Symptom, row: ScoreRow) -> None:
        """Put in a symptom's row, after the others."""
        self._rows_column.addWidget(row)
        self._take_row(row, len(self.rows))
        self.rows[symptom] = row

    def add_another(self, offered: Sequence[Symptom], make_row: Callable[[Symptom], ScoreRow]) -> AnotherSymptom:
        """Put in the button that adds a row for one of `offered`, made by `make_row`."""
        another = AnotherSymptom(offered)
        another.chosen.connect(partial(self._add_extra, make_row))
        self._helps.insertWidget(0, another, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addWidget(another.shelf)
        return another

    def add_score(self, row: ScoreRow) -> None:
        """Put in a row that rates no symptom."""
        self._body.addWidget(row)
        self._take_row(row, len(self._asked))

    def add_choice(self, text: str, choices: Sequence[tuple[object, str]], hint: str = "", words_px: int = LABEL_PX) -> ChoiceRow:
        """Put in a question with a few answers, its words `words_px` wide; returns the row of answers."""
        row = ChoiceRow(f"{text} {hint}".strip(), [Choice(value, words) for value, words in choices])
        question = Question(text, row, hint=hint, words_px=words_px)
        row.chosen.connect(self.refresh)
        self._watch(row.pills())
        self._body.addWidget(question)
        self._asked.append(question)
        return row

    def add_signs(self, question: SignQuestion) -> None:
        """Put in the question about warning signs."""
        question.changed.connect(self.refresh)
        question.row.chosen.connect(partial(self._unfold, question))
        self._watch((*question.row.pills(), *question.ticks.values()))
        self._body.addSpacing(SPACE_4)
        self._body.addWidget(question)
        self._asked.append(question)

    def finish(self) -> None:
        """Call once, when every question is in."""
        for button in self.findChildren(Button):
            button.setAutoDefault(False)
        spread(self, self.theme)
        self.refresh()

    def _show_page(self, page: QWidget) -> None:
        """Show `page` in the place of the questions."""
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def refuse(self, what: str = "", way_on: str = "") -> None:
        """The answers that are just being handed over could not be kept, or not yet: stay open with them, and say why."""
        self._refused = True
        if what:
            self.show_footer(what, way_on, urgent=True)

    def hand_over(self, told: SignalInstance, answers: object) -> bool:
        """Tell whoever listens to `told` the `answers`; False if they were refused, so that nothing may be put away."""
        self._refused = False
        told.emit(answers)
        return not self._refused

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size from `theme`."""
        self.theme = theme
        self._fit_footer()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for names and eleven cells side by side, as high as all questions."""
        width = self.theme.scaled(_WIDTH_PX)
        body = self._sheet.heightForWidth(width)
        footer = self.footer.heightForWidth(width)
        return QSize(width, body + footer + SPACE_8)

    def showEvent(self, event: QShowEvent) -> None:
        """Never larger than the window below, or than the screen; begin at the first question."""
        below = self.parentWidget()
        room = below.window().size() if below else self.screen().availableSize()
        self.footer.fit(min(self.theme.scaled(_WIDTH_PX), room.width()), self.theme)  # what it keeps free counts
        self.resize(self.sizeHint().boundedTo(room))
        super().showEvent(event)  # puts the sheet in the middle, for the size that it has by then
        cast(QWidget, self._asked[0]).setFocus(Qt.FocusReason.TabFocusReason)
        self._reveal_soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One sheet."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour(Role.CARD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow footer puts its buttons under its words."""
        super().resizeEvent(event)
        self._fit_footer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The quick answer's key; return never closes the sheet by itself."""
        if event.key() == self._quick_key and not event.modifiers() and self.quick.isVisible():
            self.answer_quickly()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._leave(self._holder(), -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() not in _RETURN:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down leave an answer for another question; return does so once the question is answered, and never answers.

        When the questions get more room or less, the one with the keyboard stays in sight.
        """
        if event.type() == QEvent.Type.Resize and watched is self._scroll.viewport():
            self._reveal_soon()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            holder = self._holder()
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and holder is not None:
                if isinstance(watched, Tick):
                    self._step_in_list(watched, -1 if key == Qt.Key.Key_Up else 1)
                else:
                    self._leave(holder, -1 if key == Qt.Key.Key_Up else 1)
                return True
            if key in _RETURN and isinstance(watched, QRadioButton) and holder is not None:
                if watched.group().checkedId() >= 0:
                    self._leave(holder, 1)
                else:
                    self._speak(check_in.still_missing([holder.text]))
                return True
        return super().eventFilter(watched, event)

    def show_footer(self, heading: str, detail: str, *, urgent: bool) -> None:
        """Say in the footer what follows from the answers, then what is still open; an urgent heading is spoken at once."""
        missing = self.missing()
        self.footer.say(heading, detail, check_in.still_missing(missing) if missing else "", urgent=urgent)
        self._reveal_soon()
        said = f"{heading}. {detail}" if urgent or not missing else ""
        if said and said != self._said and self.isVisible():
            self._speak(said)
        self._said = said

    def _speak(self, said: str) -> None:
        announce(self, said)
        self.announced.emit(said)

    def _go_to_missing(self) -> None:
        """Give the keyboard to the first open question, or to the button when there is none."""
        still = (number for number, asked in enumerate(self._asked) if not asked.answered and asked not in self.may_stay_open)
        if (first := next(still, None)) is not None:
            self._go_to(first)
        elif self.primary.isEnabled():
            self.primary.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_row(self, row: ScoreRow, place: int) -> None:
        row.value_changed.connect(self.refresh)
        row.step_requested.connect(partial(self._leave, row))
        self._asked.insert(place, row)

    def _add_extra(self, make_row: Callable[[Symptom], ScoreRow], symptom: Symptom) -> None:
        row = make_row(symptom)
        self.add_row(symptom, row)
        self.may_stay_open.append(row)
        QWidget.setTabOrder(cast(QWidget, list(self.rows.values())[-2].cells[-1]), row.cells[0])
        row.show()
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.refresh()

    def _watch(self, widgets: Sequence[QWidget]) -> None:
        for widget in widgets:
            widget.installEventFilter(self)

    def _holder(self) -> Asked | None:
        """The question that has the keyboard."""
        focus = self.focusWidget()
        for asked in self._asked:
            widget = cast(QWidget, asked)
            if focus is widget or widget.isAncestorOf(focus):
                return asked
        return None

    def _leave(self, asked: Asked | None, by: int) -> None:
        """Go to the question before or after `asked`; after the last one, to what is still open."""
        if asked is None:
            return
        if by > 0 and isinstance(asked, SignQuestion) and asked.row.value():
            self._step_in_list(asked.row.pills()[-1], by)
            return
        place = self._asked.index(asked) + by
        if place >= len(self._asked):
            self._go_to_missing()
        elif place >= 0:
            self._go_to(place)

    def _go_to(self, place: int) -> None:
        widget = cast(QWidget, self._asked[place])
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self._body.activate()
        self._scroll.ensureWidgetVisible(widget, 0, SPACE_16)

    def _reveal_soon(self) -> None:
        QTimer.singleShot(0, self, self._reveal)  # it has a place only when all is laid out

    def _reveal(self) -> None:
        """Bring the question with the keyboard into sight; of one with a list only what has the keyboard."""
        if (holder := self._holder()) is not None:
            widget = self.focusWidget() if isinstance(holder, SignQuestion) else cast(QWidget, holder)
            self._scroll.ensureWidgetVisible(widget, 0, SPACE_8)

    def _unfold(self, question: SignQuestion, some: object) -> None:
        """Bring an unfolded list to the top, once it has its place; without one there is nothing to scroll to."""
        if some:
            bar = self._scroll.verticalScrollBar()
            QTimer.singleShot(0, self, lambda: bar.setValue(question.y() - SPACE_8))

    def _step_in_list(self, tick: QWidget, by: int) -> None:
        question = next(asked for asked in self._asked if isinstance(asked, SignQuestion))
        ticks: list[QWidget] = [question.row.pills()[-1], *question.ticks.values()]
        place = ticks.index(tick) + by
        if place >= len(ticks):
            self._go_to_missing()
        else:
            ticks[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(ticks[place], 0, SPACE_16)

    def _make_sheet(self, title: str, hint: str) -> Sheet:
        sheet = Sheet()
        sheet.setLayout(self._body)
        self._body.setContentsMargins(_MARGIN_PX, SPACE_8, _MARGIN_PX, SPACE_4)
        self._body.setSpacing(SPACE_8)
        self._rows_column.setSpacing(SPACE_4)
        self._head.setSpacing(SPACE_8)
        self._head.addWidget(Label(title, TypeRole.PAGE), 1)
        self._helps.setSpacing(SPACE_8)
        self._helps.addWidget(self.quick, 0, Qt.AlignmentFlag.AlignTop)  # no taller than its words beside a long title
        self._helps.addStretch(1)
        self._head.addLayout(self._helps)
        self._body.addLayout(self._head)
        self._body.addWidget(Label(hint, TypeRole.BODY, Role.MUTED))
        self._body.addLayout(self._rows_column)
        return sheet

    def _fit_footer(self) -> None:
        self.footer.fit(self.width(), self.theme)
        way = QBoxLayout.Direction.LeftToRight if self.footer.roomy else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(way)


def symptom_label(symptom: Symptom) -> str:
    """A symptom's name as it labels a row."""
    return numbers.first_up(names.symptom_name(symptom))
