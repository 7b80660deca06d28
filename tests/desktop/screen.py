"""A screen of our own with a window manager, and the real program on it as a process, driven by keys alone.

Everything that is started here ends with its test, or with the test run if that is killed. Waiting is waiting for something
to become true, with a deadline; nothing waits for a time to pass.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from tests.no_network import ban_network

ROOT: Final = Path(__file__).parents[2]
PATIENCE_S: Final = 30.0
"""How long anything may take on a busy machine before the test says that it never came."""
LOOK_EVERY_S: Final = 0.01
_DIE_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG

T = TypeVar("T")


def wait_for(found: Callable[[], T], what: str, patience_s: float = PATIENCE_S) -> T:
    """What `found` gives as soon as that is true; fails when it never is."""
    deadline = time.monotonic() + patience_s
    while True:
        answer = found()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {patience_s:g} s in vain for {what}")
        time.sleep(LOOK_EVERY_S)


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


def _careless_and_without_network() -> None:
    """The worst of homes for what shall stay private: whatever is made may be read by all, unless the program sees to it itself.

    And whatever touches the network ends at once.
    """
    _die_with_parent()
    os.umask(0)
    ban_network()


@contextmanager
def started(
    command: Sequence[str], environment: Mapping[str, str], prepare: Callable[[], None] = _die_with_parent, **named: object
) -> Iterator["subprocess.Popen[str]"]:
    """A process in a group of its own, which runs `prepare` first; the whole group ends with the block."""
    process: subprocess.Popen[str] = subprocess.Popen(  # type: ignore[call-overload]
        command, env=dict(environment), cwd=ROOT, text=True, start_new_session=True, preexec_fn=prepare, **named
    )
    try:
        yield process
    finally:
        end_group(process)
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()


def end_group(process: "subprocess.Popen[str]") -> None:
    """Kill `process` and all that it has started, and see it gone."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE_S)


@dataclass
class Running:
    """The program on the screen; what it writes to its standard error is in the file `errors`."""

    screen: "Screen"
    process: "subprocess.Popen[str]"
    errors: Path

    def wait_for_window(self, title: str = "Walkcoach") -> None:
        """Wait until the program's window whose title begins like this has the keyboard."""

        def has_keyboard() -> bool:
            assert self.process.poll() is None, f"the program ended with {self.process.returncode}: {self.said()}"
            active = self.screen.tool("getwindowfocus", check=False)
            mine = active in self.screen.windows_of(self.process.pid)
            return mine and self.screen.tool("getwindowname", active, check=False).startswith(title)

        wait_for(has_keyboard, f"the keyboard to go to the window {title!r}")

    def press(self, *keys: str, on: str = "Walkcoach") -> None:
        """Press keys, one after another, once the window whose title begins with `on` has the keyboard."""
        self.wait_for_window(on)
        self.screen.tool("key", "--delay", "60", *keys)

    def close(self) -> int:
        """Ask the window manager to close the window, as Alt+F4 or the cross does; the program's exit status."""
        self.press("alt+F4")
        return self.ended()

    def ended(self) -> int:
        """Wait for the end; the exit status."""
        return self.process.wait(PATIENCE_S)

    def end_by(self, number: signal.Signals) -> None:
        """Send a signal and see the program go."""
        os.kill(self.process.pid, number)
        assert self.process.wait(PATIENCE_S) == -number

    def said(self) -> str:
        """What the program has written to its standard error so far."""
        return self.errors.read_text(encoding="utf-8")


@dataclass
class Screen:
    """A display with a window manager. `home` is the folder that programs on it take for their home."""

    display: str
    home: Path
    environment: dict[str, str] = field(init=False)
    _runs: int = 0

    def __post_init__(self) -> None:
        """A bare environment: no sound server, no session bus, no setting of whoever runs the tests."""
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "PYTHONPATH") if name in os.environ}
        self.environment = {
            **kept,
            "DISPLAY": self.display,
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "LC_ALL": "C.UTF-8",
            "TZ": "Europe/Berlin",
        }

    def tool(self, *words: str, check: bool = True) -> str:
        """What xdotool answers."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False, timeout=PATIENCE_S
        )
        assert done.returncode == 0 or not check, f"xdotool {' '.join(words)}: {done.stderr}"
        return done.stdout.strip()

    def windows_of(self, pid: int) -> list[str]:
        """The numbers of the windows of a process that can be seen."""
        return self.tool("search", "--onlyvisible", "--pid", str(pid), check=False).split()

    @contextmanager
    def run(self, folder: Path, *words: str) -> Iterator[Running]:
        """The real program on the diary in `folder`. It has no network, and no umask protects what it writes."""
        self._runs += 1
        errors = self.home / f"errors-{self._runs}.txt"
        command = [sys.executable, "-m", "walkcoach", "--data-dir", str(folder), *words]
        with (
            errors.open("w", encoding="utf-8") as stream,
            started(
                command,
                self.environment,
                _careless_and_without_network,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stream,
            ) as process,
        ):
            yield Running(self, process, errors)


@contextmanager
def new_screen(home: Path) -> Iterator[Screen]:
    """A screen on a display number that nobody uses."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"]
    quiet: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with started(command, os.environ, pass_fds=(writing,), **quiet):
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        screen = Screen(f":{number}", home)
        with started(["openbox", "--sm-disable"], screen.environment, **quiet):
            manager = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
            wait_for(lambda: _says(manager, screen, "window id"), "the window manager")
            yield screen


def _says(command: Sequence[str], screen: Screen, words: str) -> bool:
    done = subprocess.run(command, env=screen.environment, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
    return words in done.stdout
