"""What is felt stays in the diary: no log line, no window's title and no message of the desktop says anything about health.

Every key that any test of this folder presses is followed by a look at all titles (`Desk.settle`); here are the log, the messages,
and proof that the looks can tell.
"""

import ast
import inspect
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.desktop.diaries import NINE
from tests.health_words import health_words_in
from tests.journeys.home import TINGLES
from tests.window.desk import ESCAPE, RETURN, SPACE, Desk
from walkcoach.adapters.log_file import LOG_FILE, close_log, log_bug, open_log
from walkcoach.adapters.paths import DIARY_FILE
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Cue
from walkcoach.ui.dialogs.after_check_in import AfterCheckInDialog
from walkcoach.ui.notifier import TrayMessages
from walkcoach.wording import trouble
from walkcoach.wording.names import warning_sign_name

SOURCE: Final = Path(__file__).parents[2] / "walkcoach"


class EarForAll(logging.Handler):
    """Hears every record of everybody, however unimportant, as it would stand in a log."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def ear() -> Iterator[EarForAll]:
    ear, root = EarForAll(), logging.getLogger()
    level = root.level
    root.addHandler(ear)
    root.setLevel(logging.DEBUG)
    yield ear
    root.setLevel(level)
    root.removeHandler(ear)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The program's own log, as it is opened at the start."""
    handler = open_log(tmp_path)
    yield tmp_path / LOG_FILE
    close_log(handler)


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop is asked to show."""
    said: list[str] = []
    monkeypatch.setattr(TrayMessages, "say", lambda _self, title, text: said.extend((title, text)))
    return said


@pytest.fixture
def home_desk(new_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    """A desk on a real diary file, for somebody who has been welcomed."""
    store = SqliteDiaryStore(tmp_path / DIARY_FILE)
    store.save_profile(TINGLES, NINE)
    store.close()
    return new_desk(lambda: SqliteDiaryStore(tmp_path / DIARY_FILE), tmp_path)


def a_day_with_everything(desk: Desk) -> None:
    """Scores, a sign, something felt on the way, something wrong, symptoms as the reason to stop, a hard check-in after."""
    desk.press(RETURN, "7", RETURN, "2", RETURN, "1", RETURN, "2")
    desk.tab_to(warning_sign_name(WarningSign.CALF_PAIN_WALKING))
    desk.press(SPACE)
    desk.tab_to("Start walking")
    desk.press(RETURN, ESCAPE)
    assert desk.program.walk.under_way
    desk.pass_time(10 + 60)
    desk.press("s")
    desk.pass_time(60)
    desk.press("w", ESCAPE)
    desk.press(SPACE)
    desk.program.window.showMinimized()
    desk.pass_time(900)
    desk.program.behind.notifier.bring_back()
    desk.settle()
    desk.press(RETURN)
    desk.press("9", RETURN, "9", RETURN, "2", RETURN, "2", RETURN)
    while isinstance(desk.dialog(), AfterCheckInDialog) and desk.dialog() is not None:
        desk.press("1", RETURN, RETURN)


def all_troubles() -> list[Trouble]:
    """Every sentence about trouble, with a place in it."""
    made = []
    for name, function in vars(trouble).items():
        if name.startswith("_") or getattr(function, "__module__", "") != trouble.__name__:
            continue
        told = function(*[7 if kind is int else "/home/me/diary.sqlite3" for kind in _kinds(function)])
        made.append(Trouble(*told) if isinstance(told, tuple) else Trouble(told))
    return made


def _kinds(function: Callable[..., object]) -> list[object]:
    return [each.annotation for each in inspect.signature(function).parameters.values()]


def meet_every_trouble(desk: Desk) -> None:
    def met(told: Trouble) -> None:
        raise told

    for told in all_troubles():
        assert not desk.program.bridge.attempt(lambda told=told: met(told))  # type: ignore[misc]
        assert desk.program.window.message_bar().text()[0] == told.what


def a_bug_that_quotes_the_diary() -> None:
    try:
        raise ValueError("tingling 7, chest_pain: a wound on the left foot")
    except ValueError as bug:
        log_bug(type(bug), bug.__traceback__)


@pytest.mark.noisy
def test_a_day_with_everything_in_it_leaves_no_health_word_in_any_log(
    log: Path, ear: EarForAll, messages: list[str], home_desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    a_day_with_everything(home_desk)
    home_desk.sleep_until()
    meet_every_trouble(home_desk)
    a_bug_that_quotes_the_diary()
    kept = home_desk.store.load()
    assert kept.before
    assert kept.after
    text = log.read_text(encoding="utf-8")
    assert "bug: ValueError at test_words_kept_inside.py" in text
    for said in (text, "\n".join(ear.lines), capsys.readouterr().err):
        assert health_words_in(said) == []
    assert messages, "minimised, a walk tells of its changes"
    assert health_words_in("\n".join(messages)) == []


def test_every_line_that_the_program_can_log_was_looked_at() -> None:
    lines = set()
    for path in SOURCE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and _logs(call.func):
                lines.add((path.name, *map(ast.unparse, call.args)))
    assert lines == LOOKED_AT


def _logs(called: ast.Attribute) -> bool:
    """Whether this is a call of a logger's."""
    by = ast.unparse(called.value)
    return called.attr in _LOGS and re.search(r"_?log\b|getLogger", by, re.IGNORECASE) is not None


_LOGS: Final = ("debug", "info", "warning", "error", "exception", "critical", "log")
_PLANNED: Final = "_clock_figures(asked.planned_s)"
LOOKED_AT: Final = {
    (
        "cue_log.py",
        "'cue %s: planned at %s, played, %.0f ms late'",
        "asked.cue.value",
        "_clock_figures(asked.planned_s)",
        "late_ms",
    ),
    ("cue_log.py", "'cue %s: planned at %s, not played'", "asked.cue.value", "_clock_figures(asked.planned_s)"),
    ("keep_awake.py", "'nobody was there to let go of the screen'"),
    ("log_file.py", "'%s'", "line"),  # a bug: its kind and where it happened, never its text
    ("start.py", "'closed'"),
    # names of files, which tell moments and nothing else
    ("start.py", "'the diary is now %s; of the one before, %s is kept'", "opened.mended.backup.path.name", "kept"),
    ("upkeep.py", "'no backup at close: %s'", "type(trouble.__cause__ or trouble).__name__"),
}
"""Every line that the log may hold, with what is filled in. A new one is put here once somebody has seen that it tells nothing."""


def test_the_names_of_the_tones_say_nothing_about_health() -> None:
    assert health_words_in(" ".join(cue.value for cue in Cue)) == []


def test_no_sentence_about_trouble_says_anything_about_health() -> None:
    assert len(all_troubles()) > 10
    assert [told.what for told in all_troubles() if health_words_in(f"{told.what} {told.way_on}")] == []


def test_the_search_finds_what_the_catalogue_says_and_leaves_other_words() -> None:
    for said in ("Tingling: 7", "chest_pain", "A HOT SWOLLEN FOOT", "your symptoms", "INFO walkcoach: numbness 3"):
        assert health_words_in(said)
    for said in ("Walkcoach", "Check-in", "A walk was cut off", "INFO walkcoach.start: closed", "cue brisk: planned at 05:00.0"):
        assert health_words_in(said) == []
    assert [each for each in (*Symptom, *WarningSign) if not health_words_in(each.value)] == []


def test_a_title_that_says_it_fails_the_test_that_opens_it(desk: Desk) -> None:
    desk.program.window.setWindowTitle("Walkcoach: tingling 7")
    with pytest.raises(AssertionError, match="tingling"):
        desk.settle()
    desk.program.window.setWindowTitle("Walkcoach")
