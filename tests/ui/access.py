"""What a screen reader and a finger meet: names, roles and sizes of every control that can be seen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from walkcoach.ui.theme.tokens import TARGET
from walkcoach.ui.widgets.painted import PaintedShape

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
_NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane)


def controls(window: QWidget) -> list[QWidget]:
    """Every control in `window` that can be seen; a scroll bar and the inside of a spin box belong to others."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisibleTo(window)
        and not isinstance(widget, QScrollBar)
        and not isinstance(widget.parentWidget(), QAbstractSpinBox)
    ]


def role_of(widget: QWidget) -> QAccessible.Role:
    """What a screen reader is told that `widget` is."""
    return QAccessible.queryAccessibleInterface(widget).role()


def name_of(widget: QWidget) -> str:
    """What a screen reader is told that `widget` is called."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def unnamed(window: QWidget) -> list[str]:
    """Controls and painted shapes without a name or a role."""
    seen = [*controls(window), *(shape for shape in window.findChildren(PaintedShape) if shape.isVisibleTo(window))]
    return [repr(widget) for widget in seen if not name_of(widget).strip() or role_of(widget) in _NO_ROLE]


def too_small(window: QWidget) -> list[str]:
    """Buttons that are smaller than a target may be."""
    return [
        f"{widget.accessibleName()}: {widget.width()} × {widget.height()}"
        for widget in controls(window)
        if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < TARGET
    ]


def tab_stops(window: QWidget) -> list[QWidget]:
    """Where the Tab key goes in `window`, in its order, from the first widget round."""
    stops: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and widget.isVisibleTo(window) and widget.isEnabled() and window.isAncestorOf(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops
