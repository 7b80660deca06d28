"""What follows what in a day: check in, walk, check in, and the sheets that come between.

It opens dialogs and pages and passes answers on. What a day offers, and whether a walk may begin, the services have decided.
"""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Feet, ShorterBecause
from walkcoach.core.session import Move
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.ports import Checkpoint
from walkcoach.services.today import OutlookDay, TodayState
from walkcoach.ui.bridge import Bridge, WalkBridge
from walkcoach.ui.dialogs.after_check_in import AfterCheckInDialog
from walkcoach.ui.dialogs.before_check_in import BeforeCheckInDialog
from walkcoach.ui.dialogs.check_in_dialog import CheckInDialog
from walkcoach.ui.dialogs.lift_lock import LiftLockDialog
from walkcoach.ui.dialogs.recovered_walk import RecoveredWalkDialog
from walkcoach.ui.dialogs.warning_sign import WarningSignDialog
from walkcoach.ui.main_window import MainWindow
from walkcoach.ui.pages.walk_page import WalkPage
from walkcoach.ui.theme.theme import Theme
from walkcoach.wording import warning_signs


class DayFlow(QObject):
    """Leads through the day on `window`. `theme` answers the theme in force whenever a sheet opens."""

    def __init__(
        self, bridge: Bridge, walk: WalkBridge, window: MainWindow, walk_page: WalkPage, theme: Callable[[], Theme]
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._walk = walk
        self._window = window
        self._page = walk_page
        self._theme = theme
        walk.walk_changed.connect(walk_page.draw)
        page = walk_page
        page.pause_requested.connect(lambda: walk.perform(Move.PAUSE))
        page.resume_requested.connect(lambda: walk.perform(Move.RESUME))
        page.ease_off_requested.connect(lambda: walk.perform(Move.EASE_OFF))
        page.symptom_mark_requested.connect(lambda: walk.perform(Move.MARK_SYMPTOM))
        page.stop_requested.connect(lambda: walk.perform(Move.STOP))
        page.go_on_requested.connect(lambda: walk.perform(Move.GO_ON))
        page.count_requested.connect(walk.count)
        page.finish_requested.connect(self.finish_walk)
        page.something_wrong_requested.connect(self.show_something_wrong)
        page.check_in_requested.connect(lambda: self.finish_walk(None))
        page.leave_requested.connect(self.leave_walk)

    def check_in_and_walk(self) -> None:
        """Ask how it is, then walk if that is what follows."""
        if self.offer_recovered_walk():
            return
        view = self._bridge.view()
        dialog = BeforeCheckInDialog(view, self._theme(), self._bridge.profile.emergency_number, self._window)
        dialog.answers_changed.connect(lambda before: dialog.show_plan(None if before is None else self._bridge.preview(before)))
        dialog.walk_requested.connect(lambda before: self._checked_in_to_walk(dialog, before))
        dialog.saved.connect(lambda before: self._checked_in(dialog, before))
        self._open(dialog)

    def walk(self) -> None:
        """Walk what today offers, or what is left of it; a walk that was cut off has to be answered for first.

        A button may be pressed that was drawn before midnight: then the new day is checked in to, or drawn.
        """
        if self.offer_recovered_walk():
            return
        view = self._bridge.view()
        if view.needs_before:
            self.check_in_and_walk()
        elif not view.may_walk:
            self._bridge.refresh_today()
        elif self._walk.begin_walk():
            self._window.show_walk()

    def check_in_after(self) -> None:
        """Ask how the walk went, once a walk that was cut off is answered for. The answers belong to the day that is asked."""
        if self.offer_recovered_walk():
            return
        view = self._bridge.view()
        if not view.needs_after:
            self._bridge.refresh_today()
            return
        dialog = AfterCheckInDialog(
            view, view.before, view.decision, self._theme(), self._bridge.profile.emergency_number, self._window
        )
        dialog.saved.connect(lambda after: self._checked_in_after(dialog, view.day, after))
        self._open(dialog)

    def finish_walk(self, shorter_because: ShorterBecause | None) -> None:
        """End the walk under way, keep it, and go on to the check-in if that is due."""
        if self._walk.finish_walk(shorter_because):
            self._window.leave_walk()
            if self._bridge.view().state is TodayState.TO_CHECK_IN_AFTER:
                self.check_in_after()

    def leave_walk(self) -> None:
        """The walk is over and its check-in is left for later: Today asks for it."""
        if self._walk.finish_walk(None):
            self._window.leave_walk()

    def show_something_wrong(self) -> None:
        """The texts for a warning sign, at once. The walk has been paused already."""
        number = self._bridge.profile.emergency_number
        self._open(WarningSignDialog((), number, self._theme(), parent=self._window))

    def clear_warning_sign(self) -> None:
        """A professional has looked at the warning sign, says the person; asked once more, since one press is easily a mistake."""
        self._lift(warning_signs.cleared_question(), warning_signs.cleared_choice(), self._bridge.clear_warning_sign)

    def feet_seen_to(self) -> None:
        """What was new on the feet is seen to, says the person; asked once more, as for a warning sign."""
        self._lift(warning_signs.feet_seen_to_question(), warning_signs.feet_seen_to_choice(), self._bridge.feet_seen_to)

    def _lift(self, question: str, statement: str, lift: Callable[[], bool]) -> None:
        dialog = LiftLockDialog(question, statement, self._theme(), self._window)
        dialog.accepted.connect(lambda: lift())
        self._open(dialog)

    def offer_recovered_walk(self) -> bool:
        """Offer a walk that was under way when the program last ended; whether there is one."""
        found = self._walk.recovered_walk()
        if found is None:
            return False
        dialog = RecoveredWalkDialog(found, self._theme(), self._window, may_continue=self._walk.may_continue(found))
        dialog.continue_requested.connect(lambda: self._continue(found))
        dialog.save_requested.connect(lambda: self._walk.save_recovered(found))
        dialog.discard_requested.connect(self._walk.discard_recovered)
        self._open(dialog)
        return True

    def _continue(self, found: Checkpoint) -> None:
        if self._walk.continue_walk(found):
            self._window.show_walk()

    def _checked_in_to_walk(self, dialog: CheckInDialog, before: BeforeCheckIn) -> None:
        """Keep the check-in and walk; what a sign asks for is read before the walk begins."""
        kept = self._bridge.check_in_before(before)
        said = self._tell(before.warning_signs, feet_new=False)
        if not kept:
            self._refuse(dialog)
        elif said is None:
            self.walk()
        else:
            said.finished.connect(lambda _result: self.walk())

    def _checked_in(self, dialog: CheckInDialog, before: BeforeCheckIn) -> None:
        if not self._bridge.check_in_before(before):
            self._refuse(dialog)
        self._tell(before.warning_signs, feet_new=before.feet is Feet.NEW)

    def _checked_in_after(self, dialog: AfterCheckInDialog, day: date, after: AfterCheckIn) -> None:
        if self._bridge.check_in_after(after, day):
            dialog.look_ahead(self._tomorrow_of(day))
        else:
            self._refuse(dialog)
        self._tell(after.warning_signs, feet_new=after.feet is Feet.NEW)

    def _tomorrow_of(self, day: date) -> OutlookDay | None:
        """What the day after `day` may bring; None where the plan waits, or where there is nothing to foresee."""
        view = self._bridge.view()
        if view.locked or view.state is TodayState.PLAN_OFF:
            return None
        return next((coming for coming in view.outlook[:1] if coming.day == day + timedelta(days=1)), None)

    def _refuse(self, dialog: CheckInDialog) -> None:
        """Nothing that was answered is lost: the sheet stays, and says what is wrong."""
        trouble = self._bridge.trouble
        if trouble is not None:
            dialog.refuse(trouble.what, trouble.way_on)

    def _tell(self, signs: frozenset[WarningSign], *, feet_new: bool) -> QDialog | None:
        """Say what a sign asks for, whether or not it could be kept; None where there is nothing to say."""
        if not signs and not feet_new:
            return None
        number = self._bridge.profile.emergency_number
        return self._open(WarningSignDialog(signs, number, self._theme(), feet_new=feet_new, parent=self._window))

    def _open(self, dialog: QDialog) -> QDialog:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
