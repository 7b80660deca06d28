"""Saving a chart: from its own menu, by keyboard, as figures, as a picture or as a drawing in which text is text."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of
from tests.ui.scenes import press, settle, theme
from tests.ui.weeks import progress
from walkcoach.services.errors import Trouble
from walkcoach.ui.charts.chart_card import ChartCard
from walkcoach.ui.charts.save_button import SaveButton, SavedAs, ask_place
from walkcoach.ui.gallery_progress import STATES, TODAY
from walkcoach.ui.pages.progress_page import ProgressPage
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role, Scheme

SVG = "{http://www.w3.org/2000/svg}"


class Asked:
    """The dialog: answers with a place, and keeps what it was asked."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.questions: list[tuple[str, str, str]] = []

    def __call__(self, parent: QWidget, title: str, name: str, kind: str) -> str:
        self.questions.append((title, name, kind))
        return self.place


OpenPage = Callable[..., tuple[ProgressPage, Asked]]


@pytest.fixture
def open_page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> OpenPage:
    def open_it(
        place: str | None = None, weeks: int = 13, percent: int = 100, scheme: Scheme = Scheme.LIGHT
    ) -> tuple[ProgressPage, Asked]:
        asked = Asked(str(tmp_path / "chart") if place is None else place)
        page = ProgressPage(theme(qapp, percent, scheme), asked)
        qtbot.addWidget(page)
        page.draw(progress(weeks))
        page.resize(1000, 900)
        page.show()
        qtbot.waitUntil(page.isActiveWindow)
        settle(qapp)
        return page, asked

    return open_it


def buttons(page: ProgressPage) -> list[SaveButton]:
    return page.findChildren(SaveButton)


def cards(page: ProgressPage) -> list[ChartCard]:
    return page.findChildren(ChartCard)


@pytest.mark.parametrize(("steps", "kind"), [(0, SavedAs.FIGURES), (1, SavedAs.PICTURE), (2, SavedAs.DRAWING)])
def test_a_chart_is_saved_by_keyboard_from_its_menu(
    open_page: OpenPage, qapp: QApplication, tmp_path: Path, steps: int, kind: SavedAs
) -> None:
    page, asked = open_page()
    button = buttons(page)[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Return)
    settle(qapp)
    menu = button.menu_shown
    assert menu.isVisible()
    for _ in range(steps):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    path = tmp_path / f"chart.{kind}"
    assert path.read_bytes() == cards(page)[0].content(kind)
    assert cards(page)[0].reading() == f"Saved as {path}."
    assert f"*.{kind}" in asked.questions[0][2]


def test_each_chart_has_its_own_button_with_a_name(open_page: OpenPage) -> None:
    page, _asked = open_page()
    assert [name_of(card.findChildren(SaveButton)[0]) for card in cards(page)] == [
        "Save Minutes a week",
        "Save How the walks felt",
        "Save Tingling",
        "Save Pins and needles",
        "Save Cramps",
    ]


def test_neither_the_dialog_nor_the_name_of_the_file_tells_what_it_is_about(open_page: OpenPage) -> None:
    page, asked = open_page("")
    for button in buttons(page):
        button.save(SavedAs.FIGURES)
    assert {title for title, _name, _kind in asked.questions} == {"Save the chart"}
    assert [name for _title, name, _kind in asked.questions if "-20" in name] == [
        "walkcoach-minutes-2026-11-22.csv",
        "walkcoach-felt-2026-11-22.csv",
        *(f"walkcoach-chart-{number}-2026-11-22.csv" for number in (1, 2, 3)),
    ]


def test_calendar_and_road_have_files_of_their_own(qtbot: QtBot) -> None:
    asked = Asked("")
    page = ProgressPage(Theme(), asked)
    qtbot.addWidget(page)
    month, road = STATES["1-year"]
    page.calendar_and_road.draw_month(month, TODAY)
    page.calendar_and_road.draw_road(road)
    for button in page.calendar_and_road.findChildren(SaveButton):
        button.save(SavedAs.PICTURE)
    assert [name for _title, name, _kind in asked.questions] == [
        f"walkcoach-calendar-{month.first_day:%Y-%m}.png",
        f"walkcoach-road-{TODAY}.png",
    ]


def test_what_the_button_does_is_told_beside_its_name(open_page: OpenPage) -> None:
    page, _asked = open_page()
    for button in buttons(page):
        told = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description)
        assert told == "As figures, as a picture or as a drawing"


def test_who_thinks_better_of_it_has_nothing_written(open_page: OpenPage, tmp_path: Path) -> None:
    page, asked = open_page("")
    before = cards(page)[0].reading()
    buttons(page)[0].save(SavedAs.FIGURES)
    assert len(asked.questions) == 1
    assert list(tmp_path.iterdir()) == []
    assert cards(page)[0].reading() == before


def test_a_name_with_an_ending_is_taken_as_it_is(open_page: OpenPage, tmp_path: Path) -> None:
    page, _asked = open_page(str(tmp_path / "my.txt"))
    buttons(page)[0].save(SavedAs.FIGURES)
    assert [path.name for path in tmp_path.iterdir()] == ["my.txt"]


def test_a_file_that_cannot_be_written_is_told_with_its_place(open_page: OpenPage, qtbot: QtBot, tmp_path: Path) -> None:
    page, _asked = open_page(str(tmp_path / "gone" / "chart.csv"))
    with qtbot.waitSignal(page.trouble_met) as met:
        buttons(page)[-1].save(SavedAs.FIGURES)
    (trouble,) = met.args or [None]
    assert isinstance(trouble, Trouble)
    assert str(tmp_path / "gone" / "chart.csv") in trouble.what


def test_where_it_was_saved_is_said_until_the_next_step(open_page: OpenPage, tmp_path: Path) -> None:
    page, _asked = open_page()
    card = cards(page)[0]
    buttons(page)[0].save(SavedAs.FIGURES)
    assert card.reading().startswith("Saved as ")
    card.chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_End)
    assert card.reading().startswith("This week: ")


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_drawing_has_its_words_as_words_and_no_pixels_in_it(open_page: OpenPage, number: int) -> None:
    page, _asked = open_page(weeks=52, scheme=Scheme.DARK)
    card = cards(page)[number]
    data = card.content(SavedAs.DRAWING)
    root = ElementTree.fromstring(data)
    words = [" ".join("".join(text.itertext()).split()) for text in root.iter(f"{SVG}text")]
    assert card.chart.accessibleName() in words
    assert " ".join(words).count(card.chart.accessibleDescription().split(":")[0]) >= 1
    assert "this week" in words
    assert not list(root.iter(f"{SVG}image"))
    assert root.findtext(f"{SVG}title") == card.chart.accessibleName()
    assert root.findtext(f"{SVG}desc") == card.chart.accessibleDescription()
    families = set(re.findall(rb'font-family="([^"]*)"', data))
    assert families
    assert all(family.endswith(b",sans-serif") for family in families)


def test_pictures_and_drawings_are_light_on_white_in_every_theme(open_page: OpenPage) -> None:
    light, _asked = open_page()
    dark, _asked = open_page(scheme=Scheme.CONTRAST_DARK)
    for kind in (SavedAs.PICTURE, SavedAs.DRAWING):
        assert cards(light)[0].content(kind) == cards(dark)[0].content(kind)
    image = QImage.fromData(cards(dark)[0].content(SavedAs.PICTURE))
    assert image.pixelColor(2, 2) == Theme(Scheme.LIGHT).colour(Role.CARD)
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert {Theme().colour(role).name() for role in (Role.NORMAL, Role.BRISK, Role.BRISK_HATCH)} <= colours


def test_the_picture_and_the_drawing_show_the_same(open_page: OpenPage) -> None:
    page, _asked = open_page()
    picture = QImage.fromData(cards(page)[0].content(SavedAs.PICTURE))
    drawing = QImage(picture.size(), QImage.Format.Format_RGB32)
    painter = QPainter(drawing)
    QSvgRenderer(cards(page)[0].content(SavedAs.DRAWING)).render(painter)
    painter.end()

    def share(image: QImage, role: Role) -> float:
        wanted = Theme().colour(role).rgb()
        places = [(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)]
        return sum(image.pixelColor(x, y).rgb() == wanted for x, y in places) / len(places)

    for role in (Role.NORMAL, Role.BRISK, Role.BRISK_HATCH):
        assert share(drawing, role) == pytest.approx(share(picture, role), rel=0.15)
        assert share(picture, role) > 0.002


def test_a_picture_grows_with_the_text(open_page: OpenPage) -> None:
    small, _asked = open_page()
    large, _asked = open_page(percent=200)
    sizes = [QImage.fromData(cards(page)[1].content(SavedAs.PICTURE)).size() for page in (small, large)]
    assert sizes[1].width() == 2 * sizes[0].width()
    assert sizes[1].height() > 1.6 * sizes[0].height()


def test_saving_leaves_the_chart_on_the_screen_as_it_was(open_page: OpenPage, qapp: QApplication) -> None:
    page, _asked = open_page(weeks=52, scheme=Scheme.DARK)
    chart = cards(page)[0].chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Plus, Qt.Key.Key_Home)
    settle(qapp)
    before = chart.grab().toImage()
    for kind in SavedAs:
        cards(page)[0].content(kind)
    settle(qapp)
    assert chart.grab().toImage() == before
    assert chart.theme.scheme is Scheme.DARK
    assert (chart.point(), chart.zoom.first) == (0, 0)


def test_a_picture_shows_the_whole_range_however_closely_it_is_looked_at(open_page: OpenPage) -> None:
    page, _asked = open_page(weeks=52)
    whole = cards(page)[0].content(SavedAs.DRAWING)
    cards(page)[0].chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Plus)
    assert cards(page)[0].content(SavedAs.DRAWING) == whole


def test_the_real_dialog_is_the_system_s_and_begins_in_the_documents(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[tuple[object, ...]] = []

    def answer(*arguments: object) -> tuple[str, str]:
        asked.append(arguments)
        return "/somewhere/chart.csv", "kind"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    assert ask_place(parent, "Save the chart", "chart.csv", "Figures (*.csv)") == "/somewhere/chart.csv"
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert asked == [(parent, "Save the chart", str(Path(documents) / "chart.csv"), "Figures (*.csv)")]
