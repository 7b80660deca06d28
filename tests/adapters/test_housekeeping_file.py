"""The file of the program's own upkeep: what is kept comes back, nonsense is nothing, and nobody else may read it."""

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import moment
from tests.strategies import moments
from walkcoach.adapters.housekeeping_file import MOST_EXPORTED, HousekeepingFile
from walkcoach.services.backup_port import Housekeeping, Proven
from walkcoach.services.errors import Trouble

names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).map(Path)
kept = st.builds(
    Housekeeping, st.none() | st.builds(Proven, moments(), st.text(max_size=20)), st.lists(names, max_size=4).map(tuple)
)
json_text = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["proven", "exported", "moment"]), inner),
    max_leaves=6,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "housekeeping.json"


def test_nothing_is_known_before_anything_was_kept(path: Path) -> None:
    assert HousekeepingFile(path).read() == Housekeeping()


@given(first=kept, then=kept)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_kept_comes_back(path: Path, first: Housekeeping, then: Housekeeping) -> None:
    file = HousekeepingFile(path)
    file.write(first)
    assert file.read() == first
    file.write(then)
    assert HousekeepingFile(path).read() == then
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


@given(content=st.binary(max_size=40) | json_text.map(str).map(str.encode))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nonsense_counts_as_nothing(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert isinstance(HousekeepingFile(path).read(), Housekeeping)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"proven": {}}',
        '{"proven": {"moment": "yesterday", "backup": "a"}}',
        '{"proven": {"moment": "2026-01-05T09:00:00", "backup": "a"}}',
        '{"proven": {"moment": "2026-01-05T09:00:00+00:00", "backup": 3}}',
        '{"proven": 3, "exported": {"a": 1}}',
        "[" * 100_000,
    ],
)
def test_what_makes_no_sense_is_left_out(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    assert HousekeepingFile(path).read() == Housekeeping()


def test_one_wrong_part_leaves_the_others(path: Path) -> None:
    path.write_text('{"proven": 3, "exported": ["a.csv", 4, "", "b\\u0000c", "d.json"]}', encoding="utf-8")
    assert HousekeepingFile(path).read() == Housekeeping(None, (Path("a.csv"), Path("d.json")))


def test_a_folder_in_its_place_and_an_endless_file_are_nothing(path: Path) -> None:
    path.mkdir()
    assert HousekeepingFile(path).read() == Housekeeping()
    path.rmdir()
    with path.open("wb") as file:
        file.truncate(11_000_000)
    assert HousekeepingFile(path).read() == Housekeeping()


def test_an_exported_file_is_known_once_and_only_the_latest_are(path: Path) -> None:
    known = Housekeeping()
    for number in [*range(MOST_EXPORTED + 5), 7]:
        known = known.with_export(Path(f"{number}.csv"))
    HousekeepingFile(path).write(known)
    exported = HousekeepingFile(path).read().exported
    assert len(exported) == MOST_EXPORTED
    assert exported[-1] == Path("7.csv")
    assert len(set(exported)) == MOST_EXPORTED


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_disk_that_takes_nothing_leaves_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    file = HousekeepingFile(path)
    before = Housekeeping(Proven(datetime(2026, 1, 5, tzinfo=UTC), "a"))
    file.write(before)

    def fails(*_given: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fails)
        with pytest.raises(Trouble, match=r"housekeeping\.json"):
            file.write(Housekeeping(Proven(moment(), "b")))
    assert file.read() == before
    assert list(path.parent.iterdir()) == [path]
