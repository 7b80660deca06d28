"""Every port's fake, as a class. Each passes its adapter's contract tests; none sleeps, reads a clock or touches a file."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from tests.memory_diary import MemoryDiaryStore as MemoryDiaryStore
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import AwakeState, Cue, Settings, SoundState


class FakeClock:
    """A clock that stands still until it is moved. Calling it gives the monotonic seconds.

    It starts on Monday, 5 January 2026, 9:00 in Berlin, unless told otherwise.
    """

    def __init__(self, start: datetime | None = None, zone: str = "Europe/Berlin", monotonic_s: float = 1000.0) -> None:
        start = start or datetime(2026, 1, 5, 9, 0, tzinfo=ZoneInfo(zone))
        self._zone: tzinfo = start.tzinfo or ZoneInfo(zone)
        self._utc = start.astimezone(UTC)
        self._monotonic_s = monotonic_s
        self._slept_s = 0.0

    def __call__(self) -> float:
        """The monotonic seconds."""
        return self._monotonic_s

    def monotonic_s(self) -> float:
        """See `Clock`."""
        return self._monotonic_s

    def slept_s(self) -> float:
        """See `Clock`."""
        return self._slept_s

    def now(self) -> datetime:
        """See `Clock`."""
        return self._utc.astimezone(self._zone)

    def today(self) -> date:
        """The local date."""
        return self.now().date()

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass, machine awake (a hang is the same)."""
        self._monotonic_s += seconds
        self._utc += timedelta(seconds=seconds)

    def sleep(self, seconds: float) -> None:
        """Let the machine sleep: the wall time goes on, the monotonic clock does not."""
        self._slept_s += seconds
        self._utc += timedelta(seconds=seconds)

    def set_wall(self, moment: datetime) -> None:
        """Put the wall clock right (or wrong), as a person or a time server would: neither sleep nor time passing."""
        self._utc = moment.astimezone(UTC)
        self._zone = moment.tzinfo or self._zone

    def travel(self, zone: str) -> None:
        """Move to another time zone."""
        self._zone = ZoneInfo(zone)

    def go_to(self, day: date, hour: int = 9, minute: int = 0) -> None:
        """Let time pass until `hour`:`minute` on `day`, local time; never backwards."""
        moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=self._zone)
        seconds = (moment.astimezone(UTC) - self._utc).total_seconds()
        assert seconds >= 0, "a day that is over does not come back"
        self.advance(seconds)

    def next_day(self, days: int = 1, hour: int = 9) -> None:
        """Let time pass until `hour` o'clock `days` days later."""
        self.go_to(self.today() + timedelta(days=days), hour)


class FakeCuePlayer:
    """Plays nothing and remembers what it was asked to play. `sound` is what `state` answers while it is turned on.

    `played` has the changes of pace and the end, `told` every cue with its phrase, place in the walk and lateness; `beats` has
    the metronome's rates, one after the other. `has_voice` is what `voice` answers.
    """

    def __init__(self, sound: SoundState = SoundState.ON) -> None:
        self.sound = sound
        self.is_on = True
        self.volume: int | None = None
        self.speaks: bool | None = None
        self.has_voice: bool | None = None
        self.played: list[Cue] = []
        self.told: list[tuple[Cue, str, float, float]] = []
        self.beats: list[float] = []
        self.is_open = False
        self.opened = 0

    def open(self) -> None:
        """See `CuePlayer`."""
        self.is_open = True
        self.opened += 1

    def play(self, cue: Cue, phrase: str = "", planned_s: float = 0.0, late_s: float = 0.0) -> None:
        """See `CuePlayer`."""
        self.told.append((cue, phrase, planned_s, late_s))
        if cue not in (Cue.SOON, Cue.HALF):
            self.played.append(cue)

    def beat(self, per_min: float) -> None:
        """See `CuePlayer`."""
        if per_min != (self.beats[-1] if self.beats else 0.0):
            self.beats.append(per_min)

    def voice(self) -> bool | None:
        """See `CuePlayer`."""
        return self.has_voice

    def state(self) -> SoundState:
        """See `CuePlayer`."""
        return self.sound if self.is_on else SoundState.OFF

    def close(self) -> None:
        """See `CuePlayer`."""
        self.is_open = False

    def set_on(self, on: bool) -> None:
        """See `CuePlayer`."""
        self.is_on = on

    def set_volume(self, percent: int) -> None:
        """See `CuePlayer`."""
        self.volume = percent

    def set_speech(self, on: bool) -> None:
        """See `CuePlayer`."""
        self.speaks = on


class FakeKeepAwake:
    """Keeps nothing awake. `answer` is what the desktop says when it is asked; `asked` counts how often."""

    def __init__(self, answer: AwakeState = AwakeState.KEPT) -> None:
        self.answer = answer
        self.asked = 0
        self.is_held = False

    def hold(self) -> None:
        """See `KeepAwake`."""
        self.asked += not self.is_held
        self.is_held = True

    def release(self) -> None:
        """See `KeepAwake`."""
        self.is_held = False

    def state(self) -> AwakeState:
        """See `KeepAwake`."""
        return self.answer if self.is_held else AwakeState.NOT_ASKED


class MemorySettingsStore:
    """Settings in memory. Set `trouble` and `write` raises it."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self.trouble: Trouble | None = None

    def read(self) -> Settings:
        """See `SettingsStore`."""
        return self._settings

    def write(self, settings: Settings) -> None:
        """See `SettingsStore`."""
        if self.trouble is not None:
            raise self.trouble
        self._settings = settings
