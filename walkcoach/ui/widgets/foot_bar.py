"""The foot of a page that scrolls: what to do next stays in sight."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_12, SPACE_32, Role
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.side_by_side import SideBySide


class FootBar(QFrame):
    """Words at the left, buttons at the right; below each other where there is little room."""

    def __init__(self, words: QWidget, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        row = FlowRow(SPACE_12, at_end=True)
        for button in buttons:
            row.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_32, SPACE_12, SPACE_32, SPACE_12)
        column.addWidget(SideBySide((words, row), (1, 2), narrow_px=560, gap_px=SPACE_12))

    def apply_theme(self, theme: Theme) -> None:
        """Take colours from `theme`."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(Role.CARD))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour(Role.LINE))
