"""The other parts of the Settings page: person, machine, data; and how the whole page is met by keyboard and screen reader."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access import controls, name_of, role_of, tab_stops, too_small, unnamed
from tests.ui.scenes import clipped, press, theme
from tests.ui.settings_scenes import FOLDER, Opener, Told, button, listening, made, settle, show_part, typed
from walkcoach.core.programme import BriskPlacement, Programme, Track
from walkcoach.core.suggestion import AgeBand, AskFirst, FootFeeling
from walkcoach.core.symptoms import Symptom
from walkcoach.services.ports import Profile, Settings, ThemeChoice
from walkcoach.ui.pages.settings_page import Part, SettingsPage
from walkcoach.ui.pages.settings_profile import emergency_number_of
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.theme.tokens import Scheme
from walkcoach.wording import programme as programme_words
from walkcoach.wording import settings as words
from walkcoach.wording import welcome as welcome_words

WOUND = frozenset({AskFirst.FOOT_WOUND.value})
FULL = (Symptom.TINGLING, Symptom.NUMBNESS, Symptom.CRAMPS, Symptom.TREMOR)
ANSWERED = Profile(True, FULL, WOUND, False, True, FootFeeling.LESS, AgeBand.FROM_65, False, "+44 20-7946 0958")
LONG = Programme(Track.CAREFUL, None, 3, 5, 60, 5, 60, BriskPlacement.INSIDE, 5)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> SettingsPage:
    return made(qtbot, theme(qapp))


@pytest.fixture
def told(page: SettingsPage) -> Told:
    return listening(page)


def write_number(page: SettingsPage, text: str) -> None:
    """Type `text` into the field for the emergency number and leave it."""
    page.show_part(Part.CARE)
    page.care.number.setFocus()
    page.care.number.selectAll()
    QTest.keyClick(page.care.number, Qt.Key.Key_Delete)
    QTest.keyClicks(page.care.number, text)
    page.care.glucose.setFocus()


def test_one_to_four_symptoms_are_followed_and_none_means_discomfort(page: SettingsPage, told: Told) -> None:
    page.show_part(Part.SYMPTOMS)
    picker = page.symptoms.picker
    for symptom in (*FULL, Symptom.BURNING):
        picker.tick(symptom).click()
    page.flush()
    assert told.profiles == [Profile(followed=FULL)]
    assert not picker.tick(Symptom.BURNING).isEnabled()
    for symptom in FULL:
        picker.tick(symptom).click()
    page.flush()
    assert told.profiles[-1] == Profile(followed=(Symptom.DISCOMFORT,))


def test_a_change_leaves_the_rest_of_the_profile_as_it_was(page: SettingsPage, told: Told) -> None:
    page.draw(Programme(), ANSWERED, Settings())
    page.care.glucose.click()
    page.flush()
    assert told.profiles == [replace(ANSWERED, uses_glucose_lowering=False)]


def test_the_clinicians_word_is_asked_for_only_where_something_is_ticked(page: SettingsPage, told: Told) -> None:
    page.show_part(Part.CARE)
    ask_first = page.care.ask_first
    assert not ask_first.agreed_tick().isVisible()
    ask_first.tick(AskFirst.FOOT_WOUND).click()
    assert ask_first.agreed_tick().isVisible()
    page.flush()
    ask_first.agreed_tick().click()
    page.flush()
    assert told.profiles == [Profile(ask_first=WOUND), Profile(ask_first=WOUND, clinician_agreed=True)]
    ask_first.none_tick().click()
    page.flush()
    assert told.profiles[-1] == Profile()


def test_while_the_plan_is_off_the_page_opens_where_the_clinicians_word_is_given(page: SettingsPage) -> None:
    page.hide()
    page.show()
    page.draw(Programme(), Profile(ask_first=WOUND), Settings())
    assert page.part() is Part.CARE
    page.show_part(Part.PROGRAMME)
    page.draw(Programme(), Profile(ask_first=WOUND, uses_glucose_lowering=True), Settings())
    assert page.part() is Part.PROGRAMME
    page.hide()
    page.show()
    page.draw(Programme(), Profile(ask_first=WOUND, clinician_agreed=True), Settings())
    assert page.part() is Part.PROGRAMME


def test_an_emergency_number_is_taken_as_it_is_typed(page: SettingsPage, told: Told) -> None:
    for text in ("999", "11", "+49 112", "0800 111 222", "1-1-2", "+44 20-7946 0958", "123456789012345"):
        write_number(page, text)
        page.flush()
        assert told.profiles[-1] == Profile(emergency_number=text)
        assert page.care.number_row.note == ""


def test_what_is_no_number_is_said_beside_it_and_never_told(page: SettingsPage, told: Told) -> None:
    for text in ("", "1", "+", "1+12", "- -", "1234567890123456", "++112"):
        write_number(page, text)
        assert page.care.number_row.note == words.emergency_wrong("112")
        page.flush()
        assert page.care.number.text() == "112"
        assert page.care.number_row.note == ""
    assert told.profiles == []


def test_letters_cannot_be_typed_into_the_emergency_number(page: SettingsPage) -> None:
    write_number(page, "1a1b2!")
    assert page.care.number.text() == "112"


def test_spaces_around_and_between_are_tidied() -> None:
    assert emergency_number_of("  1 1   2 ") == "1 1 2"
    assert emergency_number_of("١١٢") is None


def test_a_half_typed_emergency_number_outlives_a_drawing_and_is_kept_when_the_page_is_left(page: SettingsPage, told: Told) -> None:
    page.show_part(Part.CARE)
    page.care.number.setFocus()
    page.care.number.selectAll()
    QTest.keyClicks(page.care.number, "99")
    page.draw(Programme(), Profile(), Settings())
    page.draw(Programme(), Profile(uses_glucose_lowering=True), Settings())
    assert page.care.number.text() == "99"
    QTest.keyClicks(page.care.number, "9")
    page.hide()
    assert told.profiles == [Profile(emergency_number="999", uses_glucose_lowering=True)]


def test_the_answers_of_the_welcome_can_be_changed_and_mark_a_track_but_choose_none(page: SettingsPage, told: Told) -> None:
    page.care.feeling.pills()[1].click()
    page.flush()
    assert told.profiles == [Profile(reduced_feeling=FootFeeling.LESS)]
    assert told.programmes == []
    page.show_part(Part.PROGRAMME)
    marked = [each for each in controls(page.programme.track) if welcome_words.suggested() in each.accessibleDescription()]
    assert [each.accessibleName() for each in marked] == ["Careful"]
    assert page.programme.programme.track is Track.STEADY


@pytest.mark.parametrize(
    ("name", "low", "high", "place"),
    [("volume", 0, 100, "volume"), ("get_ready", 0, 60, "get_ready_s"), ("text_size", 100, 200, "text_percent")],
)
def test_no_number_of_the_machine_can_leave_its_range(
    page: SettingsPage, told: Told, name: str, low: int, high: int, place: str
) -> None:
    page.show_part(Part.SOUND_AND_LOOK)
    stepper = getattr(page.sound_and_look, name)
    for text in ("0", "999", "55", "150", ""):
        typed(stepper, text)
        assert low <= stepper.value() <= high
        if text and low <= int(text) <= high:
            assert getattr(told.settings[-1], place) == int(text)


def test_colours_are_told_at_once_and_the_text_size_once(page: SettingsPage, told: Told, qtbot: QtBot) -> None:
    page.show_part(Part.SOUND_AND_LOOK)
    page.sound_and_look.theme.pills()[2].click()
    assert told.settings == [Settings(theme=ThemeChoice.DARK)]
    for _step in range(3):
        button(page.sound_and_look.text_size, "+").click()
    assert len(told.settings) == 1
    qtbot.waitUntil(lambda: len(told.settings) > 1, timeout=3000)
    assert told.settings[1:] == [Settings(theme=ThemeChoice.DARK, text_percent=130)]


def test_a_tone_is_asked_for_with_the_volume_that_is_shown(page: SettingsPage, told: Told) -> None:
    order: list[str] = []
    page.settings_changed.connect(lambda _settings: order.append("settings"))
    page.sound_test_requested.connect(lambda: order.append("tone"))
    button(page.sound_and_look.volume, "−").click()
    page.sound_and_look.test.click()
    assert order == ["settings", "tone"]
    assert told.settings == [Settings(volume=70)]


def test_the_data_folder_is_shown_and_opened_and_it_is_said_where_that_fails(qtbot: QtBot, qapp: QApplication) -> None:
    opener = Opener()
    page = made(qtbot, theme(qapp), opener)
    page.show_part(Part.DATA)
    assert page.data.folder.text() == FOLDER
    assert page.data.folder.isReadOnly()
    page.data.open.click()
    assert opener.opened == [FOLDER]
    assert page.data.said() == ()
    opener.answer = False
    page.data.open.click()
    assert page.data.said() == (words.open_folder_failed(),)


def test_the_wheel_changes_no_number_and_goes_on_to_the_page(page: SettingsPage, told: Told) -> None:
    field = page.programme.longest_bout.field()
    field.setFocus()
    middle = QPointF(field.rect().center())
    wheel = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    page.flush()
    assert field.value() == 15
    assert not wheel.isAccepted()  # so that Qt goes on to the page, which scrolls
    assert told.programmes == []


@pytest.mark.parametrize("part", Part)
def test_every_control_has_a_name_a_role_and_the_size_of_a_target(page: SettingsPage, part: Part) -> None:
    page.draw(LONG, ANSWERED, Settings())
    show_part(page, part)
    assert unnamed(page) == []
    assert too_small(page) == []


def test_a_number_is_a_spin_box_that_tells_its_name_its_unit_and_its_range(page: SettingsPage) -> None:
    box = page.programme.brisk_goal.field()
    assert role_of(box) is QAccessible.Role.SpinBox
    assert name_of(box) == programme_words.brisk_goal()
    assert "45 min" in box.text()
    assert box.accessibleDescription() == programme_words.brisk_goal_hint(60, 60)
    typed(page.programme.walk_goal, "50")
    assert programme_words.brisk_goal_lowered(35) in page.programme.walk_goal.field().accessibleDescription()


@pytest.mark.parametrize("part", Part)
def test_the_tab_key_goes_down_the_page(page: SettingsPage, part: Part) -> None:
    page.draw(LONG, ANSWERED, Settings())
    show_part(page, part)
    stops = [stop for stop in tab_stops(page) if not isinstance(stop.parentWidget(), QSpinBox)]
    inner = page.widget()
    assert inner is not None
    tops = [stop.mapTo(inner, QPoint(0, stop.height() // 2)).y() for stop in stops]
    assert len(stops) > 1
    assert tops == sorted(tops) or part is Part.SYMPTOMS  # two columns, one after the other


def test_the_parts_are_chosen_by_arrows_and_figures(page: SettingsPage) -> None:
    page.setFocus()
    press(page, Qt.Key.Key_Right)
    assert page.part() is Part.SYMPTOMS
    press(page, "6")
    assert page.part() is Part.DATA
    press(page, "7")
    assert page.part() is Part.ABOUT
    focused: QWidget | None = page.focusWidget()
    assert focused is not None
    assert page.part_row.isAncestorOf(focused)


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize(("width", "height", "percent", "scheme"), [(690, 560, 100, Scheme.DARK), (712, 640, 200, Scheme.LIGHT)])
def test_nothing_is_clipped_and_nothing_needs_to_be_scrolled_sideways(
    qtbot: QtBot, qapp: QApplication, part: Part, width: int, height: int, percent: int, scheme: Scheme
) -> None:
    page = made(qtbot, theme(qapp, percent, scheme), Opener(answer=False), width, height)
    page.draw(LONG, ANSWERED, Settings())
    typed(page.programme.walk_goal, "50")
    typed(page.programme.smallest_step, "5")
    page.show_part(part)
    page.data.open.click()
    if part is Part.CARE:
        write_number(page, "1")
    settle()
    assert clipped(page) == []
    assert page.horizontalScrollBar().maximum() == 0


def test_a_larger_text_keeps_the_field_in_use_in_sight(page: SettingsPage, qapp: QApplication) -> None:
    page.show_part(Part.SOUND_AND_LOOK)
    field = page.sound_and_look.text_size.field()
    field.setFocus()
    spread(page, theme(qapp, 200))
    settle()
    place = field.mapTo(page.viewport(), field.rect().center())
    assert page.viewport().rect().contains(place)
    assert field.hasFocus()
