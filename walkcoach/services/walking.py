"""Runs a walk: lets its time pass, plays its cues, writes its checkpoints, saves it, and finds it again after a crash.

It holds one `core.session.Walk` and hands out what a page needs to draw. Whoever owns a timer calls `tick` when `next_due_s`
says so, or as often as they like: what is due is worked out from the clock, never from the number of calls.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil, floor
from types import MappingProxyType
from typing import Final
from uuid import UUID, uuid4

from walkcoach.core.cues import WalkCue
from walkcoach.core.diary import ShorterBecause
from walkcoach.core.segments import Segment
from walkcoach.core.session import GET_READY_S, Move, MoveError, Walk, WalkSnapshot, WalkState
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import (
    AwakeState,
    Checkpoint,
    Clock,
    CuePlayer,
    DiaryStore,
    KeepAwake,
    SoundState,
    WalkKind,
    WalkRecord,
)
from walkcoach.services.walk_cues import WalkCues
from walkcoach.services.walk_entry import WalkEntry, earlier, entry_of, record_of

CHECKPOINT_EVERY_S: Final = 2.0
"""A crash may cost 5 s of walking; a checkpoint each 2 s leaves room for a slow disk."""
SLEEP_TOLD_FROM_S: Final = 10.0
"""Sleep never counts as walking; from this much on, the walk pauses and the person is told."""
AWAKE_PAUSE_S: Final = 5 * 60.0
"""In a pause that lasts longer than this, sleep included, the screen may go dark."""
LONG_PAUSE_S: Final = 2 * 3600.0
"""After a pause of this length the page asks: finish, or go on?"""
PAUSE_LOOK_EVERY_S: Final = 30.0
"""A pause is looked at so often, since a timer does not count the machine's sleep, which is part of the pause."""
SHORTEST_S: Final = 1.0
"""A walk of less than this is a key pressed by mistake and is not kept."""
OFFERED_FOR: Final = timedelta(days=1)
"""How long a walk found after a crash is offered; from then on it is kept as it is."""
_INSTANT_S: Final = 1e-6
"""As exact as walking time is kept; without it a timer would be set once more for what rounding has left over."""

_RUNNING: Final = frozenset({WalkState.GET_READY, WalkState.WALKING})
_STILL: Final = frozenset({WalkState.PAUSED, WalkState.STOPPING})
_AWAKE: Final[Mapping[AwakeState, bool | None]] = MappingProxyType(
    {AwakeState.KEPT: True, AwakeState.REFUSED: False, AwakeState.NOT_ASKED: None}
)


@dataclass(frozen=True, slots=True)
class WalkStatus:
    """All that the Walk page shows at one moment.

    `trouble` is what keeps the walk off the disk just now; it goes on all the same, and writing is tried again. `slept_s` is
    how long the machine slept, when that has paused the walk, until the person has answered for it; else 0. `cue` is the
    newest change of pace, or the end, for the flash on the screen. `voice`: whether phrases can be spoken; None where that is
    not known yet or not wanted. `long_pause`: the pause is so long that the page asks whether to finish. `awake`:
    whether the screen is kept awake; None where nobody asks for that, or the desktop has not answered yet. `kind`: what the
    walk counts for; only one of the plan is checked in for and asked what made it shorter.
    """

    snapshot: WalkSnapshot
    sound: SoundState
    trouble: Trouble | None = None
    slept_s: float = 0.0
    cue: WalkCue | None = None
    long_pause: bool = False
    awake: bool | None = None
    voice: bool | None = None
    kind: WalkKind = WalkKind.PLANNED


@dataclass(slots=True)
class _UnderWay:
    """The one walk that the service holds, with what it has to remember between two updates.

    `seen_s` is the moment of the last update, `written_s` that of the last writing; `slept_seen_s` and `slept_at_pause_s` are
    what the clock said of sleep at the last update and when walking last ended (what was counted of it included).
    `left_over` is an earlier walk that could not be saved yet; it comes before anything of this one.
    """

    walk: Walk
    entry: WalkEntry
    seen_s: float
    written_s: float
    slept_seen_s: float
    trouble: Trouble | None
    slept_at_pause_s: float = 0.0
    record: WalkRecord | None = None
    left_over: Checkpoint | None = None
    cue: WalkCue | None = None

    @property
    def reached_end(self) -> bool:
        """Whether all that was planned has been walked."""
        return self.walk.state is WalkState.FINISHED and self.walk.before_s >= self.walk.total_s

    @property
    def to_be_written(self) -> bool:
        """Whether there is something to write from time to time: a walk that goes on, or a whole one not saved yet."""
        return self.walk.state is WalkState.WALKING or (self.reached_end and self.record is None)

    @property
    def write_due_s(self) -> float:
        """The monotonic second of the next writing."""
        return self.written_s + CHECKPOINT_EVERY_S

    @property
    def paused_s(self) -> float:
        """Seconds of the present pause, sleep included."""
        return self.walk.snapshot(self.seen_s).paused_s + self.slept_seen_s - self.slept_at_pause_s


class WalkingService:
    """One walk at a time, from its start until `finish` or `discard`.

    A walk that reaches its end is saved at that moment, with no key needed. The diary's trouble never stops a walk.
    """

    def __init__(
        self, clock: Clock, store: DiaryStore, cues: CuePlayer, awake: KeepAwake, new_id: Callable[[], UUID] = uuid4
    ) -> None:
        self._clock = clock
        self._store = store
        self._cues = cues
        self._telling = WalkCues(cues)
        self._awake = awake
        self._new_id = new_id
        self._held: _UnderWay | None = None

    @property
    def active(self) -> bool:
        """Whether there is a walk: from its start until `finish` or `discard`, so also one that has just reached its end."""
        return self._held is not None

    def start(
        self, segments: tuple[Segment, ...], day: date, kind: WalkKind = WalkKind.PLANNED, get_ready_s: float = GET_READY_S
    ) -> WalkSnapshot:
        """Start a walk through `segments`, for the diary day `day` (the local date now), after `get_ready_s` seconds.

        A walk found after a crash that was neither continued, saved nor discarded is saved first: there is room for one. Where
        that fails, this walk begins all the same, and nothing of it is written before the other one is saved.
        """
        trouble = left_over = None
        try:
            left_over = self._left_over()
            if left_over is not None:
                self.save_recovered(left_over)
                left_over = None
        except Trouble as its_trouble:
            trouble = its_trouble
        entry = WalkEntry(self._new_id(), day, kind, self._clock.now())
        return self._begin(Walk(segments, get_ready_s), entry, trouble, left_over)

    def resume_checkpoint(self, checkpoint: Checkpoint, get_ready_s: float = GET_READY_S) -> WalkSnapshot:
        """Go on with a walk found after a crash, from where it was, after `get_ready_s` seconds."""
        found = (checkpoint.segments, checkpoint.walked_s, checkpoint.brisk_s, checkpoint.symptom_marks_s)
        return self._begin(Walk.resumed(*found, get_ready_s), entry_of(checkpoint), None)

    def set_metronome(self, per_min: float) -> None:
        """How many ticks a minute brisk stretches have, from the next update on; 0 for none."""
        self._telling.set_metronome(per_min)

    def perform(self, move: Move) -> WalkSnapshot:
        """Make the person's `move` now.

        A move that was possible when the page was last drawn and that time has overtaken (a pause pressed as the walk ended)
        does nothing; any other impossible one raises `MoveError`. After `FINISH` the walk waits for `finish` to save it.
        """
        held = self._ready_for(move)
        if held is not None:
            self._update(held, held.walk.after(move, held.seen_s), held.seen_s)
            self._write(held)
        return self.snapshot()

    def count(self, seconds: float) -> WalkSnapshot:
        """The person walked on for `seconds` while the machine slept: as a move, `COUNT`, see `perform` and `Walk.counted`."""
        held = self._ready_for(Move.COUNT)
        if held is not None:
            walked_s, walk = held.walk.before_s, held.walk.counted(held.seen_s, seconds)
            held.slept_at_pause_s += walk.before_s - walked_s  # the last step was so much later
            self._update(held, walk, held.seen_s)
            self._write(held)
        return self.snapshot()

    def tick(self) -> WalkSnapshot:
        """Bring the walk up to now: play what is to be heard, write what is to be kept. As often as you like."""
        held, now_s, slept_s = self._present(), self._clock.monotonic_s(), self._clock.slept_s()
        slept_for_s = slept_s - held.slept_seen_s
        fell_asleep = slept_for_s >= SLEEP_TOLD_FROM_S and held.walk.state in _RUNNING
        if fell_asleep:
            held.slept_at_pause_s = held.slept_seen_s
        if fell_asleep or held.walk.slept_s:
            # The last update is the last moment known to lie before the sleep; what came after it may not have been walked.
            held.walk = held.walk.slept(held.seen_s, slept_for_s)
        held.slept_seen_s = slept_s
        self._update(held, held.walk.at(now_s), now_s)
        if fell_asleep or (held.to_be_written and held.write_due_s - now_s < _INSTANT_S):
            self._write(held)
        return self.snapshot()

    def next_due_s(self) -> float | None:
        """Seconds of the clock until something is due: a change, a whole second to draw, a checkpoint. None: nothing is.

        0 or more. A timer of whole milliseconds has to round up; with a clock that runs faster, divide by its speed.
        """
        if self._held is None:
            return None
        held, walk, seen_s = self._held, self._held.walk, self._held.seen_s
        due = [walk.next_boundary_at(seen_s)]
        if walk.state is WalkState.WALKING:
            due.append(walk.moment_of(floor(walk.walked_at(seen_s)) + 1))
        elif walk.state is WalkState.GET_READY:
            due.append(walk.since_s - (ceil(walk.snapshot(seen_s).get_ready_left_s) - 1))
        elif walk.state in _STILL and held.paused_s < LONG_PAUSE_S:
            due.append(seen_s + min(PAUSE_LOOK_EVERY_S, LONG_PAUSE_S - held.paused_s))
        if held.to_be_written:
            due.append(held.write_due_s)
        moments = [moment_s for moment_s in due if moment_s is not None]
        return max(0.0, min(moments) - self._clock.monotonic_s()) if moments else None

    def snapshot(self) -> WalkSnapshot:
        """The walk as it was at the last `tick`."""
        held = self._present()
        snapshot = held.walk.snapshot(held.seen_s)
        return replace(snapshot, paused_s=held.paused_s) if snapshot.state in _STILL else snapshot

    def status(self) -> WalkStatus:
        """The walk as it was at the last `tick`, and what else the page has to show."""
        held, snapshot = self._present(), self.snapshot()
        long_pause = snapshot.paused_s >= LONG_PAUSE_S
        awake = _AWAKE[self._awake.state()]
        sound, voice, kind = self._cues.state(), self._cues.voice(), held.entry.kind
        return WalkStatus(snapshot, sound, held.trouble, held.walk.slept_s, held.cue, long_pause, awake, voice, kind)

    def finish(self, shorter_because: ShorterBecause | None = None) -> WalkRecord | None:
        """End the walk where it is, save it and let go of it; None for one of under a second, which is not kept.

        The reason counts only for a walk that is shorter than planned. `Trouble` means that it could not be saved: the walk
        is still here, and `finish` can be called again. A walk that reached its end has been saved already, if that could be.
        """
        held = self._present()
        self.tick()
        for move in (Move.STOP, Move.FINISH):
            if move in self.snapshot().moves:
                self.perform(move)
        if held.record is None and held.walk.before_s >= SHORTEST_S:
            self._save(held, shorter_because)
        self._held = None
        return held.record

    def discard(self) -> None:
        """Forget the walk under way; one that has reached its end is saved and stays so. `Trouble`: it is still here."""
        held = self._present()
        if held.record is None and held.left_over is None:  # else the checkpoint is none of this walk
            self._store.drop_checkpoint()
        self._let_go()

    def close(self) -> None:
        """The program ends: a walk under way stays as a checkpoint, to be offered at the next start. Raises no `Trouble`."""
        if self._held is None:
            return
        self.tick()
        self._write(self._held)
        self._let_go()

    def recovered(self) -> Checkpoint | None:
        """The walk that was under way when the program last ended, to be offered: continue, save or discard.

        Only for a day; an older one is saved as it is. None while a walk is under way. Raises the diary's `Trouble`.
        """
        checkpoint = self._left_over()
        if checkpoint is None:
            return None
        if self._clock.now() - checkpoint.saved >= OFFERED_FOR:
            self.save_recovered(checkpoint)
            return None
        return checkpoint

    def save_recovered(self, checkpoint: Checkpoint, shorter_because: ShorterBecause | None = None) -> WalkRecord:
        """Save a walk found after a crash as far as it went. Raises the diary's `Trouble`."""
        record = record_of(checkpoint, shorter_because)
        self._store.save_walk(record)
        return record

    def discard_recovered(self) -> None:
        """Forget the walk found after a crash. Raises the diary's `Trouble`."""
        self._store.drop_checkpoint()

    def _left_over(self) -> Checkpoint | None:
        """The walk that was under way when the program last ended, however long ago; one of under a second is forgotten."""
        checkpoint = None if self._in_use() else self._store.read_checkpoint()
        if checkpoint is not None and checkpoint.walked_s < SHORTEST_S:
            self._store.drop_checkpoint()
            return None
        return checkpoint

    def _let_go(self) -> None:
        self._cues.close()
        self._awake.release()
        self._held = None

    def _present(self) -> _UnderWay:
        if self._held is None:
            raise RuntimeError("no walk is under way")
        return self._held

    def _ready_for(self, move: Move) -> _UnderWay | None:
        """The walk, brought up to now, if `move` is possible; None where time has overtaken it. Raises `MoveError`."""
        held = self._present()
        drawn = held.walk.moves_at(held.seen_s)
        snapshot = self.tick()
        if move in snapshot.moves:
            return held
        if move in drawn:
            return None
        raise MoveError(snapshot.state, move)

    def _in_use(self) -> bool:
        """Whether there is a walk that is not in the diary yet."""
        return self._held is not None and self._held.record is None

    def _begin(self, walk: Walk, entry: WalkEntry, trouble: Trouble | None, left_over: Checkpoint | None = None) -> WalkSnapshot:
        if self._in_use():
            raise RuntimeError("a walk is under way already")
        now_s, slept_s = self._clock.monotonic_s(), self._clock.slept_s()
        held = self._held = _UnderWay(walk, entry, now_s, now_s, slept_s, trouble, slept_s)
        held.left_over = left_over
        if held.reached_end:  # found again with nothing left to walk
            self._write(held)
        else:
            self._cues.open()
            self._update(held, walk.after(Move.START, now_s), now_s)
        return self.snapshot()

    def _update(self, held: _UnderWay, walk: Walk, now_s: float) -> None:
        """Take `walk` as the present one and tell what it has passed."""
        change = self._telling.tell(held.walk, held.seen_s, walk, now_s)
        over = walk.state is WalkState.FINISHED and held.walk.state is not WalkState.FINISHED
        if held.walk.state in _RUNNING and walk.state not in _RUNNING:
            held.slept_at_pause_s = held.slept_seen_s
        held.walk, held.seen_s = walk, now_s
        self._see_to_the_screen(held)
        held.cue = change or held.cue
        if over:
            self._cues.close()
        if over and held.reached_end:
            self._write(held)

    def _see_to_the_screen(self, held: _UnderWay) -> None:
        """Awake while there is a walk to be seen, and through a short pause."""
        rests = held.walk.state in _STILL and held.paused_s > AWAKE_PAUSE_S
        if rests or held.walk.state is WalkState.FINISHED:
            self._awake.release()
        else:
            self._awake.hold()

    def _write(self, held: _UnderWay) -> None:
        """Write what has been walked so far; a walk that has reached its end is saved instead. Trouble is kept to be shown."""
        held.written_s = held.seen_s
        if held.record is not None or held.walk.walked_at(held.seen_s) < SHORTEST_S:
            return
        try:
            if held.left_over is not None:
                self.save_recovered(held.left_over)
                held.left_over = None
            if held.reached_end:
                self._save(held, None)
            else:
                self._store.write_checkpoint(held.entry.checkpoint(held.walk, held.seen_s, self._clock.now()))
            held.trouble = None
        except Trouble as trouble:
            held.trouble = trouble

    def _save(self, held: _UnderWay, shorter_because: ShorterBecause | None) -> None:
        """Save the walk as ended with its last step."""
        ended_for_s = held.seen_s - held.walk.since_s + held.slept_seen_s - held.slept_at_pause_s
        record = held.entry.record(held.walk, earlier(self._clock.now(), ended_for_s), shorter_because)
        self._store.save_walk(record)
        held.record = record
