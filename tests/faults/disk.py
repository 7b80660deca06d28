"""A disk that fails, fills up, is killed or loses its power at any step of a piece of work: the harness for what has to survive it.

How to use it, for a save, a backup, an import, an export:

    def work(folder: Path) -> None: ...                 # open what is needed in `folder`, do it, close

    for step in steps_of(work, ready_folder, scratch):  # every step there is, on copies of `ready_folder`
        for fault in Fault:
            folder = copy_of(ready_folder, scratch)
            with failing_disk(folder, step.number, fault), suppress(Trouble):
                work(folder)
            ...                                         # look whether the old or the new state is there, whole

    for moment in moments_of(work, ready_folder, scratch):   # every state in which a kill or a power cut leaves the disk
        ...                                             # look at `moment.folder`

Nothing is really synced while the disk is watched: what is durable is the harness's to remember, and hundreds of tries stay quick.

A step is one call that changes the disk below `folder`: Python's own (create, write, sync, link, rename, unlink, chmod, mkdir;
see `system_calls`), and each write, truncation, sync and deletion that SQLite does by itself (see `sqlite_files`). Connections
have to be opened while the disk is watched. `moments_of` runs the work once and keeps three states before each step and one set
at the end:

- `KILLED`: the process is gone, the system lives on; all that was written is there.
- `POWER_CUT`: names and contents are as they were when last synced.
- `POWER_CUT_RENAMED`: names are those of the last moment, contents only those synced: what a rename without a sync leads to.
"""

import os
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final

from tests.faults.sqlite_files import watched_sqlite
from tests.faults.system_calls import watched_calls

Work = Callable[[Path], object]
_NEEDS_ROOM: Final = frozenset({"create", "write", "sync", "mkdir", "link"})


class Fault(Enum):
    """How the disk fails at the step."""

    ONCE = "once"
    """An input/output error, once."""
    GONE = "gone"
    """An input/output error at that step and every one after: pulled out."""
    FULL = "full"
    """No room from that step on; what needs none still works."""


class State(StrEnum):
    """In which way a process ends in the middle."""

    KILLED = "killed"
    POWER_CUT = "power_cut"
    POWER_CUT_RENAMED = "power_cut_renamed"


@dataclass(frozen=True)
class Step:
    """One change of the disk: the how manieth, what is done, and to which file."""

    number: int
    what: str
    name: str

    def __str__(self) -> str:
        return f"{self.number}: {self.what} {self.name}"


@dataclass(frozen=True)
class Moment:
    """What is left on the disk when the work ends before `step` (None: after the last one), in a folder of its own."""

    step: Step | None
    state: State
    folder: Path


@dataclass
class Disk:
    """The watched disk: told of every step below `folder` before it happens, and of what has become durable.

    The two watchers call it; a test reads `steps`.
    """

    folder: Path
    fail_at: int | None = None
    fault: Fault = Fault.ONCE
    before_step: Callable[["Disk", Step], object] | None = None
    remembers: bool = False
    """Whether it keeps what is durable, for `left_by`."""
    steps: list[Step] = field(default_factory=list)
    failed: int = 0

    def __post_init__(self) -> None:
        self._fresh = count()
        self._identity: dict[int, int] = {}
        self._contents: dict[int, bytes] = {}
        self._names: dict[Path, dict[str, int | None]] = {}
        if not self.remembers:
            return
        for folder in [self.folder, *(path for path in self.folder.rglob("*") if path.is_dir())]:
            self.folder_synced(folder)
            for file in folder.iterdir():
                if file.is_file():
                    self.file_synced(file)

    def watches(self, path: Path) -> bool:
        """Whether a step at `path` counts."""
        return path.is_relative_to(self.folder) and not path.name.endswith("-shm")

    def step(self, what: str, path: Path) -> bool:
        """A step is about to happen; whether it has to fail."""
        if not self.watches(path):
            return False
        step = Step(len(self.steps), what, path.name)
        self.steps.append(step)
        if self.before_step is not None:
            self.before_step(self, step)
        if self.fail_at is None or step.number < self.fail_at:
            return False
        fails = {
            Fault.ONCE: step.number == self.fail_at,
            Fault.GONE: True,
            Fault.FULL: what in _NEEDS_ROOM,
        }[self.fault]
        self.failed += fails
        return fails

    def created(self, path: Path) -> None:
        """The file has just come into being: what was known of its number belonged to another."""
        if self.remembers and self.watches(path):
            self._identity[path.stat().st_ino] = next(self._fresh)

    def file_synced(self, path: Path) -> None:
        """The file's contents are durable as they are now."""
        if self.remembers and self.watches(path) and path.is_file():
            self._contents[self._who(path)] = path.read_bytes()

    def folder_synced(self, folder: Path) -> None:
        """The folder's names are durable as they are now."""
        if self.remembers and folder.is_relative_to(self.folder):
            self._names[folder] = {entry.name: self._entry(entry) for entry in folder.iterdir() if self.watches(entry)}

    def name_synced(self, path: Path) -> None:
        """One name of a folder is durable as it is now, there or gone."""
        if not self.remembers or not self.watches(path):
            return
        names = self._names.setdefault(path.parent, {})
        if path.exists():
            names[path.name] = self._entry(path)
        else:
            names.pop(path.name, None)

    def left_by(self, state: State, target: Path) -> None:
        """Lay out in `target` what `state` would leave if it came now."""
        if state is State.KILLED:
            shutil.copytree(self.folder, target)
            return
        self._lay_out(self.folder, target, now=state is State.POWER_CUT_RENAMED)

    def _lay_out(self, folder: Path, target: Path, *, now: bool) -> None:
        target.mkdir(mode=0o700)
        names = self._names.get(folder, {})
        if now:
            names = {entry.name: self._entry(entry) for entry in folder.iterdir() if self.watches(entry)}
        for name, who in names.items():
            if who is None:
                self._lay_out(folder / name, target / name, now=now and (folder / name).is_dir())
            else:
                (target / name).write_bytes(self._contents.get(who, b""))

    def _entry(self, path: Path) -> int | None:
        return None if path.is_dir() else self._who(path)

    def _who(self, path: Path) -> int:
        number = path.stat().st_ino
        if number not in self._identity:
            self._identity[number] = next(self._fresh)
        return self._identity[number]


@contextmanager
def watched_disk(disk: Disk) -> Iterator[Disk]:
    """Let `disk` know of every step until the context ends."""
    with watched_calls(disk), watched_sqlite(disk):
        yield disk


@contextmanager
def failing_disk(folder: Path, at: int, fault: Fault) -> Iterator[Disk]:
    """A disk that fails at step number `at` of what is done in the context."""
    with watched_disk(Disk(folder, at, fault)) as disk:
        yield disk


@contextmanager
def quick_disk(folder: Path) -> Iterator[None]:
    """A disk that works, and need not be waited for: for looking at what is left."""
    with watched_disk(Disk(folder)):
        yield


def steps_of(work: Work, ready: Path, scratch: Path) -> tuple[Step, ...]:
    """Every step of `work` on a copy of the folder `ready`."""
    folder = copy_of(ready, scratch)
    with watched_disk(Disk(folder)) as disk:
        work(folder)
    shutil.rmtree(folder)
    return tuple(disk.steps)


def ends_of_runs(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The first and the last of steps that are the same many times over, as page after page is written."""
    kept = []
    for number, step in enumerate(steps):
        around = [steps[beside] for beside in (number - 1, number + 1) if 0 <= beside < len(steps)]
        if len(around) < 2 or any((one.what, one.name) != (step.what, step.name) for one in around):
            kept.append(step)
    return tuple(kept)


def moments_of(work: Work, ready: Path, scratch: Path, before: Collection[int] | None = None) -> Iterator[Moment]:
    """Every state in which a kill or a power cut before any step, or right after the end, leaves a copy of `ready`.

    `before` are the numbers of the steps that count; all of them by default. What was left before already is not told again,
    but for the three states at the end.
    """
    kept: list[Moment] = []
    seen: set[bytes] = set()

    def keep(disk: Disk, step: Step | None) -> None:
        if before is not None and step is not None and step.number not in before:
            return
        for state in State:
            target = scratch / f"moment-{len(kept)}"
            disk.left_by(state, target)
            left = _digest(target)
            if step is not None and left in seen:
                shutil.rmtree(target)
                continue
            seen.add(left)
            kept.append(Moment(step, state, target))

    folder = copy_of(ready, scratch)
    with watched_disk(Disk(folder, before_step=keep, remembers=True)) as disk:
        work(folder)
        keep(disk, None)
    shutil.rmtree(folder)
    for moment in kept:
        yield moment
        shutil.rmtree(moment.folder)


def copy_of(ready: Path, scratch: Path) -> Path:
    """A copy of the folder `ready` in `scratch`."""
    number = next(number for number in count() if not (scratch / f"copy-{number}").exists())
    return Path(shutil.copytree(ready, scratch / f"copy-{number}", copy_function=_copy))


def _digest(folder: Path) -> bytes:
    """The same for two folders that say the same; SQLite's shared memory says nothing after a crash."""
    digest = sha256()
    for file in sorted(folder.rglob("*")):
        if not file.name.endswith("-shm"):
            digest.update(f"{file.relative_to(folder)}\0{file.is_dir()}\0".encode())
            digest.update(sha256(file.read_bytes()).digest() if file.is_file() else b"")
    return digest.digest()


def _copy(source: str, target: str) -> str:
    shutil.copy2(source, target)
    os.chmod(target, 0o600)  # noqa: PTH101 - called by shutil with texts
    return target
