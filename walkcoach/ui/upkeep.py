"""The upkeep of the diary while the window is open: looks once a minute whether anything is due, and has it done beside the window.

What goes wrong is told once and tried again half an hour later. Nothing is begun while a walk is under way: looking through a
diary of many years keeps a processor busy for a second, and a walk's moments come first. It is made up for right after.
"""

import logging
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from walkcoach.services.errand import AskedToStop, Tell
from walkcoach.services.errors import Trouble
from walkcoach.services.safekeeping import Safekeeping
from walkcoach.ui.errand import Errand

LOOK_EVERY_MS: Final = 60_000


class Upkeep(QObject):
    """Looks after the backups for as long as `window` is open, but not while it is told `not_now`. `close` makes the last one."""

    trouble_met = Signal(object)
    """Something went wrong; carries the `Trouble`."""
    done = Signal()
    """What was due has been done, or tried."""

    def __init__(self, safekeeping: Safekeeping, window: QWidget, not_now: Callable[[], bool]) -> None:
        super().__init__(window)
        self._not_now = not_now
        self._safekeeping = safekeeping
        self._window = window
        self._errand: Errand | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Do what is due, if anything is and nothing is under way."""
        if self._errand is not None or self._not_now():
            return
        try:
            if not self._safekeeping.anything_due():
                return
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
            return
        self._errand = Errand(self._look_after, self._window)
        self._errand.failed.connect(self.trouble_met)
        self._errand.ended.connect(self._ended)
        self._errand.start()

    def stop(self) -> None:
        """Wait for what is under way, and begin nothing more. Stopping twice is no error."""
        self._timer.stop()
        if self._errand is not None:
            self._errand.finish()

    def close(self) -> None:
        """Stop, and back up what has changed since. Trouble is noted in the log: nobody is left to tell."""
        self.stop()
        try:
            self._safekeeping.back_up()
        except Trouble as trouble:
            logging.getLogger(__name__).info("no backup at close: %s", type(trouble.__cause__ or trouble).__name__)

    def _look_after(self, tell: Tell, asked_to_stop: AskedToStop) -> object:
        self._safekeeping.look_after()
        return None

    def _ended(self) -> None:
        if self._errand is not None:
            self._errand.deleteLater()
        self._errand = None
        self.done.emit()
