"""A button that unfolds what lies below it, and folds it away again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12
from walkcoach.ui.widgets.buttons import Button, ButtonKind


class Unfolding(QWidget):
    """A quiet button over `inner`, a vertical layout that is folded away at first."""

    unfolded = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(text, ButtonKind.QUIET, icon=Icon.UNFOLD)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggle)
        self._sheet = QWidget()
        self.inner = QVBoxLayout(self._sheet)
        self.inner.setContentsMargins(SPACE_12, 0, SPACE_12, SPACE_8)
        self.inner.setSpacing(SPACE_12)
        self._sheet.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.button)
        column.addWidget(self._sheet)

    def set_open(self, unfold: bool) -> None:
        """Unfold, or fold away."""
        self.button.setChecked(unfold)

    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self.button.isChecked()

    def _toggle(self, unfold: bool) -> None:
        self._sheet.setVisible(unfold)
        self.button.set_icon(Icon.FOLD if unfold else Icon.UNFOLD)
        self.unfolded.emit(unfold)
