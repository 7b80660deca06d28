"""The look of fields of several lines: colours and font of a card, and an edge that shows the keyboard."""

from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, Role, TypeRole


def dress_text(field: QAbstractScrollArea, theme: Theme) -> None:
    """Give `field` the colours and the text size of `theme`."""
    field.setFont(theme.font(TypeRole.BODY))
    palette = field.palette()
    palette.setColor(QPalette.ColorRole.Base, theme.colour(Role.CARD))
    palette.setColor(QPalette.ColorRole.Text, theme.colour(Role.INK))
    field.setPalette(palette)


def paint_text_edge(field: QAbstractScrollArea, theme: Theme, resting: Role, width_px: int, inset_px: int) -> None:
    """Paint the edge of `field`: a ring while it has the keyboard, else a line of `resting`, so wide and so far inside."""
    focused = field.hasFocus()
    painter = QPainter(field.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(Role.FOCUS if focused else resting), 3 if focused else width_px))
    inset = 2 if focused else inset_px
    painter.drawRoundedRect(field.viewport().rect().adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL, RADIUS_CONTROL)
