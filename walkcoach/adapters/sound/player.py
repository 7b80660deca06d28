"""The sound player's own process: reads lines, plays tones, lets sentences be spoken, and says what becomes of them.

It reads `play brisk 3 7025.5 Brisk now, 3 minutes.` (a cue, a number, when it was asked for by the machine's clock, perhaps a
sentence), `beat 104.5` (ticks a minute, 0 for none), `volume 80` (0 to 100), `speech on` and `speech off`, `brief` (tones of
0.2 s at most, no sentences, no ticks) and `quit`; the end of its input is a `quit` too. It says `ready` when tones can be
heard, `none` when there is no device, `voice` or `voiceless`; for each cue `played brisk 3` as its tone begins, or `dropped
brisk 3`; and `cut soon 2` where one had to make room for a higher one. It ends with status 0 when asked to, and with 3 when the
device no longer takes any sound, or (after `back`) when a sound server has come back: only a new process can be sure to get it.

From the start until the end it plays silence, so that the device does not fall asleep and clip the beginning of a tone;
each tone is a stream of its own beside it, which begins at once. What is heard when two cues meet is decided by `CueQueue`.
"""

import sys
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from walkcoach.adapters.clock import SystemClock
from walkcoach.adapters.sound.lines import Ear, leave, say
from walkcoach.adapters.sound.speaker import Speaker
from walkcoach.adapters.sound.tones import Tones, read_tones
from walkcoach.adapters.sound.voice_link import VoiceLink
from walkcoach.core.cue_queue import CueQueue, Request
from walkcoach.core.cues import RANK_OF, CueKind
from walkcoach.services.ports import Clock, Cue

LOST: Final = 3
"""Exit status when the device takes no more sound, or has come back."""
DRAIN_AT_MOST_MS: Final = 10_000
"""The last tone and its sentence may take so long after `quit`."""


@dataclass(frozen=True, slots=True)
class _Order:
    """A cue that was asked for, under its number."""

    cue: Cue
    number: int
    sentence: str


class Stage(QObject):
    """Hears what is asked for and lets device and voice play it, one after the other."""

    def __init__(self, tones: Tones, voice_command: Sequence[str], clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._tones = tones
        self._cue_tones = tones.full
        self._brief = False
        self._clock = clock
        self._queue = CueQueue()
        self._orders: dict[int, _Order] = {}
        self._beat = self._beating = 0.0
        self._speech = self._leaving = False
        self._speaker = Speaker(tones.tick.rate_hz, self)
        self._speaker.found.connect(self._device_found)
        self._speaker.lost.connect(self._device_lost)
        self._speaker.returned.connect(self._device_back)
        self._speaker.tone_over.connect(self._speak)
        self._voice = VoiceLink(voice_command, self)
        self._voice.told.connect(lambda there: say("voice" if there else "voiceless"))
        self._voice.over.connect(self._over)

    def open(self) -> None:
        """Open the device and say what can be heard."""
        self._speaker.open()

    def obey(self, line: str) -> None:
        """Do what one line asks for; a line that means nothing is passed over."""
        word, _, value = line.partition(" ")
        if word == "play":
            self._take(value)
        elif word == "beat":
            self._set_beat(value)
        elif word == "volume" and value.isdecimal():
            self._speaker.set_volume(int(value))
            self._voice.set_volume(int(value))
        elif word == "speech":
            self._speech = value == "on"
            self._see_to_voice()
        elif line == "brief":
            self._brief, self._cue_tones = True, self._tones.brief
        elif word == "quit" and not self._leaving:
            self._leaving = True
            self._beat = 0.0
            QTimer.singleShot(DRAIN_AT_MOST_MS, QCoreApplication.quit)
            self._go_on()

    def _take(self, value: str) -> None:
        name, digits, moment, sentence = (*value.split(" ", 3), "", "", "", "")[:4]
        asked_s = _number(moment)
        if name not in list(Cue) or not digits.isdecimal() or asked_s is None:
            return
        order = _Order(Cue(name), int(digits), sentence)
        self._orders[order.number] = order
        if self._speaker.ready:
            self._queue = self._queue.asked(Request(order.number, RANK_OF[CueKind(name)], asked_s))
        self._go_on()

    def _set_beat(self, value: str) -> None:
        beat = _number(value)
        if beat is not None:
            self._beat = beat
            self._go_on()

    def _go_on(self) -> None:
        """Let be heard what may be heard now."""
        before, self._queue = self._queue.heard, self._queue.next_at(self._clock.monotonic_s())
        heard = self._queue.heard
        if heard is not None and heard != before:
            if before is not None:
                self._speaker.cut()
                self._voice.hush()
                cut = self._orders.pop(before.number)
                say(f"cut {cut.cue.value} {cut.number}")
            order = self._orders[heard.number]
            self._speaker.begin(self._cue_tones[order.cue])
            say(f"played {order.cue.value} {order.number}")
        self._forget({request.number for request in self._queue.waiting})
        self._tick()
        if self._leaving and heard is None and not self._queue.waiting:
            QCoreApplication.quit()

    def _forget(self, waiting: set[int]) -> None:
        heard = self._queue.heard
        for number in [number for number in self._orders if number not in waiting]:
            if heard is None or number != heard.number:
                order = self._orders.pop(number)
                say(f"dropped {order.cue.value} {number}")

    def _tick(self) -> None:
        """The metronome begins when nothing else is heard, and ends at once."""
        wanted = 0.0 if self._brief else self._beat
        if wanted != self._beating and (not wanted or (self._queue.heard is None and self._speaker.ready)):
            self._beating = wanted
            self._speaker.tick(self._tones.tick, wanted)

    def _speak(self) -> None:
        """The tone is over: its sentence follows."""
        heard = self._queue.heard
        sentence = self._orders[heard.number].sentence if heard is not None else ""
        if sentence and not self._brief and self._voice.there is not False:
            self._voice.say(sentence)
        else:
            self._over()

    def _over(self) -> None:
        heard = self._queue.heard
        if heard is not None:
            self._orders.pop(heard.number, None)
        self._queue = self._queue.over()
        self._go_on()

    def _see_to_voice(self) -> None:
        """A voice is started where it is wanted and could be heard."""
        if not self._speech:
            self._voice.stop()
        elif self._speaker.ready:
            self._voice.start()

    def _device_found(self, found: bool) -> None:
        say("ready" if found else "none")
        self._see_to_voice()
        self._beating = 0.0
        if not found:
            self._voice.hush()
            self._queue = CueQueue()
        self._go_on()

    def _device_lost(self) -> None:
        say("none")
        leave(LOST)

    def _device_back(self) -> None:
        say("back")
        leave(LOST)


class Nobody(QObject):
    """Stands on the stage where there are no tones: nothing can be heard."""

    def open(self) -> None:
        """Say so."""
        say("none")

    def obey(self, line: str) -> None:
        """End when asked to."""
        if line == "quit":
            QCoreApplication.quit()


def _number(word: str) -> float | None:
    """A plain number from 0 on; None for any other word."""
    return float(word) if word.replace(".", "", 1).isdecimal() else None


def main(argv: Sequence[str]) -> int:
    """Play what the lines on standard input ask for, until they end.

    `argv` is the folder of tones, and the command that starts a voice, if one is wanted.
    """
    app = QCoreApplication(sys.argv[:1])
    stage: Stage | Nobody
    try:
        stage = Stage(read_tones(Path(argv[0])), argv[1:], SystemClock(), app) if argv else Nobody(app)
    except (OSError, EOFError, wave.Error):
        stage = Nobody(app)
    ear = Ear(app)
    ear.heard.connect(stage.obey)
    stage.open()
    ear.listen()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
