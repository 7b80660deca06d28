"""The small window of a walk on a real screen: before all others, moved by keys, and gone again as it came."""

import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.desktop.diaries import ready_to_walk
from tests.desktop.screen import PATIENCE_S, Running, Screen, wait_for
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.connection import open_read_only

pytestmark = pytest.mark.desktop

NOW = "2026-01-05T09:00"


def state_of(screen: Screen, window: str) -> str:
    """What the window manager says of a window: above, full screen…"""
    command = ["xprop", "-id", window, "_NET_WM_STATE"]
    done = subprocess.run(command, env=screen.environment, capture_output=True, text=True, check=True, timeout=PATIENCE_S)
    return done.stdout


def size_of(screen: Screen, window: str) -> tuple[int, int]:
    """Width and height of a window."""
    lines = screen.tool("getwindowgeometry", "--shell", window, check=False).splitlines()
    known = dict(line.split("=", 1) for line in lines if "=" in line)
    return int(known.get("WIDTH", 0)), int(known.get("HEIGHT", 0))


def the_only_window(program: Running, *, small: bool) -> str:
    """The one window of the program that can be seen, once it is the small or the large one and has the keyboard."""

    def found() -> str:
        windows = [window for window in program.screen.windows_of(program.process.pid) if size_of(program.screen, window)[0] > 100]
        if len(windows) != 1 or (size_of(program.screen, windows[0])[0] < 600) is not small:
            return ""
        return windows[0] if program.screen.tool("getwindowfocus", check=False) == windows[0] else ""

    return wait_for(found, "the small window alone" if small else "the large window alone")


def walked_s(folder: Path) -> float:
    """How far the walk under way has come by its last checkpoint; 0 without one."""
    with closing(open_read_only(folder / DIARY_FILE)) as connection:
        row = connection.execute("SELECT walked_s FROM checkpoint").fetchone()
    return float(row[0]) if row else 0.0


def test_it_stays_before_others_while_the_walk_goes_on_and_leads_back_by_key_and_by_closing(screen: Screen, tmp_path: Path) -> None:
    folder = ready_to_walk(tmp_path / "diary")
    with screen.run(folder, "--now", NOW, "--speed", "20") as program:
        program.press("Return")
        wait_for(lambda: walked_s(folder), "the walk to begin")
        program.press("m")
        window = the_only_window(program, small=True)
        assert "_NET_WM_STATE_ABOVE" in state_of(screen, window)
        before_s = walked_s(folder)
        wait_for(lambda: walked_s(folder) > before_s, "the walk to go on")
        program.press("m")
        the_only_window(program, small=False)
        program.press("F11")
        wait_for(lambda: "FULLSCREEN" in state_of(screen, the_only_window(program, small=False)), "the full screen")
        program.press("m")
        the_only_window(program, small=True)
        program.press("alt+F4")
        wait_for(lambda: "FULLSCREEN" in state_of(screen, the_only_window(program, small=False)), "the full screen again")
        program.press("m")
        the_only_window(program, small=True)
        program.press("ctrl+q")
        assert (program.ended(), program.said()) == (0, "")
    assert walked_s(folder) > 0
