"""The sound player's own process: reads lines, plays tones, says what can be heard.

It reads `play brisk` (or `normal`, `end`), `volume 80` (0 to 100) and `quit`; the end of its input is a `quit` too. It says
`ready` when tones can be heard, `none` when there is no device, and `played brisk` as a tone begins. It ends with status 0
when asked to, and with 3 when the device no longer takes any sound: only a new process can be sure to get it back.

From the start until the end it plays silence, so that the device does not fall asleep and clip the beginning of a tone;
each tone is a stream of its own beside it, which begins at once. A tone is never cut: the next one waits for it, and of
several that wait only the newest is still true.
"""

import os
import sys
import threading
import wave
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, NoReturn

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudio, QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from walkcoach.adapters.sound.tones import Tone, read_tones
from walkcoach.services.ports import Cue

LOST: Final = 3
"""Exit status when the device takes no more sound."""
LATENCY_MS: Final = 100
"""What a PulseAudio server is asked for; its default of 5 ms would wake this process 200 times a second."""
SILENCE_MS: Final = 1000
"""How much silence is kept in the device's buffer."""
FEED_EVERY_MS: Final = 400
DEAF_AFTER: Final = 3
"""So many feedings in a row of which the device took nothing mean that it is dead: more than 1 s."""
WAKES_WITHIN: Final = 12
"""The same before it has taken anything at all; a device that was asleep may take 2 s to wake."""
LAST_WORDS_MS: Final = 300
"""What a device may still hold of a tone that has been handed over."""
DRAIN_AT_MOST_MS: Final = 6000
_SAMPLE_BYTES: Final = 2
_CHANNELS: Final = (1, 2)
"""How many channels a device is offered, in this order."""
# By name: Qt hands these over under two types, and a member of one is no member of the other.
_NO_ERROR: Final = "NoError"
_OVER: Final = frozenset({"IdleState", "StoppedState"})
_NO_TONES: Final[Mapping[Cue, Tone]] = MappingProxyType({})


class Ear(QObject):
    """Reads lines from the program in a thread of its own, as there is no other way to do so on every system."""

    heard = Signal(str)

    def listen(self) -> None:
        """Begin to listen; the thread ends with the input, or with the process."""
        threading.Thread(target=self._read, name="ear", daemon=True).start()

    def _read(self) -> None:
        for line in _lines_of(0):
            self.heard.emit(line)
        self.heard.emit("quit")


class Speaker(QObject):
    """The sound device: kept awake by silence, with one tone at a time."""

    def __init__(self, tones: Mapping[Cue, Tone], parent: QObject) -> None:
        super().__init__(parent)
        self._tones = tones
        self._gain = 1.0
        self._waiting: Cue | None = None
        self._leaving = False
        self._device = QAudioDevice()
        self._format: QAudioFormat | None = None
        self._silence: QAudioSink | None = None
        self._feed: QIODevice | None = None
        self._tone: QAudioSink | None = None
        self._deaf = 0
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._follow_default)
        self._timer = QTimer(self, interval=FEED_EVERY_MS)
        self._timer.timeout.connect(self._keep_awake)
        self._last_words = QTimer(self, singleShot=True, interval=LAST_WORDS_MS)
        self._last_words.timeout.connect(self._tone_over)

    def open(self) -> None:
        """Open the default device and say what can be heard."""
        self._close()
        self._device = self._devices.defaultAudioOutput()
        self._format = None if self._device.isNull() or not self._tones else self._format_for(self._device)
        if self._format is None:
            say("none")
            return
        self._silence = self._sink(SILENCE_MS)
        self._feed = self._silence.start()
        if self._silence.error().name != _NO_ERROR:
            say("none")
            leave(LOST)
        self._feed.write(bytes(self._whole_frames(self._silence.bytesFree())))
        self._deaf = DEAF_AFTER - WAKES_WITHIN
        self._timer.start()
        say("ready")

    def obey(self, line: str) -> None:
        """Do what one line asks for; a line that means nothing is passed over."""
        word, _, value = line.partition(" ")
        if word == "play" and value in list(Cue):
            self._waiting = Cue(value)
            self._play_next()
        elif word == "volume" and value.isdecimal():
            self._gain = QAudio.convertVolume(
                min(int(value), 100) / 100, QAudio.VolumeScale.LogarithmicVolumeScale, QAudio.VolumeScale.LinearVolumeScale
            )
        elif word == "quit" and not self._leaving:
            self._leaving = True
            QTimer.singleShot(DRAIN_AT_MOST_MS, QCoreApplication.quit)
            self._play_next()

    def _play_next(self) -> None:
        if self._tone is not None:
            return
        cue, self._waiting = self._waiting, None  # what cannot be heard at its moment would mislead later
        if self._format is not None and cue is not None:
            self._begin(cue, self._format)
        elif self._leaving:
            QCoreApplication.quit()

    def _begin(self, cue: Cue, form: QAudioFormat) -> None:
        self._tone = self._sink(LATENCY_MS)
        self._tone.setVolume(self._gain)
        samples = QBuffer(self._tone)
        samples.setData(QByteArray(self._tones[cue].frames(form.channelCount())))
        samples.open(QIODevice.OpenModeFlag.ReadOnly)
        self._tone.start(samples)
        self._tone.stateChanged.connect(self._tone_changed)
        say(f"played {cue.value}")

    def _tone_changed(self, state: QtAudio.State) -> None:
        """All of the tone has been handed over, or (when the machine is busy) it goes on after all."""
        if state.name in _OVER:
            self._last_words.start()
        else:
            self._last_words.stop()

    def _tone_over(self) -> None:
        self._drop_tone()
        self._play_next()

    def _drop_tone(self) -> None:
        tone, self._tone = self._tone, None
        self._last_words.stop()
        if tone is not None:
            tone.stateChanged.disconnect(self._tone_changed)
            tone.stop()
            tone.deleteLater()

    def _keep_awake(self) -> None:
        """Fill the buffer with silence; a device that takes none for too long is dead, whatever its state says."""
        if self._silence is None or self._feed is None:
            return
        room = self._whole_frames(self._silence.bytesFree())
        self._deaf = 0 if room > 0 else self._deaf + 1
        if room > 0:
            self._feed.write(bytes(room))
        if self._deaf >= DEAF_AFTER:
            say("none")
            leave(LOST)

    def _follow_default(self) -> None:
        """Another device has become the default one, or the first has come, or the last has gone."""
        if self._devices.defaultAudioOutput().id() != self._device.id():
            self.open()

    def _close(self) -> None:
        self._timer.stop()
        self._drop_tone()
        if self._silence is not None:
            self._silence.stop()
            self._silence.deleteLater()
        self._silence = self._feed = None

    def _sink(self, buffer_ms: int) -> QAudioSink:
        assert self._format is not None
        sink = QAudioSink(self._device, self._format, self)
        sink.setBufferSize(self._format.bytesForDuration(buffer_ms * 1000))
        return sink

    def _whole_frames(self, size: int) -> int:
        return size - size % (_SAMPLE_BYTES * _CHANNELS[-1])

    def _format_for(self, device: QAudioDevice) -> QAudioFormat | None:
        """The tones' own format in as many channels as the device wants; None where it takes neither."""
        for channels in _CHANNELS:
            form = QAudioFormat()
            form.setSampleRate(self._tones[Cue.BRISK].rate_hz)
            form.setChannelCount(channels)
            form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
            if device.isFormatSupported(form):
                return form
        return None


def say(line: str) -> None:
    """Tell the program one line; a program that has gone hears nothing, and the end of the input tells us so."""
    try:
        os.write(1, f"{line}\n".encode())
    except OSError:
        return


def leave(status: int) -> NoReturn:
    """End at once, without tidying up: taking a dead device down can hang or abort."""
    os._exit(status)


def main(argv: Sequence[str]) -> int:
    """Play what the lines on standard input ask for, from the folder of tones in `argv`, until they end."""
    os.environ.setdefault("PULSE_LATENCY_MSEC", str(LATENCY_MS))
    app = QCoreApplication(sys.argv[:1])
    try:
        tones = read_tones(Path(argv[0])) if argv else _NO_TONES
    except (OSError, EOFError, wave.Error):
        tones = _NO_TONES
    ear, speaker = Ear(app), Speaker(tones, app)
    ear.heard.connect(speaker.obey)
    speaker.open()
    ear.listen()
    return app.exec()


def _lines_of(descriptor: int) -> Iterator[str]:
    """The lines that come in; read without Python's buffers, which a thread that still reads would lock at the exit."""
    rest = b""
    while chunk := _read(descriptor):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield line.decode("ascii", "replace").strip()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:
        return b""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
