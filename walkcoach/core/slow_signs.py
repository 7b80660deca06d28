"""The monthly question about slow signs: its answers, and when it is due (coaching.md, section 6).

It is asked once a month, answered with advice and never part of the sums: the coach does not see this module. How long to
wait is our own convention, since the page says only "once a month". Nothing here reads a clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from walkcoach.core.diary import DiaryError
from walkcoach.core.symptoms import SlowSign

FIRST_AFTER_DAYS: Final = 28
"""Days from the first diary day to the first question: nobody can compare with a month ago before."""
NOT_NOW_DAYS: Final = 7
"""Days that *Not now* puts the question off."""


@dataclass(frozen=True, slots=True)
class SlowAnswers:
    """What was said when the question was asked: for each sign whether it is new or worse; nothing at all after *Not now*."""

    new_or_worse: Mapping[SlowSign, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse some signs answered and others not, since no answer is ever filled in, and what is neither yes nor no."""
        for sign, answer in self.new_or_worse.items():
            if type(answer) is not bool:
                raise DiaryError(f"slow_signs.{sign}", f"has to be yes or no, not {answer!r}")
        for sign in SlowSign:
            if self.new_or_worse and sign not in self.new_or_worse:
                raise DiaryError(f"slow_signs.{sign}", "has to be answered where the others are")
        object.__setattr__(self, "new_or_worse", MappingProxyType(dict(self.new_or_worse)))

    @property
    def answered(self) -> bool:
        """Whether the signs were answered, rather than put off."""
        return bool(self.new_or_worse)

    @property
    def told(self) -> tuple[SlowSign, ...]:
        """The signs that are new or worse, in the catalogue's order."""
        return tuple(sign for sign in SlowSign if self.new_or_worse.get(sign))


NOT_NOW: Final = SlowAnswers()
"""The question was put off."""


def is_due(kept: Mapping[date, SlowAnswers], first_day: date | None, today: date) -> bool:
    """Whether to ask today. `kept` is what was said by day, `first_day` the first diary day, if there is one.

    First 28 days after the first diary day; after an answer on the same day of the next month (the 28th of February after
    the 31st of January), so never twice in a calendar month; after *Not now* a week later. What is dated ahead of today
    counts as what lies as far back does: a journey west asks nobody twice, and a clock that was wrong by years silences
    nothing.
    """
    if first_day is None or (today - first_day).days < FIRST_AFTER_DAYS:
        return False
    return all(
        _a_month_apart(day, today) if said.answered else abs((today - day).days) >= NOT_NOW_DAYS for day, said in kept.items()
    )


def _a_month_apart(one: date, other: date) -> bool:
    earlier, later = sorted((one, other))
    months = 12 * (later.year - earlier.year) + later.month - earlier.month
    return months > 1 or (months == 1 and (later.day >= earlier.day or _ends_its_month(later)))


def _ends_its_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).month != day.month
