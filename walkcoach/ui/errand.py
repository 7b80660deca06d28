"""Slow work beside the window: run in a thread of its own, its progress and its end told to the window's thread.

How to use it, from a page or a flow:

    def work(tell: Tell, asked_to_stop: AskedToStop) -> Export:      # in services or adapters; see `services.errand`
        for number, row in enumerate(rows):
            if asked_to_stop():
                raise Stopped
            tell(number, len(rows))
            ...
        return Export(path, len(rows))

    errand = run_with_progress(window, theme, words.exporting(), words.exporting_text(), work, stoppable=True)   # ui.dialogs.busy
    errand.done.connect(lambda export: ...)        # what `work` gave back
    errand.failed.connect(lambda trouble: window.say_trouble(trouble.what, trouble.way_on))
    errand.stopped.connect(...)                    # if something is to be said

Connect right after the start: nothing is told before the event loop runs again. Exactly one of `done`, `failed` and `stopped`
follows, after `ended`; a bug goes to `sys.excepthook`, like every other one. `Errand` alone is for work that needs no sheet,
such as the backup at every half hour.

The thread never touches Qt: the window looks at what it has written down, some fifty times a second.
"""

import sys
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from walkcoach.services.errand import Stopped, Work
from walkcoach.services.errors import Trouble

LOOK_EVERY_MS: Final = 20


class _Note:
    """What the thread writes and the window reads: one value that is replaced as a whole."""

    def __init__(self) -> None:
        self.far = (0, 0)

    def tell(self, done: int, total: int) -> None:
        """See `Tell`."""
        self.far = (done, total)


class Errand(QObject):
    """Runs `work` once, from `start` on. `parent` owns it; while it runs, closing the parent's window ends it first.

    Closing waits: for `Stopped` if the work heeds it, else for the end of the work, and nothing more is told.
    """

    progressed = Signal(object, object)
    """How far it is: `done` and `total` as the work tells them, of any size."""
    ended = Signal()
    """The thread is gone. What came of it is told right after."""
    done = Signal(object)
    """It went well; carries what the work gave back."""
    failed = Signal(object)
    """It met `Trouble`, which is carried."""
    stopped = Signal()
    """It was asked to stop, and has."""

    def __init__(self, work: Work[object], parent: QWidget) -> None:
        super().__init__(parent)
        self._work = work
        self._window = parent.window()
        self._note = _Note()
        self._told = self._note.far
        self._stop = Event()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="errand")
        self._future: Future[object] | None = None
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._notice)
        self.destroyed.connect(self._stop.set)  # nobody is left to wait for it

    @property
    def running(self) -> bool:
        """Whether the work is under way."""
        return self._look.isActive()

    @property
    def asked_to_stop(self) -> bool:
        """Whether it has been asked to stop."""
        return self._stop.is_set()

    def start(self) -> None:
        """Begin; an errand is run only once."""
        if self._future is not None:
            raise RuntimeError("an errand is run only once")
        self._window.installEventFilter(self)
        self._future = self._pool.submit(self._work, self._note.tell, self._stop.is_set)
        self._look.start()

    def ask_to_stop(self) -> None:
        """Ask the work to stop; it does when and if it can."""
        self._stop.set()

    def finish(self) -> None:
        """Ask it to stop, wait until it is over, and tell nothing but that. Not running is no error."""
        if not self.running:
            return
        self.ask_to_stop()
        self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window closes: first this has to be over."""
        if event.type() is QEvent.Type.Close:
            self.finish()
        return super().eventFilter(watched, event)

    def _notice(self) -> None:
        """Tell what is new."""
        far = self._note.far
        if far != self._told:
            self._told = far
            self.progressed.emit(*far)
        if self._future is not None and self._future.done():
            self._end()
            self._tell(self._future)

    def _end(self) -> None:
        """See the thread gone."""
        self._look.stop()
        self._pool.shutdown(wait=True)
        self._window.removeEventFilter(self)
        self.ended.emit()

    def _tell(self, future: Future[object]) -> None:
        error = future.exception()
        match error:
            case None:
                self.done.emit(future.result())
            case Trouble():
                self.failed.emit(error)
            case Stopped():
                self.stopped.emit()
            case _:
                sys.excepthook(type(error), error, error.__traceback__)
