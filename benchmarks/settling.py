"""How much of something a window uses once its start is over."""

import json
import os
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer

SETTLES_MS: Final = 4000
"""Long enough for a start on a busy machine, and for the sound player's."""


def after_settling(owner: QObject, used: Callable[[], Sequence[float]], seconds: float) -> None:
    """Let the start pass, note what `used` says, print how much it has grown `seconds` later, and end the process."""

    def begin() -> None:
        before = used()

        def tell() -> None:
            print(json.dumps([now - then for now, then in zip(used(), before, strict=True)]), flush=True)
            os._exit(0)

        QTimer.singleShot(round(1000 * seconds), owner, tell)

    QTimer.singleShot(SETTLES_MS, owner, begin)
