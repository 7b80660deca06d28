"""What taking twenty years of diary out and in again costs: time, and memory on top of what the program has anyway.

Run as a process with words of its own, `WHAT DIARY FILE`, it does one thing, once, and prints its figures as one line of JSON.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.figures import memory_mb
from benchmarks.keeping import GOAL_MS, WEEKS, most_mb
from benchmarks.measure import Measurement
from benchmarks.processes import figures_of, offscreen, start, write_sample
from walkcoach.adapters.export_file import write_whole
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.reading import entries_in
from walkcoach.services.transfer.export import ExportKind, write_export
from walkcoach.services.transfer.merge import apply_import, plan_import

MOST_MB: Final = 128
"""Promised is memory that is flat. Exports hold one entry at a time; an import has to hold all until the last one is looked at."""
NOW: Final = datetime(2026, 1, 5, 9, tzinfo=UTC)


def transfer(folder: Path) -> Iterator[Measurement]:
    """Exports and imports (each with its backup) of twenty years, beside one year."""
    diaries = {weeks: folder / f"transfer-{weeks}" / DIARY_FILE for weeks in (WEEKS, 52)}
    for weeks, diary in diaries.items():
        write_sample(diary.parent, weeks)
    for task, kind, what in (
        ("export", ExportKind.JSON, "export to JSON"),
        ("import", ExportKind.JSON, "import of JSON"),
        ("export", ExportKind.CSV, "export to CSV tables"),
        ("import", ExportKind.CSV, "import of CSV tables"),
    ):
        years, year = (_measured(task, diary, folder / f"{weeks}{kind}") for weeks, diary in diaries.items())
        size_mb = (folder / f"{WEEKS}{kind}").stat().st_size / 1e6
        yield Measurement(f"20 years: {what}", years["ms"], "ms", "one year", year["ms"], GOAL_MS)
        yield Measurement(f"20 years: {what}, memory", years["mb"], "MB", "the file", size_mb, MOST_MB)


def _measured(task: str, diary: Path, file: Path) -> dict[str, float]:
    told: dict[str, float] = figures_of(start(offscreen(), "benchmarks.transfer", task, str(diary), str(file)))
    return told


def _export(diary: Path, file: Path) -> None:
    kind = next(kind for kind in ExportKind if file.name.endswith(kind))
    write_whole(file, lambda out: write_export(kind, entries_in(diary), out, NOW))


def _import(diary: Path, file: Path) -> None:
    """Into a diary with a walk in it, so that there is something to be backed up."""
    fresh = diary.with_name(f"into-{file.name}") / diary.name
    fresh.parent.mkdir()
    store = SqliteDiaryStore(fresh)
    with file.open("rb") as data:
        plan = plan_import(data, store.entries())
    apply_import(plan, store, lambda: Backups(fresh).make(NOW), NOW)
    store.close()


def main(words: list[str]) -> None:
    """See the module."""
    tasks: dict[str, Callable[[Path, Path], None]] = {"export": _export, "import": _import}
    task, diary, file = words
    before_mb, begun = memory_mb(), time.perf_counter()
    tasks[task](Path(diary), Path(file))
    taken_ms = 1000 * (time.perf_counter() - begun)
    print(json.dumps({"ms": taken_ms, "mb": max(0.1, most_mb() - before_mb)}))


if __name__ == "__main__":
    main(sys.argv[1:])
