"""The diary as entries: each with an id, the day it is about and when it was said; how they are changed, undone and deleted.

`StoredDiary` is what the coach and the pages read; entries are what can be edited, taken elsewhere and merged. A day has at
most one entry of each kind but walks, and there is one profile. Changes are steps that can be undone, newest first.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol
from uuid import UUID

from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes
from walkcoach.core.programme import Programme
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.services.ports import Profile, StoredDiary, WalkKind, WalkRecord

UNDO_STEPS: Final = 30
"""Steps that can be undone, at least."""
DELETED_DAYS: Final = 30
"""Days that a deleted entry is kept."""


class EntryKind(StrEnum):
    """What an entry is. `REMARK` is a note in the person's own words, `NOTES` what is noted for the coach."""

    PROFILE = "profile"
    PROGRAMME = "programme"
    BEFORE = "before"
    AFTER = "after"
    NOTES = "notes"
    OFFER = "offer"
    WALK = "walk"
    SLOW_ANSWERS = "slow_answers"
    REMARK = "remark"
    WEEK_REVIEW = "week_review"


EntryValue = BeforeCheckIn | AfterCheckIn | Notes | Decision | Programme | Profile | SlowAnswers | WalkRecord | str
"""The value of an entry. A remark is its text; the review of a week is a JSON object as text."""


@dataclass(frozen=True, slots=True)
class EntryKey:
    """Where an entry belongs: a walk by its `id`, the profile by its kind alone, everything else by its `day`."""

    kind: EntryKind
    day: date | None = None
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `day` is the diary day that it is about (of the profile: on which it was said), `said` an aware moment.

    Of a walk, `id`, `day` and `said` are those of the record: its id, its day and its start.
    """

    kind: EntryKind
    id: UUID
    day: date
    said: datetime
    value: EntryValue

    @property
    def key(self) -> EntryKey:
        """Where the entry belongs."""
        match self.kind:
            case EntryKind.WALK:
                return EntryKey(self.kind, id=self.id)
            case EntryKind.PROFILE:
                return EntryKey(self.kind)
            case _:
                return EntryKey(self.kind, self.day)


def walk_entry(walk: WalkRecord) -> Entry:
    """A walk as an entry."""
    return Entry(EntryKind.WALK, walk.id, walk.day, walk.started, walk)


class StepKind(StrEnum):
    """What the person did in one step that can be undone."""

    SAID = "said"
    """Something was said or added: a check-in, a note, a walk by hand; or said anew."""
    EDITED = "edited"
    DELETED = "deleted"
    PUT_BACK = "put_back"
    IMPORTED = "imported"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it was, when, how many entries it changed, where the first of them belongs and which day that is about."""

    number: int
    kind: StepKind
    moment: datetime
    entries: int
    first: EntryKey
    day: date


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change left where an entry belongs: its value, or None. `day` is the day it is or was about."""

    key: EntryKey
    day: date
    value: EntryValue | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was undone, or done again, and what it changed."""

    step: Step
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """An entry that was deleted, and when; it can be put back as it was."""

    entry: Entry
    moment: datetime


_STEPS_BY_KIND: Final[Mapping[EntryKind, StepKind]] = MappingProxyType(
    {
        EntryKind.BEFORE: StepKind.SAID,
        EntryKind.AFTER: StepKind.SAID,
        EntryKind.NOTES: StepKind.SAID,
        EntryKind.SLOW_ANSWERS: StepKind.SAID,
        EntryKind.REMARK: StepKind.SAID,
        EntryKind.PROGRAMME: StepKind.PROGRAMME,
    }
)


def step_of(entry: Entry) -> StepKind | None:
    """What saving `entry` is to the person: a step of theirs, or None for what the program keeps by itself.

    A walk added by hand is one, a walk that the program has timed is not: it happened.
    """
    if isinstance(entry.value, WalkRecord):
        return StepKind.SAID if entry.value.kind is WalkKind.BY_HAND else None
    return _STEPS_BY_KIND.get(entry.kind)


class EntryBook(Protocol):
    """The diary file as entries. Each call is one transaction, on disk when it returns; trouble is a `Trouble`."""

    def entries(self) -> Iterator[Entry]:
        """Everything, by kind, then by day; walks by their start."""

    def change(
        self, step: StepKind | None, puts: Sequence[Entry], removals: Sequence[EntryKey], moment: datetime
    ) -> tuple[Changed, ...]:
        """Remove `removals` and put `puts` in or over what is there, all or nothing, as a step that can be undone.

        An entry that replaces another keeps the other's id. None as the step: it is not to be undone and leaves the steps
        as they are. A removal of what is not there is left out; what `StepKind.DELETED` removes is kept for 30 days.
        """

    def undo(self, moment: datetime) -> Taken | None:
        """Undo the last step; None where there is none."""

    def redo(self, moment: datetime) -> Taken | None:
        """Do again what was undone last; None where there is nothing, or another step was taken since."""

    def undo_changes(self) -> tuple[Changed, ...]:
        """What `undo` would change, with nothing done; empty where there is no step."""

    def redo_changes(self) -> tuple[Changed, ...]:
        """What `redo` would change, with nothing done; empty where there is nothing to do again."""

    def steps(self) -> tuple[Step, ...]:
        """The steps that can be undone, last first."""

    def undone_steps(self) -> tuple[Step, ...]:
        """The steps that can be done again, the next one first."""

    def deleted(self, now: datetime) -> tuple[Deleted, ...]:
        """What was deleted in the last 30 days, last first."""


def diary_of(entries: Iterable[Entry]) -> StoredDiary:
    """The diary that the entries make, whatever their order."""
    kinds: dict[EntryKind, dict[date, EntryValue]] = {kind: {} for kind in EntryKind}
    walks: list[WalkRecord] = []
    profile = Profile()
    for entry in entries:
        if isinstance(entry.value, WalkRecord):
            walks.append(entry.value)
        elif isinstance(entry.value, Profile):
            profile = entry.value
        else:
            kinds[entry.kind][entry.day] = entry.value
    fields: dict[str, object] = {name: kinds[kind] for kind, name in FIELDS}
    return StoredDiary(walks=tuple(sorted(walks, key=by_start)), profile=profile, **fields)  # type: ignore[arg-type]  # by kind


def entries_of(diary: StoredDiary, said: datetime, new_id: Callable[[], UUID]) -> list[Entry]:
    """The whole diary as entries, said at `said`; the profile comes last."""
    entries = [
        Entry(kind, new_id(), day, said, value) for kind, name in FIELDS for day, value in getattr(diary, name).items()
    ]
    entries += [walk_entry(walk) for walk in diary.walks]
    return [*entries, Entry(EntryKind.PROFILE, new_id(), said.date(), said, diary.profile)]


FIELDS: Final = (
    (EntryKind.BEFORE, "before"),
    (EntryKind.AFTER, "after"),
    (EntryKind.NOTES, "notes"),
    (EntryKind.OFFER, "offers"),
    (EntryKind.PROGRAMME, "programmes"),
    (EntryKind.SLOW_ANSWERS, "slow_answers"),
    (EntryKind.REMARK, "remarks"),
    (EntryKind.WEEK_REVIEW, "week_reviews"),
)
"""The kinds of which a day has one, each with its field of `StoredDiary`."""


def by_start(walk: WalkRecord) -> tuple[float, int]:
    """The order of walks: by their start, then by their id."""
    return walk.started.timestamp(), walk.id.int
