"""When the work on the diary's files meets trouble, takes long or is stopped: it is said, and nothing has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.access import unnamed
from tests.ui.errands import FULL, GuidedWork
from tests.window.data_desk import DataDesk, bar
from tests.window.desk import ESCAPE, RETURN
from walkcoach.adapters.data_work import FileDataWork
from walkcoach.services.data_work import Contents, Imported, Replaced, ToErase
from walkcoach.services.errand import AskedToStop, Tell, never_stopped, tell_nobody
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import StoredDiary
from walkcoach.services.transfer.export import ExportKind
from walkcoach.services.transfer.merge import ImportPlan
from walkcoach.ui.dialogs.busy import BusySheet
from walkcoach.wording import data as words
from walkcoach.wording import data_transfer as transfer_words


class FullWork(FileDataWork):
    """The real work on a disk that has become full, or that a test guides: `guided` takes the place of an export."""

    guided: GuidedWork | None = None

    def look_into(self, file: Path, now: StoredDiary) -> Contents:
        """No longer."""
        raise FULL

    def restore(self, file: Path) -> Replaced:
        """No longer."""
        raise FULL

    def export(self, kind: ExportKind, place: Path, total: int, tell: Tell, asked_to_stop: AskedToStop) -> int:
        """No longer, unless it is guided."""
        if self.guided is None:
            raise FULL
        self.guided(tell, asked_to_stop)
        return 3

    def plan(self, file: Path, tell: Tell, asked_to_stop: AskedToStop) -> ImportPlan:
        """No longer."""
        raise FULL

    def add(self, plan: ImportPlan, tell: Tell, asked_to_stop: AskedToStop) -> Imported:
        """No longer."""
        raise FULL

    def to_erase(self) -> ToErase:
        """No longer."""
        raise FULL


@pytest.fixture
def desk(data_desk: DataDesk, tmp_path: Path) -> DataDesk:
    """Somebody at the part of the settings, whose disk has just become full; the file that is chosen lies in `tmp_path`."""
    data_desk.files.chosen = tmp_path / "mine.json"
    data_desk.open_data()
    data_desk.program.data._work = FullWork(data_desk._folder, data_desk.clock, data_desk.safekeeping)
    return data_desk


def work(desk: DataDesk) -> FullWork:
    """The work of the desk."""
    found = desk.program.data._work
    assert isinstance(found, FullWork)
    return found


def empty_plan(desk: DataDesk, tmp_path: Path) -> ImportPlan:
    """A plan made while the disk was well."""
    real = FileDataWork(desk._folder, desk.clock, desk.safekeeping)
    real.export(ExportKind.JSON, tmp_path / "own.json", 0, tell_nobody, never_stopped)
    return real.plan(tmp_path / "own.json", tell_nobody, never_stopped)


@pytest.mark.parametrize("wish", ["look", "restore", "export", "import", "add", "delete"])
def test_trouble_is_said_once_and_nothing_has_changed(desk: DataDesk, tmp_path: Path, wish: str) -> None:
    data, plan = desk.program.data, empty_plan(desk, tmp_path)
    wishes: dict[str, Callable[[], object]] = {
        "look": lambda: data.look_into(tmp_path),
        "restore": lambda: data.restore(tmp_path),
        "export": data.export,
        "import": data.import_file,
        "add": lambda: data.add(plan),
        "delete": data.ask_to_delete,
    }
    as_it_was = desk.store.load()
    wishes[wish]()
    desk.wait()
    assert bar(desk) == (FULL.what, FULL.way_on)
    assert desk.dialog() is None
    assert desk.program._keeper.load() == desk.store.load() == as_it_was
    assert desk.part.said() == ()
    assert not desk.program.erase_wanted


def test_backups_that_cannot_be_made_are_said_and_leave_the_lines_as_they_are(
    desk: DataDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> Path | None:
        raise FULL

    monkeypatch.setattr(desk.safekeeping, "back_up", full)
    desk.press_button("Back up now")
    assert bar(desk) == (FULL.what, FULL.way_on)
    assert desk.part._state_label.said.startswith("There is no backup yet.")


def test_a_shelf_that_cannot_be_looked_at_says_so_in_its_card(desk: DataDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> tuple[()]:
        raise Trouble("The folder is gone.", "Connect the disk.")

    monkeypatch.setattr(desk.safekeeping, "backups", gone)
    desk.program.data.draw()
    assert desk.part._state_label.said == "The folder is gone. Connect the disk."
    assert "restorable" not in desk.read()
    desk.press_button(words.go_back())
    assert bar(desk) == ("The folder is gone.", "Connect the disk.")
    assert desk.dialog() is None
    monkeypatch.undo()
    desk.program.data.draw()
    assert desk.part._state_label.said.startswith("There is no backup yet.")


def test_what_takes_long_has_a_bar_and_a_button_that_stops_it(desk: DataDesk) -> None:
    guided = work(desk).guided = GuidedWork()
    desk.tab_to("Export…", most=120)
    desk.press(RETURN)
    desk.wait_until(lambda: isinstance(desk.dialog(), BusySheet) and desk.sheet().seen)  # type: ignore[attr-defined]
    sheet = desk.sheet()
    assert isinstance(sheet, BusySheet)
    assert transfer_words.exporting() in desk.read()
    assert unnamed(sheet) == []
    guided.tell_next(1, 4)
    desk.wait_until(lambda: sheet.bar.share == 0.25)
    assert "25 % done" in desk.read()
    desk.press(ESCAPE)
    desk.wait()
    assert guided.was_stopped
    assert desk.part.said() == (transfer_words.stopped(),)
    assert (bar(desk), desk.dialog()) == (("", ""), None)


def test_closing_the_window_stops_what_is_under_way_and_waits_for_it(desk: DataDesk) -> None:
    guided = work(desk).guided = GuidedWork()
    desk.tab_to("Export…", most=120)
    desk.press(RETURN)
    desk.close()
    assert guided.was_stopped


def test_what_was_said_before_is_gone_once_something_else_is_begun(desk: DataDesk, tmp_path: Path) -> None:
    guided = work(desk).guided = GuidedWork()
    guided.let_end()
    desk.press_button("Export…")
    assert str(tmp_path / "mine.json") in desk.part.said()[0]
    work(desk).guided = None
    desk.press_button("Export…")
    assert desk.part.said() == ()
