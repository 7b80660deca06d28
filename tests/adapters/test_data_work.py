"""The work behind the settings' part about the diary's files, on real files: whole or not at all, and told by its place."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest

from tests.builders import MONDAY, before, walk
from tests.desktop.diaries import NINE
from tests.fakes import FakeClock
from walkcoach.adapters.data_work import FileDataWork, safekeeping_of
from walkcoach.adapters.housekeeping_file import HOUSEKEEPING_FILE
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.services.data_work import Contents, contents_of, entries_about
from walkcoach.services.entries import Entry, EntryKind, StepKind, entries_of
from walkcoach.services.errand import Stopped, never_stopped, tell_nobody
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Profile, StoredDiary
from walkcoach.services.sample import made_up, write_sample
from walkcoach.services.transfer.export import ExportKind
from walkcoach.wording import data as words

DIARY = StoredDiary(before={MONDAY: before(3)}, walks=(walk(),), profile=Profile(welcomed=True))


class Home:
    """A data folder with a diary that a window has open, and the work on it."""

    def __init__(self, folder: Path, diary: StoredDiary = DIARY) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.clock = FakeClock()
        self.store = SqliteDiaryStore(folder / DIARY_FILE)
        self.store.fill(diary, NINE)
        self.safekeeping = safekeeping_of(folder, self.clock)
        self.work = FileDataWork(folder, self.clock, self.safekeeping)

    def remark(self, text: str = "Along the river.") -> None:
        """The window writes something."""
        entry = Entry(EntryKind.REMARK, uuid4(), MONDAY, self.clock.now(), text)
        self.store.change(StepKind.SAID, [entry], [], self.clock.now())

    def export(self, place: Path, kind: ExportKind = ExportKind.JSON) -> int:
        """Export without a bar."""
        return self.work.export(kind, place, 0, tell_nobody, never_stopped)


def made_up_of(folder: Path) -> Home:
    """Somebody else's four weeks."""
    return Home(folder, made_up(MONDAY, 4, 3))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_what_a_diary_holds_is_told_by_days_walks_and_span() -> None:
    tuesday = MONDAY + timedelta(days=1)
    assert contents_of(StoredDiary()) == Contents(0, 0, None)
    assert contents_of(replace(DIARY, remarks={tuesday: "Rain."})) == Contents(2, 1, (MONDAY, tuesday))


@pytest.mark.parametrize("diary", [StoredDiary(), DIARY, made_up(MONDAY, 20, 4)])
def test_a_bar_for_an_export_comes_to_its_end(diary: StoredDiary) -> None:
    assert entries_about(diary) == len(entries_of(diary, NINE, uuid4))


def test_looking_into_a_backup_changes_no_file(home: Home) -> None:
    made = home.safekeeping.back_up()
    assert made is not None
    as_it_was = {file: file.stat().st_mtime_ns for file in made.parent.iterdir()}
    assert home.work.look_into(made, DIARY) == Contents(1, 1, (MONDAY, MONDAY))
    assert {file: file.stat().st_mtime_ns for file in made.parent.iterdir()} == as_it_was


def test_the_open_diary_itself_can_be_looked_into(home: Home) -> None:
    home.remark()
    assert home.work.look_into(home.folder / DIARY_FILE, DIARY).days == 1


def test_a_folder_in_place_of_a_backup_is_refused(home: Home) -> None:
    with pytest.raises(Trouble, match=str(home.folder)):
        home.work.look_into(home.folder, DIARY)


def test_a_window_that_has_the_diary_open_reads_the_restored_one_and_writes_on(home: Home) -> None:
    made = home.safekeeping.back_up()
    assert made is not None
    home.remark()
    restored = home.work.restore(made)
    assert restored.diary.load() == home.store.load() == DIARY
    assert len(restored.diary._folded) == len(restored.diary.days()) == 1, "folded in the thread that read it"
    assert restored.kept == home.safekeeping.backups()[0].path != made
    home.remark("Again.")
    assert home.store.load().remarks == {MONDAY: "Again."}


def test_a_backup_that_would_be_thinned_can_still_be_gone_back_to(home: Home) -> None:
    for _hour in range(3):
        home.remark(str(_hour))
        home.safekeeping.back_up()
        home.clock.advance(3600)
    first = home.safekeeping.backups()[-1].path
    home.clock.advance(3 * 86_400)
    home.remark("late")
    assert home.work.restore(first).diary.load().remarks == {MONDAY: "0"}


def test_a_damaged_diary_is_left_alone_while_a_window_has_it_open(home: Home) -> None:
    made = home.safekeeping.back_up()
    assert made is not None
    home.store.close()
    diary = home.folder / DIARY_FILE
    data = bytearray(diary.read_bytes())
    data[4096:20_000] = b"\xff" * (20_000 - 4096)
    diary.write_bytes(data)
    with pytest.raises(Trouble, match="so no backup was made of it") as told:
        home.work.restore(made)
    assert "Close Walkcoach and open it again" in told.value.way_on
    assert diary.read_bytes() == bytes(data)
    assert sorted(file.name for file in home.folder.iterdir()) == ["backups", DIARY_FILE]


def test_a_restored_diary_that_cannot_be_read_then_says_how_to_see_it(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    made = home.safekeeping.back_up()
    assert made is not None

    def unreadable(_store: SqliteDiaryStore) -> StoredDiary:
        raise Trouble("The disk does not answer.", "Try again.")

    monkeypatch.setattr(SqliteDiaryStore, "load", unreadable)
    with pytest.raises(Trouble) as told:
        home.work.restore(made)
    assert (told.value.what, told.value.way_on) == ("The disk does not answer.", words.open_again())


@pytest.mark.parametrize("kind", ExportKind)
def test_a_stopped_export_leaves_what_was_there_and_lets_go_of_the_diary_in_its_own_thread(
    tmp_path: Path, kind: ExportKind
) -> None:
    home = Home(tmp_path / "home", made_up(MONDAY, 40, 3))
    place = tmp_path / f"mine{kind}"
    place.write_text("what was there")
    raised: list[BaseException] = []

    def stopped() -> None:
        try:
            home.work.export(kind, place, 0, tell_nobody, lambda: True)
        except Stopped as error:
            raised.append(error)

    thread = Thread(target=stopped)
    thread.start()
    thread.join()
    assert len(raised) == 1
    raised.clear()  # with all that it holds: a connection that were still open would complain of the wrong thread
    assert place.read_text() == "what was there"
    assert [file.name for file in tmp_path.iterdir() if "mine" in file.name] == [place.name]
    assert home.safekeeping.exported() == ()


def test_an_export_goes_over_what_is_there_and_is_known_of(home: Home, tmp_path: Path) -> None:
    place = tmp_path / "mine.json"
    place.write_text("before")
    assert home.export(place) == 3
    assert json.loads(place.read_text())["format"] == "walkcoach-diary"
    assert home.safekeeping.exported() == (place,)


def test_an_export_is_there_even_if_it_cannot_be_remembered(home: Home, tmp_path: Path) -> None:
    (home.folder / HOUSEKEEPING_FILE).mkdir()
    home.export(tmp_path / "mine.json")
    assert (tmp_path / "mine.json").exists()
    assert home.safekeeping.exported() == ()


def test_many_exports_and_a_trial_at_once_are_all_remembered(home: Home, tmp_path: Path) -> None:
    home.safekeeping.back_up()
    places = [tmp_path / f"mine-{number}.json" for number in range(8)]
    acts: list[Callable[[], object]] = [lambda place=place: home.export(place) for place in places]  # type: ignore[misc]
    threads = [Thread(target=act) for act in (*acts, home.safekeeping.prove)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(home.safekeeping.exported()) == set(places)
    assert home.safekeeping.last_proven() is not None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": "walkcoach-diary", "version": 99, "entries": []}'])
def test_a_file_that_is_not_taken_is_trouble_that_names_it(home: Home, tmp_path: Path, content: str) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(content)
    with pytest.raises(Trouble) as told:
        home.work.plan(file, tell_nobody, never_stopped)
    assert told.value.what.startswith(f"{file} was not imported: ")
    assert home.store.load() == DIARY


def test_a_file_that_cannot_be_read_is_trouble_that_names_it(home: Home, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="was not imported: cannot be read: No such file"):
        home.work.plan(tmp_path / "gone.json", tell_nobody, never_stopped)


def test_an_import_asked_to_stop_before_it_writes_has_added_nothing(home: Home, tmp_path: Path) -> None:
    made_up_of(tmp_path / "other").export(tmp_path / "x.json")
    plan = home.work.plan(tmp_path / "x.json", tell_nobody, never_stopped)
    with pytest.raises(Stopped):
        home.work.add(plan, tell_nobody, lambda: True)
    assert home.store.load() == DIARY


def test_an_import_is_seen_by_the_window_that_has_the_diary_open_and_is_one_step(home: Home, tmp_path: Path) -> None:
    made_up_of(tmp_path / "other").export(tmp_path / "x.json")
    plan = home.work.plan(tmp_path / "x.json", tell_nobody, never_stopped)
    far: list[tuple[int, int]] = []
    imported = home.work.add(plan, lambda done, total: far.append((done, total)), never_stopped)
    with_it = imported.diary.load()
    assert with_it == home.store.load() != DIARY
    assert far == [(1, 4), (2, 4), (3, 4)]
    assert [step.kind for step in home.store.steps()] == [StepKind.IMPORTED]
    asks = home.work.asks(with_it, again=False)
    assert not asks.lifted
    swapped = home.work.swap(again=False)
    assert swapped.diary.load() == home.store.load() == DIARY
    assert swapped.taken is not None
    assert swapped.taken.step.entries == len(plan.puts)
    assert home.work.swap(again=True).diary.load() == with_it


def test_nothing_to_undo_is_told_as_nothing(home: Home) -> None:
    swapped = home.work.swap(again=False)
    assert (swapped.taken, swapped.diary.load()) == (None, DIARY)


@pytest.mark.parametrize("act", ["swap", "restore", "add"])
def test_no_empty_diary_is_begun_where_the_diary_has_gone(home: Home, tmp_path: Path, act: str) -> None:
    made = home.safekeeping.back_up()
    assert made is not None
    made = made.rename(tmp_path / "elsewhere.sqlite3")
    made_up_of(tmp_path / "other").export(tmp_path / "x.json")
    plan = home.work.plan(tmp_path / "x.json", tell_nobody, never_stopped)
    home.store.close()
    (home.folder / DIARY_FILE).unlink()
    acts: dict[str, Callable[[], object]] = {
        "swap": lambda: home.work.swap(again=False),
        "restore": lambda: home.work.restore(made),
        "add": lambda: home.work.add(plan, tell_nobody, never_stopped),
    }
    with pytest.raises(Trouble, match=str(home.folder)):
        acts[act]()
    assert not (home.folder / DIARY_FILE).exists()


def test_only_exports_that_are_still_there_are_named_before_everything_is_deleted(home: Home, tmp_path: Path) -> None:
    for name in ("gone.json", "here.json"):
        home.export(tmp_path / name)
    (tmp_path / "gone.json").unlink()
    home.safekeeping.back_up()
    found = home.work.to_erase()
    assert (found.backups, found.exported) == (1, (tmp_path / "here.json",))


def test_a_sample_has_backups_of_its_own_to_try_out(tmp_path: Path) -> None:
    store = SqliteDiaryStore(tmp_path / DIARY_FILE)
    write_sample(store, MONDAY, 2)
    clock = FakeClock()
    work = FileDataWork(tmp_path, clock, safekeeping_of(tmp_path, clock))
    assert work.folder == tmp_path
    assert work.warning() is None
    assert work.safekeeping.back_up() is not None
