"""A calm bar at the foot of the window: what was just done, and a button that takes it back or does it again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_16, SPACE_32, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.labels import Label


class NoticeBar(QFrame):
    """Hidden until something was done. It never takes the keyboard, and goes when something else is done or it is closed."""

    def __init__(self, name: str, dismiss: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._theme = Theme()
        self._do: Callable[[], object] | None = None
        self._what = Label("", TypeRole.STRONG)
        self.action = Button("", ButtonKind.SECONDARY)
        self.action.clicked.connect(self._act)
        self._close = Button("", ButtonKind.QUIET, icon=Icon.CLOSE)
        self._close.setAccessibleName(dismiss)
        self._close.setToolTip(dismiss)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_32, SPACE_8, SPACE_16, SPACE_8)
        row.setSpacing(SPACE_16)
        row.addWidget(self._what, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

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
        self.hide()

    def apply_theme(self, theme: Theme) -> None:
        """Take colours from `theme`."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(Role.SOFT_ACCENT))
        painter.fillRect(0, 0, self.width(), 2, self._theme.colour(Role.ACCENT))

    def _act(self) -> None:
        if self._do is not None:
            self._do()
