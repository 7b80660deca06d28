"""Several things as pills, of which any may be chosen: the days of the week. Each is a check box to a screen reader."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, TypeRole
from walkcoach.ui.widgets.choice_row import Choice
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.hand_toggled import HandToggled
from walkcoach.ui.widgets.pill import paint_pill, pill_height, pill_hint, pill_minimum


class MultiRow(FlowRow):
    """Pills to switch on and off. `name` says what they are about; `full_names` are said in place of short words."""

    changed = Signal()
    """The person has switched one on or off."""

    def __init__(self, name: str, choices: Sequence[Choice], full_names: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(SPACE_8, parent=parent)
        self.setAccessibleName(name)
        self._choices = tuple(choices)
        self._pills: list[_TogglePill] = []
        for number, choice in enumerate(self._choices):
            pill = _TogglePill(choice.text, self)
            pill.setAccessibleName(full_names[number] if full_names else choice.text)
            pill.setAccessibleDescription(name)
            pill.clicked.connect(lambda _checked=False: self.changed.emit())
            self._pills.append(pill)
            self.add(pill)
        self.setFocusProxy(self._pills[0])

    def values(self) -> tuple[object, ...]:
        """What is chosen, in the order of the row."""
        return tuple(choice.value for choice, pill in zip(self._choices, self._pills, strict=True) if pill.isChecked())

    def choose(self, values: Iterable[object]) -> None:
        """Show just `values` as chosen, without a signal."""
        wanted = tuple(values)
        for choice, pill in zip(self._choices, self._pills, strict=True):
            pill.setChecked(choice.value in wanted)


class _TogglePill(HandToggled, QCheckBox):
    """One pill to switch on and off."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._theme = Theme()
        self._ring = False
        self.hear_toggles()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.apply_theme(self._theme)

    def apply_theme(self, theme: Theme) -> None:
        """Take font, size and colours from `theme`."""
        self._theme = theme
        self.setFont(theme.font(TypeRole.STRONG))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words in one line."""
        return pill_hint(self, self._theme)

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        return pill_minimum(self, self._theme)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at `width`, with the words wrapped."""
        return pill_height(self, self._theme, width)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole pill can be pressed."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter switches, as the space bar does; the arrows go to the next pill."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless it was the mouse."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        paint_pill(self, self._theme, ring=self.hasFocus() and self._ring)
