"""The chart of how walks felt: an effort line, and in each lane a shape of its own for what was noticed."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, role_of
from tests.ui.scenes import press, settle, theme
from tests.ui.weeks import first_days, progress, progresses
from walkcoach.core.progress import Condition, Progress
from walkcoach.core.spans import Grouping
from walkcoach.ui.charts.felt_card import FeltCard
from walkcoach.ui.charts.felt_chart import FeltChart
from walkcoach.ui.charts.marks import NOTICED, Mark, paint_noticed
from walkcoach.ui.charts.week_card import WeekCard
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import Role, Scheme
from walkcoach.wording import charts as words

QUIET = [Condition(day, 3, 9, feet_fine=3) for day in first_days(8)]
LANES = ("much_less_steady", "stumbles", "could_not_talk", "feet_new", "sign_days")


def open_chart(qtbot: QtBot, app: QApplication, shown: list[Condition], scheme: Scheme = Scheme.LIGHT) -> FeltChart:
    chart = FeltChart()
    qtbot.addWidget(chart)
    chart.apply_theme(theme(app, 100, scheme))
    chart.show_conditions(shown, Grouping.WEEK)
    chart.resize(700, 260)
    chart.show()
    qtbot.waitUntil(chart.isActiveWindow)
    settle(app)
    return chart


def picture(chart: FeltChart) -> QImage:
    return chart.grab().toImage()


def rows_that_differ(one: QImage, other: QImage) -> tuple[int, int]:
    """The first and the last row of pixels in which two pictures differ."""
    rows = [y for y in range(one.height()) if any(one.pixel(x, y) != other.pixel(x, y) for x in range(one.width()))]
    return min(rows), max(rows)


def test_a_screen_reader_meets_a_graphic_with_its_sentence(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, [replace(QUIET[0], stumbles=1), *QUIET[1:]])
    assert role_of(chart) is QAccessible.Role.Graphic
    assert name_of(chart) == "How the walks felt"
    assert chart.accessibleDescription() == "How the walks felt over 8 weeks: effort 3 on average; stumbled on 1 day."


def test_what_is_noticed_stands_in_a_lane_of_its_own_from_above_in_the_order_of_the_names(qtbot: QtBot, qapp: QApplication) -> None:
    quiet = picture(open_chart(qtbot, qapp, QUIET))
    places = []
    for field in LANES:
        changed = [*QUIET[:3], replace(QUIET[3], **{field: 1}), *QUIET[4:]]  # type: ignore[arg-type]
        places.append(rows_that_differ(quiet, picture(open_chart(qtbot, qapp, changed))))
    assert all(above[1] < below[0] for above, below in pairwise(places))
    assert all(last - first >= 8 for first, last in places)


def test_the_more_serious_of_two_is_drawn(qtbot: QtBot, qapp: QApplication) -> None:
    def drawn(**counts: int) -> QImage:
        return picture(open_chart(qtbot, qapp, [*QUIET[:3], replace(QUIET[3], **counts), *QUIET[4:]]))  # type: ignore[arg-type]

    assert drawn(less_steady=1, much_less_steady=1) == drawn(much_less_steady=1)
    assert drawn(feet_new=1, feet_unchecked=1) == drawn(feet_new=1)
    assert drawn(less_steady=1) != drawn(much_less_steady=1)
    assert drawn(feet_unchecked=1) != drawn()


def test_how_often_stands_beside_the_mark_where_there_is_room(qtbot: QtBot, qapp: QApplication) -> None:
    one, three = ([replace(QUIET[0], stumbles=count), *QUIET[1:]] for count in (1, 3))
    assert picture(open_chart(qtbot, qapp, one)) != picture(open_chart(qtbot, qapp, three))
    days = first_days(50)
    many = [[Condition(day, 3, 9, stumbles=count) for day in days] for count in (1, 3)]
    assert picture(open_chart(qtbot, qapp, many[0])) == picture(open_chart(qtbot, qapp, many[1]))


def test_every_mark_is_told_apart_by_its_shape_alone() -> None:
    shapes = set()
    for mark in sorted(NOTICED):
        image = QImage(32, 32, QImage.Format.Format_RGB32)
        image.fill(Theme().colour(Role.CARD))
        painter = QPainter(image)
        paint_noticed(painter, mark, QPointF(16, 16), 10, Theme())
        painter.end()
        ground = Theme().colour(Role.CARD).rgb()
        shapes.add(tuple(image.pixel(x, y) != ground for x in range(32) for y in range(32)))
    assert len(shapes) == len(NOTICED) == len([mark for mark in Mark if mark in NOTICED])


@pytest.mark.parametrize("scheme", list(Scheme))
def test_marks_and_line_are_in_the_colours_of_the_theme(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    shown = [replace(QUIET[0], much_less_steady=1, stumbles=1, feet_new=1, sign_days=1), *QUIET[1:]]
    image = picture(open_chart(qtbot, qapp, shown, scheme))

    def count(colour: QColor) -> int:
        return sum(image.pixelColor(x, y).rgb() == colour.rgb() for x in range(image.width()) for y in range(image.height()))

    colour = Theme(scheme).colour
    assert count(colour(Role.CAUTION)) > 60
    assert count(colour(Role.DANGER)) > 100
    assert count(colour(Role.INK)) > 300
    assert count(colour(Role.FAINT)) > 20_000


def test_weeks_lie_below_each_other_in_the_chart_of_minutes_and_in_this_one(qtbot: QtBot, qapp: QApplication) -> None:
    shown = progress(13)
    minutes, felt = WeekCard(), FeltCard()
    minutes.show_spans(shown.spans, shown.grouping, shown.today)
    felt.show_conditions(shown.conditions, shown.grouping, shown.today)
    areas = []
    for card in (minutes, felt):
        qtbot.addWidget(card)
        spread(card, theme(qapp, 150))
        card.resize(900, 600)
        card.show()
        settle(qapp)
        areas.append((card.chart.area().left(), card.chart.area().right()))
    assert areas[0] == areas[1]


def test_the_arrows_tell_each_week(qtbot: QtBot, qapp: QApplication) -> None:
    card = FeltCard()
    qtbot.addWidget(card)
    spread(card, theme(qapp))
    shown = progress(5)
    card.show_conditions(shown.conditions, shown.grouping, shown.today)
    card.resize(900, 400)
    card.show()
    qtbot.waitUntil(card.isActiveWindow)
    card.chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(card, Qt.Key.Key_Home)
    assert card.reading().startswith("19 October: effort 3; ")
    press(card, Qt.Key.Key_Right)
    assert card.reading().startswith("26 October: effort 3.2; ")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_progress=progresses(most_weeks=300))
def test_anything_noticed_can_be_drawn_at_any_size(qtbot: QtBot, qapp: QApplication, any_progress: Progress) -> None:
    chart = FeltChart()
    chart.apply_theme(Theme(Scheme.DARK, 150))
    chart.show_conditions(any_progress.conditions, any_progress.grouping)
    for size in ((260, 220), (900, 300)):
        chart.resize(*size)
        chart.show()
        chart.point_at(0)
        chart.grab()
    chart.close()
    chart.deleteLater()
    settle(qapp)


def test_the_headers_of_a_narrow_table_wrap_and_a_narrower_one_scrolls(qtbot: QtBot, qapp: QApplication) -> None:
    drawn = progress(420)
    card = FeltCard()
    qtbot.addWidget(card)
    spread(card, theme(qapp))
    card.show_conditions(drawn.conditions, drawn.grouping, drawn.today)
    card.show_table(True)
    table, header = card.table, card.table.horizontalHeader()
    last = len(words.felt_headers()) - 1
    lines: list[int] = []
    for width in (1100, 900, 500):
        card.resize(width, 600)
        card.show()
        settle(qapp)
        lines.append(str(table.model().headerData(2, Qt.Orientation.Horizontal)).count("\n") + 1)
        beyond = header.sectionViewportPosition(last) + header.sectionSize(last) - table.viewport().width()
        assert table.horizontalScrollBar().maximum() == max(0, beyond)
        assert (beyond > 0) == (width == 500)
        heard = table.model().headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        assert heard == "Less steady"
    assert lines == [1, 2, 2]


@pytest.mark.parametrize("scheme", [Scheme.CONTRAST_LIGHT, Scheme.CONTRAST_DARK])
def test_the_lines_of_the_scale_recede_behind_the_effort_in_high_contrast(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    image = picture(open_chart(qtbot, qapp, [Condition(day, 1, 3) for day in first_days(4)], scheme))
    column = {image.pixelColor(20, y).name() for y in range(image.height())}
    assert Theme(scheme).colour(Role.GRID).name() in column
    assert Theme(scheme).colour(Role.LINE).name() not in column
