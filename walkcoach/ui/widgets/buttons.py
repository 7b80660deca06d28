"""Buttons. One accent-filled (primary) button a page; the others are outlined, quiet, or for danger.

They paint themselves, wrap their text where there is little room, answer to Enter as well as to the space bar, and show
the focus as a ring when it came by the keyboard.
"""

from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from walkcoach.ui.theme.icons import Icon, paint_icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, SPACE_8, SPACE_12, SPACE_16, SPACE_24, TARGET, Role, TypeRole
from walkcoach.wording.window import key_hint

_SLACK_PX: Final = 4
"""Text is measured in whole pixels and set in parts of them: without this it may wrap in a button made to measure."""


class ButtonKind(StrEnum):
    """How much a button asks to be pressed. The `WALK_` kinds lie on the page that is in the colour of the pace."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"
    WALK_FILLED = "walk_filled"
    WALK_OUTLINED = "walk_outlined"
    WALK_DEEP = "walk_deep"


class _Look(NamedTuple):
    """Fill (None: none), fill under the pointer, text, outline (None: none) and focus ring."""

    fill: Role | None
    hover: Role | None
    ink: Role
    edge: Role | None
    ring: Role


_LOOKS: Final = MappingProxyType(
    {
        ButtonKind.PRIMARY: _Look(Role.ACCENT, Role.ACCENT_HOVER, Role.ON_ACCENT, None, Role.ON_ACCENT),
        ButtonKind.SECONDARY: _Look(Role.CARD, Role.HOVER, Role.INK, Role.EDGE, Role.FOCUS),
        ButtonKind.QUIET: _Look(None, Role.HOVER, Role.ACCENT, None, Role.FOCUS),
        ButtonKind.DANGER: _Look(Role.DANGER, Role.DANGER_HOVER, Role.ON_DANGER, None, Role.ON_DANGER),
    }
)


def _walk_look(kind: ButtonKind, brisk: bool) -> _Look:
    ground = Role.WALK_BRISK if brisk else Role.WALK_NORMAL
    deep = Role.WALK_BRISK_DEEP if brisk else Role.WALK_NORMAL_DEEP
    match kind:
        case ButtonKind.WALK_FILLED:
            return _Look(Role.WALK_INK, Role.WALK_INK, ground, None, ground)
        case ButtonKind.WALK_DEEP:
            return _Look(deep, deep, Role.WALK_INK, None, Role.WALK_INK)
        case _:
            return _Look(None, deep, Role.WALK_INK, Role.WALK_INK, Role.WALK_INK)


class Button(QPushButton):
    """A button of one `kind`. `large` is for the one thing that the page is about; `hint` is its key, in small print."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        large: bool = False,
        hint: str = "",
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)  # given to Qt at once, it has to be told from an icon, whose class is then made at the start
        self._kind = kind
        self._large = large
        self._hint = hint
        self._explained = ""
        self._icon = icon
        self._theme = Theme()
        self._brisk = False
        self._ring = False
        self.setProperty("kind", kind.value)
        self.setAccessibleName(text)
        self.setAccessibleDescription("")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum, QSizePolicy.ControlType.PushButton)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.apply_theme(self._theme)

    @property
    def kind(self) -> ButtonKind:
        """How much it asks to be pressed."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Ask more or less to be pressed."""
        self._kind = kind
        self.setProperty("kind", kind.value)
        self.updateGeometry()
        self.update()

    def set_words(self, text: str) -> None:
        """Take another text, which is its name for screen readers, too."""
        self.setText(text)
        self.setAccessibleName(text)

    def set_hint(self, hint: str) -> None:
        """Show another key, or none."""
        self._hint = hint
        self.setAccessibleDescription(self._explained)
        self.updateGeometry()
        self.update()

    def setAccessibleDescription(self, description: str) -> None:
        """Tell screen readers what pressing does, and after it the key, which others see in small print."""
        self._explained = description
        stop = "" if not description or description[-1] in ".?" else "."
        said = f"{description}{stop} {key_hint(self._hint)}".strip() if self._hint else description
        super().setAccessibleDescription(said)

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon before the text, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_brisk(self, brisk: bool) -> None:
        """Take the colours of the brisk or of the normal walk page."""
        self._brisk = brisk
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take font, size and colours from `theme`."""
        self._theme = theme
        self.setFont(theme.font(TypeRole.LEAD_STRONG if self._large else TypeRole.STRONG))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The text in one line, and the target size at least."""
        width = self._beside() + self._metrics().horizontalAdvance(self.text()) + 2 * self._padding() + _SLACK_PX
        return QSize(max(TARGET, width), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        metrics = self._metrics()
        word = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        width = max(TARGET, self._beside() + word + 2 * self._padding() + _SLACK_PX)
        return QSize(min(width, self.sizeHint().width()), self._least_height())

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at `width`, with the text wrapped."""
        room = max(1, width - self._beside() - 2 * self._padding())
        text = self._metrics().boundingRect(QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), self.text())
        return max(self._least_height(), text.height() + 2 * SPACE_12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless it was the mouse."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, outline, focus ring, icon, text and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = _LOOKS[self._kind] if self._kind in _LOOKS else _walk_look(self._kind, self._brisk)
        self._paint_ground(painter, look)
        ink = self._theme.colour(look.ink if self.isEnabled() else Role.MUTED)
        painter.setPen(ink)
        painter.setFont(self.font())
        text_room = self.width() - self._beside() - 2 * self._padding()
        text_width = min(text_room, self._metrics().horizontalAdvance(self.text()) + _SLACK_PX)
        left = (self.width() - text_width - self._beside()) // 2 if self._kind is not ButtonKind.QUIET else self._padding()
        if self._icon is not None:
            side = self._icon_side()
            paint_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink, 2.4)
            left += side + (SPACE_8 if self.text() else 0)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(QRect(left, 0, text_width, self.height()), int(flags), self.text())
        if self._hint:
            painter.setFont(self._theme.font(TypeRole.CAPTION_STRONG))
            hint = QRect(left + text_width + SPACE_12, 0, self._hint_width(), self.height())
            painter.drawText(hint, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._hint)

    def _paint_ground(self, painter: QPainter, look: _Look) -> None:
        colour = self._theme.colour
        box = QRectF(self.rect())
        fill = look.hover if (self.underMouse() or self.isDown()) and self.isEnabled() else look.fill
        if not self.isEnabled():
            fill = Role.FAINT if look.fill else None
        painter.setPen(Qt.PenStyle.NoPen)
        if fill is not None:
            painter.setBrush(colour(fill))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if look.edge is not None:
            painter.setPen(QPen(colour(look.edge if self.isEnabled() else Role.LINE), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CONTROL - 1, RADIUS_CONTROL - 1)
        if self.hasFocus() and self._ring:
            inset = 4.5 if look.fill is not None and look.edge is None else 1.5
            if look.edge is not None and look.ring is Role.WALK_INK:
                inset = 5.5
            painter.setPen(QPen(colour(look.ring), 3 if inset < 4 else 2.5))
            painter.drawRoundedRect(
                box.adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL - inset / 2, RADIUS_CONTROL - inset / 2
            )

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.font())

    def _padding(self) -> int:
        if self._kind is ButtonKind.QUIET:
            return SPACE_8 if self.text() else SPACE_12
        return SPACE_24 + (SPACE_8 if self._large else 0) if self.text() else SPACE_12

    def _least_height(self) -> int:
        return self._theme.scaled(56) if self._large else max(TARGET, self._theme.scaled(TARGET))

    def _icon_side(self) -> int:
        return self._theme.scaled(SPACE_16 + 4)

    def _hint_width(self) -> int:
        return QFontMetrics(self._theme.font(TypeRole.CAPTION_STRONG)).horizontalAdvance(self._hint)

    def _beside(self) -> int:
        """What icon and key take beside the text, in pixels."""
        icon = self._icon_side() + (SPACE_8 if self.text() else 0) if self._icon is not None else 0
        return icon + (SPACE_12 + self._hint_width() if self._hint else 0)
