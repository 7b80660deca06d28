"""The contract of work that takes a while and so leaves the window's thread: how it tells how far it is, and how it is stopped.

Backups, imports, exports and reports are written against this; the window runs them (`walkcoach.ui.errand`), and so may the
command line, which hands in whatever prints, or `tell_nobody` and `never_stopped`.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Tell(Protocol):
    """Takes word of how far the work is."""

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` steps (rows, pages, files: any unit); a `total` of 0 means that it is not known.

        Cheap enough to be called for every row: only the last word before the window looks again is ever shown.
        """


AskedToStop = Callable[[], bool]
"""Whether the person would rather have it stopped. Ask between two steps where stopping leaves nothing half done."""


class Work(Protocol[T_co]):
    """The work itself. It runs in a thread of its own and touches nothing that belongs to another thread.

    So it opens its own connection to the diary. Raise `Trouble` for what the person has to know, and `Stopped` after having
    been asked to stop, once all is as it was before; any other exception is a bug.
    """

    def __call__(self, tell: Tell, asked_to_stop: AskedToStop) -> T_co:
        """Do it; gives what came of it."""


class Stopped(Exception):
    """The work was asked to stop, and has: everything is as it was before."""


def tell_nobody(done: int, total: int) -> None:
    """A `Tell` where nobody listens."""


def never_stopped() -> bool:
    """An `AskedToStop` where nobody can ask."""
    return False
