"""A calm bar at the foot of the window: what was just done, and a button that takes it back or does it again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkcoach.ui.theme.tokens import SPACE_8, SPACE_16, SPACE_32, Role
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.window_bar import WindowBar


class NoticeBar(WindowBar):
    """Hidden until something was done. It never takes the keyboard, and goes when something else is done or it is closed."""

    def __init__(self, name: str, dismiss: str, parent: QWidget | None = None) -> None:
        super().__init__(name, dismiss, Role.SOFT_ACCENT, Role.ACCENT, at_foot=True, parent=parent)
        self._do: Callable[[], object] | None = None
        self.action = Button("", ButtonKind.SECONDARY)
        self.action.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_32, SPACE_8, SPACE_16, SPACE_8)
        row.setSpacing(SPACE_16)
        row.addWidget(self._what, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, what: str, action: str = "", hint: str = "", do: Callable[[], object] | None = None) -> None:
        """Show the sentence, and a button that calls `do`, with its key as `hint`; screen readers say the sentence."""
        self._what.setText(what)
        self._do = do
        self.action.setVisible(bool(action))
        if action:
            self.action.set_words(action)
            self.action.set_hint(hint)
            self.action.setAccessibleDescription(what)
        self.show()
        announce(self, what)

    def text(self) -> str:
        """What is said now; nothing while it is hidden."""
        return "" if self.isHidden() else self._what.text()

    def dismiss(self) -> None:
        """Take it away. The keyboard goes on to where Qt thinks fit."""
        if self.isAncestorOf(self.window().focusWidget()):
            self.focusPreviousChild()
        super().dismiss()

    def _act(self) -> None:
        if self._do is not None:
            self._do()
