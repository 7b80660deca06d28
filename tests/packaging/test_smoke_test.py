"""The smoke test of the built program passes a good one and tells what is wrong with a bad one."""

import sys
from pathlib import Path

import pytest

from smoke_test import HAS_TO_BE_THERE, environment, main, trouble_with_files
from walkcoach import __version__

GOOD = f'[ "$1" = --version ] && echo "Walkcoach {__version__}"\nexit 0'

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in programs are shell scripts")


def built(folder: Path, script: str) -> Path:
    """A folder as PyInstaller leaves it, with a shell script for a program."""
    for name in HAS_TO_BE_THERE:
        file = folder / "_internal" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    program = folder / "walkcoach"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return folder


def test_a_good_program_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(built(tmp_path, GOOD))]) == 0
    assert "self-test passed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo Walkcoach 9.9.9", "--version: said 'Walkcoach 9.9.9\\n'"),
        (f"[ $1 = --version ] && echo {__version__} && exit 0; echo no font >&2; exit 1", "--self-test: exit status 1\nno font"),
    ],
)
def test_a_bad_program_is_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str], script: str, told: str) -> None:
    assert main([str(built(tmp_path, script))]) == 1
    assert told in capsys.readouterr().err


def test_a_program_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "does not start" in capsys.readouterr().err


def test_missing_and_needless_files_are_named(tmp_path: Path) -> None:
    folder = built(tmp_path, GOOD)
    (folder / "_internal" / HAS_TO_BE_THERE[0]).unlink()
    (folder / "_internal" / "libQt6Qml.so.6").touch()
    assert trouble_with_files(folder) == [f"missing: {HAS_TO_BE_THERE[0]}", "should not be there: libQt6Qml.so.6"]


def test_the_program_sees_nothing_of_this_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "here")
    monkeypatch.setenv("XDG_DATA_HOME", "here")
    seen = environment(tmp_path)
    assert seen["HOME"] == str(tmp_path)
    assert not {"PYTHONPATH", "XDG_DATA_HOME", "QT_QPA_PLATFORM"} & set(seen)
