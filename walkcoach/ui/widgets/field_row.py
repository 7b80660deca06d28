"""A field with its words: name and small print at the left, the control at the right, or below where there is little room.

Where something has to be said about it, a sentence appears under the small print.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_24, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.labels import Label, caption
from walkcoach.ui.widgets.stepper import Stepper

_CONTROL_PX: Final = 216
"""Room for a control beside its name, at 100 % text: the same for all, so that they stand in one column."""
_NARROW_PX: Final = 520
"""Below this width, at 100 % text, the control goes under its name."""
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class FieldRow(QWidget):
    """`control` with its `name` and `hint`, which a screen reader hears as its description.

    `below`: the control is wide and always stands under its words. `under`: something more, under the small print.
    """

    def __init__(
        self,
        name: str,
        control: QWidget,
        hint: str = "",
        *,
        below: bool = False,
        under: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._below = below
        self._theme = Theme()
        self._name = Label(name, TypeRole.STRONG)
        self._hint = caption()
        self._note = Label(kind=TypeRole.BODY, colour=Role.CAUTION)
        self._note.hide()
        self._said_to = control.field() if isinstance(control, Stepper) else control
        self._name.setBuddy(self._said_to)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        for label in (self._name, self._hint, self._note):
            words.addWidget(label)
        if under is not None:
            words.addWidget(under)
        words.addStretch(1)
        self._holder = QWidget()
        self._held = QHBoxLayout(self._holder)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._held.addWidget(control)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(words, 1)
        self._box.addWidget(self._holder)
        if under is not None:
            self.setTabOrder(self._said_to, under)
        if isinstance(control, Stepper):
            keep_the_wheel(control.field())
        self.set_hint(hint)
        self._turn()

    @property
    def note(self) -> str:
        """The sentence said beside the setting, empty if there is none."""
        return self._note.text()

    def hint(self) -> str:
        """The small print."""
        return self._hint.text()

    def set_hint(self, hint: str) -> None:
        """Show other small print."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._describe()

    def say(self, sentence: str) -> None:
        """Say something beside the setting, for eyes and for screen readers; an empty text takes it away."""
        if sentence == self._note.text():
            return
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        self._describe()
        if sentence and self.isVisible():
            announce(self, sentence)

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size from `theme`."""
        self._theme = theme
        self._turn()

    def fit(self) -> None:
        """Be as the present width asks for, also before it is shown."""
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the control: it can stand below."""
        least = super().minimumSizeHint()
        widest = max(self._holder.minimumSizeHint().width(), self._name.minimumSizeHint().width())
        return QSize(widest, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control below where it is narrow."""
        self._turn()
        super().resizeEvent(event)

    def _describe(self) -> None:
        self._said_to.setAccessibleDescription(" ".join(filter(None, (self._hint.text(), self._note.text()))))

    def _turn(self) -> None:
        narrow = self._below or self.width() < self._theme.scaled(_NARROW_PX)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(SPACE_8 if narrow else SPACE_24)
        if isinstance(self.control, Stepper):
            self._held.setAlignment(self.control, _LEFT if narrow else _RIGHT)
        if narrow:
            self._holder.setMinimumWidth(0)
            self._holder.setMaximumWidth(16_777_215)
        else:
            self._holder.setFixedWidth(self._theme.scaled(_CONTROL_PX))


class _WheelKeeper(QObject):
    """Lets the wheel go by, so that scrolling over a number scrolls the page and changes no setting."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def keep_the_wheel(field: QAbstractSpinBox) -> None:
    """Have the wheel scroll the page even over `field`."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_WheelKeeper(field))
