"""The Diary page on the diary in FOLDER, as a process to be measured; it prints its figures, in ms, as one line of JSON."""

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.measure import milliseconds, ninety_ninth
from walkcoach.adapters.clock import clock_for
from walkcoach.adapters.no_keep_awake import NoKeepAwake
from walkcoach.adapters.paths import DIARY_FILE, SETTINGS_FILE, data_folder, resource_folder
from walkcoach.adapters.settings_file import SettingsFile
from walkcoach.adapters.sound.process_player import ProcessCuePlayer
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.app import Outside, Program, make_application, sound_command
from walkcoach.core.decision import DecisionKind
from walkcoach.core.symptoms import Symptom
from walkcoach.services.diary_filter import DiaryFilter, Felt
from walkcoach.ui.main_window import PageKey

DAYS_GONE_THROUGH: Final = 100
SCROLLS: Final = 100


def main(words: list[str]) -> None:
    """Measure, print and end at once."""
    folder = data_folder(Path(words[0]))
    app = make_application(["walkcoach"])
    clock = clock_for(None, 1.0)
    cues = ProcessCuePlayer(sound_command(), resource_folder() / "sounds")
    store = SqliteDiaryStore(folder / DIARY_FILE)
    program = Program(app, Outside(clock, store, SettingsFile(folder / SETTINGS_FILE), cues, folder, 1.0, NoKeepAwake()))
    program.show()
    app.processEvents()
    print(json.dumps(_figures(app, program)), flush=True)
    os._exit(0)


def _figures(app: QApplication, program: Program) -> dict[str, float]:
    def drawn(act: Callable[[], object]) -> Callable[[], None]:
        def measured() -> None:
            act()
            app.processEvents()

        return measured

    def page(key: PageKey) -> Callable[[], None]:
        return drawn(lambda: program.window.show_page(key))

    def shown_ms() -> float:
        page(PageKey.TODAY)()
        return milliseconds(page(PageKey.DIARY), 1)

    first = shown_ms()
    diary = program.diary.page
    bar = diary.list.verticalScrollBar()
    step = max(1, bar.maximum() // SCROLLS)
    scrolled = [milliseconds(drawn(partial(bar.setValue, place)), 1) for place in range(0, bar.maximum(), step)]
    bar.setValue(0)
    diary.list.setFocus()
    gone = [milliseconds(drawn(lambda: QTest.keyClick(diary.list, Qt.Key.Key_Down)), 1) for _ in range(DAYS_GONE_THROUGH)]

    def filter_ms(wanted: DiaryFilter) -> float:
        diary.want(DiaryFilter())
        app.processEvents()
        return milliseconds(drawn(lambda: diary.want(wanted)), 1)

    filters = (
        DiaryFilter(text="a"),
        DiaryFilter(symptom=Symptom.TINGLING),
        DiaryFilter(felt=Felt.ROSE),
        DiaryFilter(kinds=frozenset({DecisionKind.STEP_BACK})),
    )
    return {
        "first": first,
        "shown": sorted(shown_ms() for _ in range(7))[3],
        "scroll": ninety_ninth(scrolled),
        "day": ninety_ninth(gone),
        "filter": max(sorted(filter_ms(wanted) for _ in range(5))[2] for wanted in filters),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
