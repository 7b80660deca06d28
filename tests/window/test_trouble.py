"""A full disk, a crash, a closed window: it is said, nothing typed or walked is lost, and what a sign asks for comes first."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import MONDAY
from tests.fakes import MemoryDiaryStore
from tests.window.desk import ALT, ESCAPE, RETURN, RIGHT, SPACE, TAB, Desk, Key
from walkcoach.core.diary import Feet
from walkcoach.core.session import WalkState
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Profile, StoredDiary, WalkKind
from walkcoach.services.today import TodayState
from walkcoach.ui.dialogs.after_check_in import AfterCheckInDialog
from walkcoach.ui.dialogs.before_check_in import BeforeCheckInDialog
from walkcoach.ui.dialogs.recovered_walk import RecoveredWalkDialog
from walkcoach.ui.dialogs.warning_sign import WarningSignDialog
from walkcoach.ui.main_window import PageKey
from walkcoach.wording import trouble as words
from walkcoach.wording.names import warning_sign_name
from walkcoach.wording.warning_signs import feet_seen_to_choice

FULL = Trouble(*words.disk_full("/home/me/diary.sqlite3"))


def fill_disk(desk: Desk, trouble: Trouble | None = FULL) -> None:
    """Let every writing fail, or none any more."""
    assert isinstance(desk.store, MemoryDiaryStore)
    desk.store.trouble = trouble


def walk_to_the_end(desk: Desk) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(910)


def test_a_check_in_that_cannot_be_kept_stays_open_with_its_answers_and_says_why(desk: Desk) -> None:
    desk.press(RETURN)
    fill_disk(desk)
    desk.check_in_before("7")
    sheet = desk.dialog()
    assert isinstance(sheet, BeforeCheckInDialog)
    assert (sheet.rows[Symptom.TINGLING].value, sheet.footer_heading.text()) == (7, FULL.what)
    assert sheet.footer_detail.text() == FULL.way_on
    assert desk.program.window.message_bar().text() == (FULL.what, FULL.way_on)
    assert (desk.page(), desk.program.walk.under_way, dict(desk.store.load().before)) == (PageKey.TODAY, False, {})
    desk.press(RETURN)
    assert desk.dialog() is sheet
    fill_disk(desk, None)
    desk.press(RETURN)
    assert desk.page() is PageKey.WALK
    assert dict(desk.store.load().before[MONDAY].ratings) == {Symptom.TINGLING: 7}


def test_a_check_in_after_that_cannot_be_kept_thanks_nobody_and_can_be_saved_later(desk: Desk) -> None:
    walk_to_the_end(desk)
    desk.press(RETURN)
    fill_disk(desk)
    desk.check_in_after("4", "5")
    sheet = desk.dialog()
    assert isinstance(sheet, AfterCheckInDialog)
    assert (sheet.footer_heading.text(), sheet.primary.isVisible()) == (FULL.what, True)
    fill_disk(desk, None)
    desk.press(RETURN)
    assert not sheet.primary.isVisible()
    desk.press(RETURN)
    assert desk.dialog() is None
    kept = desk.store.load().after[MONDAY]
    assert (dict(kept.worst), kept.effort) == ({Symptom.TINGLING: 4}, 5)


def test_what_a_sign_asks_for_is_said_although_it_cannot_be_kept(desk: Desk) -> None:
    desk.press(RETURN)
    fill_disk(desk)
    desk.press("1", RETURN, "1", RETURN, "1", RETURN, "2")
    desk.tab_to(warning_sign_name(WarningSign.CHEST_PAIN))
    desk.press(SPACE, TAB)
    desk.tab_to("Save")
    desk.press(RETURN)
    assert isinstance(desk.dialog(), WarningSignDialog)
    assert "112" in desk.read()
    desk.press(ESCAPE)
    assert isinstance(desk.dialog(), BeforeCheckInDialog)
    fill_disk(desk, None)
    desk.tab_to("Save")
    desk.press(RETURN, ESCAPE)
    assert desk.store.load().before[MONDAY].warning_signs == {WarningSign.CHEST_PAIN}
    assert (desk.dialog(), desk.program.bridge.view().state) == (None, TodayState.NO_WALK)


def test_a_sign_that_asks_for_a_visit_is_read_before_the_walk_begins(desk: Desk) -> None:
    desk.press(RETURN, "1", RETURN, "1", RETURN, "1", RETURN, "2")
    desk.tab_to(warning_sign_name(WarningSign.CALF_PAIN_WALKING))
    desk.press(SPACE)
    desk.tab_to("Start walking")
    desk.press(RETURN)
    assert isinstance(desk.dialog(), WarningSignDialog)
    assert not desk.program.walk.under_way
    desk.press(ESCAPE)
    assert (desk.page(), desk.program.walk.under_way) == (PageKey.WALK, True)


def test_something_new_on_the_feet_keeps_the_plan_off_and_says_what_to_do(desk: Desk) -> None:
    desk.press(RETURN, "1", RETURN, "1", RETURN, "2", RETURN, "1", RETURN)
    assert desk.button("Save").hasFocus()
    desk.press(RETURN)
    assert isinstance(desk.dialog(), WarningSignDialog)
    desk.press(ESCAPE)
    assert desk.store.load().before[MONDAY].feet is Feet.NEW
    assert desk.program.bridge.view().state is TodayState.NO_WALK
    desk.sleep_until()
    desk.press(SPACE, RETURN)  # pressed once too often: that lifts nothing
    assert desk.program.bridge.view().state is TodayState.NO_WALK
    desk.tab_to(feet_seen_to_choice())
    desk.press(SPACE)
    assert desk.program.bridge.view().state is TodayState.NO_WALK  # asked once more
    desk.tab_to(feet_seen_to_choice())
    desk.press(SPACE)
    assert desk.program.bridge.view().state is TodayState.TO_CHECK_IN


def test_the_walk_goes_on_and_says_so_while_it_cannot_be_written(desk: Desk) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(10 + 100)
    fill_disk(desk)
    desk.pass_time(60)
    assert desk.shown_walk().walked_s == 160
    assert FULL.what in desk.program.behind.walk_page.notice.text()
    desk.pass_time(740)
    assert desk.shown_walk().state is WalkState.FINISHED
    desk.press(RETURN)
    assert (desk.page(), desk.dialog()) == (PageKey.WALK, None)
    assert desk.program.window.message_bar().text()[0] == FULL.what
    fill_disk(desk, None)
    desk.press(RETURN)
    assert isinstance(desk.dialog(), AfterCheckInDialog)
    assert [walk.walked_s for walk in desk.store.load().walks] == [900]


def test_a_walk_that_cannot_begin_leaves_the_check_in_kept_and_today_as_it_was(desk: Desk) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(3)
    desk.press(ESCAPE, "f")
    fill_disk(desk)
    desk.press(RETURN)
    assert (desk.page(), desk.program.walk.under_way) == (PageKey.TODAY, False)
    assert desk.program.window.message_bar().isVisible()
    fill_disk(desk, None)
    desk.press(RETURN)
    assert desk.page() is PageKey.WALK


@pytest.mark.parametrize("crashed", [False, True])
def test_a_walk_under_way_when_the_window_goes_is_offered_at_the_next_start(desk: Desk, crashed: bool) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(10 + 400, step_s=1)
    if crashed:
        checkpoint = desk.store.read_checkpoint()
        assert checkpoint is not None
        desk.reopen()
        desk.store.write_checkpoint(checkpoint)
        desk.press(ESCAPE)
    desk.reopen()
    assert isinstance(desk.dialog(), RecoveredWalkDialog)
    assert "6:40" in desk.read()
    desk.tab_to("Continue the walk")
    desk.press(RETURN)
    assert (desk.page(), desk.shown_walk().walked_s) == (PageKey.WALK, 400)
    desk.pass_time(510)
    desk.press(RETURN)
    desk.check_in_after()
    assert [walk.walked_s for walk in desk.store.load().walks] == [900]
    assert desk.program.bridge.view().state is TodayState.DONE


@pytest.mark.parametrize(
    ("answer", "walks", "state"),
    [
        ("Save it as it is", [400], TodayState.PART_WALKED),
        ("Discard it", [], TodayState.READY_TO_WALK),
    ],
)
def test_a_walk_found_again_is_saved_or_discarded(desk: Desk, answer: str, walks: list[float], state: TodayState) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(10 + 400)
    desk.reopen()
    desk.tab_to(answer)
    desk.press(RETURN)
    assert (desk.dialog(), [walk.walked_s for walk in desk.store.load().walks]) == (None, walks)
    assert desk.program.bridge.view().state is state
    desk.reopen()
    assert desk.dialog() is None


def test_a_walk_that_was_cut_off_is_answered_for_before_another_one_begins(desk: Desk) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(10 + 400)
    desk.reopen()
    desk.press(ESCAPE)
    assert desk.dialog() is None
    desk.tab_to("Start walking")
    desk.press(RETURN)
    assert isinstance(desk.dialog(), RecoveredWalkDialog)
    assert not desk.program.walk.under_way
    desk.tab_to("Save it as it is")
    desk.press(RETURN)
    desk.press(RETURN)
    assert desk.shown_walk().total_s == 500


def test_a_walk_left_for_days_is_kept_and_today_knows_it(desk: Desk) -> None:
    desk.press(RETURN)
    desk.check_in_before()
    desk.pass_time(10 + 400)
    desk.reopen(2 * 24 * 3600)
    assert desk.dialog() is None
    assert [walk.walked_s for walk in desk.store.load().walks] == [400]
    view = desk.program.bridge.view()
    assert (view.last_walk, view.state) == (MONDAY, TodayState.TO_CHECK_IN)
    assert desk.button("Check in and walk").isVisible()


def test_while_the_plan_is_off_the_check_in_is_kept_and_no_walk_begins(new_desk: Callable[..., Desk], tmp_path: Path) -> None:
    off = Profile(welcomed=True, followed=(Symptom.TINGLING,), ask_first=frozenset({"wound"}))
    store = MemoryDiaryStore(StoredDiary(profile=off))
    desk = new_desk(lambda: store, tmp_path)
    desk.press(RETURN)
    assert isinstance(desk.dialog(), BeforeCheckInDialog)
    assert "15 minutes" not in desk.read()
    desk.press("3", RETURN, "1", RETURN, "1", RETURN, "1", RETURN)
    assert desk.button("Save").hasFocus()
    desk.press(RETURN)
    assert (desk.dialog(), desk.page(), desk.program.walk.under_way) == (None, PageKey.TODAY, False)
    assert dict(store.load().before[MONDAY].ratings) == {Symptom.TINGLING: 3}


def test_settings_that_cannot_be_kept_hold_until_the_window_closes(desk: Desk) -> None:
    desk.settings.trouble = FULL
    desk.press((ALT, Key.Key_5), RIGHT, RIGHT, RIGHT)
    desk.tab_to("As the system")
    desk.press(RIGHT, RIGHT)
    assert desk.program.machine.settings.theme == "dark"
    assert desk.program.window.message_bar().text() == (FULL.what, FULL.way_on)


def test_a_welcome_that_cannot_be_kept_stays_with_its_answers(new_desk: Callable[..., Desk], tmp_path: Path) -> None:
    store = MemoryDiaryStore()
    desk = new_desk(lambda: store, tmp_path)
    store.trouble = FULL
    desk.tab_to("Skip, and start with the usual plan")
    desk.press(RETURN)
    assert (desk.page(), desk.program.window.message_bar().isVisible()) == (PageKey.WELCOME, True)
    store.trouble = None
    desk.press(RETURN)
    assert (desk.page(), store.load().profile.welcomed) == (PageKey.TODAY, True)


def test_a_free_walk_is_answered_for_like_any_other(desk: Desk) -> None:
    walk_to_the_end(desk)
    desk.press(RETURN)
    desk.check_in_after()
    desk.tab_to("Walk some more anyway")
    desk.press(RETURN)
    desk.tab_to("Start walking")
    desk.press(RETURN)
    desk.pass_time(10 + 120)
    desk.reopen()
    assert isinstance(desk.dialog(), RecoveredWalkDialog)
    desk.tab_to("Save it as it is")
    desk.press(RETURN)
    assert [(walk.kind, walk.walked_s) for walk in desk.store.load().walks] == [(WalkKind.PLANNED, 900), (WalkKind.FREE, 120)]
    assert desk.program.bridge.view().state is TodayState.DONE
