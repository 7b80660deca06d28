"""Any order of saving, closing and crashing: the store holds what a plain model holds, and is whole."""

import shutil
from datetime import date, datetime
from pathlib import Path
from tempfile import mkdtemp
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests import strategies
from tests.fakes import MemoryDiaryStore
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes
from walkcoach.core.programme import Programme
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.services.ports import Checkpoint, Profile, WalkRecord

few_ids = st.sampled_from([UUID(int=number) for number in range(1, 5)])


class StoreMachine(RuleBasedStateMachine):
    """The real store beside a model in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.life = 0
        self.model = MemoryDiaryStore()

    @property
    def path(self) -> Path:
        """The diary of this life: a crash begins another, in a folder of its own."""
        return self.folder / str(self.life) / "diary.sqlite3"

    @initialize()
    def begin(self) -> None:
        """A first start."""
        self.path.parent.mkdir()
        self.store = SqliteDiaryStore(self.path)

    @rule(day=strategies.few_days, check_in=strategies.befores, moment=strategies.moments())
    def say_before(self, day: date, check_in: BeforeCheckIn, moment: datetime) -> None:
        """Check in before a walk."""
        for store in (self.store, self.model):
            store.save_before(day, check_in, moment)

    @rule(day=strategies.few_days, check_in=strategies.afters, moment=strategies.moments())
    def say_after(self, day: date, check_in: AfterCheckIn, moment: datetime) -> None:
        """Check in after a walk."""
        for store in (self.store, self.model):
            store.save_after(day, check_in, moment)

    @rule(day=strategies.few_days, notes=strategies.notes, moment=strategies.moments())
    def note(self, day: date, notes: Notes, moment: datetime) -> None:
        """Note something."""
        for store in (self.store, self.model):
            store.save_notes(day, notes, moment)

    @rule(day=strategies.few_days, offer=strategies.offers, moment=strategies.moments())
    def offer(self, day: date, offer: Decision, moment: datetime) -> None:
        """Keep what was offered."""
        for store in (self.store, self.model):
            store.save_offer(day, offer, moment)

    @rule(day=strategies.few_days, programme=strategies.programmes(), moment=strategies.moments())
    def change_programme(self, day: date, programme: Programme, moment: datetime) -> None:
        """Set another programme."""
        for store in (self.store, self.model):
            store.save_programme(day, programme, moment)

    @rule(profile=strategies.profiles, moment=strategies.moments())
    def change_profile(self, profile: Profile, moment: datetime) -> None:
        """Answer the welcome."""
        for store in (self.store, self.model):
            store.save_profile(profile, moment)

    @rule(day=strategies.few_days, answers=strategies.slow_answers, moment=strategies.moments())
    def answer_slow_signs(self, day: date, answers: SlowAnswers, moment: datetime) -> None:
        """Answer the monthly question, or put it off."""
        for store in (self.store, self.model):
            store.save_slow_answers(day, answers, moment)

    @rule(walk=strategies.walks(few_ids))
    def walk(self, walk: WalkRecord) -> None:
        """End a walk."""
        for store in (self.store, self.model):
            store.save_walk(walk)

    @rule(checkpoint=strategies.checkpoints(few_ids))
    def go_on_walking(self, checkpoint: Checkpoint) -> None:
        """Be under way."""
        for store in (self.store, self.model):
            store.write_checkpoint(checkpoint)

    @rule()
    def discard(self) -> None:
        """Throw the walk under way away."""
        for store in (self.store, self.model):
            store.drop_checkpoint()

    @rule()
    def close_and_reopen(self) -> None:
        """End the program as it should be ended, and start it again."""
        self.store.close()
        self.store = SqliteDiaryStore(self.path)

    @rule()
    def crash(self) -> None:
        """End it as a kill does: what the files hold at this moment is all there is, the log not folded in."""
        crashed, old = self.path, self.store
        self.life += 1
        self.path.parent.mkdir()
        for name in ("diary.sqlite3", "diary.sqlite3-wal"):
            if crashed.with_name(name).exists():
                shutil.copy(crashed.with_name(name), self.path.with_name(name))
        old.close()
        self.store = SqliteDiaryStore(self.path)

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        """All of it, and nothing else."""
        if hasattr(self, "store"):
            assert self.store.load() == self.model.load()
            assert self.store.read_checkpoint() == self.model.read_checkpoint()

    def teardown(self) -> None:
        """Look whether the file is whole, and clean up."""
        self.store.close()
        report = check_diary(self.path)
        shutil.rmtree(self.folder)
        assert report.whole, report.line


StoreMachine.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestAnyOrder = StoreMachine.TestCase
