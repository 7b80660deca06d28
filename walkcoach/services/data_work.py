"""What the settings have done with the diary's files beside the window: look into a backup, go back to it, export, import.

Each call but `folder`, `safekeeping` and `warning` is slow and belongs in a thread of its own (`services.errand`), so it opens a
connection of its own. Going back, importing and undoing give the diary as it is then, read and folded in the same thread, which
lets go of it: whoever holds one in memory takes that in its place.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from walkcoach.services.entries import FIELDS, Taken
from walkcoach.services.errand import AskedToStop, Tell
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.lock_watch import TakenBack
from walkcoach.services.ports import StoredDiary
from walkcoach.services.safekeeping import Safekeeping
from walkcoach.services.transfer.export import ExportKind
from walkcoach.services.transfer.merge import ImportPlan


@dataclass(frozen=True, slots=True)
class Contents:
    """What a diary holds, in short: days on which something was said or walked, walks, and from when to when.

    `asks`, of a backup: what going back to it would take back or lift, which has to be asked about first.
    """

    days: int
    walks: int
    span: tuple[date, date] | None
    asks: TakenBack = field(default_factory=TakenBack)


@dataclass(frozen=True, slots=True)
class Replaced:
    """The diary is now that of a backup: `diary`. What it was before lies in the backup `kept`."""

    diary: FoldedDiary
    kept: Path | None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has done in the end, and the diary as it is then."""

    plan: ImportPlan
    diary: FoldedDiary


@dataclass(frozen=True, slots=True)
class Swapped:
    """A step that was undone or done again (None: there was none), and the diary as it is then."""

    taken: Taken | None
    diary: FoldedDiary


@dataclass(frozen=True, slots=True)
class ToErase:
    """What deleting everything would take, beside the diary: so many backups, and the `copies` that lie beside the diary file,
    damaged ones and those of older versions; and the exported files that it would leave.
    """

    backups: int
    exported: tuple[Path, ...]
    copies: tuple[Path, ...] = ()


class LargeSteps(Protocol):
    """Undoing steps of thousands of entries. Raises `Trouble`, with nothing changed."""

    def asks(self, diary: StoredDiary, *, again: bool) -> TakenBack:
        """What has to be asked about before `swap`; `diary` is what the window holds."""

    def swap(self, *, again: bool) -> Swapped:
        """Undo the last step, or do again the one undone last."""


class DataWork(LargeSteps, Protocol):
    """The work itself. Each raises `Trouble`, which names the place, with nothing changed."""

    @property
    def folder(self) -> Path:
        """Where the diary lies."""

    @property
    def safekeeping(self) -> Safekeeping:
        """What looks after its backups."""

    def warning(self) -> tuple[str, str] | None:
        """What to know about the folder, where it is kept the same elsewhere; None where all is well."""

    def look_into(self, file: Path, now: StoredDiary) -> Contents:
        """Read the whole backup `file`; `now` is what the window holds."""

    def restore(self, file: Path) -> Replaced:
        """Let the diary be that of `file`, after a backup of what it is now."""

    def export(self, kind: ExportKind, place: Path, total: int, tell: Tell, asked_to_stop: AskedToStop) -> int:
        """Write the diary to `place`, over what is there; how many entries (walks, of TCX). `total` is how many to expect."""

    def plan(self, file: Path, tell: Tell, asked_to_stop: AskedToStop) -> ImportPlan:
        """What importing `file` would do. A file that is not taken at all is `Trouble`, too."""

    def add(self, plan: ImportPlan, tell: Tell, asked_to_stop: AskedToStop) -> Imported:
        """Import what was planned, after a backup, as one step."""

    def to_erase(self) -> ToErase:
        """What deleting everything would take and leave."""


def contents_of(diary: StoredDiary) -> Contents:
    """What `diary` holds."""
    days = {*diary.before, *diary.after, *diary.notes, *diary.remarks, *(walk.day for walk in diary.walks)}
    return Contents(len(days), len(diary.walks), (min(days), max(days)) if days else None)


def entries_about(diary: StoredDiary) -> int:
    """How many entries the diary is, about: for a bar that shows how far something is."""
    return sum(len(getattr(diary, name)) for _kind, name in FIELDS) + len(diary.walks) + 1
