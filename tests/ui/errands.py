"""Work whose course a test decides: it goes on only when it is let, and hears that it is to stop at once."""

from queue import Empty, Queue
from threading import Event, current_thread
from typing import Final

from walkcoach.services.errand import AskedToStop, Stopped, Tell
from walkcoach.services.errors import Trouble

PATIENCE_S: Final = 30.0
LOOK_EVERY_S: Final = 0.002


class GuidedWork:
    """`tell_next` makes it tell how far it is; `let_end` makes it end with `result`, which is raised if it is an exception."""

    def __init__(self, result: object = "done", *, heeds: bool = True) -> None:
        self._result = result
        self._heeds = heeds
        self._orders: Queue[tuple[int, int] | None] = Queue()
        self.taken = Event()
        self.began = Event()
        self.thread = ""
        self.was_stopped = False

    def tell_next(self, done: int, total: int) -> None:
        """Have it tell so; it has when this returns."""
        self.taken.clear()
        self._orders.put((done, total))
        assert self.taken.wait(PATIENCE_S), "the work is not there to tell anything"

    def let_end(self) -> None:
        """Have it end."""
        self._orders.put(None)

    def __call__(self, tell: Tell, asked_to_stop: AskedToStop) -> object:
        """See `Work`."""
        self.thread = current_thread().name
        self.began.set()
        while True:
            if asked_to_stop() and self._heeds:
                self.was_stopped = True
                raise Stopped
            try:
                order = self._orders.get(timeout=LOOK_EVERY_S)
            except Empty:
                continue
            if order is None:
                break
            tell(*order)
            self.taken.set()
        if isinstance(self._result, Exception):
            raise self._result
        return self._result


FULL: Final = Trouble("There is no room left.", "Make some room.")
