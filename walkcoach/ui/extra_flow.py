"""Leads to walks beyond the plan: ask for the pattern and walk it, or ask what was walked and keep it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from walkcoach.core.hand_walk import HandWalk
from walkcoach.core.own_walk import OwnWalk
from walkcoach.services.extra_walks import ExtraWalks
from walkcoach.ui.bridge import Bridge, WalkBridge
from walkcoach.ui.day_flow import DayFlow
from walkcoach.ui.dialogs.form_dialog import FormDialog
from walkcoach.ui.dialogs.own_walk import OwnWalkDialog
from walkcoach.ui.dialogs.walk_by_hand import WalkByHandDialog
from walkcoach.ui.main_window import MainWindow
from walkcoach.ui.pages.today_page import TodayPage
from walkcoach.ui.theme.theme import Theme
from walkcoach.wording import extra_walks as words


class ExtraFlow(QObject):
    """Opens the sheets over `window`. `theme` answers the theme in force whenever one opens."""

    def __init__(
        self,
        extra: ExtraWalks,
        bridge: Bridge,
        walk: WalkBridge,
        day_flow: DayFlow,
        window: MainWindow,
        today: TodayPage,
        theme: Callable[[], Theme],
    ) -> None:
        super().__init__(window)
        self._extra = extra
        self._bridge = bridge
        self._walk = walk
        self._day_flow = day_flow
        self._window = window
        self._page = today
        self._theme = theme

    def ask_own(self) -> None:
        """Ask for the pattern of a walk of one's own; a walk that was cut off has to be answered for first."""
        if self._day_flow.offer_recovered_walk():
            return
        terms = self._extra.terms()
        if terms is None:  # a button that was drawn before midnight, or before a sign was told
            self._bridge.refresh_today()
            return
        dialog = OwnWalkDialog(terms, self._theme(), self._window)
        dialog.start_requested.connect(lambda own: self._begin(dialog, own))
        self._open(dialog)

    def ask_by_hand(self) -> None:
        """Ask what was walked without the program."""
        dialog = WalkByHandDialog(self._extra.day(), self._extra.faults, self._theme(), self._window)
        dialog.added.connect(lambda walk: self._keep(dialog, walk))
        self._open(dialog)

    def _begin(self, dialog: FormDialog, own: OwnWalk) -> None:
        terms = self._extra.terms()
        if terms is None or (own.rounds and not terms.brisk):  # another day has begun meanwhile
            dialog.reject()
            self._bridge.refresh_today()
        elif self._walk.begin_free_walk(self._extra.begin_own(own), self._extra.day()):
            self._window.show_walk()
        else:
            self._refuse(dialog)

    def _keep(self, dialog: FormDialog, walk: HandWalk) -> None:
        """Keep the walk; what cannot be kept stays on the sheet, which says why."""
        if self._bridge.attempt(lambda: self._extra.add_by_hand(walk)):
            self._page.say_added(words.hand_added(walk.day, self._extra.day(), walk.minutes))
        else:
            self._refuse(dialog)

    def _refuse(self, dialog: FormDialog) -> None:
        trouble = self._bridge.trouble
        if trouble is not None:
            dialog.refuse(trouble.what, trouble.way_on)

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
