"""Calendar and road as files: every figure of the table in the CSV, a picture and a drawing on white in whatever theme."""

import csv
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import strategies
from tests.builders import moment
from tests.fakes import FakeClock
from tests.ui.scenes import settle, shown, theme
from walkcoach.core.calendar import month_of
from walkcoach.services.calendar import CalendarService
from walkcoach.services.errors import Trouble
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.ports import StoredDiary
from walkcoach.ui.charts.calendar_card import CalendarCard
from walkcoach.ui.charts.road_card import RoadCard
from walkcoach.ui.charts.save_button import SaveButton, SavedAs
from walkcoach.ui.gallery_progress import STATES, TODAY, calendar_and_road, every_day
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import Role, Scheme
from walkcoach.wording import calendar as calendar_words
from walkcoach.wording import road as road_words


def cards(qtbot: QtBot, app: QApplication, state: str = "1-year", scheme: Scheme = Scheme.LIGHT) -> tuple[CalendarCard, RoadCard]:
    part = calendar_and_road(state)
    qtbot.addWidget(part)
    spread(part, theme(app, 100, scheme))
    part.show()
    settle(app)
    return part.calendar, part.road


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(content.decode("utf-8-sig").splitlines()))


def test_the_file_of_a_month_has_a_line_for_each_day_that_has_come(qtbot: QtBot, qapp: QApplication) -> None:
    calendar, _road = cards(qtbot, qapp)
    headers, *lines = table(calendar.content(SavedAs.FIGURES))
    assert tuple(headers) == calendar_words.csv_headers()
    assert [line[0] for line in lines] == [f"2026-11-{day:02}" for day in range(1, 23)]
    assert lines[16] == ["2026-11-17", "more", "30", "120", "10", "1", "1", "1", "1"]
    assert lines[17] == ["2026-11-18", "plan on hold", "0", "0", "0", "0", "0", "0", "0"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(diary=strategies.diaries, today=strategies.days)
def test_picture_table_and_file_tell_the_same_minutes(qapp: QApplication, diary: StoredDiary, today: date) -> None:
    calendar = CalendarService(FoldedDiary(diary), FakeClock(moment(today, 12)))
    month = calendar.month(today.year, today.month)
    card = CalendarCard()
    card.show_month(month, today)
    _headers, *saved = table(card.content(SavedAs.FIGURES))
    _names, *rows = card.rows()
    assert [line[2:5] for line in saved] == [
        [str(day.offered_min), str(day.minutes), str(day.brisk_min)] for day in month.days if not day.future or day.minutes
    ]
    assert [line[3:5] for line in saved] == [list(row[3:5]) for row in rows]
    assert sum(int(line[3]) for line in saved) == month.minutes
    assert sum(int(line[4]) for line in saved) == month.brisk_min
    card.deleteLater()


@pytest.mark.parametrize("state", STATES)
def test_the_file_of_the_road_is_its_table_with_dates_as_dates(state: str, qtbot: QtBot, qapp: QApplication) -> None:
    _calendar, card = cards(qtbot, qapp, state)
    road = STATES[state][1]
    headers, *lines = table(card.content(SavedAs.FIGURES))
    assert tuple(headers) == road_words.csv_headers()
    assert [line[0] for line in lines] == [row[0] for row in card.rows()[1:]]
    reached = [station.reached_on.isoformat() if station.reached_on else "" for station in road.stations]
    assert [line[1] for line in lines] == reached + [""] * (len(lines) - len(reached))


@pytest.mark.parametrize("number", [0, 1])
def test_a_picture_is_on_white_in_whatever_theme_and_has_no_buttons(number: int, qtbot: QtBot, qapp: QApplication) -> None:
    pictures = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        card = cards(qtbot, qapp, scheme=scheme)[number]
        picture = QImage.fromData(card.content(SavedAs.PICTURE))
        assert picture.pixelColor(2, 2) == Theme().colour(Role.CARD)
        pictures.append(picture.size())
        across, down = range(0, picture.width(), 7), range(0, picture.height(), 7)
        seen = {picture.pixelColor(x, y).name() for x in across for y in down}
        assert {Theme().colour(role).name() for role in (Role.INK, Role.NORMAL)} < seen
    assert pictures[0] == pictures[1]
    assert pictures[0].width() == 1520


@pytest.mark.parametrize("number", [0, 1])
def test_a_drawing_has_its_words_as_text_and_neither_clips_nor_pixels(number: int, qtbot: QtBot, qapp: QApplication) -> None:
    content = cards(qtbot, qapp)[number].content(SavedAs.DRAWING)
    drawing = ElementTree.fromstring(content)
    said = " ".join("".join(element.itertext()).strip() for element in drawing.iter() if element.tag.endswith("}text"))
    for words in (("November 2026", "Mon", "warning sign", "120"), ("Your road", "45 brisk", "you: 15 brisk", "walking longer"))[
        number
    ]:
        assert words in said
    assert b"<image" not in content
    assert b"clip" not in content


@pytest.mark.parametrize("card", [CalendarCard, RoadCard])
def test_a_card_that_shows_nothing_has_nothing_to_save(
    card: type[CalendarCard | RoadCard], qtbot: QtBot, qapp: QApplication
) -> None:
    empty = card()
    qtbot.addWidget(empty)
    assert [empty.content(kind) for kind in SavedAs] == [b"", b"", b""]
    with pytest.raises(ValueError, match="has been shown"):
        empty.sheet()


def test_saving_asks_where_to_and_says_where_the_file_lies(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    def ask(_parent: QWidget, _title: str, name: str, _kind: str) -> str:
        return str(tmp_path / name)

    card = CalendarCard(ask)
    qtbot.addWidget(card)
    card.show_month(month_of(TODAY, 0, every_day), TODAY)
    card.show()
    (button,) = [button for button in shown(card, SaveButton) if isinstance(button, SaveButton)]
    button.save(SavedAs.FIGURES)
    (file,) = tmp_path.iterdir()
    assert file.read_bytes() == card.content(SavedAs.FIGURES)
    assert card.reading() == f"Saved as {file}."
    card.grid.pointed.emit(None)
    assert card.reading() == calendar_words.month_sentence(month_of(TODAY, 0, every_day))


def test_a_file_that_cannot_be_written_is_told(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    met: list[Trouble] = []
    card = RoadCard(lambda *_asked: str(tmp_path / "not there" / "road.csv"))
    qtbot.addWidget(card)
    card.trouble_met.connect(met.append)
    card.show_road(STATES["4-weeks"][1])
    next(iter(card.findChildren(SaveButton))).save(SavedAs.FIGURES)
    assert len(met) == 1
    assert "not there" in met[0].what
