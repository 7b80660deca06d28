"""Something painted in which places can be pointed at, by pointer or keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from walkcoach.ui.widgets.painted import PaintedShape


class PointedShape(PaintedShape):
    """Who derives keeps the place and emits `pointed`; here stands when it is let go."""

    pointed = Signal(object)
    """The place that the person points at; None when they no longer do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def let_go(self) -> None:
        """Point nowhere."""
        raise NotImplementedError

    def leaveEvent(self, event: QEvent) -> None:
        """Point nowhere, unless the keyboard is here."""
        if not self.hasFocus():
            self.let_go()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point nowhere."""
        self.let_go()
        super().focusOutEvent(event)
