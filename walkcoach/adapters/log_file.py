"""The program's log, in the data folder: what went wrong, for whoever mends it. Never what the person said or did.

Rotated at 200 kB, one older file kept, both private (0600).
"""

import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import Final

LOG_FILE: Final = "walkcoach.log"
_MOST_BYTES: Final = 200_000
_OURS: Final = "walkcoach"
"""Of others only warnings are kept; of ours also what went as it should, the cues of a walk among it."""


class _PrivateFileHandler(logging.FileHandler):
    """Turns over as the library's own rotating one does, which brings sockets and pickles along to every start."""

    def _open(self):  # type: ignore[no-untyped-def]  # the library's own type is a private one
        path = Path(self.baseFilename)
        path.touch(mode=0o600)  # never open to others, not even while it is made
        path.chmod(0o600)
        return super()._open()

    def emit(self, record: logging.LogRecord) -> None:
        """Write it down, in a new file where the old one is full; a full disk is told as the library tells it."""
        try:
            if self.stream is not None and self.stream.tell() >= _MOST_BYTES:
                self.stream.close()
                self.stream = None  # opened again by whatever is written next, even where this name cannot be changed
                Path(self.baseFilename).replace(f"{self.baseFilename}.1")
        except OSError:
            self.handleError(record)
        super().emit(record)


def open_log(folder: Path) -> logging.Handler:
    """Send the program's log to a file in `folder` until `close_log`; a folder that takes no log loses only the log."""
    handler: logging.Handler
    try:
        handler = _PrivateFileHandler(folder / LOG_FILE, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger(_OURS).setLevel(logging.INFO)
    return handler


def close_log(handler: logging.Handler) -> None:
    """End what `open_log` began."""
    logging.getLogger(_OURS).setLevel(logging.NOTSET)
    logging.getLogger().removeHandler(handler)
    handler.close()


def log_bug(kind: type[BaseException], where: TracebackType | None) -> None:
    """Keep a bug and tell it on standard error: where it happened and its kind. Its text may quote the diary and stays out."""
    steps: list[str] = []
    while where is not None:
        code = where.tb_frame.f_code
        steps.append(f"{Path(code.co_filename).name}:{where.tb_lineno} in {code.co_name}")
        where = where.tb_next
    line = f"bug: {kind.__name__} at {' > '.join(steps) or '?'}"
    logging.getLogger(_OURS).error("%s", line)
    if sys.stderr is not None:  # a program started from a menu may have none
        sys.stderr.write(f"walkcoach: {line}\n")
