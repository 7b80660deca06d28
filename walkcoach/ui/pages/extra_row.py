"""The one quiet row under Today: walk beyond the plan, or add a walk that was made without the program."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkcoach.services.today import TodayState, TodayView
from walkcoach.ui.theme.tokens import SPACE_16
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import muted
from walkcoach.wording import extra_links as words


class ExtraRow(FlowRow):
    """Two links, and what was added last."""

    just_walk_requested = Signal()
    walk_by_hand_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SPACE_16, parent=parent)
        self.setAccessibleName(words.links())
        self.just_walk = Button(words.just_walk(), ButtonKind.QUIET)
        self.by_hand = Button(words.add_link(), ButtonKind.QUIET)
        self.just_walk.setAccessibleDescription(words.own_lead())
        self.by_hand.setAccessibleDescription(words.hand_lead())
        self._added = muted()
        for widget in (self.just_walk, self.by_hand, self._added):
            self.add(widget)
        self._added.hide()
        self.just_walk.clicked.connect(self.just_walk_requested)
        self.by_hand.clicked.connect(self.walk_by_hand_requested)

    @property
    def added(self) -> str:
        """What is said to have been added; empty if nothing is."""
        return self._added.text()

    def draw(self, view: TodayView) -> None:
        """Offer what `view` allows. Once the day is done, its own card offers to walk some more."""
        self.just_walk.setVisible(view.may_walk_freely and view.state is not TodayState.DONE)
        self.updateGeometry()

    def say_added(self, text: str) -> None:
        """Say what was added; an empty text takes that away."""
        if text == self._added.text():
            return
        self._added.setText(text)
        self._added.setVisible(bool(text))
        self.updateGeometry()
        if text:
            announce(self, text)
