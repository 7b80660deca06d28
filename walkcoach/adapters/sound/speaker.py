"""The sound device, in the player's process: kept awake by silence, with one tone at a time and the metronome beside it."""

import os
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudio, QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from walkcoach.adapters.sound.metronome import Metronome
from walkcoach.adapters.sound.sound_server import answers, server_socket
from walkcoach.adapters.sound.tones import Tone

LATENCY_MS: Final = 100
"""What a PulseAudio server is asked for with a tone; its default of 5 ms would wake this process 200 times a second."""
CALM_LATENCY_MS: Final = 500
"""The same for what goes on all the time, silence and ticks: a fifth of the work, and no gap while the machine is busy."""
_LATENCY: Final = "PULSE_LATENCY_MSEC"
SILENCE_MS: Final = 1000
"""How much silence, or how many ticks, are kept in the device's buffer."""
FEED_EVERY_MS: Final = 400
DEAF_AFTER: Final = 3
"""So many feedings in a row of which the device took nothing mean that it is dead: more than 1 s."""
WAKES_WITHIN: Final = 12
"""The same before it has taken anything at all; a device that was asleep may take 2 s to wake."""
LAST_WORDS_MS: Final = 300
"""What a device may still hold of a tone that has been handed over."""
LOOK_EVERY_MS: Final = 500
"""How often to look whether a sound server that had gone is there again."""
TICK_SHARE: Final = 0.5
"""How loud the metronome is beside the tones."""
_SAMPLE_BYTES: Final = 2
_CHANNELS: Final = (1, 2)
"""How many channels a device is offered, in this order."""
# By name: Qt hands these over under two types, and a member of one is no member of the other.
_NO_ERROR: Final = "NoError"
_OVER: Final = frozenset({"IdleState", "StoppedState"})


class Speaker(QObject):
    """Plays on the default device, whichever that is, from `open` on."""

    found = Signal(bool)
    """Whether there is a device; again whenever another one has become the default."""
    lost = Signal()
    """The device takes no more sound: only a new process can be sure to get it back."""
    returned = Signal()
    """The sound server is there again; a new process will find it."""
    tone_over = Signal()

    def __init__(self, rate_hz: int, parent: QObject) -> None:
        super().__init__(parent)
        self._rate_hz = rate_hz
        self._gain = 1.0
        self._device = QAudioDevice()
        self._format: QAudioFormat | None = None
        self._silence: QAudioSink | None = None
        self._feed: QIODevice | None = None
        self._tone: QAudioSink | None = None
        self._ticks: QAudioSink | None = None
        self._ticks_feed: QIODevice | None = None
        self._metronome: Metronome | None = None
        self._deaf = 0
        self._server = server_socket(os.environ)
        self._latency_is_set = _LATENCY in os.environ
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._follow_default)
        self._timer = QTimer(self, interval=FEED_EVERY_MS)
        self._timer.timeout.connect(self._keep_awake)
        self._last_words = QTimer(self, singleShot=True, interval=LAST_WORDS_MS)
        self._last_words.timeout.connect(self._end_tone)
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._look_for_server)

    @property
    def ready(self) -> bool:
        """Whether there is a device."""
        return self._format is not None

    def open(self) -> None:
        """Open the default device."""
        self._close()
        self._device = self._devices.defaultAudioOutput()
        self._format = None if self._device.isNull() else self._format_for(self._device)
        if self._format is None:
            if self._server is not None and not answers(self._server):
                self._look.start()
            self.found.emit(False)
            return
        self._silence = self._sink(SILENCE_MS, CALM_LATENCY_MS)
        self._feed = self._silence.start()
        if self._silence.error().name != _NO_ERROR:
            self.lost.emit()
            return
        self._feed.write(bytes(self._whole_frames(self._silence.bytesFree())))
        self._deaf = DEAF_AFTER - WAKES_WITHIN
        self._timer.start()
        self.found.emit(True)

    def set_volume(self, percent: int) -> None:
        """How loud from the next tone on, from 0 to 100; the metronome at once."""
        self._gain = QAudio.convertVolume(
            min(percent, 100) / 100, QAudio.VolumeScale.LogarithmicVolumeScale, QAudio.VolumeScale.LinearVolumeScale
        )
        if self._ticks is not None:
            self._ticks.setVolume(self._gain * TICK_SHARE)

    def begin(self, tone: Tone) -> None:
        """Play `tone` from its beginning, at once; `tone_over` tells when it has been heard. There has to be a device."""
        assert self._format is not None
        self.cut()
        self._tone = self._sink(LATENCY_MS, LATENCY_MS)
        self._tone.setVolume(self._gain)
        samples = QBuffer(self._tone)
        samples.setData(QByteArray(tone.frames(self._format.channelCount())))
        samples.open(QIODevice.OpenModeFlag.ReadOnly)
        self._tone.start(samples)
        self._tone.stateChanged.connect(self._tone_changed)

    def cut(self) -> None:
        """Break off the tone that is played, if any; nobody is told."""
        tone, self._tone = self._tone, None
        self._last_words.stop()
        if tone is not None:
            tone.stateChanged.disconnect(self._tone_changed)
            tone.reset()
            tone.deleteLater()

    def tick(self, tick: Tone, per_min: float) -> None:
        """Let `tick` be heard so often from now on; 0: no more of it, at once."""
        ticks, self._ticks, self._ticks_feed, self._metronome = self._ticks, None, None, None
        if ticks is not None:
            ticks.reset()
            ticks.deleteLater()
        if per_min > 0 and self._format is not None:
            self._metronome = Metronome(tick.samples, tick.rate_hz, per_min)
            self._ticks = self._sink(SILENCE_MS, CALM_LATENCY_MS)
            self._ticks.setVolume(self._gain * TICK_SHARE)
            self._ticks_feed = self._ticks.start()
            self._feed_ticks()

    def _tone_changed(self, state: QtAudio.State) -> None:
        """All of the tone has been handed over, or (when the machine is busy) it goes on after all."""
        if state.name in _OVER:
            self._last_words.start()
        else:
            self._last_words.stop()

    def _end_tone(self) -> None:
        self.cut()
        self.tone_over.emit()

    def _keep_awake(self) -> None:
        """Fill the buffer with silence; a device that takes none for too long is dead, whatever its state says."""
        if self._silence is None or self._feed is None:
            return
        room = self._whole_frames(self._silence.bytesFree())
        self._deaf = 0 if room > 0 else self._deaf + 1
        if room > 0:
            self._feed.write(bytes(room))
        self._feed_ticks()
        if self._deaf >= DEAF_AFTER:
            self.lost.emit()

    def _feed_ticks(self) -> None:
        if self._ticks is None or self._ticks_feed is None or self._metronome is None or self._format is None:
            return
        channels = self._format.channelCount()
        count = self._ticks.bytesFree() // (_SAMPLE_BYTES * channels)
        if count > 0:
            self._ticks_feed.write(self._metronome.frames(count, channels))

    def _follow_default(self) -> None:
        """Another device has become the default one, or the first has come, or the last has gone."""
        if self._devices.defaultAudioOutput().id() != self._device.id():
            self.open()

    def _look_for_server(self) -> None:
        if self._server is not None and answers(self._server):
            self._look.stop()
            self.returned.emit()

    def _close(self) -> None:
        self._timer.stop()
        self._look.stop()
        if self._tone is not None:
            self._end_tone()
        if self._silence is not None:
            self._silence.stop()
            self._silence.deleteLater()
        if self._ticks is not None:
            self._ticks.stop()
            self._ticks.deleteLater()
        self._silence = self._feed = self._ticks = self._ticks_feed = self._metronome = None

    def _sink(self, buffer_ms: int, latency_ms: int) -> QAudioSink:
        """A stream to be started at once, since the latency asked for is that of whichever is started next."""
        assert self._format is not None
        if not self._latency_is_set:
            os.environ[_LATENCY] = str(latency_ms)
        sink = QAudioSink(self._device, self._format, self)
        sink.setBufferSize(self._format.bytesForDuration(buffer_ms * 1000))
        return sink

    def _whole_frames(self, size: int) -> int:
        return size - size % (_SAMPLE_BYTES * _CHANNELS[-1])

    def _format_for(self, device: QAudioDevice) -> QAudioFormat | None:
        """The tones' own format in as many channels as the device wants; None where it takes neither."""
        for channels in _CHANNELS:
            form = QAudioFormat()
            form.setSampleRate(self._rate_hz)
            form.setChannelCount(channels)
            form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
            if device.isFormatSupported(form):
                return form
        return None
