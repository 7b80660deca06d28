"""One question with a few answers as pills: exactly one can be chosen, and none is until the person chooses.

Arrow keys go from answer to answer, 1 to 9 choose by place, Tab goes to the next question. Screen readers meet radio buttons
that tell the question as well as the answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from walkcoach.ui.theme.tokens import SPACE_8
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.pill import Pill


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the value it stands for and its words."""

    value: object
    text: str


class ChoiceRow(FlowRow):
    """A question's answers in a row that wraps where it is narrow. `name` is the question, for screen readers."""

    chosen = Signal(object)
    """The person has chosen; carries the value."""

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(SPACE_8, parent=parent)
        self.setAccessibleName(name)
        self._choices = tuple(choices)
        self._group = QButtonGroup(self)
        self._pills: list[_Pill] = []
        for number, choice in enumerate(self._choices):
            pill = _Pill(choice.text, self)
            pill.setAccessibleDescription(name)
            pill.clicked.connect(lambda _checked=False: self._settle_focus())
            pill.clicked.connect(lambda _checked=False, value=choice.value: self.chosen.emit(value))
            pill.moved.connect(self._move)
            pill.numbered.connect(self._choose_by_place)
            self._group.addButton(pill, number)
            self._pills.append(pill)
            self.add(pill)
        self.setFocusProxy(self._pills[0])
        self._settle_focus()

    def value(self) -> object | None:
        """What is chosen, or None."""
        number = self._group.checkedId()
        return None if number < 0 else self._choices[number].value

    def choose(self, value: object) -> None:
        """Show `value` as chosen, without a signal. A value that is not among the answers clears the row."""
        for choice, pill in zip(self._choices, self._pills, strict=True):
            if choice.value == value:
                pill.setChecked(True)
                self._settle_focus()
                return
        self.clear()

    def clear(self) -> None:
        """Show nothing as chosen."""
        self._group.setExclusive(False)
        for pill in self._pills:
            pill.setChecked(False)
        self._group.setExclusive(True)
        self._settle_focus()

    def pills(self) -> tuple[QRadioButton, ...]:
        """The answers' radio buttons, in order."""
        return tuple(self._pills)

    def _settle_focus(self) -> None:
        """Tab stops once: at the chosen answer, or at the first."""
        stop = max(0, self._group.checkedId())
        for number, pill in enumerate(self._pills):
            pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._pills[stop])

    def _press(self, number: int) -> None:
        self._pills[number].setFocus(Qt.FocusReason.TabFocusReason)
        self._pills[number].click()
        self._settle_focus()

    def _move(self, steps: int) -> None:
        """Choose the answer `steps` away from the one with the focus; with none chosen yet, begin where the focus is."""
        here = next((number for number, pill in enumerate(self._pills) if pill.hasFocus()), 0)
        begin = self._group.checkedId() < 0 and steps > 0
        self._press(here if begin else (here + steps) % len(self._pills))

    def _choose_by_place(self, place: int) -> None:
        if 1 <= place <= len(self._pills):
            self._press(place - 1)


class _Pill(Pill, QRadioButton):
    """One answer, painted as a pill; chosen is filled and has a tick."""

    moved = Signal(int)
    numbered = Signal(int)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, digits choose by place, Enter chooses."""
        mirrored = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        match event.key():
            case Qt.Key.Key_Right:
                self.moved.emit(mirrored)
            case Qt.Key.Key_Left:
                self.moved.emit(-mirrored)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case key if Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.numbered.emit(key - Qt.Key.Key_0)
            case _:
                super().keyPressEvent(event)
