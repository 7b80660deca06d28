"""What the bars across the window share: a ground with a line, a sentence, and a button that takes them away."""

from typing import Final

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.labels import Label

_LINE_PX: Final = 2


class WindowBar(QFrame):
    """Hidden until there is something to say; it never takes the keyboard. Who derives lays `_what` and `_close` out.

    Its ground and its line are of these roles; the line lies on the side of the page: above at the foot of the window.
    """

    def __init__(
        self, name: str, dismiss: str, ground: Role, line: Role, *, at_foot: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._theme = Theme()
        self._roles = (ground, line)
        self._at_foot = at_foot
        self._what = Label("", TypeRole.STRONG)
        self._close = Button("", ButtonKind.QUIET, icon=Icon.CLOSE)
        self._close.setAccessibleName(dismiss)
        self._close.setToolTip(dismiss)
        self._close.clicked.connect(lambda: self.dismiss())
        self.hide()

    def dismiss(self) -> None:
        """Take it away."""
        self.hide()

    def apply_theme(self, theme: Theme) -> None:
        """Take colours from `theme`."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line."""
        ground, line = (self._theme.colour(role) for role in self._roles)
        painter = QPainter(self)
        painter.fillRect(self.rect(), ground)
        painter.fillRect(0, 0 if self._at_foot else self.height() - _LINE_PX, self.width(), _LINE_PX, line)
