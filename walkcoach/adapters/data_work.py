"""The `DataWork` of the real program: each call with a connection to the diary file of its own, so that any thread may call.

One thread writes the diary, and while `restore`, `add` or `swap` runs it is theirs: the window lies under a sheet that takes every
key and click, and only reads. Should it write all the same, SQLite lets one of the two wait until the other's transaction has
ended; each is one transaction, so that what the window reads meanwhile is all of the old diary or all of the new.
"""

from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from walkcoach.adapters.cloud_folder import cloud_warning
from walkcoach.adapters.erase import copies_in
from walkcoach.adapters.export_file import open_to_read, write_whole
from walkcoach.adapters.housekeeping_file import HOUSEKEEPING_FILE, HousekeepingFile
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.check import read_whole
from walkcoach.adapters.storage.connection import Damaged, open_read_only
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.reading import entries_in
from walkcoach.services.data_work import Contents, Imported, Replaced, Swapped, ToErase, contents_of
from walkcoach.services.errand import AskedToStop, Tell
from walkcoach.services.errors import Trouble
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.lock_watch import TakenBack, lost_between, taken_back
from walkcoach.services.ports import Clock, StoredDiary
from walkcoach.services.safekeeping import Safekeeping
from walkcoach.services.transfer.export import ExportKind, write_export
from walkcoach.services.transfer.merge import ImportPlan, apply_import, plan_import
from walkcoach.services.transfer.refusal import ImportRefused
from walkcoach.wording import backups as backup_words
from walkcoach.wording import data as words
from walkcoach.wording import data_transfer, trouble
from walkcoach.wording import transfer as transfer_words

_IMPORT_STAGES: Final = 4
"""Compared, backed up, written, read: what an import tells of how far it is."""


class FileDataWork:
    """Works on the diary in `folder`, whose backups `safekeeping` looks after."""

    def __init__(self, folder: Path, clock: Clock, safekeeping: Safekeeping) -> None:
        self._folder = folder
        self._diary = folder / DIARY_FILE
        self._clock = clock
        self._safekeeping = safekeeping

    @property
    def safekeeping(self) -> Safekeeping:
        """What looks after the backups."""
        return self._safekeeping

    @property
    def folder(self) -> Path:
        """See `DataWork`."""
        return self._folder

    def warning(self) -> tuple[str, str] | None:
        """See `DataWork`."""
        return cloud_warning(self._folder)

    def look_into(self, file: Path, now: StoredDiary) -> Contents:
        """See `DataWork`."""
        if not _may_be_there(file):
            raise Trouble(*backup_words.not_there(str(file)))
        try:
            with closing(open_read_only(file)) as connection:
                then = read_whole(connection, file)
            return replace(contents_of(then), asks=lost_between(now, then))
        except Damaged as found:
            raise Trouble(*words.no_backup(str(file))) from found

    def restore(self, file: Path) -> Replaced:
        """See `DataWork`."""
        restored = self._safekeeping.restore(file, in_use=True)
        with self._opened() as store:
            return Replaced(_read_anew(store), restored.kept)

    def export(self, kind: ExportKind, place: Path, total: int, tell: Tell, asked_to_stop: AskedToStop) -> int:
        """See `DataWork`."""
        # Closed here, in its own thread: what is stopped half-way would else be closed by whoever hears of it.
        with closing(entries_in(self._diary)) as entries:
            count = write_whole(
                place,
                lambda out: write_export(
                    kind, entries, out, self._clock.now(), total=total, tell=tell, asked_to_stop=asked_to_stop
                ),
                replace=True,
            )
        with suppress(Trouble):  # the export is there, whether or not it can be remembered
            self._safekeeping.remember_export(place)
        return count

    def plan(self, file: Path, tell: Tell, asked_to_stop: AskedToStop) -> ImportPlan:
        """See `DataWork`."""
        try:
            with open_to_read(file) as data, closing(entries_in(self._diary)) as existing:
                return plan_import(data, existing, tell=tell, asked_to_stop=asked_to_stop)
        except ImportRefused as refused:
            raise Trouble(*data_transfer.import_refused(str(file), str(refused))) from refused
        except OSError as error:
            why = transfer_words.cannot_be_read(error.strerror or str(error))
            raise Trouble(*data_transfer.import_refused(str(file), why)) from error

    def add(self, plan: ImportPlan, tell: Tell, asked_to_stop: AskedToStop) -> Imported:
        """See `DataWork`."""

        def back_up() -> None:
            tell(1, _IMPORT_STAGES)
            self._safekeeping.back_up()
            tell(2, _IMPORT_STAGES)

        with self._opened() as store:
            done, _changes = apply_import(plan, store, back_up, self._clock.now(), asked_to_stop=asked_to_stop)
            tell(3, _IMPORT_STAGES)
            return Imported(done, _read_anew(store))

    def asks(self, diary: StoredDiary, *, again: bool) -> TakenBack:
        """See `LargeSteps`."""
        with self._opened() as store:
            return taken_back(diary, store.redo_changes() if again else store.undo_changes())

    def swap(self, *, again: bool) -> Swapped:
        """See `LargeSteps`."""
        with self._opened() as store:
            taken = (store.redo if again else store.undo)(self._clock.now())
            return Swapped(taken, _read_anew(store))

    def to_erase(self) -> ToErase:
        """See `DataWork`."""
        exported = tuple(file for file in self._safekeeping.exported() if _may_be_there(file))
        return ToErase(len(self._safekeeping.backups()), exported, copies_in(self._folder))

    def _opened(self) -> "closing[SqliteDiaryStore]":
        """The diary as it lies there: an empty one is never begun here, under the window that has another one open."""
        if not _may_be_there(self._diary):
            raise Trouble(trouble.diary_missing(str(self._folder)))
        return closing(SqliteDiaryStore(self._diary))


def safekeeping_of(folder: Path, clock: Clock) -> Safekeeping:
    """What looks after the backups of the diary in `folder`."""
    return Safekeeping(Backups(folder / DIARY_FILE), HousekeepingFile(folder / HOUSEKEEPING_FILE), clock)


def _may_be_there(file: Path) -> bool:
    """Whether there is such a file, as far as can be seen."""
    try:
        return file.exists()
    except OSError:  # in a folder that cannot be entered
        return True


def _read_anew(store: SqliteDiaryStore) -> FoldedDiary:
    """The diary after it was changed on the disk. Should it not be read, the change is there all the same, and that is said."""
    try:
        return FoldedDiary(store.load()).fold_all()
    except Trouble as found:
        raise Trouble(found.what, words.open_again()) from found
