"""The twin of a chart: the same figures as a table, for whoever reads figures rather than bars, and for screen readers."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import TARGET, Role, TypeRole

_MOST_ROWS_SEEN: Final = 8
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractTableModel):
    """Rows of words under headers; the first column names the row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headers: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Hold these instead."""
        self.beginResetModel()
        self._headers = tuple(headers)
        self._rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; a screen reader hears the header with each."""
        words = self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                return words if not index.column() else f"{self._headers[index.column()]}: {words}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignVCenter | self._side(index.column())
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words over a column."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | self._side(section)
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight


class ChartTable(QTableView):
    """A table to read. Arrow keys go from cell to cell, Tab leaves it; a long one scrolls by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._ring = False
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.apply_theme(self._theme)

    def show_rows(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show `rows` under `headers`."""
        self._rows.show_rows(headers, rows)
        self._fit()

    def apply_theme(self, theme: Theme) -> None:
        """Take fonts and sizes from `theme`."""
        self._theme = theme
        self.setFont(theme.font(TypeRole.BODY))
        self.horizontalHeader().setFont(theme.font(TypeRole.CAPTION_STRONG))
        self.verticalHeader().setDefaultSectionSize(theme.scaled(TARGET - 6))
        self._fit()

    def sizeHint(self) -> QSize:
        """Up to eight rows; more are scrolled to."""
        rows = min(_MOST_ROWS_SEEN, self._rows.rowCount())
        header = self.horizontalHeader().sizeHint().height()
        height = header + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()
        return QSize(self.minimumSizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the first column and one more can be read; the others are scrolled to."""
        return QSize(self._theme.scaled(200), self._theme.scaled(3 * TARGET))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless it was the mouse; start at the first row."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        if self._ring and not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the focus ring over the rows."""
        super().paintEvent(event)
        if self.hasFocus() and self._ring:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.colour(Role.FOCUS), 3))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -2, -2))

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(self._theme.scaled(40))
        for column in range(self._rows.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        if self._rows.columnCount():
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.updateGeometry()
