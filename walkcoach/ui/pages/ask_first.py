"""What to ask a clinician about first: ticks, "none of these", and the clinician's word that lets the plan begin."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.core.suggestion import AskFirst
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_16
from walkcoach.ui.widgets.card import Card, CardKind
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import welcome as words


class AskFirstTicks(QWidget):
    """A tick for each; `none` is one of its own, so that having read is told from having passed over.

    `agreed_hint` is the small print under the clinician's word, if it is to be another one than in the welcome.
    """

    changed = Signal()
    """The person has ticked or unticked something."""

    def __init__(self, agreed_hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks = {question: Tick(words.ask_first(question)) for question in AskFirst}
        self._none = Tick(words.none_of_these())
        self._agreed = Tick(words.clinician_agreed(), agreed_hint or words.clinician_hint())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for tick in self._ticks.values():
            tick.clicked.connect(self._ticked)
            column.addWidget(tick)
        column.addWidget(self._none)
        self._card = Card(CardKind.CAUTION, SPACE_16)
        self._card.body.addWidget(self._agreed)
        self._card.hide()
        column.addSpacing(SPACE_16)
        column.addWidget(self._card)
        self._none.clicked.connect(self._none_ticked)
        self._agreed.clicked.connect(lambda _checked=False: self.changed.emit())
        self.setFocusProxy(next(iter(self._ticks.values())))

    def ticked(self) -> frozenset[str]:
        """The ids of what applies."""
        return frozenset(question.value for question, tick in self._ticks.items() if tick.isChecked())

    def clinician_agreed(self) -> bool:
        """Whether a clinician has agreed; only where something applies."""
        return bool(self.ticked()) and self._agreed.isChecked()

    def answered(self) -> bool:
        """Whether something was ticked, be it "none of these"."""
        return bool(self.ticked()) or self._none.isChecked()

    def show_answers(self, ask_first: Iterable[str], *, agreed: bool) -> None:
        """Show what was answered before, without a signal."""
        wanted = frozenset(ask_first)
        for question, tick in self._ticks.items():
            tick.setChecked(question.value in wanted)
        self._none.setChecked(not wanted)
        self._agreed.setChecked(agreed and bool(wanted))
        self._settle()

    def tick(self, question: AskFirst) -> Tick:
        """The tick of `question`."""
        return self._ticks[question]

    def none_tick(self) -> Tick:
        """The tick of "none of these"."""
        return self._none

    def agreed_tick(self) -> Tick:
        """The tick for the clinician's word."""
        return self._agreed

    def _ticked(self) -> None:
        self._none.setChecked(False)
        self._settle()
        self.changed.emit()

    def _none_ticked(self) -> None:
        for tick in self._ticks.values():
            tick.setChecked(False)
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        if not self.ticked():
            self._agreed.setChecked(False)
        self._card.setVisible(bool(self.ticked()))
