"""Sound on a sound server of the test's own: what the player's process plays is recorded and looked at."""

import os
import shutil
import subprocess
import sys
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from walkcoach.adapters.paths import resource_folder
from walkcoach.adapters.sound.player import LOST

SOUNDS = resource_folder() / "sounds"
RATE_HZ = 8000
LOUD = 600
QUIET_S = 0.25
TIMEOUT_S = 30

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("pulseaudio", "parec", "pactl"))), reason="needs PulseAudio: pulseaudio and pulseaudio-utils"
)


class Server:
    """A sound server with one device that nobody hears, and a recording of what it plays."""

    def __init__(self, folder: Path) -> None:
        self._recording = folder / "heard.raw"
        socket = folder / "native"
        self.environment: Mapping[str, str] = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{socket}",
        }
        modules = ("module-null-sink sink_name=ear norewinds=1", f"module-native-protocol-unix socket={socket} auth-anonymous=1")
        options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        self._processes = [self._run("pulseaudio", *options, *(word for module in modules for word in ("-L", module)))]
        while subprocess.run(["pactl", "info"], env=self.environment, capture_output=True, check=False).returncode:
            assert self._processes[0].poll() is None, "the sound server did not start"
        record = ("parec", "-d", "ear.monitor", "--latency-msec=20", "--raw", f"--rate={RATE_HZ}", "--channels=1")
        self._processes.append(self._run(*record, "--format=s16le", str(self._recording)))

    def _run(self, *command: str) -> "subprocess.Popen[bytes]":
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, env=self.environment, stdin=quiet, stdout=quiet, stderr=quiet)

    def stop(self) -> None:
        while self._processes:
            process = self._processes.pop()
            process.terminate()
            process.wait(TIMEOUT_S)

    def tones(self) -> list[float]:
        """How long each sound lasted, in seconds; there are `QUIET_S` of quiet or more between two."""
        samples = array("h", self._recording.read_bytes())
        loud = [index / RATE_HZ for index, value in enumerate(samples) if abs(value) > LOUD]
        lengths: list[float] = []
        began_s = last_s = -1.0
        for moment_s in loud:
            if moment_s - last_s > QUIET_S or began_s < 0:
                lengths.append(0.0)
                began_s = moment_s
            lengths[-1], last_s = moment_s - began_s, moment_s
        return lengths


class Player:
    """The player's process, spoken to in lines."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "walkcoach.adapters.sound.player", str(SOUNDS)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def says(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def hang_up(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()

    def ended(self) -> int:
        """The exit status, when it has come to its end by itself."""
        return self._process.wait(TIMEOUT_S)

    def leave(self) -> None:
        self._process.kill()
        self._process.wait(TIMEOUT_S)
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()


@contextmanager
def player_of(server: Server) -> Iterator[Player]:
    player = Player(server.environment)
    try:
        yield player
    finally:
        player.leave()


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("pulse"))
    yield server
    server.stop()


def test_every_tone_is_heard_whole_before_the_process_ends(server: Server) -> None:
    with player_of(server) as player:
        assert player.says() == "ready"
        for number, cue in enumerate(("normal", "brisk", "end")):
            player.tell(f"play {cue} {number} 0")
            assert player.says() == f"played {cue} {number}"
        player.tell("quit")
        assert player.ended() == 0
    server.stop()
    normal_s, brisk_s, end_s = server.tones()
    assert 0.4 < brisk_s < 0.6
    assert 0.4 < normal_s < 0.8
    assert 1.2 < end_s < 2.4


def test_of_the_tones_that_wait_for_another_only_the_newest_is_played(server: Server) -> None:
    with player_of(server) as player:
        assert player.says() == "ready"
        for number, cue in enumerate(("end", "normal", "brisk")):
            player.tell(f"play {cue} {number} 0")
        player.tell("quit")
        assert [player.says() for _ in range(4)] == ["played end 0", "dropped normal 1", "played brisk 2", ""]
        assert player.ended() == 0


def test_volume_nought_is_silence(server: Server) -> None:
    with player_of(server) as player:
        assert player.says() == "ready"
        player.tell("volume 0")
        player.tell("play end 1 0")
        player.tell("quit")
        assert player.ended() == 0
    server.stop()
    assert server.tones() == []


def test_when_the_sound_server_dies_the_process_says_so_and_ends(server: Server) -> None:
    with player_of(server) as player:
        assert player.says() == "ready"
        server.stop()
        assert player.says() == "none"
        assert player.ended() in {0, LOST}


def test_when_the_program_is_gone_the_process_ends_too(server: Server) -> None:
    with player_of(server) as player:
        assert player.says() == "ready"
        player.hang_up()
        assert player.ended() == 0
