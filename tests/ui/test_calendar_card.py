"""The month calendar: shapes for eyes, a sentence for ears, every day by keyboard, the same figures in its table."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, role_of, tab_stops, too_small, unnamed
from tests.ui.scenes import as_high_as_it_is, click, clipped, press, settle, shown, theme
from walkcoach.core.calendar import CalendarDay, Month, month_of
from walkcoach.core.decision import DecisionKind
from walkcoach.ui.charts.calendar_card import CalendarCard
from walkcoach.ui.charts.chart_table import ChartTable
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.theme.tokens import TARGET, Scheme
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.decision_mark import MarkEntry
from walkcoach.wording import calendar as words

TODAY = date(2026, 11, 22)
SIGNED = TODAY - timedelta(days=4)


def day_on(day: date) -> CalendarDay:
    """A life in which every kind of day comes by."""
    if day > TODAY:
        return CalendarDay(day, future=True)
    if day == SIGNED:
        return CalendarDay(
            day, DecisionKind.NO_WALK, locked=True, warning_sign=True, foot_finding=True, remark=True, minutes=12, free_walk=True
        )
    kinds = (*DecisionKind, None)
    kind = kinds[day.toordinal() % len(kinds)]
    offers = kind not in (None, DecisionKind.REST_DAY, DecisionKind.NO_WALK)
    return CalendarDay(day, kind, 30 if offers else 0, 30 if offers else 0, 10 if offers else 0, walked=offers, today=day == TODAY)


def month(first_day: date = date(2026, 11, 1), first_weekday: int = 0) -> Month:
    """A month between September and November."""
    laid_out = month_of(first_day, first_weekday, day_on)
    return replace(laid_out, earlier=first_day > date(2026, 9, 1), later=first_day < date(2026, 11, 1))


def open_card(
    qtbot: QtBot, app: QApplication, drawn: Month | None = None, percent: int = 100, width: int = 470, scheme: Scheme = Scheme.LIGHT
) -> CalendarCard:
    """A card that shows each month that it asks for."""
    card = CalendarCard()
    spread(card, theme(app, percent, scheme))
    qtbot.addWidget(card)
    card.month_requested.connect(lambda first_day: card.show_month(month(first_day), TODAY))
    card.show_month(drawn or month(), TODAY)
    as_high_as_it_is(qtbot, app, card, width)
    return card


def focused(card: CalendarCard, *keys: Qt.Key) -> CalendarCard:
    card.grid.setFocus(Qt.FocusReason.TabFocusReason)
    press(card, *keys)
    return card


def pointed(card: CalendarCard) -> date | None:
    day = card.grid.day_pointed_at()
    return None if day is None else day.day


def centre(card: CalendarCard, day: date) -> QPoint:
    return card.grid.field(day).center().toPoint()


def test_the_first_arrow_begins_at_today_and_the_next_go_by_days_and_weeks(qtbot: QtBot, qapp: QApplication) -> None:
    card = focused(open_card(qtbot, qapp))
    assert pointed(card) is None
    places = []
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_Up,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    ):
        press(card, key)
        day = pointed(card)
        assert day is not None
        places.append(day.day)
    assert places == [22, 21, 14, 15, 22, 1, 30]
    press(card, Qt.Key.Key_Escape)
    assert pointed(card) is None


def test_a_month_without_today_is_entered_at_its_near_end(qtbot: QtBot, qapp: QApplication) -> None:
    october = month(date(2026, 10, 1))
    assert pointed(focused(open_card(qtbot, qapp, october), Qt.Key.Key_Right)) == date(2026, 10, 1)
    assert pointed(focused(open_card(qtbot, qapp, october), Qt.Key.Key_Left)) == date(2026, 10, 31)


def test_the_arrows_go_over_the_edge_into_the_months_beside_and_stop_at_the_last(qtbot: QtBot, qapp: QApplication) -> None:
    card = focused(open_card(qtbot, qapp), Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert pointed(card) == date(2026, 10, 25)
    assert card.shown_month == month(date(2026, 10, 1))
    press(card, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert pointed(card) == date(2026, 11, 1)
    press(card, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert pointed(card) == date(2026, 11, 30)


def test_page_keys_go_by_months_and_keep_the_day_as_far_as_there_is_one(qtbot: QtBot, qapp: QApplication) -> None:
    card = focused(open_card(qtbot, qapp, month(date(2026, 10, 1))), Qt.Key.Key_End)
    press(card, Qt.Key.Key_PageDown)
    assert pointed(card) == date(2026, 11, 30)
    press(card, Qt.Key.Key_PageDown)
    assert pointed(card) == date(2026, 11, 30)
    press(card, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert card.shown_month == month(date(2026, 9, 1))
    assert pointed(card) == date(2026, 9, 30)


def test_the_buttons_go_by_months_and_rest_where_there_are_none(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    buttons = {name_of(button): button for button in shown(card, Button)}
    back, on = buttons[words.previous_month()], buttons[words.next_month()]
    assert (back.isEnabled(), on.isEnabled()) == (True, False)
    click(back)
    assert (back.isEnabled(), on.isEnabled()) == (True, True)
    click(back)
    assert card.shown_month == month(date(2026, 9, 1))
    assert (back.isEnabled(), on.isEnabled()) == (False, True)


def test_a_button_that_has_come_to_its_end_hands_the_keyboard_to_the_month(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp, month(date(2026, 10, 1)))
    back = next(button for button in shown(card, Button) if name_of(button) == words.previous_month())
    back.setFocus(Qt.FocusReason.TabFocusReason)
    press(card, Qt.Key.Key_Return)
    assert not back.isEnabled()
    assert card.grid.hasFocus()


def test_return_and_a_click_ask_for_the_day(qtbot: QtBot, qapp: QApplication) -> None:
    card = focused(open_card(qtbot, qapp), Qt.Key.Key_Left)
    asked: list[date] = []
    card.day_requested.connect(asked.append)
    press(card, Qt.Key.Key_Return)
    QTest.mouseClick(card.grid, Qt.MouseButton.LeftButton, pos=centre(card, SIGNED))
    assert asked == [TODAY, SIGNED]


def test_days_to_come_and_days_of_other_months_are_not_asked_for(qtbot: QtBot, qapp: QApplication) -> None:
    card = focused(open_card(qtbot, qapp), Qt.Key.Key_End)
    asked: list[date] = []
    card.day_requested.connect(asked.append)
    press(card, Qt.Key.Key_Return)
    QTest.mouseClick(card.grid, Qt.MouseButton.LeftButton, pos=centre(card, date(2026, 10, 26)))
    press(card, Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert asked == []


def test_what_is_pointed_at_is_said_below_and_the_month_otherwise(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    assert card.reading() == words.month_sentence(month())
    QTest.mouseMove(card.grid, centre(card, SIGNED))
    assert card.reading() == words.day_sentence(day_on(SIGNED), TODAY)
    focused(card, Qt.Key.Key_Left)
    assert card.reading().startswith("Wednesday 18") or card.reading().startswith("Tuesday 17")
    press(card, Qt.Key.Key_Escape)
    assert card.reading() == words.month_sentence(month())


def test_the_day_is_told_to_a_screen_reader_as_the_keys_go(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("walkcoach.ui.charts.painted_card.announce", lambda _widget, sentence: told.append(sentence))
    card = open_card(qtbot, qapp)
    QTest.mouseMove(card.grid, centre(card, SIGNED))
    assert told == []
    QTest.mouseMove(card.grid, QPoint(2, 2))
    focused(card, Qt.Key.Key_End)
    assert told == [words.day_sentence(day_on(date(2026, 11, 30)), TODAY)]


def test_the_grid_is_a_graphic_with_the_month_in_its_name_and_its_sentence(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    assert role_of(card.grid) is QAccessible.Role.Graphic
    assert name_of(card.grid) == "Calendar, November 2026"
    assert card.grid.accessibleDescription() == f"{words.month_sentence(month())} {words.keys_hint()}"


def test_the_table_tells_each_day_that_has_come(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    card.show_table(True)
    (table,) = shown(card, ChartTable)
    assert isinstance(table, ChartTable)
    model = table.model()
    cells = [tuple(str(model.index(row, column).data()) for column in range(6)) for row in range(model.rowCount())]
    days = [day for day in month().days if day.day <= TODAY]
    assert cells == [words.day_row(day) for day in days]
    assert card.rows() == (words.day_headers(), *cells)
    assert not card.grid.isVisible()


def test_the_focus_goes_to_the_table_and_back(qtbot: QtBot, qapp: QApplication) -> None:
    card = focused(open_card(qtbot, qapp))
    card.show_table(True)
    assert card.table.hasFocus()
    card.show_table(False)
    assert card.grid.hasFocus()


def test_the_button_asks_for_tables_and_says_what_it_will_show(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    button = next(button for button in shown(card, Button) if name_of(button).startswith("Table: "))
    with qtbot.waitSignal(card.table_requested) as asked:
        click(button)
    assert asked.args == [True]
    card.show_table(True)
    assert name_of(button) == "Chart: Calendar"


def test_the_legend_names_each_shape_that_is_there_and_no_other(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    named = [name_of(entry) for entry in shown(card, MarkEntry)]
    decisions = [words.decision(kind) for kind in DecisionKind]
    assert named == [*decisions, words.locked(), words.free_walk(), words.warning_sign(), words.foot_finding(), words.remark()]
    rest = month_of(date(2026, 11, 1), 0, lambda day: CalendarDay(day, DecisionKind.REST_DAY))
    card.show_month(rest, TODAY)
    settle(qapp)
    assert [name_of(entry) for entry in shown(card, MarkEntry)] == ["rest day"]
    waiting = month_of(date(2026, 11, 1), 0, lambda day: CalendarDay(day, DecisionKind.REPEAT, 30, walked=day.day > 1))
    card.show_month(waiting, TODAY)
    assert [name_of(entry) for entry in shown(card, MarkEntry)] == ["the same", words.not_walked()]


@pytest.mark.parametrize("name", ["kind", "warning_sign", "foot_finding", "free_walk", "remark", "minutes", "today", "locked"])
def test_all_that_a_day_brought_is_seen(name: str, qtbot: QtBot, qapp: QApplication) -> None:
    day = date(2026, 11, 18)
    plain = CalendarDay(day, DecisionKind.NO_WALK if name == "locked" else None)
    value = {"kind": DecisionKind.STEP_BACK, "minutes": 25}.get(name, True)
    brought = replace(plain, **{name: value})  # type: ignore[arg-type]
    pictures = []
    for shown_day in (plain, brought):
        drawn = month_of(day, 0, lambda each, it=shown_day: it if each == day else CalendarDay(each))  # type: ignore[misc]
        card = open_card(qtbot, qapp, drawn)
        box = card.grid.field(day).toRect()
        pictures.append(card.grid.grab(box).toImage())
    assert pictures[0] != pictures[1]


def test_a_plan_not_walked_looks_other_than_one_walked(qtbot: QtBot, qapp: QApplication) -> None:
    day = date(2026, 11, 18)
    pictures = []
    for walked in (False, True):
        plan = CalendarDay(day, DecisionKind.REPEAT, 30, walked=walked)
        card = open_card(qtbot, qapp, month_of(day, 0, lambda each, it=plan: it if each == day else CalendarDay(each)))  # type: ignore[misc]
        pictures.append(card.grid.grab(card.grid.field(day).toRect()).toImage())
    assert pictures[0] != pictures[1]


@pytest.mark.parametrize(("percent", "width"), [(100, 390), (100, 900), (150, 480), (200, 620)])
def test_nothing_is_clipped_and_every_day_is_a_target(percent: int, width: int, qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp, percent=percent, width=width)
    assert card.minimumSizeHint().width() <= width
    assert clipped(card) == []
    box = card.grid.field(TODAY)
    assert min(box.width(), box.height()) >= TARGET
    assert card.grid.height() >= card.grid.sizeHint().height()


@pytest.mark.parametrize("as_table", [False, True])
def test_everything_has_a_name_and_a_role_and_is_large_enough(as_table: bool, qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    card.show_table(as_table)
    settle(qapp)
    assert unnamed(card) == []
    assert too_small(card) == []


def test_tab_goes_from_the_months_to_the_table_button_and_to_the_days(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp, month(date(2026, 10, 1)))
    assert [name_of(stop) for stop in tab_stops(card)] == [
        words.previous_month(),
        words.next_month(),
        "Save Calendar",
        "Table: Calendar",
        "Calendar, October 2026",
    ]


def test_little_moves_from_month_to_month(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    heights = set()
    for first_day in (date(2026, 2, 1), date(2026, 10, 1), date(2026, 11, 1)):
        card.show_month(month(first_day), TODAY)
        heights.add(card.grid.sizeHint().height())
    assert len(heights) == 1 + (len(month(date(2026, 11, 1)).weeks) == 6)


def test_weeks_follow_the_locale_and_a_language_from_the_right_turns_the_arrows(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp, month(first_weekday=6))
    assert card.grid.field(date(2026, 11, 22)).left() < card.grid.field(date(2026, 11, 28)).left()
    assert card.grid.field(date(2026, 11, 22)).left() < 5
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert card.grid.field(date(2026, 11, 22)).left() > card.grid.field(date(2026, 11, 28)).left()
    focused(card, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert pointed(card) == date(2026, 11, 23)
