"""Live changes, said to a screen reader without moving the focus."""

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Have the screen reader, if there is one, say `sentence`; `widget` is what it is about."""
    # By the module: Qt for Python makes a class when it is first named, and this one brings its hundreds of names along.
    QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, sentence))
