"""Undo and do again in the window: Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y, and a calm bar that says what was done last.

Text fields have an undo of their own, and no key undoes anything during a walk. What would take a warning sign back or lift
a lock is asked about first. A step of very many entries, as an import may be, is swapped beside the window.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from walkcoach.core.coach_state import Lock
from walkcoach.services.entries import EntryKind, Step, StepKind, Taken
from walkcoach.services.lock_watch import TakenBack
from walkcoach.services.undoing import Undoing
from walkcoach.ui.bridge import Bridge
from walkcoach.ui.dialogs.busy import run_with_progress
from walkcoach.ui.dialogs.lift_lock import LiftLockDialog
from walkcoach.ui.main_window import MainWindow, PageKey
from walkcoach.ui.theme.theme import Theme
from walkcoach.wording import data, diary_edit, warning_signs
from walkcoach.wording import undo as words

if TYPE_CHECKING:
    from walkcoach.services.data_work import LargeSteps, Swapped

T = TypeVar("T")
_NO_UNDO: Final = frozenset({PageKey.WALK, PageKey.WELCOME})
LARGE: Final = 1_000
"""A step of more entries takes some tenths of a second: it leaves the window's thread."""
_CHECK_INS: Final = frozenset({EntryKind.BEFORE, EntryKind.AFTER})
_REDO_KEYS: Final = (Qt.Modifier.CTRL | Qt.Modifier.SHIFT | Qt.Key.Key_Z, Qt.Modifier.CTRL | Qt.Key.Key_Y)


class UndoFlow(QObject):
    """Takes steps back and does them again on `window`. `theme` answers the theme in force whenever a question opens.

    `large` answers what swaps large steps in a thread of its own; without it they are swapped like all others.
    """

    def __init__(
        self,
        undoing: Undoing,
        bridge: Bridge,
        window: MainWindow,
        theme: Callable[[], Theme],
        large: "Callable[[], LargeSteps] | None" = None,
    ) -> None:
        super().__init__(window)
        self._large = large
        self._undoing = undoing
        self._bridge = bridge
        self._window = window
        self._theme = theme
        self._last = undoing.last()
        self._swapping = False
        self._undo_key = QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Z)
        self._redo_key = QKeySequence(_REDO_KEYS[0])
        QShortcut(self._undo_key, window, self.undo)
        for key in _REDO_KEYS:
            QShortcut(QKeySequence(key), window, self.redo)
        bridge.today_changed.connect(self._look)
        window.page_shown.connect(self._page_shown)

    def undo(self) -> None:
        """Take the last step back, asking first where a lock hangs on it."""
        if self._window.current_page() not in _NO_UNDO and not self._swapped_aside(self._undoing.last, again=False):
            self._ask(self._undoing.undo_asks, lambda: self._swap(self._undoing.undo, again=False))

    def redo(self) -> None:
        """Do again what was taken back last, asking first where a lock hangs on it."""
        if self._window.current_page() not in _NO_UNDO and not self._swapped_aside(self._undoing.last_undone, again=True):
            self._ask(self._undoing.redo_asks, lambda: self._swap(self._undoing.redo, again=True))

    def begin_anew(self) -> None:
        """The diary has become another: what its last step was is no news."""
        self._bridge.attempt(self._look_back, refresh=False)
        self._window.notice.dismiss()

    def _look_back(self) -> None:
        self._last = self._undoing.last()

    def _ask(self, asks: Callable[[], TakenBack], go_on: Callable[[], None]) -> None:
        found: list[TakenBack] = []
        if self._bridge.attempt(lambda: found.append(asks()), refresh=False):
            ask_first(found[0], go_on, self._undoing.today(), self._window, self._theme())

    def _swap(self, swap: Callable[[], Taken | None], *, again: bool) -> None:
        taken: list[Taken | None] = []
        self._swapping = True
        done = self._bridge.attempt(lambda: taken.append(swap()))
        self._swapping = False
        if done:
            self._tell_swapped(taken[0], again=again)

    def _swapped_aside(self, coming: Callable[[], Step | None], *, again: bool) -> bool:
        """Begin to swap the step that is `coming` beside the window, if it is a large one; whether that is so."""
        steps: list[Step | None] = []
        if self._large is None or not self._bridge.attempt(lambda: steps.append(coming()), refresh=False):
            return False
        step, large = steps[0], self._large
        if step is None or step.entries <= LARGE:
            return False
        diary = self._undoing.diary()

        def ask(asks: TakenBack) -> None:
            ask_first(asks, swap, self._undoing.today(), self._window, self._theme())

        def swap() -> None:
            self._aside(lambda: large().swap(again=again), lambda swapped: self._take(swapped, again=again))

        self._aside(lambda: large().asks(diary, again=again), ask)
        return True

    def _aside(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        title, text = data.undoing(), data.undoing_text()
        errand = run_with_progress(self._window, self._theme(), title, text, lambda _tell, _stop: work())
        errand.done.connect(done)
        errand.failed.connect(self._bridge.trouble_met)

    def _take(self, swapped: "Swapped", *, again: bool) -> None:
        """Hold the diary as it is on the disk after a large step."""
        self._swapping = True
        self._bridge.attempt(lambda: self._undoing.take(swapped.diary))
        self._swapping = False
        self._tell_swapped(swapped.taken, again=again)

    def _tell_swapped(self, taken: Taken | None, *, again: bool) -> None:
        self._last = self._undoing.last()
        step = taken.step if taken else None
        if step is None:
            self._window.notice.say(words.nothing_to_redo() if again else words.nothing_to_undo())
            return
        if (page := self._window.current_page()) is not None:
            self._window.page_shown.emit(page)  # drawn anew, whichever it is
        if again:
            self._say_with_undo(words.done_again(self._undoing.name(step)))
        else:
            said = words.taken_back(self._undoing.name(step))
            self._window.notice.say(said, words.redo(), _text_of(self._redo_key), self.redo)

    def _look(self) -> None:
        """Say what was done since, with a way back; a day's own check-ins are answered where they are given."""
        if self._swapping:
            return
        last: list[Step | None] = []
        if not self._bridge.attempt(lambda: last.append(self._undoing.last()), refresh=False):
            return
        step = last[0]
        if step is not None and step != self._last:
            if self._tells(step):
                self._say_with_undo(self._undoing.sentence(step))
            else:
                self._window.notice.dismiss()  # its button would now take back something else than its sentence says
        self._last = step

    def _tells(self, step: Step) -> bool:
        ordinary = step.kind is StepKind.SAID and step.first.kind in _CHECK_INS and step.day == self._undoing.today()
        return not ordinary and self._window.current_page() is not PageKey.WELCOME

    def _say_with_undo(self, sentence: str) -> None:
        self._window.notice.say(sentence, words.undo(), _text_of(self._undo_key), self.undo)

    def _page_shown(self, _page: str) -> None:
        if not self._swapping:
            self._window.notice.dismiss()


def ask_first(taken_back: TakenBack, go_on: Callable[[], None], today: date, window: QWidget, theme: Theme) -> None:
    """Go on at once where nothing hangs on it; else only after one plain question, asked over `window`."""
    if not taken_back:
        go_on()
        return
    if taken_back.told:
        day, lock = taken_back.told[-1]
        sign = lock is Lock.WARNING_SIGN
        ask = diary_edit.mistake_question_sign if sign else diary_edit.mistake_question_feet
        dialog = LiftLockDialog(
            ask(day, today),
            diary_edit.mistake_yes(),
            theme,
            window,
            lead=diary_edit.mistake_lead(),
            leave=diary_edit.mistake_no(),
        )
    elif taken_back.today_only:
        dialog = LiftLockDialog(
            diary_edit.mistake_question_sign(taken_back.today_only[-1], today),
            diary_edit.mistake_yes(),
            theme,
            window,
            lead=diary_edit.mistake_lead_today(),
            leave=diary_edit.mistake_no(),
        )
    elif taken_back.walked:
        dialog = LiftLockDialog(
            diary_edit.walked_question(taken_back.walked[-1], today),
            diary_edit.walked_yes(),
            theme,
            window,
            lead=diary_edit.walked_lead(),
            leave=diary_edit.mistake_no(),
        )
    elif Lock.WARNING_SIGN in taken_back.lifted:
        dialog = LiftLockDialog(warning_signs.cleared_question(), warning_signs.cleared_choice(), theme, window)
    else:
        dialog = LiftLockDialog(warning_signs.feet_seen_to_question(), warning_signs.feet_seen_to_choice(), theme, window)
    dialog.accepted.connect(go_on)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _text_of(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)
