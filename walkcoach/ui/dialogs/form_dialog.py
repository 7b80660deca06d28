"""The frame of a short form: fields that scroll, over a message and two buttons that stay. Nothing typed is lost to trouble.

Return goes on to the next field; it never closes the sheet by itself. Escape leaves with nothing done.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from walkcoach.ui.dialogs.sheet import Sheet, scroll_of
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import Label
from walkcoach.wording import extra_walks as words

_WIDTH_PX: Final = 620
_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormDialog(QDialog):
    """Put fields into `column`, then call `finish`. The keyboard begins at `first`."""

    def __init__(self, window_title: str, title: str, lead: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.first: QWidget = self
        self._refused = False
        self.setWindowTitle(window_title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(lead)
        self.setModal(True)
        self._sheet = Sheet()
        self.column = QVBoxLayout(self._sheet)
        self.column.setContentsMargins(SPACE_32, SPACE_24, SPACE_32, SPACE_16)
        self.column.setSpacing(SPACE_16)
        self.column.addWidget(Label(title, TypeRole.PAGE))
        self.column.addWidget(Label(lead, TypeRole.BODY, Role.MUTED))
        self._scroll = scroll_of(self._sheet)
        self.message = Label("", TypeRole.STRONG, Role.DANGER)
        self.message.hide()
        self.primary = Button("", ButtonKind.PRIMARY, large=True)
        self.secondary = Button(words.back(), ButtonKind.SECONDARY, large=True)
        self.secondary.clicked.connect(self.reject)
        self._buttons = FlowRow(SPACE_12)
        for button in (self.primary, self.secondary):
            button.setAutoDefault(False)
            self._buttons.add(button)
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self._frame.addWidget(self._scroll, 1)

    @property
    def scrolls(self) -> bool:
        """Whether the fields have less room than they need, so that they scroll."""
        return self._scroll.verticalScrollBar().maximum() > 0

    def finish(self) -> None:
        """Call once, when every field is in."""
        self.column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE_32, SPACE_12, SPACE_32, SPACE_24)
        foot.setSpacing(SPACE_8)
        foot.addWidget(self.message)
        foot.addWidget(self._buttons)
        self._frame.addLayout(foot)  # only now, so that the Tab key comes to the buttons last
        for button in self.findChildren(Button):
            button.setAutoDefault(False)
        spread(self, self.theme)

    def refuse(self, what: str = "", way_on: str = "") -> None:
        """What is just being handed over could not be done, or not yet: stay open with it, and say why."""
        self._refused = True
        text = f"{what} {way_on}".strip()
        if not text:
            return
        self.message.setText(text)
        self.message.show()
        announce(self, text)

    def hand_over(self, told: SignalInstance, answer: object) -> bool:
        """Tell whoever listens to `told` the `answer`; False if it was refused, so that nothing may be put away."""
        self._refused = False
        self.message.hide()
        told.emit(answer)
        return not self._refused

    def go_to(self, row: FieldRow) -> None:
        """Give the keyboard to a field that something is wrong with, and say that again."""
        row.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(row, 0, SPACE_16)
        announce(row, row.note)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A readable width, and as high as fields and buttons are."""
        return self._fitting(self.theme.scaled(_WIDTH_PX))

    def showEvent(self, event: QShowEvent) -> None:
        """Never larger than the window below, or than the screen; begin at the first field."""
        below = self.parentWidget()
        room = below.window().size() if below else self.screen().availableSize()
        self.resize(self._fitting(min(self.theme.scaled(_WIDTH_PX), room.width())).boundedTo(room))
        super().showEvent(event)  # puts the sheet in the middle, for the size that it has by then
        self.first.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, self._reveal_focused)  # it has a place only when all is laid out

    def paintEvent(self, event: QPaintEvent) -> None:
        """One sheet."""
        QPainter(self).fillRect(self.rect(), self.theme.colour(Role.CARD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the next field, Escape leaves."""
        if event.key() in _RETURN:
            self.focusNextChild()
            self._reveal_focused()
        else:
            super().keyPressEvent(event)

    def _reveal_focused(self) -> None:
        """Bring the whole row of the field with the keyboard into sight; of the field itself Qt would show the cursor alone."""
        for row in self._sheet.findChildren(FieldRow):
            if row.isAncestorOf(self.focusWidget()):
                self._scroll.ensureWidgetVisible(row, 0, SPACE_16)

    def _fitting(self, width: int) -> QSize:
        buttons = self._buttons.heightForWidth(width - 2 * SPACE_32)
        # Room beside a scroll bar, too: one that shows for a moment would narrow the text and so stay for ever.
        room = width - self._scroll.verticalScrollBar().sizeHint().width()
        for row in self._sheet.findChildren(FieldRow):
            row.resize(room - 2 * SPACE_32, row.height())
            row.fit()
        self.column.invalidate()
        fields = self.column.totalHeightForWidth(room)
        return QSize(width, fields + SPACE_12 + buttons + SPACE_24 + SPACE_12)
