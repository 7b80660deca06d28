"""The current diary in memory, in front of the file: whoever saves through the keeper has it on disk first and in memory then,
so that trouble changes neither.

The keeper is itself a `DiaryStore` and an `EntryBook`. What it makes of the days is `folded_diary`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DiaryDay, Notes
from walkcoach.core.programme import Programme
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.services.entries import (
    Changed,
    Deleted,
    Entry,
    EntryBook,
    EntryKey,
    EntryKind,
    EntryValue,
    Step,
    StepKind,
    Taken,
    walk_entry,
)
from walkcoach.services.folded_diary import FoldedDiary, changed
from walkcoach.services.ports import Checkpoint, DiaryStore, Profile, StoredDiary, WalkRecord


class DiaryFile(DiaryStore, EntryBook, Protocol):
    """The diary file, both as what is saved day by day and as entries."""


class KeptEntries(FoldedDiary):
    """The diary of `store` as entries: changed, undone, deleted; each time on disk first and in memory then."""

    def __init__(self, store: DiaryFile) -> None:
        self._store = store
        super().__init__(store.load())

    def entries(self) -> Iterator[Entry]:
        """See `EntryBook`."""
        return self._store.entries()

    def change(
        self, step: StepKind | None, puts: Sequence[Entry], removals: Sequence[EntryKey], moment: datetime
    ) -> tuple[Changed, ...]:
        """See `EntryBook`. Raises a `DiaryError` where the two check-ins of a day would not fit each other."""
        wanted = [Changed(key, key.day or moment.date(), None) for key in removals]
        self._refuse_what_does_not_fit([*wanted, *(Changed(entry.key, entry.day, entry.value) for entry in puts)])
        changes = self._store.change(step, puts, removals, moment)
        self._apply(changes)
        return changes

    def undo(self, moment: datetime) -> Taken | None:
        """See `EntryBook`."""
        return self._taken(self._store.undo(moment))

    def redo(self, moment: datetime) -> Taken | None:
        """See `EntryBook`."""
        return self._taken(self._store.redo(moment))

    def undo_changes(self) -> tuple[Changed, ...]:
        """See `EntryBook`."""
        return self._store.undo_changes()

    def redo_changes(self) -> tuple[Changed, ...]:
        """See `EntryBook`."""
        return self._store.redo_changes()

    def steps(self) -> tuple[Step, ...]:
        """See `EntryBook`."""
        return self._store.steps()

    def undone_steps(self) -> tuple[Step, ...]:
        """See `EntryBook`."""
        return self._store.undone_steps()

    def deleted(self, now: datetime) -> tuple[Deleted, ...]:
        """See `EntryBook`."""
        return self._store.deleted(now)

    def reload(self, diary: FoldedDiary | None = None) -> None:
        """Hold what the file holds by now, after it was restored or written by others: what is read anew, or `diary`.

        That was read, and perhaps folded, in another thread, and is not to be used there any more.
        """
        if diary is None:
            self._take(self._store.load())
        else:
            self._adopt(diary)

    def _taken(self, taken: Taken | None) -> Taken | None:
        if taken is not None:
            self._apply(taken.changes)
        return taken

    def _refuse_what_does_not_fit(self, changes: Iterable[Changed]) -> None:
        touched = [change for change in changes if change.key.kind in (EntryKind.BEFORE, EntryKind.AFTER)]
        if touched:
            then = changed(replace(self._diary, walks=()), touched)
            for day in {change.day for change in touched}:
                DiaryDay(day, before=then.before.get(day), after=then.after.get(day))


class DiaryKeeper(KeptEntries):
    """The diary of `store`, saved day by day."""

    def save_before(self, day: date, check_in: BeforeCheckIn, moment: datetime) -> None:
        """See `DiaryStore`. Raises a `DiaryError` where it does not fit the check-in after."""
        replace(self.day(day), before=check_in)
        self._store.save_before(day, check_in, moment)
        self._keep(EntryKind.BEFORE, day, check_in)

    def save_after(self, day: date, check_in: AfterCheckIn, moment: datetime) -> None:
        """See `DiaryStore`. Raises a `DiaryError` where it leaves out a symptom rated before."""
        replace(self.day(day), after=check_in)
        self._store.save_after(day, check_in, moment)
        self._keep(EntryKind.AFTER, day, check_in)

    def save_notes(self, day: date, notes: Notes, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._store.save_notes(day, notes, moment)
        self._keep(EntryKind.NOTES, day, notes)

    def save_offer(self, day: date, offer: Decision, moment: datetime) -> None:
        """See `DiaryStore`. It makes no diary day by itself."""
        self._store.save_offer(day, offer, moment)
        self._keep(EntryKind.OFFER, day, offer)

    def save_programme(self, day: date, programme: Programme, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._store.save_programme(day, programme, moment)
        self._keep(EntryKind.PROGRAMME, day, programme)

    def save_profile(self, profile: Profile, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._store.save_profile(profile, moment)
        self._apply([Changed(EntryKey(EntryKind.PROFILE), moment.date(), profile)])

    def save_slow_answers(self, day: date, answers: SlowAnswers, moment: datetime) -> None:
        """See `DiaryStore`. They make no diary day, and nothing is folded again: the coach does not see them."""
        self._store.save_slow_answers(day, answers, moment)
        self._keep(EntryKind.SLOW_ANSWERS, day, answers)

    def save_walk(self, walk: WalkRecord) -> None:
        """See `DiaryStore`."""
        self._store.save_walk(walk)
        self._apply([Changed(walk_entry(walk).key, walk.day, walk)])

    def write_checkpoint(self, checkpoint: Checkpoint) -> None:
        """See `DiaryStore`."""
        self._store.write_checkpoint(checkpoint)

    def read_checkpoint(self) -> Checkpoint | None:
        """See `DiaryStore`."""
        return self._store.read_checkpoint()

    def drop_checkpoint(self) -> None:
        """See `DiaryStore`."""
        self._store.drop_checkpoint()

    def fill(self, diary: StoredDiary, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._store.fill(diary, moment)
        self._take(self._store.load())

    def close(self) -> None:
        """See `DiaryStore`."""
        self._store.close()

    def _keep(self, kind: EntryKind, day: date, value: EntryValue) -> None:
        self._apply([Changed(EntryKey(kind, day), day, value)])
