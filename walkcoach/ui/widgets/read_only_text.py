"""A long text to read: as high as it is, so that the page scrolls and not the field, with a cursor for those who hear it.

The page follows the cursor: a field that never scrolls by itself would let the arrow keys lead out of sight.
"""

from math import ceil

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextEdit, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_16, TARGET, Role
from walkcoach.ui.widgets.text_dress import dress_text, paint_text_edge


class ReadOnlyText(QTextEdit):
    """Plain text that can be walked through and copied, not changed. Tab goes on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(SPACE_16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cursorPositionChanged.connect(self._follow)

    def show_text(self, text: str) -> None:
        """Show another text, from its begin; the same again leaves the cursor where it is."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self._fit()

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and text size from `theme`."""
        self._theme = theme
        dress_text(self, theme)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as the text is at this width."""
        return QSize(super().sizeHint().width(), self._high())

    def minimumSizeHint(self) -> QSize:
        """All of its height: the page around it scrolls."""
        return QSize(TARGET, self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and around it an edge that shows the keyboard."""
        super().paintEvent(event)
        paint_text_edge(self, self._theme, Role.LINE, 1, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page keys go as far as can be seen of it at once; all of it is what they would take for a page."""
        area = self._around()
        if area is None or event.key() not in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
            return
        lines = max(1, area.viewport().height() // self.cursorRect().height() - 1)
        up = event.key() == Qt.Key.Key_PageUp
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down, n=lines)
        self.setTextCursor(cursor)

    def _follow(self) -> None:
        """Have the page show the line with the cursor, and one beyond it."""
        area = self._around()
        page = area.widget() if area is not None else None
        if area is None or page is None or not self.hasFocus():
            return
        line = self.cursorRect()
        inside = self.viewport().mapTo(page, QPoint(0, line.center().y()))
        area.ensureVisible(inside.x(), inside.y(), 0, line.height() * 2)

    def _around(self) -> QScrollArea | None:
        """The page that the field lies in."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around

    def _high(self) -> int:
        return max(TARGET, ceil(self.document().size().height()) + 1)

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(self._high())
