"""Which days of the diary to show: by what was felt, told, walked and written. Everything asked for has to be true of a day."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from walkcoach.core.decision import DecisionKind
from walkcoach.core.diary import Feet
from walkcoach.core.symptoms import Symptom
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.ports import StoredDiary, WalkKind

ROSE: Final = 2
"""Points that count as a rise (Farrar 2001)."""


class Felt(StrEnum):
    """What is looked for of a symptom: any score above 0, or a rise by 2 or more during the walk."""

    RATED = "rated"
    ROSE = "rose"


class Find(StrEnum):
    """What else a day may have."""

    WARNING_SIGN = "warning_sign"
    FOOT_FINDING = "foot_finding"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class DiaryFilter:
    """What is asked for. `symptom` None with `ROSE`: any symptom; `kinds` empty: every kind of decision."""

    text: str = ""
    symptom: Symptom | None = None
    felt: Felt = Felt.RATED
    finds: frozenset[Find] = frozenset()
    kinds: frozenset[DecisionKind] = frozenset()

    @property
    def asks_symptom(self) -> bool:
        """Whether anything is asked about symptoms."""
        return self.symptom is not None or self.felt is Felt.ROSE

    def __bool__(self) -> bool:
        """Whether anything is asked for at all."""
        return bool(plain(self.text) or self.asks_symptom or self.finds or self.kinds)


def plain(text: str) -> str:
    """`text` as it is compared: without case, accents and space around it."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each)).strip()


def wants(wanted: DiaryFilter, diary: FoldedDiary, kind_of: Callable[[date], DecisionKind]) -> Callable[[date], bool]:
    """Whether a day of `diary` is one that is wanted; `kind_of` answers what was decided on a day."""
    stored = diary.load()
    tests: list[Callable[[date], bool]] = []
    if text := plain(wanted.text):
        tests.append(lambda day: text in plain(stored.remarks.get(day, "")))
    if wanted.asks_symptom:
        tests.append(lambda day: _felt(stored, day, wanted))
    tests += [make(diary) for find, make in _FINDS if find in wanted.finds]
    if wanted.kinds:
        tests.append(lambda day: kind_of(day) in wanted.kinds)
    return lambda day: all(test(day) for test in tests)


def _felt(stored: StoredDiary, day: date, wanted: DiaryFilter) -> bool:
    before, after = stored.before.get(day), stored.after.get(day)
    first, worst = before.ratings if before else {}, after.worst if after else {}
    symptoms = (wanted.symptom,) if wanted.symptom else tuple(worst)
    if wanted.felt is Felt.RATED:
        return any(max(first.get(symptom, 0), worst.get(symptom, 0)) > 0 for symptom in symptoms)
    if before is None:  # without it nothing is known to have risen (coaching.md, section 1)
        return False
    return any(symptom in worst and worst[symptom] - first.get(symptom, 0) >= ROSE for symptom in symptoms)


def _with_sign(diary: FoldedDiary) -> Callable[[date], bool]:
    stored = diary.load()
    days = {day for part in (stored.before, stored.after) for day, said in part.items() if said.warning_signs}
    return days.__contains__


def _with_foot_finding(diary: FoldedDiary) -> Callable[[date], bool]:
    stored = diary.load()
    days = {day for part in (stored.before, stored.after) for day, said in part.items() if said.feet is Feet.NEW}
    return days.__contains__


def _by_hand(diary: FoldedDiary) -> Callable[[date], bool]:
    days = {walk.day for walk in diary.load().walks if walk.kind is WalkKind.BY_HAND}
    return days.__contains__


_FINDS: Final = (
    (Find.WARNING_SIGN, _with_sign),
    (Find.FOOT_FINDING, _with_foot_finding),
    (Find.BY_HAND, _by_hand),
)
