"""The twin of a chart: the same figures as a table, for whoever reads figures rather than bars, and for screen readers."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, TARGET, TypeRole

Row = Callable[[int], Sequence[str]]
"""The words of a row by its number. Only rows in sight are asked for: a diary of twenty years has a thousand weeks."""

_MOST_ROWS_SEEN: Final = 8
_ROWS_MEASURED: Final = 24
_HEADER: Final = "QHeaderView::section { padding: 8px %dpx; }"
_PAD_PX: Final = 8
_SMALL_PAD_PX: Final = 6
_MARK_PX: Final = 4
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractTableModel):
    """Rows of words under headers; the first column names the row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headers: tuple[str, ...] = ()
        self._wrapped = False
        self._count = 0
        self._row: Row = lambda _number: ()
        self._known: dict[int, Sequence[str]] = {}

    def show_rows(self, headers: Sequence[str], count: int, row: Row) -> None:
        """Hold these instead."""
        self.beginResetModel()
        self._headers = tuple(headers)
        self._count = count
        self._row = row
        self._known.clear()
        self.endResetModel()

    def wrap_headers(self, on: bool) -> None:
        """Have each word of a header on a line of its own, or all in one."""
        if on != self._wrapped:
            self._wrapped = on
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self._headers) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many rows."""
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: _Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; a screen reader hears the column's name with them."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                words = self._words(index)
                return f"{self._headers[index.column()]}: {words}" if index.column() else words
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(index.column())
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words over a column."""
        if orientation is Qt.Orientation.Vertical:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole if self._wrapped:
                return self._headers[section].replace(" ", "\n")
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._headers[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(section)
            case _:
                return None

    def _words(self, index: _Index) -> str:
        number = index.row()
        if number not in self._known:
            self._known[number] = self._row(number)
        return self._known[number][index.column()]


def _side(column: int) -> Qt.AlignmentFlag:
    """The name of the row begins at the leading edge, figures end at the trailing one."""
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)


class _Cell(QStyledItemDelegate):
    """Draws a cell with `pad_px` at its sides; the row in hand has a ground and, at its beginning, a mark of its own."""

    def __init__(self, pad_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._pad_px = pad_px

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The words and the room at their sides."""
        size = super().sizeHint(option, index)
        words = option.fontMetrics.horizontalAdvance(str(index.data()))
        return QSize(words + 2 * self._pad_px, size.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, mark and words."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette, box = option.palette, option.rect
        painter.save()
        if selected:
            painter.fillRect(box, palette.highlight())
        if selected and index.column() == 0:
            painter.fillRect(QRect(box.left(), box.top(), _MARK_PX, box.height()), palette.link())
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text))
        painter.setFont(option.font)
        side = QStyle.visualAlignment(option.direction, index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.drawText(box.adjusted(self._pad_px, 0, -self._pad_px, 0), int(side), str(index.data()))
        painter.restore()


class ChartTable(QTableView):
    """A table to read. Arrow keys go from cell to cell, Tab leaves it; a long one scrolls by itself.

    Where there is no room for all columns beside each other the headers wrap, and only then it scrolls sideways.

    `small` is for a narrow card: small print, as the chart's own labels.
    """

    def __init__(self, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._small = small
        self._theme = Theme()
        self._least_px: tuple[int, ...] = ()
        self._unwrapped_px: tuple[int, ...] = ()
        self._wrapped_px: tuple[int, ...] = ()
        self._wrapped = False
        self._overflows = False
        self._measured = False
        self._rows = _Rows(self)
        self.setModel(self._rows)
        pad_px = _SMALL_PAD_PX if small else _PAD_PX
        self.setStyleSheet(_HEADER % pad_px)
        self.setItemDelegate(_Cell(pad_px, self))
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
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setResizeContentsPrecision(_ROWS_MEASURED)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.apply_theme(self._theme)

    def show_rows(self, headers: Sequence[str], count: int, row: Row) -> None:
        """Show `count` rows under `headers`."""
        self._rows.show_rows(headers, count, row)
        self._measured = False
        if self.isVisible():
            self._fit()

    def choose_row(self, row: int) -> None:
        """Take this row in hand, and have it in sight."""
        self.selectRow(row)
        self._show_chosen()

    def apply_theme(self, theme: Theme) -> None:
        """Take fonts and sizes from `theme`."""
        self._theme = theme
        font = theme.font(TypeRole.CAPTION if self._small else TypeRole.BODY)
        self.setFont(font)
        header = self.horizontalHeader()
        for part in (header, header.viewport()):  # under a stylesheet what it paints on keeps a font of its own
            part.setFont(theme.font(TypeRole.CAPTION_STRONG))
        self.verticalHeader().setDefaultSectionSize(max(theme.scaled(32), QFontMetrics(font).height() + SPACE_8))
        self._measured = False
        if self.isVisible():
            self._fit()

    def sizeHint(self) -> QSize:
        """Up to eight rows; more are scrolled to."""
        rows = min(_MOST_ROWS_SEEN, self._rows.rowCount())
        height = self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height() if self._overflows else 0
        return QSize(self._needed_px(self._unwrapped_px), height + bar + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """All columns, while they are not too much for a narrow page at large text; then they are scrolled to."""
        return QSize(min(self._needed_px(self._wrapped_px), self._theme.scaled(6 * TARGET)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        self._share()
        if event.size().height() != event.oldSize().height():
            self._show_chosen()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first row."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectRow(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what was given while nobody looked."""
        super().showEvent(event)
        if not self._measured:
            self._fit()
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.selectionModel().selectedRows()
        if chosen and self.isVisible():
            self.scrollTo(chosen[0])

    def _fit(self) -> None:
        """Measure the columns anew."""
        self._measured = True
        columns = range(self._rows.columnCount())
        cells = [self.sizeHintForColumn(column) for column in columns]
        header = self.horizontalHeader()
        for wrapped in (True, False):
            self._rows.wrap_headers(wrapped)
            widths = tuple(max(cells[column], header.sectionSizeHint(column)) for column in columns)
            if wrapped:
                self._wrapped_px = widths
            else:
                self._unwrapped_px = widths
        self._share()
        self.updateGeometry()

    def _share(self) -> None:
        """Each column as wide as its words, and what is left over evenly among them."""
        if not self._unwrapped_px:
            return
        wrapped = self.width() < self._needed_px(self._unwrapped_px)
        self._least_px = self._wrapped_px if wrapped else self._unwrapped_px
        self._rows.wrap_headers(wrapped)
        overflows = self.width() < self._needed_px(self._least_px)
        if (wrapped, overflows) != (self._wrapped, self._overflows):
            self._wrapped, self._overflows = wrapped, overflows
            self.updateGeometry()
        spare = max(0, self.viewport().width() - sum(self._least_px)) // len(self._least_px)
        for column, least in enumerate(self._least_px):
            self.horizontalHeader().resizeSection(column, least + spare)

    def _needed_px(self, columns_px: Sequence[int]) -> int:
        bar = self.verticalScrollBar().sizeHint().width() if self._rows.rowCount() > _MOST_ROWS_SEEN else 0
        return sum(columns_px) + bar + 2 * self.frameWidth()
