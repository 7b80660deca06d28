"""A desk on a real diary file with real backups, for the settings' part about the diary's files."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes import FakeClock
from tests.window.desk import ALT, RIGHT, Desk, Key
from walkcoach.adapters.data_work import safekeeping_of
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.app import Outside
from walkcoach.services.entries import Entry, EntryKind, StepKind
from walkcoach.services.ports import StoredDiary
from walkcoach.services.transfer.export import ExportKind
from walkcoach.ui.errand import Errand
from walkcoach.ui.pages.settings_data import DataSettings
from walkcoach.ui.pages.settings_page import Part

PATIENCE_MS = 30_000


class AnsweredFiles:
    """Somebody who answers the system's dialogs with `chosen`; `asked` has what was asked, with the name that was offered."""

    def __init__(self) -> None:
        self.chosen: Path | None = None
        self.asked: list[tuple[str, str]] = []

    def backup(self, window: QWidget, near: Path | None) -> Path | None:
        """See `DataFiles`."""
        self.asked.append(("backup", str(near)))
        return self.chosen

    def exported(self, window: QWidget, near: Path | None) -> Path | None:
        """See `DataFiles`."""
        self.asked.append(("exported", str(near)))
        return self.chosen

    def export(self, window: QWidget, kind: ExportKind, near: Path | None, name: str) -> Path | None:
        """See `DataFiles`."""
        self.asked.append((kind.name, name))
        return self.chosen


class DataDesk(Desk):
    """As `Desk`, with backups looked after and `files` to answer the system's dialogs."""

    def __init__(self, app: QApplication, folder: Path, clock: FakeClock | None = None) -> None:
        self.files = AnsweredFiles()
        super().__init__(app, lambda: SqliteDiaryStore(folder / DIARY_FILE), folder, clock)

    def outside(self) -> Outside:
        """With backups."""
        self.safekeeping = safekeeping_of(self._folder, self.clock)
        return Outside(self.clock, self.store, self.settings, self.cues, self._folder, safekeeping=lambda: self.safekeeping)

    @property
    def part(self) -> DataSettings:
        """The part of the settings."""
        return self.program.settings.data

    def open_data(self) -> None:
        """Go to the part by keyboard."""
        self.press((ALT, Key.Key_5))
        self.program.data._files = self.files
        while self.program.settings.part() is not Part.DATA:
            self.press(RIGHT)

    def press_button(self, name: str) -> None:
        """Go to the button by the Tab key, press it, and wait for what it begins."""
        self.tab_to(name, most=120)
        self.press(Key.Key_Return)
        self.wait()

    def wait(self) -> None:
        """Until no work is under way."""
        self.wait_until(lambda: not any(errand.running for errand in self.program.window.findChildren(Errand)))

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Let Qt run until `holds`. It rests between events, as a real window does: who spins keeps the work from Python."""
        left = QDeadlineTimer(PATIENCE_MS)
        pulse = QTimer(interval=10)
        pulse.start()
        while not holds():
            assert not left.hasExpired(), "it never came"
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        pulse.stop()
        self.settle()

    def backups(self) -> list[Path]:
        """The backups, newest first."""
        return [backup.path for backup in self.safekeeping.backups()]


def remark(desk: DataDesk, text: str) -> None:
    """Something more is said, on the day that it is."""
    entry = Entry(EntryKind.REMARK, uuid4(), desk.clock.today(), desk.clock.now(), text)
    desk.program._keeper.change(StepKind.SAID, [entry], [], desk.clock.now())


def on_disk(desk: DataDesk) -> StoredDiary:
    """What the file holds."""
    return desk.store.load()


def held(desk: DataDesk) -> StoredDiary:
    """What the window holds."""
    return desk.program._keeper.load()


def bar(desk: DataDesk) -> tuple[str, str]:
    """What the bar for trouble says; nothing while it is hidden."""
    message = desk.program.window.message_bar()
    return message.text() if message.isVisible() else ("", "")
