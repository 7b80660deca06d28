"""A long text to read: as high as it is, so that the page scrolls and not the field, with a cursor for those who hear it."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_16, TARGET, Role, TypeRole


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

    def show_text(self, text: str) -> None:
        """Show another text, from its begin; the same again leaves the cursor where it is."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self._fit()

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and text size from `theme`."""
        self._theme = theme
        self.setFont(theme.font(TypeRole.BODY))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour(Role.CARD))
        palette.setColor(QPalette.ColorRole.Text, theme.colour(Role.INK))
        self.setPalette(palette)
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
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(Role.FOCUS if self.hasFocus() else Role.LINE), 3 if self.hasFocus() else 1))
        painter.drawRoundedRect(self.viewport().rect().adjusted(2, 2, -2, -2), RADIUS_CONTROL, RADIUS_CONTROL)

    def _high(self) -> int:
        return max(TARGET, ceil(self.document().size().height()) + 1)

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(self._high())
