"""The fake of the diary file: a diary in memory that passes the same contract tests as the real one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes
from walkcoach.core.programme import Programme
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.services.entries import (
    DELETED_DAYS,
    UNDO_STEPS,
    Changed,
    Deleted,
    Entry,
    EntryKey,
    EntryKind,
    EntryValue,
    Step,
    StepKind,
    Taken,
    by_start,
    diary_of,
    entries_of,
    step_of,
    walk_entry,
)
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Checkpoint, Profile, StoredDiary, WalkRecord
from walkcoach.wording.trouble import diary_not_empty


class MemoryEntryBook:
    """The entries of a diary in memory. Set `trouble` and every write raises it, with nothing changed; `writes` counts them."""

    def __init__(self, diary: StoredDiary | None = None) -> None:
        self._entries: dict[EntryKey, Entry] = {}
        self._checkpoint: Checkpoint | None = None
        self._steps: list[_KeptStep] = []
        self._undone: list[_KeptStep] = []
        self._deleted: dict[UUID, Deleted] = {}
        self.trouble: Trouble | None = None
        self.writes = 0
        self.closed = False
        if diary is not None:
            self._put_all(entries_of(diary, _LONG_AGO, uuid4))

    def load(self) -> StoredDiary:
        """See `DiaryStore`."""
        return diary_of(self._entries.values())

    def entries(self) -> Iterator[Entry]:
        """See `EntryBook`."""
        kinds = list(EntryKind)
        order = sorted(self._entries.values(), key=lambda entry: (kinds.index(entry.kind), _place(entry)))
        yield from order

    def change(
        self, step: StepKind | None, puts: Sequence[Entry], removals: Sequence[EntryKey], moment: datetime
    ) -> tuple[Changed, ...]:
        """See `EntryBook`."""
        self._writing(moment)
        were: list[tuple[EntryKey, date, Entry | None]] = []
        changes: list[Changed] = []
        for key in removals:
            was = self._entries.pop(key, None)
            if was is not None:
                were.append((key, was.day, was))
                changes.append(Changed(key, was.day, None))
                if step is StepKind.DELETED:
                    self._deleted[was.id] = Deleted(was, moment)
        for entry in puts:
            was = self._entries.get(entry.key)
            if was is None or was.value != entry.value:
                were.append((entry.key, entry.day, was))
            self._put(entry)
            changes.append(Changed(entry.key, entry.day, entry.value))
        if step is not None and were:
            for entry in puts:
                self._deleted.pop(entry.id, None)
            self._undone.clear()
            key, day, _was = were[0]
            number = self._steps[-1].step.number + 1 if self._steps else 1
            made = Step(number, step, moment, len(were), key, day)
            self._steps = [*self._steps, _KeptStep(made, were)][-UNDO_STEPS:]
        return tuple(changes)

    def undo(self, moment: datetime) -> Taken | None:
        """See `EntryBook`."""
        return self._swap(self._steps, self._undone, moment, backwards=True)

    def redo(self, moment: datetime) -> Taken | None:
        """See `EntryBook`."""
        return self._swap(self._undone, self._steps, moment, backwards=False)

    def undo_changes(self) -> tuple[Changed, ...]:
        """See `EntryBook`."""
        return _coming(self._steps[-1:], backwards=True)

    def redo_changes(self) -> tuple[Changed, ...]:
        """See `EntryBook`."""
        return _coming(self._undone[-1:], backwards=False)

    def steps(self) -> tuple[Step, ...]:
        """See `EntryBook`."""
        return tuple(kept.step for kept in reversed(self._steps))

    def undone_steps(self) -> tuple[Step, ...]:
        """See `EntryBook`."""
        return tuple(kept.step for kept in reversed(self._undone))

    def deleted(self, now: datetime) -> tuple[Deleted, ...]:
        """See `EntryBook`."""
        since = now - timedelta(days=DELETED_DAYS)
        kept = [each for each in self._deleted.values() if each.moment > since]
        return tuple(sorted(kept, key=lambda each: (-each.moment.timestamp(), str(each.entry.id))))

    def _swap(self, source: "list[_KeptStep]", target: "list[_KeptStep]", moment: datetime, *, backwards: bool) -> Taken | None:
        self._writing(moment)
        if not source:
            return None
        kept = source.pop()
        changes = []
        for place in reversed(range(len(kept.were))) if backwards else range(len(kept.were)):
            key, day, wanted = kept.were[place]
            kept.were[place] = (key, day, self._entries.get(key))
            if wanted is not None:
                self._entries[key] = wanted
                self._deleted.pop(wanted.id, None)
            else:
                gone = self._entries.pop(key, None)
                if gone is not None and kept.step.kind is StepKind.DELETED:
                    self._deleted[gone.id] = Deleted(gone, moment)
            changes.append(Changed(key, day, None if wanted is None else wanted.value))
        target.append(kept)
        return Taken(kept.step, tuple(changes))

    def _put(self, entry: Entry) -> None:
        was = self._entries.get(entry.key)
        self._entries[entry.key] = entry if was is None else replace(entry, id=was.id)

    def _put_all(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._put(entry)

    def _writing(self, moment: datetime) -> None:
        if self.trouble is not None:
            raise self.trouble
        if moment.tzinfo is None:
            raise ValueError("a moment needs its zone")
        self.writes += 1


class MemoryDiaryStore(MemoryEntryBook):
    """A diary in memory, saved day by day."""

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
        self.change(step_of(entry), [entry], (), walk.ended)
        if self._checkpoint is not None and self._checkpoint.id == walk.id:
            self._checkpoint = None

    def write_checkpoint(self, checkpoint: Checkpoint) -> None:
        """See `DiaryStore`."""
        self._writing(checkpoint.saved)
        self._checkpoint = checkpoint

    def read_checkpoint(self) -> Checkpoint | None:
        """See `DiaryStore`."""
        return self._checkpoint

    def drop_checkpoint(self) -> None:
        """See `DiaryStore`."""
        if self.trouble is not None:
            raise self.trouble
        self._checkpoint = None

    def fill(self, diary: StoredDiary, moment: datetime) -> None:
        """See `DiaryStore`."""
        if self._entries or self._checkpoint is not None:
            raise Trouble(*diary_not_empty())
        self._writing(moment)
        self._put_all(entries_of(diary, moment, uuid4))

    def close(self) -> None:
        """See `DiaryStore`."""
        self.closed = True

    def copy(self) -> "MemoryDiaryStore":
        """A diary of its own that holds the same, steps and deleted entries included."""
        other = MemoryDiaryStore()
        other._entries, other._deleted, other._checkpoint = dict(self._entries), dict(self._deleted), self._checkpoint
        other._steps = [_KeptStep(kept.step, list(kept.were)) for kept in self._steps]
        other._undone = [_KeptStep(kept.step, list(kept.were)) for kept in self._undone]
        return other

    def _save(self, kind: EntryKind, day: date, value: EntryValue, moment: datetime) -> None:
        entry = Entry(kind, uuid4(), day, moment, value)
        self.change(step_of(entry), [entry], (), moment)


@dataclass
class _KeptStep:
    """A step with the other state of each entry that it changed."""

    step: Step
    were: list[tuple[EntryKey, date, Entry | None]]


def _coming(steps: "Sequence[_KeptStep]", *, backwards: bool) -> tuple[Changed, ...]:
    """What swapping the entries of the one step in `steps` would leave."""
    changes = [Changed(key, day, None if wanted is None else wanted.value) for kept in steps for key, day, wanted in kept.were]
    return tuple(reversed(changes) if backwards else changes)


_LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)


def _place(entry: Entry) -> tuple[object, ...]:
    return by_start(entry.value) if isinstance(entry.value, WalkRecord) else (entry.day,)
