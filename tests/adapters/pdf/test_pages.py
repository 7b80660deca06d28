"""The page on paper: one side, everything in its room, nothing over anything else, however full the diary is."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tests.adapters.pdf.papers import laid_out, sheet, words_on
from tests.builders import MONDAY
from tests.services.reports import overfull
from tests.strategies import diaries
from walkcoach.adapters.pdf.pages import Pages
from walkcoach.adapters.pdf.placed import PlacedWords
from walkcoach.adapters.pdf.style import MARGIN_PT, PT, SMALLEST_PT
from walkcoach.core.report import SPANS_WEEKS
from walkcoach.core.sheet import Item, Paper, Section, Sheet
from walkcoach.services.ports import StoredDiary
from walkcoach.services.sample import made_up

pytestmark = pytest.mark.usefixtures("qapp")
_HAIR = 1.0
"""A tenth of a point."""


def check_room(pages: Pages) -> None:
    """Everything lies within the margins, and no words over other words, on every page."""
    margin = MARGIN_PT * PT - _HAIR
    for number in range(pages.count):
        for thing in pages.pages[number]:
            assert thing.rect.left() >= margin
            assert thing.rect.top() >= margin
            assert thing.rect.right() <= pages.size.width() - margin
            assert thing.rect.bottom() <= pages.size.height() - margin
        words = words_on(pages, number)
        for one in words:
            assert one.words.natural_width <= one.words.width + _HAIR, one.words.text
        words.sort(key=lambda each: each.y)
        for place, one in enumerate(words):
            room = one.rect.adjusted(_HAIR, _HAIR, -_HAIR, -_HAIR)
            for other in words[place + 1 :]:
                if other.y >= room.bottom():
                    break
                assert room.intersected(other.rect).isEmpty(), (one.words.text, other.words.text)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("weeks", SPANS_WEEKS)
def test_a_page_is_one_page_with_everything_on_it(paper: Paper, weeks: int) -> None:
    pages = laid_out(sheet(made_up(MONDAY, 30, 4), weeks), paper)
    assert (pages.count, pages.left_out) == (1, False)
    check_room(pages)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("weeks", SPANS_WEEKS)
def test_the_fullest_diary_still_makes_one_page_and_says_what_is_left_out(paper: Paper, weeks: int) -> None:
    made = sheet(overfull(MONDAY, 26), weeks, notes=True)
    pages = laid_out(made, paper)
    assert (pages.count, pages.left_out) == (1, True)
    check_room(pages)
    said = [each.words.text for each in words_on(pages)]
    for section in (*made.left, *made.right, *made.wide):
        below = said[said.index(section.title) + 1 :]
        told = 0
        while told < len(section.items) and below[told].startswith(section.items[told].lead):
            told += 1
        assert told >= min(section.least, len(section.items))
        assert told == len(section.items) or below[told] == section.more_words(len(section.items) - told)


def test_each_date_that_is_left_out_is_counted() -> None:
    made = sheet(overfull(MONDAY, 26), 26)
    said = [each.words.text for each in words_on(laid_out(made))]
    chest_pain = made.right[0].items[0]
    (line,) = [text for text in said if text.startswith(chest_pain.lead)]
    kept = next(count for count in range(len(chest_pain.parts) + 1) if chest_pain.shown(count) == line)
    assert f"and {len(chest_pain.parts) - kept} more" in line
    assert kept > 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(diaries, st.sampled_from(SPANS_WEEKS), st.sampled_from(Paper), st.booleans())
def test_any_diary_makes_exactly_one_page(qapp: QApplication, diary: StoredDiary, weeks: int, paper: Paper, table: bool) -> None:
    pages = laid_out(sheet(diary, weeks, table=table, notes=True), paper)
    assert pages.count >= 2 if table else pages.count == 1
    check_room(pages)


any_remarks = st.dictionaries(
    st.dates(MONDAY.replace(month=1, day=1), MONDAY), st.text(st.characters(exclude_categories=["Cs"])), max_size=5
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_remarks)
def test_any_note_can_be_printed(qapp: QApplication, texts: dict[date, str]) -> None:
    diary = StoredDiary(remarks=texts)
    check_room(laid_out(sheet(diary, 4, table=True, notes=True)))


def test_no_letter_is_smaller_than_can_be_read() -> None:
    for made in (sheet(made_up(MONDAY, 30, 4), 26, table=True), sheet(overfull(MONDAY, 26), 26, table=True, notes=True)):
        pages = laid_out(made)
        for number in range(min(3, pages.count)):
            assert min(each.words.size_pt for each in words_on(pages, number)) >= SMALLEST_PT


def test_the_table_goes_on_over_pages_with_its_headers_and_every_day_once() -> None:
    made = sheet(overfull(MONDAY, 26), 26, table=True)
    assert made.days is not None
    pages = laid_out(made)
    check_room(pages)
    said = [[each.words.text for each in words_on(pages, number)] for number in range(1, pages.count)]
    assert all(made.days.headers[0] in page for page in said)
    days = {row[0] for row in made.days.rows}
    assert [text for page in said for text in page if text in days] == [row[0] for row in made.days.rows]
    assert f"Page {pages.count} of {pages.count}" in said[-1]


def test_notes_stand_in_full_behind_the_table_however_long_they_are() -> None:
    made = sheet(overfull(MONDAY, 4), 4, table=True, notes=True)
    pages = laid_out(made)
    check_room(pages)
    said = [each.words.text for number in range(1, pages.count) for each in words_on(pages, number)]
    letters = "".join("".join(text for text in said if text != made.foot and not text.startswith("Page ")).split())
    assert made.full_notes is not None
    for item in made.full_notes.items:
        assert "".join(item.text.split()) in letters


def test_a_small_page_is_set_in_larger_letters_than_a_full_one() -> None:
    def of(made: Sheet) -> float:
        (title,) = [each for each in words_on(laid_out(made)) if each.words.text == made.right[0].title]
        return title.words.height

    assert of(sheet(made_up(MONDAY, 30, 4), 4)) > of(sheet(overfull(MONDAY, 26), 26))


def test_words_of_a_note_from_right_to_left_are_all_there() -> None:
    diary = StoredDiary(remarks={MONDAY: "הלכתי היום בפארק"})
    said = [each.words.text for each in words_on(laid_out(sheet(diary, 4, notes=True)))]
    assert "5\u00a0Jan: הלכתי היום בפארק" in said


def test_a_note_that_is_cut_says_so() -> None:
    diary = StoredDiary(remarks={MONDAY: "word " * 4000})
    without, with_table = sheet(diary, 4, notes=True), sheet(diary, 4, notes=True, table=True)
    for made, words in ((without, "… (shortened)"), (with_table, "… (in full after the table)")):
        pages = laid_out(made)
        check_room(pages)
        (note,) = [each for each in words_on(pages) if each.words.text.endswith(words)]
        assert isinstance(note, PlacedWords)
        assert note.words.text.count("word") > 400


def test_a_section_never_hides_that_something_is_missing() -> None:
    section = Section("title", (Item("a"), Item("b"), Item("c")), ("", "1 more", "2 more"))
    assert [section.more_words(number) for number in (1, 2, 7)] == ["1 more", "2 more", "2 more"]
