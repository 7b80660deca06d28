"""The shape of the diary file, as numbered steps, and how an older file is brought up to date.

`steps/0001_first.sql` makes version 1, `steps/0002_….sql` would make 2 of it, and so on for ever: a step that was released is
never changed. SQLite's `user_version` tells how many steps a file has seen. Each step is one transaction. An existing file is
copied first; a file of a newer program is refused by `connection`, which knows the newest version from here.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from walkcoach.adapters.storage.copying import copy_pages
from walkcoach.adapters.storage.files import make_private_file, put_in_place

APPLICATION_ID: Final = 0x57414C4B
"""'WALK', in the file's header: how a diary is told from other databases."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the version that it makes, and its SQL."""

    version: int
    sql: str


def released_steps() -> tuple[Step, ...]:
    """The steps that come with the program, in order, numbered from 1 without a gap."""
    files = sorted((Path(__file__).parent / "steps").glob("*.sql"))
    steps = tuple(Step(int(file.name[:4]), file.read_text(encoding="utf-8")) for file in files)
    if [step.version for step in steps] != list(range(1, len(steps) + 1)) or not steps:
        raise ValueError(f"the steps are not numbered from 1 without a gap: {[step.version for step in steps]}")
    return steps


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the open file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def take(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Take every step that the file has not seen. Each is whole or not at all; an error leaves the file at the step before."""
    for step in steps[version_of(connection) :]:
        try:
            connection.executescript(f"BEGIN IMMEDIATE;\n{step.sql}\nPRAGMA user_version = {step.version};")
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
            if broken is not None:
                raise sqlite3.IntegrityError(f"step {step.version} leaves a row of {broken[0]} without what it refers to")
            connection.execute("COMMIT")
        except sqlite3.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def copy_before_steps(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy the open diary to a file beside it, whole and on disk, before steps change it; gives the copy's path.

    An earlier copy of the same version is never overwritten.
    """
    name = f"{path.stem}.version-{version_of(connection)}"
    copy = path.with_name(f"{name}{path.suffix}")
    number = 2
    while copy.exists():
        copy = path.with_name(f"{name}-{number}{path.suffix}")
        number += 1
    beside = copy.with_name(f"{copy.name}.new")
    make_private_file(beside)
    with closing(sqlite3.connect(beside, isolation_level=None)) as target:
        copy_pages(connection, target)
        target.execute("PRAGMA journal_mode=DELETE")
        if target.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("the copy is not whole")
    put_in_place(beside, copy)
    return copy
