"""The sheets that change a day of the diary: filled in with what was said, kept as one step, refused with the field named."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, after, before, notes, walk
from tests.ui.access import too_small, unnamed
from tests.ui.diary_scene import DAY, SAID, SAID_AFTER, DiaryScene, lived, on_the_second_day, only, open_diary, rich
from tests.ui.scenes import clipped, press, settle
from walkcoach.core.diary import AwayBecause, Feet, ShorterBecause, Steadiness
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.entries import StepKind
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Profile, WalkKind
from walkcoach.ui.dialogs.day_notes import DayNotesDialog
from walkcoach.ui.dialogs.edit_check_in import EditAfter, EditBefore
from walkcoach.ui.dialogs.lift_lock import LiftLockDialog
from walkcoach.ui.dialogs.timed_walk import TimedWalkDialog
from walkcoach.ui.dialogs.walk_by_hand import WalkByHandDialog
from walkcoach.ui.dialogs.warning_sign import WarningSignDialog
from walkcoach.wording import check_in, diary_edit


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication) -> DiaryScene:
    return on_the_second_day(qtbot, qapp)


def open_before(scene: DiaryScene) -> EditBefore:
    scene.press("Change: check-in before the walk")
    sheet = only(scene, EditBefore)
    assert isinstance(sheet, EditBefore)
    return sheet


def open_after(scene: DiaryScene) -> EditAfter:
    scene.press("Change: check-in after the walk")
    sheet = only(scene, EditAfter)
    assert isinstance(sheet, EditAfter)
    return sheet


def test_both_sheets_show_what_was_said_and_saving_it_is_no_step(scene: DiaryScene) -> None:
    sheet = open_before(scene)
    assert sheet.answers() == SAID
    assert sheet.footer_heading.text() == diary_edit.edit_footer()
    sheet.primary.click()
    later = open_after(scene)
    assert later.answers() == SAID_AFTER
    later.primary.click()
    assert scene.sheets() == []
    assert scene.keeper.steps() == ()


def test_with_the_glucose_question_its_answer_is_filled_in_as_well(qtbot: QtBot, qapp: QApplication) -> None:
    clock, _diary = lived()
    diary = replace(rich(), profile=Profile(welcomed=True, uses_glucose_lowering=True))
    scene = open_diary(qtbot, qapp, diary, clock)
    scene.flow.show_day(MONDAY + DAY)
    sheet = open_before(scene)
    assert sheet.glucose is not None
    assert sheet.glucose.value() is False
    assert sheet.answers() == SAID


def test_a_check_in_said_anew_is_one_step_and_drawn_and_what_was_shown_stays(scene: DiaryScene) -> None:
    day = MONDAY + DAY
    shown = scene.keeper.decision_on(day)
    sheet = open_after(scene)
    sheet.rows[Symptom.TINGLING].set_value(9)
    sheet.primary.click()
    scene.settle()
    assert scene.sheets() == []
    assert scene.keeper.load().after[day].worst[Symptom.TINGLING] == 9
    assert [step.kind for step in scene.keeper.steps()] == [StepKind.EDITED]
    assert scene.keeper.decision_on(day) == shown
    assert scene.page.pane.row is not None
    assert scene.page.pane.row.after == scene.keeper.load().after[day]
    assert scene.window.notice.text() == "Changed: Tuesday's check-in after the walk."


def test_escape_and_back_keep_nothing(scene: DiaryScene) -> None:
    for leave in (lambda sheet: press(sheet, Qt.Key.Key_Escape), lambda sheet: sheet.secondary.click()):
        sheet = open_before(scene)
        sheet.steady.choose(Steadiness.AS_USUAL)
        leave(sheet)
        assert scene.sheets() == []
        assert scene.keeper.load().before[MONDAY + DAY] == SAID


def test_a_symptom_can_be_taken_out_of_what_was_said_but_not_the_last_one(scene: DiaryScene) -> None:
    sheet = open_before(scene)
    for row in sheet.rows.values():
        row.set_value(None)
    sheet.refresh()
    assert not sheet.primary.isEnabled()
    assert sheet.missing()[0] == "Tingling"
    sheet.rows[Symptom.TINGLING].set_value(1)
    sheet.refresh()
    sheet.primary.click()
    assert scene.keeper.load().before[MONDAY + DAY].ratings == {Symptom.TINGLING: 1}


def test_what_was_rated_before_has_to_be_rated_after(scene: DiaryScene) -> None:
    sheet = open_after(scene)
    sheet.rows[Symptom.CRAMPS].set_value(None)
    sheet.rows[Symptom.BURNING].set_value(None)
    sheet.refresh()
    assert sheet.missing() == ["Burning"]


def test_check_ins_that_do_not_fit_stay_on_the_sheet_which_names_the_field(scene: DiaryScene) -> None:
    sheet = open_before(scene)
    sheet.another.chosen.emit(Symptom.ITCHING)
    sheet.rows[Symptom.ITCHING].set_value(4)
    sheet.refresh()
    sheet.primary.click()
    scene.settle()
    assert sheet.isVisible()
    assert sheet.footer_heading.text() == diary_edit.misfit(Symptom.ITCHING, in_before=True)
    assert sheet.rows[Symptom.ITCHING].isAncestorOf(sheet.focusWidget())
    assert scene.keeper.load().before[MONDAY + DAY] == SAID
    sheet.rows[Symptom.ITCHING].set_value(None)
    sheet.refresh()
    sheet.primary.click()
    assert scene.sheets() == []


def test_a_missing_check_in_is_added_with_nothing_filled_in(scene: DiaryScene) -> None:
    scene.press("Delete: check-in before the walk")
    question = only(scene, LiftLockDialog)
    assert isinstance(question, LiftLockDialog)
    question.confirm.click()
    scene.settle()
    scene.press("Add: check-in before the walk")
    sheet = only(scene, EditBefore)
    assert isinstance(sheet, EditBefore)
    assert [row.value for row in sheet.rows.values()] == [None]
    assert not sheet.primary.isEnabled()
    press(sheet, "2", Qt.Key.Key_Return, "1", Qt.Key.Key_Return, "1", Qt.Key.Key_Return, "1", Qt.Key.Key_Return)
    press(sheet, Qt.Key.Key_Space)
    scene.settle()
    assert scene.keeper.load().before[MONDAY + DAY] == before(2)


def test_a_sign_told_only_now_is_answered_with_its_text(scene: DiaryScene) -> None:
    sheet = open_after(scene)
    sheet.signs.fill([WarningSign.CHEST_PAIN])
    sheet.primary.click()
    assert len(scene.sheets(WarningSignDialog)) == 1
    assert scene.bridge.view().locked


def test_a_full_disk_keeps_the_sheet_with_what_was_said(scene: DiaryScene) -> None:
    sheet = open_before(scene)
    sheet.steady.choose(Steadiness.AS_USUAL)
    sheet.refresh()
    scene.store.trouble = Trouble("The disk is full.", "Make some room.")
    sheet.primary.click()
    assert sheet.isVisible()
    assert sheet.footer_heading.text() == "The disk is full."
    scene.store.trouble = None
    sheet.primary.click()
    assert scene.keeper.load().before[MONDAY + DAY].steady is Steadiness.AS_USUAL


def signed(qtbot: QtBot, qapp: QApplication) -> DiaryScene:
    """A warning sign was told this morning."""
    clock, diary = lived()
    today = clock.today()
    sign = before(1, feet=Feet.NEW, signs=[WarningSign.CHEST_PAIN])
    scene = open_diary(qtbot, qapp, replace(diary, before={**diary.before, today: sign}), clock)
    scene.flow.show_day(today)
    assert scene.bridge.view().locked
    return scene


def test_a_sign_of_today_ticked_by_mistake_is_taken_back_only_after_a_plain_question(qtbot: QtBot, qapp: QApplication) -> None:
    scene = signed(qtbot, qapp)
    for sure in (False, True):
        sheet = open_before(scene)
        sheet.signs.fill([])
        sheet.feet.choose(Feet.FINE)
        sheet.refresh()
        sheet.primary.click()
        question = only(scene, LiftLockDialog)
        assert isinstance(question, LiftLockDialog)
        assert question.not_yet.hasFocus()
        assert "told today" in question.accessibleName()
        assert "by mistake" in question.accessibleName()
        assert sheet.isVisible()
        assert scene.bridge.view().locked
        (question.confirm if sure else question.not_yet).click()
        scene.settle()
        assert scene.bridge.view().locked is not sure
        assert sheet.isVisible() is not sure
        if not sure:
            press(sheet, Qt.Key.Key_Escape)
    assert scene.sheets() == []
    assert scene.keeper.load().before[scene.clock.today()] == before(1)


@pytest.mark.parametrize("by_key", [True, False])
def test_deleting_a_sign_asks_first_and_deleting_all_else_does_not(qtbot: QtBot, qapp: QApplication, by_key: bool) -> None:
    scene = signed(qtbot, qapp)
    scene.page.list.setFocus()
    scene.page.close_day()
    if by_key:
        press(scene.window, Qt.Key.Key_Delete)
    else:
        scene.press("Delete: check-in before the walk")
    question = only(scene, LiftLockDialog)
    assert isinstance(question, LiftLockDialog)
    assert scene.bridge.view().locked
    press(question, Qt.Key.Key_Escape)
    assert scene.bridge.view().locked
    scene.page.list.choose(MONDAY)
    scene.page.close_day()
    press(scene.window, Qt.Key.Key_Delete)
    assert scene.sheets() == []
    assert MONDAY not in scene.keeper.load().before


def test_a_note_that_lifts_a_lock_is_asked_about_as_on_today(qtbot: QtBot, qapp: QApplication) -> None:
    clock, diary = lived()
    yesterday = clock.today() - DAY
    diary = replace(diary, after={**diary.after, yesterday: after(1, signs=[WarningSign.COLD_SWEAT])})
    scene = open_diary(qtbot, qapp, diary, clock)
    scene.press("Add: entry for the coach")
    sheet = only(scene, DayNotesDialog)
    assert isinstance(sheet, DayNotesDialog)
    sheet.cleared.click()
    sheet.away.choose(AwayBecause.ILLNESS)
    sheet.primary.click()
    question = only(scene, LiftLockDialog)
    assert isinstance(question, LiftLockDialog)
    question.confirm.click()
    scene.settle()
    assert scene.sheets() == []
    assert scene.keeper.load().notes[clock.today()] == notes(cleared=True, away_because=AwayBecause.ILLNESS)
    assert not scene.bridge.view().locked


def test_notes_that_say_nothing_any_more_are_taken_away(scene: DiaryScene) -> None:
    scene.keeper.save_notes(MONDAY + DAY, notes(feet_seen_to=True), scene.clock.now())
    scene.flow.draw()
    scene.press("Change: entry for the coach")
    sheet = only(scene, DayNotesDialog)
    assert isinstance(sheet, DayNotesDialog)
    assert sheet.feet.isChecked()
    sheet.feet.click()
    sheet.primary.click()
    assert scene.keeper.load().notes == {}


def test_a_timed_walk_can_be_made_shorter_and_given_a_reason_but_never_longer(scene: DiaryScene) -> None:
    scene.press("Change: 20 minutes")
    sheet = only(scene, TimedWalkDialog)
    assert isinstance(sheet, TimedWalkDialog)
    assert sheet.minutes.field().maximum() == 20
    sheet.minutes.set_value(12)
    sheet.why.choose(ShorterBecause.SYMPTOMS)
    sheet.primary.click()
    kept = scene.keeper.walks_on(MONDAY + DAY)[0]
    assert (kept.walked_s, kept.shorter_because) == (720.0, ShorterBecause.SYMPTOMS)


def test_a_walk_is_added_to_the_day_that_is_open_and_changed_and_deleted_and_taken_back(scene: DiaryScene) -> None:
    scene.press("Add: walk")
    sheet = only(scene, WalkByHandDialog)
    assert isinstance(sheet, WalkByHandDialog)
    assert sheet.day.day == MONDAY + DAY
    sheet.begun.setText("18:30")
    sheet.primary.click()
    scene.settle()
    assert scene.window.notice.text() == "Added: Tuesday's walk."
    walks = scene.keeper.walks_on(MONDAY + DAY)
    assert [(each.kind, each.walked_s, each.time_known) for each in walks[1:]] == [(WalkKind.BY_HAND, 1200.0, True)]
    scene.flow.edit_walk(walks[1])
    anew = only(scene, WalkByHandDialog)
    assert isinstance(anew, WalkByHandDialog)
    assert (anew.begun.text(), anew.minutes.value(), anew.primary.text()) == ("18:30", 20, diary_edit.save())
    anew.begun.clear()
    anew.minutes.set_value(25)
    anew.primary.click()
    changed = scene.keeper.walks_on(MONDAY + DAY)
    assert [(each.walked_s, each.time_known) for each in changed if each.kind is WalkKind.BY_HAND] == [(1500.0, False)]
    for _step in range(2):
        scene.undo.undo()
    assert scene.keeper.walks_on(MONDAY + DAY) == walks[:1]


def test_a_walk_long_ago_stays_on_its_day(qtbot: QtBot, qapp: QApplication) -> None:
    clock, diary = lived()
    long_ago = MONDAY - 50 * DAY
    by_hand = walk(long_ago, 18, brisk=3, kind=WalkKind.BY_HAND, name="hand")
    scene = open_diary(qtbot, qapp, replace(diary, walks=(by_hand, *diary.walks)), clock)
    scene.flow.edit_walk(by_hand)
    sheet = only(scene, WalkByHandDialog)
    assert isinstance(sheet, WalkByHandDialog)
    assert not sheet.day.isVisible()
    assert (sheet.minutes.value(), sheet.brisk.value()) == (18, 3)
    sheet.minutes.set_value(19)
    sheet.primary.click()
    (kept,) = scene.keeper.walks_on(long_ago)
    assert kept.walked_s == 19 * 60


@pytest.mark.parametrize("percent", [100, 200])
def test_every_sheet_can_be_read_and_pressed(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    clock, _diary = lived()
    scene = open_diary(qtbot, qapp, rich(), clock, percent=percent, size=(920, 640))
    day = MONDAY + DAY
    scene.flow.delete_day(MONDAY)
    opened: tuple[Callable[[], None], ...] = (
        lambda: scene.flow.edit_before(day),
        lambda: scene.flow.edit_after(day),
        lambda: scene.flow.edit_notes(day),
        lambda: scene.flow.add_walk(day),
        lambda: scene.flow.edit_walk(scene.keeper.walks_on(day)[0]),
        scene.flow.ask_for_filters,
        scene.flow.show_deleted,
    )
    for open_sheet in opened:
        open_sheet()
        (sheet,) = scene.sheets()
        settle(qapp)
        assert clipped(sheet) == []
        assert unnamed(sheet) == []
        assert too_small(sheet) == []
        assert sheet.windowTitle()
        press(sheet, Qt.Key.Key_Escape)
    assert check_in.window_title()
