"""The Diary page: its list by key, the day beside it, filters, what stands there when there is nothing, and its looks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, after, before, notes, slow_answers, walk
from tests.fakes import FakeClock
from tests.ui.access import too_small, unnamed
from tests.ui.diary_scene import DAY, DiaryScene, lived, open_diary
from tests.ui.scenes import clipped, press, settle
from walkcoach.core.decision import DecisionKind
from walkcoach.core.diary import Feet, ShorterBecause
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services.diary_filter import DiaryFilter, Felt, Find
from walkcoach.services.ports import StoredDiary, WalkKind
from walkcoach.services.sample import made_up
from walkcoach.ui.dialogs.diary_filter import DiaryFilterDialog
from walkcoach.ui.main_window import SMALLEST_PX
from walkcoach.ui.pages.diary_page import DiaryPage
from walkcoach.ui.theme.tokens import Scheme
from walkcoach.wording import diary as words
from walkcoach.wording import diary_day, reasons

RTL = "مشيت اليوم ببطء على طول النهر"


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication) -> DiaryScene:
    clock, diary = lived()
    return open_diary(qtbot, qapp, diary, clock)


def listed(scene: DiaryScene) -> list[date]:
    """The days in the list."""
    return list(scene.page.list.days)


def words_of(scene: DiaryScene) -> str:
    """All that can be read of the day that is open."""
    scene.page.catch_up()
    scene.settle()
    page = scene.page
    return "\n".join(label.text() for label in page.pane.findChildren(QLabel) if label.isVisibleTo(page))


def full_day() -> tuple[FakeClock, StoredDiary]:
    """One day of which everything was said."""
    clock, diary = lived()
    day = MONDAY + DAY
    return clock, replace(
        diary,
        before={**diary.before, day: before(3, signs=[WarningSign.CALF_PAIN_WALKING])},
        after={**diary.after, day: after(6, effort=7, could_talk=False, stumbled=True, feet=Feet.LATER)},
        notes={day: notes(cleared=True, feet_seen_to=True, review_acknowledged=True)},
        walks=(
            *diary.walks,
            walk(day, 8, kind=WalkKind.BY_HAND, hour=17, name="hand"),
            walk(day, 5, kind=WalkKind.FREE, hour=19, shorter=ShorterBecause.NO_TIME, marks=(30.0,), name="free"),
        ),
        remarks={day: f"A note. {RTL} 👟"},
        slow_answers={day: slow_answers(SlowSign.GAIT_CHANGE)},
        programmes={MONDAY: Programme(), day: Programme(track=Track.GENTLE)},
    )


def test_days_stand_newest_first_and_the_keyboard_goes_through_them(scene: DiaryScene) -> None:
    page = scene.page
    assert page.list.days == (MONDAY + 3 * DAY, MONDAY + 2 * DAY, MONDAY + DAY, MONDAY)
    assert page.list.hasFocus()
    for key, day in ((Qt.Key.Key_Down, 2), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 2), (Qt.Key.Key_End, 0), (Qt.Key.Key_Home, 3)):
        press(scene.window, key)
        assert page.list.day() == MONDAY + day * DAY
        page.catch_up()
        assert page.pane.row is not None
        assert page.pane.row.day == MONDAY + day * DAY


def test_return_opens_the_day_and_escape_leads_back_to_it(scene: DiaryScene) -> None:
    press(scene.window, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert scene.page.pane.hasFocus()
    assert scene.page.pane.accessibleName().startswith("Yesterday, Wednesday 7 January")
    press(scene.window, Qt.Key.Key_Escape)
    assert scene.page.list.hasFocus()
    assert scene.page.list.day() == MONDAY + 2 * DAY


def test_while_a_key_is_held_down_only_the_day_that_is_stopped_at_is_drawn_whole(scene: DiaryScene) -> None:
    page = scene.page
    page.catch_up()
    press(scene.window, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert page.list.day() == MONDAY
    assert page.pane.row is not None
    assert page.pane.row.day > MONDAY
    page.catch_up()
    assert page.pane.row.day == MONDAY


def test_the_page_keys_go_far_in_a_long_diary(qtbot: QtBot, qapp: QApplication) -> None:
    clock = FakeClock()
    scene = open_diary(qtbot, qapp, made_up(clock.today(), 52, 4), clock)
    press(scene.window, Qt.Key.Key_PageDown)
    first = scene.page.list.day()
    press(scene.window, Qt.Key.Key_PageDown)
    second = scene.page.list.day()
    assert first is not None
    assert second is not None
    assert (clock.today() - first).days >= 4
    assert (first - second).days >= 4
    assert scene.page.month.text() == words.month(second + 3 * DAY)
    press(scene.window, Qt.Key.Key_End)
    assert scene.page.list.day() == scene.page.list.days[-1]
    assert scene.page.month.text() == words.month(scene.page.list.days[-1])


def test_a_letter_typed_into_the_list_searches_nothing(scene: DiaryScene) -> None:
    press(scene.window, "w")
    assert scene.page.list.day() == MONDAY + 3 * DAY


def test_a_day_tells_every_reason_of_its_plan_and_all_that_was_said(qtbot: QtBot, qapp: QApplication) -> None:
    clock, diary = full_day()
    scene = open_diary(qtbot, qapp, diary, clock)
    press(scene.window, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    row = scene.page.pane.row
    assert row is not None
    said = words_of(scene)
    for explanation in reasons.explanations(row.decision, row.day):
        assert explanation.sentence in said
        assert explanation.source in said
    for expected in (
        diary_day.plan_title(as_shown=True, today=False),
        "Calf pain that comes with walking",
        "3, usual 1",
        "6, before it 3",
        "7, very hard",
        "Later, shoes still on",
        "A professional has looked at the warning sign.",
        "New or worse: A change in the way I walk.",
        "Steady → Gentle",
        "Added by hand, began at 17:00",
        "Walk of your own, began at 19:00, shorter because of: No time, symptom marked 1 time",
    ):
        assert expected in said
        assert expected in scene.page.pane.accessibleName()
    assert scene.page.pane.remark.text() == diary.remarks[MONDAY + DAY]


def test_a_walk_whose_hour_is_not_known_is_shown_without_one(qtbot: QtBot, qapp: QApplication) -> None:
    clock, diary = lived()
    by_hand = replace(walk(MONDAY, 8, kind=WalkKind.BY_HAND, hour=12, name="hand"), time_known=False)
    scene = open_diary(qtbot, qapp, replace(diary, walks=(*diary.walks, by_hand)), clock)
    press(scene.window, Qt.Key.Key_End)
    assert "Added by hand\n" in f"{words_of(scene)}\n"
    assert "12:00" not in words_of(scene)


def test_the_row_is_read_out_whole(qtbot: QtBot, qapp: QApplication) -> None:
    clock, diary = full_day()
    scene = open_diary(qtbot, qapp, diary, clock)
    model = scene.page.list.model()
    said = model.data(model.index(2, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Tuesday 6 January. A little more, 20 minutes. Walked 33 minutes. warning sign · tingling 3 → 6 · walk added by hand · "
        f"walk of your own · noted for the coach · programme changed · monthly question · “A note. {RTL} 👟”"
    )
    assert model.rowCount(QModelIndex()) == 4


def test_the_search_follows_each_letter_and_says_how_many(qtbot: QtBot, qapp: QApplication) -> None:
    clock, diary = full_day()
    scene = open_diary(qtbot, qapp, diary, clock)
    page = scene.page
    QTest.keyClick(scene.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    settle(qapp)
    assert page.search.hasFocus()
    press(scene.window, "NOTE")
    assert listed(scene) == [MONDAY + DAY]
    assert page.count.text() == "1 of 4 days"
    press(scene.window, "x")
    settle(qapp)
    assert listed(scene) == []
    assert not page.list.isVisible()
    assert words.nothing_found_title() in "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    press(scene.window, Qt.Key.Key_Escape)
    settle(qapp)
    assert len(page.list.days) == 4
    assert page.count.text() == "4 days"
    assert page.list.hasFocus()


def test_filters_hold_at_once_and_together_and_can_all_be_taken_away(qtbot: QtBot, qapp: QApplication) -> None:
    clock, diary = full_day()
    scene = open_diary(qtbot, qapp, diary, clock)
    page = scene.page
    page.filters.click()
    (sheet,) = scene.sheets()
    assert isinstance(sheet, DiaryFilterDialog)
    press(sheet, "2")
    assert page.wanted == DiaryFilter(symptom=Symptom.TINGLING)
    assert (len(page.list.days), sheet.count.text()) == (3, "3 of 4 days")
    sheet.felt.setFocus()
    press(sheet, "2")
    assert listed(scene) == [MONDAY + DAY]
    pills = sheet.finds.findChildren(type(sheet.finds._pills[0]))
    pills[2].click()
    sheet.kinds._pills[2].click()
    assert page.wanted.finds == {Find.BY_HAND}
    assert page.wanted.kinds == {DecisionKind.REPEAT}
    assert listed(scene) == []
    sheet.primary.click()
    settle(qapp)
    assert page.filters.text() == words.filter_on(3)
    page.all_days.click()
    assert page.wanted == DiaryFilter()
    assert len(page.list.days) == 4
    assert not page.all_days.isVisible()
    page.filters.click()
    (sheet,) = scene.sheets()
    assert isinstance(sheet, DiaryFilterDialog)
    assert sheet.felt.value() is None
    press(sheet, "2")
    sheet.secondary.click()
    settle(qapp)
    assert page.wanted == DiaryFilter()
    assert scene.sheets() == []


def test_what_was_felt_can_be_chosen_only_of_a_symptom(scene: DiaryScene) -> None:
    scene.page.filters.click()
    (sheet,) = scene.sheets()
    assert isinstance(sheet, DiaryFilterDialog)
    assert (sheet.felt.isEnabled(), sheet.felt.value(), sheet._felt_field.hint()) == (False, None, words.felt_first())
    press(sheet, "2")
    assert (sheet.felt.isEnabled(), sheet.felt.value(), sheet._felt_field.hint()) == (True, Felt.RATED, "")
    sheet.felt.setFocus()
    press(sheet, "2")
    assert scene.page.wanted == DiaryFilter(symptom=Symptom.TINGLING, felt=Felt.ROSE)
    sheet.symptom.setFocus()
    press(sheet, "1")
    assert scene.page.wanted == DiaryFilter()
    assert (sheet.felt.isEnabled(), sheet.felt.value()) == (False, None)
    press(sheet, Qt.Key.Key_Tab)
    assert sheet.finds._pills[0].hasFocus()


def test_an_empty_diary_says_what_will_stand_there(qtbot: QtBot, qapp: QApplication) -> None:
    scene = open_diary(qtbot, qapp, StoredDiary(), FakeClock())
    seen = [label.text() for label in scene.page.findChildren(QLabel) if label.isVisibleTo(scene.page)]
    assert words.empty_title() in seen
    assert not scene.page.search.isVisibleTo(scene.page)


def test_before_the_diary_has_come_the_page_says_that_it_is_coming(qtbot: QtBot) -> None:
    page = DiaryPage()
    qtbot.addWidget(page)
    page.show()
    assert words.busy() in [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_a_day_asked_for_by_its_date_opens_whatever_the_filters_and_one_to_come_is_today(scene: DiaryScene) -> None:
    scene.page.want(DiaryFilter(text="nothing like this"))
    assert listed(scene) == []
    scene.flow.show_day(MONDAY)
    scene.settle()
    assert scene.page.pane.row is not None
    assert (scene.page.pane.row.day, scene.page.wanted) == (MONDAY, DiaryFilter())
    assert scene.page.pane.hasFocus()
    scene.flow.show_day(MONDAY + 9 * DAY)
    assert scene.page.pane.row.day == MONDAY + 3 * DAY
    scene.flow.show_day(MONDAY - 400 * DAY)
    assert scene.page.pane.row.day == listed(scene)[-1] == MONDAY - 400 * DAY


def test_the_mouse_opens_a_day_too(scene: DiaryScene) -> None:
    days = scene.page.list
    where = days.visualRect(days.model().index(2, 0)).center()
    QTest.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert scene.page.pane.row is not None
    assert scene.page.pane.row.day == MONDAY + DAY
    assert scene.page.pane.hasFocus()


def test_in_a_small_window_the_day_takes_the_place_of_the_list(qtbot: QtBot, qapp: QApplication) -> None:
    clock, diary = lived()
    scene = open_diary(qtbot, qapp, diary, clock, size=SMALLEST_PX)
    page = scene.page
    assert (page.list.isVisible(), page.pane.isVisible()) == (True, False)
    press(scene.window, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (page.list.isVisible(), page.pane.isVisible()) == (False, True)
    page.back.click()
    settle(qapp)
    assert (page.list.isVisible(), page.list.hasFocus()) == (True, True)
    press(scene.window, Qt.Key.Key_Return)
    QTest.keyClick(scene.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    settle(qapp)
    assert page.search.hasFocus()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.CONTRAST_DARK])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [SMALLEST_PX, (1920, 1080)])
def test_nothing_is_cut_off_unnamed_or_too_small_to_press(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int], percent: int, scheme: Scheme
) -> None:
    clock, diary = full_day()
    scene = open_diary(qtbot, qapp, diary, clock, percent=percent, scheme=scheme, size=size)
    for _page in range(2):
        assert clipped(scene.page) == []
        assert unnamed(scene.page) == []
        assert too_small(scene.page) == []
        press(scene.window, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
        settle(qapp)
    assert scene.page.pane.horizontalScrollBar().maximum() == 0


def test_a_row_is_drawn_mirrored_where_the_window_is(qtbot: QtBot, qapp: QApplication) -> None:
    clock, diary = full_day()
    scene = open_diary(qtbot, qapp, diary, clock)
    days = scene.page.list
    there = days.grab().toImage()
    days.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle(qapp)
    mirrored = days.grab().toImage()
    row = days.visualRect(days.model().index(1, 0))
    mark = QRect(0, row.top(), 48, row.height())
    assert there.copy(mark) != mirrored.copy(mark)


def test_drawing_anew_keeps_the_day_and_the_place_in_the_list(qtbot: QtBot, qapp: QApplication) -> None:
    clock = FakeClock()
    scene = open_diary(qtbot, qapp, made_up(clock.today(), 20, 4), clock)
    days = scene.page.list
    for _step in range(30):
        press(scene.window, Qt.Key.Key_Down)
    chosen, scrolled = days.day(), days.verticalScrollBar().value()
    assert scrolled > 0
    scene.keeper.save_before(clock.today(), before(ratings={Symptom.TINGLING: 1}), clock.now())
    scene.flow.draw()
    settle(qapp)
    assert (days.day(), days.verticalScrollBar().value()) == (chosen, scrolled)


def test_the_day_with_the_mark_stays_in_sight_when_the_bar_takes_room(qtbot: QtBot, qapp: QApplication) -> None:
    clock = FakeClock()
    scene = open_diary(qtbot, qapp, made_up(clock.today(), 20, 4), clock, size=SMALLEST_PX)
    for _step in range(40):
        press(scene.window, Qt.Key.Key_Down)
    days = scene.page.list
    bottom = days.visualRect(days.currentIndex()).bottom()
    assert days.viewport().height() - bottom < days.visualRect(days.currentIndex()).height()
    scene.window.notice.say("Deleted: something.", "Undo")
    settle(qapp)
    assert days.viewport().rect().contains(days.visualRect(days.currentIndex()))


def test_a_day_that_is_gone_from_the_list_leaves_the_mark_on_the_nearest(qtbot: QtBot, qapp: QApplication) -> None:
    clock, diary = lived()
    first = MONDAY - timedelta(days=3)
    scene = open_diary(qtbot, qapp, replace(diary, remarks={first: "first"}), clock)
    press(scene.window, Qt.Key.Key_End, Qt.Key.Key_Delete)
    settle(qapp)
    assert scene.page.list.day() == scene.page.list.days[-1] == MONDAY
    assert isinstance(scene.page.list.day(), date)
