"""Widgets in a row that begins another where it is full. Its height follows its width.

A widget rather than a `QLayout`: it owns what it lays out, and there is less of Qt to override.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.ui.theme.tokens import SPACE_8


class FlowRow(QWidget):
    """Rows of widgets, each as wide as it likes; mirrored for languages written from the right.

    `even`: while all fit into one row they share its whole width evenly; in several rows they are equally wide.
    `at_end`: rows lie at the end of the line rather than at its beginning.
    """

    def __init__(self, gap_px: int = SPACE_8, *, even: bool = False, at_end: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flowing: list[QWidget] = []
        self._gap_px = gap_px
        self._even = even
        self._at_end = at_end
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put `widget` at the end."""
        widget.setParent(self)
        self._flowing.append(widget)
        widget.show()
        self.updateGeometry()

    def empty(self) -> None:
        """Take everything out and away."""
        for widget in self._flowing:
            widget.hide()
            widget.deleteLater()
        self._flowing.clear()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All in one row."""
        hints = [widget.sizeHint() for widget in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap_px * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        """Room for the widest of them."""
        size = QSize(0, 0)
        for widget in self._shown():
            size = size.expandedTo(widget.minimumSizeHint())
        return size

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at `width`."""
        return self._arrange(width, place=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows anew."""
        super().resizeEvent(event)
        self._arrange(self.width(), place=True)

    def event(self, event: QEvent) -> bool:
        """A widget has changed its size: so has the row."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange(self.width(), place=True)
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._flowing if not widget.isHidden()]

    def _arrange(self, room: int, *, place: bool) -> int:
        """Lay the rows into `room` pixels, moving the widgets if `place`; returns the height that they take."""
        widgets = self._shown()
        y = 0
        for row in self._rows(widgets, self._widths(widgets, room), room):
            row_height = max(size.height() for _widget, _x, size in row)
            if place:
                _last, last_x, last_size = row[-1]
                aside = max(0, room - last_x - last_size.width()) if self._at_end else 0
                for widget, x, size in row:
                    left = aside + x
                    if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                        left = self.width() - left - size.width()
                    widget.setGeometry(QRect(QPoint(left, y + (row_height - size.height()) // 2), size))
            y += row_height + self._gap_px
        return max(0, y - self._gap_px)

    def _rows(self, widgets: list[QWidget], widths: list[int], room: int) -> list[list[tuple[QWidget, int, QSize]]]:
        """Which widgets stand in which row of `room` pixels, each with its left edge and its size."""
        rows: list[list[tuple[QWidget, int, QSize]]] = []
        x = 0
        for widget, width in zip(widgets, widths, strict=True):
            if not rows or x + width > room:
                rows.append([])
                x = 0
            height = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
            rows[-1].append((widget, x, QSize(width, height)))
            x += width + self._gap_px
        return rows

    def _widths(self, widgets: list[QWidget], room: int) -> list[int]:
        if not self._even or not widgets:
            return [min(widget.sizeHint().width(), max(room, widget.minimumSizeHint().width())) for widget in widgets]
        widest = max(widget.sizeHint().width() for widget in widgets)
        columns = max(1, min(len(widgets), (room + self._gap_px) // (widest + self._gap_px)))
        share = (room - self._gap_px * (columns - 1)) // columns
        return [max(widest, share)] * len(widgets)
