"""`walkcoach tour FOLDER`: every page and sheet as a picture, light and dark, on a made-up diary and without a screen."""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from walkcoach.adapters.clock import ShiftedClock
from walkcoach.adapters.paths import DIARY_FILE, SETTINGS_FILE
from walkcoach.adapters.settings_file import SettingsFile
from walkcoach.adapters.sound.silent import SilentPlayer
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.app import SAMPLE_WEEKS, Outside, Program, make_application
from walkcoach.core.segments import Pace
from walkcoach.core.session import Move, Walk
from walkcoach.core.symptoms import SlowSign
from walkcoach.services.errors import Trouble
from walkcoach.services.extra_walks import OwnWalkTerms
from walkcoach.services.ports import SoundState, ThemeChoice
from walkcoach.services.sample import write_sample
from walkcoach.services.walking import WalkStatus
from walkcoach.ui.dialogs.after_check_in import AfterCheckInDialog
from walkcoach.ui.dialogs.before_check_in import BeforeCheckInDialog
from walkcoach.ui.dialogs.own_walk import OwnWalkDialog
from walkcoach.ui.dialogs.slow_signs import SlowAdviceDialog, SlowSignsDialog
from walkcoach.ui.dialogs.walk_by_hand import WalkByHandDialog
from walkcoach.ui.main_window import PageKey
from walkcoach.ui.pages.settings_page import Part
from walkcoach.wording import trouble as words

MORNING: Final = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
"""The day of the pictures, so that they are the same whenever they are drawn."""
_SETTLED: Final = 4
"""Rounds of events until a page that lays itself out anew has come to rest."""
_THEMES: Final = (ThemeChoice.LIGHT, ThemeChoice.DARK)


def draw_tour(folder: Path) -> Iterator[Path]:
    """Draw the pictures into `folder`, which is made if it is not there; yields each as it is there. Raises `Trouble`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(*words.folder_unusable(str(folder))) from error
    app = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="walkcoach-tour-") as made_up:
        path = Path(made_up)
        store = SqliteDiaryStore(path / DIARY_FILE)
        write_sample(store, MORNING.date(), SAMPLE_WEEKS)
        clock = ShiftedClock(MORNING)
        settings = SettingsFile(path / SETTINGS_FILE)
        program = Program(app, Outside(clock, store, settings, SilentPlayer(SoundState.ON), Path("~"), 1.0))
        try:
            program.bridge.refresh_today()
            program.window.show()
            for theme in _THEMES:
                program.machine.set_settings(replace(program.machine.settings, theme=theme))
                yield from _pictures(app, program, folder, theme)
        finally:
            program.close()
            program.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _pictures(app: QApplication, program: Program, folder: Path, theme: ThemeChoice) -> Iterator[Path]:
    for key in (PageKey.WELCOME, PageKey.TODAY, PageKey.PROGRESS, PageKey.DIARY, PageKey.REPORT, PageKey.SETTINGS):
        program.window.show_page(key)
        yield _picture(app, program.window, folder / f"{key}-{theme}.png")
    program.settings.show_part(Part.DATA)
    yield _picture(app, program.window, folder / f"settings-data-{theme}.png")
    program.settings.show_part(Part.PROGRAMME)
    program.window.show_page(PageKey.WALK)
    for pace in Pace:
        program.behind.walk_page.draw(_walking(program, pace))
        yield _picture(app, program.window, folder / f"walk-{pace}-{theme}.png")
        program.behind.walk_window.draw(_walking(program, pace))
        yield _picture(app, program.behind.walk_window, folder / f"walk-small-{pace}-{theme}.png")
    program.window.show_page(PageKey.TODAY)
    view, colours = program.bridge.view(), program.live_theme.theme
    number = program.bridge.profile.emergency_number
    before = BeforeCheckInDialog(view, colours, number, program.window)
    yield _sheet(app, before, folder / f"check-in-before-{theme}.png")
    after = AfterCheckInDialog(view, view.before, view.decision, colours, number, program.window)
    yield _sheet(app, after, folder / f"check-in-after-{theme}.png")
    own = OwnWalkDialog(OwnWalkTerms(brisk=True, easy_day=False), colours, program.window)
    yield _sheet(app, own, folder / f"own-walk-{theme}.png")
    by_hand = WalkByHandDialog(view.day, lambda _walk: MappingProxyType({}), colours, program.window)
    yield _sheet(app, by_hand, folder / f"walk-by-hand-{theme}.png")
    yield _sheet(app, SlowSignsDialog(colours, program.window), folder / f"month-{theme}.png")
    yield _sheet(app, program.behind.weeks.sheet(), folder / f"week-{theme}.png")
    yield _sheet(app, SlowAdviceDialog(SlowSign, colours, program.window), folder / f"month-advice-{theme}.png")


def _walking(program: Program, pace: Pace) -> WalkStatus:
    """Today's walk, a minute into its first segment of `pace`."""
    segments = program.bridge.view().decision.segments
    begins_s = 0
    for segment in segments:
        if segment.pace is pace:
            break
        begins_s += segment.length_s
    return WalkStatus(Walk(segments, 0).after(Move.START, 0).snapshot(begins_s + 60), SoundState.ON, awake=True)


def _sheet(app: QApplication, sheet: QWidget, path: Path) -> Path:
    sheet.show()
    _picture(app, sheet, path)
    sheet.close()
    sheet.deleteLater()
    return path


def _picture(app: QApplication, widget: QWidget, path: Path) -> Path:
    for _ in range(_SETTLED):
        app.processEvents()
    if not widget.grab().save(str(path)):
        raise Trouble(*words.cannot_write(str(path)))
    return path
