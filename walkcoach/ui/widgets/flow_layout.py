"""A layout that sets its widgets in a row and begins another where the row is full. Its height follows its width."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

from walkcoach.ui.theme.tokens import SPACE_8


class FlowLayout(QLayout):
    """Rows of widgets, each as wide as it likes; mirrored for languages written from the right.

    `even`: while all fit into one row they share its whole width evenly; in several rows they are equally wide.
    """

    def __init__(self, parent: QWidget | None = None, gap_px: int = SPACE_8, *, even: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap_px = gap_px
        self._even = even
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, if any."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give up the item at `index`."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It grows by itself in no direction."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at `width`."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._arrange(QRect(0, 0, inner, 0), place=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets into `rect`."""
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), place=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap_px * max(0, len(hints) - 1)
        return self._with_margins(QSize(width, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:
        """Room for the widest of them."""
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Lay the rows into `rect`, moving the widgets if `place`; returns the height that they take."""
        items = self._shown()
        widths = self._widths(items, rect.width())
        owner = self.parentWidget()
        direction = owner.layoutDirection() if owner is not None else Qt.LayoutDirection.LeftToRight
        x, y, row_height = rect.x(), rect.y(), 0
        for item, width in zip(items, widths, strict=True):
            if x > rect.x() and x + width > rect.x() + rect.width():
                x, y, row_height = rect.x(), y + row_height + self._gap_px, 0
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if place:
                there = QRect(QPoint(x, y), QSize(width, height))
                item.setGeometry(QStyle.visualRect(direction, rect, there))
            x += width + self._gap_px
            row_height = max(row_height, height)
        return y + row_height - rect.y()

    def _widths(self, items: list[QLayoutItem], room: int) -> list[int]:
        if not self._even or not items:
            return [min(item.sizeHint().width(), max(room, item.minimumSize().width())) for item in items]
        widest = max(item.sizeHint().width() for item in items)
        columns = max(1, min(len(items), (room + self._gap_px) // (widest + self._gap_px)))
        share = (room - self._gap_px * (columns - 1)) // columns
        return [max(widest, share)] * len(items)
