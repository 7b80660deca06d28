"""Two or more things beside each other, and below each other where the window is narrow or the text large."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_24


class SideBySide(QWidget):
    """`parts` share the width by `shares`; under `narrow_px` (at 100 % text) they stand below each other."""

    def __init__(
        self,
        parts: Sequence[QWidget],
        shares: Sequence[int] = (),
        narrow_px: int = 640,
        gap_px: int = SPACE_24,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._narrow_px = narrow_px
        self._theme = Theme()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap_px)
        self._parts = tuple(parts)
        for number, part in enumerate(parts):
            self._row.addWidget(part, shares[number] if shares else 1)

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size from `theme`."""
        self._theme = theme
        self._turn(self.width())

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part: they can stand below each other."""
        sizes = [part.minimumSizeHint() for part in self._parts if not part.isHidden()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        self._turn(self.width())
        super().resizeEvent(event)

    def _turn(self, width: int) -> None:
        narrow = width < self._theme.scaled(self._narrow_px)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
