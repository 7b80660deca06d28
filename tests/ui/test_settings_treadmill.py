"""The treadmill's part of the Settings page: fields with a tenth, units, and a brisk speed that is too slow."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.scenes import theme
from tests.ui.settings_scenes import Told, button, listening, made, typed
from walkcoach.core.programme import Programme
from walkcoach.core.speeds import FASTEST_KMH, NOT_SET, Units, brisk_is_slower, is_speed
from walkcoach.services.ports import Profile, Settings
from walkcoach.ui.pages.settings_page import Part, SettingsPage
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.wording import speeds as words


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> SettingsPage:
    page = made(qtbot, theme(qapp))
    page.show_part(Part.TREADMILL)
    return page


@pytest.fixture
def told(page: SettingsPage) -> Told:
    return listening(page)


def text_of(stepper: Stepper) -> str:
    return stepper.field().text()


def test_at_first_no_speed_is_set(page: SettingsPage, told: Told) -> None:
    assert (text_of(page.treadmill.normal), text_of(page.treadmill.brisk)) == ("not set", "not set")
    page.flush()
    assert told.settings == []


def test_a_speed_is_typed_with_its_tenth(page: SettingsPage, told: Told) -> None:
    typed(page.treadmill.normal, "3.5")
    typed(page.treadmill.brisk, "4,8")
    assert told.settings[-1] == Settings(normal_kmh=3.5, brisk_kmh=4.8)
    assert (text_of(page.treadmill.normal), text_of(page.treadmill.brisk)) == ("3.5 km/h", "4.8 km/h")


@pytest.mark.parametrize(
    ("entered", "kept"), [("0.2", 0.5), ("9.9", FASTEST_KMH), ("35", 3.0), ("abc", 3.5), ("0", NOT_SET), (".", NOT_SET)]
)
def test_what_cannot_be_set_becomes_the_nearest_that_can(page: SettingsPage, told: Told, entered: str, kept: float) -> None:
    page.draw(Programme(), Profile(), Settings(normal_kmh=3.5))
    typed(page.treadmill.normal, entered)
    page.flush()
    assert page.treadmill.into(Settings()).normal_kmh == kept


def test_an_emptied_field_is_not_set_again(page: SettingsPage, told: Told) -> None:
    page.draw(Programme(), Profile(), Settings(normal_kmh=3.5))
    field = page.treadmill.normal.field()
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.settings == [Settings()]
    assert text_of(page.treadmill.normal) == "not set"


def test_steps_begin_at_an_ordinary_speed_and_end_at_none(page: SettingsPage) -> None:
    normal = page.treadmill.normal
    button(normal, "+").click()
    assert text_of(normal) == "3.0 km/h"
    button(normal, "+").click()
    assert text_of(normal) == "3.1 km/h"
    typed(normal, "0.6")
    button(normal, "−").click()
    assert text_of(normal) == "0.5 km/h"
    button(normal, "−").click()
    assert text_of(normal) == "not set"
    QTest.keyClick(normal.field(), Qt.Key.Key_Up)
    QTest.keyClick(normal.field(), Qt.Key.Key_PageDown)
    assert text_of(normal) == "2.0 km/h"


def test_a_brisk_speed_below_normal_is_left_out_and_that_is_said_beside_it(page: SettingsPage, told: Told) -> None:
    typed(page.treadmill.normal, "3.5")
    typed(page.treadmill.brisk, "3.0")
    assert told.settings[-1] == Settings(normal_kmh=3.5)
    assert page.treadmill.brisk_row.note == words.brisk_too_slow("3.5 km/h")
    assert words.brisk_too_slow("3.5 km/h") in page.treadmill.brisk.field().accessibleDescription()
    typed(page.treadmill.normal, "3.0")
    assert told.settings[-1] == Settings(normal_kmh=3.0, brisk_kmh=3.0)
    assert page.treadmill.brisk_row.note == ""


def test_other_units_show_the_same_speed_and_keep_its_kilometres(page: SettingsPage, told: Told) -> None:
    page.draw(Programme(), Profile(), Settings(normal_kmh=3.6, brisk_kmh=4.5))
    page.treadmill.units.pills()[1].click()
    page.flush()
    assert told.settings == [Settings(units=Units.IMPERIAL, normal_kmh=3.6, brisk_kmh=4.5)]
    assert (text_of(page.treadmill.normal), text_of(page.treadmill.brisk)) == ("2.2 mph", "2.8 mph")
    assert page.treadmill.normal_row.hint() == "0.3 to 5.6 mph, or not set."
    typed(page.treadmill.brisk, "3.0")
    assert told.settings[-1] == Settings(units=Units.IMPERIAL, normal_kmh=3.6, brisk_kmh=4.8)


def test_a_speed_left_out_comes_along_into_other_units(page: SettingsPage) -> None:
    typed(page.treadmill.normal, "3.5")
    typed(page.treadmill.brisk, "3.0")
    page.treadmill.units.pills()[1].click()
    assert text_of(page.treadmill.brisk) == "1.9 mph"
    assert page.treadmill.brisk_row.note == words.brisk_too_slow("2.2 mph")


_entries = st.tuples(st.sampled_from(["normal", "brisk"]), st.text("0123456789.,- kmh", max_size=6))
_moves = st.one_of(_entries, st.tuples(st.sampled_from(["units"]), st.sampled_from(["0", "1"])))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(_moves, max_size=6))
def test_whatever_is_typed_only_speeds_that_go_together_are_told(page: SettingsPage, moves: list[tuple[str, str]]) -> None:
    page.draw(Programme(), Profile(), Settings())
    told = listening(page)
    for name, text in moves:
        if name == "units":
            page.treadmill.units.pills()[int(text)].click()
        else:
            typed(getattr(page.treadmill, name), text)
    page.flush()
    for kept in told.settings:
        assert is_speed(kept.normal_kmh)
        assert is_speed(kept.brisk_kmh)
        assert not brisk_is_slower(kept.normal_kmh, kept.brisk_kmh)
