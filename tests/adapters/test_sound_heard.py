"""Sound on a sound server of the test's own: what the player's process plays is recorded and looked at.

None of these tests is ever skipped on Linux: a machine without the server is told which command brings it.
"""

import os
import subprocess
import sys
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest

from system_libraries import Purpose, command_to_type, is_here, missing
from tests.no_network import ban_network
from walkcoach.adapters.paths import resource_folder
from walkcoach.adapters.sound.player import LOST

SOUNDS = resource_folder() / "sounds"
RATE_HZ = 8000
LOUD = 600
QUIET_S = 0.25
TIMEOUT_S = 30
PROGRAMS = frozenset({"pulseaudio", "parec"})

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="PulseAudio is a server of Linux")


class Server:
    """A sound server with one device that nobody hears, and a recording of what it plays."""

    def __init__(self, folder: Path) -> None:
        lacking = missing(Purpose.TEST, lambda need: need.name not in PROGRAMS or is_here(need))
        if lacking:
            pytest.fail(f"no sound server to test with; please type: {command_to_type(lacking, ['apt-get'], as_root=False)}")
        self._recording = folder / "heard.raw"
        self._socket = socket = folder / "native"
        # Without the desktop's bus, on which the desktop's own server has taken the name.
        self.environment: Mapping[str, str] = {
            **{name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"},
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{socket}",
        }
        self.start()

    def start(self) -> None:
        """Start it, and begin a new recording."""
        modules = (
            "module-null-sink sink_name=ear norewinds=1",
            f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
        )
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

    def hear_out(self, sounds: int) -> None:
        """Wait until so many sounds have been recorded."""
        while len(self.starts()) <= sounds:
            assert self._processes[-1].poll() is None

    def starts(self) -> list[float]:
        """When each sound began, in seconds."""
        return [began_s for began_s, _ in self._sounds()]

    def tones(self, quiet_s: float = QUIET_S) -> list[float]:
        """How long each sound lasted, in seconds; there are `quiet_s` of quiet or more between two."""
        return [length_s for _, length_s in self._sounds(quiet_s)]

    def _sounds(self, quiet_s: float = QUIET_S) -> list[tuple[float, float]]:
        data = self._recording.read_bytes()
        samples = array("h", data[: len(data) // 2 * 2])
        loud = [index / RATE_HZ for index, value in enumerate(samples) if abs(value) > LOUD]
        sounds: list[tuple[float, float]] = []
        last_s = -1.0
        for moment_s in loud:
            if not sounds or moment_s - last_s > quiet_s:
                sounds.append((moment_s, 0.0))
            began_s, last_s = sounds[-1][0], moment_s
            sounds[-1] = (began_s, moment_s - began_s)
        return sounds


VOICE = """
import sys
print("voice", flush=True)
for line in sys.stdin:
    word, _, rest = line.partition(" ")
    if word == "say":
        number = rest.split()[0]
        open(sys.argv[1], "a").write(line)
        print("began", number, flush=True)
        print("ended", number, flush=True)
"""
"""A voice that only writes down what it is to speak."""


class Player:
    """The player's process, spoken to in lines."""

    def __init__(self, environment: Mapping[str, str], *voice: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "walkcoach.adapters.sound.player", str(SOUNDS), *voice],
            env=environment,
            preexec_fn=ban_network,  # to play is no reason to touch the network
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
def player_of(server: Server, *voice: str) -> Iterator[Player]:
    player = Player(server.environment, *voice)
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


def test_a_change_cuts_a_warning_and_is_heard_whole(server: Server) -> None:
    with player_of(server) as player:
        assert player.says() == "ready"
        player.tell("play soon 1 0\nplay soon 2 999999999\nplay brisk 3 999999999\nquit")
        said = [player.says() for _ in range(5)]
        assert said == ["dropped soon 1", "played soon 2", "cut soon 2", "played brisk 3", ""]
        assert player.ended() == 0
    server.stop()
    assert 0.4 < server.tones()[-1] < 0.9


def test_a_sentence_follows_its_tone_and_the_next_cue_follows_the_sentence(server: Server, tmp_path: Path) -> None:
    script, spoken = tmp_path / "voice.py", tmp_path / "spoken.txt"
    script.write_text(VOICE, encoding="utf-8")
    with player_of(server, sys.executable, str(script), str(spoken)) as player:
        assert player.says() == "ready"
        player.tell("speech on")
        assert player.says() == "voice"
        player.tell("play brisk 1 0 Brisk now, 3 minutes.\nplay normal 2 0 Normal now, 1 minute.\nquit")
        assert [line for line in (player.says() for _ in range(5)) if line != "voice"] == ["played brisk 1", "played normal 2", ""]
        assert player.ended() == 0
    assert spoken.read_text(encoding="utf-8") == "say 1 Brisk now, 3 minutes.\nsay 2 Normal now, 1 minute.\n"


def test_with_a_fast_clock_no_tone_lasts_longer_than_a_fifth_of_a_second(server: Server) -> None:
    with player_of(server) as player:
        assert player.says() == "ready"
        player.tell("brief")
        for number, cue in enumerate(("normal", "brisk", "end", "soon", "half")):
            player.tell(f"play {cue} {number} 999999999")
            assert player.says() == f"played {cue} {number}"
        player.tell("quit")
        assert player.ended() == 0
    server.stop()
    tones = server.tones(quiet_s=0.05)
    assert len(tones) == 5
    assert all(length_s <= 0.2 for length_s in tones)


def test_the_metronome_ticks_on_the_dot_until_it_is_stopped(server: Server) -> None:
    with player_of(server) as player:
        assert player.says() == "ready"
        player.tell("beat 150")
        server.hear_out(10)
        player.tell("beat 0\nplay soon 1 999999999")
        assert player.says() == "played soon 1"
        player.tell("quit")
        assert player.ended() == 0
    server.stop()
    starts = server.starts()[:10]
    assert [later - sooner for sooner, later in pairwise(starts)] == pytest.approx([0.4] * 9, abs=0.01)


def test_a_server_that_comes_back_is_noticed_at_once(server: Server) -> None:
    server.stop()
    with player_of(server) as player:
        assert player.says() == "none"
        server.start()
        assert player.says() == "back"
        assert player.ended() == LOST
    with player_of(server) as player:
        assert player.says() == "ready"
