"""Whatever the disk does in the middle of a save, a backup, a restore or a migration: the old or the new is there, whole.

Every step of each is failed in turn, in three ways; and what a kill or a power cut before each step leaves is opened.
"""

import os
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import MONDAY, after, before, checkpoint, moment, notes, offer, slow_answers, walk
from tests.faults.disk import Disk, Fault, State, Step, copy_of, ends_of_runs, failing_disk, moments_of, steps_of, watched_disk
from tests.faults.keeping import (
    DIARY,
    TASKS,
    WALK,
    WALKED,
    WALKED_TWICE,
    Task,
    assert_all_is_done,
    first_backup,
    lived,
    look_at,
    migrate,
    save,
)
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.core.programme import Programme
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Profile

TUESDAY = MONDAY + timedelta(days=1)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the watched disk is a POSIX one")
tasks = pytest.mark.parametrize("task", TASKS, ids=[task.name for task in TASKS])


@pytest.fixture
def ready(task: Task, tmp_path: Path) -> Path:
    """The folder in which the task begins."""
    folder = tmp_path / "ready"
    folder.mkdir(mode=0o700)
    task.ready(folder)
    return folder


def content(ready: Path) -> bytes | None:
    """The first backup, if there is one."""
    return first_backup(ready).read_bytes() if (ready / "backups").exists() else None


def try_all(task: Task, ready: Path, tmp_path: Path, fault: Fault, steps: tuple[Step, ...]) -> int:
    """Let each of `steps` fail in turn; how many did. What the person is told is always `Trouble`."""
    first, failed = content(ready), 0
    for step in steps:
        folder = copy_of(ready, tmp_path)
        with failing_disk(folder, step.number, fault) as disk, suppress(Trouble):
            task.work(folder)
        failed += disk.failed > 0
        assert look_at(task, folder, first) in (task.old, task.new), f"after {step} failed"
    return failed


@tasks
@pytest.mark.parametrize("fault", [Fault.FULL, Fault.GONE])  # the third with every single step, below
def test_a_disk_that_fails_at_any_step_leaves_the_old_or_the_new(task: Task, ready: Path, tmp_path: Path, fault: Fault) -> None:
    steps = ends_of_runs(steps_of(task.work, ready, tmp_path))
    assert try_all(task, ready, tmp_path, fault, steps) >= len(steps) // 2


@tasks
def test_a_kill_or_a_power_cut_at_any_step_leaves_the_old_or_the_new(task: Task, ready: Path, tmp_path: Path) -> None:
    numbers = {step.number for step in ends_of_runs(steps_of(task.work, ready, tmp_path))}
    assert survive(task, ready, tmp_path, numbers) > 3


def survive(task: Task, ready: Path, tmp_path: Path, numbers: set[int] | None = None) -> int:
    """Look at what a kill and a power cut leave before each of those steps (all by default); how often that was."""
    first, looked = content(ready), 0
    for left in moments_of(task.work, ready, tmp_path, numbers):
        if left.step is None:
            assert_all_is_done(task, left.folder)
        assert look_at(task, left.folder, first) in (task.old, task.new), f"{left.state} before {left.step}"
        looked += 1
    return looked


SAVES: dict[str, Callable[[SqliteDiaryStore], None]] = {
    "check-in before": lambda store: store.save_before(TUESDAY, before(), moment()),
    "check-in after": lambda store: store.save_after(TUESDAY, after(), moment()),
    "walk": lambda store: store.save_walk(walk(TUESDAY)),
    "notes": lambda store: store.save_notes(TUESDAY, notes(cleared=True), moment()),
    "offer": lambda store: store.save_offer(TUESDAY, offer(), moment()),
    "programme": lambda store: store.save_programme(TUESDAY, Programme(), moment()),
    "profile": lambda store: store.save_profile(Profile(welcomed=True), moment()),
    "slow signs": lambda store: store.save_slow_answers(TUESDAY, slow_answers(), moment()),
    "checkpoint": lambda store: store.write_checkpoint(checkpoint(TUESDAY)),
}


@pytest.mark.parametrize("keep", SAVES.values(), ids=SAVES)
def test_saved_means_on_disk_whatever_comes_next(tmp_path: Path, keep: Callable[[SqliteDiaryStore], None]) -> None:
    folder = tmp_path / "ready"
    folder.mkdir()
    lived(folder)
    with watched_disk(Disk(folder, remembers=True)) as disk, closing(SqliteDiaryStore(folder / DIARY)) as store:
        keep(store)
        kept = store.load(), store.read_checkpoint()
        for state in State:
            disk.left_by(state, tmp_path / state)
    assert kept != (WALKED, None)
    for state in State:
        with closing(SqliteDiaryStore(tmp_path / state / DIARY)) as store:
            assert (store.load(), store.read_checkpoint()) == kept, state


@pytest.mark.parametrize("fault", Fault)
def test_a_save_that_fails_leaves_the_open_diary_as_it_was_and_the_next_one_works(tmp_path: Path, fault: Fault) -> None:
    ready = tmp_path / "ready"
    ready.mkdir()
    lived(ready)
    failed = 0
    for step in steps_of(save, ready, tmp_path):
        folder = copy_of(ready, tmp_path)
        with watched_disk(Disk(folder, fault=fault)) as disk, closing(SqliteDiaryStore(folder / DIARY)) as store:
            store.load()
            disk.fail_at = max(step.number, len(disk.steps))
            told = None
            try:
                store.save_walk(WALK)
            except Trouble as trouble:
                told = trouble
            assert store.load() == (WALKED_TWICE if told is None else WALKED)
            assert told is None or str(folder) in told.what
            failed += told is not None
            disk.fail_at = None
            store.save_walk(WALK)
            store.save_walk(walk(hour=20))
            assert len(store.load().walks) == 3
    assert failed > 3


@tasks
def test_what_is_told_names_the_place(task: Task, ready: Path, tmp_path: Path) -> None:
    (step, *_others) = steps_of(task.work, ready, tmp_path)
    folder = copy_of(ready, tmp_path)
    with failing_disk(folder, step.number, Fault.GONE), pytest.raises(Trouble) as trouble:
        task.work(folder)
    assert str(folder) in str(trouble.value)
    assert trouble.value.way_on


@pytest.mark.long
@tasks
@pytest.mark.parametrize("fault", Fault)
def test_a_disk_that_fails_at_every_single_step(task: Task, ready: Path, tmp_path: Path, fault: Fault) -> None:
    assert try_all(task, ready, tmp_path, fault, steps_of(task.work, ready, tmp_path)) > 0


@pytest.mark.long
@tasks
def test_a_kill_or_a_power_cut_at_every_single_step(task: Task, ready: Path, tmp_path: Path) -> None:
    assert survive(task, ready, tmp_path) > 0


def test_the_harness_sees_what_sqlite_and_python_do(tmp_path: Path) -> None:
    task = next(task for task in TASKS if task.work is migrate)
    folder = tmp_path / "ready"
    folder.mkdir()
    task.ready(folder)
    done = {(step.what, step.name) for step in steps_of(task.work, folder, tmp_path)}
    assert {("write", DIARY), ("sync", DIARY), ("write", f"{DIARY}-wal"), ("sync", f"{DIARY}-wal")} <= done
    copy = f"diary.version-{task.steps[-1].version - 1}.sqlite3"
    assert {("create", f"{copy}.new"), ("write", f"{copy}.new"), ("sync", f"{copy}.new"), ("link", copy)} <= done


def test_the_harness_loses_what_was_not_synced(tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    ready.mkdir()
    (ready / "kept").write_bytes(b"old")

    def careless(folder: Path) -> None:
        with (folder / "beside").open("wb", buffering=0) as file:
            file.write(b"new")
        (folder / "beside").replace(folder / "kept")

    moments = moments_of(careless, ready, tmp_path)
    ends = {left.state: (left.folder / "kept").read_bytes() for left in moments if left.step is None}
    assert ends == {State.KILLED: b"new", State.POWER_CUT: b"old", State.POWER_CUT_RENAMED: b""}
