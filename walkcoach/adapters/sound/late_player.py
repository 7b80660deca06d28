"""A `CuePlayer` that is made when there is something to play: most of the time nobody walks, and a start is waited for."""

from collections.abc import Callable

from walkcoach.services.ports import Cue, CuePlayer, SoundState


class LateCuePlayer:
    """The `CuePlayer` that `make` makes, with what was set before. Until then it is taken to be heard, and no voice is known of."""

    def __init__(self, make: Callable[[], CuePlayer]) -> None:
        self._make = make
        self._made: CuePlayer | None = None
        self._on = True
        self._percent: int | None = None
        self._speech: bool | None = None

    def open(self) -> None:
        """See `CuePlayer`."""
        self._player().open()

    def play(self, cue: Cue, phrase: str = "", planned_s: float = 0.0, late_s: float = 0.0) -> None:
        """See `CuePlayer`."""
        self._player().play(cue, phrase, planned_s, late_s)

    def beat(self, per_min: float) -> None:
        """See `CuePlayer`."""
        if self._made is not None or per_min > 0:
            self._player().beat(per_min)

    def state(self) -> SoundState:
        """See `CuePlayer`."""
        return self._player().state()

    def voice(self) -> bool | None:
        """See `CuePlayer`."""
        return self._player().voice()

    def close(self) -> None:
        """See `CuePlayer`."""
        if self._made is not None:
            self._made.close()

    def set_on(self, on: bool) -> None:
        """See `CuePlayer`."""
        self._on = on
        if self._made is not None:
            self._made.set_on(on)

    def set_volume(self, percent: int) -> None:
        """See `CuePlayer`."""
        self._percent = percent
        if self._made is not None:
            self._made.set_volume(percent)

    def set_speech(self, on: bool) -> None:
        """See `CuePlayer`."""
        self._speech = on
        if self._made is not None:
            self._made.set_speech(on)

    def _player(self) -> CuePlayer:
        if self._made is None:
            self._made = made = self._make()
            made.set_on(self._on)
            if self._percent is not None:
                made.set_volume(self._percent)
            if self._speech is not None:
                made.set_speech(self._speech)
        return self._made
