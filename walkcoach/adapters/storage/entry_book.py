"""The `EntryBook` of the real program: the diary file as entries, with steps that can be undone and what was deleted lately.

A step keeps, for each entry that it changed, the entry's other state: as it was before, or, once the step is undone, as it was
after. Undoing and doing again therefore are the same swap.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from walkcoach.adapters.storage import diary_rows
from walkcoach.adapters.storage.connection import open_diary, troubles
from walkcoach.adapters.storage.diary_rows import Unreadable
from walkcoach.adapters.storage.entry_images import Image, day_of, entry_of, image_of, value_of
from walkcoach.adapters.storage.schema import Step as SchemaStep
from walkcoach.services import encode
from walkcoach.services.entries import (
    DELETED_DAYS,
    UNDO_STEPS,
    Changed,
    Deleted,
    Entry,
    EntryKey,
    EntryKind,
    Step,
    StepKind,
    Taken,
)
from walkcoach.services.errors import Trouble
from walkcoach.wording import trouble


class SqliteEntryBook:
    """The entries of the diary in the file `path`, which is made if it is not there. Raises `Trouble` from the first moment on."""

    def __init__(self, path: Path, steps: Sequence[SchemaStep] | None = None) -> None:
        self._path = path
        self._connection = open_diary(path, steps)

    @property
    def path(self) -> Path:
        """Where the diary lies."""
        return self._path

    def entries(self) -> Iterator[Entry]:
        """See `EntryBook`. Read them to the end, or close the iterator, before anything else is asked for."""
        with self._reading():
            yield from diary_rows.read_entries(self._connection)

    def change(
        self, step: StepKind | None, puts: Sequence[Entry], removals: Sequence[EntryKey], moment: datetime
    ) -> tuple[Changed, ...]:
        """See `EntryBook`."""
        with self._writing():
            return self._change(step, puts, removals, moment)

    def undo(self, moment: datetime) -> Taken | None:
        """See `EntryBook`."""
        return self._swap(0, "DESC", moment)

    def redo(self, moment: datetime) -> Taken | None:
        """See `EntryBook`."""
        return self._swap(1, "ASC", moment)

    def undo_changes(self) -> tuple[Changed, ...]:
        """See `EntryBook`."""
        return self._coming(0, "DESC")

    def redo_changes(self) -> tuple[Changed, ...]:
        """See `EntryBook`."""
        return self._coming(1, "ASC")

    def steps(self) -> tuple[Step, ...]:
        """See `EntryBook`."""
        with self._reading():
            return tuple(self._step(row) for row in self._connection.execute(_STEPS.format(order="DESC"), (0,)))

    def undone_steps(self) -> tuple[Step, ...]:
        """See `EntryBook`."""
        with self._reading():
            return tuple(self._step(row) for row in self._connection.execute(_STEPS.format(order="ASC"), (1,)))

    def deleted(self, now: datetime) -> tuple[Deleted, ...]:
        """See `EntryBook`."""
        with self._reading():
            sql = "SELECT * FROM deleted_entry WHERE deleted_at > ? ORDER BY deleted_at DESC, id"
            return tuple(_deleted(row) for row in self._connection.execute(sql, (_old(now),)))

    def close(self) -> None:
        """See `DiaryStore`. Closing twice is no error."""
        with troubles(self._path):
            self._connection.close()

    def _change(
        self, step: StepKind | None, puts: Sequence[Entry], removals: Sequence[EntryKey], moment: datetime
    ) -> tuple[Changed, ...]:
        """`change` within a transaction that is open already."""
        were: list[tuple[EntryKey, date, Image | None]] = []
        changes: list[Changed] = []
        for key in removals:
            was = diary_rows.image_at(self._connection, key)
            if was is None:
                continue
            diary_rows.remove(self._connection, key)
            if step is StepKind.DELETED:
                self._keep_deleted(key, was, moment)
            were.append((key, day_of(key.kind, was), was))
            changes.append(Changed(key, day_of(key.kind, was), None))
        for entry in puts:
            fresh = False
            if step is not None:
                was = diary_rows.image_at(self._connection, entry.key)
                fresh = was is None
                if was is None or value_of(entry.kind, was) != entry.value:  # what is said again unchanged is no step
                    were.append((entry.key, entry.day, was))
            diary_rows.put(self._connection, entry.kind, image_of(entry), fresh=fresh)
            changes.append(Changed(entry.key, entry.day, entry.value))
        if step is not None and were:
            self._forget_deleted([entry.id for entry in puts])
            self._record(step, were, moment)
        return tuple(changes)

    def _record(self, step: StepKind, were: Sequence[tuple[EntryKey, date, Image | None]], moment: datetime) -> None:
        connection = self._connection
        connection.execute("DELETE FROM undo_step WHERE undone = 1")
        connection.execute("DELETE FROM deleted_entry WHERE deleted_at <= ?", (_old(moment),))
        number = connection.execute(
            "INSERT INTO undo_step (kind, said_at, zone) VALUES (?, ?, ?)",
            (step, encode.moment_to_text(moment), encode.zone_to_text(moment)),
        ).lastrowid
        connection.execute("DELETE FROM undo_step WHERE number <= ?", ((number or 0) - UNDO_STEPS,))
        connection.executemany(
            "INSERT INTO undo_entry VALUES (?, ?, ?, ?, ?, ?)",
            [(number, place, *_key_cells(key, day), _json(was)) for place, (key, day, was) in enumerate(were)],
        )

    def _swap(self, undone: int, order: str, moment: datetime) -> Taken | None:
        """Swap every entry of the first step in `order` with its other state."""
        with self._writing():
            row = self._connection.execute(f"{_STEPS.format(order=order)} LIMIT 1", (undone,)).fetchone()
            if row is None:
                return None
            step = self._step(row)
            changes = tuple(self._swap_entry(step, other, moment) for other in self._others(step.number, undone))
            self._connection.execute("UPDATE undo_step SET undone = ? WHERE number = ?", (1 - undone, step.number))
            return Taken(step, changes)

    def _coming(self, undone: int, order: str) -> tuple[Changed, ...]:
        """What swapping the first step in `order` would leave."""
        with self._reading():
            row = self._connection.execute(f"{_STEPS.format(order=order)} LIMIT 1", (undone,)).fetchone()
            return () if row is None else tuple(_changed(other) for other in self._others(row["number"], undone))

    def _others(self, step_number: int, undone: int) -> list[sqlite3.Row]:
        """The other states of a step's entries, in the order to swap them: of two changes of one entry the last is undone first."""
        turn = "ASC" if undone else "DESC"
        sql = f"SELECT * FROM undo_entry WHERE step_number = ? ORDER BY number {turn}"
        return self._connection.execute(sql, (step_number,)).fetchall()

    def _swap_entry(self, step: Step, other: sqlite3.Row, moment: datetime) -> Changed:
        key = _key_of(other)
        now = diary_rows.image_at(self._connection, key)
        wanted = None if other["image"] is None else Image.from_json(other["image"])
        if wanted is not None:
            if now is not None and now.row["id"] != wanted.row["id"]:
                diary_rows.remove(self._connection, key)
            diary_rows.put(self._connection, key.kind, wanted, fresh=now is None)
            self._forget_deleted([UUID(wanted.row["id"])])
        elif now is not None:
            diary_rows.remove(self._connection, key)
            if step.kind is StepKind.DELETED:
                self._keep_deleted(key, now, moment)
        self._connection.execute(
            "UPDATE undo_entry SET image = ? WHERE step_number = ? AND number = ?",
            (_json(now), step.number, other["number"]),
        )
        day = date.fromisoformat(other["day"])
        return Changed(key, day, None if wanted is None else value_of(key.kind, wanted))

    def _keep_deleted(self, key: EntryKey, image: Image, moment: datetime) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO deleted_entry VALUES (?, ?, ?, ?, ?)",
            (image.row["id"], key.kind, encode.moment_to_text(moment), encode.zone_to_text(moment), image.to_json()),
        )

    def _forget_deleted(self, ids: Sequence[UUID]) -> None:
        self._connection.executemany("DELETE FROM deleted_entry WHERE id = ?", [(str(each),) for each in ids])

    def _step(self, row: sqlite3.Row) -> Step:
        moment = encode.moment_from_text(row["said_at"], row["zone"])
        first = _key_of(row, "entry_")
        return Step(row["number"], StepKind(row["kind"]), moment, row["entries"], first, date.fromisoformat(row["entry_day"]))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with troubles(self._path):
            try:
                yield
            except Unreadable as unreadable:
                raise Trouble(*trouble.damaged(str(self._path), unreadable.place)) from unreadable

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: on disk when it ends well, without a trace when it does not."""
        with troubles(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk has ended it already
                    self._connection.execute("ROLLBACK")
                raise


_STEPS = """
SELECT undo_step.*, undo_entry.kind AS entry_kind, undo_entry.day AS entry_day, undo_entry.id AS entry_id,
       (SELECT count(*) FROM undo_entry WHERE step_number = undo_step.number) AS entries
FROM undo_step JOIN undo_entry ON undo_entry.step_number = undo_step.number AND undo_entry.number = 0
WHERE undone = ? ORDER BY undo_step.number {order}
"""


def _key_of(row: sqlite3.Row, prefix: str = "") -> EntryKey:
    kind = EntryKind(row[f"{prefix}kind"])
    if kind is EntryKind.WALK:
        return EntryKey(kind, id=UUID(row[f"{prefix}id"]))
    return EntryKey(kind) if kind is EntryKind.PROFILE else EntryKey(kind, date.fromisoformat(row[f"{prefix}day"]))


def _key_cells(key: EntryKey, day: date) -> tuple[str, str, str | None]:
    return key.kind, (key.day or day).isoformat(), None if key.id is None else str(key.id)


def _changed(other: sqlite3.Row) -> Changed:
    """The other state of an entry, as what would stand there."""
    key, image = _key_of(other), other["image"]
    return Changed(key, date.fromisoformat(other["day"]), None if image is None else value_of(key.kind, Image.from_json(image)))


def _json(image: Image | None) -> str | None:
    return None if image is None else image.to_json()


def _deleted(row: sqlite3.Row) -> Deleted:
    entry = entry_of(EntryKind(row["kind"]), Image.from_json(row["image"]))
    return Deleted(entry, encode.moment_from_text(row["deleted_at"], row["zone"]))


def _old(now: datetime) -> str:
    """What was deleted then or before is kept no longer."""
    return encode.moment_to_text(now - timedelta(days=DELETED_DAYS))
