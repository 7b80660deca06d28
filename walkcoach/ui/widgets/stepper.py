"""A number with − and + beside it, both of the target size. Out of its range nothing can be typed."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QLineEdit, QSizePolicy, QSpinBox, QWidget

from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_4, SPACE_8, TARGET, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button


class _Line(QLineEdit):
    """The line inside a spin box: a class of its own, so that the stylesheet does not frame it again and fix its font."""


class Stepper(QWidget):
    """A whole number from `low` to `high`. `name` says what it counts, `suffix` is its unit (" min").

    `field` may be a spin box that writes its number in another way; `longest` then is the longest of its texts.

    The field in the middle is the spin box that keyboard and screen readers use; − and + are for the pointer.
    """

    value_changed = Signal(int)
    """The person has set another number."""

    def __init__(
        self,
        name: str,
        low: int,
        high: int,
        suffix: str = "",
        step: int = 1,
        parent: QWidget | None = None,
        *,
        field: QSpinBox | None = None,
        longest: str = "",
    ) -> None:
        super().__init__(parent)
        self._longest = longest
        self._field = QSpinBox(self) if field is None else field
        self._field.setLineEdit(_Line())
        self._field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self._field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field.setRange(low, high)
        self._field.setSuffix(suffix)
        self._field.setSingleStep(step)
        self._field.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self._field.setKeyboardTracking(False)
        self._field.setAccessibleName(name)
        self._field.setFrame(False)
        self._field.installEventFilter(self)
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
        row.setSpacing(SPACE_8)
        row.addWidget(self._less)
        row.addWidget(self._field)
        row.addWidget(self._more)
        self.setFocusProxy(self._field)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._theme = Theme()
        self._fit()
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

    def set_unit(self, suffix: str, step: int = 1) -> None:
        """Count in another unit, by other steps."""
        self._field.setSuffix(suffix)
        self._field.setSingleStep(step)
        self._fit()

    def range(self) -> tuple[int, int]:
        """Lowest and highest number."""
        return self._field.minimum(), self._field.maximum()

    def field(self) -> QSpinBox:
        """The spin box, for a label's buddy."""
        return self._field

    def apply_theme(self, theme: Theme) -> None:
        """Take font and sizes from `theme`."""
        self._theme = theme
        self._fit()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the frame anew when the field gains or loses the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field's frame, thicker with the focus."""
        focused = self._field.hasFocus()
        width = 3.0 if focused else 2.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(Role.FOCUS if focused else Role.EDGE), width))
        painter.setBrush(self._theme.colour(Role.CARD))
        box = QRectF(self._field.geometry()).adjusted(-SPACE_4, -SPACE_4, SPACE_4, SPACE_4)
        inset = width / 2
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL - 1, RADIUS_CONTROL - 1)

    def _fit(self) -> None:
        theme = self._theme
        font = theme.font(TypeRole.STRONG)
        self._field.setFont(font)
        self._field.lineEdit().setFont(font)
        longest = self._longest or f"{max(99, self._field.maximum())}{self._field.suffix()}00"
        widest = QFontMetrics(font).horizontalAdvance(longest)
        self._field.setFixedSize(max(80, widest + 20), max(TARGET, theme.scaled(TARGET)) - 2 * SPACE_4)

    def _tell(self, value: int) -> None:
        self._settle()
        self.value_changed.emit(value)

    def _settle(self) -> None:
        self._less.setEnabled(self._field.value() > self._field.minimum())
        self._more.setEnabled(self._field.value() < self._field.maximum())
