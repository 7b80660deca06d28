"""The programme on the Settings page: nothing leaves its range, what follows is said, and a change is told once."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from tests.ui.scenes import press, theme
from tests.ui.settings_scenes import Told, button, listening, made, typed
from walkcoach.core.programme import BriskPlacement, Programme, Track, most_brisk_min
from walkcoach.core.suggestion import AskFirst
from walkcoach.services.ports import Profile, Settings, ThemeChoice
from walkcoach.ui.pages.settings_page import Part, SettingsPage
from walkcoach.ui.widgets.segment_strip import SegmentStrip
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.wording import programme as words

NORMAL_ONLY = Programme(brisk_ok=False)
ASKS_FIRST = Profile(ask_first=frozenset({AskFirst.FOOT_WOUND.value}))


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> SettingsPage:
    return made(qtbot, theme(qapp))


@pytest.fixture
def told(page: SettingsPage) -> Told:
    return listening(page)


def day(page: SettingsPage, weekday: int) -> QCheckBox:
    """The pill of a weekday, Monday = 0."""
    return page.programme.days.findChildren(QCheckBox)[weekday]


def choose_track(page: SettingsPage, place: int) -> None:
    page.programme.track.setFocus()
    press(page, str(place))


RANGES = (
    ("walk_goal", 30, 60, "walk_goal_min"),
    ("brisk_goal", 15, 60, "brisk_goal_min"),
    ("longest_bout", 3, 15, "max_bout_min"),
    ("first_walk", 5, 30, "start_min"),
    ("smallest_step", 2, 5, "step_min"),
    ("largest_step", 2, 5, "step_max"),
    ("first_brisk", 2, 5, "first_brisk_min"),
)


@pytest.mark.parametrize(("name", "low", "high", "place"), RANGES)
def test_no_number_of_the_programme_can_leave_its_range(
    page: SettingsPage, told: Told, name: str, low: int, high: int, place: str
) -> None:
    stepper: Stepper = getattr(page.programme, name)
    for text in ("0", "1", "99", "7", "33", "", "-5", "abc"):
        typed(stepper, text)
        assert low <= stepper.value() <= high
        if text.isdigit() and int(text) in range(low, high + 1):
            assert stepper.value() == int(text)
        page.draw(Programme(), Profile(), Settings())
    page.flush()
    assert stepper.range() == (low, high)
    assert told.programmes
    for programme in told.programmes:
        assert low <= (getattr(programme, place) or low) <= high


def test_the_ends_of_a_range_cannot_be_stepped_over(page: SettingsPage) -> None:
    steppers = [getattr(page.programme, name) for name, *_rest in RANGES]
    machine = page.sound_and_look
    for stepper in (*steppers, machine.volume, machine.get_ready, machine.text_size):
        low, high = stepper.range()
        for _step in range(60):
            button(stepper, "+").click()
        assert stepper.value() == high
        assert not button(stepper, "+").isEnabled()
        for _step in range(60):
            button(stepper, "−").click()
        assert stepper.value() == low
        assert not button(stepper, "−").isEnabled()


def test_a_change_is_told_with_all_else_left_as_it_was(page: SettingsPage, told: Told) -> None:
    mine = Programme(Track.GENTLE, 12, 3, 4, 40, 3, 20, BriskPlacement.ADDED, 10, frozenset({0, 2, 4}))
    page.draw(mine, Profile(), Settings())
    typed(page.programme.longest_bout, "8")
    assert told.programmes == [replace(mine, max_bout_min=8)]


def test_five_steps_are_one_change_told_a_moment_later(page: SettingsPage, told: Told, qtbot: QtBot) -> None:
    for _step in range(5):
        button(page.programme.first_walk, "+").click()
    assert told.programmes == []
    qtbot.waitUntil(lambda: bool(told.programmes), timeout=3000)
    assert told.programmes == [Programme(start_min=20)]


def test_steps_there_and_back_are_no_change(page: SettingsPage, told: Told) -> None:
    button(page.programme.longest_bout, "−").click()
    button(page.programme.longest_bout, "+").click()
    page.flush()
    assert told.programmes == []


@pytest.mark.parametrize("leave", [SettingsPage.hide, SettingsPage.close, lambda page: page.show_part(Part.CARE)])
def test_a_half_typed_number_is_kept_when_the_page_is_left(
    page: SettingsPage, told: Told, leave: Callable[[SettingsPage], object]
) -> None:
    page.programme.walk_goal.setFocus()
    page.programme.walk_goal.field().selectAll()
    QTest.keyClicks(page.programme.walk_goal.field(), "45")
    assert told.programmes == []
    leave(page)
    assert told.programmes == [Programme(walk_goal_min=45, brisk_goal_min=30)]


def test_drawing_the_same_again_keeps_the_focus_and_what_is_being_typed(page: SettingsPage, told: Told) -> None:
    box = page.programme.walk_goal.field()
    page.programme.walk_goal.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "4")
    before = box.text()
    page.draw(Programme(), Profile(), Settings())
    page.draw(Programme(max_bout_min=9), Profile(), Settings(volume=20))
    assert box.hasFocus()
    assert box.text() == before
    QTest.keyClicks(box, "5")
    page.flush()
    assert told.programmes == [Programme(walk_goal_min=45, brisk_goal_min=30, max_bout_min=9)]


def test_drawing_tells_nothing(page: SettingsPage, told: Told) -> None:
    page.draw(Programme(Track.CAREFUL, None, 3, 3, 30, 2, 15), ASKS_FIRST, Settings(ThemeChoice.DARK, 150))
    page.draw(NORMAL_ONLY, Profile(), Settings())
    page.flush()
    assert told == Told()


def test_what_could_not_be_kept_is_shown_as_it_is_at_the_next_visit(page: SettingsPage) -> None:
    typed(page.programme.walk_goal, "40")
    page.draw(Programme(), Profile(), Settings())
    assert page.programme.walk_goal.value() == 60
    assert page.programme.walk_goal_row.note == ""


def test_a_lower_walk_goal_takes_the_brisk_goal_down_and_says_so(page: SettingsPage, told: Told) -> None:
    typed(page.programme.walk_goal, "50")
    assert page.programme.brisk_goal.value() == 35
    assert page.programme.brisk_goal.range() == (15, 35)
    assert "35 minutes" in page.programme.walk_goal_row.note
    assert "35" in page.programme.brisk_goal_row.hint()
    assert told.programmes == [Programme(walk_goal_min=50, brisk_goal_min=35)]


def test_a_walk_goal_put_back_gives_the_brisk_goal_back(page: SettingsPage) -> None:
    typed(page.programme.walk_goal, "30")
    typed(page.programme.walk_goal, "60")
    assert page.programme.programme == Programme()
    assert page.programme.walk_goal_row.note == words.brisk_goal_back(45)
    typed(page.programme.walk_goal, "30")
    typed(page.programme.brisk_goal, "15")
    page.hide()
    page.show()
    typed(page.programme.walk_goal, "60")
    assert page.programme.programme.brisk_goal_min == 15
    assert page.programme.walk_goal_row.note == ""


def test_a_step_pushes_the_other_one_along_and_says_so(page: SettingsPage, told: Told) -> None:
    page.draw(Programme(step_min=2, step_max=3), Profile(), Settings())
    typed(page.programme.smallest_step, "4")
    assert page.programme.smallest_row.note == words.step_raised(4)
    typed(page.programme.largest_step, "2")
    assert page.programme.largest_row.note == words.step_lowered(2)
    assert page.programme.smallest_row.note == ""
    assert [(each.step_min, each.step_max) for each in told.programmes] == [(4, 4), (2, 2)]


def test_the_last_three_walk_days_cannot_be_taken_away(page: SettingsPage, told: Told) -> None:
    page.draw(Programme(walk_days=frozenset({0, 2, 4})), Profile(), Settings())
    QTest.mouseClick(day(page, 0), Qt.MouseButton.LeftButton)
    page.flush()
    assert page.programme.days.values() == (0, 2, 4)
    assert page.programme.days_row.note == words.walk_days_least()
    assert told.programmes == []
    QTest.mouseClick(day(page, 1), Qt.MouseButton.LeftButton)
    page.flush()
    assert page.programme.days_row.note == ""
    assert told.programmes == [Programme(walk_days=frozenset({0, 1, 2, 4}))]


def test_the_first_walk_is_the_tracks_own_until_it_is_set(page: SettingsPage, told: Told) -> None:
    choose_track(page, 3)
    assert page.programme.first_walk.value() == 10
    typed(page.programme.first_walk, "12")
    assert not page.programme.own_start.isChecked()
    page.programme.own_start.click()
    page.flush()
    assert page.programme.first_walk.value() == 10
    careful = Programme(track=Track.CAREFUL)
    assert told.programmes == [replace(careful, start_min=12), careful]


def test_without_brisk_minutes_their_fields_are_away_and_their_values_stay(page: SettingsPage, told: Told) -> None:
    page.programme.brisk_fine.click()
    page.flush()
    assert told.programmes == [NORMAL_ONLY]
    assert not page.programme.brisk_goal.isVisible()
    assert not page.programme.first_brisk.isVisible()
    assert "normal pace" in page.programme.goal_sentence()
    page.programme.brisk_fine.click()
    assert page.programme.brisk_goal.isVisible()


def test_sixty_brisk_minutes_are_said_to_make_a_walk_of_seventy_three(page: SettingsPage) -> None:
    typed(page.programme.brisk_goal, "60")
    said = page.programme.goal_sentence()
    assert "73 minutes" in said
    assert "4 bouts of 15 minutes" in said
    assert page.programme.brisk_goal_row.note.startswith("60 brisk minutes make a walk of 73 minutes")
    assert said in [shape.accessibleDescription() for shape in page.programme.findChildren(SegmentStrip)]
    typed(page.programme.longest_bout, "9")
    assert "7 bouts of about 8½ minutes" in page.programme.goal_sentence()
    typed(page.programme.brisk_goal, "45")
    assert page.programme.brisk_goal_row.note == ""


NAMES = tuple(name for name, *_rest in RANGES)
MOVES = st.one_of(
    st.tuples(st.sampled_from(NAMES), st.integers(0, 99)),
    st.tuples(st.sampled_from(("brisk_fine", "own_start", "track", "placement", "day")), st.integers(0, 6)),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(MOVES, max_size=12))
def test_whatever_is_changed_what_is_told_is_what_is_shown(page: SettingsPage, moves: list[tuple[str, int]]) -> None:
    page.draw(Programme(), Profile(), Settings())
    told = listening(page)
    shown = page.programme
    for name, value in moves:
        match name:
            case "brisk_fine" | "own_start":
                getattr(shown, name).click()
            case "track":
                choose_track(page, value % 3 + 1)
            case "placement":
                shown.placement.pills()[value % 2].click()
            case "day":
                day(page, value).click()
            case _:
                getattr(shown, name).field().setValue(value)
    page.flush()
    end = told.programmes[-1] if told.programmes else Programme()
    assert end == shown.programme
    assert [getattr(shown, name).value() for name in NAMES[:3]] == [end.walk_goal_min, end.brisk_goal_min, end.max_bout_min]
    assert shown.brisk_goal.range()[1] == most_brisk_min(end.walk_goal_min)
    assert (shown.first_walk.value(), shown.smallest_step.value()) == (end.starting_min, end.step_min)
    assert shown.own_start.isChecked() is (end.start_min is None)
    assert frozenset(shown.days.values()) == end.walk_days
