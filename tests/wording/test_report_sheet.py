"""The page for the clinician in words: a reference text of a whole page, facts only, and nothing that the house never says."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import after, before, notes, walk
from tests.services.reports import overfull
from tests.strategies import diaries
from tests.wording.texts import never_words
from walkcoach.core.decision import Rule
from walkcoach.core.diary import Feet, ShorterBecause
from walkcoach.core.report import SPANS_WEEKS
from walkcoach.core.sheet import Item, Sheet, text_of
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.ports import StoredDiary
from walkcoach.services.report import ReportService
from walkcoach.services.sample import made_up
from walkcoach.wording import names, report_plan
from walkcoach.wording.report_sheet import sheet_of

DATA = Path(__file__).parents[1] / "data"
TODAY = date(2026, 1, 5)


class StandingClock:
    """A clock that shows one moment."""

    def monotonic_s(self) -> float:
        """See `Clock`."""
        return 0.0

    def slept_s(self) -> float:
        """See `Clock`."""
        return 0.0

    def now(self) -> datetime:
        """See `Clock`."""
        return datetime(2026, 1, 5, 9, tzinfo=UTC)


def sheet(diary: StoredDiary, weeks: int, *, table: bool = False, with_notes: bool = True) -> Sheet:
    service = ReportService(FoldedDiary(diary), StandingClock())
    notes = [day for day, _text in service.known_notes(weeks)] if with_notes else []
    return sheet_of(service.report(weeks, notes), "1.2.3", table=table)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("report-empty.txt", sheet(StoredDiary(), 4)),
        ("report-12-weeks.txt", sheet(made_up(TODAY, 20, 4), 12)),
        ("report-overfull.txt", sheet(overfull(TODAY, 4), 4, table=True)),
    ],
    ids=["empty", "12 weeks", "overfull"],
)
def test_the_whole_page_reads_as_it_did(name: str, made: Sheet) -> None:
    """The reference files are read by people when they change. Dates and units hold together by blanks that do not break."""
    assert text_of(made) == (DATA / name).read_text(encoding="utf-8")


@given(diaries, st.sampled_from(SPANS_WEEKS), st.booleans())
def test_no_page_says_what_the_house_never_says(diary: StoredDiary, weeks: int, table: bool) -> None:
    text = text_of(sheet(diary, weeks, table=table, with_notes=False))
    assert never_words(text) == ()
    assert not re.search(r"\b(you|your)\b", text, re.IGNORECASE)
    assert not re.search(r"\b(improv|worsen|good|bad response|score of|severity|normal range|risk)\w*", text, re.IGNORECASE)
    assert not re.search(r"\{|\}|None|\bRule\b|_", text)


def test_while_the_plan_is_off_no_minutes_are_told_as_those_of_now() -> None:
    monday = TODAY - timedelta(days=7)
    diary = StoredDiary(walks=(walk(monday, 15),), before={monday + timedelta(days=1): before(feet=Feet.NEW)})
    assert "Now: off, see warning signs and feet; it stands at 15\u00a0min a walk, stage" in text_of(sheet(diary, 4))
    diary = replace(diary, notes={TODAY: notes(feet_seen_to=True)})
    assert "Now: 15\u00a0min a walk, stage" in text_of(sheet(diary, 4))


def test_weeks_before_the_diary_are_not_read_out_one_by_one() -> None:
    made = sheet(made_up(TODAY, 1, 4), 12)
    weeks = [line for line in text_of(made).splitlines() if line.startswith("Week of")]
    assert len(weeks) == sum(any(bar.figures) for bar in made.bars.bars) < len(made.bars.bars)
    assert all("Walked" in line for line in weeks)
    assert "The diary begins on" in text_of(made)


def test_the_table_says_why_a_walk_was_shorter_and_sets_apart_names_with_commas_in_them() -> None:
    monday = TODAY - timedelta(days=7)
    signs = frozenset({WarningSign.TRIPPING_OR_FOOT_DROP, WarningSign.DIZZY_ON_STANDING})
    diary = StoredDiary(walks=(walk(monday, 9, shorter=ShorterBecause.NO_TIME),), after={monday: after(signs=signs)})
    table = sheet(diary, 4, table=True).days
    assert table is not None
    (told,) = [row[-1] for row in table.rows if row[2] == "9"]
    assert told.split("; ") == [
        names.warning_sign_name(WarningSign.TRIPPING_OR_FOOT_DROP),
        names.warning_sign_name(WarningSign.DIZZY_ON_STANDING),
        "shorter: no time",
    ]


def test_every_rule_that_can_hold_or_lower_a_plan_has_words() -> None:
    no_reason = {
        *(Rule.WARNING_SIGN, Rule.FEET_NEW, Rule.NOT_TODAY, Rule.REST_DAY, Rule.FIRST_WALK),
        *(Rule.GOOD_RESPONSE, Rule.WALK_GOAL_REACHED),
    }
    assert {rule for rule in Rule if not report_plan.rule_reason(rule)} == no_reason


@given(st.lists(st.text(min_size=1, max_size=5), max_size=6).map(tuple), st.integers(0, 6))
def test_an_item_shows_its_first_parts_and_counts_the_others(parts: tuple[str, ...], kept: int) -> None:
    kept = min(kept, len(parts))
    item = Item("lead", parts, ", ", ("", *(f"and {number} more" for number in range(1, len(parts) + 1))))
    shown = item.shown(kept)
    assert shown.startswith("lead")
    assert (f"and {len(parts) - kept} more" in shown) == (kept < len(parts))
    assert item.shown(len(parts)) == item.text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_note_keeps_its_letters_whatever_they_are(text: str) -> None:
    diary = StoredDiary(remarks={TODAY: text})
    made = sheet(diary, 4, table=True)
    shown = [item for section in made.wide for item in section.items if item.joint == ""]
    assert bool(shown) == bool(text.strip())
    if shown:
        wanted = "".join(letter for letter in text if ord(letter) >= 32 and not 127 <= ord(letter) < 160)
        assert "".join("".join(shown[0].parts).split()) == "".join(wanted.split())
        assert all(len(part) <= 25 for part in shown[0].parts)


def test_the_legend_says_what_planned_counts_for_a_missed_day() -> None:
    assert sheet(made_up(TODAY, 30, 4), 12).bars.planned == "planned (a missed day: the level of that day)"
