"""Starting the program with its window, and staying until it is closed: one instance, the diary opened or mended.

What the window is made of, `app` knows; what stands in the way before there is one is told in a plain box and in the terminal.
What only some starts need, or only a window that is drawn already, is loaded where it is used: a person waits for the first window.
"""

import gc
import logging
import signal
import sys
import tempfile
from contextlib import closing, nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from PySide6.QtWidgets import QApplication

from walkcoach.adapters.clock import clock_for
from walkcoach.adapters.diary_lock import DiaryLock, OpenAlready
from walkcoach.adapters.erase import erase_all, finish_erasing
from walkcoach.adapters.log_file import close_log, log_bug, open_log
from walkcoach.adapters.paths import DIARY_FILE, SETTINGS_FILE, data_folder, resource_folder
from walkcoach.adapters.settings_file import SettingsFile
from walkcoach.adapters.sound.late_player import LateCuePlayer
from walkcoach.adapters.storage.opening import open_and_read
from walkcoach.app import SAMPLE_WEEKS, LateKeepAwake, Outside, Program, make_application, sound_command, voice_command
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Clock, CuePlayer
from walkcoach.ui.once_drawn import once_drawn
from walkcoach.wording import erase as erase_words
from walkcoach.wording import window as words

if TYPE_CHECKING:
    from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
    from walkcoach.services.safekeeping import Safekeeping

BUG_STATUS: Final = 70
"""Exit status after a bug (EX_SOFTWARE)."""


def run_window(*, data_dir: Path | None, sample: bool, now: datetime | None, speed: float) -> int:
    """Open the window and stay until it is closed; the exit status. `Trouble` at the start is told, with status 1.

    Where the diary is open in a window already, that comes to the front, and the status is 0.
    """
    app = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="walkcoach-sample-") if sample else nullcontext() as made_up:
        try:
            folder = data_folder(Path(made_up) if made_up else data_dir)
            lock = _only_window(folder)
            if lock is None:
                _tell_terminal(words.come_forward(), sys.stdout)
                return 0
            with lock:
                finish_erasing(folder)
                log = open_log(folder)
                try:
                    ended = _run(app, folder, lock, sample=sample, now=now, speed=speed)
                finally:
                    close_log(log)
                if ended.erase:  # diary, upkeep and log are closed, and nobody else can come in before the lock is let go of
                    from walkcoach.ui.dialogs.at_start import say_goodbye

                    erase_all(folder)
                    say_goodbye(*erase_words.deleted(str(folder)))
                return ended.status
        except Trouble as trouble:
            from walkcoach.ui.dialogs.at_start import show_trouble

            _tell_terminal(f"walkcoach: {trouble}", sys.stderr)
            show_trouble(trouble)
            return 1


class _Ended(NamedTuple):
    """How the window was left: the exit status, and whether everything is to be deleted now."""

    status: int
    erase: bool = False


class _Opened(NamedTuple):
    """The open diary, and what is to be told about it at once; None where all was well."""

    store: "SqliteDiaryStore"
    told: Trouble | None = None


def _only_window(folder: Path) -> DiaryLock | None:
    """The lock of `folder`; None where another window has it and has come to the front. Raises `Trouble`."""
    try:
        return DiaryLock(folder)
    except OpenAlready:
        from walkcoach.adapters.single_instance import only_window

        return only_window(folder)


def _run(app: QApplication, folder: Path, lock: DiaryLock, *, sample: bool, now: datetime | None, speed: float) -> _Ended:
    clock = clock_for(now, speed)
    opened = _open_diary(folder / DIARY_FILE, clock.now())
    if opened is None:
        return _Ended(1)
    with closing(opened.store) as store:  # whatever goes wrong before the program has it
        if sample:
            from walkcoach.services.sample import write_sample

            moment = clock.now()
            write_sample(store, moment.date(), SAMPLE_WEEKS, zone=moment.tzinfo or UTC)
        settings = SettingsFile(folder / SETTINGS_FILE)
        cues = LateCuePlayer(partial(_cue_player, speed))
        safekeeping = None if sample else partial(_safekeeping, folder, clock)
        program = Program(app, Outside(clock, store, settings, cues, folder, speed, LateKeepAwake(), safekeeping))
        status = _stay_open(app, program, lock, opened.told)
        return _Ended(status, erase=program.erase_wanted and status == 0)


def _stay_open(app: QApplication, program: Program, lock: DiaryLock, told: Trouble | None) -> int:
    """Show the window, with what is to be told at once, until it is closed; the exit status."""

    def stop_on_bug(kind: type[BaseException], _error: BaseException, where: TracebackType | None) -> None:
        log_bug(kind, where)
        app.exit(BUG_STATUS)

    sys.excepthook = stop_on_bug
    # Python hears Ctrl+C only between two of its own steps, which may be long apart; a walk is safe in its last checkpoint.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        program.open()
        if told is not None:
            program.window.say_trouble(told.what, told.way_on)
        once_drawn(program.window, lambda: _settle(program, lock))
        status = app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        lock.answer_no_more()  # the box that says goodbye after deleting everything hears those who knock, but the window is gone
        program.close()
    logging.getLogger(__name__).info("closed")
    return status


def _settle(program: Program, lock: DiaryLock) -> None:
    """The window is there: make what is behind it, answer those who knock, and look where the diary lies."""
    from walkcoach.adapters.cloud_folder import cloud_warning
    from walkcoach.adapters.single_instance import answer

    program.settle()
    answer(lock, program.behind.notifier.bring_back)
    warning = cloud_warning(lock.folder)
    if warning is not None and not program.window.message_bar().isVisible():
        program.window.say_trouble(*warning)
    gc.freeze()  # what the window is made of stays until the end: no need to look through it again and again
    gc.enable()


def _cue_player(speed: float) -> CuePlayer:
    from walkcoach.adapters.sound.process_player import ProcessCuePlayer

    return ProcessCuePlayer(sound_command(), resource_folder() / "sounds", voice=voice_command(), speed=speed)


def _safekeeping(folder: Path, clock: Clock) -> "Safekeeping":
    from walkcoach.adapters.housekeeping_file import HOUSEKEEPING_FILE, HousekeepingFile
    from walkcoach.adapters.storage.backups import Backups
    from walkcoach.services.safekeeping import Safekeeping

    return Safekeeping(Backups(folder / DIARY_FILE), HousekeepingFile(folder / HOUSEKEEPING_FILE), clock)


def _open_diary(path: Path, moment: datetime) -> _Opened | None:
    """The diary, mended where it was damaged; None where it cannot be and the person leaves it as it is. Raises `Trouble`."""
    try:
        return _Opened(open_and_read(path))
    except Trouble:
        return _mended_diary(path, moment)


def _mended_diary(path: Path, moment: datetime) -> _Opened | None:
    """What could not be opened as it is: tried once more, and mended if it is damage that hinders."""
    from walkcoach.adapters.storage.mend import NothingToGoBackTo, open_or_mend, start_anew
    from walkcoach.ui.dialogs.at_start import wants_to_begin_anew

    try:
        opened = open_or_mend(path, moment)
    except NothingToGoBackTo as trouble:
        _tell_terminal(f"walkcoach: {trouble}", sys.stderr)
        return _Opened(start_anew(path, moment)) if wants_to_begin_anew(trouble) else None
    if opened.mended is None:
        return _Opened(opened.store)
    kept = "nothing" if opened.mended.damaged is None else opened.mended.damaged.name
    logging.getLogger(__name__).info("the diary is now %s; of the one before, %s is kept", opened.mended.backup.path.name, kept)
    return _Opened(opened.store, Trouble(*opened.mended.told(moment)))


def _tell_terminal(line: str, stream: TextIO | None) -> None:
    """Write `line` where somebody started the program by typing; started from a menu there may be no such place."""
    if stream is not None:
        stream.write(f"{line}\n")
        stream.flush()
