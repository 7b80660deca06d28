"""A person with a clock and a diary in memory, for tests that live through days: check in, walk, check in."""

from datetime import UTC, timedelta
from uuid import UUID

from tests.builders import after, before
from tests.fakes import FakeClock, MemoryDiaryStore
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, ShorterBecause
from walkcoach.core.segments import Segment
from walkcoach.core.symptoms import Symptom
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.ports import Profile, WalkKind, WalkRecord
from walkcoach.services.today import TodayService, TodayView


class Person:
    """Follows tingling, lives in Berlin, and begins on a Monday morning at nine."""

    def __init__(self, clock: FakeClock | None = None, first_weekday: int = 0) -> None:
        self.clock = clock or FakeClock()
        self.store = MemoryDiaryStore()
        self.keeper = DiaryKeeper(self.store)
        self.today = TodayService(self.clock, self.keeper, first_weekday)
        self.today.set_profile(Profile(welcomed=True, followed=(Symptom.TINGLING,)))
        self._walks = 0

    def view(self) -> TodayView:
        """What the page shows now."""
        return self.today.view()

    def walk(
        self,
        seconds: float | None = None,
        *,
        kind: WalkKind = WalkKind.PLANNED,
        shorter: ShorterBecause | None = None,
    ) -> tuple[Segment, ...]:
        """Begin the walk that the day offers, walk it (or `seconds` of it), and keep it; gives what was offered."""
        segments = self.today.begin_walk(kind)
        day = self.view().day
        started = self.clock.now()
        walked_s = float(sum(segment.length_s for segment in segments)) if seconds is None else seconds
        left_s, brisk_s = walked_s, 0.0
        for segment in segments:
            brisk_s += min(left_s, segment.length_s) if segment.brisk else 0
            left_s = max(0.0, left_s - segment.length_s)
        self.clock.advance(walked_s)
        self._walks += 1
        ended = (started.astimezone(UTC) + timedelta(seconds=walked_s)).astimezone(started.tzinfo)
        record = WalkRecord(UUID(int=self._walks), day, kind, started, ended, walked_s, brisk_s, shorter)
        self.keeper.save_walk(record)
        return segments

    def live(self, morning: BeforeCheckIn | None = None, evening: AfterCheckIn | None = None) -> int:
        """A whole day as planned, then sleep until nine the next morning; gives the minutes that were offered."""
        self.today.check_in_before(morning or before(1))
        offered = sum(segment.length_s for segment in self.walk()) // 60
        self.today.check_in_after(evening or after(1))
        self.clock.next_day()
        return offered


def can_clear(view: TodayView) -> bool:
    """Whether a note of today would lift a lock."""
    return view.can_clear_sign or view.can_clear_feet
