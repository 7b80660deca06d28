"""The desktop's menu gets an entry that starts the right program, and gives it back."""

from pathlib import Path

import pytest

from menu_entry import add, data_home, entry_for, main, remove


def files_below(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_the_entry_starts_the_program() -> None:
    entry = entry_for(Path("/home/a person/walk$coach/walkcoach"))
    assert 'Exec="/home/a person/walk\\\\$coach/walkcoach"\n' in entry
    assert entry.startswith("[Desktop Entry]\n")


def test_what_is_added_can_be_removed(tmp_path: Path) -> None:
    add(Path("/usr/bin/walkcoach"), tmp_path)
    assert files_below(tmp_path) == [
        "applications/walkcoach.desktop",
        "icons/hicolor/256x256/apps/walkcoach.png",
        "icons/hicolor/scalable/apps/walkcoach.svg",
    ]
    remove(tmp_path)
    assert files_below(tmp_path) == []
    remove(tmp_path)


def test_the_data_folder_follows_the_xdg_rules() -> None:
    assert data_home({"HOME": "/home/a"}) == Path("/home/a/.local/share")
    assert data_home({"HOME": "/home/a", "XDG_DATA_HOME": ""}) == Path("/home/a/.local/share")
    assert data_home({"HOME": "/home/a", "XDG_DATA_HOME": "/data"}) == Path("/data")


def test_the_first_program_that_exists_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert main([str(tmp_path / "none")]) == 1
    assert "make setup" in capsys.readouterr().err
    program = tmp_path / "walkcoach"
    program.touch()
    assert main([str(tmp_path / "none"), str(program)]) == 0
    assert f'Exec="{program}"' in (tmp_path / "share/applications/walkcoach.desktop").read_text(encoding="utf-8")
