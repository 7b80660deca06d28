"""The small window in the real program: it stands for the large one, and the walk and its tones go on all the same."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.window.desk import CTRL, ESCAPE, RETURN, SPACE, Desk, Key
from walkcoach.core.session import WalkState
from walkcoach.services.ports import Cue, SoundState
from walkcoach.ui.dialogs.after_check_in import AfterCheckInDialog
from walkcoach.ui.main_window import PageKey


def walking(desk: Desk, for_s: float = 100) -> Desk:
    """Check in, get ready and walk."""
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(10 + for_s)
    return desk


def in_small(desk: Desk, *keys: Qt.Key | str) -> None:
    """Press keys where the keyboard is in the small window."""
    small = desk.program.behind.walk_window
    for key in keys:
        small.activateWindow()
        focus: QWidget | None = small.focusWidget()
        target = small if focus is None else focus
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)
        desk.settle()


def shows(desk: Desk) -> tuple[bool, bool]:
    """Whether the large and the small window can be seen."""
    return desk.program.window.isVisible(), desk.program.behind.walk_window.isVisible()


def test_a_key_opens_it_and_the_same_key_goes_back(desk: Desk) -> None:
    walking(desk)
    desk.press("m")
    assert shows(desk) == (False, True)
    assert desk.program.behind.walk_window.face.words.title == "NORMAL"
    in_small(desk, "m")
    assert shows(desk) == (True, False)
    assert desk.page() is PageKey.WALK


def test_a_button_opens_it_and_closing_it_goes_back(desk: Desk) -> None:
    walking(desk)
    desk.button("Small window").click()
    assert shows(desk) == (False, True)
    desk.program.behind.walk_window.close()
    desk.settle()
    assert shows(desk) == (True, False)


def test_the_walk_and_its_tones_go_on(desk: Desk) -> None:
    walking(desk, 0)
    desk.press("m")
    desk.pass_time(300)
    assert desk.shown_walk().walked_s == 300
    assert desk.program.behind.walk_window.face.words.figures == "10:00"
    desk.pass_time(600)
    assert desk.cues.played[-1] is Cue.END
    assert desk.program.behind.walk_window.face.words.title == "DONE"
    assert shows(desk) == (False, True)
    in_small(desk, RETURN)
    assert shows(desk) == (True, False)
    assert isinstance(desk.dialog(), AfterCheckInDialog)


def test_space_pauses_and_goes_on_and_s_marks_in_place(desk: Desk) -> None:
    walking(desk)
    desk.press("m")
    in_small(desk, SPACE)
    assert desk.shown_walk().state is WalkState.PAUSED
    in_small(desk, SPACE, "s")
    assert desk.shown_walk().state is WalkState.WALKING
    assert desk.shown_walk().symptom_marks_s == (100,)
    assert shows(desk) == (False, True)


def test_stop_is_asked_in_the_large_window(desk: Desk) -> None:
    walking(desk)
    desk.press("m")
    in_small(desk, ESCAPE)
    assert shows(desk) == (True, False)
    assert desk.shown_walk().state is WalkState.STOPPING
    desk.press(SPACE)
    assert desk.shown_walk().state is WalkState.WALKING


def test_something_wrong_shows_what_to_do_at_one_key(desk: Desk) -> None:
    walking(desk)
    desk.press("m")
    in_small(desk, "w")
    assert shows(desk) == (True, False)
    assert "Call 112" in desk.read()
    assert desk.shown_walk().state is WalkState.STOPPING


def test_a_sleep_is_shown_before_it_is_answered(desk: Desk) -> None:
    walking(desk)
    desk.press("m")
    desk.clock.sleep(300)
    desk.pass_time(1)
    assert desk.program.behind.walk_window.face.words.line == "Did you walk on meanwhile?"
    in_small(desk, SPACE)
    assert shows(desk) == (True, False)
    assert desk.shown_walk().state is WalkState.PAUSED
    desk.press(SPACE)
    assert desk.shown_walk().state is WalkState.WALKING


def test_without_sound_it_flashes(desk: Desk) -> None:
    desk.cues.sound = SoundState.NONE
    flashes: list[str] = []
    desk.program.behind.walk_page.flash.connect(lambda: flashes.append("flash"))
    walking(desk, 0)
    desk.press("m")
    desk.pass_time(905)
    assert flashes


def test_a_walk_that_is_found_again_begins_in_the_large_window(desk: Desk) -> None:
    walking(desk)
    desk.press("m")
    desk.close()
    desk.clock.advance(30)
    desk.open()
    assert shows(desk) == (True, False)


def test_it_leaves_the_program_by_its_key_with_the_walk_kept(desk: Desk) -> None:
    walking(desk)
    desk.press("m")
    QTest.keyClick(desk.program.behind.walk_window, Qt.Key.Key_Q, CTRL)
    desk.settle()
    assert shows(desk) == (False, False)
    checkpoint = desk.store.read_checkpoint()
    assert checkpoint is not None
    assert checkpoint.walked_s >= 98


def test_the_key_opens_nothing_outside_a_walk(desk: Desk) -> None:
    desk.press("m")
    assert shows(desk) == (True, False)
    walking(desk, 1000)
    assert desk.shown_walk().state is WalkState.FINISHED
    desk.press("m")
    assert shows(desk) == (True, False)


def test_the_whole_screen_can_be_taken_during_a_walk_and_comes_back_after_the_small_window(desk: Desk) -> None:
    walking(desk)
    desk.press(Key.Key_F11)
    assert desk.program.window.isFullScreen()
    assert desk.page() is PageKey.WALK
    desk.press("m")
    in_small(desk, "m")
    assert desk.program.window.isFullScreen()
    desk.press(SPACE, Key.Key_F11)
    assert not desk.program.window.isFullScreen()
    assert desk.shown_walk().state is WalkState.PAUSED


def test_no_title_changes_with_it(desk: Desk) -> None:
    walking(desk)
    desk.press("m")
    assert {window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()} == {"Walkcoach"}
