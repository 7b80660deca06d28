"""The program's side of the sound: starts the player's process, tells it what to play, and hears how it fares.

Nothing here waits: lines are handed to Qt, which sends them when it can. A player that dies, or that finds no device, is
started again after a while, at growing intervals, for as long as a walk lasts.
"""

import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer

from walkcoach.services.ports import Cue, SoundState

FIRST_RETRY_S: Final = 1.0
LONGEST_RETRY_S: Final = 60.0
"""Looking for a device costs about as much as starting a small program: not more often than this once it has failed a while."""
STEADY_AFTER_S: Final = 5.0
"""A player that has been well for so long starts again without a wait when it dies."""
_END_WITHIN_MS: Final = 1000


class ProcessCuePlayer(QObject):
    """A `CuePlayer` in a process of its own, started with `command` and the folder of tones when a walk begins.

    Until the player has said otherwise it is taken to be heard. Needs a Qt event loop.
    """

    def __init__(self, command: Sequence[str], sounds: Path, first_retry_s: float = FIRST_RETRY_S) -> None:
        super().__init__()
        self._command = (*command, str(sounds))
        self._first_retry_s = first_retry_s
        self._wanted = False
        self._on = True
        self._volume: int | None = None
        self._sound = SoundState.ON
        self._retries = 0
        self._process: QProcess | None = None
        self._players: list[QProcess] = []
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self._start_again)
        self._steady = QTimer(self, singleShot=True, interval=round(STEADY_AFTER_S * 1000))
        self._steady.timeout.connect(self._forget_failures)
        # A program that ends takes its players with it, also one that has not finished its last tone.
        weakref.finalize(self, _end, self._players)

    def open(self) -> None:
        """Start the player, unless it is there already or the sound is turned off."""
        self._wanted = True
        if self._on and self._process is None and not self._retry.isActive():
            self._forget_failures()
            self._sound = SoundState.ON
            self._start()

    def play(self, cue: Cue) -> None:
        """Ask for one tone; what no player can play now is not played later."""
        self._tell(f"play {cue.value}")

    def state(self) -> SoundState:
        """What can be heard: off by choice, or what the player said last."""
        return self._sound if self._on else SoundState.OFF

    def running(self) -> bool:
        """Whether a process of ours is there, also one that is only finishing its last tone."""
        return any(_runs(player) for player in self._players)

    def close(self) -> None:
        """Let the player finish the tone that it plays, and end."""
        self._wanted = False
        self._retire()

    def set_volume(self, percent: int) -> None:
        """How loud tones are from now on, from 0 to 100."""
        self._volume = percent
        self._tell(f"volume {percent}")

    def set_on(self, on: bool) -> None:
        """Turn the sound on or off; off lets the player end, on starts it again if a walk is under way."""
        if on == self._on:
            return
        self._on = on
        if not on:
            self._retire()
        elif self._wanted:
            self.open()

    def _start(self) -> None:
        process = QProcess(self)
        # What Qt and the sound libraries have to say there is for nobody.
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        self._process = process
        self._players[:] = [process, *(player for player in self._players if _runs(player))]
        process.start(self._command[0], list(self._command[1:]))
        if self._volume is not None:
            self._tell(f"volume {self._volume}")

    def _start_again(self) -> None:
        self._retire()
        self._start()

    def _retire(self) -> None:
        """Ask the present player to end, and hear no more of it."""
        self._retry.stop()
        self._steady.stop()
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._hear)
            process.finished.disconnect(self._ended)
            process.errorOccurred.disconnect(self._failed)
            process.finished.connect(process.deleteLater)
            process.write(b"quit\n")
            process.closeWriteChannel()

    def _tell(self, line: str) -> None:
        if self._process is not None:
            self._process.write(f"{line}\n".encode("ascii"))

    def _hear(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data()).strip()
            if line == b"ready":
                self._sound = SoundState.ON
                self._retry.stop()
                self._steady.start()
            elif line == b"none":
                self._look_again_later()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # the others end in `finished`
            self._ended()

    def _ended(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self._look_again_later()

    def _look_again_later(self) -> None:
        self._sound = SoundState.NONE
        self._steady.stop()
        if not self._retry.isActive():
            wait_s = min(self._first_retry_s * 2**self._retries, LONGEST_RETRY_S)
            self._retries += 1
            self._retry.start(round(wait_s * 1000))

    def _forget_failures(self) -> None:
        self._retries = 0


def _runs(process: QProcess) -> bool:
    try:
        return process.state() is not QProcess.ProcessState.NotRunning
    except RuntimeError:  # Qt has deleted it
        return False


def _end(processes: list[QProcess]) -> None:
    for process in processes:
        if _runs(process):
            process.blockSignals(True)  # nobody is left to hear them
            process.kill()
            process.waitForFinished(_END_WITHIN_MS)
