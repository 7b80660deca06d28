"""Whole days at the real window, by keyboard alone: welcome, check in, walk, check in, the week; and the day after."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

import pytest

from tests.builders import MONDAY, before
from tests.fakes import FakeClock, MemoryDiaryStore
from tests.journeys.home import Home
from tests.window.desk import ALT, CTRL, ESCAPE, RETURN, RIGHT, SPACE, TAB, Chord, Desk, Key
from walkcoach.core.diary import ShorterBecause
from walkcoach.core.segments import Pace
from walkcoach.core.session import WalkState
from walkcoach.core.symptoms import Symptom
from walkcoach.services.ports import Cue, ThemeChoice, WalkKind
from walkcoach.services.today import TodayState
from walkcoach.ui.dialogs.after_check_in import AfterCheckInDialog
from walkcoach.ui.dialogs.before_check_in import BeforeCheckInDialog
from walkcoach.ui.main_window import PageKey


def welcome(desk: Desk) -> None:
    """Through the five steps of the welcome: nothing to ask a clinician, tingling to follow."""
    desk.press(RETURN)
    desk.tab_to("None of these")
    desk.press(SPACE)
    desk.tab_to("Next")
    desk.press(RETURN)
    desk.tab_to("Next")
    desk.press(RETURN)
    desk.tab_to("Tingling")
    desk.press(SPACE)
    desk.tab_to("Next")
    desk.press(RETURN)
    desk.tab_to("Go to today's walk")
    desk.press(RETURN)


def first_day(desk: Desk, worst: str = "2") -> None:
    """Check in, walk all of it, check in."""
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(910)
    desk.press(RETURN)
    desk.check_in_after(worst)


EASY_WALK: Final = ("2", RETURN, "3", RETURN, "1", RETURN, "1", RETURN, "1", RETURN, "1", RETURN, RETURN)
"""The check-in after, answered and saved."""


def first_day_to_the_thanks(desk: Desk) -> None:
    """The first day until its last sheet says thank you."""
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(910)
    desk.press(RETURN, *EASY_WALK)


def test_the_first_day_by_keyboard_alone_and_the_day_after(fresh: Desk) -> None:
    assert fresh.page() is PageKey.WELCOME
    welcome(fresh)
    assert fresh.page() is PageKey.TODAY
    fresh.press(RETURN)
    assert isinstance(fresh.dialog(), BeforeCheckInDialog)
    fresh.check_in_before("2")
    assert (fresh.page(), fresh.dialog()) == (PageKey.WALK, None)
    assert fresh.shown_walk().state is WalkState.GET_READY
    fresh.pass_time(10 + 900)
    assert fresh.shown_walk().state is WalkState.FINISHED
    assert fresh.cues.played == [Cue.NORMAL, Cue.END]
    fresh.press(RETURN)
    assert isinstance(fresh.dialog(), AfterCheckInDialog)
    fresh.check_in_after("3")
    assert (fresh.page(), fresh.dialog()) == (PageKey.TODAY, None)
    fresh.press((ALT, Key.Key_2))
    assert fresh.page() is PageKey.PROGRESS
    assert "15" in fresh.read()
    kept = fresh.store.load()
    assert kept.profile.followed == (Symptom.TINGLING,)
    assert [(walk.day, walk.walked_s, walk.kind) for walk in kept.walks] == [(MONDAY, 900, WalkKind.PLANNED)]
    assert dict(kept.before[MONDAY].ratings) == {Symptom.TINGLING: 2}
    assert (dict(kept.after[MONDAY].worst), kept.after[MONDAY].effort) == ({Symptom.TINGLING: 3}, 3)
    fresh.reopen()
    assert (fresh.page(), fresh.store.load()) == (PageKey.TODAY, kept)
    assert fresh.program.bridge.view().state is TodayState.DONE
    fresh.sleep_until()
    assert "5 minutes more than yesterday: your tingling rose by no more than 1 on that walk." in fresh.read()
    fresh.tab_to("Check in and walk")
    fresh.press(RETURN)
    fresh.check_in_before("2")
    assert fresh.shown_walk().total_s == 20 * 60


def test_the_thanks_after_a_walk_say_what_tomorrow_may_bring(desk: Desk) -> None:
    first_day_to_the_thanks(desk)
    assert "Tomorrow, if today settles well: 19 to 20 minutes." in desk.read()
    desk.press(RETURN)
    assert (desk.page(), desk.dialog()) == (PageKey.TODAY, None)


def test_after_midnight_the_thanks_foresee_nothing(desk: Desk) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(910)
    desk.press(RETURN)
    desk.clock.next_day(1, 0)
    desk.press(*EASY_WALK)
    assert "Thank you." in desk.read()
    assert "Tomorrow" not in desk.read()


def test_all_as_usual_is_a_key_and_three_answers(desk: Desk) -> None:
    first_day(desk, worst="3")
    desk.sleep_until()
    desk.press(RETURN, "a", "1", RETURN, RETURN, "1", RETURN, RETURN)
    assert desk.page() is PageKey.WALK
    given = desk.store.load().before[MONDAY + timedelta(days=1)]
    assert (dict(given.ratings), given.steady, given.settled) == ({Symptom.TINGLING: 2}, "as_usual", "30min")


def test_keys_pause_mark_stop_and_finish_a_walk(desk: Desk) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(10 + 100)
    desk.press(SPACE)
    assert desk.shown_walk().state is WalkState.PAUSED
    desk.pass_time(500)
    desk.press("s", SPACE)
    desk.pass_time(100)
    assert (desk.shown_walk().walked_s, desk.shown_walk().symptom_marks_s) == (200, (100,))
    desk.press(ESCAPE)
    desk.pass_time(5)
    assert desk.shown_walk().state is WalkState.STOPPING
    desk.press("f", ESCAPE)
    desk.press(SPACE)
    desk.pass_time(40)
    assert desk.shown_walk().state is WalkState.WALKING
    desk.press(ESCAPE, "f", "1")
    assert isinstance(desk.dialog(), AfterCheckInDialog)
    walk = desk.store.load().walks[0]
    assert (walk.walked_s, walk.shorter_because, walk.symptom_marks_s) == (240, ShorterBecause.NO_TIME, (100,))


def test_the_walk_changes_its_pace_in_the_window_at_the_planned_seconds(
    desk_after: Callable[[MemoryDiaryStore, FakeClock], Desk],
) -> None:
    store = MemoryDiaryStore()
    home = Home(lambda: store)
    while home.view().decision.brisk_minutes == 0:
        home.live()
    home.today.check_in_before(before(1))
    desk = desk_after(store, home.clock)
    desk.press(ESCAPE, RETURN)  # the weekly review, then the walk
    changes: list[tuple[int, Pace | None, str]] = []
    around = {moment + by for moment in (0, 300, 450, 630, 780, 3600) for by in (-1, 0, 1)}
    now = -10
    for second in sorted(around | set(range(30, 3600, 30))):
        desk.clock.advance(second - now)
        now = second
        desk.program.walk.tick()
        shown = (desk.shown_walk().pace, desk.program.behind.walk_page.face.words.title)
        if not changes or changes[-1][1:] != shown:
            changes.append((second, *shown))
    titles = [title for _, _, title in changes]
    assert [(second, pace) for second, pace, _ in changes[1:]] == [
        (0, Pace.NORMAL),
        (300, Pace.BRISK),
        (450, Pace.NORMAL),
        (630, Pace.BRISK),
        (780, Pace.NORMAL),
        (3600, None),
    ]
    assert titles[1:6] == ["NORMAL", "BRISK", "NORMAL", "BRISK", "NORMAL"]


def test_something_wrong_stops_the_time_and_says_what_to_do_at_one_key(desk: Desk) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(10 + 100)
    desk.press("w")
    assert "Call 112" in desk.read()
    assert desk.shown_walk().state is WalkState.STOPPING
    desk.pass_time(300)
    desk.press(RETURN, SPACE)
    desk.press(ESCAPE)
    assert desk.dialog() is None
    assert desk.shown_walk().walked_s == 100


def test_a_key_pressed_once_too_often_after_the_day_is_done_begins_no_walk(desk: Desk) -> None:
    first_day(desk)
    desk.press(RETURN, SPACE, RETURN)
    assert desk.page() is PageKey.TODAY
    assert len(desk.store.load().walks) == 1
    desk.tab_to("Walk some more anyway")
    desk.press(RETURN)
    desk.tab_to("Start walking")
    desk.press(RETURN)
    desk.pass_time(610)
    desk.press(RETURN)
    assert [walk.kind for walk in desk.store.load().walks] == [WalkKind.PLANNED, WalkKind.FREE]
    assert desk.page() is PageKey.TODAY
    desk.sleep_until()
    assert desk.program.bridge.view().decision.minutes == 20


def test_a_day_in_parts_goes_on_where_it_was_left(desk: Desk) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(10 + 300)
    desk.press(ESCAPE, "f", "4")
    assert (desk.page(), desk.dialog()) == (PageKey.TODAY, None)
    desk.reopen(3600)
    desk.press(RETURN)
    assert desk.shown_walk().total_s == 600
    desk.pass_time(610)
    desk.press(RETURN)
    desk.check_in_after()
    assert sum(walk.walked_s for walk in desk.store.load().walks) == 900


def test_later_leaves_the_check_in_to_today(desk: Desk) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(910)
    desk.press(ESCAPE)
    assert (desk.page(), desk.dialog()) == (PageKey.TODAY, None)
    desk.reopen(4 * 3600)
    desk.press(RETURN)
    desk.check_in_after()
    assert desk.program.bridge.view().state is TodayState.DONE


@pytest.mark.parametrize("chord", [(ALT, Key.Key_2), (CTRL, Key.Key_2)])
def test_pages_are_a_key_away_except_in_a_walk(desk: Desk, chord: Chord) -> None:
    desk.press(chord)
    assert desk.page() is PageKey.PROGRESS
    desk.press((ALT, Key.Key_1), RETURN)
    desk.check_in_before()
    desk.press(chord)
    assert desk.page() is PageKey.WALK


def test_theme_and_text_size_change_at_once_and_stay(desk: Desk) -> None:
    window = desk.program.window
    ground = window.palette().window().color().lightness()
    desk.press((ALT, Key.Key_5), RIGHT, RIGHT, RIGHT)
    desk.tab_to("As the system")
    desk.press(RIGHT, RIGHT)
    assert desk.settings.read().theme is ThemeChoice.DARK
    assert window.palette().window().color().lightness() < ground / 2
    desk.tab_to("Text size")
    desk.press(Key.Key_Up, Key.Key_Up, TAB)
    assert desk.settings.read().text_percent == desk.program.live_theme.theme.text_percent == 120
    desk.press((ALT, Key.Key_1))
    desk.reopen()
    assert desk.program.live_theme.theme.text_percent == 120
    assert desk.program.window.palette().window().color().lightness() < ground / 2


def test_a_window_left_open_over_night_shows_the_new_day(desk: Desk) -> None:
    first_day(desk)
    desk.sleep_until()
    assert "5 minutes more than yesterday" in desk.read()
    assert desk.button("Check in and walk").hasFocus()


def test_a_walk_over_midnight_is_checked_in_for_its_evening(desk: Desk) -> None:
    desk.clock.go_to(MONDAY, 23, 50)
    desk.pass_time(0)
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(910)
    desk.press(RETURN)
    desk.check_in_after()
    assert list(desk.store.load().after) == [MONDAY]
    assert desk.program.bridge.view().day == MONDAY + timedelta(days=1)
    assert desk.program.bridge.view().last_walk == MONDAY


def test_sound_and_volume_hold_from_the_start_and_change_at_once(desk: Desk) -> None:
    assert (desk.cues.is_on, desk.cues.volume) == (True, 80)
    desk.press((ALT, Key.Key_5), RIGHT, RIGHT, RIGHT)
    desk.tab_to("Volume")
    desk.press(Key.Key_Down, Key.Key_Down, TAB)
    assert desk.cues.volume == 60
    desk.tab_to("Tones when the pace changes")
    desk.press(SPACE, (ALT, Key.Key_1))
    assert not desk.cues.is_on
    desk.cues.set_on(True)
    desk.cues.set_volume(1)
    desk.reopen()
    assert (desk.cues.is_on, desk.cues.volume) == (False, 60)
