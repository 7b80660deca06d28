"""What holds for every test: no screen, no noise.

Noise fails: a warning (pytest's own settings), a line from Qt (pytest-qt's), and here an unexpected log record at WARNING
or above and a thread that outlives its test. Lines that a healthy machine writes are listed in pyproject.toml, once.
"""

import logging
import os
import threading
import time
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # has to be set before Qt is loaded
os.environ.pop("QT_STYLE_OVERRIDE", None)
os.environ["LC_ALL"] = "C.UTF-8"

import pytest

_THREAD_GRACE_S = 2.0


class _Ear(logging.Handler):
    """Keeps every record from WARNING up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_log_line(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that logs a warning or worse, unless it looks at the log itself (`caplog`) or is marked `noisy`."""
    if "caplog" in request.fixturenames or request.node.get_closest_marker("noisy"):
        yield
        return
    ear = _Ear()
    logging.getLogger().addHandler(ear)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(ear)
    lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in ear.heard]
    assert not lines, "unexpected log lines:\n" + "\n".join(lines)


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """Fail the test that leaves a thread running; one that is on its way out gets two seconds."""
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + _THREAD_GRACE_S
    for thread in set(threading.enumerate()) - before:
        if not thread.daemon:
            thread.join(max(0.0, until - time.monotonic()))
    left = [thread.name for thread in set(threading.enumerate()) - before if not thread.daemon]
    assert not left, f"threads left behind: {', '.join(left)}"
