"""What is painted: the strip, the large figure, the hatch. Told without colour, and to a screen reader."""

from itertools import pairwise
from typing import TypeVar

import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, role_of
from tests.ui.scenes import settle, theme
from walkcoach.core.programme import Programme
from walkcoach.core.segments import normal_only, segments_for
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import Role
from walkcoach.ui.widgets.day_figure import DayFigure
from walkcoach.ui.widgets.hatch import hatch_brush
from walkcoach.ui.widgets.segment_strip import SegmentStrip
from walkcoach.ui.widgets.walk_face import FaceWords, WalkFace

W = TypeVar("W", bound=QWidget)


def shown(qtbot: QtBot, qapp: QApplication, widget: W, percent: int = 100) -> W:
    look = theme(qapp, percent)
    spread(widget, look)
    qtbot.addWidget(widget)
    widget.show()
    settle(qapp)
    return widget


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_the_strip_gives_each_stretch_its_share_of_the_width(qtbot: QtBot, qapp: QApplication) -> None:
    segments = segments_for(60, 10, Programme())
    strip = SegmentStrip()
    strip.show_segments(segments, "min")
    strip.resize(800, 100)
    shown(qtbot, qapp, strip)
    boxes = [strip.stretch(number) for number in range(len(segments))]
    for box, after in pairwise(boxes):
        assert box.right() < after.left()
    for box, segment in zip(boxes, segments, strict=True):
        assert box.width() == pytest.approx(798 * segment.length_s / 3600, abs=3.1)


def test_brisk_is_told_from_normal_without_colour(qtbot: QtBot, qapp: QApplication) -> None:
    segments = segments_for(60, 10, Programme())
    strip = SegmentStrip()
    strip.show_segments(segments, "min")
    strip.resize(800, 100)
    shown(qtbot, qapp, strip)
    assert strip.stretch(1).height() > 1.3 * strip.stretch(0).height()
    grey = _picture(strip).convertToFormat(QImage.Format.Format_Grayscale8)
    middle, row = strip.stretch(1), strip.stretch(0)
    across = range(round(middle.left()) + 6, round(middle.right()) - 6)
    brisk = {grey.pixelColor(x, round(row.center().y())).value() for x in across}
    plain = {grey.pixelColor(x, round(row.center().y())).value() for x in range(round(row.left()) + 6, round(row.right()) - 6)}
    assert len(plain) == 1
    assert max(brisk) - min(brisk) > 30


def test_the_mark_moves_and_stays_within_the_strip(qtbot: QtBot, qapp: QApplication) -> None:
    strip = SegmentStrip()
    strip.show_segments(normal_only(15), "min")
    strip.resize(400, 80)
    shown(qtbot, qapp, strip)
    pictures = []
    for walked_s in (None, 0.0, 450.0, 900.0, 5000.0):
        strip.set_mark(walked_s)
        pictures.append(_picture(strip))
    assert pictures[3] == pictures[4]
    assert all(one != other for one, other in pairwise(pictures[:4]))


def test_a_painted_shape_is_a_graphic_with_a_name(qtbot: QtBot, qapp: QApplication) -> None:
    strip = shown(qtbot, qapp, SegmentStrip())
    strip.say("The walk", "15 minutes normal")
    assert (name_of(strip), role_of(strip)) == ("The walk", QAccessible.Role.Graphic)
    assert strip.accessibleDescription() == "15 minutes normal"


def test_the_large_figure_is_one_sentence_to_a_screen_reader(qtbot: QtBot, qapp: QApplication) -> None:
    figure = shown(qtbot, qapp, DayFigure())
    figure.show_figure("60", "minutes today", "10 brisk", "in 4 bouts")
    assert name_of(figure) == "60 minutes today, 10 brisk in 4 bouts"


@pytest.mark.parametrize("percent", [100, 200])
def test_the_large_figure_gets_higher_where_its_words_do_not_fit(percent: int, qtbot: QtBot, qapp: QApplication) -> None:
    figure = DayFigure()
    figure.show_figure("60", "minutes today", "10 brisk", "in 4 bouts")
    shown(qtbot, qapp, figure, percent)
    wide, narrow = figure.sizeHint().width(), figure.minimumSizeHint().width()
    assert narrow < wide
    assert figure.heightForWidth(narrow) > figure.heightForWidth(wide)


def test_the_hatch_of_charts_has_its_ground_and_its_stripes() -> None:
    ground, stripe = Theme().colour(Role.BRISK), Theme().colour(Role.BRISK_HATCH)
    tile = hatch_brush(ground, stripe).textureImage()
    seen = {tile.pixelColor(x, y).name() for x in range(tile.width()) for y in range(tile.height())}
    assert ground.name() in seen
    assert len(seen) > 1


@pytest.mark.parametrize("figure", "0123456789")
@pytest.mark.parametrize(("width", "height"), [(790, 510), (640, 420), (300, 420)])
def test_no_figure_of_the_clock_is_cut_off_at_its_left(
    figure: str, width: int, height: int, qtbot: QtBot, qapp: QApplication
) -> None:
    face = shown(qtbot, qapp, WalkFace())
    face.resize(width, height)
    face.show_words(FaceWords("NORMAL", None, f"{figure}:36"))
    settle(qapp)
    picture = face.grab().toImage()
    assert len({picture.pixelColor(0, down).rgb() for down in range(height)}) == 1
    assert len({picture.pixelColor(width // 4, down).rgb() for down in range(height)}) > 1
