"""Puts Walkcoach into the menu of a Linux desktop, for this person alone, and takes it out again.

`make menu-entry` runs it for the program that is at hand. It writes two icons and one desktop entry below the data folder
that the XDG rules name (`~/.local/share` where nothing else is set), and nothing anywhere else.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
ICONS: Final = HERE.parent.parent / "resources" / "icons"
ENTRY: Final = "applications/walkcoach.desktop"
ICON_FILES: Final = (
    ("walkcoach.svg", "icons/hicolor/scalable/apps/walkcoach.svg"),
    ("walkcoach.png", "icons/hicolor/256x256/apps/walkcoach.png"),
)


def data_home(variables: Mapping[str, str]) -> Path:
    """Where a person's own desktop entries and icons lie."""
    return Path(variables.get("XDG_DATA_HOME") or Path(variables["HOME"]) / ".local" / "share")


def entry_for(program: Path) -> str:
    """The desktop entry that starts `program`, quoted as the desktop entry rules ask for."""
    quoted = str(program)
    for sign in ("\\", '"', "`", "$"):
        quoted = quoted.replace(sign, "\\" + sign)
    line = 'Exec="' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'
    return (HERE / "walkcoach.desktop").read_text(encoding="utf-8").replace("Exec=walkcoach", line)


def add(program: Path, home: Path) -> None:
    """Write the entry and the icons below `home`."""
    for name, place in ICON_FILES:
        (home / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ICONS / name, home / place)
    (home / ENTRY).parent.mkdir(parents=True, exist_ok=True)
    (home / ENTRY).write_text(entry_for(program), encoding="utf-8")


def remove(home: Path) -> None:
    """Take away what `add` has written."""
    for place in (ENTRY, *(place for _, place in ICON_FILES)):
        (home / place).unlink(missing_ok=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Add the first of the programs given that exists, or remove the entry."""
    parser = argparse.ArgumentParser(description="Put Walkcoach into the desktop's menu.")
    parser.add_argument("programs", nargs="*", type=Path, help="the program to start; the first that exists is taken")
    parser.add_argument("--remove", action="store_true", help="take it out of the menu")
    options = parser.parse_args(arguments)
    home = data_home(os.environ)
    if options.remove:
        remove(home)
        return 0
    program = next((path.absolute() for path in options.programs if path.is_file()), None)
    if program is None:
        print("There is no program to start yet: `make setup` or `make package` makes one.", file=sys.stderr)
        return 1
    add(program, home)
    print(f"Walkcoach is in the menu; it starts {program}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
