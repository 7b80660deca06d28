"""Work beside the window: what it tells, how it ends in each of four ways, and that closing the window leaves no thread."""

import sys
import threading
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.errands import FULL, GuidedWork
from walkcoach.services.errand import Stopped
from walkcoach.ui.errand import Errand


class Heard:
    """All that an errand told, in order."""

    def __init__(self, errand: Errand) -> None:
        self.told: list[object] = []
        errand.progressed.connect(lambda done, total: self.told.append((done, total)))
        errand.ended.connect(lambda: self.told.append("ended"))
        errand.done.connect(lambda result: self.told.append(("done", result)))
        errand.failed.connect(lambda trouble: self.told.append(("failed", trouble)))
        errand.stopped.connect(lambda: self.told.append("stopped"))


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def bugs() -> Iterator[list[BaseException]]:
    """What reaches the hook for bugs."""
    found: list[BaseException] = []

    def keep(_kind: type[BaseException], error: BaseException, _where: TracebackType | None) -> None:
        found.append(error)

    before, sys.excepthook = sys.excepthook, keep
    yield found
    sys.excepthook = before


def begin(work: GuidedWork, window: QWidget) -> tuple[Errand, Heard]:
    errand = Errand(work, window)
    heard = Heard(errand)
    errand.start()
    assert work.began.wait(30)
    return errand, heard


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("errand")]


def test_the_work_runs_in_a_thread_of_its_own_and_what_it_gives_comes_back(qtbot: QtBot, window: QMainWindow) -> None:
    work = GuidedWork({"rows": 3})
    errand, heard = begin(work, window)
    assert errand.running
    assert work.thread != threading.current_thread().name
    assert threads() == [work.thread]
    work.let_end()
    qtbot.waitUntil(lambda: bool(heard.told))
    assert heard.told == ["ended", ("done", {"rows": 3})]
    assert (threads(), errand.running) == ([], False)


def test_it_tells_how_far_it_is_even_beyond_what_qt_can_count(qtbot: QtBot, window: QMainWindow) -> None:
    work = GuidedWork()
    _errand, heard = begin(work, window)
    work.tell_next(1, 10**12)
    qtbot.waitUntil(lambda: len(heard.told) == 1)
    work.tell_next(5 * 10**11, 10**12)
    work.let_end()
    qtbot.waitUntil(lambda: len(heard.told) == 4)
    assert heard.told == [(1, 10**12), (5 * 10**11, 10**12), "ended", ("done", "done")]


def test_of_many_words_between_two_looks_only_the_last_is_told(qtbot: QtBot, window: QMainWindow) -> None:
    work = GuidedWork()
    _errand, heard = begin(work, window)
    for number in range(1000):
        work.tell_next(number, 1000)
    work.let_end()
    qtbot.waitUntil(lambda: "ended" in heard.told)
    assert heard.told == [(999, 1000), "ended", ("done", "done")]


def test_trouble_is_told_as_trouble(qtbot: QtBot, window: QMainWindow, bugs: list[BaseException]) -> None:
    work = GuidedWork(FULL)
    _errand, heard = begin(work, window)
    work.let_end()
    qtbot.waitUntil(lambda: bool(heard.told))
    assert (heard.told, bugs, threads()) == (["ended", ("failed", FULL)], [], [])


def test_a_bug_goes_where_every_bug_goes_with_the_place_where_it_happened(
    qtbot: QtBot, window: QMainWindow, bugs: list[BaseException]
) -> None:
    work = GuidedWork(KeyError("oh"))
    _errand, heard = begin(work, window)
    work.let_end()
    qtbot.waitUntil(lambda: bool(heard.told))
    assert (heard.told, threads()) == (["ended"], [])
    assert [type(bug) for bug in bugs] == [KeyError]
    steps, where = [], bugs[0].__traceback__
    while where is not None:
        steps.append(where.tb_frame.f_code.co_filename)
        where = where.tb_next
    assert steps[-1].endswith("errands.py")


def test_work_that_heeds_it_stops_when_asked(qtbot: QtBot, window: QMainWindow) -> None:
    work = GuidedWork()
    errand, heard = begin(work, window)
    errand.ask_to_stop()
    qtbot.waitUntil(lambda: bool(heard.told))
    assert (heard.told, work.was_stopped, threads()) == (["ended", "stopped"], True, [])


def test_work_that_is_past_stopping_ends_as_it_ends(qtbot: QtBot, window: QMainWindow) -> None:
    work = GuidedWork("all of it", heeds=False)
    errand, heard = begin(work, window)
    errand.ask_to_stop()
    work.tell_next(9, 10)
    qtbot.waitUntil(lambda: heard.told == [(9, 10)])
    work.let_end()
    qtbot.waitUntil(lambda: "ended" in heard.told)
    assert heard.told[1:] == ["ended", ("done", "all of it")]


def test_closing_the_window_stops_the_work_and_waits_for_its_thread(window: QMainWindow) -> None:
    work = GuidedWork()
    errand, heard = begin(work, window)
    window.close()
    assert (threads(), work.was_stopped, errand.running) == ([], True, False)
    assert heard.told == ["ended"]


def test_closing_the_window_waits_for_work_that_cannot_be_stopped(window: QMainWindow) -> None:
    work = GuidedWork(heeds=False)
    errand, heard = begin(work, window)
    work.let_end()  # nobody looks any more: without waiting, the thread would be there still
    window.close()
    assert (threads(), errand.running, heard.told) == ([], False, ["ended"])


def test_a_window_that_is_taken_away_stops_the_work(qtbot: QtBot) -> None:
    window = QMainWindow()
    work = GuidedWork()
    begin(work, window)
    window.deleteLater()
    qtbot.waitUntil(lambda: work.was_stopped)
    qtbot.waitUntil(lambda: threads() == [])


def test_finishing_what_does_not_run_is_no_error_and_running_twice_is_a_bug(qtbot: QtBot, window: QMainWindow) -> None:
    work = GuidedWork()
    errand = Errand(work, window)
    heard = Heard(errand)
    errand.finish()
    assert heard.told == []
    errand.start()
    work.let_end()
    qtbot.waitUntil(lambda: "ended" in heard.told)
    with pytest.raises(RuntimeError, match="once"):
        errand.start()


def test_work_that_stops_by_itself_is_told_as_stopped(qtbot: QtBot, window: QMainWindow) -> None:
    work = GuidedWork(Stopped())
    _errand, heard = begin(work, window)
    work.let_end()
    qtbot.waitUntil(lambda: bool(heard.told))
    assert heard.told == ["ended", "stopped"]
