"""The weekly review as a sheet: three figures, a few sentences, and the kept weeks one after the other. It asks nothing.

The keyboard starts at the text, as in every sheet: Escape closes it, left and right go from week to week.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from walkcoach.core.week_review import WeekReview
from walkcoach.ui.dialogs.sheet import WIDTH_PX, SheetDialog
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_12, SPACE_16, SPACE_32, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card, CardKind
from walkcoach.ui.widgets.labels import Label
from walkcoach.wording import week_review as words

_NARROW_PX: Final = 560
"""Text narrower than this, at 100 %, has the figures below each other."""
_FIGURE_PX: Final = 42
_FIGURE_WEIGHT: Final = 800


class WeekReviewDialog(SheetDialog):
    """Shows `reviews`, newest first, one at a time; none of them: says what will be here. `just_told`: it is new today."""

    def __init__(
        self,
        reviews: Sequence[WeekReview],
        today: date,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        just_told: bool = False,
    ) -> None:
        super().__init__(words.window_title(), theme, parent)
        self._reviews = tuple(reviews)
        self._today = today
        self._just_told = just_told
        self._shown = 0
        self._said: list[str] = []
        self._page = QWidget()
        self.column.addWidget(self._page)
        self.column.addStretch(1)
        self.close_button = self.add_button(Button(words.close(), ButtonKind.PRIMARY, large=True))
        self.close_button.clicked.connect(self.accept)
        self.earlier = self._add_step(words.earlier(), 1, Qt.Key.Key_Left)
        self.later = self._add_step(words.later(), -1, Qt.Key.Key_Right)
        self._draw()
        spread(self, theme)

    def show_week(self, number: int) -> None:
        """Show the kept week `number`, 0 being the newest; a number that there is none for changes nothing."""
        if number not in range(len(self._reviews)) or number == self._shown:
            return
        had_focus = self.earlier.hasFocus() or self.later.hasFocus()
        self._shown = number
        self._draw()
        spread(self, self.theme)
        self._scroll.verticalScrollBar().setValue(0)
        below = self.parentWidget()
        room = below.window().size() if below else self.screen().availableSize()
        self.resize(self._fitting(self.width()).boundedTo(room).expandedTo(self.size()))
        if had_focus and not (self.earlier.hasFocus() or self.later.hasFocus()):
            (self.earlier if self.earlier.isEnabled() else self.later).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._spoken())

    def _add_step(self, text: str, by: int, key: Qt.Key) -> Button:
        button = self.add_button(Button(text, ButtonKind.SECONDARY, large=True))
        button.clicked.connect(lambda: self.show_week(self._shown + by))
        QShortcut(QKeySequence(key), self).activated.connect(lambda: self.show_week(self._shown + by))
        button.setVisible(len(self._reviews) > 1)
        return button

    def _draw(self) -> None:
        old, self._page, self._said = self._page, QWidget(), []
        self._body = QVBoxLayout(self._page)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(SPACE_12)
        self.earlier.setEnabled(self._shown + 1 < len(self._reviews))
        self.later.setEnabled(self._shown > 0)
        if self._reviews:
            self._draw_week(self._reviews[self._shown])
        else:
            self._say(Label(words.nothing_kept_title(), TypeRole.PAGE))
            self._say(Label(words.nothing_kept(), TypeRole.LEAD, Role.MUTED))
        self.column.replaceWidget(old, self._page)
        old.hide()
        old.deleteLater()
        self._page.show()
        self.name_text(self._spoken())

    def _draw_week(self, review: WeekReview) -> None:
        self._say(Label(words.title(review, self._today), TypeRole.PAGE))
        under = words.span(review, self._today)
        if len(self._reviews) > 1:
            under = f"{under} · {words.place(self._shown + 1, len(self._reviews))}"
        self._say(Label(under, TypeRole.LEAD, Role.MUTED))
        figures = words.figures(review)
        beside = self._text_width() >= self.theme.scaled(_NARROW_PX)
        cards = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        cards.setSpacing(SPACE_12)
        for figure in figures:
            cards.addWidget(_figure_card(figure), 1)
        self._body.addLayout(cards)
        self._said.extend(figure.spoken for figure in figures)
        for sentence in words.other_symptoms(review):
            self._say(Label(sentence))
        if review.symptoms:
            self._say(Label(words.scale(), TypeRole.CAPTION, Role.MUTED))
        self._say(Label(words.plan(review)))
        if signs := words.signs(review):
            card = Card(CardKind.CAUTION, SPACE_16, SPACE_4)
            card.body.addWidget(Label(signs))
            self._body.addWidget(card)
            self._said.append(signs)
        if self._just_told:
            self._say(Label(words.kept(), TypeRole.CAPTION, Role.MUTED))

    def _text_width(self) -> int:
        """The width that the text will have, in pixels."""
        below = self.parentWidget()
        width = self.theme.scaled(WIDTH_PX)
        return (min(width, below.window().width()) if below else width) - 2 * SPACE_32

    def _spoken(self) -> str:
        """All that the sheet says; what is no sentence on paper, such as a heading, ends as one where it is heard."""
        return " ".join(said if said.endswith(".") else f"{said}." for said in self._said)

    def _say(self, label: Label) -> None:
        self._body.addWidget(label)
        self._said.append(label.text())


class _Figure(Label):
    """A figure, larger than any heading."""

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours and the text size."""
        super().apply_theme(theme)
        self.setFont(theme.font_of(theme.scaled(_FIGURE_PX), _FIGURE_WEIGHT))


def _figure_card(figure: words.FigureText) -> Card:
    card = Card(CardKind.ACCENT, SPACE_16, SPACE_4)
    card.body.addWidget(_Figure(figure.figure, TypeRole.PAGE, Role.ACCENT))
    card.body.addWidget(Label(figure.counts, TypeRole.STRONG))
    if figure.said:
        card.body.addWidget(Label(figure.said, TypeRole.BODY, Role.MUTED))
    card.body.addStretch(1)
    return card
