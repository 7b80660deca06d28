"""What was deleted in the last 30 days, each with a button that puts it back."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkcoach.services.entries import DELETED_DAYS
from walkcoach.ui.dialogs.sheet import SheetDialog
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_12, SPACE_16, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.labels import Label, caption
from walkcoach.wording import check_in, diary_edit
from walkcoach.wording import diary_day as words

_MOST_SHOWN: Final = 100


class RecentlyDeletedDialog(SheetDialog):
    """`told` names each entry and says when it was deleted, last first. `put_back_requested` carries the place of one.

    Whoever listens answers with `gone` or with `refuse`.
    """

    put_back_requested = Signal(int)

    def __init__(self, told: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(diary_edit.deleted_title(), theme, parent)
        self.buttons: list[Button] = []
        self._notes: list[Label] = []
        lead = diary_edit.deleted_lead(DELETED_DAYS) if told else diary_edit.deleted_none()
        self.column.addWidget(Label(diary_edit.deleted_title(), TypeRole.PAGE))
        self.column.addWidget(Label(lead, TypeRole.BODY, Role.MUTED))
        for place, (what, when) in enumerate(told[:_MOST_SHOWN]):
            self._add(place, what, when)
        self.column.addStretch(1)
        self.close_button = self.add_button(Button(check_in.done(), ButtonKind.PRIMARY, large=True))
        self.close_button.clicked.connect(self.accept)
        said = [f"{what}, {when}." for what, when in told[:_MOST_SHOWN]]
        self.name_text(" ".join((diary_edit.deleted_title(), lead, *said)))
        spread(self, theme)

    def gone(self, place: int) -> None:
        """It was put back."""
        self._say(place, diary_edit.put_back_done(), Role.ACCENT)
        self.buttons[place].setEnabled(False)
        self.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, place: int, why: str) -> None:
        """It could not be put back."""
        self._say(place, why, Role.CAUTION)

    def note(self, place: int) -> str:
        """What was last said about the entry."""
        return self._notes[place].text()

    def _say(self, place: int, sentence: str, colour: Role) -> None:
        label = self._notes[place]
        label.set_colour(colour)
        label.setText(sentence)
        label.show()
        announce(self, sentence)

    def _ask_for(self, place: int) -> None:
        self.put_back_requested.emit(place)

    def _add(self, place: int, what: str, when: str) -> None:
        card = Card(padding_px=SPACE_12, gap_px=SPACE_4)
        line = QHBoxLayout()
        line.setSpacing(SPACE_16)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Label(what, TypeRole.STRONG))
        text.addWidget(caption(when))
        note = Label("", TypeRole.BODY)
        note.hide()
        text.addWidget(note)
        self._notes.append(note)
        button = Button(diary_edit.put_back())
        button.setAccessibleName(words.button_name(diary_edit.put_back(), what))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._ask_for, place))
        self.buttons.append(button)
        line.addLayout(text, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(line)
        self.column.addWidget(card)
