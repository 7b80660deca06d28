"""What holds for every test of the window: what a test has shown is truly gone when the next one begins."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def widgets_truly_deleted() -> Iterator[None]:
    """Delete what was marked for deletion: without an event loop nothing else does, and each theme would dress it all again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
