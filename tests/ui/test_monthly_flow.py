"""From the quiet card on Today to the advice: what is kept, what is drawn, and that no plan changes."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import before, slow_answers
from tests.fakes import FakeClock, FakeCuePlayer, FakeKeepAwake, MemoryDiaryStore, MemorySettingsStore
from tests.ui.access import too_small, unnamed
from tests.ui.scenes import clipped, press, settle, theme
from walkcoach.core.slow_signs import NOT_NOW
from walkcoach.core.symptoms import SlowSign
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.errors import Trouble
from walkcoach.services.history import HistoryService
from walkcoach.services.today import TodayService
from walkcoach.services.walking import WalkingService
from walkcoach.ui.bridge import Bridge, Services
from walkcoach.ui.dialogs.slow_signs import SlowAdviceDialog, SlowSignsDialog
from walkcoach.ui.gallery_samples import today_states, today_view
from walkcoach.ui.monthly_flow import MonthlyFlow
from walkcoach.ui.pages.month_card import MonthCard
from walkcoach.ui.pages.today_page import TodayPage
from walkcoach.ui.theme.theme import spread
from walkcoach.wording import slow_signs as words
from walkcoach.wording import warning_signs


@dataclass
class Scene:
    """Today in a window, four weeks after the first check-in, with all behind it."""

    window: QWidget
    page: TodayPage
    bridge: Bridge
    store: MemoryDiaryStore
    clock: FakeClock

    def cards(self) -> list[MonthCard]:
        return [card for card in self.page.findChildren(MonthCard) if not card.isHidden()]

    def questions(self) -> SlowSignsDialog:
        """The sheet of questions, opened from the card."""
        self.cards()[0].button.click()
        (dialog,) = self.open(SlowSignsDialog)
        assert isinstance(dialog, SlowSignsDialog)
        return dialog

    def open(self, kind: type[QWidget]) -> list[QWidget]:
        return [dialog for dialog in self.window.findChildren(kind) if dialog.isVisible()]


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication) -> Scene:
    clock, store = FakeClock(), MemoryDiaryStore()
    keeper = DiaryKeeper(store)
    cues = FakeCuePlayer()
    today = TodayService(clock, keeper)
    today.check_in_before(before())
    clock.next_day(28)
    walking = WalkingService(clock, keeper, cues, FakeKeepAwake())
    services = Services(today, lambda: walking, lambda: HistoryService(keeper, clock), MemorySettingsStore(), cues)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 780)
    bridge = Bridge(services, window)
    page = TodayPage()
    QVBoxLayout(window).addWidget(page)
    look = theme(qapp)
    spread(window, look)
    flow = MonthlyFlow(today, bridge, window, lambda: look)
    page.slow_signs_requested.connect(flow.ask)
    bridge.today_changed.connect(page.draw)
    bridge.refresh_today()
    window.show()
    settle(qapp)
    return Scene(window, page, bridge, store, clock)


def answer(dialog: SlowSignsDialog, *told: SlowSign) -> None:
    """Answer all five by keyboard, and save."""
    for sign in SlowSign:
        press(dialog, "2" if sign in told else "1", Qt.Key.Key_Return)
    press(dialog, Qt.Key.Key_Space)


def test_a_yes_is_kept_and_answered_with_advice_and_the_card_goes(scene: Scene) -> None:
    plan = scene.bridge.view().decision
    answer(scene.questions(), SlowSign.GAIT_CHANGE)
    assert list(scene.store.load().slow_answers.values()) == [slow_answers(SlowSign.GAIT_CHANGE)]
    assert scene.open(SlowSignsDialog) == []
    (advice,) = scene.open(SlowAdviceDialog)
    focus = advice.focusWidget()
    assert focus is not None
    assert warning_signs.slow_sign_advice(SlowSign.GAIT_CHANGE) in focus.accessibleName()
    assert scene.cards() == []
    assert scene.bridge.view().decision == plan


def test_five_times_no_is_kept_and_thanked_for(scene: Scene) -> None:
    answer(scene.questions())
    assert list(scene.store.load().slow_answers.values()) == [slow_answers()]
    (thanks,) = scene.open(SlowAdviceDialog)
    focus = thanks.focusWidget()
    assert focus is not None
    assert focus.accessibleName().startswith(words.thanks())


def test_not_now_is_kept_without_a_word_and_the_card_comes_back_in_a_week(scene: Scene, qapp: QApplication) -> None:
    scene.questions().secondary.click()
    assert list(scene.store.load().slow_answers.values()) == [NOT_NOW]
    assert scene.open(SlowSignsDialog) == scene.open(SlowAdviceDialog) == scene.cards() == []
    scene.clock.next_day(6)
    scene.bridge.refresh_today()
    settle(qapp)
    assert scene.cards() == []
    scene.clock.next_day()
    scene.bridge.refresh_today()
    settle(qapp)
    assert len(scene.cards()) == 1


def test_escape_leaves_the_card_where_it_is(scene: Scene) -> None:
    press(scene.questions(), Qt.Key.Key_Escape)
    assert scene.store.load().slow_answers == {}
    assert len(scene.cards()) == 1


def test_a_full_disk_loses_no_answer_and_advises_once_it_is_kept(scene: Scene) -> None:
    dialog = scene.questions()
    scene.store.trouble = Trouble("The disk is full.", "Make some room.")
    answer(dialog, *SlowSign)
    assert dialog.isVisible()
    assert dialog.footer_heading.text() == "The disk is full."
    assert scene.open(SlowAdviceDialog) == []
    assert len(scene.cards()) == 1
    scene.store.trouble = None
    dialog.primary.click()
    assert list(scene.store.load().slow_answers.values()) == [slow_answers(*SlowSign)]
    assert len(scene.open(SlowAdviceDialog)) == 1


def test_the_keyboard_is_on_the_page_when_the_card_has_gone(scene: Scene, qapp: QApplication) -> None:
    scene.cards()[0].button.setFocus()
    scene.questions().secondary.click()
    settle(qapp)
    focus = scene.page.focusWidget()
    assert focus is not None
    assert focus.isVisible()


def test_no_state_of_today_shows_the_card_unless_it_is_asked_for(qtbot: QtBot) -> None:
    for name, view in today_states().items():
        page = TodayPage()
        qtbot.addWidget(page)
        page.draw(replace(view, ask_slow_signs=False))
        assert page.findChildren(MonthCard) == [], name


@pytest.mark.parametrize("percent", [100, 200])
def test_the_card_is_one_plain_line_that_can_be_read_and_pressed(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    page = TodayPage()
    qtbot.addWidget(page)
    spread(page, theme(qapp, percent))
    page.draw(today_view(ask_slow_signs=True))
    page.resize(920, 640)
    page.show()
    settle(qapp)
    (card,) = page.findChildren(MonthCard)
    assert (card.button.text(), card.button.accessibleDescription()) == (words.card_button(), words.card_text())
    assert clipped(page) == []
    assert unnamed(card) == []
    assert too_small(card) == []
    with qtbot.waitSignal(page.slow_signs_requested):
        card.button.setFocus()
        press(page, Qt.Key.Key_Space)
