"""Walkcoach's window as a process to be measured, composed as the program does it.

`walk FOLDER SECONDS` walks; `switches FOLDER` changes the pace every second of the walk's clock; `pages FOLDER` shows Progress
again and again. Each prints its figures as one line of JSON. How the window starts, `our_start` measures.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from benchmarks.figures import children_cpu_s
from benchmarks.measure import milliseconds
from benchmarks.settling import after_settling
from walkcoach.adapters.clock import clock_for
from walkcoach.adapters.diary_lock import DiaryLock
from walkcoach.adapters.log_file import open_log
from walkcoach.adapters.no_keep_awake import NoKeepAwake
from walkcoach.adapters.paths import DIARY_FILE, SETTINGS_FILE, data_folder, resource_folder
from walkcoach.adapters.settings_file import SettingsFile
from walkcoach.adapters.sound.process_player import ProcessCuePlayer
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.app import Outside, Program, make_application, sound_command
from walkcoach.core.segments import Pace, Segment
from walkcoach.services.ports import Checkpoint, Profile, WalkKind
from walkcoach.services.walking import WalkStatus
from walkcoach.ui.dialogs.recovered_walk import RecoveredWalkDialog
from walkcoach.ui.main_window import PageKey

SWITCHES: Final = 100
SWITCH_SPEED: Final = 4.0
LONG_WALK_S: Final = 1200


def main(words: list[str]) -> None:
    """See the module."""
    task, folder = words[0], data_folder(Path(words[1]))
    app = make_application(["walkcoach"])
    lock = DiaryLock(folder)
    open_log(folder)
    if task in ("walk", "switches"):
        _cut_off(folder, LONG_WALK_S if task == "walk" else 1, 2 if task == "walk" else SWITCHES)
    begun = time.perf_counter()
    program = _program(app, folder, SWITCH_SPEED if task == "switches" else 1.0)
    program.show()
    app.processEvents()
    if task == "pages":
        _tell({"start": 1000 * (time.perf_counter() - begun), **_pages(app, program)})
    else:
        offered = program.window.findChildren(RecoveredWalkDialog)[0]
        if task == "switches":
            _time_switches(program)
        offered.continue_requested.emit()
        offered.accept()
        if task == "walk":
            _measure_walk(program, float(words[2]))
        app.exec()
    lock.release()


def _tell(figures: object) -> None:
    print(json.dumps(figures), flush=True)
    os._exit(0)


def _program(app: QApplication, folder: Path, speed: float) -> Program:
    clock = clock_for(None, speed)
    store = SqliteDiaryStore(folder / DIARY_FILE)
    settings = SettingsFile(folder / SETTINGS_FILE)
    cues = ProcessCuePlayer(sound_command(), resource_folder() / "sounds")
    return Program(app, Outside(clock, store, settings, cues, folder, speed, NoKeepAwake()))


def _cut_off(folder: Path, length_s: int, count: int) -> None:
    """Leave a walk in the diary to go on with: `count` stretches of `length_s`, normal and brisk in turn."""
    store = SqliteDiaryStore(folder / DIARY_FILE)
    now = clock_for(None, 1.0).now()
    segments = tuple(Segment(Pace.BRISK if number % 2 else Pace.NORMAL, length_s) for number in range(count + 5))
    store.save_profile(Profile(welcomed=True), now)
    store.write_checkpoint(Checkpoint(uuid4(), now.date(), WalkKind.PLANNED, now, now, segments, 1.0, 0.0))
    store.close()


def _measure_walk(program: Program, seconds: float) -> None:
    def used() -> list[float]:
        return [time.process_time(), children_cpu_s()]

    after_settling(program, used, seconds)


def _time_switches(program: Program) -> None:
    """After each change of pace, once it is on the screen: how late that is, in true ms."""
    late: list[float] = []
    last: list[int] = []

    def note(status: WalkStatus) -> None:
        now = status.snapshot
        begun = time.perf_counter()
        program.window.repaint()
        QCoreApplication.sendPostedEvents()
        drawn_ms = 1000 * (time.perf_counter() - begun)
        number = int(now.walked_s)
        if last and number != last[-1] and now.walked_s:
            late.append(1000 * (now.walked_s - number) / SWITCH_SPEED + drawn_ms)
        last.append(number)
        if len(late) == SWITCHES:
            _tell(late)

    program.walk.walk_changed.connect(note)


def _pages(app: QApplication, program: Program) -> dict[str, float]:
    """The ms until Progress is drawn: the first time, again, and with another range; and until Today's plan is worked out."""

    def show(key: PageKey) -> Callable[[], None]:
        def act() -> None:
            program.window.show_page(key)
            app.processEvents()

        return act

    def shown_ms() -> float:
        show(PageKey.TODAY)()
        return milliseconds(show(PageKey.PROGRESS), 1)

    def range_ms(weeks: int) -> float:
        program.bridge.show_progress(13)
        app.processEvents()

        def act() -> None:
            program.bridge.show_progress(weeks)
            app.processEvents()

        return milliseconds(act, 1)

    def median(measure: Callable[[], float]) -> float:
        return sorted(measure() for _ in range(7))[3]

    first = shown_ms()
    return {
        "first": first,
        "shown": median(shown_ms),
        "range": median(lambda: range_ms(52)),
        "all": median(lambda: range_ms(0)),
        "today": milliseconds(program.bridge.view),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
