"""The small parts of the sound: the metronome's samples, the cue log, and the look for a sound server."""

import logging
import socket
import sys
from array import array
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeClock
from walkcoach.adapters.sound.cue_log import CueLog
from walkcoach.adapters.sound.metronome import Metronome, tick_starts
from walkcoach.adapters.sound.sound_server import answers, server_socket
from walkcoach.services.ports import Cue

RATE_HZ = 48_000
TICK = array("h", [9, -8, 7]).tobytes()


def ticks(data: bytes) -> list[int]:
    """Where a tick begins in the samples of one channel."""
    return [index for index, value in enumerate(array("h", data)) if value == 9]


@given(st.floats(60, 176), st.lists(st.integers(0, 30_000), max_size=8))
def test_in_whatever_pieces_ticks_are_handed_out_each_begins_on_its_sample(per_min: float, pieces: list[int]) -> None:
    metronome = Metronome(TICK, RATE_HZ, per_min)
    data = b"".join(metronome.frames(count, 1) for count in pieces)
    assert len(data) == 2 * sum(pieces)
    expected = [start for number in range(200) if (start := round(number * 60 * RATE_HZ / per_min)) < sum(pieces)]
    assert ticks(data) == expected


@given(st.floats(60, 176), st.lists(st.integers(1, 30_000), min_size=1, max_size=8))
def test_a_tick_that_begins_in_one_piece_goes_on_in_the_next(per_min: float, pieces: list[int]) -> None:
    one = Metronome(TICK, RATE_HZ, per_min).frames(sum(pieces), 1)
    metronome = Metronome(TICK, RATE_HZ, per_min)
    assert b"".join(metronome.frames(count, 1) for count in pieces) == one
    starts = [start for end in accumulate(pieces) for start in tick_starts(per_min, RATE_HZ, end - pieces[0], 0)]
    assert starts == []


def test_after_an_hour_a_tick_is_still_on_its_sample() -> None:
    far = 3600 * RATE_HZ
    assert next(tick_starts(104.5, RATE_HZ, far, RATE_HZ)) == round(3600 / 60 * 104.5) * 60 * RATE_HZ / 104.5


def test_two_channels_hear_the_same_tick() -> None:
    assert array("h", Metronome(TICK, RATE_HZ, 60).frames(3, 2)).tolist() == [9, 9, -8, -8, 7, 7]


def test_the_log_says_when_a_cue_was_planned_and_how_late_it_was_played(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    clock = FakeClock()
    log = CueLog(clock)
    first, second = log.asked(Cue.BRISK, 300, 0.020), log.asked(Cue.HALF, 901.5, 0)
    clock.advance(0.023)
    log.played(first)
    log.played(first)
    log.dropped(second)
    log.dropped(99)
    assert [record.getMessage() for record in caplog.records] == [
        "cue brisk: planned at 05:00.0, played, 43 ms late",
        "cue half: planned at 15:01.5, not played",
    ]


def test_lateness_is_told_in_seconds_of_the_person_even_with_a_fast_clock(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    log = CueLog(FakeClock(), speed=20)
    log.played(log.asked(Cue.NORMAL, 0, 1.0))
    assert caplog.records[0].getMessage().endswith("50 ms late")


def test_cues_that_nobody_answers_for_are_forgotten(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    log = CueLog(FakeClock())
    numbers = [log.asked(Cue.SOON, second, 0) for second in range(30)]
    for number in numbers:
        log.played(number)
    assert len(caplog.records) == 20


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="PulseAudio is a server of Linux")
@pytest.mark.parametrize(
    ("environment", "path"),
    [
        ({}, None),
        ({"XDG_RUNTIME_DIR": "/run/user/1"}, "/run/user/1/pulse/native"),
        ({"XDG_RUNTIME_DIR": "/run/user/1", "PULSE_RUNTIME_PATH": "/p"}, "/p/native"),
        ({"XDG_RUNTIME_DIR": "/run/user/1", "PULSE_SERVER": "unix:/s/native"}, "/s/native"),
        ({"PULSE_SERVER": "/s/native"}, "/s/native"),
        ({"PULSE_SERVER": "tcp:far.away", "XDG_RUNTIME_DIR": "/run/user/1"}, None),
    ],
)
def test_the_server_is_looked_for_where_its_own_library_would(environment: dict[str, str], path: str | None) -> None:
    assert server_socket(environment) == path


@pytest.mark.skipif(sys.platform == "win32", reason="needs Unix sockets")
def test_a_server_answers_only_while_somebody_listens(tmp_path: Path) -> None:
    path = str(tmp_path / "native")
    assert not answers(path)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(path)
        assert not answers(path)
        door.listen()
        assert answers(path)
    assert not answers(path)
