"""Measurements of whole processes, from their start: the command line, a rehearsal, the first window."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.measure import ROUNDS, Measurement, milliseconds


def python(*words: str) -> Callable[[], object]:
    """A Python of its own that runs `words`."""
    return lambda: subprocess.run([sys.executable, *words], check=True, capture_output=True)


def write_sample(folder: Path, weeks: int) -> None:
    """A made-up diary of so many weeks in `folder`."""
    python("-m", "walkcoach", "sample", "--data-dir", str(folder), "--weeks", str(weeks))()


def command_line(folder: Path) -> Iterator[Measurement]:
    """The command line and rehearsals, beside a bare Python."""
    bare_ms = milliseconds(python("-c", "pass"))
    version_ms = milliseconds(python("-m", "walkcoach", "--version"))
    yield Measurement("walkcoach --version", version_ms, "ms", "bare Python", bare_ms)
    for days, rounds in ((90, ROUNDS), (7300, 3)):
        scenario = folder / f"{days}.json"
        scenario.write_text(json.dumps(_scenario(days)), encoding="utf-8")
        rehearsed_ms = milliseconds(python("-m", "walkcoach", "rehearse", str(scenario)), rounds)
        yield Measurement(f"walkcoach rehearse, {days} days", rehearsed_ms, "ms", "bare Python", bare_ms)


def _scenario(days: int) -> Mapping[str, object]:
    """Every day checked in to and walked as planned."""
    told = {"feet": "fine", "warning_signs": []}
    lived = {
        "before": {**told, "ratings": {"tingling": 2}, "steady": "as_usual", "settled": None},
        "walk": "as_planned",
        "after": {**told, "worst": {"tingling": 2}, "effort": 3, "could_talk": True, "stumbled": False},
    }
    first = date(2006, 1, 2)
    dates = [(first + timedelta(days=number)).isoformat() for number in range(days)]
    return {"programme": {}, "symptoms": ["tingling"], "days": [{"date": day, **lived} for day in dates]}


def first_window(folder: Path) -> Iterator[Measurement]:
    """Time until the first window is drawn, and until all that is made after that is there, too; with the memory by then.

    On a diary of twelve weeks, in turn with a bare window. Both are started from compiled Python, as on anybody's second day.
    """
    write_sample(folder / "walkcoach", 12)
    commands = (
        ("benchmarks.bare_window", "start"),
        *(("benchmarks.our_start", moment, str(folder)) for moment in ("drawn", "ready")),
    )
    for command in commands:
        _started(*command)
    taken = [[_started(*command) for command in commands] for _ in range(ROUNDS)]
    (bare_ms, bare_mb), (drawn_ms, drawn_mb), (ready_ms, ready_mb) = (
        (statistics.median(time_ms for time_ms, _mb in each), statistics.median(mb for _time_ms, mb in each))
        for each in zip(*taken, strict=True)
    )
    bare = "bare QMainWindow"
    yield Measurement("the first window: time", drawn_ms, "ms", bare, bare_ms, 1.6, goal_is_ratio=True)
    yield Measurement("the first window: all behind it made", ready_ms, "ms", bare, bare_ms)
    yield Measurement("the first window: memory", drawn_mb, "MB", bare, bare_mb, 1.7, goal_is_ratio=True)
    yield Measurement("the first window: memory, all behind it made", ready_mb, "MB", bare, bare_mb, 1.7, goal_is_ratio=True)


def _started(module: str, *words: str) -> tuple[float, float]:
    """The ms until the process has told of its window, and the memory in MB that it told."""
    environment = {name: value for name, value in offscreen().items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    process = start(environment, module, *words)
    memory_mb = figures_of(process)
    # The line is the last thing that the process says, and it ends at once.
    return 1000 * (time.perf_counter() - begun), float(memory_mb)


def start(environment: Mapping[str, str], module: str, *words: str) -> "subprocess.Popen[str]":
    """A module of ours as a process, which will tell its figures in one line."""
    command = [sys.executable, "-m", module, *words]
    return subprocess.Popen(command, env=dict(environment), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def figures_of(process: "subprocess.Popen[str]") -> Any:
    """What the process tells."""
    with process:
        assert process.stdout is not None
        line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"{process.args!r} told nothing and ended with {process.returncode}")
    return json.loads(line)


def offscreen() -> Mapping[str, str]:
    """The environment of a process that draws into memory."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
