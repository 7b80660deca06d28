"""One line with a text at either end, for facts that change while they are looked at: only what changed is painted anew."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.ui.theme.tokens import SPACE_16, Role, TypeRole
from walkcoach.ui.widgets.painted import PaintedShape


class TwoEnds(PaintedShape):
    """A text on the left, a text on the right; where both do not fit into one line, the right one goes below."""

    def __init__(self, kind: TypeRole, colour: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._colour = colour
        self._left = ""
        self._right = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def texts(self) -> tuple[str, str]:
        """What stands at the left and at the right."""
        return self._left, self._right

    def show_texts(self, left: str, right: str) -> None:
        """Show these."""
        if (left, right) == (self._left, self._right):
            return
        longer = len(left) + len(right) != len(self._left) + len(self._right)
        self._left, self._right = left, right
        if longer:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Both in one line."""
        metrics = self._metrics()
        width = metrics.horizontalAdvance(self._left) + metrics.horizontalAdvance(self._right) + 2 * SPACE_16
        return QSize(width, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """One below the other."""
        return QSize(120, self._metrics().height())

    def hasHeightForWidth(self) -> bool:
        """Narrow means two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line, or as many as both take one below the other."""
        if self._in_one(width):
            return self._metrics().height()
        return self._wrapped(self._left, width) + self._wrapped(self._right, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        painter = QPainter(self)
        painter.setFont(self.theme.font(self._kind))
        painter.setPen(self.theme.colour(self._colour))
        flags = int(Qt.TextFlag.TextWordWrap)
        if self._in_one(self.width()):
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft, self._left)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight, self._right)
        else:
            painter.drawText(self.rect(), flags, self._left)
            painter.drawText(self.rect().adjusted(0, self._wrapped(self._left, self.width()), 0, 0), flags, self._right)

    def _in_one(self, width: int) -> bool:
        return self.sizeHint().width() <= width

    def _wrapped(self, text: str, width: int) -> int:
        """The height of `text` in lines of `width` pixels; no text, no height."""
        room = QRect(0, 0, max(1, width), 10_000)
        return self._metrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() if text else 0

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.theme.font(self._kind))
