"""The cards of one day of the diary: a heading with its buttons, and lines of what was said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card, CardKind
from walkcoach.ui.widgets.labels import Label, caption, heading
from walkcoach.ui.widgets.side_by_side import SideBySide
from walkcoach.wording import diary_day as words

_NARROW_PX = 380


@dataclass(frozen=True, slots=True)
class Action:
    """A button: its words, what it is about, for those who hear it, and what pressing does."""

    text: str
    about: str
    do: Callable[[], object]


class DayCard(Card):
    """A card with a heading and, beside it, quiet buttons. `said` is all its words, for screen readers."""

    def __init__(self, title: str, actions: Sequence[Action] = (), kind: CardKind = CardKind.PLAIN) -> None:
        super().__init__(kind, SPACE_16, SPACE_8)
        self.said = [title]
        self.buttons: list[Button] = []
        self.body.addWidget(self._line(heading(title), actions))

    def add_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Lines of a label and what stands behind it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for number, (label, value) in enumerate(pairs):
            grid.addWidget(Label(label, colour=Role.MUTED), number, 0)
            grid.addWidget(Label(value), number, 1)
            self.said.append(f"{label}: {value}." if value else label)
        self.body.addLayout(grid)

    def add_line(self, text: str, kind: TypeRole = TypeRole.BODY, colour: Role = Role.INK) -> None:
        """A line of text."""
        self.body.addWidget(Label(text, kind, colour))
        self.said.append(text)

    def add_block(self, lines: Sequence[str], actions: Sequence[Action]) -> None:
        """Lines, the first one strong, with buttons of their own at the end."""
        block = QWidget()
        row = QVBoxLayout(block)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._line(Label(lines[0], TypeRole.STRONG), actions))
        for line in lines[1:]:
            row.addWidget(Label(line, colour=Role.MUTED))
        self.body.addWidget(block)
        self.said += lines

    def _line(self, text: Label, actions: Sequence[Action]) -> QWidget:
        """A line of text with its buttons at the end, or under it where there is little room."""
        if not actions:
            return text
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        for action in actions:
            row.addWidget(self._button(action))
        row.addStretch(1)
        return SideBySide((text, buttons), (1, 0), _NARROW_PX, SPACE_4)

    def _button(self, action: Action) -> Button:
        button = Button(action.text, ButtonKind.QUIET)
        button.setAccessibleName(words.button_name(action.text, action.about))
        button.clicked.connect(lambda _checked=False: action.do())
        self.buttons.append(button)
        return button


def explained(sentence: str, source: str) -> QWidget:
    """A reason with, under it in small print, where its rule comes from."""
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Label(sentence))
    if source:
        column.addWidget(caption(source))
    return block


def beside(mark: QWidget, words_of_it: QWidget) -> QHBoxLayout:
    """A shape and the words beside it."""
    row = QHBoxLayout()
    row.setSpacing(SPACE_12)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(words_of_it, 1)
    row.setContentsMargins(0, SPACE_4, 0, SPACE_4)
    return row
