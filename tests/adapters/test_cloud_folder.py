"""Folders that a cloud service keeps: told by name and by what lies in them; others are left in peace, and nothing ever raises."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkcoach.adapters.cloud_folder import Synchronised, cloud_warning, synchronised
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.cli import main

BY_NAME = (
    ("Dropbox", "Dropbox"),
    ("dropbox", "Dropbox"),
    ("Dropbox (Personal)", "Dropbox"),
    ("Library/CloudStorage/Dropbox-Home", "Dropbox"),
    ("OneDrive", "OneDrive"),
    ("OneDrive - Contoso Ltd", "OneDrive"),
    ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
    ("ONEDRIVE", "OneDrive"),
    ("Google Drive", "Google Drive"),
    ("GoogleDrive-me@example.org/My Drive", "Google Drive"),
    ("gvfs/google-drive:host=example.org,user=me", "Google Drive"),
    ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
    ("Library/Mobile Documents", "iCloud"),
    ("iCloudDrive", "iCloud"),
    ("iCloud Drive (Archive)", "iCloud"),
    ("Nextcloud", "Nextcloud"),
    ("Nextcloud2", "Nextcloud"),
    ("ownCloud", "ownCloud"),
    ("Syncthing", "Syncthing"),
    ("pCloudDrive", "pCloud"),
    ("pCloud Drive", "pCloud"),
    ("Box", "Box"),
    ("Box Sync", "Box"),
    ("MEGA", "MEGA"),
    ("MEGAsync", "MEGA"),
    ("Library/CloudStorage/SomethingNew", "a cloud service"),
)
BY_FILE = (
    (".dropbox", "Dropbox"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".sync_0123456789ab.db", "Nextcloud"),
    ("._sync_0123456789ab.db", "Nextcloud"),
    (".sync_0123456789ab.db-wal", "Nextcloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".csync_journal.db", "ownCloud"),
    (".stfolder", "Syncthing"),
    (".STFOLDER", "Syncthing"),
    (".megaignore", "MEGA"),
)
BY_FOLDER = (
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".stfolder", "Syncthing"),
    (".stversions", "Syncthing"),
    (".debris", "MEGA"),
)
HARMLESS = ("Documents", "sync", "boxes", "dropboxes", "megaphone", "cloud", ".local/share/walkcoach", "my drives", "Mailbox")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder that belongs to nobody's cloud."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.mark.parametrize(("name", "service"), BY_NAME)
def test_it_is_told_by_the_name_of_any_folder_above(home: Path, name: str, service: str) -> None:
    kept = home / name
    folder = kept / "Health" / "walkcoach"
    assert synchronised(folder) == synchronised(kept) == Synchronised(_named(kept, service), service)
    folder.mkdir(parents=True)
    assert synchronised(folder) == Synchronised(_named(kept, service), service)


def _named(kept: Path, service: str) -> Path:
    return kept.parent if service == "a cloud service" else kept


@pytest.mark.parametrize(("mark", "service"), BY_FILE)
def test_it_is_told_by_a_file_that_lies_above(home: Path, mark: str, service: str) -> None:
    kept = home / "Shared"
    folder = kept / "deep" / "walkcoach"
    folder.mkdir(parents=True)
    assert synchronised(folder) is None
    (kept / mark).touch()
    assert synchronised(folder) == Synchronised(kept, service)


@pytest.mark.parametrize(("mark", "service"), BY_FOLDER)
def test_it_is_told_by_a_folder_that_lies_above(home: Path, mark: str, service: str) -> None:
    kept = home / "Shared"
    (kept / mark).mkdir(parents=True)
    assert synchronised(kept / "walkcoach") == Synchronised(kept, service)


@pytest.mark.parametrize("name", HARMLESS)
def test_other_folders_are_left_in_peace(home: Path, name: str) -> None:
    folder = home / name
    folder.mkdir(parents=True)
    (folder / "diary.sqlite3").touch()
    (folder / "sync_1.db").touch()
    assert synchronised(folder) is None
    assert cloud_warning(folder) is None


@pytest.mark.parametrize("owner", ["mega", "box", "Dropbox"])
def test_a_home_may_be_called_as_its_owner_likes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: str) -> None:
    home = tmp_path / owner
    (home / ".local" / "share" / "walkcoach").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    assert synchronised(home / ".local" / "share" / "walkcoach") is None
    assert synchronised(home / "Dropbox" / "walkcoach") == Synchronised(home / "Dropbox", "Dropbox")


def test_dropboxs_own_settings_in_the_home_folder_are_no_sign(home: Path) -> None:
    (home / ".dropbox").mkdir()
    assert synchronised(home / ".local" / "share" / "walkcoach") is None


def test_a_whole_home_that_is_kept_elsewhere_is_told(home: Path) -> None:
    (home / ".stfolder").mkdir()
    assert synchronised(home / ".local" / "share" / "walkcoach") == Synchronised(home, "Syncthing")


def test_a_link_is_followed_to_where_the_diary_really_lies(home: Path) -> None:
    real = home / "Dropbox" / "walkcoach"
    real.mkdir(parents=True)
    link = home / "walks"
    link.symlink_to(real)
    assert synchronised(link) == Synchronised(home / "Dropbox", "Dropbox")


def test_nothing_raises_where_nothing_can_be_seen(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loop = home / "loop"
    loop.symlink_to(loop)
    closed = home / "closed"
    closed.mkdir(mode=0)
    for folder in (loop, loop / "x", closed / "x", Path("relative"), Path("/"), home / ("x" * 300), Path("/proc/self/fd/9999/x")):
        assert synchronised(folder) is None
    monkeypatch.setattr(os, "scandir", _refuse)
    assert synchronised(home / "Documents") is None
    monkeypatch.setattr(Path, "home", _nobody)
    assert synchronised(home / "Nextcloud") == Synchronised(home / "Nextcloud", "Nextcloud")


def _refuse(_folder: Path) -> None:
    raise PermissionError(13, "Permission denied")


def _nobody() -> None:
    raise RuntimeError("Could not determine home directory.")


@pytest.mark.parametrize("there", [True, False])
def test_check_says_it_in_one_more_line_and_answers_as_before(home: Path, capsys: pytest.CaptureFixture[str], there: bool) -> None:
    for folder, warned in ((home / "Documents", False), (home / "Dropbox", True)):
        folder.mkdir()
        if there:
            SqliteDiaryStore(folder / DIARY_FILE).close()
        status = main(["--data-dir", str(folder), "check"])
        told = capsys.readouterr()
        assert (status, told.out.count("\n")) == (0 if there else 1, 1)
        line = f"walkcoach: {' '.join(cloud_warning(folder) or ())}\n"
        assert told.err == (line if warned else "")


@given(st.lists(st.text(st.characters(exclude_characters="/"), min_size=1, max_size=300), max_size=6))
def test_no_path_at_all_makes_it_raise(names: list[str]) -> None:
    folder = Path("/no-such-place", *names)
    found = synchronised(folder)
    assert found is None or found.folder in (folder, *folder.parents)


def test_the_warning_names_the_place_and_the_service_and_says_what_to_do(home: Path) -> None:
    told = cloud_warning(home / "Dropbox" / "walkcoach")
    assert told is not None
    what, way_on = told
    assert what == f"{home / 'Dropbox'} is kept the same on several machines by Dropbox."
    assert "--data-dir FOLDER" in way_on
