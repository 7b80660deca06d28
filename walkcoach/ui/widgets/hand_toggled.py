"""A checkable button that counts as clicked also where assistive technology toggles it: Qt itself tells no click then."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class HandToggled(_Base):
    """To be mixed in before the Qt class; `hear_toggles` belongs into `__init__`.

    What the program shows (`setChecked`) is no click, nor is a radio button that gives way to another.
    """

    _shown_by_program = False
    _in_a_click = False

    def hear_toggles(self) -> None:
        """Begin to tell toggles as clicks."""
        self.toggled.connect(self._tell)

    def setChecked(self, on: bool) -> None:
        """Show it on or off; nobody has clicked."""
        before, self._shown_by_program = self._shown_by_program, True
        super().setChecked(on)
        self._shown_by_program = before

    def nextCheckState(self) -> None:
        """A click changes the state; Qt tells of it."""
        self._in_a_click = True
        super().nextCheckState()
        self._in_a_click = False

    def _tell(self, on: bool) -> None:
        group = self.group()
        gives_way = not on and bool(group) and group.exclusive()
        if not (self._shown_by_program or self._in_a_click or gives_way):
            self.clicked[bool].emit(on)  # type: ignore[index]  # the stubs know one form of the signal only
