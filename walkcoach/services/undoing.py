"""Undo and do again for the window: what comes next, whether it has to be asked about first, and each step in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import Changed, EntryKey, EntryKind, Step, StepKind, Taken
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.lock_watch import TakenBack, taken_back
from walkcoach.services.ports import Clock, StoredDiary, WalkKind
from walkcoach.wording import undo as words


class Undoing:
    """Takes steps back and does them again. Raises `Trouble`, with nothing changed."""

    def __init__(self, clock: Clock, keeper: DiaryKeeper) -> None:
        self._clock = clock
        self._keeper = keeper

    def last(self) -> Step | None:
        """The step that `undo` would take back."""
        return next(iter(self._keeper.steps()), None)

    def last_undone(self) -> Step | None:
        """The step that `redo` would do again."""
        return next(iter(self._keeper.undone_steps()), None)

    def diary(self) -> StoredDiary:
        """The diary as it now is."""
        return self._keeper.load()

    def take(self, diary: FoldedDiary) -> None:
        """Hold `diary`, which is what the disk has by now."""
        self._keeper.reload(diary)

    def today(self) -> date:
        """The local date."""
        return self._clock.now().date()

    def undo_asks(self) -> TakenBack:
        """What has to be asked about before `undo`: a lock that it would lift, or a sign that it would take back.

        A timed walk is no step, so that the last step may be the check-in from before it: that is asked about as well.
        """
        changes = tuple(self._keeper.undo_changes())
        return replace(taken_back(self._keeper.load(), changes), walked=self._walked_without(changes))

    def _walked_without(self, changes: Sequence[Changed]) -> tuple[date, ...]:
        """The days that `changes` would leave with a timed walk and without the check-in before it."""
        going = {change.key.id for change in changes if change.key.kind is EntryKind.WALK and change.value is None}
        gone = {change.day for change in changes if change.key.kind is EntryKind.BEFORE and change.value is None}
        return tuple(
            day
            for day in sorted(gone)
            if any(walk.kind is not WalkKind.BY_HAND and walk.id not in going for walk in self._keeper.walks_on(day))
        )

    def redo_asks(self) -> TakenBack:
        """As `undo_asks`, for `redo`."""
        return taken_back(self._keeper.load(), self._keeper.redo_changes())

    def undo(self) -> Taken | None:
        """Take the last step back; None where there is none."""
        return self._keeper.undo(self._clock.now())

    def redo(self) -> Taken | None:
        """Do again what was taken back last; None where there is nothing."""
        return self._keeper.redo(self._clock.now())

    def name(self, step: Step) -> str:
        """What the step was about, inside a sentence: "yesterday's walk and 2 more entries"."""
        if step.kind is StepKind.IMPORTED:
            return words.import_of(step.entries)
        today = self.today()
        if step.kind is StepKind.DELETED and step.entries > 1:  # only a whole day goes at once
            return words.whole_day(step.day, today)
        return words.and_more(thing_at(step.first, step.day, today), step.entries - 1)

    def sentence(self, step: Step) -> str:
        """What the step did: "Deleted: yesterday's walk."."""
        what = self.name(step)
        match step.kind:
            case StepKind.SAID:
                return words.said(what)
            case StepKind.DELETED:
                return words.deleted(what)
            case StepKind.PUT_BACK:
                return words.put_back(what)
            case StepKind.IMPORTED:
                return words.imported(what)
            case StepKind.EDITED | StepKind.PROGRAMME:
                return words.edited(what)


def thing_at(key: EntryKey, day: date, today: date) -> str:
    """What belongs at `key`, with its day, inside a sentence."""
    if key.kind is EntryKind.PROFILE:
        return words.profile()
    return words.thing_of(_thing(key.kind), day, today)


def _thing(kind: EntryKind) -> str:
    match kind:
        case EntryKind.BEFORE:
            return words.check_in_before()
        case EntryKind.AFTER:
            return words.check_in_after()
        case EntryKind.NOTES:
            return words.coach_notes()
        case EntryKind.REMARK:
            return words.remark()
        case EntryKind.WALK:
            return words.walk()
        case EntryKind.OFFER:
            return words.offer()
        case EntryKind.PROGRAMME:
            return words.programme()
        case EntryKind.SLOW_ANSWERS:
            return words.slow_answers()
        case EntryKind.WEEK_REVIEW:
            return words.week_review()
        case EntryKind.PROFILE:
            return words.profile()
