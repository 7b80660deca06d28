"""The real program in a real window, as a process: a day by keyboard, closed, killed, opened again, started where it cannot."""

import os
import random
import signal
import socket
import stat
import subprocess
import sys
import time
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desktop.diaries import NINE, ready_to_walk, today_at
from tests.desktop.screen import PATIENCE_S, ROOT, Screen, wait_for
from walkcoach.adapters.log_file import LOG_FILE
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.connection import open_read_only
from walkcoach.adapters.storage.files import BACKUP_FOLDER
from walkcoach.services.today import TodayState

pytestmark = pytest.mark.desktop

NOW = "2026-01-05T09:00"


def count(folder: Path, table: str) -> int:
    """How many rows a table of the diary has at this moment, seen from outside."""
    path = folder / DIARY_FILE
    if not path.exists():
        return 0
    with closing(open_read_only(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def walked_s(folder: Path) -> float:
    """How far the walk under way has come by its last checkpoint; 0 without one."""
    with closing(open_read_only(folder / DIARY_FILE)) as connection:
        row = connection.execute("SELECT walked_s FROM checkpoint").fetchone()
    return float(row[0]) if row else 0.0


def first_checkpoint(folder: Path) -> tuple[float, float]:
    """How far the walk had come by the first checkpoint that is seen, and a moment (monotonic) just before it was written."""
    begun_s = not_yet_s = time.monotonic()
    while True:
        looked_s = time.monotonic()
        found_s = walked_s(folder)
        if found_s:
            return found_s, not_yet_s
        not_yet_s = looked_s
        assert looked_s < begun_s + PATIENCE_S, "no checkpoint"


def test_a_day_by_keyboard_is_all_there_when_the_window_is_opened_again(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    with screen.run(folder, "--now", NOW, "--speed", "300") as program:
        program.press("shift+Tab", "Return")  # skip the welcome
        wait_for(lambda: count(folder, "profile"), "the welcome to be kept")
        program.press("Return")
        program.press("2", "Return", "1", "Return", "1", "Return", "1", "Return", "Return", on="Check-in")
        wait_for(lambda: count(folder, "check_in"), "the check-in before the walk")
        assert inet_sockets(program.process.pid) == []
        assert not_private(folder) == []
        wait_for(lambda: count(folder, "walk"), "the walk to end by itself")
        program.press("Return")
        keys = ("3", "Return", "3", "Return", "1", "Return", "1", "Return", "1", "Return", "1", "Return")
        program.press(*keys, "Return", "Return", on="Check-in")
        wait_for(lambda: count(folder, "check_in") == 2, "the check-in after the walk")
        program.press("alt+2")
        assert inet_sockets(program.process.pid) == []
        assert (program.close(), program.said()) == (0, "")
    assert not_private(folder) == []
    assert {DIARY_FILE, LOG_FILE, BACKUP_FOLDER} <= {path.name for path in folder.iterdir()}
    store, today, _ = today_at(folder, NINE + timedelta(days=1))
    view = today.view()
    assert [walk.walked_s for walk in store.load().walks] == [900]
    assert (view.last_walk_min, view.decision.minutes, view.state) == (15, 20, TodayState.TO_CHECK_IN)
    store.close()
    with screen.run(folder, "--now", "2026-01-06T09:00") as program:
        program.wait_for_window()
        assert (program.close(), program.said()) == (0, "")
    assert check_diary(folder / DIARY_FILE).line == "The diary is whole: 1 day, 1 walk."


def test_a_walk_killed_at_any_moment_loses_at_most_five_seconds(screen: Screen, tmp_path: Path) -> None:
    seed = random.randrange(1_000_000)
    print(f"seed {seed}")  # noqa: T201 - shown when the test fails
    chance, speed = random.Random(seed), 4.0
    for number in range(5):
        folder = ready_to_walk(tmp_path / f"diary-{number}")
        with screen.run(folder, "--now", NOW, "--speed", f"{speed:g}") as program:
            program.press("Return")
            first_s, seen_before_s = first_checkpoint(folder)
            at_s = time.monotonic() + chance.uniform(0, 1.2)
            while time.monotonic() < at_s:
                time.sleep(0.001)
            program.end_by(signal.SIGKILL if number else signal.SIGINT)
            at_most_s = first_s + (time.monotonic() - seen_before_s) * speed
        assert check_diary(folder / DIARY_FILE).whole
        if number == 4:
            with screen.run(folder, "--now", "2026-01-05T09:02") as program:
                program.press("Escape", on="A walk was cut off")
                assert (program.close(), program.said()) == (0, "")
        store, _, walking = today_at(folder, NINE + timedelta(minutes=2))
        found = walking.recovered()
        assert found is not None, f"seed {seed}, kill {number}"
        assert at_most_s - found.walked_s <= 5, f"seed {seed}, kill {number}: {found.walked_s} of {at_most_s}"
        walking.save_recovered(found)
        assert [walk.walked_s for walk in store.load().walks] == [found.walked_s]
        store.close()


def test_closing_the_window_in_a_walk_keeps_the_walk(screen: Screen, tmp_path: Path) -> None:
    folder = ready_to_walk(tmp_path / "diary")
    with screen.run(folder, "--now", NOW, "--speed", "60") as program:
        program.press("Return")
        wait_for(lambda: walked_s(folder), "the walk to begin")
        program.press("space")
        assert (program.close(), program.said()) == (0, "")
    kept_s = walked_s(folder)
    assert kept_s > 0
    store, today, walking = today_at(folder, NINE + timedelta(minutes=20))
    found = walking.recovered()
    assert found is not None
    assert (found.walked_s, today.view().state) == (kept_s, TodayState.READY_TO_WALK)
    store.close()


@pytest.mark.parametrize("obstacle", ["a file for a folder", "a folder that cannot be made", "no database", "a newer diary"])
def test_what_stands_in_the_way_is_said_in_a_sentence_and_left_alone(screen: Screen, tmp_path: Path, obstacle: str) -> None:
    folder = tmp_path / "diary"
    touched = folder
    if obstacle == "a file for a folder":
        folder.write_bytes(b"my letters")
        sentence = f"walkcoach: The folder {folder} cannot be used. Choose one that you may write to: --data-dir FOLDER.\n"
    elif obstacle == "a folder that cannot be made":
        folder = Path("/proc/no-such-place/diary")
        touched = tmp_path
        sentence = f"walkcoach: The folder {folder} cannot be used. Choose one that you may write to: --data-dir FOLDER.\n"
    elif obstacle == "no database":
        folder.mkdir()
        touched = folder / DIARY_FILE
        touched.write_bytes(b"Dear diary, today I walked.\n" * 20)
        sentence = (
            f"walkcoach: {touched} is damaged, and there is no whole backup to go back to. It has been left as it is. "
            "If you have a copy elsewhere: walkcoach restore FILE. "
            "You can also begin an empty diary; the damaged file is then kept beside it.\n"
        )
    else:
        folder = ready_to_walk(folder)
        touched = folder / DIARY_FILE
        data = bytearray(touched.read_bytes())
        data[60:64] = (99).to_bytes(4, "big")
        touched.write_bytes(data)
        sentence = (
            f"walkcoach: {touched} was written by a newer Walkcoach than this one. "
            "It has been left as it is. Install the newer Walkcoach to open it.\n"
        )
    was = touched.read_bytes() if touched.is_file() else b""
    with screen.run(folder) as program:
        program.press("Return")
        assert (program.ended(), program.said()) == (1, sentence)
    assert (touched.read_bytes() if touched.is_file() else b"") == was


@pytest.mark.parametrize("display", [None, ":987"])
def test_without_a_screen_one_line_says_so(tmp_path: Path, display: str | None) -> None:
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    if display is not None:
        environment["DISPLAY"] = display
    done = subprocess.run(
        [sys.executable, "-m", "walkcoach", "--data-dir", str(tmp_path / "diary")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("walkcoach: there is no screen here. Try `make tour`")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "diary").exists()


def not_private(folder: Path) -> list[str]:
    """All in `folder`, itself included, that others than its owner may do anything with."""
    every = [folder, *folder.rglob("*")]
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in every}
    return [f"{path}: {mode:o}" for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)]


def inet_sockets(pid: int) -> list[str]:
    """The network sockets that a process and those that it has started hold open, as the kernel knows them."""
    ours = set()
    for one in (pid, *children_of(pid)):
        for link in Path(f"/proc/{one}/fd").iterdir():
            with suppress(FileNotFoundError):
                name = str(link.readlink())
                if name.startswith("socket:["):
                    ours.add(name.removeprefix("socket:[").removesuffix("]"))
    assert ours, "there is at least the screen's own socket"
    found = []
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        table = Path(f"/proc/{pid}/net/{kind}")
        lines = table.read_text(encoding="ascii").splitlines()[1:] if table.exists() else []
        found += [f"{kind} {line.split()[1]}" for line in lines if line.split()[9] in ours]
    return found


def children_of(pid: int) -> list[int]:
    """The processes that `pid` has started."""
    return [int(one) for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()]


def test_the_look_at_the_network_sees_a_socket() -> None:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as one:
        one.bind(("127.0.0.1", 0))
        assert [found.split()[0] for found in inet_sockets(os.getpid())] == ["udp"]
