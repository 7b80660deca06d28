"""Keeping the screen awake: the fake and the real adapter alike, and the real one on a session bus of the test's own."""

import gc
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from socket import AF_UNIX, socket
from threading import Thread
from weakref import ref

import pytest

from tests.fakes import FakeKeepAwake
from walkcoach.adapters.keep_awake import LET_GO_WITHIN_S, SystemKeepAwake
from walkcoach.adapters.no_keep_awake import NoKeepAwake
from walkcoach.services.ports import AwakeState, KeepAwake

PATIENCE_S = 10
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the session bus is how Linux does it")

SAVER = """
from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import Proxy, open_dbus_connection
import sys

refuses = sys.argv[1] == "refuses"
held, connection = {}, open_dbus_connection()
bus = Proxy(message_bus, connection)
bus.RequestName("org.freedesktop.ScreenSaver")
bus.AddMatch(MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged"))
print("ready", flush=True)
while True:
    message = connection.receive()
    fields = message.header.fields
    member = fields.get(HeaderFields.member)
    if member == "NameOwnerChanged" and not message.body[2] and held.pop(message.body[0], None):
        print("gone", flush=True)
    if message.header.message_type is not MessageType.method_call:
        continue
    if member == "Inhibit" and refuses:
        connection.send(new_error(message, "org.freedesktop.DBus.Error.AccessDenied"))
    elif member == "Inhibit":
        held[fields[HeaderFields.sender]] = True
        connection.send(new_method_return(message, "u", (7,)))
        print("held", *message.body, sep="|", flush=True)
    elif member == "UnInhibit":
        held.pop(fields[HeaderFields.sender], None)
        connection.send(new_method_return(message))
        print("released", *message.body, sep="|", flush=True)
"""

WALKER = """
from walkcoach.adapters.keep_awake import SystemKeepAwake
import sys
awake = SystemKeepAwake()
awake.hold()
sys.stdin.read()
"""


class Litter:
    """Something that only a collection of garbage takes away."""

    def __init__(self) -> None:
        self.itself = self


class Desktop:
    """A session bus, with a desktop on it that is asked to keep the screen awake and says what it was asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[str]] = []
        self._said: Queue[str] = Queue()
        command = ["dbus-daemon", "--session", "--nofork", "--print-address=1", f"--address=unix:path={folder / 'bus'}"]
        bus = self.run(command)
        assert bus.stdout is not None
        self.address = bus.stdout.readline().strip()
        self.bus = bus

    def run(self, command: list[str]) -> "subprocess.Popen[str]":
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self._processes.append(process)
        return process

    def answer(self, how: str) -> None:
        """Have somebody on the bus who `grants` or `refuses`."""
        saver = self.run([sys.executable, "-c", SAVER, how])
        reader = Thread(target=self._listen, args=(saver,), daemon=True)
        reader.start()
        assert self.hears() == "ready"

    def _listen(self, saver: "subprocess.Popen[str]") -> None:
        assert saver.stdout is not None
        for line in saver.stdout:
            self._said.put(line.strip())

    def hears(self) -> str:
        """What the desktop was asked next."""
        return self._said.get(timeout=PATIENCE_S)

    def hears_nothing(self) -> bool:
        try:
            self._said.get_nowait()
        except Empty:
            return True
        return False

    def stop(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.communicate()


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("needs dbus-daemon")
    desktop = Desktop(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.address)
    yield desktop
    desktop.stop()


@pytest.fixture
def awake() -> Iterator[SystemKeepAwake]:
    awake = SystemKeepAwake()
    yield awake
    awake.release()


def until_answered(awake: KeepAwake) -> AwakeState:
    """What the desktop said, once it has said anything."""
    end = time.monotonic() + PATIENCE_S
    while awake.state() is AwakeState.NOT_ASKED and time.monotonic() < end:
        time.sleep(0.005)
    return awake.state()


def open_files() -> int:
    """How many files and sockets this process has open."""
    return sum(1 for _file in Path("/proc/self/fd").iterdir())


def real(said: AwakeState) -> Callable[[pytest.MonkeyPatch], KeepAwake]:
    """The real adapter, on a system that grants or refuses."""

    def make(monkeypatch: pytest.MonkeyPatch) -> KeepAwake:
        monkeypatch.setenv("WAKEPY_FAKE_SUCCESS" if said is AwakeState.KEPT else "WAKEPY_FORCE_FAILURE", "yes")
        return SystemKeepAwake()

    return make


def fake(said: AwakeState) -> Callable[[pytest.MonkeyPatch], KeepAwake]:
    return lambda _monkeypatch: FakeKeepAwake(said)


@pytest.mark.parametrize("make", [real, fake])
@pytest.mark.parametrize("said", [AwakeState.KEPT, AwakeState.REFUSED])
def test_it_says_what_became_of_it_while_it_is_held_and_nothing_else(
    make: Callable[[AwakeState], Callable[[pytest.MonkeyPatch], KeepAwake]],
    said: AwakeState,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    awake = make(said)(monkeypatch)
    assert awake.state() is AwakeState.NOT_ASKED
    awake.release()
    for _round in range(3):
        awake.hold()
        awake.hold()
        assert until_answered(awake) is said
        awake.release()
        awake.release()
        assert awake.state() is AwakeState.NOT_ASKED
    assert capfd.readouterr() == ("", "")


def test_a_program_that_nobody_walks_in_front_of_asks_nobody() -> None:
    awake = NoKeepAwake()
    awake.hold()
    assert awake.state() is AwakeState.NOT_ASKED
    awake.release()


@LINUX
def test_the_desktop_is_asked_in_our_name_and_told_when_it_is_over(desktop: Desktop, awake: SystemKeepAwake) -> None:
    desktop.answer("grants")
    awake.hold()
    assert desktop.hears() == "held|Walkcoach|A walk is under way"
    assert until_answered(awake) is AwakeState.KEPT
    awake.release()
    assert desktop.hears() == "released|7"
    awake.hold()
    assert desktop.hears().startswith("held")
    awake.release()
    assert desktop.hears() == "released|7"


@LINUX
def test_asked_twice_the_desktop_hears_it_once(desktop: Desktop, awake: SystemKeepAwake) -> None:
    desktop.answer("grants")
    awake.hold()
    assert desktop.hears().startswith("held")
    awake.hold()
    awake.release()
    assert desktop.hears() == "released|7"
    assert desktop.hears_nothing()


@LINUX
def test_a_program_that_is_killed_lets_go(desktop: Desktop) -> None:
    desktop.answer("grants")
    walker = desktop.run([sys.executable, "-c", WALKER])
    assert desktop.hears().startswith("held")
    os.kill(walker.pid, signal.SIGKILL)
    assert desktop.hears() == "gone"


@LINUX
@pytest.mark.parametrize("how", ["refuses", "nobody"])
def test_a_refusal_is_a_state_and_leaves_nothing_open(
    desktop: Desktop, awake: SystemKeepAwake, how: str, capfd: pytest.CaptureFixture[str]
) -> None:
    if how == "refuses":
        desktop.answer(how)
    open_before = open_files()
    awake.hold()
    assert until_answered(awake) is AwakeState.REFUSED
    assert open_files() == open_before
    assert capfd.readouterr() == ("", "")


@LINUX
@pytest.mark.parametrize("address", [None, "", "unix:path=/nonexistent/bus", "nonsense", "tcp:host=localhost,port=1"])
def test_without_a_session_bus_nothing_is_said_aloud_and_none_is_started(
    address: str | None, awake: SystemKeepAwake, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    awake.hold()
    assert until_answered(awake) is AwakeState.REFUSED
    assert "DBUS_SESSION_BUS_ADDRESS" not in os.environ or os.environ["DBUS_SESSION_BUS_ADDRESS"] == address
    assert capfd.readouterr() == ("", "")


@LINUX
def test_a_desktop_that_goes_away_meanwhile_is_no_trouble(
    desktop: Desktop, awake: SystemKeepAwake, capfd: pytest.CaptureFixture[str]
) -> None:
    desktop.answer("grants")
    awake.hold()
    assert until_answered(awake) is AwakeState.KEPT
    desktop.bus.kill()
    desktop.bus.wait(PATIENCE_S)
    awake.release()
    assert awake.state() is AwakeState.NOT_ASKED
    assert capfd.readouterr() == ("", "")


@LINUX
def test_a_bus_that_does_not_answer_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bus"
    with socket(AF_UNIX) as deaf:
        deaf.bind(str(path))
        deaf.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={path}")
        awake = SystemKeepAwake()
        begun_s = time.monotonic()
        awake.hold()
        assert awake.state() is AwakeState.NOT_ASKED
        awake.release()
        assert time.monotonic() - begun_s < LET_GO_WITHIN_S + 0.3
        assert awake.state() is AwakeState.NOT_ASKED


@LINUX
def test_what_the_window_has_left_behind_is_not_swept_up_in_another_thread(desktop: Desktop, awake: SystemKeepAwake) -> None:
    desktop.answer("grants")
    gc.collect()
    gc.disable()
    try:
        litter = Litter()
        left_behind = ref(litter)
        del litter
        awake.hold()
        assert until_answered(awake) is AwakeState.KEPT
        awake.release()
        assert desktop.hears() == "held|Walkcoach|A walk is under way"
        assert desktop.hears() == "released|7"
        assert left_behind() is not None
    finally:
        gc.enable()
