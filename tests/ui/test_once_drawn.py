"""What waits until a window has been drawn: it comes after all that is in it, once, and also where nothing is ever drawn."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from walkcoach.ui.once_drawn import once_drawn


class Painted(QWidget):
    """Says when it is painted."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def paintEvent(self, event: QPaintEvent) -> None:
        self._told.append("painted")
        super().paintEvent(event)


def test_it_comes_after_all_in_the_window_is_painted_and_only_once(qtbot: QtBot) -> None:
    told: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 300)
    layout = QVBoxLayout(window)
    for _ in range(2):
        layout.addWidget(Painted(told))
    once_drawn(window, lambda: told.append("done"), 600_000)
    window.show()
    qtbot.waitUntil(lambda: "done" in told)
    assert told == ["painted", "painted", "done"]
    window.update()
    qtbot.waitUntil(lambda: len(told) >= 5)
    assert told.count("done") == 1


def test_a_window_that_is_never_drawn_is_not_waited_for_any_longer(qtbot: QtBot) -> None:
    told: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    once_drawn(window, lambda: told.append("done"), 0)
    qtbot.waitUntil(lambda: told == ["done"])
