"""The theme: contrast of every declared pair, fonts that are truly there, sizes that follow the text."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QGuiApplication, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from walkcoach.services.ports import ThemeChoice
from walkcoach.ui.theme.apply import apply_theme_to_app, load_fonts, palette
from walkcoach.ui.theme.icons import Icon, icon_path, icon_pixmap
from walkcoach.ui.theme.resolve import scheme_for
from walkcoach.ui.theme.sheet import stylesheet
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import (
    BODY_PX,
    FONT_FAMILIES,
    MARK_PAIRS,
    TEXT_PAIRS,
    Role,
    Scheme,
    TypeRole,
    colours,
)
from walkcoach.ui.theme.window_icon import set_window_icon
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.stepper import Stepper

FONTS = Path("resources/fonts")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_measure_of_contrast_knows_black_on_white_and_a_published_grey() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", Scheme)
def test_every_scheme_has_a_colour_for_every_role(scheme: Scheme) -> None:
    assert set(colours(scheme)) == set(Role)
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours(scheme).values())


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(scheme: Scheme, text: Role, ground: Role) -> None:
    assert contrast(colours(scheme)[text], colours(scheme)[ground]) >= 4.5


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_marks_stand_out_from_their_ground(scheme: Scheme, mark: Role, ground: Role) -> None:
    assert contrast(colours(scheme)[mark], colours(scheme)[ground]) >= 3


@pytest.mark.parametrize("scheme", [Scheme.CONTRAST_LIGHT, Scheme.CONTRAST_DARK])
def test_high_contrast_text_is_well_above_what_the_ordinary_looks_must_have(scheme: Scheme) -> None:
    for text in (Role.INK, Role.MUTED, Role.ACCENT, Role.BRISK, Role.NORMAL):
        assert contrast(colours(scheme)[text], colours(scheme)[Role.CARD]) >= 7


@pytest.mark.parametrize(
    ("choice", "system", "scheme"),
    [
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Dark, Scheme.DARK),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Light, Scheme.LIGHT),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Unknown, Scheme.LIGHT),
        (ThemeChoice.LIGHT, Qt.ColorScheme.Dark, Scheme.LIGHT),
        (ThemeChoice.DARK, Qt.ColorScheme.Light, Scheme.DARK),
        (ThemeChoice.CONTRAST, Qt.ColorScheme.Light, Scheme.CONTRAST_LIGHT),
        (ThemeChoice.CONTRAST, Qt.ColorScheme.Dark, Scheme.CONTRAST_DARK),
    ],
)
def test_the_choice_goes_over_the_system(choice: ThemeChoice, system: Qt.ColorScheme, scheme: Scheme) -> None:
    assert scheme_for(choice, system) is scheme


def test_both_font_files_load_under_names_of_their_own(qapp: QGuiApplication) -> None:
    assert set(load_fonts(FONTS)) == set(FONT_FAMILIES)


def test_a_folder_without_fonts_loads_nothing(qapp: QGuiApplication, tmp_path: Path) -> None:
    assert load_fonts(tmp_path / "missing") == ()


def test_text_is_drawn_with_our_font_and_all_figures_are_equally_wide(qapp: QGuiApplication) -> None:
    load_fonts(FONTS)
    for role in TypeRole:
        font = Theme().font(role)
        metrics = QFontMetricsF(font)
        assert QFontInfo(font).family() == FONT_FAMILIES[0]
        assert metrics.horizontalAdvance("1111") == pytest.approx(metrics.horizontalAdvance("0000"))


def _inked(text: str, weight: int) -> int:
    """How many points of `text` are dark at `weight`."""
    image = QImage(400, 60, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(Theme().font_of(40, weight))
    painter.drawText(4, 44, text)
    painter.end()
    return sum(image.pixelColor(x, y).value() < 128 for x in range(image.width()) for y in range(image.height()))


def test_a_heavier_weight_is_drawn_heavier(qapp: QGuiApplication) -> None:
    load_fonts(FONTS)
    regular, strong, bold = (_inked("Walk", weight) for weight in (400, 600, 800))
    assert regular * 1.1 < strong
    assert strong * 1.1 < bold


def test_text_grows_with_the_setting_and_never_below_twelve_points(qapp: QGuiApplication) -> None:
    assert BODY_PX * 72 / 96 >= 12
    for role in TypeRole:
        assert Theme(text_percent=200).font(role).pixelSize() == pytest.approx(2 * Theme().font(role).pixelSize(), abs=1)


@pytest.mark.parametrize("scheme", Scheme)
def test_the_palette_is_ours_in_every_part_that_fusion_draws_from(scheme: Scheme, qapp: QGuiApplication) -> None:
    made = palette(Theme(scheme))
    accent = Theme(scheme).colour(Role.ACCENT)
    assert made.color(QPalette.ColorRole.Highlight) == made.color(QPalette.ColorRole.Accent) == accent
    assert made.color(QPalette.ColorRole.Window) == Theme(scheme).colour(Role.WINDOW)
    for group in QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive:
        text, ground = made.color(group, QPalette.ColorRole.Text), made.color(group, QPalette.ColorRole.Base)
        assert contrast(text.name(), ground.name()) >= 4.5


def test_no_corner_in_the_sheet_is_rounder_than_half_of_what_it_rounds() -> None:
    blocks = re.findall(r"\{([^}]*)\}", stylesheet(Theme(Scheme.DARK, 200)))
    for block in blocks:
        radius = re.search(r"border-radius: (\d+)px", block)
        height = re.search(r"(?<!-)height: (\d+)px", block)
        if radius and height:
            assert int(radius[1]) <= int(height[1]) / 2


def test_the_program_wears_fusion_our_palette_and_our_font(qapp: QApplication) -> None:
    load_fonts(FONTS)
    qapp.setStyleSheet("")
    qapp.setStyle("Windows")
    apply_theme_to_app(qapp, Theme(Scheme.DARK, 150))
    assert qapp.styleSheet() == stylesheet(Theme(Scheme.DARK, 150))
    qapp.setStyleSheet("")  # under it a style does not tell its name
    assert qapp.style().name() == "fusion"
    assert qapp.palette().color(QPalette.ColorRole.Window) == Theme(Scheme.DARK).colour(Role.WINDOW)
    assert qapp.font().pixelSize() == Theme(text_percent=150).scaled(BODY_PX)


def test_the_windows_wear_the_icon_in_the_colours_of_the_theme(qapp: QApplication) -> None:
    theme = Theme(Scheme.DARK)
    set_window_icon(qapp, theme)
    picture = qapp.windowIcon().pixmap(256, 256).toImage()
    assert picture.pixelColor(128, 10) == theme.colour(Role.ACCENT)


class _Told(QLabel):
    """A widget that remembers what it was told."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: list[Theme] = []

    def apply_theme(self, theme: Theme) -> None:
        self.told.append(theme)


def test_a_theme_spreads_to_everything_that_wants_one_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    plain = QWidget(window)
    near, far = _Told(window), _Told(plain)
    spread(window, Theme(Scheme.DARK))
    assert near.told == far.told == [Theme(Scheme.DARK)]


def test_what_was_never_shown_keeps_the_new_text_size_when_it_is(qtbot: QtBot, qapp: QApplication) -> None:
    load_fonts(FONTS)
    apply_theme_to_app(qapp, Theme())
    window = QWidget()
    qtbot.addWidget(window)
    label, button, stepper = Label("Words", parent=window), Button("Start", parent=window), Stepper("Minutes", 1, 9, parent=window)
    large = Theme(text_percent=200)
    apply_theme_to_app(qapp, large)
    spread(window, large)
    window.show()
    for widget in (label, button, stepper.field(), stepper.field().lineEdit()):
        assert widget.font().pixelSize() == large.scaled(BODY_PX)


@pytest.mark.parametrize("icon", Icon)
def test_every_icon_lies_on_its_grid_and_is_painted(icon: Icon, qapp: QGuiApplication) -> None:
    bounds = icon_path(icon).boundingRect()
    assert min(bounds.left(), bounds.top()) >= 0
    assert max(bounds.right(), bounds.bottom()) <= 24
    image = icon_pixmap(icon, 24, Theme().colour(Role.INK)).toImage()
    assert any(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
