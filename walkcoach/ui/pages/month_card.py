"""The quiet card on Today while the monthly question is due: one line and the button that opens the questions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkcoach.ui.theme.tokens import SPACE_8, SPACE_16, SPACE_24
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card, CardKind
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import muted
from walkcoach.wording import slow_signs as words


class MonthCard(Card):
    """Asks for nothing but a press of its button, and goes when the questions are answered or put off."""

    opened = Signal()
    """The person wants to see the questions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CardKind.PLAIN, parent=parent)
        self.body.setContentsMargins(SPACE_24, SPACE_8, SPACE_24, SPACE_8)
        row = FlowRow(SPACE_16)
        row.add(muted(words.card_text()))
        self.button = Button(words.card_button(), ButtonKind.QUIET)
        self.button.setAccessibleDescription(words.card_text())
        self.button.clicked.connect(self.opened)
        row.add(self.button)
        self.body.addWidget(row)
