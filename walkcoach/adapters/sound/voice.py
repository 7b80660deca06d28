"""The voice's own process: reads lines, speaks them with the system's voice, says when one begins and ends.

It reads `say 3 Brisk now, 3 minutes.`, `hush`, `volume 80` and `quit`; the end of its input is a `quit` too. It says `voice`
when there is one for the language asked for, and `began 3` and `ended 3`; without one it says `voiceless` and ends.

Apart from the player, since a speech service may keep whoever starts it waiting for 5 s, and tones have their moment. Locale
and voice are always set: left to itself, Qt takes the first voice of the list where the system's language is not known.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtTextToSpeech import QTextToSpeech

from walkcoach.adapters.sound.lines import Ear, say

_SILENT_ENGINES: Final = frozenset({"mock", "none"})


def best_locale(wanted: QLocale, offered: Iterable[QLocale]) -> QLocale | None:
    """The locale of `offered` to speak in: `wanted`, else one of its language; None where there is none."""
    same = [locale for locale in offered if locale.language() == wanted.language()]
    exact = [locale for locale in same if locale.territory() == wanted.territory()]
    return next(iter((*exact, *same)), None)


class Voice(QObject):
    """One voice of the system's, in the language of `locale`."""

    def __init__(self, locale: QLocale, parent: QObject, tell: Callable[[str], None] = say) -> None:
        super().__init__(parent)
        self._locale = locale
        self._tell = tell
        self._engine: QTextToSpeech | None = None
        self._number = ""
        self._begun = False

    def open(self) -> bool:
        """Find a voice; whether there is one. May take seconds."""
        for name in QTextToSpeech.availableEngines():
            if name in _SILENT_ENGINES:
                continue
            engine = QTextToSpeech(name, self)
            if self._speaks(engine):
                self._engine = engine
                engine.stateChanged.connect(self._changed)
                self._tell("voice")
                return True
            engine.deleteLater()
        self._tell("voiceless")
        return False

    def obey(self, line: str) -> None:
        """Do what one line asks for; a line that means nothing is passed over."""
        if self._engine is None:
            return
        word, _, value = line.partition(" ")
        if word == "say":
            self._number, _, text = value.partition(" ")
            self._begun = False
            self._engine.say(text)
        elif word == "hush":
            self._number = ""
            self._engine.stop()
        elif word == "volume" and value.isdecimal():
            self._engine.setVolume(min(int(value), 100) / 100)

    def _speaks(self, engine: QTextToSpeech) -> bool:
        """Set its language and voice; an engine without a voice for the language would speak in another, or not at all."""
        if engine.state() is QTextToSpeech.State.Error:
            return False
        locale = best_locale(self._locale, engine.availableLocales())
        if locale is None:
            return False
        engine.setLocale(locale)
        voices = engine.availableVoices()
        if not voices:
            return False
        engine.setVoice(voices[0])
        return True

    def _changed(self, state: QTextToSpeech.State) -> None:
        if state is QTextToSpeech.State.Speaking and self._number and not self._begun:
            self._begun = True
            self._tell(f"began {self._number}")
        elif state in (QTextToSpeech.State.Ready, QTextToSpeech.State.Error) and self._number and self._begun:
            self._tell(f"ended {self._number}")
            self._number = ""


def main(argv: Sequence[str]) -> int:
    """Speak what the lines on standard input ask for, in the language of the locale named in `argv`, until they end."""
    app = QCoreApplication(sys.argv[:1])
    voice = Voice(QLocale(argv[0] if argv else "en_GB"), app)
    if not voice.open():
        return 0
    ear = Ear(app)
    ear.heard.connect(voice.obey)
    ear.heard.connect(lambda line: app.quit() if line == "quit" else None)
    ear.listen()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
