"""The time. The only module that asks the machine for it.

Three readings: seconds awake (for durations), seconds slept, and the wall time with the person's zone (for records).
`ShiftedClock` is the same from another start and at another speed, for `--now` and `--speed`.
"""

import os
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from walkcoach.services.ports import Clock

_LOCAL_TIME: Final = Path("/etc/localtime")
_ZONE_FILE: Final = Path("/etc/timezone")

if sys.platform == "win32":
    import ctypes

    _kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel32.GetTickCount64.restype = ctypes.c_ulonglong

    def _awake_s() -> float:
        ticks = ctypes.c_ulonglong()
        _kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / 1e7

    def _awake_and_asleep_s() -> float:
        return float(_kernel32.GetTickCount64()) / 1e3

elif sys.platform == "darwin":

    def _awake_s() -> float:
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)

    def _awake_and_asleep_s() -> float:
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)

elif sys.platform == "linux":

    def _awake_s() -> float:
        return time.clock_gettime(time.CLOCK_MONOTONIC)

    def _awake_and_asleep_s() -> float:
        return time.clock_gettime(time.CLOCK_BOOTTIME)

else:  # a system whose sleep cannot be told from waking: no sleep is ever reported

    def _awake_s() -> float:
        return time.monotonic()

    def _awake_and_asleep_s() -> float:
        return time.monotonic()


class SystemClock:
    """The machine's clock. A clock that is put right, or daylight saving, moves only `now`; sleep moves all but `monotonic_s`."""

    def __init__(self) -> None:
        self._slept_s = 0.0

    def monotonic_s(self) -> float:
        """Seconds awake since some fixed moment; never jumps."""
        return _awake_s()

    def slept_s(self) -> float:
        """Seconds that the machine has slept since some fixed moment; never falls, exact to a few hundredths."""
        awake = _awake_s()
        self._slept_s = max(self._slept_s, _awake_and_asleep_s() - awake)
        return self._slept_s

    def now(self) -> datetime:
        """The wall time in the person's zone, which is looked up each time: people travel."""
        return datetime.now(UTC).astimezone(local_zone())


class ShiftedClock:
    """A clock that starts at `start` (None: the time of `base`) and runs `speed` times as fast, asleep and awake.

    A `start` without a zone is meant in the zone of `base`. `speed` is above 0.
    """

    def __init__(self, start: datetime | None, speed: float = 1.0, base: Clock | None = None) -> None:
        if not 0 < speed < float("inf"):
            raise ValueError(f"the speed has to be above 0, not {speed}")
        self._base = base or SystemClock()
        begun = self._base.now()
        if start is None:
            start = begun
        elif start.tzinfo is None:
            start = start.replace(tzinfo=begun.tzinfo)
        self._start_utc = start.astimezone(UTC)
        self._zone = start.tzinfo
        self._speed = speed
        self._begun_s = self._base.monotonic_s()
        self._begun_slept_s = self._base.slept_s()

    def monotonic_s(self) -> float:
        """Seconds awake, sped up."""
        return self._begun_s + (self._base.monotonic_s() - self._begun_s) * self._speed

    def slept_s(self) -> float:
        """Seconds slept, sped up."""
        return self._begun_slept_s + (self._base.slept_s() - self._begun_slept_s) * self._speed

    def now(self) -> datetime:
        """The shifted wall time, in the zone of the start."""
        awake_s = self._base.monotonic_s() - self._begun_s
        slept_s = self._base.slept_s() - self._begun_slept_s
        return (self._start_utc + timedelta(seconds=(awake_s + slept_s) * self._speed)).astimezone(self._zone)


def clock_for(start: datetime | None, speed: float) -> Clock:
    """The clock that `--now` and `--speed` ask for: the machine's own where nothing is shifted."""
    if start is None and speed == 1:
        return SystemClock()
    return ShiftedClock(start, speed)


def local_zone() -> tzinfo:
    """The person's zone, by its IANA name where the system tells it, else the offset that holds now.

    The name matters: a record of it keeps days right after the clocks change.
    """
    for name in _zone_names():
        zone = _zone_called(name)
        if zone is not None:
            return zone
    return datetime.now(UTC).astimezone().tzinfo or UTC


def _zone_names() -> list[str]:
    if "TZ" in os.environ:  # it rules over the system's setting, so nothing else may be asked
        return [os.environ["TZ"].removeprefix(":")]
    names = []
    with suppress(OSError):  # no link: a copy, or another system
        names.append(str(_LOCAL_TIME.readlink()))
    with suppress(OSError, ValueError):
        names.append(_ZONE_FILE.read_text(encoding="utf-8").strip())
    return names


def _zone_called(name: str) -> ZoneInfo | None:
    name = name.rpartition("zoneinfo/")[2].removeprefix("posix/").removeprefix("right/")
    try:
        return ZoneInfo(name) if name else None
    except (OSError, ValueError, KeyError):  # unknown, no name at all, or no time zones on this machine
        return None
