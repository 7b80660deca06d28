"""A walk in any order of moves and time: what stays true whatever happens (a Hypothesis state machine)."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from walkcoach.core.cues import CueKind, WalkCue, cues_between
from walkcoach.core.segments import Pace, Segment
from walkcoach.core.session import Boundary, Move, MoveError, Walk, WalkState

SEGMENTS = st.lists(st.builds(Segment, st.sampled_from(Pace), st.integers(1, 400)), min_size=1, max_size=6).map(tuple)
SECONDS = st.one_of(st.floats(0, 3), st.floats(0, 120), st.integers(0, 900), st.just(100_000))
TELLS_PACE = {CueKind.BRISK: Pace.BRISK, CueKind.NORMAL: Pace.NORMAL, CueKind.END: None}
RUNS = {WalkState.GET_READY, WalkState.WALKING}


class AnyOrder(RuleBasedStateMachine):
    """One walk, looked at from time to time; `running_s` is an account of its own of what may count as walking."""

    def __init__(self) -> None:
        super().__init__()
        self.now_s = self.seen_s = 0.0
        self.running_s = self.walked_s = self.brisk_s = self.slept_s = 0.0
        self.passed: list[Boundary] = []
        self.cues: list[WalkCue] = []
        self.known_pace: Pace | None = None

    @initialize(segments=SEGMENTS, get_ready_s=st.integers(0, 10), start_s=st.floats(0, 1e6))
    def plan(self, segments: tuple[Segment, ...], get_ready_s: int, start_s: float) -> None:
        self.planned_s = sum(segment.length_s for segment in segments)
        self.brisk_planned_s = sum(segment.length_s for segment in segments if segment.brisk)
        self.walk = Walk(segments, get_ready_s)
        self.now_s = self.seen_s = start_s

    @rule(seconds=SECONDS)
    def time_passes(self, seconds: float) -> None:
        if self.walk.at(self.now_s).state in RUNS:
            self.running_s += seconds
        self.now_s += seconds

    @rule()
    def the_next_boundary_comes(self) -> None:
        due_s = self.walk.next_boundary_at(self.now_s)
        if due_s is not None:
            assert due_s > self.now_s - 1e-6
            self.time_passes(max(0.0, due_s - self.now_s))
            state = self.walk.state
            self.look()
            assert self.walk.state is not state or self.passed[-1].walked_s == self.walk.walked_at(self.now_s)

    @rule()
    def look(self) -> None:
        self.keep(self.walk.at(self.now_s))

    @rule(move=st.sampled_from(Move))
    def a_move(self, move: Move) -> None:
        self.look()
        possible = self.walk.moves_at(self.now_s)
        try:
            walk = self.walk.after(move, self.now_s)
        except MoveError:
            assert move not in possible
        else:
            assert move in possible
            if move is Move.COUNT:
                self.account_for(walk.before_s - self.walk.before_s)
            self.keep(walk)
            if move is Move.COUNT and walk.state is WalkState.PAUSED:
                self.known_pace = walk.segment_at(walk.before_s).pace  # drawn, not told
            if move is Move.EASE_OFF and walk.state is WalkState.PAUSED:
                self.known_pace = Pace.NORMAL  # said by the person, and told by nobody

    @rule(slept_s=SECONDS)
    def the_machine_sleeps(self, slept_s: float) -> None:
        self.look()
        before = self.walk
        walk = before.slept(self.now_s, slept_s)
        assert walk.walked_at(self.now_s) == before.walked_at(self.now_s)
        assert walk.state is (WalkState.PAUSED if before.state in RUNS else before.state)
        if before.state in RUNS or before.slept_s:
            self.slept_s += slept_s
        self.keep(walk)

    @rule(said_s=st.one_of(SECONDS, st.floats(-10, 0)))
    def part_of_the_sleep_is_counted(self, said_s: float) -> None:
        self.look()
        before = self.walk
        if Move.COUNT not in before.moves_at(self.now_s):
            with pytest.raises(MoveError):
                before.counted(self.now_s, said_s)
            return
        walk = before.counted(self.now_s, said_s)
        counted_s = walk.before_s - before.before_s
        assert 0 <= counted_s <= min(max(said_s, 0), before.slept_s) + 1e-5
        self.account_for(counted_s)
        self.keep(walk)
        self.known_pace = None if walk.state is WalkState.FINISHED else walk.segment_at(walk.before_s).pace  # drawn, not told

    def account_for(self, counted_s: float) -> None:
        """Counted walking has to come out of a sleep of the machine, and each second of it once."""
        self.slept_s -= counted_s
        assert self.slept_s >= -1e-4
        self.running_s += counted_s

    @precondition(lambda self: self.walk.state in {WalkState.READY, WalkState.PAUSED, WalkState.STOPPING})
    @rule()
    def onwards(self) -> None:
        for move in (Move.START, Move.RESUME, Move.GO_ON):
            self.a_move(move=move)

    def keep(self, walk: Walk) -> None:
        self.passed += walk.boundaries_between(self.walk.walked_at(self.seen_s), walk.walked_at(self.now_s))
        for cue in cues_between(self.walk, self.seen_s, walk, self.now_s):
            self.cues.append(cue)
            if cue.kind in TELLS_PACE:
                self.known_pace = TELLS_PACE[cue.kind]
        self.walk, self.seen_s = walk, self.now_s

    @invariant()
    def walked_time_never_falls_and_never_exceeds_the_time_it_ran(self) -> None:
        walked_s, brisk_s = self.walk.walked_at(self.now_s), self.walk.brisk_at(self.now_s)
        assert walked_s >= self.walked_s
        assert brisk_s >= self.brisk_s - 2e-6
        assert brisk_s <= walked_s + 2e-6
        assert walked_s <= self.running_s + 1e-4
        assert walked_s <= self.planned_s
        self.walked_s, self.brisk_s = walked_s, brisk_s

    @invariant()
    def the_plan_keeps_its_length_and_never_grows_brisker(self) -> None:
        assert sum(segment.length_s for segment in self.walk.segments) == self.planned_s
        assert sum(segment.length_s for segment in self.walk.segments if segment.brisk) <= self.brisk_planned_s

    @invariant()
    def each_boundary_is_passed_once_and_in_order(self) -> None:
        places = [boundary.walked_s for boundary in self.passed]
        assert places == sorted(set(places))

    @invariant()
    def the_end_comes_once_and_only_of_a_whole_walk(self) -> None:
        ends = [cue for cue in self.cues if cue.kind is CueKind.END]
        assert len(ends) == (self.walk.state is WalkState.FINISHED and self.walk.before_s == self.planned_s)

    @invariant()
    def cues_tell_the_pace_that_is_drawn(self) -> None:
        if self.walk.state is WalkState.WALKING and self.walk.at(self.seen_s).state is WalkState.WALKING:
            assert self.walk.segment_at(self.walk.walked_at(self.seen_s)).pace is self.known_pace

    @invariant()
    def a_snapshot_agrees_with_itself(self) -> None:
        seen = self.walk.snapshot(self.now_s)
        before_s = sum(segment.length_s for segment in seen.segments[: seen.segment_index])
        if seen.state is not WalkState.FINISHED:
            segment = seen.segments[seen.segment_index]
            assert seen.pace is segment.pace
            assert 0 < seen.left_in_segment_s <= segment.length_s
            assert abs(before_s + segment.length_s - seen.left_in_segment_s - seen.walked_s) < 1e-5
        assert 0 <= seen.bout <= seen.bouts
        assert seen.can_ease_off == (Move.EASE_OFF in seen.moves)
        assert (Move.COUNT in seen.moves) == (seen.countable_s > 0)
        assert (seen.get_ready_left_s > 0) == (seen.state is WalkState.GET_READY)


AnyOrder.TestCase.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
TestAnyOrder = AnyOrder.TestCase
