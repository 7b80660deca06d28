"""A few lines of plain text with a count below: the note of a day. What is written is told when the field is left."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, TARGET, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.labels import Label, caption
from walkcoach.ui.widgets.text_dress import dress_text, paint_text_edge
from walkcoach.wording import diary_day as words


class RemarkEditor(QWidget):
    """Holds at most `most` characters, a longer text that it is shown whole. `left` carries the text when the keyboard goes."""

    left = Signal(str)

    def __init__(self, name: str, hint: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.field = _Field(most)
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(hint)
        self.field.left.connect(lambda: self.left.emit(self.text()))
        self.field.textChanged.connect(self._count)
        self.field.overflowed.connect(self._say_full)
        self._below = caption()
        self._full = Label("", TypeRole.STRONG, Role.CAUTION)
        self._full.hide()
        self._note = Label("", TypeRole.STRONG, Role.DANGER)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(caption(hint))
        column.addWidget(self.field)
        column.addWidget(self._note)
        column.addWidget(self._full)
        column.addWidget(self._below)
        self.setFocusProxy(self.field)
        self._count()

    def text(self) -> str:
        """What is written."""
        return self.field.toPlainText()

    def show_text(self, text: str) -> None:
        """Show another text. The same again leaves the cursor and the field's own undo alone.

        One longer than the most, as a file may bring, is shown whole: it can be made shorter, and not longer.
        """
        self.field.most = max(self._most, len(text))
        if text != self.text():
            self.field.setPlainText(text)
        self._show_count()

    def say_trouble(self, sentence: str) -> None:
        """Say why the text could not be kept; an empty sentence takes that away."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        if sentence:
            announce(self.field, sentence)

    def _count(self) -> None:
        self._full.hide()
        if self.field.keep_to_the_most():
            self._say_full()
        self._show_count()

    def _show_count(self) -> None:
        self._below.setText(words.remark_count(len(self.text()), self.field.most))

    def _say_full(self) -> None:
        """Say that what was typed or pasted is not all there."""
        self._full.setText(words.remark_full(self.field.most))
        self._full.show()
        announce(self.field, self._full.text())


class _Field(QPlainTextEdit):
    """Plain text of a bounded length. Tab goes on to the next control."""

    left = Signal()
    overflowed = Signal()
    """More was pasted than there is room for."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self._theme = Theme()
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(SPACE_8)

    def keep_to_the_most(self) -> bool:
        """Take away what was just typed beyond the most; whether there was such."""
        over = False
        while len(self.toPlainText()) > self.most:
            over = True
            cursor = self.textCursor()
            if cursor.atStart():
                cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.deletePreviousChar()
        return over

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that finds no room is only told. Taken and taken away, each undo would bring it back and get no further."""
        typed = event.text()
        writes = bool(typed) and (typed.isprintable() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter))
        if writes and not self.textCursor().hasSelection() and len(self.toPlainText()) >= self.most:
            self.overflowed.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as much as there is room for, as plain text; and tell if that was not all."""
        picked = self.textCursor().selectedText()
        room = max(0, self.most - len(self.toPlainText()) + len(picked))
        pasted = source.text().replace("\r\n", "\n")  # a line's end is one character in the field
        self.insertPlainText(pasted[:room])
        if len(pasted) > room:
            self.overflowed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left; a menu that pops up is not leaving."""
        super().focusOutEvent(event)
        self.viewport().update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def apply_theme(self, theme: Theme) -> None:
        """Take fonts and colours; room for about four lines."""
        self._theme = theme
        dress_text(self, theme)
        self.setFixedHeight(max(2 * TARGET, 4 * self.fontMetrics().lineSpacing() + 3 * SPACE_8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and a frame that shows who has the keyboard."""
        super().paintEvent(event)
        paint_text_edge(self, self._theme, Role.EDGE, 2, 1)
