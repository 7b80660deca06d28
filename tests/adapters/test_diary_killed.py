"""Saved means saved: a program killed in the middle of writing has on disk all that it was told is saved, and a whole file."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore

ROOT = Path(__file__).parent.parent.parent

WRITER = """
import itertools
import sys
from pathlib import Path
from tests.builders import checkpoint, walk
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore

store = SqliteDiaryStore(Path(sys.argv[1]))
for number in itertools.count(1):
    if number % 10:
        store.write_checkpoint(checkpoint(walked_s=float(number), name="now"))
    else:
        store.save_walk(walk(name=str(number)))
    print(number, flush=True)
"""
"""Writes for ever and says so after each: checkpoints, and every tenth time a walk."""


def killed_after(path: Path, writes: int) -> int:
    """Let the writer write `writes` times, kill it while it goes on, and give the number of the last write it told of."""
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _write in range(writes)]
        writer.kill()
        told += [int(line) for line in writer.stdout.readlines() if line.endswith("\n")]
    return told[-1]


def assert_nothing_is_lost(path: Path, last: int) -> None:
    """The file is whole and holds at least what was told of; what was on its way when the kill came may be there, too."""
    report = check_diary(path)
    assert report.whole, report.line
    store = SqliteDiaryStore(path)
    walks, under_way = len(store.load().walks), store.read_checkpoint()
    store.close()
    assert walks in (last // 10, (last + 1) // 10)
    newest = last if last % 10 else last - 1
    assert under_way is not None
    assert under_way.walked_s in (newest, last + 1)


@pytest.mark.parametrize("writes", [1, 9, 10, 37])
def test_a_kill_loses_nothing_that_was_saved(tmp_path: Path, writes: int) -> None:
    path = tmp_path / "diary.sqlite3"
    assert_nothing_is_lost(path, killed_after(path, writes))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(60))
def test_a_kill_at_any_moment_loses_nothing_that_was_saved(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "diary.sqlite3"
    assert_nothing_is_lost(path, killed_after(path, random.Random(seed).randint(1, 300)))
