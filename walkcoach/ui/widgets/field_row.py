"""A field with its words: name and small print at the left, the control at the right, or below where there is little room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.ui.theme.tokens import SPACE_4, SPACE_16, TypeRole
from walkcoach.ui.widgets.labels import Label, caption
from walkcoach.ui.widgets.side_by_side import SideBySide


class FieldRow(QWidget):
    """One field. `hint` can change with the other fields; a screen reader hears it as the control's description."""

    def __init__(self, name: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._described = control.focusProxy() or control
        self._name = Label(name, TypeRole.STRONG)
        self._hint = caption()
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self._name)
        column.addWidget(self._hint)
        column.addStretch(1)
        held = QWidget()
        hold = QVBoxLayout(held)
        hold.setContentsMargins(0, 0, 0, 0)
        if control.hasHeightForWidth():  # one that wraps has to have the whole width
            hold.addWidget(control)
        else:
            hold.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        hold.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(SideBySide((said, held), (3, 2), narrow_px=440, gap_px=SPACE_16))
        self.set_hint(hint)

    def set_hint(self, hint: str) -> None:
        """Show other small print."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._described.setAccessibleDescription(hint)

    def hint(self) -> str:
        """The small print."""
        return self._hint.text()
