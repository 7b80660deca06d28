"""The foot of a check-in: it stays in sight under a thin line while the questions scroll."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_24, SPACE_32, TARGET, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.labels import Label

_MARGIN_PX: Final = SPACE_32
_TALL: Final = 10_000
_WORDS_PX: Final = 260
"""Words as wide at 100 % text stand beside the buttons; where there is less room, above them."""
_BRIEF_WORDS_PX: Final = 220
_STILL_PX: Final = 400
"""Words as wide leave room for two lines that stay, in a brief footer."""


class CheckInFooter(QWidget):
    """The part that stays, under a thin line: what follows from the answers, what is still open, and two buttons."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = Theme()
        self._brief = False
        self.roomy = True
        """Whether plain words have room beside the buttons, and so would a title beside buttons."""
        self.heading = Label("", TypeRole.TITLE)
        self.detail = Label("", TypeRole.BODY, Role.MUTED)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.secondary = Button("", ButtonKind.SECONDARY, large=True)
        self.primary = Button("", ButtonKind.PRIMARY, large=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.heading)
        words.addWidget(self.detail)
        words.addStretch(1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE_12)
        self._buttons.addStretch(1)
        for button in (self.secondary, self.primary):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._foot.setContentsMargins(_MARGIN_PX, SPACE_8, _MARGIN_PX, SPACE_8)
        self._foot.setSpacing(SPACE_12)
        self._foot.addLayout(words, 1)
        self._foot.addLayout(self._buttons)

    def be_brief(self) -> None:
        """Take little room, for a sheet without a plan: smaller words, and as long as answers are missing only which."""
        self._brief = True
        self.heading.set_kind(TypeRole.STRONG)

    def say(self, heading: str, detail: str, missing: str, *, urgent: bool) -> None:
        """Say what follows from the answers, and what is `missing`, if anything."""
        if self._brief and missing and not urgent:
            heading, detail, missing = missing, "", ""
        self.heading.set_colour(Role.DANGER if urgent else Role.INK)
        self.heading.setText(heading)
        self.detail.setText(f"{detail}\n{missing}".strip())
        self.detail.setVisible(bool(self.detail.text()) or self.detail.minimumHeight() > 0)

    def fit(self, width: int, theme: Theme) -> None:
        """Be as `width` pixels ask for: a narrow footer puts its buttons under its words."""
        room = width - self._buttons.sizeHint().width() - 2 * _MARGIN_PX - SPACE_24
        self.roomy = room >= theme.scaled(_WORDS_PX)
        beside = self.roomy or (self._brief and room >= theme.scaled(_BRIEF_WORDS_PX))
        # Room for two lines where there is room: an answer must not push the questions away under a hand about to press.
        keeps = room >= theme.scaled(_STILL_PX) if self._brief else beside
        self.detail.setMinimumHeight(2 * self.detail.fontMetrics().lineSpacing() if keeps else 0)
        self.detail.setVisible(bool(self.detail.text()) or keeps)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._foot.direction() != way:
            self._foot.setDirection(way)
            self._foot.setSpacing(SPACE_12 if beside else SPACE_4)
            for button in (self.secondary, self.primary):
                button.setMaximumHeight(_TALL if beside else theme.scaled(TARGET))

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.colour(Role.LINE), 2))
        painter.drawLine(0, 1, self.width(), 1)
