"""Whatever the disk does in the middle of a save, a backup, a restore or a migration: the old or the new is there, whole.

Every step of each is failed in turn, in three ways; and what a kill or a power cut before each step leaves is opened.
"""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.disk import Fault, State, Step, copy_of, ends_of_runs, failing_disk, moments_of, steps_of
from tests.faults.keeping import DIARY, TASKS, Task, first_backup, look_at, migrate
from walkcoach.services.errors import Trouble

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
@pytest.mark.parametrize("fault", Fault)
def test_a_disk_that_fails_at_any_step_leaves_the_old_or_the_new(task: Task, ready: Path, tmp_path: Path, fault: Fault) -> None:
    steps = ends_of_runs(steps_of(task.work, ready, tmp_path))
    assert try_all(task, ready, tmp_path, fault, steps) >= len(steps) // 2


@tasks
def test_a_kill_or_a_power_cut_at_any_step_leaves_the_old_or_the_new(task: Task, ready: Path, tmp_path: Path) -> None:
    before = {step.number for step in ends_of_runs(steps_of(task.work, ready, tmp_path))}
    assert survive(task, ready, tmp_path, before) > 3


def survive(task: Task, ready: Path, tmp_path: Path, before: set[int] | None = None) -> int:
    """Look at what a kill and a power cut leave before each of those steps (all by default); how often that was."""
    first, looked = content(ready), 0
    for moment in moments_of(task.work, ready, tmp_path, before):
        diary = look_at(task, moment.folder, first)
        assert diary in (task.old, task.new), f"{moment.state} before {moment.step}"
        assert moment.step is not None or diary == task.new, f"{moment.state} after all was done: what was said to be done is not"
        looked += 1
    return looked


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
    ends = {moment.state: (moment.folder / "kept").read_bytes() for moment in moments if moment.step is None}
    assert ends == {State.KILLED: b"new", State.POWER_CUT: b"old", State.POWER_CUT_RENAMED: b""}
