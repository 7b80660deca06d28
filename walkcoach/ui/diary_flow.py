"""Leads through the Diary: opens the sheets that change a day, asks where a lock hangs on it, keeps the change, draws anew."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DiaryError, Feet
from walkcoach.core.hand_walk import HandWalk
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.diary_book import DiaryBook
from walkcoach.services.diary_edits import DiaryEdits, Edit
from walkcoach.services.diary_filter import DiaryFilter
from walkcoach.services.entries import Deleted, EntryKey
from walkcoach.services.extra_walks import hand_walk_of
from walkcoach.services.ports import WalkKind, WalkRecord
from walkcoach.services.undoing import thing_at
from walkcoach.ui.bridge import Bridge
from walkcoach.ui.dialogs.check_in_dialog import CheckInDialog
from walkcoach.ui.dialogs.day_notes import DayNotesDialog
from walkcoach.ui.dialogs.diary_filter import DiaryFilterDialog
from walkcoach.ui.dialogs.edit_check_in import EditAfter, EditBefore, name_misfit
from walkcoach.ui.dialogs.form_dialog import FormDialog
from walkcoach.ui.dialogs.recently_deleted import RecentlyDeletedDialog
from walkcoach.ui.dialogs.timed_walk import TimedWalk, TimedWalkDialog
from walkcoach.ui.dialogs.walk_by_hand import WalkByHandDialog
from walkcoach.ui.dialogs.warning_sign import WarningSignDialog
from walkcoach.ui.main_window import MainWindow, PageKey
from walkcoach.ui.pages.diary_page import DiaryDays, DiaryPage
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.undo_flow import ask_first
from walkcoach.wording import diary_edit

Sheet = CheckInDialog | FormDialog


class DiaryFlow(QObject):
    """Keeps `page` drawn and carries out what it asks for. `theme` answers the theme in force whenever a sheet opens."""

    def __init__(self, book: DiaryBook, edits: DiaryEdits, bridge: Bridge, window: MainWindow, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._book = book
        self._edits = edits
        self._bridge = bridge
        self._window = window
        self._theme = theme
        self._also: date | None = None
        """A day that was asked for by its date, though the list would leave it out."""
        self.page = DiaryPage()
        page, pane = self.page, self.page.pane
        page.filter_changed.connect(self._filter)
        page.filters_requested.connect(self.ask_for_filters)
        page.deleted_requested.connect(self.show_deleted)
        page.list.delete_requested.connect(self.delete_day)
        pane.delete_day_requested.connect(self.delete_day)
        pane.delete_requested.connect(self.delete)
        pane.before_requested.connect(self.edit_before)
        pane.after_requested.connect(self.edit_after)
        pane.notes_requested.connect(self.edit_notes)
        pane.walk_requested.connect(self.add_walk)
        pane.walk_edit_requested.connect(self.edit_walk)
        pane.remark_written.connect(self.keep_remark)
        bridge.today_changed.connect(self._drawn_anew)

    def draw(self) -> None:
        """Show the days by the filters in force."""
        deleted: list[Sequence[Deleted]] = []
        self._bridge.attempt(lambda: deleted.append(self._book.deleted()), refresh=False)
        self.page.draw(
            DiaryDays(
                days=self._book.days(self.page.wanted, self._also),
                count=self._book.count(),
                today=self._book.today(),
                row_of=self._book.row,
                deleted=len(deleted[0]) if deleted else 0,
                empty=self._book.empty(),
            )
        )

    def show_day(self, day: date) -> None:
        """Go to the Diary and open `day`, whatever the filters; one to come is today's."""
        if self.page.wanted:
            self.page.want(DiaryFilter())
        self._also = min(day, self._book.today())
        self._window.show_page(PageKey.DIARY)
        self.draw()
        self.page.show_day(self._also)

    def edit_before(self, day: date) -> None:
        """Say the day's check-in before the walk, or say it anew."""
        sheet = EditBefore(self._book.past_day(day), self._book.row(day).before, self._theme(), self._number, self._window)
        sheet.saved.connect(lambda said: self._keep_check_in(sheet, day, lambda: self._edits.before(day, said), said))
        self._open(sheet)

    def edit_after(self, day: date) -> None:
        """Say the day's check-in after the walk, or say it anew."""
        row = self._book.row(day)
        sheet = EditAfter(self._book.past_day(day), row.before, row.decision, row.after, self._theme(), self._number, self._window)
        sheet.saved.connect(lambda said: self._keep_check_in(sheet, day, lambda: self._edits.after(day, said), said))
        self._open(sheet)

    def edit_notes(self, day: date) -> None:
        """Say what is noted for the coach."""
        sheet = DayNotesDialog(day, self._book.row(day).notes, self._theme(), self._window)
        sheet.changed.connect(lambda notes: self._keep(sheet, lambda: self._edits.notes(day, notes)))
        self._open(sheet)

    def add_walk(self, day: date) -> None:
        """Add a walk by hand, to `day` unless another is chosen."""
        sheet = WalkByHandDialog(self._book.today(), self._edits.hand_walk_faults, self._theme(), self._window, on=day)
        sheet.added.connect(lambda walk: self._keep(sheet, lambda: self._edits.hand_walk(walk)))
        self._open(sheet)

    def edit_walk(self, walk: WalkRecord) -> None:
        """Say a walk anew: all of it where it was added by hand, else only what may be said of a timed one."""
        if walk.kind is WalkKind.BY_HAND:
            self._edit_hand_walk(walk, hand_walk_of(walk))
        else:
            sheet = TimedWalkDialog(walk, self._theme(), self._window)
            sheet.changed.connect(lambda said: self._keep_timed(sheet, walk, said))
            self._open(sheet)

    def delete(self, key: EntryKey) -> None:
        """Delete one entry, at once; it can be undone and put back."""
        self._make(self._edits.delete(key))

    def delete_day(self, day: date) -> None:
        """Delete the day's entries, at once; they can be undone and put back."""
        if edit := self._edits.delete_day(day):
            self._make(edit)
        else:
            self._window.notice.say(diary_edit.nothing_to_delete(day, self._book.today()))

    def keep_remark(self, day: date, text: str) -> None:
        """Keep the day's note; one that cannot be kept stays on the page."""
        if self._bridge.attempt(lambda: self._edits.make(self._edits.remark(day, text))):
            self.page.pane.remark_kept(day)
        elif (trouble := self._bridge.trouble) is not None:
            self.page.pane.remark_refused(day, text, f"{trouble.what} {trouble.way_on}".strip())

    def ask_for_filters(self) -> None:
        """Ask which days to show; each answer holds at once."""
        symptoms = [symptom for symptom in Symptom if symptom in self._book.symptoms()]
        sheet = DiaryFilterDialog(self.page.wanted, symptoms, self.page.count.text, self._theme(), self._window)
        sheet.changed.connect(self.page.want)
        self._open(sheet)

    def show_deleted(self) -> None:
        """Show what was deleted lately, to be put back."""
        found: list[Sequence[Deleted]] = []
        if not self._bridge.attempt(lambda: found.append(self._book.deleted()), refresh=False):
            return
        today = self._book.today()
        told = [(self._named(each), diary_edit.deleted_when(each.moment.date(), today)) for each in found[0]]
        sheet = RecentlyDeletedDialog(told, self._theme(), self._window)
        sheet.put_back_requested.connect(lambda place: self._put_back(sheet, place, found[0][place]))
        self._open(sheet)

    @property
    def _number(self) -> str:
        return self._bridge.profile.emergency_number

    def _filter(self, _wanted: DiaryFilter) -> None:
        self._also = None
        self.draw()

    def _drawn_anew(self) -> None:
        """Today has changed; the days may have."""
        if self._window.current_page() is PageKey.DIARY:
            self.draw()

    def _edit_hand_walk(self, walk: WalkRecord, said: HandWalk) -> None:
        sheet = WalkByHandDialog(self._book.today(), self._edits.hand_walk_faults, self._theme(), self._window, said=said)
        sheet.added.connect(lambda anew: self._keep(sheet, lambda: self._edits.hand_walk(anew, walk)))
        self._open(sheet)

    def _keep_timed(self, sheet: TimedWalkDialog, walk: WalkRecord, said: TimedWalk) -> None:
        self._keep(sheet, lambda: self._edits.timed_walk(walk, said.minutes, said.shorter_because))

    def _keep_check_in(
        self, sheet: CheckInDialog, day: date, make_edit: Callable[[], Edit], said: BeforeCheckIn | AfterCheckIn
    ) -> None:
        """Keep a check-in; what a sign asks for that is told only now is said, as on the day itself."""
        row = self._book.row(day)
        signs = said.warning_signs - row.warning_signs
        feet_new = said.feet is Feet.NEW and not row.foot_finding
        self._keep(sheet, make_edit)
        if signs or feet_new:
            self._tell(signs, feet_new=feet_new)

    def _tell(self, signs: frozenset[WarningSign], *, feet_new: bool) -> None:
        self._open(WarningSignDialog(signs, self._number, self._theme(), feet_new=feet_new, parent=self._window))

    def _keep(self, sheet: Sheet, make_edit: Callable[[], Edit]) -> None:
        """Keep what a sheet hands over. Where something has to be asked first, the sheet waits behind the question."""
        edit = make_edit()
        asks = self._edits.asks(edit)
        if not asks:
            self._kept(sheet, edit)
            return

        def keep() -> None:
            if self._kept(sheet, edit):
                sheet.accept()

        sheet.refuse()  # not yet
        ask_first(asks, keep, self._book.today(), sheet, self._theme())

    def _kept(self, sheet: Sheet, edit: Edit) -> bool:
        try:
            done = self._bridge.attempt(lambda: self._edits.make(edit))
        except DiaryError as error:
            if isinstance(sheet, CheckInDialog):
                name_misfit(sheet, error)
            return False
        if not done and (trouble := self._bridge.trouble) is not None:
            sheet.refuse(trouble.what, trouble.way_on)
        return done

    def _make(self, edit: Edit) -> None:
        def make() -> None:
            self._bridge.attempt(lambda: self._edits.make(edit))

        ask_first(self._edits.asks(edit), make, self._book.today(), self._window, self._theme())

    def _named(self, deleted: Deleted) -> str:
        return thing_at(deleted.entry.key, deleted.entry.day, self._book.today())

    def _put_back(self, sheet: RecentlyDeletedDialog, place: int, deleted: Deleted) -> None:
        edit = self._edits.put_back(deleted)
        if edit is None:
            sheet.refuse(place, diary_edit.put_back_refused(self._named(deleted)))
        else:
            go_on = partial(self._put_back_now, sheet, place, deleted, edit)
            ask_first(self._edits.asks(edit), go_on, self._book.today(), sheet, self._theme())

    def _put_back_now(self, sheet: RecentlyDeletedDialog, place: int, deleted: Deleted, edit: Edit) -> None:
        try:
            done = self._bridge.attempt(lambda: self._edits.make(edit))
        except DiaryError:
            sheet.refuse(place, diary_edit.put_back_misfit(self._named(deleted)))
            return
        if done:
            sheet.gone(place)
        elif (trouble := self._bridge.trouble) is not None:
            sheet.refuse(place, f"{trouble.what} {trouble.way_on}".strip())

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
