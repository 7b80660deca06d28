"""The PDF file: its text comes out again as it went in, its bars are lines, and it is written whole or not at all."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.adapters.pdf.papers import INKS, document, laid_out, picture, plain, report_of, sheet, words_on
from tests.builders import MONDAY, walk
from tests.services.reports import overfull
from tests.ui.scenes import theme
from walkcoach.adapters.pdf.placed import PlacedBar
from walkcoach.adapters.pdf.printing import Press, Printed
from walkcoach.adapters.pdf.style import PT
from walkcoach.adapters.pdf.writer import pdf_bytes
from walkcoach.core.sheet import Paper
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import StoredDiary
from walkcoach.services.sample import made_up
from walkcoach.wording import report as words

pytestmark = pytest.mark.usefixtures("qapp")
PRESS = Press(INKS, "Walkcoach 1.2.3", "en-GB")
TITLE = words.file_title(MONDAY, MONDAY)


def printed(diary: StoredDiary) -> Printed:
    laid_out(sheet(diary))
    return PRESS.printed(sheet(diary), Paper.A4)


def pdf_of(diary: StoredDiary, weeks: int = 12, paper: Paper = Paper.A4, *, table: bool = False, notes: bool = False) -> bytes:
    pages = laid_out(sheet(diary, weeks, table=table, notes=notes), paper)
    return pdf_bytes(pages, TITLE, "Walkcoach 1.2.3", "en-GB")


def test_every_word_of_the_page_can_be_read_out_of_the_pdf() -> None:
    pages = laid_out(sheet(made_up(MONDAY, 30, 4), 12, table=True))
    read, _buffer = document(pdf_bytes(pages, TITLE, "x", "en-GB"))
    assert read.pageCount() == pages.count
    for number in range(pages.count):
        said = plain(read.getAllText(number).text())
        for placed in words_on(pages, number):
            assert plain(placed.words.text) in said


def test_the_figures_in_the_pdf_are_those_of_the_diary() -> None:
    diary = made_up(MONDAY, 30, 4)
    report = report_of(diary)
    read, _buffer = document(pdf_of(diary))
    lines = [line.strip() for line in read.getAllText(0).text().splitlines()]
    text = " ".join(" ".join(lines).split())
    first, last = report.first_day, report.last_day
    minutes = {kept.day: 0.0 for kept in diary.walks}
    for kept in diary.walks:
        minutes[kept.day] += kept.walked_s
    whole = {day: int((seconds + 30) // 60) for day, seconds in minutes.items() if first <= day <= last}
    assert f"Minutes in all: {sum(whole.values())}," in text
    weeks = [str(sum(walked for day, walked in whole.items() if 0 <= (day - week.first_day).days < 7)) for week in report.weeks]
    assert re.search(r"Walked " + r"\s+".join(weeks), text)
    assert f"{report.walks_done} taken of {report.walks_due} due" in text


def test_figures_can_be_read_out_of_a_pdf_that_was_made_beside_the_window(qapp: QApplication) -> None:
    """The window's font has figures that are all equally wide, which Qt writes into a PDF without their letters."""
    before = qapp.font()
    theme(qapp)
    try:
        read, _buffer = document(pdf_of(made_up(MONDAY, 30, 4)))
        assert "12 weeks: 20 October 2025 to 5 January 2026" in read.getAllText(0).text()
    finally:
        qapp.setFont(before)


def test_what_is_read_first_stands_first_in_the_file() -> None:
    read, _buffer = document(pdf_of(made_up(MONDAY, 30, 4)))
    text = read.getAllText(0).text()
    places = [text.index(each) for each in ("Walking plan", "Name", "Minutes walked", "Symptoms", "Warning signs", "The plan")]
    assert places == sorted(places)


@pytest.mark.parametrize(("paper", "points"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_the_paper_is_the_one_chosen(paper: Paper, points: tuple[int, int]) -> None:
    read, _buffer = document(pdf_of(StoredDiary(), paper=paper))
    size = read.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == points


def test_the_file_tells_its_language_and_no_author_and_no_word_about_health() -> None:
    pdf = pdf_of(made_up(MONDAY, 30, 4))
    read, _buffer = document(pdf)
    assert read.pageCount() == 1
    assert pdf.rfind(b"/Lang (en-GB)") > pdf.find(b"%%EOF")
    assert read.metaData(read.MetaDataField.Title) == "Walkcoach, 5 January 2026 to 5 January 2026"
    assert read.metaData(read.MetaDataField.Author) == ""
    told = "".join(str(read.metaData(field)) for field in read.MetaDataField).lower()
    assert not [word for word in ("symptom", "pain", "clinic", "health", "neuropath", "report") if word in told]
    name = words.file_name(MONDAY, MONDAY)
    assert name == "walkcoach-2026-01-05-2026-01-05.pdf"


def test_its_fonts_are_inside_and_nothing_is_a_picture() -> None:
    pdf = pdf_of(made_up(MONDAY, 30, 4))
    assert pdf.count(b"/FontFile2") > 0
    assert b"/Subtype /Image" not in pdf
    assert b"pdfaid:part" in pdf or b"pdfaid" in pdf


def test_the_bars_are_drawn_in_their_place() -> None:
    """A week with brisk minutes has the colours of both paces, one without only that of the normal one."""
    diary = StoredDiary(walks=(walk(MONDAY, 40, brisk=20),))
    plain_week = StoredDiary(walks=(walk(MONDAY, 40),))
    seen = []
    for each in (diary, plain_week):
        pages = laid_out(sheet(each, 4))
        read, _buffer = document(pdf_bytes(pages, TITLE, "x", "en-GB"))
        drawn = picture(read, width=round(pages.size.width() / PT * 2))
        right = range(drawn.width() * 3 // 4, drawn.width() * 15 // 16)
        chart = {drawn.pixelColor(x, y).name() for x in right for y in range(330, 560)}
        seen.append((INKS.normal.lower() in chart, any(_reddish(colour) for colour in chart)))
    assert seen == [(True, True), (True, False)]


def test_a_brisk_bar_is_told_from_a_normal_one_without_its_colour() -> None:
    shares = []
    for hatched in (False, True):
        drawn = QImage(200, 400, QImage.Format.Format_RGB32)
        drawn.fill(QColor("white"))
        painter = QPainter(drawn)
        PlacedBar(QRectF(0, 0, 200, 400), INKS.ink, hatched).draw(painter)
        painter.end()
        dark = sum(drawn.pixelColor(x, y).lightness() < 128 for x in range(20, 180) for y in range(20, 380))
        shares.append(dark / (160 * 360))
    assert shares[0] == 1
    assert 0.2 < shares[1] < 0.6


def _reddish(colour: str) -> bool:
    red, green, blue = (int(colour[begin : begin + 2], 16) for begin in (1, 3, 5))
    return red > green + 60 and red > blue + 90


@pytest.mark.parametrize("weeks", [4, 12, 26])
def test_a_full_page_leaves_its_margins_white(weeks: int) -> None:
    read, _buffer = document(pdf_of(overfull(MONDAY, 26), weeks, notes=True))
    drawn = picture(read)
    edge = round(drawn.width() * 34 / 595)
    outside = {
        drawn.pixelColor(x, y).name()
        for x in range(drawn.width())
        for y in range(0, drawn.height(), 3)
        if x < edge or x > drawn.width() - edge or y < edge or y > drawn.height() - edge
    }
    assert outside == {"#ffffff"}


def test_it_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    place = tmp_path / "page.pdf"
    printed(StoredDiary()).write(place, TITLE, replace=False)
    assert place.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["page.pdf"]
    assert document(place.read_bytes())[0].pageCount() == 1


def test_what_is_there_is_only_replaced_where_that_is_wanted(tmp_path: Path) -> None:
    place = tmp_path / "page.pdf"
    place.write_bytes(b"mine")
    with pytest.raises(Trouble, match=re.escape(str(place))):
        printed(StoredDiary()).write(place, TITLE, replace=False)
    assert place.read_bytes() == b"mine"
    printed(StoredDiary()).write(place, TITLE, replace=True)
    assert place.read_bytes().startswith(b"%PDF-1.4")


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    place = tmp_path / "gone" / "page.pdf"
    with pytest.raises(Trouble, match=re.escape(str(place))):
        printed(StoredDiary()).write(place, TITLE, replace=True)
