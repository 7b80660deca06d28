"""Private by build (promise R15), on the running program: no network socket, no network module, no file that others can read.

The kernel keeps the ban (`tests.no_network`); on the screen, every test of the real window runs under it, and so do the tests of
the sound's processes. What imports say, `test_architecture` looks at; here it is what a whole day loads.
"""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from tests.no_network import ENDED_BY_BAN, ban_network

ROOT: Final = Path(__file__).parent.parent
PATIENCE_S: Final = 120

NEVER_LOADED: Final = frozenset(
    {
        *("asyncio", "ftplib", "http.client", "http.server", "imaplib", "poplib", "smtplib", "socketserver", "ssl", "_ssl"),
        *("telnetlib", "urllib.request", "webbrowser", "wsgiref", "xmlrpc.client", "requests", "urllib3", "certifi"),
        *("PySide6.QtHttpServer", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets", "PySide6.QtNetworkAuth"),
    }
)

WATCHED = """
import json, sys
told = {"families": [], "asked": []}
def hear(event, arguments):
    if event == "socket.__new__":
        told["families"].append(int(arguments[1]))
    elif event.startswith(("socket.get", "socket.connect", "socket.bind", "socket.send", "urllib.", "http.", "ssl.", "smtplib.")):
        told["asked"].append([event, repr(arguments[-1])])
sys.addaudithook(hear)
from walkcoach.cli import main
told["status"] = main(sys.argv[1:])
told["modules"] = sorted(sys.modules)
print(json.dumps(told))
"""
"""The program, with an ear to all that Python's own library does with sockets."""


def prepared() -> None:
    """No network, and a umask that protects nothing."""
    os.umask(0)
    ban_network()


def run(words: Sequence[str], home: Path, typed: str = "") -> "subprocess.CompletedProcess[str]":
    """Python with these words, under the ban."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment,
        preexec_fn=prepared,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_PACKET"])
def test_the_ban_ends_whoever_makes_a_network_socket_and_whatever_he_has_started(family: str, tmp_path: Path) -> None:
    attempt = f"import socket; socket.socket(socket.{family}, socket.SOCK_DGRAM)"
    assert run(["-c", attempt], tmp_path).returncode == ENDED_BY_BAN
    by_a_child = f"import subprocess, sys; print(subprocess.run([sys.executable, '-c', '{attempt}']).returncode)"
    assert run(["-c", by_a_child], tmp_path).stdout == f"{ENDED_BY_BAN}\n"


def test_the_ban_reaches_below_python_too(tmp_path: Path) -> None:
    udp = "from PySide6.QtNetwork import QUdpSocket, QHostAddress; QUdpSocket().bind(QHostAddress('127.0.0.1'), 0)"
    assert run(["-c", udp], tmp_path).returncode == ENDED_BY_BAN


def test_the_ban_leaves_local_sockets_alone(tmp_path: Path) -> None:
    assert run(["-c", "import socket; socket.socket(socket.AF_UNIX)"], tmp_path).returncode == 0


def test_a_whole_day_makes_no_network_socket_asks_for_no_address_and_loads_no_network_module(tmp_path: Path) -> None:
    done = run(["-c", WATCHED, "--self-test"], tmp_path)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["status"] == 0, done.stdout
    assert (told["families"], told["asked"]) == ([], [])
    assert NEVER_LOADED & set(told["modules"]) == set()
    assert {"walkcoach.app", "walkcoach.ui.charts.chart"} <= set(told["modules"])  # it was a day with everything in it


def test_the_ear_hears_what_it_is_to_hear(tmp_path: Path) -> None:
    attempt = WATCHED.replace("from walkcoach.cli import main\n", "import socket, ssl; main = lambda words: ask(socket)\n")
    asking = "def ask(socket):\n    one = socket.socket(socket.AF_UNIX)\n    one.connect_ex('nowhere')\n    return 0\n"
    told = json.loads(run(["-c", asking + attempt], tmp_path).stdout)
    assert told["families"] == [1]
    assert [event for event, _ in told["asked"]] == ["socket.connect"]
    assert "ssl" in NEVER_LOADED & set(told["modules"])


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (["-m", "walkcoach", "--sound-player", str(ROOT / "resources" / "sounds")], "play brisk 1 0\nquit\n"),
        (["-m", "walkcoach", "--sound-voice", "en_GB"], "say 1 Brisk now\nquit\n"),
        (["-m", "walkcoach", "tour", "{home}/tour"], ""),
    ],
)
def test_what_else_the_program_runs_as_makes_no_network_socket_either(words: list[str], typed: str, tmp_path: Path) -> None:
    done = run([word.format(home=tmp_path) for word in words], tmp_path, typed)
    assert done.returncode == 0, done.stderr


def not_private(folder: Path) -> list[str]:
    """All in `folder`, itself included, that others than its owner may do anything with."""
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    return [f"{path}: {mode:o}" for path, mode in modes.items() if mode & 0o077]


def test_whatever_the_command_line_writes_into_the_data_folder_is_private(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    command = ["-m", "walkcoach", "--data-dir", str(folder)]
    assert run([*command, "sample", "--weeks", "2"], tmp_path).returncode == 0
    assert run([*command, "backup"], tmp_path).returncode == 0
    (backup,) = (folder / "backups").iterdir()
    outside = tmp_path / "outside.sqlite3"
    outside.write_bytes(backup.read_bytes())
    for words in (["check"], ["restore", str(outside)], ["backup"]):
        done = run([*command, *words], tmp_path)
        assert done.returncode == 0, done.stderr
    assert not_private(folder) == []
    outside.chmod(0o644)
    assert not_private(tmp_path) != []  # it can tell
