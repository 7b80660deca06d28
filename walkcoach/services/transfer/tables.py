"""The tables of the CSV export: which file holds what, column by column. What each column means is in `wording.transfer_tables`.

A main table has one row an entry; a table that hangs on another has one row a member of a list in it, with the id of the entry
that it belongs to. `at` is where a value lies in the entry's plain value (`transfer_values`). The tables come first; nothing
here reads or writes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Final, get_args

from walkcoach.core.decision import DecisionKind, Evidence, Rule, Stage
from walkcoach.core.diary import AwayBecause, Feet, Settled, ShorterBecause, Steadiness
from walkcoach.core.programme import BriskPlacement, Track
from walkcoach.core.segments import Pace
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services.entries import EntryKind
from walkcoach.services.ports import WalkKind
from walkcoach.services.transfer.values import WEEKDAYS


class Cell(StrEnum):
    """How a value stands in a cell."""

    WORD = "word"
    """An id, a date, a moment or one of a few words: never begins with what a spreadsheet takes for a formula."""
    TEXT = "text"
    """Free text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    NUMBER = "number"
    FLAG = "flag"
    """true or false."""


class Empty(StrEnum):
    """What an empty cell means."""

    REFUSED = "refused"
    """Nothing: there has to be a value."""
    NONE = "none"
    """That it is not known, or was not asked."""
    LEFT_OUT = "left out"
    """That it was not asked, and the field is left out of the entry."""


Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, where its value lies, how it stands there, what an empty cell means, and which words it may have.

    `only` says of which kind of entry alone it tells something, in a table of two kinds.
    """

    name: str
    at: Path
    cell: Cell = Cell.WORD
    empty: Empty = Empty.REFUSED
    values: tuple[str, ...] = ()
    only: EntryKind | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A main table: one row an entry of one of `kinds`."""

    file: str
    kinds: tuple[EntryKind, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Hanging:
    """A table with the members of a list in the entries of `kinds`, which lies at `lists[kind]`'s path in the value.

    Of a member, `columns` are the fields; the only column of plain words has no path, and of scores by symptom (`keyed`) the first
    column is the symptom. `owner` is the column with the entry's id; `part` whether the part of the check-in stands there, too.
    """

    file: str
    lists: tuple[tuple[EntryKind, str], ...]
    owner: str
    columns: tuple[Column, ...]
    part: bool = False
    keyed: bool = False

    def list_of(self, kind: EntryKind) -> str | None:
        """The field of the value that holds the list; None where this kind has none."""
        return next((name for each, name in self.lists if each is kind), None)


def _words(kind: Iterable[StrEnum]) -> tuple[str, ...]:
    return tuple(str(member) for member in kind)


def _value(
    name: str,
    cell: Cell = Cell.WORD,
    empty: Empty = Empty.REFUSED,
    values: Iterable[StrEnum] = (),
    *,
    within: Path = (),
    field: str = "",
    only: EntryKind | None = None,
) -> Column:
    """A column of the entry's value; named like its field unless `field` says otherwise."""
    return Column(name, ("value", *within, field or name), cell, empty, _words(values), only)


_ID: Final = Column("id", ("id",))
_DAY: Final = Column("day", ("day",))
_SAID: Final = (Column("said", ("said",)), Column("zone", ("zone",), Cell.TEXT))
_ENTRY: Final = (_ID, _DAY, *_SAID)
PART: Final = Column("part", ("kind",), values=(str(EntryKind.BEFORE), str(EntryKind.AFTER)))
NUMBER: Final = "number"


def _evidence(name: str, kind: Any) -> Column:
    """A column of the evidence behind an offer."""
    choices = get_args(kind) or (kind,)
    empty = Empty.NONE if type(None) in choices else Empty.REFUSED
    first: type = choices[0]
    cell = {bool: Cell.FLAG, int: Cell.NUMBER, float: Cell.NUMBER, str: Cell.TEXT}.get(first, Cell.WORD)
    values = tuple(Symptom) if first is Symptom else ()
    return _value(f"evidence_{name}", cell, empty, values, within=("evidence",), field=name)


TABLES: Final = (
    Table(
        "profile.csv",
        (EntryKind.PROFILE,),
        (
            *_ENTRY,
            _value("welcomed", Cell.FLAG),
            _value("clinician_agreed", Cell.FLAG),
            _value("uses_glucose_lowering", Cell.FLAG),
            _value("reduced_feeling", Cell.TEXT, Empty.NONE),
            _value("age_band", Cell.TEXT, Empty.NONE),
            _value("used_to_walking", Cell.FLAG, Empty.NONE),
            _value("emergency_number", Cell.TEXT),
        ),
    ),
    Table(
        "programmes.csv",
        (EntryKind.PROGRAMME,),
        (
            *_ENTRY,
            _value("track", Cell.WORD, Empty.REFUSED, Track),
            _value("start_min", Cell.NUMBER, Empty.NONE),
            _value("step_min", Cell.NUMBER),
            _value("step_max", Cell.NUMBER),
            _value("walk_goal_min", Cell.NUMBER),
            _value("first_brisk_min", Cell.NUMBER),
            _value("brisk_goal_min", Cell.NUMBER),
            _value("brisk_placement", Cell.WORD, Empty.REFUSED, BriskPlacement),
            _value("max_bout_min", Cell.NUMBER),
            *(_value(name, Cell.FLAG, within=("walk_days",)) for name in WEEKDAYS),
            _value("brisk_ok", Cell.FLAG),
        ),
    ),
    Table(
        "check_ins.csv",
        (EntryKind.BEFORE, EntryKind.AFTER),
        (
            *_ENTRY,
            PART,
            _value("steady", Cell.WORD, Empty.REFUSED, Steadiness, only=EntryKind.BEFORE),
            _value("settled", Cell.WORD, Empty.NONE, Settled, only=EntryKind.BEFORE),
            _value("feet", Cell.WORD, Empty.REFUSED, Feet),
            _value("effort", Cell.NUMBER, only=EntryKind.AFTER),
            _value("could_talk", Cell.FLAG, only=EntryKind.AFTER),
            _value("stumbled", Cell.FLAG, only=EntryKind.AFTER),
        ),
    ),
    Table(
        "notes.csv",
        (EntryKind.NOTES,),
        (
            *_ENTRY,
            _value("cleared", Cell.FLAG),
            _value("feet_seen_to", Cell.FLAG),
            _value("review_acknowledged", Cell.FLAG),
            _value("away_because", Cell.WORD, Empty.NONE, AwayBecause),
        ),
    ),
    Table(
        "offers.csv",
        (EntryKind.OFFER,),
        (
            *_ENTRY,
            _value("decision", Cell.WORD, Empty.REFUSED, DecisionKind, field="kind"),
            _value("minutes", Cell.NUMBER),
            _value("brisk_minutes", Cell.NUMBER),
            _value("stage", Cell.WORD, Empty.REFUSED, Stage, within=("standing",)),
            _value("level_minutes", Cell.NUMBER, within=("standing",), field="minutes"),
            _value("level_brisk_minutes", Cell.NUMBER, within=("standing",), field="brisk_minutes"),
            _value("resumed_brisk_min", Cell.NUMBER, within=("standing",)),
            _value("good_walks", Cell.NUMBER, within=("standing",)),
            _value("real_step_back", Cell.FLAG),
            *(_evidence(field.name, field.type) for field in fields(Evidence)),
        ),
    ),
    Table(
        "walks.csv",
        (EntryKind.WALK,),
        (
            *_ENTRY,
            _value("kind", Cell.WORD, Empty.REFUSED, WalkKind),
            _value("started"),
            _value("ended"),
            _value("time_known", Cell.FLAG),
            _value("walked_s", Cell.NUMBER),
            _value("brisk_s", Cell.NUMBER),
            _value("shorter_because", Cell.WORD, Empty.NONE, ShorterBecause),
        ),
    ),
    Table(
        "slow_answers.csv",
        (EntryKind.SLOW_ANSWERS,),
        (
            *_ENTRY,
            _value("answered", Cell.FLAG),
            *(_value(str(sign), Cell.FLAG, Empty.LEFT_OUT, within=("new_or_worse",)) for sign in SlowSign),
        ),
    ),
    Table("remarks.csv", (EntryKind.REMARK,), (*_ENTRY, _value("text", Cell.TEXT))),
    Table("week_reviews.csv", (EntryKind.WEEK_REVIEW,), (*_ENTRY, _value("review", Cell.TEXT))),
)
"""Every main table, in the order of the kinds of entries, of which each has one."""


HANGING: Final = (
    Hanging(
        "ratings.csv",
        ((EntryKind.BEFORE, "ratings"), (EntryKind.AFTER, "worst")),
        "check_in_id",
        (Column("symptom", (), values=_words(Symptom)), Column("score", (), Cell.NUMBER)),
        part=True,
        keyed=True,
    ),
    Hanging(
        "warning_signs.csv",
        ((EntryKind.BEFORE, "warning_signs"), (EntryKind.AFTER, "warning_signs")),
        "check_in_id",
        (Column("sign", (), values=_words(WarningSign)),),
        part=True,
    ),
    Hanging("symptom_marks.csv", ((EntryKind.WALK, "symptom_marks_s"),), "walk_id", (Column("at_s", (), Cell.NUMBER),)),
    Hanging("offer_rules.csv", ((EntryKind.OFFER, "rules"),), "offer_id", (Column("rule", (), values=_words(Rule)),)),
    Hanging(
        "offer_segments.csv",
        ((EntryKind.OFFER, "segments"),),
        "offer_id",
        (Column("pace", ("pace",), values=_words(Pace)), Column("seconds", ("seconds",), Cell.NUMBER)),
    ),
    Hanging(
        "followed.csv", ((EntryKind.PROFILE, "followed"),), "profile_id", (Column("symptom", (), values=_words(Symptom)),)
    ),
    Hanging("ask_first.csv", ((EntryKind.PROFILE, "ask_first"),), "profile_id", (Column("answer", (), Cell.TEXT),)),
)
"""Every table that hangs on another."""

ABOUT: Final = "about.csv"
"""The file that says what the zip is: one row, with the fields of the JSON export's head."""
ABOUT_COLUMNS: Final = ("format", "version", "program", "exported")
README: Final = "README.txt"
