"""The stylesheet of Qt's own controls (fields, lists, scroll bars, tips, tables), written from the tokens at the text size.

Our own widgets paint themselves and are not named here. No radius is above half the height of what it rounds: Qt would
draw it square. A spin box is not named either: Qt draws a
styled one without buttons without its text. `.QLineEdit` with its dot leaves out the line inside our steppers.
"""

from typing import Final

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import RADIUS_CONTROL, TARGET, Role

_SHEET: Final = """
QToolTip {{ background: {ink}; color: {window}; border: 0; padding: 6px 10px; }}
.QLineEdit {{
    background: {card}; color: {ink}; border: 2px solid {edge}; border-radius: {radius}px;
    padding: 0 10px; min-height: {field}px; selection-background-color: {accent}; selection-color: {on_accent};
}}
.QLineEdit:focus {{ border: 3px solid {focus}; padding: 0 9px; min-height: {focused}px; }}
.QLineEdit:disabled {{ color: {muted}; border-color: {line}; }}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 44px; }}
QScrollBar::handle:horizontal {{ min-width: 44px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTableView {{
    background: {card}; alternate-background-color: {window}; color: {ink}; gridline-color: {line};
    border: 1px solid {line}; selection-background-color: {soft_accent}; selection-color: {ink};
}}
QHeaderView {{ background: {card}; }}
QHeaderView::section {{
    background: {card}; color: {muted}; border: 0; border-bottom: 1px solid {line}; padding: 8px 12px;
}}
QSlider {{ min-height: {target}px; }}
QSlider::groove:horizontal {{ height: 8px; border-radius: 4px; background: {faint}; border: 1px solid {edge}; }}
QSlider::sub-page:horizontal {{ height: 8px; border-radius: 4px; background: {accent}; }}
QSlider::handle:horizontal {{
    width: 26px; height: 26px; margin: -11px 0; border-radius: 13px; background: {card}; border: 3px solid {accent};
}}
QSlider::handle:horizontal:focus {{ background: {accent}; border: 3px solid {focus}; }}
"""


def stylesheet(theme: Theme) -> str:
    """The stylesheet for `theme`."""
    words = {role.value: theme.colour(role).name() for role in Role}
    target = theme.scaled(TARGET)
    return _SHEET.format(
        **words, radius=RADIUS_CONTROL, target=TARGET, field=max(TARGET, target) - 4, focused=max(TARGET, target) - 6
    )
