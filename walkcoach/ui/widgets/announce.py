"""Live changes, said to a screen reader without moving the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Have the screen reader, if there is one, say `sentence`; `widget` is what it is about."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
