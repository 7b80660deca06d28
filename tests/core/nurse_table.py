"""Reads `tests/data/coach_examples.md`: a table of examples in plain words that a nurse can check without any code.

A cell is a row of phrases with commas between them; days follow each other with semicolons. Whatever is not said was good:
tingling 1 before, during and after, an easy effort, feet fine, all minutes walked. An unknown phrase is an error.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

from tests.builders import after, before
from tests.core.diaries import GOOD_EVENING, USUAL_MORNING, Story
from walkcoach.core.decision import Decision, DecisionKind, Rule, Stage
from walkcoach.core.diary import AfterCheckIn, AwayBecause, BeforeCheckIn, Feet, Notes, Settled, ShorterBecause, Steadiness
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import WarningSign

THIS_MORNING: Final = date(2026, 1, 15)
"""A Thursday."""
COLUMNS: Final = ("rule", "stands at", "days before", "yesterday", "this morning", "answer", "listed with it", "why")


@dataclass(frozen=True)
class Example:
    """A row of the table, as it stands there."""

    rule: str
    stands_at: str
    days_before: str
    yesterday: str
    this_morning: str
    answer: str
    listed_with_it: str
    why: str

    def decision(self) -> Decision:
        """What the coach answers this morning."""
        days = [cell for cell in (*self.days_before.split(";"), self.yesterday) if cell.strip() != "–"]
        story = _begin(self.stands_at, sum(_days_in(cell) for cell in days))
        for cell in days:
            story = _told(story, cell, self.stands_at)
        said = _said(self.this_morning)
        return story.asked(said.morning, noted=said.noted, walking=said.walks_all_the_same)


@dataclass(frozen=True)
class _Said:
    """What a day's cell says."""

    morning: BeforeCheckIn | None = USUAL_MORNING
    evening: AfterCheckIn | None = GOOD_EVENING
    noted: Notes = field(default_factory=Notes)
    minutes: int | None = None
    brisk: int | None = None
    shorter: ShorterBecause | None = None
    walked: bool = True
    walks_all_the_same: bool = False

    def in_the_morning(self, **answers: Any) -> "_Said":
        return replace(self, morning=replace(self.morning or USUAL_MORNING, **answers))

    def in_the_evening(self, **answers: Any) -> "_Said":
        return replace(self, evening=replace(self.evening or GOOD_EVENING, **answers))


def _walked(said: _Said, minutes: str, brisk: str | None) -> _Said:
    return replace(said, minutes=int(minutes), brisk=int(brisk or 0))


def _rated(said: _Said, score: str, worst: str | None) -> _Said:
    rated = said.in_the_morning(ratings=before(int(score)).ratings)
    return rated.in_the_evening(worst=after(int(worst or score)).worst)


_PHRASES: Final[Mapping[str, Callable[..., _Said]]] = MappingProxyType(
    {
        r"walked all": lambda said: said,
        r"walked (\d+) min(?: with (\d+) brisk)?": _walked,
        r"no time for more": lambda said: replace(said, shorter=ShorterBecause.NO_TIME),
        r"no walk": lambda said: replace(said, walked=False, evening=None),
        r"tingling (\d+)(?: to (\d+))?": _rated,
        r"no check-in before": lambda said: replace(said, morning=None),
        r"no check-in after": lambda said: replace(said, evening=None),
        r"effort (\d+)": lambda said, effort: said.in_the_evening(effort=int(effort)),
        r"could not talk": lambda said: said.in_the_evening(could_talk=False),
        r"stumbled": lambda said: said.in_the_evening(stumbled=True),
        r"feet not checked": lambda said: said.in_the_morning(feet=Feet.UNCHECKED),
        r"feet not checked after": lambda said: said.in_the_evening(feet=Feet.UNCHECKED),
        r"something new on the feet": lambda said: said.in_the_morning(feet=Feet.NEW),
        r"less steady": lambda said: said.in_the_morning(steady=Steadiness.LESS_STEADY),
        r"much less steady": lambda said: said.in_the_morning(steady=Steadiness.MUCH_LESS_STEADY),
        r"settled within 2 hours": lambda said: said.in_the_morning(settled=Settled.WITHIN_2H),
        r"settled later that day": lambda said: said.in_the_morning(settled=Settled.SAME_DAY),
        r"not settled by this morning": lambda said: said.in_the_morning(settled=Settled.NOT_BY_MORNING),
        r"has been ill": lambda said: replace(said, noted=replace(said.noted, away_because=AwayBecause.ILLNESS)),
        r"a professional has looked": lambda said: replace(said, noted=replace(said.noted, cleared=True)),
        r"feet seen to": lambda said: replace(said, noted=replace(said.noted, feet_seen_to=True)),
        r"walks all the same": lambda said: replace(said, walks_all_the_same=True),
        **{
            sign.replace("_", " "): lambda said, sign=sign: said.in_the_morning(warning_signs=frozenset({sign}))
            for sign in WarningSign
        },
        **{
            f"{sign.replace('_', ' ')} after the walk": lambda said, sign=sign: said.in_the_evening(warning_signs=frozenset({sign}))
            for sign in WarningSign
        },
    }
)

_NOTHING: Final = re.compile(r"nothing(?: for (\d+) days)?")
_LEVEL: Final = re.compile(r"(\d+) min(?: with (\d+) brisk)?")
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def examples(text: str) -> Iterator[Example]:
    """The rows of the table in a Markdown `text`."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    if tuple(rows[0]) != COLUMNS:
        raise ValueError(f"the columns have to be {', '.join(COLUMNS)}")
    for row in rows[2:]:
        yield Example(*row)


def answer_of(decision: Decision) -> str:
    """A decision in the words of the answer column: "increase: 25 min", "rest day"."""
    words = decision.kind.replace("_", " ")
    if decision.kind in (DecisionKind.REST_DAY, DecisionKind.NO_WALK):
        return words
    brisk = f" with {decision.brisk_minutes} brisk" if decision.brisk_minutes else ""
    return f"{words}: {decision.minutes} min{brisk}"


def rules_beside(rule: str, decision: Decision) -> str:
    """The other rules of `decision`, in its order; a dash for none."""
    return ", ".join(other for other in decision.rules if other != Rule(rule)) or "–"


def _days_in(cell: str) -> int:
    nothing = _NOTHING.fullmatch(cell.strip())
    return int(nothing[1] or 1) if nothing else 1


def _begin(stands_at: str, days: int) -> Story:
    """A story without a day yet, so many days before this morning, under the programme that the cell names."""
    programme = Programme()
    for phrase in _phrases(stands_at):
        if phrase in list(Track):
            programme = replace(programme, track=Track(phrase))
        elif phrase == "no brisk walking":
            programme = replace(programme, brisk_ok=False)
        elif phrase.startswith("walks on "):
            weekdays = phrase.removeprefix("walks on ").split()
            programme = replace(programme, walk_days=frozenset(map(_WEEKDAYS.index, weekdays)))
        elif phrase != "nothing yet" and not _LEVEL.fullmatch(phrase):
            raise ValueError(f"unknown words: {phrase}")
    return Story(programme, THIS_MORNING - timedelta(days=days))


def _told(story: Story, cell: str, stands_at: str) -> Story:
    """The story after the day of `cell`; the first one offers the level that the person stands at."""
    if _NOTHING.fullmatch(cell.strip()):
        return story.later(_days_in(cell))
    said = _said(cell)
    if not said.walked:
        return story.stayed(said.morning, noted=said.noted)
    level = _LEVEL.match(stands_at)
    if story.state.last_walk is not None or level is None:
        return story.walked(
            said.minutes, said.brisk, shorter=said.shorter, morning=said.morning, evening=said.evening, noted=said.noted
        )
    minutes, brisk = int(level[1]), int(level[2] or 0)
    gate_closed = not story.programme.brisk_ok
    return story.at(
        minutes,
        brisk,
        Stage.KEEP_GOING if gate_closed else None,
        walked=said.minutes,
        walked_brisk=said.brisk,
        shorter=said.shorter,
        morning=said.morning,
        evening=said.evening,
    )


def _said(cell: str) -> _Said:
    said = _Said()
    for phrase in _phrases(cell):
        for pattern, change in _PHRASES.items():
            found = re.fullmatch(pattern, phrase)
            if found:
                said = change(said, *found.groups())
                break
        else:
            raise ValueError(f"unknown words: {phrase}")
    return said


def _phrases(cell: str) -> list[str]:
    return [phrase.strip() for phrase in cell.split(",")]
