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
from walkcoach.services.folded_diary import FoldedDiary, whole_minutes
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
        return hand_walk_faults(self._keeper, self._clock.now(), walk)

    def add_by_hand(self, walk: HandWalk) -> WalkRecord:
        """Keep `walk`. Raises `Trouble`, with nothing kept, and a `ValueError` for one that has `faults`."""
        if self.faults(walk):
            raise ValueError(f"no such walk can be added: {walk}")
        record = hand_record(walk, self._clock.now(), self._new_id())
        self._keeper.save_walk(record)
        return record


def hand_walk_faults(diary: FoldedDiary, now: datetime, walk: HandWalk) -> Mapping[HandWalkField, HandWalkFault]:
    """What keeps `walk` out of `diary` at the moment `now`, by field: see `ExtraWalks.faults`."""
    wrong = walk.faults(now)
    fits = not wrong or set(wrong.values()) == {HandWalkFault.TOO_LONG_AGO}
    if fits and walk.begun is not None and _overlaps(diary, walk, now):
        return {**wrong, HandWalkField.BEGUN: HandWalkFault.OVERLAPS}
    return wrong


def hand_record(walk: HandWalk, now: datetime, walk_id: UUID) -> WalkRecord:
    """The record of a walk without faults. Where its begin is not known, none is made up: `time_known` says so."""
    started, ended = walk.span(now)
    return WalkRecord(
        id=walk_id,
        day=walk.day,
        kind=WalkKind.BY_HAND,
        started=started,
        ended=ended,
        walked_s=walk.minutes * 60.0,
        brisk_s=walk.brisk_minutes * 60.0,
        time_known=walk.begun is not None,
    )


def hand_walk_of(record: WalkRecord) -> HandWalk:
    """What was said of a walk that was added by hand."""
    begun = record.started.time().replace(second=0, microsecond=0, tzinfo=None) if record.time_known else None
    return HandWalk(record.day, whole_minutes(record.walked_s), whole_minutes(record.brisk_s), begun)


def _overlaps(diary: FoldedDiary, walk: HandWalk, now: datetime) -> bool:
    begins, ends = (moment.astimezone(UTC) for moment in walk.span(now))
    days = (walk.day + timedelta(days=by) for by in (-1, 0, 1))
    others = (other for day in days for other in diary.walks_on(day) if other.kind is not WalkKind.BY_HAND)
    return any(begins < other.ended.astimezone(UTC) and other.started.astimezone(UTC) < ends for other in others)
