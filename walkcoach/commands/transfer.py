"""`walkcoach export` and `walkcoach import`: the diary into a file, and out of one."""

from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from walkcoach.adapters.clock import clock_for
from walkcoach.adapters.diary_lock import DiaryLock
from walkcoach.adapters.erase import refuse_half_erased
from walkcoach.adapters.export_file import open_to_read, write_whole
from walkcoach.adapters.housekeeping_file import HOUSEKEEPING_FILE, HousekeepingFile
from walkcoach.adapters.paths import DIARY_FILE, at_home, data_folder
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.reading import entries_in
from walkcoach.services.entries import Entry
from walkcoach.services.errors import Trouble
from walkcoach.services.safekeeping import Safekeeping
from walkcoach.services.transfer.export import ExportKind, write_export
from walkcoach.services.transfer.merge import ImportPlan, apply_import, plan_import
from walkcoach.services.transfer.refusal import ImportRefused
from walkcoach.wording import transfer as words


def export(data_dir: Path | None, file: Path, kind: ExportKind, now: datetime | None, *, replace: bool) -> str:
    """Write the diary to `file`, also while the window is open; the line that says so. Raises `Trouble`."""
    folder = data_folder(data_dir, make=False)
    clock = clock_for(now, 1.0)
    place = at_home(file)
    with closing(entries_in(folder / DIARY_FILE)) as entries:
        count = write_whole(place, lambda out: write_export(kind, entries, out, clock.now()), replace=replace)
    with suppress(Trouble):  # a data folder that may only be read cannot keep the note, and the export is there all the same
        Safekeeping(Backups(folder / DIARY_FILE), HousekeepingFile(folder / HOUSEKEEPING_FILE), clock).remember_export(place)
    if kind is ExportKind.TCX:
        return words.exported_walks(str(place), count)
    return words.exported_for_clinic(str(place)) if kind is ExportKind.FHIR else words.exported(str(place), count)


def preview(data_dir: Path | None, file: Path) -> Iterable[str]:
    """What importing `file` would do, in lines; nothing is changed. Raises `Trouble` and `ImportRefused`."""
    diary = data_folder(data_dir, make=False) / DIARY_FILE
    return preview_lines(_plan(file, entries_in(diary) if diary.exists() else ()))


def import_file(data_dir: Path | None, file: Path, now: datetime | None) -> str:
    """Import `file`, after a backup; the line that says what came of it. Raises `Trouble`, also while a window is open.

    Raises `ImportRefused` for a file that is not taken.
    """
    folder = data_folder(data_dir)
    clock = clock_for(now, 1.0)
    with DiaryLock(folder):
        refuse_half_erased(folder)
        store = SqliteDiaryStore(folder / DIARY_FILE)
        try:
            plan = _plan(file, store.entries())
            safekeeping = Safekeeping(Backups(folder / DIARY_FILE), HousekeepingFile(folder / HOUSEKEEPING_FILE), clock)
            done, _changes = apply_import(plan, store, safekeeping.back_up, clock.now())
        finally:
            store.close()
    return words.imported(len(done.puts), len(done.skipped), len(done.refused))


def preview_lines(plan: ImportPlan) -> Iterable[str]:
    """What an import would do, line by line, each entry that is not taken with its place."""
    yield words.preview_title(plan.read, plan.days)
    yield words.would_add({str(kind): count for kind, count in plan.added.items()})
    if plan.skipped:
        yield words.would_skip(len(plan.skipped), plan.other_here)
    if plan.refused:
        yield words.would_refuse(len(plan.refused))
        for one in plan.refused:
            entry = one.found.entry
            yield f"  {words.stands_against(str(one.against), str(entry.kind), entry.day, one.found.place)}"


def _plan(file: Path, existing: Iterable[Entry]) -> ImportPlan:
    try:
        with open_to_read(at_home(file)) as data:
            return plan_import(data, existing)
    except OSError as error:
        raise ImportRefused("", words.cannot_be_read(error.strerror or str(error))) from error
