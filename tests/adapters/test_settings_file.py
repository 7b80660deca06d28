"""Settings come back as they were kept; nonsense falls back to the default, field by field; writing is whole or not at all."""

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import MemorySettingsStore
from walkcoach.adapters.settings_file import SettingsFile
from walkcoach.core.speeds import Units
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Settings, SettingsStore, ThemeChoice

OURS = Settings(
    ThemeChoice.DARK,
    text_percent=150,
    sound=False,
    volume=35,
    speech=False,
    cadence_per_min=104,
    cadence_percent=105,
    get_ready_s=0,
    units=Units.IMPERIAL,
    normal_kmh=3.5,
    brisk_kmh=4.8,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings of a test lie."""
    return tmp_path / "settings.json"


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, path: Path) -> SettingsStore:
    """Each settings store in turn."""
    return SettingsFile(path) if request.param == "file" else MemorySettingsStore()


def test_at_first_there_are_the_defaults(store: SettingsStore) -> None:
    assert store.read() == Settings()


def test_what_was_kept_is_there(store: SettingsStore) -> None:
    store.write(OURS)
    assert store.read() == OURS
    store.write(Settings())
    assert store.read() == Settings()


@pytest.mark.parametrize(
    ("name", "nonsense"),
    [
        ("theme", "pink"),
        ("theme", 3),
        ("theme", ["dark"]),
        ("text_percent", 99),
        ("text_percent", 201),
        ("text_percent", "150"),
        ("sound", 1),
        ("sound", None),
        ("volume", True),
        ("volume", -1),
        ("get_ready_s", 2.5),
        ("get_ready_s", 61),
        ("units", "knots"),
        ("units", ["metric"]),
        ("normal_kmh", "3.5"),
        ("normal_kmh", 0.4),
        ("normal_kmh", True),
        ("normal_kmh", float("nan")),
        ("brisk_kmh", 9.1),
        ("brisk_kmh", 10**400),
        ("brisk_kmh", 3.4),
    ],
)
def test_nonsense_in_one_field_costs_that_field_alone(path: Path, name: str, nonsense: object) -> None:
    SettingsFile(path).write(OURS)
    kept = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(kept | {name: nonsense}), encoding="utf-8")
    read = SettingsFile(path).read()
    assert getattr(read, name) == getattr(Settings(), name)
    others = [field for field in kept if field != name]
    assert [getattr(read, field) for field in others] == [getattr(OURS, field) for field in others]


@given(st.binary(max_size=200))
def test_no_file_whatever_is_in_it_stops_the_program(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_bytes(content)
    SettingsFile(path).read()


@pytest.mark.parametrize("content", ["[" * 100_000, "[]", "null", '{"theme"'])
def test_a_file_that_holds_no_settings_gives_the_defaults(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    assert SettingsFile(path).read() == Settings()


def test_a_field_of_a_newer_program_is_kept(path: Path) -> None:
    path.write_text('{"far_view": true}', encoding="utf-8")
    SettingsFile(path).write(OURS)
    assert json.loads(path.read_text(encoding="utf-8"))["far_view"] is True


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_only_the_owner_may_read_them_and_nothing_is_left_beside(path: Path) -> None:
    path.touch(mode=0o644)
    path.with_name("settings.json.new").write_text("half of a write that crashed", encoding="utf-8")
    SettingsFile(path).write(OURS)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_cannot_be_written_is_trouble_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Trouble, match=r"settings\.json"):
        SettingsFile(tmp_path / "file" / "settings.json").write(OURS)


def test_a_write_that_fails_leaves_the_old_settings(path: Path) -> None:
    SettingsFile(path).write(OURS)
    path.with_name("settings.json.new").mkdir()
    with pytest.raises(Trouble):
        SettingsFile(path).write(Settings())
    assert SettingsFile(path).read() == OURS
