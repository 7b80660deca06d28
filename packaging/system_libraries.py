"""What the operating system has to bring, and how to get it: the check behind `make run` and `make test`.

Qt's wheels carry Qt, yet not the X, sound and font libraries that it opens, and the desktop tests start a screen of their
own. This looks for each by opening it, installs what is missing where it may (root on Debian), else prints the exact
command. It runs before anything is installed, with whatever Python the machine has: standard library only.
"""

import argparse
import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final


class Kind(StrEnum):
    """How a need is looked for."""

    LIBRARY = "library"  # opened by its file name
    PROGRAM = "program"  # found on the path, or where Debian hides it
    MODULE = "module"  # a part of Python that some systems package apart


class Purpose(StrEnum):
    """Who needs it. Tests and packaging need what a run needs, too."""

    RUN = "run"
    TEST = "test"
    PACKAGE = "package"


@dataclass(frozen=True)
class Need:
    """One thing that has to be there, by the name it is found under, and the Debian package that brings it."""

    name: str
    debian: str
    kind: Kind = Kind.LIBRARY
    purpose: Purpose = Purpose.RUN


_PYTHON: Final = f"{sys.version_info.major}.{sys.version_info.minor}"

NEEDS: Final = (
    Need("ensurepip", "python3-venv", Kind.MODULE),
    # QtGui and QtWidgets
    Need("libEGL.so.1", "libegl1"),
    Need("libGL.so.1", "libgl1"),
    Need("libfontconfig.so.1", "libfontconfig1"),
    Need("libfreetype.so.6", "libfreetype6"),
    Need("libglib-2.0.so.0", "libglib2.0-0"),
    Need("libdbus-1.so.3", "libdbus-1-3"),
    Need("libxkbcommon.so.0", "libxkbcommon0"),
    Need("libX11.so.6", "libx11-6"),
    Need("libzstd.so.1", "libzstd1"),
    # the X window plug-in
    Need("libX11-xcb.so.1", "libx11-xcb1"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0"),
    Need("libxcb-glx.so.0", "libxcb-glx0"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4"),
    Need("libxcb-image.so.0", "libxcb-image0"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Need("libxcb-randr.so.0", "libxcb-randr0"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0"),
    Need("libxcb-render.so.0", "libxcb-render0"),
    Need("libxcb-shape.so.0", "libxcb-shape0"),
    Need("libxcb-shm.so.0", "libxcb-shm0"),
    Need("libxcb-sync.so.1", "libxcb-sync1"),
    Need("libxcb-util.so.1", "libxcb-util1"),
    Need("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1"),
    # the Wayland plug-in
    Need("libwayland-client.so.0", "libwayland-client0"),
    Need("libwayland-cursor.so.0", "libwayland-cursor0"),
    Need("libwayland-egl.so.1", "libwayland-egl1"),
    # sound, and the network library that the single-instance door opens
    Need("libpulse.so.0", "libpulse0"),
    Need("libXext.so.6", "libxext6"),
    Need("libXrandr.so.2", "libxrandr2"),
    Need("libdrm.so.2", "libdrm2"),
    Need("libbz2.so.1", "libbz2-1.0"),
    Need("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    Need("libbrotlidec.so.1", "libbrotli1"),
    # the desktop tests: a screen, a window manager, somebody to press keys, the buses that assistive technology uses
    Need("Xvfb", "xvfb", Kind.PROGRAM, Purpose.TEST),
    Need("openbox", "openbox", Kind.PROGRAM, Purpose.TEST),
    Need("xdotool", "xdotool", Kind.PROGRAM, Purpose.TEST),
    Need("dbus-daemon", "dbus", Kind.PROGRAM, Purpose.TEST),
    Need("at-spi-bus-launcher", "at-spi2-core", Kind.PROGRAM, Purpose.TEST),
    # the tests of the sound: a sound server of their own, somebody to record what it plays
    Need("pulseaudio", "pulseaudio", Kind.PROGRAM, Purpose.TEST),
    Need("parec", "pulseaudio-utils", Kind.PROGRAM, Purpose.TEST),
    # what PyInstaller reads programs with, and the Python that it puts into one
    Need("objdump", "binutils", Kind.PROGRAM, Purpose.PACKAGE),
    Need(f"libpython{_PYTHON}.so.1.0", f"libpython{_PYTHON}", Kind.LIBRARY, Purpose.PACKAGE),
)

_PROGRAM_FOLDERS: Final = ("/usr/libexec", "/usr/lib/at-spi2-core")  # programs that are not on the path

_BY_PROVIDES: Final = MappingProxyType({"dnf": "dnf install", "zypper": "zypper install --capability"})


def wanted(purpose: Purpose) -> tuple[Need, ...]:
    """Everything that has to be there for `purpose`."""
    return tuple(need for need in NEEDS if need.purpose in (Purpose.RUN, purpose))


def is_here(need: Need) -> bool:
    """Whether this machine has it, found as the program itself would find it."""
    if need.kind is Kind.MODULE:
        return importlib.util.find_spec(need.name) is not None
    if need.kind is Kind.PROGRAM:
        return shutil.which(need.name) is not None or any((Path(f) / need.name).exists() for f in _PROGRAM_FOLDERS)
    try:
        ctypes.CDLL(need.name)
    except OSError:
        beside_python = Path(sysconfig.get_config_var("LIBDIR") or "nowhere") / need.name
        return beside_python.exists()
    return True


def missing(purpose: Purpose, here: Callable[[Need], bool] = is_here) -> tuple[Need, ...]:
    """What `purpose` needs and this machine lacks."""
    return tuple(need for need in wanted(purpose) if not here(need))


def debian_packages(needs: Sequence[Need]) -> tuple[str, ...]:
    """The packages that bring `needs`, each once, in their order."""
    return tuple(dict.fromkeys(need.debian for need in needs))


def apt_command(needs: Sequence[Need]) -> tuple[str, ...]:
    """The command that installs `needs` on Debian and its kin."""
    return ("apt-get", "install", "-y", "--no-install-recommends", *debian_packages(needs))


def command_to_type(needs: Sequence[Need], tools: Sequence[str], as_root: bool) -> str | None:
    """The exact line that a person has to type to get `needs`, or None where this program does not know the system."""
    before = "" if as_root else "sudo "
    if "apt-get" in tools:
        return f"{before}apt-get update && {before}{' '.join(apt_command(needs))}"
    for tool, command in _BY_PROVIDES.items():
        if tool in tools:
            return f"{before}{command} {' '.join(_provides(need) for need in needs)}"
    return None


def _provides(need: Need) -> str:
    """A need as the RPM systems look it up: by the library or the program itself, so no table of package names."""
    if need.kind is Kind.LIBRARY:
        return f"'{need.name}()(64bit)'"
    if need.kind is Kind.PROGRAM and need.name != "at-spi-bus-launcher":
        return f"/usr/bin/{need.name}"
    return {"ensurepip": "python3-libs"}.get(need.name, need.debian)


def install(needs: Sequence[Need], run: Callable[[Sequence[str]], int]) -> bool:
    """Install `needs` with apt-get, which has to be run as root. True if both steps went well."""
    return run(("apt-get", "update")) == 0 and run(apt_command(needs)) == 0


def _run(command: Sequence[str]) -> int:
    """Run a command in sight of the person; its exit status."""
    quiet: Mapping[str, str] = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=quiet, check=False).returncode


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Check, install where that is allowed, else say what to type. 0 when everything is here."""
    parser = argparse.ArgumentParser(description="Check the system libraries that Walkcoach needs.")
    parser.add_argument("purpose", type=Purpose, choices=list(Purpose), help="what they are needed for")
    parser.add_argument("--no-install", action="store_true", help="only say what is missing, change nothing")
    options = parser.parse_args(arguments)
    if not sys.platform.startswith("linux"):
        return 0  # the wheels for Windows and macOS bring all that they need
    lacking = missing(options.purpose)
    if not lacking:
        return 0
    tools = [tool for tool in ("apt-get", *_BY_PROVIDES) if shutil.which(tool)]
    names = ", ".join(need.name for need in lacking)
    print(f"Missing from this system: {names}", flush=True)
    if "apt-get" in tools and _is_root() and not options.no_install:
        if install(lacking, _run):
            lacking = missing(options.purpose)
            if not lacking:
                return 0
            print(f"Still missing: {', '.join(need.name for need in lacking)}", file=sys.stderr)
        else:
            print("apt-get could not install them; its own words are above.", file=sys.stderr)
    line = command_to_type(lacking, tools, _is_root())
    print(f"Please type: {line}" if line else "Please install the packages of your system that bring them.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
