"""Speech and metronome on the Settings page, and what a sound test tells there and on the Walk page."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.scenes import status, theme
from tests.ui.settings_scenes import Told, listening, made, typed
from walkcoach.core.programme import Programme
from walkcoach.services.ports import Profile, Settings, SoundState
from walkcoach.ui.dialogs.cadence import CadenceDialog
from walkcoach.ui.pages.settings_page import Part, SettingsPage
from walkcoach.ui.pages.walk_page import WalkPage
from walkcoach.ui.theme.theme import spread


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> SettingsPage:
    page = made(qtbot, theme(qapp))
    page.show_part(Part.SOUND_AND_LOOK)
    return page


@pytest.fixture
def told(page: SettingsPage) -> Told:
    return listening(page)


def sheet(page: SettingsPage) -> CadenceDialog | None:
    sheets = [each for each in page.window().findChildren(CadenceDialog) if each.isVisible()]
    return sheets[0] if sheets else None


def test_speech_is_on_until_it_is_turned_off(page: SettingsPage, told: Told) -> None:
    assert page.sound_and_look.speech.isChecked()
    page.sound_and_look.speech.click()
    page.flush()
    assert told.settings == [Settings(speech=False)]


@pytest.mark.parametrize(
    ("sound", "voice", "said"),
    [
        (SoundState.ON, True, ""),
        (SoundState.ON, None, ""),
        (SoundState.ON, False, "Tones only: this computer has no voice"),
        (SoundState.NONE, None, "No sound: the screen flashes instead"),
        (SoundState.OFF, None, ""),
    ],
)
def test_a_sound_test_tells_what_cannot_be_heard(page: SettingsPage, sound: SoundState, voice: bool | None, said: str) -> None:
    page.tell_sound(SoundState.ON, voice=not voice)
    page.tell_sound(sound, voice)
    assert page.sound_and_look.heard.text() == said
    assert page.sound_and_look.heard.isHidden() is not bool(said)


def test_the_metronome_is_off_and_asks_to_count_before_it_is_turned_on(page: SettingsPage, told: Told) -> None:
    metronome = page.sound_and_look.metronome
    assert not metronome.switch.isChecked()
    assert metronome.cadence_row.isHidden()
    metronome.switch.click()
    assert not metronome.switch.isChecked()
    counting = sheet(page)
    assert counting is not None
    counting.counted.emit(104)
    counting.accept()
    page.flush()
    assert metronome.switch.isChecked()
    assert told.settings == [Settings(cadence_per_min=104)]


def test_leaving_the_count_leaves_the_metronome_off(page: SettingsPage, told: Told) -> None:
    page.sound_and_look.metronome.switch.click()
    counting = sheet(page)
    assert counting is not None
    counting.reject()
    page.flush()
    assert told.settings == []
    assert not page.sound_and_look.metronome.switch.isChecked()


def test_a_rate_can_be_typed_and_quickened_by_a_tenth_at_most(page: SettingsPage, told: Told) -> None:
    page.draw(Programme(), Profile(), Settings(cadence_per_min=100))
    metronome = page.sound_and_look.metronome
    typed(metronome.cadence, "110")
    typed(metronome.share, "130")
    assert metronome.share_row.hint() == "100 to 110 % of your own steps: 110 ticks a minute."
    typed(metronome.share, "105")
    assert told.settings[-1] == Settings(cadence_per_min=110, cadence_percent=105)
    assert metronome.share_row.hint() == "100 to 110 % of your own steps: 116 ticks a minute."


def test_a_metronome_that_is_turned_off_remembers_its_rate(page: SettingsPage, told: Told) -> None:
    page.draw(Programme(), Profile(), Settings(cadence_per_min=100))
    metronome = page.sound_and_look.metronome
    metronome.switch.click()
    page.flush()
    assert told.settings == [Settings()]
    page.draw(Programme(), Profile(), Settings())
    metronome.switch.click()
    page.flush()
    assert told.settings[-1] == Settings(cadence_per_min=100)
    assert sheet(page) is None


@pytest.mark.parametrize(
    ("voice", "said"), [(True, "Sound on"), (None, "Sound on"), (False, "Tones only: this computer has no voice")]
)
def test_the_walk_says_where_there_is_no_voice(qtbot: QtBot, qapp: QApplication, voice: bool | None, said: str) -> None:
    walk_page = WalkPage(theme(qapp))
    qtbot.addWidget(walk_page)
    spread(walk_page, theme(qapp))
    walk_page.resize(1200, 800)
    walk_page.show()
    walk_page.draw(status(60, sound=SoundState.ON))
    walk_page.draw(replace(status(60, sound=SoundState.ON), voice=voice))
    assert said in walk_page.top.texts[1]
