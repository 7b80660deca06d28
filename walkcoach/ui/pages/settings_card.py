"""The frame of the Settings page's parts: cards with a heading, in a column."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.ui.theme.tokens import SPACE_16, SPACE_24
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.labels import title


def settings_card(heading_text: str, *parts: QWidget) -> Card:
    """A card with a heading, which may be empty, and fields below each other."""
    card = Card(gap_px=SPACE_16)
    if heading_text:
        card.body.addWidget(title(heading_text))
    for part in parts:
        card.body.addWidget(part)
    return card


def part_column(part: QWidget, gap_px: int = SPACE_24) -> QVBoxLayout:
    """The column in which the cards of `part` lie."""
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap_px)
    return column
