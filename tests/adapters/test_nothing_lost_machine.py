"""Any order of saving, editing, deleting, undoing, exporting, importing, backing up, going back and crashing: the diary file
holds what a plain diary in memory holds, and is whole.
"""

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, precondition, rule

from tests import strategies
from tests.fakes import MemoryDiaryStore
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import Entry, EntryKey, EntryKind, StepKind, diary_of
from walkcoach.services.ports import Checkpoint, Profile, WalkRecord
from walkcoach.services.transfer.csv_zip import write_csv_zip
from walkcoach.services.transfer.json_file import write_json
from walkcoach.services.transfer.merge import apply_import, plan_import

few_ids = st.sampled_from([UUID(int=number) for number in range(1, 5)])
some_entries = st.lists(strategies.entries(strategies.few_days), min_size=1, max_size=3)
START = datetime(2026, 2, 1, tzinfo=UTC)


class NothingLost(RuleBasedStateMachine):
    """The keeper on the real file, beside a model in memory that saves, undoes and deletes by itself."""

    exports = Bundle("exports")
    """(the bytes of an export, the entries that it has to hold)"""
    backups = Bundle("backups")
    """(the file of a backup, the model as it was then)"""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp())
        self.life = 0
        self.minutes = 0
        self.model = MemoryDiaryStore()

    @property
    def folder(self) -> Path:
        """The data folder of this life: a crash begins another."""
        return self.root / str(self.life)

    def now(self) -> datetime:
        """A later moment each time."""
        self.minutes += 1
        return START + timedelta(minutes=self.minutes)

    def open(self) -> None:
        """Open the diary of this life."""
        self.store = SqliteDiaryStore(self.folder / "diary.sqlite3")
        self.keeper = DiaryKeeper(self.store)

    @initialize()
    def begin(self) -> None:
        """A first start."""
        self.folder.mkdir()
        self.open()

    @rule(walk=strategies.walks(few_ids))
    def walk(self, walk: WalkRecord) -> None:
        """End a walk."""
        for book in (self.keeper, self.model):
            book.save_walk(walk)

    @rule(checkpoint=strategies.checkpoints(few_ids))
    def be_under_way(self, checkpoint: Checkpoint) -> None:
        """Walk on."""
        for book in (self.keeper, self.model):
            book.write_checkpoint(checkpoint)

    @rule(entries=some_entries, step=st.sampled_from([None, StepKind.SAID, StepKind.EDITED]))
    def say_or_edit(self, entries: list[Entry], step: StepKind | None) -> None:
        """Say something new about some days, or something else."""
        then = self.now()
        for book in (self.keeper, self.model):
            book.change(step, entries, (), then)

    @rule(kind=st.sampled_from(EntryKind), most=st.integers(1, 3))
    def delete(self, kind: EntryKind, most: int) -> None:
        """Delete some entries of a kind."""
        keys = sorted((entry.key for entry in self.model.entries() if entry.kind is kind), key=str)[:most]
        then = self.now()
        for book in (self.keeper, self.model):
            book.change(StepKind.DELETED, (), keys, then)

    @rule()
    def put_back(self) -> None:
        """Put back what was deleted last, if nothing has taken its place."""
        then = self.now()
        deleted = self.model.deleted(then)[:1]
        if deleted and all(entry.key != deleted[0].entry.key for entry in self.model.entries()):
            for book in (self.keeper, self.model):
                book.change(StepKind.PUT_BACK, [deleted[0].entry], (), then)

    @rule(again=st.booleans())
    def undo_or_redo(self, again: bool) -> None:
        """Take a step back, or take it again."""
        then = self.now()
        told = [book.redo(then) if again else book.undo(then) for book in (self.keeper, self.model)]
        assert told[0] == told[1]

    @rule(target=exports, csv=st.booleans())
    def export(self, csv: bool) -> tuple[bytes, list[Entry]]:
        """Write everything to a file."""
        out = BytesIO()
        write = write_csv_zip if csv else write_json
        entries = list(self.model.entries())
        assert write(self.keeper.entries(), out, self.now()) == len(entries)
        return out.getvalue(), entries

    @rule(exported=exports)
    def import_back(self, exported: tuple[bytes, list[Entry]]) -> None:
        """Read such a file into whatever the diary is by now; a second time it adds nothing."""
        written, entries = exported
        then = self.now()
        plan = plan_import(BytesIO(written), self.keeper.entries())
        assert [found.entry for found in plan.found] == entries
        assert plan.read == len(plan.puts) + len(plan.skipped) + len(plan.refused)
        apply_import(plan, self.keeper, lambda: None, then)
        fresh = self.not_here(entries)
        if fresh:
            self.model.change(StepKind.IMPORTED, fresh, (), then)
        assert plan_import(BytesIO(written), self.keeper.entries()).puts == ()

    def not_here(self, entries: list[Entry]) -> list[Entry]:
        """What an import may add: neither its id nor its place is taken, but for the profile of nobody."""
        ids = {entry.id for entry in self.model.entries()}
        places = {entry.key: entry.value for entry in self.model.entries()}
        return [entry for entry in entries if entry.id not in ids and (entry.key not in places or _is_nobody(places, entry))]

    @rule(target=backups)
    def back_up(self) -> object:
        """Make a backup; without a change since the last, none is made."""
        made = Backups(self.store.path).make(self.now())
        return multiple() if made is None else (made.read_bytes(), self.model.copy())

    @rule(backup=backups)
    def go_back(self, backup: tuple[bytes, MemoryDiaryStore]) -> None:
        """Restore a backup while the diary is open."""
        written, model = backup
        file = self.root / "chosen.sqlite3"
        file.write_bytes(written)
        Backups(self.store.path).restore(file, self.now())
        self.keeper.reload()
        self.model = model.copy()

    @precondition(lambda self: self.keeper.load().walks)
    @rule(backup=consumes(backups))
    def find_the_file_gone(self, backup: tuple[bytes, MemoryDiaryStore]) -> None:
        """Lose the diary with the disk that it was on, and start from a backup on another."""
        written, model = backup
        self.store.close()
        self.life += 1
        self.folder.mkdir()
        (self.folder / "diary.sqlite3").write_bytes(written)
        self.open()
        self.model = model.copy()

    @rule()
    def close_and_reopen(self) -> None:
        """End the program as it should be ended, and start it again."""
        self.store.close()
        self.open()

    @rule()
    def crash(self) -> None:
        """End it as a kill does: what the files hold at this moment is all there is, the log not folded in."""
        old, crashed = self.store, self.folder
        self.life += 1
        shutil.copytree(crashed, self.folder, ignore=shutil.ignore_patterns("*-shm"))
        old.close()
        self.open()

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        """All of it, in the file as in memory, and nothing else."""
        if hasattr(self, "keeper"):
            assert self.keeper.load() == self.store.load() == self.model.load()
            assert self.keeper.steps() == self.model.steps()
            assert self.keeper.deleted(START) == self.model.deleted(START)

    def teardown(self) -> None:
        """Look whether the file is whole, its ids too, and clean up."""
        entries = list(self.store.entries())
        self.store.close()
        report = check_diary(self.store.path)
        shutil.rmtree(self.root)
        assert report.whole, report.line
        assert entries == list(self.model.entries())
        assert diary_of(entries) == self.model.load()


def _is_nobody(places: Mapping[EntryKey, object], entry: Entry) -> bool:
    """Whether the profile that is here has not been welcomed, and that of the file has."""
    here = places[entry.key]
    return isinstance(here, Profile) and isinstance(entry.value, Profile) and entry.value.welcomed and not here.welcomed


NothingLost.TestCase.settings = settings(
    max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestAnyOrder = NothingLost.TestCase
