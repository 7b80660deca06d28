"""A second start of the real program: the window that is open comes to the front, however far away it was; or it says why not."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.diaries import ready_to_walk
from tests.desktop.screen import PATIENCE_S, ROOT, Running, Screen, wait_for
from tests.desktop.test_the_real_window import count
from tests.desktop.test_the_small_window import state_of, the_only_window, walked_s
from walkcoach.adapters.diary_lock import LOCK_FILE
from walkcoach.adapters.erase import PENDING_FILE

pytestmark = pytest.mark.desktop

NOW = "2026-01-05T09:00"
CAME = "Walkcoach is open already, and its window has come to the front.\n"


def start_again(screen: Screen, folder: Path) -> tuple[int, str, str]:
    """Start the program a second time, as the menu does; its exit status and all that it said."""
    done = subprocess.run(
        [sys.executable, "-m", "walkcoach", "--data-dir", str(folder)],
        cwd=ROOT,
        env=screen.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    return done.returncode, done.stdout, done.stderr


def window_of(program: Running) -> str:
    """The number of the program's window, once it has the keyboard."""
    program.wait_for_window()
    return program.screen.tool("getwindowfocus")


def has_keyboard(screen: Screen, window: str) -> bool:
    return screen.tool("getwindowfocus", check=False) == window


def sockets_in(folder: Path) -> set[Path]:
    return {path for path in folder.iterdir() if path.is_socket()}


def test_a_minimised_window_comes_back_and_has_the_keyboard(screen: Screen, tmp_path: Path) -> None:
    folder = ready_to_walk(tmp_path / "diary")
    with screen.run(folder, "--now", NOW) as program:
        window = window_of(program)
        screen.tool("windowminimize", window)
        wait_for(lambda: "_NET_WM_STATE_HIDDEN" in state_of(screen, window), "the window to be minimised")
        assert start_again(screen, folder) == (0, CAME, "")
        wait_for(lambda: "_NET_WM_STATE_HIDDEN" not in state_of(screen, window), "the window to come back")
        wait_for(lambda: has_keyboard(screen, window), "the keyboard")
        assert (program.close(), program.said()) == (0, "")


def test_a_window_behind_another_comes_before_it_as_large_as_it_was(screen: Screen, tmp_path: Path) -> None:
    folder, other = ready_to_walk(tmp_path / "diary"), ready_to_walk(tmp_path / "other")
    with screen.run(folder, "--now", NOW) as program:
        window = window_of(program)
        program.press("F11")
        wait_for(lambda: "FULLSCREEN" in state_of(screen, window), "the full screen")
        with screen.run(other, "--now", NOW) as stranger:
            before_it = window_of(stranger)
            assert before_it != window
            assert start_again(screen, folder) == (0, CAME, "")
            wait_for(lambda: has_keyboard(screen, window), "the keyboard")
            assert "FULLSCREEN" in state_of(screen, window)
        assert (program.close(), program.said()) == (0, "")


def test_a_walk_in_the_small_window_goes_on_in_the_large_one(screen: Screen, tmp_path: Path) -> None:
    folder = ready_to_walk(tmp_path / "diary")
    with screen.run(folder, "--now", NOW, "--speed", "20") as program:
        program.press("Return")
        wait_for(lambda: walked_s(folder), "the walk to begin")
        program.press("m")
        the_only_window(program, small=True)
        assert start_again(screen, folder) == (0, CAME, "")
        the_only_window(program, small=False)
        before_s = walked_s(folder)
        wait_for(lambda: walked_s(folder) > before_s, "the walk to go on")
        assert (program.close(), program.said()) == (0, "")


def test_a_window_that_hangs_cannot_come_and_the_second_start_says_so(screen: Screen, tmp_path: Path) -> None:
    folder = ready_to_walk(tmp_path / "diary")
    with screen.run(folder, "--now", NOW) as program:
        program.wait_for_window()
        os.kill(program.process.pid, signal.SIGSTOP)
        try:
            with screen.run(folder) as second:
                second.press("Return")
                assert second.ended() == 1
                assert second.said() == (
                    f"walkcoach: Walkcoach is open already on {folder}. "
                    "Use the window that is open, or start with another folder: --data-dir FOLDER.\n"
                )
        finally:
            os.kill(program.process.pid, signal.SIGCONT)
        assert (program.close(), program.said()) == (0, "")


def test_a_window_that_was_killed_stands_in_nobodys_way(screen: Screen, tmp_path: Path) -> None:
    folder = ready_to_walk(tmp_path / "diary")
    before = sockets_in(screen.home)
    with screen.run(folder, "--now", NOW) as program:
        program.wait_for_window()
        wait_for(lambda: bool(sockets_in(screen.home) - before), "somebody to answer")
        program.end_by(signal.SIGKILL)
    assert (folder / LOCK_FILE).exists()
    assert len(sockets_in(screen.home) - before) == 1
    with screen.run(folder, "--now", NOW) as program:
        window = window_of(program)
        screen.tool("windowminimize", window)
        assert start_again(screen, folder) == (0, CAME, "")
        wait_for(lambda: has_keyboard(screen, window), "the keyboard")
        assert (program.close(), program.said()) == (0, "")
    assert not (folder / LOCK_FILE).exists()
    assert sockets_in(screen.home) == before


def test_deleting_that_was_cut_off_is_finished_before_the_window_opens(screen: Screen, tmp_path: Path) -> None:
    folder = ready_to_walk(tmp_path / "diary")
    (folder / PENDING_FILE).touch(mode=0o600)
    with screen.run(folder, "--now", NOW) as program:
        program.wait_for_window()
        assert not (folder / PENDING_FILE).exists()
        assert count(folder, "check_in") == 0
        assert (program.close(), program.said()) == (0, "")
