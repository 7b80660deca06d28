"""Sound without a sound device: the tones' files, the player's process, and the program's side of it."""

import os
import subprocess
import sys
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from walkcoach.adapters.paths import resource_folder
from walkcoach.adapters.sound.process_player import ProcessCuePlayer
from walkcoach.adapters.sound.silent import SilentPlayer
from walkcoach.adapters.sound.tones import Tone, read_tones
from walkcoach.services.ports import Cue, SoundState

SOUNDS = resource_folder() / "sounds"
PLAYER = (sys.executable, "-m", "walkcoach.adapters.sound.player")
NOWHERE = "unix:/nonexistent/no-sound-server"
AGAIN_AFTER_S = 0.01

STAND_IN = """
import sys
log = open(sys.argv[1], "a")
print(sys.argv[2], flush=True)
for line in sys.stdin:
    log.write(line)
    log.flush()
    if line.startswith("play end"):
        sys.exit(3)
    if line == "quit\\n":
        break
"""

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from walkcoach.adapters.sound.process_player import ProcessCuePlayer
from walkcoach.services.ports import Cue

def run():
    app = QCoreApplication([])
    player = ProcessCuePlayer(sys.argv[2:], Path())
    player.open()
    player.play(Cue.BRISK)
    while not Path(sys.argv[4]).read_text():
        app.processEvents()
    if sys.argv[1] == "closed":
        player.close()

run()
"""


class StandIn:
    """A player's process that plays nothing: it says one word, and logs the lines that it is told."""

    def __init__(self, folder: Path, word: str = "ready") -> None:
        self.log = folder / "told.txt"
        self.log.touch()
        script = folder / "stand_in.py"
        script.write_text(STAND_IN, encoding="utf-8")
        self.command = (sys.executable, str(script), str(self.log), word)

    def told(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines()


class Desk:
    """Makes players and sees to it that none of their processes is left."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._players: list[ProcessCuePlayer] = []

    def player(self, command: tuple[str, ...]) -> ProcessCuePlayer:
        player = ProcessCuePlayer(command, SOUNDS, first_retry_s=AGAIN_AFTER_S, clock=FakeClock())
        self._players.append(player)
        return player

    def leave(self) -> None:
        for player in self._players:
            player.close()
            self._qtbot.waitUntil(lambda player=player: not player.running(), timeout=10_000)  # type: ignore[misc]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.leave()


@pytest.fixture
def stand_in(tmp_path: Path) -> StandIn:
    return StandIn(tmp_path)


def listen(lines: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """What the player's process says to `lines` where there is no sound server."""
    deaf = {"PULSE_SERVER": NOWHERE, "PIPEWIRE_REMOTE": "none", "XDG_RUNTIME_DIR": "/nonexistent"}
    return subprocess.run(
        [*PLAYER, *arguments], input=lines, capture_output=True, text=True, timeout=60, env={**os.environ, **deaf}, check=False
    )


def test_there_is_a_tone_for_every_cue() -> None:
    tones = read_tones(SOUNDS)
    assert set(tones.full) == set(tones.brief) == set(Cue)
    assert {tone.rate_hz for tone in (*tones.full.values(), *tones.brief.values(), tones.tick)} == {48_000}
    assert all(tone.length_s <= 0.2 for tone in tones.brief.values())


def test_a_tone_for_two_channels_has_each_sample_twice() -> None:
    tone = Tone(48_000, array("h", [1, -2, 3]).tobytes())
    assert array("h", tone.frames(2)).tolist() == [1, 1, -2, -2, 3, 3]
    assert array("h", tone.frames(1)).tolist() == [1, -2, 3]


def test_a_missing_tone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="brisk"):
        read_tones(tmp_path)


def test_a_tone_of_another_kind_is_an_error(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "brisk.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(bytes(8))
    with pytest.raises(wave.Error, match=r"brisk\.wav has to have one channel of 16 bits"):
        read_tones(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a device cannot be hidden from the process")
@pytest.mark.parametrize(
    "lines",
    [
        "",
        "quit\n",
        "volume 50\nnonsense\nplay tune 1 0\nplay brisk\nplay brisk 1 soon\nbeat fast\nvolume loud\nquit\n",
    ],
)
def test_without_a_device_the_process_says_so_and_ends_when_asked(lines: str) -> None:
    done = listen(lines, str(SOUNDS))
    assert (done.stdout, done.returncode) == ("none\n", 0)


def test_without_tones_the_process_says_that_nothing_can_be_heard(tmp_path: Path) -> None:
    assert listen("quit\n", str(tmp_path)).stdout == "none\n"
    assert listen("quit\n").stdout == "none\n"


def test_the_process_is_told_what_to_play_and_to_end(desk: Desk, stand_in: StandIn, qtbot: QtBot) -> None:
    player = desk.player(stand_in.command)
    player.set_volume(70)
    player.open()
    player.open()
    player.play(Cue.BRISK)
    player.set_volume(30)
    player.close()
    qtbot.waitUntil(lambda: stand_in.told() == ["volume 70", "play brisk 1 1000.000", "volume 30", "quit"])
    qtbot.waitUntil(lambda: not player.running())


def test_nothing_is_played_before_it_is_open_or_after_it_is_closed(desk: Desk, stand_in: StandIn, qtbot: QtBot) -> None:
    player = desk.player(stand_in.command)
    player.play(Cue.BRISK)
    player.open()
    player.close()
    player.play(Cue.NORMAL)
    qtbot.waitUntil(lambda: not player.running())
    assert stand_in.told() == ["quit"]


def test_what_the_process_says_is_the_state(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    player = desk.player(StandIn(tmp_path, "none").command)
    assert player.state() is SoundState.ON
    player.open()
    qtbot.waitUntil(lambda: player.state() is SoundState.NONE)


def test_a_process_that_dies_is_started_again(desk: Desk, stand_in: StandIn, qtbot: QtBot) -> None:
    player = desk.player(stand_in.command)
    player.open()
    for count in range(1, 4):
        player.play(Cue.END)
        qtbot.waitUntil(lambda: player.state() is SoundState.NONE)
        qtbot.waitUntil(lambda: player.state() is SoundState.ON)
        assert stand_in.told() == [f"play end {number} 1000.000" for number in range(1, count + 1)]


def test_a_process_without_a_device_makes_room_for_one_that_may_find_it(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    without = StandIn(tmp_path, "none")
    player = desk.player(without.command)
    player.open()
    qtbot.waitUntil(lambda: without.told().count("quit") >= 2)


def test_a_process_that_cannot_be_started_is_no_sound_and_no_noise(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    player = desk.player((str(tmp_path / "no-such-program"),))
    player.open()
    qtbot.waitUntil(lambda: player.state() is SoundState.NONE)
    player.play(Cue.BRISK)
    player.close()
    qtbot.waitUntil(lambda: not player.running())


def test_after_closing_a_process_that_ended_is_not_started_again(desk: Desk, stand_in: StandIn, qtbot: QtBot) -> None:
    player = desk.player(stand_in.command)
    player.open()
    player.play(Cue.END)
    player.close()
    qtbot.waitUntil(lambda: not player.running())
    other = desk.player(stand_in.command)
    other.open()
    other.play(Cue.BRISK)
    # Another walk's player takes longer than starting the first one again would.
    qtbot.waitUntil(lambda: stand_in.told() == ["play end 1 1000.000", "play brisk 1 1000.000"])
    assert not player.running()


def test_a_process_that_finds_a_device_after_all_is_left_alone(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    late = StandIn(tmp_path, "none\nready")
    player = desk.player(late.command)
    player.open()
    expected: list[str] = []
    for percent in range(20):
        player.set_volume(percent)
        expected.append(f"volume {percent}")
        qtbot.waitUntil(lambda: late.told() == expected)
    assert player.state() is SoundState.ON


def test_sound_turned_off_starts_nothing_and_turned_on_again_starts_it(desk: Desk, stand_in: StandIn, qtbot: QtBot) -> None:
    player = desk.player(stand_in.command)
    player.set_on(False)
    player.open()
    assert (player.state(), player.running()) == (SoundState.OFF, False)
    player.set_on(True)
    assert player.running()
    player.play(Cue.BRISK)
    player.set_on(False)
    assert player.state() is SoundState.OFF
    qtbot.waitUntil(lambda: stand_in.told() == ["play brisk 1 1000.000", "quit"])
    player.close()
    player.set_on(True)
    qtbot.waitUntil(lambda: not player.running())


def test_a_second_walk_gets_a_process_of_its_own(desk: Desk, stand_in: StandIn, qtbot: QtBot) -> None:
    player = desk.player(stand_in.command)
    for _ in range(2):
        player.open()
        player.play(Cue.BRISK)
        player.close()
    qtbot.waitUntil(lambda: sorted(stand_in.told()) == ["play brisk 1 1000.000", "play brisk 2 1000.000", "quit", "quit"])
    qtbot.waitUntil(lambda: not player.running())


@pytest.mark.parametrize("end", ["closed", "as it is"])
def test_a_program_that_ends_takes_the_process_with_it_and_says_nothing(stand_in: StandIn, end: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, end, *stand_in.command], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert any(line.startswith("play brisk 1 ") for line in stand_in.told())


@pytest.mark.parametrize("sound", [SoundState.OFF, SoundState.NONE])
def test_the_silent_player_says_why_it_is_silent(sound: SoundState) -> None:
    player = SilentPlayer(sound)
    player.open()
    player.play(Cue.BRISK)
    player.close()
    assert player.state() is sound
