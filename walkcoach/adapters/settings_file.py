"""Settings of this machine in a small JSON file: plain words and numbers, nothing about health.

A field that is missing or makes no sense falls back to its default, one by one; a field of a newer version is kept as it
stands.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Final

from walkcoach.adapters.small_json import read_json, write_json
from walkcoach.core.cadence import PER_MIN, PERCENT
from walkcoach.core.speeds import NOT_SET, Units, brisk_is_slower, is_speed
from walkcoach.services.ports import Settings, ThemeChoice

_MOST_BYTES: Final = 1_000_000
"""A file larger than this is no settings file of ours and is not read."""


class SettingsFile:
    """The `SettingsStore` of the real program, in the file `path`, readable by its owner only."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Settings:
        """The settings kept, with defaults where nothing or nonsense is kept; never raises."""
        kept = read_json(self._path, _MOST_BYTES)
        default = Settings()
        normal_kmh, brisk_kmh = _speed(kept.get("normal_kmh")), _speed(kept.get("brisk_kmh"))
        return Settings(
            theme=_choice(kept.get("theme"), default.theme),
            text_percent=_whole(kept.get("text_percent"), 100, 200, default.text_percent),
            sound=_flag(kept.get("sound"), default.sound),
            volume=_whole(kept.get("volume"), 0, 100, default.volume),
            speech=_flag(kept.get("speech"), default.speech),
            cadence_per_min=_cadence(kept.get("cadence_per_min")),
            cadence_percent=_whole(kept.get("cadence_percent"), *PERCENT, default.cadence_percent),
            get_ready_s=_whole(kept.get("get_ready_s"), 0, 60, default.get_ready_s),
            units=next((units for units in Units if units == kept.get("units")), default.units),
            normal_kmh=normal_kmh,
            brisk_kmh=NOT_SET if brisk_is_slower(normal_kmh, brisk_kmh) else brisk_kmh,
        )

    def write(self, settings: Settings) -> None:
        """Keep `settings`; they are on disk when this returns. Raises `Trouble` where the folder cannot be written."""
        write_json(self._path, dict(sorted({**read_json(self._path, _MOST_BYTES), **asdict(settings)}.items())))


def _whole(value: object, low: int, high: int, default: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        return default
    return value


def _speed(value: object) -> float:
    """A treadmill speed with its one decimal; `NOT_SET` for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not is_speed(value):
        return NOT_SET
    return round(float(value), 1)


def _cadence(value: object) -> int:
    """Steps a minute, or 0 for no metronome."""
    return _whole(value, *PER_MIN, 0)


def _flag(value: object, default: bool) -> bool:
    return value if isinstance(value, bool) else default


def _choice(value: object, default: ThemeChoice) -> ThemeChoice:
    return next((choice for choice in ThemeChoice if choice == value), default)
