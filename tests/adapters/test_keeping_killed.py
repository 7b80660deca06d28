"""The upkeep killed in the middle, for real: the diary and every backup that has a name are whole, and the next start goes on."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import moment, walk
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.mend import open_or_mend

ROOT = Path(__file__).parent.parent.parent

KEEPER = """
import itertools
import sys
from datetime import timedelta
from pathlib import Path
from tests.builders import checkpoint, moment, walk
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore

path = Path(sys.argv[1])
store, shelf = SqliteDiaryStore(path), Backups(path)
store.save_walk(walk())
for number in itertools.count(1):
    now = moment() + timedelta(hours=number)
    store.save_walk(walk(name=str(number)))
    shelf.make(now)
    if number % 3 == 0:
        shelf.restore(shelf.newest_first()[1].path, now)
    if number % 5 == 0:
        shelf.prove(now)
    shelf.thin(now)
    print(number, flush=True)
"""
"""Walks, backs up, goes back by one, tries out and thins, for ever, and says so after each round."""


def killed_after(path: Path, rounds: int, chance: random.Random) -> None:
    """Let the keeper go round, and kill it somewhere in the next round."""
    command = [sys.executable, "-c", KEEPER, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as keeper:
        assert keeper.stdout is not None
        for _round in range(rounds):
            keeper.stdout.readline()
        try:
            keeper.wait(chance.uniform(0, 0.05))
        except subprocess.TimeoutExpired:
            keeper.kill()
        keeper.stdout.read()


def assert_all_is_whole(path: Path) -> None:
    """Nothing half done has a name of its own, and all goes on."""
    report = check_diary(path)
    assert report.whole, report.line
    shelf = Backups(path)
    for backup in shelf.newest_first():
        report = check_diary(backup.path)
        assert report.whole, report.line
    opened = open_or_mend(path, moment(hour=23))
    assert opened.mended is None
    opened.store.save_walk(walk(hour=21))
    opened.store.close()
    assert shelf.make(moment(hour=23)) is not None
    assert shelf.prove(moment(hour=23)) is not None
    assert [file.name for file in path.parent.rglob("*") if ".new" in file.name or file.name.startswith("trial-")] == []


@pytest.mark.parametrize("rounds", [1, 2, 3, 7])
def test_a_kill_in_the_middle_of_the_upkeep_leaves_all_whole(tmp_path: Path, rounds: int) -> None:
    path = tmp_path / "diary.sqlite3"
    killed_after(path, rounds, random.Random(rounds))
    assert_all_is_whole(path)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(60))
def test_a_kill_at_any_moment_of_the_upkeep_leaves_all_whole(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "diary.sqlite3"
    killed_after(path, chance.randint(1, 20), chance)
    assert_all_is_whole(path)
