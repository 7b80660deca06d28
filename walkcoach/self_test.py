"""`walkcoach --self-test`: everything started for real, without a screen, on a folder that is thrown away afterwards.

One short day: welcome, check in, walk, check in, the week; then the diary is closed, looked through and opened again. It says
what it found in one line and ends with 0, or with 1 and the reason. What ships tests itself this way.
"""

import logging
import os
import sys
import tempfile
import wave
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from walkcoach.adapters.clock import ShiftedClock
from walkcoach.adapters.keep_awake import SystemKeepAwake
from walkcoach.adapters.paths import DIARY_FILE, SETTINGS_FILE, resource_folder
from walkcoach.adapters.settings_file import SettingsFile
from walkcoach.adapters.sound.process_player import ProcessCuePlayer
from walkcoach.adapters.sound.tones import read_tones
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.app import Outside, Program, make_application, sound_command
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Feet, Steadiness
from walkcoach.core.programme import Programme
from walkcoach.core.session import WalkState
from walkcoach.core.symptoms import Symptom
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Profile
from walkcoach.services.today import TodayState
from walkcoach.ui.main_window import PageKey
from walkcoach.ui.theme.apply import load_fonts

SPEED: Final = 600.0
PATIENCE_MS: Final = 60_000
_START_MIN: Final = 5
_PICTURE_FLOOR_PX: Final = 600


class SelfTestError(Exception):
    """Something is not as it has to be; the message says what."""


def run_self_test() -> tuple[bool, str]:
    """Do the short day: whether all went well, and one line that says so or why not."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application(sys.argv[:1])
    bugs: list[str] = []
    sys.excepthook = lambda kind, error, _where: bugs.append(f"{kind.__name__}: {error}")
    try:
        _look_at_resources(resource_folder())
        with tempfile.TemporaryDirectory(prefix="walkcoach-self-test-") as folder:
            minutes = _short_day(app, Path(folder), bugs)
    except (SelfTestError, Trouble, OSError) as reason:
        return False, f"Self-test failed: {reason}"
    finally:
        sys.excepthook = sys.__excepthook__
        logging.shutdown()
    return True, f"Self-test passed: a day of {minutes} minutes was planned, walked and kept."


def _look_at_resources(folder: Path) -> None:
    """What a program that was put together wrongly lacks: it would still run, in another font and without a sound."""
    _expect(bool(load_fonts(folder / "fonts")), f"no font can be read from {folder / 'fonts'}")
    try:
        read_tones(folder / "sounds")
    except (OSError, EOFError, wave.Error) as error:
        raise SelfTestError(f"a tone cannot be read from {folder / 'sounds'}: {error}") from error


def _short_day(app: QApplication, folder: Path, bugs: list[str]) -> int:
    path = folder / DIARY_FILE
    cues = ProcessCuePlayer(sound_command(), resource_folder() / "sounds")
    outside = Outside(
        ShiftedClock(None, SPEED),
        SqliteDiaryStore(path),
        SettingsFile(folder / SETTINGS_FILE),
        cues,
        folder,
        SPEED,
        SystemKeepAwake(),
    )
    program = Program(app, outside)
    try:
        program.show()
        _expect(program.window.current_page() is PageKey.WELCOME, "the first page is not the welcome")
        _walk_a_day(app, program)
        _look_at_pages(app, program)
    finally:
        program.close()
        program.window.close()
        program.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _expect(not bugs, f"a bug on the way: {'; '.join(bugs)}")
    report = check_diary(path)
    _expect(report.whole, report.line)
    return _kept_minutes(path)


def _walk_a_day(app: QApplication, program: Program) -> None:
    bridge, walk = program.bridge, program.walk
    program.machine.set_settings(replace(program.machine.settings, get_ready_s=0))
    _expect(bridge.set_up(Profile(welcomed=True), Programme(start_min=_START_MIN)), "the welcome was not kept")
    before = BeforeCheckIn({Symptom.DISCOMFORT: 2}, Steadiness.AS_USUAL, Feet.FINE)
    _expect(bridge.preview(before).minutes == _START_MIN, "the first plan is not the one that was set")
    _expect(bridge.check_in_before(before), "the check-in before was not kept")
    states: list[WalkState] = []
    walk.walk_changed.connect(lambda status: states.append(status.snapshot.state))
    program.behind.flow.walk()
    _wait(app, lambda: bool(states) and states[-1] is WalkState.FINISHED, "the walk did not come to its end")
    program.window.show_page(PageKey.WALK)
    _expect(walk.finish_walk(), "the walk was not kept")
    _expect(bridge.view().state is TodayState.TO_CHECK_IN_AFTER, "no check-in is asked after the walk")
    after = AfterCheckIn({Symptom.DISCOMFORT: 2}, 3, could_talk=True, stumbled=False, feet=Feet.FINE)
    _expect(bridge.check_in_after(after), "the check-in after was not kept")
    _expect(bridge.view().state is TodayState.DONE, "the day is not done")


def _look_at_pages(app: QApplication, program: Program) -> None:
    for key in PageKey:
        program.window.show_page(key)
        app.processEvents()
        picture = program.window.grab()
        _expect(picture.width() >= _PICTURE_FLOOR_PX, f"the page {key} was not drawn")


def _kept_minutes(path: Path) -> int:
    store = SqliteDiaryStore(path)
    try:
        keeper = DiaryKeeper(store)
        walks = [keeper.day(day).walk for day in keeper.days()]
    finally:
        store.close()
    minutes = sum(walk.minutes for walk in walks if walk is not None)
    _expect(minutes == _START_MIN, f"{minutes} minutes are in the diary, not {_START_MIN}")
    return minutes


def _wait(app: QApplication, done: Callable[[], bool], reason: str) -> None:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not done():
        _expect(not deadline.hasExpired(), reason)
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _expect(fact: bool, otherwise: str) -> None:
    if not fact:
        raise SelfTestError(otherwise)
