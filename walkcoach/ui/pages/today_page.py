"""Today: the day's minutes, why, and one button. Below, small, the week so far and an outlook on the next days."""

from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.services.today import TodayView
from walkcoach.ui.pages.extra_row import ExtraRow
from walkcoach.ui.pages.month_card import MonthCard
from walkcoach.ui.pages.today_cards import AwayCard, OutlookCard, SectionCard, WeekCard
from walkcoach.ui.pages.today_content import Wish, asks_why_away, sections_of
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_24
from walkcoach.ui.widgets.labels import caption, page_title
from walkcoach.ui.widgets.scroll_page import ScrollPage
from walkcoach.ui.widgets.side_by_side import SideBySide
from walkcoach.wording import names
from walkcoach.wording import today as words

_NEVER_FIRST: Final = frozenset({Wish.FREE_WALK, Wish.CLEARED, Wish.FEET_SEEN_TO, Wish.REVIEW})
"""What is pressed only by somebody who went there to press it."""


class TodayPage(ScrollPage):
    """Draws a `TodayView` and emits what the person asks for."""

    check_in_requested = Signal()
    walk_requested = Signal()
    walk_anyway_requested = Signal()
    check_in_after_requested = Signal()
    free_walk_requested = Signal()
    walk_by_hand_requested = Signal()
    cleared_requested = Signal()
    feet_seen_to_requested = Signal()
    review_acknowledged = Signal()
    settings_requested = Signal()
    away_because_given = Signal(object)
    """Carries an `AwayBecause`, or None for something else."""
    slow_signs_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view: TodayView | None = None
        self._emergency_number = ""
        self._date = caption()
        self._greeting = page_title()
        self._cards: list[QWidget] = []
        self._middle = QVBoxLayout()
        self._middle.setSpacing(SPACE_24)
        self._week = WeekCard()
        self._outlook = OutlookCard()
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._date)
        head.addWidget(self._greeting)
        self.column.addLayout(head)
        self.column.addLayout(self._middle)
        self._below = SideBySide((self._week, self._outlook), (5, 4))
        self.extra = ExtraRow()
        self.extra.just_walk_requested.connect(self.free_walk_requested)
        self.extra.walk_by_hand_requested.connect(self.walk_by_hand_requested)
        foot = QVBoxLayout()
        foot.setSpacing(SPACE_8)
        foot.addWidget(self._below, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.extra)
        foot.addStretch(1)
        self.column.addLayout(foot, 1)
        self._signals = MappingProxyType(
            {
                Wish.CHECK_IN: self.check_in_requested,
                Wish.WALK: self.walk_requested,
                Wish.WALK_ANYWAY: self.walk_anyway_requested,
                Wish.CHECK_IN_AFTER: self.check_in_after_requested,
                Wish.FREE_WALK: self.free_walk_requested,
                Wish.CLEARED: self.cleared_requested,
                Wish.FEET_SEEN_TO: self.feet_seen_to_requested,
                Wish.REVIEW: self.review_acknowledged,
                Wish.SETTINGS: self.settings_requested,
            }
        )

    def draw(self, view: TodayView, emergency_number: str = "112") -> None:
        """Show `view`; `emergency_number` is the one that the person has set. Drawing the same again changes nothing."""
        if (view, emergency_number) == (self._view, self._emergency_number):
            return
        same_day = self._view is not None and replace(self._view, hour=view.hour) == view
        if same_day and emergency_number == self._emergency_number:
            self._view = view
            self._greeting.setText(words.greeting(view.hour))
            return
        if self._view is not None and view.day != self._view.day:
            self.extra.say_added("")
        self._view = view
        self._emergency_number = emergency_number
        focused: QWidget | None = self.focusWidget()
        had_focus = focused is not None and any(one.isAncestorOf(focused) for one in (*self._cards, self._greeting))
        self._date.setText(names.long_date(view.day))
        self._greeting.setText(words.greeting(view.hour))
        self._empty()
        first: QWidget | None = None
        for section in sections_of(view, emergency_number):
            card = SectionCard(section, view)
            card.wished.connect(self._pass_on)
            self._add(card)
            # A key pressed once too often must not begin a walk that nobody asked for, and not lift what protects the person.
            first = first or next((button for wish, button in card.buttons.items() if wish not in _NEVER_FIRST), None)
        if asks_why_away(view):
            away = AwayCard(view.decision.evidence.missed_days)
            away.reason_given.connect(self.away_because_given)
            self._add(away)
        if view.ask_slow_signs:
            month = MonthCard()
            month.opened.connect(self.slow_signs_requested)
            self._add(month)
        for last in (self._below, self.extra):
            last.raise_()  # screen readers read in this order, not in the layout's
        self._week.draw(view)
        self._outlook.draw(view)
        self.extra.draw(view)
        self._tab_on_to_the_extra_row()
        spread(self, self.page_theme)
        start = first or self._greeting
        self.setFocusProxy(start)
        if had_focus and self.isVisible():  # another page's keyboard is left alone
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_added(self, text: str) -> None:
        """Say, quietly, what was just added by hand."""
        self.extra.say_added(text)

    def _add(self, card: QWidget) -> None:
        self._cards.append(card)
        self._middle.addWidget(card)

    def _tab_on_to_the_extra_row(self) -> None:
        """The cards are newer than what stands below them; the Tab key goes on from the last of them all the same."""
        stops = [widget for card in self._cards for widget in card.findChildren(QWidget) if _takes_tab(widget)]
        for one, other in pairwise([*stops[-1:], self.extra.just_walk, self.extra.by_hand]):
            QWidget.setTabOrder(one, other)

    def _empty(self) -> None:
        for card in self._cards:
            self._middle.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards.clear()

    def _pass_on(self, wish: Wish) -> None:
        self._signals[wish].emit()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
