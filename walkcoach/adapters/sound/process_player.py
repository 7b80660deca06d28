"""The program's side of the sound: starts the player's process, tells it what to play, and hears how it fares.

Nothing here waits: lines are handed to Qt, which sends them when it can. A player that dies, or that finds no device, is
started again after a while, at growing intervals, for as long as a walk lasts; one that says that the sound server is back, at
once. Each cue leaves a line in the log: when it was planned, and how late it was played.
"""

import weakref
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer

from walkcoach.adapters.clock import SystemClock
from walkcoach.adapters.sound.cue_log import CueLog
from walkcoach.services.ports import Clock, Cue, SoundState

FIRST_RETRY_S: Final = 1.0
LONGEST_RETRY_S: Final = 60.0
"""Looking for a device costs about as much as starting a small program: not more often than this once it has failed a while."""
STEADY_AFTER_S: Final = 5.0
"""A player that has been well for so long starts again without a wait when it dies."""
BRIEF_ABOVE: Final = 4.0
"""With a clock that runs faster than this there is only time for tones of 0.2 s, and none for sentences."""
_END_WITHIN_MS: Final = 1000


class ProcessCuePlayer(QObject):
    """A `CuePlayer` in a process of its own, started with `command` and the folder of tones when a walk begins.

    `voice` is the command that starts a voice's process; without one nothing is spoken. `speed`: how fast the walk's clock runs.
    Until the player has said otherwise it is taken to be heard. Needs a Qt event loop.
    """

    def __init__(
        self,
        command: Sequence[str],
        sounds: Path,
        first_retry_s: float = FIRST_RETRY_S,
        *,
        voice: Sequence[str] = (),
        speed: float = 1.0,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self._command = (*command, str(sounds), *voice)
        self._first_retry_s = first_retry_s
        self._brief = speed > BRIEF_ABOVE
        self._may_speak = bool(voice) and not self._brief
        self._speech = True
        self._has_voice: bool | None = None
        self._beat = 0.0
        self._clock = clock or SystemClock()
        self._log = CueLog(self._clock, speed)
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

    def play(self, cue: Cue, phrase: str = "", planned_s: float = 0.0, late_s: float = 0.0) -> None:
        """Ask for one tone and its sentence; what no player can play now is not played later."""
        number = self._log.asked(cue, planned_s, late_s)
        moment = f"{self._clock.monotonic_s():.3f}"  # a player that is only just starting hears of it later
        if self._process is None:
            self._log.dropped(number)
            return
        sentence = " ".join(phrase.split()) if self._may_speak and self._speech else ""
        self._tell(f"play {cue.value} {number} {moment} {sentence}".strip())

    def beat(self, per_min: float) -> None:
        """Let the metronome tick so often; a player that is started again goes on with it."""
        if per_min != self._beat:
            self._beat = per_min
            self._tell(f"beat {per_min:g}")

    def voice(self) -> bool | None:
        """Whether sentences can be spoken, as the player said last; None: not known, or not wanted."""
        return self._has_voice if self._on and self._may_speak and self._speech else None

    def state(self) -> SoundState:
        """What can be heard: off by choice, or what the player said last."""
        return self._sound if self._on else SoundState.OFF

    def running(self) -> bool:
        """Whether a process of ours is there, also one that is only finishing its last tone."""
        return any(_runs(player) for player in self._players)

    def close(self) -> None:
        """Let the player finish the tone that it plays, with its sentence, and end."""
        self._wanted = False
        self._beat = 0.0
        self._retire()

    def set_volume(self, percent: int) -> None:
        """How loud tones are from now on, from 0 to 100."""
        self._volume = percent
        self._tell(f"volume {percent}")

    def set_speech(self, on: bool) -> None:
        """Whether sentences are spoken from now on."""
        if on == self._speech:
            return
        self._speech = on
        self._has_voice = None
        if self._may_speak:
            self._tell(f"speech {'on' if on else 'off'}")

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
        self._has_voice = None
        if self._volume is not None:
            self._tell(f"volume {self._volume}")
        if self._brief:
            self._tell("brief")
        if self._may_speak and self._speech:
            self._tell("speech on")
        if self._beat:
            self._tell(f"beat {self._beat:g}")

    def _start_again(self) -> None:
        self._retire()
        self._start()

    def _retire(self) -> None:
        """Ask the present player to end; of what it still says only the log is told."""
        self._retry.stop()
        self._steady.stop()
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._hear)
            process.finished.disconnect(self._ended)
            process.errorOccurred.disconnect(self._failed)
            process.readyReadStandardOutput.connect(partial(self._hear_last, process))
            process.finished.connect(process.deleteLater)
            process.write(b"quit\n")
            process.closeWriteChannel()

    def _tell(self, line: str) -> None:
        if self._process is not None:
            self._process.write(f"{line}\n".encode())

    def _hear(self) -> None:
        while self._process is not None and self._process.canReadLine():
            word, *rest = _words(self._process)
            if word == "ready":
                self._sound = SoundState.ON
                self._retry.stop()
                self._steady.start()
            elif word == "none":
                self._look_again_later()
            elif word == "back":
                self._forget_failures()
                self._start_again()
            elif word in ("voice", "voiceless"):
                self._has_voice = word == "voice"
            else:
                self._note(word, rest)

    def _hear_last(self, process: QProcess) -> None:
        while process.canReadLine():
            word, *rest = _words(process)
            self._note(word, rest)

    def _note(self, word: str, rest: Sequence[str]) -> None:
        if word in ("played", "dropped") and rest and rest[-1].isdecimal():
            (self._log.played if word == "played" else self._log.dropped)(int(rest[-1]))

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


def _words(process: QProcess) -> list[str]:
    """The words of its next line, one at least."""
    return bytes(process.readLine().data()).decode("utf-8", "replace").split() or [""]


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
