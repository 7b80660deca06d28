"""A disk that may only be read, belongs to somebody else, or is full: old data intact, the place named, later saves work (R13).

The read-only ones are met by a process that has given up its rights, so that the tests do the same for root as for anybody.
"""

import json
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.builders import MONDAY, moment, walk
from tests.faults.keeping import DIARY, HOUSEKEEPING, WALKED, first_backup, lived
from walkcoach.adapters.housekeeping_file import HousekeepingFile
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.connection import trouble_of
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.mend import open_or_mend
from walkcoach.services.backup_port import Housekeeping
from walkcoach.services.errors import Trouble

ROOT = Path(__file__).parents[2]
GIVE_UP_RIGHTS = """
import ctypes, os, sys
if os.getuid() == 0:
    for right in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: what lets root pass by the modes of files
        if ctypes.CDLL(None, use_errno=True).prctl(24, right, 0, 0, 0):  # PR_CAPBSET_DROP, which holds from the next exec on
            raise OSError(ctypes.get_errno(), "the right cannot be given up")
os.execv(sys.executable, [sys.executable, "-c", *sys.argv[1:]])
"""
"""Starts the rest of its arguments as a program for which modes of files hold, even for root."""

VISITOR = """
import json, os, sys
from pathlib import Path
from tests.builders import MONDAY, moment, walk
from walkcoach.adapters.housekeeping_file import HousekeepingFile
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.mend import open_or_mend
from walkcoach.services.backup_port import Housekeeping
from walkcoach.services.errors import Trouble

folder = Path(sys.argv[1])
backup = folder / "backups" / "diary-000001-20260105T080000Z.sqlite3"

def save(): store = SqliteDiaryStore(folder / "diary.sqlite3"); store.save_walk(walk(hour=20))
def check():
    report = check_diary(folder / "diary.sqlite3")
    if not report.whole:
        raise Trouble(report.line, "checked")

tries = {
    "save": save,
    "open": lambda: open_or_mend(folder / "diary.sqlite3", moment()),
    "back up": lambda: Backups(folder / "diary.sqlite3").make(moment(hour=22)),
    "prove": lambda: Backups(folder / "diary.sqlite3").prove(moment(hour=22)),
    "restore": lambda: Backups(folder / "diary.sqlite3").restore(backup, moment(hour=22)),
    "remember": lambda: HousekeepingFile(folder / "housekeeping.json").write(Housekeeping()),
    "check": check,
}
told = {}
for name, attempt in tries.items():
    try:
        attempt()
        told[name] = None
    except Trouble as trouble:
        told[name] = [trouble.what, trouble.way_on]
    except OSError as error:
        told[name] = ["OSError", str(error)]
print(json.dumps(told))
"""
"""Tries everything, without rights, and tells what it was told."""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with a diary, which can be cleared away again whatever became of its modes."""
    lived(tmp_path)
    yield tmp_path
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o700)


def visit(folder: Path) -> dict[str, Any]:
    """What somebody is told who may do only what the modes allow."""
    done = subprocess.run(
        [sys.executable, "-c", GIVE_UP_RIGHTS, VISITOR, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def contents(folder: Path) -> dict[str, bytes]:
    """Every file and what it holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def left_over(folder: Path) -> list[str]:
    """Unfinished files that were not cleared away."""
    return [path.name for path in folder.rglob("*") if ".new" in path.name or path.name.startswith("trial-")]


def assert_all_is_there_and_works_again(folder: Path, before: dict[str, bytes]) -> None:
    """Nothing has changed, and once the disk takes something again all goes on."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    after = contents(folder)
    assert {name: after.get(name) for name in before} == before
    opened = open_or_mend(folder / DIARY, moment())
    assert (opened.mended, opened.store.load()) == (None, WALKED)
    opened.store.save_walk(walk(hour=20))
    opened.store.close()
    assert Backups(folder / DIARY).make(moment(hour=22)) is not None


@pytest.mark.parametrize("which", ["the whole folder", "the files", "the diary alone"])
def test_a_disk_that_may_only_be_read_is_named_and_nothing_is_lost(folder: Path, which: str) -> None:
    before = contents(folder)
    for path in [folder / DIARY] if which == "the diary alone" else [file for file in folder.rglob("*") if file.is_file()]:
        path.chmod(0o400)
    if which == "the whole folder":
        for path in (folder / "backups", folder):
            path.chmod(0o500)
    told = visit(folder)
    if which == "the whole folder":
        assert all(told[name] for name in ("save", "open", "back up", "restore", "remember"))
    assert "OSError" not in [answer[0] for answer in told.values() if answer]
    for what, way_on in filter(None, told.values()):
        assert str(folder) in what
        assert way_on
    assert told["check"] is None  # looking needs no writing
    if which == "the whole folder":
        assert_all_is_there_and_works_again(folder, before)


def test_a_folder_of_somebody_else_is_named_and_nothing_is_lost(folder: Path) -> None:
    before = contents(folder)
    folder.chmod(0o000)
    told = visit(folder)
    for what, way_on in (answer for name, answer in told.items() if name not in ("prove",) and answer):
        assert str(folder) in what
        assert way_on
    assert all(told[name] for name in ("save", "open", "back up", "restore", "remember", "check"))
    assert_all_is_there_and_works_again(folder, before)


@pytest.mark.parametrize("room_kb", [0, 4, 40, 120])
def test_a_disk_with_too_little_room_is_named_and_nothing_is_lost(tmp_path: Path, room_kb: int) -> None:
    lived(tmp_path)
    shelf, old = Backups(tmp_path / DIARY), first_backup(tmp_path)
    first, size = old.read_bytes(), (tmp_path / DIARY).stat().st_size
    assert size > 120_000
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with closing(SqliteDiaryStore(tmp_path / DIARY)) as store:
        kept = store.load()
        resource.setrlimit(resource.RLIMIT_FSIZE, (room_kb * 1000, hard))
        try:
            for attempt in (
                lambda: shelf.make(moment(hour=22)),
                lambda: shelf.restore(old, moment(hour=22)),
                lambda: shelf.prove(moment(hour=22)),
                lambda: store.save_walk(walk(marks=tuple(float(at) for at in range(9000)))),
            ):
                with pytest.raises(Trouble) as trouble:
                    attempt()
                assert str(tmp_path) in trouble.value.what
                assert trouble.value.way_on
                assert left_over(tmp_path) == []
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, heard)
        assert store.load() == kept
        assert [one.path for one in shelf.newest_first()] == [old]
        assert old.read_bytes() == first
        store.save_walk(walk(MONDAY + timedelta(days=1)))
        assert shelf.make(moment(hour=23)) is not None
    HousekeepingFile(tmp_path / HOUSEKEEPING).write(Housekeeping())
    assert left_over(tmp_path) == []
    assert stat.S_IMODE(old.stat().st_mode) == 0o600


READER = """
import resource, signal, sys
from pathlib import Path
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.reading import entries_in

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
diary = Path(sys.argv[1])
print(check_diary(diary).whole, len(list(entries_in(diary))))
"""


def test_a_diary_is_looked_at_and_exported_even_where_no_room_is_left_for_the_index_of_its_log(folder: Path) -> None:
    diary = folder / DIARY
    told = []
    for log in (False, True):
        if log:
            diary.with_name(f"{DIARY}-wal").touch(mode=0o600)  # what a start on the full disk has left
        done = subprocess.run([sys.executable, "-c", READER, str(diary)], cwd=ROOT, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        told.append(done.stdout)
    assert told[0].startswith("True ")
    assert told[1] == told[0]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no file system that is always full")
def test_an_index_that_finds_no_room_is_told_as_a_full_disk(tmp_path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert "no room left" in str(trouble_of(error, Path("/proc/diary.sqlite3")))
    assert "no room left" not in str(trouble_of(error, tmp_path / DIARY))
