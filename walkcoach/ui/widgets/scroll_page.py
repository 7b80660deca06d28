"""The base of pages: a column of a readable width that scrolls when the text is large or the window small."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_24, SPACE_32

WIDEST_PX: Final = 1080
"""The widest a column gets at 100 % text."""


class ScrollPage(QScrollArea):
    """A page whose things lie in `column`, a vertical layout. What gets the focus is scrolled into view."""

    def __init__(self, widest_px: int = WIDEST_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest_px = widest_px
        self.page_theme = Theme()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._inner = QWidget()
        self._inner.setObjectName("scrolled")
        self._sheet = QWidget(self._inner)
        self._sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self._sheet)
        self.column.setContentsMargins(SPACE_32 + SPACE_8, SPACE_24, SPACE_32 + SPACE_8, SPACE_24)
        self.column.setSpacing(SPACE_24)
        row = QHBoxLayout(self._inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._sheet, 1000)
        row.addStretch(1)
        self._fit()
        self.setWidget(self._inner)

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size from `theme`; the column grows with it."""
        self.page_theme = theme
        self._fit()

    def to_top(self) -> None:
        """Scroll to the top."""
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        self._sheet.setMaximumWidth(self.page_theme.scaled(self._widest_px))
