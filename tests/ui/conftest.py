"""What holds for every test of the window: what a test has shown is truly gone when the next one begins."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.health_words import health_words_in


@pytest.fixture(autouse=True)
def widgets_truly_deleted() -> Iterator[None]:
    """Delete what was marked for deletion: without an event loop nothing else does, and each theme would dress it all again.

    Before that, look at the titles of all the windows: nothing about health may stand where whoever passes by can read it.
    """
    yield
    titles = [window.windowTitle() for window in QApplication.topLevelWidgets()]
    assert not health_words_in(" ".join(titles)), titles
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
