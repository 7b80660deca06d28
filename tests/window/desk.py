"""The real program of `walkcoach.app`, offscreen, at a desk where only the outside world is made up, and nobody has a mouse."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from tests.fakes import FakeClock, FakeCuePlayer, MemorySettingsStore
from tests.health_words import health_words_in
from walkcoach.adapters.paths import resource_folder
from walkcoach.app import Outside, Program
from walkcoach.core.session import WalkSnapshot
from walkcoach.services.diary_keeper import DiaryFile
from walkcoach.services.walking import WalkStatus
from walkcoach.ui.main_window import PageKey
from walkcoach.ui.theme.apply import load_fonts

Key = Qt.Key
RETURN, SPACE, ESCAPE, RIGHT, TAB = Key.Key_Return, Key.Key_Space, Key.Key_Escape, Key.Key_Right, Key.Key_Tab
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Chord = Qt.Key | str | tuple[Qt.KeyboardModifier, Qt.Key]


class Desk:
    """One person at one window. `open_store` opens the same diary each time; `reopen` closes the program and starts it again."""

    def __init__(
        self, app: QApplication, open_store: Callable[[], DiaryFile], folder: Path, clock: FakeClock | None = None
    ) -> None:
        load_fonts(resource_folder() / "fonts")
        self._app = app
        self._open_store = open_store
        self._folder = folder
        self.clock = clock or FakeClock()
        self.cues = FakeCuePlayer()
        self.settings = MemorySettingsStore()
        self._is_open = False
        self.open()

    def open(self) -> None:
        """Start the program and show its window."""
        self.store = self._open_store()
        self.program = Program(self._app, self.outside())
        self._statuses: list[WalkStatus] = []
        self.program.walk.walk_changed.connect(self._statuses.append)
        self.program.show()
        self._is_open = True
        self.settle()

    def outside(self) -> Outside:
        """The outside world that the program is started in."""
        return Outside(self.clock, self.store, self.settings, self.cues, self._folder)

    def close(self) -> None:
        """Close the window as a person does, and let the program go. Closing twice is no error."""
        if not self._is_open:
            return
        self._is_open = False
        self.program.window.close()
        self.program.close()
        self.program.window.deleteLater()
        self.program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def reopen(self, away_s: float = 30) -> None:
        """Close, be away, open again."""
        self.close()
        self.clock.advance(away_s)
        self.open()

    def page(self) -> PageKey | None:
        """Which page is shown."""
        return self.program.window.current_page()

    def dialog(self) -> QDialog | None:
        """The sheet that lies over the window, if any."""
        top = QApplication.activeModalWidget()
        return top if isinstance(top, QDialog) else None

    def sheet(self) -> QDialog:
        """The sheet that has to lie over the window now."""
        sheet = self.dialog()
        assert sheet is not None, "no sheet is open"
        return sheet

    @property
    def focus(self) -> QWidget | None:
        """Who has the keyboard."""
        focused: QWidget | None = QApplication.focusWidget()
        return focused

    def press(self, *keys: Chord) -> None:
        """Press one key after another, each where the keyboard is by then; a text is typed letter by letter."""
        for key in keys:
            target = self.focus or self.dialog() or self.program.window
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            elif isinstance(key, tuple):
                QTest.keyClick(target, key[1], key[0])
            else:
                QTest.keyClick(target, key)
            self.settle()

    def tab_to(self, name: str, most: int = 60) -> None:
        """Press Tab until the control called `name` has the keyboard, as somebody does who looks for it."""
        for _ in range(most):
            if self.focus is not None and self.focus.accessibleName() == name:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name!r}; it is at {self.focus and self.focus.accessibleName()!r}")

    def check_in_before(self, score: str = "2") -> None:
        """Answer the sheet that is open: all ordinary, and walk."""
        self.press(score, RETURN, "1", RETURN, "1", RETURN)
        for _asked in range(3):
            if not self.at("Any of these? Chest pain, faintness, sudden weakness, a hot or swollen foot…"):
                self.press("1", RETURN)  # how soon it settled
        self.press("1", RETURN, RETURN)

    def check_in_after(self, worst: str = "2", effort: str = "3") -> None:
        """Answer the sheet that is open: an easy walk, nothing else to tell; save, and be thanked."""
        self.press(worst, RETURN, effort, RETURN, "1", RETURN, "1", RETURN, "1", RETURN, "1", RETURN, RETURN, RETURN)

    def at(self, name: str) -> bool:
        """Whether the keyboard is at the control called `name`, or at an answer to the question `name`."""
        focus = self.focus
        return focus is not None and name in (focus.accessibleName(), focus.accessibleDescription())

    def button(self, name: str) -> QAbstractButton:
        """The button called `name` that can be seen."""
        within = self.dialog() or self.program.window
        found = [one for one in within.findChildren(QAbstractButton) if one.accessibleName() == name or one.text() == name]
        seen = [one for one in found if one.isVisibleTo(within)]
        assert len(seen) == 1, f"{len(seen)} buttons called {name!r}"
        return seen[0]

    def settle(self) -> None:
        """Let Qt do what it has put off. Without a window manager, nobody but us gives the window back its keyboard.

        Whoever passes by can read a window's title: nothing about health may stand there, ever.
        """
        for _ in range(3):
            self._app.processEvents()
            if QApplication.activeWindow() is None and self.program.window.isVisible():
                (self.dialog() or self.program.window).activateWindow()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        titles = [window.windowTitle() for window in QApplication.topLevelWidgets()]
        assert not health_words_in(" ".join(titles)), titles

    def pass_time(self, seconds: float, step_s: float = 30) -> None:
        """Let `seconds` pass while the window runs; it looks at the clock every `step_s`."""
        while seconds > 0:
            now_s = min(step_s, seconds)
            self.clock.advance(now_s)
            self.program.walk.tick()
            seconds -= now_s
        self.program.bridge.notice_new_day()
        self.settle()

    def sleep_until(self, days: int = 1, hour: int = 9) -> None:
        """Leave the window open until `hour` o'clock some days later."""
        self.clock.next_day(days, hour)
        self.pass_time(0)

    def read(self) -> str:
        """All words that can be seen, on the sheet if there is one, else in the window."""
        within = self.dialog() or self.program.window
        labels = [label for label in within.findChildren(QLabel) if label.isVisibleTo(within)]
        return "\n".join(label.text() for label in labels if label.text())

    def shown_walk(self) -> WalkSnapshot:
        """What the Walk page was last told."""
        return self._statuses[-1].snapshot
