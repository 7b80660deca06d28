"""A card: the sheet of paper on which related things lie."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CARD, SPACE_12, SPACE_24, Role


class CardKind(StrEnum):
    """What a card is about: ordinary things, a good word, care needed, or a danger."""

    PLAIN = "plain"
    ACCENT = "accent"
    CAUTION = "caution"
    DANGER = "danger"


_GROUND: Final = MappingProxyType(
    {
        CardKind.PLAIN: (Role.CARD, Role.LINE),
        CardKind.ACCENT: (Role.SOFT_ACCENT, Role.SOFT_ACCENT),
        CardKind.CAUTION: (Role.SOFT_CAUTION, Role.CAUTION),
        CardKind.DANGER: (Role.SOFT_DANGER, Role.DANGER),
    }
)


class Card(QFrame):
    """A rounded sheet; put things into `body`, a vertical layout."""

    def __init__(
        self, kind: CardKind = CardKind.PLAIN, padding_px: int = SPACE_24, gap_px: int = SPACE_12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._theme = Theme()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding_px, padding_px, padding_px, padding_px)
        self.body.setSpacing(gap_px)

    def set_kind(self, kind: CardKind) -> None:
        """Be about something else."""
        self._kind = kind
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint by `theme` from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        ground, edge = _GROUND[self._kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(edge), 1))
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
