"""No sound, for rehearsals without a window and for whoever has turned it off."""

from walkcoach.services.ports import Cue, SoundState


class SilentPlayer:
    """A `CuePlayer` that plays nothing; `sound` says why: turned off, or no device."""

    def __init__(self, sound: SoundState = SoundState.OFF) -> None:
        self._sound = sound

    def open(self) -> None:
        """See `CuePlayer`."""

    def play(self, cue: Cue, phrase: str = "", planned_s: float = 0.0, late_s: float = 0.0) -> None:
        """See `CuePlayer`."""

    def beat(self, per_min: float) -> None:
        """See `CuePlayer`."""

    def voice(self) -> bool | None:
        """See `CuePlayer`. Nobody has asked."""
        return None

    def state(self) -> SoundState:
        """See `CuePlayer`."""
        return self._sound

    def close(self) -> None:
        """See `CuePlayer`."""

    def set_on(self, on: bool) -> None:
        """See `CuePlayer`. It stays silent."""

    def set_speech(self, on: bool) -> None:
        """See `CuePlayer`. It stays silent."""

    def set_volume(self, percent: int) -> None:
        """See `CuePlayer`. It stays silent."""
