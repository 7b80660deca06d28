"""The diary for its page: the days, newest first and worked out only when they are looked at, and what was deleted lately.

Every day from the first entry to today is listed, so that a day without one can be given some; longer gaps are left out. What
can be changed is in `diary_edits`.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from walkcoach.core.decision import DecisionKind
from walkcoach.core.diary import Notes
from walkcoach.core.symptoms import Symptom
from walkcoach.services.diary_filter import DiaryFilter, wants
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.diary_row import DiaryRow, row_of
from walkcoach.services.entries import Deleted
from walkcoach.services.past_day import PastDay, past_day
from walkcoach.services.ports import Clock, StoredDiary

GAP_DAYS: Final = 14
"""A longer stretch without an entry is left out of the list."""
_DAY: Final = timedelta(days=1)


class DiaryBook:
    """Reads the diary of `keeper`. A row is worked out once, until the diary changes."""

    def __init__(self, clock: Clock, keeper: DiaryKeeper) -> None:
        self._clock = clock
        self._keeper = keeper
        self._seen: tuple[StoredDiary, date] | None = None
        self._rows: dict[date, DiaryRow] = {}
        self._kinds: dict[date, DecisionKind] = {}
        self._days: tuple[date, ...] = ()

    def today(self) -> date:
        """The local date."""
        return self._clock.now().date()

    def days(self, wanted: DiaryFilter | None = None, also: date | None = None) -> tuple[date, ...]:
        """The days to list, newest first: those that are `wanted`, and `also`, where it is not dated ahead.

        Without a filter all from the first entry to today, save long gaps; with one only days of these.
        """
        self._look()
        days = self._days
        if wanted:
            fits = wants(wanted, self._keeper, self._kind_of)
            days = tuple(day for day in days if fits(day))
        if also is not None and also <= self.today() and also not in days:
            days = tuple(sorted((*days, also), reverse=True))
        return days

    def count(self) -> int:
        """How many days there are, unfiltered."""
        self._look()
        return len(self._days)

    def row(self, day: date) -> DiaryRow:
        """What the day holds."""
        self._look()
        if day not in self._rows:
            self._rows[day] = row_of(self._keeper, day)
        return self._rows[day]

    def past_day(self, day: date) -> PastDay:
        """What a check-in sheet has to know of the day."""
        return past_day(self._keeper, day)

    def symptoms(self) -> frozenset[Symptom]:
        """Every symptom that was ever rated, and those followed now."""
        diary = self._keeper.load()
        rated: set[Symptom] = set(diary.profile.followed)
        for said in diary.before.values():
            rated.update(said.ratings)
        for said_after in diary.after.values():
            rated.update(said_after.worst)
        return frozenset(rated)

    def empty(self) -> bool:
        """Whether nothing was ever said."""
        return not _days_with_entries(self._keeper.load())

    def deleted(self) -> tuple[Deleted, ...]:
        """What was deleted in the last 30 days, last first."""
        return self._keeper.deleted(self._clock.now())

    def _kind_of(self, day: date) -> DecisionKind:
        if day not in self._kinds:
            self._kinds[day] = self._keeper.decision_on(day).kind
        return self._kinds[day]

    def _look(self) -> None:
        """A diary is a value: another one, or another today, and nothing remembered holds any more."""
        seen = (self._keeper.load(), self.today())
        if self._seen is None or self._seen[0] is not seen[0] or self._seen[1] != seen[1]:
            self._seen = seen
            self._rows, self._kinds = {}, {}
            self._days = _listed(_days_with_entries(seen[0]), seen[1])


def _days_with_entries(diary: StoredDiary) -> set[date]:
    noted = {day for day, notes in diary.notes.items() if notes != Notes()}
    answered = {day for day, said in diary.slow_answers.items() if said.answered}
    walked = {walk.day for walk in diary.walks}
    return {*diary.before, *diary.after, *diary.remarks, *diary.programmes, *noted, *answered, *walked}


def _listed(entered: Iterable[date], today: date) -> tuple[date, ...]:
    """All days with an entry, today, and those between, newest first."""
    listed: list[date] = []
    for day in sorted({*entered, today}, reverse=True):
        if listed and (listed[-1] - day).days <= GAP_DAYS + 1:
            between = listed[-1] - _DAY
            while between > day:
                listed.append(between)
                between -= _DAY
        listed.append(day)
    return tuple(listed)
