"""The voice: which locale it takes, what it tells, and the player's side of it, which believes nothing without a sign of life."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, QProcess
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from walkcoach.adapters.sound import voice_link
from walkcoach.adapters.sound.voice import Voice, best_locale
from walkcoach.adapters.sound.voice_link import VoiceLink

STAND_IN = """
import sys
words, answers = sys.argv[2].split(","), [answer for answer in sys.argv[3].split(",") if answer]
log = open(sys.argv[1], "a")
for word in words:
    print(word, flush=True)
for line in sys.stdin:
    log.write(line)
    log.flush()
    if line.startswith("say "):
        for answer in answers:
            print(answer.replace("N", line.split()[1]), flush=True)
    if line == "quit\\n":
        break
"""


class Link:
    """A link to a stand-in for the voice's process, and what it has told."""

    def __init__(self, folder: Path, words: str, answers: str) -> None:
        script, self.log = folder / "voice.py", folder / "told.txt"
        script.write_text(STAND_IN, encoding="utf-8")
        self.log.touch()
        self.parent = QObject()
        self.link = VoiceLink((sys.executable, str(script), str(self.log), words, answers), self.parent)
        self.overs = 0
        self.told: list[bool] = []
        self.link.over.connect(self._over)
        self.link.told.connect(self.told.append)

    def _over(self) -> None:
        self.overs += 1

    def heard(self) -> list[str]:
        """The lines that the process was told."""
        return self.log.read_text(encoding="utf-8").splitlines()


class Desk:
    """Makes links and sees to it that none of their processes is left."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.links: list[Link] = []

    def link(self, words: str, answers: str) -> Link:
        self.links.append(Link(self.folder, words, answers))
        return self.links[-1]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    for link in desk.links:
        link.link.stop()
        qtbot.waitUntil(lambda link=link: not link.parent.findChildren(QProcess))  # type: ignore[misc]


def locales(*names: str) -> list[QLocale]:
    return [QLocale(name) for name in names]


@pytest.mark.parametrize(
    ("wanted", "offered", "taken"),
    [
        ("en_GB", ("bpy_IN", "en_US", "en_GB"), "en_GB"),
        ("en_GB", ("bpy_IN", "en_US", "de_DE"), "en_US"),
        ("de_AT", ("en_GB", "de_DE"), "de_DE"),
        ("en_GB", ("bpy_IN", "de_DE"), None),
        ("en_GB", (), None),
    ],
)
def test_the_voice_speaks_the_language_of_the_sentences_or_not_at_all(
    wanted: str, offered: tuple[str, ...], taken: str | None
) -> None:
    found = best_locale(QLocale(wanted), locales(*offered))
    assert (found and found.name()) == taken


def test_an_engine_is_told_its_locale_and_voice_and_tells_of_each_sentence(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("walkcoach.adapters.sound.voice._SILENT_ENGINES", frozenset({"speechd", "flite", "none"}))
    parent, said = QObject(), list[str]()
    voice = Voice(QLocale("en_US"), parent, said.append)
    assert voice.open()
    engine = parent.findChild(QTextToSpeech) or voice.findChild(QTextToSpeech)
    assert engine is not None
    assert engine.locale().name() == "en_US"
    assert engine.voice() == engine.availableVoices()[0]
    voice.obey("volume 50")
    voice.obey("say 7 Brisk now.")
    qtbot.waitUntil(lambda: said == ["voice", "began 7", "ended 7"])
    assert engine.volume() == pytest.approx(0.5)
    voice.obey("say 8 Normal now, for a long while, so that there is time to break it off.")
    qtbot.waitUntil(lambda: said[-1] == "began 8")
    voice.obey("hush")
    qtbot.waitUntil(lambda: engine.state() is QTextToSpeech.State.Ready)
    assert said[-1] == "began 8"


def test_without_an_engine_that_speaks_the_language_there_is_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("walkcoach.adapters.sound.voice._SILENT_ENGINES", frozenset({"speechd", "flite", "none"}))
    said = list[str]()
    parent = QObject()
    voice = Voice(QLocale("cy_GB"), parent, said.append)
    assert not voice.open()
    voice.obey("say 1 Brisk now.")
    assert said == ["voiceless"]


def test_a_sentence_is_over_when_the_voice_has_ended_it(desk: Desk, qtbot: QtBot) -> None:
    link = desk.link("voice", "began N,ended N")
    link.link.set_volume(40)
    link.link.start()
    qtbot.waitUntil(lambda: link.link.there is True)
    link.link.say("Brisk now.")
    qtbot.waitUntil(lambda: link.overs == 1)
    assert link.heard() == ["volume 40", "say 1 Brisk now."]
    assert link.told == [True, True]


def test_a_sentence_waits_for_a_voice_that_is_being_started(desk: Desk, qtbot: QtBot) -> None:
    link = desk.link("voice", "began N,ended N")
    link.link.start()
    assert link.link.there is None
    link.link.say("Brisk now.")
    qtbot.waitUntil(lambda: link.overs == 1)
    assert "say 1 Brisk now." in link.heard()


def test_a_voice_that_calls_itself_ready_and_says_nothing_is_none(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice_link, "BEGINS_WITHIN_MS", 20)
    link = desk.link("voice", "")
    link.link.start()
    qtbot.waitUntil(lambda: link.link.there is True)
    link.link.say("Brisk now.")
    qtbot.waitUntil(lambda: link.overs == 1)
    assert link.told == [True, False]
    assert link.link.there is False


def test_a_voice_that_fell_mute_gets_another_chance_after_a_rest(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice_link, "BEGINS_WITHIN_MS", 20)
    monkeypatch.setattr(voice_link, "REST_MS", 20)
    link = desk.link("voice", "")
    link.link.start()
    for count in range(1, 4):
        qtbot.waitUntil(lambda: link.link.there is True)
        link.link.say("Brisk now.")
        qtbot.waitUntil(lambda count=count: link.overs == count)  # type: ignore[misc]
    assert link.told == [True, False] * 3


def test_a_voice_that_never_ends_its_sentence_is_waited_for_no_longer_than_it_could_last(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice_link, "SENTENCE_MS", 20)
    monkeypatch.setattr(voice_link, "LETTER_MS", 1)
    link = desk.link("voice", "began N")
    link.link.start()
    qtbot.waitUntil(lambda: link.link.there is True)
    link.link.say("Brisk now.")
    qtbot.waitUntil(lambda: link.overs == 1)
    assert link.told == [True, True]


def test_a_sentence_that_is_hushed_has_no_end(desk: Desk, qtbot: QtBot) -> None:
    link = desk.link("voice", "began N")
    link.link.start()
    qtbot.waitUntil(lambda: link.link.there is True)
    link.link.say("Half way.")
    qtbot.waitUntil(lambda: len(link.told) == 2)
    link.link.hush()
    link.link.say("Brisk now.")
    qtbot.waitUntil(lambda: link.heard()[-3:] == ["say 1 Half way.", "hush", "say 2 Brisk now."])
    assert link.overs == 0


@pytest.mark.parametrize("words", ["voiceless", "nothing of the kind"])
def test_a_process_that_ends_or_never_was_is_no_voice(tmp_path: Path, qtbot: QtBot, words: str) -> None:
    parent = QObject()
    command = (sys.executable, "-c", f"print({words!r})") if words == "voiceless" else (str(tmp_path / "no-such-program"),)
    link, told, overs = VoiceLink(command, parent), list[bool](), list[int]()
    link.told.connect(told.append)
    link.over.connect(lambda: overs.append(1))
    link.start()
    link.say("Brisk now.")
    qtbot.waitUntil(lambda: link.there is False and overs == [1])
    assert told[-1] is False
    link.say("Brisk now.")
    qtbot.waitUntil(lambda: overs == [1, 1])


def test_without_a_command_nothing_is_started(qtbot: QtBot) -> None:
    parent = QObject()
    link, overs = VoiceLink((), parent), list[int]()
    link.over.connect(lambda: overs.append(1))
    link.start()
    link.say("Brisk now.")
    qtbot.waitUntil(lambda: overs == [1])
    assert link.there is False
