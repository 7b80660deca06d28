"""A crash costs at most 5 s of walking, whenever it comes: while getting ready, in the first seconds, at a change of pace, in a
pause, as the walk reaches its end and is being saved, and as somebody ends it.

The real program walks in processes of its own, four at a time, until SIGKILL. Each is forked from one that has loaded Qt and
Walkcoach already, since loading is what takes the time; what it opens, draws and writes is its own.

The clock runs four times as fast. So 5 s of walk are 1.25 s here: long beside the few ms that a tick, a signal between two
processes and a write take, and long enough that a busy machine is not taken for a lost walk; short enough to try often.
"""

import multiprocessing
import random
import signal
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest

from tests.builders import checkpoint
from tests.desktop.diaries import NINE, ready_to_walk, today_at
from tests.kills.walker import Errand, Told, walk_until_killed
from walkcoach.adapters.clock import SystemClock
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.core.segments import Pace, Segment
from walkcoach.core.session import WalkState
from walkcoach.services.walking import CHECKPOINT_EVERY_S, SHORTEST_S

SPEED: Final = 4.0
AT_A_TIME: Final = 4
PATIENCE_S: Final = 30.0
COSTS_AT_MOST_S: Final = 5.0
TELLING_S: Final = 0.5
"""What may have been walked between a tick and its telling."""
GET_READY_S: Final = 2
SEGMENTS: Final = (Segment(Pace.NORMAL, 60), Segment(Pace.BRISK, 60), Segment(Pace.NORMAL, 60))
TOTAL_S: Final = 180.0
"""The whole of `SEGMENTS`; a new walk is longer, and no kill comes so late in it."""


@dataclass(frozen=True, slots=True)
class Phase:
    """Where in a walk the kills come.

    `from_s`: how far a walk has come that was cut off before and goes on now; 0 for a new one, which begins with getting
    ready. The kill comes `after_s` seconds of the walk's clock after the beginning, or as so much has been walked as `at_s`
    says, and at random up to `early_s` earlier and `late_s` later (true seconds).
    """

    from_s: float = 0.0
    after_s: float = 0.0
    at_s: float | None = None
    early_s: float = 0.0
    late_s: float = 0.0
    pause_after_s: float | None = None
    finish_after_s: float | None = None


_PAUSE_AFTER_S: Final = 2.7
_FINISH_AFTER_S: Final = 3.3
PHASES: Final[Mapping[str, Phase]] = MappingProxyType(
    {
        "getting ready and the first seconds": Phase(late_s=1.7),
        "in the middle": Phase(from_s=20, after_s=6, late_s=1.0),
        "at a change of pace": Phase(from_s=57, at_s=60, early_s=0.005, late_s=0.04),
        "around a pause": Phase(from_s=70, after_s=_PAUSE_AFTER_S, early_s=0.1, late_s=1.0, pause_after_s=_PAUSE_AFTER_S),
        "as it reaches its end": Phase(from_s=177, at_s=TOTAL_S, early_s=0.005, late_s=0.04),
        "as somebody ends it": Phase(from_s=90, after_s=_FINISH_AFTER_S, late_s=0.2, finish_after_s=_FINISH_AFTER_S),
    }
)


@dataclass(frozen=True, slots=True)
class Killed:
    """What the program had told when it was killed, and when that was."""

    told: tuple[Told, ...]
    at_s: float

    def walked_s(self) -> float:
        """How far the walk had come at that very moment, by its own clock: a tick that came late or not at all excuses nothing."""
        first, last = self.told[0], self.told[-1]
        if last.state is WalkState.GET_READY:
            return last.walked_s + max(0.0, SPEED * (self.at_s - first.at_s) - GET_READY_S)
        if last.state is not WalkState.WALKING:
            return last.walked_s
        began_s = self.at_s
        for one in reversed(self.told):
            if one.state is not WalkState.WALKING:
                break
            began_s = min(began_s, one.at_s - one.walked_s / SPEED)
        return min(SPEED * (self.at_s - began_s), TOTAL_S)


@pytest.mark.parametrize("phase", PHASES)
def test_a_kill_costs_at_most_five_seconds_of_walking(tmp_path: Path, phase: str) -> None:
    kill_often(tmp_path, phase, range(4))


@pytest.mark.long
@pytest.mark.parametrize("phase", PHASES)
def test_none_of_two_hundred_kills_costs_more_than_five_seconds_of_walking(tmp_path: Path, phase: str) -> None:
    kill_often(tmp_path, phase, range(4, 38))


def kill_often(tmp_path: Path, phase: str, numbers: range) -> None:
    """Kill one program for each of `numbers`, some at a time, and look at what each has left."""

    def kill_one(number: int) -> None:
        chance = random.Random(f"{phase} {number}")
        kill_and_look(tmp_path / str(number), PHASES[phase], chance)

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        list(pool.map(kill_one, numbers))


def kill_and_look(folder: Path, phase: Phase, chance: random.Random) -> None:
    """Let the program walk, kill it at a moment that `chance` draws, and open the diary that it leaves."""
    ready_to_walk(folder, GET_READY_S)
    if phase.from_s:
        cut_off(folder, phase.from_s)
    errand = Errand(folder, NINE + timedelta(minutes=5), SPEED, phase.pause_after_s, phase.finish_after_s)
    look(folder, phase, kill(errand, phase, chance.uniform(-phase.early_s, phase.late_s)))


def cut_off(folder: Path, walked_s: float) -> None:
    """Leave a walk in the diary that was cut off at `walked_s`."""
    store = SqliteDiaryStore(folder / DIARY_FILE)
    store.write_checkpoint(replace(checkpoint(walked_s=walked_s, hour=9), segments=SEGMENTS, brisk_s=max(0.0, walked_s - 60)))
    store.close()


def kill(errand: Errand, phase: Phase, shift_s: float) -> Killed:
    """Run the errand and end it with SIGKILL where `phase` says, `shift_s` later."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload([walk_until_killed.__module__])
    ear, mouth = processes.Pipe(duplex=False)
    process = processes.Process(target=walk_until_killed, args=(errand, mouth), daemon=True)
    clock = SystemClock()
    with ear:
        process.start()
        mouth.close()
        told: list[Told] = []
        try:
            assert ear.poll(PATIENCE_S), "the walk did not begin"
            while not told or clock.monotonic_s() < (due_s := moment(told, phase) + shift_s):
                if not told or ear.poll(max(0.0, due_s - clock.monotonic_s())):
                    told.append(ear.recv())
        finally:
            process.kill()
            at_s = clock.monotonic_s()
            process.join(PATIENCE_S)
        told += last_words(ear)
    assert process.exitcode == -signal.SIGKILL
    return Killed(tuple(told), at_s)


def moment(told: list[Told], phase: Phase) -> float:
    """When `phase` is reached, as far as can be said by now."""
    if phase.at_s is None:
        return told[0].at_s + phase.after_s / SPEED
    walking = (one for one in told if one.state is WalkState.WALKING)
    due = [one.at_s + (phase.at_s - one.walked_s) / SPEED for one in walking]
    return min(due, default=told[0].at_s + PATIENCE_S)


def last_words(ear: Connection) -> list[Told]:
    """What was told before the kill and not read yet."""
    told: list[Told] = []
    try:
        while ear.poll():
            told.append(ear.recv())
    except EOFError:
        pass
    return told


def look(folder: Path, phase: Phase, killed: Killed) -> None:
    """The diary is whole, and has the walk once: saved, or to be offered at the next start."""
    report = check_diary(folder / DIARY_FILE)
    assert report.whole, report.line
    store, _today, walking = today_at(folder, NINE + timedelta(minutes=15))
    saved, found, offered = store.load().walks, store.read_checkpoint(), walking.recovered()
    store.close()
    kept = [*(walk.walked_s for walk in saved), *([found.walked_s] if found else [])]
    walked_s, said_s = killed.walked_s(), max(one.walked_s for one in killed.told)
    about = f"{killed.told[-1]}, killed at {killed.at_s}, kept {kept}"
    assert len(kept) <= 1, about
    assert kept or (not phase.from_s and said_s < SHORTEST_S + CHECKPOINT_EVERY_S), about
    kept_s = sum(kept)
    assert walked_s - kept_s <= COSTS_AT_MOST_S, about
    assert phase.from_s <= kept_s <= walked_s + TELLING_S, about
    assert offered == found, about
    if killed.told[-1].state is WalkState.FINISHED:
        assert [walk.walked_s for walk in saved] == [said_s], about
