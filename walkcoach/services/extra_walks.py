"""Walks beyond the plan: one of the person's own pattern, and one made without the program and added by hand.

Both are kept, count in totals and charts, and raise nothing: the coach never sees them. Neither ever stands for the day's plan.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from walkcoach.core.decision import DecisionKind
from walkcoach.core.hand_walk import HandWalk, HandWalkFault, HandWalkField
from walkcoach.core.own_walk import OwnWalk
from walkcoach.core.segments import Segment
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.ports import Clock, WalkKind, WalkRecord
from walkcoach.services.today import TodayService


@dataclass(frozen=True, slots=True)
class OwnWalkTerms:
    """What holds for a walk of one's own now. Not `brisk`: normal pace only, by the settings or, if `easy_day`, by the day."""

    brisk: bool
    easy_day: bool


class ExtraWalks:
    """Says what is possible beyond the plan, and keeps it."""

    def __init__(self, clock: Clock, keeper: DiaryKeeper, today: TodayService, new_id: Callable[[], UUID] = uuid4) -> None:
        self._clock = clock
        self._keeper = keeper
        self._today = today
        self._new_id = new_id

    def now(self) -> datetime:
        """This moment, in the person's zone."""
        return self._clock.now()

    def day(self) -> date:
        """The local date on which a walk would begin now."""
        return self._clock.now().date()

    def terms(self) -> OwnWalkTerms | None:
        """What holds for a walk of one's own that begins now; None where there may be none."""
        view = self._today.view()
        if not view.may_walk_freely:
            return None
        easy_day = view.decision.kind is DecisionKind.EASY_DAY
        return OwnWalkTerms(self._today.programme.brisk_ok and not easy_day, easy_day)

    def begin_own(self, own: OwnWalk) -> tuple[Segment, ...]:
        """The segments of a walk of one's own that begins now. A `ValueError` where there may be none, or none like this."""
        terms = self.terms()
        if terms is None or own.faults() or (own.rounds and not terms.brisk):
            raise ValueError(f"no such walk may begin now: {own}")
        return own.segments

    def faults(self, walk: HandWalk) -> Mapping[HandWalkField, HandWalkFault]:
        """What keeps `walk` from being added, by field; empty if nothing does.

        One with a known begin may not lie upon a walk that the program itself has timed: a person walks once at a time.
        """
        now = self._clock.now()
        wrong = walk.faults(now)
        if not wrong and walk.begun is not None and self._overlaps(walk, now):
            return {HandWalkField.BEGUN: HandWalkFault.OVERLAPS}
        return wrong

    def add_by_hand(self, walk: HandWalk) -> WalkRecord:
        """Keep `walk`. Raises `Trouble`, with nothing kept, and a `ValueError` for one that has `faults`."""
        if self.faults(walk):
            raise ValueError(f"no such walk can be added: {walk}")
        started, ended = walk.span(self._clock.now())
        record = WalkRecord(
            id=self._new_id(),
            day=walk.day,
            kind=WalkKind.BY_HAND,
            started=started,
            ended=ended,
            walked_s=walk.minutes * 60.0,
            brisk_s=walk.brisk_minutes * 60.0,
        )
        self._keeper.save_walk(record)
        return record

    def _overlaps(self, walk: HandWalk, now: datetime) -> bool:
        begins, ends = (moment.astimezone(UTC) for moment in walk.span(now))
        days = (walk.day + timedelta(days=by) for by in (-1, 0, 1))
        others = (other for day in days for other in self._keeper.walks_on(day) if other.kind is not WalkKind.BY_HAND)
        return any(begins < other.ended.astimezone(UTC) and other.started.astimezone(UTC) < ends for other in others)
