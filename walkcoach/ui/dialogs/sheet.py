"""A sheet of text that scrolls, over a row of buttons that stays: the frame of the dialogs that are read, not filled in.

It has no default button, so that a key pressed for something else closes nothing; Escape does.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_12, SPACE_16, SPACE_24, SPACE_32, Role
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.flow_row import FlowRow

WIDTH_PX: Final = 680


class Sheet(QWidget):
    """What scrolls. Its least height is what its width asks for: Qt would take that of the narrowest width instead."""

    def minimumSizeHint(self) -> QSize:
        """Only the width."""
        return QSize(super().minimumSizeHint().width(), 0)


def scroll_of(sheet: Sheet) -> QScrollArea:
    """A scroll area around `sheet` that shows the dialog's own ground."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(sheet)
    scroll.viewport().setAutoFillBackground(False)
    sheet.setAutoFillBackground(False)
    return scroll


class SheetDialog(QDialog):
    """Put text into `column` and buttons in with `add_button`; the keyboard starts at the text, which it scrolls."""

    def __init__(self, window_title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(window_title)
        self.setModal(True)
        self._sheet = Sheet()
        self.column = QVBoxLayout(self._sheet)
        self.column.setContentsMargins(SPACE_32, SPACE_24, SPACE_32, SPACE_16)
        self.column.setSpacing(SPACE_12)
        self._scroll = scroll_of(self._sheet)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons = FlowRow(SPACE_12)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self._scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE_32, SPACE_12, SPACE_32, SPACE_24)
        foot.addWidget(self._buttons)
        frame.addLayout(foot)

    @property
    def scrolls(self) -> bool:
        """Whether the text has less room than it needs, so that it scrolls."""
        return self._scroll.verticalScrollBar().maximum() > 0

    def add_button(self, button: Button) -> Button:
        """Put `button` after the others."""
        button.setAutoDefault(False)
        self._buttons.add(button)
        return button

    def name_text(self, text: str) -> None:
        """Tell screen readers what the scrolling text says, as a whole."""
        self._scroll.setAccessibleName(text)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A readable width, and as high as text and buttons are."""
        return self._fitting(self.theme.scaled(WIDTH_PX))

    def showEvent(self, event: QShowEvent) -> None:
        """Never larger than the window below, or than the screen."""
        below = self.parentWidget()
        room = below.window().size() if below else self.screen().availableSize()
        self.resize(self._fitting(min(self.theme.scaled(WIDTH_PX), room.width())).boundedTo(room))
        super().showEvent(event)  # puts the sheet in the middle, for the size that it has by then
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fitting(self, width: int) -> QSize:
        buttons = self._buttons.heightForWidth(width - 2 * SPACE_32)
        # Room for the text beside a scroll bar, too: one that shows for a moment would narrow the text and so stay for ever.
        text = self._sheet.heightForWidth(width - self._scroll.verticalScrollBar().sizeHint().width())
        return QSize(width, text + SPACE_12 + buttons + SPACE_24 + SPACE_12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One sheet."""
        QPainter(self).fillRect(self.rect(), self.theme.colour(Role.CARD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; return does not. The page keys turn the text, on whatever button the keyboard is."""
        bar = self._scroll.verticalScrollBar()
        if event.key() == Qt.Key.Key_PageDown:
            bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
        elif event.key() == Qt.Key.Key_PageUp:
            bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
