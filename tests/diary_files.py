"""Every kind of diary file that there is, each made empty: what one promises, all promise."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fakes import MemoryDiaryStore
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.services.diary_keeper import DiaryFile, DiaryKeeper

Making = Callable[[], AbstractContextManager[DiaryFile]]


@contextmanager
def sqlite_file() -> Iterator[DiaryFile]:
    """The real one in a folder of its own."""
    with TemporaryDirectory() as folder:
        store = SqliteDiaryStore(Path(folder) / "diary.sqlite3")
        try:
            yield store
        finally:
            store.close()


@contextmanager
def memory_file() -> Iterator[DiaryFile]:
    """The fake."""
    yield MemoryDiaryStore()


@contextmanager
def kept_file() -> Iterator[DiaryFile]:
    """The keeper in front of another."""
    yield DiaryKeeper(MemoryDiaryStore())


EVERY: tuple[Making, ...] = (sqlite_file, memory_file, kept_file)
