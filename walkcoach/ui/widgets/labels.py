"""Text by role. It wraps rather than being cut off, at any text size."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role, TypeRole

_SLACK_PX: Final = 4
"""Text is measured in whole pixels and set in parts of them."""


class Label(QLabel):
    """Plain text in one type role and one colour role. It wraps unless `wrap` is false."""

    def __init__(
        self,
        text: str = "",
        kind: TypeRole = TypeRole.BODY,
        colour: Role = Role.INK,
        *,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._colour = colour
        self._theme = Theme()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.apply_theme(self._theme)

    def sizeHint(self) -> QSize:
        """All in one line, if there is room; Qt itself would like running text to be about as high as wide."""
        if not self.wordWrap():
            return super().sizeHint()
        metrics = self.fontMetrics()
        width = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0) + _SLACK_PX
        return QSize(width, max(metrics.height(), self.heightForWidth(width)))

    def set_colour(self, colour: Role) -> None:
        """Take another colour role."""
        self._colour = colour
        self.apply_theme(self._theme)

    def set_kind(self, kind: TypeRole) -> None:
        """Take another type role."""
        self._kind = kind
        self.apply_theme(self._theme)

    def apply_theme(self, theme: Theme) -> None:
        """Take font and colour from `theme`."""
        self._theme = theme
        self.setFont(theme.font(self._kind))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour(self._colour))
        self.setPalette(palette)


def page_title(text: str = "") -> Label:
    """The one big heading of a page."""
    return Label(text, TypeRole.PAGE)


def title(text: str = "") -> Label:
    """The heading of a large part."""
    return Label(text, TypeRole.TITLE)


def heading(text: str = "") -> Label:
    """The heading of a card or a group of fields."""
    return Label(text, TypeRole.HEADING)


def body(text: str = "") -> Label:
    """Running text."""
    return Label(text)


def muted(text: str = "") -> Label:
    """Running text of less weight."""
    return Label(text, TypeRole.BODY, Role.MUTED)


def caption(text: str = "") -> Label:
    """Small print: a unit, a source, a hint."""
    return Label(text, TypeRole.CAPTION, Role.MUTED)
