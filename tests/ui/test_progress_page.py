"""The Progress page: charts and tables tell the same figures, by keyboard alone, at every text size, from the first week on."""

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, role_of, tab_stops, too_small, unnamed
from tests.ui.scenes import click, clipped, press, settle, shown, theme
from tests.ui.weeks import progress, progresses, unwalked
from walkcoach.core.progress import Progress
from walkcoach.core.symptoms import Symptom
from walkcoach.ui.charts.chart import Chart
from walkcoach.ui.charts.chart_card import ChartCard
from walkcoach.ui.charts.chart_table import ChartTable
from walkcoach.ui.charts.columns import begun
from walkcoach.ui.pages.progress_page import ProgressPage
from walkcoach.ui.theme.tokens import Scheme
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.labels import Label
from walkcoach.wording import charts, spans
from walkcoach.wording import progress as words

SMALL = (920, 640)


def open_page(
    qtbot: QtBot,
    app: QApplication,
    drawn: Progress,
    percent: int = 100,
    scheme: Scheme = Scheme.LIGHT,
    size: tuple[int, int] = (1000, 780),
) -> ProgressPage:
    page = ProgressPage(theme(app, percent, scheme))
    qtbot.addWidget(page)
    page.draw(drawn)
    page.resize(*size)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    settle(app)
    return page


def said(page: QWidget) -> list[str]:
    return [label.text() for label in shown(page, Label) if isinstance(label, Label)]


def table_button(page: ProgressPage) -> QWidget:
    return next(each for each in shown(page, Button) if name_of(each).startswith("Table: "))


def pill(page: ProgressPage, text: str) -> QRadioButton:
    return next(each for each in page.findChildren(QRadioButton) if each.text() == text)


def cells(model: QAbstractItemModel) -> list[list[str]]:
    return [[str(model.index(row, column).data()) for column in range(model.columnCount())] for row in range(model.rowCount())]


def tables(page: ProgressPage) -> list[ChartTable]:
    return [table for table in page.findChildren(ChartTable) if not page.calendar_and_road.isAncestorOf(table)]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=progresses(most_weeks=400))
def test_the_tables_tell_every_span_that_was_given(qapp: QApplication, drawn: Progress) -> None:
    page = ProgressPage()
    page.draw(drawn)
    if any(span.minutes for span in drawn.spans):
        minutes, felt, *symptoms = tables(page)
        kept = begun(drawn)
        grouping, today = drawn.grouping, drawn.today
        assert cells(minutes.model()) == [
            [
                spans.span_name(span.first_day, grouping, today),
                *map(str, (span.minutes, span.normal_min, span.brisk_min, span.planned_min)),
                charts.kept(span),
            ]
            for span in reversed(kept.spans)
        ]
        if any(condition.told for condition in kept.conditions):
            assert cells(felt.model()) == [
                [
                    spans.span_name(condition.first_day, grouping, today),
                    charts.score_or_dash(condition.effort),
                    *map(str, condition.counts()),
                ]
                for condition in reversed(kept.conditions)
            ]
        assert len(symptoms) == len(drawn.trends)
        for table, trend in zip(symptoms, kept.trends, strict=True):
            assert cells(table.model()) == [
                [
                    spans.span_short(point.first_day, grouping, today),
                    *map(charts.score_or_dash, (point.before, point.worst, point.usual)),
                ]
                for point in reversed(trend.points)
            ]
    page.deleteLater()


def test_a_table_has_headers_a_name_and_cells_that_tell_their_column(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress())
    page.show_tables(True)
    weeks, _felt, tingling, *_others = tables(page)
    headers = [weeks.model().headerData(column, Qt.Orientation.Horizontal) for column in range(weeks.model().columnCount())]
    assert tuple(headers) == charts.minutes_headers()
    assert role_of(weeks) is QAccessible.Role.Table
    assert (name_of(weeks), name_of(tingling)) == ("Minutes a week", "Tingling")
    assert weeks.model().index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "Brisk: 60"
    assert weeks.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "This week"


def test_a_table_asks_only_for_the_rows_in_sight(qtbot: QtBot, qapp: QApplication) -> None:
    table = ChartTable()
    qtbot.addWidget(table)
    asked: set[int] = set()

    def row(number: int) -> tuple[str, str]:
        asked.add(number)
        return "a week", str(number)

    table.show_rows(("Week of", "Minutes"), 5000, row)
    table.resize(400, 300)
    table.show()
    settle(qapp)
    assert 0 in asked
    assert len(asked) < 100
    assert table.model().rowCount(QModelIndex()) == 5000


@pytest.mark.parametrize("focus", ["range", "chart", "button"])
def test_t_turns_every_chart_into_its_table_and_back(qtbot: QtBot, qapp: QApplication, focus: str) -> None:
    page = open_page(qtbot, qapp, progress())
    start: dict[str, QWidget] = {
        "range": pill(page, "3 months"),
        "chart": page.findChildren(Chart)[0],
        "button": table_button(page),
    }
    start[focus].setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_T)
    settle(qapp)
    assert len(shown(page, ChartTable)) == 5
    assert shown(page, Chart) == []
    press(page, Qt.Key.Key_T)
    settle(qapp)
    assert len(shown(page, Chart)) == 5
    assert shown(page, ChartTable) == []


def test_the_focus_goes_from_a_chart_to_its_table_and_back(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress())
    chart, table = page.findChildren(Chart)[0], tables(page)[0]
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_T)
    assert table.hasFocus()
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    press(page, Qt.Key.Key_Down)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
    press(page, Qt.Key.Key_T)
    assert chart.hasFocus()


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_table_begins_at_the_row_of_the_bar_that_was_read(qtbot: QtBot, qapp: QApplication, number: int) -> None:
    page = open_page(qtbot, qapp, progress(52))
    page.findChildren(Chart)[number].setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_T)
    settle(qapp)
    for table in tables(page):
        (chosen,) = table.selectionModel().selectedRows()
        assert chosen.row() == 50
        assert table.viewport().rect().contains(table.visualRect(chosen).center())
    assert tables(page)[number].hasFocus()


def test_the_summary_is_heard_on_arrival_and_after_another_range_is_chosen(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("walkcoach.ui.pages.progress_page.announce", lambda _widget, sentence: told.append(sentence))
    page = open_page(qtbot, qapp, progress())
    heard = QAccessible.queryAccessibleInterface(page)
    assert heard.text(QAccessible.Text.Description) == words.summary(progress())
    page.draw(progress(4))
    assert told == [], "nobody has asked"
    page.range_requested.connect(lambda weeks: page.draw(progress(weeks or 200)))
    click(pill(page, "1 year"))
    click(pill(page, "All"))
    assert told == [words.summary(progress(52)), words.summary(progress(200))]
    assert heard.text(QAccessible.Text.Description) == told[-1]
    page.draw(unwalked())
    assert heard.text(QAccessible.Text.Description) == words.empty_text()


def test_the_button_says_what_it_will_show(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress())
    button = table_button(page)
    click(button)
    assert name_of(button) == "Chart: Minutes a week"
    assert len(shown(page, ChartTable)) == 5
    click(button)
    assert shown(page, ChartTable) == []


@pytest.mark.parametrize(("text", "weeks"), [("4 weeks", 4), ("3 months", 13), ("1 year", 52), ("All", 0)])
def test_a_pill_asks_for_its_weeks(qtbot: QtBot, qapp: QApplication, text: str, weeks: int) -> None:
    page = open_page(qtbot, qapp, progress())
    with qtbot.waitSignal(page.range_requested) as asked:
        click(pill(page, text))
    assert asked.args == [weeks]
    assert page.range_weeks == weeks


def test_the_ranges_are_walked_through_by_the_arrows(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress())
    assert page.range_weeks == 13
    asked: list[int] = []
    page.range_requested.connect(asked.append)
    pill(page, "3 months").setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert asked == [52, 0, 4]


def test_tab_goes_from_the_range_through_each_card_its_buttons_and_its_chart(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(13, (Symptom.TINGLING, Symptom.CRAMPS)))
    assert [name_of(stop) for stop in tab_stops(page)] == [
        "3 months",
        "Earlier weeks",
        *("Save Minutes a week", "Table: Minutes a week", "Minutes a week"),
        *("Save How the walks felt", "Table: How the walks felt", "How the walks felt"),
        *("Save Tingling", "Tingling"),
        *("Save Cramps", "Cramps"),
    ]
    page.show_tables(True)
    assert [name_of(stop) for stop in tab_stops(page)] == [
        "3 months",
        "Earlier weeks",
        *("Save Minutes a week", "Chart: Minutes a week", "Minutes a week"),
        *("Save How the walks felt", "Chart: How the walks felt", "How the walks felt"),
        *("Save Tingling", "Tingling"),
        *("Save Cramps", "Cramps"),
    ]


def test_what_is_pointed_at_is_said_below_the_chart_and_this_week_otherwise(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress())
    card = page.findChildren(ChartCard)[0]
    newest = "This week: 300 minutes, 60 brisk; planned 240; walks 5 of 6"
    assert newest in said(page)
    card.chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Home)
    assert card.reading() == "24 August: 100 minutes, 0 brisk; planned 240; walks 5 of 6"
    press(page, Qt.Key.Key_Escape)
    assert card.reading() == newest


def test_nothing_moves_while_the_person_steps_through_the_weeks(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(200), 200, size=(640, 640))
    card = page.findChildren(ChartCard)[2]
    card.chart.setFocus(Qt.FocusReason.TabFocusReason)
    lines, heights = set(), set()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Escape):
        press(page, key)
        settle(qapp)
        lines.add(len(card.reading()))
        heights.add(card.height())
    assert len(lines) > 1
    assert len(heights) == 1


def test_tab_leaves_a_table_in_one_step(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress())
    page.show_tables(True)
    first, second, *_others = tables(page)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Tab)
    assert name_of(page.focusWidget()) == "Save How the walks felt"
    press(page, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert second.hasFocus()


def test_the_page_begins_with_one_sentence_on_how_it_goes(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress())
    assert said(page)[:2] == ["Progress", words.summary(progress())]
    assert said(page)[1].startswith("You walked 300 minutes this week")


def test_before_the_first_walk_the_page_says_what_will_be_here(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, unwalked())
    assert said(page) == ["Progress", words.empty_title(), words.empty_text()]
    assert shown(page, QRadioButton) == []
    assert shown(page, Chart) == []


def test_a_walker_who_comes_back_after_a_long_while_is_not_taken_for_a_new_one(qtbot: QtBot, qapp: QApplication) -> None:
    away = unwalked()
    before = progress()
    drawn = Progress(away.weeks, before.trends, away.today)
    page = open_page(qtbot, qapp, drawn)
    assert said(page) == ["Progress", words.nothing_in_range()]
    assert len(shown(page, QRadioButton)) == 4


def test_the_first_week_is_one_bar_and_one_dot_without_empty_weeks_before_it(qtbot: QtBot, qapp: QApplication) -> None:
    long, short = unwalked(13), progress(1)
    drawn = Progress((*long.weeks[:-1], *short.weeks), short.trends, short.today)
    page = open_page(qtbot, qapp, Progress(drawn.weeks, (), drawn.today))
    assert tables(page)[0].model().rowCount() == 1
    assert "over 1 week:" in page.findChildren(Chart)[0].accessibleDescription()


def test_an_empty_page_fills_with_the_first_walk_and_empties_again(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, unwalked())
    page.draw(progress())
    settle(qapp)
    assert len(shown(page, Chart)) == 5
    page.draw(unwalked())
    settle(qapp)
    assert shown(page, Chart) == []


def test_other_weeks_of_the_same_symptoms_keep_their_charts_and_the_focus(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(13))
    charts = page.findChildren(Chart)
    charts[2].setFocus(Qt.FocusReason.TabFocusReason)
    page.draw(progress(52))
    settle(qapp)
    assert page.findChildren(Chart) == charts
    assert charts[2].hasFocus()
    assert tables(page)[2].model().rowCount() == 52


def test_other_symptoms_get_their_own_charts_in_the_present_theme_and_view(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(), 150, Scheme.DARK)
    page.show_tables(True)
    page.draw(progress(13, (Symptom.BURNING,)))
    settle(qapp)
    assert [name_of(table) for table in shown(page, ChartTable)] == ["Minutes a week", "How the walks felt", "Burning"]
    card = page.findChildren(ChartCard)[-1]
    assert {label.font().pixelSize() for label in card.findChildren(Label)} == {round(17 * 1.5), round(17 * 1.5 * 0.82)}
    chart = card.chart
    assert (chart.theme.scheme, chart.theme.text_percent) == (Scheme.DARK, 150)


@pytest.mark.parametrize("as_tables", [False, True])
def test_everything_has_a_name_and_a_role_and_is_large_enough(qtbot: QtBot, qapp: QApplication, as_tables: bool) -> None:
    page = open_page(qtbot, qapp, progress())
    page.show_tables(as_tables)
    settle(qapp)
    assert unnamed(page) == []
    assert too_small(page) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "drawn",
    [progress(1), progress(13), progress(52), progress(200), progress(13, score=10.0), unwalked()],
    ids=["first", "months", "year", "years", "ten", "none"],
)
def test_nothing_is_clipped_in_the_smallest_window(qtbot: QtBot, qapp: QApplication, percent: int, drawn: Progress) -> None:
    page = open_page(qtbot, qapp, drawn, percent, size=(SMALL[0] - 208, SMALL[1]))
    assert clipped(page) == []
    assert page.horizontalScrollBar().maximum() == 0
    page.show_tables(True)
    settle(qapp)
    assert clipped(page) == []
    assert page.horizontalScrollBar().maximum() == 0


def test_how_much_and_how_it_felt_fit_into_an_ordinary_window_without_scrolling(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, qapp, progress(), size=(993, 780))
    felt = page.findChildren(ChartCard)[1]
    assert felt.mapTo(page, felt.chart.geometry().bottomLeft()).y() <= 780


def test_a_high_window_gives_the_charts_more_room(qtbot: QtBot, qapp: QApplication) -> None:
    low = open_page(qtbot, qapp, progress(), size=SMALL)
    high = open_page(qtbot, qapp, progress(), size=(1700, 1080))
    for small, large in zip(low.findChildren(Chart), high.findChildren(Chart), strict=True):
        assert large.height() > small.height() * 1.2


@pytest.mark.parametrize(("count", "rows"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (12, [3, 3, 3, 3])])
def test_symptoms_stand_in_rows_that_are_equally_full(qtbot: QtBot, qapp: QApplication, count: int, rows: list[int]) -> None:
    page = open_page(qtbot, qapp, progress(13, tuple(Symptom)[:count]))
    cards = page.findChildren(ChartCard)[2:]
    tops = [card.mapTo(page, card.rect().topLeft()).y() for card in cards]
    assert [tops.count(top) for top in sorted(set(tops))] == rows
    assert len({card.width() for card in cards}) == 1
