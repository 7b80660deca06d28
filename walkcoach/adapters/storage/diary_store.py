"""The `DiaryStore` of the real program: the diary in one SQLite file.

Each call is one transaction and on disk when it returns, or it raises and has changed nothing. Use it from the thread that
made it. What the person says is a step that can be undone; what the program notes beside it is not.
"""

from datetime import date, datetime
from uuid import uuid4

from walkcoach.adapters.storage import diary_rows
from walkcoach.adapters.storage.entry_book import SqliteEntryBook
from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes
from walkcoach.core.programme import Programme
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.services.entries import Entry, EntryKind, EntryValue, entries_of, step_of, walk_entry
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Checkpoint, Profile, StoredDiary, WalkRecord
from walkcoach.wording import trouble


class SqliteDiaryStore(SqliteEntryBook):
    """The diary in the file `path`, which is made if it is not there. Raises `Trouble` from the first moment on."""

    def load(self) -> StoredDiary:
        """See `DiaryStore`. A value that does not fit is `Trouble`: the file is damaged."""
        with self._reading():
            return diary_rows.read_diary(self._connection)

    def save_before(self, day: date, check_in: BeforeCheckIn, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._save(EntryKind.BEFORE, day, check_in, moment)

    def save_after(self, day: date, check_in: AfterCheckIn, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._save(EntryKind.AFTER, day, check_in, moment)

    def save_notes(self, day: date, notes: Notes, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._save(EntryKind.NOTES, day, notes, moment)

    def save_offer(self, day: date, offer: Decision, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._save(EntryKind.OFFER, day, offer, moment)

    def save_programme(self, day: date, programme: Programme, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._save(EntryKind.PROGRAMME, day, programme, moment)

    def save_profile(self, profile: Profile, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._save(EntryKind.PROFILE, moment.date(), profile, moment)

    def save_slow_answers(self, day: date, answers: SlowAnswers, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._save(EntryKind.SLOW_ANSWERS, day, answers, moment)

    def save_walk(self, walk: WalkRecord) -> None:
        """See `DiaryStore`."""
        entry = walk_entry(walk)
        with self._writing():
            self._change(step_of(entry), [entry], (), walk.ended)
            self._connection.execute("DELETE FROM checkpoint WHERE id = ?", (str(walk.id),))

    def write_checkpoint(self, checkpoint: Checkpoint) -> None:
        """See `DiaryStore`."""
        with self._writing():
            diary_rows.put_checkpoint(self._connection, checkpoint)

    def read_checkpoint(self) -> Checkpoint | None:
        """See `DiaryStore`."""
        with self._reading():
            return diary_rows.read_checkpoint(self._connection)

    def drop_checkpoint(self) -> None:
        """See `DiaryStore`."""
        with self._writing():
            self._connection.execute("DELETE FROM checkpoint")

    def fill(self, diary: StoredDiary, moment: datetime) -> None:
        """See `DiaryStore`."""
        with self._writing():
            if any(self._connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in diary_rows.OWN_TABLES):
                raise Trouble(*trouble.diary_not_empty())
            self._change(None, entries_of(diary, moment, uuid4), (), moment)

    def _save(self, kind: EntryKind, day: date, value: EntryValue, moment: datetime) -> None:
        entry = Entry(kind, uuid4(), day, moment, value)
        self.change(step_of(entry), [entry], (), moment)
