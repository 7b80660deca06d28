"""A walk in the real program, in a process of its own that somebody is going to kill.

Everything is as in the window that people use (diary, services, bridge with its timer, pages, drawn offscreen), but the clock
runs faster and there is no sound. Nobody presses a key: `Errand` says how the walk begins and what happens in it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer

from walkcoach.adapters.clock import ShiftedClock, SystemClock
from walkcoach.adapters.paths import DIARY_FILE, SETTINGS_FILE
from walkcoach.adapters.settings_file import SettingsFile
from walkcoach.adapters.sound.silent import SilentPlayer
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.app import Outside, Program, make_application
from walkcoach.core.session import Move, WalkState
from walkcoach.services.walking import WalkStatus
from walkcoach.ui.dialogs.recovered_walk import RecoveredWalkDialog

PAUSE_S: Final = 2.0
"""How long a pause lasts, in seconds of the walk's clock."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What the program is to do: a walk that was cut off goes on, else today's begins. Times are seconds of the walk's clock.

    `pause_after_s` and `finish_after_s` count from the beginning, getting ready included; None: that does not happen.
    """

    folder: Path
    now: datetime
    speed: float
    pause_after_s: float | None = None
    finish_after_s: float | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the program says each time that it has drawn the walk; `at_s` is a moment of the machine's clock just after."""

    state: WalkState
    walked_s: float
    at_s: float


def walk_until_killed(errand: Errand, ear: Connection) -> None:
    """Walk, and tell of every tick. Ends only by being killed."""
    app = make_application(["walkcoach"])
    folder, speed, machine = errand.folder, errand.speed, SystemClock()
    clock = ShiftedClock(errand.now, speed, machine)
    store = SqliteDiaryStore(folder / DIARY_FILE)
    program = Program(app, Outside(clock, store, SettingsFile(folder / SETTINGS_FILE), SilentPlayer(), folder, speed))

    def tell(status: WalkStatus) -> None:
        now = status.snapshot
        ear.send(Told(now.state, now.walked_s, machine.monotonic_s()))

    def finish() -> None:
        program.walk.perform(Move.STOP)
        program.behind.flow.finish_walk(None)
        last = said[-1].snapshot
        ear.send(Told(WalkState.FINISHED, last.walked_s, machine.monotonic_s()))

    def after(seconds: float, act: Callable[[], None]) -> None:
        timer = QTimer(program, singleShot=True, interval=round(1000 * seconds / speed), timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(act)
        timer.start()

    said: list[WalkStatus] = []
    program.walk.walk_changed.connect(said.append)
    program.walk.walk_changed.connect(tell)
    program.show()
    cut_off = program.window.findChildren(RecoveredWalkDialog)
    for dialog in cut_off:
        dialog.continue_requested.emit()
        dialog.accept()
    if not cut_off:
        program.behind.flow.walk()
    if errand.pause_after_s is not None:
        after(errand.pause_after_s, lambda: program.walk.perform(Move.PAUSE))
        after(errand.pause_after_s + PAUSE_S, lambda: program.walk.perform(Move.RESUME))
    if errand.finish_after_s is not None:
        after(errand.finish_after_s, finish)
    app.exec()
