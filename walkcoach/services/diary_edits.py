"""Changes of the diary made afterwards: made as a value first, asked about where a lock hangs on it, then carried out as one step.

What was offered on a walked day stays as it was shown: nothing here touches an offer. An edit changes only decisions still to
come, which the fold sees to.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta
from typing import Final
from uuid import UUID, uuid4

from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes, ShorterBecause
from walkcoach.core.hand_walk import HandWalk, HandWalkFault, HandWalkField
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import Changed, Deleted, Entry, EntryKey, EntryKind, EntryValue, StepKind, walk_entry
from walkcoach.services.extra_walks import hand_record, hand_walk_faults, hand_walk_of
from walkcoach.services.folded_diary import whole_minutes
from walkcoach.services.lock_watch import TakenBack, taken_back
from walkcoach.services.ports import Clock, WalkKind, WalkRecord

REMARK_MOST: Final = 2000
"""Characters that a note may have."""
_DAY_KINDS: Final = (EntryKind.BEFORE, EntryKind.AFTER, EntryKind.NOTES, EntryKind.REMARK)
"""What the person says of a day, walks apart."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change, not made yet. It changes nothing where both are empty."""

    step: StepKind
    puts: tuple[Entry, ...] = ()
    removals: tuple[EntryKey, ...] = ()

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return bool(self.puts or self.removals)


class DiaryEdits:
    """Makes edits and carries them out. Nothing can be said of a day to come: that is a `ValueError`."""

    def __init__(self, clock: Clock, keeper: DiaryKeeper, new_id: Callable[[], UUID] = uuid4) -> None:
        self._clock = clock
        self._keeper = keeper
        self._new_id = new_id

    def before(self, day: date, check_in: BeforeCheckIn) -> Edit:
        """Say the check-in before the walk of `day`, or say it anew."""
        return self._say(EntryKind.BEFORE, day, check_in, self._keeper.load().before.get(day))

    def after(self, day: date, check_in: AfterCheckIn) -> Edit:
        """Say the check-in after the walk of `day`, or say it anew."""
        return self._say(EntryKind.AFTER, day, check_in, self._keeper.load().after.get(day))

    def notes(self, day: date, notes: Notes) -> Edit:
        """Note for the coach; notes that say nothing take the day's away."""
        kept = self._keeper.load().notes.get(day)
        if notes == Notes():
            return self._delete(EntryKey(EntryKind.NOTES, day)) if kept is not None else Edit(StepKind.EDITED)
        return self._say(EntryKind.NOTES, day, notes, kept)

    def remark(self, day: date, text: str) -> Edit:
        """Write the day's note, without space around it and cut off after `REMARK_MOST`; an empty one takes it away.

        A longer one that came with a file may be changed without being cut, as long as it grows no longer.
        """
        kept = self._keeper.load().remarks.get(day)
        most = max(REMARK_MOST, len(kept.strip()) if kept is not None else 0)
        written = text.strip()[:most].rstrip()
        if not written:
            return self._delete(EntryKey(EntryKind.REMARK, day)) if kept is not None else Edit(StepKind.EDITED)
        return self._say(EntryKind.REMARK, day, kept if kept is not None and kept.strip() == written else written, kept)

    def hand_walk_faults(self, walk: HandWalk) -> Mapping[HandWalkField, HandWalkFault]:
        """What keeps `walk` from being said, by field. No day is too long ago here."""
        wrong = dict(hand_walk_faults(self._keeper, self._clock.now(), walk))
        if wrong.get(HandWalkField.DAY) is HandWalkFault.TOO_LONG_AGO:
            del wrong[HandWalkField.DAY]
        return wrong

    def hand_walk(self, walk: HandWalk, kept: WalkRecord | None = None) -> Edit:
        """Add a walk by hand, or say anew the one that is `kept`. A `ValueError` for one that has faults."""
        if self.hand_walk_faults(walk) or (kept is not None and kept.kind is not WalkKind.BY_HAND):
            raise ValueError(f"no such walk can be kept: {walk}")
        if kept is None:
            return Edit(StepKind.SAID, (walk_entry(hand_record(walk, self._clock.now(), self._new_id())),))
        was = hand_walk_of(kept)
        if walk == was:
            return Edit(StepKind.EDITED)
        said = hand_record(walk, self._clock.now(), kept.id)
        if (walk.day, walk.begun) == (was.day, was.begun):  # the begin stays as it was said, in the zone of then
            length = timedelta(minutes=walk.minutes)
            ended = (kept.started.astimezone(UTC) + length).astimezone(kept.started.tzinfo)
            said = replace(said, started=kept.started, ended=ended)
        return Edit(StepKind.EDITED, (walk_entry(said),))

    def timed_walk(self, walk: WalkRecord, minutes: int, shorter_because: ShorterBecause | None) -> Edit:
        """Say of a timed walk that it was `minutes` long, never longer than timed, and why it was shorter.

        The minutes that it has leave its seconds alone. A `ValueError` where it would be longer, or empty.
        """
        timed_min = whole_minutes(walk.walked_s)
        if minutes > timed_min or (minutes < 1 and minutes != timed_min) or walk.kind is WalkKind.BY_HAND:
            raise ValueError(f"a walk timed at {timed_min} minutes cannot be made one of {minutes}")
        walked_s = walk.walked_s if minutes == timed_min else minutes * 60.0
        marks = tuple(at_s for at_s in walk.symptom_marks_s if at_s <= walked_s)
        said = replace(
            walk,
            walked_s=walked_s,
            brisk_s=min(walk.brisk_s, walked_s),
            shorter_because=shorter_because,
            symptom_marks_s=marks,
        )
        return Edit(StepKind.EDITED, () if said == walk else (walk_entry(said),))

    def delete(self, *keys: EntryKey) -> Edit:
        """Delete what belongs there."""
        return self._delete(*keys)

    def delete_day(self, day: date) -> Edit:
        """Delete all that the person has said of the day, walks included. Programme and monthly answers stay."""
        diary = self._keeper.load()
        kept = (diary.before, diary.after, diary.notes, diary.remarks)
        said = [EntryKey(kind, day) for kind, there in zip(_DAY_KINDS, kept, strict=True) if day in there]
        walks = [walk_entry(walk).key for walk in self._keeper.walks_on(day)]
        return self._delete(*walks, *said)

    def put_back(self, deleted: Deleted) -> Edit | None:
        """Put what was deleted back as it was; None where something newer stands in its place."""
        if self._stands(deleted.entry.key):
            return None
        return Edit(StepKind.PUT_BACK, (deleted.entry,))

    def asks(self, edit: Edit) -> TakenBack:
        """What has to be asked about before `edit` is made."""
        removed = [Changed(key, self._day_of(key), None) for key in edit.removals]
        return taken_back(self._keeper.load(), [*removed, *(Changed(put.key, put.day, put.value) for put in edit.puts)])

    def make(self, edit: Edit) -> None:
        """Carry it out. Raises `Trouble`, or a `DiaryError` where the day's check-ins would not fit, with nothing changed."""
        if edit:
            self._keeper.change(edit.step, edit.puts, edit.removals, self._clock.now())

    def _say(self, kind: EntryKind, day: date, value: EntryValue, kept: EntryValue | None) -> Edit:
        now = self._clock.now()
        if kept is None and day > now.date():
            raise ValueError(f"nothing can be said of {day} yet")
        if value == kept:
            return Edit(StepKind.EDITED)
        entry = Entry(kind, self._new_id(), day, now, value)
        return Edit(StepKind.SAID if kept is None else StepKind.EDITED, (entry,))

    @staticmethod
    def _delete(*keys: EntryKey) -> Edit:
        return Edit(StepKind.DELETED, (), keys)

    def _day_of(self, key: EntryKey) -> date:
        if key.day is not None:
            return key.day
        days = (walk.day for walk in self._keeper.load().walks if walk.id == key.id)
        return next(days, self._clock.now().date())

    def _stands(self, key: EntryKey) -> bool:
        diary = self._keeper.load()
        match key.kind:
            case EntryKind.WALK:
                return any(walk.id == key.id for walk in diary.walks)
            case EntryKind.BEFORE:
                return key.day in diary.before
            case EntryKind.AFTER:
                return key.day in diary.after
            case EntryKind.NOTES:
                return key.day in diary.notes
            case EntryKind.REMARK:
                return key.day in diary.remarks
            case EntryKind.SLOW_ANSWERS:
                return key.day in diary.slow_answers
            case EntryKind.PROGRAMME:
                return key.day in diary.programmes
            case EntryKind.OFFER:
                return key.day in diary.offers
            case EntryKind.WEEK_REVIEW:
                return key.day in diary.week_reviews
            case EntryKind.PROFILE:
                return True
