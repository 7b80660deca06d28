"""What keeping twenty years of diary safe costs: opening, checking, a backup, its trial, going back, and the memory of it all.

Each is done in a process of its own, so that its memory is its own; beside it the same with one year.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final

from benchmarks.figures import memory_mb
from benchmarks.measure import Measurement
from benchmarks.processes import figures_of, offscreen, start, write_sample
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.connection import open_diary
from walkcoach.adapters.storage.mend import open_or_mend
from walkcoach.services.backup_plan import EVERY, kept

WEEKS: Final = 1040
"""As many weeks as the sample may have: nearly twenty years."""
GOAL_MS: Final = 5_000
NOW: Final = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


def _open(folder: Path) -> None:
    open_diary(folder / DIARY_FILE).close()


def _open_and_read(folder: Path) -> None:
    open_or_mend(folder / DIARY_FILE, NOW).store.close()


def _check(folder: Path) -> None:
    assert check_diary(folder / DIARY_FILE).whole


def _back_up(folder: Path) -> None:
    assert Backups(folder / DIARY_FILE).make(NOW) is not None


def _unchanged(folder: Path) -> None:
    assert Backups(folder / DIARY_FILE).make(NOW) is None


def _prove(folder: Path) -> None:
    assert Backups(folder / DIARY_FILE).prove(NOW) is not None


def _restore(folder: Path) -> None:
    shelf = Backups(folder / DIARY_FILE)
    shelf.restore(shelf.newest_first()[0].path, NOW)


def _mend(folder: Path) -> None:
    diary = folder / DIARY_FILE
    diary.write_bytes(diary.read_bytes()[: diary.stat().st_size // 2])
    assert open_or_mend(diary, NOW).mended is not None


WORK: Final[Mapping[str, Callable[[Path], None]]] = MappingProxyType(
    {
        "open": _open,
        "open and read": _open_and_read,
        "check": _check,
        "backup": _back_up,
        "backup, nothing new": _unchanged,
        "trial of a backup": _prove,
        "restore": _restore,
        "damaged, mended": _mend,
    }
)
"""In this order, one after the other, on the same folder."""


def keeping(folder: Path) -> Iterator[Measurement]:
    """Everything about keeping a diary safe, twenty years beside one."""
    places = {weeks: folder / f"keeping-{weeks}" for weeks in (WEEKS, 52)}
    for weeks, place in places.items():
        write_sample(place, weeks)
    for what in WORK:
        years, year = (_measured(place, what) for place in places.values())
        yield Measurement(f"20 years: {what}", years["ms"], "ms", "one year", year["ms"], GOAL_MS)
        yield Measurement(f"20 years: {what}, memory", years["mb"], "MB", "one year", year["mb"])
    stay = len(kept((NOW - number * EVERY for number in range(365 * 48)), NOW))
    size_mb = (places[52] / DIARY_FILE).stat().st_size / 1e6
    yield Measurement("backups after a year, one every half hour", stay, "")
    yield Measurement("  at most, each as large as a year's diary", stay * size_mb, "MB")
    days = len(kept((NOW - number * timedelta(hours=12) for number in range(365 * 2)), NOW))
    yield Measurement("backups after a year, two a day", days, "")
    yield Measurement("  at most, each as large as a year's diary", days * size_mb, "MB")


def _measured(folder: Path, what: str) -> dict[str, float]:
    told: dict[str, float] = figures_of(start(offscreen(), "benchmarks.keeping", str(folder), what))
    return told


def main(folder: Path, what: str) -> None:
    """Do one piece of work and print its time and how much memory it took beyond what the process had."""
    before_mb = memory_mb()
    begun = time.perf_counter()
    WORK[what](folder)
    taken_ms = 1000 * (time.perf_counter() - begun)
    print(json.dumps({"ms": taken_ms, "mb": max(0.1, most_mb() - before_mb)}), flush=True)


def most_mb() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
