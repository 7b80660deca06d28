"""Tries out a built program: does it start by itself, is it whole, and has it left out what it never loads?

`make package` runs it on dist/walkcoach. The program runs in an empty home, with nothing of this checkout on its path.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from walkcoach import __version__

TIME_LIMIT_S: Final = 120

HAS_TO_BE_THERE: Final = (
    "walkcoach/_resources/LICENCES.md",
    "walkcoach/_resources/fonts/OFL.txt",
    "walkcoach/_resources/icons/walkcoach.svg",
    "walkcoach/_resources/licences/LGPL-3.0.txt",
)

MAY_NOT_BE_THERE: Final = ("*Qt*Qml*", "*Qt*Quick*", "*WebEngine*", "*Qt*3D*", "*virtualkeyboard*", "*pytest*")


def environment(home: Path) -> dict[str, str]:
    """The variables of a machine that knows nothing of this checkout, with `home` for everything that is written."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "QT_", "XDG_"))}
    return {**kept, "HOME": str(home), "USERPROFILE": str(home), "APPDATA": str(home), "LOCALAPPDATA": str(home)}


def trouble_running(program: Path, arguments: Sequence[str], expected: str) -> str:
    """Run the program; an empty text if it ends well within the time and says `expected`, else what went wrong."""
    with tempfile.TemporaryDirectory(prefix="walkcoach-smoke-") as home:
        try:
            done = subprocess.run(
                [program, *arguments],
                cwd=home,
                env=environment(Path(home)),
                capture_output=True,
                text=True,
                timeout=TIME_LIMIT_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"{' '.join(arguments)}: not done after {TIME_LIMIT_S} s"
        except OSError as error:
            return f"{program} does not start: {error}"
    if done.returncode != 0:
        return f"{' '.join(arguments)}: exit status {done.returncode}\n{done.stdout}{done.stderr}".rstrip()
    if expected not in done.stdout:
        return f"{' '.join(arguments)}: said {done.stdout!r}, not {expected!r}"
    return ""


def trouble_with_files(folder: Path) -> list[str]:
    """What is missing in the built folder, and what should not be in it."""
    inside = folder / "_internal"
    lacking = [f"missing: {name}" for name in HAS_TO_BE_THERE if not (inside / name).is_file()]
    extra = [f"should not be there: {file.name}" for pattern in MAY_NOT_BE_THERE for file in inside.rglob(pattern)]
    return lacking + extra


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the program in the folder given. 0 if all is well."""
    parser = argparse.ArgumentParser(description="Try out a built Walkcoach.")
    parser.add_argument("folder", type=Path, help="the built folder, dist/walkcoach")
    folder: Path = parser.parse_args(arguments).folder.resolve()
    program = folder / ("walkcoach.exe" if sys.platform == "win32" else "walkcoach")
    found = [
        *trouble_with_files(folder),
        trouble_running(program, ["--version"], __version__),
        trouble_running(program, ["--self-test"], ""),
    ]
    trouble = [line for line in found if line]
    for line in trouble:
        print(line, file=sys.stderr)
    if not trouble:
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
        print(f"{program}: version {__version__}, self-test passed, {size / 1e6:.0f} MB")
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main())
