"""Every page and every sheet of the real program: what has the keyboard has a name, and no title tells about health."""

import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget

from tests.fakes import FakeClock, MemoryDiaryStore
from tests.ui.access import name_of, tab_stops, unnamed
from tests.window.desk import ALT, CTRL, ESCAPE, RETURN, RIGHT, SPACE, Desk, Key
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.sample import write_sample
from walkcoach.ui.dialogs.ask_sheet import AskSheet
from walkcoach.wording import names

WORDS = re.compile(
    r"\b(pain|symptom|neuropath|tingl|numb|burn|cramp|foot|feet|sign|clinic|doctor|health|warning sign|glucose|fall|stumbl|nerve)",
    re.IGNORECASE,
)


def everything(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Each page and sheet in turn, as a day brings them, by keyboard."""
    window = desk.program.window
    for number in range(5):
        yield f"welcome {number}", window
        if number == 1:
            desk.tab_to("None of these")
            desk.press(SPACE)
        desk.tab_to(("Begin", "Next", "Next", "Next", "Go to today's walk")[number])
        desk.press(RETURN)
    yield "today", window
    desk.press(RETURN)
    yield "check-in before", desk.sheet()
    desk.press("1", RETURN, "1", RETURN, "1", RETURN, "2")
    yield "warning signs listed", desk.sheet()
    desk.tab_to(names.warning_sign_name(WarningSign.CALF_PAIN_WALKING))
    desk.press(SPACE)
    desk.tab_to("Start walking")
    desk.press(RETURN)
    yield "warning sign", desk.sheet()
    desk.press(ESCAPE)
    yield "get ready", window
    desk.pass_time(10 + 100)
    yield "walk", window
    desk.press(SPACE)
    yield "paused", window
    desk.press("w")
    yield "something wrong", desk.sheet()
    desk.press(ESCAPE)
    yield "stopping", window
    desk.press("f")
    yield "why shorter", window
    desk.press(ESCAPE)
    desk.reopen()
    window = desk.program.window
    yield "walk found again", desk.sheet()
    desk.press(ESCAPE)
    desk.tab_to("Start walking")
    desk.press(RETURN)
    desk.tab_to("Save it as it is")
    desk.press(RETURN)
    yield "part walked", window
    desk.press(RETURN)
    desk.pass_time(1000)
    yield "finished", window
    desk.press(RETURN)
    yield "check-in after", desk.sheet()
    desk.check_in_after()
    yield "done", window
    desk.press((ALT, Key.Key_2))
    yield "progress", window
    desk.press("t")
    yield "progress as tables", window
    desk.press((ALT, Key.Key_3))
    yield "diary", window
    desk.press(RETURN)
    yield "diary day", window
    for number, name in enumerate(diary_sheets()):
        desk.tab_to(name)
        desk.press(RETURN)
        yield f"diary sheet {number}", desk.sheet()
        desk.press(ESCAPE)
    desk.tab_to("Your note")
    desk.press("A good walk.")
    yield "diary note", window
    desk.press((CTRL, Key.Key_F))
    yield "diary search", window
    desk.press("nowhere")
    yield "diary without a day", window
    desk.press(ESCAPE, Key.Key_Delete)
    yield "diary with a day deleted", window
    desk.tab_to("Recently deleted (5)")
    desk.press(RETURN)
    yield "recently deleted", desk.sheet()
    desk.press(ESCAPE, (CTRL, Key.Key_Z))
    yield "taken back", window
    desk.tab_to("Filter")
    desk.press(RETURN)
    yield "diary filters", desk.sheet()
    desk.press(ESCAPE, (ALT, Key.Key_5))
    yield "settings", window
    for number in range(6):
        desk.press(RIGHT)
        yield f"settings {number}", window
        if number == 4:
            yield from data_sheets(desk)
    desk.program.window.say_trouble("Something is wrong.", "Try again.")
    yield "trouble", window


def data_sheets(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """The sheets of the part about the diary's files; at the end the keyboard is at the parts again."""
    desk.tab_to("Go back to a backup…")
    desk.press(RETURN)
    yield "backups", desk.sheet()
    desk.press(ESCAPE)
    desk.tab_to("Delete everything…")
    desk.press(RETURN)
    for _round in range(100_000):
        if isinstance(desk.dialog(), AskSheet):
            break
        desk.settle()
    yield "delete everything", desk.sheet()
    desk.press(ESCAPE, (ALT, Key.Key_5))


def diary_sheets() -> tuple[str, ...]:
    """The buttons of a walked day that open a sheet, from the top."""
    change, before, after = "Change: {}", "check-in before the walk", "check-in after the walk"
    return ("Add: walk", change.format("13 minutes"), change.format(before), change.format(after), "Add: entry for the coach")


def test_every_control_has_a_name_and_a_role_and_the_keyboard_is_always_somewhere_with_a_name(fresh: Desk) -> None:
    wrong: list[str] = []
    seen = []
    for place, shown in everything(fresh):
        fresh.settle()
        seen.append(place)
        wrong += [f"{place}: {widget} has no name or role" for widget in unnamed(shown)]
        focus = fresh.focus
        if focus is None or not name_of(focus).strip():
            wrong.append(f"{place}: the keyboard is at {focus!r}")
        if focus is not None and not shown.isAncestorOf(focus) and focus is not shown:
            wrong.append(f"{place}: the keyboard is outside")
        stops = [stop for stop in tab_stops(shown) if not isinstance(stop.parentWidget(), QAbstractSpinBox)]
        wrong += [f"{place}: Tab stops at {stop!r}, which has no name" for stop in stops if not name_of(stop).strip()]
    assert wrong == []
    assert len(seen) == len(set(seen)) == 46


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """Every line that the program logs, of any level."""
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    ear = Ear()
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.DEBUG)
    root.addHandler(ear)
    yield heard
    root.removeHandler(ear)
    root.setLevel(level)


def test_no_window_title_and_no_log_line_says_a_word_about_health(fresh: Desk, lines: list[str]) -> None:
    titles: set[str] = set()
    for _place, _shown in everything(fresh):
        titles |= {window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()}
    fresh.close()
    titles.discard("")
    assert "Walkcoach" in titles
    told = [words for words in (*titles, *lines) if WORDS.search(words)]
    assert told == []
    symptoms = [names.symptom_name(symptom).lower() for symptom in Symptom]
    assert [words for words in (*titles, *lines) if any(name in words.lower() for name in symptoms)] == []


def test_a_year_of_diary_is_shown_with_names_too(desk_after: Callable[[MemoryDiaryStore, FakeClock], Desk]) -> None:
    clock, store = FakeClock(), MemoryDiaryStore()
    write_sample(store, clock.today(), 52, zone=clock.now().tzinfo)  # type: ignore[arg-type]
    desk = desk_after(store, clock)
    assert unnamed(desk.program.window) == []
    desk.press((ALT, Key.Key_2))
    assert unnamed(desk.program.window) == []
    assert desk.program.progress.isVisible()


def test_the_welcome_can_be_skipped_by_keyboard(fresh: Desk, tmp_path: Path) -> None:
    fresh.tab_to("Skip, and start with the usual plan")
    fresh.press(SPACE)
    assert fresh.button("Check in and walk").hasFocus()
    assert (tmp_path / "diary.sqlite3").exists()
