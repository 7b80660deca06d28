"""The weekly review as it is drawn: three figures, read as a whole, closed by one key, gone through by left and right."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.ui.access import tab_stops, too_small, unnamed
from tests.ui.scenes import clipped, press, settle, shown, theme
from tests.wording.test_week_review import A_WEEK, REST
from walkcoach.core.week_review import WeekReview
from walkcoach.ui.dialogs.week_review import WeekReviewDialog
from walkcoach.ui.theme.tokens import Scheme
from walkcoach.ui.widgets.labels import Label
from walkcoach.wording import week_review as words

WEEK = timedelta(days=7)
TODAY = MONDAY + 3 * WEEK
THREE = (replace(A_WEEK, first_day=MONDAY + 2 * WEEK, minutes=150), replace(REST, first_day=MONDAY + WEEK), A_WEEK)


def open_reviews(
    qtbot: QtBot, app: QApplication, reviews: Sequence[WeekReview] = THREE, percent: int = 100, *, just_told: bool = False
) -> WeekReviewDialog:
    dialog = WeekReviewDialog(reviews, TODAY, theme(app, percent), just_told=just_told)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def lines(dialog: QWidget) -> list[str]:
    return [label.text() for label in shown(dialog, Label) if isinstance(label, Label)]


def heard(dialog: WeekReviewDialog) -> str:
    """What a screen reader reads when the sheet opens."""
    focus = dialog.focusWidget()
    assert focus is not None
    return focus.accessibleName()


def test_the_newest_week_is_shown_with_its_three_figures_and_its_sentences(qtbot: QtBot, qapp: QApplication) -> None:
    text = lines(open_reviews(qtbot, qapp))
    assert text[:2] == ["Your last week", "19 to 25 January · Week 1 of 3, newest first"]
    for figure in words.figures(THREE[0]):
        assert {figure.figure, figure.counts, figure.said} <= set(text)
    assert set(words.other_symptoms(THREE[0])) <= set(text)
    assert words.plan(THREE[0]) in text


def test_all_of_it_is_read_out_in_the_order_of_the_page(qtbot: QtBot, qapp: QApplication) -> None:
    signs = replace(THREE[0], sign_days=1)
    said = heard(open_reviews(qtbot, qapp, (signs,), just_told=True))
    parts = ["Your last week", "5 of 6 walks.", "150 minutes.", "2.1 tingling, before walks.", "Cramps: 1", words.plan(signs)]
    places = [said.index(part) for part in (*parts, words.signs(signs), words.kept())]
    assert places == sorted(places)


def test_the_heading_and_the_dates_are_heard_as_sentences_of_their_own(qtbot: QtBot, qapp: QApplication) -> None:
    said = heard(open_reviews(qtbot, qapp))
    assert said.startswith("Your last week. 19 to 25 January · Week 1 of 3, newest first. 5 of 6 walks. ")
    assert ".." not in said


def test_the_page_keys_turn_the_text_wherever_the_keyboard_is(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(920, 640)
    window.show()
    dialog = WeekReviewDialog(THREE, TODAY, theme(qapp, 200), window)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.earlier.setFocus(Qt.FocusReason.TabFocusReason)
    bar = dialog.findChildren(QScrollArea)[0].verticalScrollBar()
    press(dialog, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    press(dialog, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    assert dialog.earlier.hasFocus()


def test_one_key_closes_it(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_reviews(qtbot, qapp)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_stray_return_closes_nothing_and_the_button_is_the_next_stop(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_reviews(qtbot, qapp)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    press(dialog, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_left_and_right_go_from_week_to_week_and_stop_at_the_ends(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_reviews(qtbot, qapp)
    press(dialog, Qt.Key.Key_Right)
    assert "19 to 25 January · Week 1 of 3, newest first" in lines(dialog)
    press(dialog, Qt.Key.Key_Left)
    assert "12 to 18 January · Week 2 of 3, newest first" in lines(dialog)
    assert "One of your weeks" in heard(dialog)
    press(dialog, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert "5 to 11 January · Week 3 of 3, newest first" in lines(dialog)
    press(dialog, Qt.Key.Key_Right)
    assert "12 to 18 January · Week 2 of 3, newest first" in lines(dialog)
    assert "19 to 25 January · Week 1 of 3, newest first" not in lines(dialog)


def test_the_buttons_do_the_same_and_the_keyboard_stays_on_one_that_can_be_pressed(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_reviews(qtbot, qapp)
    assert (dialog.earlier.isEnabled(), dialog.later.isEnabled()) == (True, False)
    dialog.earlier.setFocus(Qt.FocusReason.TabFocusReason)
    press(dialog, Qt.Key.Key_Space)
    assert dialog.earlier.hasFocus()
    press(dialog, Qt.Key.Key_Space)
    assert (dialog.earlier.isEnabled(), dialog.later.isEnabled()) == (False, True)
    assert dialog.later.hasFocus()
    assert "5 to 11 January · Week 3 of 3, newest first" in lines(dialog)
    press(dialog, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert "19 to 25 January · Week 1 of 3, newest first" in lines(dialog)
    assert dialog.earlier.hasFocus()


def test_another_week_is_announced(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("walkcoach.ui.dialogs.week_review.announce", lambda _widget, sentence: told.append(sentence))
    dialog = open_reviews(qtbot, qapp)
    assert told == []
    press(dialog, Qt.Key.Key_Left)
    assert told == [heard(dialog)]


def test_a_single_week_has_no_buttons_to_go_on_and_no_number(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_reviews(qtbot, qapp, (A_WEEK,))
    assert not dialog.earlier.isVisible()
    assert not dialog.later.isVisible()
    assert "5 to 11 January" in lines(dialog)
    assert dialog.close_button in tab_stops(dialog)


def test_only_a_new_one_says_where_it_is_kept(qtbot: QtBot, qapp: QApplication) -> None:
    assert words.kept() in lines(open_reviews(qtbot, qapp, just_told=True))
    assert words.kept() not in lines(open_reviews(qtbot, qapp))


def test_before_the_first_week_it_says_what_will_be_here(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = open_reviews(qtbot, qapp, ())
    assert lines(dialog) == [words.nothing_kept_title(), words.nothing_kept()]
    assert words.nothing_kept() in heard(dialog)
    press(dialog, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("percent", [100, 140, 200])
def test_nothing_is_clipped_too_small_or_unnamed_in_the_smallest_window(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    told = replace(THREE[0], sign_days=1, feet_days=1, rest_days=1, step_backs=2)
    for reviews in ((told, *THREE[1:]), (REST,), ()):
        dialog = open_reviews(qtbot, qapp, reviews, percent, just_told=True)
        dialog.resize(min(920, dialog.width()), 640)
        settle(qapp)
        assert clipped(dialog) == []
        assert unnamed(dialog) == []
        assert too_small(dialog) == []


def test_a_week_fits_into_an_ordinary_window_without_scrolling(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 780)
    window.show()
    dialog = WeekReviewDialog(THREE, TODAY, theme(qapp, 100, Scheme.DARK), window, just_told=True)
    dialog.show()
    settle(qapp)
    assert not dialog.scrolls
    assert dialog.height() < 780


def test_a_longer_week_after_a_shorter_one_has_its_room(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 780)
    window.show()
    long = replace(A_WEEK, sign_days=1, feet_days=1, rest_days=1, days_off=1, step_backs=1)
    dialog = WeekReviewDialog((replace(REST, first_day=MONDAY + WEEK), long), TODAY, theme(qapp), window)
    dialog.show()
    settle(qapp)
    press(dialog, Qt.Key.Key_Left)
    settle(qapp)
    assert not dialog.scrolls
    assert clipped(dialog) == []


def test_the_title_of_the_window_says_no_word_about_health(qtbot: QtBot, qapp: QApplication) -> None:
    assert open_reviews(qtbot, qapp).windowTitle() == "Your week"
