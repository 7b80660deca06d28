"""Panels of one size in rows that are as full as each other: four are two and two where three would fit."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_16


class PanelGrid(QWidget):
    """Lays `panels` side by side, each at least `least_px` wide at 100 % text, all in a row equally high."""

    def __init__(self, least_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_px = least_px
        self._theme = Theme()
        self._panels: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_panels(self, panels: Sequence[QWidget]) -> None:
        """Hold these; those held before go away."""
        for panel in self._panels:
            panel.hide()
            panel.deleteLater()
        self._panels = tuple(panels)
        for panel in self._panels:
            panel.setParent(self)
            panel.show()
        self._arrange()
        self.updateGeometry()

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size."""
        self._theme = theme
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All in one row."""
        width = len(self._panels) * (self._column_px() + SPACE_16)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for one beside another only where there is some."""
        widest = max((panel.minimumSizeHint().width() for panel in self._panels), default=0)
        return QSize(widest, 0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at `width`."""
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay them anew."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A panel has changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        for panel, place in zip(self._panels, self._places(self.width()), strict=True):
            panel.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _places(self, width: int) -> list[QRect]:
        if not self._panels:
            return []
        fit = max(1, min(len(self._panels), (width + SPACE_16) // (self._column_px() + SPACE_16)))
        columns = ceil(len(self._panels) / ceil(len(self._panels) / fit))
        share = (width - SPACE_16 * (columns - 1)) // columns
        places = []
        top = 0
        for start in range(0, len(self._panels), columns):
            row = self._panels[start : start + columns]
            height = max(_height(panel, share) for panel in row)
            places += [QRect(number * (share + SPACE_16), top, share, height) for number in range(len(row))]
            top += height + SPACE_16
        return places

    def _column_px(self) -> int:
        return max([self._theme.scaled(self._least_px), *(panel.minimumSizeHint().width() for panel in self._panels)])


def _height(panel: QWidget, width: int) -> int:
    return max(panel.heightForWidth(width) if panel.hasHeightForWidth() else 0, panel.sizeHint().height())
