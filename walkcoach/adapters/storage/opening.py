"""Opening a diary that is whole: each value is read at once, so that what cannot be read is met here and not later.

Apart from `mend`, which goes back to a backup where it is not, and which hardly any start needs.
"""

from collections.abc import Sequence
from pathlib import Path

from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.schema import Step
from walkcoach.services.ports import StoredDiary


class _JustRead(SqliteDiaryStore):
    """A store that has just been read: what was read then answers the first `load`, if nothing has changed since."""

    def __init__(self, path: Path, steps: Sequence[Step] | None) -> None:
        super().__init__(path, steps)
        try:
            self._just_read: tuple[StoredDiary, object] | None = (super().load(), self._state())
            self.read_checkpoint()
        except BaseException:
            self.close()
            raise

    def load(self) -> StoredDiary:
        """See `DiaryStore`."""
        read, self._just_read = self._just_read, None
        if read is not None and read[1] == self._state():
            return read[0]
        return super().load()

    def _state(self) -> object:
        """Something that differs once this or another connection has written."""
        return self._connection.total_changes, self._connection.execute("PRAGMA data_version").fetchone()[0]


def open_and_read(path: Path, steps: Sequence[Step] | None = None) -> SqliteDiaryStore:
    """Open the diary at `path`, made or brought up to date where needed, every value read. Raises `Trouble`; it is then closed."""
    return _JustRead(path, steps)
