"""Takes every measurement and prints a table: one line each, beside a yardstick of the same run, and what is promised."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.diary import diary
from benchmarks.keeping import keeping
from benchmarks.measure import Measurement
from benchmarks.pages import coach, pages
from benchmarks.processes import command_line, first_window
from benchmarks.transfer import transfer
from benchmarks.walks import switches, walks


def measurements(folder: Path) -> Iterator[Measurement]:
    """Everything that is measured; files go into `folder`."""
    yield from first_window(folder / "start")
    yield from switches(folder)
    yield from walks(folder)
    yield from pages(folder)
    yield from diary(folder)
    yield from coach()
    yield from keeping(folder)
    yield from transfer(folder)
    yield from command_line(folder)


def main() -> int:
    """Print the table; the exit status says whether it could be taken, not whether goals are met."""
    with tempfile.TemporaryDirectory(prefix="walkcoach-bench-") as folder:
        taken = []
        for measurement in measurements(Path(folder)):
            taken.append(measurement)
            print(measurement, flush=True)
    missed = [one.what for one in taken if one.met is False]
    print(f"Missed: {'; '.join(missed) or 'nothing'}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
