"""A bar that shows how far something is, painted from the theme; without an end in sight, a block that steps along.

Fusion's own bar would follow the palette, but not the text size, and it slides without end, which the system may have asked us
not to do: this block takes one step at a time, and where nothing may move the whole bar is hatched.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role
from walkcoach.ui.widgets.flash import motion_allowed
from walkcoach.ui.widgets.hatch import paint_hatch

FULL: Final = 1000
"""The bar counts in thousandths: what is counted may be larger than what Qt's bar can hold."""
STEP_MS: Final = 400
STEPS: Final = 5
_HIGH_PX: Final = 16


class ProgressBar(QProgressBar):
    """Shows a share from 0 to 1, or None where it is not known. `may_move` answers whether the system lets things move."""

    def __init__(self, name: str, parent: QWidget | None = None, *, may_move: Callable[[QWidget], bool] = motion_allowed) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._may_move = may_move
        self._step = 0
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self.step_on)
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_share(None)

    @property
    def share(self) -> float | None:
        """What is shown."""
        return None if self.maximum() == 0 else self.value() / FULL

    @property
    def moving(self) -> bool:
        """Whether the block steps along."""
        return self._timer.isActive()

    def show_share(self, share: float | None) -> None:
        """Show how far it is; what is above 1 or below 0 is shown as the end or the beginning."""
        if share is None:
            self.setRange(0, 0)
        else:
            self.setRange(0, FULL)
            self.setValue(round(FULL * min(1.0, max(0.0, share))))
        self._move_if_seen()
        self.update()

    def step_on(self) -> None:
        """Move the block by one step; the bar does so by itself."""
        self._step = (self._step + 1) % STEPS
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and height from `theme`."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it gets, as high as a line's small letters."""
        return QSize(320, self._theme.scaled(_HIGH_PX))

    def minimumSizeHint(self) -> QSize:
        """Still a bar."""
        return QSize(120, self._theme.scaled(_HIGH_PX))

    def showEvent(self, event: QShowEvent) -> None:
        """Move only while somebody looks."""
        super().showEvent(event)
        self._move_if_seen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Move only while somebody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the groove and what is done of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        groove = QPainterPath()
        groove.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(groove, self._theme.colour(Role.FAINT))
        painter.save()
        painter.setClipPath(groove)
        if self.share is None and not self._timer.isActive():
            paint_hatch(painter, groove, self._theme.colour(Role.ACCENT))
        else:
            painter.fillRect(self._filled(box), self._theme.colour(Role.ACCENT))
        painter.restore()
        painter.setPen(QPen(self._theme.colour(Role.EDGE), 1.5))
        painter.drawPath(groove)

    def _filled(self, box: QRectF) -> QRectF:
        if self.share is None:
            left, width = box.width() * self._step / STEPS, box.width() / STEPS
        else:
            left, width = 0.0, box.width() * self.share
        if self.layoutDirection() is self.layoutDirection().RightToLeft:
            left = box.width() - left - width
        return QRectF(box.left() + left, box.top(), width, box.height())

    def _move_if_seen(self) -> None:
        if self.share is None and self.isVisible() and self._may_move(self):
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()
