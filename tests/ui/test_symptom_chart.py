"""The chart of one symptom: solid before walks, dashed the worst, a band for the usual, and gaps where nobody asked."""

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, role_of
from tests.ui.scenes import press, settle, theme
from tests.ui.weeks import first_days, progresses, trend
from walkcoach.core.progress import Progress, SymptomPoint, SymptomTrend
from walkcoach.core.symptoms import Symptom
from walkcoach.ui.charts.symptom_chart import SymptomChart
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role, Scheme

_SMOOTHED = 30


def open_chart(qtbot: QtBot, app: QApplication, shown: SymptomTrend, scheme: Scheme = Scheme.LIGHT) -> SymptomChart:
    chart = SymptomChart()
    qtbot.addWidget(chart)
    chart.apply_theme(theme(app, 100, scheme))
    chart.show_trend(shown)
    chart.resize(400, 200)
    chart.show()
    qtbot.waitUntil(chart.isActiveWindow)
    settle(app)
    return chart


def rows(image: QImage, role: Role, x: int, scheme: Scheme = Scheme.LIGHT, almost: int = 1) -> list[int]:
    """The rows of pixels at `x` that have the colour of `role`, or almost: edges are smoothed."""
    wanted = Theme(scheme).colour(role)

    def close(pixel: QColor) -> bool:
        apart = (pixel.red() - wanted.red(), pixel.green() - wanted.green(), pixel.blue() - wanted.blue())
        return max(map(abs, apart)) < almost

    return [y for y in range(image.height()) if close(image.pixelColor(x, y))]


def middle(chart: SymptomChart, column: int) -> int:
    there = [x for x in range(chart.width()) if chart.column_at(x) == column]
    return (there[0] + there[-1]) // 2


def lone(before: list[float | None], worst: list[float | None], usual: float | None = None) -> SymptomTrend:
    days = first_days(len(before))
    points = tuple(SymptomPoint(day, calm, high, usual) for day, calm, high in zip(days, before, worst, strict=True))
    return SymptomTrend(Symptom.TINGLING, points, usual)


def row_of(chart: SymptomChart, role: Role, scheme: Scheme = Scheme.LIGHT) -> float:
    """The middle row of what is drawn in the colour of `role` about the middle of the chart, above its labels."""
    image = chart.grab().toImage()
    span = range(middle(chart, 8), middle(chart, 12))
    found = [y for x in span for y in rows(image, role, x, scheme, _SMOOTHED) if y < image.height() - 30]
    return sum(found) / len(found)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_before_and_worst_stand_at_their_scores(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    def row(role: Role, before: float | None, worst: float | None) -> float:
        return row_of(open_chart(qtbot, qapp, lone([before] * 20, [worst] * 20), scheme), role, scheme)

    bottom, top = row(Role.ACCENT, 0, None), row(Role.ACCENT, 10, None)
    assert row(Role.ACCENT, 2, 7) == pytest.approx(bottom + (top - bottom) * 0.2, abs=1)
    assert row(Role.BRISK, 2, 7) == pytest.approx(bottom + (top - bottom) * 0.7, abs=1)
    assert bottom - top > 100


def test_before_is_solid_and_worst_is_dashed(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, lone([2.0] * 20, [7.0] * 20))
    image = chart.grab().toImage()
    span = range(middle(chart, 1), middle(chart, 18))
    assert all(rows(image, Role.ACCENT, x) for x in span)
    gaps = sum(not rows(image, Role.BRISK, x) for x in span)
    assert 0.2 * len(span) < gaps < 0.8 * len(span)


def test_the_usual_is_a_band_of_one_point(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, lone([9.0] * 8, [9.5] * 8, usual=4))
    image = chart.grab().toImage()
    x = middle(chart, 3)
    lines, band = rows(image, Role.LINE, x), rows(image, Role.SOFT_ACCENT, x)
    point_px = (max(lines) - min(lines)) / 10
    assert max(lines) - sum(band) / len(band) == pytest.approx(4 * point_px, abs=2)
    assert len(band) == pytest.approx(point_px, abs=3)


def test_a_week_without_a_score_is_a_gap_and_a_score_alone_is_still_seen(qtbot: QtBot, qapp: QApplication) -> None:
    scores: list[float | None] = [2.0] * 6 + [None] * 4 + [8.0] + [None] * 4 + [2.0] * 6
    chart = open_chart(qtbot, qapp, lone(scores, [None] * 21))
    image = chart.grab().toImage()
    assert rows(image, Role.ACCENT, middle(chart, 10))
    for column in (7, 8, 12, 13):
        assert not rows(image, Role.ACCENT, middle(chart, column))
    assert all(not rows(image, Role.BRISK, x) for x in range(image.width()))


@pytest.mark.parametrize("score", [0.0, 10.0])
def test_scores_at_the_ends_of_the_scale_are_drawn_whole_and_both_are_seen(qtbot: QtBot, qapp: QApplication, score: float) -> None:
    def drawn(value: float) -> dict[Role, int]:
        chart = open_chart(qtbot, qapp, lone([value] * 6, [value] * 6))
        image = chart.grab().toImage()
        x = middle(chart, 3)
        return {
            role: sum(len(rows(image, role, x + shift, almost=_SMOOTHED)) for shift in range(-6, 7))
            for role in (Role.ACCENT, Role.BRISK)
        }

    inside, at_the_end = drawn(3.3), drawn(score)
    for role in (Role.ACCENT, Role.BRISK):
        assert at_the_end[role] > 8
        assert at_the_end[role] == pytest.approx(inside[role], rel=0.5)


def test_a_screen_reader_meets_a_graphic_with_a_name_and_a_sentence(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, trend(Symptom.BURNING, first_days(3), [4, None, 2]))
    assert role_of(chart) is QAccessible.Role.Graphic
    assert name_of(chart) == "Burning"
    assert chart.accessibleDescription() == "Burning before walks: 4 at first, 2 now; worst during walks 3; your usual is 2."


def test_the_arrows_go_from_week_to_week(qtbot: QtBot, qapp: QApplication) -> None:
    chart = open_chart(qtbot, qapp, trend(Symptom.BURNING, first_days(3), [4, None, 2]))
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    told: list[object] = []
    chart.pointed.connect(told.append)
    press(chart, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right)
    assert told == [2, 1, 0, 1]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_progress=progresses(most_weeks=70))
def test_any_scores_can_be_drawn(qtbot: QtBot, qapp: QApplication, any_progress: Progress) -> None:
    for each in any_progress.trends:
        chart = SymptomChart()
        chart.show_trend(each)
        chart.resize(240, 150)
        chart.show()
        chart.point_at(0)
        chart.grab()
        chart.close()
        chart.deleteLater()
    settle(qapp)
