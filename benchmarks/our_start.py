"""Walkcoach's start as a process to be measured, by a person's own way in: `drawn` or `ready`. The diary is where it always is.

`drawn` ends when Today stands on the screen, `ready` when all that comes after it is made as well. The memory by then is printed.
"""

import os
import sys
from typing import Final

from benchmarks.figures import memory_mb
from walkcoach import cli

_TURNS: Final = {"drawn": 1, "ready": 20}
"""Of the event loop. A window is drawn in the first of them, before the timers that wait for that."""


def main(words: list[str]) -> None:
    """See the module."""
    (moment,) = words
    cli.load_for_a_window()  # what the command line does first: it has to be there for the loop to be taken over
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    def tell() -> None:
        print(memory_mb(), flush=True)
        os._exit(0)

    def run() -> None:
        if moment == "drawn":
            QTimer.singleShot(0, tell)
        for _ in range(_TURNS[moment]):
            QApplication.processEvents()
        tell()

    QApplication.exec = staticmethod(run)  # type: ignore[method-assign,assignment]
    cli.main([])


if __name__ == "__main__":
    main(sys.argv[1:])
