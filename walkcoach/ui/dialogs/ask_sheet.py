"""One plain question with all that hangs on it, before something large is done. The keyboard begins where nothing changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.ui.dialogs.sheet import SheetDialog
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_4, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.place_label import PlaceLabel


@dataclass(frozen=True, slots=True)
class Told:
    """A heading, and lines below it."""

    title: str
    lines: Sequence[str]


class AskSheet(SheetDialog):
    """Accepted only by the button `confirm`; `leave` and Escape change nothing. Without `confirm` there is nothing to ask.

    Neither button is a default one: Return presses the one that has the keyboard, which at first is `leave`.
    """

    def __init__(
        self,
        question: str,
        lead: str,
        told: Sequence[Told],
        leave: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        confirm: str = "",
        kind: ButtonKind = ButtonKind.PRIMARY,
    ) -> None:
        super().__init__(question, theme, parent)
        self.setAccessibleName(question)
        self.column.addWidget(PlaceLabel(question, TypeRole.PAGE))
        self.column.addWidget(PlaceLabel(lead, TypeRole.LEAD, Role.MUTED))
        for part in told:
            self.column.addSpacing(SPACE_4)
            lines = QVBoxLayout()
            lines.setSpacing(SPACE_4)
            lines.addWidget(PlaceLabel(part.title, TypeRole.HEADING))
            for line in part.lines:
                lines.addWidget(PlaceLabel(line))
            self.column.addLayout(lines)
        self.column.addStretch(1)
        self.name_text(" ".join((question, lead, *(" ".join((f"{part.title}:", *part.lines)) for part in told))))
        self.leave = self.add_button(Button(leave, large=True))
        self.leave.setAccessibleDescription(question if confirm else "")
        self.leave.clicked.connect(self.reject)
        self.confirm: Button | None = None
        if confirm:
            self.confirm = self.add_button(Button(confirm, kind, large=True))
            self.confirm.setAccessibleDescription(lead)
            self.confirm.clicked.connect(self.accept)
        spread(self, theme)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins where nothing changes."""
        super().showEvent(event)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
