"""The current diary in memory, in front of the store: what was said, as days, and what the coach makes of them.

The keeper is itself a `DiaryStore`: whoever saves through it has it on disk first and in memory then, so that trouble changes
neither. The coach's state after each diary day is kept; an edit replays only from the day edited, to the same result as a
full fold.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import floor
from uuid import UUID

from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DayWalk, DiaryDay, Notes
from walkcoach.core.fold import step
from walkcoach.core.programme import Programme
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.services.ports import Checkpoint, DiaryStore, Profile, StoredDiary, WalkKind, WalkRecord

_MOST_MIN = 24 * 60


class DiaryKeeper:
    """Holds the diary of `store`. All its days are diary days: those with a check-in, a note or a part of the day's plan."""

    def __init__(self, store: DiaryStore) -> None:
        self._store = store
        self._diary = StoredDiary()
        self._programme_dates: list[date] = []
        self._walks: dict[date, tuple[WalkRecord, ...]] = {}
        self._dates: list[date] = []
        self._folded: list[tuple[Decision, CoachState]] = []
        self._take(store.load())

    def load(self) -> StoredDiary:
        """The diary as it now is, from memory."""
        return self._diary

    def days(self) -> tuple[date, ...]:
        """The dates of all diary days, rising."""
        return tuple(self._dates)

    def day(self, on: date) -> DiaryDay:
        """The day `on`, empty where nothing was said. Parts of the day's plan are summed; other walks do not count here."""
        diary = self._diary
        return DiaryDay(
            on,
            before=diary.before.get(on),
            walk=walk_of(self.walks_on(on)),
            after=diary.after.get(on),
            notes=diary.notes.get(on, Notes()),
            offered=diary.offers.get(on),
        )

    def walks_on(self, on: date) -> tuple[WalkRecord, ...]:
        """Every walk of the day, of all kinds, rising by start."""
        return self._walks.get(on, ())

    def programme_on(self, on: date) -> Programme:
        """The programme that holds on the day: the last one set until then, at first the default."""
        number = bisect_left(self._programme_dates, on)
        if number < len(self._programme_dates) and self._programme_dates[number] == on:
            return self._diary.programmes[on]
        return self._diary.programmes[self._programme_dates[number - 1]] if number else Programme()

    def state_before(self, on: date) -> CoachState:
        """What the coach knows when the day begins. A day that was folded before is not folded again."""
        wanted = bisect_left(self._dates, on)
        while len(self._folded) < wanted:
            day = self._dates[len(self._folded)]
            state = self._folded[-1][1] if self._folded else CoachState.begin()
            self._folded.append(step(state, self.day(day), self.programme_on(day)))
        return self._folded[wanted - 1][1] if wanted else CoachState.begin()

    def decision_on(self, on: date) -> Decision:
        """What the day offered: as it was shown if it was walked, else what the coach says of it now, unwalked."""
        state = self.state_before(on + timedelta(days=1))
        number = bisect_left(self._dates, on)
        if number < len(self._folded) and self._dates[number] == on:
            return self._folded[number][0]
        return decide(state, DiaryDay(on), self.programme_on(on), walking=False)

    def save_before(self, day: date, check_in: BeforeCheckIn, moment: datetime) -> None:
        """See `DiaryStore`. Raises a `DiaryError` where it does not fit the check-in after."""
        replace(self.day(day), before=check_in)
        self._store.save_before(day, check_in, moment)
        self._diary = replace(self._diary, before={**self._diary.before, day: check_in})
        self._edited(day)

    def save_after(self, day: date, check_in: AfterCheckIn, moment: datetime) -> None:
        """See `DiaryStore`. Raises a `DiaryError` where it leaves out a symptom rated before."""
        replace(self.day(day), after=check_in)
        self._store.save_after(day, check_in, moment)
        self._diary = replace(self._diary, after={**self._diary.after, day: check_in})
        self._edited(day)

    def save_notes(self, day: date, notes: Notes, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._store.save_notes(day, notes, moment)
        self._diary = replace(self._diary, notes={**self._diary.notes, day: notes})
        self._edited(day)

    def save_offer(self, day: date, offer: Decision, moment: datetime) -> None:
        """See `DiaryStore`. It makes no diary day by itself."""
        self._store.save_offer(day, offer, moment)
        self._diary = replace(self._diary, offers={**self._diary.offers, day: offer})
        self._forget_from(day)

    def save_programme(self, day: date, programme: Programme, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._store.save_programme(day, programme, moment)
        self._diary = replace(self._diary, programmes={**self._diary.programmes, day: programme})
        self._programme_dates = sorted(self._diary.programmes)
        self._forget_from(day)

    def save_profile(self, profile: Profile, moment: datetime) -> None:
        """See `DiaryStore`."""
        self._store.save_profile(profile, moment)
        self._diary = replace(self._diary, profile=profile)

    def save_slow_answers(self, day: date, answers: SlowAnswers, moment: datetime) -> None:
        """See `DiaryStore`. They make no diary day, and nothing is folded again: the coach does not see them."""
        self._store.save_slow_answers(day, answers, moment)
        self._diary = replace(self._diary, slow_answers={**self._diary.slow_answers, day: answers})

    def save_walk(self, walk: WalkRecord) -> None:
        """See `DiaryStore`."""
        self._store.save_walk(walk)
        earlier = next((kept for kept in self._diary.walks if kept.id == walk.id), None)
        others = [kept for kept in self._diary.walks if kept.id != walk.id]
        self._diary = replace(self._diary, walks=tuple(sorted([*others, walk], key=_start)))
        for day in {walk.day} if earlier is None else {earlier.day, walk.day}:
            self._walks[day] = tuple(kept for kept in self._diary.walks if kept.day == day)
            self._edited(day)

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

    def _take(self, diary: StoredDiary) -> None:
        self._diary = diary
        self._programme_dates = sorted(diary.programmes)
        self._walks = _by_day(diary.walks)
        dates = {*diary.before, *diary.after, *diary.notes}
        self._dates = sorted(dates | {day for day, walks in self._walks.items() if walk_of(walks) is not None})
        self._folded = []

    def _edited(self, day: date) -> None:
        """Bring the list of diary days up to date with `day`, and forget what was folded from it on."""
        diary = self._diary
        is_one = day in diary.before or day in diary.after or day in diary.notes or walk_of(self.walks_on(day)) is not None
        number = bisect_left(self._dates, day)
        was_one = number < len(self._dates) and self._dates[number] == day
        self._forget_from(day)
        if is_one and not was_one:
            insort(self._dates, day)
        elif was_one and not is_one:
            del self._dates[number]

    def _forget_from(self, day: date) -> None:
        del self._folded[bisect_left(self._dates, day) :]


def state_on(keeper: DiaryKeeper, on: date) -> CoachState:
    """What holds as the day begins: the keeper's `state_before`, and every lock that a day dated later has left.

    A journey west, or a clock put right, goes back behind what was said already; a warning sign stands all the same.
    """
    state = keeper.state_before(on)
    if not any(day > on for day in keeper.days()[-1:]):
        return state
    ahead = keeper.state_before(date.max)
    return replace(state, locks=state.locks | ahead.locks, after_clearance=state.after_clearance or ahead.after_clearance)


def walk_of(walks: Iterable[WalkRecord]) -> DayWalk | None:
    """The parts of a day's plan as one walk, in whole minutes, rounded half up; None without a part.

    The reason for a shorter walk is the last part's: whoever goes on to the end has not stopped early.
    """
    parts = [walk for walk in walks if walk.kind is WalkKind.PLANNED]
    if not parts:
        return None
    minutes = min(_MOST_MIN, whole_minutes(sum(part.walked_s for part in parts)))
    brisk = min(minutes, whole_minutes(sum(part.brisk_s for part in parts)))
    return DayWalk(minutes, brisk, parts[-1].shorter_because)


def whole_minutes(seconds: float) -> int:
    """`seconds` as whole minutes, rounded half up."""
    return floor((seconds + 30) / 60)


def _by_day(walks: Iterable[WalkRecord]) -> dict[date, tuple[WalkRecord, ...]]:
    days: dict[date, tuple[WalkRecord, ...]] = {}
    for walk in walks:
        days[walk.day] = (*days.get(walk.day, ()), walk)
    return days


def _start(walk: WalkRecord) -> tuple[datetime, UUID]:
    return walk.started.astimezone(UTC), walk.id
