"""Looking closer at the charts, by keys, wheel, fingers and pointer: all charts go along, and the way back is always in sight."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of
from tests.ui.scenes import click, press, settle, shown, theme
from tests.ui.weeks import progress
from walkcoach.core.progress import Progress
from walkcoach.ui.charts.chart import Chart
from walkcoach.ui.charts.chart_card import ChartCard
from walkcoach.ui.pages.progress_page import ProgressPage
from walkcoach.ui.widgets.buttons import Button

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def open_page(qtbot: QtBot, app: QApplication, drawn: Progress) -> ProgressPage:
    page = ProgressPage(theme(app))
    qtbot.addWidget(page)
    page.draw(drawn)
    page.resize(1000, 1400)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    settle(app)
    return page


def first_chart(page: ProgressPage) -> Chart:
    chart: Chart = page.findChildren(Chart)[0]
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    return chart


def zooms(page: ProgressPage) -> set[tuple[int, int]]:
    return {(chart.zoom.first, chart.zoom.shown) for chart in page.findChildren(Chart)}


def turn(chart: Chart, notches: float, keys: Qt.KeyboardModifier = PLAIN, share: float = 0.5, sideways: bool = False) -> bool:
    """Turn the wheel over the chart, `share` of its columns from the left; whether the chart took it."""
    area = chart.area()
    there = QPointF(area.left() + share * area.width(), chart.height() / 2)
    angle = QPoint(round(120 * notches), 0) if sideways else QPoint(0, round(120 * notches))
    event = QWheelEvent(
        there, chart.mapToGlobal(there), QPoint(), angle, Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    event.ignore()
    chart.wheelEvent(event)
    return event.isAccepted()


def way_back(page: ProgressPage) -> list[Button]:
    return [button for button in shown(page, Button) if isinstance(button, Button) and button.text() == "Whole range"]


def test_plus_and_minus_look_closer_and_wider_in_all_charts_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    first_chart(page)
    press(page, Qt.Key.Key_Plus)
    assert zooms(page) == {(17, 35)}, "the newest weeks stay in sight"
    press(page, Qt.Key.Key_Equal)
    assert zooms(page) == {(29, 23)}
    press(page, Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert zooms(page) == {(0, 52)}


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Escape])
def test_one_key_shows_the_whole_range_again(qtbot: QtBot, qapp: QApplication, key: Qt.Key) -> None:
    page = open_page(qtbot, qapp, progress(52))
    first_chart(page)
    press(page, Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert zooms(page) == {(0, 23)}, "the week pointed at stays in sight"
    press(page, key)
    assert zooms(page) == {(0, 52)}


def test_while_not_all_is_shown_a_button_says_the_way_back(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    assert way_back(page) == []
    first_chart(page)
    press(page, Qt.Key.Key_Plus)
    settle(qapp)
    assert len(way_back(page)) == 2, "over the first chart, and beside the symptoms"
    click(way_back(page)[0])
    assert zooms(page) == {(0, 52)}
    assert way_back(page) == []
    assert isinstance(page.focusWidget(), Chart)


def test_a_double_click_shows_the_whole_range_again(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    first_chart(page)
    press(page, Qt.Key.Key_Plus)
    chart = page.findChildren(Chart)[1]
    there, left = QPointF(chart.area().center()), Qt.MouseButton.LeftButton
    QApplication.sendEvent(chart, QMouseEvent(QEvent.Type.MouseButtonDblClick, there, chart.mapToGlobal(there), left, left, PLAIN))
    assert zooms(page) == {(0, 52)}


def test_nothing_moves_while_the_person_looks_closer(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    first_chart(page)
    before = [chart.mapTo(page, QPoint(0, 0)) for chart in page.findChildren(Chart)[:2]]
    press(page, Qt.Key.Key_Plus)
    settle(qapp)
    assert [chart.mapTo(page, QPoint(0, 0)) for chart in page.findChildren(Chart)[:2]] == before


def test_the_button_beside_the_symptoms_gives_the_keyboard_back_to_a_chart(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    first_chart(page)
    press(page, Qt.Key.Key_Plus)
    settle(qapp)
    button = way_back(page)[-1]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Return)
    assert zooms(page) == {(0, 52)}
    assert name_of(page.focusWidget()) == "Tingling"


def test_stepping_beyond_what_is_shown_takes_the_view_along(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    chart = first_chart(page)
    press(page, *[Qt.Key.Key_Plus] * 9)
    assert zooms(page) == {(46, 6)}
    press(page, *[Qt.Key.Key_Left] * 8)
    assert chart.point() == 44
    assert zooms(page) == {(44, 6)}
    press(page, Qt.Key.Key_Home)
    assert zooms(page) == {(0, 6)}
    press(page, Qt.Key.Key_End)
    assert zooms(page) == {(46, 6)}


def test_the_wheel_looks_closer_only_with_ctrl_so_that_the_page_can_be_scrolled(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    chart = first_chart(page)
    assert not turn(chart, 1)
    assert zooms(page) == {(0, 52)}
    assert turn(chart, 1, CTRL, share=0.25)
    ((first, count),) = zooms(page)
    assert count == 35
    assert first < 8, "what lies under the pointer stays there"
    assert turn(chart, -1, CTRL)
    assert zooms(page) == {(0, 52)}


def test_half_notches_of_the_wheel_add_up(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    chart = first_chart(page)
    turn(chart, 0.5, CTRL)
    assert chart.zoom.is_whole
    turn(chart, 0.5, CTRL)
    assert chart.zoom.shown == 35


def test_a_closer_look_is_moved_sideways_by_wheel_and_by_dragging_and_never_off_the_weeks(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    chart = first_chart(page)
    assert not turn(chart, 1, sideways=True)
    press(page, *[Qt.Key.Key_Plus] * 9)
    assert turn(chart, 1, sideways=True)
    assert zooms(page) == {(45, 6)}
    assert turn(chart, -1, SHIFT)
    assert zooms(page) == {(46, 6)}
    area = chart.area()
    begin, column = QPointF(area.left() + 30, 90), area.width() / 6

    def mouse(kind: QEvent.Type, where: QPointF) -> None:
        button = Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
        QApplication.sendEvent(chart, QMouseEvent(kind, where, chart.mapToGlobal(where), button, held, PLAIN))

    mouse(QEvent.Type.MouseButtonPress, begin)
    mouse(QEvent.Type.MouseMove, begin + QPointF(2.2 * column, 0))
    assert zooms(page) == {(44, 6)}
    mouse(QEvent.Type.MouseMove, begin + QPointF(90 * column, 0))
    assert zooms(page) == {(0, 6)}
    mouse(QEvent.Type.MouseButtonRelease, begin)
    mouse(QEvent.Type.MouseMove, begin)
    assert zooms(page) == {(0, 6)}


def test_two_fingers_on_the_touch_pad_look_closer(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    chart = first_chart(page)
    device = QPointingDevice.primaryPointingDevice()
    assert isinstance(device, QInputDevice)
    there = QPointF(chart.area().center())

    def pinch(value: float) -> None:
        kind = Qt.NativeGestureType.ZoomNativeGesture
        event = QNativeGestureEvent(kind, device, 2, there, there, chart.mapToGlobal(there), value, QPointF(), 0)
        assert chart.event(event)

    pinch(0.25)
    assert 38 <= chart.zoom.shown <= 44
    for _ in range(20):
        pinch(-0.5)
    assert zooms(page) == {(0, 52)}


def test_the_values_reach_as_far_however_closely_they_are_looked_at(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    chart = first_chart(page)
    scale = chart.scale()
    press(page, Qt.Key.Key_Home, *[Qt.Key.Key_Plus] * 9)
    assert chart.scale() == scale
    assert scale.low == 0


def test_another_range_is_shown_whole(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    first_chart(page)
    press(page, *[Qt.Key.Key_Plus] * 3)
    page.draw(progress(13))
    settle(qapp)
    assert zooms(page) == {(0, 13)}
    assert way_back(page) == []


def test_the_same_again_leaves_a_closer_look_alone(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(52))
    first_chart(page)
    press(page, Qt.Key.Key_Plus)
    page.draw(progress(52))
    assert zooms(page) == {(17, 35)}


def test_what_is_pointed_at_in_one_chart_is_marked_and_said_in_all(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(13))
    cards = page.findChildren(ChartCard)
    first_chart(page)
    press(page, Qt.Key.Key_Home)
    assert {card.chart.point() for card in cards} == {0}
    assert cards[0].reading().startswith("24 August: 100 minutes")
    assert cards[1].reading().startswith("24 August: effort 3")
    assert cards[2].reading().startswith("24 Aug: before 4")
    press(page, Qt.Key.Key_Escape)
    assert {card.chart.point() for card in cards} == {None}
    chart = cards[2].chart
    there, no_button = QPointF(chart.area().left() + 3, 40), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, there, chart.mapToGlobal(there), no_button, no_button, PLAIN)
    QApplication.sendEvent(chart, moved)
    assert {card.chart.point() for card in cards} == {0}


def test_a_closer_look_and_each_column_are_announced_once(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(qtbot, qapp, progress(52))
    said: list[str] = []
    monkeypatch.setattr("walkcoach.ui.charts.chart_card.announce", lambda _widget, text: said.append(text))
    first_chart(page)
    press(page, Qt.Key.Key_Plus)
    assert said == ["A closer look: 35 weeks of 52 weeks"]
    press(page, Qt.Key.Key_End)
    assert said[1:] == ["This week: 300 minutes, 60 brisk; planned 240; walks 5 of 6"]
    press(page, Qt.Key.Key_0)
    assert said[2:] == ["The whole range: 52 weeks"]
