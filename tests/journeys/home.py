"""Walkcoach as it runs at somebody's home, without a window: all services on one diary and one clock, as in the composition root.

A walk here is a real one: it is started, driven by its clock, heard, stopped or walked to its end, and kept. The diary lies in
memory or in a real file; `reopen` ends the program, with or without a crash, and starts it again on the same diary.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tests.builders import after, before
from tests.fakes import FakeClock, FakeCuePlayer, FakeKeepAwake
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, ShorterBecause
from walkcoach.core.session import GET_READY_S, Move, WalkSnapshot, WalkState
from walkcoach.core.symptoms import Symptom
from walkcoach.services.diary_keeper import DiaryFile, DiaryKeeper
from walkcoach.services.history import HistoryService
from walkcoach.services.ports import Cue, Profile, WalkKind, WalkRecord
from walkcoach.services.today import FREE_WALK_MIN, TodayService, TodayView
from walkcoach.services.walking import WalkingService
from walkcoach.wording import reasons

TINGLES = Profile(welcomed=True, followed=(Symptom.TINGLING,))


@dataclass(frozen=True, slots=True)
class Heard:
    """One tone and when it came, in seconds of the clock since the walk was started."""

    at_s: float
    cue: Cue


class ListeningPlayer(FakeCuePlayer):
    """A player that notes when it was asked to play what."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self._clock = clock
        self.begun_s = 0.0
        self.heard: list[Heard] = []

    def open(self) -> None:
        """A walk begins, and with it a new list."""
        super().open()
        self.begun_s = self._clock.monotonic_s()
        self.heard = []

    def play(self, cue: Cue, phrase: str = "", planned_s: float = 0.0, late_s: float = 0.0) -> None:
        """Note it, if it is a change of pace or the end."""
        before = len(self.played)
        super().play(cue, phrase, planned_s, late_s)
        if len(self.played) > before:
            self.heard.append(Heard(self._clock.monotonic_s() - self.begun_s, cue))


class Home:
    """One person, one diary, one clock. `open_store` opens the same diary each time that it is called."""

    def __init__(self, open_store: Callable[[], DiaryFile], clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.cues = ListeningPlayer(self.clock)
        self.awake = FakeKeepAwake()
        self._open_store = open_store
        self._open()
        self.today.set_profile(TINGLES)

    def _open(self) -> None:
        self.store = self._open_store()
        self.keeper = DiaryKeeper(self.store)
        self.today = TodayService(self.clock, self.keeper)
        self.walking = WalkingService(self.clock, self.keeper, self.cues, self.awake)
        self.history = HistoryService(self.keeper, self.clock)

    def reopen(self, *, crashed: bool = False, away_s: float = 30) -> None:
        """End the program and start it again `away_s` later; a crash lets nobody say goodbye."""
        if not crashed:
            self.walking.close()
        self.store.close()
        self.clock.advance(away_s)
        self._open()

    def view(self) -> TodayView:
        """What Today shows now."""
        return self.today.view()

    @property
    def day(self) -> date:
        """The diary day."""
        return self.view().day

    @property
    def headline(self) -> str:
        """The sentence on Today that says why."""
        view = self.view()
        return reasons.headline(view.decision, view.day)

    @property
    def plan(self) -> str:
        """The line on Today that says what."""
        return reasons.plan_line(self.view().decision)

    def walks(self) -> tuple[WalkRecord, ...]:
        """Every walk in the diary."""
        return self.keeper.load().walks

    def set_out(self, kind: WalkKind = WalkKind.PLANNED, minutes: int = FREE_WALK_MIN, get_ready_s: float = GET_READY_S) -> None:
        """Start the walk that the day offers, or a free one."""
        segments = self.today.begin_walk(kind, minutes)
        self.walking.start(segments, self.day, kind, get_ready_s)

    def go(self, seconds: float | None = None) -> WalkSnapshot:
        """Walk on for `seconds` of walking, or to the end, looking in at every change of pace only."""
        goal_s = float("inf") if seconds is None else self.walking.tick().walked_s + seconds
        now = self.walking.tick()
        while now.state is WalkState.GET_READY or (now.state is WalkState.WALKING and now.walked_s < goal_s):
            getting_ready = now.state is WalkState.GET_READY
            self.clock.advance(now.get_ready_left_s if getting_ready else min(now.left_in_segment_s, goal_s - now.walked_s))
            now = self.walking.tick()
        return now

    def go_second_by_second(self) -> WalkSnapshot:
        """Walk to the end as the window does it: each time that something is due."""
        while (due_s := self.walking.next_due_s()) is not None:
            self.clock.advance(due_s)
            self.walking.tick()
        return self.walking.snapshot()

    def stop(self, because: ShorterBecause | None = None) -> WalkRecord | None:
        """Stop, finish here, and say why."""
        self.walking.perform(Move.STOP)
        self.clock.advance(4)
        return self.walking.finish(because)

    def walk(self, seconds: float | None = None, because: ShorterBecause | None = None) -> None:
        """The walk of the day: to its end, or for `seconds` and then stopped because of `because`."""
        self.set_out()
        self.go(seconds)
        if self.walking.snapshot().state is WalkState.FINISHED:
            self.walking.finish()
        else:
            self.stop(because)

    def live(self, morning: BeforeCheckIn | None = None, evening: AfterCheckIn | None = None) -> int:
        """A whole good day, then sleep until nine the next morning; gives the minutes walked."""
        self.today.check_in_before(morning or before(1))
        self.walk()
        self.clock.advance(90)
        self.today.check_in_after(evening or after(1))
        walked_min = self.view().walked_min
        self.clock.next_day()
        return walked_min
