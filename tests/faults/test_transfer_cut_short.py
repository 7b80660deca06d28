"""Whatever the disk does in the middle of an import or an export: the diary is the old or the new, the file whole or not there."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import MONDAY
from tests.faults.disk import Fault, Step, copy_of, ends_of_runs, failing_disk, moments_of, quick_disk, steps_of
from tests.faults.keeping import DIARY, HOUSEKEEPING, WALKED, Task, first_backup, lived, look_at
from tests.services.transfers import SOMETHING_OF_EVERYTHING, as_csv, as_json, entry
from walkcoach.adapters.housekeeping_file import HousekeepingFile
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.commands.transfer import export, import_file
from walkcoach.services.backup_port import Housekeeping
from walkcoach.services.entries import EntryKind, diary_of
from walkcoach.services.errors import Trouble
from walkcoach.services.transfer.export import ExportKind
from walkcoach.services.transfer.merge import plan_import
from walkcoach.services.transfer.refusal import ImportRefused

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the watched disk is a POSIX one")

FILE, TABLES = "in.json", "out.zip"
HERE_ALREADY = (EntryKind.BEFORE, EntryKind.WALK, EntryKind.PROFILE)
NEW = (
    *(one for one in SOMETHING_OF_EVERYTHING if one.kind not in HERE_ALREADY),
    entry(EntryKind.REMARK, "x" * 20_000, MONDAY.replace(day=20)),
)
"""What the file has and the diary has not: some pages of it."""
IMPORTED = replace(diary_of(NEW), before=WALKED.before, walks=WALKED.walks)


def lived_with_a_file(folder: Path) -> None:
    """The diary with a walk in it, and a file to be imported."""
    lived(folder)
    (folder / FILE).write_bytes(as_json(NEW))


def exported_before(folder: Path) -> None:
    """The diary with a walk in it, and an export of before."""
    lived(folder)
    (folder / TABLES).write_bytes(as_csv([]))


def take(folder: Path) -> None:
    """`walkcoach import`."""
    import_file(folder, folder / FILE, None)


def give(folder: Path) -> None:
    """`walkcoach export`."""
    export(folder, folder / TABLES, ExportKind.CSV, None, replace=False)


def give_again(folder: Path) -> None:
    """`walkcoach export --force`."""
    export(folder, folder / TABLES, ExportKind.CSV, None, replace=True)


TASK = Task(take, lived_with_a_file, WALKED, IMPORTED)


def made_ready(ready: Callable[[Path], None], folder: Path) -> Path:
    """The folder in which the work begins."""
    folder.mkdir(mode=0o700)
    ready(folder)
    return folder


# --- import ----------------------------------------------------------------------------------------------------------


def try_all(ready: Path, tmp_path: Path, fault: Fault, steps: tuple[Step, ...]) -> int:
    """Let each step of the import fail in turn; how many did."""
    first, failed = first_backup(ready).read_bytes(), 0
    for step in steps:
        folder = copy_of(ready, tmp_path)
        with failing_disk(folder, step.number, fault) as disk, suppress(Trouble):
            take(folder)
        failed += disk.failed > 0
        assert look_at(TASK, folder, first) in (TASK.old, TASK.new), f"after {step} failed"
    return failed


def survive(ready: Path, tmp_path: Path, before: set[int] | None = None) -> int:
    """Look at what a kill and a power cut leave before each of those steps of the import; how often that was."""
    first, looked = first_backup(ready).read_bytes(), 0
    for moment in moments_of(take, ready, tmp_path, before):
        diary = look_at(TASK, moment.folder, first)
        assert diary in (TASK.old, TASK.new), f"{moment.state} before {moment.step}"
        assert moment.step is not None or diary == TASK.new, f"{moment.state} after it was said to be done"
        looked += 1
    return looked


def test_the_import_writes_a_backup_before_the_diary(tmp_path: Path) -> None:
    ready = made_ready(TASK.ready, tmp_path / "ready")
    done = [(step.what, step.name) for step in steps_of(take, ready, tmp_path)]
    named = next(place for place, (what, name) in enumerate(done) if what in ("link", "rename") and name.startswith("diary-"))
    written = [place for place, step in enumerate(done) if step == ("write", f"{DIARY}-wal")]
    assert written
    assert named < written[-1]


@pytest.mark.parametrize("fault", Fault)
def test_a_disk_that_fails_at_any_step_of_an_import_leaves_the_old_or_the_new(tmp_path: Path, fault: Fault) -> None:
    ready = made_ready(TASK.ready, tmp_path / "ready")
    steps = ends_of_runs(steps_of(take, ready, tmp_path))
    assert try_all(ready, tmp_path, fault, steps) >= len(steps) // 2


def test_a_kill_or_a_power_cut_at_any_step_of_an_import_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    ready = made_ready(TASK.ready, tmp_path / "ready")
    before = {step.number for step in ends_of_runs(steps_of(take, ready, tmp_path))}
    assert survive(ready, tmp_path, before) > 3


@pytest.mark.long
@pytest.mark.parametrize("fault", Fault)
def test_a_disk_that_fails_at_every_single_step_of_an_import(tmp_path: Path, fault: Fault) -> None:
    ready = made_ready(TASK.ready, tmp_path / "ready")
    assert try_all(ready, tmp_path, fault, steps_of(take, ready, tmp_path)) > 0


@pytest.mark.long
def test_a_kill_or_a_power_cut_at_every_single_step_of_an_import(tmp_path: Path) -> None:
    assert survive(made_ready(TASK.ready, tmp_path / "ready"), tmp_path) > 0


# --- export ----------------------------------------------------------------------------------------------------------

exports = pytest.mark.parametrize(
    ("work", "begin", "old"), [(give, lived, None), (give_again, exported_before, 0)], ids=["new", "over the one of before"]
)


def entries_in_the_file(folder: Path) -> int | None:
    """How many entries the exported file has, None if there is none; a file that is no whole export is refused."""
    if not (folder / TABLES).exists():
        return None
    with (folder / TABLES).open("rb") as file:
        return plan_import(file, ()).read


def look_at_export(folder: Path, work: Callable[[Path], None], old: int | None) -> int | None:
    """The diary stands, the file is whole, and exporting again clears away what was left; how many entries the file had."""
    found = entries_in_the_file(folder)
    assert found in (old, 2)
    with quick_disk(folder):
        store = SqliteDiaryStore(folder / DIARY)
        assert store.load() == WALKED
        store.close()
        assert HousekeepingFile(folder / HOUSEKEEPING).read() in (Housekeeping(), Housekeeping(exported=(folder / TABLES,)))
        give_again(folder)
    assert entries_in_the_file(folder) == 2
    assert [file.name for file in folder.iterdir() if ".new" in file.name] == []
    return found


@exports
@pytest.mark.parametrize("fault", Fault)
def test_a_disk_that_fails_at_any_step_of_an_export_leaves_the_old_file_or_the_new(
    tmp_path: Path, work: Callable[[Path], None], begin: Callable[[Path], None], old: int | None, fault: Fault
) -> None:
    ready = made_ready(begin, tmp_path / "ready")
    steps = steps_of(work, ready, tmp_path)
    assert {"create", "write", "sync"} <= {step.what for step in steps if TABLES in step.name}
    for step in steps:
        folder = copy_of(ready, tmp_path)
        with failing_disk(folder, step.number, fault), suppress(Trouble):
            work(folder)
            assert entries_in_the_file(folder) == 2, f"said to be done, though {step} failed"
        look_at_export(folder, work, old)


@exports
def test_a_kill_or_a_power_cut_at_any_step_of_an_export_leaves_the_old_file_or_the_new(
    tmp_path: Path, work: Callable[[Path], None], begin: Callable[[Path], None], old: int | None
) -> None:
    ready = made_ready(begin, tmp_path / "ready")
    looked = 0
    for moment in moments_of(work, ready, tmp_path):
        try:
            found = entries_in_the_file(moment.folder)
        except ImportRefused as refused:
            raise AssertionError(f"{moment.state} before {moment.step}: {refused}") from refused
        assert found in (old, 2)
        assert moment.step is not None or found == 2, f"{moment.state} after it was said to be done"
        looked += 1
    assert looked > 3
