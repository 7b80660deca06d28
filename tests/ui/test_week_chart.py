"""The chart of minutes: what it draws, what it says, how it is walked through, and that pyqtgraph waits for it."""

import gc
import subprocess
import sys
import weakref
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, role_of
from tests.ui.scenes import press, settle, theme
from tests.ui.weeks import SUNDAY, first_days, progress, progresses, week
from walkcoach.core.progress import Progress, Week
from walkcoach.core.spans import Grouping
from walkcoach.ui.charts.week_chart import WeekChart
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role, Scheme

WIDTH, HEIGHT = 700, 240


def open_chart(
    qtbot: QtBot, app: QApplication, weeks: tuple[Week, ...], scheme: Scheme = Scheme.LIGHT, percent: int = 100
) -> WeekChart:
    chart = WeekChart()
    qtbot.addWidget(chart)
    chart.apply_theme(theme(app, percent, scheme))
    chart.show_spans(weeks, Grouping.WEEK, SUNDAY)
    chart.resize(WIDTH, HEIGHT)
    chart.show()
    qtbot.waitUntil(chart.isActiveWindow)
    settle(app)
    return chart


def picture(chart: WeekChart) -> QImage:
    return chart.grab().toImage()


def count(image: QImage, colour: QColor, left: int = 0, right: int | None = None) -> int:
    """Pixels of just this colour between two columns of pixels."""
    wanted = colour.rgb()
    return sum(image.pixelColor(x, y).rgb() == wanted for x in range(left, right or image.width()) for y in range(image.height()))


def places(chart: WeekChart) -> list[tuple[int, int]]:
    """From where to where each column reaches, in pixels, found by pointing."""
    found: dict[int, list[int]] = {}
    for x in range(chart.width()):
        column = chart.column_at(x)
        if column is not None:
            found.setdefault(column, []).append(x)
    return [(min(found[column]), max(found[column])) for column in sorted(found)]


def test_pyqtgraph_is_not_loaded_before_a_chart_is_shown() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from tests.ui.weeks import progress\n"
        "from walkcoach.ui.pages.progress_page import ProgressPage\n"
        "from walkcoach.ui.theme.theme import Theme\n"
        "page = ProgressPage(Theme()); page.draw(progress()); page.show_tables(True); page.show()\n"
        "print('pyqtgraph' in sys.modules, 'numpy' in sys.modules)\n"
        "page.show_tables(False)\n"
        "print('pyqtgraph' in sys.modules)\n"
        "page.close()\n"
    )
    ran = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == ["False", "False", "True"]
    assert [line for line in ran.stderr.splitlines() if "plugin does not support" not in line] == []


def test_a_screen_reader_meets_a_graphic_with_a_name_and_a_sentence(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, progress().weeks)
    assert role_of(chart) is QAccessible.Role.Graphic
    assert name_of(chart) == "Minutes a week"
    assert chart.accessibleDescription() == (
        "Minutes a week over 13 weeks: 300 this week, 60 of them brisk, 240 planned; most 300 (this week)."
    )


@pytest.mark.parametrize("scheme", list(Scheme))
def test_bars_are_drawn_in_the_colours_of_the_theme_and_brisk_is_hatched(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    image = picture(open_chart(qtbot, qapp, (week(first_days(1)[0], 200, 100, 0),), scheme))
    colour = Theme(scheme).colour
    normal, brisk, hatch = (count(image, colour(role)) for role in (Role.NORMAL, Role.BRISK, Role.BRISK_HATCH))
    assert normal > 3000
    assert brisk > 1000
    assert hatch > 200
    assert count(image, colour(Role.MUTED)) < 100


def test_the_chart_follows_a_theme_that_changes(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, progress().weeks)
    light = picture(chart)
    chart.apply_theme(theme(qapp, 100, Scheme.DARK))
    settle(qapp)
    dark = picture(chart)
    assert count(light, Theme(Scheme.LIGHT).colour(Role.NORMAL)) > 3000
    assert count(dark, Theme(Scheme.LIGHT).colour(Role.NORMAL)) == 0
    assert count(dark, Theme(Scheme.DARK).colour(Role.NORMAL)) > 3000


def test_labels_follow_the_theme_in_colour_and_size(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, (week(first_days(1)[0], 0, 0, 0, 0, 0),))

    def ink(scheme: Scheme) -> int:
        return count(picture(chart), Theme(scheme).colour(Role.MUTED))

    light = ink(Scheme.LIGHT)
    chart.apply_theme(theme(qapp, 200, Scheme.DARK))
    settle(qapp)
    assert light > 20
    assert ink(Scheme.DARK) > 2 * light
    assert ink(Scheme.LIGHT) == 0


def test_a_bar_is_as_high_as_its_minutes_and_the_plan_is_a_mark_across_it(qtbot: QtBot, qapp: QApplication) -> None:
    days = first_days(6)
    minutes = [0, 100, 200, 300, 300, 300]
    chart = open_chart(
        qtbot,
        qapp,
        tuple(week(day, each, 0, planned) for day, each, planned in zip(days, minutes, [0, 0, 0, 0, 300, 150], strict=True)),
    )
    image = picture(chart)
    colour = Theme().colour
    heights = []
    for left, right in places(chart):
        middle = (left + right) // 2
        heights.append(sum(image.pixelColor(middle, y) == colour(Role.NORMAL) for y in range(image.height())))
    assert heights[0] == 0
    assert heights[1] * 3 == pytest.approx(heights[3], abs=6)
    assert heights[2] * 3 == pytest.approx(heights[3] * 2, abs=6)
    marks = [count(image, colour(Role.MUTED), left, right) for left, right in places(chart)]
    assert min(marks[4:]) > 2 * max(marks[:4]), "what is there without a mark is the label below"


def test_the_arrows_go_from_week_to_week_and_home_and_end_to_the_ends(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, progress(5).weeks)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    told: list[object] = []
    chart.pointed.connect(told.append)
    press(
        chart,
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_Home,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_End,
        Qt.Key.Key_Right,
    )
    press(chart, Qt.Key.Key_Escape)
    assert told == [4, 3, 0, 1, 4, None]


def test_the_pointer_tells_each_week_from_left_to_right(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, progress(13).weeks)
    told: list[object] = []
    chart.pointed.connect(told.append)
    for left, right in places(chart):
        QTest.mouseMove(chart, QPoint((left + right) // 2, 100))
        settle(qapp)
    assert told == list(range(13))
    assert all(left[1] < right[0] for left, right in pairwise(places(chart)))


def test_weeks_begin_at_the_left_where_there_are_few(qtbot: QtBot, qapp: QApplication) -> None:
    ((left, right),) = places(open_chart(qtbot, qapp, progress(1).weeks))
    assert left < 10
    assert right < WIDTH / 4


def test_the_column_pointed_at_is_marked(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, progress(13).weeks)
    edge = Theme().colour(Role.EDGE)
    before = count(picture(chart), edge)
    chart.point_at(3)
    settle(qapp)
    left, right = places(chart)[3]
    after = picture(chart)
    assert count(after, edge) > before
    assert count(after, edge, left - 1, right + 2) == count(after, edge) - before


def test_wheel_and_drag_move_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, progress(13).weeks)
    before = picture(chart)
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mousePress(chart, button, Qt.KeyboardModifier.NoModifier, QPoint(200, 100))
        QTest.mouseMove(chart, QPoint(400, 60))
        QTest.mouseRelease(chart, button, Qt.KeyboardModifier.NoModifier, QPoint(400, 60))
    wheel = QWheelEvent(
        QPointF(200, 100),
        chart.mapToGlobal(QPointF(200, 100)),
        QPoint(0, 240),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    qapp.sendEvent(chart, wheel)
    assert not wheel.isAccepted(), "the page scrolls, not the chart"
    chart.point_at(None)
    settle(qapp)
    assert picture(chart) == before


def test_the_view_inside_takes_neither_focus_nor_mouse(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, progress(13).weeks)
    inside = chart.findChildren(QWidget)
    assert inside
    assert all(not widget.focusPolicy() & Qt.FocusPolicy.TabFocus for widget in inside)
    assert chart.childAt(QPoint(200, 100)) is None


def test_a_chart_leaves_nothing_behind(qapp: QApplication) -> None:
    def come_and_go() -> list[weakref.ref[QObject]]:
        chart = WeekChart()
        chart.show_spans(progress(5).weeks, Grouping.WEEK, SUNDAY)
        chart.show()
        chart.grab()
        parts = [weakref.ref(part) for part in (chart, *chart.findChildren(QGraphicsView), *chart.findChildren(QGraphicsScene))]
        chart.close()
        chart.deleteLater()
        return parts

    before = len(qapp.topLevelWidgets())
    parts = come_and_go()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert len(parts) == 3
    assert all(part() is None for part in parts)
    assert len(qapp.topLevelWidgets()) <= before  # those of earlier tests may go meanwhile


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_progress=progresses(most_weeks=70))
def test_any_weeks_can_be_drawn_at_any_size(qtbot: QtBot, qapp: QApplication, any_progress: Progress) -> None:
    chart = WeekChart()
    chart.apply_theme(Theme(Scheme.DARK, 150))
    chart.show_spans(any_progress.spans, any_progress.grouping, any_progress.today)
    chart.resize(260, 220)
    chart.show()
    chart.grab()
    chart.resize(900, 300)
    chart.grab()
    chart.close()
    chart.deleteLater()
    settle(qapp)
