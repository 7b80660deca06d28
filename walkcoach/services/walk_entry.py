"""What the diary keeps of a walk: its entry, as a checkpoint while it is under way and as a record when it is over.

Only values in and values out; `services.walking` decides when to write them.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from walkcoach.core.diary import ShorterBecause
from walkcoach.core.session import Walk
from walkcoach.services.ports import Checkpoint, WalkKind, WalkRecord


@dataclass(frozen=True, slots=True)
class WalkEntry:
    """What is known of a walk from its start on. `day` is the local date on which it began, also past midnight."""

    id: UUID
    day: date
    kind: WalkKind
    started: datetime

    def checkpoint(self, walk: Walk, now_s: float, saved: datetime) -> Checkpoint:
        """The walk under way as it is at the monotonic second `now_s`, which is the moment `saved`."""
        return Checkpoint(
            id=self.id,
            day=self.day,
            kind=self.kind,
            started=self.started,
            saved=saved,
            segments=walk.segments,
            walked_s=walk.walked_at(now_s),
            brisk_s=walk.brisk_at(now_s),
            symptom_marks_s=walk.symptom_marks_s,
        )

    def record(self, walk: Walk, ended: datetime, shorter_because: ShorterBecause | None) -> WalkRecord:
        """The walk as it is kept: finished, its last step at `ended`. The reason counts only if less than planned was walked."""
        return WalkRecord(
            id=self.id,
            day=self.day,
            kind=self.kind,
            started=self.started,
            ended=_no_sooner(ended, self.started, walk.before_s),
            walked_s=walk.before_s,
            brisk_s=walk.brisk_at(walk.since_s),
            shorter_because=shorter_because if walk.before_s < walk.total_s else None,
            symptom_marks_s=walk.symptom_marks_s,
        )


def entry_of(checkpoint: Checkpoint) -> WalkEntry:
    """The entry of a walk found again after a crash."""
    return WalkEntry(checkpoint.id, checkpoint.day, checkpoint.kind, checkpoint.started)


def record_of(checkpoint: Checkpoint, shorter_because: ShorterBecause | None) -> WalkRecord:
    """A walk found again after a crash, kept as far as it went."""
    return WalkRecord(
        id=checkpoint.id,
        day=checkpoint.day,
        kind=checkpoint.kind,
        started=checkpoint.started,
        ended=_no_sooner(checkpoint.saved, checkpoint.started, checkpoint.walked_s),
        walked_s=checkpoint.walked_s,
        brisk_s=checkpoint.brisk_s,
        shorter_because=shorter_because,
        symptom_marks_s=checkpoint.symptom_marks_s,
    )


def earlier(moment: datetime, seconds: float) -> datetime:
    """The moment `seconds` before, in the same zone, also across a change of the clocks."""
    return (moment.astimezone(UTC) - timedelta(seconds=seconds)).astimezone(moment.tzinfo)


def _no_sooner(ended: datetime, started: datetime, walked_s: float) -> datetime:
    """`ended`, unless the wall clock was put back meanwhile: a walk lasts at least as long as was walked."""
    return max(ended, earlier(started, -walked_s))
