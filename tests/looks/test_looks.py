"""Every reference picture still shows what is drawn; and the comparison tells a real change from another way to smooth letters.

Where one of these fails, look at what is drawn now (it lies beside the reference as NAME.drawn.png until the next run), and
if that is what it should be: `make looks`.
"""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from tests.looks.all_scenes import SCENES
from tests.looks.harness import FOLDER, LOOKS, MOST_APART, Look, Scene, apart, drawn, named, path_of, save
from tests.ui.weeks import first_days, week
from walkcoach.core.progress import Week
from walkcoach.core.spans import Grouping
from walkcoach.ui.charts.week_card import WeekCard
from walkcoach.ui.theme.tokens import Scheme

LIGHT = Look(Scheme.LIGHT)
MOST_BYTES = 2_000_000


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("name", list(SCENES))
def test_what_is_drawn_is_as_it_was_when_it_was_looked_at(qapp: QApplication, name: str, look: Look) -> None:
    path = path_of(name, look)
    picture = drawn(qapp, SCENES[name], look)
    now = path.with_suffix(".drawn.png")
    now.unlink(missing_ok=True)
    far = apart(picture, QImage(str(path)))
    if far > MOST_APART:
        picture.save(str(now))
    assert far <= MOST_APART, f"{now} is not {path.name}"


def test_no_picture_is_left_of_a_scene_that_is_gone_and_all_are_small() -> None:
    there = {path for path in FOLDER.glob("*.png") if not path.name.endswith(".drawn.png")}
    assert there == {path_of(name, look) for name in SCENES for look in LOOKS}
    assert sum(path.stat().st_size for path in there) < MOST_BYTES


def year(changed: int | None = None, **change: int) -> Scene:
    weeks: list[Week] = [week(day) for day in first_days(52)]
    if changed is not None:
        weeks[changed] = replace(weeks[changed], **change)  # type: ignore[arg-type]

    def make() -> QWidget:
        card = WeekCard()
        card.show_spans(weeks, Grouping.WEEK, weeks[-1].first_day)
        return card

    return Scene(make)


@pytest.mark.parametrize(
    "change",
    [{"normal_min": 165}, {"brisk_min": 35}, {"planned_min": 0}, {"planned_min": 215}],
    ids=["a bar 7 % higher", "less brisk", "no plan", "a lower plan"],
)
def test_one_bar_of_52_that_is_another_is_noticed(qapp: QApplication, change: dict[str, int]) -> None:
    assert apart(drawn(qapp, year(), LIGHT), drawn(qapp, year(20, **change), LIGHT)) > MOST_APART


def test_another_theme_and_another_size_are_noticed(qapp: QApplication) -> None:
    light, dark = (drawn(qapp, year(), Look(scheme)) for scheme in (Scheme.LIGHT, Scheme.DARK))
    assert apart(light, dark) > MOST_APART
    assert apart(light, light.copy(0, 0, light.width(), light.height() - 1)) > MOST_APART


def test_another_colour_of_one_small_part_is_noticed(qapp: QApplication) -> None:
    before = drawn(qapp, year(), LIGHT)
    after = before.copy()
    painter = QPainter(after)
    painter.fillRect(300, 150, 12, 12, QColor.fromHsv(0, 120, 200))
    painter.end()
    assert apart(before, after) > MOST_APART


@pytest.mark.parametrize("ratio", [2, 3])
def test_letters_and_lines_that_are_smoothed_in_another_way_pass(qapp: QApplication, ratio: int) -> None:
    for scene in (year(), Scene(_sentence)):
        assert 0 < apart(drawn(qapp, scene, LIGHT), drawn(qapp, scene, LIGHT, ratio)) <= MOST_APART


def _sentence() -> QWidget:
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    for text in ("You walked 240 minutes this week, 95 of them brisk.", "Tingling before walks fell from 4 to 2."):
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(label)
    return sheet


def test_a_picture_is_the_same_twice_and_survives_its_file(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> None:
    first, second = drawn(qapp, year(), LIGHT), drawn(qapp, year(), LIGHT)
    assert first == second
    path = tmp_path_factory.mktemp("looks") / "kept.png"
    save(first, path)
    kept = QImage(str(path))
    assert kept.format() is QImage.Format.Format_Indexed8
    assert apart(first, kept) < MOST_APART / 3


def test_two_scenes_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="one name"):
        named({"a": year()}, {"a": year()})
