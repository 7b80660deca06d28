"""One window on one diary: real locks, real sockets, and second starts that are real processes."""

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from walkcoach.adapters.diary_lock import LOCK_FILE, DiaryLock, OpenAlready
from walkcoach.adapters.single_instance import answer, only_window, socket_places
from walkcoach.services.errors import Trouble
from walkcoach.wording import trouble

ROOT = Path(__file__).parents[2]
PATIENCE_S = 30

SECOND = """
import sys
from pathlib import Path
from walkcoach.adapters.diary_lock import OpenAlready
from walkcoach.adapters.single_instance import only_window
try:
    got = only_window(Path(sys.argv[1]), int(sys.argv[2]))
    print("came forward" if got is None else "owner")
except OpenAlready as told:
    print(told.what)
"""
"""A second start, as far as it matters here."""

OWNER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from walkcoach.adapters.diary_lock import DiaryLock
from walkcoach.adapters.single_instance import answer
app = QCoreApplication([])
instance = DiaryLock(Path(sys.argv[1]))
answer(instance, lambda: print("forward", flush=True))
print("ready", flush=True)
app.exec()
"""
"""A window, as far as it matters here."""

HOLDER = """
import sys
from pathlib import Path
from walkcoach.adapters.diary_lock import DiaryLock
with DiaryLock(Path(sys.argv[1])):
    print("held")
"""
"""The command line while it writes."""


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder whose path is short enough for sockets; in it a `diary`, and a `run` for the sockets of this session."""
    made = Path(tempfile.mkdtemp(prefix="wc-"))
    for name in ("diary", "run"):
        (made / name).mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(made / "run"))
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def folder(place: Path) -> Path:
    """The data folder."""
    return place / "diary"


def start(script: str, *words: object, environment: dict[str, str] | None = None) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", script, *map(str, words)]
    settings = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    return subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def ended(process: "subprocess.Popen[str]") -> str:
    """What it has said by its end."""
    said, _ = process.communicate(timeout=PATIENCE_S)
    return said


def second_start(folder: Path, patience_ms: int = 10_000) -> str:
    return ended(start(SECOND, folder, patience_ms))


def second_start_beside(qtbot: QtBot, folder: Path, environment: dict[str, str] | None = None) -> str:
    """A second start while the owner in this process runs its event loop."""
    process = start(SECOND, folder, 10_000, environment=environment)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=PATIENCE_S * 1000)
    return ended(process)


def knock(qtbot: QtBot, folder: Path, words: bytes) -> bytes:
    """Say `words` at the owner's door as any program of this person could; what comes back until it is closed."""
    with closing(socket.socket(socket.AF_UNIX)) as guest:
        guest.connect(socket_places(folder)[0])
        guest.sendall(words)
        guest.setblocking(False)
        heard = [b"not closed"]

        def closed() -> bool:
            try:
                heard[:] = [*heard, guest.recv(100)]
            except BlockingIOError:
                return False
            except ConnectionResetError:
                heard.append(b"")
            return heard[-1] == b""

        qtbot.waitUntil(closed)
        return b"".join(heard[1:])


def test_a_second_start_has_the_first_come_forward_once_and_each_time(qtbot: QtBot, folder: Path) -> None:
    came: list[str] = []
    with DiaryLock(folder) as instance:
        answer(instance, lambda: came.append("forward"))
        assert second_start_beside(qtbot, folder) == "came forward\n"
        assert came == ["forward"]
        assert second_start_beside(qtbot, folder) == "came forward\n"
        assert came == ["forward"] * 2


def test_an_owner_that_hangs_is_not_waited_for_and_the_sentence_is_said(qapp: QApplication, folder: Path) -> None:
    with DiaryLock(folder) as instance:
        answer(instance, lambda: None)  # it listens, but nothing runs its event loop
        assert second_start(folder, 300) == f"{trouble.open_already(str(folder))[0]}\n"


def test_an_owner_that_does_not_listen_is_no_window_and_the_sentence_is_said(folder: Path) -> None:
    with DiaryLock(folder), pytest.raises(OpenAlready, match="Walkcoach is open already on"):
        only_window(folder, 100)


def test_a_window_that_opens_while_another_lets_go_waits_for_it(folder: Path) -> None:
    holder = DiaryLock(folder)
    process = start("print('waits', flush=True)\n" + SECOND, folder, 10_000)
    assert process.stdout is not None
    assert process.stdout.readline() == "waits\n"
    holder.release()
    assert ended(process) == "owner\n"


def test_after_a_sigkill_nothing_stands_in_the_way(qtbot: QtBot, folder: Path) -> None:
    owner = start(OWNER, folder)
    assert owner.stdout is not None
    assert owner.stdout.readline() == "ready\n"
    left_over = Path(socket_places(folder)[0])
    assert left_over.is_socket()
    owner.send_signal(signal.SIGKILL)
    ended(owner)
    assert ((folder / LOCK_FILE).exists(), left_over.is_socket()) == (True, True)
    instance = only_window(folder, 0)
    assert instance is not None
    came: list[str] = []
    answer(instance, lambda: came.append("forward"))
    assert second_start_beside(qtbot, folder) == "came forward\n"
    assert came == ["forward"]
    instance.release()
    assert not left_over.exists()


def test_letting_go_leaves_nothing_and_lets_the_next_one_in(qapp: QApplication, place: Path, folder: Path) -> None:
    instance = DiaryLock(folder)
    answer(instance, lambda: None)
    instance.release()
    instance.release()
    assert [path.name for path in (*folder.iterdir(), *(place / "run").iterdir())] == []
    with DiaryLock(folder), pytest.raises(OpenAlready):
        DiaryLock(folder)


def test_the_command_line_holds_the_diary_without_any_application(folder: Path) -> None:
    assert ended(start(HOLDER, folder)) == "held\n"
    with DiaryLock(folder):
        assert "OpenAlready" in ended(start(HOLDER, folder)).splitlines()[-1]


def test_the_door_is_a_local_socket_for_this_person_alone(qapp: QApplication, place: Path, folder: Path) -> None:
    with DiaryLock(folder) as instance:
        answer(instance, lambda: None)
        (door,) = (place / "run").iterdir()
        assert door.is_socket()
        assert str(door) == socket_places(folder)[0]
        assert stat.S_IMODE(door.stat().st_mode) & 0o077 == 0
        kinds = {one.family for one in sockets_of_this_process()}
        assert kinds == {socket.AF_UNIX}


def sockets_of_this_process() -> list[socket.socket]:
    found = []
    for link in Path("/proc/self/fd").iterdir():
        try:
            if str(link.readlink()).startswith("socket:"):
                found.append(socket.socket(fileno=os.dup(int(link.name))))
        except OSError:
            continue
    for one in found:
        one.close()
    return found


def test_without_a_session_folder_the_door_lies_in_the_data_folder(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert socket_places(folder) == (str(folder / "walkcoach.socket"),)
    came: list[str] = []
    with DiaryLock(folder) as instance:
        answer(instance, lambda: came.append("forward"))
        assert second_start_beside(qtbot, folder) == "came forward\n"
    assert came == ["forward"]


@pytest.mark.parametrize("mode", [0o770, 0o777, 0o1777])
def test_a_place_where_others_may_put_things_is_not_used(place: Path, folder: Path, mode: int) -> None:
    (place / "run").chmod(mode)
    assert socket_places(folder) == (str(folder / "walkcoach.socket"),)
    folder.chmod(mode)
    assert socket_places(folder) == ()


def test_a_path_too_long_for_a_socket_is_not_tried_and_the_lock_holds(place: Path, folder: Path) -> None:
    deep = folder / ("ä" * 60) / ("x" * 60)
    deep.mkdir(parents=True)
    (place / "run").rmdir()
    assert socket_places(deep) == ()
    with DiaryLock(deep) as instance:
        answer(instance, lambda: None)
        with pytest.raises(OpenAlready):
            only_window(deep, 0)


def test_two_diaries_have_two_doors_and_one_by_two_names_has_one(place: Path, folder: Path) -> None:
    (place / "link").symlink_to(folder)
    (place / "other").mkdir()
    assert socket_places(place / "link")[0] == socket_places(folder)[0]
    assert socket_places(place / "other")[0] != socket_places(folder)[0]


@pytest.mark.parametrize("words", [b"\n", b"hello\n", b"come-forwards\n", b"\x00" * 2000, b"come-forward" * 200 + b"\n"])
def test_who_says_something_else_is_shown_the_door(words: bytes, qtbot: QtBot, folder: Path) -> None:
    came: list[str] = []
    with DiaryLock(folder) as instance:
        answer(instance, lambda: came.append("forward"))
        assert knock(qtbot, folder, words) == b""
        assert came == []
        assert knock(qtbot, folder, b"come-forward\n") == b"here\n"
        assert came == ["forward"]


def test_what_the_desktop_says_of_the_second_start_is_handed_on(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "an older one")
    with DiaryLock(folder) as instance:
        seen: list[str] = []
        answer(instance, lambda: seen.append(os.environ["XDG_ACTIVATION_TOKEN"]))
        assert second_start_beside(qtbot, folder, {"XDG_ACTIVATION_TOKEN": "word-17"}) == "came forward\n"
        assert seen == ["word-17"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no file system that is always full")
def test_a_disk_without_room_for_the_lock_is_told_and_nothing_is_opened_without_one() -> None:
    with pytest.raises(Trouble, match="no room left"):
        DiaryLock(Path("/proc"))


def test_who_has_nothing_left_to_show_answers_no_more_and_keeps_the_lock(qtbot: QtBot, folder: Path) -> None:
    came: list[str] = []
    with DiaryLock(folder) as instance:
        answer(instance, lambda: came.append("forward"))
        assert knock(qtbot, folder, b"come-forward\n") == b"here\n"
        instance.answer_no_more()
        with pytest.raises(OpenAlready):
            only_window(folder, 0)
        assert instance.held
    assert came == ["forward"]
