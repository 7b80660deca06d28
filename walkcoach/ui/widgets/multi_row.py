"""Several things as pills, of which any may be chosen: the days of the week. Each is a check box to a screen reader."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from walkcoach.ui.theme.tokens import SPACE_8
from walkcoach.ui.widgets.choice_row import Choice
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.pill import Pill


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


class _TogglePill(Pill, QCheckBox):
    """One pill to switch on and off."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter switches, as the space bar does; the arrows go to the next pill."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)
