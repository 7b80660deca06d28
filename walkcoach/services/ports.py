"""The outside world, as the services see it: one Protocol for each thing, filled by an adapter or by a fake.

Values that cross a port are frozen. Moments are aware datetimes in the person's zone; durations are monotonic seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from walkcoach.core.cadence import beat_per_min
from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes, ShorterBecause
from walkcoach.core.programme import Programme
from walkcoach.core.segments import Segment
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.core.speeds import NOT_SET, Speeds, Units
from walkcoach.core.symptoms import Symptom


class Clock(Protocol):
    """Two clocks behind one port: monotonic for durations, wall time for records."""

    def monotonic_s(self) -> float:
        """Seconds since some fixed moment; never jumps, does not grow while the machine sleeps."""

    def slept_s(self) -> float:
        """Seconds that the machine has slept since some fixed moment; never falls."""

    def now(self) -> datetime:
        """The wall time, aware, in the person's zone."""


class WalkKind(StrEnum):
    """What a walk counts for: `PLANNED` for the coach, the others for totals and charts alone."""

    PLANNED = "planned"
    FREE = "free"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class WalkRecord:
    """One walk, or one part of a day's walk, as it is kept. `day` is the local date on which it began; lengths in seconds.

    Not `time_known`: added by hand without its hour, so that of `started` and `ended` only the day and the length are true.
    """

    id: UUID
    day: date
    kind: WalkKind
    started: datetime
    ended: datetime
    walked_s: float
    brisk_s: float
    shorter_because: ShorterBecause | None = None
    symptom_marks_s: tuple[float, ...] = ()
    time_known: bool = True


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A walk that is under way, as written every 2 s: enough to offer it again after a crash. Lengths in seconds."""

    id: UUID
    day: date
    kind: WalkKind
    started: datetime
    saved: datetime
    segments: tuple[Segment, ...]
    walked_s: float
    brisk_s: float
    symptom_marks_s: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What the welcome asked and the person may change: followed symptoms and who agreed to what. No names, no birthdays."""

    welcomed: bool = False
    followed: tuple[Symptom, ...] = (Symptom.DISCOMFORT,)
    ask_first: frozenset[str] = frozenset()
    clinician_agreed: bool = False
    uses_glucose_lowering: bool = False
    reduced_feeling: str | None = None
    age_band: str | None = None
    used_to_walking: bool | None = None
    emergency_number: str = "112"


@dataclass(frozen=True, slots=True)
class StoredDiary:
    """All that the diary file holds, in core terms. Mappings are by diary day; walks rise by their start.

    `remarks` are notes in the person's own words, which the coach never sees. `week_reviews` are by the week's first day, as
    the JSON objects that `services.week_reviews` writes.
    """

    before: Mapping[date, BeforeCheckIn] = field(default_factory=dict)
    after: Mapping[date, AfterCheckIn] = field(default_factory=dict)
    notes: Mapping[date, Notes] = field(default_factory=dict)
    offers: Mapping[date, Decision] = field(default_factory=dict)
    walks: tuple[WalkRecord, ...] = ()
    programmes: Mapping[date, Programme] = field(default_factory=dict)
    profile: Profile = Profile()
    slow_answers: Mapping[date, SlowAnswers] = field(default_factory=dict)
    remarks: Mapping[date, str] = field(default_factory=dict)
    week_reviews: Mapping[date, str] = field(default_factory=dict)


class DiaryStore(Protocol):
    """Keeps the diary. Each call is one transaction, on disk when it returns; trouble is a `services.errors.Trouble`.

    `moment` is when the person said it (aware). Saving a day's check-in, notes, offer, programme or
    answers about slow signs again replaces them.
    """

    def load(self) -> StoredDiary:
        """Read everything."""

    def save_before(self, day: date, check_in: BeforeCheckIn, moment: datetime) -> None:
        """Keep the day's check-in before the walk."""

    def save_after(self, day: date, check_in: AfterCheckIn, moment: datetime) -> None:
        """Keep the day's check-in after the walk."""

    def save_notes(self, day: date, notes: Notes, moment: datetime) -> None:
        """Keep the day's notes."""

    def save_offer(self, day: date, offer: Decision, moment: datetime) -> None:
        """Keep what was offered, as it was shown when the day's walk began."""

    def save_programme(self, day: date, programme: Programme, moment: datetime) -> None:
        """Keep a programme that holds from `day` on."""

    def save_profile(self, profile: Profile, moment: datetime) -> None:
        """Keep the profile."""

    def save_slow_answers(self, day: date, answers: SlowAnswers, moment: datetime) -> None:
        """Keep what was said to the monthly question on `day`, *Not now* included."""

    def save_walk(self, walk: WalkRecord) -> None:
        """Keep a walk and, in the same transaction, drop the checkpoint of the same id."""

    def write_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Keep the walk that is under way; there is at most one."""

    def read_checkpoint(self) -> Checkpoint | None:
        """The walk that was under way when the program last ended, if any."""

    def drop_checkpoint(self) -> None:
        """Forget the walk that was under way."""

    def fill(self, diary: StoredDiary, moment: datetime) -> None:
        """Keep a whole diary, all or nothing. Raises `Trouble` unless nothing at all has been kept so far."""

    def close(self) -> None:
        """Let go of the file."""


class Cue(StrEnum):
    """The tones: two rising for brisk, one low for normal, a long one for the end, a short one ahead of a change, two half way."""

    BRISK = "brisk"
    NORMAL = "normal"
    END = "end"
    SOON = "soon"
    HALF = "half"


class SoundState(StrEnum):
    """What can be said of the sound: on, off by choice, or no device."""

    ON = "on"
    OFF = "off"
    NONE = "none"


class CuePlayer(Protocol):
    """Plays tones and speaks. Never raises and never waits: no device is a state, not an error."""

    def open(self) -> None:
        """Get the device ready; a walk begins."""

    def play(self, cue: Cue, phrase: str = "", planned_s: float = 0.0, late_s: float = 0.0) -> None:
        """Play one tone, soon, and then speak `phrase`, where that is wanted and possible.

        For the log: its place in the walk in seconds of walking, and how late it is asked for, in seconds of the walk's clock.
        """

    def beat(self, per_min: float) -> None:
        """Let a metronome tick so often from now on; 0: no more. The same again changes nothing."""

    def state(self) -> SoundState:
        """What can be heard now."""

    def voice(self) -> bool | None:
        """Whether phrases can be spoken; None where that is not known yet, or not wanted."""

    def close(self) -> None:
        """Let go of the device; a walk has ended."""

    def set_on(self, on: bool) -> None:
        """Turn the sound on or off, at once."""

    def set_volume(self, percent: int) -> None:
        """How loud tones are from now on, from 0 to 100."""

    def set_speech(self, on: bool) -> None:
        """Whether phrases are spoken from now on."""


class AwakeState(StrEnum):
    """Whether the screen is kept awake. `NOT_ASKED` is also what holds until the desktop has answered."""

    KEPT = "kept"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


class KeepAwake(Protocol):
    """Keeps machine and screen awake. Never raises, never waits for long; a program that dies lets go by itself."""

    def hold(self) -> None:
        """Ask for it; twice is no error."""

    def release(self) -> None:
        """Let go; nothing held is no error."""

    def state(self) -> AwakeState:
        """What has become of it."""


class SettingsStore(Protocol):
    """Keeps settings of this machine (theme, text size, sound): plain words and numbers, nothing about health."""

    def read(self) -> "Settings":
        """The settings kept, with defaults where nothing or nonsense is kept."""

    def write(self, settings: "Settings") -> None:
        """Keep the settings; raises `Trouble` where the folder cannot be written."""


class ThemeChoice(StrEnum):
    """Which look: the system's, or one of ours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of this machine. `text_percent` from 100 to 200; `get_ready_s` from 0 to 60; `volume` from 0 to 100.

    The treadmill's speeds are in km/h with one decimal, `NOT_SET` or in the range of `core.speeds`, and brisk is not below
    normal where both are set; `units` is how they are shown. `cadence_per_min` is 0 (no metronome) or in the range of
    `core.cadence`, as is `cadence_percent`, the metronome's share of it.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    sound: bool = True
    volume: int = 80
    speech: bool = True
    cadence_per_min: int = 0
    cadence_percent: int = 100
    get_ready_s: int = 10
    units: Units = Units.METRIC
    normal_kmh: float = NOT_SET
    brisk_kmh: float = NOT_SET

    @property
    def beat_per_min(self) -> float:
        """The metronome's ticks a minute; 0 for none."""
        return beat_per_min(self.cadence_per_min, self.cadence_percent)

    @property
    def speeds(self) -> Speeds:
        """The treadmill's speeds, as a walk shows them."""
        return Speeds(self.normal_kmh, self.brisk_kmh, self.units)
