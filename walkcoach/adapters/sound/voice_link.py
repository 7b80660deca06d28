"""The player's side of the voice: a process of its own, spoken to in lines, that is never believed without a sign of life.

A speech service may call itself ready and say nothing. So whoever waits for the end of a sentence waits no longer than it
could last, and a sentence that nobody has begun to speak in time counts as not spoken.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

BEGINS_WITHIN_MS: Final = 2500
"""A voice that has not begun to speak by then is none."""
STARTS_WITHIN_MS: Final = 6000
"""The first sentence waits so long for a speech service that has to be started; 5 s were seen."""
SENTENCE_MS: Final = 1500
LETTER_MS: Final = 110
"""A sentence lasts at most so long, and so much longer for each letter: a third more than a slow voice takes."""
REST_MS: Final = 8000
"""A voice that has fallen mute is let go of for so long, and twice as long each further time: a speech service whose sound server
has died under it stays mute, and ends by itself when for 5 s nobody wants anything of it."""
LONGEST_REST_MS: Final = 120_000


class VoiceLink(QObject):
    """Speaks one sentence at a time. `over` comes for each, spoken or not, unless it is hushed."""

    over = Signal()
    told = Signal(bool)
    """Whether there is a voice: as the process says, and by what becomes of each sentence."""

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._command = tuple(command)
        self._process: QProcess | None = None
        self._there: bool | None = None
        self._volume = 100
        self._number = 0
        self._sentence = ""
        self._begun = False
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._out_of_patience)
        self._mute_times = 0
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.start)

    @property
    def there(self) -> bool | None:
        """Whether there is a voice; None: the process has not found out yet, or there is none."""
        return self._there if self._process is not None else False

    def start(self) -> None:
        """Start the process, unless it is there."""
        self._rest.stop()
        if self._process is not None or not self._command:
            return
        self._there = None
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        process.start(self._command[0], list(self._command[1:]))
        self._tell(f"volume {self._volume}")

    def stop(self) -> None:
        """Let the process end, and speak no more."""
        self.hush()
        self._rest.stop()
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._hear)
            process.finished.disconnect(self._ended)
            process.errorOccurred.disconnect(self._failed)
            process.finished.connect(process.deleteLater)
            process.write(b"quit\n")
            process.closeWriteChannel()

    def set_volume(self, percent: int) -> None:
        """How loud from the next sentence on."""
        self._volume = percent
        self._tell(f"volume {percent}")

    def say(self, sentence: str) -> None:
        """Speak `sentence`; where the voice is only just being started, as soon as it is there."""
        self._number += 1
        self._sentence, self._begun = sentence, False
        if self._process is None:
            self._patience.start(0)
        elif self._there is None:
            self._patience.start(STARTS_WITHIN_MS)
        else:
            self._begin()

    def hush(self) -> None:
        """Break off what is spoken, if anything; nobody is told."""
        if self._patience.isActive():
            self._patience.stop()
            self._sentence = ""
            self._tell("hush")

    def _tell(self, line: str) -> None:
        if self._process is not None:
            self._process.write(f"{line}\n".encode())

    def _hear(self) -> None:
        while self._process is not None and self._process.canReadLine():
            word, _, value = bytes(self._process.readLine().data()).decode("utf-8", "replace").strip().partition(" ")
            if word in ("voice", "voiceless"):
                self._there = word == "voice"
                self.told.emit(self._there)
                if self._there and self._patience.isActive():
                    self._begin()
            elif value == str(self._number) and self._patience.isActive():
                self._follow(word)

    def _begin(self) -> None:
        self._patience.start(BEGINS_WITHIN_MS)
        self._tell(f"say {self._number} {self._sentence}")

    def _follow(self, word: str) -> None:
        if word == "began":
            self._begun = True
            self._mute_times = 0
            self._patience.start(SENTENCE_MS + LETTER_MS * len(self._sentence))
            self.told.emit(True)
        elif word == "ended":
            self._patience.stop()
            self.over.emit()

    def _out_of_patience(self) -> None:
        if not self._begun and self._there and self._process is not None:
            self.told.emit(False)
            self.stop()
            self._rest.start(min(REST_MS * 2**self._mute_times, LONGEST_REST_MS))
            self._mute_times += 1
        self.over.emit()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # the others end in `finished`
            self._ended()

    def _ended(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self.told.emit(False)
        if self._patience.isActive():
            self._patience.start(0)
