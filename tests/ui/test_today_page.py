"""Today: what each state says, what can be asked for, by keyboard and by screen reader, at any text size."""

from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, tab_stops, too_small, unnamed
from tests.ui.scenes import clipped, settle, theme
from walkcoach.core.decision import Rule
from walkcoach.core.diary import AwayBecause
from walkcoach.services.today import TodayState, TodayView
from walkcoach.ui.gallery_samples import SUNDAY, decision, today_states, today_view
from walkcoach.ui.main_window import MainWindow, PageKey
from walkcoach.ui.pages.today_cards import SectionCard, WeekCard
from walkcoach.ui.pages.today_content import Weight, Wish, asks_why_away, sections_of
from walkcoach.ui.pages.today_page import TodayPage
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.choice_row import ChoiceRow
from walkcoach.ui.widgets.day_figure import DayFigure
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.segment_strip import SegmentStrip
from walkcoach.ui.widgets.unfolding import Unfolding
from walkcoach.ui.widgets.week_dots import WeekDots
from walkcoach.wording import extra_links, reasons
from walkcoach.wording import today as words
from walkcoach.wording import warning_signs as signs

STATES = today_states()
NUMBER = "112"
SMALLEST = QSize(920, 640)
W = TypeVar("W", bound=QWidget)


def shown(qtbot: QtBot, qapp: QApplication, view: TodayView, percent: int = 100) -> TodayPage:
    page = TodayPage()
    qtbot.addWidget(page)
    page.resize(992, 780)
    spread(page, theme(qapp, percent))
    page.draw(view, NUMBER)
    page.show()
    settle(qapp)
    return page


def texts(page: QWidget) -> list[str]:
    """Everything that can be read on the page."""
    return [label.text() for label in page.findChildren(Label) if label.isVisibleTo(page)]


def only(page: QWidget, kind: type[W]) -> W:
    """The first of `kind` on the page."""
    found = page.findChildren(kind)
    assert found
    return found[0]


def buttons(page: QWidget) -> dict[str, Button]:
    """Every button that can be seen, by its words."""
    return {button.text(): button for button in page.findChildren(Button) if button.isVisibleTo(page)}


# What the page says: pure values


@pytest.mark.parametrize("name", sorted(STATES))
def test_no_state_has_more_than_one_main_button(name: str) -> None:
    actions = [action for section in sections_of(STATES[name], NUMBER) for action in section.actions]
    assert sum(action.weight is Weight.MAIN for action in actions) <= 1


@pytest.mark.parametrize("state", TodayState)
def test_every_state_says_something_even_where_nothing_else_is_known(state: TodayState) -> None:
    rules = (Rule.NOT_TODAY,) if state is TodayState.NO_WALK else (Rule.AT_GOAL,)
    view = today_view(state=state, decision=replace(decision(), rules=rules), outlook=(), week=(), followed=())
    sections = sections_of(view, NUMBER)
    assert sections
    assert all(section.title or section.figure for section in sections)


def wishes(view: TodayView) -> list[Wish]:
    return [action.wish for section in sections_of(view, NUMBER) for action in section.actions]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("first_day", [Wish.CHECK_IN]),
        ("to_check_in", [Wish.CHECK_IN]),
        ("ready", [Wish.WALK, Wish.CHECK_IN]),
        ("part_walked", [Wish.WALK, Wish.CHECK_IN_AFTER]),
        ("to_check_in_after", [Wish.CHECK_IN_AFTER]),
        ("done", [Wish.FREE_WALK]),
        ("rest_day", [Wish.WALK_ANYWAY]),
        ("plan_off", [Wish.CHECK_IN, Wish.SETTINGS]),
        ("review", [Wish.CHECK_IN, Wish.REVIEW]),
        ("not_today", []),
    ],
)
def test_each_state_offers_just_what_follows_from_it(name: str, asked: list[Wish]) -> None:
    assert wishes(STATES[name]) == asked


@pytest.mark.parametrize(("sign", "feet"), [(True, True), (True, False), (False, True), (False, False)])
def test_a_lock_is_lifted_only_where_the_day_allows_it(sign: bool, feet: bool) -> None:
    view = replace(STATES["locked"], can_clear_sign=sign, can_clear_feet=feet)
    assert wishes(view) == [wish for wish, on in ((Wish.CLEARED, sign), (Wish.FEET_SEEN_TO, feet)) if on]
    notes = [section.note for section in sections_of(view, NUMBER)]
    assert notes == ["" if on else words.locked_until_tomorrow() for on in (sign, feet)]


def test_after_a_walk_that_made_somebody_unwell_no_more_walking_is_offered() -> None:
    assert wishes(replace(STATES["done"], may_walk_freely=False)) == []


def test_a_review_is_acknowledged_only_where_that_ends_it_and_then_it_is_gone() -> None:
    due_since_today = replace(STATES["review"], can_acknowledge_review=False)
    assert Wish.REVIEW not in wishes(due_since_today)
    assert sections_of(due_since_today, NUMBER)[1].note == words.locked_until_tomorrow()
    assert len(sections_of(replace(due_since_today, review_acknowledged=True), NUMBER)) == 1


def test_a_locked_day_offers_no_walk_and_says_what_to_do() -> None:
    for name in ("locked", "not_today"):
        sections = sections_of(STATES[name], NUMBER)
        assert not {Wish.WALK, Wish.FREE_WALK, Wish.WALK_ANYWAY, Wish.CHECK_IN} & set(wishes(STATES[name]))
        assert all(section.steps for section in sections)


def test_the_number_that_the_person_has_set_is_named() -> None:
    (section,) = sections_of(STATES["not_today"], "144")
    assert any("144" in step for step in section.steps)


def test_after_a_walk_that_found_a_sign_no_more_walking_is_offered() -> None:
    view = replace(STATES["done"], locked=True)
    assert wishes(view) == []
    assert words.locked_after_walk() in sections_of(view, NUMBER)[0].paragraphs


@pytest.mark.parametrize(("remaining_s", "minutes"), [(22 * 60, 22), (22 * 60 - 1, 22), (21 * 60 + 1, 22), (40, 1)])
def test_what_is_left_is_told_in_whole_minutes_never_too_few(remaining_s: int, minutes: int) -> None:
    section = sections_of(replace(STATES["part_walked"], remaining_s=remaining_s), NUMBER)[0]
    assert section.figure == str(minutes)
    assert section.mark_s == 3600 - remaining_s


def test_why_somebody_was_away_is_asked_once_and_only_before_the_walk() -> None:
    missed = STATES["review"]
    assert asks_why_away(missed)
    answered = replace(missed.decision, evidence=replace(missed.decision.evidence, missed_deeper=True))
    assert not asks_why_away(replace(missed, decision=answered))
    assert not asks_why_away(replace(missed, state=TodayState.PART_WALKED))
    assert not asks_why_away(replace(missed, state=TodayState.DONE))
    assert not asks_why_away(STATES["to_check_in"])


# The page


@pytest.mark.parametrize("name", sorted(STATES))
def test_one_button_a_page_is_filled_with_the_accent(name: str, qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, STATES[name])
    assert sum(button.kind is ButtonKind.PRIMARY for button in buttons(page).values()) <= 1


@pytest.mark.parametrize("name", sorted(STATES))
@pytest.mark.parametrize("percent", [100, 130, 200])
def test_nothing_is_cut_off_nameless_or_too_small_in_the_smallest_window(
    name: str, percent: int, qtbot: QtBot, qapp: QApplication
) -> None:
    look = theme(qapp, percent)
    window, page = MainWindow(), TodayPage()
    qtbot.addWidget(window)
    for key in (PageKey.TODAY, PageKey.PROGRESS, PageKey.SETTINGS):
        window.add_page(key, page if key is PageKey.TODAY else QWidget())
    page.draw(STATES[name], NUMBER)
    spread(window, look)
    window.resize(SMALLEST)
    window.show_page(PageKey.TODAY)
    window.show()
    settle(qapp)
    for why in page.findChildren(Unfolding):
        why.set_open(True)
    settle(qapp)
    assert window.size() == SMALLEST
    assert clipped(window) == []
    assert unnamed(window) == []
    assert too_small(window) == []
    assert page.horizontalScrollBar().maximum() == 0


_SIGNALS = (
    ("to_check_in", words.check_in_and_walk(), "check_in_requested"),
    ("ready", words.start_walking(), "walk_requested"),
    ("ready", words.check_in_again(), "check_in_requested"),
    ("part_walked", words.go_on(22), "walk_requested"),
    ("part_walked", words.enough_for_today(), "check_in_after_requested"),
    ("to_check_in_after", words.check_in_after(), "check_in_after_requested"),
    ("done", words.walk_more(), "free_walk_requested"),
    ("rest_day", words.walk_anyway(60), "walk_anyway_requested"),
    ("locked", signs.cleared_choice(), "cleared_requested"),
    ("plan_off", words.write_check_in(), "check_in_requested"),
    ("plan_off", words.open_settings(), "settings_requested"),
    ("review", signs.review_choice(), "review_acknowledged"),
)


@pytest.mark.parametrize(("name", "text", "signal"), _SIGNALS)
def test_a_button_asks_for_what_it_says(name: str, text: str, signal: str, qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, STATES[name])
    heard: list[str] = []
    for other in {signal for _name, _text, signal in _SIGNALS}:
        getattr(page, other).connect(lambda other=other: heard.append(other))
    QTest.keyClick(buttons(page)[text], Qt.Key.Key_Return)
    assert heard == [signal]


@pytest.mark.parametrize("name", ["locked", "review"])
def test_a_key_pressed_once_too_often_lifts_nothing(name: str, qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, replace(STATES[name], can_clear_feet=name == "locked"))
    heard: list[str] = []
    for signal in ("cleared_requested", "feet_seen_to_requested", "review_acknowledged"):
        getattr(page, signal).connect(lambda signal=signal: heard.append(signal))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        page.setFocus()
        QTest.keyClick(page.window().focusWidget(), key)
    assert heard == []


def test_days_that_wait_for_a_lock_are_not_called_rest_days(qtbot: QtBot, qapp: QApplication) -> None:
    waiting = tuple(replace(day, low_min=0, high_min=0, low_brisk_min=0, high_brisk_min=0) for day in today_view().outlook)
    page = shown(qtbot, qapp, replace(STATES["locked"], outlook=waiting))
    assert words.no_outlook() in texts(page)
    assert words.outlook_minutes(0, 0) not in texts(page)


def test_that_the_feet_were_seen_to_can_be_said(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, replace(STATES["locked"], can_clear_feet=True))
    with qtbot.waitSignal(page.feet_seen_to_requested, timeout=0):
        buttons(page)[signs.feet_seen_to_choice()].click()


def test_the_day_is_told_with_its_reason_and_its_walk(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, STATES["to_check_in"])
    assert reasons.headline(STATES["to_check_in"].decision, SUNDAY) in texts(page)
    assert name_of(only(page, DayFigure)) == "60 minutes today, 10 brisk in 4 bouts"
    strip = only(page, SegmentStrip)
    assert strip.accessibleDescription().startswith("5 minutes normal, then 2½ minutes brisk, then")


def test_why_this_plan_unfolds_a_sentence_and_a_source_for_every_rule(qtbot: QtBot, qapp: QApplication) -> None:
    view = STATES["review"]
    page = shown(qtbot, qapp, view)
    told = [part for each in reasons.explanations(view.decision, view.day) for part in (each.sentence, each.source)]
    assert not any(part in text for part in told for text in texts(page))
    QTest.keyClick(buttons(page)[words.why_this_plan()], Qt.Key.Key_Space)
    assert all(any(part in text for text in texts(page)) for part in told)


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(0, "evening"), (3, "evening"), (4, "morning"), (11, "morning"), (12, "afternoon"), (17, "afternoon"), (18, "evening")],
)
def test_the_greeting_goes_by_the_hour(hour: int, greeting: str, qtbot: QtBot, qapp: QApplication) -> None:
    assert f"Good {greeting}" in texts(shown(qtbot, qapp, today_view(hour=hour)))


def test_the_week_is_told_day_by_day(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, STATES["to_check_in"])
    told = only(page, WeekDots).accessibleDescription()
    assert "Monday: 55 minutes walked" in told
    assert "Thursday: no walk" in told
    assert "Sunday, today: a walk day" in told
    assert "235 of 300 min" in texts(page)


def test_the_outlook_says_that_it_is_one_and_names_rest_days(qtbot: QtBot, qapp: QApplication) -> None:
    view = STATES["to_check_in"]
    rest = replace(view.outlook[1], low_min=0, high_min=0, low_brisk_min=0, high_brisk_min=0)
    page = shown(qtbot, qapp, replace(view, outlook=(view.outlook[0], rest)))
    said = texts(page)
    assert words.outlook_hint() in said
    assert "12 to 15 brisk" in said
    assert "Rest day" in said


def test_a_reason_for_being_away_is_told(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, STATES["review"])
    heard: list[object] = []
    page.away_because_given.connect(heard.append)
    row = only(page, ChoiceRow)
    row.pills()[0].click()
    row.pills()[-1].click()
    assert heard == [AwayBecause.ILLNESS, None]


def test_drawing_the_same_again_touches_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, STATES["to_check_in"])
    why = only(page, Unfolding)
    why.set_open(True)
    page.draw(today_view(), NUMBER)
    assert only(page, Unfolding) is why
    assert why.is_open()


def test_a_new_day_is_drawn_afresh_and_the_keyboard_stays_on_the_page(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, STATES["to_check_in"])
    page.setFocus()
    tomorrow = replace(STATES["ready"], day=SUNDAY + timedelta(days=1))
    page.draw(tomorrow, NUMBER)
    settle(qapp)
    assert "Monday 23 November" in texts(page)
    links = {extra_links.just_walk(), extra_links.add_link()}
    assert set(buttons(page)) == {words.start_walking(), words.check_in_again(), words.why_this_plan()} | links
    focused = page.focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == words.start_walking()


def test_another_hour_changes_the_greeting_and_nothing_else(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, STATES["to_check_in"])
    why = only(page, Unfolding)
    why.set_open(True)
    why.button.setFocus()
    page.draw(replace(today_view(), hour=19), NUMBER)
    assert words.greeting(19) in texts(page)
    assert only(page, Unfolding) is why
    assert why.is_open()
    assert why.button.hasFocus()


def test_a_new_day_takes_the_keyboard_from_no_other_page(qtbot: QtBot, qapp: QApplication) -> None:
    window = QStackedWidget()
    qtbot.addWidget(window)
    page, other = TodayPage(), Button("Elsewhere")
    window.addWidget(page)
    window.addWidget(other)
    page.draw(STATES["to_check_in"], NUMBER)
    window.show()
    settle(qapp)
    page.setFocus()
    window.setCurrentWidget(other)
    other.setFocus()
    page.draw(replace(STATES["ready"], day=SUNDAY + timedelta(days=1)), NUMBER)
    settle(qapp)
    assert window.focusWidget() is other


@pytest.mark.parametrize("name", sorted(STATES))
def test_a_screen_reader_meets_the_plan_before_the_week(name: str, qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, STATES["to_check_in"])
    page.draw(STATES[name], NUMBER)
    inside = page.findChildren(QWidget)
    assert max(map(inside.index, page.findChildren(SectionCard))) < inside.index(only(page, WeekCard))


def test_the_main_button_is_where_the_keyboard_begins(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, STATES["to_check_in"])
    page.setFocus()
    with qtbot.waitSignal(page.check_in_requested, timeout=0):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)


def test_tab_goes_through_the_page_from_top_to_bottom(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, qapp, STATES["review"])
    heights = [stop.mapTo(page, stop.rect().center()).y() for stop in tab_stops(page)]
    assert len(heights) >= 4
    assert heights == sorted(heights)
