"""The words that say something about somebody's health, drawn from the catalogue itself, and the search for them in a text.

They stand in no log, no window's title and no message of the desktop (promise R15). A sign that is added to the catalogue is looked
for from then on.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from walkcoach.core.diary import Feet, Settled, Steadiness
from walkcoach.core.suggestion import AskFirst
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.wording import names
from walkcoach.wording.warning_signs import cleared_choice, feet_seen_to_choice
from walkcoach.wording.welcome import ask_first as ask_first_name

_ORDINARY: Final = frozenset(
    {
        *(
            "a",
            "about",
            "across",
            "after",
            "again",
            "all",
            "an",
            "and",
            "any",
            "anything",
            "are",
            "as",
            "at",
            "be",
            "become",
            "been",
            "before",
        ),
        *(
            "best",
            "by",
            "can",
            "cannot",
            "change",
            "checked",
            "clinician",
            "closed",
            "cold",
            "comes",
            "control",
            "day",
            "days",
            "did",
        ),
        *(
            "do",
            "does",
            "drop",
            "effort",
            "else",
            "fine",
            "first",
            "follow",
            "for",
            "from",
            "getting",
            "go",
            "gone",
            "had",
            "hard",
            "has",
        ),
        *(
            "have",
            "help",
            "hot",
            "hours",
            "i",
            "in",
            "is",
            "it",
            "jumps",
            "last",
            "lately",
            "later",
            "less",
            "light",
            "like",
            "limits",
            "looked",
        ),
        *(
            "low",
            "may",
            "me",
            "minutes",
            "months",
            "more",
            "morning",
            "moved",
            "much",
            "my",
            "new",
            "next",
            "no",
            "not",
            "nothing",
            "now",
            "of",
        ),
        *(
            "on",
            "one",
            "only",
            "open",
            "or",
            "other",
            "out",
            "outside",
            "over",
            "professional",
            "qualified",
            "quickly",
            "races",
            "rate",
        ),
        *(
            "recent",
            "red",
            "repeated",
            "room",
            "said",
            "same",
            "says",
            "seen",
            "severe",
            "sharp",
            "short",
            "should",
            "sign",
            "small",
            "so",
        ),
        *("somebody", "something", "soon", "speaking", "standing", "start", "steady", "still", "sudden", "suddenly", "than"),
        *("that", "the", "their", "them", "there", "this", "three", "time", "times", "tire", "to", "today", "trouble", "turned"),
        *(
            "unchecked",
            "under",
            "up",
            "usual",
            "very",
            "wakes",
            "walk",
            "walking",
            "warning",
            "was",
            "way",
            "weeks",
            "when",
            "while",
        ),
        *("with", "within", "without", "worse", "you", "your"),
    }
)
"""Words of the catalogue that people use for other things, too."""


def _phrases() -> Iterator[str]:
    for symptom in Symptom:
        yield from (symptom.value, names.symptom_name(symptom))
    for slow in SlowSign:
        yield from (slow.value, names.slow_sign_name(slow))
    for sign in WarningSign:
        yield from (sign.value, names.warning_sign_name(sign))
    for reason in AskFirst:
        yield from (reason.value, ask_first_name(reason))
    for answer in Steadiness:
        yield names.steadiness_name(answer)
    for feet in Feet:
        yield names.feet_name(feet)
    for settled in Settled:
        yield names.settled_name(settled)
    yield from (cleared_choice(), feet_seen_to_choice())
    yield from ("symptom", "symptoms", "warning sign", "pain", "painful", "neuropathy", "nerve", "diabetes", "insulin", "medicine")


@cache
def health_words() -> frozenset[str]:
    """Every such word, in small letters."""
    words = {word for phrase in _phrases() for word in re.findall(r"[^\W\d_]+", phrase.casefold()) if len(word) > 2}
    return frozenset(words - _ORDINARY)


def health_words_in(text: str) -> list[str]:
    """The health words that stand in `text` as words, or as parts of a name like `chest_pain`."""
    found = set(re.findall(r"[^\W\d_]+", text.casefold()))
    return sorted(found & health_words())
