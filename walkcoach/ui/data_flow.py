"""Leads through the settings' part about the diary's files: backups, going back to one, export, import, deleting everything.

What is slow runs beside the window, under a sheet with a bar. Going back and importing write the diary from there; the window holds
still meanwhile and then takes what was read there, so that it never shows a diary that the disk does not have.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from walkcoach.services.backup_port import Backup
from walkcoach.services.data_work import Contents, DataWork, Imported, Replaced, ToErase, contents_of, entries_about
from walkcoach.services.diary_keeper import KeptEntries
from walkcoach.services.errand import Work
from walkcoach.services.errors import Trouble
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.ports import Clock
from walkcoach.services.transfer.export import ExportKind
from walkcoach.services.transfer.merge import ImportPlan
from walkcoach.ui.bridge import Bridge
from walkcoach.ui.dialogs.ask_sheet import AskSheet, Told
from walkcoach.ui.dialogs.backup_list import BackupListDialog
from walkcoach.ui.dialogs.busy import run_with_progress
from walkcoach.ui.dialogs.data_files import DataFiles, SystemDataFiles
from walkcoach.ui.main_window import MainWindow
from walkcoach.ui.pages.settings_data import DataSettings, ShelfView
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.undo_flow import UndoFlow, ask_first
from walkcoach.ui.widgets.buttons import ButtonKind
from walkcoach.wording import data as words
from walkcoach.wording import data_transfer as transfer_words
from walkcoach.wording import erase as erase_words
from walkcoach.wording import transfer as told_words

T = TypeVar("T")
MOST_REFUSED: Final = 50
"""So many entries that are not taken are listed with their reasons; of more, the number is said."""



@dataclass(frozen=True, slots=True)
class DataServices:
    """What the flow works with: the work itself, the diary in memory, the clock, and whether a walk is under way."""

    work: DataWork
    keeper: KeptEntries
    clock: Clock
    walking: Callable[[], bool]


class DataFlow(QObject):
    """Keeps `page` drawn and carries out what it asks for. `theme` answers the theme in force whenever a sheet opens."""

    replaced = Signal()
    """Another diary is in memory: every page has to be drawn anew."""
    erase_confirmed = Signal()
    """Everything is to be deleted; the window has to close for that."""

    def __init__(
        self,
        services: DataServices,
        bridge: Bridge,
        undo: UndoFlow,
        window: MainWindow,
        page: DataSettings,
        theme: Callable[[], Theme],
        files: DataFiles | None = None,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._work = services.work
        self._bridge = bridge
        self._undo = undo
        self._window = window
        self._page = page
        self._theme = theme
        self._files: DataFiles = files or SystemDataFiles()
        page.back_up_requested.connect(self.back_up)
        page.go_back_requested.connect(self.choose_backup)
        page.export_requested.connect(self.export)
        page.import_requested.connect(self.import_file)
        page.delete_requested.connect(self.ask_to_delete)
        page.warn(self._work.warning())

    def draw(self) -> None:
        """Show how the backups stand."""
        now = self._services.clock.now()
        try:
            backups = self._work.safekeeping.backups()
        except Trouble as trouble:
            self._page.draw(ShelfView(now, trouble=str(trouble)))
            return
        proven = self._work.safekeeping.last_proven()
        self._page.draw(
            ShelfView(
                now,
                last=backups[0].moment if backups else None,
                proven=None if proven is None else proven.moment,
                count=len(backups),
                size_bytes=sum(backup.size_bytes for backup in backups),
            )
        )

    # --- backups ---------------------------------------------------------------------------------------------------

    def back_up(self) -> None:
        """Make a backup at once."""

        def made(path: Path | None) -> None:
            self._page.say_backup(words.unchanged() if path is None else words.backed_up())

        self._page.say_backup("")
        safekeeping = self._work.safekeeping
        self._run(words.backing_up(), words.backing_up_text(), lambda _tell, _stop: safekeeping.back_up(), made)

    def choose_backup(self) -> None:
        """Show the list."""
        found: list[tuple[Backup, ...]] = []
        listed = self._may_change() and self._bridge.attempt(
            lambda: found.append(self._work.safekeeping.backups()), refresh=False
        )
        if not listed:
            return
        self._page.say_backup("")
        dialog = BackupListDialog(found[0], self._services.clock.now(), self._theme(), self._window)
        dialog.look_requested.connect(lambda backup: self.look_into(backup.path, backup.moment))
        dialog.file_requested.connect(self._choose_file)
        self._open(dialog)

    def look_into(self, file: Path, moment: datetime | None = None) -> None:
        """See what `file` holds, and ask whether to go back to it; `moment` of one of ours."""
        self._look(file, lambda contents: self._ask_to_restore(file, moment, contents))

    def take_back(self, kept: Path) -> None:
        """Undo going back: the diary of before lies in `kept`."""
        if self._may_change():
            self._look(kept, lambda contents: self._ask_about_locks(kept, contents))

    def _look(self, file: Path, then: Callable[[Contents], object]) -> None:
        now = self._services.keeper.load()
        self._run(words.looking(), words.looking_text(), lambda _tell, _stop: self._work.look_into(file, now), then)

    def _ask_about_locks(self, file: Path, contents: Contents) -> None:
        """Go back to `file`: at once, or after one plain question where a lock or a warning sign would go with it."""
        today = self._services.clock.now().date()
        ask_first(contents.asks, lambda: self.restore(file), today, self._window, self._theme())

    def restore(self, file: Path) -> None:
        """Go back to `file`, with nothing asked."""
        if self._may_change():
            self._run(words.restoring(), words.restoring_text(), lambda _tell, _stop: self._work.restore(file), self._restored)

    def _choose_file(self) -> None:
        chosen = self._files.backup(self._window, self._work.folder)
        if chosen is not None:
            self.look_into(chosen)

    def _ask_to_restore(self, file: Path, moment: datetime | None, contents: Contents) -> None:
        backup = words.holds(contents.days, contents.walks, contents.span)
        sheet = AskSheet(
            words.restore_title(moment, self._services.clock.now()),
            words.it_holds(backup),
            (
                *(() if moment is not None else (Told(words.the_file(), (str(file),)),)),
                Told(words.the_diary(), (self._held(),)),
                Told(words.what_happens(), (words.restore_text(), words.restore_undo())),
            ),
            words.keep_mine(),
            self._theme(),
            self._window,
            confirm=words.restore(),
        )
        sheet.accepted.connect(lambda: self._ask_about_locks(file, contents))
        self._open(sheet)

    def _restored(self, restored: Replaced) -> None:
        self._undo.begin_anew()
        self._take(restored.diary)
        kept = restored.kept
        self._page.say_backup(words.restored(self._held(), None if kept is None else kept.name))
        if kept is not None:
            self._window.notice.say(words.restored_note(), words.take_back(), do=lambda: self.take_back(kept))

    # --- taking it elsewhere ---------------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask where to, and write what was chosen there."""
        self._page.say_transfer("")
        kind = self._page.kind()
        name = f"walkcoach-{self._services.clock.now().date().isoformat()}{kind}"
        chosen = self._files.export(self._window, kind, self._exported_last(), name)
        if chosen is None:
            return
        place = chosen if chosen.name.lower().endswith(kind) else chosen.with_name(f"{chosen.name}{kind}")
        if place != chosen and place.exists():  # the system's dialog has asked about another name
            self._window.say_trouble(*transfer_words.there_already(str(place)))
            return
        total = entries_about(self._services.keeper.load())
        self._run(
            transfer_words.exporting(),
            transfer_words.exporting_text(),
            lambda tell, stop: self._work.export(kind, place, total, tell, stop),
            lambda count: self._page.say_transfer(exported(kind, place, count)),
            stopped=lambda: self._page.say_transfer(transfer_words.stopped()),
        )

    def import_file(self) -> None:
        """Ask for a file, and see what it would add."""
        if not self._may_change():
            return
        self._page.say_transfer("")
        chosen = self._files.exported(self._window, self._exported_last())
        if chosen is not None:
            self._run(
                transfer_words.planning(),
                transfer_words.planning_text(),
                lambda tell, stop: self._work.plan(chosen, tell, stop),
                self._ask_to_add,
                stopped=lambda: self._page.say_transfer(transfer_words.stopped()),
            )

    def add(self, plan: ImportPlan) -> None:
        """Import what was planned."""
        if self._may_change():
            self._run(
                transfer_words.adding(),
                transfer_words.adding_text(),
                lambda tell, stop: self._work.add(plan, tell, stop),
                self._added,
                stopped=lambda: self._page.say_transfer(transfer_words.stopped()),
            )

    def _ask_to_add(self, plan: ImportPlan) -> None:
        new = bool(plan.puts)
        sheet = AskSheet(
            transfer_words.preview_heading(),
            told_words.preview_title(plan.read, plan.days),
            planned(plan),
            transfer_words.add_nothing() if new else transfer_words.close(),
            self._theme(),
            self._window,
            confirm=transfer_words.add(len(plan.puts)) if new else "",
        )
        sheet.accepted.connect(lambda: self.add(plan))
        self._open(sheet)

    def _added(self, imported: Imported) -> None:
        self._take(imported.diary)
        plan = imported.plan
        self._page.say_transfer(told_words.imported(len(plan.puts), len(plan.skipped), len(plan.refused)))

    def _exported_last(self) -> Path | None:
        """The folder that was exported to last, if it is still there."""
        last = next(reversed(self._work.safekeeping.exported()), None)
        return last.parent if last is not None and last.parent.is_dir() else None

    # --- deleting everything ---------------------------------------------------------------------------------------

    def ask_to_delete(self) -> None:
        """Say what would go and what would stay, and ask once."""
        if self._may_change():
            self._run(
                erase_words.counting(), erase_words.counting_text(), lambda _tell, _stop: self._work.to_erase(), self._ask_to_delete
            )

    def _ask_to_delete(self, found: ToErase) -> None:
        now = contents_of(self._services.keeper.load())
        backups = [erase_words.goes_backups(found.backups)] if found.backups else []
        copies = [erase_words.goes_copies(len(found.copies)), *(file.name for file in found.copies)] if found.copies else []
        exported_to = [str(file) for file in found.exported]
        sheet = AskSheet(
            erase_words.delete_question(),
            erase_words.delete_lead(),
            (
                Told(
                    erase_words.what_goes(),
                    (erase_words.goes_diary(now.days, now.walks), *backups, erase_words.goes_rest(), *copies),
                ),
                Told(
                    erase_words.what_stays(),
                    (erase_words.stays_exported(exported_to), *exported_to, erase_words.stays_rest()),
                ),
                Told(erase_words.then(), (erase_words.afterwards(),)),
            ),
            erase_words.cancel(),
            self._theme(),
            self._window,
            confirm=erase_words.delete_now(),
            kind=ButtonKind.DANGER,
        )
        sheet.accepted.connect(self.erase_confirmed)
        self._open(sheet)

    # ---------------------------------------------------------------------------------------------------------------

    def _may_change(self) -> bool:
        """Whether the diary may be another now; else why not is said."""
        if self._services.walking():
            self._window.say_trouble(*words.walk_under_way())
            return False
        return True

    def _run(
        self,
        title: str,
        text: str,
        work: Work[T],
        done: Callable[[T], object],
        *,
        stopped: Callable[[], object] | None = None,
    ) -> None:
        """Have `work` done beside the window, then `done`. Where there is a `stopped` to be called, it can be stopped."""
        errand = run_with_progress(self._window, self._theme(), title, text, work, stoppable=stopped is not None)
        errand.done.connect(done)
        errand.failed.connect(self._say_trouble)
        if stopped is not None:
            errand.stopped.connect(stopped)
        errand.ended.connect(self.draw)

    def _take(self, diary: FoldedDiary) -> None:
        """Hold the diary that is now on the disk, and let all be drawn from it."""
        self._bridge.attempt(lambda: self._services.keeper.reload(diary))
        self.draw()
        self.replaced.emit()

    def _held(self) -> str:
        contents = contents_of(self._services.keeper.load())
        return words.holds(contents.days, contents.walks, contents.span)

    def _say_trouble(self, trouble: Trouble) -> None:
        self._window.say_trouble(trouble.what, trouble.way_on)

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def exported(kind: ExportKind, place: Path, count: int) -> str:
    """What came of an export of `count` entries or walks."""
    if kind is ExportKind.TCX:
        return told_words.exported_walks(str(place), count)
    return told_words.exported_for_clinic(str(place)) if kind is ExportKind.FHIR else told_words.exported(str(place), count)


def planned(plan: ImportPlan) -> tuple[Told, ...]:
    """What an import would do, kind by kind, and why some of it would not be taken."""
    read = Counter(found.entry.kind for found in plan.found)
    added = Counter(entry.kind for entry in plan.puts)
    skipped = Counter(entry.kind for entry in plan.skipped)
    refused = Counter(one.found.entry.kind for one in plan.refused)
    kinds = [transfer_words.kind_line(str(kind), read[kind], added[kind], skipped[kind], refused[kind]) for kind in sorted(read)]
    told = []
    if not plan.puts:
        told.append(Told(told_words.would_add({}), kinds))
    else:
        told.append(Told(transfer_words.in_file(), kinds))
    if plan.other_here:
        told.append(Told(transfer_words.here_already(), (told_words.would_skip(len(plan.skipped), plan.other_here),)))
    if plan.refused:
        reasons = [
            told_words.stands_against(str(one.against), str(one.found.entry.kind), one.found.entry.day, one.found.place)
            for one in plan.refused[:MOST_REFUSED]
        ]
        more = len(plan.refused) - len(reasons)
        last = [transfer_words.more_not_taken(more)] if more else []
        told.append(Told(told_words.would_refuse(len(plan.refused)), (*reasons, *last)))
    if plan.puts:
        told.append(Told(words.what_happens(), (transfer_words.add_lead(),)))
    return tuple(told)
