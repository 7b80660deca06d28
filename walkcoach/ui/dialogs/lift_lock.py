"""One plain question before a lock is lifted: one press alone is too easily made by mistake."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from walkcoach.ui.dialogs.sheet import SheetDialog
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import Role, TypeRole
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.labels import Label
from walkcoach.wording import check_in, warning_signs


class LiftLockDialog(SheetDialog):
    """Asks `question`; accepted only by the button with the person's own `statement`. Not yet has the keyboard, as has Escape.

    `lead` says what follows, `leave` leaves all as it is; both are those of a lock that is lifted, unless others are given.
    """

    def __init__(
        self, question: str, statement: str, theme: Theme, parent: QWidget | None = None, *, lead: str = "", leave: str = ""
    ) -> None:
        super().__init__(check_in.window_title(), theme, parent)
        lead = lead or warning_signs.lifts_lock()
        self.column.addWidget(Label(question, TypeRole.PAGE))
        self.column.addWidget(Label(lead, TypeRole.LEAD, Role.MUTED))
        self.column.addStretch(1)
        self.name_text(f"{question} {lead}")
        self.setAccessibleName(question)
        self.not_yet = self.add_button(Button(leave or warning_signs.not_yet(), large=True))
        self.not_yet.setAccessibleDescription(question)
        self.not_yet.clicked.connect(self.reject)
        self.confirm = self.add_button(Button(statement, large=True))
        self.confirm.setAccessibleDescription(lead)
        self.confirm.clicked.connect(self.accept)
        spread(self, theme)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins where nothing changes."""
        super().showEvent(event)
        self.not_yet.setFocus(Qt.FocusReason.OtherFocusReason)
