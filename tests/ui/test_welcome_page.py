"""The welcome: from the first step to a profile and a programme, by keyboard alone, at any text size."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access import tab_stops, too_small, unnamed
from tests.ui.scenes import clipped, settle, theme
from walkcoach.core.programme import Programme, Track
from walkcoach.core.suggestion import AgeBand, AskFirst, FootFeeling
from walkcoach.core.symptoms import Symptom
from walkcoach.services.ports import Profile
from walkcoach.ui.pages.ask_first import AskFirstTicks
from walkcoach.ui.pages.symptom_picker import MOST, SymptomPicker
from walkcoach.ui.pages.walk_days import WalkDays
from walkcoach.ui.pages.welcome_page import WelcomePage
from walkcoach.ui.pages.welcome_steps import AskFirstStep, LastStep, StartStep, SymptomsStep
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.scroll_page import ScrollPage
from walkcoach.wording import names
from walkcoach.wording import welcome as words

SMALLEST = QSize(920, 640)


def shown(qtbot: QtBot, qapp: QApplication, percent: int = 100) -> WelcomePage:
    page = WelcomePage()
    qtbot.addWidget(page)
    page.resize(SMALLEST)
    spread(page, theme(qapp, percent))
    page.show()
    page.setFocus(Qt.FocusReason.TabFocusReason)
    settle(qapp)
    return page


def press(page: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        focused: QWidget | None = page.window().focusWidget()
        QTest.keyClick(focused if focused is not None else page, key)


def button(page: QWidget, text: str) -> Button:
    return next(each for each in page.findChildren(Button) if each.text() == text and each.isVisibleTo(page))


def on(page: WelcomePage) -> Button:
    """The one accent button: the way on."""
    (only,) = [each for each in page.findChildren(Button) if each.kind is ButtonKind.PRIMARY and each.isVisibleTo(page)]
    return only


def finished(page: WelcomePage) -> list[tuple[Profile, Programme]]:
    heard: list[tuple[Profile, Programme]] = []
    page.finished.connect(lambda profile, programme: heard.append((profile, programme)))
    return heard


def to_step(page: WelcomePage, kind: type[QWidget]) -> None:
    """Go on until the step of `kind`, with "none of these"."""
    while not isinstance(page.step(), kind):
        step = page.step()
        if isinstance(step, AskFirstStep) and not step.complete():
            step.ticks.none_tick().click()
        on(page).click()


def test_skipping_starts_with_the_usual_plan(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    heard = finished(page)
    button(page, words.skip()).click()
    assert heard == [(Profile(welcomed=True), Programme())]


def test_what_this_is_not_is_said_before_anything_is_asked(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    said = [label.text() for label in page.findChildren(Label) if label.isVisibleTo(page)]
    assert all(line in said for line in (*words.is_lines(), *words.is_not_lines()))


def test_the_whole_welcome_is_done_by_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    heard = finished(page)
    press(page, Qt.Key.Key_Return)  # begin
    settle(qapp)
    step = page.step()
    assert isinstance(step, AskFirstStep)
    press(page, *[Qt.Key.Key_Tab] * len(AskFirst), Qt.Key.Key_Space)  # none of these
    press(page, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)  # past back, to next
    settle(qapp)
    assert isinstance(page.step(), StartStep)
    press(page, Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_2, Qt.Key.Key_Tab, Qt.Key.Key_1)  # feeling, age, used to it
    press(page, Qt.Key.Key_Tab, Qt.Key.Key_Space)  # blood sugar
    on(page).setFocus()
    press(page, Qt.Key.Key_Return)
    settle(qapp)
    assert isinstance(page.step(), SymptomsStep)
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space)  # tingling, numbness
    on(page).setFocus()
    press(page, Qt.Key.Key_Return)
    settle(qapp)
    on(page).setFocus()
    press(page, Qt.Key.Key_Return)
    profile, programme = heard[0]
    assert profile == Profile(
        welcomed=True,
        followed=(Symptom.TINGLING, Symptom.NUMBNESS),
        uses_glucose_lowering=True,
        reduced_feeling=FootFeeling.USUAL,
        age_band=AgeBand.FROM_65,
        used_to_walking=True,
    )
    assert programme == Programme(track=Track.GENTLE)


def test_return_on_a_tick_goes_on_and_unticks_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    heard = finished(page)
    press(page, Qt.Key.Key_Return)  # begin
    settle(qapp)
    step = page.step()
    assert isinstance(step, AskFirstStep)
    press(page, Qt.Key.Key_Return)  # nothing is answered yet: one stays, and nothing is ticked
    assert page.step() is step
    assert not step.ticks.answered()
    press(page, *[Qt.Key.Key_Tab] * len(AskFirst), Qt.Key.Key_Space, Qt.Key.Key_Return)  # none of these, and on
    settle(qapp)
    assert step.ticks.none_tick().isChecked()
    assert isinstance(page.step(), StartStep)
    press(page, Qt.Key.Key_Return)  # one of several is chosen first
    assert isinstance(page.step(), StartStep)
    press(page, Qt.Key.Key_Return)
    settle(qapp)
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Return)  # tingling
    settle(qapp)
    assert isinstance(page.step(), LastStep)
    press(page, Qt.Key.Key_Return)  # on the first of the days, which stay as they are
    assert [(profile.followed, programme) for profile, programme in heard] == [((Symptom.TINGLING,), Programme())]


def test_one_cannot_go_on_before_having_read_what_to_ask_first(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    to_step(page, AskFirstStep)
    assert not on(page).isEnabled()
    assert words.ask_first_pending() in [label.text() for label in page.findChildren(Label)]
    step = page.step()
    assert isinstance(step, AskFirstStep)
    step.ticks.tick(AskFirst.AMPUTATION).click()
    assert on(page).isEnabled()
    step.ticks.tick(AskFirst.AMPUTATION).click()
    assert not on(page).isEnabled()


@pytest.mark.parametrize("agreed", [False, True])
def test_what_was_ticked_and_the_clinicians_word_come_into_the_profile(agreed: bool, qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    heard = finished(page)
    to_step(page, AskFirstStep)
    step = page.step()
    assert isinstance(step, AskFirstStep)
    step.ticks.tick(AskFirst.FOOT_WOUND).click()
    if agreed:
        step.ticks.agreed_tick().click()
    to_step(page, LastStep)
    assert on(page).text() == (words.finish() if agreed else words.finish_off())
    on(page).click()
    profile, _programme = heard[0]
    assert (profile.ask_first, profile.clinician_agreed) == (frozenset({"foot_wound"}), agreed)


def test_the_suggestion_follows_the_answers_until_the_person_chooses(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    to_step(page, StartStep)
    step = page.step()
    assert isinstance(step, StartStep)
    assert step.chosen_track() is Track.STEADY
    step.feeling.pills()[1].click()
    assert step.chosen_track() is Track.CAREFUL
    said = [label.text() for label in step.findChildren(Label)]
    assert words.suggestion(names.track_name(Track.CAREFUL), step.suggestion().because) in said
    step.track.setFocus()
    press(page, Qt.Key.Key_2)
    assert step.chosen_track() is Track.GENTLE
    step.feeling.pills()[0].click()
    assert step.chosen_track() is Track.GENTLE


def test_too_few_walk_days_are_said_and_do_not_finish(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    heard = finished(page)
    to_step(page, LastStep)
    step = page.step()
    assert isinstance(step, LastStep)
    step.days.choose({0, 1, 2})
    pills = step.days.findChildren(QWidget, options=Qt.FindChildOption.FindChildrenRecursively)
    monday = next(pill for pill in pills if pill.accessibleName() == names.weekday_name(0))
    QTest.keyClick(monday, Qt.Key.Key_Space)
    assert not on(page).isEnabled()
    assert words.days_too_few() in [label.text() for label in step.findChildren(Label) if label.isVisibleTo(page)]
    on(page).click()
    assert heard == []
    QTest.keyClick(monday, Qt.Key.Key_Space)
    on(page).click()
    assert heard[0][1].walk_days == {0, 1, 2}


def test_going_back_keeps_the_answers(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    to_step(page, SymptomsStep)
    step = page.step()
    assert isinstance(step, SymptomsStep)
    step.picker.tick(Symptom.CRAMPS).click()
    button(page, words.back()).click()
    assert isinstance(page.step(), StartStep)
    on(page).click()
    assert step.picker.followed() == (Symptom.CRAMPS,)


def test_the_sound_can_be_tried(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    to_step(page, LastStep)
    with qtbot.waitSignal(page.sound_test_requested, timeout=0):
        button(page, words.sound_test()).click()


@pytest.mark.parametrize("percent", [100, 130, 200])
@pytest.mark.parametrize("number", range(5))
def test_nothing_is_cut_off_nameless_or_too_small(number: int, percent: int, qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, percent)
    page.show_step(number)
    step = page.step()
    if isinstance(step, AskFirstStep):
        step.ticks.tick(AskFirst.FOOT_WOUND).click()
    settle(qapp)
    assert page.size() == SMALLEST
    assert clipped(page) == []
    assert unnamed(page) == []
    assert too_small(page) == []
    assert page.findChildren(ScrollPage)[0].horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("number", range(5))
def test_tab_goes_down_the_step_and_then_to_the_foot(number: int, qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp)
    page.show_step(number)
    settle(qapp)
    stops = tab_stops(page)
    inside = [stop for stop in stops if page.step().isAncestorOf(stop)]
    assert stops[: len(inside)] == inside
    if not isinstance(page.step(), SymptomsStep):  # two columns: down the one, then down the other
        heights = [stop.mapTo(page, stop.rect().center()).y() for stop in inside]
        assert heights == sorted(heights)


# The parts that Settings has as well


@given(wished=st.lists(st.sampled_from([one for one in Symptom if one is not Symptom.DISCOMFORT]), max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
def test_at_least_one_and_at_most_four_symptoms_are_followed_whatever_is_pressed(wished: list[Symptom], qapp: QApplication) -> None:
    picker = SymptomPicker()
    for symptom in wished:
        picker.tick(symptom).click()
        assert 1 <= len(picker.followed()) <= MOST
    if not wished:
        assert picker.followed() == (Symptom.DISCOMFORT,)
    picker.deleteLater()


def test_with_four_chosen_the_others_wait_and_say_so(qtbot: QtBot, qapp: QApplication) -> None:
    picker = SymptomPicker()
    qtbot.addWidget(picker)
    for symptom in (Symptom.TINGLING, Symptom.NUMBNESS, Symptom.CRAMPS, Symptom.TREMOR):
        picker.tick(symptom).click()
    assert not picker.tick(Symptom.BURNING).isEnabled()
    picker.tick(Symptom.TREMOR).click()
    assert picker.tick(Symptom.BURNING).isEnabled()


def test_none_of_these_and_anything_else_exclude_each_other(qtbot: QtBot, qapp: QApplication) -> None:
    ticks = AskFirstTicks()
    qtbot.addWidget(ticks)
    ticks.tick(AskFirst.FOOT_WOUND).click()
    ticks.agreed_tick().click()
    assert ticks.clinician_agreed()
    ticks.none_tick().click()
    assert (ticks.ticked(), ticks.clinician_agreed(), ticks.answered()) == (frozenset(), False, True)
    ticks.tick(AskFirst.HOT_SWOLLEN_FOOT).click()
    assert not ticks.none_tick().isChecked()
    assert not ticks.clinician_agreed()


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
def test_the_days_begin_with_the_weeks_first(first_weekday: int, qtbot: QtBot, qapp: QApplication) -> None:
    days = WalkDays(first_weekday)
    qtbot.addWidget(days)
    pills = [pill.accessibleName() for pill in days.findChildren(QWidget) if pill.accessibleName() in _WEEKDAYS]
    assert pills[0] == names.weekday_name(first_weekday)
    days.choose({1, 3, 5})
    assert days.days() == {1, 3, 5}


_WEEKDAYS = tuple(names.weekday_name(day) for day in range(7))
