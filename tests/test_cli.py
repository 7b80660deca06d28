"""The command line without a window: what it prints where, its exit status, and that it needs no Qt."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.services.scenarios import good_day, good_days, scenario
from walkcoach import __version__
from walkcoach.adapters.diary_lock import DiaryLock
from walkcoach.cli import main

ROOT = Path(__file__).parent.parent
HEAVY = ("PySide6", "shiboken6", "pyqtgraph", "numpy", "sqlite3", "platformdirs", "wakepy", "ctypes", "socket")


def written(folder: Path, text: str | bytes, name: str = "scenario.json") -> str:
    """The name of a file with this in it."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def run(*words: str, given: bytes = b"", environment: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[bytes]":
    """The real program with these words."""
    return subprocess.run(
        [sys.executable, "-m", "walkcoach", *words],
        input=given,
        cwd=ROOT,
        env=dict(os.environ if environment is None else environment),
        capture_output=True,
        check=False,
        timeout=60,
    )


# --- rehearse --------------------------------------------------------------------------------------------------------


def test_rehearse_prints_a_line_of_json_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", written(tmp_path, json.dumps(good_days(90)))]) == 0
    out, err = capsys.readouterr()
    assert [json.loads(line)["minutes"] for line in out.splitlines()] == [15, 20, 25, 30, 35, 40, 45, 50, 55, *[60] * 81]
    assert err == ""


def test_rehearse_reads_standard_input() -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        done = run("rehearse", "-", given=mark + json.dumps(good_days(2)).encode())
        assert (done.returncode, done.stderr) == (0, b"")
        assert [json.loads(line)["decision"] for line in done.stdout.splitlines()] == ["start", "increase"]


def test_rehearse_of_no_days_prints_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", written(tmp_path, json.dumps(scenario()))]) == 0
    assert capsys.readouterr() == ("", "")


def test_rehearse_explains_in_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", "--explain", written(tmp_path, json.dumps(good_days(11)))]) == 0
    out, err = capsys.readouterr()
    assert out.count("(Source: ") == 11
    assert "1 January 2026: 15 minutes" in out
    assert err == ""


def test_rehearse_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", "--table", written(tmp_path, json.dumps(good_days(11)))]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 12
    assert "walk_goal_reached" in out
    assert err == ""


def test_explanation_and_table_at_once_are_too_much(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["rehearse", "--table", "--explain", written(tmp_path, json.dumps(good_days(1)))])
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


BAD = {
    "not JSON": ("{", "this is not JSON"),
    "nothing": ("", "this is not JSON"),
    "garbage": (bytes(range(256)) * 40, "this is not JSON: byte 128 is no UTF-8"),
    "another alphabet": (json.dumps(good_days(1)).encode("utf-16"), "this is not JSON"),
    "a list": ("[]", "the scenario"),
    "a missing field": ('{"programme": {}, "symptoms": []}', "days: is missing"),
    "an unknown field": (json.dumps(good_days(1) | {"mood": 1}), "mood: is not a field"),
    "an unknown value": (json.dumps(good_days(1, track="fast")), "programme.track: has to be one of"),
    "a programme out of range": (json.dumps(good_days(1, start_min=31)), "programme.start_min: has to be"),
    "a score out of range": (
        json.dumps(good_days(1)).replace('"tingling": 2', '"tingling": 11', 1),
        "days[0].before.ratings.tingling:",
    ),
    "dates that do not rise": (json.dumps(scenario(good_day(1), good_day(1))), "days[1].date: has to be after 2026-01-02"),
    "bad input on the last of many days": (json.dumps(scenario(*map(good_day, range(400)), good_day(3))), "days[400].date"),
    "a name on two lines": ('{"a\\nb\\u2028c": 1}', "['a"),
}


@pytest.mark.parametrize(("text", "place"), BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("shape", [(), ("--explain",), ("--table",)], ids=["lines", "explain", "table"])
def test_bad_input_ends_with_status_two_one_line_of_trouble_and_no_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | bytes, place: str, shape: tuple[str, ...]
) -> None:
    assert main(["rehearse", *shape, written(tmp_path, text)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"walkcoach rehearse: {place}")
    assert len(err.splitlines()) == 1
    assert err.endswith("\n")


def test_a_file_that_is_not_there_or_is_a_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in (tmp_path / "none.json", tmp_path, tmp_path / "two\nlines.json"):
        assert main(["rehearse", str(name)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert len(err.splitlines()) == 1
        assert " ".join(str(name).split()) in err


def test_bad_standard_input_ends_with_status_two_as_well() -> None:
    for given in (b"", b"\x80\x81\x00\xff" * 1000, b"{}", b"[" * 200_000):
        done = run("rehearse", "-", given=given)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"walkcoach rehearse: ")
        assert done.stderr.count(b"\n") == 1


def test_a_reader_that_has_had_enough_is_no_trouble() -> None:
    rehearsal = subprocess.Popen(
        [sys.executable, "-m", "walkcoach", "rehearse", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert rehearsal.stdin
    assert rehearsal.stdout
    assert rehearsal.stderr
    with rehearsal:
        rehearsal.stdout.close()
        rehearsal.stdin.write(json.dumps(good_days(400)).encode())
        rehearsal.stdin.close()
        assert rehearsal.stderr.read() == b""
    assert rehearsal.returncode == 0


def test_a_terminal_that_knows_few_letters_gets_question_marks() -> None:
    plain = dict(os.environ) | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run("rehearse", "--explain", "-", given=json.dumps(good_days(1)).encode(), environment=plain)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"(Source: ?Is Walking Good" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_trouble_of_one_line() -> None:
    command = [sys.executable, "-m", "walkcoach", "rehearse", "-"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, cwd=ROOT, input=json.dumps(good_days(2)).encode(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"walkcoach rehearse: the answers cannot be written: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize(
    "words", [["sample"], ["check"], ["backup"], ["export", "d.json"], ["import", "d.json"], ["import", "d.json", "--preview"]]
)
def test_what_came_of_a_command_that_cannot_be_written_is_trouble_of_one_line(tmp_path: Path, words: list[str]) -> None:
    place = ["--data-dir", str(tmp_path / "data")]
    assert words == ["sample"] or main(["sample", "--weeks", "1", *place]) == 0
    assert words[0] != "import" or main(["export", str(tmp_path / "d.json"), *place]) == 0
    told = [str(tmp_path / word) if word == "d.json" else word for word in words]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "walkcoach", *told, *place], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert done.stderr.startswith(b"walkcoach: what came of it cannot be written here: ")


def test_a_name_that_the_terminal_cannot_show_is_no_trouble(tmp_path: Path) -> None:
    place = ["--data-dir", str(tmp_path / "data")]
    assert main(["sample", "--weeks", "1", *place]) == 0
    plain = dict(os.environ) | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run("export", str(tmp_path / "übung.json"), *place, environment=plain)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"?bung.json" in done.stdout


def test_without_any_standard_output_a_command_does_its_work(tmp_path: Path) -> None:
    program = "import sys; sys.stdout = None; from walkcoach.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "sample", "--data-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "diary.sqlite3").exists()


def test_trouble_is_one_line_whatever_a_file_is_called(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "--data-dir", str(tmp_path / "two\nlines")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_made_up_diary_is_not_written_under_an_open_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with DiaryLock(tmp_path):
        assert main(["sample", "--data-dir", str(tmp_path)]) == 1
    assert "is open already" in capsys.readouterr().err
    assert not (tmp_path / "diary.sqlite3").exists()


def test_no_standard_input_at_all_is_said() -> None:
    program = "import sys; sys.stdin = None; from walkcoach.cli import main; sys.exit(main(['rehearse', '-']))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "walkcoach rehearse: -: there is no standard input\n"


def test_rehearse_needs_neither_qt_nor_a_database_nor_a_screen(tmp_path: Path) -> None:
    name = written(tmp_path, json.dumps(good_days(30)))
    program = (
        "import sys; from walkcoach.cli import main\n"
        "for shape in ([], ['--table'], ['--explain']): assert main(['rehearse', *shape, sys.argv[1]]) == 0\n"
        f"print('loaded:', *[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-c", program, name], cwd=ROOT, env=bare, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr.strip() == "loaded:"
    assert done.returncode == 0


# --- other words -----------------------------------------------------------------------------------------------------


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Walkcoach {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["rehearse", "--help"], ["sample", "--help"], ["check", "-h"], ["tour", "-h"]])
def test_help_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: walkcoach")


@pytest.mark.parametrize(
    "words",
    [
        *(["--speed", speed] for speed in ("0", "0.09", "1001", "-1", "fast", "nan", "inf", "")),
        *(
            ["--now", moment]
            for moment in ("today", "2026-13-01T09:00", "09:00", "", "0001-01-01", "9999-12-31T23:59", "1969-12-31", "2200-01-01")
        ),
        *(["sample", "--weeks", weeks] for weeks in ("0", "1041", "-3", "2.5", "many", "", "²", "9999999999")),
        ["sample", "--now", "yesterday"],
        ["rehearse"],
        ["rehearse", "a.json", "b.json"],
        ["tour"],
        ["dance"],
        ["--vers"],
        ["rehearse", "--expl", "a.json"],
    ],
    ids=" ".join,
)
def test_wrong_words_end_with_status_two_and_print_no_answer(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1].startswith("walkcoach")


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="there is always a screen here")
def test_without_a_screen_one_line_says_what_can_be_done(tmp_path: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = run("--data-dir", str(tmp_path / "diary"), environment=bare)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"make tour" in done.stderr
    assert not (tmp_path / "diary").exists()
