"""Text that may name a file: a long path breaks where a folder ends, rather than being cut off at the edge of the window."""

import re
from typing import Final

from PySide6.QtWidgets import QWidget

from walkcoach.ui.theme.tokens import Role, TypeRole
from walkcoach.ui.widgets.labels import Label

_MAY_BREAK: Final = "\u200b"
"""Nothing to be seen, but a line may end there."""
_LONG: Final = 24
"""A run of so many letters without a space gets places to break."""
_AFTER: Final = re.compile(r"([/\\._-])(?=[^\s])")


class PlaceLabel(Label):
    """Plain text in which paths may break. `said` is the text as it was given; so is what screen readers are told."""

    def __init__(
        self, text: str = "", kind: TypeRole = TypeRole.BODY, colour: Role = Role.INK, parent: QWidget | None = None
    ) -> None:
        super().__init__("", kind, colour, parent=parent)
        self._said = ""
        self.say(text)

    @property
    def said(self) -> str:
        """The text as it was given."""
        return self._said

    def say(self, text: str) -> None:
        """Show another text."""
        self._said = text
        self.setText(" ".join(_breakable(word) for word in text.split(" ")))
        self.setAccessibleName(text)


def _breakable(word: str) -> str:
    """`word` with places to break after what separates its parts, and in the midst of what has none for long."""
    if len(word) < _LONG:
        return word
    parts = _AFTER.sub(rf"\1{_MAY_BREAK}", word).split(_MAY_BREAK)
    return _MAY_BREAK.join(part[at : at + _LONG] for part in parts for at in range(0, len(part), _LONG))
