"""A number with − and + beside it, both of the target size. Out of its range nothing can be typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, TARGET, TypeRole
from walkcoach.ui.widgets.buttons import Button


class Stepper(QWidget):
    """A whole number from `low` to `high`. `name` says what it counts, `suffix` is its unit (" min").

    The field in the middle is the spin box that keyboard and screen readers use; − and + are for the pointer.
    """

    value_changed = Signal(int)
    """The person has set another number."""

    def __init__(self, name: str, low: int, high: int, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QSpinBox(self)
        self._field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self._field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field.setRange(low, high)
        self._field.setSuffix(suffix)
        self._field.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self._field.setKeyboardTracking(False)
        self._field.setAccessibleName(name)
        self._less = Button("", icon=Icon.LESS, parent=self)
        self._more = Button("", icon=Icon.MORE, parent=self)
        for button, sign in ((self._less, "−"), (self._more, "+")):
            button.setAccessibleName(f"{name} {sign}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
        self._less.clicked.connect(self._field.stepDown)
        self._more.clicked.connect(self._field.stepUp)
        self._field.valueChanged.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addWidget(self._less)
        row.addWidget(self._field)
        row.addWidget(self._more)
        self.setFocusProxy(self._field)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fit(Theme())
        self._settle()

    def value(self) -> int:
        """The number."""
        return self._field.value()

    def set_value(self, value: int) -> None:
        """Show `value`, held within the range, without a signal."""
        self._field.blockSignals(True)
        self._field.setValue(value)
        self._field.blockSignals(False)
        self._settle()

    def set_range(self, low: int, high: int) -> None:
        """Allow other numbers; a number outside moves to the nearest, with a signal."""
        self._field.setRange(low, high)
        self._settle()

    def range(self) -> tuple[int, int]:
        """Lowest and highest number."""
        return self._field.minimum(), self._field.maximum()

    def field(self) -> QSpinBox:
        """The spin box, for a label's buddy."""
        return self._field

    def apply_theme(self, theme: Theme) -> None:
        """Take font and sizes from `theme`."""
        self._fit(theme)

    def _fit(self, theme: Theme) -> None:
        font = theme.font(TypeRole.STRONG)
        self._field.setFont(font)
        widest = QFontMetrics(font).horizontalAdvance(f"{self._field.maximum()}{self._field.suffix()}00")
        self._field.setFixedSize(max(88, widest + 28), max(TARGET, theme.scaled(TARGET)))

    def _tell(self, value: int) -> None:
        self._settle()
        self.value_changed.emit(value)

    def _settle(self) -> None:
        self._less.setEnabled(self._field.value() > self._field.minimum())
        self._more.setEnabled(self._field.value() < self._field.maximum())
