"""The road, from the diary: the level now and in the weeks before, and when each station was first reached.

The level of a few days is asked for, and the days until the goals were reached are looked through once: what was found is
remembered until an edit changes a day that was looked at.
"""

from bisect import bisect_left
from datetime import date, timedelta
from typing import Final

from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Standing
from walkcoach.core.programme import Programme
from walkcoach.core.road import MOST_WEEKS, Obstacles, Road, StationKind, reaches, road_of
from walkcoach.services.folded_diary import FoldedDiary, state_on
from walkcoach.services.ports import Clock

_ONE_DAY: Final = timedelta(days=1)


class RoadService:
    """Tells where the person of `keeper` stands on the road."""

    def __init__(self, keeper: FoldedDiary, clock: Clock) -> None:
        self._keeper = keeper
        self._clock = clock
        self._programme: Programme | None = None
        self._edition = 0
        self._looked_until = date.min
        self._reached: dict[StationKind, date] = {}

    def road(self) -> Road:
        """The road as it lies today, under today's programme."""
        today = self._clock.now().date()
        keeper = self._keeper
        programme = keeper.programme_on(today)
        morrow = today + _ONE_DAY
        now = state_on(keeper, morrow)
        # A day that is not walked yet would make the newest week a day shorter than the others.
        end = morrow if keeper.day(today).walked else today
        states = (now, *(keeper.state_before(end - timedelta(weeks=ago)) for ago in range(1, MOST_WEEKS + 1)))
        reached = self._first_days(programme, today)
        return road_of(
            today,
            programme,
            [_standing(state, programme) for state in states],
            [reached.get(kind) for kind in StationKind],
            self._obstacles(now, today),
        )

    def _obstacles(self, now: CoachState, today: date) -> Obstacles:
        profile = self._keeper.load().profile
        return Obstacles(
            plan_off=bool(profile.ask_first) and not profile.clinician_agreed,
            locked=bool(now.locks),
            review_due=now.review_due,
            days_since_walk=(today - now.last_walk.date).days if now.last_walk else 0,
        )

    def _first_days(self, programme: Programme, today: date) -> dict[StationKind, date]:
        """The first day at each station that has been reached, looked for where it was not looked before."""
        keeper = self._keeper
        unchanged = keeper.unchanged_before(self._edition)
        if programme != self._programme:
            self._programme, unchanged = programme, date.min
        self._edition = keeper.edition
        self._looked_until = min(self._looked_until, unchanged)
        self._reached = {kind: on for kind, on in self._reached.items() if on < unchanged}
        days = keeper.days()
        for day in days[bisect_left(days, self._looked_until) :]:
            if day > today or len(self._reached) == len(StationKind):
                break
            level = keeper.state_before(day + _ONE_DAY).level
            if level is not None:
                self._note(level, day, programme)
            self._looked_until = day + _ONE_DAY
        return {kind: on for kind, on in self._reached.items() if on <= today}

    def _note(self, level: Standing, day: date, programme: Programme) -> None:
        for kind in StationKind:
            if kind not in self._reached and reaches(level, kind, programme):
                self._reached[kind] = day


def _standing(state: CoachState, programme: Programme) -> Standing | None:
    """The level under today's programme; None before the first walk."""
    return None if state.level is None else state.standing(programme)
