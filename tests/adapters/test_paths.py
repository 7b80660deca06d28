"""The data folder is there, private, and named when it cannot be had; the resources are found."""

import os
import stat
from pathlib import Path

import pytest

from walkcoach.adapters.paths import data_folder, resource_folder
from walkcoach.services.errors import Trouble

posix = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")


def mode(path: Path) -> int:
    """The permission bits of a folder."""
    return stat.S_IMODE(path.stat().st_mode)


def test_a_folder_that_is_not_there_is_made_with_all_above_it(tmp_path: Path) -> None:
    folder = data_folder(tmp_path / "a" / "b")
    assert folder == tmp_path / "a" / "b"
    assert folder.is_dir()


@posix
def test_only_the_owner_may_enter_it(tmp_path: Path) -> None:
    assert mode(data_folder(tmp_path / "new")) == 0o700
    empty = tmp_path / "empty"
    empty.mkdir(mode=0o755)
    assert mode(data_folder(empty)) == 0o700


@posix
def test_a_folder_with_other_things_in_it_keeps_its_mode(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    (shared / "recipe.txt").write_text("soup", encoding="utf-8")
    assert mode(data_folder(shared)) == 0o755


@posix
def test_the_system_s_place_is_made_private_even_when_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = data_folder()
    (folder / "diary.sqlite3").touch()
    folder.chmod(0o755)
    assert data_folder() == folder
    assert folder.is_relative_to(tmp_path)
    assert mode(folder) == 0o700


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_in_its_place_is_trouble_that_names_the_place(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Trouble, match=r"The folder .*file.* cannot be used\.") as trouble:
        data_folder(tmp_path / "file" / below)
    assert "--data-dir" in trouble.value.way_on


def test_a_relative_folder_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder(Path("here")) == tmp_path / "here"


def test_looking_makes_no_folder(tmp_path: Path) -> None:
    assert data_folder(tmp_path / "none", make=False) == tmp_path / "none"
    assert not (tmp_path / "none").exists()


def test_the_home_of_nobody_is_trouble() -> None:
    with pytest.raises(Trouble, match="cannot be used"):
        data_folder(Path("~nobody-of-that-name/diary"))


def test_the_resources_are_found() -> None:
    assert (resource_folder() / "LICENCES.md").is_file()
