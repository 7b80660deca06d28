"""Walkcoach's start as a process to be measured, by a person's own way in: `drawn FOLDER` or `ready FOLDER`.

`drawn` ends when Today stands on the screen, `ready` when all that is made after that is there as well. The memory by then is
printed. The diary is in the folder `walkcoach` of FOLDER, which is where programs keep their data for as long as this one runs.
"""

import os
import sys
from typing import Final

from benchmarks.figures import memory_mb
from walkcoach import cli

_TURNS: Final = {"drawn": 1, "ready": 20}
"""Of the event loop. The window is drawn in the first of them, before the timers that wait for that."""


def main(words: list[str]) -> None:
    """See the module."""
    moment, folder = words
    os.environ["XDG_DATA_HOME"] = folder
    cli.load_for_a_window()  # what the command line does first: Qt has to be there for its loop to be taken over
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
    # Elsewhere a program's data has a place of its own, and the diary there is somebody's.
    cli.main([] if sys.platform == "linux" else ["--data-dir", f"{folder}/walkcoach"])


if __name__ == "__main__":
    main(sys.argv[1:])
