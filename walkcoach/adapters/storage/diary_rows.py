"""Reading and writing the rows of the diary file, one kind of entry like another: `entry_images.TABLES` says where each lies.

A row that does not fit is `Unreadable`, which names the table and the row: the file is damaged, and nothing is made up in its
place. Nothing here begins or ends a transaction but the two readers of everything.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, Final
from uuid import UUID

from walkcoach.adapters.storage.entry_images import TABLES, Image, Row, entry_of, value_of
from walkcoach.core.diary import DiaryDay
from walkcoach.services import encode
from walkcoach.services.entries import FIELDS, Entry, EntryKey, EntryKind
from walkcoach.services.ports import Checkpoint, Profile, StoredDiary, WalkKind

OWN_TABLES: Final = tuple(dict.fromkeys([*(table.name for table in TABLES.values()), "checkpoint"]))
"""The tables that hold something of their own; the others hang on these."""


class Unreadable(Exception):
    """A row that is no value of the core; `place` is its table and key, as in `walk 2026-01-05`."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def read_diary(connection: sqlite3.Connection) -> StoredDiary:
    """All that the file holds, in one view of it. Raises `Unreadable` and SQLite's errors."""
    with _one_view(connection):
        fields: dict[str, Any] = {name: dict(_by_day(connection, kind)) for kind, name in FIELDS}
        for day in fields["after"]:
            with _row_of("check_in", day):
                DiaryDay(day, before=fields["before"].get(day), after=fields["after"][day])  # the two have to fit each other
        walks = tuple(value for _day, value in _by_day(connection, EntryKind.WALK))
        profiles = [value for _row, value in _values(connection, EntryKind.PROFILE)]
        return StoredDiary(walks=walks, profile=profiles[0] if profiles else Profile(), **fields)


def read_entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """Everything as entries, in one view of the file, by kind and day. Raises `Unreadable` and SQLite's errors."""
    with _one_view(connection):
        for kind in EntryKind:
            for image in _images(connection, kind):
                with _row_of(TABLES[kind].name, _place(image)):
                    entry = entry_of(kind, image)
                yield entry


def image_at(connection: sqlite3.Connection, key: EntryKey) -> Image | None:
    """The rows of the entry at `key`, as plain values; None where there is none."""
    table = TABLES[key.kind]
    where, words = _where(key)
    found = connection.execute(f"SELECT * FROM {table.name} WHERE {where}", words).fetchone()
    if found is None:
        return None
    hanging = {}
    for name, owner, order in table.hanging:
        rows = connection.execute(f"SELECT * FROM {name} WHERE {owner} = ? ORDER BY {order}", (found["id"],))
        hanging[name] = tuple({column: row[column] for column in row.keys() if column != owner} for row in rows)  # noqa: SIM118 - a Row
    return Image({column: found[column] for column in found.keys()}, hanging)  # noqa: SIM118 - a Row is no mapping


def put(connection: sqlite3.Connection, kind: EntryKind, image: Image, *, fresh: bool = False) -> None:
    """Put the rows in, or over those of the entry that is there already, which keeps its id; `fresh`: there is none."""
    table = TABLES[kind]
    _upsert(connection, table.name, table.unique, image.row)
    if not table.hanging:
        return
    owner_id = image.row["id"]
    if not fresh:
        which = " AND ".join(f"{column} = :{column}" for column in table.unique)
        owner_id = connection.execute(f"SELECT id FROM {table.name} WHERE {which}", dict(image.row)).fetchone()["id"]
        for name, owner, _order in table.hanging:
            connection.execute(f"DELETE FROM {name} WHERE {owner} = ?", (owner_id,))
    for name, owner, _order in table.hanging:
        for row in image.hanging.get(name, ()):
            columns = [owner, *row]
            marks = ", ".join("?" * len(columns))
            connection.execute(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", (owner_id, *row.values()))


def remove(connection: sqlite3.Connection, key: EntryKey) -> None:
    """Remove the entry at `key` and what hangs on it."""
    where, words = _where(key)
    connection.execute(f"DELETE FROM {TABLES[key.kind].name} WHERE {where}", words)


def put_checkpoint(connection: sqlite3.Connection, checkpoint: Checkpoint) -> None:
    """Keep the walk under way in place of any other."""
    connection.execute("DELETE FROM checkpoint WHERE id <> ?", (str(checkpoint.id),))
    row = {
        "id": str(checkpoint.id),
        "day": checkpoint.day.isoformat(),
        "kind": checkpoint.kind,
        "started_at": encode.moment_to_text(checkpoint.started),
        "saved_at": encode.moment_to_text(checkpoint.saved),
        "zone": encode.zone_to_text(checkpoint.started),
        "segments": encode.segments_to_json(checkpoint.segments),
        "walked_s": checkpoint.walked_s,
        "brisk_s": checkpoint.brisk_s,
        "symptom_marks_s": encode.seconds_to_json(checkpoint.symptom_marks_s),
    }
    _upsert(connection, "checkpoint", ("id",), row)


def read_checkpoint(connection: sqlite3.Connection) -> Checkpoint | None:
    """The walk under way, if any. Raises `Unreadable` and SQLite's errors."""
    row = connection.execute("SELECT * FROM checkpoint").fetchone()
    if row is None:
        return None
    with _row_of("checkpoint", row["day"]):
        return Checkpoint(
            id=UUID(row["id"]),
            day=date.fromisoformat(row["day"]),
            kind=WalkKind(row["kind"]),
            started=encode.moment_from_text(row["started_at"], row["zone"]),
            saved=encode.moment_from_text(row["saved_at"], row["zone"]),
            segments=encode.segments_from_json(row["segments"]),
            walked_s=float(row["walked_s"]),
            brisk_s=float(row["brisk_s"]),
            symptom_marks_s=encode.seconds_from_json(row["symptom_marks_s"]),
        )


@contextmanager
def _one_view(connection: sqlite3.Connection) -> Iterator[None]:
    """All reads see the same state of the file, whoever writes meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")  # nothing was written; unlike a commit it masks no error of the reading


@contextmanager
def _row_of(table: str, key: object) -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
        raise Unreadable(f"{table} {key}") from error


def _by_day(connection: sqlite3.Connection, kind: EntryKind) -> Iterator[tuple[date, Any]]:
    for row, value in _values(connection, kind):
        with _row_of(TABLES[kind].name, row["day"]):
            day = date.fromisoformat(row["day"])
        yield day, value


def _values(connection: sqlite3.Connection, kind: EntryKind) -> Iterator[tuple[Row, Any]]:
    for image in _images(connection, kind):
        with _row_of(TABLES[kind].name, _place(image)):
            value = value_of(kind, image)
        yield image.row, value


def _images(connection: sqlite3.Connection, kind: EntryKind) -> Iterator[Image]:
    """The rows of every entry of the kind. They are SQLite's own and hold the column that refers to the entry as well."""
    table = TABLES[kind]
    where, words = ("", ()) if table.part is None else ("WHERE part = ?", (table.part,))
    hanging: dict[str, Mapping[str, tuple[Row, ...]]] = {}
    for name, owner, order in table.hanging:
        chosen = f"WHERE {owner} IN (SELECT id FROM {table.name} {where})" if where else ""
        by_owner: dict[str, list[Row]] = {}
        for row in connection.execute(f"SELECT * FROM {name} {chosen} ORDER BY {owner}, {order}", words):
            by_owner.setdefault(row[owner], []).append(row)
        hanging[name] = {key: tuple(rows) for key, rows in by_owner.items()}
    for row in connection.execute(f"SELECT * FROM {table.name} {where} ORDER BY {table.order}", words):
        yield Image(row, {name: rows.get(row["id"], ()) for name, rows in hanging.items()})


def _place(image: Image) -> object:
    try:
        return image.row["day"]
    except (KeyError, IndexError):
        return image.row["said_at"]


def _where(key: EntryKey) -> tuple[str, tuple[str, ...]]:
    match key.kind:
        case EntryKind.PROFILE:
            return "one = 1", ()
        case EntryKind.WALK:
            return "id = ?", (str(key.id),)
        case _:
            day = key.day.isoformat() if key.day else ""
            part = TABLES[key.kind].part
            return ("day = ?", (day,)) if part is None else ("day = ? AND part = ?", (day, part))


def _upsert(connection: sqlite3.Connection, table: str, unique: tuple[str, ...], row: Row) -> None:
    changed = ", ".join(f"{column} = excluded.{column}" for column in row if column != "id")
    marks = ", ".join(f":{column}" for column in row)
    sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks}) ON CONFLICT ({', '.join(unique)}) DO UPDATE SET {changed}"
    connection.execute(sql, dict(row))
